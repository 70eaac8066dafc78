/* The why panel as it is used. The answer is built anew for each key and each frame: it follows from the run. */
#include "ui/asking.h"

#include <stdio.h>

#include "sim/words.h"
#include "ui/target.h"
#include "ui/why/why.h"

/* Scrolls so far that the marked line, and what belongs to it, is seen. */
static void show_line(struct app *a, const struct why *w)
{
	int last = a->why_line, room = a->room;

	while (last + 1 < w->count && w->lines[last + 1].more)
		last++;
	if (last >= a->scroll + room)
		a->scroll = last - room + 1;
	if (a->why_line < a->scroll)
		a->scroll = a->why_line;
}

/* Scrolls, as far as there is text. */
static void scroll(struct app *a, const struct why *w, int lines)
{
	int most = w->count - a->room;

	a->scroll += lines;
	if (a->scroll > most)
		a->scroll = most;
	if (a->scroll < 0)
		a->scroll = 0;
}

/* The next line that one can go to; behind the last of them, and before the first, the rest of the text. */
static void move(struct app *a, const struct why *w, int direction)
{
	int to = why_next(w, a->why_line, direction);

	if (to == a->why_line) {
		scroll(a, w, direction);
		return;
	}
	a->why_line = to;
	show_line(a, w);
}

void asking_open(struct app *a)
{
	uint32_t id = a->history.now.trace_id;
	const struct entry *e;
	struct why w;

	a->why = a->cursor;
	if (a->cursor.kind == TARGET_NONE) {
		while ((e = history_entry(&a->history, id)) != NULL && !entry_notable(e))
			id--;
		if (!e) {
			snprintf(a->message, sizeof a->message, "Nothing has happened yet: choose a thing with the arrows");
			return;
		}
		a->why = target_log(id);
	}
	a->overlay = OVERLAY_WHY;
	a->scroll = 0;
	why_build(&w, &a->history, a->why, a->columns);
	a->why_line = why_next(&w, 0, 1);
}

/* Goes to the instant after the marked cause. */
static void go_to_cause(struct app *a, const struct why *w)
{
	const struct entry *e = NULL;
	char time[32];

	if (a->why_line < w->count)
		e = history_entry(&a->history, w->lines[a->why_line].id);
	if (!e)
		return;
	a->overlay = OVERLAY_NONE;
	a->playing = false;
	if (e->at_ms < a->history.now.open_ms)
		snprintf(a->message, sizeof a->message, "That was before the lab opened, at %s s: this is the opening",
		    time_text(&a->history.now, e->at_ms, time, sizeof time));
	history_go_step(&a->history, e->step);
	a->changed_step = a->history.now.step - 1;
}

bool asking_action(struct app *a, enum action action)
{
	bool through = (action >= ACTION_RUN && action <= ACTION_SLOWER) || action == ACTION_THEME ||
	    action == ACTION_CHARSET || action == ACTION_EXPORT || action == ACTION_RECORD || action == ACTION_SUSPEND || action == ACTION_REDRAW ||
	    action == ACTION_QUIT;
	int page = a->room > 2 ? a->room - 1 : 1;
	struct why w;

	if (through)
		return false;
	why_build(&w, &a->history, a->why, a->columns);
	if (action == ACTION_UP || action == ACTION_DOWN)
		move(a, &w, action == ACTION_UP ? -1 : 1);
	else if (action == ACTION_LOG_UP || action == ACTION_LOG_DOWN)
		scroll(a, &w, action == ACTION_LOG_UP ? -page : page);
	else if (action == ACTION_FAULTS)
		go_to_cause(a, &w);
	else if (action == ACTION_WHY)
		a->overlay = OVERLAY_NONE;
	return true;
}
