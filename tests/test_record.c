/* Recordings: reels keep their frames, casts draw them again, pages stand alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/stage.h"
#include "ui/app.h"
#include "ui/record/cast.h"
#include "ui/record/player.h"
#include "ui/record/recorder.h"
#include "ui/record/reel.h"
#include "ui/script.h"

static struct app app;
static struct reel reel;
static struct canvas canvas, other;
static uint8_t pool[16 << 20], memory[8 << 20];
static char text[8 << 20];

/* Opens a compiled-in lab at T+0, with commands in its journal. */
static void open_lab(const char *name, const char *story)
{
	stage_open(&app, name, story, 60000);
	history_go_ms(&app.history, app.history.now.open_ms);
}

static void draw_at(uint32_t at_ms, int columns, int rows)
{
	history_go_ms(&app.history, app.history.now.open_ms + at_ms);
	app_draw(&app, &canvas, columns, rows);
}

/* --- reels ------------------------------------------------------------------------------------------------- */

/* Whatever the order in which they are asked for, and whatever their size, frames come out as they went in. */
static void a_reel_gives_back_its_frames(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary");
	reel_begin(&reel, memory, sizeof memory);
	for (uint32_t n = 0; n < 200; n++) {
		draw_at(n * 200, n / 50 % 2 ? 120 : 80, n / 50 % 2 ? 36 : 24);
		assert_true(reel_add(&reel, &canvas, n * 200, n % 10 ? NULL : "ten", n == 7 ? "seven" : NULL));
		assert_true(reel_shows(&reel, &canvas));
	}
	assert_int_equal(reel.columns, 120);
	assert_int_equal(reel.rows, 36);
	assert_int_equal(reel_end_ms(&reel), 199 * 200);
	for (uint32_t i = 0; i < 200; i++) {
		uint32_t n = i * 77 % 200;
		struct reel_frame f = reel_get(&reel, n, &other);

		draw_at(n * 200, n / 50 % 2 ? 120 : 80, n / 50 % 2 ? 36 : 24);
		assert_true(canvas_equal(&canvas, &other));
		assert_int_equal(f.at_ms, n * 200);
		assert_string_equal(f.marker, n % 10 ? "" : "ten");
		assert_string_equal(f.narration, n == 7 ? "seven" : "");
		assert_int_equal(reel_is_stop(&reel, n), n % 10 == 0 || n == 7);
	}
	assert_in_range(reel.used, 1, 200 * 2000); /* far less than 15 kB a frame */
}

/* Where a frame has no room the reel says so, and what it has stays as it is. */
static void a_full_reel_keeps_what_it_has(void **state)
{
	uint32_t n = 0, count;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary");
	reel_begin(&reel, memory, 50000);
	do
		draw_at(n * 500, 80, 24);
	while (reel_add(&reel, &canvas, n++ * 500, "marker", "narration"));
	count = reel.count;
	assert_in_range(count, 5, 119);
	assert_false(reel_add(&reel, &canvas, n * 500, "marker", "narration"));
	assert_int_equal(reel.count, count);
	assert_in_range(reel.used, 1, 50000);
	draw_at((count - 1) * 500, 80, 24);
	assert_true(reel_shows(&reel, &canvas));
	reel_get(&reel, count - 1, &other);
	assert_true(canvas_equal(&canvas, &other));
}

/* --- pages ------------------------------------------------------------------------------------------------- */

/* Makes the page of what is in the reel; its length. */
static size_t make_page(const struct player_page *page)
{
	struct sink sink = { text, sizeof text - 1, 0 };

	player_emit(&reel, page, &sink);
	assert_true(sink.length < sizeof text);
	text[sink.length] = '\0';
	return sink.length;
}

static int count_of(const char *piece)
{
	int count = 0;

	for (const char *at = strstr(text, piece); at; at = strstr(at + 1, piece))
		count++;
	return count;
}

/* Nothing in a page can ask for anything, and every frame to step to is there to read. */
static void a_page_asks_for_nothing(void **state)
{
	static const char *const requests[] = { "http:", "https:", "src=", "href=", "url(", "@import", "fetch(", "import(", "<link",
		"<img", "<iframe", "srcset" };
	const struct player_page page = { "A \"page\" & its <title>", "First.\n\nSecond with `code`.", CHARSET_UTF8, false };

	(void)state;
	open_lab("active-active.ini", "10 fault power primary");
	reel_begin(&reel, memory, sizeof memory);
	for (uint32_t n = 0; n < 200; n++) {
		draw_at(n * 200, 80, 24);
		assert_true(reel_add(&reel, &canvas, n * 200, n % 20 ? NULL : "It is <marked>", n % 40 ? NULL : "> Why.\n\n    show failover"));
	}
	make_page(&page);
	for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
		assert_int_equal(count_of(requests[i]), 0);
	assert_int_equal(count_of("default-src 'none'"), 1);
	assert_int_equal(count_of("<section "), 10);
	assert_int_equal(count_of("<h2>It is &lt;marked&gt;</h2>"), 10);
	assert_int_equal(count_of("<pre class=\"typed\">show failover</pre>"), 5);
	assert_int_equal(count_of("<blockquote><p>Why.</p></blockquote>"), 5);
	assert_int_equal(count_of("<h1>A &quot;page&quot; &amp; its &lt;title&gt;</h1>"), 1);
	assert_int_equal(count_of("<p>Second with <code>code</code>.</p>"), 1);
	assert_int_equal(count_of("</script>"), 2);
}

/* A long recording does not make a page that no browser likes to open: moments between are thinned out. */
static void a_page_stays_small(void **state)
{
	const struct player_page page = { "Long", "", CHARSET_UTF8, false };
	uint32_t n = 0;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary");
	reel_begin(&reel, memory, sizeof memory);
	for (; n < 6000; n++) {
		draw_at(n * 250, 80, 24);
		assert_true(reel_add(&reel, &canvas, n * 250, n % 500 ? NULL : "marked", NULL));
	}
	assert_in_range(make_page(&page), 100000, 3 << 20);
	assert_int_equal(count_of("<section "), 12);
}

/* --- recording what is seen -------------------------------------------------------------------------------- */

/* One key, some time, and the frame that is then shown; as the loop does it. */
static void press(uint32_t code, int64_t elapsed_ms)
{
	app_tick(&app, elapsed_ms);
	app_key(&app, (struct key){ code, 0, 0 });
	app_draw(&app, &canvas, 80, 24);
	if (app.recorder->on)
		recorder_frame(app.recorder, &app, &canvas);
}

/* A folder for what is written, and the way back. */
static char folder[] = "/tmp/failscope-record-XXXXXX", home[4096];

static void enter_folder(void)
{
	strcpy(folder, "/tmp/failscope-record-XXXXXX");
	assert_non_null(getcwd(home, sizeof home));
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
}

static void remove_recording(const char *name)
{
	static const char *const endings[] = { ".cast", ".html", ".script" };
	char path[80];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s%s", name, endings[i]);
		assert_int_equal(remove(path), 0);
	}
}

static void leave_folder(const char *name)
{
	remove_recording(name);
	assert_int_equal(chdir(home), 0);
	assert_int_equal(rmdir(folder), 0);
}

/* `r` begins and ends a recording of what was seen when; it is a run that can be opened, commands in the middle of an
 * instant and all. */
static void r_records_what_is_seen(void **state)
{
	static struct recorder recorder;
	static struct script script;
	static struct diag diag;
	static struct lab lab;
	struct screen_conf screen;
	struct cast_run run = { &lab, &screen, &script, 0 };
	uint64_t hash;
	uint32_t step;

	(void)state;
	open_lab("active-active.ini", "");
	recorder_init(&recorder, memory, sizeof memory);
	app.recorder = &recorder;
	enter_folder();
	press('.', 100);
	press('r', 100);
	assert_non_null(strstr(app.message, "recording"));
	assert_int_equal(canvas_at(&canvas, 1, 0)->rune, 0x25cf);
	press('.', 250);
	press('.', 250);
	press('1', 1500);  /* in the middle of an instant */
	press(']', 2000);
	press('L', 2000);  /* another lab would be another recording */
	assert_string_equal(app.message, "A recording is of one lab: r ends it");
	press(' ', 0);
	for (int i = 0; i < 20; i++) {
		app_tick(&app, 100);
		app_draw(&app, &canvas, 80, 24);
		recorder_frame(&recorder, &app, &canvas);
	}
	press(' ', 0);
	assert_int_equal(recorder.reel.count, 28);
	assert_int_equal(reel_end_ms(&recorder.reel), 250 + 250 + 1500 + 2000 + 2000 + 2000);
	assert_string_equal(reel_get(&recorder.reel, 3, NULL).marker, "you: fault power ASA1");
	assert_int_equal(reel_get(&recorder.reel, 3, NULL).at_ms, 2000);
	step = app.history.now.step;
	hash = sim_hash(&app.history.now);
	press('r', 0);
	assert_false(recorder.on);
	assert_string_equal(app.message, "recorded 28 frames: failscope-3.000.cast, .html and .script");

	diag_init(&diag);
	assert_true(cast_read_file("failscope-3.000.cast", &run, &diag));
	leave_folder("failscope-3.000");
	assert_true(lab_equal(&lab, &app.lab));
	assert_int_equal(script.count, 1);
	app_open(&app, &lab, &screen, "x", pool, sizeof pool);
	script_run(&script, &app.history, run.until_ms, &diag);
	history_go_step(&app.history, step);
	assert_int_equal(diag.warnings, 0);
	history_go_ms(&app.history, app.history.now.open_ms + run.until_ms);
	assert_true(sim_hash(&app.history.now) == hash);
}

/* While it runs, what happened before the lab opened is not marked as just changed: nobody saw it. */
static void nothing_has_changed_at_the_opening(void **state)
{
	(void)state;
	open_lab("active-active.ini", "");
	app.playing = true;
	app_draw(&app, &canvas, 80, 24);
	for (int y = 0; y < 24; y++)
		for (int x = 0; x < 80; x++)
			assert_int_equal(canvas_at(&canvas, x, y)->flags & CELL_CHANGED, 0);
}

/* Each recording is a file of its own, also where the lab's time is the same. */
static void a_recording_leaves_those_before_it(void **state)
{
	static struct recorder recorder;

	(void)state;
	open_lab("active-active.ini", "");
	recorder_init(&recorder, memory, sizeof memory);
	app.recorder = &recorder;
	enter_folder();
	for (int i = 0; i < 2; i++) {
		press('r', 0);
		press('r', 0);
	}
	assert_string_equal(app.message, "recorded 1 frame: failscope-0.000-2.cast, .html and .script");
	remove_recording("failscope-0.000");
	leave_folder("failscope-0.000-2");
}

/* What lies ahead of all that was seen is not in it: neither the command nor its time. */
static void what_was_not_seen_is_not_recorded(void **state)
{
	static struct recorder recorder;
	static struct script script;
	static struct diag diag;
	static struct lab lab;
	struct screen_conf screen;
	struct cast_run run = { &lab, &screen, &script, 0 };

	(void)state;
	open_lab("active-active.ini", "");
	recorder_init(&recorder, memory, sizeof memory);
	app.recorder = &recorder;
	enter_folder();
	press('>', 0);
	press('>', 0);
	press('1', 0);
	press(']', 0);
	press(KEYCODE_HOME, 0);
	press('r', 0);
	press('>', 100);
	press('r', 100);
	diag_init(&diag);
	script.count = 0;
	assert_true(cast_read_file("failscope-1.000.cast", &run, &diag));
	leave_folder("failscope-1.000");
	assert_int_equal(script.count, 0);
	assert_int_equal(run.until_ms, app.history.now.now_ms - app.history.now.open_ms);
}

/* A recording that has no more room ends, keeps what it has, and says so. */
static void a_full_recording_ends_by_itself(void **state)
{
	static struct recorder recorder;
	char *name;

	(void)state;
	open_lab("active-active.ini", "");
	recorder_init(&recorder, memory, 1 << 20);
	app.recorder = &recorder;
	enter_folder();
	press('r', 0);
	press(' ', 0);
	for (int i = 0; i < 5000 && recorder.on; i++) {
		app_tick(&app, 250);
		app_draw(&app, &canvas, 120, 36);
		recorder_frame(&recorder, &app, &canvas);
	}
	assert_false(recorder.on);
	assert_non_null(strstr(app.message, "there is no more room for frames; recorded "));
	assert_in_range(recorder.reel.count, 50, 4999);
	name = strstr(app.message, "failscope-");
	*strstr(name, ".cast") = '\0';
	leave_folder(name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reel_gives_back_its_frames),
		cmocka_unit_test(a_full_reel_keeps_what_it_has),
		cmocka_unit_test(a_page_asks_for_nothing),
		cmocka_unit_test(a_page_stays_small),
		cmocka_unit_test(r_records_what_is_seen),
		cmocka_unit_test(nothing_has_changed_at_the_opening),
		cmocka_unit_test(a_recording_leaves_those_before_it),
		cmocka_unit_test(what_was_not_seen_is_not_recorded),
		cmocka_unit_test(a_full_recording_ends_by_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
