/* What the users of a context notice: is it served, by whom, and which connections lived through a move.
 *
 * The world's view, for people who watch; no unit knows of it and no rule of a unit reads it. */
#ifndef FAILSCOPE_SIM_SERVICE_H
#define FAILSCOPE_SIM_SERVICE_H

#include "sim/sim.h"

/* Everybody is connected and nothing was ever lost: where a settled lab opens. */
void service_open(struct sim *s);

/* Works out again who serves what; at the end of a step that changed a state or a path. */
void service_refresh(struct sim *s);

/* Every connection of the group's contexts on the unit is lost at once. */
void service_drop(struct sim *s, uint32_t unit, uint32_t group, uint32_t cause);

/* Connections of a context now; its outage so far, in milliseconds. */
uint32_t service_connections(const struct sim *s, uint32_t context);
uint32_t service_outage_ms(const struct sim *s, uint32_t context);

/* Is the context passing traffic on that unit: active there, with all of its interfaces? */
bool service_on(const struct sim *s, uint32_t context, uint32_t unit);

#endif
