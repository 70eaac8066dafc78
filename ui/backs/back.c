/* What the formats share: the sink, the choice of the glyph, and what a cell looks like in the end.
 *
 * Lines come as directions and leave here as one of Unicode's box characters.  Unicode has every
 * junction of light and heavy, but of light and double only those whose two verticals, and two
 * horizontals, are alike; where there is none, the strongest weight is taken for the whole
 * junction. */
#include "ui/backs/back.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/utf8.h"

enum { PRINT_BYTES = 1024, LINE_MASK = 3, UPRIGHT = 0x0f, FLAT = 0xf0 };

const struct back backs[] = {
#define BACK(word, ending) { #word, ending, back_emit_##word },
	BACKS(BACK)
#undef BACK
};

const int back_count = sizeof backs / sizeof *backs;

/* clang-format off */

/* Every box character without gaps and bends, at its directions. */
#define AT(up, down, left, right) \
	[(up) << LINE_UP | (down) << LINE_DOWN | (left) << LINE_LEFT | (right) << LINE_RIGHT]
static const uint32_t line_glyphs[256] = {
	AT(0, 0, 1, 1) = U'─', AT(0, 0, 3, 3) = U'━', AT(1, 1, 0, 0) = U'│', AT(3, 3, 0, 0) = U'┃',
	AT(0, 1, 0, 1) = U'┌', AT(0, 1, 0, 3) = U'┍', AT(0, 3, 0, 1) = U'┎', AT(0, 3, 0, 3) = U'┏',
	AT(0, 1, 1, 0) = U'┐', AT(0, 1, 3, 0) = U'┑', AT(0, 3, 1, 0) = U'┒', AT(0, 3, 3, 0) = U'┓',
	AT(1, 0, 0, 1) = U'└', AT(1, 0, 0, 3) = U'┕', AT(3, 0, 0, 1) = U'┖', AT(3, 0, 0, 3) = U'┗',
	AT(1, 0, 1, 0) = U'┘', AT(1, 0, 3, 0) = U'┙', AT(3, 0, 1, 0) = U'┚', AT(3, 0, 3, 0) = U'┛',
	AT(1, 1, 0, 1) = U'├', AT(1, 1, 0, 3) = U'┝', AT(3, 1, 0, 1) = U'┞', AT(1, 3, 0, 1) = U'┟',
	AT(3, 3, 0, 1) = U'┠', AT(3, 1, 0, 3) = U'┡', AT(1, 3, 0, 3) = U'┢', AT(3, 3, 0, 3) = U'┣',
	AT(1, 1, 1, 0) = U'┤', AT(1, 1, 3, 0) = U'┥', AT(3, 1, 1, 0) = U'┦', AT(1, 3, 1, 0) = U'┧',
	AT(3, 3, 1, 0) = U'┨', AT(3, 1, 3, 0) = U'┩', AT(1, 3, 3, 0) = U'┪', AT(3, 3, 3, 0) = U'┫',
	AT(0, 1, 1, 1) = U'┬', AT(0, 1, 3, 1) = U'┭', AT(0, 1, 1, 3) = U'┮', AT(0, 1, 3, 3) = U'┯',
	AT(0, 3, 1, 1) = U'┰', AT(0, 3, 3, 1) = U'┱', AT(0, 3, 1, 3) = U'┲', AT(0, 3, 3, 3) = U'┳',
	AT(1, 0, 1, 1) = U'┴', AT(1, 0, 3, 1) = U'┵', AT(1, 0, 1, 3) = U'┶', AT(1, 0, 3, 3) = U'┷',
	AT(3, 0, 1, 1) = U'┸', AT(3, 0, 3, 1) = U'┹', AT(3, 0, 1, 3) = U'┺', AT(3, 0, 3, 3) = U'┻',
	AT(1, 1, 1, 1) = U'┼', AT(1, 1, 3, 1) = U'┽', AT(1, 1, 1, 3) = U'┾', AT(1, 1, 3, 3) = U'┿',
	AT(3, 1, 1, 1) = U'╀', AT(1, 3, 1, 1) = U'╁', AT(3, 3, 1, 1) = U'╂', AT(3, 1, 3, 1) = U'╃',
	AT(3, 1, 1, 3) = U'╄', AT(1, 3, 3, 1) = U'╅', AT(1, 3, 1, 3) = U'╆', AT(3, 1, 3, 3) = U'╇',
	AT(1, 3, 3, 3) = U'╈', AT(3, 3, 3, 1) = U'╉', AT(3, 3, 1, 3) = U'╊', AT(3, 3, 3, 3) = U'╋',
	AT(0, 0, 2, 2) = U'═', AT(2, 2, 0, 0) = U'║', AT(0, 1, 0, 2) = U'╒', AT(0, 2, 0, 1) = U'╓',
	AT(0, 2, 0, 2) = U'╔', AT(0, 1, 2, 0) = U'╕', AT(0, 2, 1, 0) = U'╖', AT(0, 2, 2, 0) = U'╗',
	AT(1, 0, 0, 2) = U'╘', AT(2, 0, 0, 1) = U'╙', AT(2, 0, 0, 2) = U'╚', AT(1, 0, 2, 0) = U'╛',
	AT(2, 0, 1, 0) = U'╜', AT(2, 0, 2, 0) = U'╝', AT(1, 1, 0, 2) = U'╞', AT(2, 2, 0, 1) = U'╟',
	AT(2, 2, 0, 2) = U'╠', AT(1, 1, 2, 0) = U'╡', AT(2, 2, 1, 0) = U'╢', AT(2, 2, 2, 0) = U'╣',
	AT(0, 1, 2, 2) = U'╤', AT(0, 2, 1, 1) = U'╥', AT(0, 2, 2, 2) = U'╦', AT(1, 0, 2, 2) = U'╧',
	AT(2, 0, 1, 1) = U'╨', AT(2, 0, 2, 2) = U'╩', AT(1, 1, 2, 2) = U'╪', AT(2, 2, 1, 1) = U'╫',
	AT(2, 2, 2, 2) = U'╬', AT(0, 0, 1, 0) = U'╴', AT(1, 0, 0, 0) = U'╵', AT(0, 0, 0, 1) = U'╶',
	AT(0, 1, 0, 0) = U'╷', AT(0, 0, 3, 0) = U'╸', AT(3, 0, 0, 0) = U'╹', AT(0, 0, 0, 3) = U'╺',
	AT(0, 3, 0, 0) = U'╻', AT(0, 0, 1, 3) = U'╼', AT(1, 3, 0, 0) = U'╽', AT(0, 0, 3, 1) = U'╾',
	AT(3, 1, 0, 0) = U'╿',
};
#undef AT

/* The stand-ins of the symbols, one cell for one cell; what is not here and not ASCII is a '?'. */
static const struct {
	uint32_t rune;
	char ascii;
} stand_ins[] = {
	{ U'●', '*' }, { U'○', 'o' }, { U'✗', 'X' }, { U'╳', 'X' }, { U'◌', '~' }, { U'►', '>' },
	{ U'◄', '<' }, { U'▶', '>' }, { U'◀', '<' }, { U'◐', 'w' }, { U'◔', 't' }, { U'◯', 'o' },
	{ U'·', '.' }, { U'…', '.' }, { U'–', '-' }, { U'—', '-' }, { U'→', '>' }, { U'←', '<' },
	{ U'↑', '^' }, { U'↓', 'v' }, { U'↔', '=' }, { U'⇄', '=' }, { U'≈', '~' }, { U'×', 'x' },
	{ U'▽', 'v' }, { U'█', '#' }, { U'▓', '#' }, { U'▒', ':' }, { U'░', '.' }, { U'▌', '|' },
	{ U'▐', '|' }, { U'▲', '^' }, { U'▼', 'v' }, { U'✓', 'v' }, { U'⚠', '!' }, { U'≥', '>' },
	{ U'≤', '<' }, { U'‘', '\'' }, { U'’', '\'' }, { U'“', '"' }, { U'”', '"' }, { U'╌', '-' },
	{ U'\u00a0', ' ' },
};

/* clang-format on */

void sink_bytes(struct sink *s, const char *bytes, size_t n)
{
	if (s->length < s->size) {
		size_t room = s->size - s->length;

		memcpy(s->bytes + s->length, bytes, n < room ? n : room);
	}
	s->length += n;
}

void sink_text(struct sink *s, const char *text)
{
	sink_bytes(s, text, strlen(text));
}

void sink_print(struct sink *s, const char *format, ...)
{
	char text[PRINT_BYTES];
	va_list list;
	int n;

	va_start(list, format);
	n = vsnprintf(text, sizeof text, format, list);
	va_end(list);
	assert(n >= 0);
	assert(n < PRINT_BYTES);
	sink_bytes(s, text, (size_t)n);
}

void sink_number(struct sink *s, int n)
{
	char digits[12];
	size_t at = sizeof digits;
	unsigned rest = n < 0 ? 0u - (unsigned)n : (unsigned)n;

	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (n < 0)
		digits[--at] = '-';
	sink_bytes(s, digits + at, sizeof digits - at);
}

void sink_rgb(struct sink *s, int32_t rgb)
{
	char text[7] = "#";

	for (int i = 6; i > 0; i--) {
		text[i] = "0123456789abcdef"[rgb & 15];
		rgb >>= 4;
	}
	sink_bytes(s, text, sizeof text);
}

/* Writes one code point that a file may hold, as an entity where it means something to XML. */
static void escape_rune(struct sink *s, uint32_t rune)
{
	char glyph[5];

	switch (rune) {
	case '&':
		sink_text(s, "&amp;");
		break;
	case '<':
		sink_text(s, "&lt;");
		break;
	case '>':
		sink_text(s, "&gt;");
		break;
	case '"':
		sink_text(s, "&quot;");
		break;
	default:
		sink_bytes(s, glyph, (size_t)utf8_encode(rune, glyph));
	}
}

void sink_escaped(struct sink *s, const char *text)
{
	uint32_t rune;

	for (int n; (n = utf8_decode(text, &rune)) > 0; text += n) {
		if (rune != '\n' && rune != '\t')
			rune = utf8_shown(rune);
		if (rune != 0)
			escape_rune(s, rune);
	}
}

void sink_json(struct sink *s, const char *bytes, size_t n)
{
	sink_text(s, "\"");
	for (size_t from = 0, i = 0; i <= n; i++) {
		unsigned char c = i < n ? (unsigned char)bytes[i] : 0;

		if (i < n && c >= 0x20 && c != 0x7f && c != '"' && c != '\\' && c != '<')
			continue;
		sink_bytes(s, bytes + from, i - from);
		if (i == n)
			break;
		if (c == '"' || c == '\\')
			sink_print(s, "\\%c", c);
		else if (c == '\n')
			sink_text(s, "\\n");
		else
			sink_print(s, "\\u%04x", c);
		from = i + 1;
	}
	sink_text(s, "\"");
}

const struct back *back_find(const char *word)
{
	for (int i = 0; i < back_count; i++) {
		if (strcmp(backs[i].word, word) == 0)
			return &backs[i];
	}
	return NULL;
}

/* Are there lines in the cell, and no character? */
static bool has_lines(const struct cell *cell)
{
	return cell->rune == 0 && cell->lines != 0;
}

/* The strongest weight in any direction. */
static unsigned strongest(unsigned lines)
{
	unsigned most = 0;

	for (; lines > 0; lines >>= 2)
		most = (lines & LINE_MASK) > most ? lines & LINE_MASK : most;
	return most;
}

/* The same directions, all in one weight. */
static unsigned uniform(unsigned lines, unsigned weight)
{
	unsigned result = 0;

	for (int shift = 0; shift < 8; shift += 2)
		result |= (lines >> shift & LINE_MASK ? weight : 0) << shift;
	return result;
}

/* The box character of lines; a double line that ends in the cell is drawn through, as it has no
 * half. */
static uint32_t line_glyph(unsigned lines)
{
	unsigned weight = strongest(lines), even = uniform(lines, weight);

	if (line_glyphs[lines] != 0)
		return line_glyphs[lines];
	if (line_glyphs[even] != 0)
		return line_glyphs[even];
	return line_glyphs[uniform(lines & FLAT ? FLAT : UPRIGHT, weight)];
}

/* Lines in ASCII. */
static char line_ascii(unsigned lines)
{
	if ((lines & UPRIGHT) && (lines & FLAT))
		return '+';
	if (lines & UPRIGHT)
		return '|';
	return strongest(lines) > WEIGHT_LIGHT ? '=' : '-';
}

/* The same for a box character that came as text. */
static char box_ascii(uint32_t rune)
{
	for (unsigned lines = 0; lines < 256; lines++) {
		if (line_glyphs[lines] == rune)
			return line_ascii(lines);
	}
	return '+';
}

/* Is the code point one of Unicode's box characters? */
static bool is_box(uint32_t rune)
{
	return rune >= 0x2500 && rune <= 0x257f;
}

/* The one ASCII character for a code point. */
static char stand_in(uint32_t rune)
{
	if (rune < 0x80)
		return (char)rune;
	for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++) {
		if (stand_ins[i].rune == rune)
			return stand_ins[i].ascii;
	}
	return is_box(rune) ? box_ascii(rune) : '?';
}

int back_glyph(const struct cell *cell, enum charset charset, char out[5])
{
	uint32_t rune = cell->rune;

	if (has_lines(cell))
		rune = charset == CHARSET_ASCII ? (uint32_t)line_ascii(cell->lines)
						: line_glyph(cell->lines);
	else if (rune == 0)
		rune = ' ';
	else if (charset == CHARSET_ASCII)
		rune = (uint32_t)stand_in(rune);
	else if (cell->flags & CELL_TAIL) {
		out[0] = '\0';
		return 0;
	}
	return utf8_encode(rune, out);
}

/* Is the cell a piece of a line or of a big letter, drawn by directions or written as a box or block character? */
static bool is_line(const struct cell *cell)
{
	return has_lines(cell) || is_box(cell->rune) || (cell->rune >= 0x2580 && cell->rune <= 0x259f);
}

int back_look_key(const struct cell *cell)
{
	return cell->style << 4 | (cell->flags & CELL_SHADED) | (cell->flags & (CELL_CHANGED | CELL_CURSOR)) << 1 |
	       is_line(cell);
}

struct cell back_look_cell(int key)
{
	return (struct cell){
		.lines = key & 1, .style = (uint8_t)(key >> 4), .flags = (uint8_t)((key >> 1 & 3) | (key & CELL_SHADED))
	};
}

struct look back_look(const struct cell *cell, enum theme theme, enum depth depth)
{
	struct look look = theme_look(theme, depth, (enum style)cell->style, cell->flags);

	if (is_line(cell))
		look.attrs &= (uint8_t)~ATTR_UNDERLINE;
	return look;
}

/* So many parts of a colour and one of another. */
static int32_t mixed(int32_t rgb, int parts, int32_t one)
{
	int32_t result = 0;

	for (int shift = 16; shift >= 0; shift -= 8)
		result |= ((rgb >> shift & 255) * parts + (one >> shift & 255)) / (parts + 1) << shift;
	return result;
}

struct look back_paint(const struct cell *cell, enum theme theme)
{
	struct look look = back_look(cell, theme, DEPTH_RGB);
	int32_t ground = (int32_t)theme_ground(theme), ink = (int32_t)theme_ink(theme);

	if (look.fg < 0)
		look.fg = ink;
	if (look.attrs & ATTR_DIM)
		look.fg = mixed(look.fg, cell->flags & CELL_SHADED ? 1 : 2, ground);
	if (look.attrs & ATTR_REVERSE) {
		look.bg = look.fg;
		look.fg = ground;
	}
	look.attrs &= ATTR_BOLD | ATTR_UNDERLINE;
	return look;
}

bool back_is_blank(const struct cell *cell)
{
	return cell->rune == ' ' || (cell->rune == 0 && cell->lines == 0);
}

/* Does the cell show something although it is blank? */
static bool is_filled(const struct cell *cell)
{
	struct look look = back_look(cell, THEME_MONO, DEPTH_MONO);

	return look.attrs & (ATTR_REVERSE | ATTR_UNDERLINE);
}

int back_row_end(const struct canvas *c, int y, bool fills)
{
	int end = c->columns;

	for (; end > 0; end--) {
		const struct cell *cell = canvas_at(c, end - 1, y);

		assert(cell != NULL);
		if (!back_is_blank(cell) || (fills && is_filled(cell)))
			break;
	}
	return end;
}

void back_styles(const struct canvas *c, struct sink *sink)
{
	for (int y = 0; y < c->rows; y++) {
		const struct cell *row = &c->cells[y * c->columns];
		int end = c->columns;

		while (end > 0 && (row[end - 1].style == STYLE_PLAIN || row[end - 1].flags & CELL_SHADED))
			end--;
		for (int x = 0; x < end; x++) {
			bool dark = row[x].flags & CELL_SHADED;
			char letter = dark ? ' ' : style_letter((enum style)row[x].style);

			sink_bytes(sink, &letter, 1);
		}
		sink_bytes(sink, "\n", 1);
	}
}
