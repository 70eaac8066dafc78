/* JSON, written as it goes: nothing is kept but where we are.
 *
 * A value in an object has a key, one in an array (or on its own) has NULL.  Text is escaped here
 * and nowhere else. */
#ifndef FAILSCOPE_UI_JSON_H
#define FAILSCOPE_UI_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json {
	FILE *out;
	int depth;
	bool pretty; /* a value a line, two blanks for each depth; else all in one line */
	bool first;  /* nothing stands in the innermost object or array yet */
};

void json_begin(struct json *j, FILE *out, bool pretty);

void json_open_object(struct json *j, const char *key);
void json_close_object(struct json *j);
void json_open_array(struct json *j, const char *key);
void json_close_array(struct json *j);

/* Text; invalid UTF-8 becomes U+FFFD. */
void json_text(struct json *j, const char *key, const char *text);
void json_number(struct json *j, const char *key, int64_t number);
void json_bool(struct json *j, const char *key, bool yes);
void json_null(struct json *j, const char *key);

/* Milliseconds as a number of seconds with three decimals: 40.000, -0.500. */
void json_seconds(struct json *j, const char *key, int64_t ms);

/* The value is whole: ends the line. */
void json_end(struct json *j);

#endif
