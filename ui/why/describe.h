/* A frame in sentences, for those who do not see it: alternative texts, descriptions of pictures. */
#ifndef FAILSCOPE_UI_WHY_DESCRIBE_H
#define FAILSCOPE_UI_WHY_DESCRIBE_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/history.h"

/* `size` that is enough for every pair. */
enum { DESCRIBE_LEN = 2048, DESCRIBE_TITLE_LEN = 160 };

/* How the pair is at the present: who is active for which group, where each unit is that is not, what it takes its mate
 * for, what is broken, which interfaces have failed, and the last notable event, as whole sentences in one line.  What
 * does not fit is left out. Returns `out`. */
const char *describe_frame(const struct history *h, char *out, size_t size);

/* Is the entry one that is told by itself?  The system space follows group 1, and what became of connections stands behind
 * the move that it is about: both are only told along with others. */
bool describe_tells(const struct entry *e);

/* The newest such entry since the lab opened, or NULL. */
const struct entry *describe_last(const struct history *h);

/* An entry as a sentence without its time: "ASA2, G1 Standby Ready to Just Active (HELLO not heard from mate)". Returns
 * `out`. */
const char *describe_entry(const struct history *h, const struct entry *e, char *out, size_t size);

/* What a picture of the present is called: the lab's title (`name` where it has none) and the time. Returns `out`. */
const char *describe_title(const struct history *h, const char *name, char *out, size_t size);

#endif
