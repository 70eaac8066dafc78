/* From trace entries to the lines on a unit's console.
 *
 * console.def has a row for each text, with the condition that causes it; the conditions are here.  What concerns the
 * unit as a whole, as replication does, is printed when it happens to group 0, the system space; groups 1 and 2 print
 * lines of their own. */
#include "sim/console.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/sim.h"

/* --- conditions -------------------------------------------------------------------------------------------- */

/* The first of an entry's causes that is of a kind; NULL where none is, or it has been forgotten. */
static const struct entry *cause_of(const struct history *h, const struct entry *e, enum entry_kind kind)
{
	for (int c = 0; c < CAUSE_MAX; c++) {
		const struct entry *cause = e->cause[c] ? history_entry(h, e->cause[c]) : NULL;

		if (cause && cause->kind == kind)
			return cause;
	}
	return NULL;
}

static bool unit_moves(const struct entry *e, enum state to)
{
	return e->kind == ENTRY_STATE && e->group == 0 && e->to == to;
}

static bool group_moves(const struct entry *e, enum state to)
{
	return e->kind == ENTRY_STATE && e->group > 0 && e->to == to;
}

/* What the sender knows of it is what the mate says. */
static bool send_begins(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_BELIEF && e->group == 0 && e->from != STATE_SYNC_CONFIG && e->to == STATE_SYNC_CONFIG;
}

static bool send_ends(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_BELIEF && e->group == 0 && e->from == STATE_SYNC_CONFIG &&
	    (e->to == STATE_SYNC_FILES || e->to == STATE_BULK_SYNC || e->to == STATE_STANDBY_READY);
}

static bool detects(const struct history *h, const struct entry *e)
{
	(void)h;
	return unit_moves(e, STATE_COLD_STANDBY) && e->a == REASON_DETECTED;
}

static bool receive_begins(const struct history *h, const struct entry *e)
{
	(void)h;
	return unit_moves(e, STATE_SYNC_CONFIG);
}

static bool receive_ends(const struct history *h, const struct entry *e)
{
	(void)h;
	return unit_moves(e, STATE_SYNC_FILES) && e->from == STATE_SYNC_CONFIG;
}

static bool finds_nobody(const struct history *h, const struct entry *e)
{
	(void)h;
	return unit_moves(e, STATE_JUST_ACTIVE) && e->from == STATE_NEGOTIATION && e->a == REASON_NO_ACTIVE;
}

/* Does the mate want the group to move because somebody typed so there?  Its word came as a belief, and the belief's
 * cause is what the mate did. */
static bool typed_there(const struct history *h, const struct entry *e)
{
	const struct entry *belief = cause_of(h, e, ENTRY_BELIEF);
	const struct entry *took = belief ? cause_of(h, belief, ENTRY_STATE) : NULL;
	const struct entry *gave = belief ? cause_of(h, belief, ENTRY_RULE) : NULL;

	return (took && took->a == REASON_CONFIG_COMMAND) || (gave && gave->rule == RULE_CLI_STANDBY);
}

static bool typed_standby(const struct history *h, const struct entry *e)
{
	return group_moves(e, STATE_STANDBY_READY) && state_active(e->from) &&
	    (e->a == REASON_CONFIG_COMMAND || (e->a == REASON_WANTS_STANDBY && typed_there(h, e)));
}

static bool typed_active(const struct history *h, const struct entry *e)
{
	return group_moves(e, STATE_JUST_ACTIVE) &&
	    (e->a == REASON_CONFIG_COMMAND || (e->a == REASON_WANTS_ACTIVE && typed_there(h, e)));
}

static bool preempts(const struct history *h, const struct entry *e)
{
	(void)h;
	return group_moves(e, STATE_JUST_ACTIVE) && e->a == REASON_PREEMPT;
}

static bool takes_over(const struct history *h, const struct entry *e)
{
	(void)h;
	return group_moves(e, STATE_JUST_ACTIVE) && e->a == REASON_HELLO_LOST;
}

static bool group_detects(const struct history *h, const struct entry *e)
{
	(void)h;
	return group_moves(e, STATE_COLD_STANDBY) && e->a == REASON_DETECTED;
}

static bool lan_back(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_LINK && e->from == WIRE_LAN && e->to == LINK_UP;
}

static bool other_version(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_AGREE && (e->a & TRAIT_VERSION);
}

/* Only where failover is disabled; the other unit goes on. */
static bool other_licence(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_AGREE && (e->a & TRAIT_LICENCE) && e->to;
}

static bool told_to_reload(const struct history *h, const struct entry *e)
{
	bool reloads = e->kind == ENTRY_UNIT && e->from == RUN_UP && e->to == RUN_BOOTING;
	const struct entry *typed = reloads ? cause_of(h, e, ENTRY_TYPE) : NULL;

	return typed && typed->from == TYPED_RELOAD_STANDBY;
}

static bool replicates(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_CONFIG && e->rule == RULE_LINE_SENT;
}

static bool typed_at_standby(const struct history *h, const struct entry *e)
{
	(void)h;
	return e->kind == ENTRY_RULE && e->rule == RULE_LINE_AT_STANDBY;
}

/* --- the list ---------------------------------------------------------------------------------------------- */

const struct console_row console_rows[CONSOLE_COUNT] = {
#define CONSOLE(id, trust, when, text, cause) { TRUST_##trust, when, text, cause },
#define NOT_YET(id, trust, text, missing) { TRUST_##trust, NULL, text, missing },
#include "sim/console.def"
};

int console_of(const struct history *h, const struct entry *e, struct console_line out[], int most)
{
	int n = 0;

	if (e->who >= UNIT_COUNT)
		return 0;
	for (int id = 0; id < CONSOLE_COUNT && n < most; id++)
		if (console_rows[id].when && console_rows[id].when(h, e))
			out[n++] = (struct console_line){ (enum console_id)id, e };
	return n;
}

const char *console_text(const struct console_line *line, char *out, size_t size)
{
	static const char brace[] = "{group}";
	const char *text = console_rows[line->id].text, *at = strchr(text, '{');

	assert(size > 0);
	if (!at) {
		snprintf(out, size, "%s", text);
		return out;
	}
	assert(strncmp(at, brace, strlen(brace)) == 0);
	snprintf(out, size, "%.*s%u%s", (int)(at - text), text, (unsigned)line->e->group, at + strlen(brace));
	return out;
}
