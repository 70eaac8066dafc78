/* A unit's life and what it hears of its mate: boot, hellos, silence, LANTEST. */
#ifndef FAILSCOPE_SIM_UNIT_H
#define FAILSCOPE_SIM_UNIT_H

#include "sim/sim.h"

/* Power or a reload: the unit boots for its `boot` time. `cause` is a trace id, as everywhere. */
void unit_boot(struct sim *s, uint32_t u, uint32_t cause);

/* The unit is gone: RUN_OFF, RUN_CRASHED or RUN_HUNG. All that it knew is lost. */
void unit_stop(struct sim *s, uint32_t u, enum run run, uint32_t cause);

/* Something about the unit itself changed that it will notice: a module, its software, mode, licence or chassis. */
void unit_changed(struct sim *s, uint32_t u, uint32_t cause);

/* It looks at its service module. */
void unit_module_due(struct sim *s, uint32_t u, uint32_t cause);

/* failover and no failover, typed at the unit or, for off, because the mate does not fit. */
void unit_failover_on(struct sim *s, uint32_t u, uint32_t cause);
void unit_failover_off(struct sim *s, uint32_t u, enum reason reason, uint32_t cause);

/* Its software runs: failover starts, group 0 first [KP]. */
void unit_started(struct sim *s, uint32_t u, uint32_t cause);

/* Asks for a hello at the end of this step: something changed that the mate should know. */
void unit_tell(struct sim *s, uint32_t u, uint32_t cause);

/* Asks for another look of the group's machine at the end of this step. */
void unit_look(struct sim *s, uint32_t u, uint32_t g);

/* Sends a hello with the unit's picture of itself [G912]. */
void unit_hello(struct sim *s, uint32_t u);

/* Timers: the hello's, the state update's, and the one that waits for the mate's silence. */
void unit_hello_due(struct sim *s, uint32_t u);
void unit_update_due(struct sim *s, uint32_t u);
void unit_silence_due(struct sim *s, const struct event *e);

/* A message for the unit arrives. */
void unit_receive(struct sim *s, const struct event *e);

/* It looks at the carriers of the failover and state links. */
void unit_look_at_links(struct sim *s, uint32_t u);

/* What the unit takes its mate's machine for: the state last heard; Failed where it holds the mate for dead, Not
 * Detected where it never heard one. */
uint32_t unit_believes(const struct unit *unit, uint32_t g);

/* Is the mate out of the picture: declared dead, or never heard since boot? */
bool unit_alone(const struct unit *unit);

#endif
