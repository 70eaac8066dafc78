/* A walkthrough as a run: every step is done once, in order, and the instant where it ends is noted. From then on any step
 * can be shown, as often as wanted, forward and back: going there is going to its instant. */
#ifndef FAILSCOPE_UI_WALK_RUN_H
#define FAILSCOPE_UI_WALK_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/diag.h"
#include "ui/walk/walk.h"
#include "ui/why/why.h"

/* Where a step ends. */
struct walk_instant {
	uint32_t step, at_ms;  /* of the run */
	uint32_t changed_step; /* what came after it is marked as just changed */
	uint32_t entry;        /* the newest of the trace */
};

struct walk_run {
	const struct walk *walk;
	struct app *app;
	struct walk_instant start, ends[WALK_STEP_MAX];
	char messages[WALK_STEP_MAX][APP_MESSAGE_LEN]; /* what the dashboard said last in the step */
};

/* Opens the lab in the app and does every step. What cannot be understood, what is refused unexpectedly, what is not met
 * and what is not true becomes a row of the diag, under the walkthrough's file and line; after a step with such a row the
 * rest is not done. Returns whether all is well. */
bool walk_run(struct walk_run *r, const struct walk *w, struct app *app, struct diag *diag);

/* Shows a step as it is at its end, with its view, cursor and highlights, for a screen of that size; -1: the opening. */
void walk_go(struct walk_run *r, int step, int columns, int rows);

/* Where a step begins. */
const struct walk_instant *walk_begin(const struct walk_run *r, int step);

/* The reason of a step that is being shown, broken at `columns`. */
void walk_reason(const struct walk_run *r, int step, struct why *why, int columns);

/* The n-th command of a step, without its time; NULL behind the last. `key` becomes the key of the dashboard that gives
 * it, or NULL where there is none. Only while the step is being shown. */
const char *walk_command(const struct walk_run *r, int step, int n, const char **key);

#endif
