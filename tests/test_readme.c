/* The README's generated parts are what the program prints today; UPDATE=1 writes them anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/grammar.h"
#include "tests/pictures.h"
#include "ui/asdm/panes.h"
#include "ui/conf/conf.h"
#include "ui/conf/labs.h"
#include "ui/keys.h"
#include "ui/script.h"
#include "ui/walk/walk.h"

enum { ROOM = 1 << 18 };

static char readme[ROOM], made[ROOM];

/* Text inside an attribute. */
static void print_escaped(const char *text, FILE *out)
{
	static char escaped[1 << 12];
	struct sink sink = { escaped, sizeof escaped, 0 };

	sink_escaped(&sink, text);
	assert_true(sink.length < sizeof escaped);
	fwrite(escaped, 1, sink.length, out);
}

/* A picture, in the reader's light or dark, with what it shows in sentences. */
static void print_picture(const struct readme_picture *p, FILE *out)
{
	fprintf(out, "<picture>\n<source media=\"(prefers-color-scheme: dark)\" srcset=\"layouts/pictures/%s-dark.svg\">\n"
		     "<img src=\"layouts/pictures/%s-light.svg\" alt=\"", p->name, p->name);
	print_escaped(picture_sentences(p), out);
	fprintf(out, "\">\n</picture>\n\n");
}

/* The one at the top has its text with it, for those who read this in a terminal. */
static void print_opening(FILE *out)
{
	const struct readme_picture *p = picture_find("opening");

	print_picture(p, out);
	fprintf(out, "<details>\n<summary>The same as text</summary>\n\n```text\n%s```\n\n</details>\n",
	    picture_text(p, "text", THEME_DARK));
}

/* One of the lesson. */
static void print_step(const char *name, FILE *out)
{
	const struct readme_picture *p = picture_find(name);

	if (!p)
		fail_msg("README.md: there is no picture '%s'", name);
	print_picture(p, out);
	fprintf(out, "[The same as text](layouts/pictures/%s.txt)\n", name);
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

/* A form as it is typed: what has a range is written as one, and a bar does not end a cell. */
static void print_form(FILE *out, const char *form)
{
	while (*form) {
		size_t length = strcspn(form, " []{}|");
		uint32_t least, most;
		const char *help;
		char name[40];

		snprintf(name, sizeof name, "%.*s", (int)length, form);
		if (length > 0 && cli_range(name, &least, &most, &help))
			fprintf(out, "%u-%u%s", (unsigned)least, (unsigned)most, strcmp(name, "PERCENT") == 0 ? "%" : "");
		else
			fprintf(out, "%s", name);
		form += length;
		if (*form)
			fprintf(out, "%s%c", *form == '|' ? "\\" : "", *form);
		form += *form != '\0';
	}
}

/* What a console takes. */
static void print_lines(FILE *out)
{
	static const char *const modes[] = { "system", "failover group", "context", "in a context", "its interface", "any" };

	fprintf(out, "| line | where | | what it does |\n| --- | --- | --- | --- |\n");
	for (int row = 0; row < TYPED_COUNT; row++) {
		const struct cli_row *r = &cli_rows[row];
		bool off = r->class == CLASS_OFF || r->class == CLASS_OFF_LOCAL;

		fprintf(out, "| `");
		print_form(out, r->form);
		fprintf(out, "` | %s | %s | %s |\n", modes[r->mode], off ? "off" : "", r->help);
	}
}

/* What is generated besides the pictures of the lesson, which are "picture NAME". */
static const struct {
	const char *name;
	void (*print)(FILE *out);
} parts[] = { { "opening", print_opening }, { "keys", keys_print }, { "panes", asdm_print }, { "lines", print_lines },
	{ "walks", print_walks },
	{ "walkthrough", walk_print_reference }, { "reference", conf_print_reference } };

enum { PART_COUNT = sizeof parts / sizeof *parts };

/* Prints the part of that name; notes in `seen` that it is there. */
static void print_part(const char *name, unsigned *seen, FILE *out)
{
	static const char picture[] = "picture ";

	if (strncmp(name, picture, strlen(picture)) == 0) {
		print_step(name + strlen(picture), out);
		return;
	}
	for (size_t p = 0; p < PART_COUNT; p++) {
		if (strcmp(parts[p].name, name) == 0) {
			parts[p].print(out);
			*seen |= 1u << p;
			return;
		}
	}
	fail_msg("README.md: nothing is generated under the name '%s'", name);
}

/* The README with its generated parts made anew. */
static void make_readme(void)
{
	static const char mark[] = "<!-- generated: ";
	const char *from = readme, *start;
	FILE *out = fmemopen(made, sizeof made, "w");
	unsigned seen = 0;

	while ((start = strstr(from, mark)) != NULL) {
		char name[64] = "";
		const char *end = strstr(start, "<!-- end -->");

		assert_int_equal(sscanf(start + strlen(mark), "%63[^>]", name), 1);
		name[strlen(name) - strlen(" --")] = '\0';
		assert_non_null(end);
		start = strchr(start, '\n') + 1;
		fwrite(from, 1, (size_t)(start - from), out);
		print_part(name, &seen, out);
		from = end;
	}
	fputs(from, out);
	fclose(out);
	assert_int_equal(seen, (1u << PART_COUNT) - 1);
}

/* Every picture that is made is shown. */
static void every_picture_is_shown(void **state)
{
	(void)state;
	for (int i = 0; i < picture_count; i++) {
		char path[96];

		snprintf(path, sizeof path, "srcset=\"layouts/pictures/%s-dark.svg\"", pictures[i].name);
		if (!strstr(made, path))
			fail_msg("README.md does not show the picture '%s'", pictures[i].name);
	}
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
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(generated_parts_are_current),
		cmocka_unit_test(every_picture_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
