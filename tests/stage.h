/* The dashboard without a terminal, for tests: a lab and its story opened, a frame drawn and compared. */
#ifndef FAILSCOPE_TESTS_STAGE_H
#define FAILSCOPE_TESTS_STAGE_H

#include "ui/app.h"

/* Opens a compiled-in lab, and runs a story ("10 fault power primary; 60 mend all") to a time; its last step has just
 * changed. One at a time: each takes the memory of the last. */
void stage_open(struct app *app, const char *lab, const char *story, uint32_t until_ms);

/* Draws the frame on a canvas, and compares its text and styles with tests/screens/NAME.txt. */
void stage_expect(struct app *app, struct canvas *canvas, const char *name, int columns, int rows);

#endif
