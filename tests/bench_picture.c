/* How long it takes to write a frame of 120x36 in a format, in process, from the canvas to bytes.  The yardstick is the
 * same frame as plain text, which is little more than its glyphs. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench.h"
#include "ui/app.h"
#include "ui/script.h"

enum { COLUMNS = 120, ROWS = 36, ROUNDS = 201, AT_MS = 28000, TEXT = 1 << 20 };

static struct app app;
static struct canvas canvas;
static char text[TEXT];

/* The page's pair, eighteen seconds after the primary lost its power. */
static void open_pair(void)
{
	static uint8_t pool[8 << 20];
	static struct lab lab;
	static struct diag diag;
	static struct script script;
	struct screen_conf screen;
	char why[200];

	diag_init(&diag);
	if (!conf_read_builtin("active-active.ini", &lab, &screen, &diag) ||
	    !script_add(&script, &lab, "10 fault power primary", why, sizeof why))
		exit(1);
	app_open(&app, &lab, &screen, "active-active.ini", pool, sizeof pool);
	script_run(&script, &app.history, AT_MS, &diag);
}

/* The median time of a format in milliseconds; `bytes` is how many it writes. */
static double write_ms(const struct back *back, size_t *bytes)
{
	static double ms[ROUNDS];
	static const struct caption caption = { "A title", "A description." };

	for (int i = 0; i < ROUNDS; i++) {
		struct sink sink = { text, sizeof text, 0 };
		double begin = bench_cpu_s();

		back->emit(&canvas, app.theme, CHARSET_UTF8, &caption, &sink);
		ms[i] = (bench_cpu_s() - begin) * 1e3;
		assert(sink.length <= sink.size);
		*bytes = sink.length;
	}
	return bench_median(ms, ROUNDS);
}

/* The same for drawing the frame. */
static double draw_ms(void)
{
	static double ms[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		double begin = bench_cpu_s();

		app_draw(&app, &canvas, COLUMNS, ROWS);
		ms[i] = (bench_cpu_s() - begin) * 1e3;
	}
	return bench_median(ms, ROUNDS);
}

int main(void)
{
	double draw, text_ms = 0;

	open_pair();
	draw = draw_ms();
	bench_head("a picture of 120x36 (own time, the median of 201)");
	bench_print(&(struct bench_row){ "drawing it on the canvas", "us", draw * 1e3, 0, 1000, false });
	for (int b = 0; b < back_count; b++) {
		char name[64];
		size_t bytes;
		double ms = write_ms(&backs[b], &bytes);

		snprintf(name, sizeof name, "writing it as %s, %zu bytes", backs[b].word, bytes);
		bench_print(&(struct bench_row){ name, "us", ms * 1e3, 0, 1000, false });
		if (b == 0)
			text_ms = ms; /* the list begins with text */
		else
			bench_print(&(struct bench_row){ "  to text", "us", ms * 1e3, text_ms * 1e3, 10, false });
	}
	return 0;
}
