/* The line in which a condition is typed.
 *
 * Characters are added at the end; Tab goes through the examples that begin as what was typed, Up through what was asked
 * before.  What the line says is nobody's business here. */
#ifndef FAILSCOPE_UI_PROMPT_H
#define FAILSCOPE_UI_PROMPT_H

#include "sim/lab.h"
#include "ui/key.h"
#include "ui/until.h"

enum { PROMPT_LAST = 8, PROMPT_WHY_LEN = 240 };

struct prompt {
	char text[UNTIL_LEN];  /* the line */
	char typed[UNTIL_LEN]; /* and as it was before Tab or Up put something else there */
	char last[PROMPT_LAST][UNTIL_LEN]; /* what was asked before, newest first */
	int last_count;
	int at_last, at_example;  /* which of those is shown, from 1; 0: none */
	char why[PROMPT_WHY_LEN]; /* what is wrong with it, until the next key */
};

/* What a key asks for. */
enum prompt_wish { PROMPT_NOTHING, PROMPT_CLOSE, PROMPT_FORWARD, PROMPT_BACK };

/* Begins with an empty line. */
void prompt_open(struct prompt *p);

/* One key: Enter asks to go forward, ^R back, Esc or ^C to close. Both ways on an empty line mean the last one again. */
enum prompt_wish prompt_key(struct prompt *p, const struct lab *lab, uint32_t code);

/* The line was a good one: it is remembered. */
void prompt_keep(struct prompt *p);

#endif
