/* A program in a pseudo-terminal; see pty.h. */
#include "tests/pty.h"

#include <assert.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLICE_MS = 10 }; /* how often a process is asked for while its terminal says nothing */

/* Milliseconds of a clock that nobody sets. */
static int64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Ends the test where the machine does not give what is needed. */
static void must(bool done)
{
	assert(done);
}

/* The child: takes the terminal as its own and becomes the program. */
static _Noreturn void become(const char *const argv[], const char *term, const char *slave)
{
	int fd;

	setsid();
	fd = open(slave, O_RDWR);
	if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) < 0)
		_exit(126);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	if (fd > 2)
		close(fd);
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	setenv("TERM", term, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	execv(argv[0], (char *const *)argv);
	_exit(127);
}

struct pty *pty_start(const char *const argv[], const char *term, int columns, int rows)
{
	struct pty *p = calloc(1, sizeof *p);
	struct winsize size = { .ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows };
	const char *slave;

	must(p != NULL);
	p->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	must(p->master >= 0);
	must(grantpt(p->master) == 0);
	must(unlockpt(p->master) == 0);
	slave = ptsname(p->master);
	must(slave != NULL);
	must(ioctl(p->master, TIOCSWINSZ, &size) == 0);
	must(tcgetattr(p->master, &p->at_first) == 0);
	vt_init(&p->screen, columns, rows);
	p->pid = fork();
	must(p->pid >= 0);
	if (p->pid == 0)
		become(argv, term, slave);
	return p;
}

void pty_end(struct pty *p)
{
	if (p->pid) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, NULL, 0);
	}
	pty_hang_up(p);
	free(p);
}

void pty_send(struct pty *p, const char *bytes, size_t n)
{
	must(write(p->master, bytes, n) == (ssize_t)n);
}

void pty_type(struct pty *p, const char *text)
{
	pty_send(p, text, strlen(text));
}

void pty_resize(struct pty *p, int columns, int rows)
{
	struct winsize size = { .ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows };

	vt_resize(&p->screen, columns, rows);
	must(ioctl(p->master, TIOCSWINSZ, &size) == 0);
}

void pty_hang_up(struct pty *p)
{
	if (p->master >= 0)
		close(p->master);
	p->master = -1;
}

/* Reads what is there within some time; false where there was nothing. */
static bool read_some(struct pty *p, int ms)
{
	static char bytes[65536];
	struct pollfd fd = { .fd = p->master, .events = POLLIN };
	ssize_t n;

	if (poll(&fd, 1, ms) <= 0 || !(fd.revents & POLLIN)) {
		/* Nobody has it open: only the process can still say something. */
		if (fd.revents & POLLHUP)
			poll(NULL, 0, ms < SLICE_MS ? ms : SLICE_MS);
		return false;
	}
	n = read(p->master, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	p->bytes += (uint64_t)n;
	vt_feed(&p->screen, bytes, (size_t)n);
	return true;
}

/* The rest of the time until a deadline, in pieces. */
static int slice(int64_t deadline_ms)
{
	int64_t rest = deadline_ms - clock_ms();

	return rest < 0 ? 0 : rest < SLICE_MS ? (int)rest : SLICE_MS;
}

bool pty_wait(struct pty *p, bool (*met)(struct pty *p, const void *data), const void *data, int ms)
{
	int64_t deadline_ms = clock_ms() + ms;

	while (!met(p, data)) {
		if (clock_ms() >= deadline_ms)
			return false;
		read_some(p, slice(deadline_ms));
	}
	return true;
}

/* Is the text on the screen, and the picture complete? */
static bool has_text(struct pty *p, const void *data)
{
	return !(p->screen.modes & VT_SYNC) && vt_has(&p->screen, data);
}

/* Is the screen another one, and complete? */
static bool has_changed(struct pty *p, const void *data)
{
	return !(p->screen.modes & VT_SYNC) && vt_hash(&p->screen) != *(const uint64_t *)data;
}

/* Did the process end, or stop? */
static bool has_status(struct pty *p, const void *data)
{
	int flags = *(const int *)data;

	if (!p->pid || waitpid(p->pid, &p->status, WNOHANG | flags) != p->pid)
		return false;
	if (!WIFSTOPPED(p->status))
		p->pid = 0;
	return true;
}

bool pty_wait_text(struct pty *p, const char *text, int ms)
{
	return pty_wait(p, has_text, text, ms);
}

bool pty_wait_change(struct pty *p, uint64_t hash, int ms)
{
	return pty_wait(p, has_changed, &hash, ms);
}

bool pty_wait_quiet(struct pty *p, int quiet_ms, int ms)
{
	int64_t deadline_ms = clock_ms() + ms;

	while (read_some(p, quiet_ms))
		if (clock_ms() >= deadline_ms)
			return false;
	return true;
}

/* What the program wrote before it ended or stopped is still read. */
static bool wait_status(struct pty *p, int flags, int ms)
{
	bool came = pty_wait(p, has_status, &flags, ms);

	while (p->master >= 0 && read_some(p, 0))
		;
	return came;
}

bool pty_wait_end(struct pty *p, int ms)
{
	return wait_status(p, 0, ms);
}

bool pty_wait_stop(struct pty *p, int ms)
{
	return wait_status(p, WUNTRACED, ms) && WIFSTOPPED(p->status);
}

bool pty_is_as_at_first(struct pty *p)
{
	struct termios now;

	must(tcgetattr(p->master, &now) == 0);
	return now.c_iflag == p->at_first.c_iflag && now.c_oflag == p->at_first.c_oflag &&
	       now.c_cflag == p->at_first.c_cflag && now.c_lflag == p->at_first.c_lflag &&
	       memcmp(now.c_cc, p->at_first.c_cc, sizeof now.c_cc) == 0;
}
