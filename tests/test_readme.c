/* The README's generated parts are what the program prints today; UPDATE=1 writes them anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/app.h"
#include "ui/asdm/panes.h"
#include "ui/conf.h"
#include "ui/keys.h"
#include "ui/labs.h"
#include "ui/script.h"
#include "ui/walk/walk.h"

enum { ROOM = 1 << 18 };

static char readme[ROOM], made[ROOM];

/* The frame at the top: the page's pair, eighteen seconds after the primary lost its power. */
static void print_picture(FILE *out)
{
	static struct app app;
	static struct canvas canvas;
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	static uint8_t pool[4 << 20];
	static char text[1 << 16];
	struct screen_conf screen;
	struct sink sink = { text, sizeof text, 0 };
	char why[200];

	diag_init(&diag);
	assert_true(conf_read_builtin("active-active.ini", &lab, &screen, &diag));
	app_open(&app, &lab, &screen, "active-active.ini", pool, sizeof pool);
	assert_true(script_add(&script, &lab, "10 fault power primary", why, sizeof why));
	script_run(&script, &app.history, 28000, &diag);
	app_draw(&app, &canvas, 80, 24);
	back_find("text")->emit(&canvas, THEME_DARK, CHARSET_UTF8, NULL, &sink);
	fprintf(out, "```text\n%.*s```\n", (int)sink.length, text);
}

/* The walkthroughs that come with the program. */
static void print_walks(FILE *out)
{
	static struct walk walk;
	static struct lab lab;
	static struct diag diag;
	struct screen_conf screen;

	fprintf(out, "| walkthrough | what it shows |\n| --- | --- |\n");
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		diag_init(&diag);
		assert_true(walk_read(&walk, b->name, &lab, &screen, &diag));
		fprintf(out, "| `%.*s` | %s |\n", (int)(strlen(b->name) - 4), b->name, walk_title(&walk));
	}
}

static const struct {
	const char *name;
	void (*print)(FILE *out);
} parts[] = { { "picture", print_picture }, { "keys", keys_print }, { "panes", asdm_print }, { "walks", print_walks },
	{ "walkthrough", walk_print_reference }, { "reference", conf_print_reference } };

/* The README with its generated parts made anew. */
static void make_readme(void)
{
	const char *from = readme;
	FILE *out = fmemopen(made, sizeof made, "w");

	for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
		char mark[64];
		const char *start, *end;

		snprintf(mark, sizeof mark, "<!-- generated: %s -->\n", parts[p].name);
		start = strstr(from, mark);
		assert_non_null(start);
		start += strlen(mark);
		end = strstr(start, "<!-- end -->");
		assert_non_null(end);
		fwrite(from, 1, (size_t)(start - from), out);
		parts[p].print(out);
		from = end;
	}
	fputs(from, out);
	fclose(out);
}

static void generated_parts_are_current(void **state)
{
	FILE *f = fopen("README.md", "r");
	size_t n;

	(void)state;
	assert_non_null(f);
	n = fread(readme, 1, sizeof readme - 1, f);
	readme[n] = '\0';
	fclose(f);
	make_readme();
	if (getenv("UPDATE")) {
		f = fopen("README.md", "w");
		assert_non_null(f);
		fputs(made, f);
		fclose(f);
		return;
	}
	if (strcmp(readme, made) != 0)
		fail_msg("README.md is out of date: make docs");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(generated_parts_are_current) };

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
