/* The program's state, its clock, its keys, and the frame it shows. What the keys do is in actions.c. */
#include "ui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "ui/actions.h"
#include "ui/asking.h"
#include "ui/keys.h"
#include "ui/menu.h"
#include "ui/present/presenting.h"
#include "ui/record/recorder.h"
#include "ui/spotlight.h"
#include "ui/until.h"
#include "ui/views/log.h"
#include "ui/walk/play.h"

enum { HELP_PAGE = 10, TICK_LEAST_MS = 33, TICK_MOST_MS = 100, CHANGED_MOST = 1000 };

void app_say(struct app *a, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(a->message, sizeof a->message, format, args);
	va_end(args);
	for (char *c = a->message; *c; c++)
		if (*c == '\n')
			*c = ' ';
}

void app_restart(struct app *a)
{
	history_open(&a->history, &a->lab, a->pool, a->pool_size);
	a->playing = false;
	a->owed = 0;
	a->log_back = 0;
	a->fold_scroll = 0;
	a->changed_step = a->history.now.step;
	a->cursor = (struct target){ TARGET_NONE, 0, 0 };
	a->lit_count = 0;
	a->overlay = a->overlay == OVERLAY_ASDM ? OVERLAY_ASDM : OVERLAY_NONE;
	asdm_restart(a);
}

void app_open(struct app *a, const struct lab *lab, const struct screen_conf *screen, const char *name, void *pool,
    size_t pool_size)
{
	lab_copy(&a->lab, lab);
	a->screen = *screen;
	a->pool = pool;
	a->pool_size = pool_size;
	a->speed_tenths = screen->speed;
	a->theme = (enum theme)screen->theme;
	a->charset = screen->charset == SCREEN_CHARSET_ASCII ? CHARSET_ASCII : CHARSET_UTF8;
	a->message[0] = '\0';
	a->hides_ahead = false;
	a->play = NULL;
	a->prompt.last_count = 0;
	snprintf(a->lab_name, sizeof a->lab_name, "%s", name);
	app_restart(a);
}

void app_tick(struct app *a, int64_t elapsed_ms)
{
	uint64_t ms;

	if (a->recorder)
		recorder_tick(a->recorder, elapsed_ms);
	if (!a->playing || elapsed_ms <= 0)
		return;
	a->owed += (uint64_t)elapsed_ms * a->speed_tenths;
	ms = a->owed / 10;
	a->owed -= ms * 10;
	if (ms > 3600000)
		ms = 3600000; /* a machine that slept does not owe us the night */
	if (a->history.now.now_ms + ms >= TIME_MAX_MS) {
		a->playing = false;
		return;
	}
	history_go_ms(&a->history, a->history.now.now_ms + (uint32_t)ms);
	a->changed_step = UINT32_MAX;
	if (a->play)
		play_tick(a->play, a);
}

int64_t app_wait(const struct app *a)
{
	uint32_t until_ms;
	int64_t wall_ms;

	if (!a->playing)
		return -1;
	until_ms = sim_next_ms(&a->history.now) - a->history.now.now_ms;
	wall_ms = (int64_t)until_ms * 10 / a->speed_tenths;
	return wall_ms < TICK_LEAST_MS ? TICK_LEAST_MS : wall_ms > TICK_MOST_MS ? TICK_MOST_MS : wall_ms;
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static void scroll_help(struct app *a, int lines)
{
	int most = view_help_lines() - a->room;

	a->scroll += lines;
	if (a->scroll > most)
		a->scroll = most;
	if (a->scroll < 0)
		a->scroll = 0;
}

/* Keys while the help or the menu is open; false where the key is none of theirs. */
static bool overlay_action(struct app *a, enum action action)
{
	struct menu_item items[MENU_MAX];
	int n = menu_items(&a->history.now, a->cursor, items);

	if (a->overlay == OVERLAY_ASDM && action == ACTION_HELP) {
		return false;
	} else if (action == ACTION_CLOSE || action == ACTION_HELP) {
		a->overlay = a->overlay == OVERLAY_HELP ? a->below : OVERLAY_NONE;
	} else if (a->overlay == OVERLAY_WHY) {
		return asking_action(a, action);
	} else if (a->overlay == OVERLAY_ASDM) {
		return asdm_action(a, action);
	} else if (a->overlay == OVERLAY_HELP) {
		int page = action == ACTION_LOG_UP || action == ACTION_LOG_DOWN ? HELP_PAGE : 1;

		if (action == ACTION_UP || action == ACTION_LOG_UP)
			scroll_help(a, -page);
		else if (action == ACTION_DOWN || action == ACTION_LOG_DOWN || action == ACTION_RUN)
			scroll_help(a, page);
		else
			return false;
	} else if (action == ACTION_UP || action == ACTION_DOWN) {
		a->menu = (a->menu + (action == ACTION_UP ? n - 1 : 1)) % (n > 0 ? n : 1);
	} else if (action == ACTION_FAULTS) {
		a->overlay = OVERLAY_NONE;
		if (a->menu < n)
			action_give(a, &items[a->menu].command);
	} else if (action >= ACTION_QUICK_1 && action <= ACTION_QUICK_6) {
		a->overlay = OVERLAY_NONE;
		if ((int)(action - ACTION_QUICK_1) < n)
			action_give(a, &items[action - ACTION_QUICK_1].command);
	} else {
		return false;
	}
	return true;
}

/* Goes until what the prompt says; a mistake keeps the prompt open. */
static void go_until(struct app *a, bool forward)
{
	struct prompt *p = &a->prompt;
	struct until until;
	struct watch watch;
	char time[24];
	bool met;

	if (!until_parse(&a->history.now.lab, p->text, &until, p->why, sizeof p->why))
		return;
	prompt_keep(p);
	a->overlay = a->below;
	a->playing = false;
	watch = until_watch(&until);
	met = forward ? history_until(&a->history, &watch, UNTIL_WITHIN_MS) : history_until_back(&a->history, &watch);
	a->changed_step = met ? a->history.now.step - 1 : a->history.now.step;
	time_text(&a->history.now, a->history.now.now_ms, time, sizeof time);
	if (met)
		app_say(a, "%s: T+%s s", p->text, time);
	else if (forward)
		app_say(a, "%s: %s within an hour, unless you do something", p->text,
		    until_holds(&a->history.now, &until) ? "holds already, and does not begin anew" : "not");
	else
		app_say(a, "%s: never before", p->text);
}

/* Keys while the prompt is open; false where the key is none of its own. */
static bool until_key(struct app *a, uint32_t code)
{
	enum prompt_wish wish;

	if (code == KEYCODE_MOUSE || code == key_ctrl('z') || code == key_ctrl('l'))
		return false;
	wish = prompt_key(&a->prompt, &a->history.now.lab, code);
	if (wish == PROMPT_CLOSE)
		a->overlay = a->below;
	else if (wish != PROMPT_NOTHING)
		go_until(a, wish == PROMPT_FORWARD);
	return true;
}

/* A click chooses what is under it; on what is chosen already it opens the menu. */
static void click(struct app *a, struct key key)
{
	struct target t = target_under(&a->targets, key.x, key.y);

	if (a->overlay == OVERLAY_ASDM)
		asdm_click(a, t);
	else if (a->overlay != OVERLAY_NONE)
		a->overlay = OVERLAY_NONE;
	else if (t.kind != TARGET_NONE && target_equal(t, a->cursor))
		action_open_menu(a);
	else
		a->cursor = t;
}

void app_key(struct app *a, struct key key)
{
	enum action action = keys_find(key.code, a->present.on && a->overlay == OVERLAY_NONE);

	if (a->overlay == OVERLAY_UNTIL && until_key(a, key.code))
		return;
	if (a->present.blank && presenting_wakes(a, action))
		return;
	if (a->overlay == OVERLAY_ASDM && a->asdm.editing && asdm_key(a, key.code))
		return;
	if (a->play && play_key(a->play, a, key.code))
		return;
	if (a->overlay == OVERLAY_ASDM && asdm_key(a, key.code))
		return;
	if (key.code == KEYCODE_WHEEL_UP || key.code == KEYCODE_WHEEL_DOWN)
		action = key.code == KEYCODE_WHEEL_UP ? ACTION_LOG_UP : ACTION_LOG_DOWN;
	a->message[0] = '\0';
	if (key.code == KEYCODE_MOUSE)
		click(a, key);
	else if (a->overlay == OVERLAY_NONE || !overlay_action(a, action))
		action_do(a, action);
}

/* --- the frame --------------------------------------------------------------------------------------------- */

/* The first entry that counts as just changed: after the last step by hand; while it runs, of the last second that was
 * seen. What was before the lab opened is no change. */
static uint32_t changed_first(const struct app *a)
{
	const struct history *h = &a->history;
	uint32_t id = h->now.trace_id + 1, span_ms = a->speed_tenths * 100;

	for (;;) {
		const struct entry *e = history_entry(h, id - 1);
		bool fresh = e && e->at_ms >= h->now.open_ms &&
		    (a->playing ? h->now.now_ms - e->at_ms <= span_ms : e->step > a->changed_step);

		if (!fresh || id + CHANGED_MOST < h->now.trace_id)
			return id;
		id--;
	}
}

/* Marks the thing under the cursor on what is drawn. */
static void draw_cursor(const struct app *a, struct area all)
{
	for (int i = 0; i < a->targets.count; i++) {
		struct rect r = a->targets.spots[i].rect;

		if (target_equal(a->targets.spots[i].target, a->cursor))
			area_flag(all, r.x, r.y, r.w, r.h, CELL_CURSOR);
	}
}

/* Shades what is not lit, where anything is; what a walkthrough tells of it, and the keys, are there to be read. */
static void shade(const struct app *a, struct area all, const struct layout *layout)
{
	struct spotlight light = { 0 };

	for (int l = 0; l < a->lit_count; l++) {
		const struct lit *lit = &a->lit[l];

		if (lit->view < VIEW_COUNT)
			spotlight_add_rect(&light, layout->at[lit->view]);
		else
			spotlight_add(&light, &a->targets, lit->thing);
	}
	if (light.count > 0 && a->play) {
		spotlight_add_rect(&light, layout->at[VIEW_NARRATION]);
		spotlight_add_rect(&light, layout->at[VIEW_STATUS]);
		spotlight_add_rect(&light, layout->at[VIEW_KEYS]);
	}
	spotlight_shade(&light, all);
}

/* Is the ASDM view in the place of the dashboard, where the help does not lie over it? */
static bool shows_asdm(const struct app *a)
{
	return a->overlay == OVERLAY_ASDM || (a->overlay == OVERLAY_UNTIL && a->below == OVERLAY_ASDM);
}

/* The ASDM view between the title and the lines at the bottom, for which it keeps the dashboard's places. */
static void draw_asdm(const struct scene *scene, struct area all, struct layout *layout)
{
	int top = layout->at[VIEW_TITLE].h, bottom = all.rect.h;

	for (int v = 0; v < VIEW_COUNT; v++) {
		struct rect *r = &layout->at[v];

		if (v == VIEW_NARRATION || v == VIEW_STATUS || v == VIEW_KEYS)
			bottom = r->h > 0 && r->y < bottom ? r->y : bottom;
		else if (v != VIEW_TITLE)
			*r = (struct rect){ 0 };
	}
	view_asdm(scene, area_part(all, 0, top, all.rect.w, bottom - top));
}

/* Keeps the log from being scrolled back behind its oldest line. */
static void keep_log(struct app *a, const struct scene *scene, int room)
{
	uint32_t most = a->log_back > 0 ? log_most_back(scene, room) : 0;

	if (a->log_back > most)
		a->log_back = most;
}

/* Every view in its place, with what is lit and what is not. */
static void draw_views(struct app *a, struct scene *scene, struct area all)
{
	struct layout layout = layout_solve(all.rect.w, all.rect.h, (int)a->lab.context_count, a->play);

	scene->tall = layout_tall(layout.at[VIEW_TOPOLOGY].h);
	keep_log(a, scene, layout.at[VIEW_LOG].h - 1);
	if (shows_asdm(a))
		draw_asdm(scene, all, &layout);
	for (int v = 0; v < VIEW_COUNT; v++) {
		struct rect r = layout.at[v];

		if (r.w > 0 && r.h > 0)
			views[v].draw(scene, area_part(all, r.x, r.y, r.w, r.h));
	}
	draw_cursor(a, all);
	shade(a, all, &layout);
	if (layout.at[VIEW_STATUS].h > 0)
		view_long_message(scene, all, layout.at[VIEW_STATUS].y);
	if (layout.at[VIEW_NARRATION].h > 0)
		a->room = layout.at[VIEW_NARRATION].y;
}

void app_draw(struct app *a, struct canvas *canvas, int columns, int rows)
{
	struct scene scene = { a, &a->history, &a->history.now, &a->targets, changed_first(a), false };
	struct area all;

	a->columns = columns;
	a->rows = rows;
	target_clear(&a->targets);
	canvas_reset(canvas, columns, rows);
	all = canvas_area(canvas);
	if (a->present.blank)
		return;
	a->room = rows > 2 ? rows - 1 : rows;
	if (a->present.on && !shows_asdm(a)) {
		keep_log(a, &scene, 1);
		presenting_draw(&scene, all);
		draw_cursor(a, all);
	} else {
		draw_views(a, &scene, all);
	}
	if (a->overlay == OVERLAY_HELP)
		view_help(&scene, area_part(all, 0, 0, columns, a->room));
	else if (a->overlay == OVERLAY_MENU)
		view_menu(&scene, area_part(all, 0, 0, columns, a->room));
	else if (a->overlay == OVERLAY_WHY)
		view_why(&scene, area_part(all, 0, 0, columns, a->room));
	else if (a->overlay == OVERLAY_UNTIL)
		view_until(&scene, all);
}
