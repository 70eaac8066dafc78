/* One unit in one failover group.
 *
 *   Disabled -> Negotiation --- nobody active ---> Just Active -> Drain -> Applying -> Applied -> Active
 *                   |  ^                                ^                                           |
 *       mate active |  | mate lost                      | mate dead, mate asks,                     | mate takes it
 *                   v  |                                | typed here, preempt                       v
 *              Cold Standby -> Sync Config -> Sync File System -> Bulk Sync -> Standby Ready <-> Failed
 *
 * The machine is the table below: for a state and an input the first row whose condition holds is obeyed.  A row may
 * say that nothing happens, on purpose, and by which rule.  `group_enter` is the only writer of a state.  Conditions
 * read what the unit knows: its own machine and its belief of the mate, never the mate itself. */
#include "sim/group.h"

#include <assert.h>

#include "sim/conf.h"
#include "sim/link.h"
#include "sim/unit.h"

/* What a machine looks at. */
struct view {
	const struct sim *s;
	uint32_t u, g;
	const struct unit *unit;
	const struct machine *m;
	const struct picture *mate; /* as it is believed to be */
};

uint32_t group_preferred(const struct sim *s, uint32_t u, uint32_t g)
{
	const struct unit *unit = &s->unit[u];
	uint32_t role = g == 0 ? (uint32_t)PRIMARY : unit->conf.group[g].preferred;

	return unit->role == role ? u : mate_of(u);
}

bool group_policy_met(const struct sim *s, uint32_t u, uint32_t g)
{
	uint32_t policy = g == 0 ? 1 : s->unit[u].conf.group[g].policy, failed = s->unit[u].failed[g];

	if (failed == 0)
		return false;
	if (policy & POLICY_PERCENT)
		return 100 * failed >= (policy & 0xffff) * s->member_count[u][g];
	return failed >= policy;
}

/* --- conditions -------------------------------------------------------------------------------------------- */

static bool always(const struct view *v)
{
	(void)v;
	return true;
}

static bool mate_alive(const struct view *v)
{
	return v->unit->belief.mate == MATE_ALIVE;
}

static bool mate_gone(const struct view *v)
{
	return unit_alone(v->unit);
}

static bool mate_active(const struct view *v)
{
	return mate_alive(v) && state_active(v->mate->state[v->g]);
}

static bool mate_ready(const struct view *v)
{
	return mate_alive(v) && v->unit->lan == LINK_UP && v->mate->state[v->g] == STATE_STANDBY_READY;
}

static bool waited(const struct view *v)
{
	return v->m->stage_seq == 0;
}

/* Both negotiate: who takes the group?  The switch both-boot decides for groups 1 and 2. */
static bool wins(const struct view *v)
{
	uint32_t system = v->unit->machine[0].state;

	if (!waited(v) || !mate_alive(v))
		return false;
	if (v->mate->state[v->g] == STATE_FAILED)
		return true;
	if (v->g == 0)
		return v->unit->role == PRIMARY;
	if (v->s->lab.model.both_boot == BOTH_BOOT_PREFERRED)
		return group_preferred(v->s, v->u, v->g) == v->u && (system == STATE_ACTIVE || system == STATE_STANDBY_READY);
	return state_active(system);
}

/* The mate is there and takes no part; it did not have the group when it left. */
static bool mate_off(const struct view *v)
{
	return v->unit->belief.mate == MATE_OFF && !state_active(v->mate->state[v->g]);
}

/* Nobody is there or takes part, or the failover link failed before the two could agree: then both become active
 * [G84]. */
static bool waited_alone(const struct view *v)
{
	return waited(v) && (mate_gone(v) || mate_off(v) || v->unit->belief.mate == MATE_SILENT);
}

static bool no_mate_takes_part(const struct view *v)
{
	return v->unit->belief.mate == MATE_OFF;
}

static bool mate_not_active(const struct view *v)
{
	return mate_alive(v) && !state_active(v->mate->state[v->g]);
}

/* The time of Cold Standby was over while the mate was silent; now it is heard again. */
static bool waited_for_mate(const struct view *v)
{
	return waited(v) && mate_active(v);
}

/* A failed module fails the whole unit [G84]. */
static bool unit_unfit(const struct view *v)
{
	return v->g > 0 && (v->unit->traits & TRAIT_UNFIT);
}

static bool policy_met(const struct view *v)
{
	return unit_unfit(v) || group_policy_met(v->s, v->u, v->g);
}

static bool policy_not_met(const struct view *v)
{
	return !policy_met(v);
}

static bool asked_active(const struct view *v)
{
	return mate_alive(v) && v->mate->want[v->g] == WANT_ACTIVE;
}

/* The mate takes the group and says so. Where both do at once, the primary goes on; the system space where group 1 is. */
static bool asked_standby(const struct view *v)
{
	bool both = v->m->want == WANT_STANDBY;
	bool first = v->g == 0 ? state_active(v->unit->machine[1].state) : v->unit->role == PRIMARY;

	return mate_active(v) && v->mate->want[v->g] == WANT_STANDBY && !(both && first);
}

/* We asked the mate to take it, and it has it; whether because we asked or not. */
static bool gave_up_interfaces(const struct view *v)
{
	return mate_active(v) && v->m->want == WANT_ACTIVE && v->m->want_reason == REASON_INTERFACE_CHECK;
}

static bool gave_up_typed(const struct view *v)
{
	return mate_active(v) && v->m->want == WANT_ACTIVE && v->m->want_reason == REASON_CONFIG_COMMAND;
}

static bool split_here(const struct view *v)
{
	return mate_active(v) && v->m->want == WANT_NOTHING && v->m->state == STATE_ACTIVE;
}

static bool split_secondary(const struct view *v)
{
	return split_here(v) && v->unit->role == SECONDARY;
}

/* Nobody has the group, and it is ours to take: the mate cannot, as it failed or has just begun; or both are ready,
 * and the group prefers us. */
static bool nobody_active(const struct view *v)
{
	if (!mate_not_active(v) || v->unit->lan != LINK_UP)
		return false;
	return v->mate->state[v->g] != STATE_STANDBY_READY || group_preferred(v->s, v->u, v->g) == v->u;
}

static bool fewer_there(const struct view *v)
{
	return unit_unfit(v) || v->s->lab.model.compare == COMPARE_NO || v->mate->failed[v->g] < v->unit->failed[v->g];
}

static bool may_move(const struct view *v)
{
	return policy_met(v) && v->m->want == WANT_NOTHING && mate_ready(v) && fewer_there(v);
}

static bool link_keeps(const struct view *v)
{
	return policy_met(v) && v->unit->belief.mate == MATE_SILENT;
}

static bool mate_keeps(const struct view *v)
{
	return policy_met(v) && v->m->want == WANT_NOTHING && !mate_ready(v);
}

static bool counts_keep(const struct view *v)
{
	return policy_met(v) && v->m->want == WANT_NOTHING && !fewer_there(v);
}

static bool asks_in_vain(const struct view *v)
{
	return v->m->want == WANT_ACTIVE && !mate_ready(v) && !mate_active(v);
}

static bool asks_no_more(const struct view *v)
{
	return v->m->want == WANT_ACTIVE && v->m->want_reason == REASON_INTERFACE_CHECK && !policy_met(v) &&
	    mate_ready(v);
}

static bool bulk_possible(const struct view *v)
{
	return unit_stateful(v->s, v->u) && v->unit->state == LINK_UP && v->g > 0;
}

/* Everything that preempt asks for, but the delay. */
static bool may_preempt(const struct view *v)
{
	const struct group_conf *conf = &v->unit->conf.group[v->g];

	return v->g > 0 && v->m->state == STATE_STANDBY_READY && group_preferred(v->s, v->u, v->g) == v->u &&
	    conf->preempt != PREEMPT_OFF && mate_alive(v) && v->unit->lan == LINK_UP &&
	    v->mate->state[v->g] == STATE_ACTIVE && v->mate->want[v->g] == WANT_NOTHING && !policy_met(v) &&
	    (!unit_stateful(v->s, v->u) || v->m->replicated) &&
	    (!v->m->manual || v->s->lab.model.manual == AFTER_MANUAL_YES);
}

static bool may_take(const struct view *v)
{
	return mate_alive(v) && v->unit->lan == LINK_UP;
}

static bool system_follows(const struct view *v)
{
	return v->g == 0 && state_active(v->unit->machine[1].state);
}

/* --- the table --------------------------------------------------------------------------------------------- */

/* Beside the states: nothing happens; we ask the mate to take the group; we ask no more. */
enum { STAY = STATE_COUNT, ASK, UNASK };

struct row {
	uint32_t states; /* bits */
	enum input input;
	bool (*when)(const struct view *v);
	enum rule_id rule;
	uint8_t to;     /* enum state, or STAY, ASK, UNASK */
	uint8_t reason; /* REASON_NONE: the reason of the chain goes on */
};

#define IN(state) (1u << STATE_##state)
#define JOINING (IN(COLD_STANDBY) | IN(SYNC_CONFIG) | IN(SYNC_FILES) | IN(BULK_SYNC))
#define TAKING (IN(JUST_ACTIVE) | IN(ACTIVE_DRAIN) | IN(ACTIVE_APPLYING) | IN(ACTIVE_APPLIED))
#define ANY ((1u << STATE_COUNT) - 1)

/* clang-format off */
static const struct row rows[] = {
	/* in                    on                 when                 by                    to                     because */
	{ IN(DISABLED),          INPUT_START,       always,              RULE_BOOT_CHECK,      STATE_NEGOTIATION,     REASON_CHECK },

	{ IN(NEGOTIATION),       INPUT_LOOK,        mate_active,         RULE_BOOT_JOIN,       STATE_COLD_STANDBY,    REASON_DETECTED },
	{ IN(NEGOTIATION),       INPUT_LOOK,        waited_alone,        RULE_BOOT_ALONE,      STATE_JUST_ACTIVE,     REASON_NO_ACTIVE },
	{ IN(NEGOTIATION),       INPUT_LOOK,        wins,                RULE_BOOT_BOTH,       STATE_JUST_ACTIVE,     REASON_NO_ACTIVE },
	{ IN(NEGOTIATION),       INPUT_LOOK,        always,              RULE_BOOT_WAIT,       STAY,                  REASON_NONE },

	{ JOINING,               INPUT_LOOK,        mate_gone,           RULE_SYNC_LOST,       STATE_NEGOTIATION,     REASON_HELLO_LOST },
	{ JOINING,               INPUT_LOOK,        mate_not_active,     RULE_SYNC_LOST,       STATE_NEGOTIATION,     REASON_CHECK },

	{ IN(COLD_STANDBY),      INPUT_LOOK,        waited_for_mate,     RULE_SYNC_CONFIG,     STATE_SYNC_CONFIG,     REASON_NONE },

	{ IN(STANDBY_READY),     INPUT_LOOK,        policy_met,          RULE_IF_STANDBY,      STATE_FAILED,          REASON_INTERFACE_CHECK },
	{ IN(STANDBY_READY),     INPUT_LOOK,        system_follows,      RULE_SYSTEM_FOLLOWS,  STATE_JUST_ACTIVE,     REASON_WANTS_ACTIVE },
	{ IN(STANDBY_READY),     INPUT_LOOK,        mate_gone,           RULE_TAKEOVER,        STATE_JUST_ACTIVE,     REASON_HELLO_LOST },
	{ IN(STANDBY_READY),     INPUT_LOOK,        asked_active,        RULE_WANTED,          STATE_JUST_ACTIVE,     REASON_WANTS_ACTIVE },
	{ IN(STANDBY_READY),     INPUT_LOOK,        nobody_active,       RULE_TAKEOVER,        STATE_JUST_ACTIVE,     REASON_NO_ACTIVE },

	{ IN(FAILED),            INPUT_LOOK,        policy_not_met,      RULE_FAILED_RECOVERS, STATE_STANDBY_READY,   REASON_INTERFACE_OK },
	{ IN(FAILED),            INPUT_LOOK,        mate_gone,           RULE_FAILED_STAYS,    STAY,                  REASON_NONE },
	{ IN(FAILED),            INPUT_LOOK,        asked_active,        RULE_FAILED_STAYS,    STAY,                  REASON_NONE },

	{ TAKING | IN(ACTIVE),   INPUT_LOOK,        gave_up_interfaces,  RULE_IF_MOVE,         STATE_FAILED,          REASON_INTERFACE_CHECK },
	{ TAKING | IN(ACTIVE),   INPUT_LOOK,        gave_up_typed,       RULE_CLI_STANDBY,     STATE_STANDBY_READY,   REASON_CONFIG_COMMAND },
	{ TAKING | IN(ACTIVE),   INPUT_LOOK,        asked_standby,       RULE_WANTED,          STATE_STANDBY_READY,   REASON_WANTS_STANDBY },
	{ IN(ACTIVE),            INPUT_LOOK,        split_secondary,     RULE_SPLIT_SECONDARY, STATE_COLD_STANDBY,    REASON_DETECTED },
	{ IN(ACTIVE),            INPUT_LOOK,        split_here,          RULE_SPLIT_PRIMARY,   STAY,                  REASON_NONE },
	{ IN(ACTIVE),            INPUT_LOOK,        asks_in_vain,        RULE_STANDBY_BLOCKS,  UNASK,                 REASON_NONE },
	{ IN(ACTIVE),            INPUT_LOOK,        asks_no_more,        RULE_IF_BACK,         UNASK,                 REASON_NONE },
	{ IN(ACTIVE),            INPUT_LOOK,        may_move,            RULE_IF_MOVE,         ASK,                   REASON_INTERFACE_CHECK },
	{ IN(ACTIVE),            INPUT_LOOK,        link_keeps,          RULE_LINK_NO_MOVE,    STAY,                  REASON_NONE },
	{ IN(ACTIVE),            INPUT_LOOK,        mate_keeps,          RULE_STANDBY_BLOCKS,  STAY,                  REASON_NONE },
	{ IN(ACTIVE),            INPUT_LOOK,        counts_keep,         RULE_IF_COMPARE,      STAY,                  REASON_NONE },

	{ IN(COLD_STANDBY),      INPUT_TIME,        mate_active,         RULE_SYNC_CONFIG,     STATE_SYNC_CONFIG,     REASON_NONE },
	{ IN(SYNC_FILES),        INPUT_TIME,        bulk_possible,       RULE_SYNC_STATE,      STATE_BULK_SYNC,       REASON_NONE },
	{ IN(SYNC_FILES),        INPUT_TIME,        always,              RULE_SYNC_CONFIG,     STATE_STANDBY_READY,   REASON_NONE },
	{ IN(JUST_ACTIVE),       INPUT_TIME,        always,              RULE_ACTIVE_CHAIN,    STATE_ACTIVE_DRAIN,    REASON_NONE },
	{ IN(ACTIVE_DRAIN),      INPUT_TIME,        always,              RULE_ACTIVE_CHAIN,    STATE_ACTIVE_APPLYING, REASON_NONE },
	{ IN(ACTIVE_APPLYING),   INPUT_TIME,        always,              RULE_ACTIVE_CHAIN,    STATE_ACTIVE_APPLIED,  REASON_NONE },
	{ IN(ACTIVE_APPLIED),    INPUT_TIME,        always,              RULE_ACTIVE_CHAIN,    STATE_ACTIVE,          REASON_NONE },

	{ IN(SYNC_CONFIG),       INPUT_PULLED,      always,              RULE_SYNC_CONFIG,     STATE_SYNC_FILES,      REASON_NONE },
	{ IN(BULK_SYNC),         INPUT_PULLED,      always,              RULE_SYNC_STATE,      STATE_STANDBY_READY,   REASON_NONE },
	{ IN(BULK_SYNC),         INPUT_NO_STATE,    always,              RULE_STATE_LINK,      STATE_STANDBY_READY,   REASON_NONE },

	{ IN(STANDBY_READY),     INPUT_PREEMPT,     may_preempt,         RULE_PREEMPT,         STATE_JUST_ACTIVE,     REASON_PREEMPT },

	{ IN(STANDBY_READY),     INPUT_CLI_ACTIVE,  may_take,            RULE_CLI_ACTIVE,      STATE_JUST_ACTIVE,     REASON_CONFIG_COMMAND },
	{ IN(STANDBY_READY),     INPUT_CLI_ACTIVE,  no_mate_takes_part,  RULE_FAILOVER_OFF,    STAY,                  REASON_NONE },
	{ IN(STANDBY_READY),     INPUT_CLI_ACTIVE,  always,              RULE_LINK_NO_MOVE,    STAY,                  REASON_NONE },
	{ IN(FAILED),            INPUT_CLI_ACTIVE,  always,              RULE_FAILED_STAYS,    STAY,                  REASON_NONE },
	{ IN(ACTIVE),            INPUT_CLI_STANDBY, mate_ready,          RULE_CLI_STANDBY,     ASK,                   REASON_CONFIG_COMMAND },
	{ IN(ACTIVE),            INPUT_CLI_STANDBY, no_mate_takes_part,  RULE_FAILOVER_OFF,    STAY,                  REASON_NONE },
	{ IN(ACTIVE),            INPUT_CLI_STANDBY, always,              RULE_STANDBY_BLOCKS,  STAY,                  REASON_NONE },
	{ IN(FAILED),            INPUT_CLI_RESET,   always,              RULE_CLI_RESET,       STATE_STANDBY_READY,   REASON_CONFIG_COMMAND },

	{ ANY,                   INPUT_START,       always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_LOOK,        always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_TIME,        always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_PULLED,      always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_NO_STATE,    always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_PREEMPT,     always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_CLI_ACTIVE,  always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_CLI_STANDBY, always,              RULE_NONE,            STAY,                  REASON_NONE },
	{ ANY,                   INPUT_CLI_RESET,   always,              RULE_NONE,            STAY,                  REASON_NONE },
};
/* clang-format on */

bool group_has_row(enum state state, enum input input)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		if ((rows[r].states & (1u << state)) && rows[r].input == input)
			return true;
	return false;
}

static const struct row *find_row(const struct view *v, enum input input)
{
	const struct row *r = rows;

	while (!((r->states & (1u << v->m->state)) && r->input == input && r->when(v)))
		r++;
	assert(r < rows + sizeof rows / sizeof *rows);
	return r;
}

/* --- entering a state -------------------------------------------------------------------------------------- */

uint32_t group_post(struct sim *s, uint32_t u, uint32_t g, enum event_kind kind, uint32_t in_ms, uint32_t cause)
{
	return queue_post(&s->queue, (struct event){ .at_ms = s->now_ms + in_ms, .kind = (uint8_t)kind,
	    .unit = (uint8_t)u, .what = (uint16_t)g, .cause = cause });
}

static void note_history(struct sim *s, uint32_t u, uint32_t g, uint32_t from, uint32_t to, uint32_t reason)
{
	struct unit *unit = &s->unit[u];

	if (unit->history_count == HISTORY_MAX) {
		for (uint32_t i = 1; i < HISTORY_MAX; i++)
			unit->history[i - 1] = unit->history[i];
		unit->history_count--;
	}
	unit->history[unit->history_count++] = (struct history_row){ .at_ms = s->now_ms, .group = (uint8_t)g,
		.from = (uint8_t)from, .to = (uint8_t)to, .reason = (uint8_t)reason };
}

/* How long a state lasts by itself; NEVER_MS where something else ends it. */
static uint32_t stage_ms(const struct sim *s, uint32_t g, enum state state)
{
	const struct timing_conf *t = &s->lab.timing;

	switch (state) {
	case STATE_NEGOTIATION:
		return g == 0 ? t->negotiation : t->stagger;
	case STATE_COLD_STANDBY:
		return t->cold_standby;
	case STATE_SYNC_FILES:
		return t->sync_files;
	case STATE_JUST_ACTIVE:
	case STATE_ACTIVE_DRAIN:
	case STATE_ACTIVE_APPLYING:
	case STATE_ACTIVE_APPLIED:
		return t->takeover / 4;
	case STATE_DISABLED:
	case STATE_NOT_DETECTED:
	case STATE_FAILED:
	case STATE_SYNC_CONFIG:
	case STATE_BULK_SYNC:
	case STATE_STANDBY_READY:
	case STATE_ACTIVE:
	case STATE_COUNT:
		break;
	}
	return NEVER_MS;
}

/* What a state does when it is entered: its timer, its pulling, and what it forgets. */
static void begin_state(struct sim *s, uint32_t u, uint32_t g)
{
	struct machine *m = &s->unit[u].machine[g];
	uint32_t last_ms = stage_ms(s, g, (enum state)m->state);

	m->stage_seq = 0;
	if (last_ms != NEVER_MS)
		m->stage_seq = group_post(s, u, g, EVENT_STAGE, last_ms, m->cause);
	if (m->state == STATE_SYNC_CONFIG || m->state == STATE_BULK_SYNC) {
		m->part = 0;
		m->stage_seq = group_post(s, u, g, EVENT_SYNC, 0, m->cause);
	}
	if (m->state == STATE_COLD_STANDBY || m->state == STATE_NEGOTIATION)
		m->replicated = 0;
	if (m->state != STATE_STANDBY_READY)
		m->preempt_seq = 0;
}

/* Who was active has every connection: its copy is as good as new. */
static void keep_own_state(struct sim *s, uint32_t u, uint32_t g, uint32_t from)
{
	struct machine *m = &s->unit[u].machine[g];

	if (from == STATE_ACTIVE && s->unit[u].state == LINK_UP && m->state != STATE_COLD_STANDBY) {
		m->replicated = 1;
		m->update_ms = s->now_ms;
	}
}

/* At boot the next group starts when this one knows where it goes [KP]. */
static void start_next(struct sim *s, uint32_t u, uint32_t g)
{
	if (g + 1 < GROUP_COUNT && s->unit[u].machine[g + 1].state == STATE_DISABLED)
		group_post(s, u, g + 1, EVENT_START, 0, s->unit[u].machine[g].cause);
}

/* What the machine asks of its mate while it is in the new state, and whether an operator put it there. */
static void set_wants(struct sim *s, uint32_t u, uint32_t g, uint32_t from, enum reason reason)
{
	const struct unit *unit = &s->unit[u];
	struct machine *m = &s->unit[u].machine[g];
	const struct picture *mate = &unit->belief.said;

	if (m->state == STATE_JUST_ACTIVE) {
		bool taken = unit->belief.mate == MATE_ALIVE && state_active(mate->state[g]);

		m->want = taken ? WANT_STANDBY : WANT_NOTHING;
		m->manual = reason == REASON_CONFIG_COMMAND || (reason == REASON_WANTS_ACTIVE && mate->manual[g]);
		m->want_cause = m->cause;
	} else if (!state_active(m->state)) {
		m->want = WANT_NOTHING;
		m->manual = state_active(from) && m->state == STATE_STANDBY_READY &&
		    (mate->manual[g] || reason == REASON_CONFIG_COMMAND);
	}
}

/* The one writer of a group's state: history, trace, timers, and word to the mate. */
static void group_enter(struct sim *s, uint32_t u, uint32_t g, enum state to, enum rule_id rule, enum reason reason,
    uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	struct machine *m = &unit->machine[g];
	uint32_t from = m->state;

	if (g == 1 && to == STATE_JUST_ACTIVE && unit->machine[0].state == STATE_STANDBY_READY)
		group_enter(s, u, 0, STATE_JUST_ACTIVE, RULE_SYSTEM_FOLLOWS, reason, cause);
	m->cause = trace(s, (struct entry){ .kind = ENTRY_STATE, .who = (uint8_t)u, .group = (uint8_t)g,
	    .iface = IFACE_NONE, .rule = (uint8_t)rule, .from = (uint8_t)from, .to = (uint8_t)to, .a = reason,
	    .cause = { cause, m->cause, unit->belief.cause[g] } });
	note_history(s, u, g, from, to, reason);
	m->state = (uint8_t)to;
	m->holds = to == STATE_ACTIVE || (m->holds && (to == STATE_DISABLED || to == STATE_NEGOTIATION || state_active(to)));
	m->reason = (uint8_t)reason;
	m->since_ms = s->now_ms;
	m->said = RULE_NONE;
	if (to == STATE_JUST_ACTIVE || from == STATE_ACTIVE)
		m->last_failover_ms = s->now_ms;
	set_wants(s, u, g, from, reason);
	keep_own_state(s, u, g, from);
	begin_state(s, u, g);
	if (from == STATE_NEGOTIATION && to != STATE_DISABLED)
		start_next(s, u, g);
	s->service_changed = s->dirty = 1;
	unit_tell(s, u, m->cause);
	unit_look(s, u, g);
	if (g == 1)
		unit_look(s, u, 0); /* the system space follows */
	if (g == 0 && (to == STATE_STANDBY_READY || to == STATE_ACTIVE))
		for (uint32_t other = 1; other < GROUP_COUNT; other++)
			unit_look(s, u, other);
}

/* --- preempt ----------------------------------------------------------------------------------------------- */

static void note_preempt(struct sim *s, uint32_t u, uint32_t g, enum rule_id rule, uint32_t delay_ms, uint32_t cause)
{
	trace(s, (struct entry){ .kind = ENTRY_PREEMPT, .who = (uint8_t)u, .group = (uint8_t)g, .iface = IFACE_NONE,
	    .rule = (uint8_t)rule, .a = delay_ms,
	    .cause = { cause, s->unit[u].machine[g].cause, s->unit[u].conf_cause[g] } });
}

/* Says once why a group that could come home does not. */
static void note_why_not(struct sim *s, const struct view *v)
{
	struct machine *m = &s->unit[v->u].machine[v->g];
	enum rule_id rule = group_kept_by(s, v->u, v->g);
	bool about_preempt = rule == RULE_PREEMPT_NONE || rule == RULE_PREEMPT_MANUAL || rule == RULE_PREEMPT_STATE;

	if (!about_preempt || m->said == rule)
		return;
	m->said = (uint8_t)rule;
	note_preempt(s, v->u, v->g, rule, 0, v->unit->belief.cause[v->g]);
}

/* Starts, keeps or drops the preempt timer, by what holds now. */
static void consider_preempt(struct sim *s, const struct view *v)
{
	struct machine *m = &s->unit[v->u].machine[v->g];
	uint32_t delay_ms = v->g > 0 ? v->unit->conf.group[v->g].preempt : PREEMPT_OFF;

	if (m->state != STATE_STANDBY_READY)
		return;
	if (!may_preempt(v)) {
		m->preempt_seq = 0;
		note_why_not(s, v);
	} else if (m->preempt_seq == 0) {
		if (delay_ms > 0)
			note_preempt(s, v->u, v->g, RULE_PREEMPT, delay_ms, v->unit->belief.cause[v->g]);
		m->preempt_ms = s->now_ms + delay_ms;
		m->preempt_seq = group_post(s, v->u, v->g, EVENT_PREEMPT, delay_ms, m->cause);
	}
}

/* A standby whose connections were not replicated, or went stale, pulls them once the state link carries again. */
static void consider_pull(struct sim *s, const struct view *v)
{
	struct machine *m = &s->unit[v->u].machine[v->g];

	if (m->state != STATE_STANDBY_READY || m->replicated || m->stage_seq != 0 || !bulk_possible(v) ||
	    !mate_active(v))
		return;
	m->part = 0;
	m->stage_seq = group_post(s, v->u, v->g, EVENT_SYNC, 0, s->unit[v->u].state_cause);
}

enum rule_id group_kept_by(const struct sim *s, uint32_t u, uint32_t g)
{
	const struct unit *unit = &s->unit[u];
	const struct view v = { s, u, g, unit, &unit->machine[g], &unit->belief.said };

	if (unit->run != RUN_UP || state_active(v.m->state) || g == 0)
		return RULE_NONE;
	if (!unit->failover || unit->belief.mate == MATE_OFF)
		return RULE_FAILOVER_OFF;
	if (v.m->state == STATE_FAILED)
		return RULE_FAILED_STAYS;
	if (unit->belief.mate == MATE_SILENT)
		return RULE_LINK_NO_MOVE;
	if (v.m->state != STATE_STANDBY_READY || !mate_active(&v) || group_preferred(s, u, g) != u)
		return RULE_NONE;
	if (unit->conf.group[g].preempt == PREEMPT_OFF)
		return RULE_PREEMPT_NONE;
	if (v.m->manual && s->lab.model.manual == AFTER_MANUAL_NO)
		return RULE_PREEMPT_MANUAL;
	if (unit_stateful(s, u) && !v.m->replicated)
		return RULE_PREEMPT_STATE;
	return RULE_NONE;
}

/* --- inputs ------------------------------------------------------------------------------------------------ */

/* We ask the mate to take the group, or no longer; the request rides on every hello until it is answered. */
static void ask(struct sim *s, uint32_t u, uint32_t g, const struct row *r, enum rule_id rule, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	struct machine *m = &unit->machine[g];

	m->want = r->to == ASK ? WANT_ACTIVE : WANT_NOTHING;
	m->want_reason = r->reason;
	if (r->reason == REASON_CONFIG_COMMAND)
		m->manual = 1;
	m->want_cause = trace(s, (struct entry){ .kind = ENTRY_RULE, .who = (uint8_t)u, .group = (uint8_t)g,
	    .iface = IFACE_NONE, .rule = (uint8_t)rule, .a = unit->failed[g], .b = unit->belief.said.failed[g],
	    .from = m->want, .cause = { cause, r->reason == REASON_INTERFACE_CHECK ? unit->failed_cause[g] : 0,
	    unit->belief.cause[g] } });
	unit_tell(s, u, m->want_cause);
}

/* The reason of a row; a failed module has words of its own. */
static enum reason reason_of(const struct view *v, const struct row *r)
{
	if (r->reason == REASON_NONE)
		return (enum reason)v->m->reason;
	if (r->reason == REASON_INTERFACE_CHECK && unit_unfit(v))
		return REASON_CARD_FAILED;
	if (r->reason == REASON_INTERFACE_OK && v->m->reason == REASON_CARD_FAILED)
		return REASON_CARD_GOOD;
	return (enum reason)r->reason;
}

/* The rule of a row; what a failed module causes is not the interfaces'. */
static enum rule_id rule_of(const struct view *v, const struct row *r)
{
	return unit_unfit(v) && (r->rule == RULE_IF_MOVE || r->rule == RULE_IF_STANDBY) ? RULE_MODULE_FAILED : r->rule;
}

void group_off(struct sim *s, uint32_t u, uint32_t g, enum reason reason, uint32_t cause)
{
	if (s->unit[u].machine[g].state != STATE_DISABLED)
		group_enter(s, u, g, STATE_DISABLED, RULE_FAILOVER_OFF, reason, cause);
}

void group_resync(struct sim *s, uint32_t u, uint32_t g, uint32_t cause)
{
	group_enter(s, u, g, STATE_COLD_STANDBY, RULE_WRITE_STANDBY, REASON_MISMATCH, cause);
}

/* Nothing happens, on purpose: said once for each reason. */
static void stay(struct sim *s, uint32_t u, uint32_t g, const struct row *r, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	struct machine *m = &unit->machine[g];

	if (r->rule == RULE_NONE || r->rule == RULE_BOOT_WAIT || m->said == r->rule)
		return;
	m->said = (uint8_t)r->rule;
	trace(s, (struct entry){ .kind = ENTRY_RULE, .who = (uint8_t)u, .group = (uint8_t)g, .iface = IFACE_NONE,
	    .rule = (uint8_t)r->rule, .a = unit->failed[g], .b = unit->belief.said.failed[g],
	    .from = WANT_NOTHING, .cause = { cause, unit->failed_cause[g], r->rule == RULE_LINK_NO_MOVE ?
	    unit->belief.mate_cause : unit->belief.cause[g] } });
}

/* What made the machine look: the newest thing that it knows. */
static uint32_t newest_cause(const struct unit *unit, uint32_t g, uint32_t cause)
{
	uint32_t newest = unit->belief.mate_cause;

	if (cause != 0)
		return cause;
	if (unit->failed_cause[g] > newest)
		newest = unit->failed_cause[g];
	if (unit->belief.cause[g] > newest)
		newest = unit->belief.cause[g];
	return newest;
}

enum rule_id group_input(struct sim *s, uint32_t u, uint32_t g, enum input input, uint32_t cause, bool *moved)
{
	struct unit *unit = &s->unit[u];
	struct machine *m = &unit->machine[g];
	struct view v = { s, u, g, unit, m, &unit->belief.said };
	const struct row *r = find_row(&v, input);
	uint32_t why = newest_cause(unit, g, cause);

	if (moved)
		*moved = r->to != STAY;
	if (r->to < STATE_COUNT)
		group_enter(s, u, g, (enum state)r->to, rule_of(&v, r), reason_of(&v, r), why);
	else if (r->to == STAY)
		stay(s, u, g, r, why);
	else
		ask(s, u, g, r, rule_of(&v, r), why);
	/* A taker that has been obeyed, or cannot be heard, asks no more; whether it may keep the group is asked now. */
	if (m->want == WANT_STANDBY && m->state == STATE_ACTIVE && !mate_active(&v)) {
		m->want = WANT_NOTHING;
		unit_look(s, u, g);
	}
	consider_pull(s, &v);
	consider_preempt(s, &v);
	return r->rule;
}

void group_stage_due(struct sim *s, const struct event *e)
{
	struct machine *m = &s->unit[e->unit].machine[e->what];
	bool negotiating = m->state == STATE_NEGOTIATION;

	m->stage_seq = 0;
	group_input(s, e->unit, e->what, negotiating ? INPUT_LOOK : INPUT_TIME, negotiating ? 0 : m->cause, NULL);
}

void group_preempt_due(struct sim *s, const struct event *e)
{
	s->unit[e->unit].machine[e->what].preempt_seq = 0;
	group_input(s, e->unit, e->what, INPUT_PREEMPT, s->unit[e->unit].machine[e->what].cause, NULL);
}
