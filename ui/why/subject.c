/* What "why" is asked about: a sentence of how it is, the entries where its causes begin, and the groups that it
 * concerns. */
#include "ui/why/subject.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/group.h"
#include "sim/link.h"
#include "sim/service.h"
#include "sim/words.h"

enum { TIME_LEN = 24, SINCE_LEN = 40 };

/* --- entries ----------------------------------------------------------------------------------------------- */

/* An entry in words, with "fault" and "mend" before what a person did. */
const char *subject_told(const struct sim *s, const struct entry *e, char out[SUBJECT_TOLD])
{
	char text[SUBJECT_TOLD - 8];

	entry_text(s, e, text, sizeof text);
	snprintf(out, SUBJECT_TOLD, "%s%s", e->kind == ENTRY_FAULT ? "fault " : e->kind == ENTRY_MEND ? "mend " : "", text);
	return out;
}

/* The newest entry up to the present, and behind `after`, that a question fits; 0 where there is none. */
static uint32_t newest_entry(const struct history *h, uint32_t after,
    bool (*fits)(const struct entry *e, struct target about), struct target about)
{
	for (uint32_t id = h->now.trace_id; id > after; id--) {
		const struct entry *e = history_entry(h, id);

		if (!e)
			return 0;
		if (fits(e, about))
			return id;
	}
	return 0;
}

/* A decision of the unit about the group: it asks, it stays, it waits for preempt. */
static bool is_decision(const struct entry *e, struct target about)
{
	return (e->kind == ENTRY_RULE || e->kind == ENTRY_PREEMPT) && e->who == about.unit && e->group == about.index;
}

/* Something that a person did to the switch. */
static bool is_switch(const struct entry *e, struct target about)
{
	return (e->kind == ENTRY_FAULT || e->kind == ENTRY_MEND) && e->to == TARGET_SWITCH && e->b == about.index;
}

/* What a move cost the users of the group. */
static bool is_connections(const struct entry *e, struct target about)
{
	return e->kind == ENTRY_CONNS && e->group == about.index;
}

/* --- what is asked about ----------------------------------------------------------------------------------- */

/* Causes begin here, too. */
static void root(struct subject *j, uint32_t id)
{
	if (id != 0 && j->root_count < SUBJECT_ROOTS)
		j->roots[j->root_count++] = id;
}

/* The unit that has the group; where none has or both have, the one that it prefers. */
static uint32_t holder(const struct sim *s, uint32_t g)
{
	uint32_t preferred = group_preferred(s, PRIMARY, g), other = mate_of(preferred);

	return s->unit[other].machine[g].holds && !s->unit[preferred].machine[g].holds ? other : preferred;
}

/* "since 25.205"; times before the lab opened count backwards, and say nothing to anybody. */
static const char *since(const struct sim *s, uint32_t at_ms, char out[SINCE_LEN])
{
	char time[TIME_LEN];

	if (at_ms < s->open_ms)
		snprintf(out, SINCE_LEN, "since before the lab opened");
	else
		snprintf(out, SINCE_LEN, "since %s", time_text(s, at_ms, time, sizeof time));
	return out;
}

/* A unit's machine of a group: its state, and what it decided since. */
static void about_group(struct subject *j, const struct history *h, uint32_t u, uint32_t g)
{
	const struct sim *s = &h->now;
	const struct unit *unit = &s->unit[u];
	const struct machine *machine = &unit->machine[g];
	const struct entry *decision;
	char time[SINCE_LEN], text[SUBJECT_TOLD];
	size_t used;

	snprintf(j->name, sizeof j->name, "%s:G%u", s->lab.unit[u].name, (unsigned)g);
	j->groups = 1u << g;
	if (unit->run != RUN_UP) {
		snprintf(j->sentence, sizeof j->sentence, "%s is %s %s.", s->lab.unit[u].name, run_word(unit->run),
		    since(s, unit->since_ms, time));
		root(j, unit->cause);
		return;
	}
	used = (size_t)snprintf(j->sentence, sizeof j->sentence, "G%u is %s%s on %s %s%s%s.", (unsigned)g,
	    state_in(machine->state), state_word(machine->state), s->lab.unit[u].name, since(s, machine->since_ms, time),
	    machine->reason ? ": " : "", reason_word(machine->reason));
	/* Where it is Disabled since it booted, the reason stands with the system space, which had begun. */
	if (!unit->failover && machine->reason == REASON_NONE && unit->machine[0].reason != REASON_NONE) {
		snprintf(j->sentence + used, sizeof j->sentence - used, " Failover is off there %s: %s.",
		    since(s, unit->machine[0].since_ms, time), reason_word(unit->machine[0].reason));
		root(j, unit->machine[0].cause);
		return;
	}
	decision = history_entry(h, newest_entry(h, machine->cause, is_decision,
	    (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g }));
	if (decision) {
		subject_told(s, decision, text);
		snprintf(j->sentence + used, sizeof j->sentence - used, " At %s: %s%s",
		    time_text(s, decision->at_ms, time, sizeof time), text, text[strlen(text) - 1] == '.' ? "" : ".");
		root(j, decision->id);
	}
	root(j, machine->cause);
}

/* A unit: does it run, and what does it take its mate for? */
static void about_unit(struct subject *j, const struct history *h, uint32_t u)
{
	const struct sim *s = &h->now;
	const struct unit *unit = &s->unit[u];
	const char *name = s->lab.unit[u].name, *mate = s->lab.unit[mate_of(u)].name;
	char time[SINCE_LEN];

	snprintf(j->name, sizeof j->name, "%s", name);
	j->groups = 1u << 1 | 1u << 2;
	since(s, unit->since_ms, time);
	if (unit->run == RUN_UP)
		snprintf(j->sentence, sizeof j->sentence, "%s, the %s, is up %s; to it %s is %s.", name, role_word(s->unit[u].role), time,
		    mate, mate_word(unit->belief.mate));
	else
		snprintf(j->sentence, sizeof j->sentence, "%s, the %s, is %s %s.", name, role_word(s->unit[u].role),
		    run_word(unit->run), time);
	root(j, unit->belief.mate_cause);
	root(j, unit->cause);
}

/* A unit's end of an interface: its status, and what happened to the leg. */
static void about_leg(struct subject *j, const struct history *h, uint32_t u, uint32_t i)
{
	const struct sim *s = &h->now;
	const struct side *side = &s->sides[i][u];
	char name[80], status[48], time[SINCE_LEN];

	iface_name(s, i, name, sizeof name);
	snprintf(j->name, sizeof j->name, "%s:%s", s->lab.unit[u].name, name);
	j->groups = 1u << iface_group(s, u, i);
	snprintf(j->sentence, sizeof j->sentence, "%s on %s is %s %s.", name, s->lab.unit[u].name,
	    s->unit[u].run == RUN_UP ? status_text(s, u, i, status, sizeof status) : "not watched: the unit is not up",
	    since(s, side->since_ms, time));
	/* What happened to the leg, and is not noticed yet. */
	if (side->world_cause > side->cause)
		root(j, side->world_cause);
	root(j, s->unit[u].run == RUN_UP ? side->cause : s->unit[u].cause);
}

/* A link between the units: what either takes it for. */
static void about_link(struct subject *j, const struct history *h, bool lan)
{
	const struct sim *s = &h->now;
	const struct cable *cable = wire_cable(s, PRIMARY, lan ? WIRE_LAN : WIRE_STATE);
	size_t used;

	snprintf(j->name, sizeof j->name, "%s", lan ? s->unit[PRIMARY].conf.failover.lan.name :
	    s->unit[PRIMARY].conf.failover.link.name);
	used = (size_t)snprintf(j->sentence, sizeof j->sentence, "The %s link %s:", lan ? "failover" : "state", j->name);
	j->groups = 1u << 1 | 1u << 2;
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		const struct unit *unit = &s->unit[u];
		bool up = (lan ? unit->lan : unit->state) == LINK_UP;

		used += (size_t)snprintf(j->sentence + used, sizeof j->sentence - used, "%s %s %s%s", u ? ";" : "",
		    s->lab.unit[u].name, unit->run != RUN_UP ? "is not up" : up ? "takes it for working" :
		    "takes it for failed", u ? "." : "");
		if (unit->run == RUN_UP)
			root(j, lan ? unit->lan_cause : unit->state_cause);
		/* What shows that it works are the hellos that come over it. */
		if (unit->run == RUN_UP && unit->failover && lan && up && unit->belief.mate == MATE_ALIVE)
			root(j, unit->belief.mate_cause);
	}
	root(j, cable->cause);
}

/* A switch: what was done to it. */
static void about_switch(struct subject *j, const struct history *h, struct target t)
{
	const struct sim *s = &h->now;
	bool down = s->switch_faults[t.index] != 0;

	snprintf(j->name, sizeof j->name, "%s", s->lab.switches[t.index].name);
	snprintf(j->sentence, sizeof j->sentence, "The switch %s %s.", j->name, down ? "is broken" : "works");
	root(j, newest_entry(h, 0, is_switch, t));
}

/* A context: who serves it, and which of the interfaces there have failed. */
static void about_context(struct subject *j, const struct history *h, uint32_t c)
{
	const struct sim *s = &h->now;
	uint32_t g = served_group(s, c), u = holder(s, g), ms = service_outage_ms(s, c);
	bool up = s->services[c].up;

	snprintf(j->name, sizeof j->name, "%s", s->lab.contexts[c].name);
	j->groups = 1u << g;
	snprintf(j->sentence, sizeof j->sentence, "%s, group %u, %s%s; %u.%03u s of outage so far, %u connections lost.",
	    j->name, (unsigned)g, up ? "is served by " : "is down", up ? s->lab.unit[s->services[c].last_unit].name : "",
	    (unsigned)(ms / 1000), (unsigned)(ms % 1000), (unsigned)s->services[c].lost);
	root(j, newest_entry(h, 0, is_connections, (struct target){ SPOT_GROUP, 0, (uint16_t)g }));
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->lab.ifaces[i].context == c && s->sides[i][u].status >= STATUS_TESTING)
			root(j, s->sides[i][u].cause);
	root(j, s->unit[u].run == RUN_UP ? s->unit[u].machine[g].cause : s->unit[u].cause);
}

/* A line of the log: what it tells. */
static void about_entry(struct subject *j, const struct history *h, const struct entry *e)
{
	const struct sim *s = &h->now;
	char text[SUBJECT_TOLD];

	snprintf(j->name, sizeof j->name, "#%u", (unsigned)e->id);
	snprintf(j->sentence, sizeof j->sentence, "%s: %s.", who_word(s, e->who), subject_told(s, e, text));
	j->entry = e;
	j->groups = e->group == 1 || e->group == 2 ? 1u << e->group :
	    e->iface != IFACE_NONE ? 1u << iface_group(s, e->who < UNIT_COUNT ? e->who : PRIMARY, e->iface) : 1u << 1 | 1u << 2;
	root(j, e->id);
}

void subject_find(struct subject *j, const struct history *h, struct target t)
{
	const struct entry *e;

	*j = (struct subject){ .entry = NULL };
	if (t.kind == TARGET_UNIT) {
		about_unit(j, h, t.unit);
	} else if (t.kind == TARGET_LEG) {
		about_leg(j, h, t.unit, t.index);
	} else if (t.kind == TARGET_LAN || t.kind == TARGET_STATE) {
		about_link(j, h, t.kind == TARGET_LAN);
	} else if (t.kind == TARGET_SWITCH) {
		about_switch(j, h, t);
	} else if (t.kind == SPOT_GROUP) {
		about_group(j, h, t.unit, t.index);
	} else if (t.kind == SPOT_CONTEXT) {
		about_context(j, h, t.index);
	} else if (t.kind == SPOT_LOG) {
		e = history_entry(h, target_log_id(t, h->archive_last));
		if (e)
			about_entry(j, h, e);
		else
			snprintf(j->sentence, SUBJECT_SENTENCE, "That is not known any more.");
	}
}

/* --- what people ask about --------------------------------------------------------------------------------- */

/* "G1", "g1", "group 1"; 0 for all else. */
static uint32_t parse_group(const char *text)
{
	size_t skip = strncmp(text, "group ", 6) == 0 ? 6 : *text == 'G' || *text == 'g' ? 1 : 0;
	const char *digit = text + skip;

	return skip > 0 && (*digit == '1' || *digit == '2') && digit[1] == '\0' ? (uint32_t)(*digit - '0') : 0;
}

/* "#47", an entry that has happened and is kept. */
static bool parse_entry(const struct history *h, const char *text, struct target *about, char *reason, size_t size)
{
	char *end, time[TIME_LEN];
	unsigned long id = strtoul(text + 1, &end, 10);

	time_text(&h->now, h->now.now_ms, time, sizeof time);
	if (text[1] < '0' || text[1] > '9' || *end != '\0')
		snprintf(reason, size, "'%.60s' is no entry of the log, such as #47", text);
	else if (id > h->now.trace_id || !history_entry(h, (uint32_t)id))
		snprintf(reason, size, "there is no entry %.60s at %s; the last one is #%u", text, time,
		    (unsigned)h->now.trace_id);
	else {
		*about = target_log((uint32_t)id);
		return true;
	}
	return false;
}

bool subject_parse(const struct history *h, const char *text, struct target *about, char *reason, size_t size)
{
	const struct sim *s = &h->now;
	const char *colon = strchr(text, ':');
	uint32_t g = parse_group(colon ? colon + 1 : text);
	int context = lab_find_context(&s->lab, text);
	char unit[SUBJECT_NAME];

	if (*text == '#')
		return parse_entry(h, text, about, reason, size);
	if (!colon && g > 0) {
		*about = (struct target){ SPOT_GROUP, (uint8_t)holder(s, g), (uint16_t)g };
		return true;
	}
	if (context >= 0) {
		*about = (struct target){ SPOT_CONTEXT, (uint8_t)holder(s, served_group(s, (uint32_t)context)), (uint16_t)context };
		return true;
	}
	snprintf(unit, sizeof unit, "%.*s", colon ? (int)(colon - text) : 0, text);
	if (colon && g > 0 && target_parse(&s->lab, unit, about, reason, size) && about->kind == TARGET_UNIT) {
		*about = (struct target){ SPOT_GROUP, about->unit, (uint16_t)g };
		return true;
	}
	if (target_parse(&s->lab, text, about, reason, size))
		return true;
	snprintf(reason, size, "nothing is called '%.60s'; ask about a unit, UNIT:G1, G1, a context, UNIT:CONTEXT/NAMEIF, "
	    "a link, a switch, or an entry of the log as #47", text);
	return false;
}
