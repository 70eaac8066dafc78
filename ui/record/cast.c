/* A reel as asciicast v2; see cast.h.
 *
 * A frame is drawn onto what the terminal shows already: runs of changed cells, each behind a cursor move, with the
 * escapes of the ANSI back end.  Short stretches without change are written again, as a move costs more.  A frame of
 * another size than the one before clears the screen first. */
#include "ui/record/cast.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
	MOVE_COST = 6, /* cells that are written again rather than passed over */
	CELL_BYTES = 48, /* the longest look, a move and a glyph */
	LINE_LEN = 512,
};

/* What is known while a recording is written. */
struct drawing {
	const struct cast_head *head;
	struct sink *sink;
	struct look look;          /* that is on */
	struct canvas now, before; /* the frame to draw, and what the screen shows */
};

/* --- a frame as bytes for a terminal ----------------------------------------------------------------------- */

/* Would the terminal show the same in both cells? */
static bool same_cell(const struct drawing *d, const struct cell *a, const struct cell *b)
{
	char one[5], other[5];

	if (memcmp(a, b, sizeof *a) == 0)
		return true;
	return back_look_key(a) == back_look_key(b) && a->width == b->width &&
	       back_glyph(a, d->head->charset, one) == back_glyph(b, d->head->charset, other) && strcmp(one, other) == 0;
}

/* The end of the run of changed cells of a row that begins at `x`: with the small gaps in it, and no wide character cut. */
static int run_end(const struct drawing *d, const struct cell *now, const struct cell *before, int x)
{
	int columns = d->now.columns, end = x + 1;

	for (int i = end; i < columns && i - end <= MOVE_COST; i++)
		if (!same_cell(d, &now[i], &before[i]))
			end = i + 1;
	while (end < columns && now[end].flags & CELL_TAIL)
		end++;
	return end;
}

/* Draws what changed in a row. A wide character is drawn from its head. */
static void draw_row(struct drawing *d, int y)
{
	const struct cell *now = &d->now.cells[y * d->now.columns], *before = &d->before.cells[y * d->now.columns];

	for (int x = 0, end; x < d->now.columns; x = end) {
		end = x + 1;
		if (same_cell(d, &now[x], &before[x]))
			continue;
		if (x > 0 && now[x].flags & CELL_TAIL)
			x--;
		end = run_end(d, now, before, x);
		sink_print(d->sink, "\033[%d;%dH", y + 1, x + 1);
		back_ansi_cells(&d->now, y, x, end, d->head->theme, d->head->charset, &d->look, d->sink);
	}
}

/* Begins on an empty screen. */
static void clear_screen(struct drawing *d)
{
	static const struct look none = { -1, -1, 0 };

	sink_text(d->sink, "\033[0m\033[2J");
	d->look = none;
	canvas_reset(&d->before, d->now.columns, d->now.rows);
}

/* Draws the frame; its bytes stand in d->sink. */
static void draw(struct drawing *d, bool first)
{
	if (first)
		sink_text(d->sink, "\033[?25l");
	if (first || d->before.columns != d->now.columns || d->before.rows != d->now.rows)
		clear_screen(d);
	for (int y = 0; y < d->now.rows; y++)
		draw_row(d, y);
	canvas_copy(&d->before, &d->now);
}

/* --- events ------------------------------------------------------------------------------------------------ */

static void emit_event(struct sink *s, uint32_t at_ms, char kind, const char *text, size_t length)
{
	sink_print(s, "[%u.%03u, \"%c\", ", at_ms / 1000, at_ms % 1000, kind);
	sink_json(s, text, length);
	sink_text(s, "]\n");
}

/* One frame: what is to be sent, and the marker where there is one. */
static void emit_frame(struct drawing *d, const struct reel *r, uint32_t n, struct sink *out)
{
	struct reel_frame f = reel_get(r, n, &d->now);

	d->sink->length = 0;
	draw(d, n == 0);
	/* The terminal is left as it was found. */
	if (n + 1 == r->count)
		sink_print(d->sink, "\033[0m\033[%d;1H\033[?25h", r->rows);
	assert(d->sink->length <= d->sink->size);
	if (d->sink->length > 0)
		emit_event(out, f.at_ms, 'o', d->sink->bytes, d->sink->length);
	if (f.marker[0])
		emit_event(out, f.at_ms, 'm', f.marker, strlen(f.marker));
}

/* --- the run ----------------------------------------------------------------------------------------------- */

static const struct branch *branch_of(const struct history *h)
{
	return &h->branches[h->branch];
}

uint32_t cast_commands(const struct history *h, const struct cast_end *end)
{
	const struct branch *b = branch_of(h);
	uint32_t n = 0;

	while (n < b->count && b->journal[n].after_step < end->step)
		n++;
	return n;
}

/* The lab as INI text, as a JSON string. */
static void emit_lab(const struct cast_head *head, struct sink *s)
{
	static char text[CAST_LAB_MAX];
	struct sink lab = { text, sizeof text, 0 };

	conf_print_lab(head->lab, head->screen, &lab);
	assert(lab.length <= lab.size);
	sink_json(s, text, lab.length);
}

/* The run, as the value of a key of the header. */
static void emit_run(const struct cast_head *head, struct sink *s)
{
	const struct history *h = head->history;
	uint32_t open_ms = h->now.open_ms, until_ms = head->end.at_ms - open_ms;
	char line[LINE_LEN];

	sink_text(s, "{\"lab\": ");
	emit_lab(head, s);
	sink_text(s, ", \"script\": [");
	for (uint32_t n = 0; n < cast_commands(h, &head->end); n++) {
		script_line_text(head->lab, &branch_of(h)->journal[n], open_ms, line, sizeof line);
		sink_text(s, n > 0 ? ", " : "");
		sink_json(s, line, strlen(line));
	}
	sink_print(s, "], \"until\": %u.%03u}", until_ms / 1000, until_ms % 1000);
}

void cast_emit(const struct reel *r, const struct cast_head *head, struct sink *sink)
{
	static char bytes[CANVAS_COLUMNS_MAX * CANVAS_ROWS_MAX * CELL_BYTES];
	static struct drawing drawing;
	struct sink frame = { bytes, sizeof bytes, 0 };

	drawing.head = head;
	drawing.sink = &frame;
	sink_print(sink, "{\"version\": 2, \"width\": %d, \"height\": %d, \"title\": ", r->columns, r->rows);
	sink_json(sink, head->title, strlen(head->title));
	sink_text(sink, ", \"failscope\": ");
	emit_run(head, sink);
	sink_text(sink, "}\n");
	for (uint32_t n = 0; n < r->count; n++)
		emit_frame(&drawing, r, n, sink);
}

void cast_emit_script(const struct cast_head *head, const char *lab_name, struct sink *s)
{
	const struct history *h = head->history;
	char line[LINE_LEN];

	sink_print(s, "# %.200s\n", head->title);
	if (cast_is_name(lab_name))
		sink_print(s, "# Its lab is in the recording %.200s, with commands of its own.\n", lab_name);
	else
		sink_print(s, "# To play it again: failscope %.200s --script THIS-FILE\n", lab_name);
	sink_text(s, "# A line is TIME@STEP COMMAND: at that time, after so many events.\n");
	for (uint32_t n = 0; n < cast_commands(h, &head->end); n++) {
		script_line_text(head->lab, &branch_of(h)->journal[n], h->now.open_ms, line, sizeof line);
		sink_print(s, "%s\n", line);
	}
}
