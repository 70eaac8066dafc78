/* The heap and the rounds; see queue.h for the idea. */
#include "sim/queue.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* The order of things as one number: the time, then the order of posting. */
static uint64_t rank(uint32_t at_ms, uint32_t seq)
{
	return (uint64_t)at_ms << 32 | seq;
}

/* Does `a` come before `b`: sooner, or posted earlier? */
static bool sooner(const struct event *a, const struct event *b)
{
	return rank(a->at_ms, a->seq) < rank(b->at_ms, b->seq);
}

void queue_init(struct queue *q)
{
	memset(q, 0, offsetof(struct queue, heap));
	for (uint32_t i = 0; i < ROUND_COUNT; i++)
		q->rounds[i].at_ms = NEVER_MS;
}

uint32_t queue_post(struct queue *q, struct event e)
{
	uint32_t hole = q->count;

	assert(q->count < QUEUE_MAX);
	e.seq = ++q->seq;
	while (hole > 0 && sooner(&e, &q->heap[(hole - 1) / 2])) {
		q->heap[hole] = q->heap[(hole - 1) / 2];
		hole = (hole - 1) / 2;
	}
	q->heap[hole] = e;
	q->count++;
	return e.seq;
}

const struct event *queue_top(const struct queue *q)
{
	return q->count > 0 ? &q->heap[0] : NULL;
}

struct event queue_take(struct queue *q)
{
	struct event first = q->heap[0], last;
	uint32_t hole = 0, child;

	assert(q->count > 0);
	last = q->heap[--q->count];
	memset(&q->heap[q->count], 0, sizeof last);
	if (q->count == 0)
		return first;
	while ((child = 2 * hole + 1) < q->count) {
		if (child + 1 < q->count && sooner(&q->heap[child + 1], &q->heap[child]))
			child++;
		if (!sooner(&q->heap[child], &last))
			break;
		q->heap[hole] = q->heap[child];
		hole = child;
	}
	q->heap[hole] = last;
	return first;
}

bool queue_waits(const struct queue *q, uint32_t seq)
{
	for (uint32_t i = 0; i < q->count; i++)
		if (q->heap[i].seq == seq)
			return true;
	return false;
}

/* Looks which round is due next: after each change of a time. */
static void find_soonest(struct queue *q)
{
	uint32_t best = 0, at_ms = q->rounds[0].at_ms;

	for (uint32_t i = 1; i < ROUND_COUNT; i++) {
		if (q->rounds[i].at_ms > at_ms)
			continue;
		if (q->rounds[i].at_ms == at_ms && q->rounds[i].seq > q->rounds[best].seq)
			continue;
		best = i;
		at_ms = q->rounds[i].at_ms;
	}
	q->soonest = best;
}

void queue_round(struct queue *q, uint32_t index, uint32_t at_ms, uint32_t cause)
{
	assert(index < ROUND_COUNT);
	q->rounds[index].at_ms = at_ms;
	q->rounds[index].seq = ++q->seq;
	q->rounds[index].cause = cause;
	q->rounds[index].next = 0;
	find_soonest(q);
}

void queue_round_stop(struct queue *q, uint32_t index)
{
	assert(index < ROUND_COUNT);
	q->rounds[index].at_ms = NEVER_MS;
	find_soonest(q);
}

uint32_t queue_round_next(const struct queue *q)
{
	return q->soonest;
}
