/* Monitored interfaces: hellos, carriers, tests [3.2 to 3.4 of the facts]. */
#ifndef FAILSCOPE_SIM_IFACE_H
#define FAILSCOPE_SIM_IFACE_H

#include "sim/sim.h"

/* Sorts the monitored interfaces by group and lays out the rounds; once, at the start. */
void iface_init(struct sim *s);

/* The unit monitors other interfaces than before, or has them in other groups, by its configuration. */
void iface_members_changed(struct sim *s, uint32_t u, uint32_t cause);

/* The unit has other addresses for an interface. */
void iface_address_changed(struct sim *s, uint32_t u, uint32_t i, uint32_t cause);

/* The unit's software ended, or begins: statuses, rounds and timers. */
void iface_forget(struct sim *s, uint32_t u);
void iface_started(struct sim *s, uint32_t u, uint32_t cause);

/* Plans the unit's next look at those carriers that changed since its last. */
void iface_plan_look(struct sim *s, uint32_t u);

/* The look itself: the interfaces of a group; group 0 stands for the links between the units. */
void iface_look_due(struct sim *s, uint32_t u, uint32_t g);

/* One member of a round: a hello goes out, or comes in. */
void iface_round(struct sim *s, struct round *r);

/* The same at once for as many members as leave nothing else to do. The last member of the round, and the last step
 * before `until_step`, are left to iface_round. */
void iface_round_on(struct sim *s, struct round *r, uint32_t until_step);

/* A hello that was delayed on its way, and comes in as a message. */
void iface_hello_arrives(struct sim *s, const struct event *e);

/* Which of the group's interfaces have been silent too long? */
void iface_quiet_due(struct sim *s, const struct event *e);

/* A test's window is over, or the mate's report on it is due. */
void iface_test_due(struct sim *s, const struct event *e);

/* A message about a test. */
void iface_receive(struct sim *s, uint32_t u, const struct event *e);

/* The mate is dead: nobody is left to hear. It is back: its hellos may take their time again. */
void iface_mate_lost(struct sim *s, uint32_t u, uint32_t cause);
void iface_mate_back(struct sim *s, uint32_t u);

/* Is it monitored, and does it count as failed? */
bool side_failed(const struct side *side);

#endif
