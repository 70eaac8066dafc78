/* What "why" is asked about: a thing as it is at the present, or a line of the log. */
#ifndef FAILSCOPE_UI_WHY_SUBJECT_H
#define FAILSCOPE_UI_WHY_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/history.h"
#include "ui/target.h"

enum { SUBJECT_ROOTS = 8, SUBJECT_SENTENCE = 480, SUBJECT_TOLD = 320, SUBJECT_NAME = 112 };

/* What is asked about: where its causes begin, and which groups it concerns. */
struct subject {
	const struct entry *entry; /* a line of the log; NULL: a thing as it is now */
	uint32_t roots[SUBJECT_ROOTS];
	int root_count;
	unsigned groups; /* bits */
	char name[SUBJECT_NAME];
	char sentence[SUBJECT_SENTENCE];
};

/* Finds out what there is to say of a target (also of those that only ui/target.h knows). Without a name, nothing is
 * known of it any more. */
void subject_find(struct subject *j, const struct history *h, struct target about);

/* Parses what people ask about: what target_parse takes, "ASA1:G1", "G1" or "group 1" (at the unit that has it), "CTX1",
 * "#47" (an entry that has happened). Returns false, with a sentence in `reason`. */
bool subject_parse(const struct history *h, const char *text, struct target *about, char *reason, size_t size);

/* An entry in words, with "fault" and "mend" before what a person did. Returns `out`. */
const char *subject_told(const struct sim *s, const struct entry *e, char out[SUBJECT_TOLD]);

#endif
