/* Why: the answer to "how did that come, and why not otherwise" about anything, as lines of text.
 *
 * Pure: from the trace and the present to lines that a view draws and `failscope why` prints.  Sections: in one line;
 * the chain of causes; the rules that were used; what each unit knew; why not. */
#ifndef FAILSCOPE_UI_WHY_WHY_H
#define FAILSCOPE_UI_WHY_WHY_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/history.h"
#include "ui/canvas.h"

enum { WHY_LINES = 240, WHY_TEXT = 220, WHY_COLUMNS_MIN = 40, WHY_COLUMNS_MAX = 200 };

/* The parts of an answer, in their order. */
enum why_part { WHY_TITLE, WHY_ONE_LINE, WHY_CHAIN, WHY_RULES, WHY_SOURCES, WHY_KNOWLEDGE, WHY_NOT };

struct why_line {
	uint32_t id; /* of the entry that it stands for: one can go there; 0: none */
	uint8_t style;
	uint8_t part; /* enum why_part */
	bool heading; /* of its part */
	bool more; /* it goes on from the line above */
	uint32_t used; /* of a rule: the newest cause that names it; 0: no rule */
	char text[WHY_TEXT];
};

struct why {
	int count;
	struct why_line lines[WHY_LINES];
};

/* Answers about a thing, as it is at the present, or about a line of the log (ui/target.h), as it was then. Lines are
 * broken at `columns`. */
void why_build(struct why *w, const struct history *h, struct target about, int columns);

/* The next line from `from` on, in a direction of 1 or -1, that stands for an entry; `from` where there is none. */
int why_next(const struct why *w, int from, int direction);

#endif
