/* The pictures of the README are what the program draws today, to the byte; UPDATE=1 writes them anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/golden.h"
#include "tests/pictures.h"

enum { PATH_LEN = 128, BYTES_MAX = 25000 };

static const char directory[] = "layouts/pictures";

/* One file of a picture. */
static bool is_current(const struct readme_picture *p, const char *ending, const char *format, enum theme theme)
{
	const char *text = picture_text(p, format, theme);
	char path[PATH_LEN];

	assert_true(strlen(text) <= BYTES_MAX);
	snprintf(path, sizeof path, "%s/%s%s", directory, p->name, ending);
	return golden_equal(path, text);
}

static void pictures_are_current(void **state)
{
	(void)state;
	if (getenv("UPDATE"))
		mkdir(directory, 0777);
	for (int i = 0; i < picture_count; i++) {
		if (!is_current(&pictures[i], "-light.svg", "svg", THEME_LIGHT) ||
		    !is_current(&pictures[i], "-dark.svg", "svg", THEME_DARK) ||
		    !is_current(&pictures[i], ".txt", "text", THEME_DARK))
			fail_msg("layouts/pictures is out of date: make pictures");
	}
}

/* Each picture shows something else than the others. */
static void no_picture_is_there_twice(void **state)
{
	static char texts[16][1 << 14];

	(void)state;
	assert_in_range(picture_count, 1, 16);
	for (int i = 0; i < picture_count; i++) {
		snprintf(texts[i], sizeof texts[i], "%s", picture_text(&pictures[i], "text", THEME_DARK));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(texts[i], texts[j]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pictures_are_current),
		cmocka_unit_test(no_picture_is_there_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
