/* The canvas and its text: what is drawn stays inside, lines join, wide characters are never
 * halved, and nothing in a text is obeyed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <string.h>

#include "ui/backs/back.h"
#include "ui/canvas.h"
#include "ui/utf8.h"

static struct canvas canvas, other;
static char drawn[1 << 16];

/* The canvas as plain text. */
static const char *text_of(const struct canvas *c)
{
	struct sink sink = { drawn, sizeof drawn - 1, 0 };

	back_emit_text(c, THEME_DARK, CHARSET_UTF8, NULL, &sink);
	assert_true(sink.length < sizeof drawn);
	drawn[sink.length] = '\0';
	return drawn;
}

/* An empty canvas as an area. */
static struct area blank(int columns, int rows)
{
	canvas_reset(&canvas, columns, rows);
	return canvas_area(&canvas);
}

/* What is drawn must be `text`. */
static void assert_drawn(const char *text)
{
	assert_string_equal(text_of(&canvas), text);
}

/* Draws everything there is, over and beyond the borders of an area. */
static void draw_everything(struct area a)
{
	for (int at = -3; at < 9; at += 2) {
		area_text(a, at, at, STYLE_G1, "wide 漢字 and \xff\033[2J long long long");
		area_print(a, at, -at, STYLE_G2, "%d 漢", at);
		area_text_right(a, at, at, STYLE_KEY, "漢字 right");
		area_text_center(a, at, 5, at, STYLE_KEY, "漢字 middle");
		area_repeat(a, at, 1, 30, STYLE_LINK, U'漢');
		area_across(a, at, 99, at, WEIGHT_DOUBLE, STYLE_LINK);
		area_down(a, at, 99, at, WEIGHT_HEAVY, STYLE_LINK);
		area_stub(a, at, at, LINE_UP, WEIGHT_LIGHT, STYLE_LINK);
		area_frame(a, at, at, 6, 4, WEIGHT_LIGHT, STYLE_FRAME);
		area_clear(a, at, at, 2, -1, STYLE_TITLE);
		area_clear(a, at, at, 2, 2, STYLE_TITLE);
		area_restyle(a, at, at, 99, 2, STYLE_WARN);
		area_flag(a, at, at, 3, 99, CELL_CURSOR | CELL_TAIL);
	}
}

/* Every wide character of the canvas has both its halves, and no half is alone. */
static void assert_wide_whole(const struct canvas *c)
{
	for (int y = 0; y < c->rows; y++) {
		for (int x = 0; x < c->columns; x++) {
			const struct cell *cell = canvas_at(c, x, y),
					  *next = canvas_at(c, x + 1, y);

			assert_in_range(cell->width, 0, 2);
			assert_int_equal(cell->width == 0, (cell->flags & CELL_TAIL) != 0);
			if (cell->width == 2)
				assert_true(next != NULL && next->flags & CELL_TAIL);
			else if (next != NULL)
				assert_false(next->flags & CELL_TAIL);
		}
	}
}

/* Drawing beyond the borders changes nothing outside the area, at every size from 0x0 up. */
static void nothing_is_drawn_outside_an_area(void **state)
{
	(void)state;
	for (int w = 0; w < 9; w++) {
		for (int h = 0; h < 7; h++) {
			struct area all = blank(12, 10), part = area_part(all, 2, 2, w, h);

			area_repeat(all, 0, 0, 12, STYLE_PLAIN, '#');
			memcpy(&other, &canvas, sizeof canvas);
			draw_everything(part);
			assert_wide_whole(&canvas);
			for (int i = 0; i < 120; i++) {
				int x = i % 12 - 2, y = i / 12 - 2;

				if (x < 0 || y < 0 || x >= w || y >= h)
					assert_memory_equal(&canvas.cells[i], &other.cells[i], 8);
			}
		}
	}
}

/* The same on whole canvases, where the neighbour would be another row or no memory of ours. */
static void every_size_of_canvas_can_be_drawn_on(void **state)
{
	(void)state;
	for (int w = -1; w < 9; w++) {
		for (int h = -1; h < 7; h++) {
			struct area a = blank(w, h);
			size_t used = (size_t)canvas.columns * (size_t)canvas.rows;

			memset(&canvas.cells[used], 0xee, sizeof *canvas.cells);
			draw_everything(a);
			assert_wide_whole(&canvas);
			assert_int_equal(canvas.cells[used].rune, 0xeeeeeeee);
		}
	}
}

/* The largest coordinates are clipped like any other. */
static void extreme_coordinates_are_clipped(void **state)
{
	struct area a = blank(4, 2), part;

	(void)state;
	area_text(a, INT_MAX, INT_MAX, STYLE_PLAIN, "漢a");
	area_text(a, INT_MIN, INT_MIN, STYLE_PLAIN, "漢a");
	area_text_right(a, INT_MIN, 0, STYLE_PLAIN, "漢a");
	area_text_center(a, INT_MIN, INT_MAX, 0, STYLE_PLAIN, "漢a");
	area_repeat(a, INT_MAX, 0, INT_MAX, STYLE_PLAIN, U'漢');
	area_frame(a, INT_MIN, INT_MIN, INT_MAX, INT_MAX, WEIGHT_LIGHT, STYLE_PLAIN);
	area_clear(a, INT_MAX, 0, INT_MAX, INT_MAX, STYLE_PLAIN);
	assert_drawn("\n\n");
	area_repeat(a, INT_MIN + 1, 1, INT_MAX, STYLE_PLAIN, 'x');
	area_across(a, INT_MAX, INT_MIN, 0, WEIGHT_LIGHT, STYLE_PLAIN);
	assert_drawn("────\n\n");
	part = area_part(a, INT_MIN, INT_MIN, INT_MAX, INT_MAX);
	assert_int_equal(part.rect.w, 0);
	area_frame(a, 2, 0, INT_MAX, INT_MAX, WEIGHT_LIGHT, STYLE_PLAIN);
	assert_drawn("──┬─\n  │\n");
}

/* A part of a part counts from its own corner and stays in both. */
static void a_part_of_a_part_is_clipped_by_both(void **state)
{
	struct area a = blank(8, 3), part = area_part(a, 2, 1, 4, 9);

	(void)state;
	assert_int_equal(part.rect.h, 2);
	part = area_part(part, 1, 0, 100, 1);
	assert_int_equal(part.rect.x, 3);
	assert_int_equal(part.rect.w, 3);
	area_text(part, 0, 0, STYLE_PLAIN, "abcdef");
	assert_drawn("\n   abc\n\n");
	part = area_part(a, -2, 0, 4, 1);
	assert_int_equal(part.rect.x, 0);
	assert_int_equal(part.rect.w, 2);
}

/* A reset empties what is used, takes sizes as they come, and touches no more than that. */
static void a_reset_empties_only_what_is_used(void **state)
{
	(void)state;
	canvas_reset(&canvas, 5, 5);
	area_text(canvas_area(&canvas), 0, 4, STYLE_G1, "here");
	canvas_reset(&canvas, 2, 2);
	assert_int_equal(canvas.cells[4].width, 1);
	assert_int_equal(canvas.cells[20].rune, 'h');
	canvas_reset(&canvas, -7, 100000);
	assert_int_equal(canvas.columns, 0);
	assert_int_equal(canvas.rows, CANVAS_ROWS_MAX);
	assert_null(canvas_at(&canvas, 0, 0));
}

/* Two canvases are equal when all that can be seen is. */
static void equal_canvases_are_equal_cell_for_cell(void **state)
{
	(void)state;
	area_text(blank(4, 2), 0, 0, STYLE_G1, "same");
	canvas_reset(&other, 4, 2);
	assert_false(canvas_equal(&canvas, &other));
	area_text(canvas_area(&other), 0, 0, STYLE_G1, "same");
	assert_true(canvas_equal(&canvas, &other));
	area_flag(canvas_area(&other), 3, 0, 1, 1, CELL_CHANGED);
	assert_false(canvas_equal(&canvas, &other));
	canvas_reset(&other, 2, 4);
	assert_false(canvas_equal(&canvas, &other));
}

/* Frames that share a side share its junctions, in each weight. */
static void lines_that_meet_become_junctions(void **state)
{
	struct area a = blank(9, 5);

	(void)state;
	area_frame(a, 0, 0, 5, 3, WEIGHT_LIGHT, STYLE_FRAME);
	area_frame(a, 4, 0, 5, 3, WEIGHT_LIGHT, STYLE_FRAME);
	area_frame(a, 0, 2, 9, 3, WEIGHT_LIGHT, STYLE_FRAME);
	assert_drawn("┌───┬───┐\n│   │   │\n├───┴───┤\n│       │\n└───────┘\n");
	a = blank(7, 5);
	area_frame(a, 0, 0, 7, 5, WEIGHT_DOUBLE, STYLE_FRAME);
	area_across(a, 0, 6, 2, WEIGHT_LIGHT, STYLE_FRAME);
	area_down(a, 3, 4, 0, WEIGHT_LIGHT, STYLE_FRAME);
	assert_drawn("╔══╤══╗\n║  │  ║\n╟──┼──╢\n║  │  ║\n╚══╧══╝\n");
	a = blank(5, 3);
	area_frame(a, 0, 0, 5, 3, WEIGHT_HEAVY, STYLE_FRAME);
	area_down(a, 2, 0, 2, WEIGHT_LIGHT, STYLE_FRAME);
	area_across(a, 4, 0, 1, WEIGHT_DOUBLE, STYLE_FRAME);
	assert_drawn("┏━┯━┓\n┣═╪═┫\n┗━┷━┛\n");
}

/* A stub is half a line; it joins, and never weakens what is there. */
static void a_stub_joins_and_does_not_weaken(void **state)
{
	struct area a = blank(3, 2);

	(void)state;
	area_across(a, 0, 2, 0, WEIGHT_DOUBLE, STYLE_LINK);
	area_stub(a, 1, 0, LINE_DOWN, WEIGHT_LIGHT, STYLE_LINK);
	area_stub(a, 1, 0, LINE_LEFT, WEIGHT_LIGHT, STYLE_LINK);
	area_stub(a, 1, 1, LINE_UP, WEIGHT_LIGHT, STYLE_LINK);
	assert_drawn("═╤═\n ╵\n");
}

/* A frame smaller than 2x2 is none; a line from a cell to itself is none. */
static void what_is_too_small_is_not_drawn(void **state)
{
	struct area a = blank(3, 3);

	(void)state;
	area_frame(a, 0, 0, 1, 3, WEIGHT_LIGHT, STYLE_FRAME);
	area_frame(a, 0, 0, 3, 1, WEIGHT_LIGHT, STYLE_FRAME);
	area_frame(a, 0, 0, -3, -3, WEIGHT_LIGHT, STYLE_FRAME);
	area_across(a, 1, 1, 1, WEIGHT_LIGHT, STYLE_FRAME);
	assert_drawn("\n\n\n");
}

/* Text takes the place of lines; a line takes the place of a letter, but runs under a blank. */
static void text_and_lines_replace_each_other(void **state)
{
	struct area a = blank(5, 1);

	(void)state;
	area_across(a, 0, 4, 0, WEIGHT_LIGHT, STYLE_LINK);
	area_text(a, 1, 0, STYLE_G1, "ab ");
	assert_drawn("╶ab ╴\n");
	assert_int_equal(canvas_at(&canvas, 1, 0)->lines, 0);
	area_stub(a, 1, 0, LINE_LEFT, WEIGHT_LIGHT, STYLE_LINK);
	area_stub(a, 3, 0, LINE_RIGHT, WEIGHT_LIGHT, STYLE_WARN);
	assert_drawn("╶╴b╶╴\n");
	assert_int_equal(canvas_at(&canvas, 3, 0)->style, STYLE_WARN);
}

/* A wide character that a border would cut is a blank; who writes over half of one blanks the other
 * half. */
static void wide_characters_are_whole_or_not_there(void **state)
{
	struct area a = blank(5, 1);

	(void)state;
	assert_int_equal(area_text(a, 0, 0, STYLE_PLAIN, "漢字漢"), 6);
	assert_drawn("漢字\n");
	area_text(a, -1, 0, STYLE_PLAIN, "漢字漢");
	assert_drawn(" 字漢\n");
	area_text(a, 2, 0, STYLE_PLAIN, "x");
	assert_drawn("  x漢\n");
	area_text(a, 3, 0, STYLE_PLAIN, "y");
	assert_drawn("  xy\n");
	area_text(a, 1, 0, STYLE_PLAIN, "漢字");
	area_text(a, 2, 0, STYLE_PLAIN, "漢");
	assert_drawn("  漢\n");
	area_across(a, 3, 4, 0, WEIGHT_LIGHT, STYLE_PLAIN);
	assert_drawn("   ╶╴\n");
	assert_wide_whole(&canvas);
}

/* Control characters are shown as one replacement each, and no byte of them reaches the cells. */
static void control_characters_are_shown_and_not_obeyed(void **state)
{
	struct area a = blank(20, 1);

	(void)state;
	assert_int_equal(area_text(a, 0, 0, STYLE_PLAIN, "a\033[2J\r\n\b\x7f\xc2\x9bz"), 11);
	assert_drawn("a�[2J�����z\n");
	a = blank(8, 1);
	area_repeat(a, 0, 0, 3, STYLE_PLAIN, 7);
	assert_drawn("���\n");
}

/* What has no width, and what turns the direction of writing, is left out. */
static void marks_and_direction_controls_are_dropped(void **state)
{
	struct area a = blank(8, 1);

	(void)state;
	assert_int_equal(area_text(a, 0, 0, STYLE_PLAIN, "e\u0301\u202ea\u2066b\u200b\ufeffc"), 4);
	assert_drawn("eabc\n");
	area_repeat(a, 0, 0, 4, STYLE_PLAIN, 0x202e);
	assert_drawn("eabc\n");
}

/* Text to the right ends before its column; text in the middle is in the middle, and cut at its
 * end. */
static void text_is_placed_to_the_right_and_in_the_middle(void **state)
{
	struct area a = blank(10, 1);

	(void)state;
	assert_int_equal(area_text_right(a, 10, 0, STYLE_PLAIN, "×1"), 2);
	area_text_center(a, 0, 7, 0, STYLE_PLAIN, "abc");
	assert_drawn("  abc   ×1\n");
	area_text_center(a, 1, 4, 0, STYLE_PLAIN, "too long");
	assert_drawn(" too    ×1\n");
	a = blank(4, 1);
	area_text_right(a, 2, 0, STYLE_PLAIN, "left is cut");
	area_text_center(a, 2, 9, 0, STYLE_PLAIN, "x");
	assert_drawn("ut\n");
	area_text_center(a, -2, 6, 0, STYLE_PLAIN, "abcd");
	assert_drawn("bcd\n");
}

/* A formatted text that is too long ends with a whole character. */
static void long_formatted_text_ends_with_a_whole_character(void **state)
{
	static char dots[3 * 300 + 1];
	struct area a = blank(400, 1);

	(void)state;
	for (int i = 0; i < 300; i++)
		memcpy(&dots[i * 3], "●", 3);
	assert_int_equal(area_print(a, 0, 0, STYLE_PLAIN, "%s", dots), 170);
	assert_int_equal(area_print(a, 0, 0, STYLE_PLAIN, "x%s", dots), 171);
	assert_int_equal(area_print(a, 0, 0, STYLE_PLAIN, "xx%s", dots), 171);
	assert_int_equal(canvas_at(&canvas, 170, 0)->rune, U'●');
	assert_int_equal(area_print(a, 0, 0, STYLE_PLAIN, "%d of %d", 3, 4), 6);
}

/* New styles and flags change nothing else; new text has no flags. */
static void styles_and_flags_are_laid_over_what_is_drawn(void **state)
{
	struct area a = blank(4, 1);

	(void)state;
	area_text(a, 0, 0, STYLE_PLAIN, "abcd");
	area_restyle(a, 1, 0, 2, 1, STYLE_FAILED);
	area_flag(a, 2, 0, 9, 9, CELL_CHANGED);
	area_flag(a, 3, 0, 1, 1, CELL_CURSOR);
	assert_drawn("abcd\n");
	assert_int_equal(canvas_at(&canvas, 1, 0)->style, STYLE_FAILED);
	assert_int_equal(canvas_at(&canvas, 2, 0)->flags, CELL_CHANGED);
	assert_int_equal(canvas_at(&canvas, 3, 0)->flags, CELL_CHANGED | CELL_CURSOR);
	area_text(a, 3, 0, STYLE_PLAIN, "e");
	assert_int_equal(canvas_at(&canvas, 3, 0)->flags, 0);
}

/* A text is broken at blanks, at its line feeds, and inside of a word only where that is longer than a line. */
static void text_is_wrapped_at_blanks(void **state)
{
	struct area a = blank(12, 5);

	(void)state;
	assert_int_equal(area_wrap(a, 1, 0, 8, 5, STYLE_PLAIN, "one two three  four\n\n漢字漢字漢"), 6);
	assert_drawn(" one two\n three\n four\n\n 漢字漢字\n");
	a = blank(12, 3);
	assert_int_equal(area_wrap(a, 0, 0, 4, 2, STYLE_PLAIN, "unbreakable word "), 4);
	assert_drawn("unbr\neaka\n\n");
	assert_int_equal(area_wrap(a, 0, 0, 0, 2, STYLE_PLAIN, "word"), 0);
	assert_int_equal(area_wrap(a, 0, 0, 1, 2, STYLE_PLAIN, "漢字"), 2);
	assert_int_equal(area_wrap(a, 0, 0, 4, 2, STYLE_PLAIN, ""), 0);
}

/* A line has so many cells, and no more bytes than its buffer has room for; no character is cut. */
static void a_line_has_cells_and_bytes(void **state)
{
	size_t next;

	(void)state;
	assert_int_equal(utf8_line("  one two", 5, 99, &next), 5);
	assert_int_equal(next, 6);
	assert_int_equal(utf8_line("one two three", 99, 9, &next), 7);
	assert_int_equal(next, 8);
	assert_int_equal(utf8_line("漢字漢", 99, 7, &next), 6);
	assert_int_equal(next, 6);
	assert_int_equal(utf8_line("one\ntwo", 99, 99, &next), 3);
	assert_int_equal(next, 4);
	assert_int_equal(utf8_line("", 9, 9, &next), 0);
	assert_int_equal(next, 0);
	assert_int_equal(utf8_lines("one two three", 7), 2);
	assert_int_equal(utf8_lines("one", 0), 0);
}

/* Which cells of a row are shaded, as letters. */
static const char *shade_of(int y)
{
	static char text[64];

	for (int x = 0; x < canvas.columns; x++)
		text[x] = canvas_at(&canvas, x, y)->flags & CELL_SHADED ? '#' : '.';
	text[canvas.columns] = '\0';
	return text;
}

/* All but the given rectangles is shaded, inside the area alone, however they lie. */
static void shade_leaves_what_is_lit(void **state)
{
	static const struct rect lit[] = { { 4, 1, 2, 1 }, { 5, 0, 3, 2 }, { -3, 2, 4, 9 }, { 9, 2, INT_MAX, INT_MAX } };
	struct area a = blank(12, 4), part = area_part(a, 1, 0, 10, 4);

	(void)state;
	area_shade(part, lit, 4);
	assert_string_equal(shade_of(0), ".#####...##.");
	assert_string_equal(shade_of(1), ".####....##.");
	assert_string_equal(shade_of(2), "..########..");
	assert_string_equal(shade_of(3), "..########..");
	area_text(part, 2, 0, STYLE_PLAIN, "x");
	assert_string_equal(shade_of(0), ".##.##...##.");
	area_shade(part, NULL, 0);
	assert_string_equal(shade_of(1), ".##########.");
}

/* A wide character is lit whole where half of it is. */
static void shade_does_not_cut_wide_characters(void **state)
{
	static const struct rect lit = { 3, 0, 2, 1 };
	struct area a = blank(8, 1);

	(void)state;
	area_text(a, 0, 0, STYLE_PLAIN, "漢字漢字");
	area_shade(a, &lit, 1);
	assert_string_equal(shade_of(0), "##....##");
}

/* What every valid code point is encoded to is decoded to it. */
static void every_code_point_survives_both_ways(void **state)
{
	(void)state;
	for (uint32_t rune = 1; rune <= 0x10ffff; rune++) {
		char text[5];
		uint32_t back;
		int n;

		if (rune == 0xd800)
			rune = 0xe000;
		n = utf8_encode(rune, text);
		if (utf8_decode(text, &back) != n || back != rune || text[n] != '\0')
			fail_msg("U+%04x came back as U+%04x", (unsigned)rune, (unsigned)back);
	}
}

/* A bad byte is one replacement and takes no byte after it along. */
static void a_bad_byte_is_one_replacement(void **state)
{
	static const char *const bad[] = {
		"\x80",
		"\xbf",
		"\xc0\xaf",
		"\xc1\xbf",
		"\xc3",
		"\xe0\x80\xaf",
		"\xe2\x97",
		"\xed\xa0\x80",
		"\xf0\x80\x80\x80",
		"\xf0\x9f\x98",
		"\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80",
		"\xfe",
		"\xff",
	};
	char text[5];
	uint32_t rune;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_int_equal(utf8_decode(bad[i], &rune), 1);
		assert_int_equal(rune, UTF8_REPLACEMENT);
		assert_int_equal(utf8_cells(bad[i]), (int)strlen(bad[i]));
	}
	assert_int_equal(utf8_decode("", &rune), 0);
	assert_int_equal(utf8_encode(0xd800, text), 3);
	assert_string_equal(text, "\xef\xbf\xbd");
	assert_int_equal(utf8_encode(0x110000, text), 3);
}

/* Widths come from our own lists: narrow signs, wide ideographs and emoji, marks without width. */
static void widths_need_no_locale(void **state)
{
	static const char narrow[] = "aé─║╭█░●○▶✓✗⚠→⇄…·⠿×≥◐◔◯╳";
	static const char wide[] = "漢字ｱ가😀🚀⚡";

	(void)state;
	assert_int_equal(utf8_cells(narrow), 24);
	assert_int_equal(utf8_cells("漢字가😀🚀⚡"), 12);
	assert_int_equal(utf8_cells(wide), 13); /* one of them is half-width katakana */
	assert_int_equal(utf8_width(0x0301), 0);
	assert_int_equal(utf8_width(0xfe0f), 0);
	assert_int_equal(utf8_width(0xe0001), 0);
	assert_int_equal(utf8_shown(0x2028), UTF8_REPLACEMENT);
	assert_int_equal(utf8_shown(0xffff), UTF8_REPLACEMENT);
	assert_int_equal(utf8_shown(0x9b), UTF8_REPLACEMENT);
	assert_int_equal(utf8_shown(0x202e), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_drawn_outside_an_area),
		cmocka_unit_test(every_size_of_canvas_can_be_drawn_on),
		cmocka_unit_test(extreme_coordinates_are_clipped),
		cmocka_unit_test(a_part_of_a_part_is_clipped_by_both),
		cmocka_unit_test(a_reset_empties_only_what_is_used),
		cmocka_unit_test(equal_canvases_are_equal_cell_for_cell),
		cmocka_unit_test(lines_that_meet_become_junctions),
		cmocka_unit_test(a_stub_joins_and_does_not_weaken),
		cmocka_unit_test(what_is_too_small_is_not_drawn),
		cmocka_unit_test(text_and_lines_replace_each_other),
		cmocka_unit_test(wide_characters_are_whole_or_not_there),
		cmocka_unit_test(control_characters_are_shown_and_not_obeyed),
		cmocka_unit_test(marks_and_direction_controls_are_dropped),
		cmocka_unit_test(text_is_placed_to_the_right_and_in_the_middle),
		cmocka_unit_test(long_formatted_text_ends_with_a_whole_character),
		cmocka_unit_test(styles_and_flags_are_laid_over_what_is_drawn),
		cmocka_unit_test(text_is_wrapped_at_blanks),
		cmocka_unit_test(a_line_has_cells_and_bytes),
		cmocka_unit_test(shade_leaves_what_is_lit),
		cmocka_unit_test(shade_does_not_cut_wide_characters),
		cmocka_unit_test(every_code_point_survives_both_ways),
		cmocka_unit_test(a_bad_byte_is_one_replacement),
		cmocka_unit_test(widths_need_no_locale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
