/* Texts spoiled at random, the same way every time: what fuzzers of readers are fed. */
#ifndef FAILSCOPE_TESTS_SPOIL_H
#define FAILSCOPE_TESTS_SPOIL_H

#include <stddef.h>
#include <stdint.h>

/* A generator of its own, so that a seed is a story: a number below `bound`. */
uint32_t spoil_random(uint64_t *state, uint32_t bound);

/* What is put in: pieces that mean something to a reader of INI files, or of JSON. */
struct spoil_pieces {
	const char *const *list;
	uint32_t count;
};

extern const struct spoil_pieces spoil_ini, spoil_json;

/* Spoils a text of `size` bytes in one place; returns its new size, at most 64 bytes more. */
size_t spoil_text(char *text, size_t size, const struct spoil_pieces *pieces, uint64_t *state);

#endif
