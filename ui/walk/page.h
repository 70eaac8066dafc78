/* A walkthrough as one HTML page with the recording in it: what is told stands beside each step's frame, and the frames
 * between are played. */
#ifndef FAILSCOPE_UI_WALK_PAGE_H
#define FAILSCOPE_UI_WALK_PAGE_H

#include "ui/session.h"
#include "ui/walk/run.h"

/* Writes FOLDER/BASE.html. `memory` is for the frames and for the text. Returns an exit code; what could not be written
 * has been told. */
int walk_write_page(struct walk_run *r, const char *folder, const struct memory *memory);

#endif
