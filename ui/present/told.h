/* What a dashboard tells of the walkthrough that it plays, as lines of text.
 *
 *   failscope 1            first, always
 *   file NAME              which walkthrough
 *   step N PHASE           counted from 0, -1 is the introduction; read, watch or done
 *   time MS RUNS           of the lab, since it opened; run or pause
 *   holder GROUP NAME      who holds the group: a unit's name, or nobody, or both
 *   away                   only where the reader has left the story
 *   end                    all of it was said: from here on it is true
 *
 * Words that a reader does not know he passes over. */
#ifndef FAILSCOPE_UI_PRESENT_TOLD_H
#define FAILSCOPE_UI_PRESENT_TOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/limits.h"
#include "sim/sim.h"

enum { TOLD_FILE_LEN = 512, TOLD_LINE_LEN = 640, TOLD_BYTES = 1024, TOLD_VERSION = 1 };

enum told_phase { TOLD_READ, TOLD_WATCH, TOLD_DONE, TOLD_PHASE_COUNT };

struct told {
	int version;
	int step;
	int phase; /* enum told_phase */
	uint32_t since_ms;
	int runs, away; /* 0 or 1 */
	char holder[GROUP_COUNT][NAME_LEN];
	char file[TOLD_FILE_LEN];
};

/* All bytes are set, so that two can be compared as bytes. */
void told_init(struct told *t);
bool told_equal(const struct told *a, const struct told *b);

/* Writes it; returns the bytes, fewer than TOLD_BYTES. */
size_t told_write(const struct told *t, char out[TOLD_BYTES]);

/* Takes one line, without its end; true where it was the last one and `t` is whole and of our version. The first line
 * begins anew. */
bool told_line(struct told *t, const char *line);

/* What a walkthrough is called between processes: its real path, or where it is no file the name it is compiled in by. */
void told_name(const char *path, char out[TOLD_FILE_LEN]);

/* Do two such names mean the same walkthrough? A file may be the one that is compiled in elsewhere. */
bool told_same(const char *one, const char *other);

#endif
