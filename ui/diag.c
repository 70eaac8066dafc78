/* The list of complaints, kept in the order in which it is read. */
#include "ui/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "ui/utf8.h"

void diag_init(struct diag *d)
{
	d->errors = d->warnings = d->count = 0;
}

void diag_clean(char *out, size_t size, const char *text)
{
	size_t used = 0;
	uint32_t rune;

	for (int n; (n = utf8_decode(text, &rune)) > 0; text += n) {
		bool broken = n == 1 && (unsigned char)*text >= 0x80;
		bool fine = !broken && utf8_shown(rune) == rune;
		size_t length = fine ? (size_t)n : 4 * (size_t)n;

		if (used + length >= size)
			break;
		for (int i = 0; i < n; i++) {
			if (fine)
				out[used++] = text[i];
			else
				used += (size_t)snprintf(
				    out + used, size - used, "\\x%02X", (unsigned char)text[i]);
		}
	}
	out[used] = '\0';
}

/* Takes a row out. */
static void drop_row(struct diag *d, int at)
{
	d->count--;
	memmove(&d->rows[at], &d->rows[at + 1], (size_t)(d->count - at) * sizeof d->rows[0]);
}

/* Is there room for one more?  A full list gives up its last warning for an error. */
static bool make_room(struct diag *d, bool warning)
{
	if (d->count < DIAG_MAX)
		return true;
	for (int i = d->count - 1; i >= 0 && !warning; i--) {
		if (d->rows[i].warning) {
			drop_row(d, i);
			return true;
		}
	}
	return false;
}

/* Where a row belongs: behind the rows of its file up to its line, or at the end. */
static int find_room(const struct diag *d, const char *file, int line)
{
	int first = 0, at;

	while (first < d->count && strcmp(d->rows[first].file, file) != 0)
		first++;
	for (at = first; at < d->count && strcmp(d->rows[at].file, file) == 0; at++)
		if (d->rows[at].line > line)
			break;
	return at;
}

void diag_add(struct diag *d, bool warning, const char *file, int line, const char *format, ...)
{
	char sentence[2 * DIAG_SENTENCE_LEN], name[DIAG_FILE_LEN];
	struct diag_row *row;
	va_list list;
	int at;

	*(warning ? &d->warnings : &d->errors) += 1;
	if (!make_room(d, warning))
		return;
	diag_clean(name, sizeof name, file);
	at = find_room(d, name, line);
	row = &d->rows[at];
	memmove(row + 1, row, (size_t)(d->count - at) * sizeof *row);
	d->count++;
	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	row->warning = warning;
	row->line = line;
	memcpy(row->file, name, sizeof name);
	diag_clean(row->sentence, sizeof row->sentence, sentence);
}

void diag_format(const struct diag_row *row, char *out, size_t size)
{
	const char *mark = row->warning ? "warning: " : "";

	if (row->line > 0)
		snprintf(out, size, "%s:%d: %s%s", row->file, row->line, mark, row->sentence);
	else
		snprintf(out, size, "%s: %s%s", row->file, mark, row->sentence);
}

void diag_print(const struct diag *d, FILE *out)
{
	char text[DIAG_FILE_LEN + DIAG_SENTENCE_LEN + 32];
	int more = d->errors + d->warnings - d->count;

	for (int i = 0; i < d->count; i++) {
		diag_format(&d->rows[i], text, sizeof text);
		fprintf(out, "%s\n", text);
	}
	if (more > 0)
		fprintf(out, "and %d more\n", more);
}
