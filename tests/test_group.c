/* Failover groups: who becomes active, when, why, and when nobody moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/group.h"
#include "sim/words.h"
#include "tests/pair.h"

/* --- boot -------------------------------------------------------------------------------------------------- */

/* What a test changes in a lab that starts at power-on. */
static uint32_t power_on[UNIT_COUNT];
static uint32_t both_boot;
static bool preempts;

static void from_power_on(struct lab *lab)
{
	lab->head.start = START_BOOT;
	lab->model.both_boot = both_boot;
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		lab->unit[u].power_on = power_on[u];
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		lab->group[g].preempt = preempts ? 0 : PREEMPT_OFF;
}

/* Powers `first` on at once and its mate so much later; TIME_NEVER: never. */
static void boot(uint32_t first, uint32_t apart_ms, bool preempt)
{
	power_on[first] = 0;
	power_on[mate_of(first)] = apart_ms;
	preempts = preempt;
	pair_open_with("active-active.ini", from_power_on);
}

/* Boot 60 s, hold 15 s, negotiation 2 s and 1 s a group. */
static void who_boots_alone_takes_both_groups_whatever_they_prefer(void **state)
{
	(void)state;
	for (uint32_t first = 0; first < UNIT_COUNT; first++) {
		boot(first, TIME_NEVER, true);
		expect_owners(75000, "nobody", "nobody");
		expect_owners(80000, role_word(first), role_word(first));
		expect_mate(role_word(first), "not detected");
		expect_belief(role_word(first), 1, "Not Detected");
		expect_reason(role_word(first), 1, "No Active unit found");
		expect_owners(3600000, role_word(first), role_word(first));
	}
}

/* Group 1 goes about a second after group 0, group 2 a second after group 1 [KP]. */
static void groups_start_in_the_order_0_1_2(void **state)
{
	(void)state;
	boot(PRIMARY, TIME_NEVER, true);
	run_to(90000);
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		char part[64];
		int32_t after_ms = g == 0 ? 75000 : 75000 + 1000 * (int32_t)g;

		snprintf(part, sizeof part, "STATE G%u Negotiation -> Just Active (No Active", (unsigned)g);
		expect_told_between("primary", part, after_ms, after_ms + 100);
		snprintf(part, sizeof part, "STATE G%u Active Config Applied -> Active", (unsigned)g);
		expect_told_between("primary", part, after_ms, after_ms + 1000);
	}
}

/* In what distance ever: in the end each group is at home. Within the holdtime the two negotiate, and the primary
 * takes both; after it, whoever was first has both [1.2]. */
static void pairs_boot_in_any_order_and_distance(void **state)
{
	static const uint32_t apart_ms[] = { 0, 5000, 14000, 20000, 100000 };

	(void)state;
	for (uint32_t first = 0; first < UNIT_COUNT; first++)
		for (size_t i = 0; i < sizeof apart_ms / sizeof *apart_ms; i++) {
			uint32_t taker = apart_ms[i] < 15000 ? (uint32_t)PRIMARY : first;

			boot(first, apart_ms[i], true);
			expect_owners(60000 + apart_ms[i] + 20000, role_word(taker), role_word(taker));
			expect_owners(60000 + apart_ms[i] + 90000, "primary", "secondary");
			expect_belief("primary", 1, "Standby Ready");
			expect_belief("primary", 2, "Active");
			expect_belief("secondary", 1, "Active");
			expect_belief("secondary", 2, "Standby Ready");
		}
}

static void without_preempt_who_was_first_keeps_both(void **state)
{
	(void)state;
	for (uint32_t first = 0; first < UNIT_COUNT; first++) {
		boot(first, 20000, false);
		expect_owners(400000, role_word(first), role_word(first));
		expect_state(400000, role_word(mate_of(first)), 1, "Standby Ready");
		expect_state(400000, role_word(mate_of(first)), 2, "Standby Ready");
	}
}

/* The older text: booting together, each group becomes active where it belongs, with no preempt [G84]. */
static void both_boot_preferred_gives_each_group_to_its_unit(void **state)
{
	(void)state;
	both_boot = BOTH_BOOT_PREFERRED;
	boot(PRIMARY, 3000, false);
	both_boot = BOTH_BOOT_ONE_UNIT;
	expect_owners(180000, "primary", "secondary");
	expect_not_told(NULL, "Preempt");
}

static void states_of_a_boot_alone_come_in_order(void **state)
{
	static const char *const rows[] = { "Disabled -> Negotiation (Failover state check)",
		"Negotiation -> Just Active (No Active unit found)", "Just Active -> Active Drain (No Active unit found)",
		"Active Drain -> Active Applying Config (No Active unit found)",
		"Active Applying Config -> Active Config Applied (No Active unit found)",
		"Active Config Applied -> Active (No Active unit found)" };
	int32_t last_ms = 0;

	(void)state;
	boot(PRIMARY, TIME_NEVER, true);
	run_to(90000);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char part[120];

		snprintf(part, sizeof part, "STATE G1 %s", rows[i]);
		expect_told_between("primary", part, last_ms, 90000);
		last_ms = told_at("primary", part);
	}
}

static void expect_joins(const char *const *rows, size_t count)
{
	int32_t last_ms = 0;

	boot(PRIMARY, 100000, true);
	run_to(300000);
	for (size_t i = 0; i < count; i++) {
		char part[120];

		snprintf(part, sizeof part, "STATE G2 %s", rows[i]);
		expect_told_between("secondary", part, last_ms, 300000);
		last_ms = told_at("secondary", part);
	}
}

/* Cold Standby 2 s, Sync Config 24 s, Bulk Sync 16 s, as seen on real pairs [T117906]. */
static void states_of_a_join_come_in_order(void **state)
{
	static const char *const rows[] = { "Negotiation -> Cold Standby (Detected an Active mate)",
		"Cold Standby -> Sync Config (Detected an Active mate)",
		"Sync Config -> Sync File System (Detected an Active mate)",
		"Sync File System -> Bulk Sync (Detected an Active mate)",
		"Bulk Sync -> Standby Ready (Detected an Active mate)" };

	(void)state;
	expect_joins(rows, sizeof rows / sizeof *rows);
	expect_told_between("secondary", "STATE G2 Bulk Sync -> Standby Ready", 160000 + 42000, 160000 + 42100);
}

static void boot_without_state_link(struct lab *lab)
{
	from_power_on(lab);
	lab->failover.link = (struct link_conf){ .name = "" };
	lab->failover.link_ip = (struct address){ 0, 0, 0 };
}

static void bulk_sync_is_only_with_a_state_link(void **state)
{
	(void)state;
	power_on[PRIMARY] = 0;
	power_on[SECONDARY] = 100000;
	preempts = true;
	pair_open_with("active-active.ini", boot_without_state_link);
	run_to(300000);
	expect_told("secondary", "STATE G2 Sync File System -> Standby Ready (Detected an Active mate)");
	expect_not_told(NULL, "Bulk Sync");
	expect_owners(300000, "primary", "secondary");
}

/* Both hear each other, and the link fails before they are through: there is nobody to agree with [table 5.1]. */
static void link_that_fails_in_negotiation_makes_both_active(void **state)
{
	(void)state;
	boot(PRIMARY, 0, true);
	at(61000, "fault blackhole folink");
	expect_owners(100000, "both", "both");
	at(110000, "mend all");
	expect_owners(115000, "primary", "primary");
	expect_owners(300000, "primary", "secondary");
}

static void no_power_before_its_time_and_none_where_the_plug_is_out(void **state)
{
	(void)state;
	boot(PRIMARY, 30000, true);
	at(10000, "fault power secondary");
	expect_owners(200000, "primary", "primary");
	expect_not_told("secondary", "booting");
	at(200000, "mend power secondary");
	expect_told_between("secondary", "UNIT off -> booting", 200000, 200000);
	expect_owners(400000, "primary", "secondary");
}

/* --- death ------------------------------------------------------------------------------------------------- */

static uint32_t poll_ms, hold_ms;

static void with_timers(struct lab *lab)
{
	lab->failover.polltime = poll_ms;
	lab->failover.holdtime = hold_ms;
}

/* The last hello may be up to a poll old when the mate dies; then it takes the holdtime, and no second to act. */
static void death_is_declared_within_the_holdtime(void **state)
{
	static const uint32_t timers[][2] = { { 200, 800 }, { 1000, 15000 }, { 15000, 45000 }, { 1000, 3000 } };

	(void)state;
	for (size_t i = 0; i < sizeof timers / sizeof *timers; i++)
		for (uint32_t phase = 0; phase < 8; phase++) {
			uint32_t dies_ms = 60000 + phase * timers[i][0] / 8;

			poll_ms = timers[i][0];
			hold_ms = timers[i][1];
			pair_open_with("active-active.ini", with_timers);
			at(dies_ms, "fault hang primary");
			run_to(dies_ms + hold_ms + 1000);
			expect_told_between("secondary", "MATE takes ASA1 for failed", (int32_t)(dies_ms + hold_ms - poll_ms),
			    (int32_t)(dies_ms + hold_ms + 20));
			expect_owners(dies_ms + hold_ms + 1000, "secondary", "secondary");
			expect_reason("secondary", 1, "HELLO not heard from mate");
			expect_belief("secondary", 1, "Failed");
		}
}

static void only_the_groups_of_the_dead_unit_move(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power secondary");
	expect_owners(40000, "primary", "primary");
	expect_told("primary", "STATE G2 Standby Ready -> Just Active (HELLO not heard from mate)");
	expect_told_between("primary", "STATE G1", -100000, 0);
}

static void the_system_space_is_where_group_1_is(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	expect_state(0, "primary", 0, "Active");
	at(10000, "type secondary failover active group 1");
	expect_state(20000, "secondary", 0, "Active");
	expect_state(20000, "primary", 0, "Standby Ready");
	at(30000, "type primary failover active group 2");
	expect_state(40000, "secondary", 0, "Active");
}

/* The rebooted unit is back before its silence would have been noticed; its groups are not lost on the way. */
static void quick_boots(struct lab *lab)
{
	lab->unit[PRIMARY].boot = lab->unit[SECONDARY].boot = 1000;
}

static void a_reload_quicker_than_the_holdtime_moves_the_groups_all_the_same(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", quick_boots);
	at(10000, "fault reload primary");
	expect_owners(15000, "secondary", "secondary");
	expect_reason("secondary", 1, "No Active unit found");
	expect_owners(100000, "primary", "secondary");
}

/* Its mate was active a moment ago and has just begun itself: what was pulled from it is worth nothing. */
static void who_joins_a_mate_that_reloads_negotiates_again(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", quick_boots);
	at(10000, "fault reload secondary");
	expect_state(20000, "secondary", 1, "Sync Config");
	at(20000, "fault reload primary");
	run_to(25000);
	expect_told("secondary", "STATE G1 Sync Config -> Negotiation (Failover state check)");
	expect_owners(200000, "primary", "secondary");
}

/* Cold Standby is over while the failover link is down: it goes on when the mate is heard again. */
static void who_joins_goes_on_when_the_link_is_back(void **state)
{
	(void)state;
	pair_open("fast-timers.ini");
	at(10000, "fault reload secondary");
	expect_state(70300, "secondary", 1, "Cold Standby");
	at(70300, "fault blackhole folink");
	expect_state(80000, "secondary", 1, "Cold Standby");
	expect_mate("secondary", "silent");
	at(80000, "mend blackhole folink");
	expect_state(81000, "secondary", 1, "Sync Config");
	expect_owners(200000, "primary", "secondary");
}

/* --- the failover link ------------------------------------------------------------------------------------- */

static void link_that_fails_in_operation_moves_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	expect_owners(600000, "primary", "secondary");
	expect_mate("primary", "silent");
	expect_mate("secondary", "silent");
	expect_link("primary", "lan", "lost");
	expect_link("secondary", "lan", "lost");
	expect_belief("primary", 2, "Active");
}

static void nothing_moves_for_interfaces_while_the_link_is_down(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(60000, "fault carrier ASA1:CTX1/inside");
	expect_owners(600000, "primary", "secondary");
	expect_status("primary", "CTX1/inside", "No Link (Waiting)");
	expect_told("primary", "RULE G1 stays: no failover while the failover link is down");
	/* With the link it moves; with the interface it comes home. */
	at(600000, "mend carrier folink");
	expect_owners(610000, "secondary", "secondary");
	at(620000, "mend carrier ASA1:CTX1/inside");
	expect_owners(640000, "primary", "secondary");
}

static void repaired_link_leaves_everything_where_it_is(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(100000, "mend carrier folink");
	expect_owners(200000, "primary", "secondary");
	expect_mate("primary", "alive");
	expect_mate("secondary", "alive");
	expect_link("primary", "lan", "up");
	expect_told_between(NULL, "STATE", -100000, 0);
}

static uint32_t dead_link;

static void with_dead_link(struct lab *lab)
{
	lab->model.dead_link = dead_link;
}

/* "Unit cannot fail over to standby while it is down" [G84]; or it does, since nothing answers [G912]. */
static void a_mate_that_dies_after_the_link_is_not_replaced(void **state)
{
	(void)state;
	for (dead_link = DEAD_LINK_NO; dead_link <= DEAD_LINK_YES; dead_link++) {
		pair_open_with("active-active.ini", with_dead_link);
		for (uint32_t turn = 0; turn < 4; turn++) {
			uint32_t ms = turn * 1000000;
			bool first = turn < 2;

			at(ms + 10000, "fault carrier folink");
			at(ms + 60000, first ? "fault power primary" : "fault power secondary");
			if (first)
				expect_owners(ms + 200000, dead_link ? "secondary" : "nobody", "secondary");
			else
				expect_owners(ms + 200000, "primary", dead_link ? "primary" : "nobody");
			expect_told_between(first ? "secondary" : "primary", "answers nowhere now, but folink had",
			    (int32_t)ms + 60000, (int32_t)ms + 80000);
			at(ms + 300000, "mend all");
			expect_owners(ms + 900000, "primary", "secondary");
		}
	}
}

static void link_that_fails_before_boot_makes_both_active(void **state)
{
	(void)state;
	boot(PRIMARY, 20000, true);
	at(1000, "fault carrier folink");
	expect_owners(200000, "both", "both");
	expect_mate("primary", "not detected");
	expect_mate("secondary", "not detected");
}

/* Nothing between the two passes: silence everywhere. */
static void split_the_pair(uint32_t ms)
{
	pair_open("active-active.ini");
	at(ms, "fault blackhole ASA2:CTX1/inside");
	at(ms, "fault blackhole ASA2:CTX1/outside");
	at(ms, "fault blackhole ASA2:CTX2/inside");
	at(ms, "fault blackhole ASA2:CTX2/outside");
	at(ms, "fault blackhole folink");
}

static void silence_everywhere_makes_both_active(void **state)
{
	(void)state;
	split_the_pair(10000);
	expect_owners(40000, "both", "both");
	expect_belief("primary", 1, "Failed");
	expect_belief("secondary", 1, "Failed");
	expect_reason("primary", 2, "HELLO not heard from mate");
	expect_reason("secondary", 1, "HELLO not heard from mate");
}

/* "Primary stays active, secondary is forced to Cold Standby and re-syncs" [T217691]; preempt gives group 2 back. */
static void after_a_split_the_primary_keeps_both_and_preempt_gives_group_2_back(void **state)
{
	(void)state;
	split_the_pair(10000);
	at(60000, "mend all");
	expect_owners(62000, "primary", "primary");
	expect_told_between("secondary", "STATE G1 Active -> Cold Standby (Detected an Active mate)", 60000, 62000);
	expect_told_between("secondary", "STATE G2 Active -> Cold Standby (Detected an Active mate)", 60000, 62000);
	expect_told("primary", "RULE G2 stays: of two active units the primary keeps it");
	expect_state(64000, "secondary", 1, "Sync Config");
	expect_owners(120000, "primary", "secondary");
	expect_told("secondary", "STATE G2 Standby Ready -> Just Active (Preempt mate)");
}

/* The failover link works one way: the secondary takes for dead who hears it well, and gives group 2 away. What was
 * asked of the mate before must not keep the two apart. */
static void a_mate_that_took_over_unasked_is_as_good_as_one_that_was_asked(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole ASA2:CTX1/inside");
	at(10000, "fault blackhole ASA2:CTX1/outside");
	at(10000, "fault blackhole ASA2:CTX2/inside");
	at(10000, "fault blackhole ASA2:CTX2/outside");
	at(10000, "fault oneway ASA2:folink");
	at(10000, "type secondary no failover active group 2");
	expect_owners(60000, "primary", "primary");
	expect_reason("primary", 2, "HELLO not heard from mate");
	at(60000, "mend all");
	expect_owners(62000, "primary", "primary");
}

/* --- the state link ---------------------------------------------------------------------------------------- */

static void lost_state_link_moves_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier statelink");
	expect_owners(300000, "primary", "secondary");
	expect_link("primary", "state", "lost");
	expect_told_between(NULL, "STATE", -100000, 0);
	at(300000, "mend carrier statelink");
	run_to(330000);
	expect_link("primary", "state", "up");
	expect_told_between(NULL, "STATE", -100000, 0);
	/* What was missed meanwhile is pulled. */
	expect_told_between("secondary", "SYNC G1 connections 8 of 8", 310000, 330000);
}

static void connections_are_kept_at_a_failover_with_a_state_link(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	run_to(60000);
	assert_int_equal(lost_connections("CTX1"), 0);
	assert_int_equal(lost_connections("CTX2"), 0);
}

/* What a standby knows grows old: after a minute none of its connections is alive any more. */
static void connections_are_lost_at_the_failover_after_the_state_link(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier statelink");
	at(75000, "fault power primary");
	run_to(120000);
	assert_int_equal(lost_connections("CTX1"), 1000);
	assert_int_equal(lost_connections("CTX2"), 0);
	pair_open("active-active.ini");
	at(10000, "fault carrier statelink");
	at(40000, "fault power primary");
	run_to(120000);
	assert_in_range(lost_connections("CTX1"), 400, 600);
}

static void connections_are_lost_without_a_state_link(void **state)
{
	(void)state;
	pair_open("no-state-link.ini");
	at(10000, "fault power primary");
	run_to(60000);
	assert_int_equal(lost_connections("CTX1"), 1000);
}

/* It never had a copy: what the mate said of new connections does not make up for it. */
static void connections_are_lost_where_the_standby_had_not_pulled_them_yet(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault reload primary");
	at(10000 + 60000 + 2000 + 24000 + 8000, "fault power secondary");
	expect_state(104000, "primary", 1, "Bulk Sync");
	expect_owners(140000, "primary", "primary");
	assert_int_equal(lost_connections("CTX2"), 1000);
}

/* --- preempt ----------------------------------------------------------------------------------------------- */

static uint32_t preempt_ms, after_manual;

static void with_preempt(struct lab *lab)
{
	lab->model.manual = after_manual;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		lab->group[g].preempt = preempt_ms;
}

/* A primary that was away from 10 s to 100 s: it is ready again 42 s after its boot, when its connections are. */
static void primary_was_away(uint32_t preempt)
{
	preempt_ms = preempt;
	pair_open_with("no-preempt.ini", with_preempt);
	at(10000, "fault power primary");
	at(40000, "mend power primary");
	expect_owners(100000, "secondary", "secondary");
}

static void preempt_brings_a_group_home_as_soon_as_its_unit_is_ready(void **state)
{
	(void)state;
	primary_was_away(0);
	expect_owners(150000, "primary", "secondary");
	assert_int_equal(told_at("primary", "STATE G1 Standby Ready -> Just Active (Preempt mate)"),
	    told_at("primary", "STATE G1 Bulk Sync -> Standby Ready"));
	expect_told("secondary", "STATE G1 Active -> Standby Ready (Other unit wants me Standby)");
}

static void preempt_waits_for_its_delay(void **state)
{
	int32_t ready_ms;

	(void)state;
	primary_was_away(30000);
	run_to(200000);
	ready_ms = told_at("primary", "STATE G1 Bulk Sync -> Standby Ready");
	expect_told_between("primary", "PREEMPT G1 comes home in 30 s", ready_ms, ready_ms);
	expect_told_between("primary", "STATE G1 Standby Ready -> Just Active (Preempt mate)", ready_ms + 30000,
	    ready_ms + 30000);
	expect_owners(200000, "primary", "secondary");
}

/* The delay runs anew when the unit was away in the middle of it. */
static void preempt_delay_starts_again_after_another_failure(void **state)
{
	(void)state;
	primary_was_away(30000);
	at(150000, "fault reload primary");
	expect_owners(210000, "secondary", "secondary");
	expect_owners(240000, "secondary", "secondary");
	expect_owners(300000, "primary", "secondary");
}

static void without_preempt_a_group_stays(void **state)
{
	(void)state;
	primary_was_away(PREEMPT_OFF);
	expect_owners(600000, "secondary", "secondary");
	expect_told("primary", "PREEMPT G1 stays: no preempt");
	at(600000, "type primary failover active group 1");
	expect_owners(601000, "primary", "secondary");
}

static void preempt_does_not_act_after_a_manual_move(void **state)
{
	(void)state;
	for (after_manual = AFTER_MANUAL_NO; after_manual <= AFTER_MANUAL_YES; after_manual++) {
		const char *owner = after_manual ? "secondary" : "primary";

		preempt_ms = 0;
		pair_open_with("active-active.ini", with_preempt);
		at(10000, "type primary failover active group 2");
		if (after_manual == AFTER_MANUAL_NO)
			expect_owners(10300, "primary", "primary");
		expect_owners(600000, "primary", owner);
		at(600000, "type primary no failover active group 1");
		expect_owners(900000, after_manual ? "primary" : "secondary", owner);
	}
	after_manual = AFTER_MANUAL_NO;
}

static void a_manual_move_is_forgotten_when_its_unit_boots(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type primary failover active group 2");
	at(60000, "fault reload secondary");
	expect_owners(100000, "primary", "primary");
	expect_owners(300000, "primary", "secondary");
}

/* The mate has taken the group and has not yet heard that it may keep it: nobody preempts into that. */
static void slow_link_quick_takeover(struct lab *lab)
{
	with_preempt(lab);
	lab->timing.link_delay = 200;
	lab->timing.takeover = 40;
}

static void preempt_waits_until_a_move_is_over(void **state)
{
	(void)state;
	after_manual = AFTER_MANUAL_YES;
	preempt_ms = 0;
	pair_open_with("active-active.ini", slow_link_quick_takeover);
	after_manual = AFTER_MANUAL_NO;
	at(10000, "type secondary no failover active group 2");
	run_to(20000);
	assert_true(times_told("secondary", "STATE G2 Standby Ready -> Just Active") < 5);
	expect_owners(20000, "primary", "secondary");
}

static void preempt_waits_until_the_connections_are_replicated(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier statelink");
	at(20000, "fault reload primary");
	expect_owners(300000, "secondary", "secondary");
	expect_state(300000, "primary", 1, "Standby Ready");
	expect_told("primary", "PREEMPT G1 waits: its connections are not replicated yet");
	at(300000, "mend carrier statelink");
	expect_owners(310000, "secondary", "secondary");
	expect_owners(330000, "primary", "secondary");
}

/* A failed interface moves the group away; preempt brings it back when the interface is well [T221642, states C, D]. */
static void preempt_brings_a_group_home_when_its_interface_is_well(void **state)
{
	(void)state;
	preempt_ms = 30000;
	pair_open_with("active-active.ini", with_preempt);
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(60000, "secondary", "secondary");
	at(60000, "mend carrier ASA1:CTX1/inside");
	expect_owners(88000, "secondary", "secondary");
	expect_owners(92000, "primary", "secondary");
}

/* --- interfaces and policies ------------------------------------------------------------------------------- */

static uint32_t policy, compare;

static void with_policy(struct lab *lab)
{
	lab->group[1].policy = policy;
	lab->model.compare = compare;
}

static void one_failed_interface_moves_its_group_and_no_other(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(11000, "secondary", "secondary");
	expect_state(11000, "primary", 1, "Failed");
	expect_reason("primary", 1, "Interface check");
	expect_reason("secondary", 1, "Other unit wants me Active");
	expect_state(11000, "primary", 2, "Standby Ready");
	expect_belief("secondary", 1, "Failed");
}

static void policy_of_two_bears_one_failed_interface(void **state)
{
	(void)state;
	policy = 2;
	pair_open_with("active-active.ini", with_policy);
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(60000, "primary", "secondary");
	at(60000, "fault carrier ASA1:CTX1/outside");
	expect_owners(61000, "secondary", "secondary");
}

static void with_half_policy(struct lab *lab)
{
	lab->group[1].policy = POLICY_PERCENT | 51;
}

static void a_percentage_is_met_and_not_rounded_down(void **state)
{
	(void)state;
	policy = POLICY_PERCENT | 50;
	pair_open_with("active-active.ini", with_policy);
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(11000, "secondary", "secondary");
	pair_open_with("active-active.ini", with_half_policy);
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_owners(60000, "primary", "secondary");
}

/* Twelve interfaces in group 1, 50 %: five on the trunk of five contexts are borne, a sixth is not. */
static void the_policy_counts_over_all_contexts_of_the_group(void **state)
{
#ifdef SMALL
	(void)state;
#else
	(void)state;
	pair_open("twelve-contexts.ini");
	at(10000, "fault carrier FW-A:C02/inside");
	run_to(60000);
	expect_status("primary", "C06/inside", "No Link (Waiting)");
	expect_owners(60000, "primary", "secondary");
	at(60000, "fault carrier FW-A:C01/inside");
	expect_owners(61000, "secondary", "secondary");
#endif
}

static void a_failed_standby_moves_nothing_and_blocks_its_active_side(void **state)
{
	(void)state;
	policy = 1;
	pair_open_with("active-active.ini", with_policy);
	at(10000, "fault carrier ASA2:CTX1/inside");
	expect_owners(60000, "primary", "secondary");
	expect_state(60000, "secondary", 1, "Failed");
	expect_belief("primary", 1, "Failed");
	at(60000, "fault carrier ASA1:CTX1/inside");
	at(60000, "fault carrier ASA1:CTX1/outside");
	expect_owners(300000, "primary", "secondary");
	expect_told("primary", "RULE G1 stays: ASA2 is not Standby Ready for it");
	/* The standby recovers, and takes what has waited for it. */
	at(300000, "mend carrier ASA2:CTX1/inside");
	expect_owners(310000, "secondary", "secondary");
}

static void with_policy_both(struct lab *lab)
{
	with_policy(lab);
	lab->group[1].preempt = PREEMPT_OFF;
	lab->model.both_boot = BOTH_BOOT_PREFERRED;
}

/* As many failed there as here: no move [G912]; by the older text only the threshold counts [G84]. */
static void a_group_moves_only_to_fewer_failed_interfaces(void **state)
{
	(void)state;
	policy = 2;
	for (compare = COMPARE_YES; compare <= COMPARE_NO; compare++) {
		pair_open_with("active-active.ini", with_policy_both);
		at(10000, "fault carrier ASA2:CTX1/inside");
		at(20000, "fault carrier ASA1:CTX1/inside");
		at(30000, "fault carrier ASA1:CTX1/outside");
		/* One there, two here: fewer. */
		expect_owners(60000, "secondary", "secondary");
	}
	compare = COMPARE_YES;
}

static void a_switch_that_dies_fails_both_sides_and_moves_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault down SW-IN");
	expect_owners(60000, "primary", "secondary");
	expect_state(60000, "secondary", 1, "Failed");
	expect_state(60000, "primary", 2, "Failed");
	at(60000, "mend down SW-IN");
	expect_owners(120000, "primary", "secondary");
	expect_state(120000, "secondary", 1, "Standby Ready");
	expect_state(120000, "primary", 2, "Standby Ready");
}

static void a_failed_group_comes_back_as_standby(void **state)
{
	(void)state;
	pair_open("no-preempt.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	at(60000, "mend carrier ASA1:CTX1/inside");
	expect_state(62000, "primary", 1, "Standby Ready");
	expect_reason("primary", 1, "Failover interface become OK");
	expect_owners(300000, "secondary", "secondary");
}

static void a_failed_group_does_not_become_active_when_its_mate_dies(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	at(20000, "fault power secondary");
	expect_owners(60000, "nobody", "primary");
	expect_told("primary", "RULE G1 stays: A failed group cannot become active");
	at(60000, "mend carrier ASA1:CTX1/inside");
	expect_owners(62000, "primary", "primary");
}

/* --- by hand ----------------------------------------------------------------------------------------------- */

static void failover_active_takes_one_group_or_both_at_once(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type secondary failover active group 1");
	expect_owners(10300, "secondary", "secondary");
	expect_reason("secondary", 1, "Set by the config command");
	expect_reason("primary", 1, "Other unit wants me Standby");
	at(20000, "type primary failover active");
	expect_owners(20300, "primary", "primary");
}

static void no_failover_active_gives_one_group_or_both_away(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type primary no failover active group 1");
	expect_owners(10300, "secondary", "secondary");
	expect_reason("primary", 1, "Set by the config command");
	expect_reason("secondary", 1, "Other unit wants me Active");
	at(20000, "type ASA2 no failover active");
	expect_owners(20300, "primary", "primary");
}

static void with_slow_link(struct lab *lab)
{
	lab->timing.link_delay = 200;
}

/* Two operators at once, each at his unit: the primary's goes on. */
static void where_both_take_a_group_the_primary_goes_on(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_slow_link);
	at(10000, "type secondary failover active group 1");
	at(10210, "type primary failover active group 1");
	expect_owners(12000, "primary", "secondary");
}

/* The interface is well again before the mate has heard the request: it is taken back. */
static void a_request_that_is_out_of_date_is_taken_back(void **state)
{
	(void)state;
	pair_open("no-preempt.ini");
	at(10000, "fault oneway ASA1:folink");
	at(20000, "fault carrier ASA1:CTX1/inside");
	run_to(25000);
	expect_told("primary", "RULE G1 1 failed here, 0 on ASA2: asks ASA2 to take it");
	at(30000, "mend carrier ASA1:CTX1/inside");
	at(40000, "mend oneway ASA1:folink");
	expect_owners(60000, "primary", "secondary");
	expect_told_between(NULL, "STATE", -100000, 0);
}

/* It makes a failed group ready; what fails still fails it again, at the next look. */
static void failover_reset_makes_a_failed_group_standby(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	expect_state(20000, "primary", 1, "Failed");
	at(30000, "type primary failover reset");
	expect_told_between("primary", "STATE G1 Failed -> Standby Ready (Set by the config command)", 30000, 30000);
	at(40000, "type primary failover reset group 1");
	expect_told_between("primary", "STATE G1 Failed -> Standby Ready (Set by the config command)", 40000, 40000);
	expect_state(50000, "primary", 1, "Failed");
}

static void commands_that_do_not_fit_are_refused(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	refused_at(10000, "type primary failover active group 1",
	    "ASA1 group 1 is Active: the command is for a group that is Standby Ready.");
	refused_at(10000, "type primary no failover active group 2",
	    "ASA1 group 2 is Standby Ready: the command is for a group that is Active.");
	refused_at(10000, "type primary failover reset", "the command is for a group that is Failed.");
	refused_at(10000, "type primary failover active group 3", "Invalid input");
	refused_at(10000, "type primary failover active group", "Incomplete command");
	refused_at(10000, "type primary failover active group 1 now", "Invalid input");
	refused_at(10000, "type primary no failover reset", "Invalid input");
	refused_at(10000, "type primary no", "Incomplete command");
	refused_at(10000, "type primary reload now", "Invalid input");
	refused_at(10000, "type primary/CTX1 failover active", "Invalid input");
	expect_owners(20000, "primary", "secondary");
	at(20000, "fault power primary");
	refused_at(21000, "type primary failover active", "does not answer");
	refused_at(22000, "type secondary failover active group 2", "group 2 is Active: the command is for");
}

static void commands_are_refused_where_the_link_or_the_mate_is_not_ready(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	refused_at(60000, "type secondary failover active group 1", "cannot fail over");
	refused_at(60000, "type primary no failover active group 1", "not ready");
	at(70000, "mend all");
	at(80000, "fault carrier ASA2:CTX1/inside");
	refused_at(90000, "type secondary failover active group 1", "cannot become active");
	refused_at(90000, "type primary no failover active group 1", "not ready");
	expect_owners(100000, "primary", "secondary");
	at(110000, "type secondary no failover");
	refused_at(120000, "type primary failover active group 2", "With no failover the groups stay where they are");
	refused_at(120000, "type primary no failover active group 1", "With no failover the groups stay where they are");
}

static void words_of_commands_may_be_cut_short(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type secondary fail act gr 1");
	at(20000, "type secondary no failo ac g 2");
	expect_owners(30000, "secondary", "primary");
}

/* --- the table --------------------------------------------------------------------------------------------- */

static void every_state_has_a_row_for_every_input(void **state)
{
	(void)state;
	for (int at_state = 0; at_state < STATE_COUNT; at_state++)
		for (int input = 0; input < INPUT_COUNT; input++)
			assert_true(group_has_row((enum state)at_state, (enum input)input));
}

static void with_a_slow_failover_link(struct lab *lab)
{
	lab->timing.link_delay = 160;
}

/* A unit that takes a group, and whose interface fails before the mate's answer has come over a slow link, gives the group
 * back once the answer is there. */
static void what_fails_while_a_group_is_taken_is_looked_at_afterwards(void **state)
{
	(void)state;
	pair_open_with("active-active.ini", with_a_slow_failover_link);
	at(10300, "fault carrier ASA1:CTX2/inside");
	at(10400, "type ASA1 failover active group 2");
	expect_state(10650, "ASA1", 2, "Active");
	expect_owners(12000, "primary", "secondary");
	expect_state(12000, "ASA1", 2, "Failed");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_boots_alone_takes_both_groups_whatever_they_prefer),
		cmocka_unit_test(groups_start_in_the_order_0_1_2),
		cmocka_unit_test(pairs_boot_in_any_order_and_distance),
		cmocka_unit_test(without_preempt_who_was_first_keeps_both),
		cmocka_unit_test(both_boot_preferred_gives_each_group_to_its_unit),
		cmocka_unit_test(states_of_a_boot_alone_come_in_order),
		cmocka_unit_test(states_of_a_join_come_in_order),
		cmocka_unit_test(bulk_sync_is_only_with_a_state_link),
		cmocka_unit_test(link_that_fails_in_negotiation_makes_both_active),
		cmocka_unit_test(no_power_before_its_time_and_none_where_the_plug_is_out),
		cmocka_unit_test(death_is_declared_within_the_holdtime),
		cmocka_unit_test(only_the_groups_of_the_dead_unit_move),
		cmocka_unit_test(the_system_space_is_where_group_1_is),
		cmocka_unit_test(a_reload_quicker_than_the_holdtime_moves_the_groups_all_the_same),
		cmocka_unit_test(who_joins_a_mate_that_reloads_negotiates_again),
		cmocka_unit_test(who_joins_goes_on_when_the_link_is_back),
		cmocka_unit_test(link_that_fails_in_operation_moves_nothing),
		cmocka_unit_test(nothing_moves_for_interfaces_while_the_link_is_down),
		cmocka_unit_test(repaired_link_leaves_everything_where_it_is),
		cmocka_unit_test(a_mate_that_dies_after_the_link_is_not_replaced),
		cmocka_unit_test(link_that_fails_before_boot_makes_both_active),
		cmocka_unit_test(silence_everywhere_makes_both_active),
		cmocka_unit_test(after_a_split_the_primary_keeps_both_and_preempt_gives_group_2_back),
		cmocka_unit_test(a_mate_that_took_over_unasked_is_as_good_as_one_that_was_asked),
		cmocka_unit_test(lost_state_link_moves_nothing),
		cmocka_unit_test(connections_are_kept_at_a_failover_with_a_state_link),
		cmocka_unit_test(connections_are_lost_at_the_failover_after_the_state_link),
		cmocka_unit_test(connections_are_lost_without_a_state_link),
		cmocka_unit_test(connections_are_lost_where_the_standby_had_not_pulled_them_yet),
		cmocka_unit_test(preempt_brings_a_group_home_as_soon_as_its_unit_is_ready),
		cmocka_unit_test(preempt_waits_for_its_delay),
		cmocka_unit_test(preempt_delay_starts_again_after_another_failure),
		cmocka_unit_test(without_preempt_a_group_stays),
		cmocka_unit_test(preempt_does_not_act_after_a_manual_move),
		cmocka_unit_test(a_manual_move_is_forgotten_when_its_unit_boots),
		cmocka_unit_test(preempt_waits_until_a_move_is_over),
		cmocka_unit_test(preempt_waits_until_the_connections_are_replicated),
		cmocka_unit_test(preempt_brings_a_group_home_when_its_interface_is_well),
		cmocka_unit_test(one_failed_interface_moves_its_group_and_no_other),
		cmocka_unit_test(policy_of_two_bears_one_failed_interface),
		cmocka_unit_test(a_percentage_is_met_and_not_rounded_down),
		cmocka_unit_test(the_policy_counts_over_all_contexts_of_the_group),
		cmocka_unit_test(a_failed_standby_moves_nothing_and_blocks_its_active_side),
		cmocka_unit_test(a_group_moves_only_to_fewer_failed_interfaces),
		cmocka_unit_test(a_switch_that_dies_fails_both_sides_and_moves_nothing),
		cmocka_unit_test(a_failed_group_comes_back_as_standby),
		cmocka_unit_test(a_failed_group_does_not_become_active_when_its_mate_dies),
		cmocka_unit_test(failover_active_takes_one_group_or_both_at_once),
		cmocka_unit_test(no_failover_active_gives_one_group_or_both_away),
		cmocka_unit_test(where_both_take_a_group_the_primary_goes_on),
		cmocka_unit_test(a_request_that_is_out_of_date_is_taken_back),
		cmocka_unit_test(failover_reset_makes_a_failed_group_standby),
		cmocka_unit_test(commands_that_do_not_fit_are_refused),
		cmocka_unit_test(commands_are_refused_where_the_link_or_the_mate_is_not_ready),
		cmocka_unit_test(words_of_commands_may_be_cut_short),
		cmocka_unit_test(every_state_has_a_row_for_every_input),
		cmocka_unit_test(what_fails_while_a_group_is_taken_is_looked_at_afterwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
