/* A walkthrough: a lab and a row of steps, each with what the reader is told, what is done, how far it runs, what is
 * shown and what must be true then.
 *
 *   file ──walk_read──> walk ──run.h──> instants ──> markdown.h, page.h, play.h
 *
 * The file is INI text; walk.def says what may stand in it.  A step's keys are kept as they were written, with their
 * lines, and are known to be good once walk_read has returned true. */
#ifndef FAILSCOPE_UI_WALK_WALK_H
#define FAILSCOPE_UI_WALK_WALK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/lab.h"
#include "ui/canvas.h"
#include "ui/conf/conf.h"
#include "ui/diag.h"

enum {
	WALK_STEP_MAX = 60,
	WALK_ITEM_MAX = 1200,
	WALK_BYTES_MAX = 96 * 1024, /* of all texts */
	WALK_PATH_LEN = 512,
	WALK_TITLE_LEN = 100,
	WALK_NAME_LEN = 40, /* of a picture */
};

enum walk_key {
#define WALK(id, ...) WALK_##id,
#include "ui/walk/walk.def"
	WALK_KEY_COUNT
};

/* One key of the file, with its value. */
struct walk_item {
	uint8_t key; /* enum walk_key */
	int line;
	uint32_t at; /* in the texts */
};

/* A stretch of the items: the head's, or a step's. */
struct walk_part {
	char title[WALK_TITLE_LEN]; /* of a step */
	int line;                   /* of its section; 0: none was seen */
	int first, count;
};

struct walk {
	char path[WALK_PATH_LEN]; /* as it was named */
	char lab[WALK_PATH_LEN];  /* the lab's file, or the name of a compiled-in one */
	int columns, rows;        /* of its pictures */
	int step_count, item_count;
	uint32_t used;
	struct walk_part head;
	struct walk_part steps[WALK_STEP_MAX];
	struct walk_item items[WALK_ITEM_MAX];
	char texts[WALK_BYTES_MAX];
};

/* Reads a walkthrough, and the lab that it names, with all that is wrong with either as rows of the diag. A path that is no
 * file but names a compiled-in walkthrough, with or without its `.ini`, means that one. Returns whether it is good. */
bool walk_read(struct walk *w, const char *path, struct lab *lab, struct screen_conf *screen, struct diag *diag);

/* The same for a text; `name` is what complaints are filed under, and its lab is a compiled-in one. */
bool walk_read_text(struct walk *w, const char *name, const char *text, struct lab *lab, struct screen_conf *screen,
    struct diag *diag);

/* The n-th value of a key in a part, from 0; NULL behind the last. `line` may be NULL. */
const char *walk_value(const struct walk *w, const struct walk_part *p, enum walk_key key, int n, int *line);

/* The n-th paragraph of a key that takes text, as one line; false behind the last. Cut where the room ends. */
bool walk_paragraph(const struct walk *w, const struct walk_part *p, enum walk_key key, int n, char *out, size_t size);

/* Takes the back-quotes around code off a text: they are for pages. */
void walk_plain(char *text);

/* The title of the walkthrough. */
const char *walk_title(const struct walk *w);

/* Splits the time off a `do`, where it begins with one; the command then begins at *command. */
bool walk_timed(const char *text, uint32_t *at_ms, const char **command);

/* The table of all keys for the README. */
void walk_print_reference(FILE *out);

#endif
