/* The player's page in a browser: opened from a file it asks for nothing and complains of nothing, it shows every frame of
 * its reel, obeys keys and buttons, is light and dark, and is read without scripts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "tests/browser.h"
#include "ui/app.h"
#include "ui/record/recording.h"
#include "ui/record/take.h"
#include "ui/script.h"

enum { WAIT_MS = 10000, COLUMNS = 80, ROWS = 24, FRAME_MAX = 1 << 15 };

static struct browser *browser;
static struct app app;
static struct reel reel;
static struct canvas canvas;
static uint8_t pool[16 << 20], memory[8 << 20];
static char bytes[8 << 20];

/* A recording of a takeover, as a page in a file; the browser has it open. */
static void open_recording(void)
{
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	struct screen_conf screen;
	const struct take take = { COLUMNS, ROWS, 0 };
	struct sink sink = { bytes, sizeof bytes, 0 };
	char path[PATH_MAX], why[256];
	FILE *f;

	diag_init(&diag);
	script.count = 0;
	memset(&app, 0, sizeof app);
	assert_true(conf_read_builtin("active-active.ini", &lab, &screen, &diag));
	app_open(&app, &lab, &screen, "active-active.ini", pool, sizeof pool);
	assert_true(script_add(&script, &lab, "10 fault power primary", why, sizeof why));
	script_run(&script, &app.history, 40000, &diag);
	history_cut(&app.history);
	reel_begin(&reel, memory, sizeof memory);
	assert_true(take_run(&app, &take, &reel));
	recording_emit(&app, &reel, NULL, RECORDING_HTML, &sink);
	assert_true(sink.length <= sizeof bytes);
	snprintf(path, sizeof path, "%s/recording.html", browser_directory(browser));
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, sink.length, f), sink.length);
	fclose(f);
	browser_open(browser, path);
}

static int start(void **state)
{
	(void)state;
	browser = browser_start();
	browser_size(browser, 1280, 900);
	return 0;
}

static int end(void **state)
{
	(void)state;
	browser_end(browser);
	return 0;
}

/* A frame of the reel as text, without the blanks at the end of rows. */
static const char *frame_text(uint32_t n)
{
	static char text[FRAME_MAX];
	struct sink sink = { text, sizeof text - 1, 0 };

	reel_get(&reel, n, &canvas);
	back_find("text")->emit(&canvas, THEME_DARK, CHARSET_UTF8, NULL, &sink);
	assert_true(sink.length < sizeof text);
	text[sink.length] = '\0';
	return text;
}

/* The n-th frame to step to. */
static uint32_t nth_stop(int n)
{
	uint32_t frame = 0;

	for (; n > 0 || !reel_is_stop(&reel, frame); frame++)
		n -= reel_is_stop(&reel, frame);
	return frame;
}

#define PICTURE "document.getElementById('picture').textContent.replace(/ +$/gm, '')"
#define KEYDOWN(key) "document.dispatchEvent(new KeyboardEvent('keydown', {key: '" key "'}))"
#define HEADING "document.querySelector('#words h2').textContent"

static void expect_frame(uint32_t n)
{
	browser_wait(browser, PICTURE, frame_text(n), WAIT_MS);
}

/* Every frame of the reel, one after the other, to the end and back again. */
static void every_frame_is_shown(void **state)
{
	(void)state;
	open_recording();
	assert_in_range(reel.count, 150, 400);
	for (uint32_t n = 0; n < reel.count; n++) {
		assert_string_equal(browser_eval(browser, PICTURE), frame_text(n));
		browser_eval(browser, KEYDOWN("ArrowRight"));
	}
	for (uint32_t n = reel.count; n-- > 0;) {
		assert_string_equal(browser_eval(browser, PICTURE), frame_text(n));
		browser_eval(browser, KEYDOWN("ArrowLeft"));
	}
	browser_expect_clean(browser);
}

/* Keys step through what is notable, forward and back, and to the ends. */
static void keys_step_forward_and_back(void **state)
{
	(void)state;
	open_recording();
	expect_frame(0);
	assert_string_equal(browser_eval(browser, HEADING), "At the start");
	browser_press(browser, "]");
	expect_frame(nth_stop(1));
	browser_wait(browser, HEADING, "you: fault power ASA1", WAIT_MS);
	browser_press(browser, "PageDown");
	expect_frame(nth_stop(2));
	browser_wait(browser, HEADING, "ASA2: failover link folink has failed", WAIT_MS);
	browser_press(browser, "ArrowLeft");
	expect_frame(nth_stop(2) - 1);
	browser_press(browser, "[");
	expect_frame(nth_stop(1));
	browser_press(browser, "PageUp");
	expect_frame(0);
	browser_press(browser, "ArrowRight");
	expect_frame(1);
	browser_press(browser, "End");
	expect_frame(reel.count - 1);
	assert_string_equal(browser_eval(browser, "document.getElementById('forward').disabled"), "true");
	browser_press(browser, "Home");
	expect_frame(0);
	browser_expect_clean(browser);
}

/* Space plays and pauses, + and - change the speed, and the end is reached. */
static void it_plays_to_the_end(void **state)
{
	(void)state;
	open_recording();
	browser_press(browser, "-");
	browser_wait(browser, "document.getElementById('speed').value", "0.5", WAIT_MS);
	for (int i = 0; i < 9; i++)
		browser_press(browser, "+");
	browser_wait(browser, "document.getElementById('speed').value", "16", WAIT_MS);
	browser_press(browser, " ");
	browser_wait(browser, "String(document.getElementById('scrub').valueAsNumber > 20)", "true", WAIT_MS);
	browser_press(browser, " ");
	browser_wait(browser, "document.getElementById('play').getAttribute('aria-label')", "Play", WAIT_MS);
	browser_press(browser, " ");
	expect_frame(reel.count - 1);
	browser_wait(browser, "document.getElementById('play').getAttribute('aria-label')", "Play", WAIT_MS);
	browser_wait(browser, "document.getElementById('clock').textContent", "0:40.0 / 0:40.0", WAIT_MS);
	browser_expect_clean(browser);
}

/* Markers and buttons are pressed, the bar is dragged; every button says what it is. */
static void it_is_worked_by_the_mouse(void **state)
{
	(void)state;
	open_recording();
	browser_eval(browser, "document.querySelectorAll('#markers button')[3].click()");
	expect_frame(nth_stop(3));
	browser_eval(browser, "document.getElementById('back').click()");
	expect_frame(nth_stop(2));
	browser_eval(browser, "document.getElementById('last').click()");
	expect_frame(reel.count - 1);
	browser_eval(browser, "scrub.value = 12, scrub.dispatchEvent(new Event('input')), ''");
	expect_frame(12);
	assert_string_equal(browser_eval(browser, "[...document.querySelectorAll('button, input, select')].filter(b => "
						  "!(b.getAttribute('aria-label') || b.textContent || b.closest('label'))).length"),
	    "0");
	assert_string_equal(browser_eval(browser, "document.getElementById('words').getAttribute('aria-live')"), "polite");
	/* Text can be selected, and stays selected where nothing changes. */
	browser_eval(browser, "getSelection().selectAllChildren(document.getElementById('picture').children[1]), ''");
	browser_press(browser, ".");
	expect_frame(13);
	assert_string_equal(browser_eval(browser, "String(getSelection()).includes('SW-OUT')"), "true");
	browser_expect_clean(browser);
}

/* All frames stand below each other when they are asked for. */
static void all_frames_can_be_read(void **state)
{
	int stops = 0;
	char count[16];

	(void)state;
	open_recording();
	for (uint32_t n = 0; n < reel.count; n++)
		stops += reel_is_stop(&reel, n);
	snprintf(count, sizeof count, "%d", stops);
	assert_string_equal(browser_eval(browser, "document.getElementById('frames').offsetHeight"), "0");
	browser_eval(browser, "all.click(), ''");
	assert_string_equal(
	    browser_eval(browser, "[...document.querySelectorAll('section')].filter(s => s.offsetHeight > 200).length"), count);
	browser_eval(browser, "all.click(), ''");
	assert_string_equal(browser_eval(browser, "document.getElementById('frames').offsetHeight"), "0");
	browser_expect_clean(browser);
}

/* The colour of an element, as the browser writes it. */
static const char *colour_of(const char *property)
{
	static char expression[160];

	snprintf(expression, sizeof expression, "getComputedStyle(document.getElementById('picture')).%s", property);
	return browser_eval(browser, expression);
}

/* It is as the reader's system is, and the button changes it. */
static void it_is_light_and_dark(void **state)
{
	(void)state;
	browser_scheme(browser, "dark");
	open_recording();
	assert_string_equal(colour_of("backgroundColor"), "rgb(18, 22, 26)");
	browser_scheme(browser, "light");
	browser_wait(browser, "getComputedStyle(document.getElementById('picture')).backgroundColor", "rgb(255, 255, 255)", WAIT_MS);
	browser_press(browser, "t");
	browser_wait(browser, "getComputedStyle(document.getElementById('picture')).backgroundColor", "rgb(18, 22, 26)", WAIT_MS);
	browser_wait(browser, "document.getElementById('look').textContent", "Light", WAIT_MS);
	browser_eval(browser, "look.click(), ''");
	assert_string_equal(colour_of("backgroundColor"), "rgb(255, 255, 255)");
	browser_expect_clean(browser);
}

/* Without scripts the frames are there in their order, each with its heading and its whole text. */
static void it_is_read_without_scripts(void **state)
{
	char expression[200];
	int stop = 0;

	(void)state;
	browser_scripts(browser, false);
	open_recording();
	for (uint32_t n = 0; n < reel.count; n++) {
		if (!reel_is_stop(&reel, n))
			continue;
		snprintf(expression, sizeof expression,
		    "document.getElementById('step-%d').querySelector('pre.screen').textContent.replace(/ +$/gm, '')", stop);
		assert_string_equal(browser_eval(browser, expression), frame_text(n));
		snprintf(expression, sizeof expression, "document.getElementById('step-%d').offsetHeight > 300", stop++);
		assert_string_equal(browser_eval(browser, expression), "true");
	}
	assert_string_equal(browser_eval(browser, "document.getElementById('player').offsetHeight"), "0");
	browser_expect_clean(browser);
	browser_scripts(browser, true);
}

/* Nothing sticks out at the side, however narrow the window. */
static void it_fits_its_window(void **state)
{
	static const int widths[] = { 400, 620, 800, 1180, 1280, 1400, 1440, 1920 };

	(void)state;
	open_recording();
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		browser_size(browser, widths[i], 900);
		browser_wait(browser, "String(document.documentElement.scrollWidth <= innerWidth)", "true", WAIT_MS);
	}
	browser_size(browser, 1280, 900);
	/* And on a wide one the words stand beside the picture. */
	assert_string_equal(browser_eval(browser, "words.getBoundingClientRect().left > picture.getBoundingClientRect().right"), "true");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_frame_is_shown),
		cmocka_unit_test(keys_step_forward_and_back),
		cmocka_unit_test(it_plays_to_the_end),
		cmocka_unit_test(it_is_worked_by_the_mouse),
		cmocka_unit_test(all_frames_can_be_read),
		cmocka_unit_test(it_is_light_and_dark),
		cmocka_unit_test(it_is_read_without_scripts),
		cmocka_unit_test(it_fits_its_window),
	};

	return cmocka_run_group_tests(tests, start, end) != 0;
}
