/* A walkthrough played in the dashboard: read, Enter, watch; and back.
 *
 * Below the picture stands what is told of a step.  A step in which something happens is read first, at the instant where
 * it begins; then it is watched, at a speed at which it takes a few seconds, up to its last event; then its reason is read.
 * A step in which nothing happens is read at once with its reason.  Everything else in the dashboard goes on working: whoever
 * does something of his own leaves the story, and the next key of the player brings him back to it. */
#ifndef FAILSCOPE_UI_WALK_PLAY_H
#define FAILSCOPE_UI_WALK_PLAY_H

#include <stdbool.h>

#include "ui/app.h"
#include "ui/walk/run.h"

enum play_phase { PLAY_READ, PLAY_WATCH, PLAY_DONE };

enum { PLAY_LINES = 200, PLAY_LINE_LEN = 260 };

struct play {
	struct walk_run *run;
	int step;              /* -1: the introduction */
	enum play_phase phase;
	int scroll;            /* of what is told */
	uint32_t speed_tenths; /* the reader's, while a step is being watched at another */
	int columns, shown;    /* how wide what is told is, and how many lines of it the last frame had room for, */
	bool more;             /* and not all that is to be read was among them */
	uint8_t overlay;       /* enum overlay: what the step itself shows over the picture */
};

/* Begins at the introduction; the app plays it from then on. The run must be whole. */
void play_open(struct play *p, struct walk_run *run);

/* One key: forward or back by one thing, the rest of a text that does not fit, the watching, the next step. False where it
 * is none of the player's. */
bool play_key(struct play *p, struct app *a, uint32_t code);

/* Has the reader opened the help, a reason or a menu over what the step shows? Then the keys that page are theirs, and Enter
 * is a reason's and a menu's. */
bool play_is_covered(const struct play *p, const struct app *a);

/* Time has passed: is what is being watched over? */
void play_tick(struct play *p, struct app *a);

/* What is told just now, in lines of that width, from the first; `room` of them are shown. Returns how many. */
struct play_line {
	uint8_t style; /* enum style */
	char text[PLAY_LINE_LEN];
};
int play_lines(struct play *p, int columns, int room, struct play_line lines[PLAY_LINES]);

/* Has the reader left the story? */
bool play_is_away(const struct play *p);

/* The title of what is told, and what the next key forward does, in a few words. */
const char *play_title(const struct play *p, char *out, size_t size);
const char *play_hint(const struct play *p);

/* Is there anything to go back to? */
bool play_goes_back(const struct play *p);

#endif
