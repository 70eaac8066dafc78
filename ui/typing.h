/* A line that is typed: characters are added at its end and taken off there. */
#ifndef FAILSCOPE_UI_TYPING_H
#define FAILSCOPE_UI_TYPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Adds the character of a key code; false where it is none that can be typed, or where it does not fit `size` bytes. */
bool typing_add(char *text, size_t size, uint32_t code);

/* Takes off the last character. */
void typing_erase(char *text);

#endif
