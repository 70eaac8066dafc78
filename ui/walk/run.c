/* Steps, done and shown; see run.h. */
#include "ui/walk/run.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "ui/actions.h"
#include "ui/conf/value.h"
#include "ui/look.h"
#include "ui/script.h"
#include "ui/until.h"
#include "ui/walk/expect.h"
#include "ui/why/subject.h"

/* A step that is being done. */
struct doing {
	struct walk_run *run;
	const struct walk_part *part;
	struct diag *diag;
	struct expect_last last; /* its last command */
};

static void complain(struct doing *d, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void complain(struct doing *d, int line, const char *format, ...)
{
	char sentence[DIAG_SENTENCE_LEN];
	va_list list;

	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	diag_add(d->diag, false, d->run->walk->path, line, "%s", sentence);
}

/* --- doing ------------------------------------------------------------------------------------------------- */

/* Gives one command, at its time or right now; `may_fail`: a refusal is what the step expects. */
static void give(struct doing *d, const char *text, int line, bool may_fail)
{
	struct app *a = d->run->app;
	struct history *h = &a->history;
	struct command c;
	const char *command;
	char why[DIAG_SENTENCE_LEN];
	uint32_t at_ms;

	if (walk_timed(text, &at_ms, &command)) {
		if (h->now.open_ms + at_ms < h->now.now_ms) {
			complain(d, line, "do: that time is over; it is T+%u.%03u s", (h->now.now_ms - h->now.open_ms) / 1000,
			    (h->now.now_ms - h->now.open_ms) % 1000);
			return;
		}
		if (at_ms > TIME_MAX_MS - h->now.open_ms) {
			complain(d, line, "do: that time is after the end of all runs");
			return;
		}
		history_go_ms(h, h->now.open_ms + at_ms);
	}
	if (!script_command(&a->lab, command, &c, why, sizeof why)) {
		complain(d, line, "do: %s", why);
		return;
	}
	d->last.given = true;
	d->last.refused = !action_give(a, &c);
	snprintf(d->last.reply, sizeof d->last.reply, "%s", a->message);
	if (d->last.refused && !may_fail)
		complain(d, line, "refused: %s", d->last.reply);
}

/* Gives all of them; `expect = refused` is about the last. */
static void give_all(struct doing *d)
{
	const struct walk *w = d->run->walk;
	bool refusal = false;
	const char *text;
	int line;

	for (int n = 0; (text = walk_value(w, d->part, WALK_EXPECT, n, NULL)) != NULL; n++)
		refusal |= strncmp(text, "refused", 7) == 0;
	for (int n = 0; (text = walk_value(w, d->part, WALK_DO, n, &line)) != NULL; n++)
		give(d, text, line, refusal && !walk_value(w, d->part, WALK_DO, n + 1, NULL));
}

/* Runs to a time. */
static void run_to(struct doing *d, uint32_t at_ms, int line)
{
	struct history *h = &d->run->app->history;

	if (at_ms < h->now.now_ms || at_ms > TIME_MAX_MS)
		complain(d, line, "until: that time is over, or after the end of all runs");
	else {
		history_go_ms(h, at_ms);
		d->run->app->changed_step = h->now.step;
	}
}

/* Runs until a condition is met. */
static void run_until(struct doing *d, const char *text, int line)
{
	struct app *a = d->run->app;
	char why[DIAG_SENTENCE_LEN];
	struct until until;
	struct watch watch;

	if (!until_parse(&a->lab, text, &until, why, sizeof why)) {
		complain(d, line, "until: %s", why);
		return;
	}
	watch = until_watch(&until);
	if (history_until(&a->history, &watch, UNTIL_WITHIN_MS))
		a->changed_step = a->history.now.step - 1;
	else
		complain(d, line, "until: '%s' %s within an hour", text,
		    until_holds(&a->history.now, &until) ? "holds already, and does not begin anew" : "is not met");
}

static void run(struct doing *d)
{
	const struct sim *s = &d->run->app->history.now;
	int line;
	const char *text = walk_value(d->run->walk, d->part, WALK_UNTIL, 0, &line);
	uint32_t ms;

	if (!text)
		return;
	if (*text == '+' && value_parse_time(text + 1, &ms))
		run_to(d, s->now_ms + ms, line);
	else if (value_parse_time(text, &ms))
		run_to(d, s->open_ms + ms, line);
	else
		run_until(d, text, line);
}

static void check(struct doing *d)
{
	const struct sim *s = &d->run->app->history.now;
	char why[EXPECT_WHY_LEN], time[24];
	const char *text;
	int line;

	for (int n = 0; (text = walk_value(d->run->walk, d->part, WALK_EXPECT, n, &line)) != NULL; n++)
		if (!expect_holds(s, &d->last, text, why))
			complain(d, line, "expect: '%s' is not true at T+%s s: %s", text,
			    time_text(s, s->now_ms, time, sizeof time), why);
}

/* --- showing ----------------------------------------------------------------------------------------------- */

/* Shows what the step wants shown; complaints go to the diag, where there is one. */
static void show(struct doing *d, int columns, int rows)
{
	struct app *a = d->run->app;
	const struct walk *w = d->run->walk;
	char why[DIAG_SENTENCE_LEN - 40];
	const char *text;
	int line;

	look_reset(a);
	if ((text = walk_value(w, d->part, WALK_SHOW, 0, &line)) && !look_show(a, text, columns, rows, why, sizeof why))
		complain(d, line, "show: %s", why);
	if ((text = walk_value(w, d->part, WALK_CURSOR, 0, &line)) && !look_at(a, text, why, sizeof why))
		complain(d, line, "cursor: %s", why);
	for (int n = 0; (text = walk_value(w, d->part, WALK_HIGHLIGHT, n, &line)) != NULL; n++)
		if (!look_light(a, text, why, sizeof why))
			complain(d, line, "highlight: %s", why);
}

/* Is what is asked for the reason something that is known? */
static void check_why(struct doing *d)
{
	struct target about;
	char why[DIAG_SENTENCE_LEN - 40];
	int line;
	const char *text = walk_value(d->run->walk, d->part, WALK_WHY, 0, &line);

	if (text && !subject_parse(&d->run->app->history, text, &about, why, sizeof why))
		complain(d, line, "why: %s", why);
}

static struct walk_instant present(const struct app *a)
{
	const struct sim *s = &a->history.now;

	return (struct walk_instant){ s->step, s->now_ms, a->changed_step, s->trace_id };
}

/* Does one step, and notes where it ends. */
static void do_step(struct walk_run *r, int n, struct diag *diag)
{
	struct doing d = { .run = r, .part = &r->walk->steps[n], .diag = diag };
	struct app *a = r->app;

	a->message[0] = '\0';
	a->changed_step = a->history.now.step;
	give_all(&d);
	run(&d);
	r->ends[n] = present(a);
	snprintf(r->messages[n], sizeof r->messages[n], "%s", a->message);
	check(&d);
	show(&d, r->walk->columns, r->walk->rows);
	check_why(&d);
}

bool walk_run(struct walk_run *r, const struct walk *w, struct app *app, struct diag *diag)
{
	int errors = diag->errors;

	memset(r, 0, sizeof *r);
	r->walk = w;
	r->app = app;
	r->start = present(app);
	app->hides_ahead = true;
	for (int n = 0; n < w->step_count && diag->errors == errors; n++)
		do_step(r, n, diag);
	/* Whoever does something at the end of the story is to leave it, not to add to it: so it has a moment more. */
	if (diag->errors == errors && app->history.now.now_ms < TIME_MAX_MS)
		history_go_ms(&app->history, app->history.now.now_ms + 1);
	return diag->errors == errors;
}

const struct walk_instant *walk_begin(const struct walk_run *r, int step)
{
	return step > 0 ? &r->ends[step - 1] : &r->start;
}

void walk_go(struct walk_run *r, int step, int columns, int rows)
{
	const struct walk_instant *to = step < 0 ? &r->start : &r->ends[step];
	struct history *h = &r->app->history;
	struct diag ignored;
	struct doing d = { .run = r, .diag = &ignored };

	diag_init(&ignored);
	r->app->playing = false;
	if (h->branch != 0)
		history_branch(h, 0);
	history_go_step(h, to->step);
	if (h->now.now_ms < to->at_ms)
		history_go_ms(h, to->at_ms);
	r->app->changed_step = to->changed_step;
	look_reset(r->app);
	snprintf(r->app->message, sizeof r->app->message, "%s", step < 0 ? "" : r->messages[step]);
	if (step < 0)
		return;
	d.part = &r->walk->steps[step];
	show(&d, columns, rows);
}

/* --- what is told of a step -------------------------------------------------------------------------------- */

/* The last entry of the step that says why it is as it is: of a group's state, or else any notable one. */
static uint32_t last_entry(const struct walk_run *r, int step)
{
	const struct history *h = &r->app->history;
	uint32_t notable = 0;

	for (uint32_t id = r->ends[step].entry; id > walk_begin(r, step)->entry; id--) {
		const struct entry *e = history_entry(h, id);

		if (e && e->kind == ENTRY_STATE && e->group > 0)
			return id;
		if (e && notable == 0 && entry_notable(e))
			notable = id;
	}
	return notable;
}

void walk_reason(const struct walk_run *r, int step, struct why *why, int columns)
{
	const struct history *h = &r->app->history;
	const char *text = walk_value(r->walk, &r->walk->steps[step], WALK_WHY, 0, NULL);
	uint32_t entry = last_entry(r, step);
	struct target about = target_log(entry);
	char ignored[DIAG_SENTENCE_LEN];

	if ((text || entry == 0) && !subject_parse(h, text ? text : "G1", &about, ignored, sizeof ignored))
		about = target_log(entry);
	why_build(why, h, about, columns);
}

const char *walk_command(const struct walk_run *r, int step, int n, const char **key)
{
	const char *text = walk_value(r->walk, &r->walk->steps[step], WALK_DO, n, NULL), *command;
	struct command c;
	char why[DIAG_SENTENCE_LEN];
	uint32_t at_ms;

	*key = NULL;
	if (!text)
		return NULL;
	walk_timed(text, &at_ms, &command);
	if (script_command(&r->app->lab, command, &c, why, sizeof why))
		*key = action_key(r->app, &c);
	return command;
}
