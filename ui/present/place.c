/* The private directory.
 *
 * Who can enter it can hear what is presented, and could pretend to present; so it must be ours, and closed.  It is looked
 * at as it is (lstat): a link that somebody else laid does not lead us away.  In /tmp the sticky bit keeps others from
 * moving it once it is ours. */
#include "ui/present/place.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool place_take(const char *place, char why[PLACE_WHY_LEN])
{
	struct stat at;

	if (mkdir(place, 0700) < 0 && errno != EEXIST) {
		snprintf(why, PLACE_WHY_LEN, "%s: cannot be made: %s", place, strerror(errno));
		return false;
	}
	if (lstat(place, &at) < 0)
		snprintf(why, PLACE_WHY_LEN, "%s: %s", place, strerror(errno));
	else if (!S_ISDIR(at.st_mode))
		snprintf(why, PLACE_WHY_LEN, "%s: this is no directory", place);
	else if (at.st_uid != geteuid())
		snprintf(why, PLACE_WHY_LEN, "%s: this directory is somebody else's", place);
	else if (at.st_mode & 077)
		snprintf(why, PLACE_WHY_LEN, "%s: others can enter this directory (its mode must be 700)", place);
	else
		return true;
	return false;
}

bool place_find(char place[PLACE_LEN], char why[PLACE_WHY_LEN])
{
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	struct stat at;
	int n = PLACE_LEN;

	if (runtime && *runtime == '/' && stat(runtime, &at) == 0 && S_ISDIR(at.st_mode))
		n = snprintf(place, PLACE_LEN, "%s/failscope", runtime);
	if (n >= PLACE_LEN)
		snprintf(place, PLACE_LEN, "/tmp/failscope-%lu", (unsigned long)geteuid());
	return place_take(place, why);
}
