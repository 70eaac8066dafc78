/* What a run goes on until, as people write it: "g1 active on ASA2", "any group moves", "CTX1/inside Failed".
 *
 * One list has every form of a condition, with its help and examples. A condition is met by the step with which it
 * becomes true; what is true already must first become false. A state that is entered and left again within one step
 * counts, too: the entries of the trace tell of it. */
#ifndef FAILSCOPE_UI_UNTIL_H
#define FAILSCOPE_UI_UNTIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/history.h"

enum {
	UNTIL_LEN = 100,                /* bytes of a condition, the NUL included */
	UNTIL_WITHIN_MS = 3600 * 1000,  /* how far ahead it is looked for */
};

/* The forms of a condition. */
enum until_form_id {
	FORM_STATE,
	FORM_MOVES,
	FORM_SPLIT,
	FORM_NOBODY,
	FORM_UNIT,
	FORM_STATUS,
	FORM_LINK,
	FORM_SETTLED,
	FORM_ENTRY,
	FORM_COUNT
};

struct until {
	uint8_t form;  /* enum until_form_id, the index into until_forms */
	uint8_t group; /* 0: any */
	uint8_t unit;  /* UNIT_BOTH: any */
	uint8_t value; /* a state, a status, ..., as the form has it */
	uint8_t wire;  /* of a link: enum wire */
	bool held;     /* what the watch remembers of the step before */
	uint16_t iface;
	uint8_t active[GROUP_COUNT]; /* who was Active then: bits by unit */
};

struct until_form {
	const char *words;    /* "GROUP STATE [on UNIT]" */
	const char *sentence; /* what it means */
	const char *examples; /* joined by |; $P, $S the units, $L, $T the links, $I an interface of the lab */
};

extern const struct until_form until_forms[];
extern const int until_form_count;

/* Reads a condition about a lab; capitals do not count. Returns false, with a sentence in `why`. */
bool until_parse(const struct lab *lab, const char *text, struct until *u, char *why, size_t size);

/* The watch for history_until and history_until_back; `u` must outlive it. */
struct watch until_watch(struct until *u);

/* Is it something that happens ("g1 moves", "entry LANTEST") and never holds? */
bool until_happens(const struct until *u);

/* Does it hold now? Of what happens never. Begins the watch anew. */
bool until_holds(const struct sim *s, struct until *u);

/* The n-th example of a form, or of all, that fits the lab; false behind the last. */
bool until_form_example(const struct lab *lab, int form, int n, char out[UNTIL_LEN]);
bool until_example(const struct lab *lab, int n, char out[UNTIL_LEN]);

#endif
