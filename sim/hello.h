/* What units tell each other: hellos, state updates, LANTEST; and what silence means [section 4 of the facts]. */
#ifndef FAILSCOPE_SIM_HELLO_H
#define FAILSCOPE_SIM_HELLO_H

#include "sim/sim.h"

/* Sends a hello with the unit's picture of itself [G912]. */
void hello_send(struct sim *s, uint32_t u);

/* Timers: the hello's, the state update's, and the one that waits for the mate's silence. */
void hello_due(struct sim *s, uint32_t u);
void hello_update_due(struct sim *s, uint32_t u);
void hello_silence_due(struct sim *s, const struct event *e);

/* A message for the unit arrives. */
void hello_receive(struct sim *s, const struct event *e);

/* It looks at the carriers of the failover and state links. */
void hello_look_at_links(struct sim *s, uint32_t u);

#endif
