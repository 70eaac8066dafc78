/* What will happen, soonest first; at the same instant, in the order of posting.
 *
 * Two kinds of things wait.  What comes once, a timer or a message, is an event in a binary heap.  What comes round
 * for ever, the interface hellos of a unit's group, is a round: one time for all of its members, and a cursor that
 * walks them; so a hello costs the same with 4 interfaces and with 1025, and a quiet pair keeps an almost empty
 * heap. */
#ifndef FAILSCOPE_SIM_QUEUE_H
#define FAILSCOPE_SIM_QUEUE_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/limits.h"

enum { ROUND_COUNT = 8, NEVER_MS = 0x7fffffff };

struct event {
	uint32_t at_ms;
	uint32_t seq;   /* order of posting; also names the event */
	uint32_t cause; /* trace id */
	uint16_t what;  /* interface, mail or group, by kind */
	uint8_t kind;   /* enum event_kind */
	uint8_t unit;   /* whom it happens to; for a message, the receiver */
	uint8_t message, wire; /* for a message: enum message, enum wire */
	uint8_t a, b;
};

/* The hellos of one unit's group: going out, or coming in from the mate. */
struct round {
	uint32_t at_ms; /* NEVER_MS: not running */
	uint32_t seq;
	uint32_t cause;
	uint16_t next; /* member that is served next */
	uint8_t unit, group;
	uint8_t arriving; /* comes in */
	uint8_t spare[3];
};

struct queue {
	uint32_t seq; /* of the newest event or round */
	uint32_t count;
	uint32_t soonest; /* the round that is due next */
	struct round rounds[ROUND_COUNT];
	struct event heap[QUEUE_MAX]; /* only the first `count` are used */
};

void queue_init(struct queue *q);

/* Posts an event; returns its seq, which is never 0. The queue must not be full. */
uint32_t queue_post(struct queue *q, struct event e);

/* The soonest event in the heap, or NULL. */
const struct event *queue_top(const struct queue *q);

/* Takes the soonest event off. The heap must not be empty. */
struct event queue_take(struct queue *q);

/* Is the event of that seq still to come? Linear: for asserts and pictures only. */
bool queue_waits(const struct queue *q, uint32_t seq);

/* Starts a round at a time; stops one. The only writers of a round's time. */
void queue_round(struct queue *q, uint32_t index, uint32_t at_ms, uint32_t cause);
void queue_round_stop(struct queue *q, uint32_t index);

/* The round that is due soonest; its at_ms is NEVER_MS where none is running. */
uint32_t queue_round_next(const struct queue *q);

#endif
