/* PNG by rsvg-convert: the picture goes into its standard input while what it makes comes out, whichever is ready. */
#include "ui/backs/png.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHUNK = 65536, NOT_RUN = 127 };

static const char program[] = "rsvg-convert";

/* Our ends of its pipes. */
struct pipes {
	int to, from; /* -1 once they are closed */
};

/* The child: becomes the program, or says that it cannot. */
static _Noreturn void become(int in, int out)
{
	char *const argv[] = { (char *)program, (char *)"--format=png", NULL };

	signal(SIGPIPE, SIG_DFL);
	if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
		execvp(program, argv);
	_exit(NOT_RUN);
}

/* Starts it; -1 with errno. */
static pid_t start(struct pipes *p)
{
	int in[2], out[2];
	pid_t pid;

	if (pipe(in) != 0)
		return -1;
	if (pipe(out) != 0) {
		close(in[0]);
		close(in[1]);
		return -1;
	}
	*p = (struct pipes){ in[1], out[0] };
	/* It must not hold our ends open: it would wait for itself. */
	fcntl(p->to, F_SETFD, FD_CLOEXEC);
	fcntl(p->from, F_SETFD, FD_CLOEXEC);
	fcntl(p->to, F_SETFL, O_NONBLOCK);
	pid = fork();
	if (pid == 0)
		become(in[0], out[1]);
	close(in[0]);
	close(out[1]);
	return pid;
}

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Sends a piece; closes the pipe when all is sent, or nobody takes it. */
static void send_some(struct pipes *p, const char **bytes, size_t *left)
{
	ssize_t n = write(p->to, *bytes, *left < CHUNK ? *left : CHUNK);

	if (n > 0) {
		*bytes += n;
		*left -= (size_t)n;
	}
	if (*left == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
		close_end(&p->to);
}

/* Takes a piece; closes the pipe at its end. */
static void take_some(struct pipes *p, struct sink *out)
{
	static char bytes[CHUNK];
	ssize_t n = read(p->from, bytes, sizeof bytes);

	if (n > 0)
		sink_bytes(out, bytes, (size_t)n);
	else if (n == 0 || errno != EINTR)
		close_end(&p->from);
}

/* Sends all and takes all. */
static void pump(struct pipes *p, const char *bytes, size_t left, struct sink *out)
{
	while (p->from >= 0) {
		struct pollfd fds[] = { { p->from, POLLIN, 0 }, { p->to, POLLOUT, 0 } };

		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			break;
		if (fds[1].revents)
			send_some(p, &bytes, &left);
		if (fds[0].revents)
			take_some(p, out);
	}
	close_end(&p->to);
	close_end(&p->from);
}

/* How it ended; -1 where it was killed. */
static int wait_for(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool png_from_svg(const char *svg, size_t length, struct sink *out, char why[PNG_WHY_LEN])
{
	struct pipes pipes;
	pid_t pid = start(&pipes);
	int code;

	if (pid < 0) {
		snprintf(why, PNG_WHY_LEN, "%s cannot be started: %s", program, strerror(errno));
		return false;
	}
	pump(&pipes, svg, length, out);
	code = wait_for(pid);
	if (code == NOT_RUN)
		snprintf(why, PNG_WHY_LEN, "a PNG is made by %s, which is not installed: apt-get install librsvg2-bin",
		    program);
	else if (code != 0 || out->length == 0)
		snprintf(why, PNG_WHY_LEN, "%s could not make a PNG of the picture", program);
	else if (out->length > out->size)
		snprintf(why, PNG_WHY_LEN, "the picture is too large as PNG");
	else
		return true;
	return false;
}
