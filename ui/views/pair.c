/* The pair beside a pane of the ASDM view: what a change does, drawn at once.
 *
 *      ╔ ASA1 primary ═ ASDM ╗     the unit that the view is connected to has the double frame
 *      ║ G1 ● ACTIVE         ║
 *      ║ G2 ○ STANDBY READY  ║
 *      ╚══║══════════│═══════╝
 *         ║ folink   │ statelink
 *      ┌──║──────────│───────┐
 *      │ G1 ...              │
 *      ╶ what happened ──────╴     what was refused, and the device's words; the log, newest last */
#include <stdio.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/utf8.h"
#include "ui/views/face.h"
#include "ui/views/log.h"

enum { LINKS_H = 2, LOG_LEAST_H = 6, BELIEF_LEAST_W = 40, NARROW_W = 32, TEXT_LEN = 320 };

/* --- a unit ------------------------------------------------------------------------------------------------ */

/* Name, role, and where the view is connected; or why it could not be. */
static void draw_head(const struct scene *scene, struct area box, uint32_t u)
{
	const struct sim *s = scene->s;
	bool up = s->unit[u].run == RUN_UP, here = scene->app->asdm.unit == u;
	enum style style = up ? STYLE_FRAME : STYLE_FAILED;
	int x = 1;

	area_frame(box, 0, 0, box.rect.w, box.rect.h, here ? WEIGHT_DOUBLE : WEIGHT_LIGHT, style);
	x += area_print(box, x, 0, STYLE_STRONG, " %.12s ", s->lab.unit[u].name);
	x += area_print(box, x, 0, STYLE_QUIET, "%s ", role_word(s->unit[u].role));
	target_note(scene->targets, box, 1, 0, x - 1, 1, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
	target_extent(scene->targets, box, 0, 0, box.rect.w, box.rect.h, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
	if (!up)
		area_print(box, x, 0, style, "%s ", run_word(s->unit[u].run));
	else if (here && x + 8 < box.rect.w)
		area_text_right(box, box.rect.w - 1, 0, STYLE_KEY, " ASDM ");
}

/* How long preempt still waits, in few cells; returns whether it does. */
static bool preempt_waits(const struct sim *s, uint32_t u, uint32_t g, char *out, size_t size)
{
	const struct machine *m = &s->unit[u].machine[g];
	uint32_t ms = m->preempt_ms - s->now_ms;

	if (s->unit[u].run != RUN_UP || m->preempt_seq == 0 || m->preempt_ms < s->now_ms)
		return false;
	snprintf(out, size, "p%u.%us", ms / 1000, ms / 100 % 10);
	return true;
}

/* A bar, filled where the group is active; where it is wide, what the unit takes its mate for. */
static void draw_group(const struct scene *scene, struct area box, uint32_t u, uint32_t g)
{
	const struct sim *s = scene->s;
	struct face is = face_group(s, u, g), mate = face_belief(s, u, g);
	bool wide = box.rect.w >= BELIEF_LEAST_W, filled = face_filled(is.style);
	int bar_w = wide ? box.rect.w - 18 : box.rect.w - 2, y = (int)g;
	struct area bar = area_part(box, 1, y, bar_w, 1);
	char wait[32];

	if (filled)
		area_clear(bar, 0, 0, bar_w, 1, is.style);
	area_print(bar, 1, 0, filled ? is.style : face_hue(g), "G%u", g);
	area_print(bar, 4, 0, is.style, "%s %s", is.mark, is.word);
	if (preempt_waits(s, u, g, wait, sizeof wait))
		area_text_right(bar, bar_w, 0, STYLE_WARN, wait);
	target_note(scene->targets, bar, 0, 0, bar_w, 1, (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g });
	if (face_group_changed(scene, u, g))
		area_flag(bar, 0, 0, bar_w, 1, CELL_CHANGED);
	if (wide && mate.word[0])
		area_print(area_part(box, bar_w + 2, y, 15, 1), 0, 0, face_belief_true(s, u, g) ? mate.style : STYLE_SPLIT,
		    "mate %s %s", mate.mark, mate.word);
}

/* The marks of a context's interfaces, with their names where there is room. Returns the cells. */
static int draw_marks(const struct scene *scene, struct area row, uint32_t u, uint32_t c, int x, bool named)
{
	const struct sim *s = scene->s;
	int from = x;

	for (uint32_t i = 0; i < s->lab.iface_count && x < row.rect.w; i++) {
		struct face f = face_side(s, u, i);
		int w;

		if (s->lab.ifaces[i].context != c)
			continue;
		w = area_text(row, x, 0, f.style, f.mark);
		if (named)
			w += area_print(row, x + w, 0, f.style == STYLE_FAILED || f.style == STYLE_WARN ? f.style : STYLE_QUIET,
			    " %s", s->lab.ifaces[i].name);
		if (face_side_changed(scene, u, i))
			area_flag(row, x, 0, w, 1, CELL_CHANGED);
		target_note(scene->targets, row, x, 0, w, 1, (struct target){ TARGET_LEG, (uint8_t)u, (uint16_t)i });
		x += w + named;
	}
	return x - from;
}

/* Contexts on one line, or on one each. */
static void draw_contexts(const struct scene *scene, struct area box, uint32_t u)
{
	const struct sim *s = scene->s;
	int y = GROUP_COUNT, x = 1;
	bool lines = box.rect.h > y + 2;

	for (uint32_t c = 0; c < s->lab.context_count; c++) {
		const char *name = s->lab.contexts[c].name;
		struct area row = area_part(box, 1, y, box.rect.w - 2, 1);

		if (y >= box.rect.h - 1)
			return;
		if (lines) {
			area_text(area_part(row, 1, 0, 8, 1), 0, 0, service_on(s, c, u) ? STYLE_STRONG : STYLE_QUIET, name);
			area_print(row, 10, 0, face_hue(context_group(s, u, c)), "G%u", context_group(s, u, c));
			draw_marks(scene, row, u, c, 14, true);
			y++;
		} else if (x < row.rect.w) {
			int marks = draw_marks(scene, row, u, c, x + utf8_cells(name) + 1, false);

			if (marks > 0)
				x += area_text(row, x, 0, service_on(s, c, u) ? STYLE_STRONG : STYLE_QUIET, name) + marks + 3;
		}
	}
}

static void draw_unit(const struct scene *scene, struct area box, uint32_t u)
{
	draw_head(scene, box, u);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		draw_group(scene, box, u, g);
	draw_contexts(scene, box, u);
}

/* --- the links between them -------------------------------------------------------------------------------- */

/* What a unit holds of a link. */
static const char *link_state(const struct unit *unit, uint32_t view)
{
	return unit->run != RUN_UP ? "" : view == LINK_UP ? "up" : "failed";
}

/* One cable, from box to box, with its name and what the connected unit holds of it. */
static void draw_cable(struct area gap, int x, const struct link_conf *link,
    const struct cable *c, const char *state, enum weight weight)
{
	const char *mark = face_leg_mark(c->faults[PRIMARY] | c->faults[SECONDARY]);
	bool dark = !c->carrier[PRIMARY] || !c->carrier[SECONDARY];
	enum style style = mark ? STYLE_FAILED : dark ? STYLE_UNKNOWN : STYLE_LINK;
	int w = gap.rect.w / 2 - 3;

	area_down(gap, x, 0, LINKS_H + 1, dark ? WEIGHT_LIGHT : weight, style);
	if (mark)
		area_text(gap, x, 1, STYLE_FAILED, mark);
	area_text(area_part(gap, x + 2, 1, w, 1), 0, 0, STYLE_QUIET, link->name);
	area_text(area_part(gap, x + 2, 2, w, 1), 0, 0, strcmp(state, "failed") == 0 ? STYLE_WARN : STYLE_QUIET, state);
}

/* `gap` has the frames of both boxes as its first and last row. */
static void draw_links(const struct scene *scene, struct area gap)
{
	const struct sim *s = scene->s;
	uint32_t u = scene->app->asdm.unit;
	const struct unit *unit = &s->unit[u];
	const struct failover_conf *conf = &unit->conf.failover;
	uint32_t age_ms = s->now_ms - unit->belief.heard_ms, late_ms = 3 * conf->polltime;

	target_note(scene->targets, gap, 3, 1, gap.rect.w / 2 - 3, LINKS_H, (struct target){ TARGET_LAN, UNIT_BOTH, 0 });
	target_note(scene->targets, gap, gap.rect.w / 2 + 1, 1, gap.rect.w / 2 - 2, LINKS_H,
	    (struct target){ unit_link_shared(s, u) ? TARGET_LAN : TARGET_STATE, UNIT_BOTH, 0 });
	draw_cable(gap, 3, &conf->lan, &s->lan, link_state(unit, unit->lan), WEIGHT_DOUBLE);
	if (unit->run == RUN_UP && unit->failover && unit->belief.mate != MATE_UNKNOWN)
		area_print(gap, 5, 2, age_ms >= late_ms ? STYLE_WARN : STYLE_QUIET, "%u.%u s%s", age_ms / 1000,
		    age_ms / 100 % 10, age_ms >= late_ms ? "!" : " ");
	if (unit_stateful(s, u) && !unit_link_shared(s, u))
		draw_cable(gap, gap.rect.w / 2 + 1, &conf->link, &s->state, link_state(unit, unit->state),
		    WEIGHT_LIGHT);
	else
		area_text(gap, gap.rect.w / 2 + 1, 1, STYLE_QUIET, unit_stateful(s, u) ? "state: shared" : "no state link");
}

/* --- what happened ----------------------------------------------------------------------------------------- */

/* The line that was refused and the device's words; returns the next free line. What is obeyed is in the log. */
static int draw_refused(const struct scene *scene, struct area a, int y)
{
	const struct asdm_typed *typed = &scene->app->asdm.typed;
	const char *reply = typed->reply + strspn(typed->reply, " ^\n");
	char prompt[64], text[TEXT_LEN];

	if (!asdm_was_refused(scene->app))
		return y;
	asdm_prompt(scene->s, typed->unit, &typed->lines, typed->lines.count - 1, prompt, sizeof prompt);
	snprintf(text, sizeof text, "%s %s", prompt, typed->lines.line[typed->lines.count - 1]);
	y = view_wrap(a, 0, y, STYLE_YOU, text);
	return view_wrap(a, 0, y, STYLE_WARN, reply);
}

/* The text of a line of the log: time, who, what. Of what was typed the prompt says where; in a narrow column only at
 * which unit. */
static void line_words(const struct sim *s, const struct log_line *line, int w, char out[TEXT_LEN])
{
	const struct entry *e = line->e;
	char time[32], text[TEXT_LEN - 80];
	const char *what = log_text(s, e, text, sizeof text), *prompt = strchr(text, '#');

	time_text(s, e->at_ms, time, sizeof time);
	if (e->kind == ENTRY_TYPE && prompt && w < NARROW_W)
		snprintf(out, TEXT_LEN, "%s %.12s%s", time, s->lab.unit[e->a].name, prompt);
	else if (e->kind == ENTRY_TYPE)
		snprintf(out, TEXT_LEN, "%s %s", time, what);
	else
		snprintf(out, TEXT_LEN, "%s %.12s %s", time, who_word(s, e->who), what);
	if (line->more > 0)
		snprintf(out + strlen(out), TEXT_LEN - strlen(out), " (and %u more)", line->more);
}

/* How many rows a text takes: in a narrow column two at the most, of the newest line three; the rest is dots. */
static int line_rows(int w, const char *text, bool newest)
{
	int rows = view_wrap_lines(w - 3, text), most = newest ? 3 : 2;

	return w < NARROW_W && rows > most ? most : rows;
}

/* One line of the log; returns the next free row. */
static int draw_log_line(const struct scene *scene, struct area a, int y, const struct log_line *line, bool newest)
{
	bool fresh = line->e->id + line->more >= scene->changed_first;
	enum style style = log_style(line->e);
	char text[TEXT_LEN];
	int rows;

	line_words(scene->s, line, a.rect.w, text);
	rows = line_rows(a.rect.w, text, newest);
	if (fresh)
		area_text(a, 0, y, STYLE_STRONG, ">");
	if (!fresh && style == STYLE_PLAIN)
		style = STYLE_QUIET;
	view_wrap(area_part(a, 0, y, a.rect.w, rows), 2, 0, style, text);
	if (rows < view_wrap_lines(a.rect.w - 3, text))
		area_text_right(a, a.rect.w, y + rows - 1, STYLE_QUIET, "…");
	return y + rows;
}

/* As many of the newest lines as fit, newest last; those that just changed are marked. What is told as refused is not told
 * again. */
static void draw_log(const struct scene *scene, struct area a, int y)
{
	struct log_line lines[LOG_LINES_MAX];
	int room = a.rect.h - y, shown = 0, n;
	bool told = asdm_was_refused(scene->app) && log_collect(scene, lines, 1, 0) > 0 && lines[0].e->kind == ENTRY_REFUSED;
	char text[TEXT_LEN];

	n = room > 0 ? log_collect(scene, lines, room < LOG_LINES_MAX ? room : LOG_LINES_MAX, told) : 0;
	for (; shown < n; shown++) {
		line_words(scene->s, &lines[shown], a.rect.w, text);
		room -= line_rows(a.rect.w, text, shown == 0);
		if (room < 0)
			break;
	}
	if (n == 0 && !asdm_was_refused(scene->app))
		view_wrap(a, 0, y, STYLE_QUIET, "Nothing has happened yet. What you change here happens at once; SPC runs.");
	while (shown-- > 0)
		y = draw_log_line(scene, a, y, &lines[shown], shown == 0);
}

static void draw_story(const struct scene *scene, struct area a)
{
	if (a.rect.h < 2)
		return;
	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 0, STYLE_QUIET, asdm_was_refused(scene->app) ? " refused " : " what happened ");
	draw_log(scene, a, draw_refused(scene, a, 1));
}

/* How tall a box is: its groups, then all contexts on a line, then each on its own, as far as the log leaves room. */
static int box_height(const struct scene *scene, int h)
{
	int contexts = (int)scene->s->lab.context_count, least = GROUP_COUNT + 1;

	if (h >= 2 * (least + contexts) + LINKS_H + 2 * LOG_LEAST_H)
		return least + contexts;
	return h >= 2 * (least + 1) + LINKS_H + LOG_LEAST_H ? least + 1 : least;
}

void view_pair(const struct scene *scene, struct area a)
{
	int h = box_height(scene, a.rect.h), below = h + LINKS_H, end = 2 * h + LINKS_H;

	if (a.rect.h < 2 * h + LINKS_H) {
		draw_story(scene, a);
		return;
	}
	draw_links(scene, area_part(a, 0, h - 1, a.rect.w, LINKS_H + 2));
	draw_unit(scene, area_part(a, 0, 0, a.rect.w, h), PRIMARY);
	draw_unit(scene, area_part(a, 0, below, a.rect.w, h), SECONDARY);
	draw_story(scene, area_part(a, 0, end, a.rect.w, a.rect.h - end));
}
