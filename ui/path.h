/* Names of files as text: nothing here looks whether there is one. */
#ifndef FAILSCOPE_UI_PATH_H
#define FAILSCOPE_UI_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* Has the path that ending (".svg"), and something before it? */
bool path_ends(const char *path, const char *ending);

/* The name without its folder. */
const char *path_name(const char *path);

/* The name without its folder and without an ending ".ini": what a walkthrough is called. Cut where `size` bytes have no
 * room. Returns `out`. */
const char *path_stem(const char *path, char *out, size_t size);

#endif
