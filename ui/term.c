/* Takes the terminal and gives it back.
 *
 * The settings are noted each time that the terminal is taken, not once, as the shell may have
 * changed them while the program was stopped.  In a crash nothing of the program can be trusted any
 * more, the screen library least of all: then only fixed bytes are written, the noted settings put
 * back, and the signal raised again, so that the caller (and a core file) sees what happened.  The
 * handler has a stack of its own, for the crash may be that the stack was used up. */
#include "ui/term.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "ui/backs/curses.h"

enum { CRASH_STACK = 64 * 1024 };

/* Every signal that would end the program where it stands.  Those that ask it to end are the
 * loop's. */
static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGQUIT,
	SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ };
enum { CRASHES = sizeof crashes / sizeof *crashes };

/* Ends synchronized output, mouse, attributes, line-drawing set and application keys; shows the
 * cursor and leaves the alternate screen. */
static const char give_back[] = "\033[?2026l\033[?1006l\033[?1000l\033[0m\033(B\017\033[?1l\033>"
				"\033[?25h\033[?1049l\033[23;0;0t\r";

static struct termios found;
static struct sigaction before[CRASHES];
static char crash_stack[CRASH_STACK];
static volatile sig_atomic_t is_open;
static volatile sig_atomic_t has_settings;

/* The last thing that runs: the terminal back, then the same signal again with what it does by
 * default. */
static void on_crash(int number)
{
	if (is_open) {
		ssize_t written = write(STDOUT_FILENO, give_back, sizeof give_back - 1);

		(void)written;
		if (has_settings)
			tcsetattr(STDOUT_FILENO, TCSANOW, &found);
	}
	signal(number, SIG_DFL);
	raise(number);
}

/* Sets the crash handler, but where the caller of the program wants the signal ignored. */
static void guard(void)
{
	struct sigaction act = { .sa_handler = on_crash,
		.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND };
	stack_t stack = { .ss_sp = crash_stack, .ss_size = sizeof crash_stack };

	sigaltstack(&stack, NULL);
	sigemptyset(&act.sa_mask);
	for (int i = 0; i < CRASHES; i++) {
		sigaction(crashes[i], NULL, &before[i]);
		if (before[i].sa_handler != SIG_IGN)
			sigaction(crashes[i], &act, NULL);
	}
}

/* What crashes did before is what they do again. */
static void unguard(void)
{
	for (int i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &before[i], NULL);
}

bool term_open(char *why, size_t size)
{
	static bool at_exit;

	if (is_open)
		return true;
	if (!isatty(STDOUT_FILENO)) {
		snprintf(why, size, "standard output is not a terminal");
		return false;
	}
	if (!at_exit)
		at_exit = atexit(term_close) == 0;
	has_settings = tcgetattr(STDOUT_FILENO, &found) == 0;
	is_open = true;
	guard();
	if (curses_open(why, size))
		return true;
	unguard();
	is_open = false;
	return false;
}

void term_close(void)
{
	if (!is_open)
		return;
	curses_close();
	if (has_settings)
		tcsetattr(STDOUT_FILENO, TCSANOW, &found);
	unguard();
	is_open = false;
}

bool term_is_open(void)
{
	return is_open;
}

void term_die_of(int number)
{
	sigset_t set;

	term_close();
	sigemptyset(&set);
	sigaddset(&set, number);
	signal(number, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
	_exit(128 + number); /* for a signal that does not kill */
}
