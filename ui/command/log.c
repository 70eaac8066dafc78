/* `failscope log`: what happened, an entry a line; or the syslog messages of both units, or what is
 * printed on their consoles.
 *
 * The run goes on in short pieces and the entries of each are printed before the next, so that a
 * long run forgets none and a reader who goes away ends it. */
#include <string.h>

#include "sim/console.h"
#include "sim/syslog.h"
#include "sim/words.h"
#include "ui/command/commands.h"
#include "ui/json.h"
#include "ui/output.h"
#include "ui/utf8.h"

enum {
	PIECE_MS = 60 * 1000,
	TEXT_LEN = 400,
	NAME_ROOM = 96,
	CLOCK_LEN = 40,
	TEXT_COLUMNS = 62
};

/* How entries are printed. */
struct format {
	bool json, all, syslog, console;
	int who_columns;
};

/* --- a line ---------------------------------------------------------------------------------- */

static void print_line(const struct sim *s, const struct entry *e, const struct format *f)
{
	char text[TEXT_LEN], time[24];
	const char *arrow = "  <-";

	entry_text(s, e, text, sizeof text);
	printf("%6u %11s  %-*s  %-7s  %s%*s  [%s]", e->id,
	    time_text(s, e->at_ms, time, sizeof time), f->who_columns, who_word(s, e->who),
	    kind_word(e->kind), text,
	    utf8_cells(text) < TEXT_COLUMNS ? TEXT_COLUMNS - utf8_cells(text) : 0, "",
	    rules[e->rule].word);
	for (int c = 0; c < CAUSE_MAX; c++) {
		if (e->cause[c] == 0)
			continue;
		printf("%s %u", arrow, e->cause[c]);
		arrow = "";
	}
	printf("\n");
}

/* --- a JSON object --------------------------------------------------------------------------- */

/* An interface's status; the two that the device calls Normal are told apart. */
static const char *iface_word(uint32_t status)
{
	return status == STATUS_WAITING ? "Normal (Waiting)" : status_word(status);
}

/* What `from` and `to` of a kind are, where they are states of something. */
static void write_change(struct json *j, const struct entry *e)
{
	static const char *(*const words[ENTRY_KIND_COUNT])(uint32_t) = { [ENTRY_UNIT] = run_word,
		[ENTRY_STATE] = state_word,
		[ENTRY_BELIEF] = state_word,
		[ENTRY_IFACE] = iface_word,
		[ENTRY_MATE] = mate_word };

	if (words[e->kind]) {
		json_text(j, "from", words[e->kind](e->from));
		json_text(j, "to", words[e->kind](e->to));
	} else {
		json_null(j, "from");
		json_null(j, "to");
	}
}

static void write_place(struct json *j, const struct sim *s, const struct entry *e)
{
	char name[NAME_ROOM];

	if (e->group == GROUP_NONE)
		json_null(j, "group");
	else
		json_number(j, "group", e->group);
	if (e->iface == IFACE_NONE)
		json_null(j, "interface");
	else
		json_text(j, "interface", iface_name(s, e->iface, name, sizeof name));
}

static void print_object(const struct sim *s, const struct entry *e)
{
	char text[TEXT_LEN];
	struct json j;

	json_begin(&j, stdout, false);
	json_open_object(&j, NULL);
	json_number(&j, "id", e->id);
	json_seconds(&j, "time", (int64_t)e->at_ms - s->open_ms);
	json_text(&j, "who", who_word(s, e->who));
	json_text(&j, "kind", kind_word(e->kind));
	write_place(&j, s, e);
	write_change(&j, e);
	json_text(&j, "text", entry_text(s, e, text, sizeof text));
	json_text(&j, "rule", rules[e->rule].word);
	json_text(&j, "sentence", rules[e->rule].sentence);
	json_text(&j, "source", rules[e->rule].source);
	json_text(&j, "trust", trust_word(rules[e->rule].trust));
	json_open_array(&j, "causes");
	for (int c = 0; c < CAUSE_MAX; c++)
		if (e->cause[c] != 0)
			json_number(&j, NULL, e->cause[c]);
	json_close_array(&j);
	json_number(&j, "step", e->step);
	json_bool(&j, "notable", entry_notable(e));
	json_close_object(&j);
	json_end(&j);
}

/* --- syslog ---------------------------------------------------------------------------------- */

/* A message as it stands in a server's file, behind the lab's own time. */
static void print_message(const struct sim *s, const struct syslog_line *m, const struct format *f)
{
	char text[TEXT_LEN], time[24], clock[CLOCK_LEN];

	printf("%11s  %s  %-*s : %s\n", time_text(s, m->e->at_ms, time, sizeof time),
	    clock_text(s, m->e->at_ms, clock, sizeof clock), f->who_columns, who_word(s, syslog_unit(m)),
	    syslog_text(s, m, text, sizeof text));
}

static void print_message_object(const struct sim *s, const struct syslog_line *m)
{
	const struct syslog_row *row = &syslog_rows[m->id];
	char text[TEXT_LEN], clock[CLOCK_LEN];
	struct json j;

	json_begin(&j, stdout, false);
	json_open_object(&j, NULL);
	json_seconds(&j, "time", (int64_t)m->e->at_ms - s->open_ms);
	json_text(&j, "clock", clock_text(s, m->e->at_ms, clock, sizeof clock));
	json_text(&j, "unit", who_word(s, syslog_unit(m)));
	json_number(&j, "number", row->number);
	json_number(&j, "severity", row->severity);
	write_place(&j, s, m->e);
	json_text(&j, "text", syslog_text(s, m, text, sizeof text));
	json_text(&j, "because", row->cause);
	json_text(&j, "trust", trust_word(row->trust));
	json_number(&j, "entry", m->e->id);
	json_close_object(&j);
	json_end(&j);
}

/* What an entry makes its unit send. */
static void print_messages(const struct sim *s, const struct entry *e, const struct format *f)
{
	struct syslog_line messages[SYSLOG_PER_ENTRY];
	int n = syslog_of(s, e, messages, SYSLOG_PER_ENTRY);

	for (int i = 0; i < n; i++) {
		if (f->json)
			print_message_object(s, &messages[i]);
		else
			print_message(s, &messages[i], f);
	}
}

/* --- consoles -------------------------------------------------------------------------------- */

/* Each of its lines behind the lab's time and the unit's name. */
static void print_screen(const struct sim *s, const struct console_line *l, const struct format *f)
{
	char text[TEXT_LEN], time[24];

	console_text(l, text, sizeof text);
	for (const char *at = text;; at++) {
		int length = (int)strcspn(at, "\n");

		printf("%11s  %-*s :%s%.*s\n", time_text(s, l->e->at_ms, time, sizeof time),
		    f->who_columns, who_word(s, l->e->who), length > 0 ? " " : "", length, at);
		at += length;
		if (!*at)
			break;
	}
}

static void print_screen_object(const struct sim *s, const struct console_line *l)
{
	const struct console_row *row = &console_rows[l->id];
	char text[TEXT_LEN], clock[CLOCK_LEN];
	struct json j;

	json_begin(&j, stdout, false);
	json_open_object(&j, NULL);
	json_seconds(&j, "time", (int64_t)l->e->at_ms - s->open_ms);
	json_text(&j, "clock", clock_text(s, l->e->at_ms, clock, sizeof clock));
	json_text(&j, "unit", who_word(s, l->e->who));
	write_place(&j, s, l->e);
	json_text(&j, "text", console_text(l, text, sizeof text));
	json_text(&j, "because", row->cause);
	json_text(&j, "trust", trust_word(row->trust));
	json_number(&j, "entry", l->e->id);
	json_close_object(&j);
	json_end(&j);
}

/* What an entry makes its unit print. */
static void print_screens(const struct history *h, const struct entry *e, const struct format *f)
{
	struct console_line lines[CONSOLE_PER_ENTRY];
	int n = console_of(h, e, lines, CONSOLE_PER_ENTRY);

	for (int i = 0; i < n; i++) {
		if (f->json)
			print_screen_object(&h->now, &lines[i]);
		else
			print_screen(&h->now, &lines[i], f);
	}
}

/* --- all of them ----------------------------------------------------------------------------- */

/* Prints the entries from an id on that have happened; returns the id behind the last. */
static uint32_t print_entries(const struct history *h, uint32_t from, const struct format *f)
{
	for (uint32_t id = from; id <= h->now.trace_id && output_goes_on(); id++) {
		const struct entry *e = history_entry(h, id);

		if (!e || !(f->all || f->syslog || f->console || entry_notable(e)))
			continue;
		if (f->syslog)
			print_messages(&h->now, e, f);
		else if (f->console)
			print_screens(h, e, f);
		else if (f->json)
			print_object(&h->now, e);
		else
			print_line(&h->now, e, f);
	}
	return h->now.trace_id + 1;
}

/* The longest name in the column of who did it. */
static int who_columns(const struct lab *lab)
{
	int most = (int)strlen("world");

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (utf8_cells(lab->unit[u].name) > most)
			most = utf8_cells(lab->unit[u].name);
	return most;
}

int command_log(const struct request *r, struct session *s)
{
	struct format format = { is_given(r, OPTION_JSON), is_given(r, OPTION_ALL),
		is_given(r, OPTION_SYSLOG), is_given(r, OPTION_CONSOLE), 0 };
	struct history *h = &s->app.history;
	uint32_t at_ms = 0, next;
	struct stop stop;

	if (format.syslog && format.console)
		return output_complain(EXIT_USAGE,
		    "--syslog and --console are two logs; see 'failscope log --help'");
	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	format.who_columns = who_columns(&s->lab);
	session_open_run(s, &r->memory);
	next = is_given(r, OPTION_BOOT) ? h->archive_first : h->now.trace_id + 1;
	if (!request_stop(r, s, &stop))
		return EXIT_INPUT;
	if (!is_given(r, OPTION_UNTIL))
		stop.at_ms = session_story_end(s);
	for (;;) {
		if (at_ms == stop.at_ms ? !session_stop(s, stop) : !session_run(s, at_ms))
			return EXIT_INPUT;
		next = print_entries(h, next, &format);
		fflush(stdout); /* who reads along need not wait, and may leave */
		if (at_ms == stop.at_ms || !output_goes_on())
			return EXIT_FINE;
		at_ms = stop.at_ms - at_ms > PIECE_MS ? at_ms + PIECE_MS : stop.at_ms;
	}
}
