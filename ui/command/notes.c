/* `failscope notes`: the presenter's notes of a walkthrough, which follow the dashboard that plays it. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ui/backs/curses.h"
#include "ui/command/commands.h"
#include "ui/loop.h"
#include "ui/output.h"
#include "ui/present/follower.h"
#include "ui/present/notes.h"
#include "ui/term.h"

enum { LOOK_EVERY_MS = 2000 }; /* where nothing tells of new dashboards */

static struct walk walk;
static struct notes notes;
static struct follower follower;

/* Only where nothing tells of a new dashboard time is what wakes it. */
static int64_t wait_ms(void *app)
{
	(void)app;
	return follower.notify < 0 && !notes.follows ? LOOK_EVERY_MS : -1;
}

static void tick(void *app, int64_t elapsed_ms)
{
	(void)elapsed_ms;
	if (wait_ms(app) >= 0)
		follower_look(&follower);
}

static enum loop_wish key(void *app, struct key typed)
{
	bool suspend;

	(void)app;
	notes_key(&notes, typed.code);
	suspend = notes.suspend;
	notes.suspend = false;
	return notes.quit ? LOOP_QUIT : suspend ? LOOP_SUSPEND : LOOP_GO_ON;
}

static void ready(void *app)
{
	(void)app;
	follower_turn(&follower);
	notes_hear(&notes, follower_told(&follower, notes.name), follower_any(&follower));
}

static void draw(void *app, int columns, int rows)
{
	static struct canvas canvas;

	(void)app;
	if (notes.redraw)
		curses_clear();
	notes.redraw = false;
	notes_draw(&notes, &canvas, columns, rows);
	curses_show(&canvas, notes.theme, curses_depth(), notes.charset);
}

static int watch(void *app, struct loop_watch list[LOOP_WATCH_MAX])
{
	(void)app;
	return follower_watch(&follower, list);
}

/* The notes in a terminal, until they are quit. */
static int show(void)
{
	const struct loop_hooks hooks = { NULL, tick, key, draw, wait_ms, watch, ready };
	char place[PLACE_LEN], why[256];
	int result;

	if (!place_find(place, why))
		return output_complain(EXIT_INPUT, "%s", why);
	follower_open(&follower, place);
	result = loop_run(&hooks, why, sizeof why);
	follower_close(&follower);
	if (result < 0)
		return output_complain(EXIT_USAGE, "%s", why);
	if (result > 0)
		term_die_of(result);
	return EXIT_FINE;
}

int command_notes(const struct request *r, struct session *s)
{
	bool good;

	if (r->word_count != 1)
		return output_complain(EXIT_USAGE, r->word_count ? "notes are shown of one walkthrough at a time" :
		                                                   "which walkthrough? 'failscope walk' lists them");
	diag_init(&s->diag);
	good = walk_read(&walk, r->words[0], &s->lab, &s->screen, &s->diag);
	diag_print(&s->diag, stderr);
	if (!good)
		return EXIT_INPUT;
	if (!isatty(STDOUT_FILENO)) {
		notes_print(&walk, stdout);
		return EXIT_FINE;
	}
	notes_open(&notes, &walk);
	notes.theme = (enum theme)s->screen.theme;
	notes.charset = s->screen.charset == SCREEN_CHARSET_ASCII ? CHARSET_ASCII : CHARSET_UTF8;
	request_terminal_look(r, &s->screen, &notes.theme, &notes.charset);
	return show();
}
