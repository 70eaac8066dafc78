/* A text as clean lines: for everything that is read from people's files.
 *
 * Lines end in LF or CR LF; a byte order mark is passed over, blanks at the start are taken off, a
 * tab is a blank. A line that must not be used (too long, not UTF-8, with a NUL or another control
 * character) is refused with a reason, and the lines behind it are read all the same. */
#ifndef FAILSCOPE_UI_CONF_LINES_H
#define FAILSCOPE_UI_CONF_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
	LINES_LENGTH_MAX = 199,     /* bytes of a line; libinih's own limit */
	LINES_BYTES_MAX = 16 << 20, /* of a file: more is no text that a person wrote */
	LINES_WHY_LEN = 120,
};

struct lines {
	FILE *file;       /* or */
	const char *text; /* what is left of it */
	int line;         /* number of the line read last, from 1 */
	int ahead;        /* a character that was read too early, or EOF */
	size_t taken;     /* bytes so far */
	bool ended;
	char why[LINES_WHY_LEN]; /* why the line read last is refused; empty: it is fine */
};

void lines_from_file(struct lines *l, FILE *file);
void lines_from_text(struct lines *l, const char *text);

/* Reads the next line; false at the end.  Where `why` says something the line is empty. */
bool lines_next(struct lines *l, char line[LINES_LENGTH_MAX + 1]);

#endif
