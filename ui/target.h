/* What on the screen can be pointed at: views note each thing where they draw it, and the cursor and the mouse move
 * over these places. */
#ifndef FAILSCOPE_UI_TARGET_H
#define FAILSCOPE_UI_TARGET_H

#include <stdbool.h>

#include "sim/sim.h"
#include "ui/canvas.h"

enum { TARGET_LIST_MAX = 1024 };

/* Besides what a command can be about (enum target_kind): a unit's machine of a group (`index`), a context, a line
 * of the log; in the ASDM view a pane (`index`) and a field (`index` its row, `unit` its column). */
enum { SPOT_GROUP = TARGET_COUNT, SPOT_CONTEXT, SPOT_LOG, SPOT_PANE, SPOT_FIELD };

struct target_spot {
	struct target target;
	struct rect rect; /* in canvas coordinates */
};

enum { EXTENT_MAX = 64 };

struct target_list {
	int contexts; /* how many contexts the list of them showed, where not all fit; else 0 */
	int count;
	struct target_spot spots[TARGET_LIST_MAX];
	int extent_count;
	struct target_spot extents[EXTENT_MAX];
};

/* A line of the log: `unit` and `index` are the low 24 bits of its entry's id. With the newest id that is kept they tell
 * which, as a history keeps far fewer entries. */
static inline struct target target_log(uint32_t id)
{
	return (struct target){ SPOT_LOG, (uint8_t)(id >> 16), (uint16_t)id };
}

static inline uint32_t target_log_id(struct target t, uint32_t newest)
{
	uint32_t low = (uint32_t)t.unit << 16 | t.index;

	return newest - ((newest - low) & 0xffffff);
}

bool target_equal(struct target a, struct target b);

/* Forgets all places: before a frame is drawn. */
void target_clear(struct target_list *list);

/* Notes a thing at a place of an area, clipped to it; nothing where nothing of it is to be seen. */
void target_note(struct target_list *list, struct area area, int x, int y, int w, int h, struct target target);

/* Notes the whole of what is drawn of a thing, where that is more than the place where it can be pointed at. */
void target_extent(struct target_list *list, struct area area, int x, int y, int w, int h, struct target target);

/* The nearest thing from `from` in a direction (dx, dy: one of them -1 or 1); `from` itself where there is none; the
 * first of all where `from` is not on the screen. */
struct target target_move(const struct target_list *list, struct target from, int dx, int dy);

/* The smallest thing under a place of the canvas; TARGET_NONE where there is none. */
struct target target_under(const struct target_list *list, int x, int y);

#endif
