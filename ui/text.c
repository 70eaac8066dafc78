/* Growing text; see text.h. */
#include "ui/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

struct text text_begin(char *out, size_t size)
{
	assert(size > 0);
	out[0] = '\0';
	return (struct text){ .out = out, .size = size };
}

void text_add(struct text *t, const char *format, ...)
{
	size_t room = t->size - t->used;
	va_list list;
	int n;

	if (t->full)
		return;
	va_start(list, format);
	n = vsnprintf(t->out + t->used, room, format, list);
	va_end(list);
	t->full = n < 0 || (size_t)n >= room;
	if (t->full)
		t->out[t->used] = '\0';
	else
		t->used += (size_t)n;
}
