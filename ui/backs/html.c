/* A page of its own: the picture as SVG in the page, so that lines meet and columns stand in any font, and under it the
 * screen as plain text.  Nothing is fetched.
 *
 * Pages that change rows in place (ui/record) take them from back_html_row: spans, one for each run of cells that look
 * alike. */
#include "ui/backs/back.h"

enum { LOOK_DEFAULT = -1 };

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

/* All before the body. */
static void emit_head(struct sink *sink, enum theme theme, const char *title)
{
	sink_text(sink, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
			"<meta name=\"viewport\" content=\"width=device-width\">\n");
	emit_element(sink, "title", title != NULL ? title : "failscope");
	sink_text(sink, "<style>\nbody{margin:1em;background:");
	sink_rgb(sink, (int32_t)theme_ground(theme));
	sink_text(sink, ";color:");
	sink_rgb(sink, (int32_t)theme_ink(theme));
	sink_text(sink, ";font:1em/1.5 sans-serif}\nh1{font-size:1.2em}\np{max-width:48em}\n"
			"svg{display:block;margin:0 -9px;max-width:100%;height:auto}\n"
			"pre{overflow:auto;font:15px/1.2 \"DejaVu Sans Mono\",\"Liberation Mono\",Menlo,"
			"Consolas,monospace}\n</style>\n</head>\n");
}

/* The screen as plain text. */
static void emit_text(const struct canvas *c, enum charset charset, struct sink *sink)
{
	sink_text(sink, "<details>\n<summary>The same as text</summary>\n<pre>\n");
	for (int y = 0; y < c->rows; y++) {
		int end = back_row_end(c, y, false);

		for (int x = 0; x < end; x++) {
			char glyph[5];

			if (back_glyph(canvas_at(c, x, y), charset, glyph) > 0)
				sink_escaped(sink, glyph);
		}
		sink_text(sink, "\n");
	}
	sink_text(sink, "</pre>\n</details>\n");
}

void back_emit_html(const struct canvas *c, enum theme theme, enum charset charset,
    const struct caption *caption, struct sink *sink)
{
	static const struct caption none = { NULL, NULL };

	if (caption == NULL)
		caption = &none;
	emit_head(sink, theme, caption->title);
	sink_text(sink, "<body>\n");
	emit_element(sink, "h1", caption->title);
	emit_element(sink, "p", caption->description);
	back_svg_inline(c, theme, charset, caption->title, sink);
	emit_text(c, charset, sink);
	sink_text(sink, "</body>\n</html>\n");
}
