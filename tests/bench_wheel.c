/* A bare timing wheel: what hellos cost where there is no model at all.
 *
 * A slot a millisecond, in each slot a list of what is due then, first posted first served, the
 * links in the events themselves.  Each hello is an event that is sent, which posts itself again a
 * period later and its arrival a delay later, and the event that arrives, which notes the time. */
#include "tests/bench_wheel.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "sim/limits.h"

enum { SLOTS = 16384 }; /* more than the longest period */

struct timer {
	struct timer *next;
	uint16_t iface;
	uint8_t unit, arrives;
};

struct slot {
	struct timer *first, **last;
};

static struct slot slots[SLOTS];
static struct timer timers[IFACE_MAX][UNIT_COUNT][2];
static uint32_t heard_ms[IFACE_MAX][UNIT_COUNT];
static uint32_t now_ms, every_ms, way_ms;

/* Puts a timer at the end of the list of its time. */
static void post(struct timer *t, uint32_t at_ms)
{
	struct slot *s = &slots[at_ms % SLOTS];

	t->next = NULL;
	*s->last = t;
	s->last = &t->next;
}

void wheel_start(uint32_t ifaces, uint32_t period_ms, uint32_t delay_ms)
{
	assert(ifaces <= IFACE_MAX);
	assert(period_ms < SLOTS);
	assert(delay_ms > 0);
	memset(heard_ms, 0, sizeof heard_ms);
	for (uint32_t i = 0; i < SLOTS; i++)
		slots[i] = (struct slot){ NULL, &slots[i].first };
	now_ms = 0;
	every_ms = period_ms;
	way_ms = delay_ms;
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		for (uint32_t i = 0; i < ifaces; i++) {
			for (uint8_t arrives = 0; arrives < 2; arrives++)
				timers[i][u][arrives] =
				    (struct timer){ NULL, (uint16_t)i, (uint8_t)u, arrives };
			post(&timers[i][u][0], u * period_ms / 2);
		}
}

/* One event. */
static void serve(struct timer *t)
{
	if (t->arrives) {
		heard_ms[t->iface][1 - t->unit] = now_ms;
		return;
	}
	post(&timers[t->iface][t->unit][1], now_ms + way_ms);
	post(t, now_ms + every_ms);
}

uint64_t wheel_run(uint64_t events)
{
	uint64_t count = 0;

	for (; count < events; now_ms++) {
		struct slot *s = &slots[now_ms % SLOTS];
		struct timer *t = s->first;

		*s = (struct slot){ NULL, &s->first };
		while (t) {
			struct timer *next = t->next;

			serve(t);
			t = next;
			count++;
		}
	}
	return count;
}

uint32_t wheel_heard_ms(uint32_t iface, uint32_t unit)
{
	return heard_ms[iface][unit];
}
