/* The pictures of the README; see pictures.h. */
#include "tests/pictures.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "ui/app.h"
#include "ui/script.h"
#include "ui/why/describe.h"
#include "ui/why/subject.h"

enum { TEXT_MAX = 1 << 17, STORY_MAX = 256 };

/* Name, lab, story, milliseconds, columns, rows, cursor: the opening, then the first lesson step by step. */
/* clang-format off */
const struct readme_picture pictures[] = {
	{ "opening",    "active-active.ini", "10 fault power primary",               28000, 120, 32, "ASA2" },
	{ "rest",       "active-active.ini", "",                                      9000,  80, 24, NULL },
	{ "silence",    "active-active.ini", "10 fault power primary",               14000,  80, 24, NULL },
	{ "takeover",   "active-active.ini", "10 fault power primary",               25500,  80, 24, NULL },
	{ "sync",       "active-active.ini", "10 fault power primary; 30 mend all", 100000,  80, 24, NULL },
	{ "home",       "active-active.ini", "10 fault power primary; 30 mend all", 133000,  80, 24, NULL },
	{ "no-preempt", "no-preempt.ini",    "10 fault power primary; 30 mend all", 133000,  80, 24, NULL },
};
/* clang-format on */

const int picture_count = sizeof pictures / sizeof *pictures;

static struct app app;

const struct readme_picture *picture_find(const char *name)
{
	for (int i = 0; i < picture_count; i++)
		if (strcmp(pictures[i].name, name) == 0)
			return &pictures[i];
	return NULL;
}

/* Opens the lab and goes to the instant. */
static void open_at(const struct readme_picture *p)
{
	static uint8_t pool[8 << 20];
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	struct screen_conf screen;
	char story[STORY_MAX], why[200];
	bool known;

	diag_init(&diag);
	known = conf_read_builtin(p->lab, &lab, &screen, &diag);
	assert(known);
	app_open(&app, &lab, &screen, p->lab, pool, sizeof pool);
	script.count = 0;
	snprintf(story, sizeof story, "%s", p->story);
	for (char *line = strtok(story, ";"); line; line = strtok(NULL, ";")) {
		known = script_add(&script, &lab, line, why, sizeof why);
		assert(known);
	}
	script_run(&script, &app.history, p->at_ms, &diag);
	app.changed_step = app.history.now.step;
	if (p->cursor) {
		known = subject_parse(&app.history, p->cursor, &app.cursor, why, sizeof why);
		assert(known);
	}
}

const char *picture_text(const struct readme_picture *p, const char *format, enum theme theme)
{
	static struct canvas canvas;
	static char text[TEXT_MAX];
	char title[DESCRIBE_TITLE_LEN], description[DESCRIBE_LEN];
	struct sink sink = { text, sizeof text - 1, 0 };

	open_at(p);
	app_draw(&app, &canvas, p->columns, p->rows);
	back_find(format)->emit(&canvas, theme, CHARSET_UTF8,
	    &(struct caption){ describe_title(&app.history, p->lab, title, sizeof title),
	        describe_frame(&app.history, description, sizeof description) },
	    &sink);
	assert(sink.length < sizeof text);
	text[sink.length] = '\0';
	return text;
}

const char *picture_sentences(const struct readme_picture *p)
{
	static char description[DESCRIBE_LEN];

	open_at(p);
	return describe_frame(&app.history, description, sizeof description);
}
