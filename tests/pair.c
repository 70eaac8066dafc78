/* The pair of a story; see pair.h. */
#include "tests/pair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/fault.h"
#include "sim/group.h"
#include "sim/service.h"
#include "sim/unit.h"
#include "sim/words.h"
#include "ui/conf/conf.h"
#include "ui/script.h"

enum { POOL_SIZE = 8 << 20, LINES_SHOWN = 24 };

struct history pair;
static uint8_t pool[POOL_SIZE];
static struct diag diag;

/* --- what is told when something does not hold ------------------------------------------------------------- */

static void print_entry(const struct entry *e)
{
	char time[24], text[200];

	print_error("  %9s  %-5s %-8s%s\n", time_text(&pair.now, e->at_ms, time, sizeof time),
	    who_word(&pair.now, e->who), kind_word(e->kind), entry_text(&pair.now, e, text, sizeof text));
}

static void print_unit(uint32_t u)
{
	const struct unit *unit = &pair.now.unit[u];

	print_error("  %s %s, its mate is %s:", pair.now.lab.unit[u].name, run_word(unit->run),
	    mate_word(unit->belief.mate));
	for (uint32_t g = 0; g < GROUP_COUNT; g++)
		print_error(" G%u %s (believes %s)", (unsigned)g, state_word(unit->machine[g].state),
		    state_word(unit_believes(unit, g)));
	print_error("\n");
}

void pair_print(void)
{
	uint32_t id = pair.now.trace_id, shown = 0;
	char time[24];

	while (id > 1 && shown < LINES_SHOWN) {
		const struct entry *e = history_entry(&pair, id - 1);

		if (!e)
			break;
		shown += entry_notable(e);
		id--;
	}
	for (; id <= pair.now.trace_id; id++) {
		const struct entry *e = history_entry(&pair, id);

		if (e && entry_notable(e))
			print_entry(e);
	}
	print_error("  now %s\n", time_text(&pair.now, pair.now.now_ms, time, sizeof time));
	print_unit(PRIMARY);
	print_unit(SECONDARY);
}

/* Ends the test with a sentence. */
static void fail_with(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void fail_with(const char *format, ...)
{
	char sentence[400];
	va_list list;

	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	pair_print();
	fail_msg("%s", sentence);
}

static void expect_word(const char *what, const char *is, const char *wanted)
{
	if (strcmp(is, wanted) != 0)
		fail_with("%s: '%s', not '%s'", what, is, wanted);
}

/* --- opening ----------------------------------------------------------------------------------------------- */

void pair_open_lab(const struct lab *lab)
{
	history_open(&pair, lab, pool, sizeof pool);
}

void pair_open_text(const char *name, const char *text)
{
	static struct lab lab;
	struct screen_conf screen;

	diag_init(&diag);
	if (!conf_read_text(name, text, &lab, &screen, &diag))
		fail_msg("%s:%d: %s", name, diag.rows[0].line, diag.rows[0].sentence);
	pair_open_lab(&lab);
}

static void change_nothing(struct lab *lab)
{
	(void)lab;
}

void pair_open(const char *name)
{
	pair_open_with(name, change_nothing);
}

void pair_open_with(const char *name, void (*change)(struct lab *lab))
{
	static struct lab lab;
	struct screen_conf screen;
	struct lab_problem problems[8];
	size_t count;

	diag_init(&diag);
	if (!conf_read_builtin(name, &lab, &screen, &diag))
		fail_msg("%s: %s", name, diag.rows[0].sentence);
	change(&lab);
	count = lab_check(&lab, problems, 8);
	for (size_t p = 0; p < count && p < 8; p++)
		if (!problems[p].warning)
			fail_msg("%s: %s", name, problems[p].sentence);
	pair_open_lab(&lab);
}

/* --- doing ------------------------------------------------------------------------------------------------- */

void run_to(uint32_t ms)
{
	history_go_ms(&pair, pair.now.open_ms + ms);
}

static bool command(uint32_t ms, const char *text, char *reply, size_t size)
{
	struct command c;

	run_to(ms);
	if (!script_command(&pair.now.lab, text, &c, reply, size))
		fail_with("'%s': %s", text, reply);
	return history_command(&pair, &c, reply, size);
}

void at(uint32_t ms, const char *text)
{
	char reply[256];

	if (!command(ms, text, reply, sizeof reply))
		fail_with("'%s' was refused: %s", text, reply);
}

void refused_at(uint32_t ms, const char *text, const char *sentence)
{
	char reply[256];

	if (command(ms, text, reply, sizeof reply))
		fail_with("'%s' was obeyed", text);
	if (!strstr(reply, sentence))
		fail_with("'%s' was refused with '%s', not '%s'", text, reply, sentence);
}

/* --- looking ----------------------------------------------------------------------------------------------- */

static uint32_t unit_of(const char *name)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (strcmp(name, role_word(u)) == 0 || strcmp(name, pair.now.lab.unit[u].name) == 0)
			return u;
	fail_with("there is no unit '%s'", name);
	return 0;
}

void expect_state(uint32_t ms, const char *unit, uint32_t group, const char *state)
{
	char what[80];

	run_to(ms);
	snprintf(what, sizeof what, "at %u ms %s's group %u", (unsigned)ms, unit, (unsigned)group);
	expect_word(what, state_word(pair.now.unit[unit_of(unit)].machine[group].state), state);
}

static const char *owner_word(uint32_t group)
{
	bool on[UNIT_COUNT];

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		on[u] = pair.now.unit[u].machine[group].state == STATE_ACTIVE;
	if (on[PRIMARY] && on[SECONDARY])
		return "both";
	return on[PRIMARY] ? "primary" : on[SECONDARY] ? "secondary" : "nobody";
}

void expect_owners(uint32_t ms, const char *group_1, const char *group_2)
{
	char what[80];

	run_to(ms);
	snprintf(what, sizeof what, "at %u ms group 1's owner", (unsigned)ms);
	expect_word(what, owner_word(1), group_1);
	snprintf(what, sizeof what, "at %u ms group 2's owner", (unsigned)ms);
	expect_word(what, owner_word(2), group_2);
}

void expect_belief(const char *unit, uint32_t group, const char *state)
{
	char what[80];

	snprintf(what, sizeof what, "what %s believes of its mate's group %u", unit, (unsigned)group);
	expect_word(what, state_word(unit_believes(&pair.now.unit[unit_of(unit)], group)), state);
}

void expect_mate(const char *unit, const char *mate)
{
	const char *word = mate_word(pair.now.unit[unit_of(unit)].belief.mate);

	if (strncmp(word, mate, strlen(mate)) != 0)
		fail_with("%s's mate: '%s', not '%s'", unit, word, mate);
}

static uint32_t iface_of(const char *name)
{
	char own[80];

	for (uint32_t i = 0; i < pair.now.lab.iface_count; i++)
		if (strcmp(name, iface_name(&pair.now, i, own, sizeof own)) == 0)
			return i;
	fail_with("there is no interface '%s'", name);
	return 0;
}

void expect_status(const char *unit, const char *iface, const char *status)
{
	char what[80], text[64];

	snprintf(what, sizeof what, "%s's %s", unit, iface);
	expect_word(what, status_text(&pair.now, unit_of(unit), iface_of(iface), text, sizeof text), status);
}

void expect_link(const char *unit, const char *link, const char *view)
{
	const struct unit *u = &pair.now.unit[unit_of(unit)];
	uint8_t seen = strcmp(link, "lan") == 0 ? u->lan : u->state;
	char what[80];

	snprintf(what, sizeof what, "%s's %s link", unit, link);
	expect_word(what, seen == LINK_UP ? "up" : "lost", view);
}

void expect_reason(const char *unit, uint32_t group, const char *reason)
{
	char what[80];

	snprintf(what, sizeof what, "%s's reason in group %u", unit, (unsigned)group);
	expect_word(what, reason_word(pair.now.unit[unit_of(unit)].machine[group].reason), reason);
}

/* --- the log ----------------------------------------------------------------------------------------------- */

static bool entry_is(const struct entry *e, const char *who, const char *part)
{
	char text[240];
	size_t n;

	if (who && e->who < UNIT_COUNT ? strcmp(who, role_word(e->who)) != 0 &&
	    strcmp(who, who_word(&pair.now, e->who)) != 0 : who && strcmp(who, who_word(&pair.now, e->who)) != 0)
		return false;
	n = (size_t)snprintf(text, sizeof text, "%s ", kind_word(e->kind));
	entry_text(&pair.now, e, text + n, sizeof text - n);
	return strstr(text, part) != NULL;
}

/* The newest entry like that, at or before an id; NULL where there is none. */
static const struct entry *find_entry(uint32_t id, const char *who, const char *part)
{
	for (; id > 0; id--) {
		const struct entry *e = history_entry(&pair, id);

		if (!e || entry_is(e, who, part))
			return e;
	}
	return NULL;
}

uint32_t times_told(const char *who, const char *part)
{
	uint32_t count = 0;
	const struct entry *e = find_entry(pair.now.trace_id, who, part);

	for (; e; count++)
		e = find_entry(e->id - 1, who, part);
	return count;
}

int32_t told_at(const char *who, const char *part)
{
	const struct entry *e = find_entry(pair.now.trace_id, who, part);

	if (!e) {
		fail_with("nothing was told of '%s' by %s", part, who ? who : "anybody");
		return 0;
	}
	return (int32_t)(e->at_ms - pair.now.open_ms);
}

void expect_told(const char *who, const char *part)
{
	told_at(who, part);
}

void expect_not_told(const char *who, const char *part)
{
	if (times_told(who, part) > 0)
		fail_with("'%s' was told at %d ms", part, (int)told_at(who, part));
}

void expect_told_between(const char *who, const char *part, int32_t from_ms, int32_t to_ms)
{
	int32_t ms = told_at(who, part);

	if (ms < from_ms || ms > to_ms)
		fail_with("'%s' at %d ms, not from %d to %d", part, (int)ms, (int)from_ms, (int)to_ms);
}

/* --- users ------------------------------------------------------------------------------------------------- */

static uint32_t context_of(const char *name)
{
	int c = lab_find_context(&pair.now.lab, name);

	if (c < 0)
		fail_with("there is no context '%s'", name);
	return (uint32_t)c;
}

uint32_t lost_connections(const char *context)
{
	return pair.now.services[context_of(context)].lost;
}

uint32_t outage_ms(const char *context)
{
	return service_outage_ms(&pair.now, context_of(context));
}
