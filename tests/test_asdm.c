/* The ASDM view: its panes and fields, what they stand for, what keys do there, and how it looks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/stage.h"
#include "ui/app.h"
#include "ui/asdm/values.h"
#include "ui/look.h"

static struct app app;
static struct canvas canvas;

/* Nothing has happened yet. */
static void open_lab(const char *name)
{
	stage_open(&app, name, "", 0);
	app.changed_step = app.history.now.step;
}

static void press_code(uint32_t code)
{
	app_draw(&app, &canvas, 80, 24);
	app_key(&app, (struct key){ code, 0, 0 });
}

static void press(const char *keys)
{
	for (; *keys; keys++)
		press_code((unsigned char)*keys);
}

static const char *value_of(const char *pane, uint32_t unit, const char *field)
{
	static char value[ASDM_VALUE_LEN];
	struct asdm_cell cell;

	assert_true(asdm_open(&app, pane, unit, field));
	assert_true(asdm_marked(&app, &cell));
	asdm_fields[cell.field].get(&app.history.now, unit, cell.index, value);
	return value;
}

static void expect_screen(const char *pane, int columns, int rows)
{
	char name[64];

	snprintf(name, sizeof name, "asdm-%s-%dx%d", pane, columns, rows);
	stage_expect(&app, &canvas, name, columns, rows);
}

/* --- the lists --------------------------------------------------------------------------------------------- */

static void every_pane_is_found_by_its_words(void **state)
{
	(void)state;
	for (int p = 0; p < ASDM_PANE_COUNT; p++)
		assert_int_equal(asdm_find(asdm_panes[p].word), p);
	assert_int_equal(asdm_find("group-1"), ASDM_GROUPS);
	assert_int_equal(asdm_find("monitor-2"), ASDM_MONITOR_2);
	assert_int_equal(asdm_find("wizard"), -1);
}

/* A word names one field of its set; what is read only says why or where else; sentences fit their place. */
static void every_field_is_declared_whole(void **state)
{
	(void)state;
	for (int f = 0; f < asdm_field_count; f++) {
		const struct asdm_field *field = &asdm_fields[f];

		for (int g = f + 1; g < asdm_field_count; g++)
			assert_false(field->edit != EDIT_HEAD && field->set == asdm_fields[g].set &&
			    strcmp(field->word, asdm_fields[g].word) == 0);
		if (field->edit == EDIT_READ)
			assert_true(field->sentence[0] != '\0');
		else if (field->edit != EDIT_HEAD)
			assert_true(field->lines[0] != '\0');
	}
}

/* Every cell of every pane can be found by its name, has a value, and lines without a hole in them. */
static void every_cell_has_a_value_and_its_lines(void **state)
{
	struct asdm_row row;

	(void)state;
	open_lab("active-active.ini");
	for (int p = 0; p < ASDM_PANE_COUNT; p++)
		for (int n = 0; asdm_row(&app.history.now, (enum asdm_pane)p, n, &row); n++)
			for (int c = 0; c < asdm_columns(&row); c++) {
				struct asdm_cell cell = asdm_cell_of((enum asdm_pane)p, &row, c);
				const struct asdm_field *field = &asdm_fields[cell.field];
				char value[ASDM_VALUE_LEN];
				struct asdm_lines lines;

				field->get(&app.history.now, PRIMARY, cell.index, value);
				assert_true(value[0] != '\0' || field->edit == EDIT_BUTTON);
				asdm_lines(&app.history.now, cell, PRIMARY, value, &lines);
				assert_true(lines.count > 0 || field->edit == EDIT_READ || strcmp(value, "none") == 0 ||
				    strcmp(value, "no") == 0);
				for (int l = 0; l < lines.count; l++)
					assert_null(strpbrk(lines.line[l], "{}|"));
			}
}

/* --- what fields stand for --------------------------------------------------------------------------------- */

/* The lines of a field for a value, as one text. */
static const char *lines_of(const char *pane, const char *field, const char *value)
{
	static char all[ASDM_LINES * ASDM_LINE_LEN];
	struct asdm_lines lines;
	struct asdm_cell cell;

	assert_true(asdm_open(&app, pane, PRIMARY, field));
	assert_true(asdm_marked(&app, &cell));
	asdm_lines(&app.history.now, cell, PRIMARY, value, &lines);
	all[0] = '\0';
	for (int l = 0; l < lines.count; l++)
		snprintf(all + strlen(all), sizeof all - strlen(all), l ? "|%s" : "%s", lines.line[l]);
	return all;
}

static void a_value_becomes_console_lines(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_string_equal(lines_of("groups", "preempt 2", "no"), "failover group 2|no preempt|exit");
	assert_string_equal(lines_of("groups", "delay 2", "30 s"), "failover group 2|preempt 30|exit");
	assert_string_equal(lines_of("groups", "delay 2", "0"), "failover group 2|preempt|exit");
	assert_string_equal(lines_of("groups", "role 1", "Secondary"), "failover group 1|secondary|exit");
	assert_string_equal(lines_of("groups", "poll 1", "500ms"),
	    "failover group 1|polltime interface msec 500 holdtime 25|exit");
	assert_string_equal(lines_of("contexts", "group CTX2", "1"), "context CTX2|join-failover-group 1|exit");
	assert_string_equal(lines_of("criteria", "unit-hold", "3"), "failover polltime unit 1 holdtime 3");
	assert_string_equal(lines_of("setup", "lan-standby", "10.0.0.3"),
	    "failover interface ip folink 10.0.0.1 255.255.255.252 standby 10.0.0.3");
	assert_string_equal(lines_of("setup", "link-ip", "10.9.9.1 255.255.255.0 standby 10.9.9.2"),
	    "failover interface ip statelink 10.9.9.1 255.255.255.0 standby 10.9.9.2");
	assert_string_equal(lines_of("setup", "key", "none"), "no failover key");
	assert_string_equal(lines_of("interfaces", "monitored CTX1/inside", "no"), "no monitor-interface inside");
	assert_string_equal(lines_of("interfaces", "standby CTX2/outside", ""),
	    "interface outside|ip address 192.0.2.5 255.255.255.252|exit");
	assert_string_equal(lines_of("groups", "mac-active CTX2/inside", "0200.0000.0001"),
	    "failover group 2|mac address GigabitEthernet0/4 0200.0000.0001 00a0.c904.0202|exit");
	assert_string_equal(lines_of("groups", "mac-active CTX2/inside", "0200.0000.0001 0200.0000.0002"),
	    "failover group 2|mac address GigabitEthernet0/4 0200.0000.0001 0200.0000.0002|exit");
	assert_string_equal(lines_of("groups", "mac-standby CTX2/inside", "none"),
	    "failover group 2|no mac address GigabitEthernet0/4|exit");
	assert_string_equal(lines_of("monitor-2", "make-active", ""), "failover active group 2");
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static void arrows_go_from_field_to_field_and_from_pane_to_pane(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	press("A");
	assert_int_equal(app.overlay, OVERLAY_ASDM);
	assert_int_equal(app.asdm.pane, ASDM_CONTEXTS);
	press_code(KEYCODE_TAB);
	assert_int_equal(app.asdm.pane, ASDM_GROUPS);
	press("l");
	assert_int_equal(app.asdm.column, 1);
	press("l");
	assert_int_equal(app.asdm.pane, ASDM_SETUP);
	press("h");
	assert_int_equal(app.asdm.pane, ASDM_GROUPS);
	press_code(KEYCODE_BACKTAB);
	press_code(KEYCODE_BACKTAB);
	assert_int_equal(app.asdm.pane, ASDM_MONITOR_2);
	press("d");
	assert_int_equal(app.asdm.unit, SECONDARY);
	press("A");
	assert_int_equal(app.overlay, OVERLAY_NONE);
	press("A");
	assert_int_equal(app.asdm.pane, ASDM_MONITOR_2);
	press_code(KEYCODE_ESCAPE);
	assert_int_equal(app.overlay, OVERLAY_NONE);
}

/* Headings are passed over; the last field is as far as it goes. */
static void headings_are_passed_over(void **state)
{
	struct asdm_cell cell;
	const char *last = "";

	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "setup", PRIMARY, NULL));
	for (int n = 0; n < 40; n++) {
		assert_true(asdm_marked(&app, &cell));
		assert_int_not_equal(asdm_fields[cell.field].edit, EDIT_HEAD);
		last = asdm_fields[cell.field].word;
		press("j");
	}
	assert_string_equal(last, "http");
}

/* The dashboard's cursor says at which unit and pane the view opens. */
static void it_opens_where_the_cursor_is(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	app.cursor = (struct target){ SPOT_GROUP, SECONDARY, 2 };
	press("A");
	assert_int_equal(app.asdm.unit, SECONDARY);
	assert_int_equal(app.asdm.pane, ASDM_MONITOR_2);
}

/* Time goes on in the view, help and the prompt come back to it. */
static void time_keys_work_in_it(void **state)
{
	uint32_t open_ms;

	(void)state;
	open_lab("active-active.ini");
	open_ms = app.history.now.open_ms;
	press("A>>");
	assert_int_equal(app.history.now.now_ms - open_ms, 2000);
	press("<");
	assert_int_equal(app.history.now.now_ms - open_ms, 1000);
	press("?");
	assert_int_equal(app.overlay, OVERLAY_HELP);
	press("?");
	assert_int_equal(app.overlay, OVERLAY_ASDM);
	press("u");
	press_code(KEYCODE_ESCAPE);
	assert_int_equal(app.overlay, OVERLAY_ASDM);
	press("1");
	assert_int_equal(app.history.now.unit[PRIMARY].run, RUN_OFF);
	assert_int_equal(app.overlay, OVERLAY_ASDM);
}

static void a_click_chooses_a_tab_and_a_field(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	press("A");
	app_draw(&app, &canvas, 80, 24);
	app_key(&app, (struct key){ KEYCODE_MOUSE, 12, 1 });
	assert_int_equal(app.asdm.pane, ASDM_GROUPS);
	app_draw(&app, &canvas, 80, 24);
	for (int y = 0; y < 24; y++)
		if (target_under(&app.targets, 32, y).kind == SPOT_FIELD) {
			app_key(&app, (struct key){ KEYCODE_MOUSE, 32, y });
			break;
		}
	assert_int_equal(app.asdm.column, 1);
	assert_int_equal(app.overlay, OVERLAY_ASDM);
}

/* --- changing ---------------------------------------------------------------------------------------------- */

/* Make Active at the other unit: the group moves, as when it is typed. */
static void make_active_moves_the_group(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "monitor-1", SECONDARY, "make-active"));
	press_code(KEYCODE_ENTER);
	assert_false(app.asdm.typed.refused);
	press(">");
	assert_string_equal(value_of("monitor-1", SECONDARY, "this-host"), "Active");
	assert_string_equal(value_of("monitor-1", PRIMARY, "this-host"), "Standby Ready");
}

/* What the device refuses is kept in its words, and nothing changes. */
static void a_refusal_is_shown_in_the_devices_words(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "criteria", PRIMARY, "unit-poll"));
	press_code(KEYCODE_ENTER);
	assert_true(app.asdm.editing);
	press_code(key_ctrl('u'));
	press("soon");
	press_code(KEYCODE_ENTER);
	assert_false(app.asdm.editing);
	assert_true(app.asdm.typed.refused);
	assert_non_null(strstr(app.asdm.typed.reply, "Invalid input detected at '^' marker."));
	assert_string_equal(value_of("criteria", PRIMARY, "unit-poll"), "1 s");
	assert_true(asdm_was_refused(&app));
	press(".");
	assert_false(asdm_was_refused(&app));
}

/* Every field that can be changed: its pane and name, another value, what is shown then (NULL: the device refuses it), and
 * whether it takes it with failover off only. */
static const struct {
	const char *pane, *field, *value, *then;
	bool off_only;
} changes[] = {
	{ "contexts", "group CTX2", "1", "1", true },
	{ "groups", "role 2", "Primary", "Primary", true },
	{ "groups", "preempt 1", "no", "no", true },
	{ "groups", "delay 2", "30", "30 s", true },
	{ "groups", "policy 1", "50%", "50%", true },
	{ "groups", "poll 2", "500 ms", "500 ms", true },
	{ "groups", "hold 2", "60", "60 s", true },
	{ "groups", "http 1", "yes", "yes", true },
	{ "groups", "mac-active CTX2/inside", "0200.0000.0001", "0200.0000.0001", true },
	{ "groups", "mac-standby CTX2/inside", "0200.0000.0002", "0200.0000.0002", true },
	{ "setup", "key", "secret", "*****", false },
	{ "setup", "lan-port", "GigabitEthernet0/7", "GigabitEthernet0/7", true },
	{ "setup", "lan-name", "fover", "fover", true },
	{ "setup", "lan-ip", "10.0.0.2 255.255.255.252 standby 10.0.0.1", "10.0.0.2", false },
	{ "setup", "lan-mask", "255.255.255.0", "255.255.255.0", false },
	{ "setup", "lan-standby", "10.0.0.1", NULL, false }, /* there is no other in that network */
	{ "setup", "role", "Secondary", "Secondary", true },
	{ "setup", "link-shared", "yes", "yes", false },
	{ "setup", "link-port", "GigabitEthernet0/7", "GigabitEthernet0/7", false },
	{ "setup", "link-name", "state", "state", false },
	{ "setup", "link-ip", "10.0.1.2 255.255.255.252 standby 10.0.1.1", "10.0.1.2", false },
	{ "setup", "link-mask", "255.255.255.0", "255.255.255.0", false },
	{ "setup", "link-standby", "10.0.1.2", "10.0.1.2", false },
	{ "setup", "http", "yes", "yes", false },
	{ "criteria", "unit-poll", "500 ms", "500 ms", false },
	{ "criteria", "unit-hold", "3", "3 s", false },
	{ "criteria", "link-state", "300 ms", "300 ms", false },
	{ "criteria", "policy", "2", "2", false },
	{ "criteria", "if-poll", "3", "3 s", false },
	{ "criteria", "if-hold", "50", "50 s", false },
	{ "mac", "auto", "yes", "yes", false },
	{ "mac", "prefix", "77", "77", false },
	{ "interfaces", "standby CTX1/inside", "none", "none", false },
	{ "interfaces", "monitored CTX2/inside", "no", "no", false },
	{ "interfaces", "asr CTX2/outside", "7", "7", false },
};

enum { CHANGES = sizeof changes / sizeof *changes };

static void every_field_can_be_changed_where_the_device_lets_it(void **state)
{
	(void)state;
	for (int off = 0; off <= 1; off++)
		for (int n = 0; n < CHANGES; n++) {
			char before[ASDM_VALUE_LEN];
			bool taken, may = changes[n].then && (off || !changes[n].off_only);

			open_lab("active-active.ini");
			if (off) {
				assert_true(asdm_open(&app, "setup", PRIMARY, "enable"));
				assert_true(asdm_give(&app, "no"));
			}
			snprintf(before, sizeof before, "%s", value_of(changes[n].pane, PRIMARY, changes[n].field));
			taken = asdm_give(&app, changes[n].value);
			if (taken != may)
				print_error("%s %s: %s\n", changes[n].pane, changes[n].field, app.message);
			assert_int_equal(taken, may);
			if (!taken)
				assert_true(app.asdm.typed.refused && app.asdm.typed.reply[0]);
			assert_string_equal(value_of(changes[n].pane, PRIMARY, changes[n].field), taken ? changes[n].then : before);
		}
}

/* The list above names every field that can be changed. */
static void no_field_is_left_untried(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	for (int f = 0; f < asdm_field_count; f++) {
		const struct asdm_field *field = &asdm_fields[f];
		bool tried = field->edit <= EDIT_READ || field->edit == EDIT_BUTTON || strcmp(field->word, "enable") == 0;

		for (int n = 0; n < CHANGES && !tried; n++) {
			size_t length = strcspn(changes[n].field, " ");

			tried = asdm_panes[asdm_find(changes[n].pane)].set == field->set && strlen(field->word) == length &&
			    strncmp(field->word, changes[n].field, length) == 0;
		}
		if (!tried)
			print_error("nothing tries %s\n", field->word);
		assert_true(tried);
	}
}

/* A line that is refused inside a sub-mode leaves it all the same. */
static void a_refusal_leaves_the_sub_mode(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "setup", PRIMARY, "enable"));
	assert_true(asdm_give(&app, "no"));
	assert_true(asdm_open(&app, "groups", PRIMARY, "delay 1"));
	assert_false(asdm_give(&app, "1500"));
	assert_int_equal(app.asdm.typed.lines.count, 2);
	assert_true(asdm_give(&app, "12"));
	assert_string_equal(value_of("groups", PRIMARY, "delay 1"), "12 s");
	assert_string_equal(value_of("groups", PRIMARY, "preempt 1"), "yes");
}

/* What is changed with failover on reaches the mate; each unit's values are its own. */
static void a_change_is_replicated(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "criteria", PRIMARY, "unit-hold"));
	assert_true(asdm_give(&app, "9"));
	assert_string_equal(value_of("criteria", SECONDARY, "unit-hold"), "15 s");
	press(">");
	assert_string_equal(value_of("criteria", SECONDARY, "unit-hold"), "9 s");
}

/* What a console line has no room for is not typed at all. */
static void a_value_that_is_too_long_is_not_typed(void **state)
{
	uint32_t step;

	(void)state;
	open_lab("active-active.ini");
	step = app.history.now.step;
	assert_true(asdm_open(&app, "setup", PRIMARY, "lan-ip"));
	assert_false(asdm_give(&app, "10.0.0.1 255.255.255.252 standby 10.0.0.2 and so on and so forth, for ever"));
	assert_string_equal(app.message, "A console line has room for 83 characters");
	assert_int_equal(app.history.now.step, step);
}

/* A value that is being typed can be left; a field that is read only says why. */
static void a_value_can_be_left_as_it_is(void **state)
{
	uint32_t step;

	(void)state;
	open_lab("active-active.ini");
	step = app.history.now.step;
	assert_true(asdm_open(&app, "criteria", PRIMARY, "unit-hold"));
	press_code(KEYCODE_ENTER);
	press_code(KEYCODE_BACKSPACE);
	press("0");
	press_code(KEYCODE_ESCAPE);
	assert_false(app.asdm.editing);
	assert_true(asdm_open(&app, "interfaces", PRIMARY, "active CTX1/inside"));
	press_code(KEYCODE_ENTER);
	assert_true(app.message[0] != '\0');
	assert_int_equal(app.history.now.step, step);
}

/* Preempt that is switched on again keeps no delay, and one that is on shows the delay in its line. */
static void preempt_and_its_delay_are_one_line(void **state)
{
	(void)state;
	open_lab("preempt-delay.ini");
	assert_string_equal(lines_of("groups", "preempt 2", "yes"), "failover group 2|preempt 30|exit");
	assert_true(asdm_open(&app, "setup", PRIMARY, "enable"));
	assert_true(asdm_give(&app, "no"));
	assert_true(asdm_open(&app, "groups", PRIMARY, "preempt 2"));
	assert_true(asdm_give(&app, "no"));
	assert_string_equal(value_of("groups", PRIMARY, "delay 2"), "none");
	assert_string_equal(lines_of("groups", "preempt 2", "yes"), "failover group 2|preempt|exit");
}

/* Any heap of keys at any size leaves a view that goes on. */
static void a_storm_of_keys_does_no_harm(void **state)
{
	static const char keys[] = "Ahjkldhjkl.,]< >123M?u0s\t";
	uint32_t chance = 7;

	(void)state;
	open_lab("twelve-contexts.ini");
	for (int n = 0; n < 3000; n++) {
		chance = chance * 1664525u + 1013904223u;
		struct key key = { (unsigned char)keys[(chance >> 16) % (sizeof keys - 1)], (int)(chance >> 20) % 80,
			(int)(chance >> 8) % 24 };

		if (chance % 5 == 0)
			key.code = KEYCODE_UP + chance / 64 % 22;
		if (key.code == KEYCODE_END)
			continue;
		if (app.overlay == OVERLAY_NONE)
			key.code = 'A';
		app_draw(&app, &canvas, (int)(chance >> 24) % 130, (int)(chance >> 16) % 40);
		app_key(&app, key);
		app_tick(&app, 40);
	}
}

/* --- how it looks ------------------------------------------------------------------------------------------ */

static void every_pane_at_rest(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	for (int p = 0; p < ASDM_PANE_COUNT; p++) {
		assert_true(asdm_open(&app, asdm_panes[p].word, p % 2 ? SECONDARY : PRIMARY, NULL));
		expect_screen(asdm_panes[p].word, 80, 24);
		expect_screen(asdm_panes[p].word, 120, 36);
	}
	assert_true(asdm_open(&app, "groups", PRIMARY, "delay 2"));
	expect_screen("groups", 40, 12);
	assert_true(asdm_open(&app, "interfaces", PRIMARY, "monitored CTX2/inside"));
	expect_screen("interfaces", 40, 12);
}

static void a_value_that_is_being_typed(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "groups", PRIMARY, "delay 2"));
	press_code(KEYCODE_ENTER);
	press_code(key_ctrl('u'));
	press("30");
	expect_screen("typing", 80, 24);
	app.charset = CHARSET_ASCII;
	app.theme = THEME_MONO;
	expect_screen("typing-ascii-mono", 80, 24);
}

/* The device's words beside the pane, and nothing changed; then with failover off. */
static void what_the_device_refuses(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "groups", PRIMARY, "preempt 2"));
	press_code(KEYCODE_ENTER);
	expect_screen("refused", 80, 24);
	assert_true(asdm_open(&app, "setup", PRIMARY, "enable"));
	press_code(KEYCODE_ENTER);
	assert_true(asdm_open(&app, "groups", PRIMARY, "preempt 2"));
	press_code(KEYCODE_ENTER);
	expect_screen("obeyed", 80, 24);
	expect_screen("obeyed", 120, 36);
}

/* A field can be lit, for a walkthrough: all of its row stays, the rest of the pane is shaded. */
static void a_field_can_be_lit(void **state)
{
	char why[200];

	(void)state;
	open_lab("active-active.ini");
	assert_true(look_show(&app, "asdm groups at ASA2", 80, 24, why, sizeof why));
	assert_false(look_light(&app, "field nothing", why, sizeof why));
	assert_true(look_light(&app, "field preempt 2", why, sizeof why));
	app_draw(&app, &canvas, 80, 24);
	for (int y = 0; y < 24; y++) {
		bool row = target_under(&app.targets, 32, y).kind == SPOT_FIELD && target_under(&app.targets, 32, y).index == 2;

		if (canvas_at(&canvas, 2, y)->rune > ' ' && y > 0 && y < 22)
			assert_int_equal((canvas_at(&canvas, 2, y)->flags & CELL_SHADED) == 0, row);
	}
}

/* The effect stands beside the pane: the group on its way, what was typed, what followed. */
static void what_make_active_does(void **state)
{
	(void)state;
	open_lab("active-active.ini");
	assert_true(asdm_open(&app, "monitor-1", SECONDARY, "make-active"));
	press_code(KEYCODE_ENTER);
	press("]]]");
	expect_screen("make-active", 80, 24);
	expect_screen("make-active", 120, 36);
}

static void every_size_is_drawn(void **state)
{
	(void)state;
	open_lab("twelve-contexts.ini");
	press("1>");
	for (int p = 0; p < ASDM_PANE_COUNT; p++) {
		assert_true(asdm_open(&app, asdm_panes[p].word, p % 2 ? SECONDARY : PRIMARY, NULL));
		for (int columns = 0; columns <= 130; columns += columns < 30 ? 1 : 3)
			for (int rows = 0; rows <= 40; rows += rows < 26 ? 1 : 2) {
				app.asdm.editing = rows % 3 == 0;
				app_draw(&app, &canvas, columns, rows);
				assert_int_equal(canvas.columns, columns);
				assert_int_equal(canvas.rows, rows);
			}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pane_is_found_by_its_words),
		cmocka_unit_test(every_field_is_declared_whole),
		cmocka_unit_test(every_cell_has_a_value_and_its_lines),
		cmocka_unit_test(a_value_becomes_console_lines),
		cmocka_unit_test(arrows_go_from_field_to_field_and_from_pane_to_pane),
		cmocka_unit_test(headings_are_passed_over),
		cmocka_unit_test(it_opens_where_the_cursor_is),
		cmocka_unit_test(time_keys_work_in_it),
		cmocka_unit_test(a_click_chooses_a_tab_and_a_field),
		cmocka_unit_test(make_active_moves_the_group),
		cmocka_unit_test(a_refusal_is_shown_in_the_devices_words),
		cmocka_unit_test(every_field_can_be_changed_where_the_device_lets_it),
		cmocka_unit_test(no_field_is_left_untried),
		cmocka_unit_test(a_refusal_leaves_the_sub_mode),
		cmocka_unit_test(a_change_is_replicated),
		cmocka_unit_test(a_value_that_is_too_long_is_not_typed),
		cmocka_unit_test(a_value_can_be_left_as_it_is),
		cmocka_unit_test(preempt_and_its_delay_are_one_line),
		cmocka_unit_test(a_storm_of_keys_does_no_harm),
		cmocka_unit_test(every_pane_at_rest),
		cmocka_unit_test(what_the_device_refuses),
		cmocka_unit_test(a_value_that_is_being_typed),
		cmocka_unit_test(a_field_can_be_lit),
		cmocka_unit_test(what_make_active_does),
		cmocka_unit_test(every_size_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
