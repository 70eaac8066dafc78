/* A walkthrough's page: every notable event of a step is a frame, at a pace that can be followed; the last of the step has
 * what is told of it. */
#include "ui/walk/page.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "ui/look.h"
#include "ui/output.h"
#include "ui/path.h"
#include "ui/record/player.h"
#include "ui/record/reel.h"
#include "ui/walk/tell.h"

enum {
	PACE_LEAST_MS = 400, /* between two frames that are watched, whatever the lab's own time */
	PACE_MOST_MS = 1500,
	STEP_MS = 2000,      /* before a step's last frame gives way to the next step */
	NARRATION_LEN = 16384,
	MARKER_LEN = 240,
};

/* A page that is being made. */
struct maker {
	struct walk_run *run;
	struct reel reel;
	uint32_t at_ms; /* of viewing */
	struct sink text; /* what is told of the step */
	char narration[NARRATION_LEN];
};

/* One paragraph, as player.h wants them. */
static void take_paragraph(void *context, enum tell_kind kind, const char *text)
{
	static const char *const marks[] = { [TELL_TEXT] = "", [TELL_TYPED] = "    ", [TELL_WHY] = "> Why? ",
		[TELL_NOT] = "> Why not? ", [TELL_RULE] = "> " };
	struct sink *s = context;

	sink_text(s, s->length > 0 ? "\n\n" : "");
	sink_text(s, marks[kind]);
	sink_text(s, text);
}

/* Ends the text; false where it had no room. */
static bool end_text(struct sink *s)
{
	if (s->length >= s->size)
		return false;
	s->bytes[s->length] = '\0';
	return true;
}

/* Adds the frame of the present. */
static bool add_frame(struct maker *m, const char *marker, const char *narration)
{
	static struct canvas canvas;
	const struct walk *w = m->run->walk;

	app_draw(m->run->app, &canvas, w->columns, w->rows);
	return reel_add(&m->reel, &canvas, m->at_ms, marker, narration);
}

/* The frames between the beginning of a step and its end: what is notable on the way. */
static bool add_way(struct maker *m, int step)
{
	struct app *a = m->run->app;
	struct history *h = &a->history;
	const struct walk_instant *from = walk_begin(m->run, step), *to = &m->run->ends[step];
	uint32_t last_ms = from->at_ms;

	walk_go(m->run, step - 1, m->run->walk->columns, m->run->walk->rows);
	look_reset(a);
	a->message[0] = '\0';
	while (history_next_notable(h, to->at_ms - h->now.now_ms) && h->now.step < to->step) {
		uint32_t gap_ms = h->now.now_ms - last_ms;

		last_ms = h->now.now_ms;
		a->changed_step = h->now.step - 1;
		m->at_ms += gap_ms < PACE_LEAST_MS ? PACE_LEAST_MS : gap_ms > PACE_MOST_MS ? PACE_MOST_MS : gap_ms;
		if (!add_frame(m, NULL, NULL))
			return false;
	}
	return true;
}

static bool add_step(struct maker *m, int step)
{
	const struct walk *w = m->run->walk;
	char marker[MARKER_LEN];

	if (!add_way(m, step))
		return false;
	walk_go(m->run, step, w->columns, w->rows);
	m->text = (struct sink){ m->narration, sizeof m->narration, 0 };
	walk_tell(m->run, step, take_paragraph, &m->text);
	snprintf(marker, sizeof marker, "%d. %s", step + 1, w->steps[step].title);
	m->at_ms += step == 0 ? 0 : PACE_MOST_MS;
	if (!end_text(&m->text) || !add_frame(m, marker, m->narration))
		return false;
	m->at_ms += STEP_MS;
	return true;
}

int walk_write_page(struct walk_run *r, const char *folder, const struct memory *memory)
{
	static struct maker m;
	char path[PATH_MAX], base[80], introduction[NARRATION_LEN];
	struct sink sink = { memory->text, memory->text_size / 2, 0 }, head = { introduction, sizeof introduction, 0 };
	struct player_page page = { walk_title(r->walk), introduction, r->app->charset, true };
	bool fits = true;

	m.run = r;
	m.at_ms = 0;
	reel_begin(&m.reel, memory->text + memory->text_size / 2, memory->text_size / 2);
	for (int step = 0; step < r->walk->step_count && fits; step++)
		fits = add_step(&m, step);
	walk_tell_intro(r->walk, take_paragraph, &head);
	snprintf(path, sizeof path, "%s/%s.html", folder, path_stem(r->walk->path, base, sizeof base));
	if (fits && end_text(&head))
		player_emit(&m.reel, &page, &sink);
	if (!fits || sink.length == 0 || sink.length > sink.size)
		return output_complain(EXIT_INPUT, "%s: the walkthrough is too long for one page", path);
	return output_file(path, sink.bytes, sink.length);
}
