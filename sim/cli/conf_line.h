/* Configuration lines: whether the device takes one, and what it does.
 *
 * A line is obeyed twice: where it was typed, and on the mate when it has been replicated. */
#ifndef FAILSCOPE_SIM_CLI_CONF_LINE_H
#define FAILSCOPE_SIM_CLI_CONF_LINE_H

#include "sim/cli/grammar.h"

/* So many polls a holdtime must have [3.1]. */
enum { HOLD_POLLS = 3, IF_HOLD_POLLS = 5 };

/* Would the unit take it? Ranges of single values have been checked, relations have not. */
enum refusal conf_line_check(const struct sim *s, uint32_t u, const struct conf_line *line);

/* Obeys it: the configuration first, then what follows from it. */
void conf_line_obey(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause);

/* Whose is the line: does the unit hold the system space, or the line's context, so that it is replicated [G84]? */
bool conf_line_owned(const struct sim *s, uint32_t u, const struct conf_line *line);

/* Sends it to the mate; and one that arrives. */
void conf_line_send(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause);
void conf_line_arrives(struct sim *s, const struct event *e);

/* An entry's five fields that say which line it was, and back: what does not fit is printed as "...". */
void conf_line_note(const struct conf_line *line, struct entry *e);
const char *conf_line_text(const struct sim *s, const struct entry *e, char *out, size_t size);

#endif
