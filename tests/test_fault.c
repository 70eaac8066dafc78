/* Faults: every one of the list on everything that it fits, and mended again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/words.h"
#include "tests/invariants.h"
#include "tests/pair.h"
#include "ui/script.h"

/* The n-th thing of the open lab that a fault can be done to; false behind the last. */
static bool nth_target(uint32_t n, struct target *t)
{
	const struct lab *lab = &pair.now.lab;
	uint32_t ends = UNIT_COUNT + 1, legs = lab->iface_count * UNIT_COUNT;

	if (n < UNIT_COUNT) {
		*t = (struct target){ TARGET_UNIT, (uint8_t)n, 0 };
		return true;
	}
	n -= UNIT_COUNT;
	if (n < 2 * ends) {
		*t = (struct target){ n < ends ? TARGET_LAN : TARGET_STATE, (uint8_t)(n % ends), 0 };
		if (t->kind == TARGET_STATE && (!lab_stateful(lab) || lab_link_shared(lab)))
			t->kind = TARGET_LAN;
		return true;
	}
	n -= 2 * ends;
	if (n < lab->switch_count) {
		*t = (struct target){ TARGET_SWITCH, 0, (uint16_t)n };
		return true;
	}
	n -= lab->switch_count;
	*t = (struct target){ TARGET_LEG, (uint8_t)(n % UNIT_COUNT), (uint16_t)(n / UNIT_COUNT) };
	return n < legs;
}

/* "fault carrier ASA1:folink", or "mend ..." */
static const char *line_of(const char *verb, enum fault_id fault, struct target t)
{
	static char line[160];
	char name[96];

	snprintf(line, sizeof line, "%s %s %s", verb, faults[fault].word,
	    target_name(&pair.now.lab, t, name, sizeof name));
	return line;
}

/* --- every fault ------------------------------------------------------------------------------------------- */

/* Breaks it for five minutes, and mends it; in the end all is as it was. */
static void break_and_mend(const char *lab, enum fault_id fault, struct target t)
{
	static struct observer o;
	uint32_t last_ms;

	pair_open(lab);
	at(10000, line_of("fault", fault, t));
	assert_true(fault_present(&pair.now, fault, t));
	assert_true(fault_count(&pair.now) > 0);
	refused_at(10000, line_of("fault", fault, t), "already");
	run_to(300000);
	if (fault == FAULT_RELOAD || fault == FAULT_BLOCKED) /* these end by themselves */
		refused_at(300000, line_of("mend", fault, t), "no fault");
	else
		at(300000, line_of("mend", fault, t));
	assert_int_equal(fault_count(&pair.now), 0);
	/* Failover that was disabled because the mate did not fit is switched on by hand. */
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (pair.now.unit[u].off)
			at(300000, u == PRIMARY ? "type primary failover" : "type secondary failover");
	observer_init(&o, &pair.now);
	last_ms = 300000 + settle_bound_ms(&o, &pair.now);
	run_to(last_ms);
	observer_init(&o, &pair.now);
	if (observer_at_rest(&o, &pair.now, false))
		return;
	pair_print();
	fail_msg("%s: %s", line_of("fault", fault, t), o.sentence);
}

static void every_fault_is_mended_without_a_trace(void **state)
{
	struct target t;
	uint32_t done = 0;

	(void)state;
	for (int f = 0; f < FAULT_COUNT; f++) {
		pair_open("active-active.ini");
		for (uint32_t n = 0; nth_target(n, &t); n++)
			if (fault_fits((enum fault_id)f, t)) {
				break_and_mend("active-active.ini", (enum fault_id)f, t);
				done++;
			}
	}
	assert_int_equal(done, 11 * 2 + 5 * 3 + 5 * 3 + 6 * 8 + 2 * 2);
}

static void and_in_other_labs(void **state)
{
	static const char *const labs[] = { "no-preempt.ini", "preempt-delay.ini", "fast-timers.ini",
		"no-state-link.ini", "shared-state-link.ini" };
	struct target t;

	(void)state;
	for (size_t l = 0; l < sizeof labs / sizeof *labs; l++)
		for (int f = 0; f < FAULT_COUNT; f++) {
			pair_open(labs[l]);
			/* Each leg behaves as the first does. */
			for (uint32_t n = 0; nth_target(n, &t) && (t.kind != TARGET_LEG || t.index == 0); n++)
				if (fault_fits((enum fault_id)f, t))
					break_and_mend(labs[l], (enum fault_id)f, t);
		}
}

/* --- what the rarer ones do -------------------------------------------------------------------------------- */

/* A failed module is a failure of the unit, noticed within 2 s [table 3.6]. */
static void a_failed_module_moves_the_groups_of_its_unit(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault module primary");
	expect_owners(12500, "secondary", "secondary");
	expect_reason("primary", 1, "Detect service card failure");
	expect_state(12500, "primary", 2, "Failed");
	refused_at(20000, "type primary failover active group 1", "cannot become active");
	at(30000, "mend module primary");
	expect_owners(40000, "primary", "secondary");
	expect_told("primary", "STATE G1 Failed -> Standby Ready (My service card is as good as peer)");
}

static void a_failed_module_stays_failed_over_a_boot(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault module primary");
	at(20000, "fault reload primary");
	expect_state(180000, "primary", 1, "Failed");
	expect_owners(180000, "secondary", "secondary");
}

static void other_software_is_warned_of_and_moves_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault version secondary");
	expect_not_told(NULL, "AGREE");
	at(20000, "fault reload secondary");
	expect_owners(200000, "primary", "secondary");
	assert_int_equal(times_told("primary", "AGREE"), 1);
}

/* Both are active for something: the secondary leaves. Its groups stay where they are, and their users notice nothing. */
static void another_licence_disables_failover(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault licence primary");
	expect_state(60000, "secondary", 2, "Disabled");
	expect_state(60000, "primary", 1, "Active");
	expect_state(60000, "primary", 2, "Standby Ready");
	expect_reason("secondary", 2, "Other unit license is different");
	expect_belief("primary", 2, "Disabled");
	assert_int_equal(outage_ms("CTX2"), 0);
	at(100000, "mend licence primary");
	expect_state(200000, "secondary", 2, "Disabled");
	at(200000, "type secondary failover");
	expect_owners(320000, "primary", "secondary");
}

static void another_mode_or_chassis_counts_from_the_next_boot(void **state)
{
	static const char *const words[] = { "mode", "hardware" };
	char line[40];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		pair_open("active-active.ini");
		snprintf(line, sizeof line, "fault %s secondary", words[i]);
		at(10000, line);
		expect_owners(100000, "primary", "secondary");
		at(100000, "fault reload secondary");
		expect_owners(200000, "primary", "primary");
		expect_state(200000, "secondary", 1, "Disabled");
	}
}

/* The groups stay where they are; what happens then is nobody's business any more. */
static void no_failover_leaves_the_groups_where_they_are(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type primary no failover");
	expect_state(20000, "primary", 1, "Disabled");
	expect_state(20000, "secondary", 1, "Standby Ready");
	expect_state(20000, "secondary", 2, "Active");
	assert_int_equal(outage_ms("CTX1"), 0);
	at(20000, "fault carrier ASA1:CTX1/outside");
	expect_state(60000, "secondary", 1, "Standby Ready");
	at(60000, "mend all");
	at(70000, "type primary failover");
	expect_owners(200000, "primary", "secondary");
}

/* Off on both, and one boots: it comes up active for everything, and every address is there twice [PSB]. */
static void who_boots_with_failover_off_has_everything(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type secondary no failover");
	at(11000, "type primary no failover");
	at(20000, "fault reload secondary");
	run_to(100000);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		assert_true(pair.now.unit[SECONDARY].machine[g].holds);
	assert_true(pair.now.unit[PRIMARY].machine[1].holds);
	at(100000, "type secondary failover");
	at(100000, "type primary failover");
	expect_owners(250000, "primary", "secondary");
}

/* "Kills the connections of contexts that are active on the peer"; the standby pulls everything again [T117906]. */
static void write_standby_makes_the_standby_pull_again(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	refused_at(10000, "type secondary write standby", "group 1 is active");
	at(10000, "type primary write standby");
	expect_state(11000, "secondary", 1, "Cold Standby");
	expect_reason("secondary", 1, "Configuration mismatch");
	expect_state(60000, "secondary", 1, "Standby Ready");
	expect_owners(60000, "primary", "secondary");
	assert_int_equal(lost_connections("CTX2"), 1000);
	assert_int_equal(lost_connections("CTX1"), 0);
}

static void reload_standby_reloads_the_mate(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type primary failover reload-standby");
	run_to(11000);
	expect_told_between("secondary", "UNIT up -> booting", 10000, 10010);
	expect_owners(60000, "primary", "primary");
	expect_owners(200000, "primary", "secondary");
	at(200000, "fault carrier folink");
	refused_at(220000, "type primary failover reload-standby", "does not hear its mate");
}

static void a_link_that_loses_everything_is_a_black_hole(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault loss folink 100");
	expect_owners(300000, "primary", "secondary");
	expect_mate("primary", "silent");
	expect_mate("secondary", "silent");
}

static void some_loss_and_delay_move_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault loss ASA1:folink 30");
	at(10000, "fault delay ASA2:folink 500");
	at(10000, "fault loss ASA1:CTX1/inside 30");
	at(10000, "fault delay ASA2:CTX2/inside 900");
	expect_owners(600000, "primary", "secondary");
	expect_told_between(NULL, "MATE", -100000, 0);
	expect_told("primary", "LANTEST");
	expect_not_told(NULL, "Testing -> Failed");
}

/* The halves do not hear each other, and the neighbours are on the primary's: there the tests pass. */
static void a_split_switch_fails_the_secondarys_side(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault split SW-IN");
	expect_owners(60000, "primary", "primary");
	expect_status("secondary", "CTX2/inside", "Failed (Waiting)");
	expect_state(60000, "secondary", 1, "Failed");
	at(60000, "mend split SW-IN");
	expect_owners(100000, "primary", "secondary");
}

static void a_blocked_port_forwards_again_by_itself(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blocked ASA1:CTX1/inside");
	expect_owners(35000, "secondary", "secondary");
	assert_int_equal(fault_count(&pair.now), 1);
	run_to(40000);
	assert_int_equal(fault_count(&pair.now), 0);
	expect_owners(50000, "primary", "secondary");
}

static void without_portfast(struct lab *lab)
{
	for (uint32_t n = 0; n < lab->switch_count; n++)
		lab->switches[n].portfast = 0;
}

/* Plugged in again, the port blocks for 30 s: the interface waits, and may fail its tests before it is heard. */
static void a_port_without_portfast_blocks_when_its_link_comes_up(void **state)
{
	(void)state;
	pair_open_with("no-preempt.ini", without_portfast);
	at(10000, "fault carrier ASA1:CTX1/inside");
	at(20000, "mend carrier ASA1:CTX1/inside");
	run_to(22000);
	expect_status("primary", "CTX1/inside", "Normal (Waiting)");
	run_to(30000);
	expect_status("primary", "CTX1/inside", "Failed (Waiting)");
	run_to(49000);
	assert_int_equal(fault_count(&pair.now), 1);
	run_to(60000);
	assert_int_equal(fault_count(&pair.now), 0);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
}

/* --- what is refused --------------------------------------------------------------------------------------- */

static void what_does_not_fit_is_no_command(void **state)
{
	struct command c;
	struct target t;
	char why[256];

	(void)state;
	pair_open("active-active.ini");
	for (int f = 0; f < FAULT_COUNT; f++)
		for (uint32_t n = 0; nth_target(n, &t); n++)
			assert_int_equal(script_command(&pair.now.lab, line_of("fault", (enum fault_id)f, t), &c, why, sizeof why),
			    fault_fits((enum fault_id)f, t));
	c = (struct command){ .kind = COMMAND_FAULT, .fault = FAULT_DOWN, .target = { TARGET_UNIT, PRIMARY, 0 } };
	assert_false(history_command(&pair, &c, why, sizeof why));
	assert_string_equal(why, "'down' is no fault of ASA1");
}

static void what_is_not_broken_is_not_mended(void **state)
{
	struct target t;

	(void)state;
	pair_open("active-active.ini");
	for (int f = 0; f < FAULT_COUNT; f++)
		for (uint32_t n = 0; nth_target(n, &t); n++)
			if (fault_fits((enum fault_id)f, t))
				refused_at(10000, line_of("mend", (enum fault_id)f, t), "to mend");
	refused_at(10000, "mend all", "nothing to mend");
}

static void a_unit_that_does_not_run_cannot_hang_or_reload(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	refused_at(11000, "fault hang primary", "ASA1 is not running");
	refused_at(11000, "fault crash primary", "ASA1 is not running");
	refused_at(11000, "fault reload primary", "ASA1 is not running");
	at(12000, "mend power primary");
	refused_at(13000, "fault hang primary", "ASA1 is booting");
	refused_at(13000, "fault reload primary", "ASA1 is booting");
	at(14000, "fault crash primary");
	at(15000, "fault power primary");
	refused_at(16000, "mend crash primary", "to mend");
	at(17000, "mend power primary");
	at(100000, "fault hang primary");
	refused_at(101000, "fault reload primary", "ASA1 hangs");
	at(102000, "fault power primary");
	assert_int_equal(fault_count(&pair.now), 1);
}

static void a_refused_command_is_told_and_changes_nothing(void **state)
{
	uint64_t hash;

	(void)state;
	pair_open("active-active.ini");
	run_to(10000);
	hash = sim_hash(&pair.now);
	refused_at(10000, "mend power primary", "to mend");
	expect_told("you", "REFUSED mending of ASA1: refused");
	assert_int_not_equal(sim_hash(&pair.now), hash);
	pair.now.step--;
	pair.now.trace_id--;
	pair.now.did = (struct event){ 0 };
	hash = sim_hash(&pair.now);
	pair_open("active-active.ini");
	run_to(10000);
	pair.now.did = (struct event){ 0 };
	assert_int_equal(sim_hash(&pair.now), hash);
}

/* --- names and lists --------------------------------------------------------------------------------------- */

static void every_target_is_found_by_its_name(void **state)
{
	struct target t, found;
	char name[96], why[200];

	(void)state;
	pair_open("active-active.ini");
	for (uint32_t n = 0; nth_target(n, &t); n++) {
		target_name(&pair.now.lab, t, name, sizeof name);
		assert_true(target_parse(&pair.now.lab, name, &found, why, sizeof why));
		assert_memory_equal(&found, &t, sizeof t);
	}
	assert_true(target_parse(&pair.now.lab, "secondary:CTX2/inside", &found, why, sizeof why));
	assert_string_equal(target_name(&pair.now.lab, found, name, sizeof name), "ASA2:CTX2/inside");
}

static void no_target_is_found_by_another_name(void **state)
{
	static const char *const names[] = { "", ":", "ASA3", "ASA1:", "ASA1:CTX1", "CTX1/inside", "ASA1:CTX9/inside",
		"ASA1:CTX1/insid", "ASA1:SW-IN", "sw-in", "ASA3:folink", "primary:ASA2", "ASA1:CTX1/inside/", "nolink" };
	struct target found;
	char why[200];

	(void)state;
	pair_open("active-active.ini");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		why[0] = '\0';
		assert_false(target_parse(&pair.now.lab, names[i], &found, why, sizeof why));
		assert_true(why[0]);
	}
	pair_open("no-state-link.ini");
	assert_false(target_parse(&pair.now.lab, "statelink", &found, why, sizeof why));
}

static void the_list_of_faults_is_what_was_broken(void **state)
{
	static const char *const wanted[] = { "crash ASA2", "oneway ASA1:folink", "carrier ASA2:folink", "down SW-OUT",
		"blackhole ASA1:CTX1/outside", "oneway ASA1:CTX1/outside" };
	uint32_t cursor = 0, n = 0;
	enum fault_id fault;
	struct target t;

	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault oneway ASA1:CTX1/outside");
	at(10000, "fault blackhole ASA1:CTX1/outside");
	at(10000, "fault down SW-OUT");
	at(10000, "fault carrier ASA2:folink");
	at(10000, "fault oneway ASA1:folink");
	at(10000, "fault crash ASA2");
	while (fault_next(&pair.now, &cursor, &fault, &t)) {
		assert_true(n < sizeof wanted / sizeof *wanted);
		assert_string_equal(line_of("", fault, t) + 1, wanted[n++]);
	}
	assert_int_equal(n, 6);
	at(20000, "mend all");
	assert_int_equal(fault_count(&pair.now), 0);
	expect_owners(300000, "primary", "secondary");
}

static void a_cable_is_broken_where_either_end_is(void **state)
{
	struct target t;
	char why[200];

	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA2:folink");
	assert_true(target_parse(&pair.now.lab, "folink", &t, why, sizeof why));
	assert_true(fault_present(&pair.now, FAULT_CARRIER, t));
	refused_at(10000, "fault carrier folink", "already");
	at(20000, "mend carrier folink");
	assert_int_equal(fault_count(&pair.now), 0);
}

static void cut_ports_of_a_trunk(struct lab *lab)
{
	snprintf(lab->ifaces[0].port, PORT_LEN, "GigabitEthernet0/0.10");
	snprintf(lab->ifaces[2].port, PORT_LEN, "GigabitEthernet0/0.20");
}

/* One cable, two subinterfaces: both are cut, and both are mended. */
static void subinterfaces_share_their_cable(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", cut_ports_of_a_trunk);
	at(10000, "fault carrier ASA1:CTX1/inside");
	run_to(11000);
	expect_status("primary", "CTX2/inside", "No Link (Waiting)");
	expect_status("primary", "CTX1/outside", "Normal (Monitored)");
	at(20000, "mend carrier ASA1:CTX2/inside");
	run_to(26000);
	expect_status("primary", "CTX1/inside", "Normal (Monitored)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_is_mended_without_a_trace),
		cmocka_unit_test(and_in_other_labs),
		cmocka_unit_test(a_failed_module_moves_the_groups_of_its_unit),
		cmocka_unit_test(a_failed_module_stays_failed_over_a_boot),
		cmocka_unit_test(other_software_is_warned_of_and_moves_nothing),
		cmocka_unit_test(another_licence_disables_failover),
		cmocka_unit_test(another_mode_or_chassis_counts_from_the_next_boot),
		cmocka_unit_test(no_failover_leaves_the_groups_where_they_are),
		cmocka_unit_test(who_boots_with_failover_off_has_everything),
		cmocka_unit_test(write_standby_makes_the_standby_pull_again),
		cmocka_unit_test(reload_standby_reloads_the_mate),
		cmocka_unit_test(a_link_that_loses_everything_is_a_black_hole),
		cmocka_unit_test(some_loss_and_delay_move_nothing),
		cmocka_unit_test(a_split_switch_fails_the_secondarys_side),
		cmocka_unit_test(a_blocked_port_forwards_again_by_itself),
		cmocka_unit_test(a_port_without_portfast_blocks_when_its_link_comes_up),
		cmocka_unit_test(what_does_not_fit_is_no_command),
		cmocka_unit_test(what_is_not_broken_is_not_mended),
		cmocka_unit_test(a_unit_that_does_not_run_cannot_hang_or_reload),
		cmocka_unit_test(a_refused_command_is_told_and_changes_nothing),
		cmocka_unit_test(every_target_is_found_by_its_name),
		cmocka_unit_test(no_target_is_found_by_another_name),
		cmocka_unit_test(the_list_of_faults_is_what_was_broken),
		cmocka_unit_test(a_cable_is_broken_where_either_end_is),
		cmocka_unit_test(subinterfaces_share_their_cable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
