/* Credentials of a peer, as the kernel noted them when it connected. */
#define _GNU_SOURCE /* for struct ucred */
#include "ui/present/peer.h"

#include <sys/socket.h>
#include <unistd.h>

bool peer_is_ours(int fd)
{
	struct ucred who;
	socklen_t size = sizeof who;

	return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == geteuid();
}
