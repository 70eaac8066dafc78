/* The player's page.
 *
 *   head: policy, title, style sheet, the colours of both schemes
 *   body: title and introduction, the player (hidden until its script runs),
 *         a <section> for each frame to step to,
 *         the frames between, as JSON: [[section, ms, row, text, row, text ...], ...]
 *         the script
 *
 * A look is a class, and its colours are variables: so one page is light and dark, as the reader's system says or the
 * button.  In the JSON a row's text is a string the first time and later the number of that string; most rows of most
 * frames have been seen before. */
#include "ui/record/player.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "ui/record/assets.h"

enum {
	TICKS_MOST = 1200,     /* frames between; more are thinned out evenly */
	ROWS_MOST = 1 << 16,   /* texts of rows that are found again */
	ROW_BYTES = 64 * 1024, /* a row of a thousand cells, each with a class of its own, has fewer */
	WIDE_COLUMNS = 100,    /* from here on words stand below the picture on most screens */
	TIME_LEN = 24,
};

/* What is known while a page is written. */
struct page {
	const struct reel *reel;
	const struct player_page *head;
	struct sink *sink;
	int16_t keys[BACK_LOOKS];  /* the class of each look; -1 where it needs none or does not occur */
	struct canvas now, before; /* of the frame that is written, and of the one before that */
};

/* --- text -------------------------------------------------------------------------------------------------- */

/* A piece of text, escaped; back-quotes make code of what they enclose. */
static void emit_line(struct sink *s, const char *text, size_t length)
{
	const char *end = text + length, *quote;
	char piece[256];
	bool code = false;

	while (text < end) {
		size_t n = (size_t)(end - text);

		quote = memchr(text, '`', n);
		if (quote)
			n = (size_t)(quote - text);
		if (n > sizeof piece - 1) {
			for (n = sizeof piece - 1; n > sizeof piece - 5 && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
				continue;
			quote = NULL;
		}
		memcpy(piece, text, n);
		piece[n] = '\0';
		sink_escaped(s, piece);
		text += n + (quote != NULL);
		if (quote && (code || memchr(text, '`', (size_t)(end - text)))) {
			sink_text(s, code ? "</code>" : "<code>");
			code = !code;
		} else if (quote)
			sink_text(s, "`");
	}
}

/* One paragraph, by how it begins. */
static void emit_paragraph(struct sink *s, const char *text, size_t length)
{
	bool typed = length > 4 && memcmp(text, "    ", 4) == 0, quoted = length > 2 && memcmp(text, "> ", 2) == 0;
	size_t indent = typed ? 4 : quoted ? 2 : 0;
	const char *end = text + length;

	sink_text(s, typed ? "<pre class=\"typed\">" : quoted ? "<blockquote><p>" : "<p>");
	while (text < end) {
		const char *line_end = memchr(text, '\n', (size_t)(end - text));
		size_t n = (size_t)((line_end ? line_end : end) - text), skip = n < indent ? n : indent;
		char line[512];

		if (typed) {
			n -= skip;
			n = n < sizeof line ? n : sizeof line - 1;
			memcpy(line, text + skip, n);
			line[n] = '\0';
			sink_escaped(s, line);
		} else {
			skip = quoted && skip == 2 && memcmp(text, "> ", 2) == 0 ? 2 : 0;
			emit_line(s, text + skip, n - skip);
		}
		text = line_end ? line_end + 1 : end;
		if (text < end)
			sink_text(s, "\n");
	}
	sink_text(s, typed ? "</pre>\n" : quoted ? "</p></blockquote>\n" : "</p>\n");
}

/* Paragraphs as HTML. */
static void emit_paragraphs(struct sink *s, const char *text)
{
	while (*(text += strspn(text, "\n"))) {
		const char *end = strstr(text, "\n\n");
		size_t length = end ? (size_t)(end - text) : strlen(text);

		while (length > 0 && text[length - 1] == '\n')
			length--;
		emit_paragraph(s, text, length);
		text = end ? end : text + strlen(text);
	}
}

/* A time of viewing: "1:05.3". */
static const char *clock_of(uint32_t ms, char out[TIME_LEN])
{
	snprintf(out, TIME_LEN, "%u:%02u.%u", ms / 60000, ms / 1000 % 60, ms / 100 % 10);
	return out;
}

/* --- looks ------------------------------------------------------------------------------------------------- */

/* Finds the looks that occur in any frame. */
static void find_looks(struct page *p)
{
	for (int key = 0; key < BACK_LOOKS; key++)
		p->keys[key] = -1;
	for (uint32_t n = 0; n < p->reel->count; n++) {
		reel_get(p->reel, n, &p->now);
		for (int i = 0; i < p->now.columns * p->now.rows; i++) {
			int key = back_look_key(&p->now.cells[i]);

			p->keys[key] = (int16_t)key;
		}
	}
}

/* How the look of a number is painted. */
static struct look paint(int key, enum theme theme)
{
	const struct cell cell = back_look_cell(key);

	return back_paint(&cell, theme);
}

/* The classes, whose colours are variables; what looks as plain text does needs none. */
static void emit_classes(struct page *p)
{
	for (int key = 0; key < BACK_LOOKS; key++) {
		struct look look = p->keys[key] < 0 ? (struct look){ 0 } : paint(key, THEME_DARK);

		if (p->keys[key] < 0)
			continue;
		if (look.fg == (int32_t)theme_ink(THEME_DARK) && look.bg < 0 && look.attrs == 0) {
			p->keys[key] = -1;
			continue;
		}
		sink_print(p->sink, ".s%d{color:var(--f%d)", key, key);
		if (look.bg >= 0)
			sink_print(p->sink, ";background:var(--b%d)", key);
		if (look.attrs & ATTR_BOLD)
			sink_text(p->sink, ";font-weight:bold");
		if (look.attrs & ATTR_UNDERLINE)
			sink_text(p->sink, ";text-decoration:underline");
		sink_text(p->sink, "}\n");
	}
}

/* The colours of one scheme. */
static void emit_colours(const struct page *p, const char *selector, enum theme theme)
{
	sink_print(p->sink, "%s{--ground:", selector);
	sink_rgb(p->sink, (int32_t)theme_ground(theme));
	sink_text(p->sink, ";--ink:");
	sink_rgb(p->sink, (int32_t)theme_ink(theme));
	for (int key = 0; key < BACK_LOOKS; key++) {
		struct look look;

		if (p->keys[key] < 0)
			continue;
		look = paint(key, theme);
		sink_print(p->sink, ";--f%d:", key);
		sink_rgb(p->sink, look.fg);
		if (look.bg < 0)
			continue;
		sink_print(p->sink, ";--b%d:", key);
		sink_rgb(p->sink, look.bg);
	}
	sink_text(p->sink, "}\n");
}

static void emit_style(struct page *p)
{
	sink_text(p->sink, "<style>\n");
	sink_text(p->sink, player_css);
	emit_classes(p);
	emit_colours(p, ":root", THEME_DARK);
	sink_text(p->sink, "@media (prefers-color-scheme:light){\n");
	emit_colours(p, ":root:not([data-look=dark])", THEME_LIGHT);
	sink_text(p->sink, "}\n");
	emit_colours(p, ":root[data-look=light]", THEME_LIGHT);
	sink_text(p->sink, "</style>\n");
}

/* --- frames to step to ------------------------------------------------------------------------------------- */

/* One frame as a section; the first has number 0. */
static void emit_section(const struct page *p, int number, const struct reel_frame *f)
{
	struct sink *s = p->sink;
	char time[TIME_LEN];

	sink_print(s, "<section id=\"step-%d\" data-ms=\"%u\"%s>\n<div class=\"words\">\n<h2>", number, f->at_ms,
	    f->narration[0] ? " data-stop" : "");
	sink_escaped(s, f->marker[0] ? f->marker : "At the start");
	sink_print(s, "</h2>\n<p class=\"when\">%s</p>\n", clock_of(f->at_ms, time));
	emit_paragraphs(s, f->narration);
	sink_text(s, "</div>\n<pre class=\"screen\">");
	/* A line feed right behind the tag would be lost. */
	sink_text(s, "\n");
	for (int y = 0; y < f->rows; y++)
		back_html_row(&p->now, y, p->head->charset, p->keys, s);
	sink_text(s, "</pre>\n</section>\n");
}

static void emit_sections(struct page *p)
{
	int number = 0;

	sink_text(p->sink, "<main id=\"frames\">\n");
	for (uint32_t n = 0; n < p->reel->count; n++) {
		struct reel_frame f;

		if (!reel_is_stop(p->reel, n))
			continue;
		f = reel_get(p->reel, n, &p->now);
		emit_section(p, number++, &f);
	}
	sink_text(p->sink, "</main>\n");
}

/* --- frames between ---------------------------------------------------------------------------------------- */

/* The texts of rows that have been written, by their place in the sink. */
struct texts {
	uint32_t count;
	struct written {
		size_t at, length;
	} text[ROWS_MOST];
	uint32_t slot[2 * ROWS_MOST]; /* by hash: the number of a text, plus one */
};

static uint32_t hash(const char *bytes, size_t n)
{
	uint32_t h = 2166136261u;

	while (n-- > 0)
		h = (h ^ (unsigned char)*bytes++) * 16777619u;
	return h;
}

/* Has the text that begins at a place of the sink been written before? Its number, or -1; then it has one now. */
static int64_t find_text(struct texts *t, const struct sink *s, size_t at)
{
	size_t length = s->length - at;
	uint32_t slot;

	if (s->length > s->size)
		return -1;
	slot = hash(s->bytes + at, length) % (2 * ROWS_MOST);
	while (t->slot[slot] > 0) {
		const struct written *known = &t->text[t->slot[slot] - 1];

		if (known->length == length && memcmp(s->bytes + known->at, s->bytes + at, length) == 0)
			return t->slot[slot] - 1;
		slot = (slot + 1) % (2 * ROWS_MOST);
	}
	if (t->count < ROWS_MOST) {
		t->text[t->count] = (struct written){ at, length };
		t->slot[slot] = ++t->count;
	}
	return -1;
}

/* A row: its text, or the number under which that is known. */
static void emit_tick_row(const struct page *p, int y, struct texts *texts)
{
	static char bytes[ROW_BYTES];
	struct sink row = { bytes, sizeof bytes, 0 };
	size_t at = p->sink->length;
	int64_t known;

	back_html_row(&p->now, y, p->head->charset, p->keys, &row);
	assert(row.length <= row.size);
	sink_json(p->sink, bytes, row.length - 1); /* without the line's end */
	known = find_text(texts, p->sink, at);
	if (known < 0)
		return;
	p->sink->length = at;
	sink_number(p->sink, (int)known);
}

static bool same_row(const struct canvas *a, const struct canvas *b, int y)
{
	size_t bytes = (size_t)a->columns * sizeof *a->cells;

	return memcmp(&a->cells[y * a->columns], &b->cells[y * b->columns], bytes) == 0;
}

/* One frame between: its section, its time, and the rows that changed since the frame written before. */
static void emit_tick(struct page *p, int section, uint32_t at_ms, struct texts *texts)
{
	sink_print(p->sink, "[%d,%u", section, at_ms);
	for (int y = 0; y < p->now.rows; y++) {
		if (same_row(&p->now, &p->before, y))
			continue;
		sink_print(p->sink, ",%d,", y);
		emit_tick_row(p, y, texts);
	}
	sink_text(p->sink, "]");
}

/* Only so many of the frames between are written that a page stays small. */
static uint32_t every(const struct reel *r)
{
	uint32_t ticks = 0;

	for (uint32_t n = 0; n < r->count; n++)
		ticks += !reel_is_stop(r, n);
	return ticks / TICKS_MOST + 1;
}

/* Frames of another size than their section's are left out: a section is one picture. */
static void emit_ticks(struct page *p)
{
	static struct texts texts;
	uint32_t step = every(p->reel), count = 0;
	int section = -1;
	bool first = true;

	memset(&texts, 0, sizeof texts);
	sink_text(p->sink, "<script type=\"application/json\" id=\"between\">[");
	for (uint32_t n = 0; n < p->reel->count; n++) {
		struct reel_frame f = reel_get(p->reel, n, &p->now);
		bool stop = reel_is_stop(p->reel, n);

		section += stop;
		if (!stop && (++count % step != 0 || f.columns != p->before.columns || f.rows != p->before.rows))
			continue;
		if (!stop) {
			sink_text(p->sink, first ? "\n" : ",\n");
			emit_tick(p, section, f.at_ms, &texts);
			first = false;
		}
		canvas_copy(&p->before, &p->now);
	}
	sink_text(p->sink, "]</script>\n");
}

/* --- the page ---------------------------------------------------------------------------------------------- */

static void emit_head(struct page *p)
{
	struct sink *s = p->sink;

	sink_text(s, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
		     "'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		     "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	sink_escaped(s, p->head->title);
	sink_text(s, "</title>\n");
	emit_style(p);
	sink_text(s, "</head>\n");
}

void player_emit(const struct reel *r, const struct player_page *head, struct sink *sink)
{
	static struct page page;
	struct page *p = &page;

	page.reel = r;
	page.head = head;
	page.sink = sink;
	find_looks(p);
	emit_head(p);
	sink_print(sink, "<body class=\"%s\" style=\"--columns:%d;--rows:%d\"%s>\n",
	    r->columns >= WIDE_COLUMNS ? "wide" : "narrow", r->columns, r->rows, head->stops ? " data-stops" : "");
	sink_text(sink, "<header>\n<h1>");
	sink_escaped(sink, head->title);
	sink_text(sink, "</h1>\n<div class=\"introduction\">\n");
	emit_paragraphs(sink, head->introduction);
	sink_text(sink, "</div>\n</header>\n");
	sink_text(sink, player_html);
	emit_sections(p);
	emit_ticks(p);
	sink_text(sink, "<script>\n");
	sink_text(sink, player_js);
	sink_text(sink, "</script>\n</body>\n</html>\n");
}
