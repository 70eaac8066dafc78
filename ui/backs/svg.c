/* A picture for a page: ground, fills, blocks, lines, words, in that order.
 *
 * Fonts differ from reader to reader, and not all renderers obey textLength.  So a word is put at
 * its own column, a symbol (which may come from yet another font) too, and lines and blocks are
 * drawn, not written: they meet whatever the font.  A cell is 9 x 19, all coordinates are integers, so the
 * bytes are the same everywhere and edges are sharp.
 *
 * Lines.  An arm goes from the edge of a cell to near its centre.  Where exactly it ends depends on
 * the other arms: a double line is two strokes, and each ends at the nearer or the farther stroke
 * of another double, or runs on.
 *
 *          | |
 *      ----' '----   the upper stroke of the right arm begins at the nearer stroke of the arm
 * above,
 *      ----. .----   the lower one at that of the arm below; where one of those is missing, at the
 *          | |       farther stroke of the other
 *
 * Arms that touch become one stroke: a row's strokes are open in three tracks (the double's two,
 * and the middle) as the scan goes right, a column's likewise as it goes down.  Each colour is a
 * path of its own, each thickness too. */
#include "ui/backs/back.h"

#include <assert.h>

enum {
	CELL_W = 9,
	CELL_H = 19,
	CENTRE_X = 4, /* of the pixel that the middle stroke fills */
	CENTRE_Y = 9,
	GAP = 2, /* from the middle to a stroke of a double line */
	BASELINE = 14,
	UNDERLINE = 16,
	MARGIN = 9, /* around all cells; the first cell's corner is 0, 0 all the same */
	FONT_SIZE = 15, /* cell width / 0.6 */
	WORD_MAX = 16, /* a longer one is put down in pieces: a font's advance is not 0.6 to the last digit */
	TRACKS = 3,
	LINE_MASK = 3,
	SYMBOLS_FIRST =
	    0xe1, /* lead byte of U+1000: from here on, a font may be too wide or narrow */
};

/* A stroke that may still grow; none where `to` is not after `from`. */
struct stroke {
	int at, from, to;
};

/* One picture being written. */
struct picture {
	const struct canvas *canvas;
	enum theme theme;
	enum charset charset;
	struct sink *sink;
	struct look paints[BACK_LOOKS]; /* by back_look_key */
	int32_t ink;
};

/* One path: all strokes of a colour in a weight. */
struct path {
	const struct picture *picture;
	int32_t colour;
	bool thick, open; /* open: its element has begun */
	struct stroke across[TRACKS];
	struct stroke down[CANVAS_COLUMNS_MAX][TRACKS];
};

static bool has_lines(const struct cell *cell)
{
	return cell->rune == 0 && cell->lines != 0;
}

/* Works out all looks there can be. */
static void mix_paints(struct picture *p)
{
	for (int key = 0; key < BACK_LOOKS; key++) {
		struct cell cell = back_look_cell(key);

		assert(back_look_key(&cell) == key);
		p->paints[key] = back_paint(&cell, p->theme);
	}
}

static void attribute(struct sink *s, const char *name, int value)
{
	sink_text(s, name);
	sink_text(s, "=\"");
	sink_number(s, value);
	sink_text(s, "\"");
}

static void attribute_rgb(struct sink *s, const char *name, int32_t rgb)
{
	sink_text(s, name);
	sink_text(s, "=\"");
	sink_rgb(s, rgb);
	sink_text(s, "\"");
}

static void rectangle(struct sink *s, struct rect r, int32_t rgb)
{
	attribute(s, "<rect x", r.x);
	attribute(s, " y", r.y);
	attribute(s, " width", r.w);
	attribute(s, " height", r.h);
	attribute_rgb(s, " fill", rgb);
	sink_text(s, "/>\n");
}

/* The fill of a cell, or what underlines it; -1 for none. */
static int32_t bar_colour(const struct picture *p, const struct cell *cell, bool fill)
{
	const struct look *paint = &p->paints[back_look_key(cell)];

	if (fill)
		return paint->bg;
	return paint->attrs & ATTR_UNDERLINE ? paint->fg : -1;
}

/* One rectangle for each run of cells of a row with the same fill, or the same underline. */
static void bars(const struct picture *p, int y, bool fill)
{
	const struct cell *row = &p->canvas->cells[y * p->canvas->columns];
	int top = y * CELL_H + (fill ? 0 : UNDERLINE), height = fill ? CELL_H : 1;

	for (int x = 0, end; x < p->canvas->columns; x = end) {
		int32_t colour = bar_colour(p, &row[x], fill);

		for (end = x + 1; end < p->canvas->columns; end++) {
			if (bar_colour(p, &row[end], fill) != colour)
				break;
		}
		if (colour >= 0)
			rectangle(p->sink,
			    (struct rect){ x * CELL_W, top, (end - x) * CELL_W, height }, colour);
	}
}

/* The stroke as it is drawn: caps lengthen it by half its thickness, which it must not at the edge of a cell. */
static struct stroke trimmed(const struct path *path, struct stroke stroke, bool down)
{
	int size = down ? CELL_H : CELL_W;

	if (stroke.from % size == 0)
		stroke.from += path->thick ? 1 : 0;
	if (stroke.to % size == 0)
		stroke.to -= path->thick ? 2 : 1;
	return stroke;
}

/* Which quarters of a cell a block character covers: upper left 1, upper right 2, lower left 4, lower right 8; 0 for
 * other characters. */
static unsigned quarters(const struct cell *cell)
{
	/* From U+2596 on: ▖ ▗ ▘ ▙ ▚ ▛ ▜ ▝ ▞ ▟ */
	static const uint8_t corners[] = { 4, 8, 1, 13, 9, 7, 11, 2, 6, 14 };

	switch (cell->rune) {
	case U'▀':
		return 3;
	case U'▄':
		return 12;
	case U'█':
		return 15;
	case U'▌':
		return 5;
	case U'▐':
		return 10;
	default:
		return cell->rune >= 0x2596 && cell->rune <= 0x259f ? corners[cell->rune - 0x2596] : 0;
	}
}

/* The colour of half a column of the upper or the lower half of a row, where a block covers it; or -1. */
static int32_t block_colour(const struct picture *p, const struct cell *row, int half_x, bool lower)
{
	const struct cell *cell = &row[half_x / 2];

	if (!(quarters(cell) & (1u << (half_x % 2 + 2 * lower))))
		return -1;
	return p->paints[back_look_key(cell)].fg;
}

/* Where half a column begins. */
static int half_column(int half_x)
{
	return half_x / 2 * CELL_W + half_x % 2 * CENTRE_X;
}

/* Blocks as rectangles, so that they meet whatever the font: the upper halves of a row, or the lower ones. */
static void blocks(const struct picture *p, int y, bool lower)
{
	const struct cell *row = &p->canvas->cells[y * p->canvas->columns];
	int top = y * CELL_H + (lower ? CENTRE_Y : 0), height = lower ? CELL_H - CENTRE_Y : CENTRE_Y;

	for (int x = 0, end; x < 2 * p->canvas->columns; x = end) {
		int32_t colour = block_colour(p, row, x, lower);

		for (end = x + 1; end < 2 * p->canvas->columns; end++) {
			if (block_colour(p, row, end, lower) != colour)
				break;
		}
		if (colour >= 0)
			rectangle(p->sink, (struct rect){ half_column(x), top, half_column(end) - half_column(x), height },
			    colour);
	}
}

/* Draws all blocks, where there are any. */
static void write_blocks(const struct picture *p)
{
	int i = 0, count = p->canvas->columns * p->canvas->rows;

	while (i < count && !quarters(&p->canvas->cells[i]))
		i++;
	if (i == count || p->charset == CHARSET_ASCII)
		return;
	sink_text(p->sink, "<g shape-rendering=\"crispEdges\">\n");
	for (int half = 0; half < 2 * p->canvas->rows; half++)
		blocks(p, half / 2, half % 2);
	sink_text(p->sink, "</g>\n");
}

/* Writes a stroke that has ended, into a path that begins with its first stroke. */
static void write_stroke(struct path *path, const struct stroke *whole, bool down)
{
	struct sink *s = path->picture->sink;
	struct stroke stroke = trimmed(path, *whole, down);

	if (whole->to <= whole->from)
		return;
	if (!path->open) {
		attribute_rgb(s, "<path stroke", path->colour);
		sink_text(s, path->thick ? " stroke-width=\"3\" d=\"" : " d=\"");
		path->open = true;
	}
	sink_text(s, "M");
	sink_number(s, down ? stroke.at : stroke.from);
	sink_text(s, " ");
	sink_number(s, down ? stroke.from : stroke.at);
	sink_text(s, down ? "v" : "h");
	sink_number(s, stroke.to - stroke.from);
}

/* Adds a piece to a stroke, or begins a new one with it. */
static void lengthen(struct path *path, struct stroke *stroke, struct stroke piece, bool down)
{
	if (stroke->to > stroke->from && stroke->at == piece.at && piece.from <= stroke->to) {
		stroke->to = piece.to;
		return;
	}
	write_stroke(path, stroke, down);
	*stroke = piece;
}

static unsigned weight_of(unsigned lines, enum line direction)
{
	return lines >> direction & LINE_MASK;
}

/* The arms around one, seen along it from the centre. */
struct arms {
	unsigned ahead, left, right, back;
};

static struct arms arms_along(unsigned lines, enum line direction)
{
	unsigned up = weight_of(lines, LINE_UP), down = weight_of(lines, LINE_DOWN);
	unsigned left = weight_of(lines, LINE_LEFT), right = weight_of(lines, LINE_RIGHT);

	switch (direction) {
	case LINE_UP:
		return (struct arms){ up, left, right, down };
	case LINE_DOWN:
		return (struct arms){ down, right, left, up };
	case LINE_LEFT:
		return (struct arms){ left, down, up, right };
	case LINE_RIGHT:
		return (struct arms){ right, up, down, left };
	}
	return (struct arms){ 0 };
}

/* Where the stroke of a double arm on one side begins, counted from the centre along the arm. */
static int double_start(struct arms a, bool left_side)
{
	unsigned near = left_side ? a.left : a.right, far = left_side ? a.right : a.left;

	if (near == WEIGHT_DOUBLE)
		return GAP;
	return far == WEIGHT_DOUBLE && a.back != WEIGHT_DOUBLE ? -GAP : 0;
}

/* The same for an arm of one stroke: it ends at a double line that it meets and goes through one
 * that it crosses. */
static int single_start(struct arms a)
{
	bool left = a.left == WEIGHT_DOUBLE, right = a.right == WEIGHT_DOUBLE;

	if (a.back != 0 || (!left && !right))
		return 0;
	return left && right ? GAP : -GAP;
}

/* Adds one stroke of an arm; `side` is -1, 0, 1: left of the middle, in it, right of it. */
static void add_stroke(struct path *path, int x, int y, enum line direction, int side, int start)
{
	bool down = direction == LINE_UP || direction == LINE_DOWN;
	bool forward = direction == LINE_DOWN || direction == LINE_RIGHT;
	int turn = direction == LINE_UP || direction == LINE_RIGHT ? 1 : -1;
	int size = down ? CELL_H : CELL_W, centre = down ? CENTRE_Y : CENTRE_X;
	int edge = (down ? y : x) * size, track = side * turn;
	struct stroke piece = { .at = track * GAP };

	piece.at += down ? x * CELL_W + CENTRE_X : y * CELL_H + CENTRE_Y;
	piece.from = edge + (forward ? centre + start : 0);
	piece.to = edge + (forward ? size : centre - start);
	lengthen(path, down ? &path->down[x][track + 1] : &path->across[track + 1], piece, down);
}

/* Is an arm drawn thick?  A heavy one is, and in bold a light one. */
static bool is_thick(unsigned weight, bool bold)
{
	return weight == WEIGHT_HEAVY || (weight == WEIGHT_LIGHT && bold);
}

/* Adds one arm of a cell, if it has the thickness of the path. */
static void add_arm(struct path *path, int x, int y, unsigned lines, enum line direction, bool bold)
{
	struct arms arms = arms_along(lines, direction);

	if (arms.ahead == 0 || is_thick(arms.ahead, bold) != path->thick)
		return;
	if (arms.ahead != WEIGHT_DOUBLE) {
		add_stroke(path, x, y, direction, 0, single_start(arms));
		return;
	}
	add_stroke(path, x, y, direction, -1, double_start(arms, true));
	add_stroke(path, x, y, direction, 1, double_start(arms, false));
}

/* Ends the strokes that are still open. */
static void end_strokes(struct path *path, struct stroke strokes[TRACKS], bool down)
{
	for (int i = 0; i < TRACKS; i++) {
		write_stroke(path, &strokes[i], down);
		strokes[i] = (struct stroke){ 0 };
	}
}

/* Adds the arms of the cells of one row that have the path's colour. */
static void add_row(struct path *path, int y)
{
	/* Backward before forward: so the strokes grow to the right and downward. */
	static const enum line order[] = { LINE_UP, LINE_DOWN, LINE_LEFT, LINE_RIGHT };
	const struct canvas *c = path->picture->canvas;

	for (int x = 0; x < c->columns; x++) {
		const struct cell *cell = &c->cells[y * c->columns + x];
		const struct look *paint;

		if (!has_lines(cell))
			continue;
		paint = &path->picture->paints[back_look_key(cell)];
		if (paint->fg != path->colour)
			continue;
		for (int i = 0; i < 4; i++)
			add_arm(path, x, y, cell->lines, order[i], paint->attrs & ATTR_BOLD);
	}
}

/* Writes the strokes of one colour and thickness. */
static void write_path(const struct picture *p, int32_t colour, bool thick)
{
	struct path path = { .picture = p, .colour = colour, .thick = thick };

	for (int y = 0; y < p->canvas->rows; y++) {
		add_row(&path, y);
		end_strokes(&path, path.across, false);
	}
	for (int x = 0; x < p->canvas->columns; x++)
		end_strokes(&path, path.down[x], true);
	if (path.open)
		sink_text(p->sink, "\"/>\n");
}

/* A colour of lines, and how they come in it. */
struct ink {
	int32_t rgb;
	bool thin, thick;
};

/* Notes the lines of a cell. */
static void note_ink(struct ink *ink, unsigned lines, bool bold)
{
	for (int shift = 0; shift < 8; shift += 2) {
		unsigned weight = lines >> shift & LINE_MASK;

		if (weight != 0 && is_thick(weight, bold))
			ink->thick = true;
		else if (weight != 0)
			ink->thin = true;
	}
}

/* Finds the colours of lines, in the order in which they occur; returns how many. */
static int find_inks(const struct picture *p, struct ink inks[BACK_LOOKS])
{
	int count = 0;

	for (int i = 0; i < p->canvas->columns * p->canvas->rows; i++) {
		const struct cell *cell = &p->canvas->cells[i];
		const struct look *paint = &p->paints[back_look_key(cell)];
		int known = 0;

		if (!has_lines(cell))
			continue;
		while (known < count && inks[known].rgb != paint->fg)
			known++;
		if (known == count)
			inks[count++] = (struct ink){ .rgb = paint->fg };
		note_ink(&inks[known], cell->lines, paint->attrs & ATTR_BOLD);
	}
	return count;
}

/* Draws all lines.  The shift puts strokes of one pixel onto pixels. */
static void write_lines(const struct picture *p)
{
	struct ink inks[BACK_LOOKS];
	int count = find_inks(p, inks);

	if (count == 0 || p->charset == CHARSET_ASCII)
		return;
	sink_text(p->sink, "<g fill=\"none\" stroke-linecap=\"square\" "
			   "transform=\"translate(.5 .5)\">\n");
	for (int i = 0; i < count; i++) {
		if (inks[i].thin)
			write_path(p, inks[i].rgb, false);
		if (inks[i].thick)
			write_path(p, inks[i].rgb, true);
	}
	sink_text(p->sink, "</g>\n");
}

/* What is written of a cell: its glyph, or nothing where it is blank or drawn.  Returns the bytes.
 */
static int written(const struct picture *p, const struct cell *cell, char glyph[5])
{
	if (back_is_blank(cell) || ((has_lines(cell) || quarters(cell)) && p->charset == CHARSET_UTF8))
		return 0;
	return back_glyph(cell, p->charset, glyph);
}

/* Is the first glyph of a word like the other, so that both can be in one word? */
static bool goes_on(const struct picture *p, const struct cell *first, const struct cell *next)
{
	const struct look *a = &p->paints[back_look_key(first)],
			  *b = &p->paints[back_look_key(next)];
	char one[5] = "", other[5] = "";

	if (a->fg != b->fg || (a->attrs & ATTR_BOLD) != (b->attrs & ATTR_BOLD))
		return false;
	if (written(p, next, other) == 0)
		return next->flags & CELL_TAIL;
	written(p, first, one);
	return ((unsigned char)one[0] >= SYMBOLS_FIRST) ==
	       ((unsigned char)other[0] >= SYMBOLS_FIRST);
}

/* The columns of a word: that of its first cell, and for symbols those of all. */
static void write_columns(const struct picture *p, const struct cell *word, int x, int length)
{
	char glyph[5] = "";

	written(p, word, glyph);
	sink_text(p->sink, "<tspan x=\"");
	sink_number(p->sink, x * CELL_W);
	for (int i = 1; i < length && (unsigned char)glyph[0] >= SYMBOLS_FIRST; i++) {
		if (word[i].flags & CELL_TAIL)
			continue;
		sink_text(p->sink, " ");
		sink_number(p->sink, (x + i) * CELL_W);
	}
	sink_text(p->sink, "\"");
}

/* One word; with a blank after it where a blank or a line follows, for those who copy the text. */
static void write_word(
    const struct picture *p, const struct cell *word, int x, int length, bool blank)
{
	const struct look *paint = &p->paints[back_look_key(word)];

	write_columns(p, word, x, length);
	if (paint->fg != p->ink)
		attribute_rgb(p->sink, " fill", paint->fg);
	if (paint->attrs & ATTR_BOLD)
		sink_text(p->sink, " font-weight=\"bold\"");
	sink_text(p->sink, ">");
	for (int i = 0; i < length; i++) {
		char glyph[5];

		if (written(p, &word[i], glyph) > 0)
			sink_escaped(p->sink, glyph);
	}
	sink_text(p->sink, blank ? " </tspan>" : "</tspan>");
}

/* The words of one row. */
static void write_row(const struct picture *p, int y)
{
	const struct cell *row = &p->canvas->cells[y * p->canvas->columns];
	int columns = back_row_end(p->canvas, y, false);
	bool open = false;
	char glyph[5];

	for (int x = 0, end; x < columns; x = end) {
		end = x + 1;
		if (written(p, &row[x], glyph) == 0)
			continue;
		while (end < columns && end - x < WORD_MAX && goes_on(p, &row[x], &row[end]))
			end++;
		if (!open)
			attribute(p->sink, "<text y", y * CELL_H + BASELINE);
		sink_text(p->sink, open ? "" : ">");
		open = true;
		write_word(p, &row[x], x, end - x, end < columns && written(p, &row[end], glyph) == 0);
	}
	if (open)
		sink_text(p->sink, "</text>\n");
}

/* Title and description, with names that are their own where many pictures are put into one page: made from what they
 * say (FNV-1a). */
static void write_caption(struct sink *s, const struct caption *caption)
{
	const char *title = caption != NULL && caption->title != NULL ? caption->title : "failscope";
	const char *description = caption != NULL && caption->description != NULL ? caption->description : "";
	uint32_t name = 2166136261u;

	for (const char *c = title; *c != '\0'; c++)
		name = (name ^ (unsigned char)*c) * 16777619u;
	for (const char *c = description; *c != '\0'; c++)
		name = (name ^ (unsigned char)*c) * 16777619u;
	sink_print(s, " aria-labelledby=\"t%08x%s", (unsigned)name, *description != '\0' ? " d" : "");
	if (*description != '\0')
		sink_print(s, "%08x", (unsigned)name);
	sink_print(s, "\">\n<title id=\"t%08x\">", (unsigned)name);
	sink_escaped(s, title);
	sink_text(s, "</title>\n");
	if (*description == '\0')
		return;
	sink_print(s, "<desc id=\"d%08x\">", (unsigned)name);
	sink_escaped(s, description);
	sink_text(s, "</desc>\n");
}

/* All before the cells: size, title, description, ground. */
static void write_head(const struct picture *p, const struct caption *caption, const char *attributes)
{
	int w = p->canvas->columns * CELL_W + 2 * MARGIN, h = p->canvas->rows * CELL_H + 2 * MARGIN;
	struct sink *s = p->sink;

	sink_print(s, "<svg%s role=\"img\"", attributes);
	attribute(s, " width", w);
	attribute(s, " height", h);
	sink_print(s, " viewBox=\"%d %d ", -MARGIN, -MARGIN);
	sink_number(s, w);
	sink_text(s, " ");
	sink_number(s, h);
	sink_text(s, "\"");
	write_caption(s, caption);
	sink_text(s, "<g shape-rendering=\"crispEdges\">\n");
	rectangle(s, (struct rect){ -MARGIN, -MARGIN, w, h }, (int32_t)theme_ground(p->theme));
}

/* The words. */
static void write_words(const struct picture *p)
{
	sink_text(p->sink,
	    "<g xml:space=\"preserve\" font-family=\"'DejaVu Sans Mono','Liberation Mono',"
	    "Menlo,Consolas,monospace\"");
	attribute(p->sink, " font-size", FONT_SIZE);
	attribute_rgb(p->sink, " fill", p->ink);
	sink_text(p->sink, ">\n");
	for (int y = 0; y < p->canvas->rows; y++)
		write_row(p, y);
	sink_text(p->sink, "</g>\n");
}

/* The whole element; `attributes` is what only a file of its own needs. */
static void write_picture(struct picture *p, const struct caption *caption, const char *attributes)
{
	mix_paints(p);
	write_head(p, caption, attributes);
	for (int y = 0; y < p->canvas->rows; y++)
		bars(p, y, true);
	for (int y = 0; y < p->canvas->rows; y++)
		bars(p, y, false);
	sink_text(p->sink, "</g>\n");
	write_blocks(p);
	write_lines(p);
	write_words(p);
	sink_text(p->sink, "</svg>\n");
}

void back_emit_svg(const struct canvas *c, enum theme theme, enum charset charset,
    const struct caption *caption, struct sink *sink)
{
	struct picture p = { c, theme, charset, sink, .ink = (int32_t)theme_ink(theme) };

	write_picture(&p, caption, " xmlns=\"http://www.w3.org/2000/svg\"");
}

void back_svg_inline(const struct canvas *c, enum theme theme, enum charset charset, const char *title, struct sink *sink)
{
	struct picture p = { c, theme, charset, sink, .ink = (int32_t)theme_ink(theme) };
	const struct caption caption = { title, NULL };

	write_picture(&p, &caption, "");
}
