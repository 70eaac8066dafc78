/* A small terminal for tests: a state machine over bytes, and a table of what each final byte of
 * CSI does. */
#include "tests/vt.h"

#include <stdio.h>
#include <string.h>

#include "ui/utf8.h"

/* A value pushed into a range. */
static int clamp(int n, int least, int most)
{
	return n > most ? most < least ? least : most : n < least ? least : n;
}

/* Blanks in one row, from x to before `end`. */
static void blank(struct vt *v, int y, int x, int end)
{
	for (; x < end && x < VT_COLUMNS_MAX; x++)
		v->cells[y][x] = ' ';
}

/* Blanks everywhere. */
static void blank_all(struct vt *v)
{
	for (int y = 0; y < VT_ROWS_MAX; y++)
		blank(v, y, 0, VT_COLUMNS_MAX);
}

void vt_init(struct vt *v, int columns, int rows)
{
	memset(v, 0, sizeof *v);
	blank_all(v);
	vt_resize(v, columns, rows);
}

void vt_resize(struct vt *v, int columns, int rows)
{
	v->columns = clamp(columns, 1, VT_COLUMNS_MAX);
	v->rows = clamp(rows, 1, VT_ROWS_MAX);
	v->top = 0;
	v->bottom = v->rows - 1;
	v->x = clamp(v->x, 0, v->columns - 1);
	v->y = clamp(v->y, 0, v->rows - 1);
	v->wrap = false;
}

/* Moves the rows top to bottom by n, up where n is above 0, and blanks what comes free. */
static void scroll(struct vt *v, int top, int bottom, int n)
{
	int height = bottom - top + 1, moved = height - (n < 0 ? -n : n);

	if (height <= 0)
		return;
	if (moved > 0)
		memmove(v->cells[n > 0 ? top : top - n], v->cells[n > 0 ? top + n : top],
		    (size_t)moved * sizeof v->cells[0]);
	for (int y = 0; y < height; y++)
		if (n > 0 ? y >= moved : y < -n)
			blank(v, top + y, 0, VT_COLUMNS_MAX);
}

/* Goes to a place, as far as the screen reaches. */
static void go(struct vt *v, int x, int y)
{
	v->x = clamp(x, 0, v->columns - 1);
	v->y = clamp(y, 0, v->rows - 1);
	v->wrap = false;
}

/* One row down; at the end of the scroll region the rows go up. */
static void line_feed(struct vt *v)
{
	if (v->y == v->bottom)
		scroll(v, v->top, v->bottom, 1);
	else if (v->y < v->rows - 1)
		v->y++;
}

/* Writes one character where the cursor is; the right half of a wide one is 0. */
static void put(struct vt *v, uint32_t rune)
{
	int width = utf8_width(rune);

	if (width < 1)
		return;
	if (v->wrap || v->x + width > v->columns) {
		v->x = 0;
		v->wrap = false;
		line_feed(v);
	}
	v->cells[v->y][v->x] = rune;
	if (width == 2)
		v->cells[v->y][v->x + 1] = 0;
	v->wrap = v->x + width == v->columns;
	v->x = clamp(v->x + width, 0, v->columns - 1);
	v->last = rune;
}

/* Keeps the first sequence that is not known here. */
static void note_wrong(struct vt *v, const char *what, char final)
{
	if (!v->wrong[0])
		snprintf(v->wrong, sizeof v->wrong, "%s %.1s %d %c", what, &v->mark,
		    v->arguments[0], final);
}

/* DECSET and DECRST: what a program has to leave as it was is noted. */
static void set_mode(struct vt *v, int mode, bool on)
{
	static const struct {
		int number;
		unsigned mode;
	} known[] = { { 1049, VT_ALTERNATE }, { 47, VT_ALTERNATE }, { 25, VT_HIDDEN_CURSOR },
		{ 1000, VT_MOUSE }, { 1002, VT_MOUSE }, { 1003, VT_MOUSE }, { 2026, VT_SYNC },
		{ 1, VT_KEYPAD } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].number != mode)
			continue;
		if (known[i].mode == VT_ALTERNATE && on != !!(v->modes & VT_ALTERNATE))
			blank_all(v);
		if (on == (known[i].mode != VT_HIDDEN_CURSOR))
			v->modes |= known[i].mode;
		else
			v->modes &= ~known[i].mode;
	}
}

/* ED: from the cursor, to the cursor, or all. */
static void erase_screen(struct vt *v, int how)
{
	for (int y = 0; y < v->rows; y++)
		if (how >= 2 || (how == 0 && y > v->y) || (how == 1 && y < v->y))
			blank(v, y, 0, VT_COLUMNS_MAX);
	if (how == 0)
		blank(v, v->y, v->x, VT_COLUMNS_MAX);
	if (how == 1)
		blank(v, v->y, 0, v->x + 1);
}

/* ICH and DCH: moves what is right of the cursor by n, to the right where n is above 0. */
static void shift(struct vt *v, int n)
{
	uint32_t *row = v->cells[v->y];
	int room = v->columns - v->x, by = clamp(n < 0 ? -n : n, 0, room), kept = room - by;

	if (n > 0) {
		memmove(&row[v->x + by], &row[v->x], (size_t)kept * sizeof *row);
		blank(v, v->y, v->x, v->x + by);
	} else {
		memmove(&row[v->x], &row[v->x + by], (size_t)kept * sizeof *row);
		blank(v, v->y, v->x + kept, v->columns);
	}
}

/* DECSTBM: where line feeds scroll. */
static void set_region(struct vt *v)
{
	v->top = clamp(v->arguments[0] - 1, 0, v->rows - 1);
	v->bottom = v->count > 1 && v->arguments[1]
			? clamp(v->arguments[1] - 1, v->top, v->rows - 1)
			: v->rows - 1;
	go(v, 0, 0);
}

/* One control sequence, at its final byte. */
static void run_csi(struct vt *v, char final)
{
	int first = v->arguments[0], n = first ? first : 1,
	    second = v->count > 1 ? v->arguments[1] : 0;

	if (v->mark) {
		for (int i = 0; i < v->count && v->mark == '?'; i++)
			set_mode(v, v->arguments[i], final == 'h');
		return;
	}
	/* clang-format off */
	switch (final) {
	case 'A': go(v, v->x, v->y - n); break;
	case 'B': go(v, v->x, v->y + n); break;
	case 'C': go(v, v->x + n, v->y); break;
	case 'D': go(v, v->x - n, v->y); break;
	case 'G': go(v, n - 1, v->y); break;
	case 'd': go(v, v->x, n - 1); break;
	case 'H': case 'f': go(v, (second ? second : 1) - 1, n - 1); break;
	case 'J': erase_screen(v, first); break;
	case 'K': blank(v, v->y, first ? 0 : v->x, first == 1 ? v->x + 1 : VT_COLUMNS_MAX); break;
	case 'L': scroll(v, v->y, v->bottom, -clamp(n, 1, v->bottom - v->y + 1)); break;
	case 'M': scroll(v, v->y, v->bottom, clamp(n, 1, v->bottom - v->y + 1)); break;
	case 'S': scroll(v, v->top, v->bottom, clamp(n, 1, v->bottom - v->top + 1)); break;
	case 'T': scroll(v, v->top, v->bottom, -clamp(n, 1, v->bottom - v->top + 1)); break;
	case 'P': shift(v, -n); break;
	case '@': shift(v, n); break;
	case 'X': blank(v, v->y, v->x, clamp(v->x + n, 0, v->columns)); break;
	case 'b': for (; n > 0; n--) put(v, v->last); break;
	case 'I': go(v, (v->x / 8 + n) * 8, v->y); break;
	case 'Z': go(v, ((v->x + 7) / 8 - n) * 8, v->y); break;
	case 'r': set_region(v); break;
	case 'm': case 't': case 'l': case 'h': break;
	default: note_wrong(v, "CSI", final); break;
	}
	/* clang-format on */
}

/* One byte after ESC. */
static void run_escape(struct vt *v, char c)
{
	v->state = VT_GROUND;
	/* clang-format off */
	switch (c) {
	case '[':
		v->state = VT_CSI;
		memset(v->arguments, 0, sizeof v->arguments);
		v->count = 1;
		v->mark = 0;
		break;
	case ']': v->state = VT_OSC; break;
	case '(': case ')': v->state = VT_SKIP; break;
	case 'M':
		if (v->y == v->top)
			scroll(v, v->top, v->bottom, -1);
		else
			go(v, v->x, v->y - 1);
		break;
	case '=': case '>': case '7': case '8': case '\\': break;
	default: note_wrong(v, "ESC", c); break;
	}
	/* clang-format on */
}

/* One byte of a control sequence. */
static void take_csi(struct vt *v, char c)
{
	if (c >= '0' && c <= '9')
		v->arguments[v->count - 1] =
		    clamp(v->arguments[v->count - 1], 0, 9999) * 10 + (c - '0');
	else if (c == ';' && v->count < VT_ARGUMENTS)
		v->count++;
	else if (c == '?' || c == '>' || c == '!')
		v->mark = c;
	else if (c >= '@') {
		v->state = VT_GROUND;
		run_csi(v, c);
	}
}

/* One byte that is neither part of a sequence nor the start of one. */
static void take_ground(struct vt *v, unsigned char c)
{
	if (c >= 0xc0) {
		v->rune_more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
		v->rune = c & (0x3fu >> v->rune_more);
	} else if (c >= 0x80) {
		v->rune = v->rune << 6 | (c & 0x3f);
		if (--v->rune_more == 0)
			put(v, v->rune);
	} else if (c >= 0x20) {
		put(v, c);
	} else if (c == '\n') {
		line_feed(v);
	} else if (c == '\r') {
		go(v, 0, v->y);
	} else if (c == '\b') {
		go(v, v->x - 1, v->y);
	} else if (c == '\t') {
		go(v, (v->x / 8 + 1) * 8, v->y);
	}
}

void vt_feed(struct vt *v, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char c = bytes[i];

		if (c == '\033')
			v->state = VT_ESCAPE;
		else if (v->state == VT_ESCAPE)
			run_escape(v, c);
		else if (v->state == VT_CSI)
			take_csi(v, c);
		else if (v->state == VT_GROUND)
			take_ground(v, (unsigned char)c);
		else if (v->state == VT_SKIP || c == '\a')
			v->state = VT_GROUND;
	}
}

size_t vt_row(const struct vt *v, int y, char *out, size_t size)
{
	size_t length = 0, kept = 0;

	for (int x = 0; x < v->columns && length + 5 < size; x++) {
		if (!v->cells[y][x])
			continue;
		length += (size_t)utf8_encode(v->cells[y][x], out + length);
		if (v->cells[y][x] != ' ')
			kept = length;
	}
	out[kept] = '\0';
	return kept;
}

bool vt_has(const struct vt *v, const char *text)
{
	static char row[4 * VT_COLUMNS_MAX + 8];

	for (int y = 0; y < v->rows; y++) {
		vt_row(v, y, row, sizeof row);
		if (strstr(row, text))
			return true;
	}
	return false;
}

uint64_t vt_hash(const struct vt *v)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (int y = 0; y < v->rows; y++)
		for (int x = 0; x < v->columns; x++)
			hash = (hash ^ v->cells[y][x]) * 0x100000001b3;
	return hash;
}
