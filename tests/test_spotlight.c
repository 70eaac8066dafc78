/* The spotlight: things on the screen to what stays lit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ui/app.h"
#include "ui/script.h"
#include "ui/spotlight.h"

static struct app app;
static struct canvas canvas;
static uint8_t pool[16 << 20];

/* The page's pair after a story, drawn at 80x24. */
static void draw_pair(const char *story, uint32_t until_ms)
{
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	struct screen_conf screen;
	char why[256];

	diag_init(&diag);
	script.count = 0;
	assert_true(conf_read_builtin("active-active.ini", &lab, &screen, &diag));
	memset(&app, 0, sizeof app);
	app_open(&app, &lab, &screen, "active-active.ini", pool, sizeof pool);
	if (*story)
		assert_true(script_add(&script, &lab, story, why, sizeof why));
	script_run(&script, &app.history, until_ms, &diag);
	app_draw(&app, &canvas, 80, 24);
}

/* Is the first cell where a text stands shaded? */
static bool is_shaded(const char *text)
{
	for (int y = 0; y < canvas.rows; y++)
		for (int x = 0; x < canvas.columns; x++) {
			int n = 0;

			while (text[n] && canvas_at(&canvas, x + n, y) && canvas_at(&canvas, x + n, y)->rune == (uint32_t)text[n])
				n++;
			if (!text[n])
				return canvas_at(&canvas, x, y)->flags & CELL_SHADED;
		}
	fail_msg("'%s' is not on the screen", text);
	return false;
}

/* A unit is its whole box, and nothing of the other one. */
static void a_unit_is_lit_whole(void **state)
{
	struct spotlight l = { 0 };

	(void)state;
	draw_pair("", 0);
	assert_true(spotlight_add(&l, &app.targets, (struct target){ TARGET_UNIT, SECONDARY, 0 }));
	spotlight_shade(&l, canvas_area(&canvas));
	assert_false(is_shaded("ASA2  secondary"));
	assert_true(is_shaded("ASA1  primary"));
	assert_true(is_shaded("folink"));
	assert_true(is_shaded("LOG, newest last"));
}

/* A link as a whole is lit from end to end with its name, a group at both units; what is not on the screen lights nothing. */
static void both_ends_are_lit(void **state)
{
	struct spotlight l = { 0 };

	(void)state;
	draw_pair("", 0);
	assert_true(spotlight_add(&l, &app.targets, (struct target){ TARGET_LAN, UNIT_BOTH, 0 }));
	assert_int_equal(l.count, 1);
	assert_true(spotlight_add(&l, &app.targets, (struct target){ SPOT_GROUP, UNIT_BOTH, 2 }));
	assert_int_equal(l.count, 3);
	assert_false(spotlight_add(&l, &app.targets, (struct target){ TARGET_LEG, UNIT_BOTH, 77 }));
	assert_false(spotlight_add(&l, &app.targets, target_log(1)));
	assert_int_equal(l.count, 3);
	spotlight_shade(&l, canvas_area(&canvas));
	assert_false(is_shaded("folink"));
}

/* Where nothing is lit nothing is shaded, and what is lit twice counts once. */
static void nothing_lit_is_nothing_shaded(void **state)
{
	struct spotlight l = { 0 };

	(void)state;
	draw_pair("", 0);
	spotlight_add_rect(&l, (struct rect){ 3, 3, 0, 4 });
	spotlight_shade(&l, canvas_area(&canvas));
	assert_false(is_shaded("ASA1  primary"));
	for (int i = 0; i < SPOTLIGHT_MAX + 9; i++)
		spotlight_add_rect(&l, (struct rect){ 3, 3, 1 + i / 2, 4 });
	assert_int_equal(l.count, (SPOTLIGHT_MAX + 9 + 1) / 2);
	for (int i = 0; i < 2 * SPOTLIGHT_MAX; i++)
		spotlight_add_rect(&l, (struct rect){ 3, 3, 1, 5 + i });
	assert_int_equal(l.count, SPOTLIGHT_MAX);
}

/* What the last entries tell of is lit, with their lines in the log, and the rest is not. */
static void news_are_lit(void **state)
{
	struct spotlight l = { 0 };

	(void)state;
	draw_pair("10 fault carrier ASA1:CTX1/inside", 10000);
	spotlight_add_news(&l, &app.targets, &app.history, app.history.now.trace_id);
	spotlight_shade(&l, canvas_area(&canvas));
	assert_false(is_shaded("fault carrier"));
	assert_false(is_shaded("inside"));
	assert_true(is_shaded("ASA1  primary"));
	assert_true(is_shaded("outside"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_lit_whole),
		cmocka_unit_test(both_ends_are_lit),
		cmocka_unit_test(nothing_lit_is_nothing_shaded),
		cmocka_unit_test(news_are_lit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
