/* Words of a line; see split.h. */
#include "sim/cli/split.h"

#include <stdio.h>
#include <string.h>

void split_line(struct split *w, const char *line)
{
	size_t i = 0;

	w->count = 0;
	snprintf(w->text, sizeof w->text, "%s", line);
	while (w->count < SPLIT_MAX) {
		i += strspn(w->text + i, " \t");
		if (w->text[i] == '\0')
			break;
		w->at[w->count] = (int)i;
		w->word[w->count++] = w->text + i;
		i += strcspn(w->text + i, " \t");
		if (w->text[i] != '\0')
			w->text[i++] = '\0';
	}
}

bool split_refuse(const struct split *w, int good, char *reply, size_t size)
{
	if (good >= w->count)
		snprintf(reply, size, "ERROR: %% Incomplete command");
	else
		snprintf(reply, size, "%*s^\nERROR: %% Invalid input detected at '^' marker.", w->at[good], "");
	return false;
}
