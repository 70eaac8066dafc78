/* A page of its own: the screen in a <pre>, one class a look, nothing fetched.
 *
 * The looks that occur are found first, as a style sheet stands before its text; then the rows are
 * written as spans, one for each run of cells that look alike. */
#include "ui/backs/back.h"

enum { LOOK_DEFAULT = -1 };

/* Does a look need no class? */
static bool is_default(struct look look, enum theme theme)
{
	return look.fg == (int32_t)theme_ink(theme) && look.bg < 0 && look.attrs == 0;
}

/* The rule of one class. */
static void emit_rule(struct sink *sink, int key, struct look look)
{
	sink_text(sink, ".s");
	sink_number(sink, key);
	sink_text(sink, "{color:");
	sink_rgb(sink, look.fg);
	if (look.bg >= 0) {
		sink_text(sink, ";background:");
		sink_rgb(sink, look.bg);
	}
	if (look.attrs & ATTR_BOLD)
		sink_text(sink, ";font-weight:bold");
	if (look.attrs & ATTR_UNDERLINE)
		sink_text(sink, ";text-decoration:underline");
	sink_text(sink, "}\n");
}

/* The rules of all looks that occur; notes in `keys` the class of each, or that it needs none. */
static void emit_rules(
    const struct canvas *c, enum theme theme, struct sink *sink, int16_t keys[BACK_LOOKS])
{
	bool seen[BACK_LOOKS] = { false };

	for (int i = 0; i < c->columns * c->rows; i++) {
		int key = back_look_key(&c->cells[i]);
		struct look look;

		if (seen[key])
			continue;
		seen[key] = true;
		look = back_paint(&c->cells[i], theme);
		keys[key] = (int16_t)(is_default(look, theme) ? LOOK_DEFAULT : key);
		if (keys[key] != LOOK_DEFAULT)
			emit_rule(sink, key, look);
	}
}

/* Ends the span of one class, begins that of another. */
static void switch_class(struct sink *sink, int from, int to)
{
	if (from != LOOK_DEFAULT)
		sink_text(sink, "</span>");
	if (to != LOOK_DEFAULT) {
		sink_text(sink, "<span class=\"s");
		sink_number(sink, to);
		sink_text(sink, "\">");
	}
}

void back_html_row(const struct canvas *c, int y, enum charset charset, const int16_t keys[BACK_LOOKS],
    struct sink *sink)
{
	int end = back_row_end(c, y, true), now = LOOK_DEFAULT;

	for (int x = 0; x < end; x++) {
		const struct cell *cell = canvas_at(c, x, y);
		char glyph[5];
		int key = keys[back_look_key(cell)];

		if (back_glyph(cell, charset, glyph) == 0)
			continue;
		if (key != now)
			switch_class(sink, now, key);
		now = key;
		sink_escaped(sink, glyph);
	}
	switch_class(sink, now, LOOK_DEFAULT);
	sink_text(sink, "\n");
}

/* An element around text that may be missing. */
static void emit_element(struct sink *sink, const char *name, const char *text)
{
	if (text == NULL)
		return;
	sink_print(sink, "<%s>", name);
	sink_escaped(sink, text);
	sink_print(sink, "</%s>\n", name);
}

/* All before the style rules of the looks. */
static void emit_head(struct sink *sink, enum theme theme, const char *title)
{
	sink_text(sink, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
	emit_element(sink, "title", title != NULL ? title : "failscope");
	sink_text(sink, "<style>\nbody{margin:1em;background:");
	sink_rgb(sink, (int32_t)theme_ground(theme));
	sink_text(sink, ";color:");
	sink_rgb(sink, (int32_t)theme_ink(theme));
	sink_text(sink, "}\nh1{font:bold 1.2em sans-serif}\np{font:1em sans-serif}\n"
			"pre{font:15px/1.2 \"DejaVu Sans Mono\",\"Liberation Mono\",Menlo,"
			"Consolas,monospace}\n");
}

void back_emit_html(const struct canvas *c, enum theme theme, enum charset charset,
    const struct caption *caption, struct sink *sink)
{
	static const struct caption none = { NULL, NULL };
	int16_t keys[BACK_LOOKS];

	if (caption == NULL)
		caption = &none;
	emit_head(sink, theme, caption->title);
	emit_rules(c, theme, sink, keys);
	sink_text(sink, "</style>\n</head>\n<body>\n");
	emit_element(sink, "h1", caption->title);
	emit_element(sink, "p", caption->description);
	sink_text(sink, "<pre>\n");
	for (int y = 0; y < c->rows; y++)
		back_html_row(c, y, charset, keys, sink);
	sink_text(sink, "</pre>\n</body>\n</html>\n");
}
