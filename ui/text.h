/* Text that grows in a buffer, piece by piece. */
#ifndef FAILSCOPE_UI_TEXT_H
#define FAILSCOPE_UI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
	char *out;
	size_t size, used; /* bytes of the buffer, and of the text without its NUL */
	bool full;         /* a piece had no room: it and all behind it are left out */
};

/* Begins an empty text in a buffer of one byte at least. */
struct text text_begin(char *out, size_t size);

/* Adds a piece whole, or not at all. */
void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
