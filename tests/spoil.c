/* Texts spoiled at random; see spoil.h. */
#include "tests/spoil.h"

#include <string.h>

uint32_t spoil_random(uint64_t *state, uint32_t bound)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33) % bound;
}

static const char *const ini[] = { "[", "]", "=", "\n", "\r", "/", ".", "none", "standby", "99999999999", "-1", "%", " ", ";",
	"[context X]\n", "[interface X/y]\n", "base = no-preempt\n", "\xff", "\x1b", "\t", "[group 2]\n", "preempt", "msec ",
	"GigabitEthernet0/3", "\xef\xbb\xbf", "10.0.0.1" };
static const char *const json[] = { "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "\\u0000", ",", ":", "\\n", "@", "-1",
	"99999999999", "\"lab\": \"\"", "\"version\": 2", "\xff", "\x1b", "null", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[" };

const struct spoil_pieces spoil_ini = { ini, sizeof ini / sizeof *ini };
const struct spoil_pieces spoil_json = { json, sizeof json / sizeof *json };

size_t spoil_text(char *text, size_t size, const struct spoil_pieces *pieces, uint64_t *state)
{
	size_t at = spoil_random(state, (uint32_t)size + 1), length = spoil_random(state, 40), from;
	const char *piece = pieces->list[spoil_random(state, pieces->count)];

	switch (spoil_random(state, 4)) {
	case 0: /* take out */
		if (length > size - at)
			length = size - at;
		memmove(text + at, text + at + length, size - at - length);
		return size - length;
	case 1: /* put in */
		length = strlen(piece);
		memmove(text + at + length, text + at, size - at);
		memcpy(text + at, piece, length);
		return size + length;
	case 2: /* say again elsewhere */
		from = spoil_random(state, (uint32_t)size + 1);
		if (length > size - from)
			length = size - from;
		memmove(text + at + length, text + at, size - at);
		memmove(text + at, text + (from < at ? from : from + length), length);
		return size + length;
	default: /* change a byte */
		if (at < size)
			text[at] = (char)spoil_random(state, 256);
		return size;
	}
}
