/* What must hold whatever happens to a pair; looked at after every event.
 *
 * An observer stands beside the run and remembers what it needs: since when both units are active for a group, since
 * when nobody is though somebody could, the hellos that were sent.  It knows the world and both units, which no unit
 * does. */
#ifndef FAILSCOPE_TESTS_INVARIANTS_H
#define FAILSCOPE_TESTS_INVARIANTS_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/sim.h"

enum { SENT_MAX = 256, SENTENCE_LEN = 240 };

/* A hello that was sent. */
struct sent {
	uint32_t number;
	struct picture picture;
};

struct observer {
	uint32_t now_ms, trace_id;
	uint32_t first_step;             /* that left the clock where it is */
	uint32_t hello_count;            /* newest hello that was noted */
	uint32_t heard[UNIT_COUNT];      /* number of the hello that each unit believes */
	uint8_t state[UNIT_COUNT][GROUP_COUNT];
	uint8_t run[UNIT_COUNT], part[UNIT_COUNT]; /* runs; takes part in failover */
	uint8_t paths;                   /* does the failover link pass, and lose and delay nothing: bit by sender */
	/* Since when something is so that must not last; NEVER_MS: it is not so. */
	uint32_t both_ms[GROUP_COUNT];   /* both are active, and hear each other */
	uint32_t nobody_ms[GROUP_COUNT]; /* nobody is, though somebody could be */
	uint32_t sick_ms[GROUP_COUNT];   /* the active one has failed interfaces, and its mate is healthier */
	uint32_t deaf_ms[UNIT_COUNT];    /* the unit could hear its mate, and does not know it */
	uint32_t sure_ms[UNIT_COUNT];    /* the unit cannot, and does not know it */
	struct failover_conf slowest;    /* the longest times that either unit was told so far, */
	struct group_conf slowest_group; /* and of either group */
	uint32_t joins_ms[UNIT_COUNT][GROUP_COUNT]; /* it pulls configuration or state, and nothing is in the way */
	struct sent sent[SENT_MAX];
	char sentence[SENTENCE_LEN];     /* what does not hold */
};

/* Begins to look at a run. */
void observer_init(struct observer *o, const struct sim *s);

/* Looks at what an event, or a command, has left. Returns false, with a sentence, where something does not hold. */
bool observer_look(struct observer *o, const struct sim *s);

/* How long after the last mending a pair may take to settle. */
uint32_t settle_bound_ms(const struct observer *o, const struct sim *s);

/* Is the pair as it must be when it has had that time, and nothing is broken: settled, each group active on one unit
 * and ready on the other, both of one mind; and at home where it preempts, unless somebody typed? */
bool observer_at_rest(struct observer *o, const struct sim *s, bool typed);

#endif
