/* Text as the screen takes it: UTF-8 in, code points and cells out.
 *
 * Nothing here asks the locale, so a text takes the same cells on every machine.  What cannot be
 * shown is settled here, once: control characters and invalid bytes become U+FFFD, marks without a
 * width of their own and the characters that turn the direction of writing are dropped. */
#ifndef FAILSCOPE_UI_UTF8_H
#define FAILSCOPE_UI_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xfffd };

/* The code point at the start of the text; returns its bytes, 0 at the end.  An invalid byte gives
 * U+FFFD and counts one byte. */
int utf8_decode(const char *text, uint32_t *rune);

/* Writes the code point and a NUL; returns the bytes before it.  What is no code point is written
 * as U+FFFD. */
int utf8_encode(uint32_t rune, char out[5]);

/* What stands for a code point on the screen: itself, U+FFFD for controls and what is no character,
 * 0 for what is dropped. */
uint32_t utf8_shown(uint32_t rune);

/* The cells of a code point: 0, 1 or 2. */
int utf8_width(uint32_t rune);

/* The cells of a text, as a canvas draws it. */
int utf8_cells(const char *text);

/* How many bytes of a text, at most `most`, go on a line of `columns` cells: up to a blank, inside a word only where it has
 * no line of its own, and at least one character; blanks that the text begins with stay with its first word, and a line
 * feed ends the line.  The line after it begins at `*next`. */
size_t utf8_line(const char *text, int columns, size_t most, size_t *next);

/* How many such lines the whole text is; 0 where there is no column. */
int utf8_lines(const char *text, int columns);

#endif
