/* What the dashboard shows, in words: for walkthroughs, and for whoever wants a picture of it.
 *
 *   dashboard | help | syslog | why THING | menu THING | asdm PANE [at UNIT]
 *
 * In the ASDM view the cursor is on a field, and `field NAME` lights one: asdm_find_field says how they are called.
 * THING is what subject.h parses; `view NAME` besides, where a part of the screen is meant and no thing of the pair. */
#ifndef FAILSCOPE_UI_LOOK_H
#define FAILSCOPE_UI_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/app.h"

/* Shows it, for a screen of that size. Returns false, with a sentence in `why`, where there is no such view or thing. */
bool look_show(struct app *a, const char *text, int columns, int rows, char *why, size_t size);

/* Puts the cursor on a thing. Returns false, with a sentence in `why`. */
bool look_at(struct app *a, const char *text, char *why, size_t size);

/* Lights a thing, or `view NAME`, while all that is not lit is shaded. Returns false, with a sentence in `why`. */
bool look_light(struct app *a, const char *text, char *why, size_t size);

/* The dashboard as it opens: nothing over it, no cursor, nothing lit. */
void look_reset(struct app *a);

#endif
