/* What is seen, onto a reel; see recorder.h. */
#include "ui/record/recorder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sim/words.h"
#include "ui/output.h"
#include "ui/record/recording.h"
#include "ui/record/take.h"

enum { NAME_ROOM = 64, PATH_ROOM = 80, NUMBER_END = 1000 };

void recorder_init(struct recorder *r, void *memory, size_t size)
{
	r->on = false;
	r->memory = memory;
	r->size = size;
}

void recorder_begin(struct recorder *r, struct app *a)
{
	r->on = true;
	r->wall_ms = 0;
	r->told = a->history.now.trace_id;
	r->end = (struct cast_end){ 0, 0 };
	reel_begin(&r->reel, r->memory, r->size / 2);
	app_say(a, "recording: r ends it");
}

void recorder_tick(struct recorder *r, int64_t elapsed_ms)
{
	if (r->on && elapsed_ms > 0 && elapsed_ms < (int64_t)(UINT32_MAX - r->wall_ms))
		r->wall_ms += (uint32_t)elapsed_ms;
}

/* What happened since the last frame, where the run went forward, or how things are in the first one. */
static void find_words(struct recorder *r, const struct history *h, char marker[TAKE_MARKER_LEN],
    char narration[TAKE_NARRATION_LEN])
{
	marker[0] = narration[0] = '\0';
	if (h->now.trace_id > r->told || r->reel.count == 0)
		take_words(h, r->told, marker, narration);
	r->told = h->now.trace_id;
}

/* Notes how far the run has been seen; another branch is another run. */
static void note_end(struct recorder *r, const struct history *h)
{
	if (r->branch != h->branch)
		r->end = (struct cast_end){ 0, 0 };
	r->branch = h->branch;
	if (h->now.step > r->end.step)
		r->end.step = h->now.step;
	if (h->now.now_ms > r->end.at_ms)
		r->end.at_ms = h->now.now_ms;
}

bool recorder_frame(struct recorder *r, struct app *a, const struct canvas *canvas)
{
	char marker[TAKE_MARKER_LEN], narration[TAKE_NARRATION_LEN], said[APP_MESSAGE_LEN];

	note_end(r, &a->history);
	if (reel_shows(&r->reel, canvas))
		return true;
	find_words(r, &a->history, marker, narration);
	if (reel_add(&r->reel, canvas, r->wall_ms, marker, narration))
		return true;
	if (recorder_end(r, a)) {
		snprintf(said, sizeof said, "%s", a->message);
		app_say(a, "there is no more room for frames; %s", said);
	}
	return false;
}

/* Writes one form beside the others; false with errno. */
static bool write_form(const struct recorder *r, const struct app *a, enum recording_form form, const char *name)
{
	size_t half = r->size / 2;
	struct sink sink = { r->memory + half, half, 0 };
	char path[PATH_ROOM];

	snprintf(path, sizeof path, "%s%s", name, recording_ending(form));
	recording_emit(a, &r->reel, &r->end, form, &sink);
	errno = EFBIG;
	return sink.length <= sink.size && output_replace(path, sink.bytes, sink.length);
}

/* Is there a recording of that name already? */
static bool is_taken(const char *name)
{
	char path[PATH_ROOM];

	for (int f = 0; f < RECORDING_COUNT; f++) {
		snprintf(path, sizeof path, "%s%s", name, recording_ending((enum recording_form)f));
		if (access(path, F_OK) == 0)
			return true;
	}
	return false;
}

/* The lab's time is the name, with a number behind it where that is taken: a run that is gone back and done otherwise ends
 * at the same time often enough, and the recording before it is kept. */
static void choose_name(const struct app *a, char name[NAME_ROOM])
{
	char time[32];

	time_text(&a->history.now, a->history.now.now_ms, time, sizeof time);
	snprintf(name, NAME_ROOM, "failscope-%s", time);
	for (int n = 2; n < NUMBER_END && is_taken(name); n++)
		snprintf(name, NAME_ROOM, "failscope-%s-%d", time, n);
}

bool recorder_end(struct recorder *r, struct app *a)
{
	char name[NAME_ROOM];

	r->on = false;
	note_end(r, &a->history);
	choose_name(a, name);
	for (int f = 0; f < RECORDING_COUNT; f++) {
		if (write_form(r, a, (enum recording_form)f, name))
			continue;
		app_say(a, "%s%s: cannot be written: %s", name, recording_ending((enum recording_form)f), strerror(errno));
		return false;
	}
	app_say(a, "recorded %u frame%s: %s.cast, .html and .script", r->reel.count, r->reel.count == 1 ? "" : "s", name);
	return true;
}
