/* The observer; see invariants.h. */
#include "tests/invariants.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/fault.h"
#include "sim/group.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/words.h"

enum {
	SAME_TIME_MAX = 64 * IFACE_MAX, /* steps at one instant */
	LEAK_STEPS = 16,
};

/* Notes what does not hold; always false. */
static bool broken(struct observer *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool broken(struct observer *o, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(o->sentence, sizeof o->sentence, format, list);
	va_end(list);
	return false;
}

/* --- bookkeeping ------------------------------------------------------------------------------------------- */

enum { PATHS_BOTH = 3, PATHS_DOUBTFUL = 4 };

static bool loses_or_delays(const struct cable *c)
{
	return (c->faults[PRIMARY] | c->faults[SECONDARY]) & (1u << FAULT_LOSS | 1u << FAULT_DELAY);
}

/* Bits by sender; PATHS_DOUBTFUL where the link loses or delays. */
static uint8_t paths_of(const struct sim *s)
{
	if (loses_or_delays(&s->lan))
		return PATHS_DOUBTFUL;
	return (uint8_t)(wire_passes(s, PRIMARY, WIRE_LAN, 0) | wire_passes(s, SECONDARY, WIRE_LAN, 0) << 1);
}

/* Hellos that were sent in this step; they are in the mail still. */
static void note_hellos(struct observer *o, const struct sim *s)
{
	if (s->hello_count == o->hello_count)
		return;
	for (uint32_t i = 0; i < MAIL_MAX; i++)
		if (s->mail[i].number > o->hello_count)
			o->sent[s->mail[i].number % SENT_MAX] = (struct sent){ s->mail[i].number, s->mail[i].picture };
	o->hello_count = s->hello_count;
}

/* Nothing lasts yet. */
static void start_clocks(struct observer *o)
{
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		o->both_ms[g] = o->nobody_ms[g] = o->sick_ms[g] = NEVER_MS;
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		o->deaf_ms[u] = o->sure_ms[u] = NEVER_MS;
		for (uint32_t g = 0; g < GROUP_COUNT; g++)
			o->joins_ms[u][g] = NEVER_MS;
	}
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* A timer that was set by an older, longer time may still run. */
static void note_times(struct observer *o, const struct sim *s)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		const struct running_conf *conf = &s->unit[u].conf;

		o->slowest.polltime = larger(o->slowest.polltime, conf->failover.polltime);
		o->slowest.holdtime = larger(o->slowest.holdtime, conf->failover.holdtime);
		for (uint32_t g = 1; g < GROUP_COUNT; g++) {
			o->slowest_group.holdtime = larger(o->slowest_group.holdtime, conf->group[g].holdtime);
			if (conf->group[g].preempt != PREEMPT_OFF)
				o->slowest_group.preempt = larger(o->slowest_group.preempt, conf->group[g].preempt);
		}
	}
}

void observer_init(struct observer *o, const struct sim *s)
{
	memset(o, 0, sizeof *o);
	o->now_ms = s->now_ms;
	o->first_step = s->step;
	o->trace_id = s->trace_id;
	note_hellos(o, s);
	o->paths = paths_of(s);
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		o->run[u] = s->unit[u].run;
		o->part[u] = s->unit[u].failover;
		o->heard[u] = s->unit[u].belief.hello;
		for (uint32_t g = 0; g < GROUP_COUNT; g++)
			o->state[u][g] = s->unit[u].machine[g].state;
	}
	note_times(o, s);
	start_clocks(o);
}

/* --- after every event ------------------------------------------------------------------------------------- */

static bool time_runs_on(struct observer *o, const struct sim *s)
{
	uint32_t had_ms = o->now_ms;

	o->now_ms = s->now_ms;
	if (s->now_ms != had_ms)
		o->first_step = s->step;
	if (s->now_ms < had_ms)
		return broken(o, "time ran back from %u to %u ms", had_ms, s->now_ms);
	if (s->step - o->first_step > SAME_TIME_MAX)
		return broken(o, "time stands still: %u steps", s->step - o->first_step);
	if (sim_next_ms(s) < s->now_ms)
		return broken(o, "the next event is due in the past");
	return true;
}

/* Heap order, and every hello's text with exactly one message that carries it. What leaks stays leaked, so that it is
 * enough to look now and then. */
static bool nothing_leaks(struct observer *o, const struct sim *s)
{
	uint8_t carried[MAIL_MAX] = { 0 }, lines[POSTED_MAX] = { 0 };

	if (s->step % LEAK_STEPS != 0 && s->did.kind != EVENT_COMMAND)
		return true;
	if (s->queue.count >= QUEUE_MAX)
		return broken(o, "the queue is full");
	for (uint32_t i = 0; i < s->queue.count; i++) {
		const struct event *e = &s->queue.heap[i], *up = &s->queue.heap[i > 0 ? (i - 1) / 2 : 0];

		if (e->at_ms < up->at_ms || (e->at_ms == up->at_ms && e->seq < up->seq))
			return broken(o, "event %u of the heap is before its parent", i);
		if (e->kind == EVENT_MESSAGE && e->message == MESSAGE_HELLO)
			carried[e->what]++;
		if (e->kind == EVENT_MESSAGE && e->message == MESSAGE_LINE)
			lines[e->what]++;
	}
	for (uint32_t i = 0; i < MAIL_MAX; i++)
		if (carried[i] != (s->mail[i].number != 0))
			return broken(o, "mail %u is %s and is carried %u times", i,
			    s->mail[i].number ? "used" : "free", carried[i]);
	for (uint32_t i = 0; i < POSTED_MAX; i++)
		if (lines[i] != (s->posted[i].number != 0))
			return broken(o, "line %u is %s and is carried %u times", i,
			    s->posted[i].number ? "used" : "free", lines[i]);
	return true;
}

/* A timer that a state counts on is still to come. */
static bool timers_wait(struct observer *o, const struct sim *s, uint32_t u)
{
	const struct unit *unit = &s->unit[u];

	if (unit->run == RUN_BOOTING && !queue_waits(&s->queue, unit->boot_seq))
		return broken(o, "%s boots for ever", role_word(u));
	if (!unit->failover)
		return true;
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		const struct machine *m = &unit->machine[g];

		if ((m->stage_seq && !queue_waits(&s->queue, m->stage_seq)) ||
		    (m->preempt_seq && !queue_waits(&s->queue, m->preempt_seq)))
			return broken(o, "%s waits for a timer of G%u that is gone", role_word(u), g);
	}
	if (!queue_waits(&s->queue, unit->hello_seq) || !queue_waits(&s->queue, unit->silence_seq) ||
	    !queue_waits(&s->queue, unit->update_seq))
		return broken(o, "%s lost a timer", role_word(u));
	return true;
}

/* Failed interfaces and untold news are counted right. */
static bool counts_agree(struct observer *o, const struct sim *s, uint32_t u)
{
	uint32_t failed[GROUP_COUNT] = { 0 }, news = 0;

	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		failed[iface_group(s, u, i)] += side_failed(&s->sides[i][u]);
		news += (s->sides[i][u].flags & SIDE_NEWS) != 0;
	}
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (failed[g] != s->unit[u].failed[g])
			return broken(o, "%s counts %u failed interfaces in G%u; there are %u", role_word(u),
			    s->unit[u].failed[g], g, failed[g]);
	if (s->unit[u].failover && news != s->unit[u].news)
		return broken(o, "%s counts %u news; there are %u", role_word(u), s->unit[u].news, news);
	return true;
}

/* A test runs where the status says so, and nowhere else. */
static bool tests_show(struct observer *o, const struct sim *s, uint32_t u)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		const struct side *side = &s->sides[i][u];
		bool shows = side->status == STATUS_TESTING || side->status == STATUS_UNKNOWN || side->status == STATUS_FAILED;

		if (side->test != TEST_NONE && (!shows || !queue_waits(&s->queue, side->test_seq)))
			return broken(o, "%s tests interface %u, which is %s", role_word(u), i, status_word(side->status));
	}
	return true;
}

/* What a unit believes is what its mate once said, word for word. */
static bool belief_was_said(struct observer *o, const struct sim *s, uint32_t u)
{
	const struct belief *b = &s->unit[u].belief;
	const struct sent *sent = &o->sent[b->hello % SENT_MAX];

	if (b->hello == o->heard[u])
		return true;
	o->heard[u] = b->hello;
	if (b->hello == 0)
		return true;
	if (sent->number != b->hello || memcmp(&sent->picture, &b->said, sizeof b->said) != 0)
		return broken(o, "%s believes what its mate did not say", role_word(u));
	return true;
}

/* May a group go from one state to the other in one move [2.2]? */
static bool may_follow(uint32_t from, uint32_t to)
{
	static const uint32_t next[STATE_COUNT] = {
		[STATE_DISABLED] = 1u << STATE_NEGOTIATION,
		[STATE_NEGOTIATION] = 1u << STATE_COLD_STANDBY | 1u << STATE_JUST_ACTIVE,
		[STATE_FAILED] = 1u << STATE_STANDBY_READY,
		[STATE_COLD_STANDBY] = 1u << STATE_SYNC_CONFIG | 1u << STATE_NEGOTIATION,
		[STATE_SYNC_CONFIG] = 1u << STATE_SYNC_FILES | 1u << STATE_NEGOTIATION,
		[STATE_SYNC_FILES] = 1u << STATE_BULK_SYNC | 1u << STATE_STANDBY_READY | 1u << STATE_NEGOTIATION,
		[STATE_BULK_SYNC] = 1u << STATE_STANDBY_READY | 1u << STATE_NEGOTIATION,
		[STATE_STANDBY_READY] = 1u << STATE_JUST_ACTIVE | 1u << STATE_FAILED |
			1u << STATE_COLD_STANDBY, /* write standby */
		[STATE_JUST_ACTIVE] = 1u << STATE_ACTIVE_DRAIN | 1u << STATE_STANDBY_READY | 1u << STATE_FAILED,
		[STATE_ACTIVE_DRAIN] = 1u << STATE_ACTIVE_APPLYING | 1u << STATE_STANDBY_READY | 1u << STATE_FAILED,
		[STATE_ACTIVE_APPLYING] = 1u << STATE_ACTIVE_APPLIED | 1u << STATE_STANDBY_READY | 1u << STATE_FAILED,
		[STATE_ACTIVE_APPLIED] = 1u << STATE_ACTIVE | 1u << STATE_STANDBY_READY | 1u << STATE_FAILED,
		[STATE_ACTIVE] = 1u << STATE_STANDBY_READY | 1u << STATE_FAILED | 1u << STATE_COLD_STANDBY,
	};

	if (to == STATE_DISABLED)
		return from != STATE_DISABLED; /* failover was switched off */
	return next[from] & (1u << to);
}

/* Every move was told, follows the one before it, and is one that there is. */
static bool moves_are_told(struct observer *o, const struct sim *s)
{
	for (uint32_t n = 0; n < s->news_count; n++) {
		const struct entry *e = &s->news[n];

		if (e->kind == ENTRY_UNIT)
			memset(o->state[e->who], STATE_DISABLED, sizeof o->state[e->who]);
		if (e->kind != ENTRY_STATE)
			continue;
		if (e->from != o->state[e->who][e->group] || !may_follow(e->from, e->to))
			return broken(o, "%s's G%u went from %s to %s, and was %s", role_word(e->who), e->group,
			    state_word(e->from), state_word(e->to), state_word(o->state[e->who][e->group]));
		o->state[e->who][e->group] = e->to;
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		for (uint32_t g = 0; g < GROUP_COUNT; g++)
			if (s->unit[u].machine[g].state != o->state[u][g])
				return broken(o, "%s's G%u moved and nothing was told", role_word(u), g);
	return true;
}

/* A cause was told before what it caused. */
static bool causes_come_first(struct observer *o, const struct sim *s)
{
	for (uint32_t n = 0; n < s->news_count; n++) {
		const struct entry *e = &s->news[n];

		if (e->id != ++o->trace_id || e->at_ms != s->now_ms || e->step != s->step)
			return broken(o, "entry %u does not follow the one before it", e->id);
		for (uint32_t c = 0; c < CAUSE_MAX; c++)
			if (e->cause[c] >= e->id)
				return broken(o, "entry %u comes before its cause %u", e->id, e->cause[c]);
	}
	return true;
}

/* --- who is active ----------------------------------------------------------------------------------------- */

/* Keeps the clock of something that must not last; has it lasted longer than that? */
static bool lasts(uint32_t *since_ms, bool is_so, uint32_t now_ms, uint32_t most_ms)
{
	if (!is_so)
		*since_ms = NEVER_MS;
	else if (*since_ms == NEVER_MS)
		*since_ms = now_ms;
	return is_so && now_ms - *since_ms > most_ms;
}

static bool hear_each_other(const struct observer *o)
{
	return o->paths == PATHS_BOTH;
}

/* Two that hear each other are not both active for longer than it takes to notice. */
static bool one_is_active(struct observer *o, const struct sim *s, uint32_t g)
{
	const struct failover_conf *f = &o->slowest;
	bool both = s->unit[PRIMARY].machine[g].state == STATE_ACTIVE &&
	    s->unit[SECONDARY].machine[g].state == STATE_ACTIVE;

	if (lasts(&o->both_ms[g], both && hear_each_other(o), s->now_ms, f->holdtime + f->polltime + 1000))
		return broken(o, "both are active for G%u, and hear each other", g);
	return true;
}

/* Could the unit have the group: it runs, its interfaces are well, and no failover link that failed forbids it? */
static bool is_able(const struct sim *s, uint32_t u, uint32_t g)
{
	const struct unit *unit = &s->unit[u];
	uint32_t state = unit->machine[g].state;

	if (!unit->failover || unit->belief.mate == MATE_OFF)
		return false;
	if (unit->belief.mate == MATE_SILENT)
		return state == STATE_NEGOTIATION;
	return state != STATE_FAILED && !group_policy_met(s, u, g) && !(g > 0 && (unit->traits & TRAIT_UNFIT));
}

/* From the moment at which somebody could: silence, negotiation, and what is pulled before a group goes home. */
static uint32_t takeover_bound_ms(const struct observer *o, const struct lab *lab)
{
	const struct timing_conf *t = &lab->timing;
	uint32_t ms = 2 * o->slowest.holdtime + 10000 + t->negotiation + 2 * t->stagger + t->takeover;

	if (lab->model.both_boot == BOTH_BOOT_PREFERRED)
		ms += t->cold_standby + t->sync_config + t->sync_files;
	return ms;
}

/* Is the unit active, or was it when its failover was switched off? */
static bool holds(const struct sim *s, uint32_t u, uint32_t g)
{
	return state_active(s->unit[u].machine[g].state) || (s->unit[u].run == RUN_UP && s->unit[u].machine[g].holds);
}

/* Where a unit could have the group, somebody has it in time. Paths that pass one way only are let off. */
static bool somebody_is_active(struct observer *o, const struct sim *s, uint32_t g)
{
	uint32_t here = s->unit[PRIMARY].machine[g].state, there = s->unit[SECONDARY].machine[g].state;
	bool able = is_able(s, PRIMARY, g) || is_able(s, SECONDARY, g);
	bool waits = able && !holds(s, PRIMARY, g) && !holds(s, SECONDARY, g) && (hear_each_other(o) || o->paths == 0);

	if (lasts(&o->nobody_ms[g], waits, s->now_ms, takeover_bound_ms(o, &s->lab)))
		return broken(o, "nobody is active for G%u, and somebody could be: %s and %s", g, state_word(here),
		    state_word(there));
	return true;
}

/* A group whose active side has failed moves to a mate that is ready and healthier. */
static bool the_healthier_has_it(struct observer *o, const struct sim *s, uint32_t g)
{
	uint32_t u = s->unit[PRIMARY].machine[g].state == STATE_ACTIVE ? PRIMARY : SECONDARY;
	const struct unit *active = &s->unit[u], *ready = &s->unit[mate_of(u)];
	bool sick = active->machine[g].state == STATE_ACTIVE && ready->machine[g].state == STATE_STANDBY_READY &&
	    group_policy_met(s, u, g) && !group_policy_met(s, mate_of(u), g) && !(ready->traits & TRAIT_UNFIT) &&
	    ready->failed[g] < active->failed[g] && hear_each_other(o);

	if (lasts(&o->sick_ms[g], sick, s->now_ms, o->slowest.holdtime + 2 * o->slowest.polltime))
		return broken(o, "G%u stays on the %s, which is sick, and its mate is ready", g, role_word(u));
	return true;
}

/* A unit that can hear its mate knows it after two hellos, and one that cannot, after the holdtime. */
static bool mate_is_known(struct observer *o, const struct sim *s, uint32_t u)
{
	const struct failover_conf *f = &o->slowest;
	bool up = s->unit[u].failover && o->paths != PATHS_DOUBTFUL, alive = s->unit[u].belief.mate == MATE_ALIVE;
	bool hears = o->paths & (1u << mate_of(u)), silent;

	/* What was on its way when the link changed may come late. */
	silent = s->now_ms - s->unit[u].belief.heard_ms > f->holdtime + f->polltime;
	if (lasts(&o->deaf_ms[u], up && hears && !alive, s->now_ms, 2 * f->polltime + 1000))
		return broken(o, "%s could hear its mate, and says it is %s", role_word(u),
		    mate_word(s->unit[u].belief.mate));
	if (lasts(&o->sure_ms[u], up && !hears && silent && alive, s->now_ms, f->holdtime + 2 * f->polltime + 1000))
		return broken(o, "%s cannot hear its mate, and holds it for alive", role_word(u));
	return true;
}

/* What is pulled comes in time, where both links pass both ways and the mate has the group. */
static bool joining_ends(struct observer *o, const struct sim *s, uint32_t u, uint32_t g)
{
	const struct timing_conf *t = &s->lab.timing;
	uint32_t state = s->unit[u].machine[g].state, lost_ms = 2 * SYNC_PARTS * o->slowest.polltime;
	bool open = hear_each_other(o) && wire_passes(s, u, WIRE_STATE, 0) && wire_passes(s, mate_of(u), WIRE_STATE, 0) &&
	    !loses_or_delays(&s->state);
	bool joins = state >= STATE_COLD_STANDBY && state <= STATE_BULK_SYNC;

	if (!unit_stateful(s, u))
		open = hear_each_other(o);
	if (lasts(&o->joins_ms[u][g], joins && open, s->now_ms,
	    t->cold_standby + t->sync_config + t->sync_files + t->bulk_sync + o->slowest.holdtime + lost_ms + 5000))
		return broken(o, "%s is in %s for G%u for too long", role_word(u), state_word(state), g);
	return true;
}

/* What changes the rules of the game starts the clocks again. */
static void note_world(struct observer *o, const struct sim *s)
{
	uint8_t paths = paths_of(s);
	bool changed = paths != o->paths || s->did.kind == EVENT_COMMAND;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		changed |= s->unit[u].run != o->run[u] || s->unit[u].failover != o->part[u];
		o->run[u] = s->unit[u].run;
		o->part[u] = s->unit[u].failover;
	}
	o->paths = paths;
	if (changed)
		start_clocks(o);
}

bool observer_look(struct observer *o, const struct sim *s)
{
	note_times(o, s);
	note_hellos(o, s);
	note_world(o, s);
	if (!time_runs_on(o, s) || !nothing_leaks(o, s) || !moves_are_told(o, s) || !causes_come_first(o, s))
		return false;
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (!timers_wait(o, s, u) || !counts_agree(o, s, u) || !tests_show(o, s, u) || !belief_was_said(o, s, u) ||
		    !mate_is_known(o, s, u))
			return false;
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		if (!one_is_active(o, s, g) || !somebody_is_active(o, s, g) || !the_healthier_has_it(o, s, g))
			return false;
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			if (!joining_ends(o, s, u, g))
				return false;
	}
	return true;
}

/* --- at rest ----------------------------------------------------------------------------------------------- */

uint32_t settle_bound_ms(const struct observer *o, const struct sim *s)
{
	const struct timing_conf *t = &s->lab.timing;
	uint32_t boot_ms = larger(s->lab.unit[PRIMARY].boot, s->lab.unit[SECONDARY].boot);

	return boot_ms + 2 * o->slowest.holdtime +
	    2 * (t->negotiation + 3 * t->stagger + t->cold_standby + t->sync_config + t->sync_files + t->bulk_sync) +
	    o->slowest_group.preempt + 3 * o->slowest_group.holdtime + 2 * t->stp + t->module + 30000;
}

/* The mate's machine is what the unit takes it for. */
static bool of_one_mind(struct observer *o, const struct sim *s, uint32_t u, uint32_t g)
{
	const struct belief *b = &s->unit[u].belief;

	if (b->mate != MATE_ALIVE)
		return broken(o, "at rest %s's mate is %s", role_word(u), mate_word(b->mate));
	if (b->said.state[g] != s->unit[mate_of(u)].machine[g].state)
		return broken(o, "at rest %s believes G%u %s, and it is %s", role_word(u), g,
		    state_word(b->said.state[g]), state_word(s->unit[mate_of(u)].machine[g].state));
	return true;
}

static bool group_rests(struct observer *o, const struct sim *s, uint32_t g, bool typed)
{
	uint32_t owner = s->unit[PRIMARY].machine[g].state == STATE_ACTIVE ? PRIMARY : SECONDARY;
	uint32_t here = s->unit[owner].machine[g].state, there = s->unit[mate_of(owner)].machine[g].state;

	if (here != STATE_ACTIVE || there != STATE_STANDBY_READY)
		return broken(o, "at rest G%u is %s on the %s, %s on its mate", g, state_word(here), role_word(owner),
		    state_word(there));
	if (g == 0 && s->unit[owner].machine[1].state != STATE_ACTIVE)
		return broken(o, "at rest the system space is active on the %s, and G1 is not", role_word(owner));
	if (g > 0 && s->unit[owner].conf.group[g].preempt != PREEMPT_OFF && group_preferred(s, owner, g) != owner && !typed)
		return broken(o, "at rest G%u is on the %s, and preempt did not bring it home", g, role_word(owner));
	if (unit_stateful(s, owner) && g > 0 && !s->unit[mate_of(owner)].machine[g].replicated)
		return broken(o, "at rest G%u's connections are not replicated", g);
	return of_one_mind(o, s, owner, g) && of_one_mind(o, s, mate_of(owner), g);
}

bool observer_at_rest(struct observer *o, const struct sim *s, bool typed)
{
	if (fault_count(s) > 0)
		return broken(o, "at rest something is broken still");
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		if (!group_rests(o, s, g, typed))
			return false;
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].lan != LINK_UP || (unit_stateful(s, u) && s->unit[u].state != LINK_UP))
			return broken(o, "at rest %s holds a link for failed", role_word(u));
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT; u++) {
			const struct side *side = &s->sides[i][u];
			bool hears = (s->sides[i][mate_of(u)].flags & SIDE_SENDS) && (side->flags & SIDE_MONITORED);

			if (side_failed(side) || (hears && side->status != STATUS_NORMAL))
				return broken(o, "at rest %s's interface %u is %s", role_word(u), i,
				    status_word(side->status));
		}
	if (!sim_settled(s))
		return broken(o, "the pair is at rest, and not settled");
	return true;
}
