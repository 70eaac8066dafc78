/* Every walkthrough's page in a browser: it asks for nothing, complains of nothing, is stepped forward and back by keys,
 * tells each step, and is read without scripts as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/browser.h"
#include "ui/conf/labs.h"
#include "ui/walk/walk.h"

enum { PATH_ROOM = 300, COMMAND_ROOM = 600, DEADLINE_MS = 10000 };

static struct browser *browser;
static struct walk walk;
static struct lab lab;
static struct screen_conf screen;
static struct diag diag;

static int begin(void **state)
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

/* Writes the page of a compiled-in walkthrough with the program itself; returns its path. */
static const char *write_page(const char *name)
{
	static char path[PATH_ROOM];
	char command[COMMAND_ROOM];
	const char *program = getenv("FAILSCOPE"), *folder = browser_directory(browser);

	diag_init(&diag);
	assert_true(walk_read(&walk, name, &lab, &screen, &diag));
	snprintf(command, sizeof command, "%s walk %s --format html -o %s", program ? program : "build/release/failscope", name,
	    folder);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof path, "%s/%.*s.html", folder, (int)(strlen(name) - 4), name);
	return path;
}

/* The heading of the step that is seen. */
static void expect_step(int step)
{
	char wanted[WALK_TITLE_LEN + 16];

	snprintf(wanted, sizeof wanted, "%d. %s", step + 1, walk.steps[step].title);
	browser_wait(browser, "document.querySelector('#words h2').textContent", wanted, DEADLINE_MS);
}

/* Each page: all of its steps forward, and back to the first, by keys. */
static void every_page_is_stepped_by_keys(void **state)
{
	(void)state;
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		browser_open(browser, write_page(b->name));
		expect_step(0);
		for (int step = 1; step < walk.step_count; step++) {
			browser_press(browser, "]");
			expect_step(step);
		}
		for (int step = walk.step_count - 2; step >= 0; step--) {
			browser_press(browser, "[");
			expect_step(step);
		}
		browser_expect_clean(browser);
	}
}

/* Without scripts every step is there, one below the other, with its text. */
static void every_page_is_read_without_scripts(void **state)
{
	(void)state;
	browser_scripts(browser, false);
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		char wanted[16];

		browser_open(browser, write_page(b->name));
		snprintf(wanted, sizeof wanted, "%d", walk.step_count);
		browser_wait(browser,
		    "String([...document.querySelectorAll('main section')].filter(s => s.offsetParent !== null && "
		    "s.innerText.length > 200).length)",
		    wanted, DEADLINE_MS);
		browser_expect_clean(browser);
	}
	browser_scripts(browser, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_is_stepped_by_keys),
		cmocka_unit_test(every_page_is_read_without_scripts),
	};

	return cmocka_run_group_tests(tests, begin, end) != 0;
}
