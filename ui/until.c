/* Conditions, from words to an answer about a step.
 *
 *   text ──blanks──> words ──the first: what it is about──> the rest ──its choices──> form ──each step──> met?
 *
 * What the first word names (a group, a unit, a link, an interface) decides what may follow; a list of choices has it,
 * and a choice may be shortened to a beginning that no other has. */
#include "ui/until.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "sim/words.h"
#include "ui/nearest.h"

enum { WORDS_MAX = 16, NAME_MAX_LEN = 64, CHOICES_MAX = 32, LIST_LEN = 200 };

/* clang-format off */
const struct until_form until_forms[] = {
	[FORM_STATE]   = { "GROUP STATE [on UNIT]", "the group is in that state there",
	                   "g1 active on $S|g1 Standby Ready on $P|g2 active on $P|g2 Standby Ready on $S|g1 Failed|g2 Failed" },
	[FORM_MOVES]   = { "GROUP moves", "another unit is active, or one is again", "any group moves|g1 moves|g2 moves" },
	[FORM_SPLIT]   = { "[GROUP] split", "a group is active on both units", "split" },
	[FORM_NOBODY]  = { "[GROUP] nobody", "a group is active on no unit", "nobody" },
	[FORM_UNIT]    = { "UNIT up|booting|off|crashed|hung", "the unit runs so", "$P up|$S up|$P off|$S off" },
	[FORM_STATUS]  = { "CTX/NAMEIF STATUS [on UNIT]", "as in show failover: No Link, Waiting ...", "$I Failed|$I Normal|$I Testing on $P" },
	[FORM_LINK]    = { "LINK failed|up [on UNIT]", "up: no unit takes it for failed", "$L failed|$L up|$T failed|$T up" },
	[FORM_SETTLED] = { "settled", "each group is where it stays, untouched", "settled" },
	[FORM_ENTRY]   = { "entry KIND", "the log has one more of that kind", "entry LANTEST|entry PREEMPT|entry TEST" },
};
/* clang-format on */

const int until_form_count = FORM_COUNT;

/* What may follow, and what it stands for. Several words may mean the same. */
struct choice {
	const char *word;
	uint8_t value;
};

/* Behind a group: a state, or one of these. */
enum { GROUP_MOVES = STATE_COUNT, GROUP_SPLIT, GROUP_NOBODY };

/* clang-format off */
static const struct choice group_choices[] = {
#define STATE(id, word) { word, STATE_##id },
	STATES(STATE)
#undef STATE
	{ "moves", GROUP_MOVES }, { "changes", GROUP_MOVES }, { "split", GROUP_SPLIT }, { "nobody", GROUP_NOBODY },
	{ NULL, 0 },
};

static const struct choice run_choices[] = {
	{ "up", RUN_UP }, { "booting", RUN_BOOTING }, { "off", RUN_OFF }, { "crashed", RUN_CRASHED }, { "hung", RUN_HUNG },
	{ NULL, 0 },
};

static const struct choice status_choices[] = {
	{ "Normal", STATUS_NORMAL }, { "Waiting", STATUS_WAITING }, { "Testing", STATUS_TESTING },
	{ "No Link", STATUS_NO_LINK }, { "Link Down", STATUS_LINK_DOWN }, { "Failed", STATUS_FAILED },
	{ "Unknown", STATUS_UNKNOWN }, { "Normal (Monitored)", STATUS_NORMAL }, { "Normal (Waiting)", STATUS_WAITING },
	{ NULL, 0 },
};

static const struct choice link_choices[] = { { "failed", LINK_LOST }, { "up", LINK_UP }, { NULL, 0 } };

static const struct choice entry_choices[] = {
#define KIND(id, word, ...) { word, ENTRY_##id },
	ENTRY_KINDS(KIND)
#undef KIND
	{ NULL, 0 },
};
/* clang-format on */

/* --- reading ----------------------------------------------------------------------------------------------- */

/* A condition that is being read: its words, of which those before `at` are done. */
struct reader {
	const struct lab *lab;
	struct until *u;
	char text[UNTIL_LEN];
	const char *words[WORDS_MAX];
	int count, at;
	char *why;
	size_t size;
};

/* Writes the sentence; always false. */
static bool refuse(struct reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(struct reader *r, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(r->why, r->size, format, list);
	va_end(list);
	return false;
}

/* Takes the text apart at its blanks. */
static bool split_words(struct reader *r, const char *text)
{
	if (strlen(text) >= sizeof r->text)
		return refuse(r, "a condition has room for %zu bytes", sizeof r->text - 1);
	snprintf(r->text, sizeof r->text, "%s", text);
	for (char *at = r->text + strspn(r->text, " "); *at; at += strspn(at, " ")) {
		if (r->count == WORDS_MAX)
			return refuse(r, "a condition has no more than %d words", WORDS_MAX);
		r->words[r->count++] = at;
		at += strcspn(at, " ");
		if (*at)
			*at++ = '\0';
	}
	return r->count > 0 || refuse(r, "there is no condition, such as 'g1 active on %s', 'any group moves' or 'split'",
	    r->lab->unit[SECONDARY].name);
}

/* Is the next word this one? Then it is done. */
static bool skip_word(struct reader *r, const char *word)
{
	if (r->at == r->count || strcasecmp(r->words[r->at], word) != 0)
		return false;
	r->at++;
	return true;
}

/* The words that are left, with one blank between them. */
static void join_rest(const struct reader *r, char out[UNTIL_LEN])
{
	size_t used = 0;

	out[0] = '\0';
	for (int i = r->at; i < r->count; i++)
		used += (size_t)snprintf(out + used, UNTIL_LEN - used, "%s%s", i > r->at ? " " : "", r->words[i]);
}

/* The known word that an unknown one is nearest to, capitals aside. */
struct guess {
	char word[UNTIL_LEN], best[NAME_MAX_LEN];
	int distance;
};

static void lower(char *out, size_t size, const char *text)
{
	snprintf(out, size, "%s", text);
	for (; *out; out++)
		*out = (char)tolower((unsigned char)*out);
}

static struct guess guess_of(const char *word)
{
	struct guess g = { .best = "" };

	lower(g.word, sizeof g.word, word);
	return g;
}

/* Keeps what is known, where the first `n` bytes of it are nearer than what was tried before. */
static void guess_head(struct guess *g, const char *known, size_t n)
{
	char head[NAME_MAX_LEN];
	struct nearest nearest = nearest_to(g->word);

	lower(head, n + 1 < sizeof head ? n + 1 : sizeof head, known);
	nearest_try(&nearest, head);
	if (!nearest.best || (g->best[0] && nearest.distance >= g->distance))
		return;
	snprintf(g->best, sizeof g->best, "%.*s", NAME_MAX_LEN - 1, known);
	g->distance = nearest.distance;
}

static void guess_try(struct guess *g, const char *known)
{
	guess_head(g, known, strlen(known));
}

/* All choices that begin so: "failed or up". */
static void list_choices(const struct choice *choices, const char *prefix, char out[LIST_LEN])
{
	const char *words[CHOICES_MAX];
	size_t used = 0, n = strlen(prefix);
	int count = 0;

	for (const struct choice *c = choices; c->word && count < CHOICES_MAX; c++)
		if (strncasecmp(c->word, prefix, n) == 0)
			words[count++] = c->word;
	out[0] = '\0';
	for (int i = 0; i < count && used < LIST_LEN; i++)
		used += (size_t)snprintf(out + used, LIST_LEN - used, "%s%s", i == 0 ? "" : i == count - 1 ? " or " : ", ",
		    words[i]);
}

/* Complains of what is none of the choices: with the nearest, or else with all. */
static bool refuse_choice(struct reader *r, const struct choice *choices, const char *what, const char *phrase)
{
	struct guess g = guess_of(phrase);
	char list[LIST_LEN] = "a state such as Active, Standby Ready or Failed; moves, split or nobody";

	for (const struct choice *c = choices; c->word; c++)
		guess_try(&g, c->word);
	for (const struct choice *c = choices; c->word; c++)
		guess_head(&g, c->word, strcspn(c->word, " "));
	if (choices != group_choices)
		list_choices(choices, "", list);
	if (!phrase[0])
		return refuse(r, "what of %s? %s", what, list);
	if (g.best[0])
		return refuse(r, "'%s' is nothing that %s can be; did you mean '%s'?", phrase, what, g.best);
	return refuse(r, "'%s' is nothing that %s can be: %s", phrase, what, list);
}

/* Finds all that is left among the choices, whole or by its beginning, where that is the only one. */
static bool read_choice(struct reader *r, const struct choice *choices, const char *what)
{
	const struct choice *found = NULL;
	bool several = false;
	char phrase[UNTIL_LEN], list[LIST_LEN];

	join_rest(r, phrase);
	for (const struct choice *c = choices; c->word && phrase[0]; c++) {
		if (strcasecmp(c->word, phrase) == 0) {
			r->u->value = c->value;
			return true;
		}
		if (strncasecmp(c->word, phrase, strlen(phrase)) != 0)
			continue;
		several = several || (found && found->value != c->value);
		found = c;
	}
	list_choices(choices, phrase, list);
	if (several)
		return refuse(r, "'%s' can be %s", phrase, list);
	if (!found)
		return refuse_choice(r, choices, what, phrase);
	r->u->value = found->value;
	return true;
}

/* The unit of that name or role, or UNIT_COUNT. */
static uint32_t find_unit(const struct lab *lab, const char *word)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (strcasecmp(word, lab->unit[u].name) == 0 || strcasecmp(word, role_word(u)) == 0)
			return u;
	return UNIT_COUNT;
}

/* Takes "on UNIT" off the end, where it stands there. */
static bool read_on(struct reader *r)
{
	const char *units[] = { r->lab->unit[PRIMARY].name, r->lab->unit[SECONDARY].name };

	if (r->count > r->at && strcasecmp(r->words[r->count - 1], "on") == 0)
		return refuse(r, "on which unit? %s or %s", units[0], units[1]);
	if (r->count - r->at < 2 || strcasecmp(r->words[r->count - 2], "on") != 0)
		return true;
	r->u->unit = (uint8_t)find_unit(r->lab, r->words[r->count - 1]);
	if (r->u->unit == UNIT_BOTH)
		return refuse(r, "there is no unit '%.60s'; they are %s and %s", r->words[r->count - 1], units[0], units[1]);
	r->count -= 2;
	return true;
}

/* --- what a condition is about ----------------------------------------------------------------------------- */

/* "g1", "group 1", "any group", "any": the group; -1 where it is none. */
static int take_group(struct reader *r)
{
	bool word = false;

	if (skip_word(r, "any")) {
		skip_word(r, "group");
		return 0;
	}
	word = skip_word(r, "group");
	for (int g = 1; g < GROUP_COUNT; g++) {
		char name[] = { 'g', (char)('0' + g), '\0' };

		if (skip_word(r, word ? name + 1 : name))
			return g;
	}
	r->at -= word;
	return -1;
}

static bool read_group(struct reader *r, int group)
{
	static const uint8_t forms[] = { FORM_MOVES, FORM_SPLIT, FORM_NOBODY };
	struct until *u = r->u;
	char what[16] = "any group";

	if (group > 0)
		snprintf(what, sizeof what, "group %d", group);
	u->group = (uint8_t)group;
	if (!read_on(r) || !read_choice(r, group_choices, what))
		return false;
	u->form = u->value < STATE_COUNT ? (uint8_t)FORM_STATE : forms[u->value - GROUP_MOVES];
	if (u->form != FORM_STATE && u->unit != UNIT_BOTH)
		return refuse(r, "'%s' is about both units: leave out 'on %s'", r->words[r->at], r->words[r->count + 1]);
	return true;
}

/* Words that stand alone. */
static bool read_alone(struct reader *r, enum until_form_id form)
{
	r->u->form = (uint8_t)form;
	return r->at == r->count || refuse(r, "'%s' is one word too many", r->words[r->at]);
}

static bool read_status(struct reader *r, uint32_t iface)
{
	r->u->form = FORM_STATUS;
	r->u->iface = (uint16_t)iface;
	return read_on(r) && read_choice(r, status_choices, r->words[r->at - 1]);
}

static bool read_link(struct reader *r, enum wire wire)
{
	r->u->form = FORM_LINK;
	r->u->wire = (uint8_t)wire;
	return read_on(r) && read_choice(r, link_choices, r->words[r->at - 1]);
}

static bool read_unit(struct reader *r, uint32_t unit)
{
	r->u->form = FORM_UNIT;
	r->u->unit = (uint8_t)unit;
	return read_choice(r, run_choices, r->words[r->at - 1]);
}

static void name_iface(const struct lab *lab, uint32_t i, char out[UNTIL_LEN])
{
	snprintf(out, UNTIL_LEN, "%s/%s", lab->contexts[lab->ifaces[i].context].name, lab->ifaces[i].name);
}

/* Complains of a first word that names nothing. */
static bool refuse_first(struct reader *r, const char *word)
{
	static const char *const known[] = { "g1", "g2", "any group", "any", "split", "nobody", "settled", "entry",
		"primary", "secondary" };
	const struct lab *lab = r->lab;
	struct guess g = guess_of(word);
	char name[UNTIL_LEN];

	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		guess_try(&g, known[k]);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		guess_try(&g, lab->unit[u].name);
	guess_try(&g, lab->failover.lan.name);
	if (lab_stateful(lab))
		guess_try(&g, lab->failover.link.name);
	for (uint32_t i = 0; i < lab->iface_count; i++) {
		name_iface(lab, i, name);
		guess_try(&g, name);
	}
	if (strcasecmp(word, "group") == 0)
		return refuse(r, "which group? group 1, group 2 or any group");
	if (g.best[0])
		return refuse(r, "nothing is called '%s'; did you mean '%s'?", word, g.best);
	return refuse(r, "nothing is called '%s'; it begins with g1, g2, any group, split, nobody, settled, entry, a unit, "
	    "a link or CONTEXT/NAMEIF", word);
}

/* The interface that is called so, or -1. */
static int find_iface(const struct lab *lab, const char *word)
{
	char name[UNTIL_LEN];

	for (uint32_t i = 0; i < lab->iface_count; i++) {
		name_iface(lab, i, name);
		if (strcasecmp(word, name) == 0)
			return (int)i;
	}
	return -1;
}

/* What the first words name decides. */
static bool read_condition(struct reader *r)
{
	const struct lab *lab = r->lab;
	const char *word = r->words[0];
	int group = take_group(r), iface = find_iface(lab, word);

	if (group >= 0)
		return read_group(r, group);
	r->at++;
	if (strcasecmp(word, "split") == 0)
		return read_alone(r, FORM_SPLIT);
	if (strcasecmp(word, "nobody") == 0)
		return read_alone(r, FORM_NOBODY);
	if (strcasecmp(word, "settled") == 0)
		return read_alone(r, FORM_SETTLED);
	r->u->form = FORM_ENTRY;
	if (strcasecmp(word, "entry") == 0)
		return read_choice(r, entry_choices, "an entry");
	if (iface >= 0)
		return read_status(r, (uint32_t)iface);
	if (strcasecmp(word, lab->failover.lan.name) == 0)
		return read_link(r, WIRE_LAN);
	if (lab_stateful(lab) && strcasecmp(word, lab->failover.link.name) == 0)
		return read_link(r, WIRE_STATE);
	if (find_unit(lab, word) < UNIT_COUNT)
		return read_unit(r, find_unit(lab, word));
	return refuse_first(r, word);
}

bool until_parse(const struct lab *lab, const char *text, struct until *u, char *why, size_t size)
{
	struct reader r = { .lab = lab, .u = u, .why = why, .size = size };

	memset(u, 0, sizeof *u);
	u->unit = UNIT_BOTH;
	return split_words(&r, text) && read_condition(&r);
}

/* --- examples ---------------------------------------------------------------------------------------------- */

/* What a sign of an example stands for in the lab; false where it has none. */
static bool expand(const struct lab *lab, char sign, char out[UNTIL_LEN])
{
	uint32_t i = 0;

	out[0] = '\0';
	if (sign == 'P' || sign == 'S')
		snprintf(out, UNTIL_LEN, "%s", lab->unit[sign == 'P' ? PRIMARY : SECONDARY].name);
	else if (sign == 'L')
		snprintf(out, UNTIL_LEN, "%s", lab->failover.lan.name);
	else if (sign == 'T' && lab_stateful(lab) && !lab_link_shared(lab))
		snprintf(out, UNTIL_LEN, "%s", lab->failover.link.name);
	while (sign == 'I' && i < lab->iface_count && !lab_monitored(&lab->ifaces[i]))
		i++;
	if (sign == 'I' && i < lab->iface_count)
		name_iface(lab, i, out);
	return out[0] != '\0';
}

/* Writes an example of `n` bytes with the lab's names; false where the lab has not what it needs. */
static bool fill_in(const struct lab *lab, const char *example, size_t n, char out[UNTIL_LEN])
{
	size_t used = 0;

	for (size_t i = 0; i < n && used < UNTIL_LEN - 1; i++) {
		char name[UNTIL_LEN] = { example[i], '\0' };

		if (example[i] == '$' && !expand(lab, example[++i], name))
			return false;
		used += (size_t)snprintf(out + used, UNTIL_LEN - used, "%s", name);
	}
	return used < UNTIL_LEN;
}

bool until_form_example(const struct lab *lab, int form, int n, char out[UNTIL_LEN])
{
	const char *at = until_forms[form].examples;

	while (*at) {
		size_t length = strcspn(at, "|");

		if (fill_in(lab, at, length, out) && n-- == 0)
			return true;
		at += length + (at[length] == '|');
	}
	return false;
}

bool until_example(const struct lab *lab, int n, char out[UNTIL_LEN])
{
	for (int f = 0; f < FORM_COUNT; f++)
		for (int i = 0; until_form_example(lab, f, i, out); i++)
			if (n-- == 0)
				return true;
	return false;
}
