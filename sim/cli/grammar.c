/* Lines of a console; see grammar.h.
 *
 * Forms are walked as they stand in the table.  Word by word, all rows that fit so far say which words could come; the
 * typed word is the one of these that it is, or begins, or else a value.  When every word is known, the row that ends
 * there is the line. */
#include "sim/cli/grammar.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/split.h"
#include "sim/words.h"

const struct cli_row cli_rows[TYPED_COUNT] = {
#define LINE(id, mode, class, trust, source, form, help) { ROW_##mode, CLASS_##class, TRUST_##trust, source, form, help },
#include "sim/cli/lines.def"
};

const char *const cli_refusals[REFUSAL_COUNT] = {
#define REFUSAL(id, trust, sentence) sentence,
#include "sim/cli/refusals.def"
};

/* --- values ------------------------------------------------------------------------------------------------ */

enum form {
	FORM_NUMBER,
	FORM_PERCENT,
	FORM_ROLE,
	FORM_KEY,
	FORM_NAME,
	FORM_PORT,
	FORM_IP,
	FORM_MAC,
	FORM_CONTEXT,
	FORM_NAMEIF,
};

static const struct arg {
	const char *name;
	enum form form;
	size_t field;
	uint32_t scale, least, most;
	const char *help;
} args[] = {
#define ARG(id, form, field, scale, least, most, help) \
	{ #id, FORM_##form, offsetof(struct conf_line, field), scale, least, most, help },
#include "sim/cli/args.def"
};

enum { ARG_COUNT = sizeof args / sizeof *args, FOUND_MAX = 16, DIGITS_MAX = 6 };

/* A line that is being read. */
struct reading {
	const struct sim *s;
	const struct split *w;
	uint32_t context;
	const char *known[SPLIT_MAX]; /* the word of the form that each word is; NULL: a value */
	int length[SPLIT_MAX];        /* and its letters */
	int at;                       /* the word that is being found out */
	bool value;                   /* it may be a value */
	const char *found[FOUND_MAX]; /* or the beginning of one of these */
	int found_length[FOUND_MAX];
	int found_count;
	struct conf_line line;
};

/* The text as a number, where all of it is one of few digits. */
static bool number_of(const char *text, size_t length, uint32_t *value)
{
	*value = 0;
	if (length == 0 || length > DIGITS_MAX)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*value = *value * 10 + (uint32_t)(text[i] - '0');
	}
	return true;
}

static bool take_number(const struct arg *arg, const char *text, void *field)
{
	size_t length = strlen(text);
	uint32_t value;

	if (arg->form == FORM_PERCENT && (length == 0 || text[--length] != '%'))
		return false;
	if (!number_of(text, length, &value) || value < arg->least || value > arg->most)
		return false;
	value = value * arg->scale | (arg->form == FORM_PERCENT ? POLICY_PERCENT : 0);
	memcpy(field, &value, sizeof value);
	return true;
}

static bool take_role(const char *text, void *field)
{
	for (uint32_t role = 0; role < UNIT_COUNT; role++)
		if (text[0] != '\0' && strncmp(role_word(role), text, strlen(text)) == 0) {
			memcpy(field, &role, sizeof role);
			return true;
		}
	return false;
}

/* Of a key only a number is kept, by which two units can tell that theirs differ; never 0. */
static bool take_key(const char *text, void *field)
{
	uint32_t number = 2166136261u;

	for (; *text; text++)
		number = (number ^ (uint8_t)*text) * 16777619u;
	number |= 1;
	memcpy(field, &number, sizeof number);
	return true;
}

static bool take_name(const char *text, void *field)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
	size_t length = strlen(text);

	if (length >= NAME_LEN || strspn(text, letters) != length)
		return false;
	memset(field, 0, NAME_LEN);
	memcpy(field, text, length);
	return true;
}

/* Is it the number of a port: one to three numbers, with slashes between? */
static bool is_port_number(const char *text)
{
	uint32_t value;

	for (int part = 0; part < 3; part++) {
		size_t length = strspn(text, "0123456789");

		if (!number_of(text, length, &value))
			return false;
		text += length;
		if (*text == '\0')
			return true;
		if (*text++ != '/')
			return false;
	}
	return false;
}

/* A port, in one word or two: gi0/6, GigabitEthernet 0/6. Returns how many words it has, 0 where it is none. */
static int take_port(const struct split *w, int n, void *field)
{
	size_t letters = strcspn(w->word[n], "0123456789");
	const char *kind = lab_port_kind(w->word[n], letters), *number = w->word[n] + letters;
	int words = 1;

	if (*number == '\0' && n + 1 < w->count) {
		number = w->word[n + 1];
		words = 2;
	}
	if (!kind || !is_port_number(number) || strlen(kind) + strlen(number) >= PORT_LEN)
		return 0;
	memset(field, 0, PORT_LEN);
	memcpy(field, kind, strlen(kind));
	memcpy((char *)field + strlen(kind), number, strlen(number));
	return words;
}

/* Three times four digits, as 0002.fe8d.1234; not that of several stations. */
static bool take_mac(const char *text, uint8_t *field)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	uint8_t mac[6] = { 0 };

	for (int i = 0; i < 12; i++, text++) {
		const char *digit;
		int value;

		if (i > 0 && i % 4 == 0 && *text++ != '.')
			return false;
		digit = *text ? strchr(digits, *text) : NULL;
		if (!digit)
			return false;
		value = (int)(digit - digits);
		mac[i / 2] = (uint8_t)(mac[i / 2] << 4 | (value > 15 ? value - 6 : value));
	}
	if (*text || (mac[0] & 1))
		return false;
	memcpy(field, mac, sizeof mac);
	return true;
}

/* An index; of a name that nothing has, IFACE_NONE, so that it can be refused in words. */
static bool take_index(int index, void *field)
{
	uint16_t value = (uint16_t)(index < 0 ? IFACE_NONE : index);

	memcpy(field, &value, sizeof value);
	return true;
}

/* Reads the value where the word is one; returns how many words it has, 0 where it is none. */
static int take_value(struct reading *r, const struct arg *arg, int n)
{
	const char *text = r->w->word[n];
	void *field = (char *)&r->line + arg->field;
	uint32_t ip;

	switch (arg->form) {
	case FORM_NUMBER:
	case FORM_PERCENT:
		return take_number(arg, text, field);
	case FORM_ROLE:
		return take_role(text, field);
	case FORM_KEY:
		return take_key(text, field);
	case FORM_NAME:
		return take_name(text, field);
	case FORM_PORT:
		return take_port(r->w, n, field);
	case FORM_IP:
		if (!lab_ip_parse(text, &ip))
			return 0;
		memcpy(field, &ip, sizeof ip);
		return 1;
	case FORM_MAC:
		return take_mac(text, field);
	case FORM_CONTEXT:
		return take_index(lab_find_context(&r->s->lab, text), field);
	case FORM_NAMEIF:
		return r->context > 0 && take_index(lab_find_iface(&r->s->lab, r->context - 1, text), field);
	}
	return 0;
}

static const struct arg *find_arg(const char *name, size_t length)
{
	for (int a = 0; a < ARG_COUNT; a++)
		if (strlen(args[a].name) == length && strncmp(args[a].name, name, length) == 0)
			return &args[a];
	return NULL;
}

bool cli_range(const char *name, uint32_t *least, uint32_t *most, const char **help)
{
	const struct arg *arg = find_arg(name, strlen(name));

	if (!arg || (arg->form != FORM_NUMBER && arg->form != FORM_PERCENT))
		return false;
	*least = arg->least;
	*most = arg->most;
	*help = arg->help;
	return true;
}

/* --- words ------------------------------------------------------------------------------------------------- */

/* How many letters must be typed at least: the first word stands against more commands than are known here. */
static size_t least_letters(const struct reading *r, int n, int length)
{
	bool first = n == 0 || (n == 1 && strcmp(r->w->word[0], "no") == 0);

	return !first ? 1 : length > 6 ? 3 : 2;
}

/* Notes a word of a form that the word may be; one with the same letters once. */
static void note(struct reading *r, const char *word, int length)
{
	for (int f = 0; f < r->found_count; f++)
		if (r->found_length[f] == length && strncmp(r->found[f], word, (size_t)length) == 0)
			return;
	if (r->found_count == FOUND_MAX)
		return;
	r->found[r->found_count] = word;
	r->found_length[r->found_count++] = length;
}

/* Is the n-th word that of the form? Of the word that is being found out, only notes that it could be. */
static bool is_word(struct reading *r, int n, const char *word, int length)
{
	size_t typed = strlen(r->w->word[n]);

	if (n < r->at)
		return r->known[n] && r->length[n] == length && strncmp(r->known[n], word, (size_t)length) == 0;
	if (typed <= (size_t)length && typed >= least_letters(r, n, length) && strncmp(word, r->w->word[n], typed) == 0)
		note(r, word, length);
	return false;
}

/* --- forms ------------------------------------------------------------------------------------------------- */

static bool walk(struct reading *r, const char *form, int n);

/* Behind the bracket that closes the one at `form`. */
static const char *behind(const char *form, char open, char close)
{
	int depth = 1;

	while (depth > 0) {
		form++;
		depth += (*form == open) - (*form == close);
	}
	return form + 1;
}

/* One alternative after the other, as if each stood there alone. */
static bool walk_choice(struct reading *r, const char *form, int n)
{
	const struct conf_line before = r->line;

	for (const char *one = form + 1; *one != '}'; one++)
		if (one == form + 1 || one[-1] == '|') {
			r->line = before;
			if (walk(r, one, n))
				return true;
		}
	return false;
}

static bool walk_value(struct reading *r, const char *form, size_t length, int n)
{
	const struct arg *arg = find_arg(form, length);
	int words;

	assert(arg);
	if (n < r->at && r->known[n])
		return false;
	words = take_value(r, arg, n);
	if (words > 0 && n + words > r->at && r->at < r->w->count)
		r->value = true;
	else if (words > 0)
		return walk(r, form + length, n + words);
	return false;
}

/* Does the line from its n-th word on fit the rest of the form?  Alternatives hold no brackets of their kind. */
static bool walk(struct reading *r, const char *form, int n)
{
	const struct conf_line before = r->line;
	size_t length;

	while (*form == ' ' || *form == ']' || *form == '}')
		form++;
	switch (*form) {
	case '\0':
		return n == r->w->count;
	case '[':
		if (walk(r, form + 1, n))
			return true;
		r->line = before;
		return walk(r, behind(form, '[', ']'), n);
	case '{':
		return walk_choice(r, form, n);
	case '|':
		return walk(r, strchr(form, '}') + 1, n);
	}
	if (n >= r->w->count)
		return false;
	length = strcspn(form, " []{}|");
	if (*form >= 'A' && *form <= 'Z')
		return walk_value(r, form, length, n);
	return is_word(r, n, form, (int)length) && walk(r, form + length, n + 1);
}

/* Walks all rows of the mode; the first that the whole line fits, or TYPED_COUNT. */
static int walk_rows(struct reading *r, enum row_mode mode)
{
	for (int row = 0; row < TYPED_COUNT; row++) {
		if (cli_rows[row].mode != mode && cli_rows[row].mode != ROW_ANY)
			continue;
		memset(&r->line, 0, sizeof r->line);
		if (walk(r, cli_rows[row].form, 0)) {
			r->line.typed = (uint8_t)row;
			return row;
		}
	}
	return TYPED_COUNT;
}

/* Do all the words that were noted begin with this one, as interface-policy does with interface? */
static bool begins_all(const struct reading *r, int f)
{
	for (int other = 0; other < r->found_count; other++)
		if (r->found_length[other] < r->found_length[f] ||
		    strncmp(r->found[other], r->found[f], (size_t)r->found_length[f]) != 0)
			return false;
	return true;
}

/* What the word is, of all that was noted: the one that it is whole; or the only one that it begins, where the others
 * are that one with more behind it. */
static enum refusal find_out(struct reading *r)
{
	size_t typed = strlen(r->w->word[r->at]);

	r->known[r->at] = NULL;
	for (int f = 0; f < r->found_count; f++)
		if ((size_t)r->found_length[f] == typed || begins_all(r, f)) {
			r->known[r->at] = r->found[f];
			r->length[r->at] = r->found_length[f];
			return REFUSAL_NONE;
		}
	return r->value ? REFUSAL_NONE : r->found_count > 0 ? REFUSAL_AMBIGUOUS : REFUSAL_INVALID;
}

enum refusal cli_read(const struct sim *s, enum row_mode mode, uint32_t context, const char *text, struct conf_line *line,
    int *good, char *reply, size_t size)
{
	struct split w;
	struct reading r = { .s = s, .w = &w, .context = context };
	enum refusal refusal = REFUSAL_NONE;

	split_line(&w, text);
	for (r.at = 0; r.at < w.count && refusal == REFUSAL_NONE; r.at++) {
		r.found_count = 0;
		r.value = false;
		walk_rows(&r, mode);
		refusal = find_out(&r);
	}
	*good = refusal == REFUSAL_NONE ? w.count : r.at - 1;
	if (refusal == REFUSAL_AMBIGUOUS) {
		snprintf(reply, size, "ERROR: %% Ambiguous command:  \"%s\"", text);
		return refusal;
	}
	if (refusal == REFUSAL_NONE && walk_rows(&r, mode) == TYPED_COUNT)
		refusal = REFUSAL_INCOMPLETE;
	if (refusal != REFUSAL_NONE) {
		split_refuse(&w, *good, reply, size);
		return refusal;
	}
	*line = r.line;
	return REFUSAL_NONE;
}
