/* The causes of something.
 *
 * The first cause of an entry is what set it off, and is followed; others tell how it was before: the same machine's
 * last state, what was believed of the mate.  Those are shown, and left there, unless the decision was made by them.
 * The steps between Just Active and Active are passed over, and what happened before the lab opened ends a story that
 * began after it. */
#include "ui/why/chain.h"

#include <stdio.h>

struct walk {
	struct chain *chain;
	const struct history *history;
	bool opened; /* it began with an entry after the opening */
};

void chain_init(struct chain *c)
{
	c->count = 0;
	c->cut = false;
}

static bool has(const struct chain *c, uint32_t id)
{
	for (uint32_t n = 0; n < c->count; n++)
		if (c->links[n].id == id)
			return true;
	return false;
}

/* One of the steps from Just Active to Active, which have no cause but the last. */
static bool is_step(const struct entry *e)
{
	return e->kind == ENTRY_STATE && e->rule == RULE_ACTIVE_CHAIN;
}

/* Was the decision made by what is believed of the mate? */
static bool decides_by_belief(const struct entry *e)
{
	return e->rule == RULE_STANDBY_BLOCKS || e->rule == RULE_IF_COMPARE || e->rule == RULE_BOOT_JOIN;
}

/* Are both about the same machine, interface, link or mate of a unit? */
static bool same_thing(const struct entry *a, const struct entry *b)
{
	if (a->kind != b->kind || a->who != b->who)
		return a->kind == ENTRY_LANTEST && b->kind == ENTRY_MATE;
	switch ((enum entry_kind)a->kind) {
	case ENTRY_STATE:
		return a->group == b->group;
	case ENTRY_IFACE:
		return a->iface == b->iface;
	case ENTRY_LINK:
		return a->from == b->from;
	case ENTRY_MATE:
		return true;
	default:
		return false;
	}
}

/* Does the n-th cause only tell how it was before? */
static bool is_before(const struct walk *w, const struct entry *e, uint32_t n, const struct entry *cause)
{
	if (w->opened && cause->at_ms < w->history->now.open_ms)
		return true;
	if (e->kind == ENTRY_MATE && cause->kind == ENTRY_STATE)
		return true; /* it came with the hello, and did not make it come */
	if (n == 0)
		return false;
	return same_thing(e, cause) || (cause->kind == ENTRY_BELIEF && !decides_by_belief(e));
}

static void visit(struct walk *w, const struct entry *e, uint32_t depth, bool before);

/* The causes of an entry, the newest first. */
static void follow(struct walk *w, const struct entry *e, uint32_t depth)
{
	uint32_t below = UINT32_MAX;

	for (uint32_t turn = 0; turn < CAUSE_MAX; turn++) {
		const struct entry *cause;
		uint32_t n = CAUSE_MAX;

		for (uint32_t c = 0; c < CAUSE_MAX; c++)
			if (e->cause[c] < below && e->cause[c] > (n < CAUSE_MAX ? e->cause[n] : 0))
				n = c;
		if (n == CAUSE_MAX)
			return;
		below = e->cause[n];
		cause = history_entry(w->history, below);
		if (is_step(e) && n > 0)
			continue;
		if (!cause)
			w->chain->cut = true;
		else if (n == 0 && is_step(cause) && !is_before(w, e, n, cause))
			follow(w, cause, depth);
		else
			visit(w, cause, depth, is_before(w, e, n, cause));
	}
}

static void visit(struct walk *w, const struct entry *e, uint32_t depth, bool before)
{
	struct chain *c = w->chain;

	if (has(c, e->id))
		return;
	if (c->count == CHAIN_MAX || depth == CHAIN_DEPTH) {
		c->cut = true;
		return;
	}
	c->links[c->count++] = (struct chain_link){ e->id, (uint8_t)depth, before };
	if (!before)
		follow(w, e, depth + 1);
}

void chain_add(struct chain *c, const struct history *h, uint32_t id)
{
	const struct entry *e = history_entry(h, id), *first = c->count > 0 ? history_entry(h, c->links[0].id) : e;
	struct walk w = { c, h, first && first->at_ms >= h->now.open_ms };

	if (e)
		visit(&w, e, 0, w.opened && e->at_ms < h->now.open_ms);
}

uint32_t chain_origin(const struct chain *c, const struct history *h)
{
	uint32_t person = 0, oldest = 0;

	for (uint32_t n = 0; n < c->count; n++) {
		const struct entry *e = history_entry(h, c->links[n].id);

		if (c->links[n].before || !e)
			continue;
		if (e->who == WHO_YOU && e->id > person)
			person = e->id;
		if (oldest == 0 || e->id < oldest)
			oldest = e->id;
	}
	return person ? person : oldest;
}

const char *chain_message(const struct history *h, const struct entry *e, char *out, size_t size)
{
	const struct lab *lab = &h->now.lab;
	const struct entry *cause = history_entry(h, e->cause[0]);
	bool from_mate = cause && cause->who < UNIT_COUNT && cause->who != e->who;
	const char *what = NULL, *over = lab->failover.lan.name;

	if (e->kind == ENTRY_BELIEF || e->kind == ENTRY_AGREE || (e->kind == ENTRY_MATE && e->to == MATE_ALIVE))
		what = "hello";
	else if (e->kind == ENTRY_IFACE && e->to == STATUS_NORMAL && e->rule != RULE_IF_CARRIER)
		what = "interface hello";
	else if (e->kind == ENTRY_IFACE && e->to == STATUS_TESTING && from_mate)
		what = "the mate's call for a test";
	else if (e->kind == ENTRY_SYNC)
		what = e->rule == RULE_SYNC_STATE ? "bulk sync" : "config replication";
	else if (e->kind == ENTRY_CONFIG && e->rule == RULE_LINE_OBEYED)
		what = "configuration line";
	else if (e->kind == ENTRY_CONFIG && e->rule == RULE_CONF_TAKEN)
		what = "config replication";
	if (!what)
		return NULL;
	if (e->kind == ENTRY_SYNC && e->rule == RULE_SYNC_STATE)
		over = lab->failover.link.name;
	if (e->kind == ENTRY_IFACE && e->to == STATUS_NORMAL)
		over = lab->ifaces[e->iface].name;
	snprintf(out, size, "by %s over %s", what, over);
	return out;
}
