/* Cables, legs and messages in flight; see link.h for the idea. */
#include "sim/link.h"

#include <assert.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/iface.h"

bool unit_lit(const struct sim *s, uint32_t unit)
{
	return s->unit[unit].run == RUN_UP || s->unit[unit].run == RUN_HUNG;
}

/* Does it take part in anything: does its software run? */
static bool unit_runs(const struct sim *s, uint32_t unit)
{
	return s->unit[unit].run == RUN_UP;
}

static bool has(uint8_t bits, enum fault_id fault)
{
	return bits & (1u << fault);
}

/* A cable has a carrier where it is plugged at both ends and both ports have power; it passes packets where, on top
 * of that, neither leg swallows them. */
static void refresh_cable(const struct sim *s, struct cable *c)
{
	bool plugged = !has(c->faults[PRIMARY] | c->faults[SECONDARY], FAULT_CARRIER);
	bool lit = unit_lit(s, PRIMARY) && unit_lit(s, SECONDARY);
	bool open = !has(c->faults[PRIMARY] | c->faults[SECONDARY], FAULT_BLACKHOLE);
	bool runs = unit_runs(s, PRIMARY) && unit_runs(s, SECONDARY);

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
	    !s->switch_faults[conf->attached - 1] && !conf->shutdown;
}

/* The world's flags of an interface's two ends. */
static void refresh_sides(struct sim *s, uint32_t i)
{
	struct side *side = s->sides[i];
	bool link[UNIT_COUNT], open[UNIT_COUNT];

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		link[u] = leg_link(s, u, i);
		open[u] = link[u] && !has(side[u].faults, FAULT_BLACKHOLE);
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		uint32_t m = mate_of(u);
		bool sends = open[u] && open[m] && unit_runs(s, u) && unit_runs(s, m) &&
		    !has(side[u].faults, FAULT_ONEWAY) && s->lab.ifaces[i].address.standby != 0;
		uint8_t flags = side[u].flags & (uint8_t)~(SIDE_LINK | SIDE_SENDS | SIDE_HEARS_SEGMENT);

		if (link[u] != !!(side[u].flags & SIDE_LINK))
			side[u].world_cause = s->world_cause;
		side[u].flags = (uint8_t)(flags | (link[u] ? SIDE_LINK : 0) | (sends ? SIDE_SENDS : 0) |
		    (open[u] ? SIDE_HEARS_SEGMENT : 0));
	}
}

void world_refresh(struct sim *s)
{
	struct cable *cables[] = { &s->lan, &s->state };

	for (uint32_t c = 0; c < 2; c++) {
		uint8_t carrier = cables[c]->carrier[PRIMARY];

		refresh_cable(s, cables[c]);
		if (carrier != cables[c]->carrier[PRIMARY])
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

const struct cable *wire_cable(const struct sim *s, enum wire wire)
{
	assert(wire != WIRE_DATA);
	return wire == WIRE_LAN || lab_link_shared(&s->lab) ? &s->lan : &s->state;
}

bool wire_passes(const struct sim *s, uint32_t from, enum wire wire, uint32_t what)
{
	if (wire == WIRE_DATA)
		return s->sides[what][from].flags & SIDE_SENDS;
	return wire_cable(s, wire)->passes[from];
}

void wire_send(struct sim *s, uint32_t from, enum wire wire, enum message message, uint32_t what, uint8_t a,
    uint8_t b, uint32_t cause)
{
	uint32_t delay_ms = wire == WIRE_DATA ? s->lab.timing.data_delay : s->lab.timing.link_delay;

	if (wire != WIRE_DATA) {
		struct cable *c = wire == WIRE_LAN || lab_link_shared(&s->lab) ? &s->lan : &s->state;

		c->last[from] = (uint8_t)message;
		c->last_ms[from] = s->now_ms;
	}
	if (!wire_passes(s, from, wire, what))
		return;
	queue_post(&s->queue, (struct event){
	    .at_ms = s->now_ms + delay_ms, .cause = cause, .what = (uint16_t)what, .kind = EVENT_MESSAGE,
	    .unit = (uint8_t)mate_of(from), .message = (uint8_t)message, .wire = (uint8_t)wire, .a = a, .b = b });
}
