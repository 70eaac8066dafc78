/* Plain text: the glyphs, row by row, without the blanks at a row's end. */
#include "ui/backs/back.h"

void back_emit_text(const struct canvas *c, enum theme theme, enum charset charset,
    const struct caption *caption, struct sink *sink)
{
	(void)theme;
	(void)caption;
	for (int y = 0; y < c->rows; y++) {
		int end = back_row_end(c, y, false);

		for (int x = 0; x < end; x++) {
			char glyph[5];
			int n = back_glyph(canvas_at(c, x, y), charset, glyph);

			sink_bytes(sink, glyph, (size_t)n);
		}
		sink_bytes(sink, "\n", 1);
	}
}
