/* The console lines that a field of the ASDM view stands for, and those that change it. */
#ifndef FAILSCOPE_UI_ASDM_LINES_H
#define FAILSCOPE_UI_ASDM_LINES_H

#include "ui/asdm/panes.h"

enum { ASDM_LINES = 4, ASDM_LINE_LEN = 84 };

struct asdm_lines {
	uint32_t context; /* where they are typed: its index plus one; 0 is the system space */
	int count;
	bool cut; /* a console line has no room for what was given */
	char line[ASDM_LINES][ASDM_LINE_LEN];
};

/* The lines that give the field a value at a unit, the other values as they are there; none where it has none. `value` is
 * text as the pane shows it or a person types it: "30", "30 s", "500 ms", "yes", "Primary", "none". A text of several words
 * is the line from there to its end: "10.0.1.1 255.255.255.252 standby 10.0.1.2". */
void asdm_lines(const struct sim *s, struct asdm_cell cell, uint32_t unit, const char *value, struct asdm_lines *out);

/* The prompt of the console where the n-th of them is typed: "ASA1/CTX1(config)#", or the sub-mode's behind a line that
 * enters one. Returns `out`. */
const char *asdm_prompt(const struct sim *s, uint32_t unit, const struct asdm_lines *lines, int n, char *out, size_t size);

/* The one of the lines that says the value: not those that enter a sub-mode and leave it. */
const char *asdm_lines_main(const struct asdm_lines *lines);

/* The value that Enter gives a YES or a CHOICE next. */
void asdm_next_value(const struct asdm_field *field, const char *value, char out[ASDM_VALUE_LEN]);

#endif
