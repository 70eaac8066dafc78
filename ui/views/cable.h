/* The failover link and the state link as they are drawn. */
#ifndef FAILSCOPE_UI_VIEWS_CABLE_H
#define FAILSCOPE_UI_VIEWS_CABLE_H

#include "ui/views/view.h"

/* Draws a cable across row `y` of the area between the units, all its columns; broken at the end where it was broken, or
 * in the middle. Notes the target at both ends and as a whole. */
void cable_draw(const struct scene *scene, struct area gap, int y, const struct cable *c, enum weight weight,
    struct target target);

#endif
