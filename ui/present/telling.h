/* What the dashboard has to tell to those who follow it. */
#ifndef FAILSCOPE_UI_PRESENT_TELLING_H
#define FAILSCOPE_UI_PRESENT_TELLING_H

#include "ui/app.h"
#include "ui/present/teller.h"
#include "ui/present/told.h"

/* Where the walkthrough stands that the app plays, under its name (told_name). While it runs the time is told in whole
 * seconds. */
void telling_of(const struct app *a, const char *name, struct told *told);

#endif
