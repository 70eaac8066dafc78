/* The lines of the log, for every view that shows some of them. */
#ifndef FAILSCOPE_UI_VIEWS_LOG_H
#define FAILSCOPE_UI_VIEWS_LOG_H

#include "ui/views/view.h"

enum { LOG_LINES_MAX = CANVAS_ROWS_MAX };

struct log_line {
	const struct entry *e;
	uint32_t more; /* like entries that are folded into it */
};

/* The last lines, newest first, from the present back, without the `skip` newest. Returns how many, at most `most`. */
int log_collect(const struct scene *scene, struct log_line lines[], int most, uint32_t skip);

/* How many lines it can be scrolled back, where `room` are shown: to the oldest, and no further. */
uint32_t log_most_back(const struct scene *scene, int room);

enum style log_style(const struct entry *e);

/* An entry in words; the end of the chain to Active says the one thing that counts. Returns `out`. */
const char *log_text(const struct sim *s, const struct entry *e, char *out, size_t size);

#endif
