/* Expectations: the first word names the form; see expect.h. */
#include "ui/walk/expect.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sim/service.h"
#include "sim/unit.h"
#include "sim/words.h"
#include "ui/conf/value.h"
#include "ui/until.h"

enum { WORD_LEN = 64, CONDITION_LEN = 200 };

/* One expectation under way. */
struct expectation {
	const struct sim *s;
	const struct expect_last *last;
	const char *rest; /* what is left of the text */
	char *why;
};

/* Says what is so instead; always false. */
static bool untrue(struct expectation *x, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool untrue(struct expectation *x, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(x->why, EXPECT_WHY_LEN, format, list);
	va_end(list);
	return false;
}

/* Takes the next word; empty at the end. */
static void take_word(struct expectation *x, char word[WORD_LEN])
{
	size_t length = strcspn(x->rest, " ");

	snprintf(word, WORD_LEN, "%.*s", (int)length, x->rest);
	x->rest += length;
	x->rest += strspn(x->rest, " ");
}

/* Does the text begin with that word? Then it is taken. */
static bool skip_word(struct expectation *x, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(x->rest, word, length) != 0 || (x->rest[length] && x->rest[length] != ' '))
		return false;
	x->rest += length;
	x->rest += strspn(x->rest, " ");
	return true;
}

/* --- what is measured -------------------------------------------------------------------------------------- */

/* A whole number. */
static bool parse_number(const char *word, uint32_t *n)
{
	char end;

	return *word >= '0' && *word <= '9' && sscanf(word, "%9u%c", n, &end) == 1;
}

/* "A", or "A to B", in what `parse` reads. */
static bool take_range(struct expectation *x, bool (*parse)(const char *word, uint32_t *n), uint32_t *from, uint32_t *to)
{
	char word[WORD_LEN];

	take_word(x, word);
	if (!parse(word, from))
		return untrue(x, "'%s' is no number here", word);
	*to = *from;
	if (!skip_word(x, "to"))
		return !*x->rest || untrue(x, "'%s' is too much: A, or A to B, is wanted", x->rest);
	take_word(x, word);
	if (!parse(word, to) || *to < *from)
		return untrue(x, "'%s' is no number here, or less than the first", word);
	return !*x->rest || untrue(x, "'%s' is too much: A, or A to B, is wanted", x->rest);
}

/* Compares milliseconds. */
static bool check_seconds(struct expectation *x, const char *what, uint32_t ms)
{
	uint32_t from, to;

	if (!take_range(x, value_parse_time, &from, &to))
		return false;
	return (ms >= from && ms <= to) || untrue(x, "%s is %u.%03u s", what, ms / 1000, ms % 1000);
}

/* The context that is named next, or -1 with a complaint. */
static int take_context(struct expectation *x)
{
	char word[WORD_LEN];
	int context;

	take_word(x, word);
	context = lab_find_context(&x->s->lab, word);
	if (context < 0)
		untrue(x, "there is no context '%s'", word);
	return context;
}

static bool check_outage(struct expectation *x)
{
	char what[WORD_LEN + 16];
	int c = take_context(x);

	if (c < 0)
		return false;
	snprintf(what, sizeof what, "the outage of %s", x->s->lab.contexts[c].name);
	return check_seconds(x, what, service_outage_ms(x->s, (uint32_t)c));
}

static bool check_lost(struct expectation *x)
{
	uint32_t from, to, lost;
	int c = take_context(x);

	if (c < 0 || !take_range(x, parse_number, &from, &to))
		return false;
	lost = x->s->services[c].lost;
	return (lost >= from && lost <= to) || untrue(x, "%s has lost %u connections", x->s->lab.contexts[c].name, lost);
}

/* --- what is so -------------------------------------------------------------------------------------------- */

/* Where both groups are. */
static void tell_groups(const struct sim *s, char out[EXPECT_WHY_LEN])
{
	size_t used = 0;

	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		for (uint32_t u = 0; u < UNIT_COUNT && used < EXPECT_WHY_LEN; u++)
			used += (size_t)snprintf(out + used, EXPECT_WHY_LEN - used, "%s%s G%u %s", used ? ", " : "",
			    s->lab.unit[u].name, g, s->unit[u].run == RUN_UP ? state_word(s->unit[u].machine[g].state) :
			    run_word(s->unit[u].run));
}

/* How an interface is on both units. */
static void tell_status(const struct sim *s, uint32_t i, char out[EXPECT_WHY_LEN])
{
	char status[UNIT_COUNT][48];

	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].run == RUN_UP)
			status_text(s, u, i, status[u], sizeof status[u]);
		else
			snprintf(status[u], sizeof status[u], "not watched");
	snprintf(out, EXPECT_WHY_LEN, "it is %s on %s, %s on %s", status[PRIMARY], s->lab.unit[PRIMARY].name,
	    status[SECONDARY], s->lab.unit[SECONDARY].name);
}

/* What is told of a condition that does not hold: how that is which it is about. */
static void tell_now(const struct sim *s, const struct until *u, char out[EXPECT_WHY_LEN])
{
	if (u->form == FORM_STATUS)
		tell_status(s, u->iface, out);
	else
		tell_groups(s, out);
}

static bool parse_condition(struct expectation *x, struct until *u)
{
	char why[EXPECT_WHY_LEN - 8];

	if (!until_parse(&x->s->lab, x->rest, u, why, sizeof why))
		return untrue(x, "%s", why);
	return true;
}

static bool check_condition(struct expectation *x, bool wanted)
{
	struct until u;
	char now[EXPECT_WHY_LEN];

	if (!parse_condition(x, &u))
		return false;
	if (until_happens(&u))
		return untrue(x, "that happens, and never holds: say what is so afterwards, such as 'g1 active on %s'",
		    x->s->lab.unit[SECONDARY].name);
	tell_now(x->s, &u, now);
	return until_holds(x->s, &u) == wanted || untrue(x, "%.250s", now);
}

/* What a unit believes of its mate's group. */
static bool check_belief(struct expectation *x)
{
	struct until u;
	uint32_t believed;

	if (!parse_condition(x, &u))
		return false;
	if (u.form != FORM_STATE || u.group == 0 || u.unit == UNIT_BOTH)
		return untrue(x, "a belief is 'mate GROUP STATE on UNIT'");
	believed = unit_believes(&x->s->unit[u.unit], u.group);
	return believed == u.value ||
	    untrue(x, "%s believes that its mate's group %u is %s", x->s->lab.unit[u.unit].name, u.group,
	    state_word(believed));
}

static bool check_refused(struct expectation *x)
{
	if (!x->last->given)
		return untrue(x, "no command is given in this step");
	if (!x->last->refused)
		return untrue(x, "the command was taken");
	return strstr(x->last->reply, x->rest) || untrue(x, "the answer was: %.200s", x->last->reply);
}

bool expect_holds(const struct sim *s, const struct expect_last *last, const char *text, char why[EXPECT_WHY_LEN])
{
	struct expectation x = { s, last, text, why };

	why[0] = '\0';
	if (skip_word(&x, "time"))
		return check_seconds(&x, "the time", s->now_ms - s->open_ms);
	if (skip_word(&x, "outage"))
		return check_outage(&x);
	if (skip_word(&x, "lost"))
		return check_lost(&x);
	if (skip_word(&x, "mate"))
		return check_belief(&x);
	if (skip_word(&x, "refused"))
		return check_refused(&x);
	if (skip_word(&x, "not"))
		return check_condition(&x, false);
	return check_condition(&x, true);
}
