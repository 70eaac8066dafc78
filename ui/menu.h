/* What can be done to a thing: faults that fit it, mending, commands that are typed for it. */
#ifndef FAILSCOPE_UI_MENU_H
#define FAILSCOPE_UI_MENU_H

#include "sim/sim.h"

enum { MENU_MAX = 24 };

struct menu_item {
	struct command command;
	char label[120];
};

/* Fills the items for a target (also SPOT_GROUP and SPOT_CONTEXT of ui/target.h). Returns how many; 0 where nothing
 * can be done to it. */
int menu_items(const struct sim *s, struct target target, struct menu_item items[MENU_MAX]);

/* The commonest thing that can be done to it: power for a unit, the cable for a leg or a link, power for a switch;
 * mending where that is broken. False where nothing can. */
bool menu_commonest(const struct sim *s, struct target target, struct command *command);

/* A command line typed at a unit for a group; `words` is "failover active" and the like. */
struct command menu_typed(uint32_t unit, uint32_t group, const char *words);

#endif
