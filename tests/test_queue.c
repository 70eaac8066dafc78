/* The queue: soonest first, equals in the order of posting; and no lab that is allowed fills it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sim/queue.h"
#include "tests/invariants.h"
#include "tests/pair.h"

static struct queue queue;

static uint32_t post(uint32_t at_ms, uint16_t what)
{
	return queue_post(&queue, (struct event){ .at_ms = at_ms, .what = what });
}

static void an_empty_queue_has_nothing(void **state)
{
	(void)state;
	queue_init(&queue);
	assert_null(queue_top(&queue));
	assert_int_equal(queue.rounds[queue_round_next(&queue)].at_ms, NEVER_MS);
	assert_false(queue_waits(&queue, 1));
}

static void events_come_soonest_first_and_equals_as_posted(void **state)
{
	uint32_t random = 7, had_ms = 0, had_seq = 0;

	(void)state;
	queue_init(&queue);
	for (uint16_t n = 0; n < QUEUE_MAX; n++) {
		random = random * 1664525u + 1013904223u;
		assert_int_equal(post(random >> 28, n), n + 1u);
	}
	while (queue_top(&queue)) {
		struct event top = *queue_top(&queue), e = queue_take(&queue);

		assert_memory_equal(&top, &e, sizeof e);
		assert_true(e.at_ms > had_ms || (e.at_ms == had_ms && e.seq > had_seq));
		assert_int_equal(e.what, e.seq - 1);
		had_ms = e.at_ms;
		had_seq = e.seq;
	}
	assert_int_equal(queue.count, 0);
}

/* Behind the last event every byte is zero: equal queues have equal bytes. */
static void what_was_taken_leaves_no_trace(void **state)
{
	static const struct event nothing;

	(void)state;
	queue_init(&queue);
	for (uint16_t n = 0; n < 40; n++)
		post(100u - n, n);
	for (uint32_t n = 0; n < 30; n++)
		queue_take(&queue);
	for (uint32_t i = 10; i < 40; i++)
		assert_memory_equal(&queue.heap[i], &nothing, sizeof nothing);
}

static void what_waits_is_known_by_its_seq(void **state)
{
	uint32_t seq;

	(void)state;
	queue_init(&queue);
	post(10, 0);
	seq = post(5, 1);
	assert_true(queue_waits(&queue, seq));
	queue_take(&queue);
	assert_false(queue_waits(&queue, seq));
}

static void the_soonest_round_is_next_and_equals_as_started(void **state)
{
	(void)state;
	queue_init(&queue);
	queue_round(&queue, 3, 50, 1);
	queue_round(&queue, 6, 20, 2);
	queue_round(&queue, 1, 20, 3);
	assert_int_equal(queue_round_next(&queue), 6);
	queue_round_stop(&queue, 6);
	assert_int_equal(queue_round_next(&queue), 1);
	queue_round(&queue, 1, 60, 4);
	assert_int_equal(queue_round_next(&queue), 3);
}

/* --- the fullest lab --------------------------------------------------------------------------------------- */

/* As many interfaces as there can be, the quickest hellos, the slowest wires. */
static void make_fullest(struct lab *lab)
{
	int c[2];

	lab_init(lab);
	lab->failover.polltime = 200;
	lab->failover.holdtime = 45000;
	lab->timing.link_delay = lab->timing.data_delay = 250;
	snprintf(lab->failover.link.name, NAME_LEN, "%s", lab->failover.lan.name);
	c[0] = lab_add_context(lab, "C1");
	c[1] = lab_add_context(lab, "C2");
	lab->contexts[c[0]].group = 1;
	lab->contexts[c[1]].group = 2;
	lab_add_switch(lab, "SW");
	for (uint32_t n = 0; n < IFACE_MAX; n++) {
		char name[NAMEIF_LEN];
		struct interface_conf *conf;

		snprintf(name, sizeof name, "i%u", (unsigned)n);
		conf = &lab->ifaces[lab_add_iface(lab, (uint32_t)c[n % 2], name)];
		snprintf(conf->port, PORT_LEN, "Port%u", (unsigned)n);
		conf->address = (struct address){ 0x0a000001u + (n << 8), 0xffffff00u, 0x0a000002u + (n << 8) };
		conf->attached = 1;
		conf->monitor = 1;
	}
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		lab->group[g].polltime = 500;
		lab->group[g].holdtime = 5000;
	}
}

/* Silence on the failover link makes both ask on every interface at each poll; silent switches make both test each. */
static void the_fullest_lab_does_not_fill_it(void **state)
{
	static struct lab lab;
	uint32_t most = 0;

	(void)state;
	make_fullest(&lab);
	pair_open_lab(&lab);
	at(1000, "fault blackhole folink");
	for (uint32_t ms = 1000; ms < 12000; ms += 5) {
		run_to(ms);
		most = pair.now.queue.count > most ? pair.now.queue.count : most;
	}
	at(12000, "fault down SW");
	at(14000, "mend all");
	for (uint32_t ms = 14000; ms < 20000; ms += 5) {
		run_to(ms);
		most = pair.now.queue.count > most ? pair.now.queue.count : most;
	}
	assert_true(most > 4 * IFACE_MAX);
	assert_true(most < QUEUE_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_queue_has_nothing),
		cmocka_unit_test(events_come_soonest_first_and_equals_as_posted),
		cmocka_unit_test(what_was_taken_leaves_no_trace),
		cmocka_unit_test(what_waits_is_known_by_its_seq),
		cmocka_unit_test(the_soonest_round_is_next_and_equals_as_started),
		cmocka_unit_test(the_fullest_lab_does_not_fill_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
