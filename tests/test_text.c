/* Growing text: whole pieces, and none behind one that had no room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/text.h"

static void pieces_follow_each_other(void **state)
{
	char out[16];
	struct text t = text_begin(out, sizeof out);

	(void)state;
	assert_string_equal(out, "");
	text_add(&t, "G%d", 1);
	text_add(&t, ", %s", "ASA2");
	assert_string_equal(out, "G1, ASA2");
	assert_int_equal(t.used, 8);
	assert_false(t.full);
}

/* A piece is there whole or not at all, and what comes later would stand at the wrong place. */
static void what_has_no_room_is_left_out(void **state)
{
	char out[8];
	struct text t = text_begin(out, sizeof out);

	(void)state;
	text_add(&t, "1234567");
	assert_false(t.full);
	text_add(&t, "8");
	assert_true(t.full);
	text_add(&t, "%s", "");
	assert_string_equal(out, "1234567");
	t = text_begin(out, 1);
	text_add(&t, "1");
	assert_true(t.full);
	assert_string_equal(out, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_follow_each_other),
		cmocka_unit_test(what_has_no_room_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
