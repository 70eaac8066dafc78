/* The pair: everything there is to know about it at one instant, as plain data.
 *
 * A unit knows only itself and what messages told it of its mate; both pictures are here, and they may part.  What
 * the world knows (carriers, faults, whether users get through) stands apart from what the units know, and no rule
 * of a unit reads it.  All of it follows from the lab and the commands: same bytes, same future. */
#ifndef FAILSCOPE_SIM_SIM_H
#define FAILSCOPE_SIM_SIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/lab.h"
#include "sim/limits.h"
#include "sim/queue.h"
#include "sim/trace.h"

/* States of a failover group, with the device's own words [2.1]. */
#define STATES(X) \
	X(DISABLED, "Disabled") \
	X(NOT_DETECTED, "Not Detected") \
	X(NEGOTIATION, "Negotiation") \
	X(FAILED, "Failed") \
	X(COLD_STANDBY, "Cold Standby") \
	X(SYNC_CONFIG, "Sync Config") \
	X(SYNC_FILES, "Sync File System") \
	X(BULK_SYNC, "Bulk Sync") \
	X(STANDBY_READY, "Standby Ready") \
	X(JUST_ACTIVE, "Just Active") \
	X(ACTIVE_DRAIN, "Active Drain") \
	X(ACTIVE_APPLYING, "Active Applying Config") \
	X(ACTIVE_APPLIED, "Active Config Applied") \
	X(ACTIVE, "Active")

enum state {
#define STATE(id, word) STATE_##id,
	STATES(STATE)
#undef STATE
	STATE_COUNT
};

/* Reasons of a transition, with the device's own words [2.3]. */
#define REASONS(X) \
	X(NONE, "") \
	X(CHECK, "Failover state check") \
	X(NO_ACTIVE, "No Active unit found") \
	X(DETECTED, "Detected an Active mate") \
	X(HELLO_LOST, "HELLO not heard from mate") \
	X(CONFIG_COMMAND, "Set by the config command") \
	X(WANTS_ACTIVE, "Other unit wants me Active") \
	X(WANTS_STANDBY, "Other unit wants me Standby") \
	X(INTERFACE_CHECK, "Interface check") \
	X(INTERFACE_OK, "Failover interface become OK") \
	X(PREEMPT, "Preempt mate") \
	X(MISMATCH, "Configuration mismatch") \
	X(MODE_DIFFERS, "Other unit operating mode is different") \
	X(LICENCE_DIFFERS, "Other unit license is different") \
	X(CHASSIS_DIFFERS, "Other unit chassis configuration is different") \
	X(CARD_DIFFERS, "Other unit card configuration is different") \
	X(CARD_FAILED, "Detect service card failure") \
	X(CARD_GOOD, "My service card is as good as peer")

enum reason {
#define REASON(id, word) REASON_##id,
	REASONS(REASON)
#undef REASON
	REASON_COUNT
};

/* Status of an interface [3.4]. What stands in brackets behind it is told by words.h. */
#define STATUSES(X) \
	X(UNKNOWN, "Unknown") \
	X(WAITING, "Normal") \
	X(NORMAL, "Normal") \
	X(TESTING, "Testing") \
	X(LINK_DOWN, "Link Down") \
	X(NO_LINK, "No Link") \
	X(FAILED, "Failed")

enum status {
#define STATUS(id, word) STATUS_##id,
	STATUSES(STATUS)
#undef STATUS
	STATUS_COUNT
};

enum run { RUN_OFF, RUN_CRASHED, RUN_BOOTING, RUN_HUNG, RUN_UP };
enum mate { MATE_UNKNOWN, MATE_ALIVE, MATE_SILENT, MATE_DEAD, MATE_ABSENT, MATE_OFF };
enum wire { WIRE_LAN, WIRE_STATE, WIRE_DATA }; /* failover link, state link, a data interface */
enum link_view { LINK_UP, LINK_LOST };
enum test { TEST_NONE, TEST_ACTIVITY, TEST_ARP, TEST_PING };
enum verdict { VERDICT_STARTED, VERDICT_PASSED, VERDICT_FAILED, VERDICT_UNKNOWN };
enum want { WANT_NOTHING, WANT_ACTIVE, WANT_STANDBY }; /* what a unit asks of its mate */
enum typed {
#define LINE(id, ...) TYPED_##id,
#include "sim/cli/lines.def"
	TYPED_COUNT
};

/* What a unit says of itself beside its groups. The last six are compared with the mate's. */
enum trait {
	TRAIT_OFF = 1,    /* it switches failover off: the last that is heard of it */
	TRAIT_UNFIT = 2,  /* a service module has failed */
	TRAIT_VERSION = 4,
	TRAIT_MODE = 8,
	TRAIT_LICENCE = 16,
	TRAIT_HARDWARE = 32,
	TRAIT_CARD = 64,
	TRAIT_PORTS = 128,
};

/* What travels. MESSAGE(ID, letter, "word"). */
#define MESSAGES(X) \
	X(HELLO, 'h', "hello") \
	X(LANTEST, 't', "LANTEST") \
	X(LANTEST_REPLY, 't', "LANTEST reply") \
	X(SYNC_ASK, 'c', "config request") \
	X(SYNC_PART, 'c', "config replication") \
	X(BULK_ASK, 'u', "bulk request") \
	X(BULK_PART, 'u', "bulk sync") \
	X(UPDATE, 'u', "state update") \
	X(TEST_START, 't', "interface test starts") \
	X(TEST_REPORT, 't', "interface test report") \
	X(IF_HELLO, 'h', "interface hello") \
	X(RELOAD, 'c', "reload-standby") \
	X(RESYNC, 'c', "write standby") \
	X(LINE, 'c', "configuration line")

enum message {
#define MESSAGE(id, ...) MESSAGE_##id,
	MESSAGES(MESSAGE)
#undef MESSAGE
	MESSAGE_COUNT
};

enum event_kind {
	EVENT_NONE,
	EVENT_POWER,      /* a unit gets power (start = boot) */
	EVENT_BOOTED,     /* its software runs */
	EVENT_START,      /* what = group: Disabled -> Negotiation */
	EVENT_STAGE,      /* what = group: the time of its state is over */
	EVENT_PREEMPT,    /* what = group */
	EVENT_SYNC,       /* what = group: ask for the next part */
	EVENT_HELLO,      /* send a unit hello */
	EVENT_UPDATE,     /* send a state update */
	EVENT_SILENCE,    /* has the mate been silent too long? */
	EVENT_QUIET,      /* what = group: has one of its interfaces? */
	EVENT_LINK_POLL,  /* look at the carriers */
	EVENT_MODULE,     /* it looks at its service module */
	EVENT_UNBLOCK,    /* what = interface: the switch port of this leg forwards again */
	EVENT_TEST,       /* what = interface: a test's window is over */
	EVENT_MESSAGE,    /* a message arrives */
	EVENT_IF_HELLO,   /* an interface hello goes out (never in the heap) */
	EVENT_IF_HEARD,   /* and comes in */
	EVENT_COMMAND,    /* a person did something */
};

/* One of a unit's three machines: the system space (0) and failover groups 1 and 2. */
struct machine {
	uint8_t state, reason;
	uint8_t want;       /* what we ask of the mate: enum want */
	uint8_t want_reason;
	uint8_t manual;     /* an operator put the group where it is */
	uint8_t replicated; /* connections were pulled since we joined */
	uint8_t part;       /* next part of configuration or state to pull */
	uint8_t holds;      /* it passes the group's traffic: Active, or was when failover was switched off */
	uint8_t spare[3];
	uint8_t said;       /* last "nothing happens" rule that was noted, so that it is noted once */
	uint32_t since_ms, cause; /* entered the state, and why */
	uint32_t last_failover_ms;
	uint32_t stage_seq, preempt_seq, preempt_ms; /* timers that count; 0: none */
	uint32_t update_ms; /* newest connection state from the mate */
	uint32_t want_cause;
};

/* What a unit says of itself in a hello. */
struct picture {
	uint8_t state[GROUP_COUNT], reason[GROUP_COUNT], want[GROUP_COUNT], manual[GROUP_COUNT];
	uint16_t failed[GROUP_COUNT]; /* failed monitored interfaces */
	uint8_t traits;               /* or of enum trait */
	uint8_t leaves;               /* it reloads now */
	uint32_t traits_cause;        /* what last changed its traits */
	uint32_t cause[GROUP_COUNT];
};

/* What it believes of its mate: the last picture, and when each line of it changed. */
struct belief {
	struct picture said;
	uint32_t heard_ms;                  /* the hello that brought it */
	uint32_t hello;                     /* its number */
	uint32_t changed_ms[GROUP_COUNT];
	uint32_t cause[GROUP_COUNT];        /* trace id of the last change */
	uint32_t mate_cause;                /* trace id of the last change of `mate` */
	uint8_t mate;                       /* enum mate */
	uint8_t spare[3];
};

/* `mac address PORT ACTIVE STANDBY` of a failover group. */
struct mac_conf {
	char port[PORT_LEN]; /* empty: a free row */
	uint8_t active[6], standby[6];
};

enum { MAC_AUTO_OFF = 0xffffffff, MAC_AUTO_NO_PREFIX = 0xfffffffe };

/* What a unit's system space is configured to do.  It begins as the lab says, and lines typed at a console change it,
 * or what the mate replicates; a line counts as saved, so that it outlives a boot. */
struct running_conf {
	struct failover_conf failover;
	struct group_conf group[GROUP_COUNT]; /* [0] is not used */
	struct mac_conf mac[GROUP_COUNT][MAC_MAX];
	uint32_t mac_auto;          /* mac-address auto: the prefix, or one of the two above */
	uint32_t key;               /* failover key: a number made of it; 0: none */
	uint8_t exists[GROUP_COUNT]; /* failover group N is configured */
	uint8_t http[GROUP_COUNT];  /* replication http of each group; [0]: failover replication http, without effect */
	uint8_t spare[2];
	uint32_t interface_policy, interface_poll, interface_hold; /* of the whole unit: without effect, 0: not typed */
};

/* What a unit's context is configured to do with one of its interfaces. */
struct leg_conf {
	struct address address;
	uint8_t monitored;
	uint8_t asr; /* asr-group 1 to 32; 0: none */
	uint8_t group; /* of a copy: for which failover group it was made */
	uint8_t spare;
};

/* The same with the copy that is on its way to the mate: see pull.h. */
struct leg {
	struct leg_conf conf, copy;
};

/* A context as a unit's system space knows it. */
struct joined {
	uint8_t group; /* join-failover-group */
	uint8_t copy;  /* and in the copy for the mate */
};

struct history_row {
	uint32_t at_ms;
	uint8_t group, from, to, reason;
};

/* Where a console's configuration lines go: it outlives the line, until `exit`, `end` or the next boot. */
enum mode_kind { MODE_GLOBAL, MODE_GROUP, MODE_CONTEXT, MODE_INTERFACE };
struct mode {
	uint8_t kind;  /* enum mode_kind */
	uint8_t at;    /* the group, or the context; inside contexts: whose interface */
	uint16_t iface;
};

/* A configuration line as it was understood: what it does, and what it does it to. */
struct conf_line {
	uint8_t typed; /* enum typed */
	uint8_t spare[3];
	uint16_t context, iface;   /* indices; a line of a context, of an interface */
	uint32_t group;            /* 0: none is named */
	uint32_t poll_ms, hold_ms; /* 0: not given */
	uint32_t number;           /* by what it does */
	struct address address;
	char name[NAME_LEN];
	char port[PORT_LEN];
	uint8_t active[6], standby[6]; /* MAC addresses */
};

/* One on its way to the mate. */
struct posted {
	uint32_t number; /* 0: free */
	struct conf_line line;
};

/* Failover that is off: `no failover` stands in the configuration and outlives a boot; what a unit does by itself, as its
 * mate does not fit, nobody has saved. */
enum off { OFF_NOT, OFF_UNFIT, OFF_TYPED };

struct unit {
	uint32_t faults;      /* bits by enum fault_id */
	uint8_t run;          /* enum run */
	uint8_t failover;     /* it takes part: it runs, and failover is on */
	uint8_t off;          /* enum off: is failover off, and by whom */
	uint8_t traits;       /* or of enum trait */
	uint8_t agreed;       /* traits of the mate that were told to differ */
	uint8_t leaves;       /* it reloads now, and says so */
	uint8_t role;         /* failover lan unit: enum unit_role; outlives a boot */
	uint8_t lan, state;   /* its view of the links: enum link_view */
	uint8_t asking;       /* LANTEST is under way */
	uint8_t tell;         /* a hello goes out at the end of this step */
	uint8_t history_count;
	uint32_t since_ms, cause;
	uint32_t traits_cause; /* trace id of what last changed what it is made of; outlives a boot */
	uint32_t boot_seq, hello_seq, update_seq, silence_seq, module_seq;
	uint32_t quiet_seq[GROUP_COUNT], poll_seq[GROUP_COUNT]; /* poll [0] looks at the links between the units */
	uint32_t hellos;      /* sent */
	uint32_t tell_cause;
	uint32_t answers, answer_ms; /* to LANTEST on data interfaces; the last one's time */
	uint32_t asked_ms;    /* the first LANTEST of this silence */
	uint32_t lantest_cause;
	uint32_t lan_cause, state_cause;
	uint32_t state_heard_ms;
	uint16_t failed[GROUP_COUNT];   /* failed monitored interfaces of the group */
	uint16_t report_next;           /* round robin of the interface reports */
	uint16_t news;                  /* interfaces whose status the mate has not been told */
	uint16_t look;                  /* bits of groups whose machine looks again at the end of this step */
	uint32_t failed_cause[GROUP_COUNT];
	uint32_t conf_cause[GROUP_COUNT]; /* trace id of the line that last changed what the group does */
	struct machine machine[GROUP_COUNT];
	struct belief belief;
	struct mode mode, context_mode; /* of its console: in the system space, and inside contexts */
	struct running_conf conf;   /* its own; outlives a boot */
	struct running_conf copy;   /* what it gives to a mate that joins, as it was when the mate first asked */
	struct history_row history[HISTORY_MAX]; /* oldest first */
};

/* One unit's end of an interface. */
struct side {
	uint32_t heard_ms; /* last traffic that proves it: a hello from the mate's, or a passed test */
	uint32_t since_ms, cause;
	uint32_t world_cause; /* trace id of what last happened to this leg */
	uint32_t test_seq;
	uint32_t test_ms;  /* the window began */
	uint32_t faults;     /* bits by enum fault_id */
	uint32_t unblock_seq;
	uint16_t delay_ms;   /* of the faults delay and loss */
	uint8_t loss, spare;
	uint8_t status;
	uint8_t mate_status; /* of the mate's end, as it said */
	uint8_t flags;       /* enum side_flag */
	uint8_t spare2;
	uint8_t test;        /* enum test */
	uint8_t got, mate_got; /* packets in this window: 0 none, 1 some; mate_got 2: no report yet */
	uint8_t spare3;
};

enum side_flag {
	SIDE_MONITORED = 1,
	SIDE_CARRIER = 2,  /* as the unit saw it at its last look */
	SIDE_SENDS = 4,    /* the world: a hello sent here now reaches the mate's end */
	SIDE_FLYING = 8,   /* a hello from here is under way */
	SIDE_HEARS_SEGMENT = 16, /* the world: what is on the segment reaches this end */
	SIDE_NEWS = 32,    /* its status has not been told to the mate yet */
	SIDE_MATE_HEARD = 64, /* the mate's end was heard since it was last lost */
	SIDE_LINK = 128,      /* the world: there is a carrier */
};

/* A cable between the units. */
struct cable {
	uint32_t faults[UNIT_COUNT];  /* of each unit's leg */
	uint16_t delay_ms[UNIT_COUNT]; /* of the faults delay and loss */
	uint8_t loss[UNIT_COUNT], spare[UNIT_COUNT];
	uint8_t carrier[UNIT_COUNT];  /* the world */
	uint8_t passes[UNIT_COUNT];   /* the world: what this unit sends arrives */
	uint8_t shared[UNIT_COUNT];   /* of the state link's: this unit has it on the failover link */
	uint8_t last[UNIT_COUNT];     /* the message that was sent last: enum message */
	uint32_t last_ms[UNIT_COUNT]; /* and when; for pictures */
	uint32_t cause;               /* trace id of the last fault or mending */
};

/* Interface reports ride on hellos: news first, then all in turn. */
enum { REPORT_MAX = 8, SYNC_PARTS = 8 };
struct report {
	uint16_t iface;
	uint8_t status, used;
};

struct mail {
	uint32_t number; /* which hello; 0: free */
	struct picture picture;
	struct report report[REPORT_MAX];
};

/* What users of a context notice: the world's view. */
struct service {
	uint32_t connections; /* at since_ms; they grow back while it is up */
	uint32_t since_ms;    /* up or down since */
	uint32_t outage_ms;   /* total, up to since_ms */
	uint32_t lost;        /* connections lost so far */
	uint8_t up;
	uint8_t last_unit;    /* who served it last */
	uint8_t spare[2];
};

enum { NEWS_MAX = 3 * IFACE_MAX + 64 };

struct sim {
	uint32_t now_ms;
	uint32_t step;     /* events so far */
	uint32_t trace_id; /* of the newest entry */
	uint32_t rng;
	uint32_t open_ms;  /* where T+0 is: both units up and settled, or power-on; NEVER_MS: not yet */
	uint32_t hello_count;
	uint32_t world_cause;  /* trace id of the last thing that happened to the world */
	uint8_t dirty;         /* this step left something to do at its end: */
	uint8_t world_changed; /* carriers and paths must be worked out again */
	uint8_t service_changed;
	uint8_t round;         /* the round that is being walked, or ROUND_COUNT */
	struct event did;      /* the last event */
	struct unit unit[UNIT_COUNT];
	struct cable lan, state;
	uint32_t switch_faults[SWITCH_MAX];
	struct mail mail[MAIL_MAX];
	struct posted posted[POSTED_MAX];
	uint16_t member_count[UNIT_COUNT][GROUP_COUNT]; /* monitored interfaces of each of a unit's groups, */
	uint16_t member_first[UNIT_COUNT][GROUP_COUNT]; /* as a stretch of `members` */
	uint16_t members[UNIT_COUNT][IFACE_MAX];
	/* From here on only the used head of each table counts. */
	struct service services[CONTEXT_MAX];
	struct side sides[IFACE_MAX][UNIT_COUNT];
	struct leg legs[IFACE_MAX][UNIT_COUNT];
	struct joined joined[CONTEXT_MAX][UNIT_COUNT];
	struct queue queue;
	struct lab lab; /* what the world is made of, and how the units began */
	/* Not part of the state: what the last step has to tell. */
	uint32_t news_count;
	struct entry news[NEWS_MAX];
};

/* Where a command goes. */
enum target_kind { TARGET_NONE, TARGET_UNIT, TARGET_LAN, TARGET_STATE, TARGET_LEG, TARGET_SWITCH, TARGET_COUNT };
enum { UNIT_BOTH = UNIT_COUNT };
struct target {
	uint8_t kind;
	uint8_t unit;   /* of a unit, a leg, or a link's end; UNIT_BOTH: the cable as a whole */
	uint16_t index; /* interface or switch */
};

enum command_kind { COMMAND_FAULT, COMMAND_MEND, COMMAND_MEND_ALL, COMMAND_TYPE };
struct command {
	uint8_t kind;
	uint8_t fault;
	uint8_t unit;    /* TYPE: at whose console */
	uint8_t context; /* TYPE: index plus one; 0 is the system space */
	struct target target;
	uint32_t amount; /* LOSS: percent, DELAY: milliseconds; 0: the usual */
	char line[84];   /* TYPE: what was typed */
};

/* Starts the lab at time 0: both units without power, power-on as the lab says, or at once where it opens settled.
 * The lab must have passed lab_check. */
void sim_start(struct sim *s, const struct lab *lab);

/* Runs a lab that opens settled towards its opening, until there is news or a second is over. Returns false once it
 * has opened: at the first whole second on which nothing is left to happen by itself, four hours at the latest. */
bool sim_settling(struct sim *s);

/* Both: the lab as it opens, at T+0. */
void sim_init(struct sim *s, const struct lab *lab);

/* When the next event comes; NEVER_MS where none will. */
uint32_t sim_next_ms(const struct sim *s);

/* One event. Returns false, and does nothing, where none will come. */
bool sim_step(struct sim *s);

/* Every event up to and at `until_ms`, or up to step `until_step`, whichever comes first; then, where time was the
 * limit, the clock stands at until_ms. Stops early after a step that left news. Returns whether the limit is met. */
bool sim_run(struct sim *s, uint32_t until_ms, uint32_t until_step);

/* A person does something: one step. Returns false, with the device's or our sentence in `reply`, where it was
 * refused; it is a step all the same. */
bool sim_command(struct sim *s, const struct command *c, char *reply, size_t size);

/* Are all groups where they will stay if nobody does anything? */
bool sim_settled(const struct sim *s);

/* The used bytes of a state, packed; the size never passes sizeof(struct sim). */
size_t sim_pack(const struct sim *s, uint8_t *bytes);
size_t sim_pack_size(const struct sim *s);
/* Back from packed bytes; `news` is empty then. */
void sim_unpack(struct sim *s, const uint8_t *bytes);
/* A hash of the state's bytes: seed, step and this stand in a bug report. */
uint64_t sim_hash(const struct sim *s);

/* The other unit. */
static inline uint32_t mate_of(uint32_t u)
{
	return 1 - u;
}

/* The failover group of a context, or of an interface's context, in a unit's own configuration. */
static inline uint32_t context_group(const struct sim *s, uint32_t u, uint32_t context)
{
	return s->joined[context][u].group;
}

static inline uint32_t iface_group(const struct sim *s, uint32_t u, uint32_t iface)
{
	return s->joined[s->lab.ifaces[iface].context][u].group;
}

/* The same in the configuration of the unit that serves the context, or did last. */
static inline uint32_t served_group(const struct sim *s, uint32_t context)
{
	return s->joined[context][s->services[context].last_unit].group;
}

/* Is the state on the way to Active, or there? */
static inline bool state_active(uint32_t state)
{
	return state >= STATE_JUST_ACTIVE;
}

#endif
