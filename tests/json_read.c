/* JSON, read where it stands; see json_read.h. */
#include "tests/json_read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ui/utf8.h"

static const char blanks[] = " \t\r\n";

static const char *skip_blanks(const char *at)
{
	return at + strspn(at, blanks);
}

/* Past a string that begins here; NULL where it has no end. */
static const char *skip_string(const char *at)
{
	for (at++; *at != '"'; at++) {
		if (*at == '\\')
			at++;
		if (*at == '\0')
			return NULL;
	}
	return at + 1;
}

/* Past the value that begins here; NULL where it has no end. */
static const char *skip_value(const char *at)
{
	int depth = 0;

	do {
		at = skip_blanks(at);
		if (*at == '\0')
			return NULL;
		if (*at == '"') {
			at = skip_string(at);
			if (!at)
				return NULL;
		} else if (strchr("{[", *at)) {
			depth++;
			at++;
		} else if (strchr("}]", *at)) {
			depth--;
			at++;
		} else if (strchr(",:", *at)) {
			at++;
		} else {
			at += strcspn(at, " \t\r\n,:{}[]\"");
		}
	} while (depth > 0);
	return at;
}

/* The value of a member of the object, or the element of that number; NULL where there is none. */
static const char *member(const char *at, const char *name, size_t length)
{
	bool array = *at == '[';
	unsigned long wanted = array ? strtoul(name, NULL, 10) : 0;

	if (!array && *at != '{')
		return NULL;
	at = skip_blanks(at + 1);
	for (unsigned long n = 0; at && *at != '\0' && *at != '}' && *at != ']'; n++) {
		bool same = array ? n == wanted : strncmp(at + 1, name, length) == 0 && at[1 + length] == '"';

		if (!array) {
			at = *at == '"' ? skip_string(at) : NULL;
			at = at ? skip_blanks(at) : NULL;
			if (!at || *at != ':')
				return NULL;
			at = skip_blanks(at + 1);
		}
		if (same)
			return at;
		at = skip_value(at);
		at = at ? skip_blanks(at) : NULL;
		if (at && *at == ',')
			at = skip_blanks(at + 1);
	}
	return NULL;
}

const char *json_at(const char *value, const char *path)
{
	value = skip_blanks(value);
	while (value && *path) {
		size_t length = strcspn(path, ".");

		value = member(value, path, length);
		path += length + (path[length] == '.');
	}
	return value;
}

bool json_is(const char *value, const char *path, const char *text)
{
	const char *at = json_at(value, path);
	size_t length = strlen(text);

	return at && *at == '"' && strncmp(at + 1, text, length) == 0 && at[1 + length] == '"';
}

/* Four hexadecimal digits, or 0. */
static uint32_t hex(const char *at)
{
	char digits[5] = "";

	memcpy(digits, at, strnlen(at, 4));
	return (uint32_t)strtoul(digits, NULL, 16);
}

/* The code point of an escape; `at`, on the character behind the backslash, moves to its last one. */
static uint32_t unescape(const char **at)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *found = strchr(from, **at);
	uint32_t rune, low;

	if (found)
		return (uint32_t)to[found - from];
	if (**at != 'u' || strnlen(*at, 5) < 5)
		return (uint32_t)**at;
	rune = hex(*at + 1);
	*at += 4;
	if (rune >> 10 != 0xd800 >> 10 || strncmp(*at + 1, "\\u", 2) != 0)
		return rune;
	low = hex(*at + 3);
	*at += 6;
	return 0x10000 + ((rune & 0x3ff) << 10) + (low & 0x3ff);
}

char *json_copy(const char *value, const char *path)
{
	const char *at = json_at(value, path), *end = at ? skip_value(at) : NULL;
	char *copy, *to;

	if (!end)
		return NULL;
	copy = to = calloc(1, (size_t)(end - at) + 1);
	if (!copy || *at != '"')
		return copy ? memcpy(copy, at, (size_t)(end - at)) : NULL;
	for (at++; at < end - 1; at++) {
		if (*at != '\\') {
			*to++ = *at;
			continue;
		}
		at++;
		to += utf8_encode(unescape(&at), to);
	}
	*to = '\0';
	return copy;
}
