/* A key as the program knows it: a code point, or one of the named keys above all code points.
 *
 * Control keys are code points too (^Z is 0x1a); those which terminals cannot tell apart from a
 * named key (^M, ^J, ^I, ^H, ^[) arrive as that key.  What a terminal library calls them stays
 * behind its door. */
#ifndef FAILSCOPE_UI_KEY_H
#define FAILSCOPE_UI_KEY_H

#include <stdint.h>

enum keycode {
	KEYCODE_UP = 0x110000,
	KEYCODE_DOWN,
	KEYCODE_LEFT,
	KEYCODE_RIGHT,
	KEYCODE_PAGE_UP,
	KEYCODE_PAGE_DOWN,
	KEYCODE_HOME,
	KEYCODE_END,
	KEYCODE_ENTER,
	KEYCODE_ESCAPE,
	KEYCODE_TAB,
	KEYCODE_BACKTAB,
	KEYCODE_BACKSPACE,
	KEYCODE_DELETE,
	KEYCODE_INSERT,
	KEYCODE_F1, /* and F2 to F12 right after it */
	KEYCODE_F12 = KEYCODE_F1 + 11,
	KEYCODE_MOUSE, /* first button pressed at x, y */
	KEYCODE_MOUSE_RIGHT,
	KEYCODE_WHEEL_UP,
	KEYCODE_WHEEL_DOWN,
};

struct key {
	uint32_t code; /* below 0x110000 a code point, else enum keycode */
	int x, y;      /* where, for mouse and wheel; 0 otherwise */
};

/* The code of a letter typed with Ctrl held: key_ctrl('z') is ^Z. */
static inline uint32_t key_ctrl(char letter)
{
	return (uint32_t)letter & 0x1f;
}

#endif
