/* Consoles: every text that the model can cause is caused here, by a story, and expected to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/console.h"
#include "sim/words.h"
#include "tests/pair.h"

enum { PRINTED_MAX = 1024, TEXT_LEN = 400, DEED_MAX = 6 };

/* Everything that both units have printed, oldest first. */
static struct printed {
	struct console_line line;
	char text[TEXT_LEN];
} printed[PRINTED_MAX];
static int printed_count;

static void collect_from(uint32_t first_id)
{
	printed_count = 0;
	for (uint32_t id = first_id; id <= pair.archive_last; id++) {
		struct console_line lines[CONSOLE_PER_ENTRY + 1];
		int n = console_of(&pair, history_entry(&pair, id), lines, CONSOLE_PER_ENTRY + 1);

		assert_true(n <= CONSOLE_PER_ENTRY);
		for (int i = 0; i < n; i++) {
			assert_true(printed_count < PRINTED_MAX);
			printed[printed_count].line = lines[i];
			console_text(&lines[i], printed[printed_count++].text, TEXT_LEN);
		}
	}
}

static void collect(void)
{
	collect_from(history_first_at(&pair, pair.now.open_ms));
}

/* --- stories ----------------------------------------------------------------------------------------------- */

struct deed {
	uint32_t at_ms;
	const char *command;
};

static const struct story {
	const char *name;
	struct deed deeds[DEED_MAX];
	uint32_t until_ms;
} stories[] = {
	{ "power", { { 10000, "fault power primary" }, { 60000, "mend all" } }, 300000 },
	{ "split", { { 10000, "fault carrier folink" }, { 10000, "fault down SW-IN" }, { 10000, "fault down SW-OUT" },
	  { 60000, "mend all" } }, 200000 },
	{ "alone", { { 10000, "fault power primary" }, { 60000, "fault power secondary" },
	  { 70000, "mend power primary" } }, 200000 },
	{ "sync breaks off", { { 10000, "fault power primary" }, { 60000, "mend all" },
	  { 124000, "fault power secondary" } }, 200000 },
	{ "write standby", { { 10000, "type primary write standby" } }, 100000 },
	{ "failover active", { { 10000, "type primary failover active group 2" } }, 20000 },
	{ "no failover active", { { 10000, "type primary no failover active group 1" } }, 20000 },
	{ "cable", { { 10000, "fault carrier ASA1:CTX1/inside" }, { 60000, "mend all" } }, 120000 },
	{ "failover reset", { { 10000, "fault blackhole ASA2:CTX1/inside" },
	  { 60000, "type secondary failover reset group 1" } }, 61000 },
	{ "no failover", { { 10000, "type primary no failover" } }, 20000 },
	{ "failover link", { { 10000, "fault blackhole folink" }, { 60000, "mend all" } }, 90000 },
	{ "version", { { 10000, "fault version secondary" }, { 11000, "fault reload secondary" } }, 200000 },
	{ "licence", { { 10000, "fault licence secondary" } }, 40000 },
	{ "reload-standby", { { 10000, "type primary failover reload-standby" } }, 20000 },
	{ "line", { { 10000, "type primary failover polltime 2" } }, 20000 },
	{ "line at standby", { { 10000, "type secondary failover polltime 2" } }, 20000 },
	{ "reload", { { 10000, "type secondary reload" } }, 20000 },
};

enum { STORY_COUNT = sizeof stories / sizeof *stories };

static void tell(const struct story *t)
{
	pair_open("active-active.ini");
	for (int d = 0; d < DEED_MAX && t->deeds[d].command; d++)
		at(t->deeds[d].at_ms, t->deeds[d].command);
	run_to(t->until_ms);
	collect();
}

static void tell_of(const char *name)
{
	for (int i = 0; i < STORY_COUNT; i++)
		if (strcmp(stories[i].name, name) == 0) {
			tell(&stories[i]);
			return;
		}
	fail_msg("there is no story '%s'", name);
}

/* --- what is expected -------------------------------------------------------------------------------------- */

static const struct expected {
	enum console_id id;
	const char *story, *unit, *text;
} expected[] = {
	{ CONSOLE_DETECTED, "power", "ASA1", "\tDetected an Active mate" },
	{ CONSOLE_DETECTED, "split", "ASA2", "\tDetected an Active mate" },
	{ CONSOLE_RECEIVE_BEGINS, "power", "ASA1", "Beginning configuration replication from mate." },
	{ CONSOLE_RECEIVE_ENDS, "power", "ASA1", "End configuration replication from mate." },
	{ CONSOLE_SEND_BEGINS, "power", "ASA2", "Beginning configuration replication: Sending to mate." },
	{ CONSOLE_SEND_ENDS, "power", "ASA2", "End Configuration Replication to mate" },
	{ CONSOLE_RECEIVE_BEGINS, "write standby", "ASA2", "Beginning configuration replication from mate." },
	{ CONSOLE_SEND_ENDS, "write standby", "ASA1", "End Configuration Replication to mate" },
	{ CONSOLE_NO_MATE, "alone", "ASA1", "No Active mate detected" },
	{ CONSOLE_TO_ACTIVE, "failover active", "ASA1", "\n\tSwitching to Active" },
	{ CONSOLE_TO_STANDBY, "failover active", "ASA2", "\n\tSwitching to Standby" },
	{ CONSOLE_TO_STANDBY, "no failover active", "ASA1", "\n\tSwitching to Standby" },
	{ CONSOLE_TO_ACTIVE, "no failover active", "ASA2", "\n\tSwitching to Active" },
	{ CONSOLE_PREEMPT, "power", "ASA1", "Group 1 preempt mate" },
	{ CONSOLE_PREEMPT, "cable", "ASA1", "Group 1 preempt mate" },
	{ CONSOLE_NO_RESPONSE, "power", "ASA2", "Group 1 No Response from Mate, Switch to Active" },
	{ CONSOLE_NO_RESPONSE, "split", "ASA2", "Group 1 No Response from Mate, Switch to Active" },
	{ CONSOLE_NO_RESPONSE, "split", "ASA1", "Group 2 No Response from Mate, Switch to Active" },
	{ CONSOLE_GROUP_DETECTED, "power", "ASA1", "Group 1 Detected Active mate" },
	{ CONSOLE_GROUP_DETECTED, "power", "ASA1", "Group 2 Detected Active mate" },
	{ CONSOLE_LAN_OK, "power", "ASA2", "Failover LAN became OK" },
	{ CONSOLE_LAN_OK, "failover link", "ASA1", "Failover LAN became OK" },
	{ CONSOLE_LAN_OK, "failover link", "ASA2", "Failover LAN became OK" },
	{ CONSOLE_VERSION, "version", "ASA1",
	  "************WARNING****WARNING****WARNING********************************\n"
	  "   Mate version x is not identical with ours y\n"
	  "************WARNING****WARNING****WARNING********************************" },
	{ CONSOLE_VERSION, "version", "ASA2",
	  "************WARNING****WARNING****WARNING********************************\n"
	  "   Mate version x is not identical with ours y\n"
	  "************WARNING****WARNING****WARNING********************************" },
	{ CONSOLE_LICENCE, "licence", "ASA2",
	  "Mate's license (x) is not compatible with my license (y). Failover will be disabled." },
	{ CONSOLE_CHANGED, "line", "ASA1", "Configuration has changed, replicate to mate." },
	{ CONSOLE_STANDBY_CONFIG, "line at standby", "ASA2",
	  "**** WARNING ****\n\tConfiguration Replication is NOT performed from Standby unit to Active unit.\n"
	  "\tConfigurations are no longer synchronized." },
	{ CONSOLE_SHUTDOWN, "reload-standby", "ASA2",
	  "\n***\n*** --- SHUTDOWN NOW ---\n***\n*** Message to all terminals:\n***\n***   requested by active unit" },
};

enum { EXPECTED_COUNT = sizeof expected / sizeof *expected };

static const char *printer(const struct printed *p)
{
	return who_word(&pair.now, p->line.e->who);
}

static int times_printed(const char *unit, enum console_id id)
{
	int n = 0;

	for (int i = 0; i < printed_count; i++)
		n += printed[i].line.id == id && strcmp(printer(&printed[i]), unit) == 0;
	return n;
}

static bool was_printed(const struct expected *x)
{
	for (int i = 0; i < printed_count; i++)
		if (printed[i].line.id == x->id && strcmp(printed[i].text, x->text) == 0 &&
		    strcmp(printer(&printed[i]), x->unit) == 0)
			return true;
	return false;
}

static void expect_never(enum console_id id)
{
	assert_int_equal(times_printed("ASA1", id), 0);
	assert_int_equal(times_printed("ASA2", id), 0);
}

/* --- tests ------------------------------------------------------------------------------------------------- */

static void every_expected_text_is_printed_to_the_letter(void **state)
{
	(void)state;
	for (int t = 0; t < STORY_COUNT; t++) {
		tell(&stories[t]);
		for (int x = 0; x < EXPECTED_COUNT; x++)
			if (strcmp(expected[x].story, stories[t].name) == 0 && !was_printed(&expected[x])) {
				pair_print();
				fail_msg("story '%s': %s did not print '%s'", stories[t].name, expected[x].unit,
				    expected[x].text);
			}
		for (int i = 0; i < printed_count; i++)
			assert_null(strchr(printed[i].text, '{'));
	}
}

/* A row without a condition is one that says NOT_YET; every other has its place in a story. */
static void every_row_has_a_story_or_says_not_yet(void **state)
{
	(void)state;
	for (int id = 0; id < CONSOLE_COUNT; id++) {
		const struct console_row *row = &console_rows[id];
		bool told = false;

		for (int x = 0; x < EXPECTED_COUNT; x++)
			told |= (int)expected[x].id == id;
		if (told != (row->when != NULL))
			fail_msg("'%s': %s", row->text, told ? "a story expects it" : "no story expects it");
		assert_true(row->cause[0] != '\0');
		assert_true(strlen(row->text) < TEXT_LEN - 8);
		assert_true(row->text[strlen(row->text) - 1] != '\n');
	}
}

/* All that two consoles say of a unit that comes back, in order. */
static void a_unit_that_comes_back_is_told_on_both_consoles(void **state)
{
	static const struct {
		const char *unit;
		enum console_id id;
	} order[] = {
		{ "ASA2", CONSOLE_NO_RESPONSE },
		{ "ASA2", CONSOLE_LAN_OK },
		{ "ASA1", CONSOLE_DETECTED },
		{ "ASA1", CONSOLE_GROUP_DETECTED },
		{ "ASA1", CONSOLE_GROUP_DETECTED },
		{ "ASA1", CONSOLE_RECEIVE_BEGINS },
		{ "ASA2", CONSOLE_SEND_BEGINS },
		{ "ASA1", CONSOLE_RECEIVE_ENDS },
		{ "ASA2", CONSOLE_SEND_ENDS },
		{ "ASA1", CONSOLE_PREEMPT },
	};

	(void)state;
	tell_of("power");
	assert_int_equal(printed_count, sizeof order / sizeof *order);
	for (int i = 0; i < printed_count; i++) {
		assert_string_equal(printer(&printed[i]), order[i].unit);
		assert_int_equal(printed[i].line.id, order[i].id);
	}
}

/* The sender goes by what it hears of its mate, a message's way later than the receiver. */
static void the_sender_tells_what_it_believes(void **state)
{
	uint32_t received_ms = 0, sent_ms = 0;

	(void)state;
	tell_of("power");
	for (int i = 0; i < printed_count; i++) {
		received_ms = printed[i].line.id == CONSOLE_RECEIVE_ENDS ? printed[i].line.e->at_ms : received_ms;
		sent_ms = printed[i].line.id == CONSOLE_SEND_ENDS ? printed[i].line.e->at_ms : sent_ms;
	}
	assert_int_equal(sent_ms, received_ms + pair.now.lab.timing.link_delay);
}

static void a_replication_that_breaks_off_does_not_end(void **state)
{
	(void)state;
	tell_of("sync breaks off");
	assert_int_equal(times_printed("ASA1", CONSOLE_RECEIVE_BEGINS), 1);
	assert_int_equal(times_printed("ASA2", CONSOLE_SEND_BEGINS), 1);
	expect_never(CONSOLE_RECEIVE_ENDS);
	expect_never(CONSOLE_SEND_ENDS);
}

/* write standby finds no mate anew: the configuration comes without that line. */
static void write_standby_replicates_without_a_word_of_detection(void **state)
{
	(void)state;
	tell_of("write standby");
	assert_int_equal(times_printed("ASA2", CONSOLE_RECEIVE_ENDS), 1);
	expect_never(CONSOLE_DETECTED);
}

/* One line a group on each unit, and nothing for the system space that follows group 1. */
static void a_move_by_hand_is_told_once_on_each_unit(void **state)
{
	(void)state;
	tell_of("failover active");
	assert_int_equal(printed_count, 2);
	tell_of("no failover active");
	assert_int_equal(printed_count, 2);
}

/* Preempt, interfaces, a reset and failover switched off move groups, or end in the same states, and nobody typed
 * that a group should move. */
static void only_a_move_by_hand_switches(void **state)
{
	static const char *const others[] = { "power", "cable", "failover reset", "no failover", "split", "alone" };

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		tell_of(others[i]);
		expect_never(CONSOLE_TO_STANDBY);
		expect_never(CONSOLE_TO_ACTIVE);
	}
}

static void only_reload_standby_shuts_down_with_a_message(void **state)
{
	(void)state;
	tell_of("reload-standby");
	assert_int_equal(times_printed("ASA2", CONSOLE_SHUTDOWN), 1);
	assert_int_equal(times_printed("ASA1", CONSOLE_SHUTDOWN), 0);
	tell_of("reload");
	expect_never(CONSOLE_SHUTDOWN);
}

/* The licence ends failover on one unit; the other does not say that it does. */
static void only_who_disables_failover_says_so(void **state)
{
	(void)state;
	tell_of("licence");
	assert_int_equal(times_printed("ASA2", CONSOLE_LICENCE), 1);
	assert_int_equal(times_printed("ASA1", CONSOLE_LICENCE), 0);
}

/* Both from cold: one finds nobody, the other finds it; and then the configuration comes. */
static void a_cold_start_is_told(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	collect_from(pair.archive_first);
	assert_int_equal(times_printed("ASA1", CONSOLE_NO_MATE), 1);
	assert_int_equal(times_printed("ASA2", CONSOLE_NO_MATE), 0);
	assert_int_equal(times_printed("ASA2", CONSOLE_DETECTED), 1);
	assert_int_equal(times_printed("ASA2", CONSOLE_RECEIVE_ENDS), 1);
	assert_int_equal(times_printed("ASA1", CONSOLE_SEND_ENDS), 1);
}

static void an_undisturbed_pair_prints_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	run_to(600000);
	collect();
	assert_int_equal(printed_count, 0);
}

/* The lines follow from the entries, wherever the present is. */
static void going_back_changes_no_line(void **state)
{
	static struct printed before[PRINTED_MAX];
	int count;

	(void)state;
	tell_of("power");
	count = printed_count;
	memcpy(before, printed, sizeof before);
	run_to(0);
	collect();
	assert_int_equal(printed_count, count);
	for (int i = 0; i < count; i++)
		assert_string_equal(printed[i].text, before[i].text);
}

/* What does not fit is cut, and ended, at every size. */
static void a_text_is_cut_at_any_size(void **state)
{
	char part[TEXT_LEN];

	(void)state;
	tell_of("power");
	for (int i = 0; i < printed_count; i++)
		for (size_t size = 1; size < strlen(printed[i].text) + 2; size++) {
			size_t whole = strlen(printed[i].text);

			memset(part, 'x', sizeof part);
			console_text(&printed[i].line, part, size);
			assert_int_equal(strlen(part), size - 1 < whole ? size - 1 : whole);
			assert_memory_equal(part, printed[i].text, strlen(part));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_expected_text_is_printed_to_the_letter),
		cmocka_unit_test(every_row_has_a_story_or_says_not_yet),
		cmocka_unit_test(a_unit_that_comes_back_is_told_on_both_consoles),
		cmocka_unit_test(the_sender_tells_what_it_believes),
		cmocka_unit_test(a_replication_that_breaks_off_does_not_end),
		cmocka_unit_test(write_standby_replicates_without_a_word_of_detection),
		cmocka_unit_test(a_move_by_hand_is_told_once_on_each_unit),
		cmocka_unit_test(only_a_move_by_hand_switches),
		cmocka_unit_test(only_reload_standby_shuts_down_with_a_message),
		cmocka_unit_test(only_who_disables_failover_says_so),
		cmocka_unit_test(a_cold_start_is_told),
		cmocka_unit_test(an_undisturbed_pair_prints_nothing),
		cmocka_unit_test(going_back_changes_no_line),
		cmocka_unit_test(a_text_is_cut_at_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
