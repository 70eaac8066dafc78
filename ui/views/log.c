/* What happened, newest last; and the panel about the thing under the cursor.
 *
 * Like lines of one instant are folded into one ("and 5 more"), of the chain to Active only its first and last steps
 * are shown, a test that was passed is told by the status that follows, and an exit by nothing; `failscope log` has them
 * all. */
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/group.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/views/face.h"
#include "ui/views/log.h"

static bool between_steps(const struct entry *e)
{
	return e->kind == ENTRY_STATE && e->from >= STATE_JUST_ACTIVE && e->from <= STATE_ACTIVE_APPLYING &&
	    state_active(e->to);
}

static bool shown(const struct entry *e)
{
	if (e->kind == ENTRY_TEST && e->to == VERDICT_PASSED)
		return false;
	if (e->kind == ENTRY_TYPE && e->from == TYPED_EXIT)
		return false;
	return entry_notable(e) && !(e->kind == ENTRY_STATE && e->group == 0) && !between_steps(e);
}

static bool alike(const struct entry *a, const struct entry *b)
{
	return (a->kind == ENTRY_IFACE || a->kind == ENTRY_TEST) && a->kind == b->kind && a->at_ms == b->at_ms &&
	    a->who == b->who && a->from == b->from && a->to == b->to;
}

int log_collect(const struct scene *scene, struct log_line lines[], int most, uint32_t skip)
{
	const struct history *h = scene->history;
	const struct entry *last = NULL;
	int n = 0;

	for (uint32_t id = scene->s->trace_id; id > 0; id--) {
		const struct entry *e = history_entry(h, id);
		bool same;

		if (!e || e->at_ms < scene->s->open_ms)
			break;
		if (!shown(e))
			continue;
		same = last && alike(last, e);
		last = e;
		if (same && n > 0) {
			lines[n - 1].e = e;
			lines[n - 1].more++;
		}
		if (same)
			continue;
		if (skip > 0) {
			skip--;
			continue;
		}
		if (n == most)
			break;
		lines[n++] = (struct log_line){ e, 0 };
	}
	return n;
}

/* How many lines the log has. */
static uint32_t count_lines(const struct scene *scene)
{
	const struct entry *last = NULL;
	uint32_t n = 0;

	for (uint32_t id = scene->s->trace_id; id > 0; id--) {
		const struct entry *e = history_entry(scene->history, id);

		if (!e || e->at_ms < scene->s->open_ms)
			break;
		if (!shown(e))
			continue;
		n += !last || !alike(last, e);
		last = e;
	}
	return n;
}

uint32_t log_most_back(const struct scene *scene, int room)
{
	uint32_t n = scene->app->syslog ? syslog_count(scene) : count_lines(scene), least = 1;

	/* Messages of the syslog are of several lines, so that only one is sure to have room. */
	if (!scene->app->syslog && room > 1)
		least = (uint32_t)room;
	return n > least ? n - least : 0;
}

enum style log_style(const struct entry *e)
{
	switch (e->kind) {
	case ENTRY_FAULT:
	case ENTRY_MEND:
	case ENTRY_TYPE:
	case ENTRY_REFUSED:
		return STYLE_YOU;
	case ENTRY_STATE:
		return e->to == STATE_FAILED ? STYLE_FAILED : face_hue(e->group);
	case ENTRY_IFACE:
		return e->to == STATUS_NO_LINK || e->to == STATUS_FAILED ? STYLE_FAILED : STYLE_PLAIN;
	case ENTRY_LINK:
		return e->to == LINK_LOST ? STYLE_WARN : STYLE_PLAIN;
	default:
		return STYLE_PLAIN;
	}
}

const char *log_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	char text[200];

	if (e->kind == ENTRY_STATE && e->to == STATE_ACTIVE)
		snprintf(out, size, "G%u is ACTIVE here (%s)", e->group, reason_word(e->a));
	else if (e->kind == ENTRY_FAULT || e->kind == ENTRY_MEND)
		snprintf(out, size, "%s %s", e->kind == ENTRY_FAULT ? "fault" : "mend", entry_text(s, e, text, sizeof text));
	else
		entry_text(s, e, out, size);
	return out;
}

static void draw_line(const struct scene *scene, struct area a, int y, const struct log_line *line)
{
	const struct sim *s = scene->s;
	const struct entry *e = line->e;
	bool fresh = e->id + line->more >= scene->changed_first, wide = a.rect.w >= 100;
	char time[32], text[320];
	int x = 10;

	if (fresh)
		area_text(a, 0, y, STYLE_STRONG, ">");
	area_text_right(a, x, y, fresh ? STYLE_STRONG : STYLE_QUIET, time_text(s, e->at_ms, time, sizeof time));
	area_text(area_part(a, x + 1, y, 6, 1), 0, 0, STYLE_PLAIN, who_word(s, e->who));
	x += 7;
	if (wide)
		area_text(area_part(a, x, y, 8, 1), 0, 0, STYLE_QUIET, kind_word(e->kind));
	x += wide ? 8 : 0;
	x += area_text(a, x, y, log_style(e), log_text(s, e, text, sizeof text));
	if (line->more > 0)
		area_print(a, x, y, STYLE_QUIET, " (and %u more)", line->more);
	target_note(scene->targets, a, 0, y, a.rect.w, 1, target_log(e->id));
}

static void draw_trace(const struct scene *scene, struct area a)
{
	struct log_line lines[LOG_LINES_MAX];
	int room = a.rect.h - 1, n = log_collect(scene, lines, room < LOG_LINES_MAX ? room : LOG_LINES_MAX, scene->app->log_back);

	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 0, STYLE_QUIET, scene->app->log_back ? " LOG, scrolled back (PgDn) " : " LOG, newest last ");
	if (n == 0)
		area_text(a, 1, 1, STYLE_QUIET, "Nothing has happened yet. Arrows choose, f breaks, 1 to 6 at once; SPC runs.");
	for (int i = 0; i < n; i++)
		draw_line(scene, a, 1 + n - 1 - i, &lines[i]);
}

void view_log(const struct scene *scene, struct area a)
{
	if (scene->app->syslog)
		view_syslog(scene, a);
	else
		draw_trace(scene, a);
}

/* --- about ------------------------------------------------------------------------------------------------- */

/* A rule with its sentence, source and trust. */
static int draw_rule(struct area a, int y, enum rule_id rule)
{
	char text[400];

	if (rule == RULE_NONE)
		return y;
	snprintf(text, sizeof text, "%s [%s, %s]", rules[rule].sentence, rules[rule].source, trust_word(rules[rule].trust));
	return view_wrap(a, 1, y, STYLE_QUIET, text);
}

/* What brought it here: the entry, and its rule. */
static int draw_cause(const struct scene *scene, struct area a, int y, uint32_t id)
{
	const struct entry *e = history_entry(scene->history, id);
	char time[32], text[320], whole[400];

	if (!e)
		return y;
	snprintf(whole, sizeof whole, "%s: %s", time_text(scene->s, e->at_ms, time, sizeof time),
	    entry_text(scene->s, e, text, sizeof text));
	y = view_wrap(a, 1, y, STYLE_PLAIN, whole);
	return draw_rule(a, y, (enum rule_id)e->rule);
}

static void about_group(const struct scene *scene, struct area a, uint32_t u, uint32_t g)
{
	const struct sim *s = scene->s;
	const struct machine *m = &s->unit[u].machine[g];
	enum rule_id kept = group_kept_by(s, u, g);
	char text[200], policy[24];
	int y = 1;

	snprintf(text, sizeof text, "group %u on %s: %s. %u of %u monitored interfaces failed, policy %s.", g,
	    s->lab.unit[u].name, state_word(m->state), s->unit[u].failed[g], s->member_count[u][g],
	    policy_text(s->unit[u].conf.group[g].policy, policy, sizeof policy));
	y = view_wrap(a, 1, y, STYLE_STRONG, text);
	y = draw_cause(scene, a, y, m->cause);
	if (kept != RULE_NONE && y < a.rect.h) {
		y = view_wrap(a, 1, y, STYLE_WARN, "Why it is not active here:");
		draw_rule(a, y, kept);
	}
}

static void about_leg(const struct scene *scene, struct area a, uint32_t u, uint32_t i)
{
	const struct sim *s = scene->s;
	const struct interface_conf *conf = &s->lab.ifaces[i];
	char name[80], status[48], text[200];
	int y;

	snprintf(text, sizeof text, "%s %s on %s: %s", iface_name(s, i, name, sizeof name), conf->port,
	    s->lab.unit[u].name, s->unit[u].run == RUN_UP ? status_text(s, u, i, status, sizeof status) : "the unit is not up");
	y = view_wrap(a, 1, 1, STYLE_STRONG, text);
	draw_cause(scene, a, y, s->sides[i][u].cause);
}

static void about_unit(const struct scene *scene, struct area a, uint32_t u)
{
	const struct sim *s = scene->s;
	const struct unit *unit = &s->unit[u];
	char text[200];
	int y;

	snprintf(text, sizeof text, "%s, %s, %s. Its mate is %s, it thinks.", s->lab.unit[u].name, role_word(unit->role),
	    run_word(unit->run), mate_word(unit->belief.mate));
	y = view_wrap(a, 1, 1, STYLE_STRONG, text);
	y = draw_cause(scene, a, y, unit->cause);
	draw_cause(scene, a, y, unit->belief.mate_cause);
}

static void about_context(const struct scene *scene, struct area a, uint32_t c)
{
	const struct sim *s = scene->s;
	uint32_t ms = service_outage_ms(s, c);
	char text[240];

	snprintf(text, sizeof text, "%s, group %u: %u connections, %u lost so far, %u.%03u s of outage.",
	    s->lab.contexts[c].name, served_group(s, c), service_connections(s, c), s->services[c].lost, ms / 1000,
	    ms % 1000);
	view_wrap(a, 1, 1, STYLE_STRONG, text);
}

static void about_link(const struct scene *scene, struct area a, bool lan)
{
	const struct sim *s = scene->s;
	char text[240];
	int y = 1;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		bool up = (lan ? s->unit[u].lan : s->unit[u].state) == LINK_UP;

		snprintf(text, sizeof text, "%s takes the %s link for %s.", s->lab.unit[u].name, lan ? "failover" : "state",
		    s->unit[u].run != RUN_UP ? "nothing: it is not up" : up ? "working" : "failed");
		y = view_wrap(a, 1, y, up ? STYLE_STRONG : STYLE_WARN, text);
		y = draw_cause(scene, a, y, lan ? s->unit[u].lan_cause : s->unit[u].state_cause);
	}
}

void view_about(const struct scene *scene, struct area a)
{
	struct target t = scene->app->cursor;

	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 2, 0, STYLE_QUIET, " UNDER THE CURSOR ");
	a = area_part(a, 2, 0, a.rect.w - 2, a.rect.h);
	if (t.kind == SPOT_GROUP)
		about_group(scene, a, t.unit, t.index);
	else if (t.kind == TARGET_LEG)
		about_leg(scene, a, t.unit, t.index);
	else if (t.kind == TARGET_UNIT)
		about_unit(scene, a, t.unit);
	else if (t.kind == SPOT_CONTEXT)
		about_context(scene, a, t.index);
	else if (t.kind == TARGET_LAN || t.kind == TARGET_STATE)
		about_link(scene, a, t.kind == TARGET_LAN);
	else if (t.kind == SPOT_LOG)
		draw_cause(scene, a, 1, target_log_id(t, scene->history->archive_last));
	else
		view_wrap(a, 1, 1, STYLE_QUIET, "Move the cursor with the arrows or the mouse over units, groups, interfaces, links and "
		    "switches: what it is and why stands here; f breaks it.");
}
