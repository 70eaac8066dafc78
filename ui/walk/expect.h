/* What must be true at the end of a step, as a walkthrough file says it:
 *
 *   CONDITION                       one of until.h that holds: g1 active on ASA2, folink failed, split, settled ...;
 *                                   not one that only happens: g1 moves, entry LANTEST
 *   not CONDITION                   it does not hold
 *   mate GROUP STATE on UNIT        what that unit believes of its mate
 *   time S [to S]                   seconds since the lab opened
 *   outage CONTEXT S [to S]         seconds for which its users have had nobody so far
 *   lost CONTEXT N [to N]           connections that they have lost so far
 *   refused [TEXT]                  the last command of the step was refused, with these words in the answer */
#ifndef FAILSCOPE_UI_WALK_EXPECT_H
#define FAILSCOPE_UI_WALK_EXPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/sim.h"

enum { EXPECT_WHY_LEN = 300 };

/* The last command of the step: what became of it. */
struct expect_last {
	bool given, refused;
	char reply[256];
};

/* Is it true now? If not, or if it cannot be understood, `why` has a sentence that says what is so instead. */
bool expect_holds(const struct sim *s, const struct expect_last *last, const char *text, char why[EXPECT_WHY_LEN]);

#endif
