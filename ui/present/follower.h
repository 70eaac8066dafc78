/* The end of the socket that follows: `failscope notes` and the dashboards that play.
 *
 * All that live are listened to; the one that counts is the newest that plays the wanted walkthrough.  A new one is
 * noticed by the directory that it appears in.  Sockets of processes that ended without taking leave are removed. */
#ifndef FAILSCOPE_UI_PRESENT_FOLLOWER_H
#define FAILSCOPE_UI_PRESENT_FOLLOWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/loop.h"
#include "ui/present/place.h"
#include "ui/present/told.h"

enum { FOLLOWED_MAX = 8, FOLLOWED_NAME_LEN = 24 };

struct followed {
	int fd; /* -1: none */
	uint32_t number;
	int64_t born_ns; /* when its socket was made */
	char name[FOLLOWED_NAME_LEN];
	size_t length; /* of the line that has come in part */
	char line[TOLD_LINE_LEN];
	bool knows; /* `told` is whole */
	struct told coming, told;
};

struct follower {
	char place[PLACE_LEN];
	int notify; /* tells of new names in the place; -1: then somebody must ask */
	uint32_t number;
	struct followed list[FOLLOWED_MAX];
};

/* Looks into the place, and begins to follow whoever plays there. */
void follower_open(struct follower *f, const char *place);
void follower_close(struct follower *f);

/* Takes what came, without waiting. */
void follower_turn(struct follower *f);

/* Looks for new ones, for where nothing tells of them. */
void follower_look(struct follower *f);

/* What is told by the newest that plays the walkthrough of that name (told_name); NULL where none does. */
const struct told *follower_told(const struct follower *f, const char *name);

/* The same, whatever it plays. */
const struct told *follower_any(const struct follower *f);

/* What is to be watched for it; returns how many. */
int follower_watch(const struct follower *f, struct loop_watch list[LOOP_WATCH_MAX]);

#endif
