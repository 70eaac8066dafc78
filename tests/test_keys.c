/* Keys: no two bindings on one key, every action has a key, help and key row come from the list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>

#include "ui/key.h"
#include "ui/keys.h"
#include "ui/utf8.h"

/* A key that meant two things would do the first only. */
static void no_key_means_two_things(void **state)
{
	(void)state;
	for (int a = 0; a < binding_count; a++)
		for (int b = a + 1; b < binding_count; b++)
			assert_int_not_equal(bindings[a].code, bindings[b].code);
	for (int a = 0; a < present_binding_count; a++)
		for (int b = a + 1; b < present_binding_count; b++)
			assert_int_not_equal(present_bindings[a].code, present_bindings[b].code);
}

static void every_action_has_a_key(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		bool bound = false;

		for (int b = 0; b < binding_count; b++)
			bound |= bindings[b].action == (enum action)action;
		for (int b = 0; b < present_binding_count; b++)
			bound |= present_bindings[b].action == (enum action)action;
		assert_true(bound);
	}
}

/* The help page is nine columns of key and then the sentence: all of it is to be read at 80 columns. */
static void assert_fits(const struct binding *b)
{
	assert_true(utf8_cells(b->sentence) <= 70);
	assert_true(utf8_cells(b->shown) <= 6);
	assert_true(b->sentence[0] != '\0');
}

static void every_sentence_fits_the_help_page(void **state)
{
	(void)state;
	for (int b = 0; b < binding_count; b++)
		assert_fits(&bindings[b]);
	for (int b = 0; b < present_binding_count; b++)
		assert_fits(&present_bindings[b]);
}

/* What a slide remote sends turns pages while presenting, and does its usual work otherwise. */
static void a_slide_remote_turns_pages(void **state)
{
	(void)state;
	assert_int_equal(keys_find(KEYCODE_PAGE_DOWN, true), ACTION_FORWARD);
	assert_int_equal(keys_find(KEYCODE_PAGE_UP, true), ACTION_BACKWARD);
	assert_int_equal(keys_find('b', true), ACTION_BLANK);
	assert_int_equal(keys_find('.', true), ACTION_BLANK);
	assert_int_equal(keys_find(KEYCODE_PAGE_DOWN, false), ACTION_LOG_DOWN);
	assert_int_equal(keys_find('.', false), ACTION_STEP);
	assert_int_equal(keys_find(' ', true), ACTION_RUN);
}

static void an_unbound_key_does_nothing(void **state)
{
	(void)state;
	assert_int_equal(keys_find('Z', false), ACTION_NONE);
	assert_int_equal(keys_find(0x1f600, true), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_key_means_two_things),
		cmocka_unit_test(every_action_has_a_key),
		cmocka_unit_test(every_sentence_fits_the_help_page),
		cmocka_unit_test(a_slide_remote_turns_pages),
		cmocka_unit_test(an_unbound_key_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
