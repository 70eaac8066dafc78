/* What keys do to the program. */
#ifndef FAILSCOPE_UI_ACTIONS_H
#define FAILSCOPE_UI_ACTIONS_H

#include "ui/app.h"
#include "ui/keys.h"

/* Does what a key is bound to, where nothing lies over the picture. */
void action_do(struct app *a, enum action action);

/* Gives a command to the run, and tells the reader what became of it. Returns whether it was obeyed. */
bool action_give(struct app *a, const struct command *c);

/* The key that gives that command whatever the cursor stands on, as the help shows it; NULL where there is none. */
const char *action_key(const struct app *a, const struct command *c);

/* Opens the menu of what can be done to the thing under the cursor. */
void action_open_menu(struct app *a);

#endif
