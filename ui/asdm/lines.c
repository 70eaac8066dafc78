/* Console lines, from the patterns of fields.def. */
#include "ui/asdm/lines.h"

#include <stdio.h>
#include <string.h>

#include "sim/cli/cli.h"
#include "ui/asdm/values.h"
#include "ui/conf/value.h"

enum { WORD_LEN = 24 };

/* What the words in braces are filled from. */
struct filling {
	const struct sim *s;
	struct asdm_cell cell;
	uint32_t unit;
	const char *value; /* the new one of the cell's field */
};

/* A value as a console takes it: "30 s" is 30, "500 ms" is msec 500, Primary is primary; no time at all is left out where
 * it may be. What else is none is left as it is, for the device to refuse. */
static void console_value(const struct asdm_field *field, const char *value, char out[ASDM_VALUE_LEN])
{
	uint32_t ms;

	snprintf(out, ASDM_VALUE_LEN, "%s", value);
	if (field->edit == EDIT_CHOICE && value[0] >= 'A' && value[0] <= 'Z')
		out[0] = (char)(value[0] | 0x20);
	if (field->edit != EDIT_TIME)
		return;
	if (strcmp(value, "none") == 0)
		out[0] = '\0';
	if (!value_parse_time(value, &ms))
		return;
	if (ms == 0 && field->lines_off[0])
		out[0] = '\0';
	else
		snprintf(out, ASDM_VALUE_LEN, ms % 1000 == 0 ? "%u" : "msec %u", ms % 1000 == 0 ? ms / 1000 : ms);
}

static const struct asdm_field *find_word(const struct filling *f, const char *word)
{
	const struct asdm_field *own = &asdm_fields[f->cell.field];

	for (int n = 0; n < asdm_field_count; n++)
		if (asdm_fields[n].set == own->set && strcmp(asdm_fields[n].word, word) == 0 &&
		    (asdm_fields[n].each == own->each || asdm_fields[n].each == EACH_ONCE))
			return &asdm_fields[n];
	return NULL;
}

/* What is no field: the group, the context, the interface that the cell is about. */
static void fill_name(const struct filling *f, const char *word, char out[ASDM_VALUE_LEN])
{
	const struct lab *lab = &f->s->lab;
	enum asdm_each each = asdm_fields[f->cell.field].each;
	uint32_t index = f->cell.index;

	out[0] = '\0';
	if (strcmp(word, "N") == 0)
		snprintf(out, ASDM_VALUE_LEN, "%u", each == EACH_IFACE ? iface_group(f->s, f->unit, index) : index);
	else if (strcmp(word, "context") == 0)
		snprintf(out, ASDM_VALUE_LEN, "%s", lab->contexts[index].name);
	else if (strcmp(word, "nameif") == 0)
		snprintf(out, ASDM_VALUE_LEN, "%s", lab->ifaces[index].name);
	else if (strcmp(word, "port") == 0)
		snprintf(out, ASDM_VALUE_LEN, "%.*s", (int)strcspn(lab->ifaces[index].port, "."), lab->ifaces[index].port);
	else if (strcmp(word, "its-active") == 0)
		asdm_get_its_active(f->s, f->unit, index, out);
	else if (strcmp(word, "its-standby") == 0)
		asdm_get_its_standby(f->s, f->unit, index, out);
	else if (strcmp(word, "mask") == 0)
		asdm_get_iface_mask(f->s, f->unit, index, out);
}

/* The text for a word in braces. The port of an interface is its whole name, not what its column shows. */
static void fill(const struct filling *f, const char *word, char out[ASDM_VALUE_LEN])
{
	const struct asdm_field *field = strcmp(word, "port") == 0 ? NULL : find_word(f, word);
	char value[ASDM_VALUE_LEN];

	if (!field) {
		fill_name(f, word, out);
		return;
	}
	if (field == &asdm_fields[f->cell.field]) {
		console_value(field, f->value, out);
		return;
	}
	field->get(f->s, f->unit, f->cell.index, value);
	console_value(field, value, out);
}

/* Is the word the cell's own, and its new value more than one word? Such a value is the rest of the line. */
static bool is_rest(const struct filling *f, const char *word)
{
	const struct asdm_field *own = &asdm_fields[f->cell.field];

	return own->edit == EDIT_TEXT && strcmp(own->word, word) == 0 && strchr(f->value, ' ');
}

/* One line of a pattern, up to the bar or the end; returns what is behind it. */
static const char *fill_line(const struct filling *f, const char *pattern, char line[ASDM_LINE_LEN], bool *cut)
{
	size_t used = 0;

	line[0] = '\0';
	while (*pattern && *pattern != '|') {
		char word[WORD_LEN], value[ASDM_VALUE_LEN];
		size_t n = strcspn(pattern, "{|");

		if (*pattern == '{') {
			n = strcspn(pattern, "}");
			snprintf(word, sizeof word, "%.*s", (int)n - 1, pattern + 1);
			fill(f, word, value);
			used += (size_t)snprintf(line + used, ASDM_LINE_LEN - used, "%s", value);
			pattern += is_rest(f, word) ? strcspn(pattern, "|") : n + 1;
		} else {
			used += (size_t)snprintf(line + used, ASDM_LINE_LEN - used, "%.*s", (int)n, pattern);
			pattern += n;
		}
		*cut |= used >= ASDM_LINE_LEN;
		if (used >= ASDM_LINE_LEN)
			used = ASDM_LINE_LEN - 1;
	}
	while (used > 0 && line[used - 1] == ' ')
		line[--used] = '\0';
	return *pattern == '|' ? pattern + 1 : pattern;
}

/* Does the value take the field's lines away? */
static bool is_off(const struct asdm_field *field, const char *value)
{
	return field->lines_off[0] && (value[0] == '\0' || strcmp(value, "no") == 0 || strcmp(value, "none") == 0);
}

void asdm_lines(const struct sim *s, struct asdm_cell cell, uint32_t unit, const char *value, struct asdm_lines *out)
{
	const struct asdm_field *field = &asdm_fields[cell.field];
	const struct filling f = { s, cell, unit, value };
	bool nothing = strcmp(value, "none") == 0 || (field->edit == EDIT_YES && strcmp(value, "no") == 0);
	const char *pattern = is_off(field, value) ? field->lines_off : nothing ? "" : field->lines;

	*out = (struct asdm_lines){ .context = field->where == CONTEXT_CONTEXT ? s->lab.ifaces[cell.index].context + 1 : 0 };
	while (*pattern && out->count < ASDM_LINES)
		pattern = fill_line(&f, pattern, out->line[out->count++], &out->cut);
}

/* The mode that a console is in behind the first of the lines. */
static enum mode_kind mode_behind(const char *first)
{
	static const char *const words[] = { [MODE_GROUP] = "failover group ", [MODE_CONTEXT] = "context ",
		[MODE_INTERFACE] = "interface " };

	for (size_t m = 0; m < sizeof words / sizeof *words; m++)
		if (words[m] && strncmp(first, words[m], strlen(words[m])) == 0)
			return (enum mode_kind)m;
	return MODE_GLOBAL;
}

const char *asdm_prompt(const struct sim *s, uint32_t unit, const struct asdm_lines *lines, int n, char *out, size_t size)
{
	snprintf(out, size, "%.12s%s%.12s(%s)#", s->lab.unit[unit].name, lines->context ? "/" : "",
	    lines->context ? s->lab.contexts[lines->context - 1].name : "",
	    cli_mode_word(n > 0 ? mode_behind(lines->line[0]) : MODE_GLOBAL));
	return out;
}

const char *asdm_lines_main(const struct asdm_lines *lines)
{
	return lines->count == 0 ? "" : lines->count > 1 ? lines->line[1] : lines->line[0];
}

void asdm_next_value(const struct asdm_field *field, const char *value, char out[ASDM_VALUE_LEN])
{
	const char *choice = field->takes;

	if (field->edit == EDIT_YES) {
		snprintf(out, ASDM_VALUE_LEN, "%s", strcmp(value, "yes") == 0 ? "no" : "yes");
		return;
	}
	while (*choice) {
		size_t n = strcspn(choice, "|");
		bool is = strlen(value) == n && strncmp(choice, value, n) == 0;

		choice += n + (choice[n] == '|');
		if (is)
			break;
	}
	if (*choice == '\0')
		choice = field->takes;
	snprintf(out, ASDM_VALUE_LEN, "%.*s", (int)strcspn(choice, "|"), choice);
}
