/* The lines that a console takes: every row of lines.def, its values, its words cut short, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/cli.h"
#include "tests/pair.h"

enum { LINE_LEN = 160, NAMES_MAX = 8 };

/* --- lines made from a form -------------------------------------------------------------------------------- */

/* Which of the lines of a form: brackets left out or not, which alternative, and a value in the place of another. */
struct wish {
	bool brackets;
	int choice;
	const char *name, *value;
	bool cut; /* words with their first three letters; with eleven, where a shorter word begins them */
};

static const char *value_of(const char *name, char text[16])
{
	static const struct { const char *name, *value; } known[] = { { "NAME", "statelink" }, { "PORT", "gi0/6" },
		{ "IP", "10.9.0.1" }, { "MASK", "255.255.255.0" }, { "STANDBY", "10.9.0.2" }, { "KEY", "secret" },
		{ "ROLE", "primary" }, { "MAC_ACTIVE", "0002.fe8d.1234" }, { "MAC_STANDBY", "0002.FE8D.5678" },
		{ "CONTEXT", "CTX1" }, { "NAMEIF", "inside" } };
	uint32_t least, most;
	const char *help;

	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (strcmp(known[k].name, name) == 0)
			return known[k].value;
	assert_true(cli_range(name, &least, &most, &help));
	snprintf(text, 16, "%u%s", (unsigned)most, strcmp(name, "PERCENT") == 0 ? "%" : "");
	return text;
}

static void add_word(char *line, const char *word, size_t length)
{
	size_t used = strlen(line);

	snprintf(line + used, LINE_LEN - used, "%s%.*s", used ? " " : "", (int)length, word);
}

/* Writes a line of the form; returns whether the wish's value is in it. */
static bool make_line(const char *form, const struct wish *wish, char line[LINE_LEN])
{
	bool used = false;
	int left_out = 0, choice = 0, in_choice = 0;

	line[0] = '\0';
	while (*form) {
		size_t length = strcspn(form, " []{}|");
		char name[32], text[16];

		if (length == 0) {
			left_out += (*form == '[' && (!wish->brackets || left_out)) - (*form == ']' && left_out);
			in_choice += (*form == '{') - (*form == '}');
			choice = *form == '{' ? 0 : choice + (*form == '|');
			form++;
			continue;
		}
		snprintf(name, sizeof name, "%.*s", (int)length, form);
		if (!left_out && (!in_choice || choice == wish->choice)) {
			bool value = *form >= 'A' && *form <= 'Z', this = wish->name && strcmp(wish->name, name) == 0;
			const char *word = this ? wish->value : value ? value_of(name, text) : name;

			size_t cut = strcmp(name, "interface-policy") == 0 ? 11 : 3;

			used |= this;
			add_word(line, word, wish->cut && !value && length > cut ? cut : strlen(word));
		}
		form += length;
	}
	return used;
}

static enum refusal read(int row, const char *line, struct conf_line *out, int *good)
{
	enum row_mode mode = cli_rows[row].mode == ROW_ANY ? ROW_SYSTEM : cli_rows[row].mode;
	bool inside = mode == ROW_INSIDE || mode == ROW_INTERFACE;
	uint32_t context = inside ? (uint32_t)lab_find_context(&pair.now.lab, "CTX1") + 1 : 0;
	char reply[200];

	return cli_read(&pair.now, mode, context, line, out, good, reply, sizeof reply);
}

static void expect_row(int row, const char *line)
{
	struct conf_line out;
	int good;
	enum refusal refusal = read(row, line, &out, &good);

	if (refusal != REFUSAL_NONE || out.typed != row)
		fail_msg("'%s' is not read as '%s': %s", line, cli_rows[row].form, cli_refusals[refusal]);
}

static void expect_refusal(int row, const char *line, enum refusal wanted)
{
	struct conf_line out;
	int good;
	enum refusal refusal = read(row, line, &out, &good);

	if (refusal != wanted)
		fail_msg("'%s': '%s', and not '%s'", line, cli_refusals[refusal], cli_refusals[wanted]);
}

/* --- every row --------------------------------------------------------------------------------------------- */

static void every_row_is_read_in_all_its_forms(void **state)
{
	char line[LINE_LEN];

	(void)state;
	pair_open("active-active.ini");
	for (int row = 0; row < TYPED_COUNT; row++)
		for (int choice = 0; choice < 2; choice++)
			for (int brackets = 0; brackets < 2; brackets++) {
				make_line(cli_rows[row].form, &(struct wish){ .brackets = brackets, .choice = choice }, line);
				expect_row(row, line);
			}
}

static void words_may_be_cut_as_long_as_they_are_told_apart(void **state)
{
	char line[LINE_LEN];
	struct conf_line out;
	int good;

	(void)state;
	pair_open("active-active.ini");
	for (int row = 0; row < TYPED_COUNT; row++) {
		make_line(cli_rows[row].form, &(struct wish){ .brackets = true, .cut = true }, line);
		if (read(row, line, &out, &good) != REFUSAL_AMBIGUOUS)
			expect_row(row, line);
	}
	expect_row(TYPED_POLLTIME, "fail pol u m 500 h 3");
	expect_row(TYPED_LAN_UNIT, "fail lan u s");
	expect_row(TYPED_LINK_IP, "fail int ip folink 10.0.0.1 255.255.255.252 st 10.0.0.2");
	expect_row(TYPED_LAN_INTERFACE, "failover lan int folink GigabitEthernet 0/3");
	expect_refusal(TYPED_LAN_UNIT, "fail l u s", REFUSAL_AMBIGUOUS);
	expect_refusal(TYPED_RESET, "failover re", REFUSAL_AMBIGUOUS);
	expect_refusal(TYPED_ON, "f", REFUSAL_INVALID);
}

/* The least and the most are taken; what is below, above, or no number is marked as invalid. */
static void values_have_the_device_s_ranges(void **state)
{
	static const char *const names[] = {
#define ARG(id, ...) #id,
#include "sim/cli/args.def"
	};
	char line[LINE_LEN], value[24];
	uint32_t least, most, tried = 0;
	const char *help;

	(void)state;
	pair_open("active-active.ini");
	for (int row = 0; row < TYPED_COUNT; row++)
		for (size_t n = 0; n < sizeof names / sizeof *names; n++)
			for (int choice = 0; choice < 2; choice++) {
				struct wish wish = { true, choice, names[n], value, false };
				bool fits = cli_range(names[n], &least, &most, &help);
				const char *sign = strcmp(names[n], "PERCENT") == 0 ? "%" : "";

				for (int step = 0; fits && step < 5; step++) {
					static const bool fine[] = { true, true, false, false, false };
					const uint32_t numbers[] = { least, most, least - 1, most + 1, 0 };

					snprintf(value, sizeof value, "%u%s", (unsigned)numbers[step], sign);
					if (step == 4)
						snprintf(value, sizeof value, "junk");
					if (!make_line(cli_rows[row].form, &wish, line) || (step == 2 && least == 0))
						continue;
					if (fine[step])
						expect_row(row, line);
					else if (!strstr(cli_rows[row].form, "IF_S") || step == 4)
						expect_refusal(row, line, REFUSAL_INVALID);
					tried++;
				}
			}
	assert_true(tried > 100);
}

static void what_is_no_value_is_marked_where_it_stands(void **state)
{
	static const struct { int row; const char *line; int good; } wrong[] = {
		{ TYPED_POLLTIME, "failover polltime unit 16", 3 },
		{ TYPED_POLLTIME, "failover polltime msec 199", 3 },
		{ TYPED_POLLTIME, "failover polltime 5 holdtime 46", 4 },
		{ TYPED_POLLTIME, "failover polltime 5 5", 3 },
		{ TYPED_LAN_UNIT, "failover lan unit tertiary", 3 },
		{ TYPED_LAN_INTERFACE, "failover lan interface folink Serial0/1", 4 },
		{ TYPED_LINK_IP, "failover interface ip folink 10.0.0.300 255.255.255.0 standby 10.0.0.2", 4 },
		{ TYPED_LINK_IP, "failover interface ip folink 10.0.0.1 255.255.255.0 10.0.0.2", 6 },
		{ TYPED_MAC, "mac address gi0/1 0002.fe8d 0002.fe8d.1235", 3 },
		{ TYPED_MAC, "mac address gi0/1 0102.fe8d.1234 0002.fe8d.1235", 3 },
		{ TYPED_GROUP_POLICY, "interface-policy 101%", 1 },
		{ TYPED_RELOAD, "reload now", 1 },
	};

	(void)state;
	pair_open("active-active.ini");
	for (size_t n = 0; n < sizeof wrong / sizeof *wrong; n++) {
		struct conf_line out;
		int good;

		assert_int_equal(read(wrong[n].row, wrong[n].line, &out, &good), REFUSAL_INVALID);
		if (good != wrong[n].good)
			fail_msg("'%s': the marker is at word %d", wrong[n].line, good);
	}
	expect_refusal(TYPED_POLLTIME, "failover polltime", REFUSAL_INCOMPLETE);
	expect_refusal(TYPED_POLLTIME, "failover polltime 5 holdtime", REFUSAL_INCOMPLETE);
	expect_refusal(TYPED_LINK_IP, "failover interface ip folink 10.0.0.1", REFUSAL_INCOMPLETE);
}

/* Every list names what it has a sentence for. */
static void every_row_and_every_refusal_has_words(void **state)
{
	(void)state;
	for (int row = 0; row < TYPED_COUNT; row++) {
		assert_true(strlen(cli_rows[row].help) > 5 && strlen(cli_rows[row].source) > 1);
		assert_true(strlen(cli_rows[row].help) < 80);
	}
	for (int r = 1; r < REFUSAL_COUNT; r++)
		assert_true(strlen(cli_refusals[r]) > 5 && strlen(cli_refusals[r]) < 78);
}

/* --- relations --------------------------------------------------------------------------------------------- */

static const struct failover_conf *failover_of(uint32_t u)
{
	return &pair.now.unit[u].conf.failover;
}

static void holdtime_is_at_least_three_polltimes(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	refused_at(10000, "type ASA1 failover polltime 5 holdtime 14", "three times");
	assert_int_equal(failover_of(PRIMARY)->polltime, 1000);
	at(10000, "type ASA1 failover polltime 5 holdtime 15");
	assert_int_equal(failover_of(PRIMARY)->holdtime, 15000);
	/* Alone, a polltime keeps the holdtime where it may, and raises it where it must. */
	at(11000, "type ASA1 failover polltime 3");
	assert_int_equal(failover_of(PRIMARY)->holdtime, 15000);
	at(12000, "type ASA1 failover polltime 7");
	assert_int_equal(failover_of(PRIMARY)->holdtime, 21000);
	at(13000, "type ASA1 failover polltime msec 200 holdtime msec 800");
	at(13000, "type ASA1 failover polltime msec 300");
	assert_int_equal(failover_of(PRIMARY)->holdtime, 900);
	at(13000, "type ASA1 failover polltime msec 500");
	assert_int_equal(failover_of(PRIMARY)->holdtime, 2000);
	run_to(14000);
	assert_memory_equal(failover_of(PRIMARY), failover_of(SECONDARY), sizeof *failover_of(PRIMARY));
}

static void interface_holdtime_is_at_least_five_polltimes(void **state)
{
	const struct group_conf *group = &pair.now.unit[PRIMARY].conf.group[1];

	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1 no failover");
	at(10000, "type ASA1 failover group 1");
	refused_at(10000, "type ASA1 polltime interface 5 holdtime 24", "five times");
	at(10000, "type ASA1 polltime interface 10");
	assert_int_equal(group->holdtime, 50000);
	at(10000, "type ASA1 polltime interface msec 500 holdtime 5");
	assert_int_equal(group->polltime, 500);
	assert_int_equal(group->holdtime, 5000);
}

static void addresses_must_fit(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1/CTX1 interface inside");
	refused_at(10000, "type ASA1/CTX1 ip address 10.50.1.0 255.255.255.0", "not one of a host");
	refused_at(10000, "type ASA1/CTX1 ip address 10.50.1.1 255.0.255.0", "no network mask");
	refused_at(10000, "type ASA1/CTX1 ip address 10.50.1.1 255.255.255.0 standby 10.50.1.1", "another one");
	refused_at(10000, "type ASA1/CTX1 ip address 10.50.1.1 255.255.255.0 standby 10.50.2.2", "another one");
	at(10000, "type ASA1/CTX1 ip address 10.50.1.1 255.255.255.0 standby 10.50.1.2");
	at(10000, "type ASA1/CTX1 interface outside");
	refused_at(10000, "type ASA1/CTX1 ip address 10.50.1.9 255.255.255.0", "has that network");
	refused_at(10000, "type ASA1 failover interface ip nolink 10.0.0.1 255.255.255.0 standby 10.0.0.2", "neither");
}

static void names_that_nothing_has_are_refused(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	refused_at(10000, "type ASA1 context CTX9", "no such context");
	refused_at(10000, "type ASA1/CTX1 interface dmz9", "no interface of that name");
	refused_at(10000, "type ASA1/CTX1 no monitor-interface dmz9", "no interface of that name");
}

/* More lines at one instant than have room on their way: the rest is not replicated, and the log says so. */
static void lines_that_have_no_room_on_their_way_are_not_replicated(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	for (int n = 0; n < POSTED_MAX; n++)
		at(10000, "type ASA1 failover polltime 2");
	expect_not_told("ASA1", "cannot be told now");
	at(10000, "type ASA1 failover polltime 3");
	expect_told("ASA1", "CONFIG does not replicate to ASA2, which cannot be told now: failover polltime 3");
	run_to(11000);
	assert_int_equal(failover_of(SECONDARY)->polltime, 2000);
}

static void ports_have_one_use(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	refused_at(10000, "type ASA1 failover link newlink gi0/0", "another use");
	refused_at(10000, "type ASA1 failover link newlink gi0/3", "another use");
	refused_at(10000, "type ASA1 failover link newlink", "needs a port");
	at(10000, "type ASA1 failover link newlink gi0/7");
	assert_string_equal(failover_of(PRIMARY)->link.port, "GigabitEthernet0/7");
}

static void groups_are_made_and_removed_in_their_order(void **state)
{
	const struct running_conf *conf = &pair.now.unit[PRIMARY].conf;

	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1 no failover");
	refused_at(10000, "type ASA1 no failover group 1", "removed last");
	refused_at(10000, "type ASA1 no failover group 2", "contexts are in");
	at(10000, "type ASA1 context admin");
	refused_at(10000, "type ASA1 join-failover-group 2", "always in group 1");
	at(10000, "type ASA1 context CTX2");
	at(10000, "type ASA1 no join-failover-group");
	at(10000, "type ASA1 no failover group 2");
	at(10000, "type ASA1 context CTX2");
	refused_at(10000, "type ASA1 join-failover-group 2", "not configured");
	at(10000, "type ASA1 failover group 2");
	assert_int_equal(conf->group[2].preempt, PREEMPT_OFF);
	assert_int_equal(conf->group[2].preferred, PRIMARY);
	at(10000, "type ASA1 end");
	at(10000, "type ASA1 no failover group 2");
	at(10000, "type ASA1 no failover group 1");
	refused_at(10000, "type ASA1 failover", "group 1 comes first");
}

static void mac_addresses_of_ports_are_kept(void **state)
{
	const struct running_conf *conf = &pair.now.unit[PRIMARY].conf;
	char line[120];

	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1 no failover");
	at(10000, "type ASA1 failover group 1");
	at(10000, "type ASA1 mac address gi0/0 0002.fe8d.1234 0002.fe8d.5678");
	assert_string_equal(conf->mac[1][0].port, "GigabitEthernet0/0");
	assert_int_equal(conf->mac[1][0].active[2], 0xfe);
	assert_int_equal(conf->mac[1][0].standby[5], 0x78);
	for (int port = 1; port < MAC_MAX; port++) {
		snprintf(line, sizeof line, "type ASA1 mac address gi0/%d 0002.fe8d.1234 0002.fe8d.5678", port);
		at(10000, line);
	}
	refused_at(10000, "type ASA1 mac address gi1/1 0002.fe8d.1234 0002.fe8d.5678", "no more ports");
	at(10000, "type ASA1 no mac address gi0/0");
	refused_at(10000, "type ASA1 no mac address gi0/0", "no MAC addresses");
	at(10000, "type ASA1 mac-address auto prefix 77");
	assert_int_equal(conf->mac_auto, 77);
	at(10000, "type ASA1 failover group 1");
	refused_at(10000, "type ASA1 mac address gi0/0 a24d.0000.0001 a24d.0000.0002", "A2");
}

static void no_two_interfaces_of_a_context_are_in_one_asr_group(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "type ASA1/CTX1 interface inside");
	at(10000, "type ASA1/CTX1 asr-group 1");
	at(10000, "type ASA1/CTX1 interface outside");
	refused_at(10000, "type ASA1/CTX1 asr-group 1", "asr group");
	at(10000, "type ASA1/CTX1 asr-group 2");
}

/* A line that is gone back over comes again with its replication, to the byte. */
static void going_back_over_a_line_and_forward_again_is_the_same_story(void **state)
{
	uint64_t before, after;

	(void)state;
	pair_open("active-active.ini");
	run_to(9000);
	before = sim_hash(&pair.now);
	at(10000, "type ASA1 failover polltime 2");
	at(10000, "type ASA1/CTX1 interface inside");
	at(10002, "type ASA1/CTX1 ip address 10.50.1.1 255.255.255.0 standby 10.50.1.2");
	at(11000, "type ASA2/CTX2 no monitor-interface outside");
	run_to(60000);
	after = sim_hash(&pair.now);
	run_to(9000);
	assert_true(sim_hash(&pair.now) == before);
	assert_int_equal(failover_of(PRIMARY)->polltime, 1000);
	run_to(60000);
	assert_true(sim_hash(&pair.now) == after);
	assert_int_equal(failover_of(SECONDARY)->polltime, 2000);
}

/* --- modes ------------------------------------------------------------------------------------------------- */

static void expect_prompt(const char *prompt, uint32_t context)
{
	char text[96];

	assert_string_equal(cli_prompt(&pair.now, PRIMARY, context, text, sizeof text), prompt);
}

static void a_console_keeps_its_mode_until_it_is_left(void **state)
{
	uint32_t context;

	(void)state;
	pair_open("active-active.ini");
	context = (uint32_t)lab_find_context(&pair.now.lab, "CTX1") + 1;
	expect_prompt("ASA1(config)#", 0);
	refused_at(10000, "type ASA1 preempt", "Invalid input");
	at(10000, "type ASA1 context CTX1");
	expect_prompt("ASA1(config-ctx)#", 0);
	at(10000, "type ASA1/CTX1 interface inside");
	expect_prompt("ASA1/CTX1(config-if)#", context);
	expect_prompt("ASA1/CTX2(config)#", context + 1);
	expect_prompt("ASA1(config-ctx)#", 0);
	/* A line of the mode above leaves the sub-mode, and is obeyed. */
	at(11000, "type ASA1/CTX1 no monitor-interface inside");
	expect_prompt("ASA1/CTX1(config)#", context);
	at(11000, "type ASA1 exit");
	expect_prompt("ASA1(config)#", 0);
	at(11000, "type ASA1 context CTX1");
	at(11000, "type ASA1 failover polltime 2");
	expect_prompt("ASA1(config)#", 0);
	/* What nobody knows leaves nothing. */
	at(11000, "type ASA1 context CTX1");
	refused_at(11000, "type ASA1 boom", "Invalid input");
	expect_prompt("ASA1(config-ctx)#", 0);
	at(12000, "fault power ASA1");
	at(20000, "mend power ASA1");
	run_to(200000);
	expect_prompt("ASA1(config)#", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_read_in_all_its_forms),
		cmocka_unit_test(words_may_be_cut_as_long_as_they_are_told_apart),
		cmocka_unit_test(values_have_the_device_s_ranges),
		cmocka_unit_test(what_is_no_value_is_marked_where_it_stands),
		cmocka_unit_test(every_row_and_every_refusal_has_words),
		cmocka_unit_test(holdtime_is_at_least_three_polltimes),
		cmocka_unit_test(interface_holdtime_is_at_least_five_polltimes),
		cmocka_unit_test(addresses_must_fit),
		cmocka_unit_test(names_that_nothing_has_are_refused),
		cmocka_unit_test(lines_that_have_no_room_on_their_way_are_not_replicated),
		cmocka_unit_test(ports_have_one_use),
		cmocka_unit_test(groups_are_made_and_removed_in_their_order),
		cmocka_unit_test(mac_addresses_of_ports_are_kept),
		cmocka_unit_test(no_two_interfaces_of_a_context_are_in_one_asr_group),
		cmocka_unit_test(going_back_over_a_line_and_forward_again_is_the_same_story),
		cmocka_unit_test(a_console_keeps_its_mode_until_it_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
