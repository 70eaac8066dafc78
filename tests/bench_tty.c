/* How fast the screen is: the program in a terminal, next to the least program that there can be.
 *
 *   bench_tty PROGRAM MINIMAL SCREEN
 *
 * A frame counts as complete with its last byte: the one after which nothing comes for a while.
 * What is waited after it is not counted. Both programs take turns, and medians stand for all. */
#define _GNU_SOURCE /* for POSIX_SPAWN_SETSID */
#include <assert.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench.h"

enum {
	COLUMNS = 120,
	ROWS = 36,
	STARTS = 40,
	KEYS = 200,
	AT_ONCE = 200,
	BURSTS = 10,
	QUIET_MS = 40, /* nothing for so long: the frame is complete */
	DEADLINE_MS = 5000,
	PAUSE_MS = 3000,
};

extern char **environ;

struct tty {
	int master;
	pid_t pid;
	uint64_t bytes, frames; /* since `listen` */
	uint64_t match;         /* bytes of the mark of a frame that have come */
	double begin_s, last_s; /* began to listen; the last byte came */
};

/* What stands before a frame of more than one row. */
static const char frame_mark[] = "\033[?2026h";

/* --- a program in a terminal ----------------------------------------------------------------- */

/* Counts the marks of frames, wherever a read cuts them. */
static void count_frames(struct tty *t, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		t->match =
		    bytes[i] == frame_mark[t->match] ? t->match + 1 : bytes[i] == frame_mark[0];
		if (t->match == sizeof frame_mark - 1) {
			t->frames++;
			t->match = 0;
		}
	}
}

/* Takes what comes until it has come to rest; false where nothing came at all within `first_ms`. */
static bool listen_for(struct tty *t, int first_ms)
{
	static char bytes[65536];
	struct pollfd fd = { .fd = t->master, .events = POLLIN };
	int wait_ms = first_ms;

	t->bytes = t->frames = t->match = 0;
	while (poll(&fd, 1, wait_ms) > 0 && fd.revents & POLLIN) {
		ssize_t n = read(t->master, bytes, sizeof bytes);

		if (n <= 0)
			break;
		t->last_s = bench_wall_s();
		t->bytes += (uint64_t)n;
		count_frames(t, bytes, (size_t)n);
		wait_ms = QUIET_MS;
	}
	return t->bytes > 0;
}

/* The terminal's other end becomes the program's three descriptors, and its controlling terminal.
 */
static pid_t spawn_on(const char *program, const char *slave)
{
	const char *argv[] = { program, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, slave, O_RDWR, 0);
	posix_spawn_file_actions_adddup2(&files, 0, 1);
	posix_spawn_file_actions_adddup2(&files, 0, 2);
	posix_spawnattr_init(&how);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSID);
	if (posix_spawn(&pid, program, &files, &how, (char **)argv, environ) != 0) {
		fprintf(stderr, "bench_tty: %s cannot be run\n", program);
		exit(1);
	}
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

/* Starts a program and takes its first frame. */
static void start(struct tty *t, const char *program)
{
	struct winsize size = { .ws_col = COLUMNS, .ws_row = ROWS };
	bool seen;

	*t = (struct tty){ .master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC) };
	assert(t->master >= 0);
	grantpt(t->master);
	unlockpt(t->master);
	ioctl(t->master, TIOCSWINSZ, &size);
	t->begin_s = bench_wall_s();
	t->pid = spawn_on(program, ptsname(t->master));
	seen = listen_for(t, DEADLINE_MS);
	assert(seen);
}

/* Types, and takes the frame that answers; false where none does. */
static bool type(struct tty *t, const char *keys, size_t n)
{
	t->begin_s = bench_wall_s();
	if (write(t->master, keys, n) != (ssize_t)n)
		return false;
	return listen_for(t, 5 * QUIET_MS);
}

/* Has it quit, and reads what it says at its end. */
static void stop(struct tty *t)
{
	type(t, "q", 1);
	close(t->master);
	waitpid(t->pid, NULL, 0);
}

/* How long the last frame took, in milliseconds. */
static double took_ms(const struct tty *t)
{
	return (t->last_s - t->begin_s) * 1e3;
}

/* --- how long -------------------------------------------------------------------------------- */

/* The medians of both with their aim; below them the quickest, which a busy machine bends least. */
static void print_both(const char *name, double *ours_ms, double *least_ms, int count, double aim)
{
	bench_print(&(struct bench_row){
	    name, "ms", bench_median(ours_ms, count), bench_median(least_ms, count), aim, false });
	printf("%-45s %11.4f ms %11.4f ms %7.3f\n", "  the quickest of each", ours_ms[0],
	    least_ms[0], ours_ms[0] / least_ms[0]);
}

/* From nothing to the first frame. */
static void first_frames(const char *program, const char *minimal)
{
	static double ours_ms[STARTS], least_ms[STARTS];
	struct tty t;

	for (int i = 0; i < STARTS; i++) {
		start(&t, minimal);
		least_ms[i] = took_ms(&t);
		stop(&t);
		start(&t, program);
		ours_ms[i] = took_ms(&t);
		stop(&t);
	}
	print_both("the first frame", ours_ms, least_ms, STARTS, 1.3);
}

/* From a key to the frame that shows what it did. A step that shows nothing is not counted. */
static void keys_to_frames(const char *program, const char *minimal)
{
	static double ours_ms[KEYS], least_ms[KEYS], bytes[KEYS];
	struct tty ours, least;
	int count = 0;

	start(&least, minimal);
	start(&ours, program);
	for (int i = 0; i < KEYS; i++) {
		type(&least, ".", 1);
		least_ms[count] = took_ms(&least);
		if (!type(&ours, ".", 1))
			continue;
		ours_ms[count] = took_ms(&ours);
		bytes[count++] = (double)ours.bytes;
	}
	stop(&ours);
	stop(&least);
	if (count == 0) {
		bench_skip("from a key to its frame", "no key was answered by a frame");
		return;
	}
	print_both("from a key to its frame", ours_ms, least_ms, count, 1.6);
	printf("%-45s %8.0f bytes\n", "a step's frame, the median", bench_median(bytes, count));
}

/* --- how much -------------------------------------------------------------------------------- */

/* What the back end sends where one cell of a full screen changes: the most of many. */
static void one_cell(const char *screen)
{
	struct tty t;
	double most = 0;

	start(&t, screen);
	for (int i = 0; i < KEYS / 4; i++) {
		type(&t, ".", 1);
		most = (double)t.bytes > most ? (double)t.bytes : most;
	}
	stop(&t);
	bench_print(
	    &(struct bench_row){ "one cell changes, the most of 50", "bytes", most, 0, 80, false });
}

/* Keys that come in one read are answered by one frame. */
static void burst(const char *program)
{
	char keys[AT_ONCE];
	struct tty t;
	double frames[BURSTS];

	memset(keys, '.', sizeof keys);
	start(&t, program);
	for (int i = 0; i < BURSTS; i++) {
		type(&t, keys, sizeof keys);
		frames[i] = (double)t.frames;
	}
	stop(&t);
	if (bench_median(frames, BURSTS) < 1)
		bench_skip("frames for 200 keys in one read", "frames are not marked here");
	else
		bench_print(&(struct bench_row){ "frames for 200 keys in one read, the most of 10",
		    "", frames[BURSTS - 1], 0, 1, false });
}

/* --- while paused ---------------------------------------------------------------------------- */

/* How often a process has been given the processor. */
static double switches(pid_t pid)
{
	char path[64], line[128];
	double count = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f)) {
		char *at = strstr(line, "voluntary_ctxt_switches:");

		if (at)
			count += strtod(strchr(at, ':') + 1, NULL);
	}
	if (f)
		fclose(f);
	return count;
}

/* System calls that strace sees end within two seconds. */
static double calls(pid_t pid)
{
	char command[256], line[512];
	double count = 0;
	FILE *f;

	snprintf(command, sizeof command, "timeout -s INT 2 strace -f -p %d 2>&1", (int)pid);
	f = popen(command, "r");
	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, "strace:", 7) != 0 && strstr(line, ") = "))
			count++;
	if (f)
		pclose(f);
	return count;
}

/* Nothing at all: no wake-up, no byte, no system call. */
static void paused(const char *program)
{
	struct tty t;
	double had;

	start(&t, program);
	type(&t, ".", 1);
	listen_for(&t, 1000);
	had = switches(t.pid);
	listen_for(&t, PAUSE_MS);
	bench_print(&(struct bench_row){
	    "paused for 3 s: wake-ups", "", switches(t.pid) - had, 0, 0, false });
	bench_print(
	    &(struct bench_row){ "paused for 3 s: bytes", "", (double)t.bytes, 0, 0, false });
	if (system("command -v strace >/dev/null 2>&1") != 0)
		bench_skip("paused for 2 s: system calls", "no strace");
	else
		bench_print(&(struct bench_row){
		    "paused for 2 s: system calls", "", calls(t.pid), 0, 0, false });
	stop(&t);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return fprintf(stderr, "usage: bench_tty PROGRAM MINIMAL SCREEN\n"), 2;
	signal(SIGPIPE, SIG_IGN);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	bench_head("the screen at 120x36 (medians, in turns)");
	first_frames(argv[1], argv[2]);
	keys_to_frames(argv[1], argv[2]);
	one_cell(argv[3]);
	burst(argv[1]);
	paused(argv[1]);
	return 0;
}
