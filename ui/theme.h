/* What a meaning looks like: style -> colour and attributes, at each depth, in each scheme. */
#ifndef FAILSCOPE_UI_THEME_H
#define FAILSCOPE_UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/canvas.h"

/* Schemes: dark and light use the Okabe-Ito hues (safe for colour-blind eyes); projector has no dim
 * text and stronger hues; mono has attributes only. */
/* clang-format off */
#define THEMES(X) \
	X(DARK, "dark", "Light text on a dark ground") \
	X(LIGHT, "light", "Dark text on a light ground") \
	X(PROJECTOR, "projector", "High contrast, nothing dim: for the back row") \
	X(MONO, "mono", "No colour: bold, underline, reverse")

enum theme {
#define THEME(id, ...) THEME_##id,
	THEMES(THEME)
#undef THEME
	THEME_COUNT
};
/* clang-format on */

enum depth { DEPTH_MONO, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_RGB };

/* How one cell is to look. `fg` and `bg` are rgb values for DEPTH_RGB, palette indices below; -1:
 * the default. */
struct look {
	int32_t fg, bg;
	uint8_t attrs; /* enum attr, resolved: reverse only where there is no colour to fill with */
};

/* The word of a theme ("dark"); NULL outside the list. */
const char *theme_word(enum theme theme);

/* The theme of that word; false where there is none. */
bool theme_find(const char *word, enum theme *theme);

/* The look of a cell: its style, then its flags (changed, cursor, shaded) on top.  What is shaded has
 * its colours mixed with the ground, in small palettes and without colour ATTR_DIM, under every
 * theme, and is never bold; what is filled stays filled. */
struct look theme_look(enum theme theme, enum depth depth, enum style style, int flags);

/* Ground and text colour of a theme as rgb, for pictures. */
uint32_t theme_ground(enum theme theme);
uint32_t theme_ink(enum theme theme);

/* The letter of a style in the grids of tests. */
char style_letter(enum style style);

#endif
