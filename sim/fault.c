/* What can be broken, and mending it.
 *
 * A fault sets a bit where it is: on a unit, on a leg, on an end of a cable, on a switch.  What follows from the bit
 * is worked out in link.c and noticed, or not, by the units. */
#include "sim/fault.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/fit.h"
#include "sim/link.h"
#include "sim/unit.h"

const struct fault faults[FAULT_COUNT] = {
#define FAULT(id, word, targets, does, mends) { word, targets, does, mends },
#include "sim/faults.def"
};

/* Faults of a unit that outlive its software. */
#define LASTING \
	(1u << FAULT_MODULE | 1u << FAULT_VERSION | 1u << FAULT_MODE | 1u << FAULT_LICENCE | 1u << FAULT_HARDWARE | \
	    1u << FAULT_CARD | 1u << FAULT_PORTS)

int fault_find(const char *word)
{
	for (int f = 0; f < FAULT_COUNT; f++)
		if (strcmp(faults[f].word, word) == 0)
			return f;
	return -1;
}

bool fault_fits(enum fault_id fault, struct target target)
{
	static const unsigned mask[TARGET_COUNT] = { [TARGET_UNIT] = MASK_UNIT, [TARGET_LAN] = MASK_LINK,
		[TARGET_STATE] = MASK_LINK, [TARGET_LEG] = MASK_LEG, [TARGET_SWITCH] = MASK_SWITCH };

	return faults[fault].targets & mask[target.kind];
}

/* --- where the bits are ------------------------------------------------------------------------------------ */

static struct cable *cable_of(struct sim *s, struct target target)
{
	return target.kind == TARGET_LAN || lab_link_shared(&s->lab) ? &s->lan : &s->state;
}

/* Bits of a target; for a cable as a whole those of both legs. */
static uint32_t bits_of(const struct sim *s, struct target t)
{
	const struct cable *c = t.kind == TARGET_LAN || lab_link_shared(&s->lab) ? &s->lan : &s->state;

	switch ((enum target_kind)t.kind) {
	case TARGET_UNIT:
		return s->unit[t.unit].faults;
	case TARGET_LAN:
	case TARGET_STATE:
		return t.unit == UNIT_BOTH ? c->faults[PRIMARY] | c->faults[SECONDARY] : c->faults[t.unit];
	case TARGET_LEG:
		return s->sides[t.index][t.unit].faults;
	case TARGET_SWITCH:
		return s->switch_faults[t.index];
	case TARGET_NONE:
	case TARGET_COUNT:
		break;
	}
	return 0;
}

static void set_bit(uint32_t *bits, enum fault_id fault, bool on)
{
	*bits = on ? *bits | (1u << fault) : *bits & ~(1u << fault);
}

/* The quantity of a loss or a delay, 0 where it is mended. */
static void set_amount(uint8_t *loss, uint16_t *delay_ms, enum fault_id fault, uint32_t amount)
{
	if (fault == FAULT_LOSS)
		*loss = (uint8_t)amount;
	else if (fault == FAULT_DELAY)
		*delay_ms = (uint16_t)amount;
}

const char *fault_unit(enum fault_id fault)
{
	return fault == FAULT_LOSS ? "%" : fault == FAULT_DELAY ? "ms" : "";
}

uint32_t fault_usual(enum fault_id fault)
{
	return fault == FAULT_LOSS ? 50 : fault == FAULT_DELAY ? 250 : 0;
}

uint32_t fault_most(enum fault_id fault)
{
	return fault == FAULT_LOSS ? 100 : fault == FAULT_DELAY ? 60000 : 0;
}

/* Do two interfaces sit on one physical port: the same name up to the VLAN? */
static bool same_port(const struct interface_conf *a, const struct interface_conf *b)
{
	size_t n = strcspn(a->port, ".");

	return n > 0 && n == strcspn(b->port, ".") && strncmp(a->port, b->port, n) == 0;
}

static void set_leg(struct sim *s, enum fault_id fault, struct target t, bool on, uint32_t amount)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (i == t.index || same_port(&s->lab.ifaces[i], &s->lab.ifaces[t.index])) {
			struct side *side = &s->sides[i][t.unit];

			set_bit(&side->faults, fault, on);
			set_amount(&side->loss, &side->delay_ms, fault, on ? amount : 0);
			if (fault == FAULT_BLOCKED)
				side->unblock_seq = !on ? 0 : queue_post(&s->queue, (struct event){ .at_ms = s->now_ms +
				    s->lab.timing.stp, .kind = EVENT_UNBLOCK, .unit = t.unit, .what = (uint16_t)i });
		}
}

static void set_bits(struct sim *s, enum fault_id fault, struct target t, bool on, uint32_t amount)
{
	switch ((enum target_kind)t.kind) {
	case TARGET_UNIT:
		set_bit(&s->unit[t.unit].faults, fault, on);
		break;
	case TARGET_LAN:
	case TARGET_STATE:
		for (uint8_t u = 0; u < UNIT_COUNT; u++)
			if (t.unit == u || t.unit == UNIT_BOTH) {
				struct cable *c = cable_of(s, t);

				set_bit(&c->faults[u], fault, on);
				set_amount(&c->loss[u], &c->delay_ms[u], fault, on ? amount : 0);
			}
		break;
	case TARGET_LEG:
		set_leg(s, fault, t, on, amount);
		break;
	case TARGET_SWITCH:
		set_bit(&s->switch_faults[t.index], fault, on);
		break;
	case TARGET_NONE:
	case TARGET_COUNT:
		assert(0);
	}
}

bool fault_present(const struct sim *s, enum fault_id fault, struct target target)
{
	return bits_of(s, target) & (1u << fault);
}

/* --- all of them ------------------------------------------------------------------------------------------- */

/* The n-th place where a fault can be: units, cables' legs, switches, legs. False behind the last. */
static bool nth_target(const struct sim *s, uint32_t n, struct target *t)
{
	uint32_t legs = s->lab.iface_count * UNIT_COUNT;

	if (n < UNIT_COUNT) {
		*t = (struct target){ TARGET_UNIT, (uint8_t)n, 0 };
		return true;
	}
	n -= UNIT_COUNT;
	if (n < 2 * UNIT_COUNT) {
		bool none = n >= UNIT_COUNT && (!lab_stateful(&s->lab) || lab_link_shared(&s->lab));

		*t = (struct target){ none ? TARGET_NONE : n < UNIT_COUNT ? TARGET_LAN : TARGET_STATE,
			(uint8_t)(n % UNIT_COUNT), 0 };
		return true;
	}
	n -= 2 * UNIT_COUNT;
	if (n < s->lab.switch_count) {
		*t = (struct target){ TARGET_SWITCH, 0, (uint16_t)n };
		return true;
	}
	n -= s->lab.switch_count;
	*t = (struct target){ TARGET_LEG, (uint8_t)(n % UNIT_COUNT), (uint16_t)(n / UNIT_COUNT) };
	return n < legs;
}

/* Has an interface before it the same port, and so the same cable? */
static bool shares_cable(const struct sim *s, uint32_t iface)
{
	for (uint32_t i = 0; i < iface; i++)
		if (same_port(&s->lab.ifaces[i], &s->lab.ifaces[iface]))
			return true;
	return false;
}

/* One fault is told once: a cable that is broken at both ends as a whole, a port by its first interface. */
static bool tells(const struct sim *s, enum fault_id fault, struct target *t)
{
	struct target other = { t->kind, (uint8_t)mate_of(t->unit), t->index };

	if (t->kind == TARGET_LEG)
		return !shares_cable(s, t->index);
	if ((t->kind != TARGET_LAN && t->kind != TARGET_STATE) || !fault_present(s, fault, other))
		return true;
	t->unit = t->unit == PRIMARY ? (uint8_t)UNIT_BOTH : t->unit;
	return t->unit == UNIT_BOTH;
}

bool fault_next(const struct sim *s, uint32_t *cursor, enum fault_id *fault, struct target *target)
{
	while (nth_target(s, *cursor / FAULT_COUNT, target)) {
		uint32_t at = (*cursor)++;

		*fault = (enum fault_id)(at % FAULT_COUNT);
		if (bits_of(s, *target) == 0)
			*cursor = (at / FAULT_COUNT + 1) * FAULT_COUNT;
		else if (fault_present(s, *fault, *target) && tells(s, *fault, target))
			return true;
	}
	return false;
}

uint32_t fault_count(const struct sim *s)
{
	uint32_t cursor = 0, count = 0;
	enum fault_id fault;
	struct target target;

	while (fault_next(s, &cursor, &fault, &target))
		count++;
	return count;
}

/* --- breaking and mending ---------------------------------------------------------------------------------- */

static uint32_t note(struct sim *s, enum entry_kind kind, enum fault_id fault, struct target t, uint32_t amount)
{
	uint16_t iface = t.kind == TARGET_LEG ? t.index : (uint16_t)IFACE_NONE;

	return trace(s, (struct entry){ .kind = (uint8_t)kind, .who = WHO_YOU, .group = GROUP_NONE, .iface = iface,
	    .from = (uint8_t)fault, .to = t.kind, .a = t.unit | amount << 8, .b = t.index });
}

/* A unit fault takes its software away; power and a hang also end what was wrong with the software before. */
static void break_unit(struct sim *s, enum fault_id fault, uint32_t u, uint32_t cause)
{
	switch (fault) {
	case FAULT_POWER:
		s->unit[u].faults = (s->unit[u].faults & LASTING) | 1u << FAULT_POWER;
		unit_stop(s, u, RUN_OFF, cause);
		break;
	case FAULT_CRASH:
		s->unit[u].faults = (s->unit[u].faults & LASTING) | 1u << FAULT_CRASH;
		unit_stop(s, u, RUN_CRASHED, cause);
		break;
	case FAULT_HANG:
		unit_stop(s, u, RUN_HUNG, cause);
		break;
	case FAULT_RELOAD:
		unit_boot(s, u, cause);
		break;
	case FAULT_MODULE:
	case FAULT_VERSION:
	case FAULT_MODE:
	case FAULT_LICENCE:
	case FAULT_HARDWARE:
	case FAULT_CARD:
	case FAULT_PORTS:
		fit_changed(s, u, cause);
		break;
	case FAULT_CARRIER:
	case FAULT_BLACKHOLE:
	case FAULT_ONEWAY:
	case FAULT_LOSS:
	case FAULT_DELAY:
	case FAULT_BLOCKED:
	case FAULT_SPLIT:
	case FAULT_DOWN:
	case FAULT_COUNT:
		assert(0);
	}
}

/* Can the unit suffer that in the state it is in? */
static bool unit_can(const struct sim *s, enum fault_id fault, uint32_t u, char *reply, size_t size)
{
	enum run run = (enum run)s->unit[u].run;
	bool off = run == RUN_OFF || run == RUN_CRASHED;

	if (fault == FAULT_POWER || run == RUN_UP || (LASTING & (1u << fault)))
		return true;
	if (fault == FAULT_CRASH && !off)
		return true;
	snprintf(reply, size, "%s %s", s->lab.unit[u].name,
	    off ? "is not running" : run == RUN_BOOTING ? "is booting" : "hangs");
	return false;
}

/* What the ends of a cable or a leg notice from now on follows from this. */
static void mark(struct sim *s, struct target t, uint32_t cause)
{
	if (t.kind == TARGET_LAN || t.kind == TARGET_STATE)
		cable_of(s, t)->cause = cause;
	for (uint32_t i = 0; i < s->lab.iface_count && t.kind == TARGET_LEG; i++)
		if (i == t.index || same_port(&s->lab.ifaces[i], &s->lab.ifaces[t.index]))
			s->sides[i][PRIMARY].world_cause = s->sides[i][SECONDARY].world_cause = cause;
}

bool fault_inject(struct sim *s, enum fault_id fault, struct target t, uint32_t amount, char *reply, size_t size)
{
	char name[96];
	uint32_t cause;

	target_name(&s->lab, t, name, sizeof name);
	if (!fault_fits(fault, t)) {
		snprintf(reply, size, "'%s' is no fault of %s", faults[fault].word, name);
		return false;
	}
	if (fault_present(s, fault, t)) {
		snprintf(reply, size, "%s has that fault already: %s", name, faults[fault].word);
		return false;
	}
	if (t.kind == TARGET_UNIT && !unit_can(s, fault, t.unit, reply, size))
		return false;
	amount = amount > 0 && amount <= fault_most(fault) ? amount : fault_usual(fault);
	cause = note(s, ENTRY_FAULT, fault, t, amount);
	set_bits(s, fault, t, true, amount);
	mark(s, t, cause);
	if (t.kind == TARGET_UNIT)
		break_unit(s, fault, t.unit, cause);
	world_touch(s, cause);
	return true;
}

bool fault_mend(struct sim *s, enum fault_id fault, struct target t, char *reply, size_t size)
{
	char name[96];
	uint32_t cause;

	target_name(&s->lab, t, name, sizeof name);
	if (!fault_fits(fault, t) || !fault_present(s, fault, t)) {
		snprintf(reply, size, "%s has no fault '%s' to mend", name, faults[fault].word);
		return false;
	}
	cause = note(s, ENTRY_MEND, fault, t, 0);
	if (fault == FAULT_RELOAD)
		return true; /* it comes back by itself */
	set_bits(s, fault, t, false, 0);
	mark(s, t, cause);
	if (t.kind == TARGET_UNIT && (LASTING & (1u << fault)))
		fit_changed(s, t.unit, cause);
	else if (t.kind == TARGET_UNIT)
		unit_boot(s, t.unit, cause);
	world_touch(s, cause);
	return true;
}

/* --- names ------------------------------------------------------------------------------------------------- */

/* "primary", "secondary" or a unit's name, of n characters; UNIT_COUNT where it is neither. */
static uint32_t find_unit(const struct lab *lab, const char *text, size_t n)
{
	static const char *const role[] = { "primary", "secondary" };

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if ((strlen(role[u]) == n && strncmp(role[u], text, n) == 0) ||
		    (strlen(lab->unit[u].name) == n && strncmp(lab->unit[u].name, text, n) == 0))
			return u;
	return UNIT_COUNT;
}

/* "folink" or "statelink": the INI file's names. */
static bool find_link(const struct lab *lab, const char *text, struct target *t)
{
	if (strcmp(text, lab->failover.lan.name) == 0)
		t->kind = TARGET_LAN;
	else if (lab_stateful(lab) && strcmp(text, lab->failover.link.name) == 0)
		t->kind = TARGET_STATE;
	else
		return false;
	return true;
}

/* "CTX1/inside". */
static bool find_leg(const struct lab *lab, const char *text, struct target *t)
{
	for (uint32_t i = 0; i < lab->iface_count; i++) {
		const char *context = lab->contexts[lab->ifaces[i].context].name;
		size_t n = strlen(context);

		if (strncmp(text, context, n) != 0 || text[n] != '/' || strcmp(text + n + 1, lab->ifaces[i].name) != 0)
			continue;
		t->kind = TARGET_LEG;
		t->index = (uint16_t)i;
		return true;
	}
	return false;
}

bool target_parse(const struct lab *lab, const char *text, struct target *target, char *why, size_t size)
{
	const char *colon = strchr(text, ':');
	size_t n = colon ? (size_t)(colon - text) : strlen(text);
	uint32_t u = find_unit(lab, text, n);
	int sw = lab_find_switch(lab, text);

	*target = (struct target){ TARGET_NONE, UNIT_BOTH, 0 };
	if (colon && u == UNIT_COUNT) {
		snprintf(why, size, "there is no unit '%.*s'; they are %s and %s", (int)(n < 40 ? n : 40), text,
		    lab->unit[0].name, lab->unit[1].name);
		return false;
	}
	if (u < UNIT_COUNT)
		target->unit = (uint8_t)u;
	if (u < UNIT_COUNT && !colon)
		target->kind = TARGET_UNIT;
	else if (!colon && sw >= 0)
		*target = (struct target){ TARGET_SWITCH, 0, (uint16_t)sw };
	else if (!find_link(lab, colon ? colon + 1 : text, target) && !(colon && find_leg(lab, colon + 1, target))) {
		snprintf(why, size, "nothing is called '%.60s'; a target is a unit, a link, a switch or UNIT:CONTEXT/NAMEIF",
		    text);
		return false;
	}
	return true;
}

const char *target_name(const struct lab *lab, struct target t, char *out, size_t size)
{
	const char *unit = t.unit < UNIT_COUNT ? lab->unit[t.unit].name : "";
	const char *link = t.kind == TARGET_LAN ? lab->failover.lan.name : lab->failover.link.name;

	switch ((enum target_kind)t.kind) {
	case TARGET_UNIT:
		snprintf(out, size, "%s", unit);
		break;
	case TARGET_LAN:
	case TARGET_STATE:
		snprintf(out, size, "%s%s%s", unit, t.unit < UNIT_COUNT ? ":" : "", link);
		break;
	case TARGET_LEG:
		snprintf(out, size, "%s:%s/%s", unit, lab->contexts[lab->ifaces[t.index].context].name,
		    lab->ifaces[t.index].name);
		break;
	case TARGET_SWITCH:
		snprintf(out, size, "%s", lab->switches[t.index].name);
		break;
	case TARGET_NONE:
	case TARGET_COUNT:
		snprintf(out, size, "nothing");
	}
	return out;
}
