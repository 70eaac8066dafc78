/* The lab: every key at the borders of its range, every rule, every cross-check, every capacity. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/lab.h"
#include "ui/conf/value.h"

static struct lab the_lab;

/* What was found, for assertions. */
static struct lab_problem problems[8];

static union {
	uint32_t number;
	char bytes[128];
} the_field;

/* Does the key take the text? */
static bool takes(const struct lab_key *key, const char *text)
{
	char why[VALUE_WHY_LEN] = "";
	bool fine = value_parse(key, text, &the_field, why, sizeof why);

	/* A refusal gives its reason, and leaves the field alone. */
	assert_true(fine || why[0]);
	return fine;
}

static void expect_taken(const struct lab_key *key, const char *text, uint32_t value)
{
	if (!takes(key, text))
		fail_msg("%s does not take '%s'", key->name, text);
	if (the_field.number != value)
		fail_msg("%s takes '%s' as %u", key->name, text, the_field.number);
}

static void expect_refused(const struct lab_key *key, const char *text)
{
	the_field.number = 4711;
	if (takes(key, text))
		fail_msg("%s takes '%s'", key->name, text);
	assert_int_equal(the_field.number, 4711);
}

/* A number in the words of a key's type. */
static const char *say(const struct lab_key *key, int64_t value)
{
	static char text[40];

	snprintf(text, sizeof text,
	    key->type == TYPE_NUMBER || key->type == TYPE_POLICY ? "%lld" : "%lldms",
	    (long long)value);
	return text;
}

/* Each number is taken at both ends of its range and refused beyond them. */
static void numbers_keep_to_their_range(void **state)
{
	(void)state;
	for (size_t i = 0; i < lab_key_count; i++) {
		const struct lab_key *key = &lab_keys[i];
		bool preempt = key->type == TYPE_PREEMPT;
		uint32_t least = preempt ? 1000 : key->least;

		if (key->type != TYPE_TIME && key->type != TYPE_POWER && key->type != TYPE_NUMBER &&
		    key->type != TYPE_POLICY && !preempt)
			continue;
		expect_taken(key, say(key, least), least);
		expect_taken(key, say(key, key->most), key->most);
		expect_refused(key, say(key, (int64_t)least - 1));
		expect_refused(key, say(key, (int64_t)key->most + 1));
		expect_refused(key, say(key, (int64_t)1 << 32));
		expect_refused(key, "99999999999999999999");
	}
}

/* A choice takes its own words, and nothing else. */
static void choices_take_their_words(void **state)
{
	char word[VALUE_WORD_LEN];

	(void)state;
	for (size_t i = 0; i < lab_key_count; i++) {
		const struct lab_key *key = &lab_keys[i];
		uint32_t count = 0;

		if (key->type != TYPE_CHOICE)
			continue;
		for (; value_choice(key, count, word); count++)
			expect_taken(key, word, count);
		assert_int_equal(count, key->most + 1);
		expect_refused(key, key->unit);
		expect_refused(key, "0");
	}
}

/* Nothing that is junk to every type gets into any key but a title. */
static void junk_is_refused_by_every_key(void **state)
{
	static const char *const junk[] = { "", "?", "-1", "1 2 3 4", "none none", "\xc3\xbc",
		"1e3!", "/", "%" };

	(void)state;
	for (size_t i = 0; i < lab_key_count; i++)
		for (size_t j = 0; j < sizeof junk / sizeof *junk; j++)
			if (lab_keys[i].type != TYPE_TITLE || j == 0)
				expect_refused(&lab_keys[i], junk[j]);
}

/* A text is taken up to its capacity. */
static void texts_keep_to_their_length(void **state)
{
	char text[TITLE_LEN + 1];

	(void)state;
	for (size_t i = 0; i < lab_key_count; i++) {
		const struct lab_key *key = &lab_keys[i];

		if (key->type != TYPE_TITLE && key->type != TYPE_NAME)
			continue;
		memset(text, 'x', sizeof text);
		text[key->size] = '\0';
		expect_refused(key, text);
		text[key->size - 1] = '\0';
		assert_true(takes(key, text));
		assert_string_equal(the_field.bytes, text);
	}
}

/* What a key's default is written as is read as that default. */
static void defaults_are_read_back(void **state)
{
	char text[VALUE_LEN], again[VALUE_LEN];

	(void)state;
	lab_init(&the_lab);
	lab_add_iface(&the_lab, 0, "inside");
	lab_add_switch(&the_lab, "SW-IN");
	for (size_t i = 0; i < lab_key_count; i++) {
		const struct lab_key *key = &lab_keys[i];
		uint32_t index = key->section == SECTION_GROUP;
		char *field = (char *)lab_section_at(&the_lab, key->section, index) + key->offset;

		value_format(key, field, text, sizeof text);
		if (key->type == TYPE_PORT)
			continue;
		if (!takes(key, text))
			fail_msg("%s does not take its default '%s'", key->name, text);
		assert_memory_equal(&the_field, field, key->size);
		value_format(key, &the_field, again, sizeof again);
		assert_string_equal(text, again);
	}
}

/* A port has one spelling, however it was abbreviated. */
static void ports_have_one_spelling(void **state)
{
	static const char *const spellings[][2] = {
		{ "GigabitEthernet0/0", "GigabitEthernet0/0" },
		{ "g0/0", "GigabitEthernet0/0" },
		{ "gig 1/12", "GigabitEthernet1/12" },
		{ "TEN0/8.4094", "TenGigabitEthernet0/8.4094" },
		{ "m0/0", "Management0/0" },
		{ "po10.7", "Port-channel10.7" },
		{ "Eth0/3", "Ethernet0/3" },
	};
	static const char *const wrong[] = { "x0/0", "GigabitEthernet", "g0/", "g0/0.", "g0/0.0",
		"g0/0.4095", "0/0", "g0/0/0/0", "g0/0 x", "g0/99999",
		"TenGigabitEthernet1/1234/1234", "GigabitEthernetX0/0" };
	struct lab_key key = { .name = "port", .type = TYPE_PORT, .size = PORT_LEN, .unit = "" };

	(void)state;
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		assert_true(takes(&key, spellings[i][0]));
		assert_string_equal(the_field.bytes, spellings[i][1]);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		expect_refused(&key, wrong[i]);
}

/* Addresses: in the ASA's words, or with the mask as bits; everything else is refused. */
static void addresses_are_read(void **state)
{
	static const char *const wrong[] = { "10.1.1.1", "10.1.1 255.255.255.0",
		"10.1.1.1.1 255.255.255.0", "10.1.1.256 255.255.255.0", "10.1.1.0001 255.255.255.0",
		"0.0.0.0 255.255.255.0", "127.0.0.1 255.0.0.0", "224.0.0.5 255.255.255.0",
		"10.1.1.1 0.0.0.0", "10.1.1.1 255.0.255.0", "10.1.1.1/0", "10.1.1.1/33",
		"10.1.1.1/x", "10.1.1.1/24 10.1.1.2", "10.1.1.1/24 standby",
		"10.1.1.1/24 standby x", "10.1.1.1/24 standby 10.1.1.2 x" };
	struct lab_key key = { .name = "ip address",
		.type = TYPE_ADDRESS,
		.size = sizeof(struct address),
		.unit = "IP MASK [standby IP], or none" };
	struct lab_key link = key;
	char text[VALUE_LEN];

	(void)state;
	assert_true(takes(&key, "10.1.1.1/24 standby  10.1.1.2"));
	value_format(&key, &the_field, text, sizeof text);
	assert_string_equal(text, "10.1.1.1 255.255.255.0 standby 10.1.1.2");
	assert_true(takes(&key, "10.1.1.1 255.255.255.255"));
	assert_true(takes(&key, "none"));
	link.unit = "IP MASK standby IP";
	expect_refused(&link, "10.1.1.1/24");
	expect_refused(&link, "none");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		expect_refused(&key, wrong[i]);
}

/* A clock takes days that there are. */
static void clocks_take_days_that_exist(void **state)
{
	struct lab_key key = {
		.name = "clock", .type = TYPE_CLOCK, .size = 4, .most = 4000000000u
	};
	char text[VALUE_LEN];
	uint32_t seconds = 0;

	(void)state;
	expect_taken(&key, "1970-01-01 00:00:00", 0);
	expect_taken(&key, "2024-02-29 23:59:59", 1709251199);
	expect_taken(&key, "2096-10-02 07:06:40", 4000000000u);
	expect_refused(&key, "2096-10-02 07:06:41");
	expect_refused(&key, "1969-12-31 23:59:59");
	expect_refused(&key, "2026-02-29 00:00:00");
	expect_refused(&key, "2026-04-31 00:00:00");
	expect_refused(&key, "2026-1-01 00:00:00");
	expect_refused(&key, "2026-01-01 24:00:00");
	for (; seconds < 4000000000u - 100000000; seconds += 86400 * 11 + 3607) {
		value_format(&key, &seconds, text, sizeof text);
		expect_taken(&key, text, seconds);
	}
}

/* Policies are numbers or percentages, delays of preempt may be words. */
static void some_keys_take_words_beside_numbers(void **state)
{
	struct lab_key policy = {
		.type = TYPE_POLICY, .size = 4, .least = 1, .most = 1025, .unit = ""
	};
	struct lab_key preempt = { .type = TYPE_PREEMPT, .size = 4, .most = 1200000, .unit = "" };
	struct lab_key power = { .type = TYPE_POWER, .size = 4, .most = 86400000, .unit = "" };
	struct lab_key monitor = { .type = TYPE_MONITOR, .size = 4, .most = 2, .unit = "yes|no" };

	(void)state;
	expect_taken(&policy, "50%", 50 | POLICY_PERCENT);
	expect_taken(&policy, "100 %", 100 | POLICY_PERCENT);
	expect_refused(&policy, "0%");
	expect_refused(&policy, "101%");
	expect_refused(&policy, "%");
	expect_refused(&policy, "5%%");
	expect_taken(&preempt, "yes", 0);
	expect_taken(&preempt, "no", PREEMPT_OFF);
	expect_taken(&power, "never", TIME_NEVER);
	expect_taken(&monitor, "default", MONITOR_DEFAULT);
	expect_taken(&monitor, "yes", 1);
}

/* A pair that nothing is wrong with. */
static struct lab *good_lab(void)
{
	struct lab *lab = &the_lab;

	lab_init(lab);
	lab_add_switch(lab, "SW");
	lab_add_context(lab, "CTX1");
	lab_add_context(lab, "CTX2");
	for (uint32_t i = 0; i < 4; i++) {
		struct interface_conf *x;

		lab_add_iface(lab, 1 + i / 2, i % 2 ? "outside" : "inside");
		x = &lab->ifaces[i];
		snprintf(x->port, sizeof x->port, "GigabitEthernet1/%u", i);
		x->address.ip = 0x0a000001 | (i + 1) << 8;
		x->address.mask = 0xffffff00;
		x->address.standby = x->address.ip + 1;
		x->attached = 1;
	}
	lab->contexts[2].group = 2;
	assert_int_equal(lab_check(lab, problems, 8), 0);
	return lab;
}

static void set_address(struct address *a, uint32_t ip, uint32_t mask, uint32_t standby)
{
	a->ip = ip;
	a->mask = mask;
	a->standby = standby;
}

static void set_state_link(struct lab *lab, const char *name, const char *port)
{
	snprintf(lab->failover.link.name, NAME_LEN, "%s", name);
	snprintf(lab->failover.link.port, PORT_LEN, "%s", port);
	lab->failover.link_ip = (struct address){ 0x0a000101, 0xfffffffc, 0x0a000102 };
}

/* One way to spoil a good lab, and what is said of it. */
struct spoil {
	void (*spoil)(struct lab *lab);
	const char *expected; /* begins with "warning: " where it is one */
};

/* clang-format off */
#define SPOIL(name, body, text) static void name(struct lab *lab) { body }
#define SPOILS(X) \
X(same_names, strcpy(lab->unit[1].name, "ASA1");, "both units are called ASA1") \
X(unit_is_a_word, strcpy(lab->unit[1].name, "primary");, \
	"'primary' is a word of commands and can be nobody's name") \
X(unit_is_a_link, strcpy(lab->unit[1].name, lab->failover.lan.name);, \
	"something else is called folink already") \
X(idle_power_on, lab->unit[0].power_on = 1000;, "warning: power-on does nothing unless [lab] says start = boot") \
X(short_unit_hold, lab->failover.polltime = 6000;, "holdtime must be at least three times polltime") \
X(odd_poll, lab->failover.polltime = 1500;, \
	"polltime is 200 to 999 ms or whole seconds: the device takes nothing between") \
X(odd_hold, lab->failover.holdtime = 15500;, \
	"holdtime is 800 to 999 ms or whole seconds: the device takes nothing between") \
X(odd_group_poll, lab->group[1].polltime = 1500;, \
	"polltime interface is 500 to 999 ms or whole seconds: the device takes nothing between") \
X(odd_group_hold, lab->group[1].holdtime = 25500;, "holdtime is in whole seconds") \
X(odd_preempt, lab->group[1].preempt = 1500;, "the preempt delay is in whole seconds") \
X(short_group_hold, lab->group[2].polltime = 6000;, "holdtime must be at least five times polltime interface") \
X(no_lan, lab->failover.lan.port[0] = 0;, "a pair needs a failover link: a name and a port") \
X(lan_standby_outside, lab->failover.lan_ip.standby = 0x0a000005;, \
	"the standby address 10.0.0.5 is outside the subnet of 10.0.0.1") \
X(no_state_port, set_state_link(lab, "statelink", "");, \
	"the state link statelink needs a port, or the failover link's name (folink) to share it") \
X(state_on_lan_port, set_state_link(lab, "statelink", lab->failover.lan.port);, \
	"GigabitEthernet0/3 is the failover link folink already; to share it, the state link takes its name") \
X(shared_on_two_ports, set_state_link(lab, "folink", "GigabitEthernet0/7"); lab->failover.link_ip.ip = 0;, \
	"folink is on GigabitEthernet0/3; the state link cannot be folink on GigabitEthernet0/7") \
X(shared_with_addresses, set_state_link(lab, "folink", "");, \
	"warning: there is no state link of its own that could have these addresses") \
X(addresses_for_nothing, set_address(&lab->failover.link_ip, 0x0a000101, 0xfffffffc, 0x0a000102);, \
	"warning: there is no state link of its own that could have these addresses") \
X(no_state_address, set_state_link(lab, "statelink", "GigabitEthernet0/7"); lab->failover.link_ip.ip = 0;, \
	"the state link statelink has no addresses (interface ip link)") \
X(links_overlap, set_state_link(lab, "statelink", "GigabitEthernet0/7"); \
	set_address(&lab->failover.link_ip, 0x0a000001, 0xffffff00, 0x0a000002);, \
	"the state link is in the network of the failover link") \
X(policy_never_met, lab->group[1].policy = 3;, \
	"warning: interface-policy 3 is never met: group 1 has 2 monitored interfaces") \
X(admin_moved, lab->contexts[0].group = 2;, "the admin context is always in group 1") \
X(no_such_group, lab->contexts[1].group = 3;, \
	"there is no group 3: there are two failover groups, 1 and 2") \
X(two_contexts, strcpy(lab->contexts[2].name, "CTX1");, "there are two contexts CTX1") \
X(two_interfaces, strcpy(lab->ifaces[1].name, "inside");, "there are two interfaces CTX1/inside") \
X(no_port, lab->ifaces[0].port[0] = 0;, "CTX1/inside has no port") \
X(port_is_lan, strcpy(lab->ifaces[0].port, "GigabitEthernet0/3");, \
	"GigabitEthernet0/3 is the failover link folink; it cannot be allocated to context CTX1") \
X(parent_is_lan, strcpy(lab->ifaces[0].port, "GigabitEthernet0/3.5"); lab->ifaces[0].monitor = 1;, \
	"GigabitEthernet0/3 is the failover link folink; it cannot be allocated to context CTX1") \
X(port_is_state, set_state_link(lab, "statelink", "GigabitEthernet1/2");, \
	"GigabitEthernet1/2 is the state link statelink; it cannot be allocated to context CTX2") \
X(no_switch, lab->ifaces[0].attached = SWITCH_NONE;, \
	"warning: CTX1/inside is plugged into no switch: no hello can pass to its mate") \
X(no_address, memset(&lab->ifaces[0].address, 0, sizeof lab->ifaces[0].address);, \
	"warning: CTX1/inside is monitored and has no address: such an interface cannot be heard by its mate") \
X(no_standby, lab->ifaces[0].address.standby = 0;, "warning: CTX1/inside has no standby address: such an " \
	"interface cannot be heard by its mate and stays Normal (Waiting)") \
X(standby_outside, lab->ifaces[0].address.standby = 0x0a000902;, \
	"the standby address 10.0.9.2 is outside the subnet of 10.0.1.1") \
X(standby_is_active, lab->ifaces[0].address.standby = lab->ifaces[0].address.ip;, \
	"the standby address 10.0.1.1 is the active address as well") \
X(standby_is_network, lab->ifaces[0].address.standby = 0x0a000100;, \
	"the standby address 10.0.1.0 is the network address of its network") \
X(standby_is_broadcast, lab->ifaces[0].address.standby = 0x0a0001ff;, \
	"the standby address 10.0.1.255 is the broadcast address of its network") \
X(ip_is_network, lab->ifaces[0].address.ip = 0x0a000100;, "10.0.1.0 is the network address of its network") \
X(ip_is_broadcast, lab->ifaces[0].address.ip = 0x0a0001ff;, "10.0.1.255 is the broadcast address of its network") \
X(port_twice, strcpy(lab->ifaces[1].port, lab->ifaces[0].port);, \
	"GigabitEthernet1/0 is allocated to CTX1/inside already") \
X(port_shared, strcpy(lab->ifaces[2].port, lab->ifaces[0].port);, \
	"warning: GigabitEthernet1/0 is shared with CTX1/inside") \
X(one_network, set_address(&lab->ifaces[1].address, 0x0a000105, 0xffff0000, 0x0a000106);, \
	"outside is in the same network as CTX1/inside") \
X(address_twice, lab->ifaces[2].address = lab->ifaces[0].address;, \
	"10.0.1.1 is an address of CTX1/inside as well, on the same wire")
/* clang-format on */

SPOILS(SPOIL)

#define SPOIL_ROW(name, body, text) { name, text },
static const struct spoil spoils[] = { SPOILS(SPOIL_ROW) };

/* Each mistake alone is found, and nothing else with it. */
static void every_mistake_has_its_sentence(void **state)
{
	char text[256];

	(void)state;
	for (size_t i = 0; i < sizeof spoils / sizeof *spoils; i++) {
		struct lab *lab = good_lab();

		spoils[i].spoil(lab);
		if (lab_check(lab, problems, 8) != 1)
			fail_msg(
			    "not one problem, but another number, for: %s", spoils[i].expected);
		snprintf(text, sizeof text, "%s%s", problems[0].warning ? "warning: " : "",
		    problems[0].sentence);
		assert_string_equal(text, spoils[i].expected);
	}
}

/* What is unusual and right is left alone. */
static void good_labs_are_left_alone(void **state)
{
	struct lab *lab = good_lab();

	(void)state;
	set_state_link(lab, "folink", lab->failover.lan.port);
	memset(&lab->failover.link_ip, 0, sizeof lab->failover.link_ip);
	assert_true(lab_link_shared(lab));
	/* Subinterfaces beside their untagged parent; the same addresses on another wire. */
	strcpy(lab->ifaces[1].port, "GigabitEthernet1/0.10");
	strcpy(lab->ifaces[2].port, "GigabitEthernet1/0.20");
	lab->ifaces[2].address = lab->ifaces[1].address;
	assert_int_equal(lab_check(lab, problems, 8), 0);
	/* A network of two addresses has neither a network nor a broadcast address. */
	lab->ifaces[0].address = (struct address){ 0x0a000100, 0xfffffffe, 0x0a000101 };
	/* Nobody misses a standby address where nothing is monitored. */
	lab->ifaces[1].address.standby = 0;
	assert_false(lab_monitored(&lab->ifaces[1]));
	assert_int_equal(lab_check(lab, problems, 8), 0);
}

/* All problems are counted; of those that do not fit, warnings give way to errors. */
static void errors_have_the_right_of_way(void **state)
{
	struct lab *lab = good_lab();

	(void)state;
	for (int i = 0; i < 4; i++)
		lab->ifaces[i].attached = SWITCH_NONE;
	lab->ifaces[3].address.standby = lab->ifaces[3].address.ip;
	assert_int_equal(lab_check(lab, problems, 2), 5);
	assert_true(problems[0].warning);
	assert_false(problems[1].warning);
	assert_int_equal(lab_check(lab, NULL, 0), 5);
}

/* Tables are filled to the last row and then say no. */
static void tables_have_an_end(void **state)
{
	struct lab *lab = &the_lab;
	char name[2 * NAME_LEN];

	(void)state;
	lab_init(lab);
	for (int i = 1; i < CONTEXT_MAX; i++) {
		snprintf(name, sizeof name, "c%d", i);
		assert_int_equal(lab_add_context(lab, name), i);
		assert_int_equal(lab_find_context(lab, name), i);
	}
	assert_int_equal(lab_add_context(lab, "over"), -1);
	assert_int_equal(lab_find_context(lab, "over"), -1);
	for (int i = 0; i < IFACE_MAX; i++) {
		snprintf(name, sizeof name, "i%d", i);
		assert_int_equal(lab_add_iface(lab, 0, name), i);
		assert_int_equal(lab_find_iface(lab, 0, name), i);
	}
	assert_int_equal(lab_add_iface(lab, 0, "over"), -1);
	assert_int_equal(lab_find_iface(lab, 1, "i0"), -1);
	for (int i = 0; i < SWITCH_MAX; i++) {
		snprintf(name, sizeof name, "s%d", i);
		assert_int_equal(lab_add_switch(lab, name), i);
		assert_int_equal(lab_find_switch(lab, name), i);
	}
	assert_int_equal(lab_add_switch(lab, "over"), -1);
}

/* A name that is too long is cut, and nothing is written behind it. */
static void long_names_are_cut(void **state)
{
	struct lab *lab = &the_lab;
	char name[2 * NAME_LEN];

	(void)state;
	memset(name, 'n', sizeof name);
	name[sizeof name - 1] = '\0';
	lab_init(lab);
	lab_add_context(lab, name);
	lab_add_iface(lab, 1, name);
	assert_int_equal(strlen(lab->contexts[1].name), NAME_LEN - 1);
	assert_int_equal(strlen(lab->ifaces[0].name), NAMEIF_LEN - 1);
	assert_int_equal(lab->contexts[1].group, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_keep_to_their_range),
		cmocka_unit_test(choices_take_their_words),
		cmocka_unit_test(junk_is_refused_by_every_key),
		cmocka_unit_test(texts_keep_to_their_length),
		cmocka_unit_test(defaults_are_read_back),
		cmocka_unit_test(ports_have_one_spelling),
		cmocka_unit_test(addresses_are_read),
		cmocka_unit_test(clocks_take_days_that_exist),
		cmocka_unit_test(some_keys_take_words_beside_numbers),
		cmocka_unit_test(every_mistake_has_its_sentence),
		cmocka_unit_test(good_labs_are_left_alone),
		cmocka_unit_test(errors_have_the_right_of_way),
		cmocka_unit_test(tables_have_an_end),
		cmocka_unit_test(long_names_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
