/* The browser that other tests look through: it sees what a page does, also what a page must not do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "tests/browser.h"

enum { WAIT_MS = 10000 };

static struct browser *browser;

static int start(void **state)
{
	(void)state;
	browser = browser_start();
	return 0;
}

static int end(void **state)
{
	(void)state;
	browser_end(browser);
	return 0;
}

/* Opens a page with this text in it. */
static void open_page(const char *html)
{
	char path[PATH_MAX];
	FILE *f;

	snprintf(path, sizeof path, "%s/page.html", browser_directory(browser));
	f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "<!DOCTYPE html><meta charset=\"utf-8\"><title>T</title>%s", html);
	fclose(f);
	browser_open(browser, path);
}

/* A page that asks for nothing and says nothing is clean; values come back as strings, whatever they are. */
static void a_page_is_opened_and_asked(void **state)
{
	(void)state;
	open_page("<p id=p>a \"quoted\" ● \xf0\x9f\x98\x80\n line</p><img src=\"data:,x\">");
	assert_string_equal(browser_eval(browser, "document.title"), "T");
	assert_string_equal(browser_eval(browser, "6 * 7"), "42");
	assert_string_equal(
	    browser_eval(browser, "p.textContent"), "a \"quoted\" ● \xf0\x9f\x98\x80\n line");
	assert_string_equal(browser_eval(browser, "new Promise(done => setTimeout(done, 20, 'later'))"), "later");
	browser_expect_clean(browser);
}

static void keys_come_to_the_page(void **state)
{
	static const char *const keys[] = { "ArrowRight", "ArrowLeft", "Home", "a", "?", " ", "Enter", "PageDown" };

	(void)state;
	open_page("<script>var seen = ''; onkeydown = e => seen += e.key + ','</script>");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		browser_press(browser, keys[i]);
	browser_wait(browser, "seen", "ArrowRight,ArrowLeft,Home,a,?, ,Enter,PageDown,", WAIT_MS);
}

/* Whatever a page fetches is counted, whether there is an answer or not. */
static void requests_are_counted(void **state)
{
	(void)state;
	open_page("<link rel=stylesheet href=missing.css><img src=\"http://127.0.0.1:9/x.png\">");
	assert_int_equal(browser_requests(browser), 2);
	open_page("<p>nothing");
	assert_int_equal(browser_requests(browser), 0);
	browser_eval(browser, "fetch('http://127.0.0.1:9/').catch(() => 'no')");
	assert_int_equal(browser_requests(browser), 1);
}

static void errors_are_counted(void **state)
{
	(void)state;
	open_page("<script>console.error('one'); console.log('none')</script><script>nobody.knows()</script>");
	browser_eval(browser, "1");
	assert_int_equal(browser_errors(browser), 2);
	open_page("<script>setTimeout(() => { throw new Error('late') }, 1)</script>");
	for (int tries = 0; browser_errors(browser) == 0 && tries < 500; tries++)
		browser_eval(browser, "new Promise(done => setTimeout(done, 10))");
	assert_int_equal(browser_errors(browser), 1);
}

/* Without scripts the page is as it was written, and can be asked all the same. */
static void scripts_can_be_off(void **state)
{
	(void)state;
	browser_scripts(browser, false);
	open_page("<p id=p>as written</p><script>p.textContent = 'changed'</script>");
	assert_string_equal(browser_eval(browser, "document.getElementById('p').textContent"), "as written");
	browser_scripts(browser, true);
	open_page("<p id=p>as written</p><script>p.textContent = 'changed'</script>");
	assert_string_equal(browser_eval(browser, "p.textContent"), "changed");
}

static void size_and_scheme_are_what_was_asked(void **state)
{
	char path[PATH_MAX], magic[8] = "";
	FILE *f;

	(void)state;
	open_page("<p>sized");
	for (int dark = 0; dark <= 1; dark++) {
		browser_scheme(browser, dark ? "dark" : "light");
		browser_size(browser, 640 + dark, 480);
		assert_string_equal(browser_eval(browser, "matchMedia('(prefers-color-scheme: dark)').matches"),
		    dark ? "true" : "false");
		assert_string_equal(browser_eval(browser, "innerWidth + 'x' + innerHeight"), dark ? "641x480" : "640x480");
	}
	snprintf(path, sizeof path, "%s/shot.png", browser_directory(browser));
	browser_screenshot(browser, path);
	f = fopen(path, "rb");
	assert_non_null(f);
	assert_int_equal(fread(magic, 1, sizeof magic, f), sizeof magic);
	fclose(f);
	assert_memory_equal(magic, "\x89PNG\r\n\x1a\n", sizeof magic);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_opened_and_asked),
		cmocka_unit_test(keys_come_to_the_page),
		cmocka_unit_test(requests_are_counted),
		cmocka_unit_test(errors_are_counted),
		cmocka_unit_test(scripts_can_be_off),
		cmocka_unit_test(size_and_scheme_are_what_was_asked),
	};

	return cmocka_run_group_tests(tests, start, end) != 0;
}
