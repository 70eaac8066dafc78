/* The whole program's state: a run, and how it is looked at.
 *
 * Keys become actions; an action changes the run through history.h or the look through this struct, and the screen
 * is drawn from both, once per turn of the loop.  Without a terminal the same drawing makes the same frames. */
#ifndef FAILSCOPE_UI_APP_H
#define FAILSCOPE_UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/history.h"
#include "ui/backs/back.h"
#include "ui/canvas.h"
#include "ui/conf.h"
#include "ui/key.h"
#include "ui/target.h"
#include "ui/theme.h"

enum { APP_MESSAGE_LEN = 240, SPEED_MAX_TENTHS = 10000, SPEED_MIN_TENTHS = 1 };

/* What lies over the dashboard. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_FAULTS };

struct app {
	struct history history;
	struct screen_conf screen;
	char lab_name[128];      /* the file, as the title shows it */
	uint32_t lab_index;      /* of the compiled-in lab that is next when labs are cycled */
	bool playing, quit, suspend;
	bool exported;           /* a frame is to be written */
	uint32_t speed_tenths;   /* 10: real time */
	int64_t clock_ms;        /* wall time of the last tick; -1: none yet */
	int64_t credit;          /* model time owed, in thousandths of a tenth of a millisecond's worth */
	uint32_t mark_step;      /* entries of steps after this one are marked as just changed */
	enum overlay overlay;
	int scroll;              /* of the help */
	int menu;                /* row of the fault menu */
	uint32_t log_back;       /* how many entries the log is scrolled back */
	int fold_scroll;         /* first context shown */
	enum theme theme;
	enum charset charset;
	struct target_list targets; /* everything on the last frame that the cursor can stand on */
	struct target cursor;    /* what the cursor is on; TARGET_NONE: nothing */
	char message[APP_MESSAGE_LEN]; /* one line for the reader, until the next key */
};

/* Opens a lab at T+0, paused. `pool` is memory for keyframes. */
void app_open(struct app *a, const struct lab *lab, const struct screen_conf *screen, const char *name, void *pool,
    size_t pool_size);

/* Draws the present frame at a size; also finds what the cursor can stand on. */
void app_draw(struct app *a, struct canvas *canvas, int columns, int rows);

/* One key. */
void app_key(struct app *a, struct key key);

/* Wall time is now `wall_ms`: the run moves on by it, times the speed. Returns in how many milliseconds it wants to
 * be asked again, -1 for never. */
int app_tick(struct app *a, int64_t wall_ms);

/* Runs the dashboard in the terminal until quit. Returns the exit code, or 128 and the signal's number. */
int app_interact(struct app *a);

#endif
