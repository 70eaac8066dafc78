/* What carries: cables between the units, legs to the switches, and the messages on them.
 *
 * This is the world's side.  Units learn of it by looking at their carriers and by hearing messages, or not. */
#ifndef FAILSCOPE_SIM_LINK_H
#define FAILSCOPE_SIM_LINK_H

#include "sim/sim.h"

/* Works out every carrier and path again, after a fault, a mending or a change of a unit; units whose carriers
 * differ from what they saw will notice at their next look. */
void world_refresh(struct sim *s);

/* Notes that the world changed, and why; world_refresh runs at the end of the step. */
void world_touch(struct sim *s, uint32_t cause);

/* The cable that carries a unit's state link: its own, or the failover link's. */
const struct cable *wire_cable(const struct sim *s, uint32_t u, enum wire wire);

/* The switch port of a leg forwards again. */
void leg_unblock(struct sim *s, uint32_t u, uint32_t i, uint32_t cause);

/* Sends a message to the mate over a wire; `what` is the interface on WIRE_DATA. It is lost where nothing passes. */
void wire_send(struct sim *s, uint32_t from, enum wire wire, enum message message, uint32_t what, uint8_t a,
    uint8_t b, uint32_t cause);

/* Frees the place where a message has what it says: it does not arrive. */
void wire_drop(struct sim *s, enum message message, uint32_t what);

/* Does what `from` sends over it arrive just now? */
bool wire_passes(const struct sim *s, uint32_t from, enum wire wire, uint32_t what);

/* Is there power on the unit's ports? */
bool unit_lit(const struct sim *s, uint32_t unit);

#endif
