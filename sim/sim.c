/* The pair's clockwork: one event after the other.
 *
 * A step takes what is due soonest, from the heap or from the round that is being walked, gives it to its room, and
 * ends with what the event left behind: carriers worked out again, machines that look again, hellos that say what
 * changed, users who notice.  Timers that were cancelled stay in the heap and are dropped when they surface; an
 * event is live where the seq that its owner remembers is still its own. */
#include "sim/sim.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/cli.h"
#include "sim/conf.h"
#include "sim/fault.h"
#include "sim/fit.h"
#include "sim/group.h"
#include "sim/hello.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/pull.h"
#include "sim/service.h"
#include "sim/unit.h"

enum { SETTLE_MAX_MS = 4 * 3600 * 1000, FINISH_MAX = 64 };

/* --- what is live ------------------------------------------------------------------------------------------ */

static bool live(const struct sim *s, const struct event *e)
{
	const struct unit *u = &s->unit[e->unit];

	switch ((enum event_kind)e->kind) {
	case EVENT_POWER:
		return u->run == RUN_OFF && !(u->faults & (1u << FAULT_POWER));
	case EVENT_BOOTED:
		return u->boot_seq == e->seq;
	case EVENT_STAGE:
	case EVENT_SYNC:
		return u->machine[e->what].stage_seq == e->seq;
	case EVENT_PREEMPT:
		return u->machine[e->what].preempt_seq == e->seq;
	case EVENT_HELLO:
		return u->failover && (e->what == 1 || u->hello_seq == e->seq);
	case EVENT_UPDATE:
		return u->update_seq == e->seq;
	case EVENT_MODULE:
		return u->module_seq == e->seq;
	case EVENT_UNBLOCK:
		return s->sides[e->what][e->unit].unblock_seq == e->seq;
	case EVENT_SILENCE:
		return u->silence_seq == e->seq;
	case EVENT_QUIET:
		return u->quiet_seq[e->what] == e->seq;
	case EVENT_LINK_POLL:
		return u->poll_seq[e->what] == e->seq;
	case EVENT_TEST:
		return s->sides[e->what][e->unit].test_seq == e->seq;
	case EVENT_START:
	case EVENT_MESSAGE:
		return u->failover;
	case EVENT_NONE:
	case EVENT_IF_HELLO:
	case EVENT_IF_HEARD:
	case EVENT_COMMAND:
		break;
	}
	assert(0);
	return false;
}

/* Drops what was cancelled off the top of the heap, so that the soonest event there is a live one. */
static void drop_stale(struct sim *s)
{
	const struct event *top;

	while ((top = queue_top(&s->queue)) != NULL && !live(s, top)) {
		struct event e = queue_take(&s->queue);

		if (e.kind == EVENT_MESSAGE)
			wire_drop(s, (enum message)e.message, e.what);
	}
}

/* --- one event --------------------------------------------------------------------------------------------- */

static void dispatch(struct sim *s, const struct event *e)
{
	switch ((enum event_kind)e->kind) {
	case EVENT_POWER:
		unit_boot(s, e->unit, e->cause);
		break;
	case EVENT_BOOTED:
		s->unit[e->unit].faults &= ~(1u << FAULT_RELOAD);
		unit_started(s, e->unit, e->cause);
		break;
	case EVENT_START:
		group_input(s, e->unit, e->what, INPUT_START, e->cause, NULL);
		break;
	case EVENT_STAGE:
		group_stage_due(s, e);
		break;
	case EVENT_PREEMPT:
		group_preempt_due(s, e);
		break;
	case EVENT_SYNC:
		pull_due(s, e);
		break;
	case EVENT_HELLO:
		if (e->what == 1)
			hello_send(s, e->unit);
		else
			hello_due(s, e->unit);
		break;
	case EVENT_UPDATE:
		hello_update_due(s, e->unit);
		break;
	case EVENT_MODULE:
		fit_module_due(s, e->unit, e->cause);
		break;
	case EVENT_UNBLOCK:
		leg_unblock(s, e->unit, e->what, e->cause);
		break;
	case EVENT_SILENCE:
		hello_silence_due(s, e);
		break;
	case EVENT_QUIET:
		iface_quiet_due(s, e);
		break;
	case EVENT_LINK_POLL:
		iface_look_due(s, e->unit, e->what);
		break;
	case EVENT_TEST:
		iface_test_due(s, e);
		break;
	case EVENT_MESSAGE:
		hello_receive(s, e);
		break;
	case EVENT_NONE:
	case EVENT_IF_HELLO:
	case EVENT_IF_HEARD:
	case EVENT_COMMAND:
		assert(0);
	}
}

static void look_again(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];

	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		if (!(unit->look & (1u << g)))
			continue;
		unit->look &= (uint16_t)~(1u << g);
		if (unit->failover)
			group_input(s, u, g, INPUT_LOOK, 0, NULL);
	}
}

/* What an event left to do, until nothing is left. */
static void finish(struct sim *s)
{
	for (uint32_t turn = 0; s->dirty; turn++) {
		assert(turn < FINISH_MAX);
		s->dirty = 0;
		if (s->world_changed) {
			s->world_changed = 0;
			world_refresh(s);
		}
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			look_again(s, u);
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].tell && s->unit[u].failover)
			hello_send(s, u);
	if (s->service_changed) {
		s->service_changed = 0;
		service_refresh(s);
	}
}

static void walk_round(struct sim *s)
{
	struct round *r = &s->queue.rounds[s->round];

	s->did = (struct event){ .at_ms = r->at_ms, .seq = r->seq, .cause = r->cause, .unit = r->unit,
		.kind = r->arriving ? EVENT_IF_HEARD : EVENT_IF_HELLO };
	s->now_ms = r->at_ms;
	iface_round(s, r);
}

/* Is the soonest event in the heap before the soonest round? */
static bool heap_first(const struct event *top, const struct round *r)
{
	return top && (top->at_ms < r->at_ms || (top->at_ms == r->at_ms && top->seq < r->seq));
}

/* One event, where it comes by `until_ms`. */
static bool step_by(struct sim *s, uint32_t until_ms)
{
	s->news_count = 0;
	if (s->round == ROUND_COUNT) {
		uint32_t next = queue_round_next(&s->queue);
		const struct event *top = queue_top(&s->queue);
		bool heap = heap_first(top, &s->queue.rounds[next]);

		if ((heap ? top->at_ms : s->queue.rounds[next].at_ms) > until_ms)
			return false;
		if (heap) {
			s->step++;
			s->did = queue_take(&s->queue);
			assert(s->did.at_ms >= s->now_ms);
			s->now_ms = s->did.at_ms;
			dispatch(s, &s->did);
			if (s->dirty)
				finish(s);
			drop_stale(s);
			return true;
		}
		s->round = (uint8_t)next;
	} else if (s->queue.rounds[s->round].at_ms > until_ms) {
		return false;
	}
	s->step++;
	walk_round(s);
	if (s->dirty) {
		finish(s);
		drop_stale(s);
	}
	return true;
}

bool sim_step(struct sim *s)
{
	return step_by(s, NEVER_MS - 1);
}

uint32_t sim_next_ms(const struct sim *s)
{
	const struct round *r;
	const struct event *top = queue_top(&s->queue);

	if (s->round != ROUND_COUNT)
		return s->queue.rounds[s->round].at_ms;
	r = &s->queue.rounds[queue_round_next(&s->queue)];
	return heap_first(top, r) ? top->at_ms : r->at_ms;
}

bool sim_run(struct sim *s, uint32_t until_ms, uint32_t until_step)
{
	assert(until_ms < NEVER_MS);
	s->news_count = 0;
	while (s->step < until_step) {
		if (s->round != ROUND_COUNT && s->queue.rounds[s->round].at_ms <= until_ms)
			iface_round_on(s, &s->queue.rounds[s->round], until_step);
		if (!step_by(s, until_ms)) {
			if (until_ms > s->now_ms)
				s->now_ms = until_ms;
			return true;
		}
		if (s->news_count > 0)
			return false;
	}
	return true;
}

/* --- commands ---------------------------------------------------------------------------------------------- */

static bool mend_all(struct sim *s, char *reply, size_t size)
{
	uint32_t cursor = 0, mended = 0;
	enum fault_id fault;
	struct target target;

	while (fault_next(s, &cursor, &fault, &target)) {
		fault_mend(s, fault, target, reply, size);
		world_refresh(s); /* so that each mending is told by what it changed */
		mended++;
	}
	if (mended == 0)
		snprintf(reply, size, "there is nothing to mend");
	return mended > 0;
}

static bool obey(struct sim *s, const struct command *c, struct cli_answer *answer, char *reply, size_t size)
{
	switch ((enum command_kind)c->kind) {
	case COMMAND_FAULT:
		return fault_inject(s, (enum fault_id)c->fault, c->target, c->amount, reply, size);
	case COMMAND_MEND:
		return fault_mend(s, (enum fault_id)c->fault, c->target, reply, size);
	case COMMAND_MEND_ALL:
		return mend_all(s, reply, size);
	case COMMAND_TYPE:
		*answer = cli_type(s, c->unit, c->context, c->line, reply, size);
		return answer->refusal == REFUSAL_NONE;
	}
	return false;
}

bool sim_command(struct sim *s, const struct command *c, char *reply, size_t size)
{
	struct cli_answer answer = { REFUSAL_NONE, RULE_NONE };
	bool done, typed = c->kind == COMMAND_TYPE;

	reply[0] = '\0';
	s->news_count = 0;
	s->step++;
	s->did = (struct event){ .at_ms = s->now_ms, .kind = EVENT_COMMAND };
	done = obey(s, c, &answer, reply, size);
	if (!done)
		trace(s, (struct entry){ .kind = ENTRY_REFUSED, .who = WHO_YOU, .group = GROUP_NONE,
		    .iface = c->kind <= COMMAND_MEND && c->target.kind == TARGET_LEG ? c->target.index :
		    (uint16_t)IFACE_NONE, .rule = (uint8_t)answer.rule, .from = c->kind, .to = c->target.kind,
		    .a = typed ? c->unit : c->target.unit, .b = typed ? (uint32_t)answer.refusal : c->target.index });
	finish(s);
	drop_stale(s);
	return done;
}

/* --- the start --------------------------------------------------------------------------------------------- */

/* Has this end heard its mate's, where it will in the end? */
static bool side_quiet(const struct side sides[UNIT_COUNT], uint32_t u)
{
	const struct side *side = &sides[u];
	bool may_hear = (side->flags & SIDE_MONITORED) && (sides[mate_of(u)].flags & SIDE_SENDS);

	return side->test == TEST_NONE && (!may_hear || side->status == STATUS_NORMAL);
}

static bool unit_settled(const struct sim *s, uint32_t u)
{
	const struct unit *unit = &s->unit[u];

	if (unit->run == RUN_UP && unit->off)
		return true;
	if (unit->run != RUN_UP)
		return unit->faults & (1u << FAULT_POWER | 1u << FAULT_CRASH | 1u << FAULT_HANG);
	if (unit->belief.mate == MATE_UNKNOWN)
		return false;
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		const struct machine *m = &unit->machine[g];
		bool stable = m->state == STATE_ACTIVE || m->state == STATE_STANDBY_READY || m->state == STATE_FAILED;

		if (!stable || m->preempt_seq != 0 || m->stage_seq != 0 || m->want != WANT_NOTHING)
			return false;
	}
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (!side_quiet(s->sides[i], u))
			return false;
	return true;
}

bool sim_settled(const struct sim *s)
{
	return unit_settled(s, PRIMARY) && unit_settled(s, SECONDARY);
}

static void power_at(struct sim *s, uint32_t u, uint32_t at_ms)
{
	if (at_ms != TIME_NEVER)
		queue_post(&s->queue, (struct event){ .at_ms = at_ms, .kind = EVENT_POWER, .unit = (uint8_t)u });
}

bool sim_settling(struct sim *s)
{
	bool whole = s->now_ms % 1000 == 0 && sim_next_ms(s) > s->now_ms;

	if (s->open_ms != NEVER_MS)
		return false;
	if (sim_next_ms(s) == s->now_ms) {
		sim_run(s, s->now_ms, UINT32_MAX);
		return true;
	}
	if (!whole || (!sim_settled(s) && s->now_ms < SETTLE_MAX_MS)) {
		sim_run(s, (s->now_ms / 1000 + 1) * 1000, UINT32_MAX);
		return true;
	}
	s->news_count = 0;
	s->open_ms = s->now_ms;
	service_open(s);
	return false;
}

/* Settled labs give power to both at once, but for the fraction of a second that no two power plugs share. */
void sim_start(struct sim *s, const struct lab *lab)
{
	bool boot = lab->head.start == START_BOOT;

	/* What lies behind the used head of a table is never read, and need not be cleared. */
	memset(s, 0, offsetof(struct sim, services));
	lab_copy(&s->lab, lab);
	memset(s->services, 0, lab->context_count * sizeof s->services[0]);
	memset(s->sides, 0, lab->iface_count * sizeof s->sides[0]);
	s->news_count = 0;
	s->rng = lab->head.seed * 2654435761u >> 7;
	s->round = ROUND_COUNT;
	s->open_ms = boot ? 0 : NEVER_MS;
	queue_init(&s->queue);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		s->unit[u].run = RUN_OFF;
	conf_start(s);
	iface_init(s);
	world_refresh(s);
	power_at(s, PRIMARY, boot ? lab->unit[PRIMARY].power_on : 0);
	power_at(s, SECONDARY, boot ? lab->unit[SECONDARY].power_on : s->rng % 1000);
}

void sim_init(struct sim *s, const struct lab *lab)
{
	sim_start(s, lab);
	while (sim_settling(s))
		;
}

/* --- bytes ------------------------------------------------------------------------------------------------- */

struct stretch {
	size_t at, size;
};

enum { STRETCH_COUNT = 8 };

/* The used bytes of a state: what lies before the tables, and the used head of each. */
static void stretches(const struct sim *s, struct stretch st[STRETCH_COUNT])
{
	st[0] = (struct stretch){ 0, offsetof(struct sim, services) };
	st[1] = (struct stretch){ offsetof(struct sim, services), s->lab.context_count * sizeof s->services[0] };
	st[2] = (struct stretch){ offsetof(struct sim, sides), s->lab.iface_count * sizeof s->sides[0] };
	st[3] = (struct stretch){ offsetof(struct sim, legs), s->lab.iface_count * sizeof s->legs[0] };
	st[4] = (struct stretch){ offsetof(struct sim, joined), s->lab.context_count * sizeof s->joined[0] };
	st[5] = (struct stretch){ offsetof(struct sim, queue),
		offsetof(struct queue, heap) + s->queue.count * sizeof s->queue.heap[0] };
	st[6] = (struct stretch){ offsetof(struct sim, lab),
		offsetof(struct lab, contexts) + s->lab.context_count * sizeof s->lab.contexts[0] };
	st[7] = (struct stretch){ offsetof(struct sim, lab.ifaces), s->lab.iface_count * sizeof s->lab.ifaces[0] };
}

/* The counts come first, so that unpacking knows the stretches. */
struct counts {
	uint32_t contexts, ifaces, events, spare;
};

size_t sim_pack_size(const struct sim *s)
{
	struct stretch st[STRETCH_COUNT];
	size_t size = sizeof(struct counts);

	stretches(s, st);
	for (int i = 0; i < STRETCH_COUNT; i++)
		size += st[i].size;
	return size;
}

size_t sim_pack(const struct sim *s, uint8_t *bytes)
{
	struct counts counts = { s->lab.context_count, s->lab.iface_count, s->queue.count, 0 };
	struct stretch st[STRETCH_COUNT];
	size_t size = sizeof counts;

	memcpy(bytes, &counts, sizeof counts);
	stretches(s, st);
	for (int i = 0; i < STRETCH_COUNT; i++) {
		memcpy(bytes + size, (const uint8_t *)s + st[i].at, st[i].size);
		size += st[i].size;
	}
	return size;
}

void sim_unpack(struct sim *s, const uint8_t *bytes)
{
	struct counts counts;
	struct stretch st[STRETCH_COUNT];
	size_t at = sizeof counts;

	memcpy(&counts, bytes, sizeof counts);
	s->lab.context_count = counts.contexts;
	s->lab.iface_count = counts.ifaces;
	s->queue.count = counts.events;
	stretches(s, st);
	for (int i = 0; i < STRETCH_COUNT; i++) {
		memcpy((uint8_t *)s + st[i].at, bytes + at, st[i].size);
		at += st[i].size;
	}
	s->news_count = 0;
}

uint64_t sim_hash(const struct sim *s)
{
	struct stretch st[STRETCH_COUNT];
	uint64_t hash = 14695981039346656037u;

	stretches(s, st);
	for (int i = 0; i < STRETCH_COUNT; i++)
		for (size_t b = 0; b < st[i].size; b++)
			hash = (hash ^ ((const uint8_t *)s)[st[i].at + b]) * 1099511628211u;
	return hash;
}
