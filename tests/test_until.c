/* Running until: every form of a condition is met at its instant, forward and back; every mistake has its sentence; the
 * prompt types it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "sim/words.h"
#include "tests/pair.h"
#include "ui/app.h"
#include "ui/conf/conf.h"
#include "ui/conf/labs.h"
#include "ui/until.h"

enum { HOUR_MS = 3600 * 1000, NEVER = HOUR_MS, MET_MAX = 4096 };

static struct until until;

/* --- going ------------------------------------------------------------------------------------------------- */

/* The watch for a condition that is a good one. */
static struct watch watch_for(const char *text)
{
	char why[300];

	if (!until_parse(&pair.now.lab, text, &until, why, sizeof why))
		fail_msg("'%s': %s", text, why);
	return until_watch(&until);
}

static bool forward(const char *text)
{
	struct watch w = watch_for(text);

	return history_until(&pair, &w, HOUR_MS);
}

static bool back(const char *text)
{
	struct watch w = watch_for(text);

	return history_until_back(&pair, &w);
}

/* Where the run is, since the opening. */
static void expect_at(const char *text, uint32_t ms)
{
	uint32_t now_ms = pair.now.now_ms - pair.now.open_ms;

	if (now_ms != ms)
		fail_msg("'%s' at %u ms, not at %u", text, (unsigned)now_ms, (unsigned)ms);
}

static void expect_forward(const char *text, uint32_t ms)
{
	if (!forward(text))
		fail_msg("'%s' is not met", text);
	expect_at(text, ms);
}

static void expect_back(const char *text, uint32_t ms)
{
	if (!back(text))
		fail_msg("'%s' was never met", text);
	expect_at(text, ms);
}

/* The primary loses its power at 10 s and gets it back at 60. */
static void open_power_story(void)
{
	pair_open("active-active.ini");
	at(10000, "fault power ASA1");
	at(60000, "mend all");
	run_to(0);
}

/* --- what is met, and when --------------------------------------------------------------------------------- */

static void every_form_is_met_at_its_instant(void **state)
{
	static const struct {
		const char *text;
		uint32_t ms;
	} rows[] = {
		{ "g1 active on ASA2", 25205 },
		{ "g1 active on secondary", 25205 },
		{ "G1 ACTIVE ON asa2", 25205 },
		{ "  group  1   active on  ASA2 ", 25205 },
		{ "g1 Just Active", 25005 },
		{ "g1 active config applied on ASA2", 25155 },
		{ "g2 cold on ASA1", 120010 },
		{ "g1 Bulk Sync on primary", 146010 },
		{ "g1 moves", 25205 },
		{ "g1 changes", 25205 },
		{ "any group moves", 25205 },
		{ "any moves", 25205 },
		{ "nobody", 10000 },
		{ "g1 nobody", 10000 },
		{ "g2 nobody", NEVER },
		{ "ASA1 off", 10000 },
		{ "primary booting", 60000 },
		{ "asa1 up", 120000 },
		{ "CTX1/inside Testing", 23001 },
		{ "ctx1/inside testing on ASA2", 23001 },
		{ "CTX2/inside Waiting on ASA2", 24583 },
		{ "CTX2/inside Normal (Waiting)", 24583 },
		{ "CTX1/inside Failed", NEVER },
		{ "CTX1/inside No Link", NEVER },
		{ "folink failed", 10500 },
		{ "statelink failed on ASA2", 10500 },
		{ "folink up", 120005 },
		{ "settled", 25205 },
		{ "entry LANTEST", 13005 },
		{ "entry mate", 25005 },
		{ "split", NEVER },
	};

	(void)state;
	open_power_story();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run_to(0);
		if (rows[i].ms != NEVER)
			expect_forward(rows[i].text, rows[i].ms);
		else if (forward(rows[i].text))
			fail_msg("'%s' is met", rows[i].text);
	}
}

static void both_active_is_a_split(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole ASA2:CTX1/inside");
	at(10000, "fault blackhole ASA2:CTX1/outside");
	at(10000, "fault blackhole ASA2:CTX2/inside");
	at(10000, "fault blackhole ASA2:CTX2/outside");
	at(10000, "fault blackhole folink");
	assert_true(forward("g1 split"));
	assert_int_equal(pair.now.unit[PRIMARY].machine[1].state, STATE_ACTIVE);
	assert_int_equal(pair.now.unit[SECONDARY].machine[1].state, STATE_ACTIVE);
	run_to(60000);
	assert_true(back("any group split"));
	assert_int_equal(pair.now.unit[PRIMARY].machine[2].state, STATE_ACTIVE);
	assert_int_equal(pair.now.unit[SECONDARY].machine[2].state, STATE_ACTIVE);
}

/* Group 1 is active on ASA1 at the start: that is not waited for, its return is. */
static void what_holds_already_must_first_end(void **state)
{
	(void)state;
	open_power_story();
	expect_forward("g1 active on ASA1", 162210);
	assert_false(forward("g1 active on ASA1"));
	assert_true(until_holds(&pair.now, &until));
	expect_at("it stayed", 162210);
	assert_false(forward("split"));
	assert_false(until_holds(&pair.now, &until));
}

/* A unit that boots beside an active mate negotiates nothing: Negotiation is entered and left within a step. */
static void a_state_that_is_only_passed_counts(void **state)
{
	(void)state;
	open_power_story();
	expect_forward("g1 Negotiation on ASA1", 120010);
	assert_int_equal(pair.now.unit[PRIMARY].machine[1].state, STATE_COLD_STANDBY);
	run_to(200000);
	expect_back("g1 Negotiation on ASA1", 120010);
}

/* The unit that is preferred takes its group back: a second move, and only of group 1. */
static void moves_are_found_one_after_the_other(void **state)
{
	(void)state;
	open_power_story();
	expect_forward("any group moves", 25205);
	expect_forward("any group moves", 162210);
	assert_false(forward("any group moves"));
	expect_back("any group moves", 25205);
	assert_false(back("any group moves"));
	expect_at("it stayed", 25205);
}

/* --- back -------------------------------------------------------------------------------------------------- */

static void back_goes_to_where_it_became_true(void **state)
{
	static const struct {
		const char *text;
		uint32_t ms;
	} rows[] = {
		{ "g1 active on ASA1", 0 }, /* it held when the lab opened */
		{ "g1 active on ASA2", 25205 },
		{ "nobody", 10000 },
		{ "ASA1 off", 10000 },
		{ "ASA1 up", 0 },
		{ "folink failed", 10500 },
		{ "CTX1/inside Testing", 23001 },
	};

	(void)state;
	open_power_story();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run_to(59999);
		expect_back(rows[i].text, rows[i].ms);
	}
	assert_int_equal(history_end_ms(&pair), pair.now.open_ms + 60000);
}

/* At the very instant it goes on to the one before; a moment later to that instant. */
static void back_is_before_the_present(void **state)
{
	(void)state;
	open_power_story();
	expect_forward("ASA1 off", 10000);
	assert_false(back("ASA1 off"));
	expect_at("it stayed", 10000);
	run_to(10001);
	expect_back("ASA1 off", 10000);
	run_to(0);
	assert_false(back("g1 active on ASA1"));
	run_to(1);
	expect_back("g1 active on ASA1", 0);
}

/* A long story of many keyframes: back finds just the steps that forward finds, for every example of a condition. */
static void back_finds_what_forward_finds(void **state)
{
	static uint32_t met[MET_MAX];
	char text[UNTIL_LEN];
	uint32_t end_step;

	(void)state;
	pair_open("active-active.ini");
	pair.interval = 128;
	for (uint32_t n = 0; n < 6; n++) {
		at(n * 600000 + 10000, n % 2 ? "fault blackhole ASA1:CTX1/inside" : "fault power ASA1");
		at(n * 600000 + 90000, "mend all");
		at(n * 600000 + 300000, "fault carrier folink");
		at(n * 600000 + 320000, "mend all");
	}
	run_to(HOUR_MS);
	end_step = pair.now.step;
	assert_true(pair.keyframe_count > 40);
	for (int i = 0; until_example(&pair.now.lab, i, text); i++) {
		uint32_t count = 0;

		run_to(0);
		while (count < MET_MAX && forward(text) && pair.now.step <= end_step)
			met[count++] = pair.now.step;
		history_go_step(&pair, end_step);
		history_go_ms(&pair, pair.now.now_ms + 1);
		for (; count > 0; count--) {
			if (!back(text) || pair.now.step != met[count - 1])
				fail_msg("'%s': step %u, not %u", text, pair.now.step, met[count - 1]);
		}
		assert_true(!back(text) || pair.now.now_ms == pair.now.open_ms);
	}
}

/* --- the same bytes ---------------------------------------------------------------------------------------- */

/* The state's bytes; the caller frees them. */
static uint8_t *pack(size_t *size)
{
	uint8_t *bytes;

	*size = sim_pack_size(&pair.now);
	bytes = malloc(*size);
	assert_non_null(bytes);
	sim_pack(&pair.now, bytes);
	return bytes;
}

static void expect_same(const char *text, const uint8_t *bytes, size_t size)
{
	size_t now_size;
	uint8_t *now = pack(&now_size);

	if (now_size != size || memcmp(now, bytes, size) != 0)
		fail_msg("'%s': another state", text);
	free(now);
}

static void searches_give_the_bytes_of_a_direct_jump(void **state)
{
	static const char *const texts[] = { "g1 active on ASA2", "ASA1 up", "settled", "entry CONNS", "g1 moves" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		uint32_t step, end_step;
		uint8_t *found, *end;
		size_t found_size, end_size;

		open_power_story();
		assert_true(forward(texts[i]));
		step = pair.now.step;
		found = pack(&found_size);
		open_power_story();
		run_to(200000);
		end_step = pair.now.step;
		end = pack(&end_size);
		history_go_step(&pair, step);
		expect_same(texts[i], found, found_size);
		run_to(200000);
		while (back(texts[i]) && pair.now.step > step)
			;
		expect_same(texts[i], found, found_size);
		assert_false(forward("split"));
		expect_same("split", found, found_size);
		assert_false(back("split"));
		expect_same("split", found, found_size);
		run_to(200000);
		assert_int_equal(pair.now.step, end_step);
		expect_same("the end", end, end_size);
		free(found);
		free(end);
	}
}

/* What was looked at in vain was not seen: a command is no change of the past. */
static void a_search_in_vain_leaves_no_trace(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	run_to(5000);
	assert_false(forward("split"));
	expect_at("it stayed", 5000);
	assert_int_equal(history_end_ms(&pair), pair.now.now_ms);
	assert_int_equal(pair.archive_last, pair.now.trace_id);
	assert_int_equal(pair.keyframes[pair.keyframe_count - 1].step <= pair.now.step, 1);
	at(5000, "fault power ASA1");
	assert_int_equal(pair.branch_count, 1);
}

/* What lies ahead, commands included, is gone. */
static void a_cut_forgets_the_future(void **state)
{
	(void)state;
	open_power_story();
	run_to(30000);
	history_cut(&pair);
	assert_int_equal(history_end_ms(&pair), pair.now.now_ms);
	run_to(200000);
	assert_int_equal(pair.now.unit[PRIMARY].run, RUN_OFF);
}

/* --- mistakes ---------------------------------------------------------------------------------------------- */

static void every_mistake_has_its_sentence(void **state)
{
	static const struct {
		const char *text, *sentence;
	} rows[] = {
		{ "", "there is no condition, such as 'g1 active on ASA2', 'any group moves' or 'split'" },
		{ "g1", "what of group 1? a state such as Active, Standby Ready or Failed; moves, split or nobody" },
		{ "g1 actve", "'actve' is nothing that group 1 can be; did you mean 'Active'?" },
		{ "g2 stanby on ASA1", "'stanby' is nothing that group 2 can be; did you mean 'Standby Ready'?" },
		{ "any group sync", "'sync' can be Sync Config or Sync File System" },
		{ "g1 active on", "on which unit? ASA1 or ASA2" },
		{ "g1 active on ASA3", "there is no unit 'ASA3'; they are ASA1 and ASA2" },
		{ "g1 moves on ASA1", "'moves' is about both units: leave out 'on ASA1'" },
		{ "g3 active", "nothing is called 'g3'; did you mean 'g1'?" },
		{ "group 3 active", "which group? group 1, group 2 or any group" },
		{ "spilt", "nothing is called 'spilt'; did you mean 'split'?" },
		{ "split now", "'now' is one word too many" },
		{ "asa11 up", "nothing is called 'asa11'; did you mean 'ASA1'?" },
		{ "asa1 down", "'down' is nothing that asa1 can be: up, booting, off, crashed or hung" },
		{ "asa1", "what of asa1? up, booting, off, crashed or hung" },
		{ "ctx1/insid failed", "nothing is called 'ctx1/insid'; did you mean 'CTX1/inside'?" },
		{ "CTX1/inside dead", "'dead' is nothing that CTX1/inside can be: Normal, Waiting, Testing, No Link, Link "
		    "Down, Failed, Unknown, Normal (Monitored) or Normal (Waiting)" },
		{ "folink broken", "'broken' is nothing that folink can be: failed or up" },
		{ "folnk up", "nothing is called 'folnk'; did you mean 'folink'?" },
		{ "entry lantst", "'lantst' is nothing that an entry can be; did you mean 'LANTEST'?" },
		{ "what is this", "nothing is called 'what'; it begins with g1, g2, any group, split, nobody, settled, entry, a "
		    "unit, a link or CONTEXT/NAMEIF" },
		{ "a b c d e f g h i j k l m n o p q", "a condition has no more than 16 words" },
	};
	char why[300], text[2 * UNTIL_LEN];

	(void)state;
	pair_open("active-active.ini");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_false(until_parse(&pair.now.lab, rows[i].text, &until, why, sizeof why));
		assert_string_equal(why, rows[i].sentence);
	}
	memset(text, 'x', sizeof text);
	text[sizeof text - 1] = '\0';
	assert_false(until_parse(&pair.now.lab, text, &until, why, sizeof why));
	assert_string_equal(why, "a condition has room for 99 bytes");
}

/* A lab without a state link has none to wait for. */
static void every_lab_has_examples_that_are_conditions(void **state)
{
	(void)state;
	for (const struct builtin_lab *lab = builtin_labs; lab->name; lab++) {
		char text[UNTIL_LEN], why[300];
		int n = 0;

		pair_open(lab->name);
		for (; until_example(&pair.now.lab, n, text); n++)
			if (!until_parse(&pair.now.lab, text, &until, why, sizeof why))
				fail_msg("%s: '%s': %s", lab->name, text, why);
		assert_true(n >= until_form_count);
	}
	pair_open("no-state-link.ini");
	assert_false(until_parse(&pair.now.lab, "statelink up", &until, (char[300]){ "" }, 300));
}

/* --- the prompt -------------------------------------------------------------------------------------------- */

static struct app app;

static void press(uint32_t code)
{
	static struct canvas canvas;

	app_draw(&app, &canvas, 80, 24);
	app_key(&app, (struct key){ code, 0, 0 });
}

static void type(const char *text)
{
	for (; *text; text++)
		press((unsigned char)*text);
}

static void open_app(void)
{
	static struct lab lab;
	static struct diag diag;
	static uint8_t pool[8 << 20];
	const struct command off = { .kind = COMMAND_FAULT, .fault = 0, .target = { TARGET_UNIT, PRIMARY, 0 } };
	struct screen_conf screen;
	char reply[256];

	diag_init(&diag);
	memset(&app, 0, sizeof app);
	assert_true(conf_read_builtin("active-active.ini", &lab, &screen, &diag));
	app_open(&app, &lab, &screen, "active-active.ini", pool, sizeof pool);
	history_go_ms(&app.history, app.history.now.open_ms + 10000);
	assert_true(history_command(&app.history, &off, reply, sizeof reply));
	assert_int_equal(app.history.now.unit[PRIMARY].run, RUN_OFF);
}

static void expect_app_at(uint32_t ms)
{
	assert_int_equal(app.history.now.now_ms - app.history.now.open_ms, ms);
	assert_int_equal(app.overlay, OVERLAY_NONE);
}

static void what_is_typed_is_run_until(void **state)
{
	(void)state;
	open_app();
	type("ug1 active on ASA2");
	assert_int_equal(app.overlay, OVERLAY_UNTIL);
	press(KEYCODE_ENTER);
	expect_app_at(25205);
	assert_string_equal(app.message, "g1 active on ASA2: T+25.205 s");
	assert_int_equal(app.changed_step, app.history.now.step - 1);
	type("uASA1 off");
	press(key_ctrl('r'));
	expect_app_at(10000);
	type("usplit");
	press(KEYCODE_ENTER);
	expect_app_at(10000);
	assert_string_equal(app.message, "split: not within an hour, unless you do something");
}

/* Keys that do something elsewhere are text here. */
static void the_prompt_takes_all_keys(void **state)
{
	(void)state;
	open_app();
	type("uq1Mf ?");
	assert_false(app.quit);
	assert_int_equal(app.overlay, OVERLAY_UNTIL);
	assert_string_equal(app.prompt.text, "q1Mf ?");
	press(KEYCODE_BACKSPACE);
	press(0xe9);
	press(KEYCODE_LEFT);
	assert_string_equal(app.prompt.text, "q1Mf é");
	press(KEYCODE_BACKSPACE);
	assert_string_equal(app.prompt.text, "q1Mf ");
	for (int n = 0; n < 300; n++)
		press('x');
	assert_int_equal(strlen(app.prompt.text), UNTIL_LEN - 1);
	press(KEYCODE_ESCAPE);
	expect_app_at(10000);
	press('u');
	press(0x03);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	assert_false(app.quit);
}

static void a_mistake_keeps_the_prompt_open(void **state)
{
	(void)state;
	open_app();
	type("ug1 actve");
	press(KEYCODE_ENTER);
	assert_int_equal(app.overlay, OVERLAY_UNTIL);
	assert_string_equal(app.prompt.why, "'actve' is nothing that group 1 can be; did you mean 'Active'?");
	press(KEYCODE_BACKSPACE);
	assert_string_equal(app.prompt.why, "");
	type("e on ASA2");
	assert_string_equal(app.prompt.text, "g1 actve on ASA2");
}

static void tab_goes_through_the_examples(void **state)
{
	(void)state;
	open_app();
	type("uany");
	press(KEYCODE_TAB);
	assert_string_equal(app.prompt.text, "any group moves");
	press(KEYCODE_TAB);
	assert_string_equal(app.prompt.text, "any");
	press(KEYCODE_BACKTAB);
	assert_string_equal(app.prompt.text, "any group moves");
	press(KEYCODE_ENTER);
	expect_app_at(25205);
	type("uxyz");
	press(KEYCODE_TAB);
	assert_string_equal(app.prompt.text, "xyz");
	assert_string_equal(app.prompt.why, "no example begins so");
}

static void up_brings_back_what_was_asked(void **state)
{
	(void)state;
	open_app();
	type("ufolink failed");
	press(KEYCODE_ENTER);
	type("uentry lantest");
	press(KEYCODE_ENTER);
	expect_app_at(13005);
	type("ug1");
	press(KEYCODE_UP);
	assert_string_equal(app.prompt.text, "entry lantest");
	press(KEYCODE_UP);
	press(KEYCODE_UP);
	assert_string_equal(app.prompt.text, "folink failed");
	press(key_ctrl('r'));
	expect_app_at(10500);
	press('u');
	press(KEYCODE_UP);
	press(KEYCODE_DOWN);
	assert_string_equal(app.prompt.text, "");
	press(key_ctrl('u'));
	press(KEYCODE_ENTER); /* folink failed, once more */
	expect_app_at(10500);
	assert_string_equal(app.message,
	    "folink failed: holds already, and does not begin anew within an hour, unless you do something");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_met_at_its_instant),
		cmocka_unit_test(both_active_is_a_split),
		cmocka_unit_test(what_holds_already_must_first_end),
		cmocka_unit_test(a_state_that_is_only_passed_counts),
		cmocka_unit_test(moves_are_found_one_after_the_other),
		cmocka_unit_test(back_goes_to_where_it_became_true),
		cmocka_unit_test(back_is_before_the_present),
		cmocka_unit_test(back_finds_what_forward_finds),
		cmocka_unit_test(searches_give_the_bytes_of_a_direct_jump),
		cmocka_unit_test(a_search_in_vain_leaves_no_trace),
		cmocka_unit_test(a_cut_forgets_the_future),
		cmocka_unit_test(every_mistake_has_its_sentence),
		cmocka_unit_test(every_lab_has_examples_that_are_conditions),
		cmocka_unit_test(what_is_typed_is_run_until),
		cmocka_unit_test(the_prompt_takes_all_keys),
		cmocka_unit_test(a_mistake_keeps_the_prompt_open),
		cmocka_unit_test(tab_goes_through_the_examples),
		cmocka_unit_test(up_brings_back_what_was_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
