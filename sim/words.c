/* The model in words. */
#include "sim/words.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/cli.h"
#include "sim/cli/conf_line.h"
#include "sim/group.h"

#define WORD(id, word, ...) word,

const char *state_word(uint32_t state)
{
	static const char *const words[] = { STATES(WORD) };

	assert(state < STATE_COUNT);
	return words[state];
}

const char *state_in(uint32_t state)
{
	bool is = state == STATE_DISABLED || state == STATE_NOT_DETECTED || state == STATE_FAILED || state == STATE_ACTIVE ||
	    state == STATE_STANDBY_READY || state == STATE_JUST_ACTIVE;

	return is ? "" : "in ";
}

const char *reason_word(uint32_t reason)
{
	static const char *const words[] = { REASONS(WORD) };

	assert(reason < REASON_COUNT);
	return words[reason];
}

const char *status_word(uint32_t status)
{
	static const char *const words[] = { STATUSES(WORD) };

	assert(status < STATUS_COUNT);
	return words[status];
}

const char *kind_word(uint32_t kind)
{
	static const char *const words[] = { ENTRY_KINDS(WORD) };

	assert(kind < ENTRY_KIND_COUNT);
	return words[kind];
}

const char *run_word(uint32_t run)
{
	static const char *const words[] = { "off", "crashed", "booting", "hung", "up" };

	return words[run];
}

const char *mate_word(uint32_t mate)
{
	static const char *const words[] = { "not heard yet", "alive", "silent on the failover link", "failed",
		"not detected", "there, with failover off" };

	return words[mate];
}

const char *role_word(uint32_t role)
{
	return role == PRIMARY ? "primary" : "secondary";
}

const char *policy_text(uint32_t policy, char *out, size_t size)
{
	bool percent = policy & POLICY_PERCENT;

	snprintf(out, size, "%u%s", policy & ~(uint32_t)POLICY_PERCENT, percent ? "%" : "");
	return out;
}

const char *trust_word(uint32_t trust)
{
	static const char *const words[] = { "doc", "seen", "inferred", "recall", "disputed" };

	return words[trust];
}

const char *message_word(uint32_t message)
{
#define NAME(id, letter, word) word,
	static const char *const words[] = { MESSAGES(NAME) };
#undef NAME

	return words[message];
}

char message_letter(uint32_t message)
{
#define LETTER(id, letter, word) letter,
	static const char letters[] = { MESSAGES(LETTER) };
#undef LETTER

	return letters[message];
}

const char *who_word(const struct sim *s, uint32_t who)
{
	return who < UNIT_COUNT ? s->lab.unit[who].name : who == WHO_YOU ? "you" : "world";
}

const char *iface_name(const struct sim *s, uint32_t iface, char *out, size_t size)
{
	const struct interface_conf *i = &s->lab.ifaces[iface];

	snprintf(out, size, "%s/%s", s->lab.contexts[i->context].name, i->name);
	return out;
}

const char *status_text(const struct sim *s, uint32_t unit, uint32_t iface, char *out, size_t size)
{
	const struct side *side = &s->sides[iface][unit];
	bool heard = side->flags & SIDE_MATE_HEARD;
	const char *bracket = !(side->flags & SIDE_MONITORED) ? " (Not-Monitored)" :
	    side->status == STATUS_NORMAL ? " (Monitored)" :
	    side->status == STATUS_TESTING || heard ? "" : " (Waiting)";

	snprintf(out, size, "%s%s", status_word(side->status), bracket);
	return out;
}

/* --- times ------------------------------------------------------------------------------------------------- */

const char *time_text(const struct sim *s, uint32_t at_ms, char *out, size_t size)
{
	bool before = at_ms < s->open_ms;
	uint32_t ms = before ? s->open_ms - at_ms : at_ms - s->open_ms;

	snprintf(out, size, "%s%u.%03u", before ? "-" : "", ms / 1000, ms % 1000);
	return out;
}

const char *clock_text(const struct sim *s, uint32_t at_ms, char *out, size_t size)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	uint32_t seconds = s->lab.head.clock - s->open_ms / 1000 + at_ms / 1000, days = seconds / 86400;
	uint32_t day = seconds % 86400, era, doe, yoe, doy, mp, month, year;

	/* The civil date of a day number: years begin in March, so that the leap day is the last. */
	days += 719468;
	era = days / 146097;
	doe = days - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	month = mp < 10 ? mp + 3 : mp - 9;
	year = yoe + era * 400 + (month <= 2);
	snprintf(out, size, "%02u:%02u:%02u UTC %.3s %u %u", day / 3600, day / 60 % 60, day % 60,
	    &months[(month - 1) * 3], doy - (153 * mp + 2) / 5 + 1, year);
	return out;
}

/* --- trace entries ----------------------------------------------------------------------------------------- */

struct target entry_target(const struct entry *e)
{
	return (struct target){ e->to, (uint8_t)e->a, (uint16_t)e->b };
}

static void fault_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	char name[96], amount[24] = "";

	if (e->a >> 8)
		snprintf(amount, sizeof amount, " %u %s", e->a >> 8, fault_unit((enum fault_id)e->from));
	snprintf(out, size, "%s %s%s", faults[e->from].word, target_name(&s->lab, entry_target(e), name, sizeof name), amount);
}

/* What stands before the `#` of a console: a configuration line names its mode, and what leads out of a sub-mode
 * that one; exec commands are shown without. */
static void prompt_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const enum mode_kind kinds[] = { [ROW_SYSTEM] = MODE_GLOBAL, [ROW_GROUP] = MODE_GROUP,
		[ROW_CONTEXT] = MODE_CONTEXT, [ROW_INSIDE] = MODE_GLOBAL, [ROW_INTERFACE] = MODE_INTERFACE,
		[ROW_ANY] = MODE_GLOBAL };
	const struct cli_row *row = &cli_rows[e->from];
	enum mode_kind kind = row->mode == ROW_ANY ? (enum mode_kind)e->b : kinds[row->mode];
	bool inside = row->mode == ROW_INSIDE || kind == MODE_INTERFACE, bare = row->class == CLASS_EXEC;

	snprintf(out, size, "%s%s%s%s%s%s#", s->lab.unit[e->a].name, inside ? "/" : "",
	    inside ? s->lab.contexts[e->to].name : "", bare ? "" : "(", bare ? "" : cli_mode_word(kind),
	    bare ? "" : ")");
}

static void typed_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	char prompt[2 * NAME_LEN + 32], line[96];

	prompt_text(s, e, prompt, sizeof prompt);
	snprintf(out, size, "%s %s", prompt, conf_line_text(s, e, line, sizeof line));
}

/* A line on its way from one configuration to the other, or all of it. */
static void config_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	const char *mate = s->lab.unit[mate_of(e->who)].name;
	char line[96];

	if (e->from == TYPED_COUNT) {
		snprintf(out, size, "has the configuration of %s now%s%s", mate, e->group > 0 ? ", contexts of G" : "",
		    e->group == 1 ? "1" : e->group == 2 ? "2" : "");
		return;
	}
	conf_line_text(s, e, line, sizeof line);
	if (e->rule == RULE_LINE_OBEYED)
		snprintf(out, size, "obeys what %s replicates: %s", mate, line);
	else if (e->rule == RULE_LINE_SENT)
		snprintf(out, size, "replicates to %s: %s", mate, line);
	else
		snprintf(out, size, "does not replicate to %s%s: %s", mate, e->rule == RULE_LINE_IN_SYNC ?
		    ", which synchronizes" : ", which cannot be told now", line);
}

static void iface_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const char *const words[] = { "Unknown", "Normal (Waiting)", "Normal (Monitored)", "Testing",
		"Link Down", "No Link", "Failed" };
	bool monitored = s->sides[e->iface][e->who].flags & SIDE_MONITORED;
	char name[80];

	snprintf(out, size, "%s %s -> %s", iface_name(s, e->iface, name, sizeof name),
	    monitored ? words[e->from] : status_word(e->from), monitored ? words[e->to] : status_word(e->to));
}

static void link_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	const struct failover_conf *f = &s->unit[e->who].conf.failover;

	snprintf(out, size, "%s link %s %s", e->from == WIRE_LAN ? "failover" : "state",
	    e->from == WIRE_LAN ? f->lan.name : f->link.name, e->to == LINK_UP ? "works" : "has failed");
}

static void mate_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	const char *mate = s->lab.unit[mate_of(e->who)].name;

	if (e->to == MATE_ALIVE)
		snprintf(out, size, "hears %s", mate);
	else if (e->rule == RULE_RELOAD_TOLD)
		snprintf(out, size, "%s says that it reloads", mate);
	else if (e->to == MATE_DEAD)
		snprintf(out, size, "takes %s for failed: silent for %u.%03u s, no answer anywhere", mate,
		    e->a / 1000, e->a % 1000);
	else if (e->to == MATE_SILENT)
		snprintf(out, size, "%s answers on data interfaces only: %s has failed", mate,
		    s->unit[e->who].conf.failover.lan.name);
	else
		snprintf(out, size, "%s is %s", mate, mate_word(e->to));
}

static void belief_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const char *const wants[] = { "", ", wants us Active", ", wants us Standby" };

	snprintf(out, size, "hears from %s: G%u %s, %u failed%s", s->lab.unit[mate_of(e->who)].name, e->group,
	    state_word(e->to), e->a, wants[e->b]);
}

static void report_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	const char *mate = s->lab.unit[mate_of(e->who)].name;
	char name[80];

	if (e->iface == IFACE_NONE)
		snprintf(out, size, "hears from %s: its service module %s", mate, e->to ? "has failed" : "works again");
	else
		snprintf(out, size, "hears from %s: %s %s -> %s", mate, iface_name(s, e->iface, name, sizeof name),
		    status_word(e->from), status_word(e->to));
}

/* Decisions: the numbers first, then what came of them. */
static void rule_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	const char *mate = s->lab.unit[mate_of(e->who)].name;

	if (e->rule == RULE_IF_MOVE)
		snprintf(out, size, "G%u %u failed here, %u on %s: asks %s to take it", e->group, e->a, e->b, mate, mate);
	else if (e->rule == RULE_CLI_STANDBY || e->rule == RULE_MODULE_FAILED)
		snprintf(out, size, "G%u asks %s to take it", e->group, mate);
	else if (e->rule == RULE_IF_COMPARE)
		snprintf(out, size, "G%u stays: %u failed here, %u on %s, not fewer", e->group, e->a, e->b, mate);
	else if (e->rule == RULE_LINE_AT_STANDBY)
		snprintf(out, size, "warns: not replicated from the standby, configurations differ");
	else if (e->rule == RULE_DEAD_LINK)
		snprintf(out, size, "%s answers nowhere now, but %s had failed before", mate,
		    s->unit[e->who].conf.failover.lan.name);
	else if (e->rule == RULE_LINK_NO_MOVE)
		snprintf(out, size, "G%u stays: no failover while the failover link is down", e->group);
	else if (e->rule == RULE_FAILOVER_OFF)
		snprintf(out, size, "G%u stays: failover is off, neither unit acts on the other", e->group);
	else if (e->rule == RULE_OFF_AT_BOOT)
		snprintf(out, size, "boots with failover off: its addresses are there twice");
	else if (e->rule == RULE_SPLIT_PRIMARY)
		snprintf(out, size, "G%u stays: of two active units the primary keeps it", e->group);
	else if (e->from == WANT_NOTHING && e->rule != RULE_STANDBY_BLOCKS && e->group != GROUP_NONE)
		snprintf(out, size, "G%u stays: %s", e->group, rules[e->rule].sentence);
	else if (e->rule == RULE_STANDBY_BLOCKS)
		snprintf(out, size, "G%u stays: %s is not Standby Ready for it", e->group, mate);
	else
		snprintf(out, size, "%s", rules[e->rule].sentence);
}

static void test_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const char *const tests[] = { "link", "network activity", "ARP", "broadcast ping" };
	static const char *const ends[] = { "started", "passed", "failed: only the mate hears",
		"undecided: nobody hears" };
	char name[80];

	snprintf(out, size, "%s %s test %s", iface_name(s, e->iface, name, sizeof name), tests[e->from], ends[e->to]);
}

static void preempt_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	if (e->rule == RULE_PREEMPT)
		snprintf(out, size, "G%u comes home in %u s", e->group, e->a / 1000);
	else if (e->rule == RULE_PREEMPT_NONE)
		snprintf(out, size, "G%u stays: no preempt", e->group);
	else if (e->rule == RULE_PREEMPT_MANUAL)
		snprintf(out, size, "G%u stays: an operator put it there", e->group);
	else
		snprintf(out, size, "G%u waits: its connections are not replicated yet", e->group);
}

/* The mate does not fit: in what, and what came of it. */
static void agree_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const struct { enum trait trait; const char *word; } list[] = { { TRAIT_VERSION, "software" },
		{ TRAIT_MODE, "mode" }, { TRAIT_LICENCE, "licence" }, { TRAIT_HARDWARE, "chassis" },
		{ TRAIT_CARD, "service module" }, { TRAIT_PORTS, "number of interfaces" } };
	int n = snprintf(out, size, "%s has another", s->lab.unit[mate_of(e->who)].name), first = n;

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if ((e->a & list[i].trait) && (size_t)n < size)
			n += snprintf(out + n, size - (size_t)n, "%s %s", n > first ? " and" : "", list[i].word);
	if ((size_t)n < size)
		snprintf(out + n, size - (size_t)n, "%s", e->to ? ": failover is disabled here" : "");
}

static void refused_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	char name[200];

	if (e->from == COMMAND_TYPE) {
		snprintf(out, size, "the command: refused: %s", cli_sentence(s, e->a,
		    (struct cli_answer){ (enum refusal)e->b, (enum rule_id)e->rule }, name, sizeof name));
		return;
	}
	if (e->from <= COMMAND_MEND)
		snprintf(out, size, "%s of %s: refused", e->from == COMMAND_FAULT ? "fault" : "mending",
		    target_name(&s->lab, entry_target(e), name, sizeof name));
	else
		snprintf(out, size, "mend all: refused");
}

static void unit_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "%s -> %s", run_word(e->from), run_word(e->to));
}

static void group_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "G%u %s -> %s (%s)", e->group, state_word(e->from), state_word(e->to), reason_word(e->a));
}

static void lantest_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	snprintf(out, size, "three hellos missed: LANTEST on %s and %u data interface%s",
	    s->unit[e->who].conf.failover.lan.name, e->a, e->a == 1 ? "" : "s");
}

static void sync_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "G%u %s %u of %u", e->group, e->rule == RULE_SYNC_STATE ? "connections" : "configuration", e->a,
	    e->b);
}

static void module_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "service module %s", e->to ? "has failed: the unit is unfit" : "works again");
}

static void conns_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "G%u connections: %u kept, %u lost", e->group, e->a, e->b);
}

/* Who writes an entry, by its kind. */
static void (*const writers[ENTRY_KIND_COUNT])(const struct sim *s, const struct entry *e, char *out, size_t size) = {
	[ENTRY_FAULT] = fault_text,
	[ENTRY_MEND] = fault_text,
	[ENTRY_TYPE] = typed_text,
	[ENTRY_REFUSED] = refused_text,
	[ENTRY_CONFIG] = config_text,
	[ENTRY_UNIT] = unit_text,
	[ENTRY_STATE] = group_text,
	[ENTRY_IFACE] = iface_text,
	[ENTRY_LINK] = link_text,
	[ENTRY_MATE] = mate_text,
	[ENTRY_BELIEF] = belief_text,
	[ENTRY_REPORT] = report_text,
	[ENTRY_RULE] = rule_text,
	[ENTRY_LANTEST] = lantest_text,
	[ENTRY_TEST] = test_text,
	[ENTRY_PREEMPT] = preempt_text,
	[ENTRY_SYNC] = sync_text,
	[ENTRY_AGREE] = agree_text,
	[ENTRY_MODULE] = module_text,
	[ENTRY_CONNS] = conns_text,
};

const char *entry_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	assert(writers[e->kind]);
	writers[e->kind](s, e, out, size);
	return out;
}

/* --- the last event ---------------------------------------------------------------------------------------- */

static void timer_text(const struct sim *s, const struct event *e, char *out, size_t size)
{
	static const char *const words[] = {
		[EVENT_NONE] = "the lab opens", [EVENT_POWER] = "gets power", [EVENT_BOOTED] = "has booted",
		[EVENT_START] = "starts failover of G", [EVENT_STAGE] = "is through with its state of G",
		[EVENT_PREEMPT] = "preempts G", [EVENT_SYNC] = "pulls for G", [EVENT_HELLO] = "says hello",
		[EVENT_UPDATE] = "sends a state update", [EVENT_SILENCE] = "looks how long its mate was silent",
		[EVENT_MODULE] = "looks at its service module", [EVENT_UNBLOCK] = "has a switch port that forwards again",
		[EVENT_QUIET] = "looks for silent interfaces of G", [EVENT_LINK_POLL] = "looks at its carriers",
	};
	bool group = e->kind == EVENT_START || e->kind == EVENT_STAGE || e->kind == EVENT_PREEMPT ||
	    e->kind == EVENT_SYNC || e->kind == EVENT_QUIET;
	char number[12] = "";

	if (group)
		snprintf(number, sizeof number, "%u", e->what);
	snprintf(out, size, "%s%s%s%s", e->kind == EVENT_NONE ? "" : s->lab.unit[e->unit].name,
	    e->kind == EVENT_NONE ? "" : " ", words[e->kind], number);
}

const char *event_text(const struct sim *s, const struct event *e, char *out, size_t size)
{
	const char *unit = s->lab.unit[e->unit].name, *mate = s->lab.unit[mate_of(e->unit)].name;
	char name[80];

	if (e->kind == EVENT_MESSAGE)
		snprintf(out, size, "%s of %s reaches %s", message_word(e->message), mate, unit);
	else if (e->kind == EVENT_IF_HELLO)
		snprintf(out, size, "%s says hello on %s", unit, iface_name(s, e->what, name, sizeof name));
	else if (e->kind == EVENT_IF_HEARD)
		snprintf(out, size, "hello on %s reaches %s", iface_name(s, e->what, name, sizeof name), unit);
	else if (e->kind == EVENT_TEST)
		snprintf(out, size, "%s tests %s", unit, iface_name(s, e->what, name, sizeof name));
	else if (e->kind == EVENT_COMMAND)
		snprintf(out, size, "your command");
	else
		timer_text(s, e, out, size);
	return out;
}
