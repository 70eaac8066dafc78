/* Typed values: a reader for each type of lab.def.
 *
 * It gets the text behind the `=`, without blanks around it, and answers with the field filled or
 * with a sentence that quotes the text and says what was wanted.  Numbers are read digit by digit
 * with a bound, so there is no overflow; fractions are kept as integers. */
#include "ui/conf/value.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas.h"
#include "ui/conf/value_reader.h"
#include "ui/nearest.h"

enum {
	PREEMPT_LEAST_MS = 1000, /* a delay; none at all is `yes` */
	CHOICE_MAX = 8,
};

bool value_refuse(struct value_reader *p, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(p->why, p->why_size, format, list);
	va_end(list);
	return false;
}

bool value_set_number(struct value_reader *p, uint32_t value)
{
	*(uint32_t *)p->field = value;
	return true;
}

bool value_set_text(struct value_reader *p, const char *text, size_t length)
{
	if (length >= p->key->size)
		return value_refuse(
		    p, "'%.40s...' is longer than %zu bytes", text, p->key->size - 1);
	memset(p->field, 0, p->key->size);
	memcpy(p->field, text, length);
	return true;
}

const char *value_skip_blanks(const char *text)
{
	return text + strspn(text, " \t");
}

bool value_take_digits(const char **text, uint64_t most, uint64_t *value)
{
	const char *at = *text;

	*value = 0;
	if (!isdigit((unsigned char)*at))
		return false;
	for (; isdigit((unsigned char)*at); at++) {
		*value = *value * 10 + (uint64_t)(*at - '0');
		if (*value > most)
			return false;
	}
	*text = at;
	return true;
}

/* What became of a number with a unit. */
enum amount { AMOUNT_FINE, AMOUNT_NONE, AMOUNT_TOO_LARGE, AMOUNT_TOO_FINE };

/* Takes a decimal off the text, as millionths. */
static enum amount take_decimal(const char **text, uint64_t *millionths)
{
	enum amount amount = AMOUNT_FINE;
	uint64_t whole, part = 0, weight = 1000000;

	if (!isdigit((unsigned char)**text))
		return AMOUNT_NONE;
	if (!value_take_digits(text, 1000000000000, &whole)) {
		*text += strspn(*text, "0123456789");
		whole = 0;
		amount = AMOUNT_TOO_LARGE;
	}
	if (**text == '.') {
		++*text;
		if (!isdigit((unsigned char)**text))
			return AMOUNT_NONE;
		for (; isdigit((unsigned char)**text); ++*text) {
			weight /= 10;
			part += weight * (uint64_t)(**text - '0');
			if (weight == 0 && **text != '0' && amount == AMOUNT_FINE)
				amount = AMOUNT_TOO_FINE;
		}
	}
	*millionths = whole * 1000000 + part;
	return amount;
}

/* The milliseconds of a unit of time; 0 for what is no unit. */
static uint32_t time_unit(const char *word)
{
	static const struct {
		const char *word;
		uint32_t ms;
	} units[] = {
		{ "", 1000 },
		{ "s", 1000 },
		{ "sec", 1000 },
		{ "ms", 1 },
		{ "msec", 1 },
		{ "m", 60000 },
		{ "min", 60000 },
	};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(word, units[i].word) == 0)
			return units[i].ms;
	return 0;
}

/* Millionths of a unit as milliseconds; they are bounded before they are scaled. */
static enum amount scale_time(uint64_t millionths, uint32_t scale, uint32_t *ms)
{
	if (millionths / 1000000 > TIME_MAX_MS / scale)
		return AMOUNT_TOO_LARGE;
	if (millionths * scale % 1000000 != 0)
		return AMOUNT_TOO_FINE;
	if (millionths * scale / 1000000 > TIME_MAX_MS)
		return AMOUNT_TOO_LARGE;
	*ms = (uint32_t)(millionths * scale / 1000000);
	return AMOUNT_FINE;
}

/* Reads a time: a decimal with its unit behind it, or `msec` before it. */
static enum amount read_time(const char *text, uint32_t *ms)
{
	const char *at = value_skip_blanks(text);
	bool msec = strncmp(at, "msec", 4) == 0 && (at[4] == ' ' || at[4] == '\t');
	char unit[8] = "";
	uint64_t millionths;
	uint32_t scale;
	size_t length;
	enum amount amount;

	if (msec)
		at = value_skip_blanks(at + 4);
	amount = take_decimal(&at, &millionths);
	at = value_skip_blanks(at);
	length = strcspn(at, " \t");
	if (amount == AMOUNT_NONE || length >= sizeof unit || *value_skip_blanks(at + length))
		return AMOUNT_NONE;
	memcpy(unit, at, length);
	scale = msec ? 1 : time_unit(unit);
	if (scale == 0 || (msec && length > 0))
		return AMOUNT_NONE;
	return amount == AMOUNT_FINE ? scale_time(millionths, scale, ms) : amount;
}

bool value_parse_time(const char *text, uint32_t *ms)
{
	return read_time(text, ms) == AMOUNT_FINE;
}

bool value_parse_size(const char *text, int *columns, int *rows)
{
	char *end;
	unsigned long c, r;

	if (*text < '0' || *text > '9')
		return false;
	c = strtoul(text, &end, 10);
	if (*end != 'x' || end[1] < '0' || end[1] > '9')
		return false;
	r = strtoul(end + 1, &end, 10);
	if (*end || c > CANVAS_COLUMNS_MAX || r > CANVAS_ROWS_MAX)
		return false;
	*columns = (int)c;
	*rows = (int)r;
	return true;
}

/* Says that a value is out of bounds, in words. */
static bool refuse_time(struct value_reader *p, const char *value, uint32_t least, uint32_t most)
{
	char from[24], to[24];

	value_format_time(least, from, sizeof from);
	value_format_time(most, to, sizeof to);
	return value_refuse(p, "%.60s is outside %s to %s", value, from, to);
}

/* A time between two bounds; `other` is what could stand there as well. */
static bool parse_bounded(struct value_reader *p, uint32_t least, uint32_t most, const char *other)
{
	char value[24];
	uint32_t ms;

	switch (read_time(p->text, &ms)) {
	case AMOUNT_NONE:
		return value_refuse(
		    p, "'%.60s' is not %sa time, such as 30, 1.5 s or 500 ms", p->text, other);
	case AMOUNT_TOO_LARGE:
		return refuse_time(p, p->text, least, most);
	case AMOUNT_TOO_FINE:
		return value_refuse(p, "%.60s is finer than a millisecond", p->text);
	case AMOUNT_FINE:
		break;
	}
	if (ms >= least && ms <= most)
		return value_set_number(p, ms);
	value_format_time(ms, value, sizeof value);
	return refuse_time(p, value, least, most);
}

static bool parse_time(struct value_reader *p)
{
	return parse_bounded(p, p->key->least, p->key->most, "");
}

static bool parse_power(struct value_reader *p)
{
	if (strcmp(p->text, "never") == 0)
		return value_set_number(p, TIME_NEVER);
	return parse_bounded(p, p->key->least, p->key->most, "'never' or ");
}

static bool parse_preempt(struct value_reader *p)
{
	if (strcmp(p->text, "no") == 0)
		return value_set_number(p, PREEMPT_OFF);
	if (strcmp(p->text, "yes") == 0)
		return value_set_number(p, 0);
	return parse_bounded(p, PREEMPT_LEAST_MS, p->key->most, "'yes', 'no' or ");
}

/* A number that is the whole text; out of bounds it is quoted as it was written. */
static bool parse_number(struct value_reader *p)
{
	const char *at = p->text;
	uint64_t value;

	if (*at == '\0' || at[strspn(at, "0123456789")])
		return value_refuse(p, "'%.60s' is not a whole number", at);
	if (!value_take_digits(&at, p->key->most, &value) || value < p->key->least)
		return value_refuse(
		    p, "%.60s is outside %u to %u", p->text, p->key->least, p->key->most);
	return value_set_number(p, (uint32_t)value);
}

static bool parse_policy(struct value_reader *p)
{
	const char *at = p->text;
	uint64_t value;

	if (!strchr(at, '%'))
		return parse_number(p);
	if (!value_take_digits(&at, 1000000, &value) || strcmp(value_skip_blanks(at), "%") != 0)
		return value_refuse(p, "'%.60s' is neither a number nor a percentage", p->text);
	if (value < 1 || value > 100)
		return value_refuse(p, "%u%% is outside 1%% to 100%%", (unsigned)value);
	return value_set_number(p, (uint32_t)value | POLICY_PERCENT);
}

/* A decimal, held as tenths. */
static bool parse_tenths(struct value_reader *p)
{
	const char *at = p->text;
	char least[24], most[24];
	uint64_t value = 0;
	enum amount amount = take_decimal(&at, &value);

	if (amount == AMOUNT_NONE || *at)
		return value_refuse(
		    p, "'%.60s' is not a decimal number, such as 2 or 0.5", p->text);
	value_format(p->key, &p->key->least, least, sizeof least);
	value_format(p->key, &p->key->most, most, sizeof most);
	if (amount == AMOUNT_TOO_LARGE || value < p->key->least * UINT64_C(100000) ||
	    value > p->key->most * UINT64_C(100000))
		return value_refuse(p, "%.60s is outside %s to %s", p->text, least, most);
	if (amount == AMOUNT_TOO_FINE || value % 100000 != 0)
		return value_refuse(p, "%.60s is finer than a tenth", p->text);
	return value_set_number(p, (uint32_t)(value / 100000));
}

static bool parse_choice(struct value_reader *p)
{
	char words[CHOICE_MAX][VALUE_WORD_LEN], all[VALUE_LEN], hint[NEAREST_HINT_LEN];
	struct nearest nearest = nearest_to(p->text);

	for (uint32_t i = 0; i < CHOICE_MAX && value_choice(p->key, i, words[i]); i++) {
		if (strcmp(p->text, words[i]) == 0)
			return value_set_number(p, i);
		nearest_try(&nearest, words[i]);
	}
	value_range(p->key, all, sizeof all);
	return value_refuse(p, "'%.60s' is not %s%s", p->text, all, nearest_hint(&nearest, hint));
}

static bool parse_yes(struct value_reader *p)
{
	if (strcmp(p->text, "no") == 0)
		return value_set_number(p, 0);
	if (strcmp(p->text, "yes") == 0)
		return value_set_number(p, 1);
	return value_refuse(p, "'%.60s' is neither 'yes' nor 'no'", p->text);
}

static bool parse_monitor(struct value_reader *p)
{
	if (strcmp(p->text, "default") == 0)
		return value_set_number(p, MONITOR_DEFAULT);
	return parse_yes(p);
}

/* Days from 1970-01-01 to a date, by the civil calendar. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year - 719468;
}

/* Reads the digits of a pattern of `d` and other characters into parts, one a run; false where it
 * differs. */
static bool match_digits(const char *text, const char *pattern, int64_t *parts)
{
	int64_t *part = parts;

	*part = 0;
	for (; *pattern; text++, pattern++) {
		if (*pattern == 'd' && isdigit((unsigned char)*text))
			*part = *part * 10 + (*text - '0');
		else if (*pattern == 'd' || *text != *pattern)
			return false;
		else
			*++part = 0;
	}
	return *text == '\0';
}

static bool parse_clock(struct value_reader *p)
{
	int64_t t[6], seconds;

	if (!match_digits(p->text, "dddd-dd-dd dd:dd:dd", t))
		return value_refuse(
		    p, "'%.60s' is not a time of the form YYYY-MM-DD HH:MM:SS", p->text);
	if (t[0] < 1970 || t[1] < 1 || t[1] > 12 || t[2] < 1 || t[2] > 31 || t[3] > 23 ||
	    t[4] > 59 || t[5] > 59)
		return value_refuse(p, "there is no time %.60s (years from 1970 on)", p->text);
	if (days_of(t[0], t[1], t[2]) >= days_of(t[0] + t[1] / 12, t[1] % 12 + 1, 1))
		return value_refuse(p, "there is no day %.10s", p->text);
	seconds = days_of(t[0], t[1], t[2]) * 86400 + t[3] * 3600 + t[4] * 60 + t[5];
	if (seconds > p->key->most)
		return value_refuse(p, "%.60s is beyond 2096-10-02 07:06:40", p->text);
	return value_set_number(p, (uint32_t)seconds);
}

static bool parse_title(struct value_reader *p)
{
	return value_set_text(p, p->text, strlen(p->text));
}

bool value_parse(
    const struct lab_key *key, const char *text, void *field, char *why, size_t why_size)
{
	static bool (*const readers[])(struct value_reader *) = {
		[TYPE_TIME] = parse_time,
		[TYPE_POWER] = parse_power,
		[TYPE_NUMBER] = parse_number,
		[TYPE_YES] = parse_yes,
		[TYPE_CHOICE] = parse_choice,
		[TYPE_CLOCK] = parse_clock,
		[TYPE_PREEMPT] = parse_preempt,
		[TYPE_POLICY] = parse_policy,
		[TYPE_MONITOR] = parse_monitor,
		[TYPE_SWITCH] = value_read_switch,
		[TYPE_TITLE] = parse_title,
		[TYPE_NAME] = value_read_name,
		[TYPE_PORT] = value_read_port,
		[TYPE_LINK] = value_read_link,
		[TYPE_ADDRESS] = value_read_address,
		[TYPE_TENTHS] = parse_tenths,
	};
	struct value_reader p = { key, text, field, why, why_size };

	if (text[0] == '\0')
		return value_refuse(&p, "the value is missing");
	return readers[key->type](&p);
}
