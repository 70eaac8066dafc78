/* Recording what is seen: `r` in the dashboard begins a recording and ends it.
 *
 * While it runs, each frame that is shown and differs goes onto a reel, at the wall time at which it was seen; the clock
 * is the loop's.  At the end the recording is written in all its forms, with the lab and the journal of the branch that
 * the run stands on, as far as it was seen. */
#ifndef FAILSCOPE_UI_RECORD_RECORDER_H
#define FAILSCOPE_UI_RECORD_RECORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/record/cast.h"
#include "ui/record/reel.h"

struct recorder {
	bool on;
	uint32_t wall_ms;   /* since it began */
	uint32_t told;      /* id of the newest trace entry that has been told */
	uint32_t branch;    /* that the last frame was of, */
	struct cast_end end; /* and the furthest instant of it that was seen */
	char *memory;       /* one half for the reel, the other for what is written */
	size_t size;
	struct reel reel;
};

/* Has memory to work with from now on. */
void recorder_init(struct recorder *r, void *memory, size_t size);

/* Begins with the next frame. */
void recorder_begin(struct recorder *r, struct app *a);

/* So much wall time passed. */
void recorder_tick(struct recorder *r, int64_t elapsed_ms);

/* A frame was shown, while it is on. False where the reel is full: the recording has ended by itself, and the app says so. */
bool recorder_frame(struct recorder *r, struct app *a, const struct canvas *canvas);

/* Ends and writes failscope-TIME.cast, .html and .script; the app says what became of it. False where they could not be
 * written. */
bool recorder_end(struct recorder *r, struct app *a);

#endif
