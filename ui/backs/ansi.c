/* Text with the escapes that colour it: for `less -R`, for a terminal, for a log.
 *
 * Only SGR is used: 0 (all off), 1 bold, 2 dim, 4 underline, 7 reverse, 38;5;n and 48;5;n from the
 * palette of 256. Each sequence says a look whole, so a line may be cut out and still be right;
 * each line ends with all off. */
#include "ui/backs/back.h"

static const struct look default_look = { -1, -1, 0 };

static bool same_look(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

/* Does a blank look like any other blank? */
static bool is_clear(struct look look)
{
	return look.bg < 0 && (look.attrs & (ATTR_REVERSE | ATTR_UNDERLINE)) == 0;
}

/* Switches to a look, whatever was before. */
static void switch_to(struct sink *sink, struct look look)
{
	static const struct {
		enum attr attr;
		const char *code;
	} codes[] = {
		{ ATTR_BOLD, ";1" },
		{ ATTR_DIM, ";2" },
		{ ATTR_UNDERLINE, ";4" },
		{ ATTR_REVERSE, ";7" },
	};

	sink_text(sink, "\033[0");
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		if (look.attrs & codes[i].attr)
			sink_text(sink, codes[i].code);
	}
	if (look.fg >= 0) {
		sink_text(sink, ";38;5;");
		sink_number(sink, look.fg);
	}
	if (look.bg >= 0) {
		sink_text(sink, ";48;5;");
		sink_number(sink, look.bg);
	}
	sink_text(sink, "m");
}

/* Blanks that show nothing do not change the look. */
void back_ansi_cells(const struct canvas *c, int y, int from, int to, enum theme theme, enum charset charset,
    struct look *now, struct sink *sink)
{
	for (int x = from; x < to; x++) {
		const struct cell *cell = canvas_at(c, x, y);
		struct look look = back_look(cell, theme, DEPTH_256);
		char glyph[5];
		int n = back_glyph(cell, charset, glyph);

		if (n > 0 && !same_look(look, *now) &&
		    !(back_is_blank(cell) && is_clear(look) && is_clear(*now))) {
			switch_to(sink, look);
			*now = look;
		}
		sink_bytes(sink, glyph, (size_t)n);
	}
}

/* Writes one row. */
static void emit_row(
    const struct canvas *c, int y, enum theme theme, enum charset charset, struct sink *sink)
{
	struct look now = default_look;

	back_ansi_cells(c, y, 0, back_row_end(c, y, true), theme, charset, &now, sink);
	if (!same_look(now, default_look))
		switch_to(sink, default_look);
	sink_bytes(sink, "\n", 1);
}

void back_emit_ansi(const struct canvas *c, enum theme theme, enum charset charset,
    const struct caption *caption, struct sink *sink)
{
	(void)caption;
	for (int y = 0; y < c->rows; y++)
		emit_row(c, y, theme, charset, sink);
}
