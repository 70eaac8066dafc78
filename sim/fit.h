/* What a unit is made of, and whether its mate fits [section 6 of the facts]. */
#ifndef FAILSCOPE_SIM_FIT_H
#define FAILSCOPE_SIM_FIT_H

#include "sim/sim.h"

/* The traits (enum trait) that a unit comes up with, by the faults that lie on it. */
uint8_t fit_traits(const struct unit *unit);

/* Something about the unit itself changed: it will notice at once (licence), after a while (module), or when it boots. */
void fit_changed(struct sim *s, uint32_t u, uint32_t cause);

/* It takes notice of what lies on it already: where failover starts. */
void fit_notice(struct sim *s, uint32_t u, uint32_t cause);

/* It looks at its service module: a failed one fails the unit [G84]. */
void fit_module_due(struct sim *s, uint32_t u, uint32_t cause);

/* Compares the mate's traits with its own. Other software or ports are warned of; another mode, licence, chassis or
 * card ends failover on the unit that is active for nothing, or, where both are active or neither, on the secondary. */
void fit_agree(struct sim *s, uint32_t u, const struct picture *mate, uint32_t cause);

#endif
