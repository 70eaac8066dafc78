/* Scripts, word by word.
 *
 *   text ──clean──> words ──verb's row──> command ──by time──> script ──> history
 *
 * A line is cleaned first, as lines of files are, so that no control character of it comes any
 * further.  Then its words are taken from the left; what stands behind the words that a verb needs
 * is a mistake, but for the line that is typed at a console, which goes on to the end. */
#include "ui/script.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "ui/conf/lines.h"
#include "ui/conf/value.h"
#include "ui/nearest.h"

enum {
	WORD_LEN = 128, /* longer than any name; what is cut is no name */
	NAME_ROOM = 96, /* of a target */
	LIST_LEN = 160,
};

/* A command that is being read: what is left of the line, and where the answer goes. */
struct parser {
	const struct lab *lab;
	const char *rest;
	struct command *command;
	char *why;
	size_t size;
};

/* Writes the sentence; always false. */
static bool refuse(struct parser *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(struct parser *r, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(r->why, r->size, format, list);
	va_end(list);
	return false;
}

/* Takes the next word off the line; false, with an empty word, at the end. */
static bool take_word(struct parser *r, char word[WORD_LEN])
{
	size_t length;

	r->rest += strspn(r->rest, " ");
	length = strcspn(r->rest, " ");
	snprintf(word, WORD_LEN, "%.*s", (int)(length < WORD_LEN ? length : WORD_LEN - 1), r->rest);
	r->rest += length;
	return length > 0;
}

/* Nothing may stand behind what was read. */
static bool read_end(struct parser *r)
{
	char word[WORD_LEN];

	return !take_word(r, word) || refuse(r, "'%.60s' is one word too many", word);
}

/* --- faults ---------------------------------------------------------------------------------- */

/* The words of all faults that fit the target, or of all where it is NULL: "carrier, blackhole or
 * oneway". */
static void list_faults(const struct target *target, char out[LIST_LEN])
{
	const char *words[FAULT_COUNT];
	size_t used = 0;
	int count = 0;

	for (int f = 0; f < FAULT_COUNT; f++)
		if (!target || fault_fits((enum fault_id)f, *target))
			words[count++] = faults[f].word;
	out[0] = '\0';
	for (int i = 0; i < count && used < LIST_LEN; i++)
		used += (size_t)snprintf(out + used, LIST_LEN - used, "%s%s",
		    i == 0           ? ""
		    : i == count - 1 ? " or "
				     : ", ",
		    words[i]);
}

/* Complains of a word that is no fault, with those that are. */
static bool refuse_fault(struct parser *r, const char *word, const char *target_word)
{
	char list[LIST_LEN], hint[NEAREST_HINT_LEN], ignored[200];
	struct nearest nearest = nearest_to(word);
	struct target target;
	bool known = target_parse(r->lab, target_word, &target, ignored, sizeof ignored);

	for (int f = 0; f < FAULT_COUNT; f++)
		nearest_try(&nearest, faults[f].word);
	list_faults(known ? &target : NULL, list);
	return refuse(r, "there is no fault '%.60s'; %s can have %s%s", word,
	    known ? target_word : "things", list, nearest_hint(&nearest, hint));
}

/* Tries the name of one target; a name that is kept must outlive the next, so there are two places
 * in turn. */
static void try_target(
    struct nearest *n, const struct lab *lab, struct target t, char names[2][NAME_ROOM])
{
	char *name = n->best == names[0] ? names[1] : names[0];

	nearest_try(n, target_name(lab, t, name, NAME_ROOM));
}

/* Tries the names of all targets of a lab. */
static void try_targets(struct nearest *n, const struct lab *lab, char names[2][NAME_ROOM])
{
	for (uint8_t u = 0; u <= UNIT_BOTH; u++) {
		if (u < UNIT_BOTH)
			try_target(n, lab, (struct target){ TARGET_UNIT, u, 0 }, names);
		try_target(n, lab, (struct target){ TARGET_LAN, u, 0 }, names);
		if (lab_stateful(lab))
			try_target(n, lab, (struct target){ TARGET_STATE, u, 0 }, names);
		for (uint32_t i = 0; u < UNIT_BOTH && i < lab->iface_count; i++)
			try_target(n, lab, (struct target){ TARGET_LEG, u, (uint16_t)i }, names);
	}
	for (uint32_t i = 0; i < lab->switch_count; i++)
		try_target(n, lab, (struct target){ TARGET_SWITCH, 0, (uint16_t)i }, names);
}

/* Reads a target, or complains with the one that may have been meant. */
static bool read_target(struct parser *r, const char *word)
{
	struct nearest nearest = nearest_to(word);
	char names[2][NAME_ROOM], hint[NEAREST_HINT_LEN], why[200];

	if (target_parse(r->lab, word, &r->command->target, why, sizeof why))
		return true;
	try_targets(&nearest, r->lab, names);
	return refuse(r, "%s%s", why, nearest_hint(&nearest, hint));
}

/* The number behind a loss or a delay, with or without its unit; none is the usual amount. */
static bool read_amount(struct parser *r, enum fault_id fault)
{
	const char *unit = fault_unit(fault);
	uint32_t amount = 0, digits = 0;
	char word[WORD_LEN];

	if (unit[0] == '\0' || r->command->kind != COMMAND_FAULT || !take_word(r, word))
		return read_end(r);
	for (; word[digits] >= '0' && word[digits] <= '9' && digits < 6; digits++)
		amount = amount * 10 + (uint32_t)(word[digits] - '0');
	if (digits == 0 || (word[digits] != '\0' && strcmp(word + digits, unit) != 0) || amount == 0 ||
	    amount > fault_most(fault))
		return refuse(r, "'%s' is not an amount of %s: 1 to %u %s", word, faults[fault].word,
		    fault_most(fault), unit);
	r->command->amount = amount;
	return read_end(r);
}

/* WORD TARGET, where the word has been taken already. */
static bool read_fault(struct parser *r, const char *word)
{
	char target[WORD_LEN], list[LIST_LEN];
	int fault = fault_find(word);

	if (!take_word(r, target) && fault >= 0)
		return refuse(
		    r, "the target is missing: a unit, a link, a switch or UNIT:CONTEXT/NAMEIF");
	if (fault < 0)
		return refuse_fault(r, word, target);
	if (!read_target(r, target))
		return false;
	r->command->fault = (uint8_t)fault;
	if (fault_fits((enum fault_id)fault, r->command->target))
		return read_amount(r, (enum fault_id)fault);
	list_faults(&r->command->target, list);
	return refuse(r, "'%s' is no fault of %s, which can have %s", word, target, list);
}

/* `fault WORD TARGET` */
static bool read_break(struct parser *r)
{
	char word[WORD_LEN], list[LIST_LEN];

	r->command->kind = COMMAND_FAULT;
	if (take_word(r, word))
		return read_fault(r, word);
	list_faults(NULL, list);
	return refuse(r, "what is to break? fault WORD TARGET, where WORD is %s", list);
}

/* `mend WORD TARGET`, `mend all` */
static bool read_mend(struct parser *r)
{
	char word[WORD_LEN];

	r->command->kind = COMMAND_MEND;
	if (!take_word(r, word))
		return refuse(r, "what is to be mended? mend WORD TARGET, or mend all");
	if (strcmp(word, "all") != 0)
		return read_fault(r, word);
	r->command->kind = COMMAND_MEND_ALL;
	return read_end(r);
}

/* --- consoles -------------------------------------------------------------------------------- */

/* The context of a console, by its name. */
static bool read_context(struct parser *r, const char *name, uint8_t *context)
{
	struct nearest nearest = nearest_to(name);
	char hint[NEAREST_HINT_LEN];
	int found = lab_find_context(r->lab, name);

	static_assert(CONTEXT_MAX < UINT8_MAX, "a context's index plus one fits a byte");
	if (found >= 0) {
		*context = (uint8_t)(found + 1);
		return true;
	}
	for (uint32_t c = 0; c < r->lab->context_count; c++)
		nearest_try(&nearest, r->lab->contexts[c].name);
	return refuse(r, "there is no context '%.60s'%s", name, nearest_hint(&nearest, hint));
}

bool script_console(const struct lab *lab, const char *text, uint8_t *unit, uint8_t *context,
    char *why, size_t size)
{
	struct parser r = { .lab = lab, .why = why, .size = size };
	const char *slash = strchr(text, '/');
	char name[WORD_LEN], ignored[200];
	struct target target;

	snprintf(name, sizeof name, "%.*s",
	    slash ? (int)(slash - text < WORD_LEN ? slash - text : WORD_LEN) : WORD_LEN, text);
	if (!target_parse(lab, name, &target, ignored, sizeof ignored) ||
	    target.kind != TARGET_UNIT)
		return refuse(&r, "there is no unit '%.60s'; they are %s and %s", name,
		    lab->unit[PRIMARY].name, lab->unit[SECONDARY].name);
	*unit = target.unit;
	*context = 0;
	return !slash || read_context(&r, slash + 1, context);
}

/* `type UNIT[/CONTEXT] CLI LINE` */
static bool read_type(struct parser *r)
{
	struct command *c = r->command;
	char console[WORD_LEN];
	size_t length;

	c->kind = COMMAND_TYPE;
	if (!take_word(r, console))
		return refuse(r, "where is it typed, and what? type UNIT[/CONTEXT] CLI LINE");
	if (!script_console(r->lab, console, &c->unit, &c->context, r->why, r->size))
		return false;
	r->rest += strspn(r->rest, " ");
	length = strlen(r->rest);
	while (length > 0 && r->rest[length - 1] == ' ')
		length--;
	if (length == 0)
		return refuse(r, "what is typed at %s? type UNIT[/CONTEXT] CLI LINE", console);
	if (length >= sizeof c->line)
		return refuse(r, "what is typed has %zu bytes; a console line has room for %zu",
		    length, sizeof c->line - 1);
	snprintf(c->line, sizeof c->line, "%.*s", (int)length, r->rest);
	r->rest += strlen(r->rest);
	return true;
}

/* --- commands -------------------------------------------------------------------------------- */

static const struct verb {
	const char *word;
	bool (*read)(struct parser *r);
} verbs[] = {
	{ "fault", read_break },
	{ "mend", read_mend },
	{ "type", read_type },
};

enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

/* Reads the command that is left of the line. */
static bool read_command(struct parser *r)
{
	char word[WORD_LEN], hint[NEAREST_HINT_LEN];
	struct nearest nearest;

	memset(r->command, 0, sizeof *r->command);
	if (!take_word(r, word))
		return refuse(r, "there is no command: fault, mend or type");
	for (int i = 0; i < VERB_COUNT; i++)
		if (strcmp(verbs[i].word, word) == 0)
			return verbs[i].read(r);
	nearest = nearest_to(word);
	for (int i = 0; i < VERB_COUNT; i++)
		nearest_try(&nearest, verbs[i].word);
	return refuse(r, "there is no command '%.60s'; they are fault, mend and type%s", word,
	    nearest_hint(&nearest, hint));
}

/* Reads the step behind a time's '@'. */
static bool read_step(struct parser *r, const char *text, uint32_t *step)
{
	uint64_t n = 0;
	size_t digits = strspn(text, "0123456789");

	for (size_t i = 0; i < digits && n < SCRIPT_NO_STEP; i++)
		n = n * 10 + (uint64_t)(text[i] - '0');
	if (digits == 0 || text[digits] || n >= SCRIPT_NO_STEP)
		return refuse(r, "'%.60s' is no step: behind '@' stands the number of an event, as in 10.5@1234", text);
	*step = (uint32_t)n;
	return true;
}

/* Reads the time in front of a command: TIME or TIME@STEP. */
static bool read_time(struct parser *r, struct script_line *line)
{
	char word[WORD_LEN], *at;

	if (!take_word(r, word))
		return refuse(r, "there is nothing in it: TIME COMMAND is wanted");
	at = strchr(word, '@');
	line->after_step = SCRIPT_NO_STEP;
	if (at && !read_step(r, at + 1, &line->after_step))
		return false;
	if (at)
		*at = '\0';
	return value_parse_time(word, &line->at_ms) || refuse(r,
						    "'%.60s' is no time, such as 30, 30.5, 500ms "
						    "or 2m, up to 24 days; a line is TIME COMMAND",
						    word);
}

/* Cleans a text that must be one line. */
static bool clean(const char *text, char line[LINES_LENGTH_MAX + 1], char *why, size_t size)
{
	struct parser r = { .why = why, .size = size };
	char more[LINES_LENGTH_MAX + 1];
	struct lines lines;

	lines_from_text(&lines, text);
	lines_next(&lines, line);
	if (lines.why[0])
		return refuse(&r, "%s", lines.why);
	return !lines_next(&lines, more) || refuse(&r, "it has more than one line");
}

bool script_command(
    const struct lab *lab, const char *text, struct command *command, char *why, size_t size)
{
	char line[LINES_LENGTH_MAX + 1];
	struct parser r = { lab, line, command, why, size };

	return clean(text, line, why, size) && read_command(&r);
}

const char *script_text(
    const struct lab *lab, const struct command *command, char *out, size_t size)
{
	const char *context = command->context ? lab->contexts[command->context - 1].name : "";
	char name[NAME_ROOM], amount[24] = "";

	if (command->amount > 0)
		snprintf(amount, sizeof amount, " %u", command->amount);
	switch ((enum command_kind)command->kind) {
	case COMMAND_FAULT:
	case COMMAND_MEND:
		snprintf(out, size, "%s %s %s%s", command->kind == COMMAND_FAULT ? "fault" : "mend",
		    faults[command->fault].word,
		    target_name(lab, command->target, name, sizeof name), amount);
		break;
	case COMMAND_MEND_ALL:
		snprintf(out, size, "mend all");
		break;
	case COMMAND_TYPE:
		snprintf(out, size, "type %s%s%s %s", lab->unit[command->unit].name,
		    command->context ? "/" : "", context, command->line);
	}
	return out;
}

const char *script_line_text(const struct lab *lab, const struct journalled *j, uint32_t open_ms, char *out, size_t size)
{
	uint32_t at_ms = j->at_ms - open_ms;
	int used = snprintf(out, size, "%u.%03u@%u ", at_ms / 1000, at_ms % 1000, j->after_step);

	assert(used > 0 && (size_t)used < size);
	script_text(lab, &j->command, out + used, size - (size_t)used);
	return out;
}

/* --- scripts --------------------------------------------------------------------------------- */

/* Puts a line where its time belongs, behind those of the same time. */
static void insert(struct script *script, const struct script_line *line)
{
	uint32_t at = script->count;

	while (at > 0 && script->lines[at - 1].at_ms > line->at_ms)
		at--;
	memmove(&script->lines[at + 1], &script->lines[at], (script->count - at) * sizeof *line);
	script->lines[at] = *line;
	script->count++;
}

/* Adds a line that has been cleaned. */
static bool add_clean(
    struct script *script, const struct lab *lab, const char *text, char *why, size_t size)
{
	struct script_line line;
	struct parser r = { lab, text, &line.command, why, size };

	if (!read_time(&r, &line) || !read_command(&r))
		return false;
	if (script->count == SCRIPT_MAX)
		return refuse(&r, "a script has room for %d commands", SCRIPT_MAX);
	insert(script, &line);
	return true;
}

bool script_add(
    struct script *script, const struct lab *lab, const char *line, char *why, size_t size)
{
	char text[LINES_LENGTH_MAX + 1];

	return clean(line, text, why, size) && add_clean(script, lab, text, why, size);
}

/* Cuts a comment off: from a '#' at the start, or behind a blank. */
static void cut_comment(char *line)
{
	for (char *at = strchr(line, '#'); at; at = strchr(at + 1, '#')) {
		if (at == line || at[-1] == ' ') {
			*at = '\0';
			return;
		}
	}
}

/* Adds every line of an open file. */
static void read_lines(
    struct script *script, const struct lab *lab, const char *path, FILE *file, struct diag *diag)
{
	char line[LINES_LENGTH_MAX + 1], why[DIAG_SENTENCE_LEN];
	struct lines lines;

	lines_from_file(&lines, file);
	while (lines_next(&lines, line)) {
		cut_comment(line);
		if (lines.why[0])
			diag_add(diag, false, path, lines.line, "%s", lines.why);
		else if (line[strspn(line, " ")] && !add_clean(script, lab, line, why, sizeof why))
			diag_add(diag, false, path, lines.line, "%s", why);
	}
}

bool script_read(struct script *script, const struct lab *lab, const char *path, struct diag *diag)
{
	int errors = diag->errors;
	FILE *file = fopen(path, "r");

	if (file) {
		read_lines(script, lab, path, file, diag);
		fclose(file);
	} else
		diag_add(diag, false, path, 0, "cannot be read: %s", strerror(errno));
	return diag->errors == errors;
}

/* Time since the opening as time of the run; the run has an end. */
static uint32_t run_time(const struct history *h, uint32_t at_ms)
{
	uint32_t left = TIME_MAX_MS - h->now.open_ms;

	return h->now.open_ms + (at_ms < left ? at_ms : left);
}

/* Reports a command that was refused; of the device's answer only the last line is a sentence. */
static void report(
    struct diag *diag, const struct lab *lab, const struct script_line *line, const char *reply)
{
	char text[LINES_LENGTH_MAX + 1], label[DIAG_FILE_LEN];
	const char *last = strrchr(reply, '\n');

	snprintf(label, sizeof label, "T+%u.%03u %s", line->at_ms / 1000, line->at_ms % 1000,
	    script_text(lab, &line->command, text, sizeof text));
	diag_add(diag, true, label, 0, "%s", last ? last + 1 : reply);
}

/* Goes on to where a command is given: to its time; or to its step, which comes at that time unless the lab or the
 * program has become another. Returns whether it is there. */
static bool go_to(const struct script_line *line, struct history *h)
{
	uint32_t at_ms = run_time(h, line->at_ms);

	if (line->after_step == SCRIPT_NO_STEP) {
		history_go_ms(h, at_ms);
		return true;
	}
	history_go_on(h, line->after_step, at_ms);
	if (h->now.now_ms < at_ms)
		history_go_ms(h, at_ms);
	return h->now.step == line->after_step;
}

void script_run(
    const struct script *script, struct history *h, uint32_t until_ms, struct diag *diag)
{
	char reply[256];

	/* As long as only scripts give commands, the journal counts how many of the lines are done.
	 */
	for (uint32_t i = h->journal_next; i < script->count && script->lines[i].at_ms <= until_ms;
	     i++) {
		const struct script_line *line = &script->lines[i];

		if (!go_to(line, h))
			report(diag, &h->now.lab, line, "the step behind '@' is not met at that time: this is not the run that was told");
		if (!history_command(h, &line->command, reply, sizeof reply))
			report(diag, &h->now.lab, line, reply);
	}
	history_go_ms(h, run_time(h, until_ms));
}
