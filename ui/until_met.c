/* Is a condition met: by what is so after a step, or by what the step told? */
#include "ui/until.h"

/* --- what is so -------------------------------------------------------------------------------------------- */

/* Is that group, that unit one of those which are meant? */
static bool means_group(const struct until *u, uint32_t g)
{
	return g > 0 && (u->group == 0 || u->group == g);
}

static bool means_unit(const struct until *u, uint32_t unit)
{
	return u->unit == UNIT_BOTH || u->unit == unit;
}

/* Which units pass the group's traffic: bits by unit. */
static uint8_t active_on(const struct sim *s, uint32_t g)
{
	uint8_t on = 0;

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].run == RUN_UP && s->unit[u].machine[g].holds)
			on |= (uint8_t)(1u << u);
	return on;
}

/* Is one of the groups that are meant active on just these units? */
static bool any_active_on(const struct sim *s, const struct until *u, uint8_t on)
{
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (means_group(u, g) && active_on(s, g) == on)
			return true;
	return false;
}

static bool is_split(const struct sim *s, const struct until *u)
{
	return any_active_on(s, u, 1u << PRIMARY | 1u << SECONDARY);
}

static bool is_nobodys(const struct sim *s, const struct until *u)
{
	return any_active_on(s, u, 0);
}

static bool has_state(const struct sim *s, const struct until *u)
{
	for (uint32_t unit = 0; unit < UNIT_COUNT; unit++)
		for (uint32_t g = 1; g < GROUP_COUNT; g++)
			if (means_unit(u, unit) && means_group(u, g) && s->unit[unit].machine[g].state == u->value)
				return true;
	return false;
}

static bool tells_state(const struct entry *e, const struct until *u)
{
	return e->kind == ENTRY_STATE && means_group(u, e->group) && means_unit(u, e->who) && e->to == u->value;
}

static bool has_run(const struct sim *s, const struct until *u)
{
	return s->unit[u->unit].run == u->value;
}

static bool tells_run(const struct entry *e, const struct until *u)
{
	return e->kind == ENTRY_UNIT && means_unit(u, e->who) && e->to == u->value;
}

static bool has_status(const struct sim *s, const struct until *u)
{
	for (uint32_t unit = 0; unit < UNIT_COUNT; unit++)
		if (means_unit(u, unit) && s->sides[u->iface][unit].status == u->value)
			return true;
	return false;
}

static bool tells_status(const struct entry *e, const struct until *u)
{
	return e->kind == ENTRY_IFACE && e->iface == u->iface && means_unit(u, e->who) && e->to == u->value;
}

/* Failed: a unit that runs takes it for failed. Up: none does, and one runs. */
static bool has_link(const struct sim *s, const struct until *u)
{
	int running = 0, lost = 0;

	for (uint32_t unit = 0; unit < UNIT_COUNT; unit++) {
		const struct unit *at = &s->unit[unit];

		if (!means_unit(u, unit) || at->run != RUN_UP)
			continue;
		running++;
		lost += (u->wire == WIRE_LAN ? at->lan : at->state) == LINK_LOST;
	}
	return u->value == LINK_LOST ? lost > 0 : running > 0 && lost == 0;
}

/* Is the unit's machine of a group where it stays, for all that the unit knows? */
static bool stays(const struct unit *unit, uint32_t g)
{
	const struct machine *m = &unit->machine[g];
	bool rests = m->state == STATE_ACTIVE || m->state == STATE_STANDBY_READY || m->state == STATE_FAILED;

	return (rests || !unit->failover) && m->preempt_seq == 0 && m->stage_seq == 0 && m->want == WANT_NOTHING;
}

/* Interfaces do not count: one that hears nothing is tested for ever. But a unit that does not know yet whether its
 * mate is alive will do something about it. */
static bool is_settled(const struct sim *s, const struct until *u)
{
	for (uint32_t unit = 0; unit < UNIT_COUNT; unit++) {
		const struct unit *at = &s->unit[unit];

		if (at->run == RUN_BOOTING)
			return false;
		if (at->run != RUN_UP)
			continue;
		if (at->failover && (at->belief.mate == MATE_UNKNOWN || (at->asking && at->belief.mate == MATE_ALIVE)))
			return false;
		for (uint32_t g = 1; g < GROUP_COUNT; g++)
			if (means_group(u, g) && !stays(at, g))
				return false;
	}
	return true;
}

static bool tells_entry(const struct entry *e, const struct until *u)
{
	return e->kind == u->value;
}

/* --- what a step did --------------------------------------------------------------------------------------- */

/* How a form is judged: by what is so, or by what was told, or by both. */
static const struct {
	bool (*holds)(const struct sim *s, const struct until *u);
	bool (*tells)(const struct entry *e, const struct until *u);
} judges[FORM_COUNT] = {
	[FORM_STATE] = { has_state, tells_state },
	[FORM_SPLIT] = { is_split, NULL },
	[FORM_NOBODY] = { is_nobodys, NULL },
	[FORM_UNIT] = { has_run, tells_run },
	[FORM_STATUS] = { has_status, tells_status },
	[FORM_LINK] = { has_link, NULL },
	[FORM_SETTLED] = { is_settled, NULL },
	[FORM_ENTRY] = { NULL, tells_entry },
};

/* What was so ends with an entry only; so nothing need be looked at until then. */
static bool met(const struct sim *s, bool first, void *context)
{
	struct until *u = context;
	bool had = u->held && !first, told = false;

	if (had && s->news_count == 0)
		return false;
	u->held = judges[u->form].holds && judges[u->form].holds(s, u);
	for (uint32_t n = 0; n < s->news_count && !first && judges[u->form].tells; n++)
		told = told || judges[u->form].tells(&s->news[n], u);
	return (u->held || told) && !had;
}

/* A group moves where it is active on other units than before the step; to be active nowhere is no move yet. */
static bool met_move(const struct sim *s, bool first, void *context)
{
	struct until *u = context;
	bool moved = false;

	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		uint8_t on = active_on(s, g);

		moved = moved || (means_group(u, g) && on != 0 && on != u->active[g]);
		u->active[g] = on;
	}
	return moved && !first;
}

struct watch until_watch(struct until *u)
{
	return (struct watch){ u->form == FORM_MOVES ? met_move : met, u, u->form == FORM_SETTLED };
}

bool until_happens(const struct until *u)
{
	return u->form == FORM_MOVES || u->form == FORM_ENTRY;
}

bool until_holds(const struct sim *s, struct until *u)
{
	struct watch w = until_watch(u);

	return w.met(s, true, u);
}
