/* Size -> rectangles.  Pure: the same size gives the same layout, and every size gives one. */
#ifndef FAILSCOPE_UI_LAYOUT_H
#define FAILSCOPE_UI_LAYOUT_H

#include <stdbool.h>

#include "ui/canvas.h"

enum view {
#define VIEW(id, ...) VIEW_##id,
#include "ui/views/views.def"
	VIEW_COUNT
};

struct layout {
	struct rect at[VIEW_COUNT]; /* w or h of 0: not shown */
};

/* Where each view goes.  `contexts` is how many there are: a bigger lab gets a taller picture where there is room.
 * Too small: the about panel goes first, then the log, the timeline, the picture (a table takes its place), the
 * status; the last to stay is one line with the time and who holds each group. At 0x0 nothing is shown.
 * While a walkthrough is `told`, its narration has the place of the about panel, of timeline and log where there is not
 * room for all three, and where that is too small a part of the picture's. */
struct layout layout_solve(int columns, int rows, int contexts, bool told);

/* Does the picture of that height have two lines for each group and context? */
bool layout_tall(int height);

#endif
