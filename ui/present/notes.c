/* The notes: what they show, and their few keys.
 *
 *   title bar        the walkthrough; whether it follows
 *   3 of 7  Title    the present step;  T+25.2 s  G1 ASA2  G2 ASA2
 *   notes, then what the reader is told, scrolled together
 *   next: 4 of 7  Title
 *   keys */
#include "ui/present/notes.h"

#include <string.h>

#include "ui/utf8.h"

enum { PARAGRAPH_LEN = 4096, SCROLL_ROOM = 2 };

void notes_open(struct notes *n, const struct walk *walk)
{
	memset(n, 0, sizeof *n);
	n->walk = walk;
	n->step = -1;
	told_name(walk->path, n->name);
	told_init(&n->told);
}

/* Goes to a step, as far as there are such. */
static void go(struct notes *n, int step)
{
	int last = n->walk->step_count - 1;

	step = step < -1 ? -1 : step > last ? last : step;
	if (step != n->step)
		n->scroll = 0;
	n->step = step;
}

void notes_hear(struct notes *n, const struct told *told, const struct told *any)
{
	n->follows = told != NULL;
	snprintf(n->other, sizeof n->other, "%s", any && !told ? any->file : "");
	if (!told)
		return;
	n->told = *told;
	go(n, told->step);
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static void scroll(struct notes *n, int lines)
{
	int most = n->lines - n->room;

	n->scroll += lines;
	if (n->scroll > most)
		n->scroll = most;
	if (n->scroll < 0)
		n->scroll = 0;
}

/* A page of the text, or where it ends and nobody is followed, the next step. */
static void page(struct notes *n, int by)
{
	int before = n->scroll;

	scroll(n, by * (n->room > SCROLL_ROOM ? n->room - 1 : 1));
	if (n->scroll == before && !n->follows)
		go(n, n->step + by);
}

void notes_key(struct notes *n, uint32_t code)
{
	switch (code) {
	case 'q':
	case KEYCODE_ESCAPE:
	case 0x03:
		n->quit = true;
		break;
	case KEYCODE_PAGE_DOWN:
	case KEYCODE_RIGHT:
	case KEYCODE_ENTER:
	case ' ':
		page(n, 1);
		break;
	case KEYCODE_PAGE_UP:
	case KEYCODE_LEFT:
	case KEYCODE_BACKSPACE:
		page(n, -1);
		break;
	case KEYCODE_UP:
	case KEYCODE_WHEEL_UP:
	case 'k':
		scroll(n, -1);
		break;
	case KEYCODE_DOWN:
	case KEYCODE_WHEEL_DOWN:
	case 'j':
		scroll(n, 1);
		break;
	case KEYCODE_HOME:
	case KEYCODE_END:
		if (!n->follows)
			go(n, code == KEYCODE_HOME ? -1 : n->walk->step_count - 1);
		break;
	case 't':
		n->theme = (enum theme)((n->theme + 1) % THEME_COUNT);
		break;
	case 'U':
		n->charset = n->charset == CHARSET_UTF8 ? CHARSET_ASCII : CHARSET_UTF8;
		break;
	case 0x1a:
		n->suspend = true;
		break;
	case 0x0c:
		n->redraw = true;
		break;
	default:
		break;
	}
}

/* --- what is shown ----------------------------------------------------------------------------------------- */

/* A step's part of the walkthrough, or the introduction's. */
static const struct walk_part *part_of(const struct walk *w, int step)
{
	return step < 0 ? &w->head : &w->steps[step];
}

/* "3 of 7  Title"; before the first step the walkthrough's own. */
static const char *step_title(const struct walk *w, int step, char *out, size_t size)
{
	if (step < 0)
		snprintf(out, size, "Introduction");
	else
		snprintf(out, size, "%d of %d  %s", step + 1, w->step_count, w->steps[step].title);
	return out;
}

/* The paragraphs of a key, from a line of the area on that may lie above it. Returns the line behind them. */
static int draw_paragraphs(const struct notes *n, struct area a, int y, enum walk_key key, enum style style)
{
	char text[PARAGRAPH_LEN];

	for (int p = 0; walk_paragraph(n->walk, part_of(n->walk, n->step), key, p, text, sizeof text); p++) {
		walk_plain(text);
		y += area_wrap(a, 1, y, a.rect.w - 2, a.rect.h - y, style, text) + 1;
	}
	return y;
}

static int draw_heading(struct area a, int y, const char *text)
{
	area_across(a, 0, a.rect.w - 1, y, WEIGHT_LIGHT, STYLE_FRAME);
	area_print(a, 1, y, STYLE_QUIET, " %s ", text);
	return y + 1;
}

/* Notes first, as they are why one looks here; then what the audience is told. */
static int draw_texts(const struct notes *n, struct area a, int y)
{
	int first = y;

	y = draw_paragraphs(n, a, y, WALK_NOTES, STYLE_STRONG);
	if (y == first)
		y += area_wrap(a, 1, y, a.rect.w - 2, a.rect.h - y, STYLE_QUIET,
		    n->step < 0 ? "Before the first step." : "No notes for this step.") + 1;
	y = draw_heading(a, y, n->step < 0 ? "INTRODUCTION" : "WHAT IS TOLD");
	return draw_paragraphs(n, a, y, n->step < 0 ? WALK_INTRO : WALK_TEXT, STYLE_PLAIN) - 1;
}

/* Whom it follows, in a few words. */
static const char *follows_word(const struct notes *n)
{
	static const char *const phases[] = { "step not begun", "step running", "step done" };

	if (!n->follows)
		return n->other[0] ? "a dashboard plays something else" : "waits for the dashboard";
	if (n->told.away)
		return "the story was left";
	return n->step < 0 ? "follows" : phases[n->told.phase];
}

static void draw_title(const struct notes *n, struct area a)
{
	const char *word = follows_word(n);
	enum style style = n->follows && !n->told.away ? STYLE_TITLE : STYLE_MOVING;
	int w = utf8_cells(word) + 2;

	area_clear(a, 0, 0, a.rect.w, 1, STYLE_TITLE);
	area_print(area_part(a, 0, 0, a.rect.w - w - 1, 1), 0, 0, STYLE_TITLE, " NOTES  %s", walk_title(n->walk));
	area_clear(a, a.rect.w - w, 0, w, 1, style);
	area_text(a, a.rect.w - w + 1, 0, style, word);
}

/* The step, and how the lab stands. */
static void draw_step(const struct notes *n, struct area a)
{
	char title[WALK_TITLE_LEN + 32], text[NAME_LEN + 16];
	int right = a.rect.w - 1;

	for (int g = GROUP_COUNT - 1; g >= 1 && n->follows; g--) {
		snprintf(text, sizeof text, " G%d %s ", g, n->told.holder[g]);
		right -= area_text_right(a, right, 0, g == 2 ? STYLE_G2_ACTIVE : STYLE_G1_ACTIVE, text);
	}
	if (n->follows) {
		snprintf(text, sizeof text, "%sT+%u.%u s ", n->told.runs ? "▶ " : "", n->told.since_ms / 1000,
		    n->told.since_ms / 100 % 10);
		right -= 1 + area_text_right(a, right - 1, 0, STYLE_QUIET, text);
	}
	area_text(area_part(a, 0, 0, right - 1, 1), 1, 0, STYLE_STRONG, step_title(n->walk, n->step, title, sizeof title));
}

static void draw_next(const struct notes *n, struct area a)
{
	char title[WALK_TITLE_LEN + 32];
	bool last = n->step + 1 >= n->walk->step_count;

	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 1, STYLE_KEY, last ? "The end" : "Next");
	if (!last)
		area_text(a, 7, 1, STYLE_PLAIN, step_title(n->walk, n->step + 1, title, sizeof title));
}

static void draw_keys(const struct notes *n, struct area a)
{
	static const char *const follow[][2] = { { "Up/Down", "scroll" }, { "t", "theme" }, { "q", "quit" } };
	static const char *const alone[][2] = { { "PgDn", "next" }, { "PgUp", "last" }, { "Up/Down", "scroll" },
		{ "t", "theme" }, { "q", "quit" } };
	const char *const(*keys)[2] = n->follows ? follow : alone;
	int count = n->follows ? 3 : 5, x = 1, right = a.rect.w;

	if (n->lines > n->scroll + n->room)
		right -= 2 + area_text_right(a, right - 1, 0, STYLE_KEY, n->follows ? "Down: more" : "PgDn: more");
	for (int k = 0; k < count; k++) {
		if (x + utf8_cells(keys[k][0]) + 1 + utf8_cells(keys[k][1]) > right)
			continue;
		x += area_text(a, x, 0, STYLE_KEY, keys[k][0]) + 1;
		x += area_text(a, x, 0, STYLE_QUIET, keys[k][1]) + 2;
	}
}

/* The rows of the parts, in the order in which they are dropped where there is no room: next, keys, title, step. */
void notes_draw(struct notes *n, struct canvas *canvas, int columns, int rows)
{
	struct area all;
	int title = rows > 3, keys = rows > 4, next = rows > 8 ? 2 : 0, step = rows > 1, top = title + step;
	struct area text;

	canvas_reset(canvas, columns, rows);
	all = canvas_area(canvas);
	n->room = rows - top - next - keys - (rows > 8);
	n->room = n->room < 0 ? 0 : n->room;
	text = area_part(all, 0, top + (rows > 8), columns, n->room);
	/* Once for its length, and once for what is seen of it. */
	n->lines = draw_texts(n, area_part(all, 0, 0, columns, 0), 0);
	n->lines = columns > 2 ? n->lines : 0;
	scroll(n, 0);
	draw_texts(n, text, -n->scroll);
	if (title)
		draw_title(n, area_part(all, 0, 0, columns, 1));
	if (step)
		draw_step(n, area_part(all, 0, title, columns, 1));
	if (next > 0)
		draw_next(n, area_part(all, 0, rows - keys - next, columns, 2));
	if (keys)
		draw_keys(n, area_part(all, 0, rows - 1, columns, 1));
}

/* --- on paper ---------------------------------------------------------------------------------------------- */

void notes_print(const struct walk *walk, FILE *out)
{
	char text[PARAGRAPH_LEN], title[WALK_TITLE_LEN + 32];

	fprintf(out, "%s\n", walk_title(walk));
	for (int step = 0; step < walk->step_count; step++) {
		fprintf(out, "\n%s\n", step_title(walk, step, title, sizeof title));
		for (int p = 0; walk_paragraph(walk, &walk->steps[step], WALK_NOTES, p, text, sizeof text); p++) {
			walk_plain(text);
			fprintf(out, "  %s\n", text);
		}
	}
}
