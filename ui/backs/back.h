/* Back ends: canvas -> bytes.  Pure, and all of them in every binary; only the curses one, which is
 * not in this table, knows a terminal. */
#ifndef FAILSCOPE_UI_BACKS_BACK_H
#define FAILSCOPE_UI_BACKS_BACK_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/theme.h"

enum charset { CHARSET_UTF8, CHARSET_ASCII };

/* Where bytes go: grows never, counts always.  `length` may pass `size`; then the text was cut
 * there.  No NUL is added. */
struct sink {
	char *bytes;
	size_t size, length;
};

void sink_bytes(struct sink *s, const char *bytes, size_t n);
void sink_text(struct sink *s, const char *text);
/* Formatted, at most 1023 bytes. */
void sink_print(struct sink *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A decimal number: what sink_print("%d") writes, but fast. */
void sink_number(struct sink *s, int n);
/* A colour as #rrggbb. */
void sink_rgb(struct sink *s, int32_t rgb);
/* Text for XML and HTML: & < > " as entities, what no file may hold as U+FFFD. */
void sink_escaped(struct sink *s, const char *text);
/* Bytes as a JSON string, quotes and all; `<` is escaped too, so that it may stand in a <script>. */
void sink_json(struct sink *s, const char *bytes, size_t n);

/* What a picture is called, for those formats that can say it. */
struct caption {
	const char *title;       /* one line; may be NULL */
	const char *description; /* for screen readers; may be NULL */
};

struct back {
	const char *word;   /* "text": what --format takes */
	const char *ending; /* ".txt" */
	/* Writes the canvas; `caption` may be NULL. */
	void (*emit)(const struct canvas *c, enum theme theme, enum charset charset,
	    const struct caption *caption, struct sink *sink);
};

/* X(word, ending): the list of formats; the function of each is `back_emit_word`. */
#define BACKS(X) X(text, ".txt") X(ansi, ".ans") X(svg, ".svg") X(html, ".html")

/* clang-format off */
#define BACK(word, ending) \
	void back_emit_##word(const struct canvas *c, enum theme theme, enum charset charset, \
	    const struct caption *caption, struct sink *sink);
BACKS(BACK)
#undef BACK
/* clang-format on */

extern const struct back backs[];
extern const int back_count;

/* The format of that word, or NULL. */
const struct back *back_find(const char *word);

/* The glyph of a cell as UTF-8 (at most 4 bytes and the NUL) in a charset: lines become box
 * characters or "+", "-", "|", "=", symbols their ASCII stand-ins.  Returns the bytes written: 0
 * for the tail of a wide character, whose head has both cells; in ASCII each is a '?'. */
int back_glyph(const struct cell *cell, enum charset charset, char out[5]);

/* The look of a cell: that of its style and flags, but lines, box characters and blocks are never
 * underlined. */
struct look back_look(const struct cell *cell, enum theme theme, enum depth depth);

/* The same for pictures: `fg` is always an rgb value, `bg` one or -1, of the attributes only bold
 * and underline are left. */
struct look back_paint(const struct cell *cell, enum theme theme);

/* What decides the look of a cell, as one number below BACK_LOOKS: for tables of looks.  And a cell
 * with the look of a number. */
enum { BACK_LOOKS = STYLE_COUNT * 16 };
int back_look_key(const struct cell *cell);
struct cell back_look_cell(int key);

/* Is nothing drawn in the cell?  (It may still be filled or underlined.) */
bool back_is_blank(const struct cell *cell);

/* The column after the last cell of a row that shows something; `fills`: a filled or underlined
 * blank does. */
int back_row_end(const struct canvas *c, int y, bool fills);

/* A stretch of a row as text with escapes; `now` is the look that is on before and after it. */
void back_ansi_cells(const struct canvas *c, int y, int from, int to, enum theme theme, enum charset charset,
    struct look *now, struct sink *sink);

/* The picture as an element of an HTML page; `title` may be NULL. */
void back_svg_inline(const struct canvas *c, enum theme theme, enum charset charset, const char *title, struct sink *sink);

/* One row of a page's screen and its line feed: a span of class `sKEY` for each run of cells of one look; `keys` holds the
 * class of each look, or -1 where it needs none. */
void back_html_row(const struct canvas *c, int y, enum charset charset, const int16_t keys[BACK_LOOKS],
    struct sink *sink);

/* The grid of style letters of a canvas, a line a row: for tests.  The dots at the end of a row are
 * left out.  What is shaded is a blank: the letters that are left are what is lit. */
void back_styles(const struct canvas *c, struct sink *sink);

#endif
