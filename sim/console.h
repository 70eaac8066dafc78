/* What the units print on their own consoles, unasked: replication, moves, mates that do not fit.
 *
 * A line, or a few that belong together, follows from one trace entry, and where that does not say who typed
 * something, from the entries that caused it.  The unit that the entry is about prints it, then.  Nothing is kept;
 * whoever goes through the trace goes through both consoles. */
#ifndef FAILSCOPE_SIM_CONSOLE_H
#define FAILSCOPE_SIM_CONSOLE_H

#include "sim/history.h"

enum console_id {
#define CONSOLE(id, ...) CONSOLE_##id,
#define NOT_YET(id, ...) CONSOLE_##id,
#include "sim/console.def"
	CONSOLE_COUNT
};

enum { CONSOLE_PER_ENTRY = 2 }; /* no entry causes more */

struct console_row {
	enum trust trust;
	bool (*when)(const struct history *h, const struct entry *e); /* NULL: nothing causes it yet */
	const char *text;
	const char *cause; /* what causes it; or what is missing for that */
};

extern const struct console_row console_rows[CONSOLE_COUNT];

/* What is printed, and the entry that made its unit, e->who, print it. */
struct console_line {
	enum console_id id;
	const struct entry *e;
};

/* What an entry makes its unit print, in order, at most `most`; returns how many. Of `h` only the entries are read,
 * so that it may stand at another time than the entry. */
int console_of(const struct history *h, const struct entry *e, struct console_line out[], int most);

/* "Group 1 preempt mate"; some have several lines, the first of which may be empty. No newline at the end. */
const char *console_text(const struct console_line *line, char *out, size_t size);

#endif
