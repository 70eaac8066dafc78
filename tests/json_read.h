/* JSON, read where it stands: a value is a pointer to its first character, and nothing is copied but strings.
 *
 * For messages that a well-behaved program wrote; what is malformed has no value. */
#ifndef FAILSCOPE_TESTS_JSON_READ_H
#define FAILSCOPE_TESTS_JSON_READ_H

#include <stdbool.h>

/* The value at a path of members, "result.result.value"; a number counts in an array, "params.args.0".  NULL where
 * there is none. */
const char *json_at(const char *value, const char *path);

/* Is the value at a path this string (without escapes in it)? */
bool json_is(const char *value, const char *path, const char *text);

/* The string at a path with its escapes undone, for free(); of a value of another kind, its characters; NULL where
 * there is none. */
char *json_copy(const char *value, const char *path);

#endif
