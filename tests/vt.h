/* A terminal as far as tests need one: bytes in, characters on a grid out.
 *
 * Reads what ncurses sends for TERM=xterm-256color.  Colours are skipped; there is one grid only,
 * emptied when the alternate screen is entered or left. */
#ifndef FAILSCOPE_TESTS_VT_H
#define FAILSCOPE_TESTS_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VT_COLUMNS_MAX = 1000, VT_ROWS_MAX = 1000, VT_ARGUMENTS = 16, VT_WRONG_TEXT = 40 };

/* What a program switches on and has to switch off again. */
enum vt_mode {
	VT_ALTERNATE = 1,
	VT_HIDDEN_CURSOR = 2,
	VT_MOUSE = 4,
	VT_SYNC = 8,
	VT_KEYPAD = 16,
};

struct vt {
	int columns, rows, x, y;
	int top, bottom; /* scroll region, both included */
	bool wrap;       /* the last column was written: the next character begins a line */
	unsigned modes;  /* enum vt_mode */
	uint32_t last;   /* what REP repeats */

	enum { VT_GROUND, VT_ESCAPE, VT_CSI, VT_OSC, VT_SKIP } state;
	int arguments[VT_ARGUMENTS], count;
	char mark; /* '?' or '>' after CSI */
	uint32_t rune;
	int rune_more;

	char wrong[VT_WRONG_TEXT]; /* the first sequence that was not understood */
	uint32_t cells[VT_ROWS_MAX][VT_COLUMNS_MAX];
};

/* An empty screen of this size. */
void vt_init(struct vt *v, int columns, int rows);

/* Another size; what fits is kept. */
void vt_resize(struct vt *v, int columns, int rows);

/* Takes the bytes a program wrote. */
void vt_feed(struct vt *v, const char *bytes, size_t n);

/* One row as UTF-8, without blanks at its end; returns its length. `out` holds 4 bytes a column and
 * one. */
size_t vt_row(const struct vt *v, int y, char *out, size_t size);

/* Does a row have this text? */
bool vt_has(const struct vt *v, const char *text);

/* A number that is the same for the same screen. */
uint64_t vt_hash(const struct vt *v);

#endif
