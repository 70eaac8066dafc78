/* A walkthrough as Markdown, with its pictures beside it. */
#ifndef FAILSCOPE_UI_WALK_MARKDOWN_H
#define FAILSCOPE_UI_WALK_MARKDOWN_H

#include "ui/session.h"
#include "ui/walk/run.h"

/* Writes FOLDER/BASE.md, where BASE is the walkthrough's path_stem, and for each picture FOLDER/BASE-SHOT.svg, the same with -dark, and as .txt. `memory` is for the
 * text of one file. Returns an exit code; what could not be written has been told. */
int walk_write_markdown(struct walk_run *r, const char *folder, const struct memory *memory);

/* Writes the list of walkthroughs, FOLDER/README.md with links to Markdown, or FOLDER/index.html with links to pages: `names`
 * are those of their files without folder and ending, `titles` what they are called, `count` how many. */
int walk_write_index(const char *folder, const char *const *names, const char *const *titles, int count, bool html,
    const struct memory *memory);

#endif
