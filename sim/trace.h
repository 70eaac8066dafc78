/* What happened, as data: who, what, when, the rule that fired and the entries that caused it.
 *
 * A step leaves its entries in the state's `news`; whoever keeps the story (history.h) takes them from there.  An id
 * counts from 1 for the whole run, so a cause is a number that stays true. */
#ifndef FAILSCOPE_SIM_TRACE_H
#define FAILSCOPE_SIM_TRACE_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/limits.h"

/* KIND(ID, "word", notable): what an entry tells. A notable one is a step of its own for a reader. */
#define ENTRY_KINDS(X) \
	X(FAULT, "FAULT", 1)     /* a person broke something: from = fault, to = target kind */ \
	X(MEND, "MEND", 1)       /* a person mended it */ \
	X(TYPE, "TYPE", 1)       /* a person typed a line: from = enum typed, a = unit; to, group, iface, b: its values; \
	                            TYPED_ON: b = failover was on; of what is known everywhere b = enum mode_kind */ \
	X(REFUSED, "REFUSED", 1) /* and the device would not: from = enum command_kind; of a fault: to = target kind; \
	                            of a line: a = unit, b = enum refusal */ \
	X(CONFIG, "CONFIG", 1)   /* a line is replicated: from, to, group, iface, b as of TYPE; or, where from is \
	                            TYPED_COUNT, the configuration became the mate's */ \
	X(UNIT, "UNIT", 1)       /* a unit's life: from, to = enum run */ \
	X(STATE, "STATE", 1)     /* a group machine moved: from, to = enum state, a = enum reason */ \
	X(IFACE, "IF", 1)        /* an interface's status: from, to = enum status */ \
	X(LINK, "LINK", 1)       /* a unit's view of a link: from = enum wire, to = enum link_view */ \
	X(MATE, "MATE", 1)       /* a unit's view of its mate: from, to = enum mate, b = enum link_view */ \
	X(BELIEF, "BELIEF", 0)   /* what it believes of the mate's group: from, to = enum state, a = age */ \
	X(REPORT, "REPORT", 0)   /* the mate says how its end of an interface is: from, to = enum status; without an \
	                            interface: to = 1 its service module has failed, 0 works again */ \
	X(RULE, "RULE", 1)       /* a decision: a, b = the numbers it went by */ \
	X(LANTEST, "LANTEST", 1) /* three hellos missed: a = interfaces asked */ \
	X(TEST, "TEST", 1)       /* interface tests: from = enum test, to = enum verdict */ \
	X(PREEMPT, "PREEMPT", 1) /* preempt waits or acts: a = delay in ms */ \
	X(SYNC, "SYNC", 0)       /* configuration or state was pulled: a of b parts */ \
	X(AGREE, "AGREE", 1)     /* the mate does not fit: a = traits that differ, b = own, to = 1: failover is disabled */ \
	X(MODULE, "MODULE", 1)   /* a service module: to = 1 failed, 0 fine again */ \
	X(CONNS, "CONNS", 1)     /* connections of a group at a move: a kept, b lost */

enum entry_kind {
#define KIND(id, ...) ENTRY_##id,
	ENTRY_KINDS(KIND)
#undef KIND
	ENTRY_KIND_COUNT
};

enum who { WHO_PRIMARY, WHO_SECONDARY, WHO_YOU, WHO_NET };

enum rule_id {
#define RULE(id, ...) RULE_##id,
#include "sim/rules.def"
	RULE_COUNT
};

enum trust { TRUST_DOC, TRUST_SEEN, TRUST_INFERRED, TRUST_RECALL, TRUST_DISPUTED };

struct rule {
	const char *word;
	const char *source;
	const char *sentence;
	enum trust trust;
};

extern const struct rule rules[RULE_COUNT];

enum { IFACE_NONE = 0xffff, GROUP_NONE = 0xff };

struct entry {
	uint32_t id, at_ms, step;
	uint32_t cause[CAUSE_MAX]; /* ids; 0: none */
	uint32_t a, b;             /* by kind */
	uint16_t iface;            /* IFACE_NONE where none is meant */
	uint8_t kind, who;
	uint8_t group; /* GROUP_NONE where none is meant */
	uint8_t rule;
	uint8_t from, to; /* by kind */
};

_Static_assert(sizeof(struct entry) == 40, "an entry has no hidden padding");

struct sim;

/* Notes what happened now. The entry's id, time and step are filled in; returns the id. */
uint32_t trace(struct sim *s, struct entry e);

/* Is the kind a step of its own for a reader? */
bool entry_notable(const struct entry *e);

#endif
