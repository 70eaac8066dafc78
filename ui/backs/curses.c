/* Canvas -> terminal, by ncurses; the one file that knows it.
 *
 * A copy of the canvas shown last is kept.  A row that is the same as in the copy is not touched;
 * of another, the stretch from the first to the last cell that differs is handed to ncurses, which
 * sends what is needed.  Where no row differs, not a byte is written.  How a meaning looks is asked
 * of the theme once for each look there can be; colour pairs are made when they are first
 * needed.
 *
 * ncurses writes a line at a time, so half a frame could be seen: a frame of more than one row
 * stands between the two marks of synchronized output, which a terminal that does not know them
 * ignores.
 *
 * Keys are read as bytes, and UTF-8 is put together here: so a character that arrives in two pieces
 * is not lost, and the locale does not matter. */
#include "ui/backs/curses.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "ui/utf8.h"

enum {
	ESCAPE_MS = 25,  /* how long after an escape the rest of a key may come */
	PAIRS_MAX = 240, /* fits the terminals that count pairs in a byte */
};

/* How a style with its flags is drawn, once it is known. */
struct paint {
	bool known;
	int pair;
	attr_t attrs;
};

static SCREEN *screen;
static bool default_colors;
static bool knows_sync;

static struct canvas shown;
static bool shown_valid;
static enum theme shown_theme;
static enum depth shown_depth;
static enum charset shown_charset;

static struct paint paints[BACK_LOOKS]; /* by back_look_key */
static struct {
	int fg, bg;
} pairs[PAIRS_MAX];
static int pair_count; /* pair 0 is the terminal's own */

/* Sequences that some terminals send whatever the terminal description says. */
static const struct {
	const char *bytes;
	int key;
} more_keys[] = {
	{ "\033[A", KEY_UP },
	{ "\033[B", KEY_DOWN },
	{ "\033[C", KEY_RIGHT },
	{ "\033[D", KEY_LEFT },
	{ "\033OA", KEY_UP },
	{ "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT },
	{ "\033OD", KEY_LEFT },
	{ "\033[H", KEY_HOME },
	{ "\033[F", KEY_END },
	{ "\033OH", KEY_HOME },
	{ "\033OF", KEY_END },
	{ "\033[1~", KEY_HOME },
	{ "\033[4~", KEY_END },
	{ "\033[Z", KEY_BTAB },
};

/* Codes that are not characters, and what they are called outside. */
static const struct {
	int key;
	uint32_t code;
} key_names[] = {
	{ KEY_UP, KEYCODE_UP },
	{ KEY_DOWN, KEYCODE_DOWN },
	{ KEY_LEFT, KEYCODE_LEFT },
	{ KEY_RIGHT, KEYCODE_RIGHT },
	{ KEY_PPAGE, KEYCODE_PAGE_UP },
	{ KEY_NPAGE, KEYCODE_PAGE_DOWN },
	{ KEY_HOME, KEYCODE_HOME },
	{ KEY_END, KEYCODE_END },
	{ KEY_LL, KEYCODE_END },
	{ KEY_ENTER, KEYCODE_ENTER },
	{ '\r', KEYCODE_ENTER },
	{ '\n', KEYCODE_ENTER },
	{ 0x1b, KEYCODE_ESCAPE },
	{ '\t', KEYCODE_TAB },
	{ KEY_BTAB, KEYCODE_BACKTAB },
	{ KEY_BACKSPACE, KEYCODE_BACKSPACE },
	{ '\b', KEYCODE_BACKSPACE },
	{ 0x7f, KEYCODE_BACKSPACE },
	{ KEY_DC, KEYCODE_DELETE },
	{ KEY_IC, KEYCODE_INSERT },
};

/* Has ncurses take the terminal; false, with nothing taken, where it cannot be drawn on. */
static bool take(char *why, size_t size)
{
	const char *name = getenv("TERM");
	const char *place;

	screen = newterm(NULL, stdout, stdin);
	if (!screen) {
		if (name && *name)
			snprintf(
			    why, size, "the terminal type '%.60s' (TERM) is not known here", name);
		else
			snprintf(
			    why, size, "TERM is not set: the type of the terminal is not known");
		return false;
	}
	place = tigetstr("cup");
	if (!place || place == (const char *)-1) {
		snprintf(
		    why, size, "a terminal of type '%.60s' (TERM) cannot place its cursor", name);
		endwin();
		delscreen(screen);
		screen = NULL;
		return false;
	}
	knows_sync = strncmp(place, "\033[", 2) == 0;
	return true;
}

/* Keys come raw, one by one, mouse buttons as soon as they are pressed; ^C and ^Z are keys too. */
static void set_input(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	typeahead(-1);
	mouseinterval(0);
	mousemask(BUTTON1_PRESSED | BUTTON3_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	for (size_t i = 0; i < sizeof more_keys / sizeof *more_keys; i++)
		define_key(more_keys[i].bytes, more_keys[i].key);
}

bool curses_open(char *why, size_t size)
{
	if (!screen) {
		set_escdelay(ESCAPE_MS);
		if (!take(why, size))
			return false;
		set_input();
		curs_set(0);
		if (has_colors() && start_color() == OK)
			default_colors = use_default_colors() == OK;
	} else {
		/* The settings go first: keypad and mouse come back with the next refresh. */
		reset_prog_mode();
	}
	curses_clear();
	curses_resize();
	return true;
}

void curses_close(void)
{
	if (screen && !isendwin())
		endwin();
}

void curses_resize(void)
{
	struct winsize size;
	int columns, rows;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0 || size.ws_row == 0)
		return;
	columns = size.ws_col < CANVAS_COLUMNS_MAX ? size.ws_col : CANVAS_COLUMNS_MAX;
	rows = size.ws_row < CANVAS_ROWS_MAX ? size.ws_row : CANVAS_ROWS_MAX;
	if (is_term_resized(rows, columns))
		resizeterm(rows, columns);
	/* A terminal may have wrapped or cut its lines even if it came back to the size it had. */
	curses_clear();
}

void curses_size(int *columns, int *rows)
{
	*columns = COLS < CANVAS_COLUMNS_MAX ? COLS : CANVAS_COLUMNS_MAX;
	*rows = LINES < CANVAS_ROWS_MAX ? LINES : CANVAS_ROWS_MAX;
}

enum depth curses_depth(void)
{
	if (!has_colors())
		return DEPTH_MONO;
	if (COLORS >= 1 << 24)
		return DEPTH_RGB; /* a description with direct colour: numbers are rgb there */
	if (COLORS >= 256)
		return DEPTH_256;
	return COLORS >= 16 ? DEPTH_16 : COLORS >= 8 ? DEPTH_8 : DEPTH_MONO;
}

void curses_clear(void)
{
	shown_valid = false;
}

/* The pair of two colours, made if it is new; the terminal's own where there is no more room. */
static int pair_of(int fg, int bg)
{
	int most = COLOR_PAIRS - 1 < PAIRS_MAX ? COLOR_PAIRS - 1 : PAIRS_MAX;

	if (!default_colors) {
		fg = fg < 0 ? COLOR_WHITE : fg;
		bg = bg < 0 ? COLOR_BLACK : bg;
	} else if (fg < 0 && bg < 0) {
		return 0;
	}
	for (int i = 0; i < pair_count; i++)
		if (pairs[i].fg == fg && pairs[i].bg == bg)
			return i + 1;
	if (pair_count >= most || init_extended_pair(pair_count + 1, fg, bg) != OK)
		return 0;
	pairs[pair_count].fg = fg;
	pairs[pair_count].bg = bg;
	return ++pair_count;
}

/* How a cell is drawn. */
static const struct paint *paint_of(const struct cell *cell)
{
	struct paint *paint = &paints[back_look_key(cell)];
	struct look look;

	if (paint->known)
		return paint;
	look = back_look(cell, shown_theme, shown_depth);
	paint->known = true;
	paint->pair = shown_depth == DEPTH_MONO ? 0 : pair_of(look.fg, look.bg);
	paint->attrs = (look.attrs & ATTR_BOLD ? A_BOLD : 0) | (look.attrs & ATTR_DIM ? A_DIM : 0) |
		       (look.attrs & ATTR_REVERSE ? A_REVERSE : 0) |
		       (look.attrs & ATTR_UNDERLINE ? A_UNDERLINE : 0);
	return paint;
}

/* The character of a cell as ncurses wants it.  Where the C library takes it for wider than the
 * cell, or knows no such character, a question mark stands for it, so that no column shifts. */
static wchar_t character_of(const struct cell *cell, enum charset charset)
{
	char glyph[5];
	uint32_t rune;

	if (cell->flags & CELL_TAIL || back_glyph(cell, charset, glyph) == 0)
		return L' ';
	utf8_decode(glyph, &rune);
	if (rune >= 0x20 && rune < 0x7f)
		return (wchar_t)rune;
	return wcwidth((wchar_t)rune) < 1 || wcwidth((wchar_t)rune) > cell->width ? L'?'
										  : (wchar_t)rune;
}

/* Hands one stretch of a row to ncurses; the right half of a wide character comes with its left
 * one. */
static void put_stretch(const struct cell *row, int y, int first, int last)
{
	static cchar_t out[CANVAS_COLUMNS_MAX];
	int n = 0, covered = first;

	for (int x = first; x <= last; x++) {
		const struct paint *paint;
		wchar_t text[2] = { 0, 0 };

		if (x < covered)
			continue;
		paint = paint_of(&row[x]);
		text[0] = character_of(&row[x], shown_charset);
		setcchar(&out[n++], text, paint->attrs, 0, &paint->pair);
		covered = x + wcwidth(text[0]);
	}
	mvadd_wchnstr(y, first, out, n);
}

/* Are two cells the same to the eye? */
static bool same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Brings one row up to date; false where it was. */
static bool put_row(const struct cell *row, int y, int columns)
{
	struct cell *old = &shown.cells[y * shown.columns];
	int first = 0, last = shown.columns - 1;

	while (first <= last && same(&row[first], &old[first]))
		first++;
	if (first > last)
		return false;
	while (same(&row[last], &old[last]))
		last--;
	if (first < columns) {
		if (first > 0 && (row[first].flags | old[first].flags) & CELL_TAIL)
			first--;
		put_stretch(row, y, first, last < columns ? last : columns - 1);
	}
	memcpy(old, row, (size_t)shown.columns * sizeof *row);
	return true;
}

/* Begins anew where nothing of what is shown can be kept: another size, another look, or an unknown
 * screen. */
static void begin_anew(
    const struct canvas *c, enum theme theme, enum depth depth, enum charset charset)
{
	if (theme != shown_theme || depth != shown_depth)
		memset(paints, 0, sizeof paints);
	shown_valid = true;
	shown_theme = theme;
	shown_depth = depth;
	shown_charset = charset;
	shown.columns = c->columns;
	shown.rows = c->rows;
	/* No cell of a canvas looks like this, so that every row differs. */
	memset(shown.cells, 0xff, (size_t)c->columns * (size_t)c->rows * sizeof *shown.cells);
	clear();
}

enum { SYNC_ROWS = 4 }; /* fewer changed rows than this are sent as they are */

/* Has ncurses send what changed, as one picture where it is more than a few rows. */
static void send(int changed)
{
	static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
	bool sync = knows_sync && changed > SYNC_ROWS;
	ssize_t written = 0;

	if (sync)
		written = write(STDOUT_FILENO, begin, sizeof begin - 1);
	refresh();
	if (sync)
		written = write(STDOUT_FILENO, end, sizeof end - 1);
	(void)written; /* a terminal that is gone is noticed where keys are read */
}

/* The depth to draw at, where this one is wished for; with direct colour there are no indices
 * above 7. */
static enum depth usable(enum depth depth)
{
	enum depth most = curses_depth();

	if (depth > most || (most == DEPTH_RGB && depth > DEPTH_8))
		return most;
	return depth;
}

void curses_show(const struct canvas *c, enum theme theme, enum depth depth, enum charset charset)
{
	int columns, rows, changed = 0;
	bool anew;

	if (!screen)
		return;
	depth = usable(depth);
	anew = !shown_valid || c->columns != shown.columns || c->rows != shown.rows ||
	       theme != shown_theme || depth != shown_depth || charset != shown_charset;
	if (anew)
		begin_anew(c, theme, depth, charset);
	curses_size(&columns, &rows);
	for (int y = 0; y < c->rows; y++)
		changed += put_row(&c->cells[y * c->columns], y, y < rows ? columns : 0);
	if (changed || anew)
		send(changed);
}

/* A mouse event as a key; false for one that means nothing, as a button let go. */
static bool take_mouse(struct key *out)
{
	static const struct {
		mmask_t state;
		uint32_t code;
	} buttons[] = {
		{ BUTTON1_PRESSED, KEYCODE_MOUSE },
		{ BUTTON3_PRESSED, KEYCODE_MOUSE_RIGHT },
		{ BUTTON4_PRESSED, KEYCODE_WHEEL_UP },
		{ BUTTON5_PRESSED, KEYCODE_WHEEL_DOWN },
	};
	MEVENT event;

	if (getmouse(&event) != OK)
		return false;
	for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
		if (event.bstate & buttons[i].state) {
			*out = (struct key){ buttons[i].code, event.x, event.y };
			return true;
		}
	return false;
}

/* One more byte that is not ASCII: true when a character is complete with it. */
static bool take_byte(int byte, struct key *out)
{
	static char held[5];
	static int count, needed;

	if ((byte & 0xc0) != 0x80) {
		count = 0;
		needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
	} else if (count == 0) {
		return false;
	}
	held[count++] = (char)byte;
	if (count < needed)
		return false;
	held[count] = '\0';
	count = 0;
	return utf8_decode(held, &out->code) == needed;
}

/* The name of what ncurses calls `c`: a key of ours, a code point, or 0 where it is neither. */
static uint32_t code_of(int c)
{
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
		if (key_names[i].key == c)
			return key_names[i].code;
	if (c >= KEY_F(1) && c <= KEY_F(12))
		return (uint32_t)(KEYCODE_F1 + (c - KEY_F(1)));
	return c < 0x80 ? (uint32_t)c : 0;
}

bool curses_key(struct key *out)
{
	int c;

	while ((c = getch()) != ERR) {
		*out = (struct key){ .code = code_of(c) };
		if (out->code || c == 0)
			return true;
		if (c == KEY_MOUSE && take_mouse(out))
			return true;
		if (c < 0x100 && take_byte(c, out))
			return true;
		/* What is left is no key of ours: a resize, which the loop has seen, or a key
		 * without a name. */
	}
	return false;
}
