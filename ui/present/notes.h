/* The presenter's notes, for a second terminal: the present step, what is told of it, the notes that only the presenter
 * sees, and what comes next.  They follow the dashboard that plays the walkthrough, and are paged by hand where none
 * does. */
#ifndef FAILSCOPE_UI_PRESENT_NOTES_H
#define FAILSCOPE_UI_PRESENT_NOTES_H

#include <stdbool.h>
#include <stdio.h>

#include "ui/backs/back.h"
#include "ui/key.h"
#include "ui/present/told.h"
#include "ui/walk/walk.h"

struct notes {
	const struct walk *walk;
	char name[TOLD_FILE_LEN]; /* of the walkthrough, as told_name has it */
	bool follows, quit;
	struct told told;         /* what was told last, where it follows */
	char other[TOLD_FILE_LEN]; /* what a dashboard plays instead; "": none plays anything */
	int step;                 /* -1: the introduction */
	int scroll, lines, room;  /* of the text; how many lines it has, and how many the last frame had room for */
	enum theme theme;
	bool redraw, suspend;
	enum charset charset;
};

void notes_open(struct notes *n, const struct walk *walk);

/* What is told now by the dashboard that plays it, or NULL; and by any other, or NULL. */
void notes_hear(struct notes *n, const struct told *told, const struct told *any);

void notes_key(struct notes *n, uint32_t code);

void notes_draw(struct notes *n, struct canvas *canvas, int columns, int rows);

/* All steps with their notes as plain text. */
void notes_print(const struct walk *walk, FILE *out);

#endif
