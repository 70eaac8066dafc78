/* What a pair is made of and how it is set: the lab.
 *
 * All of it is plain data; names are indices wherever something refers to something else.  What a file may say is
 * listed in lab.def, and the structs below are made from that list. */
#ifndef FAILSCOPE_SIM_LAB_H
#define FAILSCOPE_SIM_LAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/limits.h"


enum unit_role { PRIMARY, SECONDARY };

enum {
	TIME_NEVER = 0x7fffffff,  /* a POWER that says never */
	PREEMPT_OFF = 0x7fffffff, /* else the delay in milliseconds; 0: at once */
	POLICY_PERCENT = 0x10000, /* or-ed into a policy that is a percentage */
	MONITOR_DEFAULT = 2,      /* physical ports are monitored, subinterfaces are not [G912] */
	SWITCH_NONE = 0,          /* attached to nothing; else the index of the switch plus one */
};

/* The choices of the CHOICE keys, in the order of lab.def. */
enum lab_start { START_SETTLED, START_BOOT };
enum both_boot { BOTH_BOOT_ONE_UNIT, BOTH_BOOT_PREFERRED };
enum link_down { LINK_DOWN_LINK_POLL, LINK_DOWN_INTERFACE_POLL };
enum test_start { TEST_START_15S, TEST_START_HALF_HOLD, TEST_START_FIVE_POLLS };
enum test_length { TEST_LENGTH_SIXTEENTH, TEST_LENGTH_5S };
enum neighbour { NEIGHBOUR_ANSWERS, NEIGHBOUR_SILENT, NEIGHBOUR_ABSENT, NEIGHBOUR_QUIET };
enum compare_failed { COMPARE_YES, COMPARE_NO };
enum dead_link { DEAD_LINK_NO, DEAD_LINK_YES };
enum after_manual { AFTER_MANUAL_NO, AFTER_MANUAL_YES };
enum switch_place { PLACE_AUTO, PLACE_ABOVE, PLACE_BELOW };

struct address {
	uint32_t ip, mask, standby; /* 0: none */
};

struct link_conf {
	char name[NAME_LEN]; /* "folink"; empty: there is none */
	char port[PORT_LEN];
};

/* The C type of each TYPE of lab.def. */
#define FIELD_TIME(f) uint32_t f;
#define FIELD_POWER(f) uint32_t f;
#define FIELD_NUMBER(f) uint32_t f;
#define FIELD_YES(f) uint32_t f;
#define FIELD_CHOICE(f) uint32_t f;
#define FIELD_CLOCK(f) uint32_t f;
#define FIELD_PREEMPT(f) uint32_t f;
#define FIELD_POLICY(f) uint32_t f;
#define FIELD_MONITOR(f) uint32_t f;
#define FIELD_TENTHS(f) uint32_t f;
#define FIELD_SWITCH(f) uint32_t f;
#define FIELD_TITLE(f) char f[TITLE_LEN];
#define FIELD_NAME(f) char f[NAME_LEN];
#define FIELD_PORT(f) char f[PORT_LEN];
#define FIELD_LINK(f) struct link_conf f;
#define FIELD_ADDRESS(f) struct address f;
#define FIELD(field, key, type, ...) FIELD_##type(field)

struct lab_conf {
#define KEY_LAB FIELD
#include "sim/lab.def"
};
struct unit_conf {
#define KEY_UNIT FIELD
#include "sim/lab.def"
};
struct failover_conf {
#define KEY_FAILOVER FIELD
#include "sim/lab.def"
};
struct group_conf {
#define KEY_GROUP FIELD
#include "sim/lab.def"
};
struct context_conf {
	char name[NAME_LEN];
#define KEY_CONTEXT FIELD
#include "sim/lab.def"
};
struct interface_conf {
	char name[NAMEIF_LEN]; /* nameif */
	uint32_t context;      /* index */
#define KEY_INTERFACE FIELD
#include "sim/lab.def"
};
struct switch_conf {
	char name[NAME_LEN];
#define KEY_SWITCH FIELD
#include "sim/lab.def"
};
struct timing_conf {
#define KEY_TIMING FIELD
#include "sim/lab.def"
};
struct model_conf {
#define KEY_MODEL FIELD
#include "sim/lab.def"
};

/* The big tables come last, so that a lab is the bytes before them and the used head of each. */
struct lab {
	struct lab_conf head;
	struct unit_conf unit[UNIT_COUNT];
	struct failover_conf failover;
	struct group_conf group[GROUP_COUNT]; /* [0] is not used */
	struct timing_conf timing;
	struct model_conf model;
	struct switch_conf switches[SWITCH_MAX];
	uint32_t switch_count, context_count, iface_count;
	struct context_conf contexts[CONTEXT_MAX]; /* [0] is admin */
	struct interface_conf ifaces[IFACE_MAX];
};

/* The sections of a file. SECTION(ID, "word", many): many sections carry a name of their own behind the word. */
#define LAB_SECTIONS(X) \
	X(LAB, "lab", 0) \
	X(UNIT, "unit", 1) \
	X(FAILOVER, "failover", 0) \
	X(GROUP, "group", 1) \
	X(CONTEXT, "context", 1) \
	X(INTERFACE, "interface", 1) \
	X(SWITCH, "switch", 1) \
	X(TIMING, "timing", 0) \
	X(MODEL, "model", 0)

enum lab_section {
#define SECTION(id, word, many) SECTION_##id,
	LAB_SECTIONS(SECTION)
#undef SECTION
	SECTION_COUNT
};

enum lab_type {
	TYPE_TIME,
	TYPE_POWER,
	TYPE_NUMBER,
	TYPE_YES,
	TYPE_CHOICE,
	TYPE_CLOCK,
	TYPE_PREEMPT,
	TYPE_POLICY,
	TYPE_MONITOR,
	TYPE_SWITCH,
	TYPE_TITLE,
	TYPE_NAME,
	TYPE_PORT,
	TYPE_LINK,
	TYPE_ADDRESS,
	TYPE_TENTHS, /* a decimal with one digit behind the point, held as tenths */
};

/* One row of lab.def as data: for a parser, a help page, a test. */
struct lab_key {
	enum lab_section section;
	const char *name;
	enum lab_type type;
	size_t offset, size; /* in the section's struct */
	uint32_t least, most;
	const char *unit; /* or the choices, joined by | */
	const char *sentence;
};

extern const struct lab_key lab_keys[];
extern const size_t lab_key_count;

/* The word of a section ("failover"), and whether a name follows it. */
const char *lab_section_word(enum lab_section section);
bool lab_section_many(enum lab_section section);

/* The struct of a section; `index` counts units, groups (1, 2), contexts, interfaces, switches. */
void *lab_section_at(struct lab *lab, enum lab_section section, uint32_t index);

/* A lab with every default: two units, two groups, the admin context, no interface. */
void lab_init(struct lab *lab);

/* A failover group as it is when it has just been created. */
void lab_group_default(struct group_conf *group);

/* Copies a lab: its head and the used part of each table. */
void lab_copy(struct lab *to, const struct lab *from);

/* Do both say the same? */
bool lab_equal(const struct lab *a, const struct lab *b);

/* Adds a context, an interface of a context, a switch with their defaults. Returns the index, or -1 where the
 * table is full. Names are cut at their length. */
int lab_add_context(struct lab *lab, const char *name);
int lab_add_iface(struct lab *lab, uint32_t context, const char *nameif);
int lab_add_switch(struct lab *lab, const char *name);

/* Look-ups; -1 where there is none. */
int lab_find_context(const struct lab *lab, const char *name);
int lab_find_iface(const struct lab *lab, uint32_t context, const char *nameif);
int lab_find_switch(const struct lab *lab, const char *name);

/* Is the interface monitored, by its key or by default [G912: physical ports are, subinterfaces are not]? */
bool lab_monitored(const struct interface_conf *i);

/* The kind of port that a word, or the beginning of one, stands for, written out: "gi" is GigabitEthernet. NULL for
 * none. */
const char *lab_port_kind(const char *text, size_t length);

/* An IPv4 address in dotted form, and back; false where the text is anything else. */
bool lab_ip_parse(const char *text, uint32_t *ip);
void lab_ip_print(uint32_t ip, char out[16]);

/* Is there a state link, and is it the failover link itself? */
bool failover_stateful(const struct failover_conf *f);
bool failover_link_shared(const struct failover_conf *f);
bool lab_stateful(const struct lab *lab);
bool lab_link_shared(const struct lab *lab);

/* What is wrong with a lab, beyond what single keys can say. */
struct lab_problem {
	enum lab_section section;
	uint32_t index;
	const char *key; /* NULL: the section as a whole */
	bool warning;    /* it runs all the same */
	char sentence[220];
};

/* Checks the rules between keys; fills up to `most` problems and returns how many there are in all. */
size_t lab_check(const struct lab *lab, struct lab_problem *problems, size_t most);

#endif
