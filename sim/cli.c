/* The three commands that move a group by hand: failover active, no failover active, failover reset. */
#include "sim/cli.h"

#include <stdio.h>
#include <string.h>

#include "sim/group.h"

enum { WORD_MAX = 8 };

/* The words of a line, in place. */
struct words {
	char text[96];
	const char *word[WORD_MAX];
	int at[WORD_MAX]; /* columns, for the marker of an error */
	int count;
};

static void split(struct words *w, const char *line)
{
	size_t i = 0;

	*w = (struct words){ .count = 0 };
	snprintf(w->text, sizeof w->text, "%s", line);
	while (w->text[i] != '\0' && w->count < WORD_MAX) {
		while (w->text[i] == ' ' || w->text[i] == '\t')
			w->text[i++] = '\0';
		if (w->text[i] == '\0')
			break;
		w->at[w->count] = (int)i;
		w->word[w->count++] = &w->text[i];
		while (w->text[i] != '\0' && w->text[i] != ' ' && w->text[i] != '\t')
			i++;
	}
}

/* Is it the word, or an abbreviation of at least `least` letters? */
static bool is(const struct words *w, int n, const char *word, size_t least)
{
	size_t have = n < w->count ? strlen(w->word[n]) : 0;

	return have >= least && strncmp(w->word[n], word, have) == 0 && have <= strlen(word);
}

/* The device's answer to a word that it does not know, or to words that are missing. */
static bool invalid(const struct words *w, int n, char *reply, size_t size)
{
	if (n >= w->count)
		snprintf(reply, size, "ERROR: %% Incomplete command");
	else
		snprintf(reply, size, "%*s^\nERROR: %% Invalid input detected at '^' marker.", w->at[n], "");
	return false;
}

/* Words of ours for a command that the machine did not obey, by the rule that kept it. */
static void refuse(const struct sim *s, uint32_t u, uint32_t g, enum rule_id rule, char *reply, size_t size)
{
	snprintf(reply, size, "%s group %u stays as it is: %s", s->lab.unit[u].name, (unsigned)g,
	    rule == RULE_NONE ? "the command does not apply in its state." : rules[rule].sentence);
}

/* Gives the input to one group, or to both. It was obeyed where any group obeyed. */
static bool obey(struct sim *s, uint32_t u, uint32_t only, enum input input, uint32_t cause, char *reply, size_t size)
{
	bool any = false;

	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		bool moved = false;
		enum rule_id rule;

		if (only != 0 && g != only)
			continue;
		rule = group_input(s, u, g, input, cause, &moved);
		any |= moved;
		if (!moved)
			refuse(s, u, g, rule, reply, size);
	}
	if (any && size > 0)
		reply[0] = '\0';
	return any;
}

bool cli_type(struct sim *s, uint32_t u, uint32_t context, const char *line, char *reply, size_t size)
{
	struct words w;
	bool no;
	int n;
	uint32_t group = 0, cause;
	enum typed typed;
	static const enum input inputs[] = { INPUT_CLI_ACTIVE, INPUT_CLI_STANDBY, INPUT_CLI_RESET };

	if (s->unit[u].run != RUN_UP) {
		snprintf(reply, size, "%s does not answer at its console", s->lab.unit[u].name);
		return false;
	}
	split(&w, line);
	no = is(&w, 0, "no", 2);
	n = no;
	if (context != 0 || !is(&w, n, "failover", 4))
		return invalid(&w, n, reply, size);
	n++;
	if (is(&w, n, "active", 2))
		typed = no ? TYPED_STANDBY : TYPED_ACTIVE;
	else if (!no && is(&w, n, "reset", 3))
		typed = TYPED_RESET;
	else
		return invalid(&w, n, reply, size);
	if (++n < w.count) {
		if (!is(&w, n, "group", 1))
			return invalid(&w, n, reply, size);
		if (++n >= w.count || strlen(w.word[n]) != 1 || w.word[n][0] < '1' || w.word[n][0] > '2')
			return invalid(&w, n, reply, size);
		group = (uint32_t)(w.word[n][0] - '0');
	}
	if (n + 1 < w.count)
		return invalid(&w, n + 1, reply, size);
	cause = trace(s, (struct entry){ .kind = ENTRY_TYPE, .who = WHO_YOU, .iface = IFACE_NONE,
	    .group = (uint8_t)(group ? group : (uint32_t)GROUP_NONE), .from = (uint8_t)typed, .a = u });
	return obey(s, u, group, inputs[typed], cause, reply, size);
}
