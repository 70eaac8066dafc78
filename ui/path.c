/* Names of files; see path.h. */
#include "ui/path.h"

#include <stdio.h>
#include <string.h>

static const char ini[] = ".ini";

bool path_ends(const char *path, const char *ending)
{
	size_t length = strlen(path), n = strlen(ending);

	return length > n && strcmp(path + length - n, ending) == 0;
}

const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *path_stem(const char *path, char *out, size_t size)
{
	const char *name = path_name(path);
	size_t length = strlen(name) - (path_ends(name, ini) ? sizeof ini - 1 : 0);

	snprintf(out, size, "%.*s", (int)length, name);
	return out;
}
