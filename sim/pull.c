/* Pulling configuration and state, part by part.
 *
 * The joining unit asks for a part and asks again each polltime until it comes; the unit where the group is active
 * answers.  When it is asked for the first part of a configuration it takes a copy, and all parts are of that copy: what
 * is typed meanwhile is not in it.  So a lost message costs a polltime, and a link that is gone ends the pulling by itself. */
#include "sim/pull.h"

#include "sim/conf.h"
#include "sim/group.h"
#include "sim/link.h"
#include "sim/unit.h"

/* Is it the connections that are pulled: in Bulk Sync, or later when the state link came back? */
static bool pulls_state(const struct machine *m)
{
	return m->state == STATE_BULK_SYNC || m->state == STATE_STANDBY_READY;
}

static void all_pulled(struct sim *s, uint32_t u, uint32_t g)
{
	struct machine *m = &s->unit[u].machine[g];

	if (pulls_state(m)) {
		m->replicated = 1;
		m->update_ms = s->now_ms;
	}
	m->stage_seq = 0;
	group_input(s, u, g, INPUT_PULLED, m->cause, NULL);
	unit_look(s, u, g);
}

/* A bulk sync that gets no answer ends after so long: the unit is ready, without the connections. */
static bool bulk_takes_too_long(const struct sim *s, uint32_t u, const struct machine *m)
{
	const struct failover_conf *f = &s->unit[u].conf.failover;
	uint32_t most_ms = 2 * s->lab.timing.bulk_sync + f->holdtime +
	    SYNC_PARTS * f->polltime;

	return m->state == STATE_BULK_SYNC && s->now_ms - m->since_ms > most_ms;
}

void pull_due(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit, g = e->what;
	struct machine *m = &s->unit[u].machine[g];
	bool state = pulls_state(m);

	m->stage_seq = 0;
	if (m->part == SYNC_PARTS) {
		all_pulled(s, u, g);
		return;
	}
	if (state && (s->unit[u].state == LINK_LOST || bulk_takes_too_long(s, u, m))) {
		group_input(s, u, g, INPUT_NO_STATE, s->unit[u].state_cause, NULL);
		return;
	}
	wire_send(s, u, state ? WIRE_STATE : WIRE_LAN, state ? MESSAGE_BULK_ASK : MESSAGE_SYNC_ASK, g, m->part, 0,
	    m->cause);
	m->stage_seq = group_post(s, u, g, EVENT_SYNC, s->unit[u].conf.failover.polltime, m->cause);
}

void pull_answer(struct sim *s, uint32_t u, const struct event *e)
{
	bool state = e->message == MESSAGE_BULK_ASK;

	if (!state_active(s->unit[u].machine[e->what].state))
		return;
	if (!state && e->a == 0)
		conf_copy(s, u, e->what);
	wire_send(s, u, state ? WIRE_STATE : WIRE_LAN, state ? MESSAGE_BULK_PART : MESSAGE_SYNC_PART,
	    e->what, e->a, 0, e->cause);
}

void pull_arrives(struct sim *s, uint32_t u, const struct event *e)
{
	struct machine *m = &s->unit[u].machine[e->what];
	uint32_t all_ms = pulls_state(m) ? s->lab.timing.bulk_sync : s->lab.timing.sync_config;
	uint32_t way_ms = 2 * s->lab.timing.link_delay, part_ms = all_ms / SYNC_PARTS;

	if (m->stage_seq == 0 || e->a != m->part || pulls_state(m) != (e->message == MESSAGE_BULK_PART) ||
	    (m->state != STATE_SYNC_CONFIG && !pulls_state(m)))
		return;
	m->part++;
	if (m->part == SYNC_PARTS && m->state == STATE_SYNC_CONFIG)
		conf_take(s, u, e->what, m->cause);
	trace(s, (struct entry){ .kind = ENTRY_SYNC, .who = (uint8_t)u, .group = (uint8_t)e->what,
	    .iface = IFACE_NONE, .rule = pulls_state(m) ? RULE_SYNC_STATE : RULE_SYNC_CONFIG, .a = m->part,
	    .b = SYNC_PARTS, .cause = { m->cause } });
	m->stage_seq = group_post(s, u, e->what, EVENT_SYNC, part_ms > way_ms ? part_ms - way_ms : 0, m->cause);
}
