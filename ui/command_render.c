/* `failscope render`, and the dashboard: both draw the same frame. */
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/backs/back.h"
#include "ui/commands.h"
#include "ui/describe.h"
#include "ui/interact.h"
#include "ui/output.h"

/* --- a frame --------------------------------------------------------------------------------- */

int render_frame(struct session *s, const struct frame *f, struct memory memory)
{
	static struct canvas canvas;
	struct sink sink = { memory.text, memory.text_size, 0 };
	char title[DESCRIBE_TITLE_LEN], description[DESCRIBE_LEN];
	struct caption caption = { describe_title(&s->app.history, s->name, title, sizeof title),
		describe_frame(&s->app.history, description, sizeof description) };

	app_draw(&s->app, &canvas, f->columns, f->rows);
	f->back->emit(&canvas, s->app.theme, s->app.charset, &caption, &sink);
	if (sink.length > sink.size)
		return output_complain(EXIT_INPUT, "a frame of %dx%d is too large as %s",
		    f->columns, f->rows, f->back->word);
	if (f->path)
		return output_file(f->path, sink.bytes, sink.length);
	output_bytes(sink.bytes, sink.length);
	return EXIT_FINE;
}

/* Opens the lab with what the options say of its look, and goes to the wanted time. */
static bool open_at(const struct request *r, struct session *s)
{
	bool ascii = is_given(r, OPTION_ASCII) || s->screen.charset == SCREEN_CHARSET_ASCII;
	struct stop stop;

	session_open_app(s, &r->memory);
	s->app.charset = ascii ? CHARSET_ASCII : CHARSET_UTF8;
	if (is_given(r, OPTION_THEME))
		theme_find(r->value[OPTION_THEME], &s->app.theme);
	return request_stop(r, s, &stop) && session_stop(s, stop);
}

/* --- render ---------------------------------------------------------------------------------- */

/* The format that a file's ending names, or NULL. */
static const struct back *back_by_ending(const char *path)
{
	size_t length = strlen(path);

	for (int b = 0; b < back_count; b++) {
		size_t ending = strlen(backs[b].ending);

		if (length > ending && strcmp(path + length - ending, backs[b].ending) == 0)
			return &backs[b];
	}
	return NULL;
}

/* The format that is asked for; what may have no colours at all goes out as text. */
static const struct back *choose_back(const struct request *r, const char *path)
{
	const struct back *back = NULL;

	if (is_given(r, OPTION_FORMAT))
		back = back_find(r->value[OPTION_FORMAT]);
	else if (path)
		back = back_by_ending(path);
	if (!back || (back == back_find("ansi") && r->color == COLOR_NEVER))
		back = back_find("text");
	return back;
}

int command_render(const struct request *r, struct session *s)
{
	const char *path = r->value[OPTION_OUTPUT];
	struct frame frame = { r->columns, r->rows, NULL, NULL };

	if (!session_load(s, r->lab, &r->stories) || !open_at(r, s))
		return EXIT_INPUT;
	if (path && strcmp(path, "-") != 0)
		frame.path = path;
	frame.back = choose_back(r, frame.path);
	if (frame.back == back_find("ansi") && request_mono(r))
		s->app.theme = THEME_MONO;
	return render_frame(s, &frame, r->memory);
}

/* --- the dashboard --------------------------------------------------------------------------- */

/* A number of the environment between 1 and `most`, or else `otherwise`. */
static int environment_number(const char *name, int most, int otherwise)
{
	const char *text = getenv(name);
	char *end;
	long n;

	if (!text || *text < '0' || *text > '9')
		return otherwise;
	n = strtol(text, &end, 10);
	return *end || n < 1 || n > most ? otherwise : (int)n;
}

/* Without a terminal: the frame as text, and how to see more. */
static int print_opening(const struct request *r, struct session *s)
{
	struct frame frame = { environment_number("COLUMNS", CANVAS_COLUMNS_MAX, r->columns),
		environment_number("LINES", CANVAS_ROWS_MAX, r->rows), back_find("text"), NULL };
	int code = render_frame(s, &frame, r->memory);

	output_complain(code, "no terminal on standard output, so this is one frame; 'failscope "
			      "--help' tells of more");
	return code;
}

/* Can the terminal's character set show lines? */
static bool terminal_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* What the script has in store for later happens later: all of it is journalled, and the run stands where it was. */
static bool give_the_rest(struct session *s)
{
	struct history *h = &s->app.history;
	uint32_t at_ms = h->now.now_ms, end_ms = session_script_end(s);

	if (end_ms <= at_ms - h->now.open_ms)
		return true;
	if (!session_run(s, end_ms))
		return false;
	history_go_ms(h, at_ms);
	s->app.changed_step = h->now.step;
	return true;
}

int command_dashboard(const struct request *r, struct session *s)
{
	struct app *a = &s->app;

	if (!session_load(s, r->lab, &r->stories) || !open_at(r, s))
		return EXIT_INPUT;
	if (!isatty(STDOUT_FILENO))
		return print_opening(r, s);
	if (s->screen.charset == SCREEN_CHARSET_AUTO && !terminal_is_utf8())
		a->charset = CHARSET_ASCII;
	if (!give_the_rest(s))
		return EXIT_INPUT;
	if (request_mono(r))
		a->theme = THEME_MONO;
	if (s->diag.count > 0)
		diag_format(&s->diag.rows[0], a->message, sizeof a->message);
	return app_interact(a);
}
