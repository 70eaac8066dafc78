/* The end of the socket that tells: a dashboard that plays a walkthrough, and up to eight listeners.
 *
 * Nothing here waits.  Each listener has a buffer for one message; whoever reads slowly misses what was told meanwhile
 * and gets the newest next, and whoever does not read at all costs nothing.  What listeners send is not looked at. */
#ifndef FAILSCOPE_UI_PRESENT_TELLER_H
#define FAILSCOPE_UI_PRESENT_TELLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/loop.h"
#include "ui/present/place.h"
#include "ui/present/told.h"

enum { PEER_MAX = 8 };

struct peer {
	int fd; /* -1: none */
	uint32_t number;
	bool behind; /* something newer is to be told when this has gone out */
	size_t length, sent;
	char out[TOLD_BYTES];
};

struct teller {
	int fd; /* -1: closed */
	uint32_t number;
	char path[SOCKET_PATH_LEN];
	struct told told;
	struct peer peers[PEER_MAX];
};

/* Begins to listen in the directory, under a name that has the process in it; false with a sentence where it cannot. */
bool teller_open(struct teller *t, const char *place, char why[PLACE_WHY_LEN]);

/* Ends it: the name is gone, and all listeners are told by the end of their streams. Does nothing where it is closed. */
void teller_close(struct teller *t);

/* Takes new listeners, lets go of those that left, sends what can go. */
void teller_turn(struct teller *t);

/* Tells all of them, where it is something new. */
void teller_tell(struct teller *t, const struct told *told);

/* What is to be watched for it; returns how many. */
int teller_watch(const struct teller *t, struct loop_watch list[LOOP_WATCH_MAX]);

#endif
