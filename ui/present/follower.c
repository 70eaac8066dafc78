/* The follower. */
#include "ui/present/follower.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "ui/present/peer.h"

enum { READS_MOST = 64, EVENTS_BYTES = 4096 };

static_assert(FOLLOWED_MAX + 1 <= LOOP_WATCH_MAX, "all that are followed can be watched");
static_assert(PLACE_LEN + FOLLOWED_NAME_LEN <= SOCKET_PATH_LEN, "a place and a name are a whole path");
static_assert(sizeof((struct sockaddr_un *)0)->sun_path >= SOCKET_PATH_LEN, "a socket's address has room for its path");

/* --- finding them ------------------------------------------------------------------------------------------ */

/* Is it a name that a teller gives his socket? */
static bool is_name(const char *name)
{
	size_t digits = strncmp(name, "play-", 5) == 0 ? strspn(name + 5, "0123456789") : 0;

	return digits > 0 && digits < FOLLOWED_NAME_LEN - 11 && strcmp(name + 5 + digits, ".sock") == 0;
}

static bool is_followed(const struct follower *f, const char *name)
{
	for (int i = 0; i < FOLLOWED_MAX; i++)
		if (f->list[i].fd >= 0 && strcmp(f->list[i].name, name) == 0)
			return true;
	return false;
}

/* Connects to a socket; -1 where it is not to be had. One that nobody listens at is removed. */
static int connect_to(const char path[SOCKET_PATH_LEN])
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd < 0)
		return -1;
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	strcpy(at.sun_path, path);
	if (connect(fd, (const struct sockaddr *)&at, sizeof at) < 0) {
		if (errno == ECONNREFUSED)
			unlink(path);
	} else if (peer_is_ours(fd)) {
		return fd;
	}
	close(fd);
	return -1;
}

/* Follows one more, where there is a place for it. */
static void follow(struct follower *f, const char *name)
{
	char path[SOCKET_PATH_LEN];
	struct stat at;
	int i = 0, fd;

	while (i < FOLLOWED_MAX && f->list[i].fd >= 0)
		i++;
	snprintf(path, sizeof path, "%s/%.*s", f->place, FOLLOWED_NAME_LEN - 1, name);
	if (i == FOLLOWED_MAX || lstat(path, &at) < 0 || !S_ISSOCK(at.st_mode) || (fd = connect_to(path)) < 0)
		return;
	memset(&f->list[i], 0, sizeof f->list[i]);
	f->list[i].fd = fd;
	f->list[i].number = ++f->number;
	f->list[i].born_ns = (int64_t)at.st_ctim.tv_sec * 1000000000 + at.st_ctim.tv_nsec;
	snprintf(f->list[i].name, sizeof f->list[i].name, "%.*s", FOLLOWED_NAME_LEN - 1, name);
	told_init(&f->list[i].coming);
}

void follower_look(struct follower *f)
{
	DIR *directory = opendir(f->place);
	const struct dirent *entry;

	if (!directory)
		return;
	while ((entry = readdir(directory)) != NULL)
		if (is_name(entry->d_name) && !is_followed(f, entry->d_name))
			follow(f, entry->d_name);
	closedir(directory);
}

/* Did anything happen in the directory? */
static bool is_notified(const struct follower *f)
{
	char events[EVENTS_BYTES];
	bool any = false;

	while (f->notify >= 0 && read(f->notify, events, sizeof events) > 0)
		any = true;
	return any;
}

void follower_open(struct follower *f, const char *place)
{
	memset(f, 0, sizeof *f);
	snprintf(f->place, sizeof f->place, "%s", place);
	for (int i = 0; i < FOLLOWED_MAX; i++)
		f->list[i].fd = -1;
	f->notify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (f->notify >= 0 && inotify_add_watch(f->notify, place, IN_MOVED_TO | IN_CREATE) < 0) {
		close(f->notify);
		f->notify = -1;
	}
	follower_look(f);
}

static void leave(struct followed *d)
{
	close(d->fd);
	d->fd = -1;
	d->knows = false;
}

void follower_close(struct follower *f)
{
	for (int i = 0; i < FOLLOWED_MAX; i++)
		if (f->list[i].fd >= 0)
			leave(&f->list[i]);
	if (f->notify >= 0)
		close(f->notify);
	f->notify = -1;
}

/* --- listening --------------------------------------------------------------------------------------------- */

/* Takes bytes, which may end anywhere; false where they are no lines of ours. */
static bool take_bytes(struct followed *d, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] != '\n') {
			if (d->length == sizeof d->line - 1)
				return false;
			d->line[d->length++] = bytes[i];
			continue;
		}
		d->line[d->length] = '\0';
		d->length = 0;
		if (told_line(&d->coming, d->line)) {
			d->told = d->coming;
			d->knows = true;
		}
	}
	return true;
}

enum heard { HEARD, ENDED, NONSENSE };

/* Hears one. */
static enum heard hear(struct followed *d)
{
	char bytes[TOLD_BYTES];

	for (int turn = 0; turn < READS_MOST; turn++) {
		ssize_t n = recv(d->fd, bytes, sizeof bytes, MSG_DONTWAIT);

		if (n == 0)
			return ENDED;
		if (n < 0)
			return errno == EAGAIN || errno == EINTR ? HEARD : ENDED;
		if (!take_bytes(d, bytes, (size_t)n))
			return NONSENSE;
	}
	return HEARD;
}

/* Whoever ends makes room for one that had none; whoever talks nonsense is not asked again. */
void follower_turn(struct follower *f)
{
	bool look = is_notified(f);

	for (int i = 0; i < FOLLOWED_MAX; i++) {
		enum heard heard = f->list[i].fd >= 0 ? hear(&f->list[i]) : HEARD;

		if (heard != HEARD)
			leave(&f->list[i]);
		look |= heard == ENDED;
	}
	if (look)
		follower_look(f);
}

/* --- asking ------------------------------------------------------------------------------------------------ */

/* The newest that plays a walkthrough, or NULL for any. */
static const struct told *newest(const struct follower *f, const char *name)
{
	const struct followed *best = NULL;

	for (int i = 0; i < FOLLOWED_MAX; i++) {
		const struct followed *d = &f->list[i];

		if (d->fd >= 0 && d->knows && (!name || told_same(d->told.file, name)) && (!best || d->born_ns > best->born_ns))
			best = d;
	}
	return best ? &best->told : NULL;
}

const struct told *follower_told(const struct follower *f, const char *name)
{
	return newest(f, name);
}

const struct told *follower_any(const struct follower *f)
{
	return newest(f, NULL);
}

int follower_watch(const struct follower *f, struct loop_watch list[LOOP_WATCH_MAX])
{
	int n = 0;

	if (f->notify >= 0)
		list[n++] = (struct loop_watch){ f->notify, false, 0 };
	for (int i = 0; i < FOLLOWED_MAX; i++)
		if (f->list[i].fd >= 0)
			list[n++] = (struct loop_watch){ f->list[i].fd, false, f->list[i].number };
	return n;
}
