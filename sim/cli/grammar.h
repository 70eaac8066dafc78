/* Lines of a console, read by the table of lines.def.
 *
 * Words may be cut as long as they are told apart; a word that a list of choices has whole wins over longer ones. */
#ifndef FAILSCOPE_SIM_CLI_GRAMMAR_H
#define FAILSCOPE_SIM_CLI_GRAMMAR_H

#include "sim/sim.h"

/* Where a row of lines.def is known. */
enum row_mode { ROW_SYSTEM, ROW_GROUP, ROW_CONTEXT, ROW_INSIDE, ROW_INTERFACE, ROW_ANY };

/* And what it is. */
enum row_class { CLASS_EXEC, CLASS_MOVE, CLASS_CONFIG, CLASS_LOCAL, CLASS_OFF, CLASS_OFF_LOCAL };

struct cli_row {
	enum row_mode mode;
	enum row_class class;
	enum trust trust;
	const char *source;
	const char *form; /* "failover link NAME [PORT]" */
	const char *help;
};

extern const struct cli_row cli_rows[TYPED_COUNT];

enum refusal {
#define REFUSAL(id, ...) REFUSAL_##id,
#include "sim/cli/refusals.def"
	REFUSAL_COUNT
};

/* Their sentences. */
extern const char *const cli_refusals[REFUSAL_COUNT];

/* The range of a value that a form names ("UNIT_S") as typed, and what it is; false where it has none. */
bool cli_range(const char *name, uint32_t *least, uint32_t *most, const char **help);

/* Reads a line where rows of `mode`, and those of ANY, are known; `context` is the index plus one, 0 for the system
 * space. Returns REFUSAL_NONE, or why not, with the device's words in `reply`. `good` is how many of its words were
 * understood. */
enum refusal cli_read(const struct sim *s, enum row_mode mode, uint32_t context, const char *text, struct conf_line *line,
    int *good, char *reply, size_t size);

#endif
