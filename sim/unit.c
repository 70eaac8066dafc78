/* A unit's life: power, boot, the end of its software, failover on and off.
 *
 * What it knows does not outlive its software; what is broken does. */
#include "sim/unit.h"

#include <assert.h>
#include <string.h>

#include "sim/fit.h"
#include "sim/group.h"
#include "sim/hello.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/service.h"

bool unit_alone(const struct unit *unit)
{
	return unit->belief.mate == MATE_DEAD || unit->belief.mate == MATE_ABSENT;
}

uint32_t unit_believes(const struct unit *unit, uint32_t g)
{
	switch ((enum mate)unit->belief.mate) {
	case MATE_DEAD:
		return STATE_FAILED;
	case MATE_OFF:
		return STATE_DISABLED;
	case MATE_UNKNOWN:
	case MATE_ABSENT:
		return STATE_NOT_DETECTED;
	case MATE_ALIVE:
	case MATE_SILENT:
		break;
	}
	return unit->belief.said.state[g];
}

uint32_t unit_timer(struct sim *s, uint32_t u, enum event_kind kind, uint32_t at_ms, uint32_t cause)
{
	return queue_post(&s->queue,
	    (struct event){ .at_ms = at_ms, .kind = (uint8_t)kind, .unit = (uint8_t)u, .cause = cause });
}

static void set_run(struct sim *s, uint32_t u, enum run run, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	unit->cause = trace(s, (struct entry){ .kind = ENTRY_UNIT, .who = (uint8_t)u, .group = GROUP_NONE,
	    .iface = IFACE_NONE, .from = unit->run, .to = (uint8_t)run, .cause = { cause } });
	unit->run = (uint8_t)run;
	unit->since_ms = s->now_ms;
	world_touch(s, unit->cause);
}

/* Forgets everything but faults: what a unit knows does not outlive its software. */
static void forget(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	struct unit fresh = { .run = unit->run, .faults = unit->faults, .since_ms = unit->since_ms,
		.cause = unit->cause, .hellos = unit->hellos, .role = unit->role,
		.off = unit->off == OFF_TYPED ? OFF_TYPED : OFF_NOT, .conf = unit->conf, .copy = unit->copy,
		.conf_cause = { unit->conf_cause[0], unit->conf_cause[1], unit->conf_cause[2] },
		.traits_cause = unit->traits_cause };

	*unit = fresh;
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		unit->machine[g].since_ms = s->now_ms;
		unit->machine[g].cause = unit->cause;
	}
	iface_forget(s, u);
}

void unit_stop(struct sim *s, uint32_t u, enum run run, uint32_t cause)
{
	set_run(s, u, run, cause);
	forget(s, u);
}

void unit_boot(struct sim *s, uint32_t u, uint32_t cause)
{
	set_run(s, u, RUN_BOOTING, cause);
	forget(s, u);
	s->unit[u].boot_seq =
	    unit_timer(s, u, EVENT_BOOTED, s->now_ms + s->lab.unit[u].boot, s->unit[u].cause);
}

static void join(struct sim *s, uint32_t u);

/* It boots with failover off: it knows of no mate, and is active for everything. */
static void start_off(struct sim *s, uint32_t u)
{
	trace(s, (struct entry){ .kind = ENTRY_RULE, .who = (uint8_t)u, .group = GROUP_NONE, .iface = IFACE_NONE,
	    .rule = RULE_OFF_AT_BOOT, .cause = { s->unit[u].cause } });
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		s->unit[u].machine[g].holds = 1;
	s->service_changed = s->dirty = 1;
}

/* The timers of a unit that takes part no longer surface as stale ones. */
static void forget_timers(struct unit *unit)
{
	unit->hello_seq = unit->update_seq = unit->silence_seq = unit->module_seq = 0;
	unit->look = 0;
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		unit->quiet_seq[g] = unit->poll_seq[g] = 0;
}

void unit_failover_off(struct sim *s, uint32_t u, enum reason reason, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		group_off(s, u, g, reason, cause);
	unit->traits |= TRAIT_OFF;
	unit_tell(s, u, cause);
	hello_send(s, u);
	unit->traits &= (uint8_t)~TRAIT_OFF;
	unit->off = reason == REASON_CONFIG_COMMAND ? OFF_TYPED : OFF_UNFIT;
	unit->failover = 0;
	unit->agreed = 0;
	forget_timers(unit);
	iface_forget(s, u);
	world_touch(s, cause);
}

void unit_failover_on(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	unit->off = OFF_NOT;
	unit->failover = 1;
	unit->cause = cause;
	world_touch(s, cause);
	world_refresh(s);
	join(s, u);
}

void unit_reload(struct sim *s, uint32_t u, uint32_t cause)
{
	s->unit[u].leaves = 1;
	unit_tell(s, u, cause);
	hello_send(s, u);
	unit_boot(s, u, cause);
}

void unit_started(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	set_run(s, u, RUN_UP, cause);
	unit->failover = !unit->off;
	unit->traits = fit_traits(unit);
	world_refresh(s);
	unit->lan = unit->state = LINK_UP;
	if (unit->off) {
		start_off(s, u);
		return;
	}
	join(s, u);
}

/* Failover starts, from nothing: hellos, looks at interfaces and links, group 0. */
static void join(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint32_t hold_ms = unit->conf.failover.holdtime;

	unit->belief = (struct belief){ .heard_ms = s->now_ms };
	fit_notice(s, u, unit->traits_cause ? unit->traits_cause : unit->cause);
	unit->state_heard_ms = s->now_ms;
	unit->hello_seq = unit_timer(s, u, EVENT_HELLO, s->now_ms, unit->cause);
	unit->update_seq = unit_timer(s, u, EVENT_UPDATE, s->now_ms + UPDATE_MS, unit->cause);
	unit->silence_seq = unit_timer(s, u, EVENT_SILENCE, s->now_ms + hold_ms, unit->cause);
	iface_started(s, u, unit->cause);
	hello_look_at_links(s, u);
	queue_post(&s->queue, (struct event){ .at_ms = s->now_ms, .kind = EVENT_START, .unit = (uint8_t)u,
	    .what = 0, .cause = unit->cause });
}

void unit_tell(struct sim *s, uint32_t u, uint32_t cause)
{
	s->unit[u].tell = 1;
	s->unit[u].tell_cause = cause;
	s->dirty = 1;
}

void unit_look(struct sim *s, uint32_t u, uint32_t g)
{
	s->unit[u].look |= (uint16_t)(1u << g);
	s->dirty = 1;
}
