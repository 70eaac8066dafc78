/* Why: chains of causes lead down to what a person did, rules are named with their sources, and what did not happen has
 * a rule too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "tests/chaos.h"
#include "tests/pair.h"
#include "ui/why/subject.h"
#include "ui/why/why.h"

enum { COLUMNS = 80, TEXT_MAX = WHY_LINES * (WHY_TEXT + 1), LIVES = 40 };

static struct why why;
static char text[TEXT_MAX];

/* --- asking ------------------------------------------------------------------------------------------------ */

/* The answer as one text, its broken lines joined again. */
static const char *ask_at(const char *about, int columns)
{
	struct target target;
	char reason[300] = "";
	size_t used = 0;

	if (!subject_parse(&pair, about, &target, reason, sizeof reason))
		fail_msg("why %s: %s", about, reason);
	why_build(&why, &pair, target, columns);
	for (int n = 0; n < why.count; n++) {
		const char *line = why.lines[n].text;

		if (why.lines[n].more)
			used += (size_t)snprintf(text + used, sizeof text - used, " %s", line + strspn(line, " "));
		else
			used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", n > 0 ? "\n" : "", line);
	}
	return text;
}

static const char *ask(const char *about)
{
	return ask_at(about, COLUMNS);
}

static void expect_said(const char *part)
{
	if (!strstr(text, part)) {
		print_error("%s\n", text);
		fail_msg("'%s' is not said", part);
	}
}

static void expect_not_said(const char *part)
{
	if (strstr(text, part)) {
		print_error("%s\n", text);
		fail_msg("'%s' is said", part);
	}
}

/* One part, and somewhere behind it the other. */
static void expect_before(const char *first, const char *then)
{
	expect_said(first);
	if (!strstr(strstr(text, first), then)) {
		print_error("%s\n", text);
		fail_msg("'%s' is not said behind '%s'", then, first);
	}
}

/* --- chains ------------------------------------------------------------------------------------------------ */

/* Everything between a takeover and the plug that was pulled is a cause, and in its order. */
static void a_takeover_goes_back_to_the_plug(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	run_to(40000);
	ask("ASA2:G1");
	expect_said("what you did at 10.000: fault power ASA1.");
	expect_before("ASA2 STATE G1 Standby Ready -> Just Active", "ASA2 MATE takes ASA1 for failed");
	expect_before("ASA2 MATE takes ASA1 for failed", "ASA2 LANTEST three hellos missed");
	expect_before("ASA2 LANTEST three hellos missed", "10.000 you FAULT power ASA1");
	expect_said("mate-dead  No hello for the holdtime and no answer on any interface: the mate has failed. [G912: doc]");
	expect_said("takeover  When the mate has failed, the groups that were active on it become active here. [G84: doc]");
	expect_said("G84 ASA 8.4 CLI guide");
	expect_said("ASA1 is off: it knows nothing");
	expect_said("G1 is not active on ASA1. It is off.");
	expect_said("G1 stays on ASA2. No failure moves it: 0 of 2 monitored interfaces failed there.");
}

/* A group is Active, and in Sync Config; times before the lab opened are not told. */
static void how_a_group_is_is_a_sentence(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	ask("ASA2:G2");
	expect_said("\n G2 is Active on ASA2 since before the lab opened: Preempt mate.");
	at(10000, "fault power primary");
	at(40000, "mend power primary");
	run_to(110000);
	ask("ASA1:G1");
	expect_said("\n G1 is in Sync Config on ASA1 since 102.010: Detected an Active mate.");
}

static void an_interface_story_goes_back_to_the_cable(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA1:CTX1/inside");
	run_to(20000);
	ask("G1");
	expect_said("WHY ASA2:G1");
	expect_before("ASA2 BELIEF hears from ASA1: G1 Active, 1 failed, wants us Active [by hello over folink]",
	    "ASA1 IF CTX1/inside Normal (Monitored) -> No Link");
	expect_before("ASA1 IF CTX1/inside Normal (Monitored) -> No Link", "10.000 you FAULT carrier ASA1:CTX1/inside");
	run_to(10500);
	ask("ASA1:G1");
	expect_said("G1 leaves ASA1: it asks its mate to take it.");
	expect_said("G1 is not active on ASA2. Its mate asks it to take the group, and that is under way.");
	run_to(20000);
	ask("G1");
	/* Where Cisco's texts disagree, both are named, and the key of the lab. */
	expect_said("[G84, G912: disputed]");
	expect_said("in this lab [model] link-down = link-state-poll.");
	expect_said("G1 is not active on ASA1. failed-stays: A failed group cannot become active.");
	ask("ASA1:CTX1/inside");
	expect_said("CTX1/inside on ASA1 is No Link");
	expect_said("what you did at 10.000: fault carrier ASA1:CTX1/inside.");
	ask("ASA1:G2");
	expect_said("Nothing wants it to move there: the group prefers ASA2.");
}

/* What is silent without a lost carrier has a cause all the same: the fault, though no unit knows of it. */
static void silence_has_a_cause(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault blackhole folink");
	run_to(40000);
	ask("folink");
	expect_said("ASA1 takes it for failed; ASA2 takes it for failed.");
	expect_before("LINK failover link folink has failed", "10.000 you FAULT blackhole folink");
	at(60000, "mend blackhole folink");
	run_to(70000);
	ask("folink");
	expect_before("LINK failover link folink works", "60.000 you MEND blackhole folink");
	at(100000, "fault oneway ASA1:CTX1/inside");
	run_to(118000);
	ask("ASA2:CTX1/inside");
	expect_said("what you did at 100.000: fault oneway ASA1:CTX1/inside.");
}

/* Before the holdtime is over nothing has moved, and that has its reason. */
static void waiting_is_an_answer(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	run_to(20000);
	ask("ASA2:G1");
	expect_said("decides when the holdtime of 15.000 s is over");
}

/* A group that never began is Disabled for the reason that failover is off for. */
static void a_mate_that_does_not_fit_has_a_reason(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault mode ASA2");
	at(11000, "type ASA2 reload");
	run_to(90000);
	ask("ASA2:G1");
	expect_said("Failover is off there since 71.005: Other unit operating mode is different.");
	expect_said("10.000 you FAULT mode ASA2");
	expect_said("mate-differs");
}

/* Two that negotiate group after group have a long story, and it is followed to its beginning. */
static void a_long_negotiation_goes_back_to_what_was_typed(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1 failover active group 2");
	at(11000, "type ASA2 no failover");
	at(12000, "type ASA1 no failover");
	at(12100, "type ASA1 failover group 2");
	at(12200, "type ASA1 no preempt");
	at(12300, "type ASA1 exit");
	at(13000, "type ASA1 failover");
	at(14000, "type ASA2 failover");
	run_to(80000);
	ask("ASA2:G2");
	expect_said("G2 stays: no preempt.");
	expect_said("That goes back to what you did at 14.000: ASA2(config)# failover.");
}

/* --- why not ----------------------------------------------------------------------------------------------- */

static void without_preempt_a_group_stays(void **state)
{
	(void)state;
	pair_open("no-preempt.ini");
	at(10000, "fault power primary");
	at(60000, "mend power primary");
	run_to(240000);
	ask("ASA1:G1");
	expect_said("G1 is not active on ASA1. preempt-none: Without preempt a group stays where it is");
	expect_said("60.000 you MEND power ASA1");
	expect_said("10.000 you FAULT power ASA1");
}

static void after_a_manual_move_preempt_does_not_act(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type secondary failover active group 1");
	run_to(60000);
	ask("ASA1:G1");
	expect_said("10.000 you TYPE ASA2# failover active group 1");
	expect_said("G1 is not active on ASA1. preempt-manual: Preempt does not act after a manual move (T221642); other "
	            "texts do not say so. [T221642: disputed]");
	expect_said("in this lab [model] preempt-after-manual = no.");
}

static void a_dead_link_keeps_a_failed_group(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(40000, "fault carrier ASA1:CTX1/inside");
	run_to(60000);
	ask("ASA1:G1");
	expect_said("G1 stays on ASA1. link-no-move: While the failover link is down a unit cannot fail over. [G84: doc]");
	expect_said("G1 is not active on ASA2. link-no-move:");
	expect_said("10.000 you FAULT carrier folink");
	expect_said("40.000 you FAULT carrier ASA1:CTX1/inside");
	expect_said("what you did at 40.000: fault carrier ASA1:CTX1/inside, and to 1 more.");
}

static void a_standby_that_failed_keeps_the_group(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier ASA2:CTX1/inside");
	at(20000, "fault carrier ASA1:CTX1/inside");
	run_to(30000);
	ask("ASA1:G1");
	expect_said("G1 stays on ASA1. standby-blocks:");
	expect_said("10.000 you FAULT carrier ASA2:CTX1/inside");
	expect_said("20.000 you FAULT carrier ASA1:CTX1/inside");
}

/* --- an instant that is past ------------------------------------------------------------------------------- */

/* What each unit knew is told as it was when the line was logged, not as it is. */
static void knowledge_is_that_of_the_instant(void **state)
{
	char line[16];
	uint32_t id;

	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	run_to(10500);
	id = pair.now.trace_id;
	run_to(40000);
	snprintf(line, sizeof line, "#%u", (unsigned)id);
	ask(line);
	expect_said("WHAT EACH UNIT KNEW then");
	expect_said("ASA2: ASA1 is alive");
	expect_said("G1: mine Standby Ready");
	expect_not_said("ASA1 is failed");
}

static void what_is_not_there_is_told(void **state)
{
	struct target target;
	char reason[300];

	(void)state;
	pair_open("active-active.ini");
	assert_false(subject_parse(&pair, "CTX9", &target, reason, sizeof reason));
	assert_non_null(strstr(reason, "nothing is called 'CTX9'"));
	assert_false(subject_parse(&pair, "#99999", &target, reason, sizeof reason));
	assert_non_null(strstr(reason, "there is no entry #99999"));
	assert_false(subject_parse(&pair, "ASA3:G1", &target, reason, sizeof reason));
	assert_false(subject_parse(&pair, "ASA1:G3", &target, reason, sizeof reason));
	assert_false(subject_parse(&pair, "", &target, reason, sizeof reason));
	why_build(&why, &pair, target_log(99999), COLUMNS);
	assert_non_null(strstr(why.lines[2].text, "not known any more"));
}

/* A line of the log as a target: the id comes back, however large it grew. */
static void a_line_of_the_log_is_a_target(void **state)
{
	static const uint32_t ids[] = { 1, 47, 65535, 65536, 131071, 16777215, 16777216, 50000000, 4294967295u };

	(void)state;
	for (size_t n = 0; n < sizeof ids / sizeof *ids; n++) {
		assert_int_equal(target_log_id(target_log(ids[n]), ids[n]), ids[n]);
		if (ids[n] < UINT32_MAX - ARCHIVE_MAX)
			assert_int_equal(target_log_id(target_log(ids[n]), ids[n] + ARCHIVE_MAX), ids[n]);
	}
}

/* --- whatever happens -------------------------------------------------------------------------------------- */

/* Where a chain may end: with a person, with power at the start, with the world. */
static bool may_begin(const struct entry *e)
{
	return e->who == WHO_YOU || e->who == WHO_NET || (e->kind == ENTRY_UNIT && e->to == RUN_BOOTING);
}

/* Causes are older than what they cause, so no chain has a cycle; and none breaks off. */
static void expect_chains(const struct sim *s)
{
	char words[200];

	for (uint32_t n = 0; n < s->news_count; n++) {
		const struct entry *e = &s->news[n];
		bool any = false;

		for (int c = 0; c < CAUSE_MAX; c++) {
			assert_true(e->cause[c] < e->id);
			any |= e->cause[c] != 0;
		}
		if (!any && !may_begin(e))
			fail_msg("entry %u of step %u has no cause: %s %s %s", (unsigned)e->id, (unsigned)e->step,
			    who_word(s, e->who), kind_word(e->kind), entry_text(s, e, words, sizeof words));
	}
}

static void run_watched(struct sim *s, uint32_t until_ms)
{
	while (sim_next_ms(s) <= until_ms) {
		sim_step(s);
		expect_chains(s);
	}
	sim_run(s, until_ms, UINT32_MAX);
}

static void every_chain_ends_with_a_person_or_the_boot(void **state)
{
	static struct chaos life;
	static struct sim sim;
	char reply[256];

	(void)state;
	for (uint32_t seed = 1; seed <= LIVES; seed++) {
		assert_true(chaos_draw(&life, seed));
		sim_start(&sim, &life.lab);
		while (sim_settling(&sim))
			expect_chains(&sim);
		for (uint32_t n = 0; n < life.count; n++) {
			run_watched(&sim, sim.open_ms + life.commands[n].at_ms);
			sim_command(&sim, &life.commands[n].command, reply, sizeof reply);
			expect_chains(&sim);
		}
		run_watched(&sim, sim.now_ms + 120000);
	}
}

/* Every question about everything, at every width, has an answer whose lines fit. */
static void every_question_has_an_answer_that_fits(void **state)
{
	static const char *const things[] = { "ASA1", "ASA2", "ASA1:G1", "ASA2:G1", "G1", "group 2", "folink", "ASA1:folink",
		"statelink", "SW-IN", "SW-OUT", "admin", "CTX1", "CTX2", "ASA1:CTX1/inside", "ASA2:CTX2/outside" };
	static const char *const deeds[] = { "fault carrier folink", "fault down SW-IN", "fault hang primary",
		"mend all", "type secondary failover active", "fault power secondary", "fault reload primary", "mend all" };

	(void)state;
	pair_open("active-active.ini");
	for (size_t d = 0; d < sizeof deeds / sizeof *deeds; d++) {
		at((uint32_t)(d + 1) * 150000, deeds[d]);
		for (size_t t = 0; t < sizeof things / sizeof *things; t++)
			for (int columns = 0; columns < 260; columns += 23) {
				ask_at(things[t], columns);
				for (int n = 0; n < why.count; n++) {
					int most = columns < WHY_COLUMNS_MIN ? WHY_COLUMNS_MIN : columns;

					assert_true((int)strlen(why.lines[n].text) <= most);
					assert_true(why.lines[n].id <= pair.now.trace_id);
				}
			}
	}
	for (uint32_t id = pair.archive_first; id <= pair.archive_last; id++)
		why_build(&why, &pair, target_log(id), COLUMNS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_takeover_goes_back_to_the_plug),
		cmocka_unit_test(how_a_group_is_is_a_sentence),
		cmocka_unit_test(an_interface_story_goes_back_to_the_cable),
		cmocka_unit_test(silence_has_a_cause),
		cmocka_unit_test(waiting_is_an_answer),
		cmocka_unit_test(a_mate_that_does_not_fit_has_a_reason),
		cmocka_unit_test(a_long_negotiation_goes_back_to_what_was_typed),
		cmocka_unit_test(without_preempt_a_group_stays),
		cmocka_unit_test(after_a_manual_move_preempt_does_not_act),
		cmocka_unit_test(a_dead_link_keeps_a_failed_group),
		cmocka_unit_test(a_standby_that_failed_keeps_the_group),
		cmocka_unit_test(knowledge_is_that_of_the_instant),
		cmocka_unit_test(what_is_not_there_is_told),
		cmocka_unit_test(a_line_of_the_log_is_a_target),
		cmocka_unit_test(every_chain_ends_with_a_person_or_the_boot),
		cmocka_unit_test(every_question_has_an_answer_that_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
