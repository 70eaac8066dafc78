/* A unit's life and what it hears of its mate.
 *
 * Hellos cross the failover link each polltime.  Three missed ones start LANTEST, on the failover link and on every
 * data interface; what answers by the holdtime decides whether the link has failed or the mate [G912].  The timer of
 * silence is lazy: a hello only notes its time, and the timer, when it fires, looks whether it fired too early. */
#include "sim/unit.h"

#include <assert.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/group.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/service.h"

enum { UPDATE_MS = 1000, MISSED_HELLOS = 3, MISSED_UPDATES = 3 };

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

/* Posts a timer of the unit; returns the seq to remember it by. */
static uint32_t timer(struct sim *s, uint32_t u, enum event_kind kind, uint32_t at_ms, uint32_t cause)
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
		.cause = unit->cause, .hellos = unit->hellos, .off = unit->off };

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
	    timer(s, u, EVENT_BOOTED, s->now_ms + s->lab.unit[u].boot, s->unit[u].cause);
}

/* Software, mode, licence and chassis as the unit came up with them; the licence may change while it runs. */
static uint8_t traits_now(const struct unit *unit)
{
	static const struct { enum fault_id fault; enum trait trait; } list[] = {
		{ FAULT_VERSION, TRAIT_VERSION }, { FAULT_MODE, TRAIT_MODE }, { FAULT_LICENCE, TRAIT_LICENCE },
		{ FAULT_HARDWARE, TRAIT_HARDWARE }, { FAULT_CARD, TRAIT_CARD }, { FAULT_PORTS, TRAIT_PORTS } };
	uint8_t traits = unit->traits & TRAIT_UNFIT;

	for (size_t n = 0; n < sizeof list / sizeof *list; n++)
		if (unit->faults & (1u << list[n].fault))
			traits |= (uint8_t)list[n].trait;
	return traits;
}

void unit_changed(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	bool failed = unit->faults & (1u << FAULT_MODULE), licence = unit->faults & (1u << FAULT_LICENCE);

	if (unit->run != RUN_UP)
		return;
	unit->traits = (uint8_t)(licence ? unit->traits | TRAIT_LICENCE : unit->traits & ~TRAIT_LICENCE);
	if (failed != !!(unit->traits & TRAIT_UNFIT))
		unit->module_seq = timer(s, u, EVENT_MODULE, s->now_ms + s->lab.timing.module, cause);
}

void unit_module_due(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	bool failed = unit->faults & (1u << FAULT_MODULE);

	unit->module_seq = 0;
	if (failed == !!(unit->traits & TRAIT_UNFIT))
		return;
	unit->traits ^= TRAIT_UNFIT;
	cause = trace(s, (struct entry){ .kind = ENTRY_MODULE, .who = (uint8_t)u, .group = GROUP_NONE,
	    .iface = IFACE_NONE, .rule = RULE_MODULE_FAILED, .to = failed, .cause = { cause } });
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		unit->failed_cause[g] = cause;
		unit_look(s, u, g);
	}
	unit_tell(s, u, cause);
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
	unit_hello(s, u);
	unit->traits &= (uint8_t)~TRAIT_OFF;
	unit->off = 1;
	unit->failover = 0;
	unit->agreed = 0;
	forget_timers(unit);
	iface_forget(s, u);
	world_touch(s, cause);
}

void unit_failover_on(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	unit->off = 0;
	unit->failover = 1;
	unit->cause = cause;
	world_touch(s, cause);
	world_refresh(s);
	join(s, u);
}

void unit_started(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	set_run(s, u, RUN_UP, cause);
	unit->failover = !unit->off;
	unit->traits = traits_now(unit);
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
	uint32_t hold_ms = s->lab.failover.holdtime;

	unit->belief = (struct belief){ .heard_ms = s->now_ms };
	unit_changed(s, u, unit->cause);
	unit->state_heard_ms = s->now_ms;
	unit->hello_seq = timer(s, u, EVENT_HELLO, s->now_ms, unit->cause);
	unit->update_seq = timer(s, u, EVENT_UPDATE, s->now_ms + UPDATE_MS, unit->cause);
	unit->silence_seq = timer(s, u, EVENT_SILENCE, s->now_ms + hold_ms, unit->cause);
	iface_started(s, u, unit->cause);
	unit_look_at_links(s, u);
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

/* --- hellos out -------------------------------------------------------------------------------------------- */

static uint32_t newest(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static struct picture picture_of(const struct unit *unit)
{
	struct picture p = { 0 };

	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		p.state[g] = unit->machine[g].state;
		p.reason[g] = unit->machine[g].reason;
		p.want[g] = unit->machine[g].want;
		p.manual[g] = unit->machine[g].manual;
		p.failed[g] = unit->failed[g];
		p.cause[g] = newest(unit->machine[g].want ? unit->machine[g].want_cause : 0,
		    newest(unit->machine[g].cause, unit->failed_cause[g]));
	}
	p.traits = unit->traits;
	return p;
}

/* Eight interfaces ride on each hello: those with news first, then all in turn, so that a lost hello heals. */
static void fill_reports(struct sim *s, uint32_t u, struct mail *mail)
{
	struct unit *unit = &s->unit[u];
	uint32_t filled = 0, count = s->lab.iface_count;

	for (uint32_t i = 0; i < count && unit->news > 0 && filled < REPORT_MAX; i++)
		if (s->sides[i][u].flags & SIDE_NEWS) {
			s->sides[i][u].flags &= (uint8_t)~SIDE_NEWS;
			unit->news--;
			mail->report[filled++] = (struct report){ (uint16_t)i, s->sides[i][u].status, 1 };
		}
	for (uint32_t n = 0; n < count && filled < REPORT_MAX; n++) {
		uint32_t i = unit->report_next++ % count;

		unit->report_next = (uint16_t)(unit->report_next % count);
		mail->report[filled++] = (struct report){ (uint16_t)i, s->sides[i][u].status, 1 };
	}
}

/* A free place for a hello's text; MAIL_MAX where all are under way. */
static uint32_t free_mail(const struct sim *s)
{
	uint32_t i = 0;

	while (i < MAIL_MAX && s->mail[i].number != 0)
		i++;
	return i;
}

void unit_hello(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint32_t i = free_mail(s);

	unit->tell = 0;
	unit->hellos++;
	s->lan.last[u] = MESSAGE_HELLO;
	s->lan.last_ms[u] = s->now_ms;
	if (!wire_passes(s, u, WIRE_LAN, 0) || i == MAIL_MAX)
		return;
	s->mail[i].number = ++s->hello_count;
	s->mail[i].picture = picture_of(unit);
	fill_reports(s, u, &s->mail[i]);
	wire_send(s, u, WIRE_LAN, MESSAGE_HELLO, i, 0, 0, unit->tell_cause);
	if (unit->news > 0)
		queue_post(&s->queue, (struct event){ .at_ms = s->now_ms + s->lab.timing.link_delay,
		    .kind = EVENT_HELLO, .unit = (uint8_t)u, .what = 1, .cause = unit->tell_cause });
}

void unit_hello_due(struct sim *s, uint32_t u)
{
	s->unit[u].hello_seq = timer(s, u, EVENT_HELLO, s->now_ms + s->lab.failover.polltime, s->unit[u].cause);
	unit_hello(s, u);
}

/* How long nothing may be heard on the state link: the holdtime, but never less than three of its own heartbeats. */
static uint32_t state_hold_ms(const struct sim *s)
{
	uint32_t least_ms = MISSED_UPDATES * UPDATE_MS;

	return s->lab.failover.holdtime > least_ms ? s->lab.failover.holdtime : least_ms;
}

/* The state link's own heartbeat, and the connections that came since the last. */
void unit_update_due(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint8_t active = 0;

	unit->update_seq = timer(s, u, EVENT_UPDATE, s->now_ms + UPDATE_MS, unit->cause);
	if (!lab_stateful(&s->lab))
		return;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (unit->machine[g].state == STATE_ACTIVE)
			active |= (uint8_t)(1u << g);
	wire_send(s, u, WIRE_STATE, MESSAGE_UPDATE, 0, active, 0, unit->cause);
	if (unit->state == LINK_UP && unit->belief.mate == MATE_ALIVE &&
	    s->now_ms - unit->state_heard_ms >= state_hold_ms(s))
		unit_look_at_links(s, u);
}

/* --- hellos in --------------------------------------------------------------------------------------------- */

static void set_mate(struct sim *s, uint32_t u, enum mate mate, enum rule_id rule, uint32_t cause)
{
	struct unit *unit = &s->unit[u];

	if (unit->belief.mate == mate)
		return;
	unit->belief.mate_cause = trace(s, (struct entry){ .kind = ENTRY_MATE, .who = (uint8_t)u,
	    .group = GROUP_NONE, .iface = IFACE_NONE, .rule = (uint8_t)rule, .from = unit->belief.mate,
	    .to = (uint8_t)mate, .a = s->now_ms - unit->belief.heard_ms, .b = unit->lan,
	    .cause = { cause, mate == MATE_ALIVE ? s->lan.cause : unit->lantest_cause } });
	unit->belief.mate = (uint8_t)mate;
	if (mate == MATE_DEAD || mate == MATE_ABSENT || mate == MATE_OFF)
		iface_mate_lost(s, u, unit->belief.mate_cause);
	else if (mate == MATE_ALIVE)
		iface_mate_back(s, u);
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		unit_look(s, u, g);
}

static void set_link(struct sim *s, uint32_t u, enum wire wire, enum link_view view, enum rule_id rule,
    uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	uint8_t *seen = wire == WIRE_LAN ? &unit->lan : &unit->state;
	uint32_t *kept = wire == WIRE_LAN ? &unit->lan_cause : &unit->state_cause;

	if (*seen == view)
		return;
	*seen = (uint8_t)view;
	*kept = trace(s, (struct entry){ .kind = ENTRY_LINK, .who = (uint8_t)u, .group = GROUP_NONE,
	    .iface = IFACE_NONE, .rule = (uint8_t)rule, .from = (uint8_t)wire, .to = (uint8_t)view,
	    .cause = { cause ? cause : unit->cause } });
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		if (wire == WIRE_STATE && view == LINK_LOST)
			unit->machine[g].replicated = 0;
		unit_look(s, u, g);
	}
}

/* Takes one group's line of a hello over into the belief; notes it where it says something new. */
static void believe(struct sim *s, uint32_t u, uint32_t g, const struct picture *p)
{
	struct belief *b = &s->unit[u].belief;
	bool news = b->said.state[g] != p->state[g] || b->said.want[g] != p->want[g] ||
	    b->said.failed[g] != p->failed[g];

	if (!news && b->changed_ms[g] != 0)
		return;
	b->cause[g] = trace(s, (struct entry){ .kind = ENTRY_BELIEF, .who = (uint8_t)u, .group = (uint8_t)g,
	    .iface = IFACE_NONE, .rule = RULE_HELLO, .from = b->said.state[g], .to = p->state[g],
	    .a = p->failed[g], .b = p->want[g], .cause = { p->cause[g] } });
	b->changed_ms[g] = s->now_ms;
}

/* Is the unit active for anything, as it or its mate says? */
static bool holds_any(const uint8_t state[GROUP_COUNT])
{
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (state_active(state[g]))
			return true;
	return false;
}

/* A mate that does not fit: other software or ports are warned of; another mode, licence, chassis or card ends failover on the unit
 * that is active for nothing, or, where both are active or neither, on the secondary. */
static void agree(struct sim *s, uint32_t u, const struct picture *mate, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	uint8_t differs = (unit->traits ^ mate->traits) & (uint8_t)~(TRAIT_OFF | TRAIT_UNFIT);
	uint8_t fatal = differs & (uint8_t)~(TRAIT_VERSION | TRAIT_PORTS);
	struct picture mine = picture_of(unit);
	bool here = holds_any(mine.state), there = holds_any(mate->state);
	bool leaves = fatal && (here == there ? u == SECONDARY : !here);

	if (differs == unit->agreed)
		return;
	unit->agreed = differs;
	if (differs == 0)
		return;
	cause = trace(s, (struct entry){ .kind = ENTRY_AGREE, .who = (uint8_t)u, .group = GROUP_NONE,
	    .iface = IFACE_NONE, .rule = fatal ? RULE_MATE_DIFFERS : RULE_MATE_VERSION, .a = differs, .b = unit->traits,
	    .to = leaves, .cause = { cause, unit->cause } });
	if (leaves)
		unit_failover_off(s, u, fatal & TRAIT_MODE ? REASON_MODE_DIFFERS : fatal & TRAIT_LICENCE ?
		    REASON_LICENCE_DIFFERS : fatal & TRAIT_HARDWARE ? REASON_CHASSIS_DIFFERS : REASON_CARD_DIFFERS, cause);
}

/* What a hello says of the mate's interfaces and of its service module; notes what is new. */
static void hear_reports(struct sim *s, uint32_t u, const struct mail *mail)
{
	bool unfit = mail->picture.traits & TRAIT_UNFIT, was = s->unit[u].belief.said.traits & TRAIT_UNFIT;

	for (uint32_t r = 0; r < REPORT_MAX && mail->report[r].used; r++) {
		uint32_t i = mail->report[r].iface, status = mail->report[r].status;
		struct side *side = &s->sides[i][u];

		if (side->mate_status == status)
			continue;
		trace(s, (struct entry){ .kind = ENTRY_REPORT, .who = (uint8_t)u, .iface = (uint16_t)i,
		    .group = (uint8_t)s->lab.contexts[s->lab.ifaces[i].context].group, .rule = RULE_HELLO,
		    .from = side->mate_status, .to = (uint8_t)status, .cause = { s->sides[i][mate_of(u)].cause } });
		side->mate_status = (uint8_t)status;
	}
	if (unfit != was)
		trace(s, (struct entry){ .kind = ENTRY_REPORT, .who = (uint8_t)u, .group = GROUP_NONE,
		    .iface = IFACE_NONE, .rule = RULE_HELLO, .from = was, .to = unfit,
		    .cause = { mail->picture.cause[1] } });
}

static void hear_hello(struct sim *s, uint32_t u, const struct event *e)
{
	struct unit *unit = &s->unit[u];
	struct mail mail = s->mail[e->what];

	assert(mail.number != 0);
	memset(&s->mail[e->what], 0, sizeof s->mail[e->what]);
	if (!unit->failover || mail.number < unit->belief.hello)
		return; /* it was overtaken on its way */
	if (mail.picture.traits & TRAIT_OFF) {
		set_mate(s, u, MATE_OFF, RULE_FAILOVER_OFF, e->cause);
		return;
	}
	unit->asking = 0;
	unit->answers = 0;
	/* A hello that says what the last one said changes nothing. */
	if (unit->belief.hello == 0 || memcmp(&unit->belief.said, &mail.picture, sizeof mail.picture) != 0)
		for (uint32_t g = 0; g < GROUP_COUNT; g++) {
			believe(s, u, g, &mail.picture);
			unit_look(s, u, g);
		}
	hear_reports(s, u, &mail);
	unit->belief.said = mail.picture;
	unit->belief.hello = mail.number;
	if (unit->belief.mate != MATE_ALIVE) {
		set_link(s, u, WIRE_LAN, LINK_UP, RULE_LINK_BACK, s->lan.cause);
		set_mate(s, u, MATE_ALIVE, RULE_HELLO, mail.picture.cause[0]);
		unit_tell(s, u, unit->belief.mate_cause);
	}
	unit->belief.heard_ms = s->now_ms;
	agree(s, u, &mail.picture, mail.picture.cause[0]);
}

/* write standby, typed at the mate: what is not active here pulls its configuration again; what is, loses its
 * connections. */
static void hear_resync(struct sim *s, uint32_t u, uint32_t cause)
{
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		if (s->unit[u].machine[g].state == STATE_STANDBY_READY)
			group_resync(s, u, g, cause);
		else if (g > 0 && s->unit[u].machine[g].state == STATE_ACTIVE)
			service_drop(s, u, g, cause);
	}
}

/* Somebody answered LANTEST: on the failover link that is as good as a hello. */
static void hear_answer(struct sim *s, uint32_t u, const struct event *e)
{
	struct unit *unit = &s->unit[u];

	if (e->wire == WIRE_LAN) {
		unit->belief.heard_ms = s->now_ms;
		return;
	}
	unit->answers++;
	unit->answer_ms = s->now_ms;
}

static void hear_update(struct sim *s, uint32_t u, const struct event *e)
{
	struct unit *unit = &s->unit[u];

	unit->state_heard_ms = s->now_ms;
	if (unit->state != LINK_UP)
		unit_look_at_links(s, u);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if ((e->a & (1u << g)) && unit->machine[g].replicated)
			unit->machine[g].update_ms = s->now_ms;
}

void unit_receive(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit;

	if (!s->unit[u].failover && e->message != MESSAGE_HELLO)
		return;
	switch ((enum message)e->message) {
	case MESSAGE_HELLO:
		hear_hello(s, u, e);
		break;
	case MESSAGE_LANTEST:
		wire_send(s, u, (enum wire)e->wire, MESSAGE_LANTEST_REPLY, e->what, 0, 0, e->cause);
		break;
	case MESSAGE_LANTEST_REPLY:
		hear_answer(s, u, e);
		break;
	case MESSAGE_SYNC_ASK:
	case MESSAGE_BULK_ASK:
		group_answer(s, u, e);
		break;
	case MESSAGE_SYNC_PART:
	case MESSAGE_BULK_PART:
		group_pulled(s, u, e);
		break;
	case MESSAGE_UPDATE:
		hear_update(s, u, e);
		break;
	case MESSAGE_TEST_START:
	case MESSAGE_TEST_REPORT:
		iface_receive(s, u, e);
		break;
	case MESSAGE_IF_HELLO:
		iface_hello_arrives(s, e);
		break;
	case MESSAGE_RELOAD:
		unit_boot(s, u, e->cause);
		break;
	case MESSAGE_RESYNC:
		hear_resync(s, u, e->cause);
		break;
	case MESSAGE_COUNT:
		assert(0);
	}
}

/* --- silence ----------------------------------------------------------------------------------------------- */

/* Asks on the failover link and on every data interface whether the mate is there. */
static void lantest(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint32_t asked = 0;

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->sides[i][u].flags & SIDE_CARRIER)
			asked++;
	if (!unit->asking && unit->belief.mate != MATE_SILENT)
		unit->lantest_cause = trace(s, (struct entry){ .kind = ENTRY_LANTEST, .who = (uint8_t)u,
		    .group = GROUP_NONE, .iface = IFACE_NONE, .rule = RULE_HELLO_MISSED, .a = asked,
		    .b = s->now_ms - unit->belief.heard_ms, .cause = { s->lan.cause, unit->lan_cause, unit->belief.mate_cause } });
	unit->asking = 1;
	wire_send(s, u, WIRE_LAN, MESSAGE_LANTEST, 0, 0, 0, unit->lantest_cause);
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (s->sides[i][u].flags & SIDE_CARRIER)
			wire_send(s, u, WIRE_DATA, MESSAGE_LANTEST, i, 0, 0, unit->lantest_cause);
}

/* What happened last on a data interface's way to the mate: why nobody answers there. */
static uint32_t silence_cause(const struct sim *s, uint32_t u)
{
	uint32_t cause = 0;

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		cause = newest(cause, s->sides[i][u].world_cause);
	return cause;
}

/* The failover link failed, the mate did not; or both are gone, and a link that failed before forbids to act. */
static void still_silent(struct sim *s, uint32_t u, bool answered)
{
	struct unit *unit = &s->unit[u];

	if (unit->belief.mate == MATE_SILENT) {
		if (answered && unit->machine[0].said == RULE_DEAD_LINK)
			unit->machine[0].said = RULE_NONE;
		if (answered || unit->machine[0].said == RULE_DEAD_LINK)
			return;
		trace(s, (struct entry){ .kind = ENTRY_RULE, .who = (uint8_t)u, .group = GROUP_NONE,
		    .iface = IFACE_NONE, .rule = RULE_DEAD_LINK, .cause = { unit->lan_cause, silence_cause(s, u) } });
		unit->machine[0].said = RULE_DEAD_LINK;
		if (s->lab.model.dead_link == DEAD_LINK_YES)
			set_mate(s, u, MATE_DEAD, RULE_DEAD_LINK, silence_cause(s, u));
		return;
	}
	if (answered) {
		set_link(s, u, WIRE_LAN, LINK_LOST, RULE_LINK_FAILED, unit->lantest_cause);
		set_mate(s, u, MATE_SILENT, RULE_LINK_FAILED, unit->lan_cause);
	} else {
		set_mate(s, u, MATE_DEAD, RULE_MATE_DEAD, silence_cause(s, u));
	}
}

/* The holdtime is over. A unit that never heard anybody since boot is alone; else LANTEST decides. */
static void hold_over(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint32_t window_ms = MISSED_HELLOS * s->lab.failover.polltime;
	bool answered = unit->answers > 0 && s->now_ms - unit->answer_ms <= window_ms;

	if (unit->belief.mate == MATE_UNKNOWN)
		set_mate(s, u, MATE_ABSENT, RULE_BOOT_ALONE, unit->cause);
	else if (!unit_alone(unit) && unit->belief.mate != MATE_OFF)
		still_silent(s, u, answered);
}

/* What is due at the same instant comes first: a hello that arrives just in time is in time. */
static bool last_look(struct sim *s, const struct event *e, uint32_t limit_ms)
{
	struct unit *unit = &s->unit[e->unit];

	if (e->a || s->now_ms - unit->belief.heard_ms < limit_ms)
		return true;
	unit->silence_seq = queue_post(&s->queue, (struct event){ .at_ms = s->now_ms, .kind = EVENT_SILENCE,
	    .unit = e->unit, .a = 1, .cause = unit->cause });
	return false;
}

void unit_silence_due(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit, hold_ms = s->lab.failover.holdtime, silent_ms, next_ms;
	uint32_t ask_ms = MISSED_HELLOS * s->lab.failover.polltime;
	struct unit *unit = &s->unit[u];

	if (!last_look(s, e, ask_ms))
		return;
	silent_ms = s->now_ms - unit->belief.heard_ms;
	if (silent_ms >= hold_ms)
		hold_over(s, u);
	if (unit->belief.mate == MATE_UNKNOWN) {
		next_ms = unit->belief.heard_ms + hold_ms;
	} else if (silent_ms < ask_ms) {
		next_ms = unit->belief.heard_ms + ask_ms;
	} else {
		if (!unit_alone(unit) && unit->belief.mate != MATE_OFF)
			lantest(s, u);
		next_ms = s->now_ms + s->lab.failover.polltime;
		if (silent_ms < hold_ms && next_ms > unit->belief.heard_ms + hold_ms)
			next_ms = unit->belief.heard_ms + hold_ms;
	}
	unit->silence_seq = timer(s, u, EVENT_SILENCE, next_ms, unit->cause);
}

void unit_look_at_links(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	bool lan = s->lan.carrier[u], state = wire_cable(s, WIRE_STATE)->carrier[u];
	bool heard = s->now_ms - unit->state_heard_ms < state_hold_ms(s);

	if (!lan && unit->belief.mate != MATE_UNKNOWN)
		set_link(s, u, WIRE_LAN, LINK_LOST, RULE_LINK_CARRIER, s->lan.cause);
	if (lan && unit->belief.mate != MATE_SILENT)
		set_link(s, u, WIRE_LAN, LINK_UP, RULE_LINK_BACK, s->lan.cause);
	if (!lab_stateful(&s->lab))
		return;
	set_link(s, u, WIRE_STATE, state && (heard || unit->belief.mate != MATE_ALIVE) ? LINK_UP : LINK_LOST,
	    RULE_STATE_LINK, wire_cable(s, WIRE_STATE)->cause);
}
