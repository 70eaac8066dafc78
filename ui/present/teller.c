/* The teller.
 *
 * The socket is made under another name and renamed once it listens: so whoever finds it by its name, and is refused,
 * knows that nobody listens there any more. */
#define _GNU_SOURCE /* for accept4 */
#include "ui/present/teller.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "ui/present/peer.h"

enum { TURNS_MOST = 64 }; /* how often a listener is heard in one turn, whatever he sends */

static_assert(PEER_MAX + 1 <= LOOP_WATCH_MAX, "all listeners can be watched");

/* Binds the socket in the directory, closed to others, and listens. */
static bool listen_at(struct teller *t, const char *place)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	mode_t mask;
	bool good;
	int error;

	snprintf(at.sun_path, sizeof at.sun_path, "%s/play-%ld.new", place, (long)getpid());
	snprintf(t->path, sizeof t->path, "%s/play-%ld.sock", place, (long)getpid());
	unlink(at.sun_path);
	t->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (t->fd < 0)
		return false;
	mask = umask(0177);
	good = bind(t->fd, (const struct sockaddr *)&at, sizeof at) == 0;
	umask(mask);
	if (good && listen(t->fd, PEER_MAX) == 0 && rename(at.sun_path, t->path) == 0)
		return true;
	error = errno;
	if (good)
		unlink(at.sun_path);
	errno = error;
	return false;
}

bool teller_open(struct teller *t, const char *place, char why[PLACE_WHY_LEN])
{
	memset(t, 0, sizeof *t);
	told_init(&t->told);
	for (int p = 0; p < PEER_MAX; p++)
		t->peers[p].fd = -1;
	if (listen_at(t, place))
		return true;
	snprintf(why, PLACE_WHY_LEN, "%s: no socket can be made: %s", place, strerror(errno));
	if (t->fd >= 0)
		close(t->fd);
	t->fd = -1;
	return false;
}

static void let_go(struct peer *p)
{
	close(p->fd);
	p->fd = -1;
}

void teller_close(struct teller *t)
{
	if (t->fd < 0)
		return;
	unlink(t->path);
	close(t->fd);
	t->fd = -1;
	for (int p = 0; p < PEER_MAX; p++)
		if (t->peers[p].fd >= 0)
			let_go(&t->peers[p]);
}

/* Puts the newest into the buffer, which is empty. */
static void fill(struct teller *t, struct peer *p)
{
	p->length = told_write(&t->told, p->out);
	p->sent = 0;
	p->behind = false;
}

/* Sends as much as goes without waiting; false where the listener is gone. */
static bool flush(struct teller *t, struct peer *p)
{
	while (p->sent < p->length || p->behind) {
		ssize_t n;

		if (p->sent == p->length)
			fill(t, p);
		n = send(p->fd, p->out + p->sent, p->length - p->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0)
			return errno == EAGAIN || errno == EINTR;
		p->sent += (size_t)n;
	}
	return true;
}

/* Throws away what the listener sends; false where he is gone. */
static bool drain(const struct peer *p)
{
	char bytes[512];

	for (int turn = 0; turn < TURNS_MOST; turn++) {
		ssize_t n = recv(p->fd, bytes, sizeof bytes, MSG_DONTWAIT);

		if (n == 0)
			return false;
		if (n < 0)
			return errno == EAGAIN || errno == EINTR;
	}
	return true;
}

/* Takes a listener who is the same user, where there is a place for him. */
static void take(struct teller *t, int fd)
{
	for (int i = 0; i < PEER_MAX && peer_is_ours(fd); i++) {
		struct peer *p = &t->peers[i];

		if (p->fd >= 0)
			continue;
		p->fd = fd;
		p->number = ++t->number;
		fill(t, p);
		return;
	}
	close(fd);
}

void teller_turn(struct teller *t)
{
	int fd;

	if (t->fd < 0)
		return;
	while ((fd = accept4(t->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0)
		take(t, fd);
	for (int i = 0; i < PEER_MAX; i++)
		if (t->peers[i].fd >= 0 && (!drain(&t->peers[i]) || !flush(t, &t->peers[i])))
			let_go(&t->peers[i]);
}

void teller_tell(struct teller *t, const struct told *told)
{
	if (t->fd < 0 || told_equal(&t->told, told))
		return;
	t->told = *told;
	for (int i = 0; i < PEER_MAX; i++) {
		if (t->peers[i].fd < 0)
			continue;
		t->peers[i].behind = true;
		if (!flush(t, &t->peers[i]))
			let_go(&t->peers[i]);
	}
}

int teller_watch(const struct teller *t, struct loop_watch list[LOOP_WATCH_MAX])
{
	int n = 0;

	if (t->fd < 0)
		return 0;
	list[n++] = (struct loop_watch){ t->fd, false, 0 };
	for (int i = 0; i < PEER_MAX; i++)
		if (t->peers[i].fd >= 0)
			list[n++] = (struct loop_watch){ t->peers[i].fd, t->peers[i].sent < t->peers[i].length, t->peers[i].number };
	return n;
}
