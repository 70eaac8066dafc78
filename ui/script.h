/* Commands as people write them: "10 fault power primary", one a line, from --do, a file or a key.
 *
 *   TIME fault WORD TARGET | TIME mend WORD TARGET | TIME mend all | TIME type UNIT[/CONTEXT] CLI LINE
 *
 * TIME is a time since the opening, after everything that is due then; or TIME@STEP, in the middle of that instant, after
 * so many events of the run: that is how a story that was played by hand is told exactly. */
#ifndef FAILSCOPE_UI_SCRIPT_H
#define FAILSCOPE_UI_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/history.h"
#include "ui/diag.h"

enum { SCRIPT_MAX = JOURNAL_MAX };

static const uint32_t SCRIPT_NO_STEP = UINT32_MAX; /* after everything that is due at the time */

struct script_line {
	uint32_t at_ms;      /* since the lab opened */
	uint32_t after_step; /* or SCRIPT_NO_STEP */
	struct command command;
};

struct script {
	uint32_t count;
	struct script_line lines[SCRIPT_MAX]; /* by time; equal times in the order given */
};

/* Parses a command without its time. Returns false, with a sentence in `why`. */
bool script_command(const struct lab *lab, const char *text, struct command *command, char *why, size_t size);

/* Adds one "TIME COMMAND" line. Returns false, with a sentence in `why`. */
bool script_add(struct script *script, const struct lab *lab, const char *line, char *why, size_t size);

/* Adds a file of such lines ('#' begins a comment); every mistake goes to `diag` as file:line. Returns false where
 * there was one. */
bool script_read(struct script *script, const struct lab *lab, const char *path, struct diag *diag);

/* Parses "UNIT" or "UNIT/CONTEXT", a console; `context` is 0 for the system space, else the context's index plus one.
 * Returns false, with a sentence in `why`. */
bool script_console(const struct lab *lab, const char *text, uint8_t *unit, uint8_t *context, char *why, size_t size);

/* The command as it is written in a script, without the time. Returns `out`. */
const char *script_text(const struct lab *lab, const struct command *command, char *out, size_t size);

/* A command of a journal as a line of a script, TIME@STEP and all; `open_ms` is when the lab opened. Returns `out`. */
const char *script_line_text(const struct lab *lab, const struct journalled *j, uint32_t open_ms, char *out, size_t size);

/* Runs the script's commands up to `until_ms` since the opening, and on to that time. Commands that the lab refuses,
 * and those whose step is not met at their time, are reported to `diag` as warnings by their text. A second call goes on with the commands that are left, as long as
 * nobody else gave one meanwhile. */
void script_run(const struct script *script, struct history *h, uint32_t until_ms, struct diag *diag);

#endif
