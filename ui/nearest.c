/* Which known word was meant: the one with the fewest edits, if those are few for its length. */
#include "ui/nearest.h"

#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 48 }; /* longer words are compared by their heads */

static int least(int a, int b)
{
	return a < b ? a : b;
}

int nearest_distance(const char *a, const char *b)
{
	int rows[3][WORD_MAX + 1];
	int *before = rows[0], *last = rows[1], *now = rows[2];
	int length_a = least((int)strlen(a), WORD_MAX), length_b = least((int)strlen(b), WORD_MAX);

	for (int j = 0; j <= length_b; j++)
		before[j] = last[j] = j;
	for (int i = 1; i <= length_a; i++) {
		int *oldest = before;

		now[0] = i;
		for (int j = 1; j <= length_b; j++) {
			now[j] = least(last[j], now[j - 1]) + 1;
			now[j] = least(now[j], last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = oldest;
	}
	return last[length_b];
}

struct nearest nearest_to(const char *word)
{
	struct nearest n = { .word = word, .best = NULL, .distance = 0 };

	return n;
}

void nearest_try(struct nearest *n, const char *known)
{
	int distance = nearest_distance(n->word, known);
	int bound = 1 + (int)strlen(known) / 4;

	if (distance > bound || (n->best && distance >= n->distance))
		return;
	/* Two letters are no likeness of a word of two letters. */
	if (distance >= (int)strlen(known))
		return;
	n->best = known;
	n->distance = distance;
}

const char *nearest_hint(const struct nearest *n, char hint[NEAREST_HINT_LEN])
{
	hint[0] = '\0';
	if (n->best)
		snprintf(hint, NEAREST_HINT_LEN, "; did you mean '%.*s'?", WORD_MAX, n->best);
	return hint;
}
