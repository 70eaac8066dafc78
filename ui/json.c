/* JSON out; see json.h. */
#include "ui/json.h"

#include <assert.h>
#include <inttypes.h>

#include "ui/utf8.h"

void json_begin(struct json *j, FILE *out, bool pretty)
{
	*j = (struct json){ .out = out, .pretty = pretty, .first = true };
}

/* A new line at the present depth, where lines are wanted. */
static void break_line(struct json *j)
{
	if (j->pretty)
		fprintf(j->out, "\n%*s", 2 * j->depth, "");
}

static void quote(struct json *j, const char *text)
{
	uint32_t rune;

	fputc('"', j->out);
	for (int n; (n = utf8_decode(text, &rune)) > 0; text += n) {
		char bytes[5];

		utf8_encode(rune, bytes);
		if (rune == '"' || rune == '\\')
			fprintf(j->out, "\\%c", (int)rune);
		else if (rune < 0x20 || rune == 0x7f)
			fprintf(j->out, "\\u%04" PRIx32, rune);
		else
			fputs(bytes, j->out);
	}
	fputc('"', j->out);
}

/* What stands before a value: a comma, and its key. */
static void lead(struct json *j, const char *key)
{
	if (!j->first)
		fputs(j->pretty ? "," : ", ", j->out);
	if (j->depth > 0)
		break_line(j);
	if (key) {
		quote(j, key);
		fputs(": ", j->out);
	}
	j->first = false;
}

static void open_with(struct json *j, const char *key, char bracket)
{
	lead(j, key);
	fputc(bracket, j->out);
	j->depth++;
	j->first = true;
}

static void close_with(struct json *j, char bracket)
{
	assert(j->depth > 0);
	j->depth--;
	if (!j->first)
		break_line(j);
	fputc(bracket, j->out);
	j->first = false;
}

void json_open_object(struct json *j, const char *key)
{
	open_with(j, key, '{');
}

void json_close_object(struct json *j)
{
	close_with(j, '}');
}

void json_open_array(struct json *j, const char *key)
{
	open_with(j, key, '[');
}

void json_close_array(struct json *j)
{
	close_with(j, ']');
}

void json_text(struct json *j, const char *key, const char *text)
{
	lead(j, key);
	quote(j, text);
}

void json_number(struct json *j, const char *key, int64_t number)
{
	lead(j, key);
	fprintf(j->out, "%" PRId64, number);
}

void json_bool(struct json *j, const char *key, bool yes)
{
	lead(j, key);
	fputs(yes ? "true" : "false", j->out);
}

void json_null(struct json *j, const char *key)
{
	lead(j, key);
	fputs("null", j->out);
}

void json_seconds(struct json *j, const char *key, int64_t ms)
{
	int64_t size = ms < 0 ? -ms : ms;

	lead(j, key);
	fprintf(j->out, "%s%" PRId64 ".%03d", ms < 0 ? "-" : "", size / 1000, (int)(size % 1000));
}

void json_end(struct json *j)
{
	assert(j->depth == 0);
	fputc('\n', j->out);
	j->first = true;
}
