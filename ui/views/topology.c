/* The pair: both units as boxes with what each is and what it takes its mate for, their contexts inside, the links
 * between them, and the switches above and below with every leg.
 *
 *        ═ SW-OUT ══╤═════════╤══════════════════════╤═════════╤════
 *                   │         │                      │         │
 *      ╔═ ASA1 primary ═════════╗               ╔═ ASA2 secondary ══════╗
 *      ║ G1 ● ACTIVE     ○ STBY ╠═══ folink ════╣ G1 ...               ║
 *
 * A broken thing is broken where it broke.  With more legs than there is room for, one stands for a group's. */
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/group.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/utf8.h"
#include "ui/views/cable.h"
#include "ui/views/face.h"

enum { LEG_LEAST_W = 9, BELIEF_W = 11 };

/* Where the two boxes and what lies between them are. */
struct plan {
	struct area all;
	int box_w, gap_w, box_y, box_h;
	int header_y, group_y, group_h, contexts_y, contexts_h, context_h;
};

static struct plan plan_of(const struct scene *scene, struct area a)
{
	struct plan p = { .all = a };
	int gap = a.rect.w / 6;

	gap = gap < 12 ? 12 : gap > 30 ? 30 : gap;
	p.box_w = (a.rect.w - gap) / 2;
	p.gap_w = a.rect.w - 2 * p.box_w;
	p.box_y = 2;
	p.box_h = a.rect.h - 4;
	p.header_y = 1;
	p.group_y = 2;
	p.group_h = scene->tall ? 2 : 1;
	p.contexts_y = p.group_y + 2 * p.group_h + 1;
	p.contexts_h = p.box_h - 1 - p.contexts_y;
	p.context_h = scene->tall && (int)scene->s->lab.context_count * 2 <= p.contexts_h ? 2 : 1;
	return p;
}

static int box_x(const struct plan *p, uint32_t unit)
{
	return unit == PRIMARY ? 0 : p->box_w + p->gap_w;
}

/* --- a unit ------------------------------------------------------------------------------------------------ */

/* The frame, and in its first row name, role and whether it is up. */
static void draw_frame(const struct scene *scene, const struct plan *p, uint32_t u, struct area box)
{
	const struct sim *s = scene->s;
	bool up = s->unit[u].run == RUN_UP, boots = s->unit[u].run == RUN_BOOTING;
	enum style style = up ? STYLE_FRAME : boots ? STYLE_SYNC : STYLE_FAILED;
	int x = 2;

	area_frame(box, 0, 0, box.rect.w, box.rect.h, WEIGHT_DOUBLE, style);
	area_across(box, 0, box.rect.w - 1, p->contexts_y - 1, WEIGHT_LIGHT, style);
	x += area_print(area_part(box, 0, 0, box.rect.w - BELIEF_W - 10, box.rect.h), x, p->header_y, STYLE_STRONG, "%s",
	    s->lab.unit[u].name);
	x += area_print(box, x, p->header_y, STYLE_QUIET, "  %s", role_word(s->unit[u].role));
	if (!up)
		x += 2 + area_text(box, x + 2, p->header_y, style, run_word(s->unit[u].run));
	target_note(scene->targets, box, 2, p->header_y, x - 2, 1, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
}

/* Since when the group is so, and what it would rather: as much of it as has room. */
static void draw_preference(struct area cell, uint32_t for_ms, bool here, bool preempt)
{
	const char *wish = here ? "preferred here" : "prefers mate", *acts = preempt ? ", preempt" : "";
	char text[64];

	snprintf(text, sizeof text, "%u.%u s  %s%s", for_ms / 1000, for_ms / 100 % 10, wish, acts);
	if (utf8_cells(text) > cell.rect.w)
		snprintf(text, sizeof text, "%s%s", wish, acts);
	if (utf8_cells(text) > cell.rect.w)
		snprintf(text, sizeof text, "%s", wish);
	area_text(cell, 0, 0, STYLE_QUIET, text);
}

/* The second line of a group: since when, what it would rather, and how old the belief is. */
static void draw_group_more(const struct scene *scene, struct area box, uint32_t u, uint32_t g, int y, int bar_w)
{
	const struct sim *s = scene->s;
	const struct unit *unit = &s->unit[u];
	const struct group_conf *conf = &unit->conf.group[g];
	uint32_t age_ms = s->now_ms - unit->belief.heard_ms, for_ms = s->now_ms - unit->machine[g].since_ms;
	bool old = age_ms > unit->conf.failover.holdtime;

	if (unit->run != RUN_UP)
		return;
	draw_preference(area_part(box, 6, y, bar_w - 5, 1), for_ms, group_preferred(s, u, g) == u, conf->preempt != PREEMPT_OFF);
	if (unit->belief.mate != MATE_UNKNOWN && unit->belief.mate != MATE_ABSENT)
		area_print(area_part(box, 0, 0, box.rect.w - 1, box.rect.h), bar_w + 2, y, old ? STYLE_WARN : STYLE_QUIET,
		    age_ms < 10000 ? "%u.%u s ago" : old ? "%u s ago!" : "%u s ago", age_ms / 1000, age_ms / 100 % 10);
}

/* A bar, filled where the group is active, and beside it what the unit takes its mate for. */
static void draw_group(const struct scene *scene, const struct plan *p, struct area box, uint32_t u, uint32_t g)
{
	const struct sim *s = scene->s;
	struct face is = face_group(s, u, g), mate = face_belief(s, u, g);
	int y = p->group_y + (int)(g - 1) * p->group_h, bar_w = box.rect.w - 2 - BELIEF_W;
	bool filled = face_filled(is.style);

	if (filled)
		area_clear(box, 1, y, bar_w, 1, is.style);
	area_print(box, 2, y, filled ? is.style : face_hue(g), "G%u", g);
	area_print(area_part(box, 1, y, bar_w, 1), 4, 0, is.style, "%s %s", is.mark, is.word);
	if (face_group_changed(scene, u, g))
		area_flag(box, 1, y, bar_w, 1, CELL_CHANGED);
	area_print(box, bar_w + 2, y, face_belief_true(s, u, g) ? mate.style : STYLE_SPLIT, "%s %s", mate.mark, mate.word);
	target_note(scene->targets, box, 1, y, bar_w, 1, (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g });
	target_extent(scene->targets, box, 1, y, box.rect.w - 2, p->group_h,
	    (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g });
	if (p->group_h > 1)
		draw_group_more(scene, box, u, g, y + 1, bar_w);
}

/* One interface in a context's row: mark and name, and the word where something is wrong and there is room for it. */
static void draw_iface(const struct scene *scene, struct area box, uint32_t u, uint32_t i, int x, int y, int w, bool more)
{
	const struct sim *s = scene->s;
	const struct interface_conf *conf = &s->lab.ifaces[i];
	struct face f = face_side(s, u, i);
	struct area cell = area_part(box, x, y, w - 1, more ? 2 : 1);
	const struct machine *machine = &s->unit[u].machine[iface_group(s, u, i)];
	bool active = machine->holds || state_active(machine->state);
	uint32_t ip = active ? s->legs[i][u].conf.address.ip : s->legs[i][u].conf.address.standby;
	int at = area_print(cell, 0, 0, f.style, "%s ", f.mark);

	at += area_print(cell, at, 0, f.style == STYLE_GOOD ? STYLE_PLAIN : f.style, "%s", conf->name);
	if (f.style != STYLE_GOOD && f.style != STYLE_UNKNOWN && at + 1 + utf8_cells(f.word) <= cell.rect.w)
		area_print(cell, at, 0, f.style, " %s", f.word);
	if (face_side_changed(scene, u, i))
		area_flag(cell, 0, 0, w - 1, 1, CELL_CHANGED);
	if (more && ip != 0 && s->unit[u].run == RUN_UP)
		area_print(cell, 2, 1, STYLE_QUIET, "%u.%u.%u.%u %s", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255,
		    active ? "act" : "stby");
	target_note(scene->targets, box, x, y, w - 1, 1, (struct target){ TARGET_LEG, (uint8_t)u, (uint16_t)i });
}

static void draw_context(const struct scene *scene, struct area box, uint32_t u, uint32_t c, int y, bool more)
{
	const struct sim *s = scene->s;
	const struct context_conf *conf = &s->lab.contexts[c];
	int count = 0, n = 0, name_w = box.rect.w > 44 ? 8 : 7, x0 = 2 + name_w + 3, w;
	bool serves = service_on(s, c, u);

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		count += s->lab.ifaces[i].context == c;
	area_text(area_part(box, 2, y, name_w - 1, 1), 0, 0, serves ? STYLE_STRONG : STYLE_QUIET, conf->name);
	area_print(box, 2 + name_w, y, face_hue(context_group(s, u, c)), "G%u", context_group(s, u, c));
	target_note(scene->targets, box, 2, y, name_w + 2, 1, (struct target){ SPOT_CONTEXT, (uint8_t)u, (uint16_t)c });
	target_extent(scene->targets, box, 1, y, box.rect.w - 2, more ? 2 : 1,
	    (struct target){ SPOT_CONTEXT, (uint8_t)u, (uint16_t)c });
	w = count > 0 ? (box.rect.w - 1 - x0) / count : 0;
	for (uint32_t i = 0; i < s->lab.iface_count && w >= 3; i++)
		if (s->lab.ifaces[i].context == c)
			draw_iface(scene, box, u, i, x0 + n++ * w, y, w, more);
}

/* Has one of the context's ends at the unit a fault that shows? */
static bool context_ails(const struct sim *s, uint32_t c)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			if (s->lab.ifaces[i].context == c && face_side(s, u, i).style == STYLE_FAILED)
				return true;
	return false;
}

/* The n-th context in the order of the list: those that ail first, where not all fit. */
static uint32_t nth_context(const struct sim *s, uint32_t n, bool ailing_first)
{
	uint32_t seen = 0;

	if (!ailing_first)
		return n;
	for (int ails = 1; ails >= 0; ails--)
		for (uint32_t c = 0; c < s->lab.context_count; c++)
			if (context_ails(s, c) == (bool)ails && seen++ == n)
				return c;
	return n;
}

static void draw_contexts(const struct scene *scene, const struct plan *p, struct area box, uint32_t u)
{
	uint32_t count = scene->s->lab.context_count;
	int room = p->contexts_h / p->context_h;
	bool fold = (int)count > room;
	uint32_t first = fold ? (uint32_t)scene->app->fold_scroll % count : 0;

	scene->targets->contexts = fold ? room - 1 : 0;
	for (int n = 0; n < room - fold && first + (uint32_t)n < count; n++)
		draw_context(scene, box, u, nth_context(scene->s, first + (uint32_t)n, fold),
		    p->contexts_y + n * p->context_h, p->context_h > 1);
	if (fold)
		area_print(box, 2, p->contexts_y + room - 1, STYLE_QUIET, "%u to %u of %u contexts  Tab", first + 1,
		    first + (uint32_t)room - 1 < count ? first + (uint32_t)room - 1 : count, count);
}

static void draw_unit(const struct scene *scene, const struct plan *p, uint32_t u)
{
	struct area box = area_part(p->all, box_x(p, u), p->box_y, p->box_w, p->box_h);

	draw_frame(scene, p, u, box);
	if (scene->s->unit[u].run == RUN_UP)
		area_text(box, box.rect.w - BELIEF_W, p->header_y, STYLE_QUIET, "mate seems");
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		draw_group(scene, p, box, u, g);
	draw_contexts(scene, p, box, u);
	target_extent(scene->targets, box, 0, 0, box.rect.w, box.rect.h, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
}

/* --- links between the units ------------------------------------------------------------------------------- */

static void draw_link_name(struct area gap, int y, const struct link_conf *link, bool roomy)
{
	char port[PORT_LEN], text[NAME_LEN + PORT_LEN + 2];

	snprintf(text, sizeof text, "%s%s%s", link->name, roomy ? " " : "",
	    roomy ? face_port(link->port, port, sizeof port) : "");
	area_text_center(gap, 0, gap.rect.w, y, STYLE_QUIET, text);
}

/* Under the failover link: how long each unit has not heard the other; what a unit holds of the link. */
static void draw_ages(const struct scene *scene, struct area gap, int y)
{
	const struct sim *s = scene->s;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		const struct unit *unit = &s->unit[u];
		uint32_t age_ms = s->now_ms - unit->belief.heard_ms, late_ms = 3 * unit->conf.failover.polltime;
		char text[24];

		if (unit->run != RUN_UP || unit->belief.mate == MATE_UNKNOWN)
			continue;
		snprintf(text, sizeof text, "%u.%us%s", age_ms / 1000, age_ms / 100 % 10, age_ms >= late_ms ? "!" : "");
		if (u == PRIMARY)
			area_text(gap, 0, y, age_ms >= late_ms ? STYLE_WARN : STYLE_QUIET, text);
		else
			area_text_right(gap, gap.rect.w, y, age_ms >= late_ms ? STYLE_WARN : STYLE_QUIET, text);
	}
	if (gap.rect.w >= 18)
		area_text_center(gap, 5, gap.rect.w - 10, y, STYLE_QUIET, "heard");
}

/* Who holds the state link for failed, and how much a standby lacks. */
static void draw_state(const struct scene *scene, struct area gap, int y)
{
	const struct sim *s = scene->s;
	bool lost = false, any = false;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		any |= s->unit[u].failover;
		lost |= s->unit[u].failover && (s->unit[u].state == LINK_LOST || s->unit[u].belief.mate == MATE_OFF);
	}
	if (!any)
		return;
	area_text_center(gap, 0, gap.rect.w, y, lost ? STYLE_WARN : STYLE_QUIET, lost ? "state stale" : "state kept");
}

/* What must be seen from the back row where beliefs part. */
static void draw_alarm(const struct scene *scene, struct area gap, int y)
{
	const struct sim *s = scene->s;
	bool split = false, parted = false;

	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		split |= face_holder(s, g) == HOLDER_BOTH;
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			parted |= !face_belief_true(s, u, g);
	}
	if (split)
		area_text_center(gap, 0, gap.rect.w, y, STYLE_SPLIT, " SPLIT ");
	else if (parted)
		area_text_center(gap, 0, gap.rect.w, y, STYLE_WARN, gap.rect.w < 18 ? "DISAGREE" : "BELIEFS DIFFER");
}

static void draw_links(const struct scene *scene, const struct plan *p)
{
	const struct failover_conf *conf = &scene->s->unit[PRIMARY].conf.failover;
	struct area gap = area_part(p->all, p->box_w, p->box_y, p->gap_w, p->box_h);
	int y = p->box_y + p->group_y, below = p->box_y + p->contexts_y + 1;
	struct area wire = area_part(p->all, p->box_w - 1, 0, p->gap_w + 2, p->all.rect.h);
	bool roomy = p->gap_w >= 16;

	draw_link_name(gap, p->group_y - 1, &conf->lan, roomy);
	cable_draw(scene, wire, y, &scene->s->lan, WEIGHT_DOUBLE, (struct target){ TARGET_LAN, UNIT_BOTH, 0 });
	draw_ages(scene, gap, p->group_y + 1);
	draw_alarm(scene, gap, p->group_y + 2);
	if (!failover_stateful(conf))
		area_text_center(gap, 0, gap.rect.w, p->contexts_y, STYLE_QUIET, "no state link");
	else if (failover_link_shared(conf))
		area_text_center(gap, 0, gap.rect.w, p->contexts_y, STYLE_QUIET, "state: shared");
	if (!failover_stateful(conf) || failover_link_shared(conf) || below >= p->box_y + p->box_h)
		return;
	draw_link_name(gap, p->contexts_y, &conf->link, roomy);
	cable_draw(scene, wire, below, &scene->s->state, WEIGHT_LIGHT, (struct target){ TARGET_STATE, UNIT_BOTH, 0 });
	if (below + 1 < p->box_y + p->box_h)
		draw_state(scene, gap, p->contexts_y + 2);
}

/* --- switches and legs ------------------------------------------------------------------------------------- */

/* Is the switch drawn above?  By its key, or by the first interface's name: inside and its like below. */
static bool is_above(const struct lab *lab, uint32_t sw)
{
	if (lab->switches[sw].place != PLACE_AUTO)
		return lab->switches[sw].place == PLACE_ABOVE;
	for (uint32_t i = 0; i < lab->iface_count; i++)
		if (lab->ifaces[i].attached == sw + 1)
			return strstr(lab->ifaces[i].name, "in") == NULL && strstr(lab->ifaces[i].name, "dmz") == NULL;
	return true;
}

/* The names of a side's switches, in the middle, where no leg is: measured first, then drawn. Returns the cells. */
static int bus_names(const struct scene *scene, struct area a, int x, int y, bool above, bool draw)
{
	const struct sim *s = scene->s;
	int from = x;

	for (uint32_t sw = 0; sw < s->lab.switch_count; sw++) {
		bool down = s->switch_faults[sw] & (1u << FAULT_DOWN), split = s->switch_faults[sw] & (1u << FAULT_SPLIT);
		char text[NAME_LEN + 8];
		int w;

		if (is_above(&s->lab, sw) != above)
			continue;
		snprintf(text, sizeof text, " %s%s ", s->lab.switches[sw].name, down ? " DOWN" : split ? " SPLIT" : "");
		w = utf8_cells(text);
		if (draw) {
			area_text(a, x, y, down || split ? STYLE_FAILED : STYLE_STRONG, text);
			target_note(scene->targets, a, x, y, w, 1, (struct target){ TARGET_SWITCH, 0, (uint16_t)sw });
		}
		x += w;
	}
	return x - from;
}

/* The bus of a side with the names of its switches. */
static void draw_bus(const struct scene *scene, struct area a, int y, bool above)
{
	int w = bus_names(scene, a, 0, y, above, false);

	if (w == 0)
		return;
	area_across(a, 0, a.rect.w - 1, y, WEIGHT_DOUBLE, STYLE_FRAME);
	bus_names(scene, a, (a.rect.w - w) / 2, y, above, true);
}

/* The interfaces that have a leg on that side. */
static int legs_of(const struct lab *lab, bool above, uint16_t legs[IFACE_MAX])
{
	int n = 0;

	for (uint32_t i = 0; i < lab->iface_count; i++)
		if (lab->ifaces[i].attached != SWITCH_NONE && is_above(lab, lab->ifaces[i].attached - 1) == above)
			legs[n++] = (uint16_t)i;
	return n;
}

static void draw_leg(const struct scene *scene, struct area a, uint32_t u, uint32_t i, int x, int y, int w)
{
	const struct sim *s = scene->s;
	const struct interface_conf *conf = &s->lab.ifaces[i];
	const struct side *side = &s->sides[i][u];
	const char *cut = face_leg_mark(side->faults);
	struct face f = face_side(s, u, i);
	bool dark = !(side->flags & SIDE_LINK), off = s->unit[u].run != RUN_UP && s->unit[u].run != RUN_HUNG;
	bool lost = dark && !off;
	enum style style = cut || lost ? STYLE_FAILED : off ? STYLE_UNKNOWN : STYLE_LINK;
	char port[PORT_LEN], label[NAME_LEN + PORT_LEN + 8];

	area_down(a, x, y - 1, y + 1, WEIGHT_LIGHT, style);
	if (cut || lost)
		area_text(a, x, y, STYLE_FAILED, cut ? cut : "╳");
	face_port(conf->port, port, sizeof port);
	snprintf(label, sizeof label, "%s %s", port, f.style == STYLE_FAILED ? f.word : s->lab.contexts[conf->context].name);
	area_text(area_part(a, x + 1, y, w - 2, 1), 0, 0, f.style == STYLE_FAILED ? STYLE_FAILED : STYLE_QUIET, label);
	target_note(scene->targets, a, x, y, w - 1, 1, (struct target){ TARGET_LEG, (uint8_t)u, (uint16_t)i });
}

/* One leg for all of a group's: how many, and how many of them are down. */
static void draw_bundle(const struct scene *scene, struct area a, uint32_t u, uint32_t g, const uint16_t *legs, int count,
    int x, int y)
{
	const struct sim *s = scene->s;
	int all = 0, down = 0;

	for (int n = 0; n < count; n++) {
		const struct side *side = &s->sides[legs[n]][u];

		if (iface_group(s, u, legs[n]) != g)
			continue;
		all++;
		down += !(side->flags & SIDE_HEARS_SEGMENT);
	}
	if (all == 0)
		return;
	area_down(a, x, y - 1, y + 1, down == all ? WEIGHT_LIGHT : WEIGHT_HEAVY, down ? STYLE_FAILED : STYLE_LINK);
	if (down > 0)
		area_print(a, x + 1, y, STYLE_FAILED, "G%u %d of %d down", g, down, all);
	else
		area_print(a, x + 1, y, face_hue(g), "G%u %d legs", g, all);
}

static void draw_legs(const struct scene *scene, const struct plan *p, bool above)
{
	uint16_t legs[IFACE_MAX];
	int count = legs_of(&scene->s->lab, above, legs), y = above ? 1 : p->all.rect.h - 2;
	int room = (p->box_w - 4) / LEG_LEAST_W, w = count > 0 ? (p->box_w - 4) / count : 0;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		int x0 = box_x(p, u) + 3;

		if (count <= room)
			for (int n = 0; n < count; n++)
				draw_leg(scene, p->all, u, legs[n], x0 + n * w, y, w);
		else
			for (uint32_t g = 1; g < GROUP_COUNT; g++)
				draw_bundle(scene, p->all, u, g, legs, count, x0 + (int)(g - 1) * (p->box_w - 4) / 2, y);
	}
}

void view_topology(const struct scene *scene, struct area a)
{
	struct plan p = plan_of(scene, a);

	draw_bus(scene, a, 0, true);
	draw_bus(scene, a, a.rect.h - 1, false);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		draw_unit(scene, &p, u);
	draw_legs(scene, &p, true);
	draw_legs(scene, &p, false);
	draw_links(scene, &p);
}
