/* A step in paragraphs; see tell.h. */
#include "ui/walk/tell.h"

#include <stdio.h>
#include <string.h>

#include "sim/words.h"

enum { WHY_WIDTH = WHY_COLUMNS_MAX, COMMAND_LEN = 200, COMMAND_COLUMN = 12, OLD_RULES = 2 };

/* Where the paragraphs go. */
struct listener {
	void (*tell)(void *context, enum tell_kind kind, const char *text);
	void *context;
};

static void tell_texts(const struct walk *w, const struct walk_part *p, enum walk_key key, const struct listener *to)
{
	char text[TELL_LEN];

	for (int n = 0; walk_paragraph(w, p, key, n, text, sizeof text); n++)
		to->tell(to->context, TELL_TEXT, text);
}

void walk_tell_intro(const struct walk *w, void (*tell)(void *context, enum tell_kind kind, const char *text),
    void *context)
{
	const struct listener to = { tell, context };

	tell_texts(w, &w->head, WALK_INTRO, &to);
}

static const char type[] = "type ";

/* Is it a line that is typed at a console? */
static bool is_typed(const char *command)
{
	return strncmp(command, type, sizeof type - 1) == 0;
}

/* "ASA1# failover active group 1" for what is typed at a console, the command itself else. */
static void told_command(const char *command, char *out, size_t size)
{
	const char *unit = is_typed(command) ? command + sizeof type - 1 : NULL, *line = unit ? strchr(unit, ' ') : NULL;

	if (line)
		snprintf(out, size, "%.*s#%s", (int)(line - unit), unit, line);
	else
		snprintf(out, size, "%s", command);
}

/* The next entry behind `id`, up to the end of the step, of something typed, refused or not; 0 where there is none. */
static uint32_t next_typed(const struct walk_run *r, int step, uint32_t id)
{
	while (++id <= r->ends[step].entry) {
		const struct entry *e = history_entry(&r->app->history, id);

		if (e && (e->kind == ENTRY_TYPE || e->kind == ENTRY_REFUSED))
			return id;
	}
	return 0;
}

/* The line behind the prompt that the device showed when it was typed. */
static void told_line(const struct walk_run *r, const struct entry *e, const char *command, char *out, size_t size)
{
	char entry[TELL_LEN];
	const char *line = strchr(command + sizeof type - 1, ' ');

	entry_text(&r->app->history.now, e, entry, sizeof entry);
	snprintf(out, size, "%.*s#%s", (int)strcspn(entry, "#"), entry, line ? line : "");
}

/* When, what, and the key. */
static void tell_commands(const struct walk_run *r, int step, const struct listener *to)
{
	uint32_t now_ms = walk_begin(r, step)->at_ms - r->app->history.now.open_ms, id = walk_begin(r, step)->entry;
	const char *key, *command;

	for (int n = 0; (command = walk_command(r, step, n, &key)) != NULL; n++) {
		const char *ignored, *whole = walk_value(r->walk, &r->walk->steps[step], WALK_DO, n, NULL);
		uint32_t typed = is_typed(command) ? next_typed(r, step, id) : 0;
		const struct entry *e = typed ? history_entry(&r->app->history, typed) : NULL;
		char told[COMMAND_LEN], time[24], text[2 * COMMAND_LEN];

		id = typed ? typed : id;
		told_command(command, told, sizeof told);
		if (e && e->kind == ENTRY_TYPE)
			told_line(r, e, command, told, sizeof told);
		walk_timed(whole, &now_ms, &ignored);
		snprintf(time, sizeof time, "T+%u.%03u s", now_ms / 1000, now_ms % 1000);
		snprintf(text, sizeof text, "%-*s  %s%s%s", COMMAND_COLUMN, time, told, key ? "   or the key " : "",
		    key ? key : "");
		to->tell(to->context, TELL_TYPED, text);
	}
}

/* Joins the lines of an answer from one that begins a text; returns the line behind them. */
static int join_lines(const struct why *w, int n, char *out, size_t size)
{
	size_t used = 0;

	do {
		const char *line = w->lines[n].text + strspn(w->lines[n].text, " ");

		if (used < size)
			used += (size_t)snprintf(out + used, size - used, "%s%s", used ? " " : "", line);
		n++;
	} while (n < w->count && w->lines[n].more);
	return n;
}

/* A rule: its word, and what it says; or how this lab decides one that is disputed. */
static void tell_rule(const char *text, const struct listener *to)
{
	char told[TELL_LEN];
	size_t word = strcspn(text, " ");

	if (strncmp(text, "in this lab", 11) == 0)
		snprintf(told, sizeof told, "%s", text);
	else
		snprintf(told, sizeof told, "`%.*s` %s", (int)word, text, text + word + strspn(text + word, " "));
	to->tell(to->context, TELL_RULE, told);
}

/* How many rules have been told, and of which cause the last one was. */
struct rules_told {
	int count;
	uint32_t last;
};

/* Of the rules those are told that were used in the step itself: what led to it was told of the steps before. Where all of
 * it lies before the step, the newest. What is added to a rule goes with it. */
static bool is_told(const struct why_line *line, uint32_t begin, struct rules_told *told)
{
	if (line->used == 0)
		return false;
	if (line->used == told->last)
		return true;
	if (line->used <= begin && (told->last > begin || told->count == OLD_RULES))
		return false;
	told->last = line->used;
	told->count++;
	return true;
}

/* One part of the answer. Returns how many sources it gives. */
static int tell_part(const struct why *why, enum why_part part, enum tell_kind kind, uint32_t begin,
    const struct listener *to)
{
	char text[TELL_LEN];
	struct rules_told told = { 0, 0 };
	int cited = 0;

	for (int n = 0; n < why->count;) {
		const struct why_line *line = &why->lines[n];

		n = join_lines(why, n, text, sizeof text);
		if (line->part != part || line->heading)
			continue;
		if (kind == TELL_RULE && !is_told(line, begin, &told))
			continue;
		cited += strchr(text, '[') != NULL;
		if (kind == TELL_RULE)
			tell_rule(text, to);
		else
			to->tell(to->context, kind, text);
	}
	return cited;
}

/* Is it about one group? Each is told of on both units, and nobody reads four sentences of why not. */
static bool about_one_group(const struct why *why)
{
	int count = 0;

	for (int n = 0; n < why->count; n++) {
		const struct why_line *line = &why->lines[n];

		count += line->part == WHY_NOT && line->style == STYLE_PLAIN && !line->heading && !line->more;
	}
	return count <= UNIT_COUNT;
}

/* The reason: the sentence of the answer; why it is not otherwise, where the step asks about a thing; the rules, or that
 * there is none. */
static void tell_reason(const struct walk_run *r, int step, const struct listener *to)
{
	static struct why why;
	uint32_t begin = walk_begin(r, step)->entry;
	int cited = 0;

	walk_reason(r, step, &why, WHY_WIDTH);
	tell_part(&why, WHY_ONE_LINE, TELL_WHY, begin, to);
	if (walk_value(r->walk, &r->walk->steps[step], WALK_WHY, 0, NULL) && about_one_group(&why))
		cited = tell_part(&why, WHY_NOT, TELL_NOT, begin, to);
	if (cited + tell_part(&why, WHY_RULES, TELL_RULE, begin, to) == 0)
		to->tell(to->context, TELL_RULE, "No rule of the device: no unit decided anything.");
}

void walk_tell(const struct walk_run *r, int step, void (*tell)(void *context, enum tell_kind kind, const char *text),
    void *context)
{
	const struct listener to = { tell, context };

	tell_texts(r->walk, &r->walk->steps[step], WALK_TEXT, &to);
	tell_commands(r, step, &to);
	tell_reason(r, step, &to);
}
