/* PNG, made from SVG by rsvg-convert where that is installed: failscope itself writes no pixels. */
#ifndef FAILSCOPE_UI_BACKS_PNG_H
#define FAILSCOPE_UI_BACKS_PNG_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/backs/back.h"

enum { PNG_WHY_LEN = 200 };

/* Turns a picture into PNG bytes. Returns false, with a sentence in `why`, where rsvg-convert is not there or does not
 * succeed, or where the sink is too small. */
bool png_from_svg(const char *svg, size_t length, struct sink *out, char why[PNG_WHY_LEN]);

#endif
