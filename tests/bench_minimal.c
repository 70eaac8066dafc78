/* The yardstick of the screen: the least that ncurses and libevent can do.
 *
 * A full screen of text and a counter on it; each key counts, q quits, and the screen is drawn once
 * for all keys that wait. */
#include <curses.h>
#include <event2/event.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct event_base *base;
static int counter;

/* The counter, on the screen that is there. */
static void draw(void)
{
	mvprintw(0, 10, "%8d", counter);
	refresh();
}

/* Fills every row but the last cell, which would scroll. */
static void draw_all(void)
{
	static const char words[] = "the least that a program on a full screen can do, ";

	for (int y = 0; y < LINES; y++)
		for (int x = 0; x < COLS - (y == LINES - 1); x++)
			mvaddch(y, x, (chtype)words[(x + 7 * y) % (int)(sizeof words - 1)]);
	draw();
}

/* All the keys that wait. */
static void on_input(evutil_socket_t fd, short what, void *data)
{
	int key;

	(void)fd, (void)what, (void)data;
	while ((key = getch()) != ERR) {
		counter++;
		if (key == 'q')
			event_base_loopbreak(base);
	}
	draw();
}

int main(void)
{
	struct event *input;

	setlocale(LC_ALL, "");
	base = event_base_new();
	if (!base || !newterm(NULL, stdout, stdin))
		return fprintf(stderr, "bench_minimal: no terminal here\n"), EXIT_FAILURE;
	raw();
	noecho();
	nodelay(stdscr, TRUE);
	keypad(stdscr, TRUE);
	curs_set(0);
	draw_all();
	input = event_new(base, STDIN_FILENO, EV_READ | EV_PERSIST, on_input, NULL);
	event_add(input, NULL);
	event_base_dispatch(base);
	endwin();
	event_free(input);
	event_base_free(base);
	return EXIT_SUCCESS;
}
