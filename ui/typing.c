/* A line that is typed; see typing.h. */
#include "ui/typing.h"

#include <string.h>

#include "ui/key.h"
#include "ui/utf8.h"

bool typing_add(char *text, size_t size, uint32_t code)
{
	size_t used = strlen(text);
	char bytes[5];

	if (code < 0x20 || code >= KEYCODE_UP || utf8_shown(code) != code)
		return false;
	if (used + (size_t)utf8_encode(code, bytes) >= size)
		return false;
	strcpy(text + used, bytes);
	return true;
}

void typing_erase(char *text)
{
	size_t n = strlen(text);

	while (n > 0 && ((unsigned char)text[--n] & 0xc0) == 0x80)
		;
	text[n] = '\0';
}
