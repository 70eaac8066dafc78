/* Big letters.
 *
 * A letter is rows of pixels, as text; a size says which font and how many half columns and half rows a pixel has.  A
 * cell is four quarters; which of them are covered chooses the block character. */
#include "ui/views/letters.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { FONT_SMALL, FONT_BIG, FONT_COUNT };

static const int font_height[FONT_COUNT] = { 5, 7 };

static const struct letter {
	char code;
	const char *rows[FONT_COUNT]; /* parted by blanks */
} letters[] = {
#define LETTER(code, small, big) { code, { small, big } },
#include "ui/views/letters.def"
};

/* Font, and a pixel in half columns and half rows. */
static const struct size {
	int font, w, h;
	bool utf8, ascii; /* where the size is of use */
} sizes[LETTERS_NONE] = {
	[LETTERS_HUGE] = { FONT_BIG, 4, 2, true, true },
	[LETTERS_TALL] = { FONT_BIG, 2, 2, false, true },
	[LETTERS_LARGE] = { FONT_SMALL, 4, 2, true, true },
	[LETTERS_BIG] = { FONT_BIG, 2, 1, true, false },
	[LETTERS_THIN] = { FONT_SMALL, 2, 2, false, true },
	[LETTERS_SMALL] = { FONT_SMALL, 2, 1, true, false },
	[LETTERS_FINE] = { FONT_BIG, 1, 1, true, false },
	[LETTERS_TINY] = { FONT_SMALL, 1, 1, true, false },
};

/* The letter of a character, or NULL. */
static const struct letter *find(char c)
{
	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].code == c)
			return &letters[i];
	return NULL;
}

/* How many pixels wide a letter is. */
static int pixels(const struct letter *l, int font)
{
	return (int)strcspn(l->rows[font], " ");
}

/* Is the pixel a part of the letter? */
static bool is_set(const struct letter *l, int font, int x, int y)
{
	return l->rows[font][y * (pixels(l, font) + 1) + x] == '#';
}

/* A text's width in half columns, a pixel between two letters; -1 where a letter is missing. */
static int half_columns(enum letters size, const char *text)
{
	int n = 0;

	for (; *text; text++) {
		const struct letter *l = find(*text);

		if (!l)
			return -1;
		n += (pixels(l, sizes[size].font) + 1) * sizes[size].w;
	}
	return n > 0 ? n - sizes[size].w : 0;
}

int letters_width(enum letters size, const char *text)
{
	int n = half_columns(size, text);

	return n < 0 ? -1 : (n + 1) / 2;
}

int letters_height(enum letters size)
{
	return (font_height[sizes[size].font] * sizes[size].h + 1) / 2;
}

enum letters letters_fit(const char *text, int w, int h, enum charset charset, enum letters most)
{
	for (enum letters size = most; size < LETTERS_NONE; size++) {
		int width = letters_width(size, text);
		bool of_use = charset == CHARSET_ASCII ? sizes[size].ascii : sizes[size].utf8;

		if (of_use && width >= 0 && width <= w && letters_height(size) <= h)
			return size;
	}
	return LETTERS_NONE;
}

/* Is the quarter of the canvas, in half columns and half rows from the text's corner, covered by the text? */
static bool is_covered(enum letters size, const char *text, int x, int y)
{
	const struct size *s = &sizes[size];

	for (; *text; text++) {
		const struct letter *l = find(*text);
		int w = l ? pixels(l, s->font) * s->w : 0;

		if (x < w)
			return y < font_height[s->font] * s->h && is_set(l, s->font, x / s->w, y / s->h);
		x -= w + s->w;
		if (x < 0)
			break;
	}
	return false;
}

void letters_draw(struct area a, int x, int y, enum letters size, enum style style, const char *text)
{
	/* By upper left 1, upper right 2, lower left 4, lower right 8. */
	static const char *const blocks[16] = { NULL, "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟",
		"█" };
	int w = letters_width(size, text), h = size < LETTERS_NONE ? letters_height(size) : 0;

	for (int row = 0; row < h; row++)
		for (int column = 0; column < w; column++) {
			int bits = 0;

			for (int q = 0; q < 4; q++)
				bits |= is_covered(size, text, 2 * column + (q & 1), 2 * row + (q >> 1)) << q;
			if (bits)
				area_text(a, x + column, y + row, style, blocks[bits]);
		}
}
