/* What the readers of values share; everybody else wants value.h. */
#ifndef FAILSCOPE_UI_CONF_VALUE_READER_H
#define FAILSCOPE_UI_CONF_VALUE_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/lab.h"

/* A reader under way. */
struct value_reader {
	const struct lab_key *key;
	const char *text;
	void *field;
	char *why;
	size_t why_size;
};

/* Says what is wrong, and returns false. */
bool value_refuse(struct value_reader *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Sets the field to a number; to a text, if it fits, with zeros behind it. */
bool value_set_number(struct value_reader *p, uint32_t value);
bool value_set_text(struct value_reader *p, const char *text, size_t length);

/* Takes digits off the text; false where there are none, or where they are more than `most`. */
bool value_take_digits(const char **text, uint64_t most, uint64_t *value);

const char *value_skip_blanks(const char *text);

/* Reads a NAME, a SWITCH, a PORT, a LINK; an ADDRESS, whose mask may be a number of bits as well
 * (10.1.1.1/24). */
bool value_read_name(struct value_reader *p);
bool value_read_switch(struct value_reader *p);
bool value_read_port(struct value_reader *p);
bool value_read_link(struct value_reader *p);
bool value_read_address(struct value_reader *p);

#endif
