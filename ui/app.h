/* The whole program's state: a run, and how it is looked at.
 *
 * Keys become actions; an action changes the run through history.h or the look through this struct, and the screen
 * is drawn from both, once per turn of the loop.  Without a terminal the same drawing makes the same frames. */
#ifndef FAILSCOPE_UI_APP_H
#define FAILSCOPE_UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/history.h"
#include "ui/asdm/asdm.h"
#include "ui/backs/back.h"
#include "ui/canvas.h"
#include "ui/conf/conf.h"
#include "ui/key.h"
#include "ui/prompt.h"
#include "ui/target.h"
#include "ui/theme.h"

enum { APP_MESSAGE_LEN = 240, APP_LIT_MAX = 6, SPEED_MAX_TENTHS = 10000, SPEED_MIN_TENTHS = 1 };

/* What lies over the dashboard. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_MENU, OVERLAY_WHY, OVERLAY_UNTIL, OVERLAY_ASDM };

/* What is left bright while all else is shaded: a thing, or a whole view. */
struct lit {
	uint8_t view; /* enum view; VIEW_COUNT: the thing */
	struct target thing;
};

struct play;
struct recorder;

/* The presenter: enlarges what matters, and hides the rest until it is asked for. */
struct presenter {
	bool on;
	bool blank;   /* nothing is shown at all, until the next key */
	bool log;     /* the log is shown below */
	bool all_lit; /* no spotlight on what changed */
};

struct app;

/* Who turns the pages of a talk, and what the page says. Without one (go is NULL) they are the notable events, and what
 * is said is what happened last. */
struct pager {
	void *context;
	bool (*go)(struct app *a, void *context, int by);             /* 1 forward, -1 back; false: there is no more */
	const char *(*caption)(const struct app *a, void *context); /* one sentence, or NULL */
};

struct app {
	struct history history;
	struct lab lab;            /* as it was read, to open it again */
	struct screen_conf screen;
	char lab_name[128];        /* the file, as the title shows it */
	bool playing, quit, suspend, redraw;
	bool hides_ahead;          /* what is known to lie ahead is not shown: a walkthrough would tell its end */
	uint32_t speed_tenths;     /* 10: real time */
	uint64_t owed;             /* wall milliseconds times tenths that are not a whole model millisecond yet */
	uint32_t changed_step;     /* what happened after this step is marked as just changed */
	enum overlay overlay;
	enum overlay below;        /* what help and prompt were opened over, and give way to again */
	int scroll;                /* of the help, and of why */
	struct target why;         /* what is asked about there, */
	int why_line;              /* and which of its lines is marked */
	int menu;                  /* row of the menu */
	struct prompt prompt;      /* where a condition is typed */
	struct asdm asdm;          /* the ASDM view, as it was left */
	uint32_t log_back;         /* how many lines the log is scrolled back */
	bool syslog;               /* the log shows the devices' syslog */
	uint32_t fold_scroll;      /* first context shown, where not all fit */
	struct presenter present;
	struct pager pager;
	enum theme theme;
	enum charset charset;
	struct target_list targets; /* everything on the last frame that the cursor can stand on */
	struct target cursor;      /* what the cursor is on; TARGET_NONE: nothing */
	struct lit lit[APP_LIT_MAX];
	int lit_count;
	struct play *play;         /* the walkthrough that is being played (ui/walk/play.h), or NULL */
	struct recorder *recorder; /* what is seen can be recorded (ui/record/recorder.h), or NULL: there is no room */
	char message[APP_MESSAGE_LEN]; /* one line for the reader, until the next key */
	uint8_t *pool;             /* keyframes */
	size_t pool_size;
	int columns, rows;         /* of the last frame */
	int room;                  /* rows of it that help, menu and why have */
};

/* Opens a lab at T+0, paused. `pool` is memory for keyframes (history_open). */
void app_open(struct app *a, const struct lab *lab, const struct screen_conf *screen, const char *name, void *pool,
    size_t pool_size);

/* Opens the lab anew, as it was read. */
void app_restart(struct app *a);

/* Tells the reader something, in one line, until the next key. */
void app_say(struct app *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Draws the present frame at a size; also finds what the cursor can stand on. */
void app_draw(struct app *a, struct canvas *canvas, int columns, int rows);

/* One key. */
void app_key(struct app *a, struct key key);

/* So much wall time passed: a run that plays moves on by it, times the speed. */
void app_tick(struct app *a, int64_t elapsed_ms);

/* In how many milliseconds of wall time the next tick is wanted; -1: not before something happens. */
int64_t app_wait(const struct app *a);

#endif
