/* A line that was typed, as words with their columns. */
#ifndef FAILSCOPE_SIM_CLI_SPLIT_H
#define FAILSCOPE_SIM_CLI_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

enum { SPLIT_MAX = 16, SPLIT_LEN = 200 };

/* The words, in place. */
struct split {
	char text[SPLIT_LEN];
	const char *word[SPLIT_MAX];
	int at[SPLIT_MAX]; /* columns, for the marker of an error */
	int count;
};

/* Splits at blanks and tabs; words behind the last that has room are not taken. */
void split_line(struct split *w, const char *line);

/* The device's answer to a line of which the first `good` words are known: that words are missing, or a marker under
 * the one that it does not know [10.5]. Always false. */
bool split_refuse(const struct split *w, int good, char *reply, size_t size);

#endif
