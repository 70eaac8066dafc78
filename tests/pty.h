/* A program in a pseudo-terminal: started, typed at, resized, signalled, and read until what is
 * expected is there.
 *
 * Nothing here sleeps: every wait ends when it is met, or at its deadline. */
#ifndef FAILSCOPE_TESTS_PTY_H
#define FAILSCOPE_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

#include "tests/vt.h"

struct pty {
	int master;              /* -1 once it is closed */
	pid_t pid;               /* 0 once it has ended */
	int status;              /* as waitpid gave it last */
	uint64_t bytes;          /* written by the program so far */
	struct termios at_first; /* the terminal's settings before the program ran */
	struct vt screen;
};

/* Starts argv in a new terminal of this size and kind, as the leader of its session, in a UTF-8
 * locale and with no size in the environment.  Free it with pty_end. */
struct pty *pty_start(const char *const argv[], const char *term, int columns, int rows);

/* Ends it by force if it still runs, and frees it. */
void pty_end(struct pty *p);

/* Types. */
void pty_send(struct pty *p, const char *bytes, size_t n);
void pty_type(struct pty *p, const char *text);

/* Another size; the kernel tells the program by SIGWINCH, unless it is stopped. */
void pty_resize(struct pty *p, int columns, int rows);

/* Closes the terminal, as when its window is closed. */
void pty_hang_up(struct pty *p);

/* Reads until `met` says yes; false where the deadline came first. */
bool pty_wait(
    struct pty *p, bool (*met)(struct pty *p, const void *data), const void *data, int ms);

/* Reads until the screen has a text. */
bool pty_wait_text(struct pty *p, const char *text, int ms);

/* Reads until the screen is another one than that of the hash. */
bool pty_wait_change(struct pty *p, uint64_t hash, int ms);

/* Reads until nothing came for so long. */
bool pty_wait_quiet(struct pty *p, int quiet_ms, int ms);

/* Reads until the program ended, or until it stopped; then `status` says how. */
bool pty_wait_end(struct pty *p, int ms);
bool pty_wait_stop(struct pty *p, int ms);

/* Are the terminal's settings those from before the program? */
bool pty_is_as_at_first(struct pty *p);

#endif
