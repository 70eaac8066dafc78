/* Times: how soon a failure is acted on, at the shortest, the usual and the longest timers [3.6]; and which timers the
 * pair takes [3.1].  Labs come as a file would say them, with `msec 200` and with `200 ms`.
 *
 * Not here: the 4GE module's own row (2 s, 5 s, 15 s), as ports of a lab are on the main board. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "tests/pair.h"
#include "ui/conf/conf.h"

enum { TEXT_LEN = 1000, LINE_LEN = 80, DEED_MS = 100000, PHASES = 4 };

/* How a file says a time. */
enum spelling { SPELLING_BEFORE, SPELLING_BEHIND, SPELLING_COUNT };

static const char *spell(enum spelling spelling, uint32_t ms, char out[LINE_LEN])
{
	snprintf(out, LINE_LEN, spelling == SPELLING_BEFORE ? "msec %u" : "%u ms", (unsigned)ms);
	return out;
}

/* --- labs -------------------------------------------------------------------------------------------------- */

static struct lab lab;
static struct diag diag;

/* Reads a variant of the page's pair; false where there was an error. */
static bool read_variant(const char *lines)
{
	struct screen_conf screen;
	char text[TEXT_LEN];

	snprintf(text, sizeof text, "[lab]\nbase = active-active.ini\n%s", lines);
	diag_init(&diag);
	return conf_read_text("t.ini", text, &lab, &screen, &diag);
}

static const char *complaint(char out[DIAG_SENTENCE_LEN + DIAG_FILE_LEN])
{
	diag_format(&diag.rows[0], out, DIAG_SENTENCE_LEN + DIAG_FILE_LEN);
	return out;
}

static void expect_taken(const char *lines)
{
	char why[DIAG_SENTENCE_LEN + DIAG_FILE_LEN];

	if (!read_variant(lines) || diag.count > 0)
		fail_msg("refused: %s\n%s", complaint(why), lines);
}

/* It is refused, for one reason, with that sentence. */
static void expect_refused(const char *lines, const char *sentence)
{
	char why[DIAG_SENTENCE_LEN + DIAG_FILE_LEN];

	if (read_variant(lines))
		fail_msg("taken:\n%s", lines);
	assert_int_equal(diag.count, 1);
	assert_string_equal(complaint(why), sentence);
}

/* Unit and interface timers that a pair can have together. */
struct timers {
	const char *name;
	uint32_t poll_ms, hold_ms, link_ms, if_poll_ms, if_hold_ms;
};

enum { TIMERS_LEAST, TIMERS_USUAL, TIMERS_MOST, TIMERS_COUNT };

static const struct timers all_timers[TIMERS_COUNT] = {
	{ "shortest", 200, 800, 300, 500, 5000 },
	{ "usual", 1000, 15000, 500, 5000, 25000 },
	{ "longest", 15000, 45000, 799, 15000, 75000 },
};

/* The lines of a file that set them, and more lines behind. */
static void write_timers(const struct timers *t, enum spelling s, const char *more, char lines[TEXT_LEN])
{
	char poll[LINE_LEN], hold[LINE_LEN], link[LINE_LEN], if_poll[LINE_LEN], if_hold[LINE_LEN];

	spell(s, t->if_poll_ms, if_poll);
	spell(s, t->if_hold_ms, if_hold);
	snprintf(lines, TEXT_LEN,
	    "[failover]\npolltime = %s\nholdtime = %s\npolltime link-state = %s\n"
	    "[group 1]\npolltime interface = %s\nholdtime = %s\n[group 2]\npolltime interface = %s\nholdtime = %s\n%s",
	    spell(s, t->poll_ms, poll), spell(s, t->hold_ms, hold), spell(s, t->link_ms, link), if_poll, if_hold,
	    if_poll, if_hold, more);
}

/* --- detection [3.6] --------------------------------------------------------------------------------------- */

/* What is done to the pair while group 1 is active on the primary, and how soon that must be acted on. */
struct row {
	const char *command;
	uint32_t bound_ms[TIMERS_COUNT];
	const char *model; /* lines that choose between Cisco's texts */
};

/* From the bound to Active: the word to the mate and back, and the chain of states. */
static uint32_t takeover_ms(void)
{
	return 2 * lab.timing.link_delay + lab.timing.takeover;
}

static void open_row(const struct row *row, uint32_t timers, enum spelling spelling)
{
	char lines[TEXT_LEN];

	write_timers(&all_timers[timers], spelling, row->model, lines);
	expect_taken(lines);
	pair_open_lab(&lab);
	expect_owners(0, "primary", "secondary");
}

/* Does it to a pair at some distance from its last hellos; group 1 must be active on the mate in time. */
static void do_row(const struct row *row, uint32_t timers, uint32_t phase)
{
	const struct timers *t = &all_timers[timers];
	uint32_t at_ms = DEED_MS + phase * t->if_poll_ms / PHASES + phase;
	uint32_t most_ms = at_ms + row->bound_ms[timers] + takeover_ms();

	at(at_ms, row->command);
	run_to(most_ms);
	expect_told_between("secondary", "STATE G1 Active Config Applied -> Active", (int32_t)at_ms, (int32_t)most_ms);
	expect_state(most_ms, "secondary", 1, "Active");
}

static void expect_in_time(const struct row *rows, size_t count)
{
	for (size_t r = 0; r < count; r++)
		for (uint32_t timers = 0; timers < TIMERS_COUNT; timers++)
			for (uint32_t phase = 0; phase < SPELLING_COUNT * PHASES; phase++) {
				open_row(&rows[r], timers, (enum spelling)(phase % SPELLING_COUNT));
				do_row(&rows[r], timers, phase / SPELLING_COUNT);
			}
}

#define IN_TIME(rows) expect_in_time(rows, sizeof rows / sizeof *rows)

/* Its last hello may be up to a poll old when a unit goes, so that it is missed up to a poll sooner than the holdtime
 * says, never later. */
static void a_unit_that_goes_is_replaced_within_the_holdtime(void **state)
{
	static const struct row rows[] = {
		{ "fault power primary", { 800, 15000, 45000 }, "" },
		{ "fault crash primary", { 800, 15000, 45000 }, "" },
		{ "fault hang primary", { 800, 15000, 45000 }, "" },
		{ "fault reload primary", { 800, 15000, 45000 }, "" },
	};

	(void)state;
	IN_TIME(rows);
}

static void a_unit_that_goes_is_not_replaced_before_its_silence_is_long_enough(void **state)
{
	static const struct row row = { "fault power primary", { 800, 15000, 45000 }, "" };

	(void)state;
	for (uint32_t timers = 0; timers < TIMERS_COUNT; timers++)
		for (uint32_t phase = 0; phase < PHASES; phase++) {
			const struct timers *t = &all_timers[timers];

			open_row(&row, timers, SPELLING_BEFORE);
			do_row(&row, timers, phase);
			assert_true(told_at("secondary", "MATE takes ASA1 for failed") >=
			    DEED_MS + (int32_t)(t->hold_ms - t->poll_ms));
		}
}

/* A port of the main board: the table holds whichever of Cisco's texts the lab goes by. */
static void a_lost_carrier_moves_the_group_in_time(void **state)
{
	static const struct row rows[] = {
		{ "fault carrier ASA1:CTX1/inside", { 500, 5000, 15000 }, "[model]\nlink-down = link-state-poll\n" },
		{ "fault carrier ASA1:CTX1/inside", { 500, 5000, 15000 }, "[model]\nlink-down = interface-poll\n" },
		{ "fault carrier ASA1:CTX1/outside", { 500, 5000, 15000 }, "" },
	};

	(void)state;
	IN_TIME(rows);
}

/* The link-state poll is no matter of the interface's timers: 300 to 799 ms. */
static void a_lost_carrier_is_seen_at_the_next_link_state_poll(void **state)
{
	static const struct row row = { "fault carrier ASA1:CTX1/inside", { 300, 500, 799 },
		"[model]\nlink-down = link-state-poll\n" };

	(void)state;
	expect_in_time(&row, 1);
}

static void a_failed_module_moves_the_group_within_2_s_at_all_timers(void **state)
{
	static const struct row rows[] = { { "fault module primary", { 2000, 2000, 2000 }, "" } };

	(void)state;
	IN_TIME(rows);
}

/* The port is up and nothing passes: silence, tests, and a verdict by the interface's holdtime. */
static void an_interface_with_a_connection_problem_is_judged_within_its_holdtime(void **state)
{
	static const struct row rows[] = {
		{ "fault blackhole ASA1:CTX1/inside", { 5000, 25000, 75000 }, "[model]\ntest-start = 15s\n" },
		{ "fault blackhole ASA1:CTX1/inside", { 5000, 25000, 75000 }, "[model]\ntest-start = half-hold\n" },
		{ "fault blackhole ASA1:CTX1/inside", { 5000, 25000, 75000 },
		  "[interface CTX1/inside]\nneighbour = quiet\n" },
	};

	(void)state;
	IN_TIME(rows);
}

static void what_is_typed_is_done_at_once_at_all_timers(void **state)
{
	static const struct row rows[] = {
		{ "type primary reload", { 0, 0, 0 }, "" },
		{ "type secondary failover active group 1", { 0, 0, 0 }, "" },
		{ "type secondary failover active", { 0, 0, 0 }, "" },
		{ "type primary no failover active group 1", { 0, 0, 0 }, "" },
	};

	(void)state;
	IN_TIME(rows);
}

/* --- ranges [3.1] ------------------------------------------------------------------------------------------ */

/* A timer, the other one that lets it have its whole range, and the range in words. */
static const struct timer {
	const char *section, *key, *with_least, *with_most;
	uint32_t least_ms, most_ms;
	const char *range;
} timers_3_1[] = {
	{ "failover", "polltime", "holdtime = 800 ms", "holdtime = 45 s", 200, 15000, "200 ms to 15 s" },
	{ "failover", "holdtime", "polltime = 200 ms", "polltime = 15 s", 800, 45000, "800 ms to 45 s" },
	{ "failover", "polltime link-state", "", "", 300, 799, "300 ms to 799 ms" },
	{ "group 1", "polltime interface", "holdtime = 5 s", "holdtime = 75 s", 500, 15000, "500 ms to 15 s" },
	{ "group 1", "holdtime", "polltime interface = msec 500", "polltime interface = 15", 5000, 75000, "5 s to 75 s" },
	{ "group 2", "polltime interface", "holdtime = 5 s", "holdtime = 75 s", 500, 15000, "500 ms to 15 s" },
	{ "group 2", "holdtime", "polltime interface = msec 500", "polltime interface = 15", 5000, 75000, "5 s to 75 s" },
	{ "group 1", "preempt", "", "", 1000, 1200000, "1 s to 1200 s" },
	{ "group 2", "preempt", "", "", 1000, 1200000, "1 s to 1200 s" },
};

enum { TIMER_COUNT = sizeof timers_3_1 / sizeof *timers_3_1 };

/* A file that sets the timer, on its fourth line, and the one beside it. */
static void write_timer(const struct timer *t, const char *value, const char *with, char lines[TEXT_LEN])
{
	snprintf(lines, TEXT_LEN, "[%s]\n%s = %s\n%s\n", t->section, t->key, value, with);
}

/* What the lab has for it now. */
static uint32_t timer_value(const struct timer *t)
{
	bool group = strncmp(t->section, "group", 5) == 0;
	uint32_t index = group ? (uint32_t)(t->section[6] - '0') : 0;
	enum lab_section section = group ? SECTION_GROUP : SECTION_FAILOVER;

	for (size_t k = 0; k < lab_key_count; k++)
		if (lab_keys[k].section == section && strcmp(lab_keys[k].name, t->key) == 0)
			return *(const uint32_t *)(const void *)((const char *)lab_section_at(&lab, section, index) +
			    lab_keys[k].offset);
	fail_msg("there is no key '%s'", t->key);
	return 0;
}

static void expect_timer_taken(const struct timer *t, const char *value, const char *with, uint32_t ms)
{
	char lines[TEXT_LEN];

	write_timer(t, value, with, lines);
	expect_taken(lines);
	assert_int_equal(timer_value(t), ms);
}

/* Outside its range; the sentence has the value as whole seconds where it is some. */
static void expect_timer_outside(const struct timer *t, enum spelling spelling, uint32_t ms)
{
	char value[LINE_LEN], shown[LINE_LEN], lines[TEXT_LEN], sentence[200];

	snprintf(shown, sizeof shown, ms % 1000 ? "%u ms" : "%u s", (unsigned)(ms % 1000 ? ms : ms / 1000));
	snprintf(sentence, sizeof sentence, "t.ini:4: %s: %s is outside %s", t->key, shown, t->range);
	write_timer(t, spell(spelling, ms, value), "", lines);
	expect_refused(lines, sentence);
}

static void every_timer_is_taken_at_both_ends_of_its_range(void **state)
{
	char value[LINE_LEN];

	(void)state;
	for (int i = 0; i < TIMER_COUNT; i++)
		for (int s = 0; s < SPELLING_COUNT; s++) {
			const struct timer *t = &timers_3_1[i];

			expect_timer_taken(t, spell((enum spelling)s, t->least_ms, value), t->with_least, t->least_ms);
			expect_timer_taken(t, spell((enum spelling)s, t->most_ms, value), t->with_most, t->most_ms);
		}
}

static void every_timer_is_refused_beyond_its_range(void **state)
{
	(void)state;
	for (int i = 0; i < TIMER_COUNT; i++)
		for (int s = 0; s < SPELLING_COUNT; s++) {
			const struct timer *t = &timers_3_1[i];

			expect_timer_outside(t, (enum spelling)s, t->least_ms - 1);
			expect_timer_outside(t, (enum spelling)s, t->most_ms + 1);
			expect_timer_outside(t, (enum spelling)s, 0);
			expect_timer_outside(t, (enum spelling)s, 86400000);
		}
}

/* A range that is whole seconds can be said in seconds, with a unit or without. */
static void seconds_are_taken_in_every_spelling(void **state)
{
	static const char *const forms[][2] = { { "", "" }, { "", " s" }, { "", "s" }, { "", ".0 s" },
		{ "msec ", "000" }, { "", "000ms" } };
	char value[LINE_LEN];

	(void)state;
	for (int i = 0; i < TIMER_COUNT; i++)
		for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
			const struct timer *t = &timers_3_1[i];

			if (t->most_ms % 1000 != 0)
				continue;
			snprintf(value, sizeof value, "%s%u%s", forms[f][0], (unsigned)t->most_ms / 1000, forms[f][1]);
			expect_timer_taken(t, value, t->with_most, t->most_ms);
		}
}

static void both_spellings_of_a_millisecond_make_the_same_lab(void **state)
{
	static struct lab first;
	char lines[TEXT_LEN];

	(void)state;
	for (int i = 0; i < TIMERS_COUNT; i++) {
		write_timers(&all_timers[i], SPELLING_BEFORE, "", lines);
		expect_taken(lines);
		first = lab;
		write_timers(&all_timers[i], SPELLING_BEHIND, "", lines);
		expect_taken(lines);
		assert_memory_equal(&lab.failover, &first.failover, sizeof lab.failover);
		assert_memory_equal(lab.group, first.group, sizeof lab.group);
	}
}

/* The usual timers are what a pair has that says nothing of them. */
static void the_usual_timers_are_the_defaults(void **state)
{
	struct failover_conf failover;
	struct group_conf group[GROUP_COUNT];
	char lines[TEXT_LEN];

	(void)state;
	expect_taken("");
	failover = lab.failover;
	memcpy(group, lab.group, sizeof group);
	write_timers(&all_timers[TIMERS_USUAL], SPELLING_BEFORE, "", lines);
	expect_taken(lines);
	assert_memory_equal(&lab.failover, &failover, sizeof failover);
	assert_memory_equal(lab.group, group, sizeof group);
}

static void what_is_no_time_is_refused(void **state)
{
	static const char *const wrong[] = { "msec", "msec 200 ms", "msec -200", "msec 1 s", "-1 s", "soon" };
	char lines[TEXT_LEN], sentence[200];

	(void)state;
	for (int i = 0; i < TIMER_COUNT; i++)
		for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++) {
			const struct timer *t = &timers_3_1[i];
			const char *other = strcmp(t->key, "preempt") == 0 ? "'yes', 'no' or " : "";

			snprintf(sentence, sizeof sentence,
			    "t.ini:4: %s: '%s' is not %sa time, such as 30, 1.5 s or 500 ms", t->key, wrong[w], other);
			write_timer(t, wrong[w], "", lines);
			expect_refused(lines, sentence);
		}
}

static void half_a_millisecond_is_refused(void **state)
{
	char lines[TEXT_LEN], sentence[200];

	(void)state;
	for (int i = 0; i < TIMER_COUNT; i++) {
		const struct timer *t = &timers_3_1[i];

		snprintf(sentence, sizeof sentence, "t.ini:4: %s: msec 500.5 is finer than a millisecond", t->key);
		write_timer(t, "msec 500.5", "", lines);
		expect_refused(lines, sentence);
	}
}

/* --- timers that go together ------------------------------------------------------------------------------- */

/* A poll and the shortest hold that it allows; one millisecond less is refused. */
static void expect_least_hold(const char *section, const char *poll_key, uint32_t poll_ms, uint32_t hold_ms,
    const char *sentence)
{
	char poll[LINE_LEN], hold[LINE_LEN], lines[TEXT_LEN];

	for (int s = 0; s < SPELLING_COUNT; s++) {
		spell((enum spelling)s, poll_ms, poll);
		spell((enum spelling)s, hold_ms, hold);
		snprintf(lines, sizeof lines, "[%s]\n%s = %s\nholdtime = %s\n", section, poll_key, poll, hold);
		expect_taken(lines);
		spell((enum spelling)s, hold_ms - (hold_ms % 1000 == 0 ? 1000 : 1), hold);
		snprintf(lines, sizeof lines, "[%s]\n%s = %s\nholdtime = %s\n", section, poll_key, poll, hold);
		expect_refused(lines, sentence);
	}
}

static void a_unit_is_held_for_three_polls_at_least(void **state)
{
	static const uint32_t polls_ms[] = { 267, 300, 1000, 5000, 15000 };

	(void)state;
	for (size_t i = 0; i < sizeof polls_ms / sizeof *polls_ms; i++)
		expect_least_hold("failover", "polltime", polls_ms[i], 3 * polls_ms[i],
		    "t.ini:5: holdtime must be at least three times polltime");
}

static void an_interface_is_held_for_five_polls_at_least(void **state)
{
	static const uint32_t polls_ms[] = { 2000, 5000, 15000 };

	(void)state;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		for (size_t i = 0; i < sizeof polls_ms / sizeof *polls_ms; i++) {
			char section[LINE_LEN];

			snprintf(section, sizeof section, "group %u", (unsigned)g);
			expect_least_hold(section, "polltime interface", polls_ms[i], 5 * polls_ms[i],
			    "t.ini:5: holdtime must be at least five times polltime interface");
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_that_goes_is_replaced_within_the_holdtime),
		cmocka_unit_test(a_unit_that_goes_is_not_replaced_before_its_silence_is_long_enough),
		cmocka_unit_test(a_lost_carrier_moves_the_group_in_time),
		cmocka_unit_test(a_lost_carrier_is_seen_at_the_next_link_state_poll),
		cmocka_unit_test(a_failed_module_moves_the_group_within_2_s_at_all_timers),
		cmocka_unit_test(an_interface_with_a_connection_problem_is_judged_within_its_holdtime),
		cmocka_unit_test(what_is_typed_is_done_at_once_at_all_timers),
		cmocka_unit_test(every_timer_is_taken_at_both_ends_of_its_range),
		cmocka_unit_test(every_timer_is_refused_beyond_its_range),
		cmocka_unit_test(seconds_are_taken_in_every_spelling),
		cmocka_unit_test(both_spellings_of_a_millisecond_make_the_same_lab),
		cmocka_unit_test(the_usual_timers_are_the_defaults),
		cmocka_unit_test(what_is_no_time_is_refused),
		cmocka_unit_test(half_a_millisecond_is_refused),
		cmocka_unit_test(a_unit_is_held_for_three_polls_at_least),
		cmocka_unit_test(an_interface_is_held_for_five_polls_at_least),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
