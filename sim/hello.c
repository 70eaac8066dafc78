/* What units tell each other, and what silence means.
 *
 * Hellos cross the failover link each polltime.  Three missed ones start LANTEST, on the failover link and on every
 * data interface; what answers by the holdtime decides whether the link has failed or the mate [G912].  The timer of
 * silence is lazy: a hello only notes its time, and the timer, when it fires, looks whether it fired too early. */
#include "sim/hello.h"

#include <assert.h>
#include <string.h>

#include "sim/cli/conf_line.h"
#include "sim/conf.h"
#include "sim/fit.h"
#include "sim/group.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/pull.h"
#include "sim/service.h"
#include "sim/unit.h"

enum { MISSED_HELLOS = 3, MISSED_UPDATES = 3 };

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
	p.leaves = unit->leaves;
	p.traits_cause = unit->traits_cause;
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

void hello_send(struct sim *s, uint32_t u)
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

void hello_due(struct sim *s, uint32_t u)
{
	s->unit[u].hello_seq = unit_timer(s, u, EVENT_HELLO, s->now_ms + s->unit[u].conf.failover.polltime, s->unit[u].cause);
	hello_send(s, u);
}

/* How long nothing may be heard on the state link: the holdtime, but never less than three of its own heartbeats. */
static uint32_t state_hold_ms(const struct sim *s, uint32_t u)
{
	uint32_t hold_ms = s->unit[u].conf.failover.holdtime;
	uint32_t least_ms = MISSED_UPDATES * UPDATE_MS;

	return hold_ms > least_ms ? hold_ms : least_ms;
}

/* The state link's own heartbeat, and the connections that came since the last. */
void hello_update_due(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	uint8_t active = 0;

	unit->update_seq = unit_timer(s, u, EVENT_UPDATE, s->now_ms + UPDATE_MS, unit->cause);
	if (!unit_stateful(s, u))
		return;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (unit->machine[g].state == STATE_ACTIVE)
			active |= (uint8_t)(1u << g);
	wire_send(s, u, WIRE_STATE, MESSAGE_UPDATE, 0, active, 0, unit->cause);
	if (unit->state == LINK_UP && unit->belief.mate == MATE_ALIVE &&
	    s->now_ms - unit->state_heard_ms >= state_hold_ms(s, u))
		hello_look_at_links(s, u);
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
		    .group = (uint8_t)iface_group(s, u, i), .rule = RULE_HELLO,
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
	if (mail.picture.leaves) {
		set_mate(s, u, MATE_DEAD, RULE_RELOAD_TOLD, e->cause);
		return;
	}
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
	fit_agree(s, u, &mail.picture, mail.picture.cause[0]);
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
		unit->asking = 0;
		unit->answers = 0;
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
		hello_look_at_links(s, u);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if ((e->a & (1u << g)) && unit->machine[g].replicated)
			unit->machine[g].update_ms = s->now_ms;
}

void hello_receive(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit;

	if (!s->unit[u].failover && e->message != MESSAGE_HELLO && e->message != MESSAGE_LINE)
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
		pull_answer(s, u, e);
		break;
	case MESSAGE_SYNC_PART:
	case MESSAGE_BULK_PART:
		pull_arrives(s, u, e);
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
		unit_reload(s, u, e->cause);
		break;
	case MESSAGE_RESYNC:
		hear_resync(s, u, e->cause);
		break;
	case MESSAGE_LINE:
		conf_line_arrives(s, e);
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
	if (!unit->asking)
		unit->asked_ms = s->now_ms;
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
	uint32_t window_ms = MISSED_HELLOS * s->unit[u].conf.failover.polltime;
	bool answered = unit->answers > 0 && s->now_ms - unit->answer_ms <= window_ms;

	if (unit->belief.mate == MATE_UNKNOWN) {
		set_mate(s, u, MATE_ABSENT, RULE_BOOT_ALONE, unit->cause);
		hello_look_at_links(s, u); /* a link that was dark at the boot waited for its mate; now it counts */
	} else if (!unit_alone(unit) && unit->belief.mate != MATE_OFF)
		still_silent(s, u, answered);
}

/* So long an answer to LANTEST takes at the most: nobody is judged before. */
static uint32_t round_trip_ms(const struct sim *s)
{
	const struct timing_conf *t = &s->lab.timing;

	return 2 * (t->link_delay > t->data_delay ? t->link_delay : t->data_delay) + 1;
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

void hello_silence_due(struct sim *s, const struct event *e)
{
	uint32_t u = e->unit, hold_ms = s->unit[u].conf.failover.holdtime, silent_ms, next_ms, judged_ms;
	uint32_t ask_ms = MISSED_HELLOS * s->unit[u].conf.failover.polltime;
	struct unit *unit = &s->unit[u];

	if (!last_look(s, e, ask_ms))
		return;
	silent_ms = s->now_ms - unit->belief.heard_ms;
	if (silent_ms >= hold_ms && (unit->belief.mate == MATE_UNKNOWN ||
	    (unit->asking && s->now_ms - unit->asked_ms >= round_trip_ms(s))))
		hold_over(s, u);
	if (unit->belief.mate == MATE_UNKNOWN) {
		next_ms = unit->belief.heard_ms + hold_ms;
	} else if (silent_ms < ask_ms) {
		next_ms = unit->belief.heard_ms + ask_ms;
	} else {
		if (!unit_alone(unit) && unit->belief.mate != MATE_OFF)
			lantest(s, u);
		next_ms = s->now_ms + unit->conf.failover.polltime;
		judged_ms = unit->asked_ms + round_trip_ms(s);
		if (judged_ms < unit->belief.heard_ms + hold_ms)
			judged_ms = unit->belief.heard_ms + hold_ms;
		if (judged_ms > s->now_ms && judged_ms < next_ms)
			next_ms = judged_ms;
	}
	unit->silence_seq = unit_timer(s, u, EVENT_SILENCE, next_ms, unit->cause);
}

void hello_look_at_links(struct sim *s, uint32_t u)
{
	struct unit *unit = &s->unit[u];
	bool lan = s->lan.carrier[u], state = wire_cable(s, u, WIRE_STATE)->carrier[u];
	bool heard = s->now_ms - unit->state_heard_ms < state_hold_ms(s, u);

	if (!lan && unit->belief.mate != MATE_UNKNOWN)
		set_link(s, u, WIRE_LAN, LINK_LOST, RULE_LINK_CARRIER, s->lan.cause);
	if (lan && unit->belief.mate != MATE_SILENT)
		set_link(s, u, WIRE_LAN, LINK_UP, RULE_LINK_CARRIER, s->lan.cause);
	if (!unit_stateful(s, u))
		return;
	set_link(s, u, WIRE_STATE, state && (heard || unit->belief.mate != MATE_ALIVE) ? LINK_UP : LINK_LOST,
	    RULE_STATE_LINK, wire_cable(s, u, WIRE_STATE)->cause);
}
