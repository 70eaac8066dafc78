/* Syslog: every message that the model can cause is caused here, by a story, and expected to the letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/syslog.h"
#include "sim/words.h"
#include "tests/pair.h"

enum { SENT_MAX = 4096, TEXT_LEN = 240 };

/* Everything that both units have sent, oldest first. */
static struct sent {
	struct syslog_line line;
	char text[TEXT_LEN];
} sent[SENT_MAX];
static int sent_count;

static void collect(void)
{
	sent_count = 0;
	for (uint32_t id = history_first_at(&pair, pair.now.open_ms); id <= pair.archive_last; id++) {
		struct syslog_line lines[SYSLOG_PER_ENTRY + 1];
		int n = syslog_of(&pair.now, history_entry(&pair, id), lines, SYSLOG_PER_ENTRY + 1);

		assert_true(n <= SYSLOG_PER_ENTRY);
		for (int i = 0; i < n; i++) {
			assert_true(sent_count < SENT_MAX);
			sent[sent_count].line = lines[i];
			syslog_text(&pair.now, &lines[i], sent[sent_count++].text, TEXT_LEN);
		}
	}
}

/* --- stories ----------------------------------------------------------------------------------------------- */

static void neighbours_are_gone(struct lab *lab)
{
	for (uint32_t i = 0; i < lab->iface_count; i++)
		lab->ifaces[i].neighbour = NEIGHBOUR_ABSENT;
}

struct deed {
	uint32_t at_ms;
	const char *command;
};

static const struct story {
	const char *name, *lab;
	void (*change)(struct lab *lab);
	struct deed deeds[6];
	uint32_t until_ms;
} stories[] = {
	{ "power", "active-active.ini", NULL,
	  { { 10000, "fault power primary" }, { 60000, "mend all" } }, 300000 },
	{ "hang", "active-active.ini", NULL, { { 10000, "fault hang primary" } }, 40000 },
	{ "black hole", "active-active.ini", NULL,
	  { { 10000, "fault blackhole ASA1:CTX1/inside" }, { 60000, "mend all" } }, 120000 },
	{ "nobody there", "active-active.ini", neighbours_are_gone,
	  { { 10000, "fault blackhole ASA1:CTX1/inside" } }, 60000 },
	{ "cable", "active-active.ini", NULL,
	  { { 10000, "fault carrier ASA1:CTX1/inside" }, { 60000, "mend all" } }, 120000 },
	{ "failover link", "active-active.ini", NULL,
	  { { 10000, "fault blackhole folink" }, { 60000, "mend all" } }, 120000 },
	{ "typed", "active-active.ini", NULL,
	  { { 10000, "type primary failover active group 2" }, { 20000, "type primary no failover active group 1" } },
	  40000 },
	{ "off and on", "active-active.ini", NULL,
	  { { 10000, "type secondary no failover" }, { 30000, "type secondary failover" },
	    { 31000, "type secondary failover" } }, 120000 },
	{ "sync", "active-active.ini", NULL,
	  { { 10000, "fault power primary" }, { 60000, "mend all" }, { 124000, "fault power secondary" } }, 200000 },
	{ "module", "active-active.ini", NULL, { { 10000, "fault module primary" } }, 40000 },
	{ "version", "active-active.ini", NULL,
	  { { 10000, "fault version secondary" }, { 11000, "fault reload secondary" } }, 200000 },
	{ "mode", "active-active.ini", NULL,
	  { { 10000, "fault mode secondary" }, { 11000, "fault reload secondary" } }, 200000 },
	{ "line in sync", "active-active.ini", NULL,
	  { { 10000, "type ASA1 write standby" }, { 20000, "type ASA1 failover polltime 2 holdtime 6" } }, 30000 },
	{ "licence", "active-active.ini", NULL, { { 10000, "fault licence secondary" } }, 40000 },
	{ "chassis", "active-active.ini", NULL,
	  { { 10000, "fault hardware secondary" }, { 11000, "fault reload secondary" } }, 200000 },
	{ "ports", "active-active.ini", NULL,
	  { { 10000, "fault ports secondary" }, { 11000, "fault reload secondary" } }, 200000 },
	{ "card", "active-active.ini", NULL,
	  { { 10000, "fault card secondary" }, { 11000, "fault reload secondary" } }, 200000 },
};

enum { STORY_COUNT = sizeof stories / sizeof *stories };

static void nothing(struct lab *lab)
{
	(void)lab;
}

static void tell(const struct story *t)
{
	pair_open_with(t->lab, t->change ? t->change : nothing);
	for (int d = 0; d < 6 && t->deeds[d].command; d++)
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
	const char *story, *unit, *text;
} expected[] = {
	{ "power", "ASA2", "%ASA-1-103001: (Secondary) No response from other firewall (reason code = 4)." },
	{ "power", "ASA2", "%ASA-1-104001: (Secondary_group_1) Switching to ACTIVE - HELLO not heard from mate." },
	{ "power", "ASA1", "%ASA-1-104001: (Primary_group_1) Switching to ACTIVE - Preempt mate." },
	{ "power", "ASA2", "%ASA-1-104002: (Secondary_group_1) Switching to STANDBY - Other unit wants me Standby." },
	{ "power", "ASA2", "%ASA-1-105032: LAN Failover interface is down" },
	{ "power", "ASA2", "%ASA-1-105043: (Secondary) Failover interface failed" },
	{ "power", "ASA2", "%ASA-1-105031: Failover LAN interface is up" },
	{ "power", "ASA2", "%ASA-1-105042: (Secondary) Failover interface OK" },
	{ "power", "ASA1", "%ASA-6-311003: LU recv thread up" },
	{ "power", "ASA1", "%ASA-6-311004: LU xmit thread up" },
	{ "power", "ASA1", "%ASA-1-709005: (Primary) Beginning configuration replication: Receiving from mate." },
	{ "power", "ASA2", "%ASA-1-709003: (Secondary) Beginning configuration replication: Send to mate." },
	{ "power", "ASA1", "%ASA-1-709006: (Primary) End Configuration Replication (STB)" },
	{ "power", "ASA2", "%ASA-1-709004: (Secondary) End Configuration Replication (ACT)" },
	{ "power", "ASA2", "%ASA-6-311001: LU loading standby start" },
	{ "power", "ASA2", "%ASA-6-311002: LU loading standby end" },
	{ "hang", "ASA2", "%ASA-1-103001: (Secondary) No response from other firewall (reason code = 1)." },
	{ "black hole", "ASA2", "%ASA-1-105005: (Secondary_group_1) Lost Failover communications with mate on interface "
		"inside." },
	{ "black hole", "ASA1", "%ASA-1-105008: (Primary_group_1) Testing Interface inside" },
	{ "black hole", "ASA1", "%ASA-1-105009: (Primary_group_1) Testing on interface inside Failed" },
	{ "black hole", "ASA2", "%ASA-1-105009: (Secondary_group_1) Testing on interface inside Passed" },
	{ "black hole", "ASA2", "%ASA-1-103003: (Secondary) Other firewall network interface 0 failed." },
	{ "black hole", "ASA2", "%ASA-1-103002: (Secondary) Other firewall network interface 0 OK." },
	{ "black hole", "ASA2", "%ASA-1-104001: (Secondary_group_1) Switching to ACTIVE - mate want me Active" },
	{ "black hole", "ASA1", "%ASA-1-104002: (Primary_group_1) Switching to STANDBY - interface check, mate is healthier" },
	{ "black hole", "ASA1", "%ASA-1-104003: (Primary_group_1) Switching to FAILED." },
	{ "black hole", "ASA1", "%ASA-1-104004: (Primary_group_1) Switching to OK." },
	{ "black hole", "ASA1", "%ASA-1-105003: (Primary_group_1) Monitoring on interface inside waiting" },
	{ "black hole", "ASA1", "%ASA-1-105004: (Primary_group_1) Monitoring on interface inside normal" },
	{ "nobody there", "ASA2", "%ASA-1-105009: (Secondary_group_1) Testing on interface inside Status Undetermined" },
	{ "cable", "ASA1", "%ASA-4-411002: Line protocol on Interface inside, changed state to down" },
	{ "cable", "ASA1", "%ASA-1-105007: (Primary_group_1) Link status 'Down' on interface inside." },
	{ "cable", "ASA1", "%ASA-4-411001: Line protocol on Interface inside, changed state to up" },
	{ "cable", "ASA1", "%ASA-1-105006: (Primary_group_1) Link status 'Up' on interface inside." },
	{ "failover link", "ASA1", "%ASA-1-105043: (Primary) Failover interface failed" },
	{ "typed", "ASA1", "%ASA-1-104001: (Primary_group_2) Switching to ACTIVE - Set by the config command." },
	{ "typed", "ASA1", "%ASA-1-104002: (Primary_group_1) Switching to STANDBY - Set by the config command." },
	{ "off and on", "ASA2", "%ASA-1-105001: (Secondary) Disabling failover." },
	{ "off and on", "ASA2", "%ASA-1-105002: (Secondary) Enabling failover." },
	{ "sync", "ASA1", "%ASA-1-105020: (Primary) Incomplete/slow config replication" },
	{ "line in sync", "ASA1", "%ASA-4-709008: (Primary) Configuration sync in progress. Command: 'failover polltime 2 "
		"holdtime 6' executed from (terminal) will not be replicated to or executed by the standby unit." },
	{ "sync", "ASA1", "%ASA-1-104001: (Primary_group_2) Switching to ACTIVE - No Active unit found." },
	{ "module", "ASA2", "%ASA-1-103005: (Secondary) Other firewall reporting failure. Reason: SSM card failure" },
	{ "module", "ASA1", "%ASA-1-104002: (Primary_group_1) Switching to STANDBY - Detect service card failure." },
	{ "version", "ASA1", "%ASA-1-103007: (Primary) Mate version x is not identical with ours y" },
	{ "mode", "ASA1", "%ASA-1-105044: (Primary) Mate operational mode Single is not compatible with my mode Multi." },
	{ "mode", "ASA2", "%ASA-1-105001: (Secondary) Disabling failover." },
	{ "licence", "ASA2", "%ASA-1-105045: (Secondary) Mate license (N contexts) is not compatible with my license "
		"(N contexts)." },
	{ "chassis", "ASA1", "%ASA-1-105046: (Primary) Mate has a different chassis" },
	{ "ports", "ASA1", "%ASA-1-105038: (Primary) Interface count mismatch" },
	{ "card", "ASA1", "%ASA-1-105048: (Primary) Mate's service module (A) is different from mine (B)." },
};

enum { EXPECTED_COUNT = sizeof expected / sizeof *expected };

static bool was_sent(const char *unit, const char *text)
{
	for (int i = 0; i < sent_count; i++)
		if (strcmp(sent[i].text, text) == 0 &&
		    strcmp(who_word(&pair.now, syslog_unit(&sent[i].line)), unit) == 0)
			return true;
	return false;
}

static int times_sent(enum syslog_id id)
{
	int n = 0;

	for (int i = 0; i < sent_count; i++)
		n += sent[i].line.id == id;
	return n;
}

/* --- tests ------------------------------------------------------------------------------------------------- */

static void every_expected_message_is_sent_to_the_letter(void **state)
{
	(void)state;
	for (int t = 0; t < STORY_COUNT; t++) {
		tell(&stories[t]);
		for (int x = 0; x < EXPECTED_COUNT; x++)
			if (strcmp(expected[x].story, stories[t].name) == 0 &&
			    !was_sent(expected[x].unit, expected[x].text)) {
				pair_print();
				fail_msg("story '%s': %s did not send '%s'", stories[t].name, expected[x].unit,
				    expected[x].text);
			}
		for (int i = 0; i < sent_count; i++)
			assert_null(strchr(sent[i].text, '{'));
	}
}

/* A row without a condition is one that says NOT_YET; every other has its place in a story. */
static void every_row_has_a_story_or_says_not_yet(void **state)
{
	(void)state;
	for (int id = 0; id < SYSLOG_COUNT; id++) {
		const struct syslog_row *row = &syslog_rows[id];
		char head[32];
		bool told = false;

		snprintf(head, sizeof head, "%%ASA-%u-%u: ", row->severity, (unsigned)row->number);
		for (int x = 0; x < EXPECTED_COUNT; x++)
			told |= strncmp(expected[x].text, head, strlen(head)) == 0;
		if (row->when && !told)
			fail_msg("no story expects %s", head);
		if (!row->when && told)
			fail_msg("a story expects %swhich is marked NOT_YET", head);
		assert_true(row->severity <= 7);
		assert_true(row->cause[0] != '\0');
		for (int other = 0; other < id; other++)
			assert_int_not_equal(syslog_rows[other].number, row->number);
	}
}

/* As a real pair has it: the standby loses contact; then, in one second, the winner takes over and the loser gives up. A
 * loser that is not obeyed says nothing. */
static void an_interface_failure_is_told_in_the_order_of_a_real_pair(void **state)
{
	static const struct {
		const char *unit;
		enum syslog_id id;
	} order[] = { { "ASA2", SYSLOG_105005 }, { "ASA2", SYSLOG_104001 }, { "ASA1", SYSLOG_104002 } };
	size_t next = 0;

	(void)state;
	tell_of("black hole");
	for (int i = 0; i < sent_count && next < sizeof order / sizeof *order; i++)
		for (size_t o = 0; o < sizeof order / sizeof *order; o++)
			if (sent[i].line.id == order[o].id &&
			    strcmp(who_word(&pair.now, syslog_unit(&sent[i].line)), order[o].unit) == 0) {
				assert_int_equal(o, next);
				next++;
				break;
			}
	assert_int_equal(next, sizeof order / sizeof *order);
}

/* With the failover link dead and its carrier there, no message says that the carrier went. */
static void a_black_hole_is_no_lost_carrier(void **state)
{
	(void)state;
	tell_of("failover link");
	assert_int_equal(times_sent(SYSLOG_105032), 0);
	assert_int_equal(times_sent(SYSLOG_105043), 2);
	assert_int_equal(times_sent(SYSLOG_103001), 0);
	assert_int_equal(times_sent(SYSLOG_104001), 0);
}

/* `failover` where it is on already changes nothing, and is not told. */
static void failover_is_enabled_once(void **state)
{
	(void)state;
	tell_of("off and on");
	assert_int_equal(times_sent(SYSLOG_105002), 1);
	assert_int_equal(times_sent(SYSLOG_105001), 1);
}

static void an_undisturbed_pair_sends_nothing(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	run_to(600000);
	collect();
	assert_int_equal(sent_count, 0);
}

/* The messages follow from the entries, wherever the present is. */
static void going_back_changes_no_message(void **state)
{
	static struct sent before[SENT_MAX];
	int count;

	(void)state;
	tell_of("power");
	count = sent_count;
	memcpy(before, sent, sizeof before);
	run_to(0);
	collect();
	assert_int_equal(sent_count, count);
	for (int i = 0; i < count; i++)
		assert_string_equal(sent[i].text, before[i].text);
}

/* What does not fit is cut, and ended, at every size. */
static void a_text_is_cut_at_any_size(void **state)
{
	char whole[TEXT_LEN], part[TEXT_LEN];

	(void)state;
	tell_of("black hole");
	for (int i = 0; i < sent_count; i += 7) {
		snprintf(whole, sizeof whole, "%s", sent[i].text);
		for (size_t size = 1; size < strlen(whole) + 2; size++) {
			memset(part, 'x', sizeof part);
			syslog_text(&pair.now, &sent[i].line, part, size);
			assert_true(strlen(part) == (size - 1 < strlen(whole) ? size - 1 : strlen(whole)));
			assert_memory_equal(part, whole, strlen(part));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_expected_message_is_sent_to_the_letter),
		cmocka_unit_test(every_row_has_a_story_or_says_not_yet),
		cmocka_unit_test(an_interface_failure_is_told_in_the_order_of_a_real_pair),
		cmocka_unit_test(a_black_hole_is_no_lost_carrier),
		cmocka_unit_test(failover_is_enabled_once),
		cmocka_unit_test(an_undisturbed_pair_sends_nothing),
		cmocka_unit_test(going_back_changes_no_message),
		cmocka_unit_test(a_text_is_cut_at_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
