/* What is to be looked at: places of the frame that stay as they are while everything else is shaded.
 *
 * Filled from what the drawing noted (ui/target.h), after it has been drawn and before anything is laid over it. */
#ifndef FAILSCOPE_UI_SPOTLIGHT_H
#define FAILSCOPE_UI_SPOTLIGHT_H

#include <stdbool.h>

#include "sim/history.h"
#include "ui/canvas.h"
#include "ui/target.h"

enum { SPOTLIGHT_MAX = 256 };

struct spotlight {
	int count; /* 0: nothing is lit, and nothing shaded */
	struct rect lit[SPOTLIGHT_MAX];
};

/* Lights a place of the canvas. What is there already, and what finds no room, is left out. */
void spotlight_add_rect(struct spotlight *l, struct rect r);

/* Lights a thing wherever it is on the screen: of a unit all that is drawn of it; where a link, a leg, a group or a
 * context is meant at UNIT_BOTH, both. False where nothing of it is to be seen. */
bool spotlight_add(struct spotlight *l, const struct target_list *seen, struct target t);

/* Lights what the entries of the log from an id on, up to the present, are about, and their lines. Entries that are not
 * notable, and more than 400 of them, are left out. */
void spotlight_add_news(struct spotlight *l, const struct target_list *seen, const struct history *h, uint32_t first);

/* Shades the rest of the frame. */
void spotlight_shade(const struct spotlight *l, struct area all);

#endif
