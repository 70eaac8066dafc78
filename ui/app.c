/* The program's state, its actions, its clock, and the frame it shows. */
#include "ui/app.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/words.h"
#include "ui/asking.h"
#include "ui/keys.h"
#include "ui/labs.h"
#include "ui/menu.h"
#include "ui/output.h"
#include "ui/script.h"
#include "ui/until.h"
#include "ui/views/view.h"

enum { WITHIN_MS = 24 * 3600 * 1000, HELP_PAGE = 10, TICK_LEAST_MS = 33, TICK_MOST_MS = 100 };

static void say(struct app *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct app *a, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(a->message, sizeof a->message, format, args);
	va_end(args);
	for (char *c = a->message; *c; c++)
		if (*c == '\n')
			*c = ' ';
}

static void open_run(struct app *a)
{
	history_open(&a->history, &a->lab, a->pool, a->pool_size);
	a->playing = false;
	a->owed = 0;
	a->log_back = 0;
	a->fold_scroll = 0;
	a->changed_step = a->history.now.step;
	a->cursor = (struct target){ TARGET_NONE, 0, 0 };
	a->overlay = OVERLAY_NONE;
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
	a->prompt.last_count = 0;
	snprintf(a->lab_name, sizeof a->lab_name, "%s", name);
	open_run(a);
}

/* --- commands ---------------------------------------------------------------------------------------------- */

/* Gives a command to the run and tells what became of it. */
static void give(struct app *a, const struct command *c)
{
	char reply[256], text[160];
	uint32_t branch = a->history.branch;

	a->changed_step = a->history.now.step;
	script_text(&a->lab, c, text, sizeof text);
	if (!history_command(&a->history, c, reply, sizeof reply))
		say(a, "%s: %s", text, reply);
	else if (a->history.branch != branch)
		say(a, "%s: a new branch of the story begins here; B goes to the old one", text);
	else
		say(a, "%s", text);
}

static void toggle(struct app *a, struct target t)
{
	struct command c;

	if (menu_commonest(&a->history.now, t, &c))
		give(a, &c);
	else
		say(a, "Nothing here can be broken: choose a unit, a link, a leg or a switch with the arrows");
}

/* Mends whatever is wrong with the thing under the cursor. */
static void mend(struct app *a)
{
	bool any = false;

	for (int f = 0; f < FAULT_COUNT; f++) {
		struct command c = { .kind = COMMAND_MEND, .fault = (uint8_t)f, .target = a->cursor };

		if (a->cursor.kind >= TARGET_COUNT || !fault_fits((enum fault_id)f, a->cursor) ||
		    !fault_present(&a->history.now, (enum fault_id)f, a->cursor))
			continue;
		give(a, &c);
		any = true;
	}
	if (!any)
		say(a, "Nothing is broken here");
}

/* The unit's first leg in a group; TARGET_NONE where it has none. */
static struct target first_leg(const struct sim *s, uint32_t unit, uint32_t group)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->lab.contexts[s->lab.ifaces[i].context].group == group)
			return (struct target){ TARGET_LEG, (uint8_t)unit, (uint16_t)i };
	return (struct target){ TARGET_NONE, 0, 0 };
}

static void quick(struct app *a, int which)
{
	const struct sim *s = &a->history.now;
	struct target t = { TARGET_UNIT, PRIMARY, 0 };

	if (which == 2)
		t.unit = SECONDARY;
	else if (which == 3)
		t = (struct target){ TARGET_LAN, UNIT_BOTH, 0 };
	else if (which == 4)
		t = (struct target){ lab_stateful(&s->lab) ? lab_link_shared(&s->lab) ? TARGET_LAN : TARGET_STATE : TARGET_NONE,
			UNIT_BOTH, 0 };
	else if (which >= 5)
		t = first_leg(s, which == 5 ? PRIMARY : SECONDARY, which == 5 ? 1 : 2);
	toggle(a, t);
}

static void type_for_group(struct app *a, const char *words)
{
	struct target t = a->cursor;
	uint32_t group = t.kind == SPOT_CONTEXT ? a->history.now.lab.contexts[t.index].group : t.index;
	struct command c = menu_typed(t.unit, group, words);

	if (t.kind == SPOT_GROUP || t.kind == SPOT_CONTEXT)
		give(a, &c);
	else
		say(a, "Put the cursor on a group of a unit first");
}

/* --- time -------------------------------------------------------------------------------------------------- */

static void step(struct app *a)
{
	a->changed_step = a->history.now.step;
	if (!history_step(&a->history))
		say(a, "Nothing is left to happen");
}

static void back(struct app *a)
{
	struct history *h = &a->history;

	if (h->now.now_ms > h->now.did.at_ms && h->now.step > h->keyframes[0].step)
		history_go_step(h, h->now.step);
	else
		history_go_step(h, h->now.step - (h->now.step > h->keyframes[0].step));
	a->changed_step = h->now.step - 1;
}

static void next(struct app *a)
{
	uint32_t had = a->history.now.step;

	if (history_next_notable(&a->history, WITHIN_MS))
		a->changed_step = a->history.now.step - 1;
	else
		say(a, "Nothing notable will happen within a day unless you do something");
	(void)had;
}

static void last(struct app *a)
{
	if (!history_last_notable(&a->history))
		history_go_ms(&a->history, a->history.now.open_ms);
	a->changed_step = a->history.now.step - 1;
}

/* A second on, or back, to whole seconds since the opening. */
static void second(struct app *a, int direction)
{
	uint32_t open_ms = a->history.now.open_ms, since_ms = a->history.now.now_ms - open_ms, to_s = since_ms / 1000;

	if (direction > 0)
		to_s++;
	else if (since_ms % 1000 == 0 && to_s > 0)
		to_s--;
	a->changed_step = direction > 0 ? a->history.now.step : 0;
	history_go_ms(&a->history, open_ms + to_s * 1000);
	if (direction < 0)
		a->changed_step = a->history.now.step;
}

static void go_end(struct app *a)
{
	history_go_ms(&a->history, history_end_ms(&a->history));
	a->changed_step = a->history.now.step;
}

static void change_speed(struct app *a, int direction)
{
	static const uint32_t speeds[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000 };
	int count = sizeof speeds / sizeof *speeds, n = 0;

	while (n + 1 < count && speeds[n] < a->speed_tenths)
		n++;
	if (direction > 0 && n + 1 < count)
		n += speeds[n] == a->speed_tenths;
	else if (direction < 0 && n > 0)
		n--;
	a->speed_tenths = speeds[n];
}

void app_tick(struct app *a, int64_t elapsed_ms)
{
	uint64_t ms;

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
	a->overlay = OVERLAY_NONE;
	a->playing = false;
	watch = until_watch(&until);
	met = forward ? history_until(&a->history, &watch, UNTIL_WITHIN_MS) : history_until_back(&a->history, &watch);
	a->changed_step = met ? a->history.now.step - 1 : a->history.now.step;
	time_text(&a->history.now, a->history.now.now_ms, time, sizeof time);
	if (met)
		say(a, "%s: T+%s s", p->text, time);
	else if (forward)
		say(a, "%s: %s within an hour, unless you do something", p->text,
		    until_holds(&a->history.now, &until) ? "holds already, and does not begin anew" : "not");
	else
		say(a, "%s: never before", p->text);
}

/* Keys while the prompt is open; false where the key is none of its own. */
static bool until_key(struct app *a, uint32_t code)
{
	enum prompt_wish wish;

	if (code == KEYCODE_MOUSE || code == key_ctrl('z') || code == key_ctrl('l'))
		return false;
	wish = prompt_key(&a->prompt, &a->history.now.lab, code);
	if (wish == PROMPT_CLOSE)
		a->overlay = OVERLAY_NONE;
	else if (wish != PROMPT_NOTHING)
		go_until(a, wish == PROMPT_FORWARD);
	return true;
}

/* --- looks ------------------------------------------------------------------------------------------------- */

static void open_next_lab(struct app *a)
{
	static struct lab lab;
	static struct diag diag;
	struct screen_conf screen;
	int n = 0, count = 0;

	for (; builtin_labs[count].name; count++)
		if (strcmp(builtin_labs[count].name, a->lab_name) == 0)
			n = count + 1;
	n %= count;
	diag_init(&diag);
	if (!conf_read_builtin(builtin_labs[n].name, &lab, &screen, &diag))
		return;
	lab_copy(&a->lab, &lab);
	snprintf(a->lab_name, sizeof a->lab_name, "%s", builtin_labs[n].name);
	open_run(a);
	say(a, "%s", lab.head.title);
}

/* Writes the frame as it was drawn last, as text and as a picture. */
static void export_frame(struct app *a)
{
	static struct canvas canvas;
	static char bytes[1 << 21];
	const char *formats[] = { "text", "svg" };
	char path[80], time[32];

	time_text(&a->history.now, a->history.now.now_ms, time, sizeof time);
	app_draw(a, &canvas, a->columns, a->rows);
	for (int f = 0; f < 2; f++) {
		const struct back *back_end = back_find(formats[f]);
		const struct caption caption = { a->lab.head.title, NULL };
		struct sink sink = { bytes, sizeof bytes, 0 };

		back_end->emit(&canvas, a->theme, a->charset, &caption, &sink);
		snprintf(path, sizeof path, "failscope-%s%s", time, back_end->ending);
		if (!output_replace(path, bytes, sink.length < sizeof bytes ? sink.length : sizeof bytes)) {
			say(a, "%s: cannot be written: %s", path, strerror(errno));
			return;
		}
	}
	say(a, "written: failscope-%s.txt and .svg", time);
}

static void next_branch(struct app *a)
{
	struct history *h = &a->history;

	if (h->branch_count < 2) {
		say(a, "There is one story so far: a command given in the past begins another");
		return;
	}
	history_branch(h, (h->branch + 1) % h->branch_count);
	a->changed_step = h->now.step;
	say(a, "%s, at its end", h->branches[h->branch].name);
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static void move(struct app *a, int dx, int dy)
{
	a->cursor = target_move(&a->targets, a->cursor, dx, dy);
}

static void scroll_help(struct app *a, int lines)
{
	int most = view_help_lines() - a->rows + 1;

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

	if (action == ACTION_CLOSE || action == ACTION_HELP) {
		a->overlay = OVERLAY_NONE;
	} else if (a->overlay == OVERLAY_WHY) {
		return asking_action(a, action);
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
			give(a, &items[a->menu].command);
	} else if (action >= ACTION_QUICK_1 && action <= ACTION_QUICK_6) {
		a->overlay = OVERLAY_NONE;
		if ((int)(action - ACTION_QUICK_1) < n)
			give(a, &items[action - ACTION_QUICK_1].command);
	} else {
		return false;
	}
	return true;
}

static void open_menu(struct app *a)
{
	struct menu_item items[MENU_MAX];

	if (a->cursor.kind == SPOT_LOG) {
		asking_open(a);
		return;
	}
	if (menu_items(&a->history.now, a->cursor, items) == 0) {
		say(a, "Choose a thing first: arrows or a click; then f tells what can be done to it");
		return;
	}
	a->overlay = OVERLAY_MENU;
	a->menu = 0;
}

/* Going anywhere by hand ends playing. */
static void pause_for(struct app *a, void (*go)(struct app *))
{
	a->playing = false;
	go(a);
}

static void go_start(struct app *a)
{
	history_go_step(&a->history, 0);
	a->changed_step = a->history.now.step;
}

static void act(struct app *a, enum action action)
{
	const struct command all = { .kind = COMMAND_MEND_ALL };

	switch (action) {
	case ACTION_RUN:
		a->playing = !a->playing;
		a->owed = 0;
		break;
	case ACTION_STEP:
		pause_for(a, step);
		break;
	case ACTION_BACK:
		pause_for(a, back);
		break;
	case ACTION_NEXT:
		pause_for(a, next);
		break;
	case ACTION_LAST:
		pause_for(a, last);
		break;
	case ACTION_UNTIL:
		a->overlay = OVERLAY_UNTIL;
		prompt_open(&a->prompt);
		break;
	case ACTION_NEXT_SECOND:
	case ACTION_LAST_SECOND:
		a->playing = false;
		second(a, action == ACTION_NEXT_SECOND ? 1 : -1);
		break;
	case ACTION_START:
		pause_for(a, go_start);
		break;
	case ACTION_END:
		pause_for(a, go_end);
		break;
	case ACTION_RESTART:
		open_run(a);
		break;
	case ACTION_FASTER:
	case ACTION_SLOWER:
		change_speed(a, action == ACTION_FASTER ? 1 : -1);
		break;
	case ACTION_UP:
	case ACTION_DOWN:
		move(a, 0, action == ACTION_UP ? -1 : 1);
		break;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		move(a, action == ACTION_LEFT ? -1 : 1, 0);
		break;
	case ACTION_FAULTS:
		open_menu(a);
		break;
	case ACTION_WHY:
		asking_open(a);
		break;
	case ACTION_BREAK:
		toggle(a, a->cursor);
		break;
	case ACTION_MEND:
		mend(a);
		break;
	case ACTION_MEND_ALL:
		give(a, &all);
		break;
	case ACTION_QUICK_1:
	case ACTION_QUICK_2:
	case ACTION_QUICK_3:
	case ACTION_QUICK_4:
	case ACTION_QUICK_5:
	case ACTION_QUICK_6:
		quick(a, (int)(action - ACTION_QUICK_1) + 1);
		break;
	case ACTION_ACTIVE:
		type_for_group(a, "failover active");
		break;
	case ACTION_STANDBY:
		type_for_group(a, "no failover active");
		break;
	case ACTION_RESET:
		type_for_group(a, "failover reset");
		break;
	case ACTION_LOG_UP:
		a->log_back += 5;
		break;
	case ACTION_LOG_DOWN:
		a->log_back -= a->log_back < 5 ? a->log_back : 5;
		break;
	case ACTION_SYSLOG:
		a->syslog = !a->syslog;
		a->log_back = 0;
		break;
	case ACTION_FOLD_DOWN:
		a->fold_scroll = (a->fold_scroll + 5) % (a->lab.context_count > 0 ? a->lab.context_count : 1);
		break;
	case ACTION_BRANCH:
		pause_for(a, next_branch);
		break;
	case ACTION_THEME:
		a->theme = (enum theme)((a->theme + 1) % THEME_COUNT);
		break;
	case ACTION_CHARSET:
		a->charset = a->charset == CHARSET_UTF8 ? CHARSET_ASCII : CHARSET_UTF8;
		break;
	case ACTION_EXPORT:
		export_frame(a);
		break;
	case ACTION_LAB:
		open_next_lab(a);
		break;
	case ACTION_CLOSE:
		a->cursor = (struct target){ TARGET_NONE, 0, 0 };
		break;
	case ACTION_HELP:
		a->overlay = OVERLAY_HELP;
		a->scroll = 0;
		break;
	case ACTION_SUSPEND:
		a->suspend = true;
		break;
	case ACTION_REDRAW:
		a->redraw = true;
		break;
	case ACTION_QUIT:
		a->quit = true;
		break;
	case ACTION_NONE:
	case ACTION_COUNT:
		break;
	}
}

/* A click chooses what is under it; on what is chosen already it opens the menu. */
static void click(struct app *a, struct key key)
{
	struct target t = target_under(&a->targets, key.x, key.y);

	if (a->overlay != OVERLAY_NONE)
		a->overlay = OVERLAY_NONE;
	else if (t.kind != TARGET_NONE && target_equal(t, a->cursor))
		open_menu(a);
	else
		a->cursor = t;
}

void app_key(struct app *a, struct key key)
{
	enum action action = keys_find(key.code);

	if (a->overlay == OVERLAY_UNTIL && until_key(a, key.code))
		return;
	if (key.code == KEYCODE_WHEEL_UP || key.code == KEYCODE_WHEEL_DOWN)
		action = key.code == KEYCODE_WHEEL_UP ? ACTION_LOG_UP : ACTION_LOG_DOWN;
	a->message[0] = '\0';
	if (key.code == KEYCODE_MOUSE)
		click(a, key);
	else if (a->overlay == OVERLAY_NONE || !overlay_action(a, action))
		act(a, action);
}

/* --- the frame --------------------------------------------------------------------------------------------- */

/* The first entry that counts as just changed: after the last step by hand; while it runs, of the last second. */
static uint32_t changed_first(const struct app *a)
{
	const struct history *h = &a->history;
	uint32_t id = h->now.trace_id + 1, span_ms = a->speed_tenths * 100;

	for (;;) {
		const struct entry *e = history_entry(h, id - 1);
		bool fresh = e && (a->playing ? h->now.now_ms - e->at_ms <= span_ms : e->step > a->changed_step);

		if (!fresh || h->now.trace_id - id > 1000)
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

void app_draw(struct app *a, struct canvas *canvas, int columns, int rows)
{
	struct layout layout = layout_solve(columns, rows, (int)a->lab.context_count);
	struct scene scene = { a, &a->history, &a->history.now, &a->targets, changed_first(a),
		layout_tall(layout.at[VIEW_TOPOLOGY].h) };
	struct area all;

	a->columns = columns;
	a->rows = rows;
	a->targets.count = 0;
	canvas_reset(canvas, columns, rows);
	all = canvas_area(canvas);
	for (int v = 0; v < VIEW_COUNT; v++) {
		struct rect r = layout.at[v];

		if (r.w > 0 && r.h > 0)
			views[v].draw(&scene, area_part(all, r.x, r.y, r.w, r.h));
	}
	draw_cursor(a, all);
	if (a->overlay == OVERLAY_HELP)
		view_help(&scene, area_part(all, 0, 0, columns, rows > 2 ? rows - 1 : rows));
	else if (a->overlay == OVERLAY_MENU)
		view_menu(&scene, all);
	else if (a->overlay == OVERLAY_WHY)
		view_why(&scene, area_part(all, 0, 0, columns, rows > 2 ? rows - 1 : rows));
	else if (a->overlay == OVERLAY_UNTIL)
		view_until(&scene, all);
}
