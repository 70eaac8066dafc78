/* Some hundred random lives in each run of the tests; `fuzz_sim` lives as many as one likes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "tests/chaos.h"

enum { SEEDS = 200 };

static struct chaos life;

static void what_must_hold_holds_in_every_life(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		if (!chaos_draw(&life, seed))
			fail_msg("seed %u: %s", (unsigned)seed, life.sentence);
		if (chaos_live(&life))
			continue;
		chaos_shrink(&life);
		chaos_print(&life, stderr);
		fail_msg("seed %u: %s", (unsigned)seed, life.sentence);
	}
}

/* The same seed is the same life. */
static void a_seed_is_enough(void **state)
{
	static struct chaos again;

	(void)state;
	assert_true(chaos_draw(&life, 4711));
	assert_true(chaos_draw(&again, 4711));
	assert_string_equal(life.text, again.text);
	assert_int_equal(life.count, again.count);
	assert_true(chaos_live(&life));
	assert_true(chaos_live(&again));
	assert_int_equal(life.events, again.events);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_must_hold_holds_in_every_life),
		cmocka_unit_test(a_seed_is_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
