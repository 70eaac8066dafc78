/* The directory where dashboards that play a walkthrough are found: private to the user. */
#ifndef FAILSCOPE_UI_PRESENT_PLACE_H
#define FAILSCOPE_UI_PRESENT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum { PLACE_LEN = 80, PLACE_WHY_LEN = 200, SOCKET_PATH_LEN = 108 }; /* of a place; of one with a socket's name behind it */

/* Finds it, and makes it where it is not there: failscope/ in XDG_RUNTIME_DIR, or else /tmp/failscope-UID. False, with a
 * sentence, where it is not a directory of the user's that nobody else can enter. */
bool place_find(char place[PLACE_LEN], char why[PLACE_WHY_LEN]);

/* The same for one that is named: makes it, and checks it. */
bool place_take(const char *place, char why[PLACE_WHY_LEN]);

#endif
