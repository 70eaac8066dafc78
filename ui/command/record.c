/* `failscope record`: a run as a recording, to be played, opened in a browser, or run again. */
#include <stdio.h>
#include <string.h>

#include "ui/command/commands.h"
#include "ui/output.h"
#include "ui/record/recording.h"
#include "ui/record/take.h"

/* The form that is asked for; a cast where nothing says anything. RECORDING_COUNT where a file's ending means none. */
static enum recording_form choose_form(const struct request *r, const char *path)
{
	if (is_given(r, OPTION_FORMAT))
		return recording_find(r->value[OPTION_FORMAT]);
	return path ? recording_by_ending(path) : RECORDING_CAST;
}

/* Opens the lab with the look that is asked for, and runs its whole story. */
static bool run_story(const struct request *r, struct session *s)
{
	struct stop stop;

	session_open_app(s, &r->memory);
	request_look(r, &s->app.theme, &s->app.charset);
	/* What the environment says of colours is no matter of a recording, which is the same everywhere. */
	if (r->color == COLOR_NEVER)
		s->app.theme = THEME_MONO;
	if (!request_stop(r, s, &stop))
		return false;
	if (!is_given(r, OPTION_UNTIL))
		stop.at_ms = session_story_end(s);
	return session_stop(s, stop);
}

/* How far a recording came that has no more room. */
static int complain_of_room(const struct reel *reel)
{
	return output_complain(EXIT_INPUT,
	    "the recording is full after %u frames and %u s; end it earlier with --until, or pass over what is idle "
	    "with --idle 2",
	    reel->count, reel_end_ms(reel) / 1000);
}

int command_record(const struct request *r, struct session *s)
{
	static struct reel reel;
	const struct take take = { r->columns, r->rows, r->idle_ms };
	const char *path = r->value[OPTION_OUTPUT];
	size_t half = r->memory.text_size / 2;
	struct sink sink = { r->memory.text + half, half, 0 };
	enum recording_form form;

	if (path && strcmp(path, "-") == 0)
		path = NULL;
	form = choose_form(r, path);
	if (form == RECORDING_COUNT)
		return output_complain(EXIT_USAGE, "'%.80s' ends in none of .cast, .html and .script: which is it, by --format?",
		    path);
	if (r->columns == 0 || r->rows == 0)
		return output_complain(EXIT_USAGE, "--size: a recording has a column and a row at least");
	if (!session_load(s, r->lab, &r->stories) || !run_story(r, s))
		return EXIT_INPUT;
	reel_begin(&reel, r->memory.text, half);
	if (form != RECORDING_SCRIPT && !take_run(&s->app, &take, &reel))
		return complain_of_room(&reel);
	recording_emit(&s->app, &reel, NULL, form, &sink);
	if (sink.length > sink.size)
		return output_complain(EXIT_INPUT, "a recording of %zu bytes is too large", sink.length);
	if (path)
		return output_file(path, sink.bytes, sink.length);
	output_bytes(sink.bytes, sink.length);
	return EXIT_FINE;
}
