/* A random life of a random lab: drawn from a seed, lived with an observer beside it, and made short where it fails.
 *
 * A life is a lab, as the text of an INI file, and a list of commands.  Everything is broken and mended and typed at
 * random; in the end all is mended, and the pair must come to rest. */
#ifndef FAILSCOPE_TESTS_CHAOS_H
#define FAILSCOPE_TESTS_CHAOS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/sim.h"
#include "tests/invariants.h"

enum { CHAOS_COMMANDS = 48, CHAOS_TEXT = 4096 };

struct chaos_command {
	uint32_t at_ms; /* since the lab opened */
	struct command command;
};

struct chaos {
	uint32_t seed;
	uint32_t random; /* the generator */
	uint32_t count;
	struct chaos_command commands[CHAOS_COMMANDS]; /* by time */
	struct lab lab;
	char text[CHAOS_TEXT]; /* the lab as an INI file */
	uint32_t events;       /* of the last run */
	uint32_t failed_step, failed_ms;
	uint64_t failed_hash;
	char sentence[SENTENCE_LEN];
};

/* Draws a life from a seed. Returns false, with a sentence, where the lab that was drawn is none. */
bool chaos_draw(struct chaos *c, uint32_t seed);

/* Lives it. Returns false, with a sentence, the step and the hash, where something does not hold. */
bool chaos_live(struct chaos *c);

/* Takes away every command without which it fails still. The life must have failed. */
void chaos_shrink(struct chaos *c);

/* Prints seed, step, hash and sentence, the lab, and the commands as a script. */
void chaos_print(const struct chaos *c, FILE *out);

#endif
