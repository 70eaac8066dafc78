/* Lines, character by character, so that nothing in a file goes by unseen. */
#include "ui/conf/lines.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "ui/utf8.h"

enum { READ_LENGTH = LINES_LENGTH_MAX + 4 }; /* a byte order mark is not counted */

void lines_from_file(struct lines *l, FILE *file)
{
	memset(l, 0, sizeof *l);
	l->file = file;
	l->ahead = EOF;
}

void lines_from_text(struct lines *l, const char *text)
{
	memset(l, 0, sizeof *l);
	l->text = text;
	l->ahead = EOF;
}

/* Refuses the line; the first reason counts. */
static void refuse(struct lines *l, const char *why)
{
	if (!l->why[0])
		snprintf(l->why, sizeof l->why, "%s", why);
}

/* Refuses it for a character that would do something to a screen. */
static void refuse_control(struct lines *l, uint32_t rune)
{
	if (!l->why[0])
		snprintf(l->why, sizeof l->why, "there is a control character (U+%04X) in the line",
		    rune);
}

/* The next character, or EOF. */
static int take(struct lines *l)
{
	int c = l->ahead;

	l->ahead = EOF;
	if (c != EOF)
		return c;
	if (l->taken++ == LINES_BYTES_MAX) {
		refuse(l, "the file goes on for more than 16 MB and is not read further");
		l->ended = true;
		return EOF;
	}
	if (l->text)
		return *l->text ? (unsigned char)*l->text++ : EOF;
	errno = 0;
	c = getc(l->file);
	if (c == EOF && ferror(l->file))
		snprintf(l->why, sizeof l->why, "cannot be read: %s", strerror(errno));
	return c;
}

/* Is this CR the first half of a line end? */
static bool ends_line(struct lines *l)
{
	l->ahead = take(l);
	return l->ahead == '\n' || l->ahead == EOF;
}

/* Notes what a single byte gives away. */
static void check_byte(struct lines *l, int c)
{
	if (c == '\0')
		refuse(l, "there is a NUL byte in the line");
	else if (c == '\r')
		refuse(l, "a carriage return stands in the line; lines end in LF or CR LF");
	else if ((c < 0x20 && c != '\t') || c == 0x7f)
		refuse_control(l, (uint32_t)c);
}

/* Reads up to the line end; returns the bytes, kept or not, or -1 where nothing was left. */
static long read_line(struct lines *l, char *line, size_t size)
{
	long length = 0;
	int c;

	while ((c = take(l)) != EOF && c != '\n') {
		if (c == '\r' && ends_line(l))
			continue;
		check_byte(l, c);
		if ((size_t)length + 1 < size)
			line[length] = (char)(c == '\t' ? ' ' : c);
		length++;
	}
	l->ended = l->ended || c == EOF;
	if (length == 0 && c == EOF)
		return -1;
	line[(size_t)length < size ? (size_t)length : size - 1] = '\0';
	return length;
}

/* Notes what only whole characters give away: broken UTF-8, and what would write on the screen
 * backwards. */
static void check_text(struct lines *l, const char *line)
{
	uint32_t rune;

	for (int n; (n = utf8_decode(line, &rune)) > 0; line += n) {
		if (n == 1 && (unsigned char)*line >= 0x80)
			refuse(l, "the line is not valid UTF-8");
		else if ((rune >= 0x80 && rune < 0xa0) || rune == 0x2028 || rune == 0x2029)
			refuse_control(l, rune);
		else if ((rune >= 0x202a && rune <= 0x202e) || (rune >= 0x2066 && rune <= 0x2069))
			refuse(l, "a character in the line turns the direction of writing");
	}
}

bool lines_next(struct lines *l, char line[LINES_LENGTH_MAX + 1])
{
	static const char mark[] = "\xef\xbb\xbf";
	char raw[READ_LENGTH];
	const char *start = raw;
	long length;

	line[0] = l->why[0] = '\0';
	if (l->ended)
		return false;
	length = read_line(l, raw, sizeof raw);
	if (length < 0)
		return l->why[0] != '\0';
	l->line++;
	if (l->line == 1 && strncmp(raw, mark, 3) == 0) {
		start += 3;
		length -= 3;
	}
	if (length > LINES_LENGTH_MAX)
		refuse(l, "the line is too long: more than 199 bytes");
	else
		check_text(l, start);
	start += strspn(start, " ");
	if (!l->why[0])
		memcpy(line, start, strlen(start) + 1);
	return true;
}
