/* Texts that are kept beside the tests: compared whole, shown as a difference, rewritten by UPDATE=1. */
#ifndef FAILSCOPE_TESTS_GOLDEN_H
#define FAILSCOPE_TESTS_GOLDEN_H

#include <stdbool.h>

/* Is the text the one in the file? With UPDATE=1 in the environment it becomes it. Prints the first lines that differ
 * where it is not. */
bool golden_equal(const char *path, const char *text);

#endif
