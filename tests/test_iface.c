/* Monitored interfaces: hellos, carriers, tests, and what they mean for their group. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "tests/pair.h"

/* The interface that most tests are about. */
static struct interface_conf *ctx1_inside(struct lab *lab)
{
	return &lab->ifaces[lab_find_iface(lab, (uint32_t)lab_find_context(lab, "CTX1"), "inside")];
}

/* --- carriers ---------------------------------------------------------------------------------------------- */

static void a_healthy_interface_is_normal_and_monitored(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	run_to(600000);
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		expect_status(role_word(u), "CTX1/inside", "Normal (Monitored)");
		expect_status(role_word(u), "CTX2/outside", "Normal (Monitored)");
	}
	expect_told_between(NULL, "IF", -200000, 0);
	expect_not_told(NULL, "TEST");
}

/* "At link-poll speed, without the hold time" [G84]. */
static void a_lost_carrier_is_seen_at_the_next_link_poll(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10100, "fault carrier ASA1:CTX1/inside");
	run_to(12000);
	expect_told_between("primary", "IF CTX1/inside Normal (Monitored) -> No Link", 10101, 10600);
	expect_status("primary", "CTX1/inside", "No Link (Waiting)");
	expect_status("secondary", "CTX1/inside", "Normal (Monitored)");
}

static void with_interface_poll(struct lab *lab)
{
	lab->model.link_down = LINK_DOWN_INTERFACE_POLL;
}

/* "500 ms, 5 s, 15 s" [table 3.6]: the default is the interface poll. */
static void or_at_the_next_interface_poll(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_interface_poll);
	at(11100, "fault carrier ASA1:CTX1/inside");
	run_to(20000);
	expect_told_between("primary", "IF CTX1/inside Normal (Monitored) -> No Link", 11600, 16100);
}

static void a_carrier_that_is_back_is_waiting_until_a_hello_comes(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	at(20000, "mend carrier ASA1:CTX1/inside");
	run_to(26000);
	expect_told_between("primary", "IF CTX1/inside No Link -> Normal (Waiting)", 20001, 20500);
	expect_told_between("primary", "IF CTX1/inside Normal (Waiting) -> Normal (Monitored)", 20500, 25600);
	expect_not_told(NULL, "TEST");
}

static void a_blink_between_two_looks_is_not_seen(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10100, "fault carrier ASA1:CTX1/inside");
	at(10300, "mend carrier ASA1:CTX1/inside");
	run_to(60000);
	expect_told_between(NULL, "IF", -200000, 0);
}

static void with_shutdown(struct lab *lab)
{
	ctx1_inside(lab)->shutdown = 1;
}

static void a_port_that_is_shut_down_is_link_down_and_does_not_count(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_shutdown);
	run_to(100000);
	expect_status("primary", "CTX1/inside", "Link Down (Waiting)");
	expect_owners(100000, "primary", "secondary");
	expect_state(100000, "secondary", 1, "Standby Ready");
}

/* --- what is monitored ------------------------------------------------------------------------------------- */

static void with_a_subinterface(struct lab *lab)
{
	snprintf(ctx1_inside(lab)->port, PORT_LEN, "GigabitEthernet0/0.10");
	ctx1_inside(lab)->monitor = MONITOR_DEFAULT;
}

static void a_subinterface_is_not_monitored_by_default(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_a_subinterface);
	expect_status("primary", "CTX1/inside", "Normal (Not-Monitored)");
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(60000, "primary", "secondary");
	expect_status("primary", "CTX1/inside", "No Link (Not-Monitored)");
	/* A black hole there is nobody's business. */
	at(60000, "mend all");
	at(70000, "fault blackhole ASA1:CTX1/inside");
	expect_owners(200000, "primary", "secondary");
	expect_not_told(NULL, "TEST");
}

static void with_a_default_port(struct lab *lab)
{
	ctx1_inside(lab)->monitor = MONITOR_DEFAULT;
}

static void a_physical_port_is_monitored_by_default(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_a_default_port);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
}

static void with_no_standby_address(struct lab *lab)
{
	ctx1_inside(lab)->address.standby = 0;
}

static void nobody_answers(struct lab *lab)
{
	lab->ifaces[0].neighbour = NEIGHBOUR_ABSENT;
}

/* Where only one unit has lost its standby address, as when that was typed at the standby, that unit tests nothing; and
 * once both have the same configuration again nothing is tested for ever [3.5]. */
static void without_a_standby_address_nothing_is_tested(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", nobody_answers);
	at(10000, "type ASA2/CTX1 interface inside");
	at(10000, "type ASA2/CTX1 no ip address");
	run_to(60000);
	expect_status("ASA1", "CTX1/inside", "Unknown (Waiting)");
	expect_status("ASA2", "CTX1/inside", "Normal (Waiting)");
	expect_not_told("ASA2", "IF CTX1/inside Normal (Waiting) -> Testing");
	at(60000, "type ASA1/CTX1 interface inside");
	at(60000, "type ASA1/CTX1 no ip address");
	run_to(61000);
	expect_status("ASA1", "CTX1/inside", "Normal (Waiting)");
	run_to(120000);
	expect_status("ASA1", "CTX1/inside", "Normal (Waiting)");
	expect_status("ASA2", "CTX1/inside", "Normal (Waiting)");
}

/* "Without a standby address it stays so"; the carrier is watched all the same [3.5]. */
static void without_a_standby_address_it_waits_for_ever(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_no_standby_address);
	run_to(3600000);
	expect_status("primary", "CTX1/inside", "Normal (Waiting)");
	expect_status("secondary", "CTX1/inside", "Normal (Waiting)");
	expect_not_told(NULL, "TEST");
	at(3600000, "fault carrier ASA1:CTX1/inside");
	expect_owners(3601000, "secondary", "secondary");
}

/* --- tests ------------------------------------------------------------------------------------------------- */

static uint32_t test_start, test_length, neighbour;
static uint32_t if_poll_ms = 5000;

static void with_interface_timers(struct lab *lab)
{
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		lab->group[g].polltime = if_poll_ms;
		lab->group[g].holdtime = 5 * if_poll_ms < 5000 ? 5000 : 5 * if_poll_ms;
	}
}

static void with_tests(struct lab *lab)
{
	with_interface_timers(lab);
	lab->model.test_start = test_start;
	lab->model.test_length = test_length;
	ctx1_inside(lab)->neighbour = neighbour;
}

static void open_with_tests(enum test_start start, enum test_length length, enum neighbour who)
{
	test_start = start;
	test_length = length;
	neighbour = who;
	pair_open_with("active-active.ini", with_tests);
}

/* Test start, network activity (the mate's users are on the other unit), ARP: only the mate gets an answer. The last
 * hello is up to 5 s old when the hole opens. Five polls, the oldest text, do not fit into the holdtime. */
static void a_black_hole_fails_the_right_interface_within_the_holdtime(void **state)
{
	static const uint32_t start_ms[] = { 15000, 12500, 25000 };

	(void)state;
	for (uint32_t start = TEST_START_15S; start <= TEST_START_FIVE_POLLS; start++)
		for (uint32_t length = TEST_LENGTH_SIXTEENTH; length <= TEST_LENGTH_5S; length++) {
			int32_t begins_ms = 100000 + (int32_t)start_ms[start];
			int32_t most_ms = begins_ms + (length == TEST_LENGTH_5S ? 5000 : 1600) + 1600 + 100;

			open_with_tests((enum test_start)start, (enum test_length)length, NEIGHBOUR_ANSWERS);
			at(100000, "fault blackhole ASA1:CTX1/inside");
			run_to(140000);
			expect_told_between("primary", "IF CTX1/inside Normal (Monitored) -> Testing", begins_ms - 5100,
			    begins_ms + 100);
			expect_told_between("primary", "IF CTX1/inside Testing -> Failed", begins_ms - 5100, most_ms);
			if (start != TEST_START_FIVE_POLLS)
				expect_told_between("primary", "IF CTX1/inside Testing -> Failed", 100000, 125000);
			expect_not_told("secondary", "IF CTX1/inside Testing -> Failed");
			expect_owners(140000, "secondary", "secondary");
			expect_status("primary", "CTX1/inside", "Failed (Waiting)");
		}
}

static void the_same_on_the_standby_marks_the_standby(void **state)
{
	(void)state;
	open_with_tests(TEST_START_15S, TEST_LENGTH_SIXTEENTH, NEIGHBOUR_ANSWERS);
	at(100000, "fault blackhole ASA2:CTX1/inside");
	expect_owners(140000, "primary", "secondary");
	expect_status("secondary", "CTX1/inside", "Failed (Waiting)");
	expect_state(140000, "secondary", 1, "Failed");
	expect_not_told("primary", "IF CTX1/inside Testing -> Failed");
}

/* Silent on both units: neither network activity nor ARP nor ping decides, and it does not count [G84]. */
static void silence_on_both_units_is_unknown_and_does_not_count(void **state)
{
	(void)state;
	open_with_tests(TEST_START_15S, TEST_LENGTH_SIXTEENTH, NEIGHBOUR_SILENT);
	at(100000, "fault blackhole ASA1:CTX1/inside");
	expect_owners(400000, "primary", "secondary");
	expect_status("primary", "CTX1/inside", "Unknown (Waiting)");
	expect_status("secondary", "CTX1/inside", "Unknown (Waiting)");
	expect_told("primary", "TEST CTX1/inside broadcast ping test undecided: nobody hears");
	expect_state(400000, "secondary", 1, "Standby Ready");
	at(400000, "mend all");
	run_to(410000);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
	expect_status("secondary", "CTX1/inside", "Normal (Monitored)");
}

static void expect_quiet(uint32_t u)
{
	for (uint32_t i = 0; i < pair.now.lab.iface_count; i++)
		assert_int_equal(pair.now.sides[i][u].test, TEST_NONE);
	expect_status(role_word(u), "CTX1/inside", "Normal (Monitored)");
}

/* The tests of two units must not wake each other for ever where no neighbour ends them. */
static void tests_end_when_hellos_come_again(void **state)
{
	(void)state;
	if_poll_ms = 1000;
	for (uint32_t after_ms = 0; after_ms < 8000; after_ms += 70) {
		open_with_tests(TEST_START_15S, TEST_LENGTH_SIXTEENTH, NEIGHBOUR_SILENT);
		at(10000, "fault blackhole ASA1:CTX1/inside");
		at(12000 + after_ms, "mend all");
		run_to(60000);
		expect_quiet(PRIMARY);
		expect_quiet(SECONDARY);
		expect_told_between(NULL, "IF", -200000, (int32_t)(12000 + after_ms + 5000));
	}
	if_poll_ms = 5000;
}

/* Any traffic makes it operational again, and its group a standby. */
static void a_failed_interface_is_back_as_soon_as_it_hears(void **state)
{
	(void)state;
	open_with_tests(TEST_START_15S, TEST_LENGTH_SIXTEENTH, NEIGHBOUR_ANSWERS);
	at(100000, "fault blackhole ASA1:CTX1/inside");
	at(200000, "mend all");
	run_to(206000);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
	expect_told_between("primary", "STATE G1 Failed -> Standby Ready (Failover interface become OK)", 200000, 206000);
	expect_owners(210000, "primary", "secondary");
}

/* Only its hellos are lost, and it hears its users: the tests do not blame it. The mate may lose such a comparison, as
 * it has no users; that moves nothing. */
static void an_interface_that_is_heard_one_way_only_moves_nothing(void **state)
{
	(void)state;
	open_with_tests(TEST_START_15S, TEST_LENGTH_SIXTEENTH, NEIGHBOUR_ANSWERS);
	at(100000, "fault oneway ASA1:CTX1/inside");
	expect_owners(600000, "primary", "secondary");
	expect_told("secondary", "IF CTX1/inside Normal (Monitored) -> Testing");
	expect_not_told("primary", "IF CTX1/inside Testing -> Failed");
}

/* --- the mate ---------------------------------------------------------------------------------------------- */

static void with_a_dead_mate_interfaces_wait_and_are_not_tested(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power secondary");
	run_to(30000);
	expect_status("primary", "CTX1/inside", "Normal (Waiting)");
	run_to(600000);
	expect_status("primary", "CTX1/inside", "Normal (Waiting)");
	expect_told_between("primary", "IF", 0, 30000);
	at(600000, "mend power secondary");
	run_to(680000);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
	expect_status("secondary", "CTX1/inside", "Normal (Monitored)");
	expect_not_told(NULL, "-> Failed");
}

/* "5 s, 25 s, 75 s" [table 3.6]: a black hole is found within the holdtime of the group. */
static void interface_timers_are_those_of_the_group(void **state)
{
	static const uint32_t polls_ms[] = { 500, 5000, 15000 };

	(void)state;
	for (size_t i = 0; i < sizeof polls_ms / sizeof *polls_ms; i++) {
		int32_t hold_ms;

		if_poll_ms = polls_ms[i];
		pair_open_with("active-active.ini", with_interface_timers);
		hold_ms = (int32_t)pair.now.lab.group[1].holdtime;
		at(100000, "fault blackhole ASA1:CTX1/outside");
		run_to(200000);
		expect_told_between("primary", "IF CTX1/outside Testing -> Failed", 100000, 100000 + hold_ms);
	}
	if_poll_ms = 5000;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_healthy_interface_is_normal_and_monitored),
		cmocka_unit_test(a_lost_carrier_is_seen_at_the_next_link_poll),
		cmocka_unit_test(or_at_the_next_interface_poll),
		cmocka_unit_test(a_carrier_that_is_back_is_waiting_until_a_hello_comes),
		cmocka_unit_test(a_blink_between_two_looks_is_not_seen),
		cmocka_unit_test(a_port_that_is_shut_down_is_link_down_and_does_not_count),
		cmocka_unit_test(a_subinterface_is_not_monitored_by_default),
		cmocka_unit_test(a_physical_port_is_monitored_by_default),
		cmocka_unit_test(without_a_standby_address_it_waits_for_ever),
		cmocka_unit_test(without_a_standby_address_nothing_is_tested),
		cmocka_unit_test(a_black_hole_fails_the_right_interface_within_the_holdtime),
		cmocka_unit_test(the_same_on_the_standby_marks_the_standby),
		cmocka_unit_test(silence_on_both_units_is_unknown_and_does_not_count),
		cmocka_unit_test(tests_end_when_hellos_come_again),
		cmocka_unit_test(a_failed_interface_is_back_as_soon_as_it_hears),
		cmocka_unit_test(an_interface_that_is_heard_one_way_only_moves_nothing),
		cmocka_unit_test(with_a_dead_mate_interfaces_wait_and_are_not_tested),
		cmocka_unit_test(interface_timers_are_those_of_the_group),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
