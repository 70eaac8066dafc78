/* Drawing onto cells.
 *
 * Two small functions carry the promises.  `cut` clips, in 64 bits, so that no coordinate can
 * overflow; `place` is the only way to a cell, and there is none outside the area.  A wide
 * character is two cells, a head of width 2 and its tail, and never one without the other: whoever
 * writes over a half makes the other half a blank, which is the one thing that can happen just
 * outside an area. */
#include "ui/canvas.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/utf8.h"

enum { PRINT_BYTES = 512, LINE_MASK = 3 };

static_assert(sizeof(struct cell) == 8, "a cell has no hidden padding: rows are compared as bytes");

static const struct cell empty_cell = { .width = 1, .style = STYLE_PLAIN };

static int64_t clamp(int64_t n, int64_t least, int64_t most)
{
	return n < least ? least : n > most ? most : n;
}

/* Cuts `*length` cells from `*start` on to what lies in 0 to `limit`. */
static void cut(int *start, int *length, int limit)
{
	int64_t first = *start, end = first + (*length > 0 ? *length : 0);

	limit = limit > 0 ? limit : 0;
	first = clamp(first, 0, limit);
	*start = (int)first;
	*length = (int)(clamp(end, first, limit) - first);
}

/* A rectangle of an area, clipped to it, in canvas coordinates. */
static struct rect clip(struct area a, int x, int y, int w, int h)
{
	cut(&x, &w, a.rect.w);
	cut(&y, &h, a.rect.h);
	return (struct rect){ a.rect.x + x, a.rect.y + y, w, h };
}

/* The cell at a place of the area, or NULL outside. */
static struct cell *place(struct area a, int64_t x, int64_t y)
{
	if (x < 0 || y < 0 || x >= a.rect.w || y >= a.rect.h)
		return NULL;
	x += a.rect.x;
	y += a.rect.y;
	assert(x >= 0 && x < a.canvas->columns);
	assert(y >= 0 && y < a.canvas->rows);
	return &a.canvas->cells[y * a.canvas->columns + x];
}

/* The cells of one row of a clipped rectangle. */
static struct cell *row_of(struct canvas *c, struct rect r, int row)
{
	assert(r.x >= 0 && r.x + r.w <= c->columns);
	assert(r.y >= 0 && r.y + r.h <= c->rows);
	return &c->cells[(r.y + row) * c->columns + r.x];
}

/* Makes half of a wide character a blank in its own style. */
static void blank_half(struct cell *half)
{
	half->rune = ' ';
	half->width = 1;
	half->flags &= (uint8_t)~CELL_TAIL;
}

/* A cell is about to be written: if it is half of a wide character, neither half is one any more.
 */
static void split_wide(struct cell *cell)
{
	if (cell->flags & CELL_TAIL)
		blank_half(cell - 1);
	else if (cell->width == 2)
		blank_half(cell + 1);
	else
		return;
	blank_half(cell);
}

/* Writes a character one cell wide. */
static void put(struct area a, int64_t x, int64_t y, enum style style, uint32_t rune)
{
	struct cell *cell = place(a, x, y);

	if (cell == NULL)
		return;
	split_wide(cell);
	*cell = (struct cell){ .rune = rune, .style = (uint8_t)style, .width = 1 };
}

/* Writes a character two cells wide; where only one of them is inside, that becomes a blank. */
static void put_wide(struct area a, int64_t x, int64_t y, enum style style, uint32_t rune)
{
	struct cell *head = place(a, x, y), *tail = place(a, x + 1, y);

	put(a, x, y, style, ' ');
	put(a, x + 1, y, style, ' ');
	if (head == NULL || tail == NULL)
		return;
	head->rune = tail->rune = rune;
	head->width = 2;
	tail->width = 0;
	tail->flags = CELL_TAIL;
}

/* Writes a character as it is shown; returns the cells that it takes. */
static int put_rune(struct area a, int64_t x, int64_t y, enum style style, uint32_t rune)
{
	int width;

	rune = utf8_shown(rune);
	if (rune == 0)
		return 0;
	width = utf8_width(rune);
	if (width == 2)
		put_wide(a, x, y, style, rune);
	else
		put(a, x, y, style, rune);
	return width;
}

/* Writes a text from a column that may be far outside; returns the cells that it takes. */
static int put_text(struct area a, int64_t x, int64_t y, enum style style, const char *text)
{
	int64_t from = x;
	uint32_t rune;

	assert(text != NULL);
	assert(style < STYLE_COUNT);
	for (int n; *text != '\0'; text += n) {
		bool plain = *text >= ' ' && *text <= '~'; /* most of all text: one byte, one cell */

		n = plain ? 1 : utf8_decode(text, &rune);
		if (plain)
			put(a, x++, y, style, (uint32_t)*text);
		else
			x += put_rune(a, x, y, style, rune);
	}
	return (int)(x - from);
}

void canvas_reset(struct canvas *c, int columns, int rows)
{
	int count, done = 1;

	c->columns = (int)clamp(columns, 0, CANVAS_COLUMNS_MAX);
	c->rows = (int)clamp(rows, 0, CANVAS_ROWS_MAX);
	count = c->columns * c->rows;
	/* One empty cell, copied over and over, twice as many each time. */
	c->cells[0] = empty_cell;
	for (; done < count; done *= 2)
		memcpy(&c->cells[done], c->cells, (size_t)(done < count - done ? done : count - done) * sizeof *c->cells);
}

struct area canvas_area(struct canvas *c)
{
	return (struct area){ c, { 0, 0, c->columns, c->rows } };
}

const struct cell *canvas_at(const struct canvas *c, int x, int y)
{
	if (x < 0 || y < 0 || x >= c->columns || y >= c->rows)
		return NULL;
	return &c->cells[y * c->columns + x];
}

void canvas_copy(struct canvas *to, const struct canvas *from)
{
	to->columns = from->columns;
	to->rows = from->rows;
	memcpy(to->cells, from->cells, (size_t)from->columns * (size_t)from->rows * sizeof *from->cells);
}

bool canvas_equal(const struct canvas *a, const struct canvas *b)
{
	if (a->columns != b->columns || a->rows != b->rows)
		return false;
	return memcmp(a->cells, b->cells,
		   (size_t)a->columns * (size_t)a->rows * sizeof *a->cells) == 0;
}

struct area area_part(struct area a, int x, int y, int w, int h)
{
	return (struct area){ a.canvas, clip(a, x, y, w, h) };
}

int area_text(struct area a, int x, int y, enum style style, const char *text)
{
	return put_text(a, x, y, style, text);
}

/* Takes back a last character whose bytes were cut by the end of the buffer. */
static void drop_cut_rune(char *text, size_t length)
{
	size_t first = length;
	uint32_t rune;

	while (first > 0 && ((unsigned char)text[--first] & 0xc0) == 0x80)
		continue;
	if ((unsigned char)text[first] >= 0xc0 && utf8_decode(text + first, &rune) == 1)
		text[first] = '\0';
}

int area_print(struct area a, int x, int y, enum style style, const char *format, ...)
{
	char text[PRINT_BYTES];
	va_list list;
	int n;

	va_start(list, format);
	n = vsnprintf(text, sizeof text, format, list);
	va_end(list);
	assert(n >= 0);
	if (n >= PRINT_BYTES)
		drop_cut_rune(text, PRINT_BYTES - 1);
	return put_text(a, x, y, style, text);
}

int area_text_right(struct area a, int right, int y, enum style style, const char *text)
{
	return put_text(a, (int64_t)right - utf8_cells(text), y, style, text);
}

void area_text_center(struct area a, int x, int w, int y, enum style style, const char *text)
{
	struct area middle = area_part(a, x, y, w, 1);
	int cells = utf8_cells(text);
	int64_t hidden = x < 0 ? x : 0; /* columns of the middle that lie left of the area */

	put_text(middle, hidden + (cells < w ? (w - cells) / 2 : 0), 0, style, text);
}

int area_wrap(struct area a, int x, int y, int w, int h, enum style style, const char *text)
{
	int lines = 0;

	for (size_t next; *text != '\0' && w > 0; text += next, lines++) {
		size_t bytes = utf8_line(text, w, PRINT_BYTES - 1, &next);

		if (lines < h)
			area_print(area_part(a, x, y + lines, w, 1), 0, 0, style, "%.*s", (int)bytes, text);
	}
	return lines;
}

void area_repeat(struct area a, int x, int y, int n, enum style style, uint32_t rune)
{
	int64_t width, i = 0;

	assert(style < STYLE_COUNT);
	rune = utf8_shown(rune);
	if (rune == 0)
		return;
	width = utf8_width(rune);
	if (x < 0)
		i = -(int64_t)x / width;
	for (; i < n && x + i * width < a.rect.w; i++)
		put_rune(a, x + i * width, y, style, rune);
}

void area_clear(struct area a, int x, int y, int w, int h, enum style style)
{
	struct area part = area_part(a, x, y, w, h);

	assert(style < STYLE_COUNT);
	for (int row = 0; row < part.rect.h; row++) {
		for (int column = 0; column < part.rect.w; column++)
			put(part, column, row, style, 0);
	}
}

/* Adds lines to lines; where both have one in a direction, the stronger stays. */
static uint8_t strongest(unsigned a, unsigned b)
{
	unsigned lines = 0;

	if (a == 0 || a == b)
		return (uint8_t)b;
	for (int shift = 0; shift < 8; shift += 2) {
		unsigned one = a >> shift & LINE_MASK, other = b >> shift & LINE_MASK;

		lines |= (one > other ? one : other) << shift;
	}
	return (uint8_t)lines;
}

/* Adds lines to a cell; a character that stood there goes. */
static void join_cell(struct cell *cell, unsigned lines, enum style style)
{
	if (lines == 0)
		return;
	split_wide(cell);
	if (cell->rune != 0 && cell->rune != ' ')
		*cell = empty_cell;
	cell->rune = 0;
	cell->lines = strongest(cell->lines, lines);
	cell->style = (uint8_t)style;
}

/* The same at a place of the area; nothing outside of it. */
static void join(struct area a, int x, int y, unsigned lines, enum style style)
{
	struct cell *cell = place(a, x, y);

	assert(style < STYLE_COUNT);
	if (cell != NULL)
		join_cell(cell, lines, style);
}

/* The order in which a line is drawn does not matter. */
static void sort(int *a, int *b)
{
	int low = *a < *b ? *a : *b, high = *a < *b ? *b : *a;

	*a = low;
	*b = high;
}

void area_across(struct area a, int x0, int x1, int y, enum weight weight, enum style style)
{
	unsigned left = (unsigned)weight << LINE_LEFT, right = (unsigned)weight << LINE_RIGHT;
	struct cell *row;

	assert(style < STYLE_COUNT);
	sort(&x0, &x1);
	if (y < 0 || y >= a.rect.h)
		return;
	row = row_of(a.canvas, a.rect, y);
	for (int x = x0 > 0 ? x0 : 0; x <= x1 && x < a.rect.w; x++)
		join_cell(&row[x], (x > x0 ? left : 0) | (x < x1 ? right : 0), style);
}

void area_down(struct area a, int x, int y0, int y1, enum weight weight, enum style style)
{
	unsigned up = (unsigned)weight << LINE_UP, down = (unsigned)weight << LINE_DOWN;

	sort(&y0, &y1);
	for (int y = y0 > 0 ? y0 : 0; y <= y1 && y < a.rect.h; y++)
		join(a, x, y, (y > y0 ? up : 0) | (y < y1 ? down : 0), style);
}

void area_stub(
    struct area a, int x, int y, enum line direction, enum weight weight, enum style style)
{
	join(a, x, y, (unsigned)weight << direction, style);
}

void area_frame(struct area a, int x, int y, int w, int h, enum weight weight, enum style style)
{
	int64_t right = (int64_t)x + w - 1, bottom = (int64_t)y + h - 1;

	if (w < 2 || h < 2)
		return;
	right = clamp(right, x, INT32_MAX);
	bottom = clamp(bottom, y, INT32_MAX);
	area_across(a, x, (int)right, y, weight, style);
	area_across(a, x, (int)right, (int)bottom, weight, style);
	area_down(a, x, y, (int)bottom, weight, style);
	area_down(a, (int)right, y, (int)bottom, weight, style);
}

void area_restyle(struct area a, int x, int y, int w, int h, enum style style)
{
	struct rect r = clip(a, x, y, w, h);

	assert(style < STYLE_COUNT);
	for (int row = 0; row < r.h; row++) {
		struct cell *cells = row_of(a.canvas, r, row);

		for (int i = 0; i < r.w; i++)
			cells[i].style = (uint8_t)style;
	}
}

void area_flag(struct area a, int x, int y, int w, int h, int flags)
{
	struct rect r = clip(a, x, y, w, h);
	uint8_t added = flags & (CELL_CHANGED | CELL_CURSOR | CELL_SHADED);

	for (int row = 0; row < r.h; row++) {
		struct cell *cells = row_of(a.canvas, r, row);

		for (int i = 0; i < r.w; i++)
			cells[i].flags |= added;
	}
}

/* Shades a stretch of a row of the area, from one column to before another. */
static void shade(struct area a, int y, int64_t from, int64_t to)
{
	struct cell *row = row_of(a.canvas, a.rect, y);

	for (int64_t x = from; x < to; x++)
		row[x].flags |= CELL_SHADED;
	/* Half a wide character is not lit: the other half goes with it. */
	if (from < to && row[from].flags & CELL_TAIL && from > 0)
		row[from].flags &= (uint8_t)~CELL_SHADED;
	if (from < to && row[to - 1].width == 2 && to < a.rect.w)
		row[to - 1].flags &= (uint8_t)~CELL_SHADED;
}

/* Where the first lit stretch of a row at or after a column begins, and where it ends; false where
 * there is none.  Rectangles that touch come one by one. */
static bool next_lit(struct area a, const struct rect *lit, int count, int y, int64_t x, int64_t *from, int64_t *to)
{
	*from = *to = a.rect.w;
	for (int i = 0; i < count; i++) {
		int64_t left = lit[i].x > x ? lit[i].x : x, right = (int64_t)lit[i].x + lit[i].w;

		if (y < lit[i].y || y >= (int64_t)lit[i].y + lit[i].h || right <= left || left >= *from)
			continue;
		*from = left;
		*to = clamp(right, left, a.rect.w);
	}
	return *from < a.rect.w;
}

void area_shade(struct area a, const struct rect *lit, int count)
{
	for (int y = 0; y < a.rect.h; y++) {
		int64_t x = 0, from, to;

		for (; next_lit(a, lit, count, y, x, &from, &to); x = to)
			shade(a, y, x, from);
		shade(a, y, x, a.rect.w);
	}
}
