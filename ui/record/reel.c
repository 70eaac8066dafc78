/* Frames, packed.
 *
 *   memory: | marker \0 narration \0 run run run ... | marker \0 ...
 *   run:    where it begins, how many cells, and then those cells; or one cell where all are the same
 *
 * Every WHOLE_EVERY-th frame, and each of another size than the one before, is packed against an empty canvas; the
 * others against their predecessor.  An unchanged cell or two between changes are taken along, as a run costs a cell
 * itself. */
#include "ui/record/reel.h"

#include <assert.h>
#include <string.h>

enum { WHOLE_EVERY = 64, GAP = 1, SAME_LEAST = 3 };

/* A stretch of cells. */
struct run {
	uint32_t first;
	uint32_t count : 31, same : 1;
};

static_assert(sizeof(struct run) == 8, "a run has no hidden padding");
static_assert(CANVAS_COLUMNS_MAX <= UINT16_MAX && CANVAS_ROWS_MAX <= UINT16_MAX, "a size fits a place");

void reel_begin(struct reel *r, void *memory, size_t size)
{
	r->memory = memory;
	r->size = size;
	r->used = 0;
	r->count = 0;
	r->columns = r->rows = 0;
	canvas_reset(&r->last, 0, 0);
}

/* --- packing ----------------------------------------------------------------------------------------------- */

/* Puts bytes behind the others; false where there is no room. */
static bool put(struct reel *r, const void *bytes, size_t n)
{
	if (n > r->size - r->used)
		return false;
	memcpy(r->memory + r->used, bytes, n);
	r->used += n;
	return true;
}

/* Puts a text and its NUL; notes where. */
static bool put_text(struct reel *r, const char *text, size_t *at)
{
	*at = r->used;
	return put(r, text ? text : "", text ? strlen(text) + 1 : 1);
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* How many cells from the first on, at most `most`, are the same. */
static uint32_t length_same(const struct cell *cells, uint32_t most)
{
	uint32_t n = 1;

	while (n < most && same_cell(&cells[n], &cells[0]))
		n++;
	return n;
}

/* How many cells, at most `most`, are to go into one run of different ones: up to a longer stretch without change, or to
 * cells that are all the same. */
static uint32_t length_changed(const struct cell *now, const struct cell *before, uint32_t most)
{
	uint32_t n = 1, quiet = 0;

	while (n < most && quiet <= GAP && length_same(&now[n], most - n < SAME_LEAST ? most - n : SAME_LEAST) < SAME_LEAST) {
		quiet = same_cell(&now[n], &before[n]) ? quiet + 1 : 0;
		n++;
	}
	return n - quiet;
}

/* Puts one run of cells. */
static bool put_run(struct reel *r, const struct cell *cells, uint32_t first, uint32_t count, bool same)
{
	struct run run = { .first = first, .count = count, .same = same };

	return put(r, &run, sizeof run) && put(r, &cells[first], (same ? 1 : count) * sizeof *cells);
}

/* Puts what differs from what was before, in a canvas of the same size. */
static bool put_changes(struct reel *r, const struct canvas *now, const struct canvas *before)
{
	uint32_t total = (uint32_t)(now->columns * now->rows);

	for (uint32_t i = 0; i < total;) {
		uint32_t most = total - i, same, count;

		if (same_cell(&now->cells[i], &before->cells[i])) {
			i++;
			continue;
		}
		count = same = length_same(&now->cells[i], most);
		if (same < SAME_LEAST)
			count = length_changed(&now->cells[i], &before->cells[i], most);
		if (!put_run(r, now->cells, i, count, same >= SAME_LEAST))
			return false;
		i += count;
	}
	return true;
}

bool reel_add(struct reel *r, const struct canvas *canvas, uint32_t at_ms, const char *marker, const char *narration)
{
	struct reel_place *p = &r->places[r->count];
	size_t used = r->used;
	bool good;

	assert(at_ms >= reel_end_ms(r));
	if (r->count == REEL_MAX)
		return false;
	p->at_ms = at_ms;
	p->columns = (uint16_t)canvas->columns;
	p->rows = (uint16_t)canvas->rows;
	if (r->count % WHOLE_EVERY == 0 || r->last.columns != canvas->columns || r->last.rows != canvas->rows)
		canvas_reset(&r->last, canvas->columns, canvas->rows);
	good = put_text(r, marker, &p->marker) && put_text(r, narration, &p->narration);
	p->cells = r->used;
	good = good && put_changes(r, canvas, &r->last);
	p->end = r->used;
	if (!good) {
		r->used = used;
		if (r->count > 0)
			reel_get(r, r->count - 1, &r->last);
		return false;
	}
	canvas_copy(&r->last, canvas);
	r->columns = canvas->columns > r->columns ? canvas->columns : r->columns;
	r->rows = canvas->rows > r->rows ? canvas->rows : r->rows;
	r->count++;
	return true;
}

/* --- unpacking --------------------------------------------------------------------------------------------- */

/* The frame that is whole, at or before one. */
static uint32_t whole_before(const struct reel *r, uint32_t n)
{
	while (n % WHOLE_EVERY != 0 && r->places[n].columns == r->places[n - 1].columns &&
	       r->places[n].rows == r->places[n - 1].rows)
		n--;
	return n;
}

/* Makes the changes of a frame. */
static void apply(const struct reel *r, const struct reel_place *p, struct canvas *canvas)
{
	struct run run;

	for (size_t at = p->cells; at < p->end;) {
		struct cell *to;

		memcpy(&run, r->memory + at, sizeof run);
		at += sizeof run;
		to = &canvas->cells[run.first];
		for (uint32_t i = 0; i < run.count && run.same; i++)
			memcpy(&to[i], r->memory + at, sizeof *to);
		if (!run.same)
			memcpy(to, r->memory + at, run.count * sizeof *to);
		at += (run.same ? 1 : run.count) * sizeof *to;
	}
}

struct reel_frame reel_get(const struct reel *r, uint32_t n, struct canvas *canvas)
{
	const struct reel_place *p = &r->places[n];

	assert(n < r->count);
	if (canvas) {
		canvas_reset(canvas, p->columns, p->rows);
		for (uint32_t i = whole_before(r, n); i <= n; i++)
			apply(r, &r->places[i], canvas);
	}
	return (struct reel_frame){ p->at_ms, p->columns, p->rows, (const char *)r->memory + p->marker,
		(const char *)r->memory + p->narration };
}

bool reel_shows(const struct reel *r, const struct canvas *canvas)
{
	return r->count > 0 && canvas_equal(&r->last, canvas);
}

uint32_t reel_end_ms(const struct reel *r)
{
	return r->count > 0 ? r->places[r->count - 1].at_ms : 0;
}

bool reel_is_stop(const struct reel *r, uint32_t n)
{
	struct reel_frame f = reel_get(r, n, NULL);

	return n == 0 || f.marker[0] || f.narration[0];
}
