/* The presenter as it is used: large, one key forward and one back, what changed in a spotlight. */
#ifndef FAILSCOPE_UI_PRESENT_PRESENTING_H
#define FAILSCOPE_UI_PRESENT_PRESENTING_H

#include "ui/app.h"
#include "ui/keys.h"
#include "ui/views/view.h"

/* What its keys do. */
void presenting_toggle(struct app *a);
void presenting_blank(struct app *a);
void presenting_toggle_log(struct app *a);
void presenting_toggle_spotlight(struct app *a);
void presenting_leave(struct app *a);

/* A key while the screen is blank: the picture comes back. True where the key does nothing else. */
bool presenting_wakes(struct app *a, enum action action);

/* The frame, without what lies over it. */
void presenting_draw(const struct scene *scene, struct area all);

#endif
