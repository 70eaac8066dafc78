/* What keys do: commands to the run, moves in time, looks, and the table that names them all. */
#include "ui/actions.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/words.h"
#include "ui/asking.h"
#include "ui/conf/labs.h"
#include "ui/menu.h"
#include "ui/output.h"
#include "ui/present/presenting.h"
#include "ui/record/recorder.h"
#include "ui/script.h"
#include "ui/views/view.h"
#include "ui/why/describe.h"

enum { WITHIN_MS = 24 * 3600 * 1000, LOG_PAGE = 5 };

/* --- commands ---------------------------------------------------------------------------------------------- */

/* A command that was refused, or obeyed with a warning: at a console the device's answer alone, as the log has the line;
 * of a longer answer the last line is the sentence. */
static void say_answer(struct app *a, const struct command *c, const char *text, const char *reply)
{
	const char *last = strrchr(reply, '\n');

	if (c->kind == COMMAND_TYPE)
		app_say(a, "%s", last ? last + 1 : reply);
	else
		app_say(a, "%s: %s", text, reply);
}

/* Gives a command to the run and tells what became of it. */
bool action_give(struct app *a, const struct command *c)
{
	char reply[256], text[160];
	uint32_t branch = a->history.branch;
	bool done;

	a->changed_step = a->history.now.step;
	script_text(&a->lab, c, text, sizeof text);
	done = history_command(&a->history, c, reply, sizeof reply);
	if (!done || reply[0])
		say_answer(a, c, text, reply);
	else if (a->history.branch != branch)
		app_say(a, "%s: a new branch of the story begins here; B goes to the old one", text);
	else
		app_say(a, "%s", text);
	return done;
}

static void toggle(struct app *a, struct target t)
{
	struct command c;

	if (menu_commonest(&a->history.now, t, &c))
		action_give(a, &c);
	else
		app_say(a, "Nothing here can be broken: choose a unit, a link, a leg or a switch first");
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
		action_give(a, &c);
		any = true;
	}
	if (!any)
		app_say(a, "Nothing is broken here");
}

/* The unit's first leg in a group; TARGET_NONE where it has none. */
static struct target first_leg(const struct sim *s, uint32_t unit, uint32_t group)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (iface_group(s, unit, i) == group)
			return (struct target){ TARGET_LEG, (uint8_t)unit, (uint16_t)i };
	return (struct target){ TARGET_NONE, 0, 0 };
}

/* What the quick key 1 to 6 is about. */
static struct target quick_target(const struct sim *s, int which)
{
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
	return t;
}

static void quick(struct app *a, int which)
{
	toggle(a, quick_target(&a->history.now, which));
}

/* The first fault that fits a thing: what its quick key does. */
static int first_fault(struct target t)
{
	int f = 0;

	while (f < FAULT_COUNT && !fault_fits((enum fault_id)f, t))
		f++;
	return f;
}

/* How the first key of an action is shown. */
static const char *shown(enum action action)
{
	for (int b = 0; b < binding_count; b++)
		if (bindings[b].action == action)
			return bindings[b].shown;
	return NULL;
}

const char *action_key(const struct app *a, const struct command *c)
{
	if (c->kind == COMMAND_MEND_ALL)
		return shown(ACTION_MEND_ALL);
	for (int which = 1; which <= 6 && c->kind <= COMMAND_MEND; which++) {
		struct target t = quick_target(&a->history.now, which);

		if (t.kind != TARGET_NONE && target_equal(t, c->target) && c->fault == first_fault(t))
			return shown((enum action)(ACTION_QUICK_1 + which - 1));
	}
	return NULL;
}

static void type_for_group(struct app *a, const char *words)
{
	struct target t = a->cursor;
	uint32_t group = t.kind == SPOT_CONTEXT ? context_group(&a->history.now, t.unit, t.index) : t.index;
	struct command c = menu_typed(t.unit, group, words);

	if (t.kind == SPOT_GROUP || t.kind == SPOT_CONTEXT)
		action_give(a, &c);
	else
		app_say(a, "Put the cursor on a group of a unit first");
}

/* --- time -------------------------------------------------------------------------------------------------- */

static void step(struct app *a)
{
	a->changed_step = a->history.now.step;
	if (!history_step(&a->history))
		app_say(a, "Nothing is left to happen");
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
	if (history_next_notable(&a->history, WITHIN_MS))
		a->changed_step = a->history.now.step - 1;
	else
		app_say(a, "Nothing notable will happen within a day unless you do something");
}

static void last(struct app *a)
{
	if (!history_last_notable(&a->history))
		history_go_ms(&a->history, a->history.now.open_ms);
	a->changed_step = a->history.now.step - 1;
}

/* One page forward (1) or back (-1), as the keys do that a slide remote sends. */
static void turn_page(struct app *a, int by)
{
	a->playing = false;
	if (!a->pager.go)
		by > 0 ? next(a) : last(a);
	else if (!a->pager.go(a, a->pager.context, by))
		app_say(a, by > 0 ? "This was the last step" : "This is the first step");
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

/* --- looks ------------------------------------------------------------------------------------------------- */

static void open_next_lab(struct app *a)
{
	static struct lab lab;
	static struct diag diag;
	struct screen_conf screen;
	int n = 0, count = 0;

	if (a->recorder && a->recorder->on) {
		app_say(a, "A recording is of one lab: r ends it");
		return;
	}
	for (; builtin_labs[count].name; count++)
		if (strcmp(builtin_labs[count].name, a->lab_name) == 0)
			n = count + 1;
	n %= count;
	diag_init(&diag);
	if (!conf_read_builtin(builtin_labs[n].name, &lab, &screen, &diag))
		return;
	lab_copy(&a->lab, &lab);
	snprintf(a->lab_name, sizeof a->lab_name, "%s", builtin_labs[n].name);
	app_restart(a);
	app_say(a, "%s", lab.head.title);
}

/* Begins to record what is seen, or ends it and writes it. */
static void record(struct app *a)
{
	if (!a->recorder)
		app_say(a, "There is no room for a recording here");
	else if (a->recorder->on)
		recorder_end(a->recorder, a);
	else
		recorder_begin(a->recorder, a);
}

/* Writes the frame as it was drawn last, as text and as a picture. */
static void export_frame(struct app *a)
{
	static struct canvas canvas;
	static char bytes[1 << 21];
	const char *formats[] = { "text", "svg" };
	char path[80], time[32], title[DESCRIBE_TITLE_LEN], description[DESCRIBE_LEN];
	const struct caption caption = { describe_title(&a->history, a->lab_name, title, sizeof title),
		describe_frame(&a->history, description, sizeof description) };

	time_text(&a->history.now, a->history.now.now_ms, time, sizeof time);
	app_draw(a, &canvas, a->columns, a->rows);
	for (int f = 0; f < 2; f++) {
		const struct back *back_end = back_find(formats[f]);
		struct sink sink = { bytes, sizeof bytes, 0 };

		back_end->emit(&canvas, a->theme, a->charset, &caption, &sink);
		snprintf(path, sizeof path, "failscope-%s%s", time, back_end->ending);
		if (!output_replace(path, bytes, sink.length < sizeof bytes ? sink.length : sizeof bytes)) {
			app_say(a, "%s: cannot be written: %s", path, strerror(errno));
			return;
		}
	}
	app_say(a, "written: failscope-%s.txt and .svg", time);
}

static void next_branch(struct app *a)
{
	struct history *h = &a->history;

	if (h->branch_count < 2) {
		app_say(a, "There is one story so far: a command given in the past begins another");
		return;
	}
	history_branch(h, (h->branch + 1) % h->branch_count);
	a->changed_step = h->now.step;
	app_say(a, "%s, at its end", h->branches[h->branch].name);
}

void action_open_menu(struct app *a)
{
	struct menu_item items[MENU_MAX];

	if (a->cursor.kind == SPOT_LOG) {
		asking_open(a);
		return;
	}
	if (menu_items(&a->history.now, a->cursor, items) == 0) {
		app_say(a, "Choose a thing first: arrows or a click; then f tells what can be done to it");
		return;
	}
	a->overlay = OVERLAY_MENU;
	a->menu = 0;
}

/* --- the table --------------------------------------------------------------------------------------------- */

static void go_start(struct app *a)
{
	history_go_step(&a->history, 0);
	a->changed_step = a->history.now.step;
}

static void run(struct app *a)
{
	a->playing = !a->playing;
	a->owed = 0;
}

static void ask_until(struct app *a)
{
	a->below = a->overlay;
	a->overlay = OVERLAY_UNTIL;
	prompt_open(&a->prompt);
}

static void mend_all(struct app *a)
{
	const struct command all = { .kind = COMMAND_MEND_ALL };

	action_give(a, &all);
}

static void toggle_cursor(struct app *a)
{
	toggle(a, a->cursor);
}

/* The cursor's four directions: 0 up, 1 down, 2 left, 3 right. */
static void move(struct app *a, int direction)
{
	static const int dx[] = { 0, 0, -1, 1 }, dy[] = { -1, 1, 0, 0 };

	a->cursor = target_move(&a->targets, a->cursor, dx[direction], dy[direction]);
}

static void type(struct app *a, int which)
{
	static const char *const lines[] = { "failover active", "no failover active", "failover reset" };

	type_for_group(a, lines[which]);
}

static void scroll_log(struct app *a, int direction)
{
	if (direction > 0)
		a->log_back += LOG_PAGE;
	else
		a->log_back -= a->log_back < LOG_PAGE ? a->log_back : LOG_PAGE;
}

static void toggle_syslog(struct app *a)
{
	a->syslog = !a->syslog;
	a->log_back = 0;
}

static void fold_down(struct app *a)
{
	uint32_t shown = (uint32_t)(a->targets.contexts > 0 ? a->targets.contexts : 1);

	a->fold_scroll += shown;
	if (a->fold_scroll >= a->lab.context_count)
		a->fold_scroll = 0;
	else if (a->fold_scroll + shown > a->lab.context_count)
		a->fold_scroll = a->lab.context_count - shown;
}

static void next_theme(struct app *a)
{
	a->theme = (enum theme)((a->theme + 1) % THEME_COUNT);
}

static void next_charset(struct app *a)
{
	a->charset = a->charset == CHARSET_UTF8 ? CHARSET_ASCII : CHARSET_UTF8;
}

static void let_go(struct app *a)
{
	a->cursor = (struct target){ TARGET_NONE, 0, 0 };
}

static void help(struct app *a)
{
	a->below = a->overlay;
	a->overlay = OVERLAY_HELP;
	a->scroll = a->present.on ? binding_count + 2 : 0; /* the presenter's own keys first */
}

static void suspend(struct app *a)
{
	a->suspend = true;
}

static void redraw(struct app *a)
{
	a->redraw = true;
}

static void quit(struct app *a)
{
	a->quit = true;
}

/* Each action: what it does, plainly or with a number; and whether it ends playing, as going anywhere by hand does. */
static const struct {
	void (*plain)(struct app *a);
	void (*with)(struct app *a, int n);
	int n;
	bool pauses;
} acts[ACTION_COUNT] = {
	/* clang-format off */
	[ACTION_RUN]         = { .plain = run },
	[ACTION_STEP]        = { .plain = step, .pauses = true },
	[ACTION_BACK]        = { .plain = back, .pauses = true },
	[ACTION_NEXT]        = { .plain = next, .pauses = true },
	[ACTION_LAST]        = { .plain = last, .pauses = true },
	[ACTION_UNTIL]       = { .plain = ask_until },
	[ACTION_NEXT_SECOND] = { .with = second, .n = 1, .pauses = true },
	[ACTION_LAST_SECOND] = { .with = second, .n = -1, .pauses = true },
	[ACTION_START]       = { .plain = go_start, .pauses = true },
	[ACTION_END]         = { .plain = go_end, .pauses = true },
	[ACTION_RESTART]     = { .plain = app_restart },
	[ACTION_FASTER]      = { .with = change_speed, .n = 1 },
	[ACTION_SLOWER]      = { .with = change_speed, .n = -1 },
	[ACTION_UP]          = { .with = move, .n = 0 },
	[ACTION_DOWN]        = { .with = move, .n = 1 },
	[ACTION_LEFT]        = { .with = move, .n = 2 },
	[ACTION_RIGHT]       = { .with = move, .n = 3 },
	[ACTION_FAULTS]      = { .plain = action_open_menu },
	[ACTION_WHY]         = { .plain = asking_open },
	[ACTION_BREAK]       = { .plain = toggle_cursor },
	[ACTION_MEND]        = { .plain = mend },
	[ACTION_MEND_ALL]    = { .plain = mend_all },
	[ACTION_QUICK_1]     = { .with = quick, .n = 1 },
	[ACTION_QUICK_2]     = { .with = quick, .n = 2 },
	[ACTION_QUICK_3]     = { .with = quick, .n = 3 },
	[ACTION_QUICK_4]     = { .with = quick, .n = 4 },
	[ACTION_QUICK_5]     = { .with = quick, .n = 5 },
	[ACTION_QUICK_6]     = { .with = quick, .n = 6 },
	[ACTION_ACTIVE]      = { .with = type, .n = 0 },
	[ACTION_STANDBY]     = { .with = type, .n = 1 },
	[ACTION_RESET]       = { .with = type, .n = 2 },
	[ACTION_ASDM]        = { .plain = asdm_toggle },
	[ACTION_LOG_UP]      = { .with = scroll_log, .n = 1 },
	[ACTION_LOG_DOWN]    = { .with = scroll_log, .n = -1 },
	[ACTION_SYSLOG]      = { .plain = toggle_syslog },
	[ACTION_FOLD_DOWN]   = { .plain = fold_down },
	[ACTION_BRANCH]      = { .plain = next_branch, .pauses = true },
	[ACTION_THEME]       = { .plain = next_theme },
	[ACTION_CHARSET]     = { .plain = next_charset },
	[ACTION_PRESENT]     = { .plain = presenting_toggle },
	[ACTION_FORWARD]     = { .with = turn_page, .n = 1 },
	[ACTION_BACKWARD]    = { .with = turn_page, .n = -1 },
	[ACTION_BLANK]       = { .plain = presenting_blank },
	[ACTION_SHOW_LOG]    = { .plain = presenting_toggle_log },
	[ACTION_SPOTLIGHT]   = { .plain = presenting_toggle_spotlight },
	[ACTION_LEAVE]       = { .plain = presenting_leave },
	[ACTION_EXPORT]      = { .plain = export_frame },
	[ACTION_RECORD]      = { .plain = record },
	[ACTION_LAB]         = { .plain = open_next_lab },
	[ACTION_CLOSE]       = { .plain = let_go },
	[ACTION_HELP]        = { .plain = help },
	[ACTION_SUSPEND]     = { .plain = suspend },
	[ACTION_REDRAW]      = { .plain = redraw },
	[ACTION_QUIT]        = { .plain = quit },
	/* clang-format on */
};

void action_do(struct app *a, enum action action)
{
	if (acts[action].pauses)
		a->playing = false;
	if (acts[action].plain)
		acts[action].plain(a);
	else if (acts[action].with)
		acts[action].with(a, acts[action].n);
}
