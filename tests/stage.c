/* The dashboard without a terminal; see stage.h. */
#include "tests/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/gallery.h"
#include "tests/golden.h"
#include "ui/script.h"

static char text[1 << 20];
static uint8_t pool[16 << 20];

void stage_open(struct app *app, const char *name, const char *story, uint32_t until_ms)
{
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	struct screen_conf screen;
	char lines[512], why[256];

	diag_init(&diag);
	script.count = 0;
	assert_true(conf_read_builtin(name, &lab, &screen, &diag));
	memset(app, 0, sizeof *app);
	app_open(app, &lab, &screen, name, pool, sizeof pool);
	snprintf(lines, sizeof lines, "%s", story);
	for (char *line = strtok(lines, ";"); line; line = strtok(NULL, ";"))
		assert_true(script_add(&script, &lab, line, why, sizeof why));
	script_run(&script, &app->history, until_ms, &diag);
	app->changed_step = app->history.now.step - 1;
}

void stage_expect(struct app *app, struct canvas *canvas, const char *name, int columns, int rows)
{
	struct sink sink = { text, sizeof text - 1, 0 };
	char path[128];

	app_draw(app, canvas, columns, rows);
	back_find("text")->emit(canvas, app->theme, app->charset, NULL, &sink);
	sink_text(&sink, "--- styles\n");
	back_styles(canvas, &sink);
	assert_true(sink.length < sizeof text);
	text[sink.length] = '\0';
	snprintf(path, sizeof path, "tests/screens/%s.txt", name);
	assert_true(golden_equal(path, text));
	gallery_add(name, canvas);
}
