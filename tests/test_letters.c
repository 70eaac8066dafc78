/* Big letters: every one is there in both fonts, sizes fit what they say, and words are read as they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ui/views/letters.h"

static struct canvas canvas;
static char text[4096];

/* What a text looks like in a size. */
static const char *drawn(enum letters size, enum charset charset, const char *word)
{
	struct sink sink = { text, sizeof text - 1, 0 };

	canvas_reset(&canvas, 40, letters_height(size));
	letters_draw(canvas_area(&canvas), 0, 0, size, STYLE_PLAIN, word);
	back_find("text")->emit(&canvas, THEME_DARK, charset, NULL, &sink);
	text[sink.length] = '\0';
	return text;
}

static void words_look_like_themselves(void **state)
{
	(void)state;
	assert_string_equal(drawn(LETTERS_SMALL, CHARSET_UTF8, "G1 up"),
	    "▄▀▀▀ ▄█    █ █ █▀█\n"
	    "█ ▀█  █    █ █ █▀▀\n"
	    " ▀▀▀  ▀    ▀▀▀ ▀\n");
	assert_string_equal(drawn(LETTERS_THIN, CHARSET_ASCII, "ASA2"),
	    " #   ##  #  ##\n"
	    "# # #   # #   #\n"
	    "###  #  ###  #\n"
	    "# #   # # # #\n"
	    "# # ##  # # ###\n");
	assert_string_equal(drawn(LETTERS_LARGE, CHARSET_ASCII, "I"), "##\n##\n##\n##\n##\n");
	assert_string_equal(drawn(LETTERS_TINY, CHARSET_UTF8, "AT"), "▞▖▜▘\n▛▌▐\n▘▘▝\n");
}

/* A text takes the cells that are said, and no more. */
static void sizes_are_what_they_say(void **state)
{
	static const char all[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789.-?:+_";

	(void)state;
	for (enum letters size = 0; size < LETTERS_NONE; size++) {
		int w = letters_width(size, all), h = letters_height(size), right = 0, bottom = 0;

		assert_true(w > 0);
		canvas_reset(&canvas, w + 5, h + 5);
		letters_draw(canvas_area(&canvas), 0, 0, size, STYLE_PLAIN, all);
		for (int x = 0; x < canvas.columns; x++)
			for (int y = 0; y < canvas.rows; y++)
				if (canvas_at(&canvas, x, y)->rune != 0) {
					right = x + 1 > right ? x + 1 : right;
					bottom = y + 1 > bottom ? y + 1 : bottom;
				}
		assert_int_equal(right, w);
		assert_int_equal(bottom, h);
	}
	assert_int_equal(letters_width(LETTERS_SMALL, ""), 0);
	assert_int_equal(letters_width(LETTERS_SMALL, "漢"), -1);
}

/* The largest size that fits is taken, of those that the charset can show. */
static void the_largest_that_fits_is_taken(void **state)
{
	(void)state;
	assert_int_equal(letters_fit("ACTIVE", 33, 7, CHARSET_UTF8, LETTERS_HUGE), LETTERS_BIG);
	assert_int_equal(letters_fit("ACTIVE", 32, 7, CHARSET_UTF8, LETTERS_HUGE), LETTERS_SMALL);
	assert_int_equal(letters_fit("ACTIVE", 33, 7, CHARSET_ASCII, LETTERS_HUGE), LETTERS_TALL);
	assert_int_equal(letters_fit("ACTIVE", 33, 4, CHARSET_ASCII, LETTERS_HUGE), LETTERS_NONE);
	assert_int_equal(letters_fit("ACTIVE", 5, 4, CHARSET_UTF8, LETTERS_HUGE), LETTERS_NONE);
	assert_int_equal(letters_fit("漢", 99, 99, CHARSET_UTF8, LETTERS_HUGE), LETTERS_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_look_like_themselves),
		cmocka_unit_test(sizes_are_what_they_say),
		cmocka_unit_test(the_largest_that_fits_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
