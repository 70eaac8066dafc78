/* From files to a run; see session.h. */
#include "ui/session.h"

#include <stdio.h>

#include "ui/output.h"
#include "ui/record/cast.h"
#include "ui/until.h"

enum { AFTER_MS = 60 * 1000 };

static const char page_pair[] = "active-active.ini";

/* Reads the stories into the script; the n-th --do is filed as line n. */
static void read_stories(struct session *s, const struct stories *stories)
{
	char why[DIAG_SENTENCE_LEN];
	int number = 0;

	for (int i = 0; i < stories->count; i++) {
		const struct story *story = &stories->story[i];

		if (story->is_file)
			script_read(&s->script, &s->lab, story->text, &s->diag);
		else if (number++, !script_add(&s->script, &s->lab, story->text, why, sizeof why))
			diag_add(&s->diag, false, "--do", number, "%s", why);
	}
}

/* Reads a recording: its lab, and its script. */
static bool read_cast(struct session *s, const char *path)
{
	struct cast_run run = { &s->lab, &s->screen, &s->script, 0 };
	bool good = cast_read_file(path, &run, &s->diag);

	s->told_ms = run.until_ms;
	return good;
}

bool session_read(struct session *s, const char *lab, const struct stories *stories)
{
	bool good;

	diag_init(&s->diag);
	s->script.count = 0;
	s->name = lab ? lab : page_pair;
	s->told_ms = 0;
	if (lab && cast_is_name(lab))
		good = read_cast(s, lab);
	else
		good = lab ? conf_read_file(lab, &s->lab, &s->screen, &s->diag)
			   : conf_read_builtin(page_pair, &s->lab, &s->screen, &s->diag);
	/* A story about a lab that is broken would only repeat its mistakes. */
	if (good)
		read_stories(s, stories);
	return s->diag.errors == 0;
}

/* Prints the mistakes of a list, without its warnings. */
static void print_errors(const struct diag *d)
{
	char text[DIAG_FILE_LEN + DIAG_SENTENCE_LEN + 32];
	int printed = 0;

	for (int i = 0; i < d->count; i++) {
		if (d->rows[i].warning)
			continue;
		diag_format(&d->rows[i], text, sizeof text);
		fprintf(stderr, "%s\n", text);
		printed++;
	}
	if (d->errors > printed)
		fprintf(stderr, "and %d more\n", d->errors - printed);
}

bool session_load(struct session *s, const char *lab, const struct stories *stories)
{
	bool good = session_read(s, lab, stories);

	if (!good)
		print_errors(&s->diag);
	diag_init(&s->diag);
	return good;
}

void session_open_app(struct session *s, const struct memory *memory)
{
	app_open(&s->app, &s->lab, &s->screen, s->name, memory->pool, memory->pool_size);
}

void session_lend_recorder(struct session *s, const struct memory *memory)
{
	recorder_init(&s->recorder, memory->text, memory->text_size);
	s->app.recorder = &s->recorder;
}

void session_open_run(struct session *s, const struct memory *memory)
{
	history_open(&s->app.history, &s->lab, memory->pool, memory->pool_size);
}

/* Does the run go so far? */
static bool reaches(const struct session *s, uint32_t until_ms)
{
	uint32_t left_ms = TIME_MAX_MS - s->app.history.now.open_ms;

	if (until_ms > left_ms)
		output_complain(EXIT_INPUT, "the run ends at %u.%03u s, after 24 days",
		    left_ms / 1000, left_ms % 1000);
	return until_ms <= left_ms;
}

bool session_run(struct session *s, uint32_t until_ms)
{
	struct history *h = &s->app.history;

	if (!reaches(s, until_ms))
		return false;
	diag_init(&s->diag);
	script_run(&s->script, h, until_ms, &s->diag);
	diag_print(&s->diag, stderr);
	return true;
}

/* How far the script is run before a condition is looked for from a time on, so that all commands
 * that may matter are in the journal. */
static uint32_t end_of_search(const struct session *s, uint32_t from_ms)
{
	uint32_t end_ms = session_script_end(s);

	if (end_ms > from_ms + UNTIL_WITHIN_MS)
		end_ms = from_ms + UNTIL_WITHIN_MS;
	return end_ms > from_ms ? end_ms : from_ms;
}

bool session_find(struct session *s, uint32_t from_ms, const char *condition, struct stop *stop)
{
	struct history *h = &s->app.history;
	char why[DIAG_SENTENCE_LEN];
	struct until until;
	struct watch watch;
	bool met, held;

	if (!until_parse(&s->lab, condition, &until, why, sizeof why)) {
		output_complain(EXIT_INPUT, "--until: %s", why);
		return false;
	}
	if (!reaches(s, from_ms))
		return false;
	script_run(&s->script, h, end_of_search(s, from_ms), &s->diag);
	history_go_ms(h, h->now.open_ms + from_ms);
	watch = until_watch(&until);
	met = history_until(h, &watch, UNTIL_WITHIN_MS);
	held = !met && until_holds(&h->now, &until);
	*stop = (struct stop){ h->now.now_ms - h->now.open_ms, h->now.step };
	history_go_step(h, 0);
	history_cut(h);
	if (!met)
		output_complain(EXIT_INPUT, "--until: '%s' %s within an hour of T+%u.%03u s", condition,
		    held ? "holds already, and does not begin anew" : "is not met", from_ms / 1000,
		    from_ms % 1000);
	return met;
}

bool session_stop(struct session *s, struct stop stop)
{
	struct history *h = &s->app.history;

	if (!session_run(s, stop.at_ms))
		return false;
	if (stop.step > 0)
		history_go_step(h, stop.step);
	history_cut(h);
	return true;
}

uint32_t session_script_end(const struct session *s)
{
	return s->script.count > 0 ? s->script.lines[s->script.count - 1].at_ms : 0;
}

uint32_t session_story_end(const struct session *s)
{
	uint32_t end_ms = session_script_end(s) + AFTER_MS, left_ms = TIME_MAX_MS - s->app.history.now.open_ms;

	if (s->told_ms > end_ms)
		end_ms = s->told_ms;
	return end_ms < left_ms ? end_ms : left_ms;
}
