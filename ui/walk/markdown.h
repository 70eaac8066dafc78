/* A walkthrough as Markdown, with its pictures beside it. */
#ifndef FAILSCOPE_UI_WALK_MARKDOWN_H
#define FAILSCOPE_UI_WALK_MARKDOWN_H

#include "ui/session.h"
#include "ui/walk/run.h"

/* Writes FOLDER/BASE.md, where BASE is the walkthrough's path_stem, and for each picture FOLDER/BASE-SHOT.svg, the same with -dark, and as .txt. `memory` is for the
 * text of one file. Returns an exit code; what could not be written has been told. */
int walk_write_markdown(struct walk_run *r, const char *folder, const struct memory *memory);

/* Writes FOLDER/README.md, which lists walkthroughs: `names` are those of their files without folder and ending, `titles`
 * what they are called, `count` how many; pages of that ending (".md" or ".html") are linked. */
int walk_write_index(const char *folder, const char *const *names, const char *const *titles, int count,
    const char *ending, const struct memory *memory);

#endif
