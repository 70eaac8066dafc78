/* A reel: frames in their order, with what is to be said about them.
 *
 * Each frame is a canvas at a time, with a marker where something notable happened and a narration where there is more
 * to say.  Frames are kept as what changed since the one before; every so often one is kept whole, so that any is found
 * quickly.  A reel is what a recording, a walkthrough's page and a cast are made from; it knows no clock and no file. */
#ifndef FAILSCOPE_UI_RECORD_REEL_H
#define FAILSCOPE_UI_RECORD_REEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/canvas.h"

enum { REEL_MAX = 16384 }; /* frames */

/* One frame as it lies in the memory: its texts, then its changes. */
struct reel_place {
	size_t marker, narration, cells, end;
	uint32_t at_ms;
	uint16_t columns, rows;
};

struct reel {
	uint8_t *memory;
	size_t size, used;
	uint32_t count;
	int columns, rows;  /* the largest of all frames */
	struct canvas last; /* the frame that was added last */
	struct reel_place places[REEL_MAX];
};

/* What is known of a frame besides its cells; the texts are the reel's own. */
struct reel_frame {
	uint32_t at_ms; /* of viewing time, from the start of the reel */
	int columns, rows;
	const char *marker;    /* one line: something notable happened; "": a moment between */
	const char *narration; /* paragraphs, as player.h reads them; may be "" */
};

/* Begins an empty reel in memory of the caller's. */
void reel_begin(struct reel *r, void *memory, size_t size);

/* Adds a frame. Times never decrease; `marker` and `narration` may be NULL for "". False, and the reel as it was, where
 * it is full. */
bool reel_add(struct reel *r, const struct canvas *canvas, uint32_t at_ms, const char *marker, const char *narration);

/* Would the canvas only show again what the last frame shows? */
bool reel_shows(const struct reel *r, const struct canvas *canvas);

/* Frame `n` of those there are; its cells into `canvas` where that is not NULL. */
struct reel_frame reel_get(const struct reel *r, uint32_t n, struct canvas *canvas);

/* When the last frame is shown; 0 for an empty reel. */
uint32_t reel_end_ms(const struct reel *r);

/* Is the frame one to step to: the first, or one with a marker or a narration? */
bool reel_is_stop(const struct reel *r, uint32_t n);

#endif
