/* Meaning to looks.
 *
 * One row a style, from styles.def; a look is worked out from it, the theme and the depth in four
 * steps: attributes (the theme may forbid some), fill or text, hue, and at last the flags of the
 * cell; a shade lies over all of it, but not over the cursor.  A filled cell has its hue as the
 * ground and a colour to be read on it; without colours it stays the reverse bit.  The projector's
 * hues are the dark theme's made purer, the light and the projector's palette indices are the
 * nearest to their rgb values. */
#include "ui/theme.h"

#include <assert.h>
#include <string.h>

enum { SHADED_CONTRAST = 28 }; /* tenths; what is shaded can still be read */

struct meaning {
	char letter;
	uint8_t attrs; /* enum attr */
	int32_t dark, light;
	uint8_t index_256, index_16, index_8;
};

static const struct meaning meanings[STYLE_COUNT] = {
#define STYLE(id, letter, word, attrs, dark, light, index_256, index_16, index_8) \
	[STYLE_##id] = { letter, attrs, dark, light, index_256, index_16, index_8 },
#include "ui/styles.def"
};

/* What the list of themes does not say: ground and text of pictures, and the palette indices for
 * both. */
static const struct ground {
	int32_t ground, ink;
	uint8_t index_256;
} grounds[THEME_COUNT] = {
	[THEME_DARK] = { 0x12161a, 0xd0d0d0, 16 },
	[THEME_LIGHT] = { 0xffffff, 0x202020, 231 },
	[THEME_PROJECTOR] = { 0x000000, 0xf0f0f0, 16 },
	[THEME_MONO] = { 0xffffff, 0x000000, 231 },
};

static const char *const words[THEME_COUNT] = {
#define THEME(id, word, sentence) [THEME_##id] = word,
	THEMES(THEME)
#undef THEME
};

const char *theme_word(enum theme theme)
{
	return (unsigned)theme < THEME_COUNT ? words[theme] : NULL;
}

bool theme_find(const char *word, enum theme *theme)
{
	for (int i = 0; i < THEME_COUNT; i++) {
		if (strcmp(words[i], word) == 0) {
			*theme = (enum theme)i;
			return true;
		}
	}
	return false;
}

static int least_of(int a, int b)
{
	return a < b ? a : b;
}

static int most_of(int a, int b)
{
	return a > b ? a : b;
}

/* A colour for the back row: greys half way to white, hues with less grey in them and at full
 * strength. */
static int32_t purer(int32_t rgb)
{
	int c[3] = { rgb >> 16, rgb >> 8 & 255, rgb & 255 };
	int most = most_of(c[0], most_of(c[1], c[2]));
	int least = least_of(c[0], least_of(c[1], c[2]));
	int grey = least * 2 / 5;
	int32_t result = 0;

	for (int i = 0; i < 3; i++) {
		int part =
		    most - least < 40 ? (c[i] + 255) / 2 : (c[i] - grey) * 255 / (most - grey);

		result = result << 8 | part;
	}
	return result;
}

/* How far apart two colours are, as squares. */
static int distance(int32_t a, int32_t b)
{
	int red = (a >> 16) - (b >> 16), green = (a >> 8 & 255) - (b >> 8 & 255);
	int blue = (a & 255) - (b & 255);

	return red * red + green * green + blue * blue;
}

/* The nearest of the cube's six steps for one part of a colour: 0, 95, 135, 175, 215, 255. */
static int cube_step(int part)
{
	return part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40;
}

/* The index of the xterm palette nearest to a colour: in its cube, or in its row of greys. */
static int32_t nearest_256(int32_t rgb)
{
	static const uint8_t level[6] = { 0, 95, 135, 175, 215, 255 };
	int r = cube_step(rgb >> 16), g = cube_step(rgb >> 8 & 255), b = cube_step(rgb & 255);
	int mean = ((rgb >> 16) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
	int grey = mean < 8 ? 0 : mean > 238 ? 23 : (mean - 3) / 10;
	int32_t in_cube = level[r] << 16 | level[g] << 8 | level[b];
	int32_t in_greys = (8 + 10 * grey) * 0x010101;

	return distance(rgb, in_greys) < distance(rgb, in_cube) ? 232 + grey
								: 16 + 36 * r + 6 * g + b;
}

/* A style's colour as rgb. */
static int32_t rgb_of(enum theme theme, enum style style)
{
	if (theme == THEME_LIGHT)
		return meanings[style].light;
	return theme == THEME_PROJECTOR ? purer(meanings[style].dark) : meanings[style].dark;
}

/* One of the sixteen, chosen for a dark ground, as it is to be under a theme: on a light ground the
 * bright ones are not read, and from the back row the dark grey is not. */
static int32_t adapt_16(enum theme theme, int32_t index)
{
	static const uint8_t on_light[16] = { 0, 1, 2, 3, 4, 5, 6, 8, 8, 1, 2, 3, 4, 5, 6, 0 };

	if (theme == THEME_LIGHT)
		return on_light[index];
	return theme == THEME_PROJECTOR && index == 8 ? 7 : index;
}

/* The same of the eight: white is no text on a light ground. */
static int32_t adapt_8(enum theme theme, int32_t index)
{
	return theme == THEME_LIGHT && index == 7 ? 0 : index;
}

/* A style's colour at a depth. */
static int32_t hue(enum theme theme, enum depth depth, enum style style)
{
	const struct meaning *m = &meanings[style];

	switch (depth) {
	case DEPTH_MONO:
		return -1;
	case DEPTH_8:
		return adapt_8(theme, m->index_8);
	case DEPTH_16:
		return adapt_16(theme, m->index_16);
	case DEPTH_256:
		return theme == THEME_DARK ? m->index_256 : nearest_256(rgb_of(theme, style));
	case DEPTH_RGB:
		return rgb_of(theme, style);
	}
	return -1;
}

/* The colour of text on a fill: the ground's, but of the small palettes black or white, as it is
 * read better. */
static int32_t on_fill(enum theme theme, enum depth depth, int32_t fill)
{
	bool deep = fill == 0 || fill == 1 || fill == 4 || fill == 5 || fill == 8;

	if (depth == DEPTH_RGB)
		return grounds[theme].ground;
	if (depth == DEPTH_256)
		return grounds[theme].index_256;
	return !deep ? 0 : depth == DEPTH_16 ? 15 : 7;
}

/* Is the style's colour already quiet, so that dimming it again would make it hard to read? */
static bool hue_is_dim(enum depth depth, enum style style)
{
	return depth >= DEPTH_256 || (depth == DEPTH_16 && meanings[style].index_16 == 8);
}

/* The attributes of a style under a theme, with its mark of change. */
static unsigned attrs_of(enum theme theme, enum style style, int flags)
{
	unsigned attrs = meanings[style].attrs;

	if (flags & CELL_CHANGED)
		attrs = (attrs & ~(unsigned)ATTR_DIM) | ATTR_BOLD | ATTR_UNDERLINE;
	if (theme == THEME_PROJECTOR)
		attrs &= ~(unsigned)ATTR_DIM;
	/* The cursor reverses; on what is filled already, an underline says that it is there. */
	if ((flags & CELL_CURSOR) && (attrs & ATTR_REVERSE))
		attrs |= ATTR_UNDERLINE;
	return attrs;
}

/* How light a colour is, 0 to 65025, near enough to what WCAG has. */
static int32_t lightness(int32_t rgb)
{
	int32_t red = rgb >> 16, green = rgb >> 8 & 255, blue = rgb & 255;

	return (2 * red * red + 7 * green * green + blue * blue) / 10;
}

/* The contrast of two colours, in tenths: 10 for the same. */
static int32_t contrast(int32_t a, int32_t b)
{
	int32_t one = lightness(a) + 3251, other = lightness(b) + 3251; /* a twentieth of white more */

	return 10 * most_of(one, other) / least_of(one, other);
}

/* A colour with `parts` of sixteen of the ground in it. */
static int32_t with_ground(int32_t rgb, int32_t ground, int parts)
{
	int32_t result = 0;

	for (int shift = 16; shift >= 0; shift -= 8)
		result |= ((rgb >> shift & 255) * (16 - parts) + (ground >> shift & 255) * parts) / 16 << shift;
	return result;
}

/* A colour with half of the ground in it, or less where it could not be read then. */
static int32_t quieter(int32_t rgb, int32_t ground)
{
	int parts = 8;

	while (parts > 0 && contrast(with_ground(rgb, ground, parts), ground) < SHADED_CONTRAST)
		parts--;
	return with_ground(rgb, ground, parts);
}

/* The shade where a palette has no quieter hues: dim, and the brightness of the sixteen taken away. */
static struct look dimmed(enum theme theme, enum depth depth, struct look look)
{
	int32_t *colour = look.bg >= 0 ? &look.bg : &look.fg;

	look.attrs |= ATTR_DIM;
	if (*colour > 8)
		*colour -= 8;
	if (look.bg >= 0)
		look.fg = on_fill(theme, depth, look.bg);
	return look;
}

/* The shade over a look whose fill, or else text, is of a colour. */
static struct look shaded(enum theme theme, enum depth depth, struct look look, int32_t rgb)
{
	const struct ground *g = &grounds[theme];
	int32_t fill = with_ground(rgb, g->ground, 8);
	int32_t on = contrast(fill, g->ground) >= SHADED_CONTRAST ? g->ground : g->ink;
	bool filled = look.bg >= 0;

	look.attrs &= (uint8_t)~ATTR_BOLD;
	if (theme == THEME_MONO || depth < DEPTH_256)
		return dimmed(theme, depth, look);
	look.fg = filled ? on : quieter(rgb, g->ground);
	look.bg = filled ? fill : -1;
	if (depth == DEPTH_256) {
		look.fg = nearest_256(look.fg);
		look.bg = filled ? nearest_256(look.bg) : -1;
	}
	return look;
}

/* The look of a cell that is not shaded. */
static struct look lit(enum theme theme, enum depth depth, enum style style, int flags)
{
	unsigned attrs;
	bool filled, cursor = flags & CELL_CURSOR;
	struct look look = { -1, -1, 0 };

	attrs = attrs_of(theme, style, flags);
	filled = attrs & ATTR_REVERSE;
	if (theme == THEME_MONO || depth == DEPTH_MONO) {
		look.attrs = (uint8_t)(cursor ? attrs ^ ATTR_REVERSE : attrs);
		return look;
	}
	attrs &= ~(unsigned)ATTR_REVERSE;
	if (hue_is_dim(depth, style))
		attrs &= ~(unsigned)ATTR_DIM;
	look.attrs = (uint8_t)attrs;
	if (filled || cursor) {
		look.bg = hue(theme, depth, cursor ? STYLE_CURSOR : style);
		look.fg = on_fill(theme, depth, look.bg);
	} else if (flags & CELL_CHANGED) {
		look.fg = hue(theme, depth, STYLE_CHANGED);
	} else if (style != STYLE_PLAIN || depth == DEPTH_RGB) {
		look.fg = style == STYLE_PLAIN ? grounds[theme].ink : hue(theme, depth, style);
	}
	return look;
}

struct look theme_look(enum theme theme, enum depth depth, enum style style, int flags)
{
	struct look look;
	bool changed = flags & CELL_CHANGED;

	assert((unsigned)theme < THEME_COUNT);
	assert((unsigned)style < STYLE_COUNT);
	look = lit(theme, depth, style, flags);
	if (!(flags & CELL_SHADED) || flags & CELL_CURSOR)
		return look;
	return shaded(theme, depth, look,
	    changed && look.bg < 0     ? rgb_of(theme, STYLE_CHANGED)
	    : style == STYLE_PLAIN ? grounds[theme].ink
				       : rgb_of(theme, style));
}

uint32_t theme_ground(enum theme theme)
{
	assert((unsigned)theme < THEME_COUNT);
	return (uint32_t)grounds[theme].ground;
}

uint32_t theme_ink(enum theme theme)
{
	assert((unsigned)theme < THEME_COUNT);
	return (uint32_t)grounds[theme].ink;
}

char style_letter(enum style style)
{
	assert((unsigned)style < STYLE_COUNT);
	return meanings[style].letter;
}
