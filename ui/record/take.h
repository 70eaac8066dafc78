/* A run as a reel: from its opening to its end, as the dashboard shows it while it plays.
 *
 * There is a frame after each step that left a notable entry, with a marker, the rule and how the pair is then; and one
 * at every quarter of a second between them, as hellos go their way and clocks tick (at whole seconds where that would be
 * too many). */
#ifndef FAILSCOPE_UI_RECORD_TAKE_H
#define FAILSCOPE_UI_RECORD_TAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/record/reel.h"

struct take {
	int columns, rows;
	uint32_t idle_ms; /* a stretch without anything notable is shown in so much time at most; 0: in its own */
};

/* Takes the run of the app's branch, from the opening to its end, where the run then stands. False where the reel is full
 * before. */
bool take_run(struct app *a, const struct take *t, struct reel *r);

/* What is said of the present, where the newest entry that was told before is `told`: the marker, one line, of what is
 * notable since; and the narration, with the rule and how the pair is. Where nothing is to be told the marker is empty, and
 * the narration says how the pair is. */
enum { TAKE_MARKER_LEN = 240, TAKE_NARRATION_LEN = 4096 };
void take_words(const struct history *h, uint32_t told, char marker[TAKE_MARKER_LEN], char narration[TAKE_NARRATION_LEN]);

#endif
