/* What is wrong with files: a list of `file:line: sentence`, shown together.
 *
 * Rows of one file stand together, by line; files in the order of their first complaint.  Whatever
 * a file had in it, the text in here is clean: a byte that cannot be shown stands as \xNN. */
#ifndef FAILSCOPE_UI_DIAG_H
#define FAILSCOPE_UI_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
	DIAG_MAX = 200, /* what is over is counted, not kept; warnings go first */
	DIAG_FILE_LEN = 200,
	DIAG_SENTENCE_LEN = 320,
};

struct diag_row {
	bool warning;
	int line; /* 0: the file as a whole */
	char file[DIAG_FILE_LEN];
	char sentence[DIAG_SENTENCE_LEN];
};

struct diag {
	int errors, warnings; /* all there were */
	int count;            /* rows that were kept */
	struct diag_row rows[DIAG_MAX];
};

void diag_init(struct diag *d);

/* Adds a row. */
void diag_add(struct diag *d, bool warning, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Copies a text, with \xNN for each byte that cannot be shown; cut where the room ends, at a whole
 * character. */
void diag_clean(char *out, size_t size, const char *text);

/* One row as it is shown, `file:line: sentence`; cut where the room ends. */
void diag_format(const struct diag_row *row, char *out, size_t size);

/* Prints all rows, and how many more there were. */
void diag_print(const struct diag *d, FILE *out);

#endif
