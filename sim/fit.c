/* What a unit is made of, and whether its mate fits [section 6 of the facts].
 *
 * Software, mode, chassis, card and ports are what the unit came up with; a licence may change while it runs.  They
 * ride on every hello, and a unit compares them with its own. */
#include "sim/fit.h"

#include "sim/fault.h"
#include "sim/unit.h"

uint8_t fit_traits(const struct unit *unit)
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

void fit_changed(struct sim *s, uint32_t u, uint32_t cause)
{
	s->unit[u].traits_cause = cause;
	fit_notice(s, u, cause);
}

void fit_notice(struct sim *s, uint32_t u, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	bool failed = unit->faults & (1u << FAULT_MODULE), licence = unit->faults & (1u << FAULT_LICENCE);

	if (unit->run != RUN_UP)
		return;
	unit->traits = (uint8_t)(licence ? unit->traits | TRAIT_LICENCE : unit->traits & ~TRAIT_LICENCE);
	if (failed != !!(unit->traits & TRAIT_UNFIT))
		unit->module_seq = unit_timer(s, u, EVENT_MODULE, s->now_ms + s->lab.timing.module, cause);
}

void fit_module_due(struct sim *s, uint32_t u, uint32_t cause)
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

/* Is the unit active for anything, as it or its mate says? */
static bool holds_any(const uint8_t state[GROUP_COUNT])
{
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		if (state_active(state[g]))
			return true;
	return false;
}

void fit_agree(struct sim *s, uint32_t u, const struct picture *mate, uint32_t cause)
{
	struct unit *unit = &s->unit[u];
	uint8_t differs = (unit->traits ^ mate->traits) & (uint8_t)~(TRAIT_OFF | TRAIT_UNFIT);
	uint8_t fatal = differs & (uint8_t)~(TRAIT_VERSION | TRAIT_PORTS);
	uint8_t mine[GROUP_COUNT] = { unit->machine[0].state, unit->machine[1].state, unit->machine[2].state };
	bool here = holds_any(mine), there = holds_any(mate->state);
	bool leaves = fatal && (here == there ? s->unit[u].role == SECONDARY : !here);

	if (differs == unit->agreed)
		return;
	unit->agreed = differs;
	if (differs == 0)
		return;
	cause = trace(s, (struct entry){ .kind = ENTRY_AGREE, .who = (uint8_t)u, .group = GROUP_NONE,
	    .iface = IFACE_NONE, .rule = fatal ? RULE_MATE_DIFFERS : RULE_MATE_VERSION, .a = differs, .b = unit->traits,
	    .to = leaves, .cause = { mate->traits_cause > unit->traits_cause ? mate->traits_cause : unit->traits_cause,
	    cause, unit->cause } });
	if (leaves)
		unit_failover_off(s, u, fatal & TRAIT_MODE ? REASON_MODE_DIFFERS : fatal & TRAIT_LICENCE ?
		    REASON_LICENCE_DIFFERS : fatal & TRAIT_HARDWARE ? REASON_CHASSIS_DIFFERS : REASON_CARD_DIFFERS, cause);
}
