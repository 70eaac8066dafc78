/* One typed value of a file or a command line: text to field, and back. */
#ifndef FAILSCOPE_UI_CONF_VALUE_H
#define FAILSCOPE_UI_CONF_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/lab.h"

enum {
	VALUE_LEN = 120, /* every value, formatted */
	VALUE_WHY_LEN = 200,
	VALUE_WORD_LEN = 64,
};

/* Reads the value of a key into its field; false, with a reason and the field untouched, where it
 * is none or out of range.  A SWITCH is only checked: the number of the switch is the caller's to
 * set, unless it is `none`. */
bool value_parse(
    const struct lab_key *key, const char *text, void *field, char *why, size_t why_size);

/* The value as a file would say it.  A SWITCH, which has a number only, is `none` or that number.
 */
void value_format(const struct lab_key *key, const void *field, char *out, size_t size);

/* What the key takes, for people: "200 ms to 15 s", "primary or secondary", ... */
void value_range(const struct lab_key *key, char *out, size_t size);

/* The word of a choice; false behind the last. */
bool value_choice(const struct lab_key *key, uint32_t index, char word[VALUE_WORD_LEN]);

/* A time: `30`, `30.5`, `1.5 s`, `500ms`, `msec 500`, `2m`, `2 min`; false for all else, for more
 * than TIME_MAX_MS and for what is finer than a millisecond. */
bool value_parse_time(const char *text, uint32_t *ms);

/* The size of a screen, `80x24`: columns and rows, from 0x0 to what a canvas has room for. */
bool value_parse_size(const char *text, int *columns, int *rows);

/* A time as `30 s` or `500 ms`. */
void value_format_time(uint32_t ms, char *out, size_t size);

/* Can a unit, a context, an interface, a link, a switch be called so?  Letters, digits, `-`, `_`
 * and `.`, at most `most` of them; else the reason. */
bool value_check_name(const char *text, size_t most, char *why, size_t why_size);

#endif
