/* What can be broken, and mending it. The list is faults.def. */
#ifndef FAILSCOPE_SIM_FAULT_H
#define FAILSCOPE_SIM_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/sim.h"

enum fault_id {
#define FAULT(id, ...) FAULT_##id,
#include "sim/faults.def"
	FAULT_COUNT
};

enum target_mask { MASK_UNIT = 1, MASK_LEG = 2, MASK_LINK = 4, MASK_SWITCH = 8 };

struct fault {
	const char *word;
	unsigned targets; /* or of enum target_mask */
	const char *does, *mends;
};

extern const struct fault faults[FAULT_COUNT];

/* The fault of that word, or -1. */
int fault_find(const char *word);

/* Can this be done to that? */
bool fault_fits(enum fault_id fault, struct target target);

/* What stands behind a fault's word where it is a quantity: "%" or "ms"; "" where it is none. The amount that is meant
 * where none is given, and the largest. */
const char *fault_unit(enum fault_id fault);
uint32_t fault_usual(enum fault_id fault);
uint32_t fault_most(enum fault_id fault);

/* Is it broken so? A cable counts as broken where either leg is. */
bool fault_present(const struct sim *s, enum fault_id fault, struct target target);

/* How many faults are there in all? */
uint32_t fault_count(const struct sim *s);

/* The faults of the lab, one after the other: starts at *cursor = 0; false where there is none left. */
bool fault_next(const struct sim *s, uint32_t *cursor, enum fault_id *fault, struct target *target);

/* Breaks or mends it, as part of a command's step. Returns false, with a sentence in `reply`, where that cannot be
 * done now (it is broken already, it is not broken). */
bool fault_inject(struct sim *s, enum fault_id fault, struct target target, uint32_t amount, char *reply, size_t size);
bool fault_mend(struct sim *s, enum fault_id fault, struct target target, char *reply, size_t size);

/* Parses "ASA1", "primary", "folink", "ASA1:folink", "ASA1:CTX1/inside", "SW-IN". Returns false, with a sentence in
 * `why`, where nothing is called that. */
bool target_parse(const struct lab *lab, const char *text, struct target *target, char *why, size_t size);

/* The same name back, into at least 96 bytes. Returns `out`. */
const char *target_name(const struct lab *lab, struct target target, char *out, size_t size);

#endif
