/* A walkthrough played; see play.h. */
#include "ui/walk/play.h"

#include <stdio.h>
#include <string.h>

#include "ui/look.h"
#include "ui/utf8.h"
#include "ui/walk/tell.h"

enum { WATCH_MS = 6000 }; /* a step is watched in about so much of the reader's time */

static const struct walk *walk_of(const struct play *p)
{
	return p->run->walk;
}

static const struct walk_instant *end_of(const struct play *p)
{
	return p->step < 0 ? &p->run->start : &p->run->ends[p->step];
}

/* Does anything happen in the step? */
static bool moves(const struct play *p, int step)
{
	return step >= 0 && p->run->ends[step].step != walk_begin(p->run, step)->step;
}

bool play_is_away(const struct play *p)
{
	return p->run->app->history.branch != 0;
}

/* --- where one is ------------------------------------------------------------------------------------------ */

/* Gives the reader's own speed back. */
static void stop_watching(struct play *p, struct app *a)
{
	a->playing = false;
	if (p->speed_tenths > 0)
		a->speed_tenths = p->speed_tenths;
	p->speed_tenths = 0;
}

/* Shows where the step ends, and its reason. */
static void show_end(struct play *p, struct app *a)
{
	stop_watching(p, a);
	p->phase = PLAY_DONE;
	p->scroll = 0;
	walk_go(p->run, p->step, a->columns, a->rows);
	p->overlay = (uint8_t)a->overlay;
}

/* Shows a step from its beginning: to be read where something will happen, else as it is. */
static void show_begin(struct play *p, struct app *a)
{
	show_end(p, a);
	if (!moves(p, p->step))
		return;
	walk_go(p->run, p->step - 1, a->columns, a->rows);
	look_reset(a);
	p->overlay = (uint8_t)a->overlay;
	a->message[0] = '\0';
	p->phase = PLAY_READ;
}

/* Plays from the beginning of the step, as fast as it takes to be watched in a few seconds. */
static void watch(struct play *p, struct app *a)
{
	uint32_t all_ms = end_of(p)->at_ms - a->history.now.now_ms, speed = all_ms * 10 / WATCH_MS;

	if (all_ms == 0) {
		show_end(p, a);
		return;
	}
	p->phase = PLAY_WATCH;
	p->scroll = 0;
	p->speed_tenths = a->speed_tenths;
	a->speed_tenths = speed < 10 ? 10 : speed > SPEED_MAX_TENTHS ? SPEED_MAX_TENTHS : speed;
	a->owed = 0;
	a->playing = true;
}

void play_tick(struct play *p, struct app *a)
{
	if (p->phase == PLAY_WATCH && !play_is_away(p) && a->history.now.now_ms >= end_of(p)->at_ms)
		show_end(p, a);
}

/* --- forward and back -------------------------------------------------------------------------------------- */

/* To the next step. A presenter's screen has no text to be read first, so there it is watched at once. */
static bool next_step(struct play *p, struct app *a)
{
	if (p->step + 1 >= walk_of(p)->step_count)
		return false;
	p->step++;
	show_begin(p, a);
	if (a->present.on && p->phase == PLAY_READ)
		watch(p, a);
	return true;
}

/* Is there more to be read? Keys may come faster than the screen is drawn, so it is not what was drawn that says so. */
static bool reads_on(struct play *p)
{
	static struct play_line lines[PLAY_LINES];

	play_lines(p, p->columns, p->shown, lines);
	return p->more;
}

static bool forward(struct play *p, struct app *a)
{
	if (play_is_away(p))
		show_begin(p, a);
	else if (p->phase == PLAY_WATCH)
		show_end(p, a);
	else if (!a->present.on && reads_on(p))
		p->scroll += p->shown > 1 ? p->shown - 1 : 1;
	else if (p->phase == PLAY_READ)
		watch(p, a);
	else
		return next_step(p, a);
	return true;
}

static bool last_step(struct play *p, struct app *a)
{
	if (p->step < 0)
		return false;
	p->step--;
	show_end(p, a);
	return true;
}

static bool back(struct play *p, struct app *a)
{
	bool begun = p->phase == PLAY_WATCH || (p->phase == PLAY_DONE && moves(p, p->step));

	if (p->scroll > 0 && !a->present.on) {
		p->scroll -= p->shown > 1 ? p->shown - 1 : 1;
		p->scroll = p->scroll < 0 ? 0 : p->scroll;
	} else if (play_is_away(p) || (begun && !a->present.on)) {
		show_begin(p, a);
	} else {
		return last_step(p, a);
	}
	return true;
}

/* Forward (1) or back (-1) by one thing: the rest of a text that does not fit, the watching, the next step. False where
 * there is no more. */
static bool turn_page(struct app *a, void *context, int by)
{
	return by > 0 ? forward(context, a) : back(context, a);
}

bool play_is_covered(const struct play *p, const struct app *a)
{
	bool pages = a->overlay == OVERLAY_HELP || a->overlay == OVERLAY_WHY || a->overlay == OVERLAY_MENU;

	return pages && a->overlay != p->overlay;
}

bool play_key(struct play *p, struct app *a, uint32_t code)
{
	bool on = code == KEYCODE_ENTER || code == KEYCODE_PAGE_DOWN;

	if (!on && code != KEYCODE_PAGE_UP && code != KEYCODE_BACKSPACE)
		return false;
	if (play_is_covered(p, a) && (code != KEYCODE_ENTER || a->overlay != OVERLAY_HELP))
		return false;
	a->message[0] = '\0';
	if (!turn_page(a, p, on ? 1 : -1))
		app_say(a, on ? "That was the last step: PgUp goes back, q leaves" : "This is where it begins");
	return true;
}

/* What the presenter shows of it: the title of the step, or that the reader is not in it. */
static const char *caption(const struct app *a, void *context)
{
	const struct play *p = context;

	(void)a;
	if (play_is_away(p))
		return play_hint(p);
	return p->step < 0 ? walk_title(walk_of(p)) : walk_of(p)->steps[p->step].title;
}

void play_open(struct play *p, struct walk_run *run)
{
	*p = (struct play){ .run = run, .step = -1, .phase = PLAY_DONE };
	run->app->play = p;
	run->app->pager = (struct pager){ p, turn_page, caption };
	walk_go(run, -1, run->app->columns, run->app->rows);
}

/* --- what is told ------------------------------------------------------------------------------------------ */

const char *play_title(const struct play *p, char *out, size_t size)
{
	if (p->step < 0)
		snprintf(out, size, "%s", walk_title(walk_of(p)));
	else
		snprintf(out, size, "%d of %d  %s", p->step + 1, walk_of(p)->step_count, walk_of(p)->steps[p->step].title);
	return out;
}

const char *play_hint(const struct play *p)
{
	if (play_is_away(p))
		return "you left the story: Enter goes back to it";
	if (p->more && p->phase != PLAY_WATCH)
		return "Enter: more";
	if (p->phase == PLAY_READ)
		return "Enter: watch";
	if (p->phase == PLAY_WATCH)
		return "Enter: to its end";
	return p->step + 1 < walk_of(p)->step_count ? "Enter: next" : "the end";
}

bool play_goes_back(const struct play *p)
{
	return p->step >= 0 || p->scroll > 0;
}

/* Lines that are being filled. */
struct filling {
	const struct play *play;
	struct play_line *lines;
	int count, columns;
	bool gap; /* a blank line stands before the next paragraph */
};

static void add_line(struct filling *t, enum style style, const char *text, size_t length, int indent)
{
	struct play_line *line = &t->lines[t->count];

	if (t->count == PLAY_LINES)
		return;
	line->style = (uint8_t)style;
	snprintf(line->text, sizeof line->text, "%*s%.*s", indent, "", (int)length, text);
	t->count++;
}

/* A paragraph, broken into lines. */
static void add_paragraph(struct filling *t, enum style style, const char *text, int indent)
{
	int columns = t->columns - indent > 8 ? t->columns - indent : 8;

	for (size_t next; *text; text += next) {
		size_t n = utf8_line(text, columns, PLAY_LINE_LEN - 1 - (size_t)indent, &next);

		add_line(t, style, text, n, indent);
	}
}

/* Text and commands while a step is read and watched; the reason once it is over; both where nothing happens in it. */
static void take(void *context, enum tell_kind kind, const char *text)
{
	static const char *const marks[TELL_COUNT] = { [TELL_TEXT] = "", [TELL_TYPED] = "", [TELL_WHY] = "Why? ",
		[TELL_NOT] = "Why not? ", [TELL_RULE] = "- " };
	struct filling *t = context;
	const struct play *p = t->play;
	bool reason = kind >= TELL_WHY, over = p->phase == PLAY_DONE;
	char why[TELL_LEN + 16];

	if (reason != over && moves(p, p->step) && kind != TELL_TEXT)
		return;
	if (kind == TELL_TEXT && over && moves(p, p->step))
		return;
	if (t->gap && kind <= TELL_WHY)
		add_line(t, STYLE_PLAIN, "", 0, 0);
	t->gap = kind == TELL_TEXT;
	snprintf(why, sizeof why, "%s%s", marks[kind], text);
	walk_plain(why);
	add_paragraph(t, kind == TELL_TYPED ? STYLE_YOU : kind == TELL_RULE ? STYLE_QUIET : STYLE_PLAIN, why,
	    kind == TELL_RULE ? 2 : 0);
}

int play_lines(struct play *p, int columns, int room, struct play_line lines[PLAY_LINES])
{
	struct filling t = { .play = p, .lines = lines, .columns = columns };
	int last;

	if (p->step < 0)
		walk_tell_intro(walk_of(p), take, &t);
	else
		walk_tell(p->run, p->step, take, &t);
	/* Rules are there for those who ask: nobody has to page through them. */
	for (last = t.count; last > 0 && lines[last - 1].style == STYLE_QUIET;)
		last--;
	p->columns = columns;
	p->shown = room;
	/* A larger screen may have room for what was left behind. */
	if (t.count <= room || p->scroll >= t.count)
		p->scroll = t.count > room ? t.count - room : 0;
	p->more = room > 0 && p->scroll + room < last;
	return t.count;
}
