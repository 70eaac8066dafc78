/* Screens: a key script in, the text grid and the style grid out, kept in tests/screens/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/stage.h"
#include "ui/app.h"
#include "ui/script.h"
#include "ui/views/view.h"

static struct app app;
static struct canvas canvas;
static char text[1 << 20];

static void open_lab(const char *name, const char *story, uint32_t until_ms)
{
	stage_open(&app, name, story, until_ms);
}

static void press(const char *keys, int columns, int rows)
{
	for (; *keys; keys++) {
		struct key key = { (unsigned char)*keys, 0, 0 };

		app_draw(&app, &canvas, columns, rows);
		app_key(&app, key);
	}
}

static void expect_screen(const char *name, int columns, int rows)
{
	stage_expect(&app, &canvas, name, columns, rows);
}

static void the_page_pair_at_rest(void **state)
{
	(void)state;
	open_lab("active-active.ini", "", 0);
	expect_screen("rest-80x24", 80, 24);
	expect_screen("rest-120x36", 120, 36);
	expect_screen("rest-100x34", 100, 34);
	expect_screen("rest-40x12", 40, 12);
	app.charset = CHARSET_ASCII;
	expect_screen("rest-80x24-ascii", 80, 24);
	app.theme = THEME_MONO;
	expect_screen("rest-80x24-mono", 80, 24);
}

static void the_primary_has_lost_power(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	expect_screen("power-80x24", 80, 24);
	expect_screen("power-120x36", 120, 36);
	expect_screen("power-40x12", 40, 12);
}

static void an_interface_has_failed_and_one_group_moved(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault carrier ASA1:CTX1/inside", 11000);
	expect_screen("interface-80x24", 80, 24);
	expect_screen("interface-120x36", 120, 36);
}

/* The log can be the devices' own: a message that is too long for its line goes on below it. */
static void the_log_as_the_devices_syslog(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	press("y", 80, 24);
	expect_screen("syslog-80x24", 80, 24);
	expect_screen("syslog-120x36", 120, 36);
	press("y", 80, 24);
	expect_screen("power-80x24", 80, 24);
}

static void both_units_are_active(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault carrier folink; 10 fault down SW-IN; 10 fault down SW-OUT", 40000);
	expect_screen("split-80x24", 80, 24);
}

/* A unit with failover off believes nothing of its mate, and nothing of its state is kept. */
static void failover_is_off_on_one_unit(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault licence ASA2", 20000);
	expect_screen("off-80x24", 80, 24);
	expect_screen("off-120x36", 120, 36);
}

static void a_large_lab_folds(void **state)
{
	(void)state;
	open_lab("twelve-contexts.ini", "", 0);
	expect_screen("twelve-80x24", 80, 24);
	expect_screen("twelve-120x36", 120, 36);
}

static void help_and_menu_lie_over_the_picture(void **state)
{
	(void)state;
	open_lab("active-active.ini", "", 0);
	press("?", 80, 24);
	expect_screen("help-80x24", 80, 24);
	press("?", 80, 24);
	press("jjf", 80, 24);
	expect_screen("menu-80x24", 80, 24);
}

/* The prompt of "run until": what is typed, what it means, or what is wrong with it. */
static void a_condition_is_typed_below_the_picture(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 12000);
	press("u", 80, 24);
	expect_screen("until-80x24", 80, 24);
	press("g1 active on ASA2", 80, 24);
	expect_screen("until-typed-80x24", 80, 24);
	press("x", 80, 24);
	app_key(&app, (struct key){ KEYCODE_ENTER, 0, 0 });
	expect_screen("until-mistake-40x12", 40, 12);
}

/* The log is scrolled back to its oldest line, and no further: one page forward is one page. */
static void the_log_ends_at_its_oldest_line(void **state)
{
	uint32_t most;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 60000);
	for (int n = 0; n < 50; n++)
		app_key(&app, (struct key){ KEYCODE_PAGE_UP, 0, 0 });
	expect_screen("log-oldest-80x24", 80, 24);
	most = app.log_back;
	app_key(&app, (struct key){ KEYCODE_PAGE_DOWN, 0, 0 });
	assert_true(app.log_back < most);
	press("y", 80, 24);
	for (int n = 0; n < 50; n++)
		app_key(&app, (struct key){ KEYCODE_PAGE_UP, 0, 0 });
	expect_screen("syslog-oldest-80x24", 80, 24);
}

/* A long word to the reader takes the rows that it needs, over what stands there, until the next key. */
static void a_long_message_is_read_to_its_end(void **state)
{
	(void)state;
	open_lab("active-active.ini", "", 0);
	press("b", 80, 24);
	expect_screen("message-40x12", 40, 12);
	press("1]]", 40, 12);
	press("[2", 40, 12);
	expect_screen("message-branch-40x12", 40, 12);
}

/* The presenter's stage: who is active, to be read from the back row. */
static void the_stage_at_rest(void **state)
{
	(void)state;
	open_lab("active-active.ini", "", 0);
	press("P", 80, 24);
	expect_screen("stage-rest-80x24", 80, 24);
	expect_screen("stage-rest-120x36", 120, 36);
	expect_screen("stage-rest-40x12", 40, 12);
	app.charset = CHARSET_ASCII;
	expect_screen("stage-rest-80x24-ascii", 80, 24);
}

static void the_stage_after_a_power_fault(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	press("P", 80, 24);
	expect_screen("stage-power-80x24", 80, 24);
	expect_screen("stage-power-120x36", 120, 36);
	expect_screen("stage-power-40x12", 40, 12);
	press("e", 80, 24);
	expect_screen("stage-log-80x24", 80, 24);
}

static void the_stage_in_a_split(void **state)
{
	(void)state;
	open_lab("power-on.ini", "1 fault carrier folink", 120000);
	press("P", 80, 24);
	expect_screen("stage-split-80x24", 80, 24);
	expect_screen("stage-split-120x36", 120, 36);
	expect_screen("stage-split-40x12", 40, 12);
}

static void the_stage_of_a_large_lab(void **state)
{
	(void)state;
	open_lab("twelve-contexts.ini", "10 fault carrier FW-A:C02/inside", 40000);
	press("P", 80, 24);
	expect_screen("stage-twelve-80x24", 80, 24);
	expect_screen("stage-twelve-120x36", 120, 36);
	expect_screen("stage-twelve-40x12", 40, 12);
}

static void page(int by)
{
	app_draw(&app, &canvas, 80, 24);
	app_key(&app, (struct key){ by > 0 ? KEYCODE_PAGE_DOWN : KEYCODE_PAGE_UP, 0, 0 });
}

/* Is the cell at a place shaded? */
static bool is_shaded(int x, int y)
{
	return canvas_at(&canvas, x, y)->flags & CELL_SHADED;
}

/* The keys of a slide remote go from one notable event to the next, and back by the same way; what changed is in a
 * spotlight until the next step, and all is lit while it runs. */
static void a_remote_goes_forward_and_back(void **state)
{
	uint32_t steps[6];

	(void)state;
	open_lab("active-active.ini", "10 fault power primary; 60 mend all", 60000);
	history_go_ms(&app.history, app.history.now.open_ms + 9000);
	app.changed_step = app.history.now.step;
	press("P", 80, 24);
	for (int n = 0; n < 6; n++) {
		page(1);
		steps[n] = app.history.now.step;
		assert_true(n == 0 || steps[n] > steps[n - 1]);
	}
	for (int n = 4; n >= 0; n--) {
		page(-1);
		assert_int_equal(app.history.now.step, steps[n]);
	}
	expect_screen("stage-spotlight-80x24", 80, 24);
	assert_false(is_shaded(2, 5));   /* ASA1, that lost its power */
	assert_true(is_shaded(50, 12));  /* group 2 of ASA2 */
	assert_false(is_shaded(2, 21));  /* the sentence */
	press("o", 80, 24);
	app_draw(&app, &canvas, 80, 24);
	assert_false(is_shaded(50, 12));
	press("o ", 80, 24);
	app_tick(&app, 40);
	app_draw(&app, &canvas, 80, 24);
	assert_false(is_shaded(50, 12));
}

/* Blank means blank; the key that brings the picture back does nothing else. */
static void a_blank_screen_is_blank_until_a_key(void **state)
{
	static struct canvas nothing;
	uint32_t step;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	step = app.history.now.step;
	press("P.", 80, 24);
	app_draw(&app, &canvas, 80, 24);
	canvas_reset(&nothing, 80, 24);
	assert_true(canvas_equal(&canvas, &nothing));
	page(-1);
	assert_int_equal(app.history.now.step, step);
	expect_screen("stage-power-80x24", 80, 24);
	press("b", 80, 24);
	app_key(&app, (struct key){ 0x03, 0, 0 });
	assert_true(app.quit);
}

static int asked;

static bool turn(struct app *a, void *context, int by)
{
	(void)a;
	assert_ptr_equal(context, &asked);
	asked += by;
	return asked < 3;
}

static const char *say(const struct app *a, void *context)
{
	(void)a, (void)context;
	return "What the talk says on this page.";
}

/* A walkthrough turns the pages instead, and says what is said. */
static void a_pager_takes_the_pages_over(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	app.pager = (struct pager){ &asked, turn, say };
	asked = 0;
	press("P", 80, 24);
	page(1);
	page(1);
	page(-1);
	assert_int_equal(asked, 1);
	assert_string_equal(app.message, "");
	expect_screen("stage-pager-80x24", 80, 24);
	page(1);
	page(1);
	assert_string_equal(app.message, "This was the last step");
}

/* Esc closes what is open, then lets go of the cursor, then ends the presenter; why and its keys work as ever. */
static void escape_leads_out_of_the_presenter(void **state)
{
	struct key escape = { KEYCODE_ESCAPE, 0, 0 };

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	press("Pjw", 80, 24);
	assert_int_equal(app.overlay, OVERLAY_WHY);
	page(1);
	app_key(&app, escape);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	assert_int_not_equal(app.cursor.kind, TARGET_NONE);
	app_key(&app, escape);
	assert_int_equal(app.cursor.kind, TARGET_NONE);
	assert_true(app.present.on);
	app_key(&app, escape);
	assert_false(app.present.on);
}

/* On the stage the mouse chooses, and opens the menu of what is chosen; commands go where they always go. */
static void the_mouse_works_on_the_stage(void **state)
{
	struct key on_asa1_g2 = { KEYCODE_MOUSE, 10, 14 };

	(void)state;
	open_lab("active-active.ini", "", 0);
	press("P", 80, 24);
	app_draw(&app, &canvas, 80, 24);
	app_key(&app, on_asa1_g2);
	assert_int_equal(app.cursor.kind, SPOT_GROUP);
	assert_int_equal(app.cursor.unit, PRIMARY);
	assert_int_equal(app.cursor.index, 2);
	app_draw(&app, &canvas, 80, 24);
	assert_true(canvas_at(&canvas, 10, 14)->flags & CELL_CURSOR);
	app_key(&app, on_asa1_g2);
	assert_int_equal(app.overlay, OVERLAY_MENU);
	app_key(&app, (struct key){ KEYCODE_ESCAPE, 0, 0 });
	press("a", 80, 24);
	for (int n = 0; n < 40 && !app.history.now.unit[PRIMARY].machine[2].holds; n++)
		page(1);
	assert_true(app.history.now.unit[PRIMARY].machine[2].holds);
}

/* In each theme and charset, with and without the log, something is drawn at every size. */
static void every_size_of_the_stage_is_drawn(void **state)
{
	(void)state;
	open_lab("twelve-contexts.ini", "10 fault carrier FW-A:C02/inside; 12 fault power secondary", 28000);
	app.present.on = true;
	for (int columns = 0; columns <= 200; columns++)
		for (int rows = 0; rows <= 60; rows++) {
			app.present.log = rows % 2;
			app.charset = columns % 2 ? CHARSET_ASCII : CHARSET_UTF8;
			app.changed_step = columns % 3 ? app.history.now.step : app.history.now.step - 400;
			app_draw(&app, &canvas, columns, rows);
			assert_int_equal(canvas.columns, columns);
			assert_int_equal(canvas.rows, rows);
		}
}

/* What changed in the last step is marked on the dashboard, too: its line in the log, its bar. */
static void what_just_changed_is_marked(void **state)
{
	int marked = 0;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary; 60 mend all", 60000);
	history_go_ms(&app.history, app.history.now.open_ms + 12000);
	for (int n = 0; n < 20 && app.history.now.unit[SECONDARY].machine[1].state != STATE_ACTIVE; n++)
		press("]", 80, 24);
	app_draw(&app, &canvas, 80, 24);
	for (int x = 0; x < 80; x++)
		for (int y = 0; y < 24; y++)
			marked += (canvas_at(&canvas, x, y)->flags & CELL_CHANGED) != 0;
	assert_in_range(marked, 10, 40);
}

/* The causes of a group's state, over the picture; Enter goes to the instant of one. */
static void why_lies_over_the_picture(void **state)
{
	struct key enter = { KEYCODE_ENTER, 0, 0 };
	uint32_t open_ms;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	open_ms = app.history.now.open_ms;
	app.cursor = (struct target){ SPOT_GROUP, SECONDARY, 1 };
	press("wj", 80, 24);
	expect_screen("why-80x24", 80, 24);
	press("jjj", 80, 24);
	app_key(&app, enter);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	assert_int_equal(app.history.now.now_ms - open_ms, 10500);
	open_lab("active-active.ini", "10 fault carrier ASA1:CTX1/inside", 11000);
	app.cursor = (struct target){ SPOT_GROUP, PRIMARY, 1 };
	press("w", 120, 36);
	expect_screen("why-120x36", 120, 36);
}

/* Without a cursor it is about what happened last; a line of the log can be chosen, too. */
static void why_is_asked_of_the_log(void **state)
{
	uint32_t last;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 10500);
	last = app.history.now.trace_id;
	press("w", 80, 24);
	assert_int_equal(app.why.kind, SPOT_LOG);
	assert_int_equal(target_log_id(app.why, app.history.archive_last), last);
	press("w", 80, 24);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	for (int n = 0; n < 40 && app.cursor.kind != SPOT_LOG; n++)
		press("j", 80, 24);
	assert_int_equal(app.cursor.kind, SPOT_LOG);
	press("f", 80, 24);
	assert_int_equal(app.overlay, OVERLAY_WHY);
}

/* Whatever the size, something is drawn, and nothing outside of it. */
static void every_size_is_drawn(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	app.why = (struct target){ SPOT_GROUP, SECONDARY, 1 };
	for (int columns = 0; columns <= 200; columns++)
		for (int rows = 0; rows <= 60; rows++) {
			app_draw(&app, &canvas, columns, rows);
			assert_int_equal(canvas.columns, columns);
			assert_int_equal(canvas.rows, rows);
			app.overlay = app.overlay == OVERLAY_NONE ? OVERLAY_WHY : OVERLAY_NONE;
		}
}

/* The key row stays, and one line still says the time and who holds each group. */
static void the_last_line_says_who_holds_each_group(void **state)
{
	struct sink sink = { text, sizeof text - 1, 0 };

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 28000);
	app_draw(&app, &canvas, 40, 1);
	back_find("text")->emit(&canvas, THEME_DARK, CHARSET_UTF8, NULL, &sink);
	text[sink.length] = '\0';
	assert_non_null(strstr(text, "28.000"));
	assert_non_null(strstr(text, "G1 ASA2"));
	assert_non_null(strstr(text, "G2 ASA2"));
}

/* What a device answers to a line that it refuses fits below the log at 80 columns: the line itself is in the log. */
static void a_refusal_is_told_whole(void **state)
{
	(void)state;
	open_lab("active-active.ini", "", 10000);
	app_draw(&app, &canvas, 80, 24);
	app.cursor = (struct target){ SPOT_GROUP, PRIMARY, 1 };
	press("a", 80, 24);
	assert_string_equal(app.message, "ASA1 group 1 is Active: the command is for a group that is Standby Ready.");
}

/* Any heap of keys at any size leaves a program that goes on. */
static void a_storm_of_keys_does_no_harm(void **state)
{
	uint32_t chance = 1;
	static const char keys[] = " .,][fbmM123456asrBtu?+-<>hjkl\twPeo";

	(void)state;
	open_lab("active-active.ini", "", 0);
	for (int n = 0; n < 3000; n++) {
		chance = chance * 1664525u + 1013904223u;
		struct key key = { (unsigned char)keys[(chance >> 16) % (sizeof keys - 1)], (int)(chance >> 20) % 80,
			(int)(chance >> 8) % 24 };

		if (chance % 11 == 0)
			key.code = KEYCODE_UP + chance / 64 % 22;
		if (key.code == KEYCODE_END)
			continue;
		app_draw(&app, &canvas, 40 + (int)(chance >> 24) % 80, (int)(chance >> 16) % 40);
		app_key(&app, key);
		app_tick(&app, 40);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_pair_at_rest),
		cmocka_unit_test(the_primary_has_lost_power),
		cmocka_unit_test(an_interface_has_failed_and_one_group_moved),
		cmocka_unit_test(the_log_as_the_devices_syslog),
		cmocka_unit_test(both_units_are_active),
		cmocka_unit_test(failover_is_off_on_one_unit),
		cmocka_unit_test(a_large_lab_folds),
		cmocka_unit_test(help_and_menu_lie_over_the_picture),
		cmocka_unit_test(a_condition_is_typed_below_the_picture),
		cmocka_unit_test(the_log_ends_at_its_oldest_line),
		cmocka_unit_test(a_long_message_is_read_to_its_end),
		cmocka_unit_test(why_lies_over_the_picture),
		cmocka_unit_test(why_is_asked_of_the_log),
		cmocka_unit_test(every_size_is_drawn),
		cmocka_unit_test(the_last_line_says_who_holds_each_group),
		cmocka_unit_test(a_refusal_is_told_whole),
		cmocka_unit_test(the_stage_at_rest),
		cmocka_unit_test(the_stage_after_a_power_fault),
		cmocka_unit_test(the_stage_in_a_split),
		cmocka_unit_test(the_stage_of_a_large_lab),
		cmocka_unit_test(a_remote_goes_forward_and_back),
		cmocka_unit_test(a_blank_screen_is_blank_until_a_key),
		cmocka_unit_test(a_pager_takes_the_pages_over),
		cmocka_unit_test(escape_leads_out_of_the_presenter),
		cmocka_unit_test(the_mouse_works_on_the_stage),
		cmocka_unit_test(every_size_of_the_stage_is_drawn),
		cmocka_unit_test(what_just_changed_is_marked),
		cmocka_unit_test(a_storm_of_keys_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
