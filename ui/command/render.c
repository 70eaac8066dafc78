/* `failscope render`, and the dashboard: both draw the same frame. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/backs/back.h"
#include "ui/backs/png.h"
#include "ui/command/commands.h"
#include "ui/interact.h"
#include "ui/look.h"
#include "ui/output.h"
#include "ui/path.h"
#include "ui/why/describe.h"

/* --- a frame --------------------------------------------------------------------------------- */

/* The frame of an opened session at a size, in a format, to a file or (NULL) standard output. */
struct frame {
	int columns, rows;
	const struct back *back;
	const char *path;
	bool png; /* `back` is SVG, and the file gets it as PNG */
};

/* Writes a frame that is ready as SVG to a file as PNG. */
static int write_png(const char *path, const struct sink *svg, struct memory memory)
{
	struct sink png = { memory.text + svg->length, memory.text_size - svg->length, 0 };
	char why[PNG_WHY_LEN];

	if (!png_from_svg(svg->bytes, svg->length, &png, why))
		return output_complain(EXIT_INPUT, "%s: %s", path, why);
	return output_file(path, png.bytes, png.length);
}

static int render_frame(struct session *s, const struct frame *f, struct memory memory)
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
	if (f->png)
		return write_png(f->path, &sink, memory);
	if (f->path)
		return output_file(f->path, sink.bytes, sink.length);
	output_bytes(sink.bytes, sink.length);
	return EXIT_FINE;
}

/* Opens the lab with what the options say of its look, and goes to the wanted time. */
static bool open_at(const struct request *r, struct session *s)
{
	const struct sim *now;
	struct stop stop;

	session_open_app(s, &r->memory);
	request_look(r, &s->app.theme, &s->app.charset);
	s->app.present.on = is_given(r, OPTION_PRESENT);
	if (!request_stop(r, s, &stop) || !session_stop(s, stop))
		return false;
	now = &s->app.history.now;
	/* Just changed is what happened at that very instant. */
	s->app.changed_step = now->step - (now->did.at_ms == now->now_ms);
	return true;
}

/* Shows what --view and --cursor say. */
static bool show_view(const struct request *r, struct session *s)
{
	char why[DIAG_SENTENCE_LEN];

	if (is_given(r, OPTION_VIEW) && !look_show(&s->app, r->value[OPTION_VIEW], r->columns, r->rows, why, sizeof why))
		output_complain(EXIT_INPUT, "--view: %s", why);
	else if (is_given(r, OPTION_CURSOR) && !look_at(&s->app, r->value[OPTION_CURSOR], why, sizeof why))
		output_complain(EXIT_INPUT, "--cursor: %s", why);
	else
		return true;
	return false;
}

/* --- render ---------------------------------------------------------------------------------- */

/* The format that a file's ending names, or NULL. */
static const struct back *back_by_ending(const char *path)
{
	for (int b = 0; b < back_count; b++)
		if (path_ends(path, backs[b].ending))
			return &backs[b];
	return path_ends(path, ".ansi") ? back_find("ansi") : NULL;
}

/* Where the ending of a file's name begins; NULL where it has none, as a pipe or /dev/null has. */
static const char *ending_of(const char *path)
{
	const char *name = path_name(path), *dot = strrchr(name, '.');

	return dot && dot > name ? dot : NULL;
}

/* Chooses the format that is asked for; what may have no colours at all goes out as text. False with a complaint where the
 * file's ending names none. */
static bool choose_back(const struct request *r, struct frame *f)
{
	if (is_given(r, OPTION_FORMAT))
		f->back = back_find(r->value[OPTION_FORMAT]);
	else if (f->path)
		f->back = back_by_ending(f->path);
	f->png = !f->back && f->path && path_ends(f->path, ".png");
	if (f->png)
		f->back = back_find("svg");
	if (!f->back && f->path && ending_of(f->path)) {
		output_complain(EXIT_USAGE, "'%s' ends in none of .txt, .ans, .svg, .html and .png: which is it, by --format?",
		    f->path);
		return false;
	}
	if (!f->back || (f->back == back_find("ansi") && r->color == COLOR_NEVER))
		f->back = back_find("text");
	return true;
}

/* Writes the frame of a picture again, as text beside it: down.txt for down.svg. */
static int render_text(struct session *s, const struct frame *picture, struct memory memory)
{
	const char *dot = ending_of(picture->path);
	struct frame frame = *picture;
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%.*s.txt",
	    (int)(dot ? dot - picture->path : (ptrdiff_t)strlen(picture->path)), picture->path);
	if (strcmp(path, picture->path) == 0)
		return EXIT_FINE;
	frame.path = path;
	frame.back = back_find("text");
	frame.png = false;
	return render_frame(s, &frame, memory);
}

int command_render(const struct request *r, struct session *s)
{
	const char *path = r->value[OPTION_OUTPUT];
	struct frame frame = { .columns = r->columns, .rows = r->rows };
	int code;

	if (path && strcmp(path, "-") != 0)
		frame.path = path;
	if (is_given(r, OPTION_TEXT) && !frame.path)
		return output_complain(EXIT_USAGE, "--text: it is written beside a file, so -o FILE is wanted");
	if (!choose_back(r, &frame))
		return EXIT_USAGE;
	if (!session_load(s, r->lab, &r->stories) || !open_at(r, s) || !show_view(r, s))
		return EXIT_INPUT;
	if (frame.back == back_find("ansi") && request_mono(r))
		s->app.theme = THEME_MONO;
	code = render_frame(s, &frame, r->memory);
	return code == EXIT_FINE && is_given(r, OPTION_TEXT) ? render_text(s, &frame, r->memory) : code;
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
	struct frame frame = { .columns = environment_number("COLUMNS", CANVAS_COLUMNS_MAX, r->columns),
		.rows = environment_number("LINES", CANVAS_ROWS_MAX, r->rows), .back = back_find("text") };
	int code = render_frame(s, &frame, r->memory);

	output_complain(code, "no terminal on standard output, so this is one frame; 'failscope "
			      "--help' tells of more");
	return code;
}

/* What the script has in store for later happens later: all of it is journalled, and the run stands where it was. */
static bool give_the_rest(struct session *s)
{
	struct history *h = &s->app.history;
	uint32_t at_ms = h->now.now_ms, end_ms = session_script_end(s);

	if (s->told_ms > end_ms)
		end_ms = s->told_ms;
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
	request_terminal_look(r, &s->screen, &a->theme, &a->charset);
	if (!give_the_rest(s))
		return EXIT_INPUT;
	if (s->diag.count > 0)
		diag_format(&s->diag.rows[0], a->message, sizeof a->message);
	session_lend_recorder(s, &r->memory);
	return app_interact(a);
}
