/* The presenter's stage: who is active, from the back row.
 *
 *       ASA1 primary            25.2           ASA2 secondary          names, and the time
 *      ┌──────────────────┐    folink    ████████████████████
 *      │     STANDBY      │══════════════██     ACTIVE     ██          a block for each group of each unit: filled where
 *      └──────────────────┘      G1      ████████████████████          it is active, an outline where it is not
 *      ...                                ...                          the same for group 2
 *      CTX1  G1  served by ASA2                      out 15.2 s        contexts: what users notice
 *      ASA2, G1 Just Active to Active (HELLO not heard from mate)      what happened last, or what the talk says
 *
 * What a size has room for follows from a list of wishes: each is granted whole or not at all, in their order.  Words
 * are drawn in the largest letters that fit, and plainly where none do. */
#include <stdio.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/utf8.h"
#include "ui/views/cable.h"
#include "ui/views/face.h"
#include "ui/views/letters.h"
#include "ui/why/describe.h"

enum { GAP_LEAST = 2, GAP_MOST = 24, ROOMY_W = 60, FRAME_LEAST_H = 5, GROUPS = GROUP_COUNT - 1 };

/* The parts of the stage from top to bottom; there is a block for each group. */
enum part { PART_TITLE, PART_NAMES, PART_BLOCKS, PART_AIR, PART_CONTEXTS, PART_SAY, PART_COUNT };

struct wish {
	enum part part;
	int rows; /* it is to have so many */
};

/* Without half blocks letters are taller, and the names of the units stay small for longer. */
static const struct wish wishes[] = {
	{ PART_TITLE, 1 }, { PART_BLOCKS, 1 }, { PART_SAY, 1 }, { PART_NAMES, 1 }, { PART_BLOCKS, 3 }, { PART_BLOCKS, 4 },
	{ PART_CONTEXTS, 2 }, { PART_SAY, 2 }, { PART_BLOCKS, 6 }, { PART_NAMES, 3 }, { PART_AIR, 1 }, { PART_BLOCKS, 7 },
	{ PART_CONTEXTS, 3 }, { PART_AIR, 2 }, { PART_CONTEXTS, 5 }, { PART_NAMES, 5 }, { PART_BLOCKS, 9 }, { PART_SAY, 3 },
	{ PART_CONTEXTS, 6 }, { PART_BLOCKS, 11 }, { PART_CONTEXTS, 12 }, { PART_BLOCKS, 13 },
};
static const struct wish wishes_ascii[] = {
	{ PART_TITLE, 1 }, { PART_BLOCKS, 1 }, { PART_SAY, 1 }, { PART_NAMES, 1 }, { PART_BLOCKS, 3 }, { PART_CONTEXTS, 2 },
	{ PART_SAY, 2 }, { PART_BLOCKS, 7 }, { PART_AIR, 1 }, { PART_CONTEXTS, 3 }, { PART_NAMES, 5 }, { PART_AIR, 2 },
	{ PART_BLOCKS, 9 }, { PART_CONTEXTS, 6 }, { PART_SAY, 3 }, { PART_BLOCKS, 11 }, { PART_CONTEXTS, 12 },
};

struct plan {
	int y[PART_COUNT], h[PART_COUNT]; /* h of the blocks: of one of them */
	int box_w, gap_w;
};

/* --- what goes where --------------------------------------------------------------------------------------- */

/* Has the context an interface, so that anybody could use it? */
static bool is_used(const struct sim *s, uint32_t c)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->lab.ifaces[i].context == c)
			return true;
	return false;
}

static int used_contexts(const struct sim *s)
{
	int n = 0;

	for (uint32_t c = 0; c < s->lab.context_count; c++)
		n += is_used(s, c);
	return n;
}

/* Grants the wishes in their order, as far as there is room. */
static void grant(struct plan *p, const struct wish *list, size_t count, int room, int contexts)
{
	for (size_t i = 0; i < count; i++) {
		enum part part = list[i].part;
		int rows = part == PART_CONTEXTS && list[i].rows > contexts ? contexts : list[i].rows;
		int cost = (rows - p->h[part]) * (part == PART_BLOCKS ? GROUPS : 1);

		if (cost <= 0 || cost > room)
			continue;
		p->h[part] = rows;
		room -= cost;
	}
	if (p->h[PART_AIR] > 0)
		p->h[PART_AIR] += room;
}

static struct plan plan_of(const struct scene *scene, struct area a)
{
	struct plan p = { .h = { 0 } };
	bool ascii = scene->app->charset == CHARSET_ASCII;
	int y = 0;

	grant(&p, ascii ? wishes_ascii : wishes,
	    ascii ? sizeof wishes_ascii / sizeof *wishes_ascii : sizeof wishes / sizeof *wishes, a.rect.h,
	    used_contexts(scene->s));
	for (int part = 0; part < PART_COUNT; part++) {
		p.y[part] = y;
		y += p.h[part] * (part == PART_BLOCKS ? GROUPS : 1);
	}
	p.gap_w = a.rect.w / (a.rect.w < ROOMY_W ? 10 : 8);
	p.gap_w = p.gap_w < GAP_LEAST ? GAP_LEAST : p.gap_w > GAP_MOST ? GAP_MOST : p.gap_w;
	p.box_w = a.rect.w > p.gap_w ? (a.rect.w - p.gap_w) / 2 : 0;
	p.gap_w = a.rect.w - 2 * p.box_w;
	return p;
}

static int box_x(const struct plan *p, uint32_t unit)
{
	return unit == PRIMARY ? 0 : p->box_w + p->gap_w;
}

struct rect view_stage_sentence(const struct scene *scene, struct area a)
{
	struct plan p = plan_of(scene, a);

	return area_part(a, 0, p.y[PART_SAY], a.rect.w, p.h[PART_SAY]).rect;
}

/* --- blocks ------------------------------------------------------------------------------------------------ */

/* The one word of a machine that is read from the back row. */
static const char *big_word(const struct sim *s, uint32_t u, uint32_t g, const struct face *f)
{
	uint32_t state = s->unit[u].machine[g].state;

	if (s->unit[u].run != RUN_UP)
		return f->word;
	if (s->unit[u].machine[g].holds && state == STATE_ACTIVE)
		return "ACTIVE";
	switch (f->style) {
	case STYLE_SPLIT:
		return "ACTIVE";
	case STYLE_MOVING:
		return "MOVING";
	case STYLE_SYNC:
		return state == STATE_COLD_STANDBY ? "COLD" : "SYNC";
	default:
		break;
	}
	if (s->unit[u].off)
		return "OFF";
	return state == STATE_STANDBY_READY ? "STANDBY" : state == STATE_NEGOTIATION ? "NEGOT." : f->word;
}

/* What the word does not say: the device's word for the state, and a belief that is not true. */
static void draw_small_print(const struct scene *scene, struct area block, uint32_t u, uint32_t g, enum style style)
{
	static const char *const seems[] = { "mate seems", "mate:" };
	const struct sim *s = scene->s;
	struct face f = face_group(s, u, g), mate = face_belief(s, u, g);
	int y = block.rect.h - 1 - !face_filled(style), x = 1 + !face_filled(style), w;

	w = area_print(area_part(block, x, y, block.rect.w - 2 * x, 1), 0, 0, style, "%s %s", f.mark,
	    s->unit[u].off ? f.word : state_word(s->unit[u].machine[g].state));
	for (size_t n = 0; n < sizeof seems / sizeof *seems && !face_belief_true(s, u, g); n++) {
		char text[64];

		snprintf(text, sizeof text, "%s %s %s", seems[n], mate.mark, mate.word);
		if (w + 1 + utf8_cells(text) > block.rect.w - 2 * x)
			continue;
		area_text_right(block, block.rect.w - x, y, face_filled(style) ? style : STYLE_WARN, text);
		return;
	}
}

/* The outline of a block: a frame, or in a low one its two sides, which leave its rows to the word. */
static void draw_outline(struct area block, enum style style)
{
	int w = block.rect.w, h = block.rect.h;
	enum weight weight = style == STYLE_G1 || style == STYLE_G2 ? WEIGHT_HEAVY : WEIGHT_LIGHT;

	if (h >= FRAME_LEAST_H) {
		area_frame(block, 0, 0, w, h, weight, style);
	} else if (h > 1 && w > 4) {
		area_down(block, 0, 0, h - 1, weight, style);
		area_down(block, w - 1, 0, h - 1, weight, style);
	}
}

static void draw_block(const struct scene *scene, struct area block, uint32_t u, uint32_t g)
{
	struct face f = face_group(scene->s, u, g);
	const char *word = big_word(scene->s, u, g, &f);
	bool filled = face_filled(f.style), runs = scene->s->unit[u].run == RUN_UP;
	int w = block.rect.w, h = block.rect.h, room_w = w - 2;
	int room_h = filled || h < FRAME_LEAST_H ? h : h - 2;
	enum charset charset = scene->app->charset;
	/* What is filled is larger, too, where that leaves the other large enough: never the same weight. */
	enum letters active = letters_fit("ACTIVE", room_w, h, charset, LETTERS_HUGE);
	enum letters most = filled ? LETTERS_HUGE : active < LETTERS_SMALL ? active + 1 : active;
	enum letters size = letters_fit(word, room_w, room_h, charset, most);
	int letter_h = size == LETTERS_NONE ? 1 : letters_height(size);
	bool print = runs && room_h - letter_h >= 2 + filled && w >= 20;
	int y = (h - letter_h + !print) / 2;

	if (filled)
		area_clear(block, 0, 0, w, h, f.style);
	else
		draw_outline(block, f.style);
	if (size != LETTERS_NONE)
		letters_draw(block, (w - letters_width(size, word)) / 2, y, size, f.style, word);
	else
		area_text_center(block, 0, w, y, f.style, word);
	if (print)
		draw_small_print(scene, block, u, g, f.style);
	target_note(scene->targets, block, 0, 0, w, h, (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g });
}

/* --- between the units ------------------------------------------------------------------------------------- */

/* The group's name, the link whose row this is, and where both units are active the word for it. */
static void draw_gap(const struct scene *scene, struct area gap, uint32_t g)
{
	const struct sim *s = scene->s;
	const struct failover_conf *conf = &s->unit[PRIMARY].conf.failover;
	bool lan = g == 1, shared = failover_link_shared(conf), own = failover_stateful(conf) && !shared;
	bool split = face_holder(s, g) == HOLDER_BOTH;
	const struct link_conf *link = lan ? &conf->lan : &conf->link;
	char name[4] = { 'G', (char)('0' + g), '\0' };
	int y = 0, w = gap.rect.w, h = gap.rect.h;
	enum letters size;

	if (h >= 5 && (lan || own)) {
		area_text_center(gap, 0, w, y++, STYLE_QUIET, link->name);
		cable_draw(scene, gap, y++, lan ? &s->lan : &s->state, lan ? WEIGHT_DOUBLE : WEIGHT_LIGHT,
		    (struct target){ lan ? TARGET_LAN : TARGET_STATE, UNIT_BOTH, 0 });
	} else if (h >= 5) {
		area_text_center(gap, 0, w, y++, STYLE_QUIET, shared ? "state shared" : "no state");
	}
	size = letters_fit("G2", w - 1, h - y - split, scene->app->charset, LETTERS_LARGE);
	if (size != LETTERS_NONE) {
		letters_draw(gap, (w - letters_width(size, name)) / 2, y + (h - y - split - letters_height(size)) / 2, size,
		    face_hue(g), name);
	} else {
		area_text_center(gap, 0, w, y + (h - y) / 2, face_hue(g), name);
	}
	if (split && h > 1)
		area_text_center(gap, 0, w, h - 1, STYLE_SPLIT, w >= 9 ? "  SPLIT  " : w >= 5 ? "SPLIT" : "!!");
}

/* --- names and the time ------------------------------------------------------------------------------------ */

/* A unit's name, large where there is room; the rest of the row for its role. Returns the columns it takes. */
static int draw_name(const struct scene *scene, struct area row, uint32_t u)
{
	const struct sim *s = scene->s;
	const char *name = s->lab.unit[u].name;
	int h = row.rect.h, w = row.rect.w;
	enum letters size = h < 3 ? LETTERS_NONE : letters_fit(name, w - 14, h, scene->app->charset, LETTERS_LARGE);
	int name_w = size == LETTERS_NONE ? utf8_cells(name) : letters_width(size, name), y = 0;
	bool up = s->unit[u].run == RUN_UP;

	if (size == LETTERS_NONE) {
		y = h - 1;
		area_text(row, 1, y, STYLE_STRONG, name);
	} else {
		letters_draw(row, 1, h - letters_height(size), size, STYLE_STRONG, name);
	}
	target_note(scene->targets, row, 1, y, name_w, h - y, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
	if (name_w + 4 + utf8_cells(role_word(s->unit[u].role)) <= w) {
		area_text(row, name_w + 3, h - 1, STYLE_QUIET, role_word(s->unit[u].role));
		if (h > 1)
			area_text(row, name_w + 3, h - 2, up ? STYLE_QUIET : STYLE_FAILED, run_word(s->unit[u].run));
		name_w += 2 + utf8_cells(role_word(s->unit[u].role));
	}
	target_extent(scene->targets, row, 0, 0, name_w + 1, h, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
	return name_w + 1;
}

/* Names left and right, and the time between them where there is room for it. */
static void draw_names(const struct scene *scene, const struct plan *p, struct area a)
{
	int y = p->y[PART_NAMES], h = p->h[PART_NAMES], most = 0, left;
	uint32_t since_ms = scene->s->now_ms - scene->s->open_ms;
	enum letters size;
	char time[24];

	if (h == 0)
		return;
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		int w = draw_name(scene, area_part(a, box_x(p, u), y, p->box_w, h), u);

		if (u == PRIMARY)
			most = w;
	}
	left = most + 2;
	snprintf(time, sizeof time, "%u.%u", since_ms / 1000, since_ms / 100 % 10);
	if (h < 3)
		return;
	/* What is between the first name and the second, which begins at its block. */
	size = letters_fit(time, box_x(p, SECONDARY) - left - 1, h, scene->app->charset, LETTERS_BIG);
	if (size != LETTERS_NONE)
		letters_draw(a, (left + box_x(p, SECONDARY) - letters_width(size, time)) / 2, y + h - letters_height(size), size,
		    STYLE_QUIET, time);
}

/* The bar above all: the time to the millisecond, whether it runs, the lab. */
static void draw_title(const struct scene *scene, struct area a)
{
	const struct app *app = scene->app;
	char time[32];
	int x;

	if (a.rect.h == 0)
		return;
	if (a.rect.w < ROOMY_W) {
		view_title(scene, a);
		return;
	}
	area_clear(a, 0, 0, a.rect.w, 1, STYLE_TITLE);
	x = area_print(a, 0, 0, STYLE_TITLE, " T+%s s  %s", time_text(scene->s, scene->s->now_ms, time, sizeof time),
	    app->playing ? "▶ RUN" : "PAUSED");
	area_text(area_part(a, x + 3, 0, a.rect.w - x - 4, 1), 0, 0, STYLE_TITLE,
	    app->lab.head.title[0] ? app->lab.head.title : app->lab_name);
}

/* --- what users notice ------------------------------------------------------------------------------------- */

/* How much a context is worth a line: down, then with an outage behind it, then with an interface that ails. */
static int urgency(const struct sim *s, uint32_t c)
{
	bool ails = false;

	if (!s->services[c].up)
		return 3;
	if (service_outage_ms(s, c) > 0)
		return 2;
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			ails |= s->lab.ifaces[i].context == c && face_side(s, u, i).style == STYLE_FAILED;
	return ails;
}

/* The interfaces of the context that ail, from x on, as far as there is room. */
static void draw_ailing(const struct scene *scene, struct area row, uint32_t c, int x)
{
	const struct sim *s = scene->s;

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT && s->lab.ifaces[i].context == c; u++) {
			struct face f = face_side(s, u, i);
			const char *mark = face_leg_mark(s->sides[i][u].faults);
			bool bad = f.style == STYLE_FAILED || f.style == STYLE_WARN;
			char text[96];
			int w;

			if (!bad && !mark)
				continue;
			snprintf(text, sizeof text, "%s %s %s %s", bad ? f.mark : mark, s->lab.unit[u].name, s->lab.ifaces[i].name,
			    bad ? f.word : "");
			w = utf8_cells(text);
			if (x + w > row.rect.w)
				return;
			area_text(row, x, 0, mark ? STYLE_FAILED : f.style, text);
			target_note(scene->targets, row, x, 0, w, 1, (struct target){ TARGET_LEG, (uint8_t)u, (uint16_t)i });
			x += w + 2;
		}
}

static void draw_context(const struct scene *scene, struct area row, uint32_t c)
{
	const struct sim *s = scene->s;
	uint32_t unit = s->services[c].last_unit, g = served_group(s, c), ms = service_outage_ms(s, c);
	bool up = s->services[c].up;
	int right = row.rect.w - 1, x = 18;

	area_text(area_part(row, 1, 0, 12, 1), 0, 0, STYLE_STRONG, s->lab.contexts[c].name);
	area_print(row, 14, 0, face_hue(g), "G%u", g);
	if (ms > 0)
		right -= 2 + (up ? area_print(row, right - 16, 0, STYLE_WARN, "was out %4u.%u s", ms / 1000, ms / 100 % 10)
				 : area_print(row, right - 16, 0, STYLE_SPLIT, "  OUT   %4u.%u s ", ms / 1000, ms / 100 % 10));
	row = area_part(row, 0, 0, right, 1);
	x += up ? area_print(row, x, 0, STYLE_PLAIN, "served by %s", s->lab.unit[unit].name)
		: area_text(row, x, 0, STYLE_FAILED, row.rect.w >= x + 16 ? "NOBODY SERVES IT" : "NOBODY");
	target_note(scene->targets, row, 1, 0, x - 1, 1, (struct target){ SPOT_CONTEXT, (uint8_t)unit, (uint16_t)c });
	draw_ailing(scene, row, c, x + 3);
}

/* The contexts in the order of their urgency, and how many more there are. */
static void draw_contexts(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	int count = used_contexts(s), room = a.rect.h, y = 0, down = 0;
	bool more = count > room;

	for (int level = 3; level >= 0; level--)
		for (uint32_t c = 0; c < s->lab.context_count && y < room - more; c++)
			if (is_used(s, c) && urgency(s, c) == level)
				draw_context(scene, area_part(a, 0, y++, a.rect.w, 1), c);
	for (uint32_t c = 0; c < s->lab.context_count; c++)
		down += is_used(s, c) && !s->services[c].up;
	if (more && room > 0)
		area_print(a, 1, room - 1, down > y ? STYLE_FAILED : STYLE_QUIET,
		    down > y ? "and %d more contexts, %d of them served by nobody" : "and %d more contexts, all served",
		    count - y, down - y);
}

/* --- what is said ------------------------------------------------------------------------------------------ */

/* An entry in few words: what counts of it in the back row. */
static const char *tell(const struct history *h, const struct entry *e, char *out, size_t size)
{
	const char *who = who_word(&h->now, e->who);

	if (e->kind == ENTRY_STATE && e->to == STATE_ACTIVE)
		snprintf(out, size, "%s is active for group %u (%s)", who, e->group, reason_word(e->a));
	else if (e->kind == ENTRY_UNIT)
		snprintf(out, size, "%s is %s", who, run_word(e->to));
	else
		describe_entry(h, e, out, size);
	return out;
}

/* What was told to the reader, or what happened last; below what the talk says here, where there is a talk. */
static void draw_sentence(const struct scene *scene, struct area a)
{
	const struct app *app = scene->app;
	const struct entry *e = describe_last(scene->history);
	const char *caption = app->pager.caption ? app->pager.caption(app, app->pager.context) : NULL;
	char text[400] = "Nothing has happened yet.", told[360], time[32];
	int y = 0, w = a.rect.w - 2;

	if (e)
		snprintf(text, sizeof text, "%s s  %s", time_text(scene->s, e->at_ms, time, sizeof time),
		    tell(scene->history, e, told, sizeof told));
	if (caption && *caption)
		y = area_wrap(a, 1, 0, w, a.rect.h, STYLE_STRONG, caption);
	if (app->message[0])
		area_wrap(a, 1, y, w, a.rect.h - y, STYLE_YOU, app->message);
	else
		area_wrap(a, 1, y, w, a.rect.h - y, y > 0 ? STYLE_PLAIN : STYLE_STRONG, text);
	if (e)
		target_note(scene->targets, a, 0, 0, a.rect.w, a.rect.h, target_log(e->id));
}

/* --- all of it --------------------------------------------------------------------------------------------- */

void view_stage(const struct scene *scene, struct area a)
{
	struct plan p = plan_of(scene, a);
	int h = p.h[PART_BLOCKS];

	draw_title(scene, area_part(a, 0, 0, a.rect.w, p.h[PART_TITLE]));
	draw_names(scene, &p, a);
	for (uint32_t g = 1; g <= GROUPS; g++) {
		int y = p.y[PART_BLOCKS] + (int)(g - 1) * h;

		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			draw_block(scene, area_part(a, box_x(&p, u), y, p.box_w, h), u, g);
		draw_gap(scene, area_part(a, p.box_w, y, p.gap_w, h), g);
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		target_extent(scene->targets, a, box_x(&p, u), p.y[PART_BLOCKS], p.box_w, GROUPS * h,
		    (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
	draw_contexts(scene, area_part(a, 0, p.y[PART_CONTEXTS], a.rect.w, p.h[PART_CONTEXTS]));
	draw_sentence(scene, area_part(a, 0, p.y[PART_SAY], a.rect.w, p.h[PART_SAY]));
}
