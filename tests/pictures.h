/* The pictures of the README: one list of what they show; made from it, and held against it. */
#ifndef FAILSCOPE_TESTS_PICTURES_H
#define FAILSCOPE_TESTS_PICTURES_H

#include <stdint.h>

#include "ui/backs/back.h"

struct readme_picture {
	const char *name;  /* of its files in layouts/pictures/: NAME-light.svg, NAME-dark.svg, NAME.txt */
	const char *lab;   /* one that is compiled in */
	const char *story; /* "10 fault power primary; 30 mend all" */
	uint32_t at_ms;    /* since the lab opened */
	int columns, rows;
	const char *cursor; /* what it is on: "ASA2:G1"; NULL: nothing */
};

extern const struct readme_picture pictures[];
extern const int picture_count;

/* The picture of that name, or NULL. */
const struct readme_picture *picture_find(const char *name);

/* The picture in a format and a theme; or in sentences.  Both are good until the next call. */
const char *picture_text(const struct readme_picture *p, const char *format, enum theme theme);
const char *picture_sentences(const struct readme_picture *p);

#endif
