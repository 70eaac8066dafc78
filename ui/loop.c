/* The loop, by libevent; the one file that knows it.
 *
 *   libevent ──> notes ──> turn: tick, signals, keys, ready, draw, watch, wait ──> libevent
 *
 * A callback only sets a note.  Signals are caught before the terminal is taken, so that ncurses
 * finds handlers and sets none of its own.  To stop, the terminal is given back first; it is taken
 * again when SIGCONT is noted, whoever stopped the program and however.  Its size is asked again
 * then, as a change meanwhile is told nobody. */
#include "ui/loop.h"

#include <event2/event.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "ui/backs/curses.h"
#include "ui/term.h"

enum note { NOTE_INPUT = 1, NOTE_SIZE = 2, NOTE_STOP = 4, NOTE_CONTINUE = 8 };

/* Then the screen is drawn and signals are seen, however many keys come. */
enum { KEYS_A_TURN = 4096 };

/* Signals and what they leave behind; 0: the end of the program. */
static const struct {
	int number;
	unsigned note;
} signals[] = {
	{ SIGWINCH, NOTE_SIZE },
	{ SIGTSTP, NOTE_STOP },
	{ SIGCONT, NOTE_CONTINUE },
	{ SIGINT, 0 },
	{ SIGTERM, 0 },
	{ SIGHUP, 0 },
};
enum { SIGNALS = sizeof signals / sizeof *signals };

struct loop {
	const struct loop_hooks *hooks;
	struct event_base *base;
	struct event *input, *timer, *signals[SIGNALS];
	struct loop_watch watched[LOOP_WATCH_MAX];
	struct event *watches[LOOP_WATCH_MAX]; /* NULL behind the last */
	unsigned notes; /* enum note */
	int death;      /* the signal that ends the program, or 0 */
	bool done;
	int64_t last_ms;
};

/* Milliseconds of a clock that nobody sets. */
static int64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* There are keys, or there never will be. */
static void on_input(evutil_socket_t fd, short what, void *data)
{
	struct loop *l = data;

	(void)fd, (void)what;
	l->notes |= NOTE_INPUT;
}

/* Time is up, or a watched descriptor is ready: the turn that follows is all that is wanted. */
static void on_turn(evutil_socket_t fd, short what, void *data)
{
	(void)fd, (void)what, (void)data;
}

/* A signal came; of several that end the program the first one counts. */
static void on_signal(evutil_socket_t number, short what, void *data)
{
	struct loop *l = data;

	(void)what;
	for (int i = 0; i < SIGNALS; i++) {
		if (signals[i].number != number)
			continue;
		l->notes |= signals[i].note;
		if (!signals[i].note && !l->death)
			l->death = (int)number;
	}
}

/* Is this signal one that our caller wants ignored, as nohup does? */
static bool is_ignored(int number)
{
	struct sigaction act;

	return sigaction(number, NULL, &act) == 0 && act.sa_handler == SIG_IGN;
}

/* Catches the signals; those that end the program stay ignored where they were. */
static bool catch_signals(struct loop *l)
{
	for (int i = 0; i < SIGNALS; i++) {
		if (!signals[i].note && is_ignored(signals[i].number))
			continue;
		l->signals[i] = evsignal_new(l->base, signals[i].number, on_signal, l);
		if (!l->signals[i] || event_add(l->signals[i], NULL) < 0)
			return false;
	}
	return true;
}

/* Makes the events.  Standard input may be a file, which cannot be waited for: then there is
 * nothing to run. */
static bool begin(struct loop *l, char *why, size_t size)
{
	struct event_config *config = event_config_new();

	snprintf(why, size, "the event loop could not be set up");
	if (!config)
		return false;
	event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK | EVENT_BASE_FLAG_IGNORE_ENV);
	l->base = event_base_new_with_config(config);
	event_config_free(config);
	if (!l->base || !catch_signals(l))
		return false;
	l->timer = evtimer_new(l->base, on_turn, l);
	l->input = event_new(l->base, STDIN_FILENO, EV_READ | EV_PERSIST, on_input, l);
	if (!l->timer || !l->input)
		return false;
	if (event_add(l->input, NULL) < 0) {
		snprintf(
		    why, size, "standard input is a file: keys can only be read from a terminal");
		return false;
	}
	return term_open(why, size);
}

/* Frees the events; signals do again what they did before. */
static void end(struct loop *l)
{
	term_close();
	if (l->input)
		event_free(l->input);
	if (l->timer)
		event_free(l->timer);
	for (int i = 0; i < LOOP_WATCH_MAX; i++)
		if (l->watches[i])
			event_free(l->watches[i]);
	for (int i = 0; i < SIGNALS; i++)
		if (l->signals[i])
			event_free(l->signals[i]);
	if (l->base)
		event_base_free(l->base);
}

/* Has standard input ended?  Asked where it was said to be readable and had no key. */
static bool input_has_ended(void)
{
	struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
	int count = 0;

	if (poll(&p, 1, 0) <= 0)
		return false;
	return ioctl(STDIN_FILENO, FIONREAD, &count) < 0 || count == 0;
}

/* Hands out the keys that wait.  A terminal that has gone away ends the program as its hang-up
 * does. */
static void read_keys(struct loop *l)
{
	struct key key;
	int count = 0;

	while (!l->done && !(l->notes & NOTE_STOP) && count < KEYS_A_TURN && curses_key(&key)) {
		enum loop_wish wish = l->hooks->key(l->hooks->app, key);

		count++;
		if (wish == LOOP_QUIT)
			l->done = true;
		if (wish == LOOP_SUSPEND)
			l->notes |= NOTE_STOP;
	}
	/* ncurses may hold keys that the descriptor knows nothing of. */
	if (count == KEYS_A_TURN || l->notes & NOTE_STOP)
		event_active(l->input, EV_READ, 0);
	if (count > 0 || !input_has_ended())
		return;
	l->done = true;
	if (isatty(STDOUT_FILENO) != 1 && !is_ignored(SIGHUP) && !l->death)
		l->death = SIGHUP;
}

/* Stops, the terminal given back: the whole job where the terminal knows it as one, so that the
 * shell takes over even from a script or make in between.  Returns when continued, and then SIGCONT
 * has left its note. */
static void stop(void)
{
	term_close();
	if (tcgetpgrp(STDOUT_FILENO) == getpgrp())
		kill(0, SIGSTOP);
	else
		raise(SIGSTOP);
}

/* Takes the terminal again after a stop; also where it was stopped from outside and the terminal
 * never left. */
static void take_again(struct loop *l)
{
	char why[128];

	term_close();
	if (!term_open(why, sizeof why))
		l->done = true;
	l->last_ms = clock_ms();
}

/* Sets the timer for when the application wants to be woken, or none. */
static void set_timer(struct loop *l)
{
	int64_t ms = l->hooks->wait(l->hooks->app);
	struct timeval time = { .tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000 };

	if (ms >= 0)
		evtimer_add(l->timer, &time);
	else if (evtimer_pending(l->timer, NULL))
		evtimer_del(l->timer);
}

/* Watches one descriptor in a place of the list, or none (NULL); what is watched there already stays. */
static void set_watch(struct loop *l, int place, const struct loop_watch *w)
{
	struct loop_watch *old = &l->watched[place];
	bool same = w && l->watches[place] && old->fd == w->fd && old->writes == w->writes && old->number == w->number;
	short what = EV_READ | EV_PERSIST;

	if (same)
		return;
	if (l->watches[place])
		event_free(l->watches[place]);
	l->watches[place] = NULL;
	if (!w)
		return;
	*old = *w;
	if (w->writes)
		what |= EV_WRITE;
	l->watches[place] = event_new(l->base, w->fd, what, on_turn, l);
	if (l->watches[place])
		event_add(l->watches[place], NULL);
}

/* Watches what the application wants watched.  Those that went are let go of before the new ones are taken: the system
 * may have given a new one an old one's value. */
static void set_watches(struct loop *l)
{
	struct loop_watch list[LOOP_WATCH_MAX];
	int count = l->hooks->watch ? l->hooks->watch(l->hooks->app, list) : 0;

	for (int i = 0; i < LOOP_WATCH_MAX; i++)
		if (i >= count || (l->watches[i] && l->watched[i].number != list[i].number))
			set_watch(l, i, NULL);
	for (int i = 0; i < count; i++)
		set_watch(l, i, &list[i]);
}

/* Follows what the signals noted: the terminal came back, has another size, or is to be left. */
static void heed_signals(struct loop *l, unsigned notes)
{
	if (notes & NOTE_CONTINUE)
		take_again(l);
	else if (notes & NOTE_SIZE)
		curses_resize();
	l->notes = notes & NOTE_STOP;
}

/* One turn, in the order that loop.h promises.  A job that is killed while it is stopped must not
 * take the terminal for it: so death comes first. */
static void turn(struct loop *l)
{
	int64_t now_ms = clock_ms();
	unsigned notes = l->notes;
	int columns, rows;

	if (l->death || !(term_is_open() || notes & NOTE_CONTINUE))
		return;
	l->hooks->tick(l->hooks->app, notes & NOTE_CONTINUE ? 0 : now_ms - l->last_ms);
	l->last_ms = now_ms;
	heed_signals(l, notes);
	if (notes & NOTE_INPUT)
		read_keys(l);
	if (l->done || l->death)
		return;
	if (l->hooks->ready)
		l->hooks->ready(l->hooks->app);
	if (l->notes & NOTE_STOP) {
		l->notes = 0;
		stop();
		return;
	}
	curses_size(&columns, &rows);
	l->hooks->draw(l->hooks->app, columns, rows);
	set_watches(l);
	set_timer(l);
}

int loop_run(const struct loop_hooks *hooks, char *why, size_t size)
{
	struct loop l = { .hooks = hooks };
	int result = -1;

	if (fcntl(STDIN_FILENO, F_GETFD) < 0) {
		snprintf(why, size, "standard input is closed: there are no keys to read");
		return -1;
	}
	if (begin(&l, why, size)) {
		l.last_ms = clock_ms();
		do
			turn(&l);
		while (!l.done && !l.death && event_base_loop(l.base, EVLOOP_ONCE) == 0);
		result = l.death;
	}
	end(&l);
	return result;
}
