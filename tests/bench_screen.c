/* The canvas and the terminal's back end without the program: a full screen of which each key
 * changes one cell; q quits. What is sent for a cell is all that is wanted of it. */
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ui/backs/curses.h"

static struct canvas canvas;

/* The loop's signals, so that ncurses sets no handlers of its own. */
static void ignore_signals(void)
{
	static const int numbers[] = { SIGTSTP, SIGWINCH, SIGINT, SIGTERM };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		signal(numbers[i], SIG_IGN);
}

/* Every cell has a letter, and every third row another style. */
static void fill(void)
{
	struct area all = canvas_area(&canvas);

	for (int y = 0; y < canvas.rows; y++)
		for (int x = 0; x < canvas.columns; x++)
			area_repeat(all, x, y, 1,
			    y % 3 ? STYLE_PLAIN : (enum style)(y % STYLE_COUNT),
			    (uint32_t)('a' + (x + y) % 26));
}

/* One cell, each time another one far from the last. */
static void change(int number)
{
	int x = number * 37 % canvas.columns, y = number * 11 % canvas.rows;

	area_repeat(canvas_area(&canvas), x, y, 1, STYLE_PLAIN, (uint32_t)('A' + number % 26));
}

int main(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
	struct key key = { 0 };
	char why[128];
	int columns, rows;

	setlocale(LC_ALL, "");
	ignore_signals();
	if (!curses_open(why, sizeof why))
		return fprintf(stderr, "bench_screen: %s\n", why), EXIT_FAILURE;
	curses_size(&columns, &rows);
	canvas_reset(&canvas, columns, rows);
	fill();
	for (int number = 1; key.code != 'q'; number++) {
		curses_show(&canvas, (enum theme)0, curses_depth(), CHARSET_UTF8);
		while (!curses_key(&key) && poll(&input, 1, -1) > 0)
			if (input.revents & POLLHUP)
				return EXIT_FAILURE;
		change(number);
	}
	curses_close();
	return EXIT_SUCCESS;
}
