/* What is typed at a console; see cli.h. */
#include "sim/cli/cli.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/cli/conf_line.h"
#include "sim/group.h"
#include "sim/link.h"
#include "sim/unit.h"
#include "sim/words.h"

static const char standby_warning[] = "**** WARNING ****\n"
	"\tConfiguration Replication is NOT performed from Standby unit to Active unit.\n"
	"\tConfigurations are no longer synchronized.";

static const struct cli_answer obeyed = { REFUSAL_NONE, RULE_NONE };

/* --- refusing ---------------------------------------------------------------------------------------------- */

const char *cli_sentence(const struct sim *s, uint32_t u, struct cli_answer answer, char *out, size_t size)
{
	static const char unit[] = "{unit}";
	const char *text = answer.refusal == REFUSAL_RULE ? rules[answer.rule].sentence : cli_refusals[answer.refusal];
	bool named = strncmp(text, unit, sizeof unit - 1) == 0;

	snprintf(out, size, "%s%s", named ? s->lab.unit[u].name : "", named ? text + sizeof unit - 1 : text);
	return out;
}

static struct cli_answer refuse(const struct sim *s, uint32_t u, enum refusal refusal, char *reply, size_t size)
{
	struct cli_answer answer = { refusal, RULE_NONE };

	cli_sentence(s, u, answer, reply, size);
	return answer;
}

/* --- exec commands ----------------------------------------------------------------------------------------- */

/* A group did not obey: the rule that kept it, or the state that the command is for. */
static struct cli_answer not_obeyed(const struct sim *s, uint32_t u, uint32_t g, enum input input, enum rule_id rule,
    char *reply, size_t size)
{
	struct cli_answer answer = { rule != RULE_NONE ? REFUSAL_RULE : input == INPUT_CLI_ACTIVE ? REFUSAL_NOT_READY :
	    input == INPUT_CLI_STANDBY ? REFUSAL_NOT_ACTIVE : REFUSAL_NOT_FAILED, rule };
	const char *name = s->lab.unit[u].name, *is = state_word(s->unit[u].machine[g].state);
	char why[200];

	cli_sentence(s, u, answer, why, sizeof why);
	if (rule == RULE_NONE)
		snprintf(reply, size, "%s group %u is %s: %s.", name, (unsigned)g, is, why);
	else
		snprintf(reply, size, "%s group %u stays: %s", name, (unsigned)g, why);
	return answer;
}

/* Gives the input to one group, or to both. It was obeyed where any group obeyed. */
static struct cli_answer obey_group(struct sim *s, uint32_t u, uint32_t only, enum input input, uint32_t cause,
    char *reply, size_t size)
{
	struct cli_answer answer = obeyed;
	bool any = false;

	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		bool moved = false;
		enum rule_id rule;

		if (only != 0 && g != only)
			continue;
		rule = group_input(s, u, g, input, cause, &moved);
		any |= moved;
		if (!moved)
			answer = not_obeyed(s, u, g, input, rule, reply, size);
	}
	if (any && size > 0)
		reply[0] = '\0';
	return any ? obeyed : answer;
}

/* A message to the mate, where failover is on and the mate can be reached. */
static struct cli_answer send_mate(struct sim *s, uint32_t u, enum message message, uint32_t cause, char *reply,
    size_t size)
{
	if (!s->unit[u].failover || s->unit[u].belief.mate != MATE_ALIVE)
		return refuse(s, u, REFUSAL_MATE_UNHEARD, reply, size);
	wire_send(s, u, WIRE_LAN, message, 0, 0, 0, cause);
	return obeyed;
}

static struct cli_answer exec(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause, char *reply,
    size_t size)
{
	static const enum input inputs[] = { [TYPED_ACTIVE] = INPUT_CLI_ACTIVE, [TYPED_STANDBY] = INPUT_CLI_STANDBY,
		[TYPED_RESET] = INPUT_CLI_RESET };

	switch ((enum typed)line->typed) {
	case TYPED_RELOAD:
		unit_reload(s, u, cause);
		return obeyed;
	case TYPED_RELOAD_STANDBY:
		return send_mate(s, u, MESSAGE_RELOAD, cause, reply, size);
	case TYPED_WRITE_STANDBY:
		if (s->unit[u].machine[1].state != STATE_ACTIVE)
			return refuse(s, u, REFUSAL_NOT_GROUP_1, reply, size);
		return send_mate(s, u, MESSAGE_RESYNC, cause, reply, size);
	default:
		assert(line->typed < sizeof inputs / sizeof *inputs);
		return obey_group(s, u, line->group, inputs[line->typed], cause, reply, size);
	}
}

/* --- modes ------------------------------------------------------------------------------------------------- */

/* The mode that the unit's console has for lines of the system space, or of that context. */
static struct mode mode_of(const struct sim *s, uint32_t u, uint32_t context)
{
	const struct unit *unit = &s->unit[u];

	if (context == 0)
		return unit->mode;
	return unit->context_mode.at == context - 1 ? unit->context_mode :
	    (struct mode){ MODE_GLOBAL, (uint8_t)(context - 1), 0 };
}

static void set_mode(struct sim *s, uint32_t u, uint32_t context, struct mode mode)
{
	*(context == 0 ? &s->unit[u].mode : &s->unit[u].context_mode) = mode;
}

/* The rows that are known in a mode. */
static enum row_mode rows_of(uint32_t context, struct mode mode)
{
	static const enum row_mode rows[] = { ROW_SYSTEM, ROW_GROUP, ROW_CONTEXT, ROW_INTERFACE };

	return context != 0 && mode.kind == MODE_GLOBAL ? ROW_INSIDE : rows[mode.kind];
}

/* Which group, context and interface the line of a mode is about, where the line does not say. */
static void add_mode(struct conf_line *line, uint32_t context, struct mode mode)
{
	enum row_mode rows = cli_rows[line->typed].mode;

	if (context != 0)
		line->context = (uint16_t)(context - 1);
	if (rows == ROW_GROUP)
		line->group = mode.at;
	if (rows == ROW_CONTEXT)
		line->context = mode.at;
	if (line->typed == TYPED_NO_JOIN)
		line->group = 1;
	if (rows == ROW_INTERFACE)
		line->iface = mode.iface;
}

/* Where the console is when the line has been obeyed: in the sub-mode that the line enters, or where it was known. */
static struct mode mode_after(const struct conf_line *line, uint32_t context, struct mode mode)
{
	struct mode above = { MODE_GLOBAL, (uint8_t)(context ? context - 1 : 0), 0 };

	switch ((enum typed)line->typed) {
	case TYPED_GROUP:
		return (struct mode){ MODE_GROUP, (uint8_t)line->group, 0 };
	case TYPED_CONTEXT:
		return (struct mode){ MODE_CONTEXT, (uint8_t)line->context, 0 };
	case TYPED_INTERFACE:
		return (struct mode){ MODE_INTERFACE, above.at, line->iface };
	case TYPED_EXIT:
	case TYPED_END:
		return above;
	default:
		return cli_rows[line->typed].mode == rows_of(context, mode) ? mode : above;
	}
}

const char *cli_mode_word(enum mode_kind kind)
{
	static const char *const words[] = { "config", "config-fover-group", "config-ctx", "config-if" };

	return words[kind];
}

const char *cli_prompt(const struct sim *s, uint32_t u, uint32_t context, char *out, size_t size)
{
	bool inside = context != 0;

	snprintf(out, size, "%s%s%s(%s)#", s->lab.unit[u].name, inside ? "/" : "",
	    inside ? s->lab.contexts[context - 1].name : "", cli_mode_word(mode_of(s, u, context).kind));
	return out;
}

/* --- configuration ----------------------------------------------------------------------------------------- */

static bool is_local(const struct conf_line *line)
{
	enum row_class class = cli_rows[line->typed].class;

	return class == CLASS_LOCAL || class == CLASS_OFF_LOCAL;
}

static void switch_failover(struct sim *s, uint32_t u, bool on, uint32_t cause)
{
	if (on && !s->unit[u].failover)
		unit_failover_on(s, u, cause);
	else if (!on && s->unit[u].failover)
		unit_failover_off(s, u, REASON_CONFIG_COMMAND, cause);
}

/* Obeys a configuration line and replicates it; at the standby it is obeyed, with a warning [G912]. */
static void configure(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause, char *reply, size_t size)
{
	bool taking_part = s->unit[u].failover;

	if (line->typed == TYPED_ON || line->typed == TYPED_OFF) {
		switch_failover(s, u, line->typed == TYPED_ON, cause);
		return;
	}
	conf_line_obey(s, u, line, cause);
	if (!taking_part || is_local(line))
		return;
	if (conf_line_owned(s, u, line)) {
		conf_line_send(s, u, line, cause);
		return;
	}
	trace(s, (struct entry){ .kind = ENTRY_RULE, .who = (uint8_t)u, .group = GROUP_NONE, .iface = IFACE_NONE,
	    .rule = RULE_LINE_AT_STANDBY, .cause = { cause } });
	snprintf(reply, size, "%s", standby_warning);
}

/* --- typing ------------------------------------------------------------------------------------------------ */

/* Reads the line in its mode; what a sub-mode does not know, in the mode above. The better of two answers counts. */
static enum refusal read_line(const struct sim *s, uint32_t u, uint32_t context, const char *text, struct conf_line *line,
    char *reply, size_t size)
{
	struct mode mode = mode_of(s, u, context), global = { MODE_GLOBAL, 0, 0 };
	int good, above_good;
	enum refusal refusal = cli_read(s, rows_of(context, mode), context, text, line, &good, reply, size), above;
	char above_reply[200];

	if (refusal != REFUSAL_NONE && mode.kind != MODE_GLOBAL) {
		above = cli_read(s, rows_of(context, global), context, text, line, &above_good, above_reply,
		    sizeof above_reply);
		if (above == REFUSAL_NONE || above_good > good) {
			refusal = above;
			snprintf(reply, size, "%s", above == REFUSAL_NONE ? "" : above_reply);
		}
	}
	if (refusal == REFUSAL_NONE)
		add_mode(line, context, mode);
	return refusal;
}

/* Notes what was typed. A line that is known everywhere has the mode in which it was typed in `b`, and in `to` the context. */
static uint32_t note_typed(struct sim *s, uint32_t u, uint32_t context, const struct conf_line *line)
{
	struct entry e = { .kind = ENTRY_TYPE, .who = WHO_YOU, .a = u };

	conf_line_note(line, &e);
	if (cli_rows[line->typed].mode == ROW_ANY) {
		e.b = mode_of(s, u, context).kind;
		e.to = (uint8_t)(context ? context - 1 : 0);
	}
	if (line->typed == TYPED_ON)
		e.b = s->unit[u].failover;
	return trace(s, e);
}

static bool needs_off(const struct conf_line *line)
{
	enum row_class class = cli_rows[line->typed].class;

	return class == CLASS_OFF || class == CLASS_OFF_LOCAL;
}

struct cli_answer cli_type(struct sim *s, uint32_t u, uint32_t context, const char *text, char *reply, size_t size)
{
	struct conf_line line;
	enum refusal refusal;
	uint32_t cause;

	if (s->unit[u].run != RUN_UP)
		return refuse(s, u, REFUSAL_NOT_UP, reply, size);
	refusal = read_line(s, u, context, text, &line, reply, size);
	if (refusal != REFUSAL_NONE)
		return (struct cli_answer){ refusal, RULE_NONE };
	if (needs_off(&line) && s->unit[u].failover)
		return refuse(s, u, REFUSAL_FAILOVER_ON, reply, size);
	refusal = conf_line_check(s, u, &line);
	if (refusal != REFUSAL_NONE)
		return refuse(s, u, refusal, reply, size);
	cause = note_typed(s, u, context, &line);
	set_mode(s, u, context, mode_after(&line, context, mode_of(s, u, context)));
	if (cli_rows[line.typed].class == CLASS_EXEC)
		return exec(s, u, &line, cause, reply, size);
	if (cli_rows[line.typed].class != CLASS_MOVE)
		configure(s, u, &line, cause, reply, size);
	return obeyed;
}
