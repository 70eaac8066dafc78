/* Who is served, and what a move costs. */
#include "sim/service.h"

#include "sim/conf.h"
#include "sim/fault.h"

enum { GROW_BACK_MS = 10000, FRESH_MS = 2000 };

static bool side_carries(const struct side *side)
{
	return (side->flags & SIDE_HEARS_SEGMENT) && !(side->faults & (1u << FAULT_ONEWAY));
}

bool service_on(const struct sim *s, uint32_t context, uint32_t unit)
{
	const struct unit *u = &s->unit[unit];

	if (u->run != RUN_UP || !u->machine[context_group(s, unit, context)].holds)
		return false;
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->lab.ifaces[i].context == context && !side_carries(&s->sides[i][unit]))
			return false;
	return true;
}

uint32_t service_connections(const struct sim *s, uint32_t context)
{
	const struct service *v = &s->services[context];
	uint64_t target = s->lab.contexts[context].connections, now = v->connections;

	if (!v->up)
		return v->connections;
	now += target * (s->now_ms - v->since_ms) / GROW_BACK_MS;
	return (uint32_t)(now < target ? now : target);
}

uint32_t service_outage_ms(const struct sim *s, uint32_t context)
{
	const struct service *v = &s->services[context];

	return v->outage_ms + (v->up ? 0 : s->now_ms - v->since_ms);
}

void service_open(struct sim *s)
{
	for (uint32_t c = 0; c < s->lab.context_count; c++) {
		struct service *v = &s->services[c];

		v->connections = s->lab.contexts[c].connections;
		v->since_ms = s->now_ms;
		v->outage_ms = 0;
		v->lost = 0;
	}
}

/* How much of the state the new unit has: all of it where it was replicated up to the moment traffic stopped, less
 * the staler it is, none of it without a state link. */
static uint32_t kept(const struct sim *s, const struct service *v, uint32_t group, uint32_t unit, uint32_t connections)
{
	uint32_t stopped_ms = v->up ? s->now_ms : v->since_ms, life_ms = s->lab.timing.connection;
	uint32_t told_ms = s->unit[unit].machine[group].update_ms, stale_ms;

	if (s->now_ms - stopped_ms >= life_ms)
		return 0; /* nobody waited so long */
	if (unit == v->last_unit)
		return connections;
	if (!unit_stateful(s, unit) || told_ms == 0)
		return 0;
	stale_ms = stopped_ms > told_ms + FRESH_MS ? stopped_ms - told_ms : 0;
	if (stale_ms >= life_ms)
		return 0;
	return (uint32_t)((uint64_t)connections * (life_ms - stale_ms) / life_ms);
}

/* One context comes up on a unit, or goes down. Adds to the two sums of its group. */
static void change(struct sim *s, uint32_t c, bool up, uint32_t unit, uint32_t *sum_kept, uint32_t *sum_lost)
{
	struct service *v = &s->services[c];
	uint32_t had = service_connections(s, c), have = had, outage_ms = service_outage_ms(s, c);

	if (up) {
		have = kept(s, v, context_group(s, unit, c), unit, had);
		v->lost += had - have;
		*sum_kept += have;
		*sum_lost += had - have;
		v->last_unit = (uint8_t)unit;
	}
	v->connections = have;
	v->outage_ms = outage_ms;
	v->since_ms = s->now_ms;
	v->up = up;
}

static void note_connections(struct sim *s, uint32_t g, uint32_t unit, uint32_t sum_kept, uint32_t sum_lost)
{
	const struct unit *u = &s->unit[unit];

	if (sum_kept + sum_lost == 0)
		return;
	trace(s, (struct entry){ .kind = ENTRY_CONNS, .who = (uint8_t)unit, .group = (uint8_t)g, .iface = IFACE_NONE,
	    .rule = sum_lost > 0 ? RULE_STATE_LOST : RULE_STATE_KEPT, .a = sum_kept, .b = sum_lost,
	    .cause = { u->machine[g].cause, u->state_cause,
	    s->world_cause > u->machine[g].cause ? s->world_cause : 0 } });
}

/* Which contexts have a dead interface on each unit: bits by unit, in one walk over the interfaces. */
static void mark_broken(const struct sim *s, uint8_t broken[CONTEXT_MAX])
{
	for (uint32_t c = 0; c < s->lab.context_count; c++)
		broken[c] = 0;
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			if (!side_carries(&s->sides[i][u]))
				broken[s->lab.ifaces[i].context] |= (uint8_t)(1u << u);
}

void service_refresh(struct sim *s)
{
	uint32_t sum_kept[GROUP_COUNT] = { 0 }, sum_lost[GROUP_COUNT] = { 0 }, to[GROUP_COUNT] = { 0 };
	uint8_t broken[CONTEXT_MAX];

	mark_broken(s, broken);
	for (uint32_t c = 0; c < s->lab.context_count; c++) {
		struct service *v = &s->services[c];
		uint32_t g, unit = v->last_unit;
		bool on[UNIT_COUNT];

		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			on[u] = s->unit[u].run == RUN_UP && s->unit[u].machine[context_group(s, u, c)].holds &&
			    !(broken[c] & (1u << u));
		if (!on[unit])
			unit = mate_of(unit);
		if (on[unit] == v->up && (unit == v->last_unit || !on[unit]))
			continue;
		g = context_group(s, unit, c);
		change(s, c, on[unit], unit, &sum_kept[g], &sum_lost[g]);
		to[g] = unit;
	}
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		note_connections(s, g, to[g], sum_kept[g], sum_lost[g]);
}

void service_drop(struct sim *s, uint32_t unit, uint32_t group, uint32_t cause)
{
	uint32_t lost = 0;

	for (uint32_t c = 0; c < s->lab.context_count; c++) {
		struct service *v = &s->services[c];
		uint32_t had = service_connections(s, c);

		if (context_group(s, unit, c) != group)
			continue;
		v->outage_ms = service_outage_ms(s, c);
		v->since_ms = s->now_ms;
		v->connections = 0;
		v->lost += had;
		lost += had;
	}
	trace(s, (struct entry){ .kind = ENTRY_CONNS, .who = (uint8_t)unit, .group = (uint8_t)group, .iface = IFACE_NONE,
	    .rule = RULE_WRITE_STANDBY, .b = lost, .cause = { cause } });
}
