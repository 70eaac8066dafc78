/* The why panel as it is used: what is asked about, which line is marked, where it is scrolled to. */
#ifndef FAILSCOPE_UI_ASKING_H
#define FAILSCOPE_UI_ASKING_H

#include <stdbool.h>

#include "ui/app.h"
#include "ui/keys.h"

/* Asks why: about the thing under the cursor, or else the last notable event. */
void asking_open(struct app *a);

/* A key while the panel is open. False for those that reach through it: time goes on, and looks change. */
bool asking_action(struct app *a, enum action action);

#endif
