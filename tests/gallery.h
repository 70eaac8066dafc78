/* Screens of tests as pictures, for tests that look at pictures: written where GALLERY in the environment names a
 * directory, and only then. */
#ifndef FAILSCOPE_TESTS_GALLERY_H
#define FAILSCOPE_TESTS_GALLERY_H

#include "ui/canvas.h"

/* Writes a canvas in every theme and character set: NAME-THEME-utf8.svg, and beside it as .txt what stands in it. */
void gallery_add(const char *name, const struct canvas *canvas);

#endif
