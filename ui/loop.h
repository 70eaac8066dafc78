/* The loop: waits for keys, time and signals, and calls the application; nothing else.
 *
 * What happens only leaves notes.  Once per turn they are read, always in this order:
 *
 *   1. tick(elapsed)  so much wall time has passed since the turn before
 *   2. signals        the terminal went away, came back, has another size
 *   3. key(...)       for each key that waits, until there is none
 *   4. ready()        where there are descriptors besides the terminal: what came on them
 *   5. draw(...)      once, whatever happened, how many keys there ever were
 *   6. watch(...)     which descriptors those are now
 *   7. wait()         how long to sleep if nothing happens
 *
 * tick comes before the keys, so that time that passed while paused is not taken for time played by
 * the key that ends the pause.  While wait says "for ever" no timer is set, nothing wakes the
 * program, and it costs nothing.  This is the only place that reads a clock, and the only one that
 * handles signals. */
#ifndef FAILSCOPE_UI_LOOP_H
#define FAILSCOPE_UI_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/key.h"

/* What a key asks of the loop. */
enum loop_wish {
	LOOP_GO_ON,   /* nothing */
	LOOP_QUIT,    /* end; keys typed after this one are not handed out */
	LOOP_SUSPEND, /* give the terminal back and stop, as ^Z does; go on from here at `fg` */
};

enum { LOOP_WATCH_MAX = 16 };

/* A descriptor whose readiness ends the sleep. */
struct loop_watch {
	int fd;
	bool writes;     /* also when it can be written to */
	uint32_t number; /* another one each time a descriptor is opened: the system gives old values again */
};

struct loop_hooks {
	void *app; /* handed to each hook */

	/* Milliseconds of wall time since the last tick; time spent stopped is left out. */
	void (*tick)(void *app, int64_t elapsed_ms);

	/* One key was typed. */
	enum loop_wish (*key)(void *app, struct key key);

	/* Show yourself (by curses_show) on a screen of this size.  What is the same as before is
	 * not sent. */
	void (*draw)(void *app, int columns, int rows);

	/* In how many milliseconds to call tick at the latest; negative: not before something
	 * happens. */
	int64_t (*wait)(void *app);

	/* Fills in what is to be watched besides the terminal, and returns how many; NULL: nothing ever. */
	int (*watch)(void *app, struct loop_watch list[LOOP_WATCH_MAX]);

	/* Takes what has come on the watched descriptors, and sends what can go, without waiting for any; called
	 * once per turn.  NULL where `watch` is. */
	void (*ready)(void *app);
};

/* Takes the terminal, runs until a key asks to quit or a signal ends it, and gives the terminal
 * back.  Returns 0, or the number of the signal (hand it to term_die_of), or -1 with a sentence in
 * `why` where it could not begin. */
int loop_run(const struct loop_hooks *hooks, char *why, size_t size);

#endif
