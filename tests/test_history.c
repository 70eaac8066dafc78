/* Time, back and forth: wherever one has been, the same instant has the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/words.h"
#include "tests/chaos.h"
#include "tests/pair.h"

enum { SEEDS = 200, COMMANDS = 8, MARK_MAX = 24, JUMPS = 16, PACK_MAX = 1 << 17, HOUR_MS = 3600 * 1000 };

/* An instant of the straight run: what must be found there again. */
struct mark {
	bool by_step;
	uint32_t step, at_ms;
	uint64_t hash;
	size_t size;
	uint8_t bytes[PACK_MAX];
};

static struct sim straight;
static struct history jumping;
static struct chaos life;
static struct mark marks[MARK_MAX];
static uint32_t mark_count, random_state;
static uint8_t pool[8 << 20], small_pool[2 * sizeof(struct sim)];

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)random_state * n) >> 32);
}

/* --- the straight run -------------------------------------------------------------------------------------- */

static void set_mark(bool by_step)
{
	struct mark *m = &marks[mark_count];

	if (mark_count == MARK_MAX)
		return;
	mark_count++;
	*m = (struct mark){ .by_step = by_step, .step = straight.step, .at_ms = straight.now_ms,
		.hash = sim_hash(&straight), .size = sim_pack_size(&straight) };
	assert_true(m->size <= PACK_MAX);
	assert_int_equal(sim_pack(&straight, m->bytes), m->size);
}

/* Runs to a time, and marks it; on the way it marks a step now and then. */
static void go_straight(uint32_t at_ms, uint32_t *next_step)
{
	while (!sim_run(&straight, at_ms, *next_step) || straight.step == *next_step) {
		if (straight.step < *next_step)
			continue;
		set_mark(true);
		*next_step = straight.step + 1 + random_below(3000);
	}
}

static void do_straight(const struct command *c, uint32_t *next_step)
{
	char reply[256];

	sim_command(&straight, c, reply, sizeof reply);
	if (straight.step != *next_step)
		return;
	set_mark(true);
	*next_step = straight.step + 1 + random_below(3000);
}

/* The whole life without a look back. */
static void live_straight(void)
{
	uint32_t next_step, last_ms;

	mark_count = 0;
	sim_init(&straight, &life.lab);
	last_ms = straight.open_ms;
	next_step = straight.step + 1 + random_below(500);
	for (uint32_t n = 0; n < life.count; n++) {
		uint32_t at_ms = straight.open_ms + life.commands[n].at_ms;

		if (at_ms > last_ms + 1) {
			go_straight(last_ms + 1 + random_below(at_ms - last_ms - 1), &next_step);
			set_mark(false);
		}
		go_straight(at_ms, &next_step);
		do_straight(&life.commands[n].command, &next_step);
		last_ms = at_ms;
	}
	go_straight(last_ms + 100000, &next_step);
	set_mark(false);
}

/* --- the run that jumps ------------------------------------------------------------------------------------ */

static void expect_mark(const struct mark *m)
{
	static uint8_t bytes[PACK_MAX];

	assert_int_equal(jumping.now.step, m->step);
	assert_int_equal(jumping.now.now_ms, m->at_ms);
	assert_int_equal(sim_hash(&jumping.now), m->hash);
	assert_int_equal(sim_pack_size(&jumping.now), m->size);
	sim_pack(&jumping.now, bytes);
	assert_memory_equal(bytes, m->bytes, m->size);
}

static void go_to_mark(const struct mark *m)
{
	if (m->by_step)
		history_go_step(&jumping, m->step);
	else
		history_go_ms(&jumping, m->at_ms);
	expect_mark(m);
}

/* A few steps of any kind, to come from elsewhere. */
static void stroll(void)
{
	uint32_t steps = random_below(6);

	switch (random_below(5)) {
	case 0:
		history_last_notable(&jumping);
		break;
	case 1:
		history_next_notable(&jumping, 60000);
		break;
	case 2:
		history_go_ms(&jumping, jumping.now.now_ms + random_below(2000));
		break;
	case 3:
		history_go_step(&jumping, jumping.now.step > steps ? jumping.now.step - steps : 0);
		break;
	default:
		while (steps-- > 0)
			history_step(&jumping);
	}
}

static void live_with_history(void *memory, size_t size)
{
	char reply[256];

	history_open(&jumping, &life.lab, memory, size);
	for (uint32_t n = 0; n < life.count; n++) {
		history_go_ms(&jumping, jumping.now.open_ms + life.commands[n].at_ms);
		history_command(&jumping, &life.commands[n].command, reply, sizeof reply);
	}
}

/* Jumps to and fro between marks. */
static void jump_about(uint32_t jumps)
{
	const struct mark *last = &marks[mark_count - 1];

	go_to_mark(last);
	for (uint32_t n = 0; n < jumps; n++) {
		stroll();
		go_to_mark(&marks[random_below(mark_count)]);
	}
}

static void any_jump_gives_the_bytes_of_the_straight_run(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		random_state = seed;
		assert_true(chaos_draw(&life, seed));
		if (life.count > COMMANDS)
			life.count = COMMANDS;
		live_straight();
		live_with_history(pool, sizeof pool);
		jump_about(JUMPS);
		assert_int_equal(jumping.branch_count, 1);
	}
}

/* A pool for a few keyframes only: they are thinned out, again and again, and still lead everywhere. */
static void few_keyframes_lead_everywhere_too(void **state)
{
	uint32_t next_step = 0;

	(void)state;
	random_state = 1;
	assert_true(chaos_draw(&life, 2));
	life.count = 0;
	mark_count = 0;
	sim_init(&straight, &life.lab);
	for (uint32_t n = 1; n <= 16; n++) {
		next_step = UINT32_MAX;
		go_straight(straight.open_ms + n * HOUR_MS, &next_step);
		set_mark(false);
	}
	live_with_history(small_pool, sizeof small_pool);
	go_to_mark(&marks[mark_count - 1]);
	assert_true(jumping.interval > 4096);
	assert_true(jumping.keyframe_count > 1);
	jump_about(12);
}

/* Rounds of healthy hellos are walked in one go where nobody looks; the result is that of single events. */
static void a_run_in_one_go_is_the_run_of_its_events(void **state)
{
	static struct sim single;

	(void)state;
	for (uint32_t seed = 1; seed <= 20; seed++) {
		uint32_t until_ms;

		assert_true(chaos_draw(&life, seed));
		sim_init(&straight, &life.lab);
		sim_init(&single, &life.lab);
		until_ms = straight.open_ms + 20000 + 777 * seed;
		while (!sim_run(&straight, until_ms, UINT32_MAX))
			;
		while (sim_next_ms(&single) <= until_ms)
			sim_step(&single);
		sim_run(&single, until_ms, UINT32_MAX);
		assert_int_equal(single.step, straight.step);
		assert_int_equal(sim_hash(&single), sim_hash(&straight));
	}
}

/* --- places ------------------------------------------------------------------------------------------------ */

static void open_page(void)
{
	pair_open("active-active.ini");
	history_open(&jumping, &pair.now.lab, pool, sizeof pool);
}

static bool do_line(const char *text)
{
	struct command c = { .kind = COMMAND_TYPE, .unit = PRIMARY };
	char reply[256];

	snprintf(c.line, sizeof c.line, "%s", text);
	return history_command(&jumping, &c, reply, sizeof reply);
}

static void nothing_is_before_the_opening(void **state)
{
	uint32_t step;

	(void)state;
	open_page();
	step = jumping.now.step;
	history_go_ms(&jumping, 0);
	assert_int_equal(jumping.now.now_ms, jumping.now.open_ms);
	history_go_step(&jumping, 0);
	assert_int_equal(jumping.now.step, step);
	assert_false(history_last_notable(&jumping));
}

/* Forth by events, back by steps: each instant is met again. */
static void events_are_met_again_on_the_way_back(void **state)
{
	uint64_t hashes[200];
	uint32_t first;

	(void)state;
	open_page();
	do_line("no failover active group 1");
	first = jumping.now.step;
	for (uint32_t n = 0; n < 200; n++) {
		hashes[n] = sim_hash(&jumping.now);
		assert_true(history_step(&jumping));
		assert_int_equal(jumping.now.step, first + n + 1);
	}
	for (uint32_t n = 200; n > 0; n--) {
		history_go_step(&jumping, first + n - 1);
		assert_int_equal(sim_hash(&jumping.now), hashes[n - 1]);
	}
}

static void notable_steps_are_the_same_both_ways(void **state)
{
	uint32_t steps[24];

	(void)state;
	open_page();
	do_line("no failover active group 1");
	for (uint32_t n = 0; n < 6; n++) {
		steps[n] = jumping.now.step;
		assert_true(history_next_notable(&jumping, 60000));
		assert_true(jumping.now.step > steps[n]);
	}
	for (uint32_t n = 6; n > 0; n--) {
		assert_true(history_last_notable(&jumping));
		assert_int_equal(jumping.now.step, steps[n - 1]);
	}
}

/* Where nothing comes, it stays where it is, and says so. */
static void without_news_there_is_no_next_notable_step(void **state)
{
	uint64_t hash;

	(void)state;
	open_page();
	history_go_ms(&jumping, jumping.now.open_ms + 10123);
	hash = sim_hash(&jumping.now);
	assert_false(history_next_notable(&jumping, 600000));
	assert_int_equal(sim_hash(&jumping.now), hash);
}

/* --- the trace --------------------------------------------------------------------------------------------- */

static void every_cause_of_an_entry_is_known(void **state)
{
	(void)state;
	open_page();
	do_line("no failover active");
	history_go_ms(&jumping, jumping.now.open_ms + 60000);
	for (uint32_t id = 1; id <= jumping.now.trace_id; id++) {
		const struct entry *e = history_entry(&jumping, id);

		assert_non_null(e);
		assert_int_equal(e->id, id);
		for (uint32_t c = 0; c < CAUSE_MAX && e->cause[c] != 0; c++)
			assert_non_null(history_entry(&jumping, e->cause[c]));
	}
	assert_null(history_entry(&jumping, 0));
	assert_null(history_entry(&jumping, jumping.now.trace_id + 1));
}

/* Going back forgets nothing of what lies ahead; a command there does. */
static void what_lies_ahead_is_known_until_it_changes(void **state)
{
	uint32_t last, first_ahead;

	(void)state;
	open_page();
	history_go_ms(&jumping, jumping.now.open_ms + 10000);
	do_line("no failover active group 1");
	history_go_ms(&jumping, jumping.now.open_ms + 20000);
	last = jumping.now.trace_id;
	history_go_ms(&jumping, jumping.now.open_ms + 5000);
	assert_true(jumping.now.trace_id < last);
	assert_non_null(history_entry(&jumping, last));
	first_ahead = history_first_at(&jumping, jumping.now.open_ms + 10000);
	assert_int_equal(history_entry(&jumping, first_ahead)->at_ms, jumping.now.open_ms + 10000);
	assert_int_equal(history_end_ms(&jumping), jumping.now.open_ms + 20000);
	do_line("no failover active group 2");
	assert_null(history_entry(&jumping, last));
}

/* --- branches ---------------------------------------------------------------------------------------------- */

/* The past is changed: what was done later belongs to the old branch, which is kept. */
static void a_command_in_the_past_begins_a_branch(void **state)
{
	uint64_t old_end, new_end;

	(void)state;
	open_page();
	history_go_ms(&jumping, jumping.now.open_ms + 30000);
	assert_true(do_line("no failover active group 1"));
	history_go_ms(&jumping, jumping.now.open_ms + 60000);
	old_end = sim_hash(&jumping.now);
	assert_int_equal(jumping.branch_count, 1);

	history_go_ms(&jumping, jumping.now.open_ms + 10000);
	assert_true(do_line("failover active group 2"));
	assert_int_equal(jumping.branch_count, 2);
	assert_string_equal(jumping.branches[jumping.branch].name, "branch 1");
	history_go_ms(&jumping, jumping.now.open_ms + 60000);
	new_end = sim_hash(&jumping.now);
	assert_int_equal(jumping.now.unit[SECONDARY].machine[1].state, STATE_STANDBY_READY);
	assert_int_equal(jumping.now.unit[PRIMARY].machine[2].state, STATE_ACTIVE);

	history_branch(&jumping, 0);
	assert_int_equal(sim_hash(&jumping.now), old_end);
	assert_int_equal(jumping.now.unit[SECONDARY].machine[1].state, STATE_ACTIVE);
	history_branch(&jumping, 1);
	assert_int_equal(sim_hash(&jumping.now), new_end);
}

/* The new branch is as if nothing else had ever been. */
static void a_branch_is_the_straight_run_of_its_commands(void **state)
{
	char reply[256];

	(void)state;
	for (uint32_t seed = 1; seed <= 40; seed++) {
		struct command other = { .kind = COMMAND_TYPE, .unit = SECONDARY, .line = "failover active" };
		uint32_t kept, at_ms;

		random_state = seed;
		assert_true(chaos_draw(&life, seed));
		life.count = life.count > COMMANDS ? COMMANDS : life.count;
		live_with_history(pool, sizeof pool);
		history_go_ms(&jumping, jumping.now.now_ms + 50000);
		kept = random_below(life.count);
		at_ms = life.commands[kept].at_ms;
		history_go_ms(&jumping, jumping.now.open_ms + at_ms);
		history_command(&jumping, &other, reply, sizeof reply);
		assert_int_equal(jumping.branch_count, 2);
		/* Commands of the same instant were given before it. */
		while (kept + 1 < life.count && life.commands[kept + 1].at_ms == at_ms)
			kept++;
		life.count = kept + 1;
		life.commands[life.count++] = (struct chaos_command){ at_ms, other };
		live_straight();
		jump_about(4);
	}
}

static void there_may_be_more_branches_than_places(void **state)
{
	uint64_t old_end;

	(void)state;
	open_page();
	history_go_ms(&jumping, jumping.now.open_ms + 60000);
	old_end = sim_hash(&jumping.now);
	for (uint32_t n = 0; n < 3 * BRANCH_MAX; n++) {
		history_go_ms(&jumping, jumping.now.open_ms + 30000 - n * 100);
		do_line("failover active");
		history_go_ms(&jumping, jumping.now.open_ms + 60000);
		assert_true(jumping.branch_count <= BRANCH_MAX);
	}
	history_branch(&jumping, 0);
	assert_int_equal(sim_hash(&jumping.now), old_end);
	for (uint32_t b = 0; b < jumping.branch_count; b++) {
		history_branch(&jumping, b);
		assert_int_equal(jumping.now.now_ms, jumping.now.open_ms + 60000);
	}
}

static void a_full_journal_takes_no_more(void **state)
{
	struct command c = { .kind = COMMAND_MEND_ALL };
	char reply[256];

	(void)state;
	open_page();
	for (uint32_t n = 0; n < JOURNAL_MAX; n++) {
		assert_false(history_command(&jumping, &c, reply, sizeof reply));
		assert_string_equal(reply, "there is nothing to mend");
	}
	assert_false(history_command(&jumping, &c, reply, sizeof reply));
	assert_non_null(strstr(reply, "journal is full"));
	history_go_ms(&jumping, jumping.now.open_ms + 10000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_jump_gives_the_bytes_of_the_straight_run),
		cmocka_unit_test(few_keyframes_lead_everywhere_too),
		cmocka_unit_test(a_run_in_one_go_is_the_run_of_its_events),
		cmocka_unit_test(nothing_is_before_the_opening),
		cmocka_unit_test(events_are_met_again_on_the_way_back),
		cmocka_unit_test(notable_steps_are_the_same_both_ways),
		cmocka_unit_test(without_news_there_is_no_next_notable_step),
		cmocka_unit_test(every_cause_of_an_entry_is_known),
		cmocka_unit_test(what_lies_ahead_is_known_until_it_changes),
		cmocka_unit_test(a_command_in_the_past_begins_a_branch),
		cmocka_unit_test(a_branch_is_the_straight_run_of_its_commands),
		cmocka_unit_test(there_may_be_more_branches_than_places),
		cmocka_unit_test(a_full_journal_takes_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
