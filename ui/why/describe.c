/* A frame in sentences.  Each function below adds one, or none where there is nothing to say. */
#include "ui/why/describe.h"

#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/words.h"
#include "ui/text.h"
#include "ui/views/face.h"
#include "ui/why/subject.h"

enum { NAMED_MAX = 4, ITEM_LEN = 128 };

/* One of a list of names: only the first few are named. */
static void add_name(struct text *t, uint32_t *count, const char *name)
{
	if (*count < NAMED_MAX)
		text_add(t, "%s%s", *count > 0 ? ", " : "", name);
	++*count;
}

/* The end of such a list and of its sentence. */
static void add_rest(struct text *t, uint32_t count)
{
	if (count > NAMED_MAX)
		text_add(t, " and %u more", count - NAMED_MAX);
	text_add(t, ".");
}

static void tell_time(struct text *t, const struct history *h, uint32_t unit)
{
	const struct sim *s = &h->now;
	char time[24];

	(void)unit;
	if (s->now_ms == s->open_ms)
		text_add(t, "The lab has just opened.");
	else
		text_add(t, "T+%s s.", time_text(s, s->now_ms, time, sizeof time));
}

/* "both units", "no unit" or a name. */
static const char *holder_word(const struct sim *s, uint32_t holder)
{
	return holder < UNIT_COUNT ? s->lab.unit[holder].name : holder == HOLDER_BOTH ? "both units" : "no unit";
}

static void tell_holders(struct text *t, const struct history *h, uint32_t unit)
{
	const struct sim *s = &h->now;
	uint32_t first = face_holder(s, 1), second = face_holder(s, 2);

	(void)unit;
	if (first == second)
		text_add(t, " Groups 1 and 2 are active on %s.", holder_word(s, first));
	else
		text_add(t, " Group 1 is active on %s, group 2 on %s.", holder_word(s, first), holder_word(s, second));
}

/* "Standby Ready", "in Sync Config": the device's words behind "is". */
static const char *state_phrase(uint32_t state, char out[ITEM_LEN])
{
	snprintf(out, ITEM_LEN, "%s%s", state_in(state), state_word(state));
	return out;
}

/* The groups of a unit that it is not active for. */
static void tell_states(struct text *t, const struct sim *s, uint32_t unit)
{
	const struct unit *u = &s->unit[unit];
	const char *name = s->lab.unit[unit].name;
	uint32_t state[] = { u->machine[1].state, u->machine[2].state };
	char phrase[ITEM_LEN], other[ITEM_LEN];

	state_phrase(state[0], phrase);
	state_phrase(state[1], other);
	if (state[0] == state[1] && state[0] != STATE_ACTIVE)
		text_add(t, " On %s groups 1 and 2 are %s.", name, phrase);
	else if (state[0] != STATE_ACTIVE && state[1] != STATE_ACTIVE)
		text_add(t, " On %s group 1 is %s, group 2 %s.", name, phrase, other);
	else if (state[0] != STATE_ACTIVE)
		text_add(t, " On %s group 1 is %s.", name, phrase);
	else if (state[1] != STATE_ACTIVE)
		text_add(t, " On %s group 2 is %s.", name, other);
}

/* How a unit is, and what it takes its mate for. */
static void tell_unit(struct text *t, const struct history *h, uint32_t unit)
{
	const struct sim *s = &h->now;
	const struct unit *u = &s->unit[unit];
	const char *name = s->lab.unit[unit].name;

	if (u->run != RUN_UP) {
		text_add(t, " %s is %s.", name, u->run == RUN_OFF ? "without power" : run_word(u->run));
		return;
	}
	if (!u->failover) {
		text_add(t, " On %s failover is off.", name);
		return;
	}
	tell_states(t, s, unit);
	if (u->asking && u->belief.mate == MATE_ALIVE)
		text_add(t, " %s misses hellos and asks for its mate everywhere (LANTEST).", name);
	if (u->belief.mate != MATE_ALIVE)
		text_add(t, " %s believes that its mate is %s.", name, mate_word(u->belief.mate));
}

/* The monitored interfaces of a unit that are not as they should be. */
static void tell_interfaces(struct text *t, const struct history *h, uint32_t unit)
{
	const struct sim *s = &h->now;
	uint32_t count = 0;

	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		const struct side *side = &s->sides[i][unit];
		bool fine = side->status == STATUS_NORMAL || side->status == STATUS_WAITING || side->status == STATUS_UNKNOWN;
		char name[80], text[ITEM_LEN];

		if (fine || !(side->flags & SIDE_MONITORED) || s->unit[unit].run != RUN_UP)
			continue;
		if (count == 0)
			text_add(t, " Interfaces of %s: ", s->lab.unit[unit].name);
		snprintf(text, sizeof text, "%s is %s%s", iface_name(s, i, name, sizeof name),
		    side->status == STATUS_TESTING ? "in " : "", status_word(side->status));
		add_name(t, &count, text);
	}
	if (count > 0)
		add_rest(t, count);
}

/* What a person has broken, as a script calls it. */
static void tell_faults(struct text *t, const struct history *h, uint32_t unit)
{
	const struct sim *s = &h->now;
	uint32_t cursor = 0, count = 0;
	enum fault_id fault;
	struct target target;

	(void)unit;
	if (fault_count(s) == 0) {
		text_add(t, " Nothing is broken.");
		return;
	}
	text_add(t, " Broken: ");
	while (fault_next(s, &cursor, &fault, &target)) {
		char name[96], text[ITEM_LEN];

		snprintf(text, sizeof text, "%s %s", faults[fault].word, target_name(&s->lab, target, name, sizeof name));
		add_name(t, &count, text);
	}
	add_rest(t, count);
}

bool describe_tells(const struct entry *e)
{
	return entry_notable(e) && e->kind != ENTRY_CONNS && e->group != 0;
}

const struct entry *describe_last(const struct history *h)
{
	for (uint32_t id = h->now.trace_id; id > 0; id--) {
		const struct entry *e = history_entry(h, id);

		if (!e || e->at_ms < h->now.open_ms)
			return NULL;
		if (describe_tells(e))
			return e;
	}
	return NULL;
}

const char *describe_entry(const struct history *h, const struct entry *e, char *out, size_t size)
{
	char told[SUBJECT_TOLD], *arrow;

	subject_told(&h->now, e, told);
	while ((arrow = strstr(told, "->")) != NULL)
		memcpy(arrow, "to", 2);
	snprintf(out, size, "%s, %s", who_word(&h->now, e->who), told);
	return out;
}

static void tell_last(struct text *t, const struct history *h, uint32_t unit)
{
	const struct entry *e = describe_last(h);
	char time[24], told[SUBJECT_TOLD + 64];

	(void)unit;
	if (e)
		text_add(t, " Last event, at %s s: %s.", time_text(&h->now, e->at_ms, time, sizeof time),
		    describe_entry(h, e, told, sizeof told));
}

/* What is told, in this order; `unit` is for those that are about one. */
static const struct part {
	void (*tell)(struct text *t, const struct history *h, uint32_t unit);
	uint32_t unit;
} parts[] = {
	{ tell_time, 0 },
	{ tell_holders, 0 },
	{ tell_unit, PRIMARY },
	{ tell_unit, SECONDARY },
	{ tell_interfaces, PRIMARY },
	{ tell_interfaces, SECONDARY },
	{ tell_faults, 0 },
	{ tell_last, 0 },
};

const char *describe_frame(const struct history *h, char *out, size_t size)
{
	struct text t;

	if (size == 0)
		return out;
	t = text_begin(out, size);
	for (size_t p = 0; p < sizeof parts / sizeof *parts && !t.full; p++) {
		size_t before = t.used;

		parts[p].tell(&t, h, parts[p].unit);
		if (t.full)
			out[before] = '\0'; /* half a sentence is none */
	}
	return out;
}

const char *describe_title(const struct history *h, const char *name, char *out, size_t size)
{
	const char *title = h->now.lab.head.title;
	char time[24];

	snprintf(out, size, "%s, T+%s s", *title ? title : name,
	    time_text(&h->now, h->now.now_ms, time, sizeof time));
	return out;
}
