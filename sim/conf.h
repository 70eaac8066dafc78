/* The running configuration of each unit.
 *
 * Both begin as the lab says and part where a line is typed at one and does not reach the other.  A rule of a unit
 * reads its own configuration only, `unit.conf`, `legs` and `joined`; what the mate's says reaches it by messages. */
#ifndef FAILSCOPE_SIM_CONF_H
#define FAILSCOPE_SIM_CONF_H

#include "sim/sim.h"

/* Both units as the lab says; once, at the start. */
void conf_start(struct sim *s);

/* Has the unit a state link, and is it the failover link itself? */
bool unit_stateful(const struct sim *s, uint32_t u);
bool unit_link_shared(const struct sim *s, uint32_t u);

/* The world: is there a cable between the ports that both configurations name for the link?  And do the ends that it
 * joins understand each other: the same addresses, the same key, and not the same end of it on both units, which would
 * be the same address twice [inferred from 7 and 10.3]? */
bool conf_links_plugged(const struct sim *s, enum wire wire);
bool conf_links_agree(const struct sim *s, enum wire wire);

/* The row of a port in a group's table of MAC addresses; for "" the first free one. MAC_MAX where there is none. */
uint32_t conf_mac_row(const struct running_conf *conf, uint32_t g, const char *port);

/* What unit `u` would give to a mate that pulls for a group: a copy of its system space (group 0), or of what its
 * contexts of the group are told; lines typed later are not in it. */
void conf_copy(struct sim *s, uint32_t u, uint32_t g);

/* The unit has pulled all of it: its configuration becomes the mate's copy, but for failover lan unit [6]. */
void conf_take(struct sim *s, uint32_t u, uint32_t g, uint32_t cause);

#endif
