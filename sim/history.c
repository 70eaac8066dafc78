/* Keyframes, the journal, the archive of the trace, and branches; see history.h for the idea.
 *
 * Keyframes lie in the pool in the order of their steps.  When the pool or the table is full, every other one goes
 * and the interval doubles: so a day of a big lab fits, and a short run of a small one has them close together. */
#include "sim/history.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const uint32_t NO_STEP = UINT32_MAX;

enum { INTERVAL_LEAST = 4096 };

static struct branch *current(struct history *h)
{
	return &h->branches[h->branch];
}

/* --- the archive ------------------------------------------------------------------------------------------- */

/* Takes over what a step told. What was known already must come out the same again. */
static void collect(struct history *h)
{
	for (uint32_t n = 0; n < h->now.news_count; n++) {
		const struct entry *e = &h->now.news[n];
		struct entry *kept = &h->archive[e->id % ARCHIVE_MAX];

		if (e->id <= h->archive_last && e->id >= h->archive_first)
			assert(memcmp(kept, e, sizeof *e) == 0);
		*kept = *e;
		if (e->id > h->archive_last)
			h->archive_last = e->id;
		if (h->archive_last - h->archive_first >= ARCHIVE_MAX)
			h->archive_first = h->archive_last - ARCHIVE_MAX + 1;
	}
}

const struct entry *history_entry(const struct history *h, uint32_t id)
{
	if (id == 0 || id < h->archive_first || id > h->archive_last)
		return NULL;
	return &h->archive[id % ARCHIVE_MAX];
}

uint32_t history_first_at(const struct history *h, uint32_t at_ms)
{
	uint32_t low = h->archive_first, high = h->archive_last + 1;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (h->archive[middle % ARCHIVE_MAX].at_ms < at_ms)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* --- keyframes --------------------------------------------------------------------------------------------- */

/* Drops every other keyframe, and moves the rest together. The first stays. */
static void thin_out(struct history *h)
{
	uint32_t kept = 0;
	size_t used = 0;

	for (uint32_t k = 0; k < h->keyframe_count; k += 2) {
		struct keyframe f = h->keyframes[k];

		memmove(h->pool + used, h->pool + f.at, f.size);
		f.at = used;
		used += f.size;
		h->keyframes[kept++] = f;
	}
	h->keyframe_count = kept;
	h->pool_used = used;
	h->interval *= 2;
}

/* Keeps the present, where it is ahead of all that is kept. */
static void keep(struct history *h)
{
	size_t size = sim_pack_size(&h->now);

	while (h->keyframe_count == KEYFRAME_MAX || h->pool_used + size > h->pool_size) {
		assert(h->keyframe_count > 1);
		thin_out(h);
	}
	h->keyframes[h->keyframe_count++] = (struct keyframe){ .step = h->now.step, .at_ms = h->now.now_ms,
		.size = (uint32_t)size, .journal_next = h->journal_next, .at = h->pool_used };
	sim_pack(&h->now, h->pool + h->pool_used);
	h->pool_used += size;
}

static uint32_t next_keyframe(const struct history *h)
{
	return h->keyframes[h->keyframe_count - 1].step + h->interval;
}

static void restore(struct history *h, uint32_t k)
{
	sim_unpack(&h->now, h->pool + h->keyframes[k].at);
	h->journal_next = h->keyframes[k].journal_next;
}

/* The last keyframe at or before a step and a time. */
static uint32_t keyframe_before(const struct history *h, uint32_t step, uint32_t at_ms)
{
	uint32_t k = h->keyframe_count - 1;

	while (k > 0 && (h->keyframes[k].step > step || h->keyframes[k].at_ms > at_ms))
		k--;
	return k;
}

/* Cuts off what lies behind a step and its last entry: keyframes, and entries of the trace. */
static void forget_after(struct history *h, uint32_t step, uint32_t id)
{
	while (h->keyframe_count > 1 && h->keyframes[h->keyframe_count - 1].step > step) {
		h->keyframe_count--;
		h->pool_used = h->keyframes[h->keyframe_count].at;
	}
	h->archive_last = id;
}

/* --- forward ----------------------------------------------------------------------------------------------- */

/* The journal's next command, where it has one. */
static const struct journalled *next_command(const struct history *h)
{
	const struct branch *b = &h->branches[h->branch];

	return h->journal_next < b->count ? &b->journal[h->journal_next] : NULL;
}

static void note_end(struct history *h)
{
	struct branch *b = current(h);

	if (h->now.step > b->end_step)
		b->end_step = h->now.step;
	if (h->now.now_ms > b->end_ms)
		b->end_ms = h->now.now_ms;
}

/* The clock moves without an event. */
static void wait_until(struct history *h, uint32_t at_ms)
{
	if (at_ms > h->now.now_ms)
		h->now.now_ms = at_ms;
}

static bool obey(struct history *h, const struct journalled *j, char *reply, size_t size)
{
	bool done;

	wait_until(h, j->at_ms);
	h->journal_next++;
	done = sim_command(&h->now, &j->command, reply, size);
	collect(h);
	return done;
}

/* The watch for steps that leave a notable entry. */
static bool met_notable(const struct sim *s, bool first, void *context)
{
	(void)context;
	for (uint32_t n = 0; n < s->news_count && !first; n++)
		if (entry_notable(&s->news[n]))
			return true;
	return false;
}

static const struct watch notable = { met_notable, NULL, false };

/* Does the step that ended at the present meet the watch? */
static bool meets(const struct history *h, const struct watch *w)
{
	return (w->closely || h->now.news_count > 0) && w->met(&h->now, false, w->context);
}

/* How far the simulator may run in one go: to the wanted step, the next command, the next keyframe. */
static uint32_t step_limit(const struct history *h, uint32_t until_step)
{
	const struct journalled *j = next_command(h);
	uint32_t limit = until_step;

	assert(!j || j->after_step >= h->now.step);
	if (j && j->after_step < limit)
		limit = j->after_step;
	if (next_keyframe(h) > h->now.step && next_keyframe(h) < limit)
		limit = next_keyframe(h);
	return limit;
}

/* Runs on to a step or a time, whichever comes first, commands of the journal included; or to the first step that meets
 * a watch, where there is one. Returns whether it stopped after such a step. */
static bool run(struct history *h, uint32_t until_ms, uint32_t until_step, const struct watch *watch)
{
	bool stopped = false;
	char reply[256];

	while (h->now.step < until_step && !stopped) {
		const struct journalled *j = next_command(h);
		uint32_t limit = step_limit(h, watch && watch->closely ? h->now.step + 1 : until_step);
		bool due = j && j->after_step == h->now.step;

		if (due && j->at_ms <= until_ms) {
			obey(h, j, reply, sizeof reply);
		} else if (due) {
			wait_until(h, until_ms);
			break;
		} else if (sim_run(&h->now, until_ms, limit) && h->now.step < limit) {
			break;
		}
		collect(h);
		if (h->now.step >= next_keyframe(h))
			keep(h);
		stopped = watch && meets(h, watch);
	}
	note_end(h);
	return stopped;
}

/* How many events lie between keyframes at first: the larger the state, the more, so that keeping it costs little
 * beside running them. */
static uint32_t first_interval(const struct sim *s)
{
	uint32_t interval = INTERVAL_LEAST;

	while (interval / 2 < sim_pack_size(s))
		interval *= 2;
	return interval;
}

/* The boot before the opening is run once, and its entries kept: causes reach back to it. */
void history_open(struct history *h, const struct lab *lab, void *pool, size_t pool_size)
{
	assert(pool_size >= 2 * sizeof(struct sim));
	h->pool = pool;
	h->pool_size = pool_size;
	h->pool_used = 0;
	h->keyframe_count = 0;
	h->journal_next = 0;
	h->archive_first = 1;
	h->archive_last = 0;
	h->branch = 0;
	h->branch_count = 1;
	h->forks = 0;
	sim_start(&h->now, lab);
	while (sim_settling(&h->now))
		collect(h);
	h->interval = first_interval(&h->now);
	h->branches[0].count = 0;
	h->branches[0].fork_step = h->branches[0].end_step = h->now.step;
	h->branches[0].fork_ms = h->branches[0].end_ms = h->now.now_ms;
	snprintf(h->branches[0].name, sizeof h->branches[0].name, "main");
	keep(h);
}

bool history_step(struct history *h)
{
	const struct journalled *j = next_command(h);
	uint32_t step = h->now.step;

	if (sim_next_ms(&h->now) >= TIME_MAX_MS && !(j && j->after_step == step))
		return false;
	run(h, TIME_MAX_MS, step + 1, NULL);
	return h->now.step > step;
}

/* --- going places ------------------------------------------------------------------------------------------ */

void history_go_step(struct history *h, uint32_t step)
{
	uint32_t first = h->keyframes[0].step, k;
	bool waits = step == h->now.step && h->now.now_ms != h->now.did.at_ms;

	if (step < first)
		step = first;
	k = keyframe_before(h, step, UINT32_MAX);
	if (step < h->now.step || waits || h->keyframes[k].step > h->now.step)
		restore(h, k);
	run(h, TIME_MAX_MS, step, NULL);
}

void history_go_ms(struct history *h, uint32_t at_ms)
{
	uint32_t k;

	if (at_ms < h->now.open_ms)
		at_ms = h->now.open_ms;
	if (at_ms > TIME_MAX_MS)
		at_ms = TIME_MAX_MS;
	k = keyframe_before(h, UINT32_MAX, at_ms);
	if (at_ms < h->now.now_ms || h->keyframes[k].at_ms > h->now.now_ms)
		restore(h, k);
	run(h, at_ms, UINT32_MAX, NULL);
}

void history_go_on(struct history *h, uint32_t step, uint32_t at_ms)
{
	run(h, at_ms < TIME_MAX_MS ? at_ms : (uint32_t)TIME_MAX_MS, step, NULL);
}

/* Where a search begins: the present, and how far the branch had been run. */
struct place {
	uint32_t step, at_ms, end_step, end_ms, archive_last;
};

static struct place place_of(const struct history *h)
{
	const struct branch *b = &h->branches[h->branch];

	return (struct place){ h->now.step, h->now.now_ms, b->end_step, b->end_ms, h->archive_last };
}

/* Back from a search that found nothing. How far it looked was never seen, so that a command given now is no change of
 * the past. */
static void give_up(struct history *h, struct place p)
{
	history_go_step(h, p.step);
	wait_until(h, p.at_ms);
	current(h)->end_step = p.end_step;
	current(h)->end_ms = p.end_ms;
	if (p.archive_last + 1 >= h->archive_first)
		forget_after(h, p.end_step, p.archive_last);
}

bool history_until(struct history *h, const struct watch *w, uint32_t within_ms)
{
	struct place from = place_of(h);
	uint32_t until_ms = TIME_MAX_MS - from.at_ms > within_ms ? from.at_ms + within_ms : (uint32_t)TIME_MAX_MS;

	h->now.news_count = 0;
	w->met(&h->now, true, w->context);
	if (run(h, until_ms, UINT32_MAX, w))
		return true;
	give_up(h, from);
	return false;
}

bool history_next_notable(struct history *h, uint32_t within_ms)
{
	return history_until(h, &notable, within_ms);
}

bool history_last_notable(struct history *h)
{
	for (uint32_t id = h->now.trace_id; id > 0; id--) {
		const struct entry *e = history_entry(h, id);

		if (!e || e->step <= h->keyframes[0].step)
			return false;
		if (entry_notable(e) && (e->step < h->now.step || h->now.now_ms > e->at_ms)) {
			history_go_step(h, e->step);
			return true;
		}
	}
	return false;
}

/* Is it known that no step after a keyframe, up to `step`, left an entry? */
static bool is_silent(const struct history *h, uint32_t k, uint32_t step)
{
	uint32_t id = history_first_at(h, h->keyframes[k].at_ms);
	const struct entry *e;

	while ((e = history_entry(h, id)) != NULL && e->step <= h->keyframes[k].step)
		id++;
	return id > h->archive_first && (!e || e->step > step);
}

/* The last step after a keyframe, up to `step`, that meets a watch; NO_STEP where there is none. The opening counts, too,
 * where it holds there. */
static uint32_t last_met(struct history *h, const struct watch *w, uint32_t k, uint32_t step)
{
	uint32_t found = NO_STEP;

	restore(h, k);
	if (w->met(&h->now, true, w->context) && k == 0)
		found = h->now.step;
	while (run(h, TIME_MAX_MS, step, w))
		found = h->now.step;
	return found;
}

/* From keyframe to keyframe backwards; stretches in which nothing was told are passed over. */
bool history_until_back(struct history *h, const struct watch *w)
{
	struct place from = place_of(h);
	bool waited = h->now.now_ms > h->now.did.at_ms && h->now.now_ms > h->keyframes[0].at_ms;
	uint32_t step = from.step - !waited, found = NO_STEP;

	if (from.step + waited <= h->keyframes[0].step)
		return false;
	for (uint32_t k = keyframe_before(h, step, UINT32_MAX) + 1; k-- > 0 && found == NO_STEP;) {
		if (k == 0 || w->closely || !is_silent(h, k, step))
			found = last_met(h, w, k, step);
		step = h->keyframes[k].step;
	}
	if (found == NO_STEP)
		give_up(h, from);
	else
		history_go_step(h, found);
	return found != NO_STEP;
}

/* --- commands and branches --------------------------------------------------------------------------------- */

/* Cuts off what lies ahead of the present. */
static void forget_future(struct history *h)
{
	forget_after(h, h->now.step, h->now.trace_id);
}

void history_cut(struct history *h)
{
	struct branch *b = current(h);

	forget_future(h);
	b->count = h->journal_next;
	b->end_step = h->now.step;
	b->end_ms = h->now.now_ms;
}

/* Has this branch been run further than the present, so that a command given now would change what was seen? */
static bool in_the_past(const struct history *h)
{
	const struct branch *b = &h->branches[h->branch];

	return h->journal_next < b->count || h->now.step < b->end_step || h->now.now_ms < b->end_ms;
}

/* Where a new branch goes: with no place left, the oldest but the first and the present one is given up. */
static uint32_t free_branch(struct history *h)
{
	uint32_t to;

	if (h->branch_count < BRANCH_MAX)
		return h->branch_count++;
	do
		to = 1 + h->forks % (BRANCH_MAX - 1);
	while (to == h->branch && ++h->forks);
	return to;
}

/* The present becomes the tip of a new branch; the old one keeps its journal. */
static void fork_here(struct history *h)
{
	uint32_t to = free_branch(h);
	struct branch *b = &h->branches[to];

	*b = *current(h);
	b->count = h->journal_next;
	b->fork_step = h->now.step;
	b->fork_ms = h->now.now_ms;
	snprintf(b->name, sizeof b->name, "branch %u", ++h->forks);
	h->branch = to;
}

bool history_command(struct history *h, const struct command *c, char *reply, size_t size)
{
	struct branch *b;
	bool done;

	if (h->journal_next == JOURNAL_MAX) {
		snprintf(reply, size, "the journal is full: %d commands", JOURNAL_MAX);
		return false;
	}
	if (in_the_past(h))
		fork_here(h);
	forget_future(h);
	b = current(h);
	b->count = h->journal_next;
	b->journal[b->count++] = (struct journalled){ h->now.step, h->now.now_ms, *c };
	b->end_step = h->now.step;
	b->end_ms = h->now.now_ms;
	done = obey(h, &b->journal[b->count - 1], reply, size);
	note_end(h);
	return done;
}

/* The step up to which two branches are the same story: the first command that only one of them has. */
static uint32_t common_step(const struct branch *a, const struct branch *b)
{
	uint32_t n = 0, step = UINT32_MAX;

	while (n < a->count && n < b->count && memcmp(&a->journal[n], &b->journal[n], sizeof a->journal[n]) == 0)
		n++;
	if (n < a->count)
		step = a->journal[n].after_step;
	if (n < b->count && b->journal[n].after_step < step)
		step = b->journal[n].after_step;
	return step;
}

void history_branch(struct history *h, uint32_t branch)
{
	uint32_t common;

	assert(branch < h->branch_count);
	common = common_step(&h->branches[branch], current(h));
	if (h->now.step > common)
		history_go_step(h, common);
	forget_future(h);
	h->branch = branch;
	history_go_step(h, h->branches[branch].end_step);
	history_go_ms(h, h->branches[branch].end_ms);
}

uint32_t history_end_ms(const struct history *h)
{
	return h->branches[h->branch].end_ms;
}

uint32_t history_end_step(const struct history *h)
{
	return h->branches[h->branch].end_step;
}
