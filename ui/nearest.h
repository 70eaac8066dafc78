/* Which known word was meant by an unknown one.
 *
 *	struct nearest n = nearest_to("premept");
 *	for each known word: nearest_try(&n, word);
 *	nearest_hint(&n, hint)  ->  "; did you mean 'preempt'?", or "" */
#ifndef FAILSCOPE_UI_NEAREST_H
#define FAILSCOPE_UI_NEAREST_H

enum { NEAREST_HINT_LEN = 96 };

struct nearest {
	const char *word; /* what was written */
	const char *best; /* NULL: nothing is near enough */
	int distance;     /* from `word` to `best` */
};

/* How many letters must be changed, added, taken away or swapped with the next to make one of the
 * other. */
int nearest_distance(const char *a, const char *b);

/* Begins a search; `word` must outlive it. */
struct nearest nearest_to(const char *word);

/* Keeps the known word where it is nearer than those before. */
void nearest_try(struct nearest *n, const char *known);

/* What to add to a sentence: a question, or nothing. Returns `hint`. */
const char *nearest_hint(const struct nearest *n, char hint[NEAREST_HINT_LEN]);

#endif
