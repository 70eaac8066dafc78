/* What a person types at a unit's console.
 *
 * A console has a mode: after `failover group 1`, `context CTX1`, or inside a context `interface inside`, lines of that
 * sub-mode are known, too, until `exit`, `end` or a line of the mode above.  `unit.mode` and `unit.context_mode` keep
 * it; it is lost when the unit boots. */
#ifndef FAILSCOPE_SIM_CLI_CLI_H
#define FAILSCOPE_SIM_CLI_CLI_H

#include "sim/cli/grammar.h"

/* What came of a line: REFUSAL_NONE where it was obeyed; by which rule, where the refusal is REFUSAL_RULE. */
struct cli_answer {
	enum refusal refusal;
	enum rule_id rule;
};

/* Obeys a line typed at a unit, in the system space (context 0) or a context (index plus one); part of a command's
 * step. Where it was refused, the device's words or our sentence are in `reply`; where it was obeyed, what the device
 * prints, which is mostly nothing. */
struct cli_answer cli_type(struct sim *s, uint32_t u, uint32_t context, const char *line, char *reply, size_t size);

/* What a prompt has for a mode: "config-fover-group". */
const char *cli_mode_word(enum mode_kind kind);

/* The prompt of the unit's console for lines of the system space, or of that context: "ASA1(config-fover-group)#".
 * Returns `out`. */
const char *cli_prompt(const struct sim *s, uint32_t u, uint32_t context, char *out, size_t size);

/* The sentence of a refusal, as the log has it. Returns `out`. */
const char *cli_sentence(const struct sim *s, uint32_t u, struct cli_answer answer, char *out, size_t size);

#endif
