/* Who held each group when, and what you did: one cell is a stretch of time.
 *
 * Where the run is longer than the strip is wide a cell stands for more; what lies ahead of the present stays to be
 * seen, quieter.  The strip is made from the trace alone. */
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "ui/views/face.h"

enum { COLUMNS_MAX = CANVAS_COLUMNS_MAX, LABEL_W = 4 };

struct strip {
	uint32_t first_ms, cell_ms;
	int columns;
	char holder[GROUP_COUNT][COLUMNS_MAX + 1]; /* '1', '2', 'S', '!' nobody */
	char mark[COLUMNS_MAX + 1];
};

/* The cell's stretch: the smallest round one with which the whole run fits. */
static uint32_t cell_length(uint32_t span_ms, int columns)
{
	static const uint32_t lengths[] = { 1000, 2000, 5000, 10000, 20000, 30000, 60000, 120000, 300000, 600000,
		1800000, 3600000, 7200000, 21600000, 86400000 };
	size_t n = 0;

	while (n + 1 < sizeof lengths / sizeof *lengths && span_ms / lengths[n] >= (uint32_t)columns)
		n++;
	return lengths[n];
}

/* The mark of what a person did, or of a boot or a preempt. */
static char mark_of(const struct entry *e)
{
	switch (e->kind) {
	case ENTRY_FAULT:
		return 'F';
	case ENTRY_MEND:
		return 'R';
	case ENTRY_TYPE:
		return 'M';
	case ENTRY_UNIT:
		return e->to == RUN_BOOTING ? 'b' : 0;
	case ENTRY_STATE:
		return e->group > 0 && e->to == STATE_JUST_ACTIVE && e->a == REASON_PREEMPT ? 'p' : 0;
	default:
		return 0;
	}
}

/* A letter for who is active, from each unit's own state. */
static char holder_of(const uint8_t active[UNIT_COUNT])
{
	if (active[PRIMARY] && active[SECONDARY])
		return 'S';
	return active[PRIMARY] ? '1' : active[SECONDARY] ? '2' : '!';
}

/* Fills the cells of a group up to (not including) a cell with what held until then. A hand-over within a cell is
 * seen where somebody else holds the next one. */
static void fill(struct strip *t, uint32_t g, int *from, int to, char holder)
{
	for (; *from < to && *from < t->columns; (*from)++)
		t->holder[g][*from] = holder;
}

static void note_mark(struct strip *t, const struct entry *e)
{
	char mark = mark_of(e);
	uint32_t cell = e->at_ms < t->first_ms ? UINT32_MAX : (e->at_ms - t->first_ms) / t->cell_ms;

	if (mark && cell < (uint32_t)t->columns && (t->mark[cell] == ' ' || mark == 'F'))
		t->mark[cell] = mark;
}

/* Does the unit pass the group's traffic after that move? With failover off it goes on as it was [10.3]. */
static uint8_t passes(const struct entry *e, uint8_t before)
{
	bool joins = e->to != STATE_DISABLED && e->to != STATE_NEGOTIATION && !state_active(e->to);

	return e->to == STATE_ACTIVE || (before && !joins);
}

/* Walks the trace once, up to an entry, keeping who is active where. */
static void read_trace(struct strip *t, const struct history *h, uint32_t last, uint32_t end_ms)
{
	uint8_t active[GROUP_COUNT][UNIT_COUNT] = { { 0 } };
	int from[GROUP_COUNT] = { 0 }, end = (int)((end_ms - t->first_ms) / t->cell_ms) + 1;

	for (uint32_t id = h->archive_first; id <= last; id++) {
		const struct entry *e = history_entry(h, id);
		int cell = e->at_ms < t->first_ms ? 0 : (int)((e->at_ms - t->first_ms) / t->cell_ms);

		note_mark(t, e);
		if (e->kind == ENTRY_STATE && e->who < UNIT_COUNT && e->group < GROUP_COUNT) {
			fill(t, e->group, &from[e->group], cell, holder_of(active[e->group]));
			active[e->group][e->who] = passes(e, active[e->group][e->who]);
		} else if (e->kind == ENTRY_RULE && e->rule == RULE_OFF_AT_BOOT && e->who < UNIT_COUNT) {
			for (uint32_t g = 0; g < GROUP_COUNT; g++) {
				fill(t, g, &from[g], cell, holder_of(active[g]));
				active[g][e->who] = 1;
			}
		} else if (e->kind == ENTRY_UNIT && e->to != RUN_UP && e->who < UNIT_COUNT) {
			for (uint32_t g = 0; g < GROUP_COUNT; g++) {
				fill(t, g, &from[g], cell, holder_of(active[g]));
				active[g][e->who] = 0;
			}
		}
	}
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		fill(t, g, &from[g], end, holder_of(active[g]));
}

static void draw_group(struct area a, const struct strip *t, uint32_t g, int now)
{
	int y = (int)g - 1;

	area_print(a, 1, y, face_hue(g), "G%u", g);
	for (int x = 0; x < t->columns && t->holder[g][x]; x++) {
		char holder = t->holder[g][x], text[2] = { holder, '\0' };
		enum style active = g == 2 ? STYLE_G2_ACTIVE : STYLE_G1_ACTIVE;
		enum style style = holder == 'S' || holder == '!' ? STYLE_SPLIT : holder == '1' ? active : face_hue(g);

		area_text(a, LABEL_W + x, y, x > now ? STYLE_QUIET : style, text);
	}
}

static enum style mark_style(char mark)
{
	return mark == 'F' ? STYLE_FAILED : mark == 'R' || mark == 'M' ? STYLE_YOU : STYLE_QUIET;
}

void view_timeline(const struct scene *scene, struct area a)
{
	static struct strip t; /* big; nothing of it outlives the call */
	const struct sim *s = scene->s;
	bool ahead = !scene->app->hides_ahead;
	uint32_t end_ms = ahead ? history_end_ms(scene->history) : 0, now_ms = s->now_ms;
	int now;
	char text[64];

	memset(&t, 0, sizeof t);
	t.columns = a.rect.w - LABEL_W - 1;
	if (t.columns < 1)
		return;
	memset(t.mark, ' ', (size_t)t.columns);
	t.first_ms = s->open_ms;
	if (end_ms < now_ms)
		end_ms = now_ms;
	t.cell_ms = cell_length(end_ms - t.first_ms, t.columns);
	read_trace(&t, scene->history, ahead ? scene->history->archive_last : s->trace_id, end_ms);
	now = (int)((now_ms - t.first_ms) / t.cell_ms);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		draw_group(a, &t, g, now);
	for (int x = 0; x < t.columns; x++) {
		text[0] = t.mark[x];
		text[1] = '\0';
		area_text(a, LABEL_W + x, 2, mark_style(t.mark[x]), text);
	}
	area_text(a, LABEL_W + now, 2, STYLE_CURSOR, t.mark[now] != ' ' ? (char[2]){ t.mark[now], 0 } : "^");
	snprintf(text, sizeof text, " 1 %.8s  2 %.8s  ! nobody  cell %u s", s->lab.unit[0].name, s->lab.unit[1].name, t.cell_ms / 1000);
	if (now + 2 + (int)strlen(text) < t.columns)
		area_text_right(a, a.rect.w - 1, 2, STYLE_QUIET, text);
}
