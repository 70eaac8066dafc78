/* Why, section by section; see why.h.
 *
 *   target ──subject──> a sentence, roots, groups ──chain──> causes ──> rules
 *                                            └────> what each unit knew, why not
 *
 * What is said comes from the trace and from the rules as data; of the groups' machines only group_kept_by and the
 * rule that a machine named itself are asked. */
#include "ui/why/why.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/group.h"
#include "sim/words.h"
#include "ui/conf/value.h"
#include "ui/utf8.h"
#include "ui/why/chain.h"
#include "ui/why/subject.h"

enum { TEXT_LEN = 960, TIME_LEN = 24, WHAT_LEN = 112 };

/* What the lines are made from. */
struct maker {
	struct why *why;
	const struct history *history;
	const struct sim *s;
	int columns;
	enum why_part part; /* that is being written */
	struct subject subject;
	struct chain chain;
};

/* --- lines ------------------------------------------------------------------------------------------------- */

/* Adds a text, broken into lines; those behind the first begin with `indent` blanks. */
static void add(struct maker *m, enum style style, uint32_t id, int indent, const char *text)
{
	struct why *w = m->why;
	int margin = 0;

	do {
		struct why_line *line = &w->lines[w->count];
		size_t next, n = utf8_line(text, m->columns - margin, WHY_TEXT - 1 - (size_t)margin, &next);

		if (w->count == WHY_LINES)
			return;
		*line = (struct why_line){ .id = id, .style = (uint8_t)style, .part = (uint8_t)m->part,
			.more = margin > 0 };
		snprintf(line->text, sizeof line->text, "%*s%.*s", margin, "", (int)n, text);
		w->count++;
		text += next;
		margin = indent;
	} while (*text != '\0');
}

/* The same, formatted. */
static void say(struct maker *m, enum style style, uint32_t id, int indent, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

static void say(struct maker *m, enum style style, uint32_t id, int indent, const char *format, ...)
{
	char text[TEXT_LEN];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	add(m, style, id, indent, text);
}

/* Begins a part with its title. */
static void heading(struct maker *m, enum why_part part, const char *text)
{
	int from = m->why->count;

	m->part = part;
	say(m, STYLE_STRONG, 0, 0, "%s", text);
	for (int n = from; n < m->why->count; n++)
		m->why->lines[n].heading = true;
}

int why_next(const struct why *w, int from, int direction)
{
	for (int n = from + direction; n >= 0 && n < w->count; n += direction)
		if (w->lines[n].id != 0 && !w->lines[n].more)
			return n;
	return from;
}

/* --- in one line ------------------------------------------------------------------------------------------- */

/* What is asked about, and the instant. */
static void say_head(struct maker *m)
{
	const struct entry *e = m->subject.entry;
	char time[TIME_LEN];

	time_text(m->s, e ? e->at_ms : m->s->now_ms, time, sizeof time);
	say(m, STYLE_TITLE, 0, 0, " WHY %s  T%s%s s%s%s", m->subject.name, time[0] == '-' ? "" : "+", time, e ? "  " : "",
	    e ? kind_word(e->kind) : "");
}

/* How many things that a person did are among the causes. */
static uint32_t count_deeds(const struct maker *m)
{
	uint32_t count = 0;

	for (uint32_t n = 0; n < m->chain.count; n++)
		count += history_entry(m->history, m->chain.links[n].id)->who == WHO_YOU;
	return count;
}

/* The subject, and where it all began. */
static void say_summary(struct maker *m)
{
	uint32_t deeds = count_deeds(m);
	const struct subject *j = &m->subject;
	const struct entry *e = history_entry(m->history, chain_origin(&m->chain, m->history));
	char text[SUBJECT_TOLD], time[TIME_LEN], more[48] = "";

	heading(m, WHY_ONE_LINE, "IN ONE LINE");
	if (!e || e == j->entry) {
		say(m, STYLE_PLAIN, 0, 1, " %s%s", j->sentence, e && e->who == WHO_YOU ? " That is where it began." : "");
		return;
	}
	time_text(m->s, e->at_ms, time, sizeof time);
	if (deeds > 1)
		snprintf(more, sizeof more, ", and to %u more", (unsigned)(deeds - 1));
	if (e->who == WHO_YOU)
		say(m, STYLE_PLAIN, 0, 1, " %s That goes back to what you did at %s: %s%s.", j->sentence, time,
		    subject_told(m->s, e, text), more);
	else
		say(m, STYLE_PLAIN, 0, 1, " %s That goes back to %s, %s: %s %s.", j->sentence, time,
		    e->at_ms < m->s->open_ms ? "before the lab opened" : m->chain.cut ? "or further" : "by itself", who_word(m->s, e->who),
		    subject_told(m->s, e, text));
}

/* --- the chain --------------------------------------------------------------------------------------------- */

/* One cause, so far to the right as it lies deep. */
static void say_link(struct maker *m, const struct chain_link *link)
{
	const struct entry *e = history_entry(m->history, link->id);
	enum style style = link->before ? STYLE_QUIET : e->who == WHO_YOU ? STYLE_YOU : STYLE_PLAIN;
	char text[SUBJECT_TOLD], time[TIME_LEN], came[96];
	const char *message = chain_message(m->history, e, came, sizeof came);
	int most = (m->columns - 40) / 2, deep = link->depth < most ? link->depth : most;

	say(m, style, e->id, 2 * deep + 4, " %*s%s%s#%u %s %s %s %s%s%s%s", 2 * deep, "", deep ? "|- " : "",
	    link->before ? "before: " : "", (unsigned)e->id, time_text(m->s, e->at_ms, time, sizeof time),
	    who_word(m->s, e->who), kind_word(e->kind), entry_text(m->s, e, text, sizeof text), message ? " [" : "",
	    message ? message : "", message ? "]" : "");
}

/* All of them. */
static void say_chain(struct maker *m)
{
	heading(m, WHY_CHAIN, "CHAIN of causes, newest first");
	if (m->chain.count == 0)
		say(m, STYLE_QUIET, 0, 1, " Nothing has happened to it: it is as it was when the lab opened.");
	for (uint32_t n = 0; n < m->chain.count; n++)
		say_link(m, &m->chain.links[n]);
	if (m->chain.cut)
		say(m, STYLE_QUIET, 0, 1, " There is more than is shown: ask about the oldest line here.");
}

/* --- rules ------------------------------------------------------------------------------------------------- */

/* Which key of [model] decides where Cisco's texts disagree. */
static const struct {
	enum rule_id rule;
	const char *key;
} deciders[] = {
	{ RULE_BOOT_BOTH, "both-boot" },
	{ RULE_IF_CARRIER, "link-down" },
	{ RULE_IF_SILENT, "test-start" },
	{ RULE_IF_COMPARE, "compare-failed" },
	{ RULE_DEAD_LINK, "dead-link-takeover" },
	{ RULE_PREEMPT_MANUAL, "preempt-after-manual" },
};

/* What the keys of the rules' sources stand for. */
static const struct {
	const char *key, *title;
} sources[] = {
	{ "G84", "ASA 8.4 CLI guide" },
	{ "G912", "ASA 9.12 CLI guide" },
	{ "T221642", "Cisco support, note 221642" },
	{ "T217691", "Cisco support, note 217691" },
	{ "T117906", "Cisco support, note 117906" },
	{ "CDFMC", "Cisco Defense Orchestrator guide" },
	{ "SYSLOG", "ASA syslog guide" },
	{ "INTEG", "ASA integrity assurance document" },
	{ "WAIT", "Cisco community on Normal (Waiting)" },
	{ "HUC", "Hucaby's book" },
	{ "KP", "show tech of a real pair" },
	{ "PSB", "a blog on failover that is off" },
	{ "MISC", "logs of real pairs" },
};

/* The [model] key that decides about a disputed rule, and what it says in this lab. */
static void say_decider(struct maker *m, enum rule_id rule)
{
	for (size_t d = 0; d < sizeof deciders / sizeof *deciders; d++)
		for (size_t k = 0; k < lab_key_count && deciders[d].rule == rule; k++) {
			const struct lab_key *key = &lab_keys[k];
			char value[VALUE_LEN];

			if (key->section != SECTION_MODEL || strcmp(key->name, deciders[d].key) != 0)
				continue;
			value_format(key, (const char *)&m->s->lab.model + key->offset, value, sizeof value);
			say(m, STYLE_WARN, 0, 5, "   in this lab [model] %s = %s. %s", key->name, value, key->sentence);
		}
}

/* A rule with its sentence, sources and trust; and the cause that names it. */
static void say_rule(struct maker *m, enum rule_id rule, uint32_t used)
{
	const struct rule *r = &rules[rule];
	int from = m->why->count;

	say(m, STYLE_PLAIN, 0, 3, " %s  %s [%s: %s]", r->word, r->sentence, r->source, trust_word(r->trust));
	if (r->trust == TRUST_DISPUTED)
		say_decider(m, rule);
	for (int n = from; n < m->why->count; n++)
		m->why->lines[n].used = used;
}

/* Is the key one of a rule's sources? */
static bool cites(enum rule_id rule, const char *key)
{
	const char *at = rules[rule].source;
	size_t n = strlen(key);

	for (; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
		at += strspn(at, " ");
		if (strncmp(at, key, n) == 0 && (at[n] == '\0' || at[n] == ','))
			return true;
	}
	return false;
}

/* What the sources are that were cited, in one go. */
static void say_sources(struct maker *m, const bool used[RULE_COUNT])
{
	char text[SUBJECT_SENTENCE] = "";
	size_t length = 0;

	for (size_t n = 0; n < sizeof sources / sizeof *sources; n++) {
		bool cited = false;

		for (int r = 0; r < RULE_COUNT; r++)
			cited |= used[r] && cites((enum rule_id)r, sources[n].key);
		if (cited && length < sizeof text)
			length += (size_t)snprintf(text + length, sizeof text - length, "%s%s %s", length ? ", " : " ",
			    sources[n].key, sources[n].title);
	}
	m->part = WHY_SOURCES;
	if (length > 0)
		add(m, STYLE_QUIET, 0, 1, text);
}

/* Each rule that a followed cause names, once. */
static void say_rules(struct maker *m)
{
	bool used[RULE_COUNT] = { [RULE_NONE] = true };

	heading(m, WHY_RULES, "RULES USED, with their sources and trust");
	for (uint32_t n = 0; n < m->chain.count; n++) {
		const struct entry *e = history_entry(m->history, m->chain.links[n].id);

		if (m->chain.links[n].before || used[e->rule])
			continue;
		used[e->rule] = true;
		say_rule(m, (enum rule_id)e->rule, e->id);
	}
	used[RULE_NONE] = false;
	if (memchr(used, true, sizeof used))
		say_sources(m, used);
	else
		say(m, STYLE_QUIET, 0, 1, " None: no unit decided anything.");
}

/* --- what each unit knew ----------------------------------------------------------------------------------- */

/* A unit's picture of itself and of its mate at an instant. Ids of 0: never told. */
struct knowledge {
	uint8_t run, mate;
	uint32_t mate_ms, mate_id;
	uint8_t own[GROUP_COUNT], said[GROUP_COUNT];
	uint32_t own_ms[GROUP_COUNT], own_id[GROUP_COUNT], told_ms[GROUP_COUNT], told_id[GROUP_COUNT];
};

/* What the unit knows at the present. */
static struct knowledge knew_now(const struct maker *m, uint32_t u)
{
	const struct unit *unit = &m->s->unit[u];
	const struct entry *mate = history_entry(m->history, unit->belief.mate_cause);
	struct knowledge k = { .run = unit->run, .mate = unit->belief.mate, .mate_id = unit->belief.mate_cause,
		.mate_ms = mate ? mate->at_ms : unit->since_ms };

	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		k.own[g] = unit->machine[g].state;
		k.own_ms[g] = unit->machine[g].since_ms;
		k.own_id[g] = unit->machine[g].cause;
		k.said[g] = unit->belief.said.state[g];
		k.told_ms[g] = unit->belief.changed_ms[g];
		k.told_id[g] = unit->belief.cause[g];
	}
	return k;
}

/* The same from the trace, after the entry of that id: the last that was told of each, since the unit's software
 * started. */
static struct knowledge knew_then(const struct maker *m, uint32_t u, uint32_t id)
{
	struct knowledge k = { .run = RUN_UP };
	const struct entry *e;

	for (; (e = history_entry(m->history, id)) != NULL; id--) {
		uint32_t g = e->group < GROUP_COUNT ? e->group : 0;

		if (e->who != u)
			continue;
		if (e->kind == ENTRY_UNIT) {
			k.run = e->to;
			break;
		}
		if (e->kind == ENTRY_MATE && k.mate_id == 0) {
			k.mate = e->to;
			k.mate_ms = e->at_ms;
			k.mate_id = id;
		} else if (e->kind == ENTRY_STATE && k.own_id[g] == 0) {
			k.own[g] = e->to;
			k.own_ms[g] = e->at_ms;
			k.own_id[g] = id;
		} else if (e->kind == ENTRY_BELIEF && k.told_id[g] == 0) {
			k.said[g] = e->to;
			k.told_ms[g] = e->at_ms;
			k.told_id[g] = id;
		}
	}
	return k;
}

/* What the unit takes its mate for; and the age of the last hello, which is known of the present only. */
static void say_mate(struct maker *m, uint32_t u, const struct knowledge *k, bool now)
{
	const struct belief *b = &m->s->unit[u].belief;
	const char *name = m->s->lab.unit[u].name, *mate = m->s->lab.unit[mate_of(u)].name;
	uint32_t age_ms = m->s->now_ms - b->heard_ms;
	char time[TIME_LEN], hello[64] = "";

	if (now && b->hello != 0)
		snprintf(hello, sizeof hello, "; its last hello is %u.%03u s old (number %u)", (unsigned)(age_ms / 1000),
		    (unsigned)(age_ms % 1000), (unsigned)b->hello);
	if (k->mate_id == 0)
		say(m, STYLE_PLAIN, 0, 3, " %s has not heard of %s yet", name, mate);
	else
		say(m, STYLE_PLAIN, k->mate_id, 3, " %s: %s is %s, since %s (#%u)%s", name, mate, mate_word(k->mate),
		    time_text(m->s, k->mate_ms, time, sizeof time), (unsigned)k->mate_id, hello);
}

/* One group: what the unit is in it, and what it takes its mate for. */
static void say_belief(struct maker *m, uint32_t g, const struct knowledge *k)
{
	bool gone = k->mate == MATE_DEAD || k->mate == MATE_ABSENT || k->mate == MATE_UNKNOWN || k->mate == MATE_OFF;
	char own[TIME_LEN], told_time[TIME_LEN], text[SUBJECT_SENTENCE] = "mate's never told";

	time_text(m->s, k->own_ms[g], own, sizeof own);
	time_text(m->s, k->told_ms[g], told_time, sizeof told_time);
	if (k->told_id[g] != 0)
		snprintf(text, sizeof text, "mate's %s%s, told at %s (#%u)", gone ? "not known; it was " : "",
		    state_word(k->said[g]), told_time, (unsigned)k->told_id[g]);
	say(m, gone ? STYLE_QUIET : STYLE_PLAIN, k->told_id[g], 5, "   G%u: mine %s since %s; %s", (unsigned)g,
	    state_word(k->own[g]), own, text);
}

/* Both units. */
static void say_knowledge(struct maker *m)
{
	const struct entry *e = m->subject.entry;
	bool now = !e || e->step == m->s->step;

	heading(m, WHY_KNOWLEDGE, now ? "WHAT EACH UNIT KNOWS" : "WHAT EACH UNIT KNEW then");
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		struct knowledge k = now ? knew_now(m, u) : knew_then(m, u, e->id);

		if (k.run != RUN_UP) {
			say(m, STYLE_QUIET, 0, 3, " %s is %s: it knows nothing", m->s->lab.unit[u].name, run_word(k.run));
			continue;
		}
		say_mate(m, u, &k, now);
		for (uint32_t g = 1; g < GROUP_COUNT; g++)
			if (m->subject.groups & (1u << g))
				say_belief(m, g, &k);
	}
}

/* --- why not ----------------------------------------------------------------------------------------------- */

/* A rule that keeps something, behind what it keeps. */
static void say_kept(struct maker *m, enum rule_id rule, const char *what)
{
	const struct rule *r = &rules[rule];

	say(m, STYLE_PLAIN, 0, 3, " %s %s: %s [%s: %s]", what, r->word, r->sentence, r->source, trust_word(r->trust));
	if (r->trust == TRUST_DISPUTED)
		say_decider(m, rule);
}

/* The unit has the group: what would move it away, and what keeps that. */
static void say_stays(struct maker *m, uint32_t u, uint32_t g)
{
	const struct unit *unit = &m->s->unit[u];
	const struct machine *machine = &unit->machine[g];
	const struct group_conf *conf = &unit->conf.group[g];
	uint32_t failed = unit->failed[g], all = m->s->member_count[u][g];
	bool met = group_policy_met(m->s, u, g) || (unit->traits & TRAIT_UNFIT);
	char what[WHAT_LEN], policy[24];

	snprintf(what, sizeof what, "G%u stays on %s.", (unsigned)g, m->s->lab.unit[u].name);
	if (machine->want == WANT_ACTIVE)
		say(m, STYLE_PLAIN, 0, 3, " G%u leaves %s: it asks its mate to take it.", (unsigned)g, m->s->lab.unit[u].name);
	else if (met && machine->said != RULE_NONE)
		say_kept(m, (enum rule_id)machine->said, what);
	else if (failed > 0 && !met)
		say(m, STYLE_PLAIN, 0, 3, " %s %u of %u monitored interfaces failed, which the interface-policy of %s allows.",
		    what, (unsigned)failed, (unsigned)all, policy_text(conf->policy, policy, sizeof policy));
	else if (m->s->unit[mate_of(u)].run == RUN_UP && m->s->unit[mate_of(u)].machine[g].preempt_seq != 0)
		say(m, STYLE_PLAIN, 0, 3, " %s Until its mate preempts it.", what);
	else
		say(m, STYLE_PLAIN, 0, 3, " %s No failure moves it: %u of %u monitored interfaces failed there.", what,
		    (unsigned)failed, (unsigned)all);
}

/* The unit has not the group, and no rule keeps it away: what it is about. */
static void say_idle(struct maker *m, uint32_t u, uint32_t g, const char *what)
{
	const struct unit *unit = &m->s->unit[u];
	const struct machine *machine = &unit->machine[g];
	uint32_t preferred = group_preferred(m->s, u, g), silent_ms = m->s->now_ms - unit->belief.heard_ms;
	char time[TIME_LEN];

	if (unit->asking && unit->belief.mate == MATE_ALIVE)
		say(m, STYLE_PLAIN, 0, 3, " %s It has heard nothing of its mate for %u.%03u s, and decides when the holdtime of "
		    "%u.%03u s is over.", what, (unsigned)(silent_ms / 1000), (unsigned)(silent_ms % 1000),
		    (unsigned)(unit->conf.failover.holdtime / 1000), (unsigned)(unit->conf.failover.holdtime % 1000));
	else if (m->s->unit[mate_of(u)].machine[g].want == WANT_ACTIVE)
		say(m, STYLE_PLAIN, 0, 3, " %s Its mate asks it to take the group, and that is under way.", what);
	else if (machine->preempt_seq != 0)
		say(m, STYLE_PLAIN, 0, 3, " %s Preempt takes it there at %s.", what,
		    time_text(m->s, machine->preempt_ms, time, sizeof time));
	else if (machine->state != STATE_STANDBY_READY)
		say(m, STYLE_PLAIN, 0, 3, " %s It is not Standby Ready yet: %s.", what, state_word(machine->state));
	else if (preferred != u)
		say(m, STYLE_PLAIN, 0, 3, " %s Nothing wants it to move there: the group prefers %s.", what,
		    m->s->lab.unit[preferred].name);
	else
		say(m, STYLE_PLAIN, 0, 3, " %s Nothing wants it to move there just now.", what);
}

/* Why is the group not active on this unit; or, if it is, why does it stay? */
static void say_why_not(struct maker *m, uint32_t u, uint32_t g)
{
	const struct unit *unit = &m->s->unit[u];
	enum rule_id kept = group_kept_by(m->s, u, g);
	char what[WHAT_LEN];

	snprintf(what, sizeof what, "G%u is not active on %s.", (unsigned)g, m->s->lab.unit[u].name);
	if (unit->run != RUN_UP)
		say(m, STYLE_PLAIN, 0, 3, " %s It is %s.", what, run_word(unit->run));
	else if (state_active(unit->machine[g].state))
		say_stays(m, u, g);
	else if (kept != RULE_NONE)
		say_kept(m, kept, what);
	else
		say_idle(m, u, g, what);
}

/* The groups that it is about, on both units, at the present. */
static void say_alternatives(struct maker *m)
{
	char time[TIME_LEN], title[TIME_LEN + 16];

	if (m->subject.groups == 0)
		return;
	snprintf(title, sizeof title, "WHY NOT, at %s", time_text(m->s, m->s->now_ms, time, sizeof time));
	heading(m, WHY_NOT, title);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		for (uint32_t u = 0; u < UNIT_COUNT && (m->subject.groups & (1u << g)); u++)
			say_why_not(m, u, g);
}

void why_build(struct why *w, const struct history *h, struct target about, int columns)
{
	struct maker m = { .why = w, .history = h, .s = &h->now };

	m.columns = columns < WHY_COLUMNS_MIN ? WHY_COLUMNS_MIN : columns > WHY_COLUMNS_MAX ? WHY_COLUMNS_MAX : columns;
	w->count = 0;
	chain_init(&m.chain);
	subject_find(&m.subject, h, about);
	for (int r = 0; r < m.subject.root_count; r++)
		chain_add(&m.chain, h, m.subject.roots[r]);
	say_head(&m);
	say_summary(&m);
	if (m.subject.name[0] == '\0')
		return;
	say_chain(&m);
	say_rules(&m);
	say_knowledge(&m);
	say_alternatives(&m);
}
