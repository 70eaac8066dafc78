/* One reading of INI files, from inside: what conf.c reads line by line, given meaning.
 *
 * Only conf.c includes this; everybody else wants conf.h. */
#ifndef FAILSCOPE_UI_CONF_READING_H
#define FAILSCOPE_UI_CONF_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/conf/conf.h"
#include "ui/conf/lines.h"

enum {
	FILES_MAX = CONF_BASE_MAX + 1,
	SECTION_ALL = SECTION_COUNT + 1,
	KEY_SLOTS = 16, /* keys of a section, and the section itself */
	PLACE_MAX =
	    (IFACE_MAX + CONTEXT_MAX + SWITCH_MAX + GROUP_COUNT + UNIT_COUNT + 5) * KEY_SLOTS,
	PROBLEM_MAX = DIAG_MAX,
	TITLE_ROOM = LINES_LENGTH_MAX + 1,
};

/* Where something was said; line 0: nowhere. */
struct place {
	int file, line;
	bool bad; /* and could not be understood */
};

/* All of one reading, with the files that stand on each other. */
struct work {
	struct lab *lab;
	struct screen_conf *screen;
	struct diag *diag;
	int file_count;
	char files[FILES_MAX][CONF_PATH_LEN];
	bool compiled_in[FILES_MAX]; /* or a text: its base is compiled in */
	bool declared[CONTEXT_MAX];  /* has a section of its own */
	struct place places[PLACE_MAX];
	struct lab_problem problems[PROBLEM_MAX];
};

/* One file under way. */
struct reading {
	struct work *work;
	struct lines lines;
	int file;     /* of the work's files */
	bool ignored; /* the section is none: its keys go by */
	bool is_walk; /* a walkthrough, as was told */
	unsigned section;
	uint32_t index;
	char title[TITLE_ROOM]; /* of the section, as written */
	int section_count, key_count;
};

/* Files a mistake under the line that is being read. */
void reading_complain(struct reading *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Opens the section of a title, the text between the brackets. */
void reading_open_section(struct reading *r, const char *title);

/* Sets one key of the section that is open. */
void reading_set_key(struct reading *r, const char *name, const char *value);

/* The number of a key in its section, from 1; 0 where there is no such key. */
size_t reading_key_number(unsigned section, const char *name);

/* Where the key of that number was said; 0 is the section itself. */
struct place *reading_place(struct work *w, unsigned section, uint32_t index, size_t number);

#endif
