/* Cables, legs and messages in flight; see link.h for the idea. */
#include "sim/link.h"

#include <assert.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/fault.h"
#include "sim/iface.h"

bool unit_lit(const struct sim *s, uint32_t unit)
{
	return s->unit[unit].run == RUN_UP || s->unit[unit].run == RUN_HUNG;
}

/* Does it take part: does its software run, with failover on? */
static bool unit_runs(const struct sim *s, uint32_t unit)
{
	return s->unit[unit].run == RUN_UP && s->unit[unit].failover;
}

static bool has(uint32_t bits, enum fault_id fault)
{
	return bits & (1u << fault);
}

/* A cable has a carrier where it is plugged at both ends and both ports have power; it passes packets where, on top
 * of that, neither leg swallows them. */
static void refresh_cable(const struct sim *s, enum wire wire, struct cable *c)
{
	bool plugged = !has(c->faults[PRIMARY] | c->faults[SECONDARY], FAULT_CARRIER) && conf_links_plugged(s, wire);
	bool lit = unit_lit(s, PRIMARY) && unit_lit(s, SECONDARY);
	bool open = !has(c->faults[PRIMARY] | c->faults[SECONDARY], FAULT_BLACKHOLE);
	bool runs = unit_runs(s, PRIMARY) && unit_runs(s, SECONDARY) && conf_links_agree(s, wire);

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		c->carrier[u] = plugged && lit;
		c->passes[u] = plugged && lit && open && runs && !has(c->faults[u], FAULT_ONEWAY);
	}
}

/* Is there a carrier between the unit's port and a switch that works? */
static bool leg_link(const struct sim *s, uint32_t u, uint32_t i)
{
	const struct interface_conf *conf = &s->lab.ifaces[i];

	return unit_lit(s, u) && !has(s->sides[i][u].faults, FAULT_CARRIER) && conf->attached != SWITCH_NONE &&
	    !has(s->switch_faults[conf->attached - 1], FAULT_DOWN) && !conf->shutdown;
}

/* A port without portfast blocks when its link comes up. */
static void maybe_block(struct sim *s, uint32_t u, uint32_t i)
{
	struct side *side = &s->sides[i][u];

	if (s->lab.switches[s->lab.ifaces[i].attached - 1].portfast)
		return;
	side->faults |= 1u << FAULT_BLOCKED;
	side->unblock_seq = queue_post(&s->queue, (struct event){ .at_ms = s->now_ms + s->lab.timing.stp,
	    .kind = EVENT_UNBLOCK, .unit = (uint8_t)u, .what = (uint16_t)i, .cause = s->world_cause });
}

void leg_unblock(struct sim *s, uint32_t u, uint32_t i, uint32_t cause)
{
	s->sides[i][u].unblock_seq = 0;
	s->sides[i][u].faults &= ~(1u << FAULT_BLOCKED);
	world_touch(s, cause ? cause : s->sides[i][u].world_cause);
}

/* Can the ends talk to each other: does each know the other's address? */
static bool addresses_agree(const struct sim *s, uint32_t i)
{
	const struct address *a = &s->legs[i][PRIMARY].conf.address, *b = &s->legs[i][SECONDARY].conf.address;

	return a->standby != 0 && memcmp(a, b, sizeof *a) == 0;
}

/* The world's flags of an interface's two ends. */
static void refresh_sides(struct sim *s, uint32_t i)
{
	struct side *side = s->sides[i];
	uint32_t attached = s->lab.ifaces[i].attached;
	uint8_t had[UNIT_COUNT] = { side[PRIMARY].flags, side[SECONDARY].flags };
	bool link[UNIT_COUNT], open[UNIT_COUNT];
	bool split = attached != SWITCH_NONE && has(s->switch_faults[attached - 1], FAULT_SPLIT);

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		link[u] = leg_link(s, u, i);
		if (link[u] && !(side[u].flags & SIDE_LINK))
			maybe_block(s, u, i);
		open[u] = link[u] && !has(side[u].faults, FAULT_BLACKHOLE) && !has(side[u].faults, FAULT_BLOCKED);
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		uint32_t m = mate_of(u);
		bool sends = open[u] && open[m] && unit_runs(s, u) && unit_runs(s, m) && !split &&
		    !has(side[u].faults, FAULT_ONEWAY) && addresses_agree(s, i);
		bool hears = open[u] && !(split && u == SECONDARY); /* the neighbour stays on the primary's half */
		uint8_t flags = side[u].flags & (uint8_t)~(SIDE_LINK | SIDE_SENDS | SIDE_HEARS_SEGMENT);

		side[u].flags = (uint8_t)(flags | (link[u] ? SIDE_LINK : 0) | (sends ? SIDE_SENDS : 0) |
		    (hears ? SIDE_HEARS_SEGMENT : 0));
	}
	/* What an end notices is its own leg, and whether the mate's hellos come. */
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (((had[u] ^ side[u].flags) & (SIDE_LINK | SIDE_HEARS_SEGMENT)) ||
		    ((had[mate_of(u)] ^ side[mate_of(u)].flags) & SIDE_SENDS))
			side[u].world_cause = s->world_cause;
}

void world_refresh(struct sim *s)
{
	struct cable *cables[] = { &s->lan, &s->state };

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		s->state.shared[u] = unit_link_shared(s, u);
	for (uint32_t c = 0; c < 2; c++) {
		struct cable had = *cables[c];

		refresh_cable(s, c == 0 ? WIRE_LAN : WIRE_STATE, cables[c]);
		if (memcmp(had.carrier, cables[c]->carrier, sizeof had.carrier) != 0 ||
		    memcmp(had.passes, cables[c]->passes, sizeof had.passes) != 0)
			cables[c]->cause = s->world_cause;
	}
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		refresh_sides(s, i);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		iface_plan_look(s, u);
}

void world_touch(struct sim *s, uint32_t cause)
{
	s->world_changed = s->service_changed = s->dirty = 1;
	s->world_cause = cause;
}

const struct cable *wire_cable(const struct sim *s, uint32_t u, enum wire wire)
{
	assert(wire != WIRE_DATA);
	return wire == WIRE_LAN || s->state.shared[u] ? &s->lan : &s->state;
}

bool wire_passes(const struct sim *s, uint32_t from, enum wire wire, uint32_t what)
{
	if (wire == WIRE_DATA)
		return s->sides[what][from].flags & SIDE_SENDS;
	return wire_cable(s, from, wire)->passes[from] &&
	    (wire == WIRE_LAN || s->state.shared[PRIMARY] == s->state.shared[SECONDARY]);
}

/* One throw of the dice, from the chance that is in the state. */
static bool falls(struct sim *s, uint32_t percent)
{
	if (percent == 0)
		return false;
	s->rng = s->rng * 1664525u + 1013904223u;
	return (s->rng >> 16) % 100 < percent;
}

/* By chance: is a packet from the unit lost on its way? */
static bool loses(struct sim *s, uint32_t from, enum wire wire, uint32_t what)
{
	const struct cable *c = wire == WIRE_DATA ? NULL : wire_cable(s, from, wire);
	bool here = falls(s, c ? c->loss[from] : s->sides[what][from].loss);
	bool there = falls(s, c ? c->loss[mate_of(from)] : s->sides[what][mate_of(from)].loss);

	return here || there;
}

/* How much later than usual a packet from the unit arrives. */
static uint32_t extra_ms(const struct sim *s, uint32_t from, enum wire wire, uint32_t what)
{
	const struct cable *c = wire == WIRE_DATA ? NULL : wire_cable(s, from, wire);

	if (c)
		return (uint32_t)c->delay_ms[PRIMARY] + c->delay_ms[SECONDARY];
	return (uint32_t)s->sides[what][PRIMARY].delay_ms + s->sides[what][SECONDARY].delay_ms;
}

void wire_drop(struct sim *s, enum message message, uint32_t what)
{
	if (message == MESSAGE_HELLO)
		memset(&s->mail[what], 0, sizeof s->mail[what]);
	else if (message == MESSAGE_LINE)
		memset(&s->posted[what], 0, sizeof s->posted[what]);
}

void wire_send(struct sim *s, uint32_t from, enum wire wire, enum message message, uint32_t what, uint8_t a,
    uint8_t b, uint32_t cause)
{
	uint32_t delay_ms = wire == WIRE_DATA ? s->lab.timing.data_delay : s->lab.timing.link_delay;
	uint32_t at = wire == WIRE_DATA ? what : 0;

	if (wire != WIRE_DATA) {
		struct cable *c = wire_cable(s, from, wire) == &s->lan ? &s->lan : &s->state;

		c->last[from] = (uint8_t)message;
		c->last_ms[from] = s->now_ms;
	}
	if (!wire_passes(s, from, wire, at) || loses(s, from, wire, at)) {
		wire_drop(s, message, what);
		return;
	}
	delay_ms += extra_ms(s, from, wire, at);
	queue_post(&s->queue, (struct event){
	    .at_ms = s->now_ms + delay_ms, .cause = cause, .what = (uint16_t)what, .kind = EVENT_MESSAGE,
	    .unit = (uint8_t)mate_of(from), .message = (uint8_t)message, .wire = (uint8_t)wire, .a = a, .b = b });
}
