/* A walkthrough as Markdown: what is told of each step, its picture, and the same picture as text. */
#include "ui/walk/markdown.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "ui/backs/back.h"
#include "ui/output.h"
#include "ui/path.h"
#include "ui/walk/tell.h"
#include "ui/why/describe.h"

enum { BASE_LEN = 80, TITLE_ROOM = 2 * WALK_TITLE_LEN };

/* A page that is being written. */
struct page {
	struct walk_run *run;
	struct sink sink; /* the page's text; pictures are written behind it, and gone once they are in their files */
	const char *folder;
	char base[BASE_LEN];
	enum tell_kind last; /* the kind of the paragraph before, of the same step */
	bool any;            /* there was one */
};

/* Writes a whole page; returns an exit code, where it had no room, too. */
static int write_page(const char *path, const struct sink *page)
{
	if (page->length > page->size)
		return output_complain(EXIT_INPUT, "%s: a page of %zu bytes is too long", path, page->length);
	return output_file(path, page->bytes, page->length);
}

/* --- pictures ---------------------------------------------------------------------------------------------- */

/* The frame of the present in one format, into a file. */
static int write_picture(struct page *p, const struct canvas *c, const char *shot, const char *kind, const char *format,
    enum theme theme, const struct caption *caption)
{
	const struct back *back = back_find(format);
	char path[PATH_MAX];
	size_t used = p->sink.length < p->sink.size ? p->sink.length : p->sink.size;
	struct sink sink = { p->sink.bytes + used, p->sink.size - used, 0 };

	snprintf(path, sizeof path, "%s/%s-%s%s%s", p->folder, p->base, shot, kind, back->ending);
	back->emit(c, theme, p->run->app->charset, caption, &sink);
	if (sink.length > sink.size)
		return output_complain(EXIT_INPUT, "%s: a frame of %dx%d is too large", path, c->columns, c->rows);
	return output_file(path, sink.bytes, sink.length);
}

/* The pictures of a step, and where they stand in the page. */
static int write_shot(struct page *p, int step, const char *shot)
{
	static struct canvas canvas;
	const struct walk *w = p->run->walk;
	char description[DESCRIBE_LEN], title[TITLE_ROOM];
	struct caption caption = { title, description };
	int code;

	app_draw(p->run->app, &canvas, w->columns, w->rows);
	describe_frame(&p->run->app->history, description, sizeof description);
	snprintf(title, sizeof title, "%.90s: %s", walk_title(w), w->steps[step].title);
	code = write_picture(p, &canvas, shot, "", "svg", THEME_LIGHT, &caption);
	if (code == EXIT_FINE)
		code = write_picture(p, &canvas, shot, "-dark", "svg", THEME_DARK, &caption);
	if (code == EXIT_FINE)
		code = write_picture(p, &canvas, shot, "", "text", THEME_LIGHT, &caption);
	if (code != EXIT_FINE)
		return code;
	sink_print(&p->sink, "<picture>\n<source media=\"(prefers-color-scheme: dark)\" srcset=\"%s-%s-dark.svg\">\n", p->base,
	    shot);
	sink_print(&p->sink, "<img src=\"%s-%s.svg\" alt=\"", p->base, shot);
	sink_escaped(&p->sink, w->steps[step].title);
	sink_text(&p->sink, ". ");
	sink_escaped(&p->sink, description);
	sink_text(&p->sink, "\">\n</picture>\n\n<details>\n<summary>The same picture as text</summary>\n\n```text\n");
	back_find("text")->emit(&canvas, THEME_LIGHT, p->run->app->charset, &caption, &p->sink);
	sink_text(&p->sink, "```\n\n</details>\n\n");
	return EXIT_FINE;
}

/* --- words ------------------------------------------------------------------------------------------------- */

/* Text that Markdown takes as it is: but for what it would take for tags. */
static void write_text(struct sink *s, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			sink_text(s, "&lt;");
		else if (*text == '&')
			sink_text(s, "&amp;");
		else
			sink_bytes(s, text, 1);
	}
}

/* One paragraph; those of a kind that follow each other are one block where the kind is a block. */
static void take_paragraph(void *context, enum tell_kind kind, const char *text)
{
	static const char *const begins[TELL_COUNT] = { [TELL_WHY] = "> **Why?** ", [TELL_NOT] = ">\n> **Why not?** ",
		[TELL_RULE] = ">\n> - " };
	struct page *p = context;
	bool on = p->any && p->last == kind;

	if (p->any && !on && p->last == TELL_TYPED)
		sink_text(&p->sink, "```\n\n");
	else if (p->any && !on && p->last >= TELL_WHY && kind < TELL_WHY)
		sink_text(&p->sink, "\n");
	if (kind == TELL_TYPED) {
		sink_print(&p->sink, "%s%.900s\n", on ? "" : "```text\n", text);
	} else if (kind == TELL_TEXT) {
		write_text(&p->sink, text);
		sink_text(&p->sink, "\n\n");
	} else {
		sink_text(&p->sink, on && kind == TELL_RULE ? "> - " : on ? "> " : begins[kind]);
		write_text(&p->sink, text);
		sink_text(&p->sink, "\n");
	}
	p->last = kind;
	p->any = true;
}

/* Ends the block of the last paragraph. */
static void end_paragraphs(struct page *p)
{
	if (p->any && p->last != TELL_TEXT)
		sink_text(&p->sink, p->last == TELL_TYPED ? "```\n\n" : "\n");
	p->any = false;
}

/* What is told, with the picture between what is done and the reason: so the paragraphs go in two parts. */
struct half {
	struct page *page;
	bool reason;
};

static void take_half(void *context, enum tell_kind kind, const char *text)
{
	const struct half *half = context;

	if ((kind >= TELL_WHY) == half->reason)
		take_paragraph(half->page, kind, text);
}

static int write_step(struct page *p, int step)
{
	const struct walk *w = p->run->walk;
	const char *shot = walk_value(w, &w->steps[step], WALK_SHOT, 0, NULL);
	struct half half = { p, false };
	int code = EXIT_FINE;

	walk_go(p->run, step, w->columns, w->rows);
	sink_print(&p->sink, "## %d. ", step + 1);
	write_text(&p->sink, w->steps[step].title);
	sink_text(&p->sink, "\n\n");
	walk_tell(p->run, step, take_half, &half);
	end_paragraphs(p);
	if (shot)
		code = write_shot(p, step, shot);
	half.reason = true;
	walk_tell(p->run, step, take_half, &half);
	end_paragraphs(p);
	return code;
}

static void write_head(struct page *p)
{
	const struct walk *w = p->run->walk;

	sink_text(&p->sink, "# ");
	write_text(&p->sink, walk_title(w));
	sink_text(&p->sink, "\n\n");
	walk_tell_intro(w, take_paragraph, p);
	end_paragraphs(p);
	sink_print(&p->sink, "*Every picture is a frame of failscope's simulator, and every reason is its own record of what "
	    "happened; `failscope walk %s` plays the same in a terminal.*\n\n", p->base);
}

int walk_write_markdown(struct walk_run *r, const char *folder, const struct memory *memory)
{
	struct page p = { .run = r, .sink = { memory->text, memory->text_size, 0 }, .folder = folder };
	char path[PATH_MAX];
	int code = EXIT_FINE;

	path_stem(r->walk->path, p.base, sizeof p.base);
	write_head(&p);
	for (int step = 0; step < r->walk->step_count && code == EXIT_FINE; step++)
		code = write_step(&p, step);
	if (code != EXIT_FINE)
		return code;
	snprintf(path, sizeof path, "%s/%s.md", folder, p.base);
	return write_page(path, &p.sink);
}

/* The list as Markdown. */
static void list_markdown(struct sink *s, const char *const *names, const char *const *titles, int count)
{
	sink_text(s, "# Walkthroughs\n\n");
	for (int n = 0; n < count; n++) {
		sink_print(s, "%d. [", n + 1);
		write_text(s, titles[n]);
		sink_print(s, "](%s.md)\n", names[n]);
	}
}

/* The list as a page. */
static void list_html(struct sink *s, const char *const *names, const char *const *titles, int count)
{
	sink_text(s, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		     "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Walkthroughs</title>\n"
		     "<style>:root{color-scheme:light dark}"
		     "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 system-ui,sans-serif}</style>\n"
		     "</head>\n<body>\n<h1>Walkthroughs</h1>\n<ol>\n");
	for (int n = 0; n < count; n++) {
		sink_text(s, "<li><a href=\"");
		sink_escaped(s, names[n]);
		sink_text(s, ".html\">");
		sink_escaped(s, titles[n]);
		sink_text(s, "</a></li>\n");
	}
	sink_text(s, "</ol>\n</body>\n</html>\n");
}

int walk_write_index(const char *folder, const char *const *names, const char *const *titles, int count, bool html,
    const struct memory *memory)
{
	struct sink s = { memory->text, memory->text_size, 0 };
	char path[PATH_MAX];

	(html ? list_html : list_markdown)(&s, names, titles, count);
	snprintf(path, sizeof path, "%s/%s", folder, html ? "index.html" : "README.md");
	return write_page(path, &s);
}
