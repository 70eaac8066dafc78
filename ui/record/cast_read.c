/* The header of a recording, read back.
 *
 *   header line ──scan──> version, "failscope" {lab, script, until} ──conf, script──> a run
 *
 * A small scanner of JSON, for one line and for nothing else.  It stops at the first thing that it does not understand
 * and says at which character.  Strings are decoded where they stand, as they never grow by that; so the texts that are
 * handed on lie in the header itself.  What the keys do not ask for is passed over. */
#include "ui/record/cast.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/conf/value.h"
#include "ui/path.h"
#include "ui/utf8.h"

enum { DEPTH_MAX = 32, NUMBER_LEN = 40, VERSION = 2 };

/* What a header says of its run; texts are in the header. */
struct header {
	char *lab, *lines[SCRIPT_MAX];
	uint32_t count;
	char version[NUMBER_LEN], until[NUMBER_LEN];
	bool has_run;
};

struct scan {
	char *start, *at;
	struct header *header;
	char why[DIAG_SENTENCE_LEN]; /* empty: it is fine so far */
};

/* --- the scanner ------------------------------------------------------------------------------------------- */

/* Notes the first thing that is wrong; always false. */
static bool refuse(struct scan *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(struct scan *s, const char *format, ...)
{
	va_list list;
	size_t used;

	if (s->why[0])
		return false;
	va_start(list, format);
	vsnprintf(s->why, sizeof s->why, format, list);
	va_end(list);
	used = strlen(s->why);
	snprintf(s->why + used, sizeof s->why - used, " at character %td", s->at - s->start + 1);
	return false;
}

static void skip_blanks(struct scan *s)
{
	s->at += strspn(s->at, " \t\r\n");
}

/* Takes a character where it is the next; false, without a word, where it is not. */
static bool take(struct scan *s, char c)
{
	skip_blanks(s);
	if (*s->at != c)
		return false;
	s->at++;
	return true;
}

static bool expect(struct scan *s, char c)
{
	return take(s, c) || refuse(s, "this is no asciicast: '%c' is missing", c);
}

/* The value of four hexadecimal digits, or -1. */
static int32_t hex4(const char *at)
{
	int32_t n = 0;

	for (int i = 0; i < 4; i++) {
		const char *digit = at[i] ? strchr("0123456789abcdefABCDEF", at[i]) : NULL;
		int value = digit ? (int)(digit - "0123456789abcdefABCDEF") : -1;

		if (value < 0)
			return -1;
		n = n * 16 + (value > 15 ? value - 6 : value);
	}
	return n;
}

/* Decodes \uXXXX, and a pair of them; writes the character at `to`. */
static bool take_unicode(struct scan *s, char **to)
{
	int32_t rune = hex4(s->at), low;
	char bytes[5];
	int n;

	if (rune < 0)
		return refuse(s, "four hexadecimal digits are missing behind \\u");
	s->at += 4;
	if (rune >= 0xd800 && rune < 0xdc00 && s->at[0] == '\\' && s->at[1] == 'u') {
		low = hex4(s->at + 2);
		if (low >= 0xdc00 && low < 0xe000) {
			rune = 0x10000 + ((rune - 0xd800) << 10) + (low - 0xdc00);
			s->at += 6;
		}
	}
	if (rune == 0)
		return refuse(s, "a text has a NUL in it");
	n = utf8_encode((uint32_t)rune, bytes);
	memcpy(*to, bytes, (size_t)n);
	*to += n;
	return true;
}

/* Decodes what stands behind a backslash. */
static bool take_escape(struct scan *s, char **to)
{
	static const char letters[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	char c = *s->at;
	const char *found = c ? strchr(letters, c) : NULL;

	if (c == 'u') {
		s->at++;
		return take_unicode(s, to);
	}
	if (!found)
		return refuse(s, "an escape is unknown");
	s->at++;
	*(*to)++ = means[found - letters];
	return true;
}

/* A string, decoded where it stands; NULL where it is none. */
static char *take_string(struct scan *s)
{
	char *text, *to;

	if (!take(s, '"')) {
		refuse(s, "this is no asciicast: a text is missing");
		return NULL;
	}
	text = to = s->at;
	while (*s->at != '"') {
		char c = *s->at;

		if ((unsigned char)c < 0x20) {
			refuse(s, "a text is not closed");
			return NULL;
		}
		s->at++;
		if (c != '\\')
			*to++ = c;
		else if (!take_escape(s, &to))
			return NULL;
	}
	s->at++;
	*to = '\0';
	return text;
}

/* A number, true, false or null, as it stands. */
static bool take_word(struct scan *s, char word[NUMBER_LEN])
{
	size_t length;

	skip_blanks(s);
	length = strspn(s->at, "+-.0123456789abcdefghijklmnopqrstuvwxyzE");
	if (length == 0 || length >= NUMBER_LEN)
		return refuse(s, "this is no asciicast: a value is missing");
	memcpy(word, s->at, length);
	word[length] = '\0';
	s->at += length;
	return true;
}

/* Passes over a value of any kind: what is open is counted, so no depth of it is one of ours. */
static bool skip_value(struct scan *s, const char *key)
{
	char word[NUMBER_LEN], open[DEPTH_MAX + 1];
	int depth = 0;

	(void)key;
	do {
		skip_blanks(s);
		if (*s->at == '{' || *s->at == '[') {
			if (depth == DEPTH_MAX)
				return refuse(s, "values lie too deep in each other");
			open[depth++] = *s->at++ == '{' ? '}' : ']';
			continue;
		}
		if (depth > 0 && *s->at == open[depth - 1]) {
			s->at++;
			depth--;
		} else if (depth > 0 && (*s->at == ',' || *s->at == ':')) {
			s->at++;
		} else if (*s->at == '"' ? !take_string(s) : !take_word(s, word)) {
			return false;
		}
	} while (depth > 0);
	return true;
}

/* An object: each key goes to `read`, which takes its value or passes it over. */
static bool take_object(struct scan *s, bool (*read)(struct scan *s, const char *key))
{
	if (!expect(s, '{'))
		return false;
	if (take(s, '}'))
		return true;
	do {
		const char *key = take_string(s);

		if (!key || !expect(s, ':') || !read(s, key))
			return false;
	} while (take(s, ','));
	return expect(s, '}');
}

/* --- the header's keys ------------------------------------------------------------------------------------- */

/* The lines of the script. */
static bool take_lines(struct scan *s)
{
	if (!expect(s, '['))
		return false;
	if (take(s, ']'))
		return true;
	do {
		char *line = take_string(s);

		if (!line)
			return false;
		if (s->header->count == SCRIPT_MAX)
			return refuse(s, "a script has room for %d commands", SCRIPT_MAX);
		s->header->lines[s->header->count++] = line;
	} while (take(s, ','));
	return expect(s, ']');
}

static bool read_run_key(struct scan *s, const char *key)
{
	if (strcmp(key, "script") == 0)
		return take_lines(s);
	if (strcmp(key, "until") == 0)
		return take_word(s, s->header->until);
	if (strcmp(key, "lab") != 0)
		return skip_value(s, key);
	s->header->lab = take_string(s);
	return s->header->lab != NULL;
}

static bool read_key(struct scan *s, const char *key)
{
	if (strcmp(key, "version") == 0)
		return take_word(s, s->header->version);
	if (strcmp(key, "failscope") != 0)
		return skip_value(s, key);
	s->header->has_run = true;
	s->header->count = 0;
	return take_object(s, read_run_key);
}

/* Reads the header as a whole. */
static bool read_header(struct scan *s)
{
	const struct header *h = s->header;

	if (!take_object(s, read_key))
		return false;
	skip_blanks(s);
	if (*s->at)
		return refuse(s, "something stands behind the header");
	if (strcmp(h->version, "2") != 0)
		snprintf(s->why, sizeof s->why, "this is version '%.20s' of asciicast; only %d can be opened", h->version,
		    VERSION);
	else if (!h->has_run || !h->lab)
		snprintf(s->why, sizeof s->why, "there is no run in this recording, as failscope did not make it: it can "
						"only be watched");
	return !s->why[0];
}

/* --- the run ----------------------------------------------------------------------------------------------- */

/* Makes the run of what the header says. */
static void make_run(const char *name, const struct header *h, struct cast_run *run, struct diag *diag)
{
	char label[DIAG_FILE_LEN], why[DIAG_SENTENCE_LEN];

	run->until_ms = 0;
	if (h->until[0] && !value_parse_time(h->until, &run->until_ms))
		diag_add(diag, false, name, 1, "until: '%s' is no time", h->until);
	snprintf(label, sizeof label, "%.180s: lab", name);
	if (!conf_read_text(label, h->lab, run->lab, run->screen, diag))
		return;
	snprintf(label, sizeof label, "%.180s: script", name);
	for (uint32_t n = 0; n < h->count; n++)
		if (!script_add(run->script, run->lab, h->lines[n], why, sizeof why))
			diag_add(diag, false, label, (int)n + 1, "%s", why);
}

bool cast_read_text(const char *name, char *text, struct cast_run *run, struct diag *diag)
{
	static struct header header;
	struct scan s = { .start = text, .at = text, .header = &header };
	int errors = diag->errors;

	header = (struct header){ 0 };
	if (read_header(&s))
		make_run(name, &header, run, diag);
	else
		diag_add(diag, false, name, 1, "%s", s.why);
	return diag->errors == errors;
}

/* Reads the first line of a file; false with the reason in `diag`. */
static bool read_line(const char *path, char line[CAST_HEADER_MAX], struct diag *diag)
{
	FILE *file = fopen(path, "r");
	size_t length = 0;
	int c = EOF;

	if (!file) {
		diag_add(diag, false, path, 0, "cannot be read: %s", strerror(errno));
		return false;
	}
	while (length + 1 < CAST_HEADER_MAX && (c = getc(file)) != EOF && c != '\n')
		line[length++] = (char)c;
	line[length] = '\0';
	if (ferror(file))
		diag_add(diag, false, path, 0, "cannot be read: %s", strerror(errno));
	else if (length == 0)
		diag_add(diag, false, path, 0, "the file is empty: there is no header in it");
	else if (length + 1 == CAST_HEADER_MAX)
		diag_add(diag, false, path, 1, "the header has more than %d bytes", CAST_HEADER_MAX);
	else if (strlen(line) < length)
		diag_add(diag, false, path, 1, "the header has a NUL in it");
	else {
		fclose(file);
		return true;
	}
	fclose(file);
	return false;
}

bool cast_read_file(const char *path, struct cast_run *run, struct diag *diag)
{
	static char line[CAST_HEADER_MAX];

	return read_line(path, line, diag) && cast_read_text(path, line, run, diag);
}

bool cast_is_name(const char *path)
{
	return path_ends(path, ".cast");
}
