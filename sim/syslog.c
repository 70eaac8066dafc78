/* From trace entries to syslog messages.
 *
 * syslog.def has a row for each message, with the condition that causes it; the conditions are here, and below them
 * what stands where a template has {braces}.  Group 0, the system space, follows group 1 and sends no messages about
 * states of its own; what concerns the unit as a whole, as replication does, is sent when it happens to group 0. */
#include "sim/syslog.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/conf_line.h"
#include "sim/conf.h"
#include "sim/words.h"

/* --- conditions -------------------------------------------------------------------------------------------- */

static bool monitored(const struct sim *s, const struct entry *e)
{
	return s->legs[e->iface][e->who].conf.monitored;
}

static bool dark(uint32_t status)
{
	return status == STATUS_NO_LINK || status == STATUS_LINK_DOWN;
}

static bool bad(uint32_t status)
{
	return status == STATUS_NO_LINK || status == STATUS_FAILED;
}

static bool mate_dies(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_MATE && e->to == MATE_DEAD && e->rule != RULE_RELOAD_TOLD;
}

static bool reports_if(const struct sim *s, const struct entry *e)
{
	return e->kind == ENTRY_REPORT && e->iface != IFACE_NONE && monitored(s, e);
}

static bool mate_if_well(const struct sim *s, const struct entry *e)
{
	return reports_if(s, e) && bad(e->from) &&
	    (e->to == STATUS_WAITING || e->to == STATUS_NORMAL);
}

static bool mate_if_fails(const struct sim *s, const struct entry *e)
{
	return reports_if(s, e) && !bad(e->from) && bad(e->to);
}

static bool mate_card_fails(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_REPORT && e->iface == IFACE_NONE && e->to;
}

/* The mate does not fit, in that at least. */
static bool differs_in(const struct entry *e, enum trait trait)
{
	return e->kind == ENTRY_AGREE && (e->a & trait);
}

static bool other_version(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_VERSION);
}

static bool other_mode(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_MODE);
}

static bool other_licence(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_LICENCE);
}

static bool other_chassis(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_HARDWARE);
}

static bool other_ports(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_PORTS);
}

static bool other_card(const struct sim *s, const struct entry *e)
{
	(void)s;
	return differs_in(e, TRAIT_CARD);
}

static bool failover_ends(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_STATE && e->group == 0 && e->to == STATE_DISABLED;
}

static bool failover_begins(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_TYPE && e->from == TYPED_ON && !e->b;
}

/* A step of groups 1 and 2. */
static bool group_moves(const struct entry *e)
{
	return e->kind == ENTRY_STATE && e->group > 0;
}

static bool becomes_active(const struct sim *s, const struct entry *e)
{
	(void)s;
	return group_moves(e) && e->to == STATE_JUST_ACTIVE;
}

/* With failed interfaces the device says so as it gives up, before the mate has taken over: seen in a real log. */
static bool gives_group_up(const struct sim *s, const struct entry *e)
{
	(void)s;
	return group_moves(e) && state_active(e->from) && !state_active(e->to) && e->to != STATE_DISABLED;
}

static bool group_fails(const struct sim *s, const struct entry *e)
{
	(void)s;
	return group_moves(e) && e->to == STATE_FAILED;
}

static bool group_recovers(const struct sim *s, const struct entry *e)
{
	(void)s;
	return group_moves(e) && e->from == STATE_FAILED && e->to == STATE_STANDBY_READY;
}

static bool line_up(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_IFACE && dark(e->from) && !dark(e->to);
}

static bool line_down(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_IFACE && dark(e->to) && !dark(e->from);
}

static bool if_link_up(const struct sim *s, const struct entry *e)
{
	return line_up(s, e) && monitored(s, e);
}

static bool if_link_down(const struct sim *s, const struct entry *e)
{
	return line_down(s, e) && monitored(s, e);
}

static bool if_enters(const struct sim *s, const struct entry *e, enum status status)
{
	return e->kind == ENTRY_IFACE && e->to == status && monitored(s, e);
}

static bool if_waits(const struct sim *s, const struct entry *e)
{
	return if_enters(s, e, STATUS_WAITING);
}

static bool if_normal(const struct sim *s, const struct entry *e)
{
	return if_enters(s, e, STATUS_NORMAL);
}

static bool if_lost(const struct sim *s, const struct entry *e)
{
	return if_enters(s, e, STATUS_TESTING) && e->from == STATUS_NORMAL;
}

static bool if_tested(const struct sim *s, const struct entry *e)
{
	return if_enters(s, e, STATUS_TESTING);
}

static bool if_test_ends(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_TEST && e->to != VERDICT_STARTED;
}

static bool lan_up(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_LINK && e->from == WIRE_LAN && e->to == LINK_UP;
}

static bool lan_fails(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_LINK && e->from == WIRE_LAN && e->to == LINK_LOST;
}

static bool lan_dark(const struct sim *s, const struct entry *e)
{
	return lan_fails(s, e) && e->rule == RULE_LINK_CARRIER;
}

static bool receive_begins(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_STATE && e->group == 0 && e->to == STATE_SYNC_CONFIG;
}

static bool receive_ends(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_STATE && e->group == 0 && e->from == STATE_SYNC_CONFIG && e->to == STATE_SYNC_FILES;
}

static bool sync_breaks_off(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_STATE && e->group == 0 && e->from == STATE_SYNC_CONFIG && e->to == STATE_NEGOTIATION;
}

/* What the sender knows of it is what the mate says. */
static bool send_begins(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_BELIEF && e->group == 0 && e->from != STATE_SYNC_CONFIG && e->to == STATE_SYNC_CONFIG;
}

static bool send_ends(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_BELIEF && e->group == 0 && e->from == STATE_SYNC_CONFIG &&
	    (e->to == STATE_SYNC_FILES || e->to == STATE_BULK_SYNC || e->to == STATE_STANDBY_READY);
}

static bool bulk_begins(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_BELIEF && e->from != STATE_BULK_SYNC && e->to == STATE_BULK_SYNC;
}

static bool bulk_ends(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_BELIEF && e->from == STATE_BULK_SYNC && e->to == STATE_STANDBY_READY;
}

static bool stateful_starts(const struct sim *s, const struct entry *e)
{
	return e->kind == ENTRY_UNIT && e->to == RUN_UP && unit_stateful(s, e->who);
}

static bool line_in_sync(const struct sim *s, const struct entry *e)
{
	(void)s;
	return e->kind == ENTRY_CONFIG && e->rule == RULE_LINE_IN_SYNC;
}

/* --- the list ---------------------------------------------------------------------------------------------- */

const struct syslog_row syslog_rows[SYSLOG_COUNT] = {
#define SYSLOG(number, severity, trust, when, template, cause) \
	{ number, severity, TRUST_##trust, when, template, cause },
#define NOT_YET(number, severity, trust, template, missing) { number, severity, TRUST_##trust, NULL, template, missing },
#include "sim/syslog.def"
};

/* Who sends what an entry causes: the unit that it is about, or the one at whose console something was typed. */
static uint32_t sender(const struct entry *e)
{
	return e->kind == ENTRY_TYPE ? e->a : e->who;
}

uint32_t syslog_unit(const struct syslog_line *line)
{
	return sender(line->e);
}

int syslog_of(const struct sim *s, const struct entry *e, struct syslog_line out[], int most)
{
	int n = 0;

	if (sender(e) >= UNIT_COUNT)
		return 0;
	for (int id = 0; id < SYSLOG_COUNT && n < most; id++)
		if (syslog_rows[id].when && syslog_rows[id].when(s, e))
			out[n++] = (struct syslog_line){ (enum syslog_id)id, e };
	return n;
}

/* --- what stands in braces --------------------------------------------------------------------------------- */

/* Why a group moved, as syslog has it; the forms that were seen in real logs, else the word of the history. */
static void put_reason(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const char *const seen[REASON_COUNT] = {
		[REASON_WANTS_ACTIVE] = "mate want me Active",
		[REASON_INTERFACE_CHECK] = "interface check, mate is healthier",
	};
	uint32_t reason = e->kind == ENTRY_STATE ? e->a :
	    e->rule == RULE_MODULE_FAILED ? REASON_CARD_FAILED : REASON_INTERFACE_CHECK;

	(void)s;
	if (seen[reason])
		snprintf(out, size, "%s", seen[reason]);
	else
		snprintf(out, size, "%s.", reason_word(reason));
}

static void put_unit(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	snprintf(out, size, "%s", s->unit[sender(e)].role == PRIMARY ? "Primary" : "Secondary");
}

static void put_group(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	char unit[16];

	put_unit(s, e, unit, sizeof unit);
	snprintf(out, size, "%s_group_%u", unit, e->group);
}

/* The line as far as its entry keeps it. */
static void put_command(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	conf_line_text(s, e, out, size);
}

static void put_if(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	snprintf(out, size, "%s", s->lab.ifaces[e->iface].name);
}

static void put_number(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "%u", e->iface);
}

static void put_code(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "%u", e->b == LINK_LOST ? 4 : 1);
}

static const char *mode_word(bool other)
{
	return other ? "Single" : "Multi";
}

static void put_mode(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "%s", mode_word(e->b & TRAIT_MODE));
}

static void put_mate_mode(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	(void)s;
	snprintf(out, size, "%s", mode_word(!(e->b & TRAIT_MODE)));
}

static void put_verdict(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	static const char *const words[] = { [VERDICT_PASSED] = "Passed", [VERDICT_FAILED] = "Failed",
		[VERDICT_UNKNOWN] = "Status Undetermined" };

	(void)s;
	snprintf(out, size, "%s", words[e->to]);
}

struct brace {
	const char *name;
	void (*put)(const struct sim *s, const struct entry *e, char *out, size_t size);
};

static const struct brace braces[] = {
	{ "{unit}", put_unit },
	{ "{group}", put_group },
	{ "{if}", put_if },
	{ "{command}", put_command },
	{ "{number}", put_number },
	{ "{code}", put_code },
	{ "{reason}", put_reason },
	{ "{verdict}", put_verdict },
	{ "{mode}", put_mode },
	{ "{mate mode}", put_mate_mode },
};

/* What the braces at `at` are; a template that something causes has no others. */
static const struct brace *find_brace(const char *at)
{
	const struct brace *b = braces;

	while (strncmp(at, b->name, strlen(b->name)) != 0) {
		b++;
		assert(b < braces + sizeof braces / sizeof *braces);
	}
	return b;
}

const char *syslog_text(const struct sim *s, const struct syslog_line *line, char *out, size_t size)
{
	const struct syslog_row *row = &syslog_rows[line->id];
	const char *from = row->template;
	size_t used;

	assert(size > 0);
	used = (size_t)snprintf(out, size, "%%ASA-%u-%u: ", row->severity, row->number);
	while (*from && used + 1 < size) {
		size_t plain = strcspn(from, "{");

		used += (size_t)snprintf(out + used, size - used, "%.*s", (int)plain, from);
		from += plain;
		if (*from && used + 1 < size) {
			const struct brace *b = find_brace(from);

			b->put(s, line->e, out + used, size - used);
			used += strlen(out + used);
			from += strlen(b->name);
		}
	}
	return out;
}
