/* The program in a terminal: it starts, answers, follows its size, and gives the terminal back on
 * every way out.
 *
 * FAILSCOPE names the program.  Each test runs it anew in a pseudo-terminal, waits for what it
 * expects with a deadline, and knows as little as possible of what the screen says. */
#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/pty.h"

enum { DEADLINE_MS = 10000, QUIET_MS = 250, ROUNDS = 5, KEYS = 200 };

/* The program under test. */
static const char *program(void)
{
	const char *path = getenv("FAILSCOPE");

	return path && *path ? path : "build/release/failscope";
}

/* The dashboard on a screen of this size, drawn and at rest. */
static struct pty *dashboard(int columns, int rows)
{
	struct pty *p =
	    pty_start((const char *[]){ program(), NULL }, "xterm-256color", columns, rows);

	assert_true(pty_wait_text(p, "ASA1", DEADLINE_MS));
	if (!pty_wait_quiet(p, QUIET_MS, 1000)) {
		pty_type(p, " "); /* it plays from the start: pause it */
		assert_true(pty_wait_quiet(p, QUIET_MS, DEADLINE_MS));
	}
	assert_int_equal(p->screen.modes & VT_ALTERNATE, VT_ALTERNATE);
	assert_false(pty_is_as_at_first(p));
	return p;
}

/* The terminal is as it was before: settings, screen, cursor, mouse. */
static void assert_given_back(struct pty *p)
{
	assert_string_equal(p->screen.wrong, "");
	assert_int_equal(p->screen.modes, 0);
	assert_true(pty_is_as_at_first(p));
}

/* The program ends by itself, in good order. */
static void quit(struct pty *p)
{
	pty_type(p, "q");
	assert_true(pty_wait_end(p, DEADLINE_MS));
	assert_true(WIFEXITED(p->status));
	assert_int_equal(WEXITSTATUS(p->status), 0);
	assert_given_back(p);
	pty_end(p);
}

/* Waits for the answer to what was just done, and returns the screen's hash. */
static uint64_t settled(struct pty *p)
{
	assert_true(pty_wait_quiet(p, QUIET_MS, DEADLINE_MS));
	assert_int_equal(p->screen.modes & VT_SYNC, 0);
	assert_string_equal(p->screen.wrong, "");
	return vt_hash(&p->screen);
}

/* q ends the program with status 0, and the terminal is as it was. */
static void quits_and_gives_the_terminal_back(void **state)
{
	(void)state;
	quit(dashboard(80, 24));
}

/* ? shows help on the screen. */
static void question_mark_shows_help(void **state)
{
	struct pty *p = dashboard(80, 24);
	uint64_t before = vt_hash(&p->screen);

	(void)state;
	pty_type(p, "?");
	assert_true(pty_wait_change(p, before, DEADLINE_MS));
	settled(p);
	pty_end(p);
}

/* Did the program write anything more than so many bytes? */
static bool has_written(struct pty *p, const void *bytes)
{
	return p->bytes > *(const uint64_t *)bytes;
}

/* Every size is drawn, and the first one as it was at first. */
static void follows_the_size_of_the_terminal(void **state)
{
	static const int sizes[][2] = { { 40, 12 }, { 24, 80 }, { 1000, 1000 }, { 1, 1 },
		{ 132, 43 }, { 80, 24 } };
	struct pty *p = dashboard(80, 24);
	uint64_t before = vt_hash(&p->screen);

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		uint64_t bytes = p->bytes;

		pty_resize(p, sizes[i][0], sizes[i][1]);
		assert_true(pty_wait(p, has_written, &bytes, DEADLINE_MS));
		settled(p);
	}
	assert_true(vt_hash(&p->screen) == before);
	quit(p);
}

/* Stopped, the program has given the terminal back; continued, it takes it again and draws. */
static void expect_stop_and_go_on(struct pty *p)
{
	assert_true(pty_wait_stop(p, DEADLINE_MS));
	assert_given_back(p);
	assert_false(vt_has(&p->screen, "ASA1"));
	assert_int_equal(kill(p->pid, SIGCONT), 0);
	assert_true(pty_wait_text(p, "ASA1", DEADLINE_MS));
	settled(p);
	assert_false(pty_is_as_at_first(p));
}

/* ^Z stops, as in any program. */
static void stops_and_goes_on(void **state)
{
	struct pty *p = dashboard(80, 24);

	(void)state;
	pty_type(p, "\032");
	expect_stop_and_go_on(p);
	quit(p);
}

/* SIGTSTP from outside does the same, and the screen is drawn as it was. */
static void stops_when_told_by_signal(void **state)
{
	struct pty *p = dashboard(80, 24);
	uint64_t before = vt_hash(&p->screen);

	(void)state;
	assert_int_equal(kill(p->pid, SIGTSTP), 0);
	expect_stop_and_go_on(p);
	assert_true(vt_hash(&p->screen) == before);
	quit(p);
}

/* A size that changed while the program was stopped is seen when it goes on, though no signal tells
 * it. */
static void sees_a_resize_that_happened_while_stopped(void **state)
{
	struct pty *p = dashboard(80, 24);
	uint64_t before = vt_hash(&p->screen);

	(void)state;
	pty_resize(p, 132, 43);
	assert_true(pty_wait_change(p, before, DEADLINE_MS));
	settled(p);
	assert_int_equal(kill(p->pid, SIGTSTP), 0);
	assert_true(pty_wait_stop(p, DEADLINE_MS));
	pty_resize(p, 80, 24);
	assert_int_equal(kill(p->pid, SIGCONT), 0);
	assert_true(pty_wait_text(p, "ASA1", DEADLINE_MS));
	assert_true(settled(p) == before);
	quit(p);
}

/* Three steps that crash what leaves SIGWINCH and SIGTSTP to ncurses, one time in four. */
static void resizing_and_stopping_does_not_crash(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct pty *p = dashboard(80, 24);

		pty_resize(p, 1000, 1000);
		pty_wait_change(p, vt_hash(&p->screen), 100);
		pty_resize(p, 24, 80);
		pty_wait_change(p, vt_hash(&p->screen), 100);
		pty_type(p, "\032");
		assert_true(pty_wait_stop(p, DEADLINE_MS));
		assert_given_back(p);
		assert_int_equal(kill(p->pid, SIGCONT), 0);
		settled(p);
		assert_int_equal(p->screen.modes & VT_ALTERNATE, VT_ALTERNATE);
		quit(p);
	}
}

/* Signals that ask to end, and signals of a crash: the program dies of each, the terminal given
 * back. */
static void dies_of_a_signal_with_the_terminal_given_back(void **state)
{
	static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGBUS, SIGFPE, SIGILL,
		SIGABRT, SIGQUIT };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct pty *p = dashboard(80, 24);

		assert_int_equal(kill(p->pid, numbers[i]), 0);
		assert_true(pty_wait_end(p, DEADLINE_MS));
		assert_true(WIFSIGNALED(p->status));
		assert_int_equal(WTERMSIG(p->status), numbers[i]);
		assert_given_back(p);
		pty_end(p);
	}
}

/* A job that is killed while it is stopped ends, and leaves the terminal alone. */
static void dies_while_stopped(void **state)
{
	struct pty *p = dashboard(80, 24);

	(void)state;
	pty_type(p, "\032");
	assert_true(pty_wait_stop(p, DEADLINE_MS));
	assert_int_equal(kill(p->pid, SIGTERM), 0);
	assert_int_equal(kill(p->pid, SIGCONT), 0);
	assert_true(pty_wait_end(p, DEADLINE_MS));
	assert_true(WIFSIGNALED(p->status));
	assert_int_equal(WTERMSIG(p->status), SIGTERM);
	assert_given_back(p);
	pty_end(p);
}

/* A terminal that goes away takes the program with it. */
static void ends_when_the_terminal_goes_away(void **state)
{
	struct pty *p = dashboard(80, 24);

	(void)state;
	pty_hang_up(p);
	assert_true(pty_wait_end(p, DEADLINE_MS));
	assert_true(WIFEXITED(p->status) || WTERMSIG(p->status) == SIGHUP);
	pty_end(p);
}

/* The same where nothing but the end of input tells it, as SIGHUP is ignored (nohup). */
static void ends_when_the_terminal_goes_away_unheard(void **state)
{
	struct pty *p = pty_start(
	    (const char *[]){ "/bin/sh", "-c", "trap '' HUP; exec \"$0\"", program(), NULL },
	    "xterm-256color", 80, 24);

	(void)state;
	assert_true(pty_wait_text(p, "ASA1", DEADLINE_MS));
	pty_hang_up(p);
	assert_true(pty_wait_end(p, DEADLINE_MS));
	assert_true(WIFEXITED(p->status));
	pty_end(p);
}

/* The screen after KEYS steps, typed in writes of so many. */
static uint64_t screen_after_steps(int at_once)
{
	char dots[KEYS];
	struct pty *p = dashboard(120, 36);
	uint64_t hash;

	memset(dots, '.', sizeof dots);
	for (int sent = 0; sent < KEYS; sent += at_once) {
		pty_send(p, dots, (size_t)at_once);
		settled(p);
	}
	hash = vt_hash(&p->screen);
	quit(p);
	return hash;
}

/* No key of many is lost: one write of 200 leads where four of 50 do. */
static void answers_two_hundred_keys_at_once(void **state)
{
	struct pty *p = dashboard(120, 36);
	uint64_t at_rest = vt_hash(&p->screen);
	uint64_t at_once = screen_after_steps(KEYS);

	(void)state;
	quit(p);
	assert_true(at_once != at_rest);
	assert_true(at_once == screen_after_steps(KEYS / 4));
}

/* How often a process was given the processor, and how long it had it. */
struct awake {
	long switches, ticks;
};

/* Reads that from /proc. */
static struct awake awake_of(pid_t pid)
{
	struct awake awake = { 0 };
	char path[64], line[1024];
	long n, system_ticks;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file))
		if (sscanf(line, "voluntary_ctxt_switches: %ld", &n) == 1 ||
		    sscanf(line, "nonvoluntary_ctxt_switches: %ld", &n) == 1)
			awake.switches += n;
	fclose(file);
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof line, file));
	fclose(file);
	assert_int_equal(
	    sscanf(strrchr(line, ')'), ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld",
		&awake.ticks, &system_ticks),
	    2);
	awake.ticks += system_ticks;
	return awake;
}

/* Paused, nothing happens: no byte, no waking up, no time used. */
static void sleeps_while_nothing_happens(void **state)
{
	struct pty *p = dashboard(80, 24);
	struct awake before = awake_of(p->pid), after;
	uint64_t bytes = p->bytes;

	(void)state;
	assert_true(pty_wait_quiet(p, 1000, 2000));
	after = awake_of(p->pid);
	assert_int_equal(after.switches, before.switches);
	assert_int_equal(after.ticks, before.ticks);
	assert_true(p->bytes == bytes);
	quit(p);
}

/* Runs a command line in a terminal; it must end by itself with a failure and a sentence. */
static void assert_refuses(const char *command, const char *term, const char *sentence)
{
	struct pty *p =
	    pty_start((const char *[]){ "/bin/sh", "-c", command, program(), NULL }, term, 80, 24);

	assert_true(pty_wait_end(p, DEADLINE_MS));
	assert_true(WIFEXITED(p->status));
	assert_int_not_equal(WEXITSTATUS(p->status), 0);
	assert_true(vt_has(&p->screen, sentence));
	assert_given_back(p);
	pty_end(p);
}

/* Where it cannot run it says why and leaves the terminal alone. */
static void says_why_it_cannot_run(void **state)
{
	(void)state;
	assert_refuses("exec \"$0\"", "no-such-terminal", "no-such-terminal");
	assert_refuses("exec \"$0\"", "dumb", "dumb");
	assert_refuses("exec \"$0\" </dev/null", "xterm-256color", "standard input");
	assert_refuses("exec \"$0\" <&-", "xterm-256color", "standard input");
}

/* A recording is opened as a run: at its start, with its whole story ahead. */
static void a_recording_is_opened_with_its_story_ahead(void **state)
{
	char folder[] = "/tmp/failscope-tty-XXXXXX", path[64], command[PATH_MAX];
	struct pty *p;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/x.cast", folder);
	snprintf(command, sizeof command, "%s record --do '10 fault power ASA1' --until 40 -o %s", program(), path);
	assert_int_equal(system(command), 0);
	p = pty_start((const char *[]){ program(), path, NULL }, "xterm-256color", 80, 24);
	assert_true(pty_wait_text(p, "T+0.000 s", DEADLINE_MS));
	pty_type(p, "]");
	assert_true(pty_wait_text(p, "fault power ASA1", DEADLINE_MS));
	assert_true(vt_has(&p->screen, "T+10.000 s"));
	pty_type(p, "\033[F");
	assert_true(pty_wait_text(p, "T+40.000 s", DEADLINE_MS));
	assert_true(vt_has(&p->screen, "G1 ASA2  G2 ASA2"));
	quit(p);
	assert_int_equal(remove(path), 0);
	assert_int_equal(rmdir(folder), 0);
}

/* What was recorded is kept, whichever way out: the keys, or a signal. */
static void a_recording_is_kept_on_the_way_out(void **state)
{
	static const char *const forms[] = { "failscope-0.000.cast", "failscope-0.000.html", "failscope-0.000.script" };
	char folder[] = "/tmp/failscope-tty-XXXXXX", home[PATH_MAX], path[PATH_MAX];

	(void)state;
	assert_non_null(realpath(program(), path));
	assert_non_null(getcwd(home, sizeof home));
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	for (int way = 0; way < 2; way++) {
		struct pty *p = pty_start((const char *[]){ path, NULL }, "xterm-256color", 80, 24);

		assert_true(pty_wait_text(p, "ASA1", DEADLINE_MS));
		pty_type(p, "r");
		assert_true(pty_wait_text(p, "REC", DEADLINE_MS));
		if (way == 0)
			pty_type(p, "q");
		else
			kill(p->pid, SIGTERM);
		assert_true(pty_wait_end(p, DEADLINE_MS));
		assert_given_back(p);
		assert_true(vt_has(&p->screen, "recorded 1 frame: failscope-0.000.cast, .html and .script"));
		pty_end(p);
		for (int f = 0; f < 3; f++)
			assert_int_equal(remove(forms[f]), 0);
	}
	assert_int_equal(chdir(home), 0);
	assert_int_equal(rmdir(folder), 0);
}

/* --- two terminals ---------------------------------------------------------------------------- */

static struct pty *in_terminal(const char *command, const char *option)
{
	return pty_start((const char *[]){ program(), command, "03-unit-fails", option, NULL },
	    "xterm-256color", 80, 24);
}

/* Notes on a second terminal follow the dashboard that plays their walkthrough: whichever was there
 * first, through its death and the next one; and both cost nothing at rest. */
static void notes_follow_the_dashboard(void **state)
{
	char directory[] = "/tmp/fs-XXXXXX", path[64];
	struct pty *notes, *walk, *late;
	uint64_t written;

	(void)state;
	assert_non_null(mkdtemp(directory));
	setenv("XDG_RUNTIME_DIR", directory, 1);
	notes = in_terminal("notes", NULL);
	assert_true(pty_wait_text(notes, "waits for the dashboard", DEADLINE_MS));
	walk = in_terminal("walk", NULL);
	assert_true(pty_wait_text(notes, "follows", DEADLINE_MS));
	/* A page forward may be one of a text that is longer than its room, or end a watching. */
	for (int n = 0; n < 20 && !pty_wait_text(notes, "Next  3 of ", QUIET_MS); n++)
		pty_type(walk, "\033[6~");
	assert_true(vt_has(&notes->screen, "Next  3 of "));
	pty_wait_quiet(walk, QUIET_MS, 8000);
	settled(notes);
	written = notes->bytes;
	assert_false(pty_wait(notes, has_written, &written, 1000));
	/* A crash says nothing, and its socket stays behind. */
	kill(walk->pid, SIGKILL);
	assert_true(pty_wait_text(notes, "waits for the dashboard", DEADLINE_MS));
	pty_end(walk);
	walk = in_terminal("walk", "--present");
	assert_true(pty_wait_text(notes, "follows", DEADLINE_MS));
	late = in_terminal("notes", NULL);
	assert_true(pty_wait_text(late, "follows", DEADLINE_MS));
	pty_type(walk, "\033[6~");
	assert_true(pty_wait_text(late, "Next  2 of ", DEADLINE_MS));
	assert_true(pty_wait_text(notes, "Next  2 of ", DEADLINE_MS));
	quit(walk);
	assert_true(pty_wait_text(notes, "waits for the dashboard", DEADLINE_MS));
	pty_type(notes, "\033[6~");
	assert_true(pty_wait_text(notes, "Next  3 of ", DEADLINE_MS));
	quit(notes);
	quit(late);
	/* Nobody left anything behind. */
	snprintf(path, sizeof path, "%s/failscope", directory);
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(rmdir(directory), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quits_and_gives_the_terminal_back),
		cmocka_unit_test(question_mark_shows_help),
		cmocka_unit_test(follows_the_size_of_the_terminal),
		cmocka_unit_test(stops_and_goes_on),
		cmocka_unit_test(stops_when_told_by_signal),
		cmocka_unit_test(sees_a_resize_that_happened_while_stopped),
		cmocka_unit_test(resizing_and_stopping_does_not_crash),
		cmocka_unit_test(dies_of_a_signal_with_the_terminal_given_back),
		cmocka_unit_test(dies_while_stopped),
		cmocka_unit_test(ends_when_the_terminal_goes_away),
		cmocka_unit_test(ends_when_the_terminal_goes_away_unheard),
		cmocka_unit_test(answers_two_hundred_keys_at_once),
		cmocka_unit_test(sleeps_while_nothing_happens),
		cmocka_unit_test(says_why_it_cannot_run),
		cmocka_unit_test(a_recording_is_opened_with_its_story_ahead),
		cmocka_unit_test(a_recording_is_kept_on_the_way_out),
		cmocka_unit_test(notes_follow_the_dashboard),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
