/* The causes of something, down to what a person did: a tree over the entries of the trace. */
#ifndef FAILSCOPE_UI_WHY_CHAIN_H
#define FAILSCOPE_UI_WHY_CHAIN_H

#include "sim/history.h"

enum { CHAIN_MAX = 48, CHAIN_DEPTH = 24 };

/* One entry in the tree. */
struct chain_link {
	uint32_t id;
	uint8_t depth;
	bool before; /* how it was before: its own causes are another story, and not followed */
};

struct chain {
	uint32_t count;
	bool cut; /* there is more than fits */
	struct chain_link links[CHAIN_MAX];
};

void chain_init(struct chain *c);

/* Adds an entry and its causes, newest first, each entry once. An id that is 0, or not known any more, adds nothing. */
void chain_add(struct chain *c, const struct history *h, uint32_t id);

/* The entry where it all began: what a person did last among the causes; else the oldest that is followed. 0 where the
 * chain is empty. */
uint32_t chain_origin(const struct chain *c, const struct history *h);

/* How the unit came to know it: "by hello over folink"; NULL where it saw for itself. Returns `out` else. */
const char *chain_message(const struct history *h, const struct entry *e, char *out, size_t size);

#endif
