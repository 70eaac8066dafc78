/* Big letters, to be read from the back row: a small font drawn with blocks.
 *
 * Two fonts, three by five and five by seven pixels, each in several sizes of a pixel.  Sizes that need half or quarter
 * blocks are for UTF-8 alone; whole blocks become # in ASCII.  Small letters are drawn as capitals. */
#ifndef FAILSCOPE_UI_VIEWS_LETTERS_H
#define FAILSCOPE_UI_VIEWS_LETTERS_H

#include "ui/backs/back.h"
#include "ui/canvas.h"

/* The sizes, largest first; LETTERS_NONE: not big at all. */
enum letters {
	LETTERS_HUGE,  /* 5x7 pixels of 2 columns and a row */
	LETTERS_TALL,  /* 5x7 of a column and a row: only in ASCII, where there are no half blocks */
	LETTERS_LARGE, /* 3x5 of 2 columns and a row */
	LETTERS_BIG,   /* 5x7 of a column and half a row */
	LETTERS_THIN,  /* 3x5 of a column and a row: only in ASCII */
	LETTERS_SMALL, /* 3x5 of a column and half a row */
	LETTERS_FINE,  /* 5x7 of half a column and half a row */
	LETTERS_TINY,  /* 3x5 of half a column and half a row */
	LETTERS_NONE
};

/* How many columns and rows a text takes; -1 columns where the font lacks a character of it. */
int letters_width(enum letters size, const char *text);
int letters_height(enum letters size);

/* The largest size, `most` or smaller, in which the text fits; LETTERS_NONE where none does. */
enum letters letters_fit(const char *text, int w, int h, enum charset charset, enum letters most);

/* Draws it; only cells that have something of a letter in them are written. */
void letters_draw(struct area a, int x, int y, enum letters size, enum style style, const char *text);

#endif
