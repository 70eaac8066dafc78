/* One unit in one failover group: the machine that decides who is active [section 2 of the facts]. */
#ifndef FAILSCOPE_SIM_GROUP_H
#define FAILSCOPE_SIM_GROUP_H

#include "sim/sim.h"

/* What can happen to a machine. */
#define INPUTS(X) \
	X(START, "failover starts") \
	X(LOOK, "something it knows changed") \
	X(TIME, "the time of its state is over") \
	X(PULLED, "all parts of configuration or state have come") \
	X(NO_STATE, "the state link gives no connections") \
	X(PREEMPT, "the preempt delay is over") \
	X(CLI_ACTIVE, "failover active") \
	X(CLI_STANDBY, "no failover active") \
	X(CLI_RESET, "failover reset")

enum input {
#define INPUT(id, ...) INPUT_##id,
	INPUTS(INPUT)
#undef INPUT
	INPUT_COUNT
};

/* Gives the input to the unit's machine of a group: the first row of the table that fits is obeyed. Returns the rule
 * of that row; `moved` tells whether it did anything. `cause` is a trace id. */
enum rule_id group_input(struct sim *s, uint32_t u, uint32_t g, enum input input, uint32_t cause, bool *moved);

/* Which row would answer, without doing anything? For tests: there is one for each state and input. */
bool group_has_row(enum state state, enum input input);

/* Posts an event of the unit's machine, so many milliseconds from now; returns the seq to remember it by. */
uint32_t group_post(struct sim *s, uint32_t u, uint32_t g, enum event_kind kind, uint32_t in_ms, uint32_t cause);

/* Failover is switched off: the group stays where it is, and its machine rests. */
void group_off(struct sim *s, uint32_t u, uint32_t g, enum reason reason, uint32_t cause);

/* write standby: a Standby Ready group pulls everything again. */
void group_resync(struct sim *s, uint32_t u, uint32_t g, uint32_t cause);

/* Timers: a state's time, the preempt delay. */
void group_stage_due(struct sim *s, const struct event *e);
void group_preempt_due(struct sim *s, const struct event *e);

/* The unit that a group prefers by the configuration of unit `u`; group 0 prefers the primary. */
uint32_t group_preferred(const struct sim *s, uint32_t u, uint32_t g);

/* Do the unit's own failed interfaces reach the group's interface-policy? */
bool group_policy_met(const struct sim *s, uint32_t u, uint32_t g);

/* What keeps a group from moving to this unit just now: the rule, for the answer to "why not". RULE_NONE where the
 * unit has it, or nothing keeps it. */
enum rule_id group_kept_by(const struct sim *s, uint32_t u, uint32_t g);

#endif
