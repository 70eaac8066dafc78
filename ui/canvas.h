/* What is drawn on: a grid of cells that say what is meant.
 *
 * A cell is a code point or a set of line directions, a style that names a meaning, and a width.
 * Line directions are or-ed, so corners and junctions come by themselves; the glyph is chosen by a
 * back end, at the very end.  A view is given an area, a window into the canvas: coordinates in it
 * are its own, and nothing that is drawn can leave it.  (One exception: writing over the half of a
 * wide character that is inside makes a blank of the half that is outside.) */
#ifndef FAILSCOPE_UI_CANVAS_H
#define FAILSCOPE_UI_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

enum {
	CANVAS_COLUMNS_MAX = 1000,
	CANVAS_ROWS_MAX = 300,
};

enum attr { ATTR_BOLD = 1, ATTR_DIM = 2, ATTR_REVERSE = 4, ATTR_UNDERLINE = 8 };

enum style {
#define STYLE(id, ...) STYLE_##id,
#include "ui/styles.def"
	STYLE_COUNT
};

/* The four directions of a line, two bits each: none, light, double, heavy. */
enum weight { WEIGHT_LIGHT = 1, WEIGHT_DOUBLE = 2, WEIGHT_HEAVY = 3 };
enum line { LINE_UP = 0, LINE_DOWN = 2, LINE_LEFT = 4, LINE_RIGHT = 6 }; /* shifts */

enum cell_flag {
	CELL_CHANGED = 1, /* changed in this step: marked on top of its style */
	CELL_CURSOR = 2,  /* under the cursor: reversed on top of its style */
	CELL_TAIL = 4,    /* right half of the wide character before it */
	CELL_SHADED = 8,  /* outside of what is looked at: quieter, but for the cursor */
};

struct cell {
	uint32_t rune; /* 0: nothing but, perhaps, lines */
	uint8_t lines; /* directions, where rune is 0 */
	uint8_t style; /* enum style */
	uint8_t flags; /* enum cell_flag */
	uint8_t width; /* 1 or 2; 0 for a tail */
};

struct rect {
	int x, y, w, h;
};

struct canvas {
	int columns, rows;
	struct cell
	    cells[CANVAS_COLUMNS_MAX * CANVAS_ROWS_MAX]; /* row after row, `columns` a row */
};

/* A window into a canvas. */
struct area {
	struct canvas *canvas;
	struct rect rect; /* in canvas coordinates; always inside the canvas */
};

/* Makes the canvas so large (clamped to the maxima, never below 0) and empties it: blanks (rune 0)
 * in STYLE_PLAIN.  The cells beyond that size are left alone. */
void canvas_reset(struct canvas *c, int columns, int rows);

/* The whole canvas as an area. */
struct area canvas_area(struct canvas *c);

/* The cell at a place of the canvas, or NULL outside. */
const struct cell *canvas_at(const struct canvas *c, int x, int y);

/* Copies the cells that are in use. */
void canvas_copy(struct canvas *to, const struct canvas *from);

/* Are both the same, cell for cell? */
bool canvas_equal(const struct canvas *a, const struct canvas *b);

/* A part of an area, clipped to it; x and y count from the area's corner.  The part's own
 * coordinates count from the corner of what is left after clipping. */
struct area area_part(struct area a, int x, int y, int w, int h);

/* Writes UTF-8 text, clipped at the area's borders, over whatever stood there, lines and flags too.
 * Control characters and invalid bytes are shown as U+FFFD, characters without width are dropped, a
 * wide character that would be cut becomes blanks.  Returns the cells the whole text takes, seen or
 * not. */
int area_text(struct area a, int x, int y, enum style style, const char *text);

/* The same, formatted (at most 511 bytes). */
int area_print(struct area a, int x, int y, enum style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Text that ends before column `right`; returns the cells it takes. */
int area_text_right(struct area a, int right, int y, enum style style, const char *text);

/* Text in the middle of `w` columns from x on; what is longer is cut at their end. */
void area_text_center(struct area a, int x, int w, int y, enum style style, const char *text);

/* Text over several lines of `w` columns from x, y on, broken at blanks, and inside a word only where it has no line
 * of its own; a line feed ends a line.  Lines from `h` on are not drawn.  Returns how many lines the whole text takes. */
int area_wrap(struct area a, int x, int y, int w, int h, enum style style, const char *text);

/* One character `n` times from left to right, clipped. */
void area_repeat(struct area a, int x, int y, int n, enum style style, uint32_t rune);

/* Blanks in a style over a rectangle of the area. */
void area_clear(struct area a, int x, int y, int w, int h, enum style style);

/* Lines from cell centre to cell centre, ends included, in either order.  The directions are added
 * to what lines are there, the stronger weight stays; the style is the new one.  A character that
 * stood there goes. */
void area_across(struct area a, int x0, int x1, int y, enum weight weight, enum style style);
void area_down(struct area a, int x, int y0, int y1, enum weight weight, enum style style);
/* One stub from the cell's centre in one direction: to join a line to a frame. */
void area_stub(struct area a, int x, int y, enum line direction, enum weight weight,
    enum style style);

/* A frame on the border of the rectangle; nothing where it is smaller than 2x2. */
void area_frame(struct area a, int x, int y, int w, int h, enum weight weight, enum style style);

/* Changes the style of what is already drawn, or adds to its flags (CELL_CHANGED, CELL_CURSOR,
 * CELL_SHADED). */
void area_restyle(struct area a, int x, int y, int w, int h, enum style style);
void area_flag(struct area a, int x, int y, int w, int h, int flags);

/* Shades everything that is drawn in the area but `count` rectangles of it (in its coordinates; they
 * may overlap and reach out of it).  A wide character is lit whole where half of it is.  What is
 * drawn later is not shaded. */
void area_shade(struct area a, const struct rect *lit, int count);

#endif
