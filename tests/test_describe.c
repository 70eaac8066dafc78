/* Frames in sentences: what a picture shows can be read without it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/chaos.h"
#include "tests/pair.h"
#include "ui/why/describe.h"

enum { LIVES = 12 };

static char text[DESCRIBE_LEN];

static void expect_described(const char *expected)
{
	assert_string_equal(describe_frame(&pair, text, sizeof text), expected);
}

static void a_pair_at_rest_is_described(void **state)
{
	char title[DESCRIBE_TITLE_LEN];

	(void)state;
	pair_open("active-active.ini");
	expect_described("The lab has just opened. Group 1 is active on ASA1, group 2 on ASA2. On ASA1 group 2 is Standby "
			 "Ready. On ASA2 group 1 is Standby Ready. Nothing is broken.");
	assert_string_equal(describe_title(&pair, "x.ini", title, sizeof title),
	    "Active/Active: two units, two groups, each active on its own unit, T+0.000 s");
}

/* Who is gone, who asks, who believes what, what broke it, and what happened last. */
static void a_takeover_is_described(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	run_to(13600);
	expect_described("T+13.600 s. Group 1 is active on no unit, group 2 on ASA2. ASA1 is without power. On ASA2 group "
			 "1 is Standby Ready. ASA2 misses hellos and asks for its mate everywhere (LANTEST). Broken: power "
			 "ASA1. Last event, at 13.005 s: ASA2, three hellos missed: LANTEST on folink and 4 data "
			 "interfaces.");
	run_to(28000);
	expect_described("T+28.000 s. Groups 1 and 2 are active on ASA2. ASA1 is without power. ASA2 believes that its "
			 "mate is failed. Broken: power ASA1. Last event, at 25.205 s: ASA2, G1 Active Config Applied to "
			 "Active (HELLO not heard from mate).");
}

static void a_way_back_is_described(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault power primary");
	at(30000, "mend all");
	run_to(100000);
	describe_frame(&pair, text, sizeof text);
	assert_non_null(strstr(text, "On ASA1 groups 1 and 2 are in Sync Config. Nothing is broken."));
}

/* A split is told, and long lists are cut with their number. */
static void a_split_with_all_cables_cut_is_described(void **state)
{
	(void)state;
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(10000, "fault down SW-IN");
	at(10000, "fault down SW-OUT");
	at(10000, "fault delay statelink");
	at(10000, "fault licence ASA1");
	run_to(40000);
	describe_frame(&pair, text, sizeof text);
	assert_non_null(strstr(text, "Interfaces of ASA1: CTX1/inside is No Link, CTX1/outside is No Link, "));
	assert_non_null(strstr(text, " and 1 more. Last event"));
	pair_open("active-active.ini");
	at(10000, "fault carrier folink");
	at(10000, "fault blackhole ASA1:CTX1/inside");
	at(10000, "type ASA2 no failover");
	run_to(11000);
	describe_frame(&pair, text, sizeof text);
	assert_non_null(strstr(text, "On ASA2 failover is off."));
}

/* The present of the pair, in rooms of every size: one line of whole sentences, ended, and nothing beyond the room. */
static void expect_whole_sentences(void)
{
	static char part[DESCRIBE_LEN + 8];
	size_t length = strlen(describe_frame(&pair, text, sizeof text));

	assert_in_range(length, 60, sizeof text - 2);
	assert_null(strchr(text, '\n'));
	for (size_t size = 0; size <= length + 1; size += 7) {
		memset(part, '#', sizeof part);
		describe_frame(&pair, part, size);
		assert_int_equal(part[size], '#');
		if (size == 0)
			continue;
		assert_true(strlen(part) < size);
		assert_memory_equal(part, text, strlen(part));
		assert_true(*part == '\0' || part[strlen(part) - 1] == '.');
	}
}

static void whatever_happens_no_sentence_is_cut(void **state)
{
	static struct chaos life;
	char reply[256];

	(void)state;
	for (uint32_t seed = 1; seed <= LIVES; seed++) {
		assert_true(chaos_draw(&life, seed));
		pair_open_lab(&life.lab);
		for (uint32_t n = 0; n < life.count; n++) {
			run_to(life.commands[n].at_ms);
			history_command(&pair, &life.commands[n].command, reply, sizeof reply);
			expect_whole_sentences();
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pair_at_rest_is_described),
		cmocka_unit_test(a_takeover_is_described),
		cmocka_unit_test(a_way_back_is_described),
		cmocka_unit_test(a_split_with_all_cables_cut_is_described),
		cmocka_unit_test(whatever_happens_no_sentence_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
