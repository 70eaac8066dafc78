/* A unit's life: power, boot, the end of its software, failover on and off. */
#ifndef FAILSCOPE_SIM_UNIT_H
#define FAILSCOPE_SIM_UNIT_H

#include "sim/sim.h"

enum { UPDATE_MS = 1000 }; /* state updates go out this often */

/* Power or a reload: the unit boots for its `boot` time. `cause` is a trace id, as everywhere. */
void unit_boot(struct sim *s, uint32_t u, uint32_t cause);

/* A reload from a command line: the unit tells its mate first [G912, 3.6]. */
void unit_reload(struct sim *s, uint32_t u, uint32_t cause);

/* The unit is gone: RUN_OFF, RUN_CRASHED or RUN_HUNG. All that it knew is lost. */
void unit_stop(struct sim *s, uint32_t u, enum run run, uint32_t cause);

/* Its software runs: failover starts, group 0 first [KP]. */
void unit_started(struct sim *s, uint32_t u, uint32_t cause);

/* failover and no failover, typed at the unit or, for off, because the mate does not fit. */
void unit_failover_on(struct sim *s, uint32_t u, uint32_t cause);
void unit_failover_off(struct sim *s, uint32_t u, enum reason reason, uint32_t cause);

/* Posts a timer of the unit at a time of the run; returns the seq to remember it by. */
uint32_t unit_timer(struct sim *s, uint32_t u, enum event_kind kind, uint32_t at_ms, uint32_t cause);

/* Asks for a hello at the end of this step: something changed that the mate should know. */
void unit_tell(struct sim *s, uint32_t u, uint32_t cause);

/* Asks for another look of the group's machine at the end of this step. */
void unit_look(struct sim *s, uint32_t u, uint32_t g);

/* What the unit takes its mate's machine for: the state last heard; Failed where it holds the mate for dead, Not
 * Detected where it never heard one, Disabled where it heard that failover is off there. */
uint32_t unit_believes(const struct unit *unit, uint32_t g);

/* Is the mate out of the picture: declared dead, or never heard since boot? */
bool unit_alone(const struct unit *unit);

#endif
