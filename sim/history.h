/* Time, back and forth.
 *
 * The story of a run is its journal of commands and nothing else; everything between them follows.  Keyframes, whole
 * states packed every so many events, make going back quick: the one before the wanted instant is unpacked, and the
 * rest is run again, which gives the same bytes as never having gone back.  The trace of everything that was ever
 * run is kept beside them; what lies ahead of the present stays known until a command changes it.
 *
 * A command given in the past begins a new branch there; the old journal is kept under its name. */
#ifndef FAILSCOPE_SIM_HISTORY_H
#define FAILSCOPE_SIM_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/sim.h"

enum {
	KEYFRAME_MAX = 4096,
	JOURNAL_MAX = 2048,
	BRANCH_MAX = 16,
	ARCHIVE_MAX = 1 << 17, /* trace entries; the oldest go first */
};

/* A command, and the instant it was given: after so many steps, at that time. */
struct journalled {
	uint32_t after_step, at_ms;
	struct command command;
};

struct keyframe {
	uint32_t step, at_ms, size, journal_next;
	size_t at; /* in the pool */
};

struct branch {
	char name[24];
	uint32_t fork_step, fork_ms; /* where it left the branch before it */
	uint32_t end_step, end_ms;   /* how far it has been run */
	uint32_t count;
	struct journalled journal[JOURNAL_MAX];
};

struct history {
	struct sim now;
	uint32_t journal_next;   /* the command that comes next, going forward */
	uint32_t interval;       /* events between keyframes */
	uint32_t keyframe_count;
	uint32_t branch_count, branch, forks;
	uint32_t archive_first;  /* id of the oldest entry that is kept */
	uint32_t archive_last;   /* id of the newest, which may lie ahead of now */
	uint8_t *pool;           /* keyframes, packed one behind the other */
	size_t pool_size, pool_used;
	struct keyframe keyframes[KEYFRAME_MAX];
	struct entry archive[ARCHIVE_MAX]; /* entry of id n at n % ARCHIVE_MAX */
	struct branch branches[BRANCH_MAX];
};

/* Opens a lab: the present is T+0. `pool` is memory for keyframes, at least twice sizeof(struct sim). */
void history_open(struct history *h, const struct lab *lab, void *pool, size_t pool_size);

/* Forward one event, command of the journal included. False where nothing will ever happen. */
bool history_step(struct history *h);

/* Goes, back or forth, to the instant after step `step`, or to time `at_ms` (run time, after everything due at it).
 * Never before the opening. */
void history_go_step(struct history *h, uint32_t step);
void history_go_ms(struct history *h, uint32_t at_ms);

/* Forward, to the instant after step `step`, or to time `at_ms` where that comes first. Stays where it is later already. */
void history_go_on(struct history *h, uint32_t step, uint32_t at_ms);

/* To the next, or the last, notable step: one that left a notable entry. Looks at most `within_ms` ahead. Returns
 * false, and stays, where there is none. */
bool history_next_notable(struct history *h, uint32_t within_ms);
bool history_last_notable(struct history *h);

/* What a run is watched for. `met` is asked about the state where the watch begins (`first`: does it hold there?), and
 * then after every step that left entries in the trace, which are in s->news, or simply after every step (`closely`):
 * did it become true with this step? */
struct watch {
	bool (*met)(const struct sim *s, bool first, void *context);
	void *context;
	bool closely;
};

/* To the instant after the first step that meets the watch, at most `within_ms` ahead; or after the last one before
 * the present, or to the opening where it held from there on. Returns false, and stays, where there is none. */
bool history_until(struct history *h, const struct watch *w, uint32_t within_ms);
bool history_until_back(struct history *h, const struct watch *w);

/* Forgets what lies ahead, commands included: the present is the end of its branch. */
void history_cut(struct history *h);

/* A person does something now. In the past of a branch it begins a new one. Returns what sim_command does; false
 * with a sentence, too, where the journal is full. */
bool history_command(struct history *h, const struct command *c, char *reply, size_t size);

/* Goes to another branch's end. */
void history_branch(struct history *h, uint32_t branch);

/* The furthest instant that this branch has been run to. */
uint32_t history_end_ms(const struct history *h);
uint32_t history_end_step(const struct history *h);

/* The entry of that id, or NULL where it is not known (never happened, or forgotten). Entries up to now.trace_id
 * have happened; newer ones lie ahead. */
const struct entry *history_entry(const struct history *h, uint32_t id);

/* Ids of the first entry at or after a time, among those that have happened or lie ahead; archive_last + 1 if none. */
uint32_t history_first_at(const struct history *h, uint32_t at_ms);

#endif
