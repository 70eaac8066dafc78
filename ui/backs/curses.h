/* The back end that knows a terminal: canvas -> ncurses, and keys from it.
 *
 * Signal handlers for SIGTSTP, SIGWINCH, SIGINT and SIGTERM must be set before curses_open: those
 * that ncurses sets where it finds none crash the program when it is resized or stopped.  The loop
 * does that. */
#ifndef FAILSCOPE_UI_BACKS_CURSES_H
#define FAILSCOPE_UI_BACKS_CURSES_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/backs/back.h"
#include "ui/canvas.h"
#include "ui/key.h"
#include "ui/theme.h"

/* Opens the screen, or opens it again after curses_close; false with a sentence where TERM is
 * unknown or cannot place a cursor.  What is shown next is drawn in full. */
bool curses_open(char *why, size_t size);

/* Leaves the screen as it was before; curses_open takes it again. */
void curses_close(void);

/* Asks the terminal for its size, and takes it over (at most that of a canvas); what is shown next
 * is drawn in full where it is another. */
void curses_resize(void);

/* The size of the screen. */
void curses_size(int *columns, int *rows);

/* How many colours the terminal has. */
enum depth curses_depth(void);

/* Shows a canvas: what differs from the canvas shown last is sent, and nothing where nothing
 * differs. */
void curses_show(const struct canvas *c, enum theme theme, enum depth depth, enum charset charset);

/* Forgets what is shown: the next canvas is drawn in full, on a cleared screen. */
void curses_clear(void);

/* Takes one key of those that wait; false where there is none. Blocks only to see whether an escape
 * is a key. */
bool curses_key(struct key *out);

#endif
