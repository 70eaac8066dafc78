/* Monitored interfaces.
 *
 *                 hello            carrier lost
 *   Waiting ---------------> Normal ---------> No Link        (any traffic: back to Waiting, then Normal)
 *      \                      |
 *       \  silent             | silent
 *        `----> Testing <-----'
 *                 |  network activity -> ARP -> broadcast ping, both units count
 *     own traffic |  only the mate's: Failed       nobody's: Unknown, and again from ARP
 *                 v
 *              Waiting
 *
 * Hellos are walked in rounds (queue.h).  A healthy hello touches two bytes and a time; everything else happens
 * where a status changes, which is seldom. */
#include "sim/iface.h"

#include <assert.h>

#include "sim/conf.h"
#include "sim/fault.h"
#include "sim/hello.h"
#include "sim/link.h"
#include "sim/unit.h"

enum { NO_REPORT = 2 };

/* --- status ------------------------------------------------------------------------------------------------ */

bool side_failed(const struct side *side)
{
	return (side->flags & SIDE_MONITORED) && (side->status == STATUS_NO_LINK || side->status == STATUS_FAILED);
}

/* The one writer of an interface's status: counts, traces, and lets the mate and the group know. */
static void set_status(struct sim *s, uint32_t u, uint32_t i, enum status status, enum rule_id rule, uint32_t cause)
{
	struct side *side = &s->sides[i][u];
	struct unit *unit = &s->unit[u];
	uint32_t g = iface_group(s, u, i);
	bool failed = side_failed(side);

	if (side->status == status)
		return;
	side->cause = trace(s, (struct entry){ .kind = ENTRY_IFACE, .who = (uint8_t)u, .group = (uint8_t)g,
	    .iface = (uint16_t)i, .rule = (uint8_t)rule, .from = side->status, .to = (uint8_t)status,
	    .cause = { cause, side->cause } });
	side->status = (uint8_t)status;
	side->since_ms = s->now_ms;
	s->dirty = 1; /* a test that was planned may have come to nothing */
	if (failed != side_failed(side)) {
		unit->failed[g] = (uint16_t)(failed ? unit->failed[g] - 1 : unit->failed[g] + 1);
		unit->failed_cause[g] = side->cause;
		unit_look(s, u, g);
	}
	if (!(side->flags & SIDE_NEWS))
		unit->news++;
	side->flags |= SIDE_NEWS;
	if (status != STATUS_NORMAL)
		unit_tell(s, u, side->cause);
}

static void stop_test(struct side *side)
{
	side->test = TEST_NONE;
	side->test_seq = 0;
	side->got = 0;
	side->mate_got = 0;
}

/* --- rounds of hellos -------------------------------------------------------------------------------------- */

static uint32_t round_index(uint32_t u, uint32_t g, bool arriving)
{
	return u * 4 + (g - 1) * 2 + arriving;
}

/* Sorts a unit's monitored interfaces by its groups. */
static void sort_members(struct sim *s, uint32_t u)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		s->sides[i][u].flags = (uint8_t)((s->sides[i][u].flags & ~SIDE_MONITORED) |
		    (s->legs[i][u].conf.monitored ? SIDE_MONITORED : 0));
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		s->member_first[u][g] = (uint16_t)n;
		for (uint32_t i = 0; i < s->lab.iface_count; i++)
			if (s->legs[i][u].conf.monitored && iface_group(s, u, i) == g)
				s->members[u][n++] = (uint16_t)i;
		s->member_count[u][g] = (uint16_t)(n - s->member_first[u][g]);
	}
}

void iface_init(struct sim *s)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		sort_members(s, u);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		for (uint32_t g = 1; g < GROUP_COUNT; g++)
			for (uint32_t arriving = 0; arriving < 2; arriving++) {
				struct round *r = &s->queue.rounds[round_index(u, g, arriving)];

				r->unit = (uint8_t)u;
				r->group = (uint8_t)g;
				r->arriving = (uint8_t)arriving;
			}
}

static void hear(struct sim *s, uint32_t u, uint32_t i, uint32_t cause)
{
	struct side *side = &s->sides[i][u];

	side->heard_ms = s->now_ms;
	if (side->status == STATUS_NORMAL)
		return;
	if (!(side->flags & SIDE_CARRIER))
		return;
	side->flags |= SIDE_MATE_HEARD;
	stop_test(side);
	set_status(s, u, i, STATUS_NORMAL, side->status == STATUS_FAILED ? RULE_IF_BACK : RULE_IF_POLL,
	    cause > side->world_cause ? cause : side->world_cause);
}

/* The round is through: the next hellos go out a polltime later. */
static void round_done(struct sim *s, struct round *r)
{
	uint32_t index = round_index(r->unit, r->group, r->arriving);

	s->round = ROUND_COUNT;
	if (r->arriving || !s->unit[r->unit].failover)
		queue_round_stop(&s->queue, index);
	else
		queue_round(&s->queue, index, r->at_ms + s->unit[r->unit].conf.group[r->group].polltime, r->cause);
}

/* The first hello of a round is on its way: the mate's round of arrivals begins when it gets there. */
static void round_begins(struct sim *s, struct round *r)
{
	uint32_t index = round_index(mate_of(r->unit), r->group, true);

	queue_round(&s->queue, index, r->at_ms + s->lab.timing.data_delay, r->cause);
}

/* A hello on a leg that loses or delays is a message of its own; all others fly with their round. */
static void send_hello(struct sim *s, const struct round *r, uint32_t i)
{
	const uint32_t odd = 1u << FAULT_LOSS | 1u << FAULT_DELAY;

	if ((s->sides[i][PRIMARY].faults | s->sides[i][SECONDARY].faults) & odd)
		wire_send(s, r->unit, WIRE_DATA, MESSAGE_IF_HELLO, i, 0, 0, r->cause);
	else
		s->sides[i][r->unit].flags |= SIDE_FLYING;
}

void iface_hello_arrives(struct sim *s, const struct event *e)
{
	hear(s, e->unit, e->what, e->cause);
}

void iface_round(struct sim *s, struct round *r)
{
	uint32_t sender = r->arriving ? mate_of(r->unit) : r->unit;
	uint32_t i = s->members[sender][s->member_first[sender][r->group] + r->next];
	struct side *mine = &s->sides[i][r->unit], *mates = &s->sides[i][mate_of(r->unit)];

	s->did.what = (uint16_t)i;
	if (r->arriving) {
		if (mates->flags & SIDE_FLYING) {
			mates->flags &= (uint8_t)~SIDE_FLYING;
			if (s->unit[r->unit].failover)
				hear(s, r->unit, i, r->cause);
		}
	} else {
		if (r->next == 0)
			round_begins(s, r);
		if ((mine->flags & (SIDE_SENDS | SIDE_CARRIER)) == (SIDE_SENDS | SIDE_CARRIER))
			send_hello(s, r, i);
	}
	if (++r->next == s->member_count[sender][r->group])
		round_done(s, r);
}

/* Is there nothing wrong with either leg, so that a hello does nothing but fly? */
static bool legs_whole(const struct sim *s, uint32_t i)
{
	return (s->sides[i][PRIMARY].faults | s->sides[i][SECONDARY].faults) == 0;
}

/* Hellos that come in where all is well: their time is noted. Stops at `end`, or at the first that has more to do;
 * returns where. */
static uint32_t hear_healthy(struct sim *s, uint32_t u, const uint16_t *members, uint32_t n, uint32_t end)
{
	for (; n < end; n++) {
		struct side *mine = &s->sides[members[n]][u], *mates = &s->sides[members[n]][mate_of(u)];

		if (!(mates->flags & SIDE_FLYING))
			continue;
		if (mine->status != STATUS_NORMAL)
			break;
		mates->flags &= (uint8_t)~SIDE_FLYING;
		mine->heard_ms = s->now_ms;
	}
	return n;
}

/* The same for hellos that go out. */
static uint32_t send_healthy(struct sim *s, uint32_t u, const uint16_t *members, uint32_t n, uint32_t end)
{
	for (; n < end && legs_whole(s, members[n]); n++) {
		struct side *mine = &s->sides[members[n]][u];

		if ((mine->flags & (SIDE_SENDS | SIDE_CARRIER)) == (SIDE_SENDS | SIDE_CARRIER))
			mine->flags |= SIDE_FLYING;
	}
	return n;
}

void iface_round_on(struct sim *s, struct round *r, uint32_t until_step)
{
	uint32_t sender = r->arriving ? mate_of(r->unit) : r->unit;
	const uint16_t *members = &s->members[sender][s->member_first[sender][r->group]];
	uint32_t end = s->member_count[sender][r->group] - 1u, most = until_step - s->step - 1;

	assert(until_step > s->step);
	if (r->next == 0 || !(s->unit[r->unit].failover))
		return;
	if (end - r->next > most)
		end = r->next + most;
	end = r->arriving ? hear_healthy(s, r->unit, members, r->next, end) :
	    send_healthy(s, r->unit, members, r->next, end);
	s->step += end - r->next;
	r->next = (uint16_t)end;
}

/* --- the life of a unit ------------------------------------------------------------------------------------ */

void iface_forget(struct sim *s, uint32_t u)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		struct side *side = &s->sides[i][u];
		uint8_t keep = side->flags & (SIDE_MONITORED | SIDE_LINK | SIDE_SENDS | SIDE_HEARS_SEGMENT);

		*side = (struct side){ .flags = keep, .faults = side->faults, .world_cause = side->world_cause,
			.loss = side->loss, .delay_ms = side->delay_ms, .unblock_seq = side->unblock_seq,
			.since_ms = s->now_ms, .cause = s->unit[u].cause };
	}
	s->unit[u].news = 0;
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		s->unit[u].failed[g] = 0;
		queue_round_stop(&s->queue, round_index(u, g, false));
		queue_round_stop(&s->queue, round_index(u, g, true));
	}
	if (s->round < ROUND_COUNT && s->queue.rounds[s->round].at_ms == NEVER_MS)
		s->round = ROUND_COUNT;
}

/* What a port's status is when its carrier has just come. */
static enum status lit_status(const struct side *side)
{
	return side->flags & SIDE_MONITORED ? STATUS_WAITING : STATUS_NORMAL;
}

static enum status dark_status(const struct sim *s, uint32_t i)
{
	return s->lab.ifaces[i].shutdown ? STATUS_LINK_DOWN : STATUS_NO_LINK;
}

static void see_carrier(struct sim *s, uint32_t u, uint32_t i, bool carrier, uint32_t cause)
{
	struct side *side = &s->sides[i][u];

	side->flags = (uint8_t)(carrier ? side->flags | SIDE_CARRIER :
	    side->flags & ~(SIDE_CARRIER | SIDE_MATE_HEARD));
	side->heard_ms = s->now_ms;
	stop_test(side);
	set_status(s, u, i, carrier ? lit_status(side) : dark_status(s, i),
	    carrier ? RULE_IF_WAITING : RULE_IF_CARRIER, cause);
}

/* The first hellos of a group go out a polltime later. */
static void begin_round(struct sim *s, uint32_t u, uint32_t g, uint32_t cause)
{
	queue_round(&s->queue, round_index(u, g, false), s->now_ms + s->unit[u].conf.group[g].polltime, cause);
	s->unit[u].quiet_seq[g] = queue_post(&s->queue, (struct event){ .at_ms = s->now_ms + 1000,
	    .kind = EVENT_QUIET, .unit = (uint8_t)u, .what = (uint16_t)g, .cause = cause });
}

void iface_started(struct sim *s, uint32_t u, uint32_t cause)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		see_carrier(s, u, i, s->sides[i][u].flags & SIDE_LINK, cause);
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		if (s->member_count[u][g] == 0)
			continue;
		begin_round(s, u, g, cause);
	}
}

/* --- another configuration ---------------------------------------------------------------------------------- */

/* A round that is being walked is walked to its end, so that its cursor means nothing any more. */
static void finish_walk(struct sim *s, uint32_t index)
{
	const struct event did = s->did;

	while (s->round == index)
		iface_round(s, &s->queue.rounds[index]);
	s->did = did;
}

/* Hellos of the unit that are under way with their round arrive as messages of their own. */
static void land_flying(struct sim *s, uint32_t u, uint32_t g)
{
	uint32_t index = round_index(mate_of(u), g, true);
	const struct round *r = &s->queue.rounds[index];

	for (uint32_t n = 0; n < s->member_count[u][g]; n++) {
		uint32_t i = s->members[u][s->member_first[u][g] + n];
		struct side *side = &s->sides[i][u];

		if (!(side->flags & SIDE_FLYING))
			continue;
		side->flags &= (uint8_t)~SIDE_FLYING;
		if (r->at_ms != NEVER_MS)
			queue_post(&s->queue, (struct event){ .at_ms = r->at_ms, .cause = r->cause, .what = (uint16_t)i,
			    .kind = EVENT_MESSAGE, .unit = (uint8_t)mate_of(u), .message = MESSAGE_IF_HELLO,
			    .wire = WIRE_DATA });
	}
	queue_round_stop(&s->queue, index);
}

/* An interface that is monitored from now on waits for its mate's; one that is not has its carrier and no more. */
static void remonitor(struct sim *s, uint32_t u, uint32_t i, bool was, uint32_t cause)
{
	struct side *side = &s->sides[i][u];

	if (was == !!(side->flags & SIDE_MONITORED) || !s->unit[u].failover)
		return;
	stop_test(side);
	side->heard_ms = s->now_ms;
	side->flags &= (uint8_t)~SIDE_MATE_HEARD;
	if (side->flags & SIDE_CARRIER)
		set_status(s, u, i, lit_status(side), RULE_MONITOR_TYPED, cause);
}

/* Counts the failed interfaces of the unit's groups anew. */
static void recount(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	uint16_t failed[GROUP_COUNT] = { 0 };

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		failed[iface_group(s, u, i)] += side_failed(&s->sides[i][u]);
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		if (failed[g] != unit->failed[g])
			unit->failed_cause[g] = cause;
		unit->failed[g] = failed[g];
		unit_look(s, u, g);
	}
}

/* Hellos go round, and silence is looked for, in groups that have interfaces to monitor. */
static void run_round(struct sim *s, uint32_t u, uint32_t g, uint32_t had, uint32_t cause)
{
	uint32_t has = s->member_count[u][g], index = round_index(u, g, false);

	if (!s->unit[u].failover || !had == !has)
		return;
	if (has) {
		begin_round(s, u, g, cause);
		return;
	}
	queue_round_stop(&s->queue, index);
	s->unit[u].quiet_seq[g] = 0;
}

void iface_members_changed(struct sim *s, uint32_t u, uint32_t cause)
{
	uint32_t had[GROUP_COUNT] = { 0 };
	bool was[IFACE_MAX];

	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		finish_walk(s, round_index(u, g, false));
		finish_walk(s, round_index(mate_of(u), g, true));
		land_flying(s, u, g);
		had[g] = s->member_count[u][g];
	}
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		was[i] = s->sides[i][u].flags & SIDE_MONITORED;
	sort_members(s, u);
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		remonitor(s, u, i, was[i], cause);
	recount(s, u, cause);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		run_round(s, u, g, had[g], cause);
}

/* Without a standby address only the carrier is looked at: nothing is expected to be heard, and nothing tested [3.5]. */
static bool has_standby(const struct sim *s, uint32_t u, uint32_t i)
{
	return s->legs[i][u].conf.address.standby != 0;
}

void iface_address_changed(struct sim *s, uint32_t u, uint32_t i, uint32_t cause)
{
	struct side *side = &s->sides[i][u];

	if (!s->unit[u].failover || !(side->flags & SIDE_MONITORED))
		return;
	side->heard_ms = s->now_ms;
	if (!has_standby(s, u, i) && side->status != STATUS_NO_LINK && side->status != STATUS_LINK_DOWN &&
	    side->status != STATUS_WAITING) {
		side->flags &= (uint8_t)~SIDE_MATE_HEARD;
		stop_test(side);
		set_status(s, u, i, STATUS_WAITING, RULE_IF_WAITING, cause);
	}
}

/* --- carriers ---------------------------------------------------------------------------------------------- */

/* How often the unit looks: at the links and, by default, at every port each link-state poll. */
static uint32_t look_every_ms(const struct sim *s, uint32_t u, uint32_t g)
{
	if (g > 0 && s->lab.model.link_down == LINK_DOWN_INTERFACE_POLL)
		return s->unit[u].conf.group[g].polltime;
	return s->unit[u].conf.failover.link_state;
}

static bool links_differ(const struct sim *s, uint32_t u)
{
	const struct unit *unit = &s->unit[u];
	bool state = unit_stateful(s, u) &&
	    (unit->state == LINK_UP) != (bool)wire_cable(s, u, WIRE_STATE)->carrier[u];

	return (unit->lan == LINK_UP) != (bool)s->lan.carrier[u] || state;
}

void iface_plan_look(struct sim *s, uint32_t u)
{
	bool differs[GROUP_COUNT] = { links_differ(s, u) };

	if (!s->unit[u].failover)
		return;
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (!(s->sides[i][u].flags & SIDE_LINK) != !(s->sides[i][u].flags & SIDE_CARRIER))
			differs[iface_group(s, u, i)] = true;
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		uint32_t every_ms = look_every_ms(s, u, g);

		if (differs[g] && s->unit[u].poll_seq[g] == 0)
			s->unit[u].poll_seq[g] = queue_post(&s->queue, (struct event){
			    .at_ms = (s->now_ms / every_ms + 1) * every_ms, .kind = EVENT_LINK_POLL,
			    .unit = (uint8_t)u, .what = (uint16_t)g, .cause = s->world_cause });
	}
}

void iface_look_due(struct sim *s, uint32_t u, uint32_t g)
{
	s->unit[u].poll_seq[g] = 0;
	if (g == 0) {
		hello_look_at_links(s, u);
		return;
	}
	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		const struct side *side = &s->sides[i][u];
		bool link = side->flags & SIDE_LINK;

		if (iface_group(s, u, i) == g && link != !!(side->flags & SIDE_CARRIER))
			see_carrier(s, u, i, link, side->world_cause);
	}
}

/* --- tests ------------------------------------------------------------------------------------------------- */

static uint32_t test_start_ms(const struct sim *s, uint32_t u, uint32_t g)
{
	const struct group_conf *group = &s->unit[u].conf.group[g];

	switch ((enum test_start)s->lab.model.test_start) {
	case TEST_START_15S:
		return group->holdtime * 3 / 5;
	case TEST_START_HALF_HOLD:
		return (group->holdtime + 1) / 2;
	case TEST_START_FIVE_POLLS:
		return 5 * group->polltime;
	}
	return group->holdtime;
}

static uint32_t window_ms(const struct sim *s, uint32_t u, uint32_t i, enum test test)
{
	if (test == TEST_ACTIVITY && s->lab.model.test_length == TEST_LENGTH_5S)
		return 5000;
	return s->unit[u].conf.group[iface_group(s, u, i)].holdtime / 16;
}

static void trace_test(struct sim *s, uint32_t u, uint32_t i, enum verdict verdict, enum rule_id rule)
{
	struct side *side = &s->sides[i][u];

	trace(s, (struct entry){ .kind = ENTRY_TEST, .who = (uint8_t)u, .group = (uint8_t)iface_group(s, u, i),
	    .iface = (uint16_t)i, .rule = (uint8_t)rule, .from = side->test, .to = (uint8_t)verdict,
	    .a = side->got, .b = side->mate_got, .cause = { side->cause } });
}

static void post_test(struct sim *s, uint32_t u, uint32_t i, uint32_t in_ms, bool decide)
{
	struct side *side = &s->sides[i][u];

	side->test_seq = queue_post(&s->queue, (struct event){ .at_ms = s->now_ms + in_ms, .kind = EVENT_TEST,
	    .unit = (uint8_t)u, .what = (uint16_t)i, .a = decide, .cause = side->cause });
}

static void begin_window(struct sim *s, uint32_t u, uint32_t i, enum test test)
{
	struct side *side = &s->sides[i][u];

	side->test = (uint8_t)test;
	side->test_ms = s->now_ms;
	side->got = 0;
	side->mate_got = NO_REPORT;
	if (side->status != STATUS_FAILED)
		wire_send(s, u, WIRE_LAN, MESSAGE_TEST_START, i, (uint8_t)test, 0, side->cause);
	post_test(s, u, i, window_ms(s, u, i, test), false);
}

static void begin_test(struct sim *s, uint32_t u, uint32_t i, uint32_t cause)
{
	s->sides[i][u].flags &= (uint8_t)~SIDE_MATE_HEARD;
	set_status(s, u, i, STATUS_TESTING, RULE_IF_SILENT, cause);
	begin_window(s, u, i, TEST_ACTIVITY);
}

/* Does the neighbour talk unasked within the window, or do the users of an active context? */
static bool overheard(const struct sim *s, uint32_t u, uint32_t i)
{
	const struct side *side = &s->sides[i][u];
	uint32_t every_ms = s->lab.timing.chatter, phase_ms = i * 37 % every_ms;
	bool users = s->unit[u].machine[iface_group(s, u, i)].state == STATE_ACTIVE &&
	    s->services[s->lab.ifaces[i].context].connections > 0;

	return users || (side->test_ms + phase_ms) / every_ms != (s->now_ms + phase_ms) / every_ms;
}

/* The world's answer: did anything reach this end in the window that is over now? */
static bool window_got(const struct sim *s, uint32_t u, uint32_t i)
{
	const struct side *side = &s->sides[i][u];
	bool asks = !(side->faults & (1u << FAULT_ONEWAY));
	uint32_t who = s->lab.ifaces[i].neighbour;

	if (!(side->flags & SIDE_HEARS_SEGMENT))
		return false;
	return (who == NEIGHBOUR_ANSWERS && overheard(s, u, i)) ||
	    (side->test != TEST_ACTIVITY && asks && (who == NEIGHBOUR_ANSWERS || who == NEIGHBOUR_QUIET));
}

static void passed(struct sim *s, uint32_t u, uint32_t i)
{
	struct side *side = &s->sides[i][u];
	enum rule_id rule = side->status == STATUS_FAILED ? RULE_IF_BACK : RULE_IF_TEST_OK;

	trace_test(s, u, i, VERDICT_PASSED, rule);
	side->heard_ms = s->now_ms;
	side->flags &= (uint8_t)~SIDE_MATE_HEARD;
	set_status(s, u, i, STATUS_WAITING, rule, side->world_cause);
	stop_test(side);
}

static void failed(struct sim *s, uint32_t u, uint32_t i)
{
	struct side *side = &s->sides[i][u];

	if (side->status != STATUS_FAILED)
		trace_test(s, u, i, VERDICT_FAILED, RULE_IF_TEST_FAILED);
	set_status(s, u, i, STATUS_FAILED, RULE_IF_TEST_FAILED, side->world_cause);
	begin_window(s, u, i, TEST_ACTIVITY);
}

/* Nobody received anything: the next test, and after the last again from ARP, for ever [G912]. */
static void undecided(struct sim *s, uint32_t u, uint32_t i)
{
	struct side *side = &s->sides[i][u];

	if (side->test == TEST_PING && side->status == STATUS_TESTING) {
		trace_test(s, u, i, VERDICT_UNKNOWN, RULE_IF_TEST_UNKNOWN);
		set_status(s, u, i, STATUS_UNKNOWN, RULE_IF_TEST_UNKNOWN, side->cause);
	}
	begin_window(s, u, i, side->test == TEST_PING ? TEST_ARP : (enum test)(side->test + 1));
}

void iface_test_due(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit, i = e->what;
	struct side *side = &s->sides[i][u];

	if (!e->a) {
		side->got = window_got(s, u, i);
		wire_send(s, u, WIRE_LAN, MESSAGE_TEST_REPORT, i, side->test, side->got, side->cause);
		post_test(s, u, i, 4 * s->lab.timing.link_delay, true);
		return;
	}
	if (side->got)
		passed(s, u, i);
	else if (side->mate_got == 1)
		failed(s, u, i);
	else if (side->status == STATUS_FAILED)
		begin_window(s, u, i, TEST_ACTIVITY);
	else
		undecided(s, u, i);
}

void iface_receive(struct sim *s, uint32_t u, const struct event *e)
{
	uint32_t i = e->what;
	struct side *side = &s->sides[i][u];
	bool dark = side->status == STATUS_NO_LINK || side->status == STATUS_LINK_DOWN;
	uint32_t hears_ms = s->unit[u].conf.group[iface_group(s, u, i)].polltime * 3 / 2;

	if (e->message == MESSAGE_TEST_REPORT) {
		side->mate_got = e->b;
	} else if (side->status == STATUS_NORMAL && s->now_ms - side->heard_ms < hears_ms) {
		wire_send(s, u, WIRE_LAN, MESSAGE_TEST_REPORT, i, e->a, 1, side->cause); /* it hears the mate itself */
	} else if (dark) {
		wire_send(s, u, WIRE_LAN, MESSAGE_TEST_REPORT, i, e->a, 0, side->cause);
	} else if (side->test == TEST_NONE && (side->flags & SIDE_MONITORED) && has_standby(s, u, i) &&
	    (side->status != STATUS_NORMAL || e->a == TEST_ACTIVITY)) {
		/* What was heard since a run of tests began is not drawn into the rest of it. */
		begin_test(s, u, i, e->cause);
	}
}

/* Has this end a mate's end to hear, and is it silent? */
static bool expects_hello(const struct sim *s, uint32_t u, uint32_t i)
{
	const struct side *side = &s->sides[i][u];
	bool mate = s->unit[u].belief.mate == MATE_ALIVE || s->unit[u].belief.mate == MATE_SILENT;

	/* It was tested once, and the mate says why it is silent: nothing is to be learnt from a second test. */
	if (side->status == STATUS_WAITING && (side->mate_status == STATUS_NO_LINK || side->mate_status == STATUS_FAILED ||
	    side->mate_status == STATUS_LINK_DOWN))
		return false;
	return mate && (side->status == STATUS_NORMAL || side->status == STATUS_WAITING) &&
	    (side->flags & SIDE_CARRIER) && has_standby(s, u, i);
}

/* Has it been silent as long as it takes for a test? */
static bool is_quiet(const struct sim *s, uint32_t u, uint32_t i)
{
	return s->now_ms - s->sides[i][u].heard_ms >= test_start_ms(s, u, iface_group(s, u, i));
}

void iface_quiet_due(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit, g = e->what, start_ms = test_start_ms(s, u, g), next_ms = s->now_ms + start_ms;
	bool again = false;

	for (uint32_t n = 0; n < s->member_count[u][g]; n++) {
		uint32_t i = s->members[u][s->member_first[u][g] + n];
		struct side *side = &s->sides[i][u];

		if (!expects_hello(s, u, i))
			continue;
		if (!is_quiet(s, u, i))
			next_ms = side->heard_ms + start_ms < next_ms ? side->heard_ms + start_ms : next_ms;
		else if (e->a)
			begin_test(s, u, i, side->world_cause);
		else
			again = true; /* a hello that arrives at this very instant is in time */
	}
	s->unit[u].quiet_seq[g] = queue_post(&s->queue, (struct event){ .at_ms = again ? s->now_ms : next_ms,
	    .kind = EVENT_QUIET, .unit = (uint8_t)u, .what = (uint16_t)g, .a = again, .cause = s->unit[u].cause });
}

void iface_mate_lost(struct sim *s, uint32_t u, uint32_t cause)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		struct side *side = &s->sides[i][u];

		side->mate_status = STATUS_UNKNOWN;
		side->flags &= (uint8_t)~SIDE_MATE_HEARD;
		if (!(side->flags & SIDE_MONITORED) || side->status == STATUS_FAILED)
			continue;
		if (side->status == STATUS_NORMAL || side->status == STATUS_TESTING || side->status == STATUS_UNKNOWN) {
			stop_test(side);
			set_status(s, u, i, STATUS_WAITING, RULE_IF_WAITING, cause);
		}
	}
}

void iface_mate_back(struct sim *s, uint32_t u)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		s->sides[i][u].heard_ms = s->now_ms;
}
