/* Texts spoiled at random, the same way every time: what fuzzers of readers are fed. */
#ifndef FAILSCOPE_TESTS_SPOIL_H
#define FAILSCOPE_TESTS_SPOIL_H

#include <stddef.h>
#include <stdint.h>

/* A generator of its own, so that a seed is a story: a number below `bound`. */
uint32_t spoil_random(uint64_t *state, uint32_t bound);

/* Spoils a text of `size` bytes in one place; returns its new size, at most 64 bytes more. */
size_t spoil_text(char *text, size_t size, uint64_t *state);

#endif
