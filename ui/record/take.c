/* Taking a run.
 *
 *   opening ──stretch──> notable step ──stretch──> notable step ... ──stretch──> end
 *
 * The run has been played once before, so the next notable entry is known ahead.  A stretch that is longer than wanted is
 * squeezed: its moments lie as close in viewing time as others do, and further apart in the lab's. */
#include "ui/record/take.h"

#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "ui/text.h"
#include "ui/why/describe.h"
#include "ui/why/subject.h"

enum { TICK_MS = 250, TICK_LONG_MS = 1000, TICKS_MOST = REEL_MAX / 2, OTHERS_MOST = 6 };

struct taking {
	struct app *app;
	const struct take *t;
	struct reel *reel;
	uint32_t tick_ms; /* of viewing time */
	uint32_t view_ms; /* when the stretch begins, in viewing time */
	struct canvas canvas;
};

/* --- words ------------------------------------------------------------------------------------------------- */

/* The notable entries behind one, in their order; `first` becomes the one that gives the frame its name. */
static uint32_t notable_entries(const struct history *h, uint32_t told, const struct entry *entries[OTHERS_MOST],
    const struct entry **first)
{
	uint32_t count = 0;

	*first = NULL;
	for (uint32_t id = told + 1; id <= h->now.trace_id; id++) {
		const struct entry *e = history_entry(h, id);

		if (!e || !entry_notable(e))
			continue;
		if (!*first && describe_tells(e))
			*first = e;
		if (count < OTHERS_MOST)
			entries[count++] = e;
	}
	return count;
}

/* "ASA2: G1 Standby Ready → Just Active (...)"; a line of a page could be broken within "->". */
static void add_entry(struct text *t, const struct sim *s, const struct entry *e)
{
	char told[SUBJECT_TOLD], *arrow;

	subject_told(s, e, told);
	arrow = strstr(told, "->");
	if (arrow)
		text_add(t, "%s: %.*s→%s", who_word(s, e->who), (int)(arrow - told), told, arrow + 2);
	else
		text_add(t, "%s: %s", who_word(s, e->who), told);
}

void take_words(const struct history *h, uint32_t told, char marker[TAKE_MARKER_LEN], char narration[TAKE_NARRATION_LEN])
{
	const struct entry *entries[OTHERS_MOST], *first;
	struct text m = text_begin(marker, TAKE_MARKER_LEN), n = text_begin(narration, TAKE_NARRATION_LEN);
	uint32_t count = notable_entries(h, told, entries, &first);
	char frame[DESCRIBE_LEN];

	if (!first) {
		text_add(&n, "%s", describe_frame(h, frame, sizeof frame));
		return;
	}
	add_entry(&m, &h->now, first);
	for (uint32_t i = 0; i < count; i++) {
		if (entries[i] == first)
			continue;
		text_add(&n, n.used > 0 ? "; " : "And ");
		add_entry(&n, &h->now, entries[i]);
	}
	if (n.used > 0)
		text_add(&n, ".\n\n");
	if (first->rule != RULE_NONE)
		text_add(&n, "> %s (%s)\n\n", rules[first->rule].sentence, rules[first->rule].source);
	text_add(&n, "%s", describe_frame(h, frame, sizeof frame));
}

/* --- frames ------------------------------------------------------------------------------------------------ */

/* Adds the present frame; one that shows nothing new is left out, but for a marker's. */
static bool add_frame(struct taking *k, uint32_t view_ms, const char *marker, const char *narration)
{
	app_draw(k->app, &k->canvas, k->t->columns, k->t->rows);
	if (!*marker && reel_shows(k->reel, &k->canvas))
		return true;
	return reel_add(k->reel, &k->canvas, view_ms, marker, narration);
}

/* The first notable entry that lies ahead, up to the end of the branch; NULL where there is none. */
static const struct entry *next_notable(const struct history *h, uint32_t end_step)
{
	const struct entry *e;

	for (uint32_t id = h->now.trace_id + 1; (e = history_entry(h, id)) != NULL && e->step <= end_step; id++)
		if (describe_tells(e))
			return e;
	return NULL;
}

/* How long a stretch of the lab's time is shown. */
static uint32_t viewed_ms(const struct take *t, uint32_t length_ms)
{
	return t->idle_ms > 0 && length_ms > t->idle_ms ? t->idle_ms : length_ms;
}

/* The moments of a stretch, up to a time and without it. In their own time they are whole parts of a second. */
static bool take_stretch(struct taking *k, uint32_t until_ms)
{
	struct history *h = &k->app->history;
	uint32_t from_ms = h->now.now_ms, length_ms = until_ms - from_ms, view_ms = viewed_ms(k->t, length_ms);
	uint32_t past_ms = (from_ms - h->now.open_ms) % k->tick_ms;

	for (uint64_t v = k->tick_ms - (view_ms == length_ms ? past_ms : 0); v < view_ms; v += k->tick_ms) {
		history_go_ms(h, from_ms + (uint32_t)(v * length_ms / view_ms));
		if (!add_frame(k, k->view_ms + (uint32_t)v, "", ""))
			return false;
	}
	k->view_ms += view_ms;
	return true;
}

/* A step that left something notable, or the opening, with what is to be said of it. */
static bool take_notable(struct taking *k, uint32_t step)
{
	struct history *h = &k->app->history;
	char marker[TAKE_MARKER_LEN], narration[TAKE_NARRATION_LEN];
	uint32_t told;

	history_go_on(h, step - (step > 0), UINT32_MAX);
	told = h->now.trace_id;
	history_go_step(h, step);
	take_words(h, told, marker, narration);
	return add_frame(k, k->view_ms, marker, narration);
}

/* How long the whole is, in viewing time. */
static uint32_t whole_ms(struct history *h, const struct take *t, uint32_t end_step, uint32_t end_ms)
{
	uint32_t at_ms = h->now.open_ms, sum_ms = 0;
	const struct entry *e;

	for (uint32_t id = h->now.trace_id + 1; (e = history_entry(h, id)) != NULL && e->step <= end_step; id++) {
		if (!describe_tells(e))
			continue;
		sum_ms += viewed_ms(t, e->at_ms - at_ms);
		at_ms = e->at_ms;
	}
	return sum_ms + viewed_ms(t, end_ms - at_ms);
}

bool take_run(struct app *a, const struct take *t, struct reel *r)
{
	static struct taking taking;
	struct taking *k = &taking;
	struct history *h = &a->history;
	uint32_t end_ms = history_end_ms(h), end_step = history_end_step(h);
	const struct entry *e;

	history_go_step(h, 0);
	if (h->archive_first > h->now.trace_id + 1)
		return false; /* the story is longer than what is kept of it */
	k->app = a;
	k->t = t;
	k->reel = r;
	k->view_ms = 0;
	k->tick_ms = whole_ms(h, t, end_step, end_ms) / TICK_MS > TICKS_MOST ? TICK_LONG_MS : TICK_MS;
	a->playing = a->hides_ahead = true;
	if (!take_notable(k, 0))
		return false;
	while ((e = next_notable(h, end_step)) != NULL)
		if (!take_stretch(k, e->at_ms) || !take_notable(k, e->step))
			return false;
	if (!take_stretch(k, end_ms))
		return false;
	history_go_on(h, end_step, end_ms);
	if (h->now.now_ms < end_ms)
		history_go_ms(h, end_ms);
	return add_frame(k, k->view_ms, "", "");
}
