/* The dashboard in a terminal: the loop's hooks around the app, and what it tells those who follow a walkthrough. */
#include "ui/interact.h"

#include <stdio.h>

#include "ui/backs/curses.h"
#include "ui/loop.h"
#include "ui/present/telling.h"
#include "ui/record/recorder.h"
#include "ui/term.h"
#include "ui/walk/play.h"

static struct teller teller = { .fd = -1 };
static char name[TOLD_FILE_LEN]; /* of the walkthrough that is told of */

static void tick(void *app, int64_t elapsed_ms)
{
	app_tick(app, elapsed_ms);
}

static enum loop_wish key(void *app, struct key typed)
{
	struct app *a = app;

	app_key(a, typed);
	if (a->quit)
		return LOOP_QUIT;
	if (a->suspend) {
		a->suspend = false;
		return LOOP_SUSPEND;
	}
	return LOOP_GO_ON;
}

static void draw(void *app, int columns, int rows)
{
	static struct canvas canvas;
	struct app *a = app;

	if (a->redraw)
		curses_clear();
	a->redraw = false;
	app_draw(a, &canvas, columns, rows);
	/* A recording that has just ended by itself has something to say. */
	if (a->recorder && a->recorder->on && !recorder_frame(a->recorder, a, &canvas))
		app_draw(a, &canvas, columns, rows);
	curses_show(&canvas, a->theme, curses_depth(), a->charset);
}

static int64_t wait_ms(void *app)
{
	return app_wait(app);
}

static int watch(void *app, struct loop_watch list[LOOP_WATCH_MAX])
{
	(void)app;
	return teller_watch(&teller, list);
}

static void ready(void *app)
{
	struct app *a = app;
	struct told told;

	if (!a->play)
		return;
	telling_of(a, name, &told);
	teller_tell(&teller, &told);
	teller_turn(&teller);
}

/* Lets itself be followed where it plays a walkthrough; it plays as well where that cannot be. */
static void begin_telling(struct app *a)
{
	char place[PLACE_LEN], why[PLACE_WHY_LEN];

	if (a->play)
		told_name(a->play->run->walk->path, name);
	if (a->play && (!place_find(place, why) || !teller_open(&teller, place, why)))
		app_say(a, "Notes cannot follow: %s", why);
}

int app_interact(struct app *a)
{
	const struct loop_hooks hooks = { a, tick, key, draw, wait_ms, watch, ready };
	char why[256] = "";
	int result;

	begin_telling(a);
	result = loop_run(&hooks, why, sizeof why);
	teller_close(&teller);
	/* However it ends, what was recorded is kept. */
	if (a->recorder && a->recorder->on) {
		recorder_end(a->recorder, a);
		fprintf(stderr, "failscope: %s\n", a->message);
	}
	if (result < 0) {
		fprintf(stderr, "failscope: %s\n", why);
		return 2;
	}
	if (result > 0)
		term_die_of(result);
	return 0;
}
