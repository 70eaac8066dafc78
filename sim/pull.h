/* Pulling configuration and state from the active unit, part by part [section 6, section 8 of the facts]. */
#ifndef FAILSCOPE_SIM_PULL_H
#define FAILSCOPE_SIM_PULL_H

#include "sim/sim.h"

/* It is time to ask for the next part, or all have come. */
void pull_due(struct sim *s, const struct event *e);

/* The mate asks for a part; a part that was asked for arrives. */
void pull_answer(struct sim *s, uint32_t u, const struct event *e);
void pull_arrives(struct sim *s, uint32_t u, const struct event *e);

#endif
