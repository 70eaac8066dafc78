/* The commands that can be typed: those that move a group by hand, switch failover on and off, and those that reach
 * the mate. */
#include "sim/cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "sim/group.h"
#include "sim/link.h"
#include "sim/unit.h"
#include "sim/words.h"

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

/* What can be typed; the words may be cut as long as they are told apart. */
static const struct line {
	const char *words[3];
	enum typed typed;
	bool group; /* "group N" may follow */
} lines[] = {
	{ { "failover", "active" }, TYPED_ACTIVE, true },
	{ { "no", "failover", "active" }, TYPED_STANDBY, true },
	{ { "failover", "reset" }, TYPED_RESET, true },
	{ { "failover", "reload-standby" }, TYPED_RELOAD_STANDBY, false },
	{ { "failover" }, TYPED_ON, false },
	{ { "no", "failover" }, TYPED_OFF, false },
	{ { "write", "standby" }, TYPED_WRITE_STANDBY, false },
	{ { "reload" }, TYPED_RELOAD, false },
};

/* Is the n-th word this one, or enough of it? */
static bool is(const struct words *w, int n, const char *word)
{
	size_t have = n < w->count ? strlen(w->word[n]) : 0;
	size_t least = strlen(word) > 6 ? 3 : 2;

	return have >= least && have <= strlen(word) && strncmp(w->word[n], word, have) == 0;
}

/* How many words of the line the row knows; all of its own where `whole`. */
static int known(const struct words *w, const struct line *row, bool *whole)
{
	int n = 0;

	while (n < 3 && row->words[n] && is(w, n, row->words[n]))
		n++;
	*whole = n == 3 || !row->words[n];
	return n;
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

/* The row that knows the most words of the line; NULL, with the device's answer, where none knows enough. */
static const struct line *find_line(const struct words *w, int *count, char *reply, size_t size)
{
	const struct line *best = NULL;
	int most = 0;

	*count = 0;
	for (size_t r = 0; r < sizeof lines / sizeof *lines; r++) {
		bool whole;
		int n = known(w, &lines[r], &whole);

		if (whole && n > *count) {
			best = &lines[r];
			*count = n;
		}
		if (n > most)
			most = n;
	}
	if (!best || (most > *count && most < w->count))
		invalid(w, most, reply, size);
	return best && most <= *count ? best : NULL;
}

/* The group behind the command: 0 where none is named. Returns false with the device's answer. */
static bool find_group(const struct words *w, int n, bool may, uint32_t *group, char *reply, size_t size)
{
	*group = 0;
	if (n < w->count && (!may || strncmp(w->word[n], "group", strlen(w->word[n])) != 0))
		return invalid(w, n, reply, size);
	if (n++ >= w->count)
		return true;
	if (n >= w->count || strlen(w->word[n]) != 1 || w->word[n][0] < '1' || w->word[n][0] > '2')
		return invalid(w, n, reply, size);
	*group = (uint32_t)(w->word[n][0] - '0');
	return n + 1 == w->count || invalid(w, n + 1, reply, size);
}

/* Words of ours for a command that the machine did not obey: the rule that kept it, or the state that it is not for. */
static void refuse(const struct sim *s, uint32_t u, uint32_t g, enum input input, enum rule_id rule, char *reply,
    size_t size)
{
	const char *wanted = input == INPUT_CLI_ACTIVE ? "Standby Ready" : input == INPUT_CLI_STANDBY ? "Active" : "Failed";

	if (rule == RULE_NONE)
		snprintf(reply, size, "%s group %u is %s: the command is for a group that is %s.",
		    s->lab.unit[u].name, (unsigned)g, state_word(s->unit[u].machine[g].state), wanted);
	else
		snprintf(reply, size, "%s group %u stays: %s", s->lab.unit[u].name, (unsigned)g, rules[rule].sentence);
}

/* Gives the input to one group, or to both. It was obeyed where any group obeyed. */
static bool obey_group(struct sim *s, uint32_t u, uint32_t only, enum input input, uint32_t cause, char *reply,
    size_t size)
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
			refuse(s, u, g, input, rule, reply, size);
	}
	if (any && size > 0)
		reply[0] = '\0';
	return any;
}

/* A message to the mate, where failover is on and the mate can be reached. */
static bool send_mate(struct sim *s, uint32_t u, enum message message, uint32_t cause, char *reply, size_t size)
{
	if (!s->unit[u].failover || s->unit[u].belief.mate != MATE_ALIVE) {
		snprintf(reply, size, "%s does not hear its mate", s->lab.unit[u].name);
		return false;
	}
	wire_send(s, u, WIRE_LAN, message, 0, 0, 0, cause);
	return true;
}

static bool obey(struct sim *s, uint32_t u, enum typed typed, uint32_t group, uint32_t cause, char *reply, size_t size)
{
	static const enum input inputs[] = { INPUT_CLI_ACTIVE, INPUT_CLI_STANDBY, INPUT_CLI_RESET };
	bool on = s->unit[u].failover;

	switch (typed) {
	case TYPED_ACTIVE:
	case TYPED_STANDBY:
	case TYPED_RESET:
		return obey_group(s, u, group, inputs[typed], cause, reply, size);
	case TYPED_ON:
		if (!on)
			unit_failover_on(s, u, cause);
		return true;
	case TYPED_OFF:
		if (on)
			unit_failover_off(s, u, REASON_CONFIG_COMMAND, cause);
		return true;
	case TYPED_RELOAD:
		unit_reload(s, u, cause);
		return true;
	case TYPED_RELOAD_STANDBY:
		return send_mate(s, u, MESSAGE_RELOAD, cause, reply, size);
	case TYPED_WRITE_STANDBY:
		if (s->unit[u].machine[1].state != STATE_ACTIVE) {
			snprintf(reply, size, "write standby is for the unit where group 1 is active");
			return false;
		}
		return send_mate(s, u, MESSAGE_RESYNC, cause, reply, size);
	}
	return false;
}

bool cli_type(struct sim *s, uint32_t u, uint32_t context, const char *line, char *reply, size_t size)
{
	struct words w;
	const struct line *row;
	uint32_t group, cause;
	int n;

	if (s->unit[u].run != RUN_UP) {
		snprintf(reply, size, "%s does not answer at its console", s->lab.unit[u].name);
		return false;
	}
	split(&w, line);
	row = find_line(&w, &n, reply, size);
	if (!row || !find_group(&w, n, row->group, &group, reply, size))
		return false;
	if (context != 0)
		return invalid(&w, 0, reply, size);
	cause = trace(s, (struct entry){ .kind = ENTRY_TYPE, .who = WHO_YOU, .iface = IFACE_NONE,
	    .group = (uint8_t)(group ? group : (uint32_t)GROUP_NONE), .from = (uint8_t)row->typed, .a = u,
	    .b = s->unit[u].failover });
	return obey(s, u, row->typed, group, cause, reply, size);
}
