/* Units: boot and death, hellos and their silence, LANTEST, the links between the two, the history that is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "tests/pair.h"

static uint32_t poll_ms, hold_ms, delay_ms;

static void with_timers(struct lab *lab)
{
	lab->failover.polltime = poll_ms;
	lab->failover.holdtime = hold_ms;
}

/* --- hellos ------------------------------------------------------------------------------------------------ */

static void a_hello_goes_out_each_polltime(void **state)
{
	static const uint32_t polls_ms[] = { 200, 1000, 15000 };

	(void)state;
	for (size_t i = 0; i < sizeof polls_ms / sizeof *polls_ms; i++) {
		uint32_t had;

		poll_ms = polls_ms[i];
		hold_ms = 45000;
		pair_open_with("active-active.ini", with_timers);
		had = pair.now.unit[PRIMARY].hellos;
		run_to(100 * poll_ms);
		assert_int_equal(pair.now.unit[PRIMARY].hellos, had + 100);
	}
}

static void with_delay(struct lab *lab)
{
	lab->timing.link_delay = delay_ms;
	lab->failover.polltime = 15000;
	lab->failover.holdtime = 45000;
}

/* News does not wait for the polltime, only for the way over the link. */
static void what_changed_is_told_at_once(void **state)
{
	(void)state;
	delay_ms = 200;
	pair_open_with("active-active.ini", with_delay);
	at(10000, "fault carrier ASA2:CTX1/inside");
	expect_state(10500, "secondary", 1, "Failed");
	run_to(10600);
	expect_belief("primary", 1, "Standby Ready");
	run_to(10800);
	expect_belief("primary", 1, "Failed");
}

/* What is known of the mate came in a hello: when nothing comes any more, the picture stays as it was. */
static void beliefs_part_where_nothing_is_heard(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(60000, "fault carrier ASA2:CTX1/inside");
	expect_state(70000, "secondary", 1, "Failed");
	expect_belief("primary", 1, "Standby Ready");
	at(80000, "mend carrier folink");
	run_to(83000);
	expect_belief("primary", 1, "Failed");
}

/* --- silence ----------------------------------------------------------------------------------------------- */

static void lantest_follows_three_missed_hellos(void **state)
{
	static const uint32_t timers[][2] = { { 200, 999 }, { 1000, 15000 }, { 10000, 45000 } };

	(void)state;
	for (size_t i = 0; i < sizeof timers / sizeof *timers; i++) {
		poll_ms = timers[i][0];
		hold_ms = timers[i][1];
		pair_open_with("active-active.ini", with_timers);
		at(60000, "fault hang primary");
		run_to(60000 + hold_ms + 1000);
		expect_told_between("secondary", "LANTEST three hellos missed: LANTEST on folink and 4 data interfaces",
		    (int32_t)(60000 + 2 * poll_ms), (int32_t)(60000 + 3 * poll_ms + 10));
	}
}

static void two_missed_hellos_are_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole folink");
	at(12000, "mend blackhole folink");
	run_to(60000);
	expect_not_told(NULL, "LANTEST");
	expect_told_between(NULL, "MATE", -100000, 0);
}

static void a_silence_shorter_than_the_holdtime_moves_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole folink");
	at(23500, "mend blackhole folink");
	expect_owners(60000, "primary", "secondary");
	expect_told("primary", "LANTEST");
	expect_told_between(NULL, "MATE", -100000, 0);
	expect_told_between(NULL, "STATE", -100000, 0);
}

/* An answer on a data interface: the failover link has failed, the mate has not. */
static void an_answer_on_a_data_interface_blames_the_link(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole folink");
	run_to(26000);
	expect_told_between("primary", "LINK failover link folink has failed", 24000, 25100);
	expect_told_between("primary", "MATE ASA2 answers on data interfaces only", 24000, 25100);
	expect_mate("primary", "silent");
	expect_mate("secondary", "silent");
	expect_owners(300000, "primary", "secondary");
}

static uint32_t slow_ms;

static void with_slow_answers(struct lab *lab)
{
	with_timers(lab);
	lab->timing.link_delay = lab->timing.data_delay = slow_ms;
}

/* The holdtime may be as short as three hellos, and an answer may take its time: it is waited for. */
static void nobody_is_judged_before_an_answer_could_come(void **state)
{
	static const uint32_t timers[][3] = { { 1000, 3000, 5 }, { 15000, 45000, 250 }, { 200, 800, 250 } };

	(void)state;
	for (size_t i = 0; i < sizeof timers / sizeof *timers; i++) {
		poll_ms = timers[i][0];
		hold_ms = timers[i][1];
		slow_ms = timers[i][2];
		pair_open_with("active-active.ini", with_slow_answers);
		at(60000, "fault blackhole folink");
		expect_owners(200000, "primary", "secondary");
		expect_mate("primary", "silent");
		expect_mate("secondary", "silent");
		expect_not_told(NULL, "failed: nothing heard");
	}
}

/* One interface that answers is enough. */
static void one_data_interface_is_enough_for_an_answer(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole ASA1:CTX1/inside");
	at(10000, "fault blackhole ASA1:CTX1/outside");
	at(10000, "fault blackhole ASA1:CTX2/inside");
	at(10000, "fault blackhole folink");
	run_to(26000);
	expect_mate("primary", "silent");
	expect_mate("secondary", "silent");
}

/* It cannot hear and says so; its mate hears well, and knows nothing of it. */
static void a_link_that_works_one_way_is_lost_to_who_cannot_hear(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault oneway ASA1:folink");
	run_to(60000);
	expect_mate("secondary", "silent");
	expect_link("secondary", "lan", "lost");
	expect_mate("primary", "alive");
	expect_link("primary", "lan", "up");
	expect_owners(60000, "primary", "secondary");
	at(60000, "mend oneway ASA1:folink");
	run_to(62000);
	expect_mate("secondary", "alive");
	expect_link("secondary", "lan", "up");
}

/* --- links ------------------------------------------------------------------------------------------------- */

static void a_lost_carrier_of_a_link_is_seen_at_the_next_look(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10100, "fault carrier folink");
	at(10100, "fault carrier statelink");
	run_to(11000);
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		expect_told_between(role_word(u), "LINK failover link folink has failed", 10101, 10600);
		expect_told_between(role_word(u), "LINK state link statelink has failed", 10101, 10600);
	}
	at(12100, "mend all");
	run_to(14000);
	expect_told_between("primary", "LINK failover link folink works", 12101, 12600);
}

/* Where the carrier stays, silence tells: after the holdtime, but never less than three seconds. */
static void a_silent_state_link_is_lost_after_the_holdtime(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole statelink");
	run_to(60000);
	expect_told_between("primary", "LINK state link statelink has failed", 24000, 27000);
	pair_open("fast-timers.ini");
	at(10000, "fault blackhole statelink");
	run_to(60000);
	expect_told_between("primary", "LINK state link statelink has failed", 12000, 15000);
}

static void a_state_link_that_works_is_not_lost_with_fast_timers(void **state)
{
	(void)state;
	pair_open("fast-timers.ini");
	run_to(300000);
	expect_told_between(NULL, "LINK", -200000, 0);
}

static void links_on_one_cable_fail_together(void **state)
{
	(void)state;
	pair_open("shared-state-link.ini");
	at(10000, "fault carrier folink");
	run_to(11000);
	expect_link("primary", "lan", "lost");
	expect_link("primary", "state", "lost");
	expect_owners(300000, "primary", "secondary");
	at(300000, "mend all");
	run_to(330000);
	expect_link("primary", "lan", "up");
	expect_link("primary", "state", "up");
}

/* --- life and death ---------------------------------------------------------------------------------------- */

static void a_reload_comes_back_by_itself(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault reload primary");
	assert_int_equal(pair.now.unit[PRIMARY].run, RUN_BOOTING);
	expect_told_between("primary", "UNIT up -> booting", 10000, 10000);
	run_to(71000);
	expect_told_between("primary", "UNIT booting -> up", 70000, 70000);
	refused_at(80000, "mend reload primary", "no fault");
	expect_owners(150000, "primary", "secondary");
}

static void a_crash_stays_down_until_it_is_mended(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault crash primary");
	expect_owners(600000, "secondary", "secondary");
	expect_told_between("primary", "UNIT up -> crashed", 10000, 10000);
	expect_link("secondary", "lan", "lost");
	at(600000, "mend crash primary");
	expect_owners(700000, "secondary", "secondary");
	expect_owners(750000, "primary", "secondary");
}

/* Its ports stay up: nobody but the silence tells that it is gone. */
static void a_hang_leaves_the_carriers_and_takes_the_answers(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault hang primary");
	run_to(20000);
	expect_link("secondary", "lan", "up");
	expect_mate("secondary", "alive");
	expect_owners(40000, "secondary", "secondary");
	expect_mate("secondary", "failed");
	expect_link("secondary", "lan", "up");
	at(60000, "mend hang primary");
	expect_owners(200000, "primary", "secondary");
}

static void what_a_unit_knew_does_not_outlive_it(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault reload primary");
	expect_state(20000, "primary", 1, "Disabled");
	expect_belief("primary", 1, "Not Detected");
	expect_mate("primary", "not heard yet");
	expect_status("primary", "CTX1/inside", "Unknown (Waiting)");
	assert_int_equal(pair.now.unit[PRIMARY].history_count, 0);
}

/* --- the history ------------------------------------------------------------------------------------------- */

static void the_newest_twenty_rows_are_kept(void **state)
{
	const struct unit *unit = &pair.now.unit[PRIMARY];
	const struct history_row *last = &unit->history[HISTORY_MAX - 1];

	(void)state;
	pair_open("active-active.ini");
	for (uint32_t n = 0; n < 8; n++)
		at(10000 + n * 1000,
		    n % 2 == 0 ? "type primary failover active group 2" : "type secondary failover active group 2");
	run_to(20000);
	assert_int_equal(unit->history_count, HISTORY_MAX);
	assert_string_equal(state_word(last->from), "Active");
	assert_string_equal(state_word(last->to), "Standby Ready");
	assert_string_equal(reason_word(last->reason), "Other unit wants me Standby");
	assert_int_equal(last->group, 2);
	assert_int_equal(last->at_ms, pair.now.open_ms + 17005);
	for (uint32_t i = 1; i < HISTORY_MAX; i++) {
		const struct history_row *row = &unit->history[i];

		assert_true(row->at_ms >= row[-1].at_ms);
		if (row->group == row[-1].group)
			assert_int_equal(row->from, row[-1].to);
	}
}

static void each_move_is_one_row_with_its_reason(void **state)
{
	const struct unit *unit = &pair.now.unit[PRIMARY];
	const struct history_row *row;

	(void)state;
	pair_open("active-active.ini");
	at(10000, "type primary failover active group 2");
	run_to(11000);
	row = &unit->history[unit->history_count - 5];
	assert_string_equal(state_word(row[0].from), "Standby Ready");
	for (uint32_t i = 0; i < 5; i++)
		assert_string_equal(reason_word(row[i].reason), "Set by the config command");
	assert_string_equal(state_word(row[4].to), "Active");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hello_goes_out_each_polltime),
		cmocka_unit_test(what_changed_is_told_at_once),
		cmocka_unit_test(beliefs_part_where_nothing_is_heard),
		cmocka_unit_test(lantest_follows_three_missed_hellos),
		cmocka_unit_test(two_missed_hellos_are_nothing),
		cmocka_unit_test(a_silence_shorter_than_the_holdtime_moves_nothing),
		cmocka_unit_test(an_answer_on_a_data_interface_blames_the_link),
		cmocka_unit_test(nobody_is_judged_before_an_answer_could_come),
		cmocka_unit_test(one_data_interface_is_enough_for_an_answer),
		cmocka_unit_test(a_link_that_works_one_way_is_lost_to_who_cannot_hear),
		cmocka_unit_test(a_lost_carrier_of_a_link_is_seen_at_the_next_look),
		cmocka_unit_test(a_silent_state_link_is_lost_after_the_holdtime),
		cmocka_unit_test(a_state_link_that_works_is_not_lost_with_fast_timers),
		cmocka_unit_test(links_on_one_cable_fail_together),
		cmocka_unit_test(a_reload_comes_back_by_itself),
		cmocka_unit_test(a_crash_stays_down_until_it_is_mended),
		cmocka_unit_test(a_hang_leaves_the_carriers_and_takes_the_answers),
		cmocka_unit_test(what_a_unit_knew_does_not_outlive_it),
		cmocka_unit_test(the_newest_twenty_rows_are_kept),
		cmocka_unit_test(each_move_is_one_row_with_its_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
