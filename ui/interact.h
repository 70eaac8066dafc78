/* The dashboard in a terminal. */
#ifndef FAILSCOPE_UI_INTERACT_H
#define FAILSCOPE_UI_INTERACT_H

#include "ui/app.h"

/* Runs the dashboard until quit, at the depth of the terminal. Returns 0; 1 or 2 with a sentence on standard error
 * where it could not begin. Dies of a signal that ended it, the terminal given back. */
int app_interact(struct app *a);

#endif
