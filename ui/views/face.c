/* Marks, words and styles of what is drawn. Every state differs in mark and word before it differs in colour. */
#include "ui/views/face.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/unit.h"

enum style face_hue(uint32_t group)
{
	return group == 2 ? STYLE_G2 : STYLE_G1;
}

/* The face of a state in a group's hue. */
static struct face state_face(uint32_t state, uint32_t group)
{
	enum style filled = group == 2 ? STYLE_G2_ACTIVE : STYLE_G1_ACTIVE;

	switch ((enum state)state) {
	case STATE_ACTIVE:
		return (struct face){ "●", "ACTIVE", filled };
	case STATE_JUST_ACTIVE:
		return (struct face){ "►", "JUST ACTIVE", STYLE_MOVING };
	case STATE_ACTIVE_DRAIN:
		return (struct face){ "►", "ACTIVE DRAIN", STYLE_MOVING };
	case STATE_ACTIVE_APPLYING:
		return (struct face){ "►", "APPLYING CONFIG", STYLE_MOVING };
	case STATE_ACTIVE_APPLIED:
		return (struct face){ "►", "CONFIG APPLIED", STYLE_MOVING };
	case STATE_STANDBY_READY:
		return (struct face){ "○", "STANDBY READY", face_hue(group) };
	case STATE_FAILED:
		return (struct face){ "✗", "FAILED", STYLE_FAILED };
	case STATE_COLD_STANDBY:
		return (struct face){ "◌", "COLD STANDBY", STYLE_SYNC };
	case STATE_SYNC_CONFIG:
		return (struct face){ "◌", "SYNC CONFIG", STYLE_SYNC };
	case STATE_SYNC_FILES:
		return (struct face){ "◌", "SYNC FILES", STYLE_SYNC };
	case STATE_BULK_SYNC:
		return (struct face){ "◌", "BULK SYNC", STYLE_SYNC };
	case STATE_NEGOTIATION:
		return (struct face){ "?", "NEGOTIATION", STYLE_UNKNOWN };
	case STATE_NOT_DETECTED:
		return (struct face){ "?", "NOT DETECTED", STYLE_UNKNOWN };
	case STATE_DISABLED:
	case STATE_COUNT:
		break;
	}
	return (struct face){ "–", "DISABLED", STYLE_UNKNOWN };
}

struct face face_group(const struct sim *s, uint32_t unit, uint32_t group)
{
	switch ((enum run)s->unit[unit].run) {
	case RUN_OFF:
		return (struct face){ "✗", "NO POWER", STYLE_FAILED };
	case RUN_CRASHED:
		return (struct face){ "✗", "CRASHED", STYLE_FAILED };
	case RUN_HUNG:
		return (struct face){ "✗", "HUNG", STYLE_FAILED };
	case RUN_BOOTING:
		return (struct face){ "◌", "BOOTING", STYLE_SYNC };
	case RUN_UP:
		break;
	}
	if (group > 0 && face_holder(s, group) == HOLDER_BOTH)
		return (struct face){ "●", s->unit[unit].off ? "OFF: ACTIVE TOO" : "ACTIVE: SPLIT", STYLE_SPLIT };
	if (s->unit[unit].off)
		return s->unit[unit].machine[group].holds ?
		    (struct face){ "●", "OFF, ACTIVE", group == 2 ? STYLE_G2_ACTIVE : STYLE_G1_ACTIVE } :
		    (struct face){ "–", "OFF, STANDBY", STYLE_UNKNOWN };
	return state_face(s->unit[unit].machine[group].state, group);
}

bool face_filled(enum style style)
{
	return style == STYLE_G1_ACTIVE || style == STYLE_G2_ACTIVE || style == STYLE_SPLIT || style == STYLE_MOVING;
}

/* The belief in the few words that fit beside the bar. With failover off a unit has none. */
struct face face_belief(const struct sim *s, uint32_t unit, uint32_t group)
{
	uint32_t state = unit_believes(&s->unit[unit], group);
	struct face f = state_face(state, group);

	if (s->unit[unit].run != RUN_UP)
		return (struct face){ " ", "", STYLE_QUIET };
	if (!s->unit[unit].failover)
		return (struct face){ "–", "IGNORED", STYLE_UNKNOWN };
	if (f.style == STYLE_MOVING)
		f = (struct face){ "►", "ACTIVE", STYLE_QUIET };
	else if (f.style == STYLE_SYNC)
		f.word = "SYNC";
	else if (state == STATE_STANDBY_READY)
		f.word = "STANDBY";
	else if (state == STATE_NEGOTIATION)
		f.word = "NEGOT.";
	else if (state == STATE_NOT_DETECTED)
		f.word = "NOBODY";
	if (f.style == STYLE_G1_ACTIVE || f.style == STYLE_G2_ACTIVE)
		f.style = face_hue(group);
	return f;
}

/* Coarse enough that a hello under way is no lie. */
static int sort_of(uint32_t state)
{
	if (state_active(state))
		return 1;
	return state == STATE_FAILED || state == STATE_DISABLED || state == STATE_NOT_DETECTED ? 2 : 3;
}

bool face_belief_true(const struct sim *s, uint32_t unit, uint32_t group)
{
	const struct unit *mate = &s->unit[mate_of(unit)];
	uint32_t is = mate->run == RUN_UP ? mate->machine[group].state : (uint32_t)STATE_DISABLED;

	return !s->unit[unit].failover || sort_of(is) == sort_of(unit_believes(&s->unit[unit], group));
}

struct face face_side(const struct sim *s, uint32_t unit, uint32_t iface)
{
	const struct side *side = &s->sides[iface][unit];

	if (s->unit[unit].run != RUN_UP)
		return (struct face){ "·", "", STYLE_UNKNOWN };
	switch ((enum status)side->status) {
	case STATUS_NORMAL:
		return side->flags & SIDE_MONITORED ? (struct face){ "●", "ok", STYLE_GOOD } :
		    (struct face){ "·", "not monitored", STYLE_UNKNOWN };
	case STATUS_WAITING:
		return (struct face){ "◐", "Waiting", STYLE_WARN };
	case STATUS_TESTING:
		return (struct face){ "◔", "Testing", STYLE_WARN };
	case STATUS_NO_LINK:
		return (struct face){ "╳", "No Link", STYLE_FAILED };
	case STATUS_FAILED:
		return (struct face){ "✗", "Failed", STYLE_FAILED };
	case STATUS_LINK_DOWN:
		return (struct face){ "▽", "Link Down", STYLE_UNKNOWN };
	case STATUS_UNKNOWN:
	case STATUS_COUNT:
		break;
	}
	return (struct face){ "?", "Unknown", STYLE_UNKNOWN };
}

const char *face_port(const char *port, char *out, size_t size)
{
	size_t digits = strcspn(port, "0123456789");

	snprintf(out, size, "%c%s", tolower((unsigned char)port[0]), port + digits);
	return out;
}

uint32_t face_holder(const struct sim *s, uint32_t group)
{
	uint32_t holder = HOLDER_NONE;

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].run == RUN_UP && s->unit[u].machine[group].holds)
			holder = holder == HOLDER_NONE ? u : (uint32_t)HOLDER_BOTH;
	return holder;
}

/* Is there an entry of that kind among the changed ones?  A few hundred at the most are looked at. */
static bool changed(const struct scene *scene, uint32_t kind, uint32_t unit, uint32_t group, uint32_t iface)
{
	uint32_t last = scene->s->trace_id;

	for (uint32_t id = last; id >= scene->changed_first && id + 400 > last && id > 0; id--) {
		const struct entry *e = history_entry(scene->history, id);

		if (!e)
			break;
		if (e->kind == kind && e->who == unit && (kind != ENTRY_STATE || e->group == group) &&
		    (kind != ENTRY_IFACE || e->iface == iface))
			return true;
	}
	return false;
}

bool face_group_changed(const struct scene *scene, uint32_t unit, uint32_t group)
{
	return changed(scene, ENTRY_STATE, unit, group, IFACE_NONE) || changed(scene, ENTRY_UNIT, unit, 0, 0);
}

bool face_side_changed(const struct scene *scene, uint32_t unit, uint32_t iface)
{
	return changed(scene, ENTRY_IFACE, unit, 0, iface);
}

const char *face_leg_mark(uint32_t bits)
{
	if (bits & (1u << FAULT_CARRIER))
		return "╳";
	if (bits & (1u << FAULT_BLACKHOLE))
		return "◯";
	if (bits & (1u << FAULT_ONEWAY))
		return "►";
	if (bits & (1u << FAULT_BLOCKED))
		return "▒";
	if (bits & (1u << FAULT_LOSS))
		return "░";
	if (bits & (1u << FAULT_DELAY))
		return "≈";
	return NULL;
}
