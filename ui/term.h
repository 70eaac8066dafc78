/* Takes the terminal and gives it back: one pair of functions for start and exit, stop and resume,
 * and a crash. */
#ifndef FAILSCOPE_UI_TERM_H
#define FAILSCOPE_UI_TERM_H

#include <stdbool.h>
#include <stddef.h>

/* Takes the terminal, for the first time or again: notes its settings, sets what to do in a crash,
 * and opens the screen.  False, with a sentence in `why`, where there is no terminal that can be
 * drawn on. */
bool term_open(char *why, size_t size);

/* Gives the terminal back as it was found; nothing happens where it is not ours.  Also called at
 * exit. */
void term_close(void);

/* Is the terminal ours? */
bool term_is_open(void);

/* Gives the terminal back and dies of a signal, so that the caller sees 128 and its number. */
_Noreturn void term_die_of(int number);

#endif
