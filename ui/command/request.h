/* A command line as it was read: the sub-command, its options and its other words.
 *
 * The options of all sub-commands are one list.  They are read in one go, wherever they stand; the
 * first other word may name a sub-command, and then each option that was given is held against
 * those which that one takes. */
#ifndef FAILSCOPE_UI_COMMAND_REQUEST_H
#define FAILSCOPE_UI_COMMAND_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/session.h"

enum { REQUEST_WHY_LEN = 200 };

/* OPTION(ID, "word", letter, "ARGUMENT" or NULL, "what it does") */
/* clang-format off */
#define OPTIONS(X) \
	X(FORMAT, "format", 0, "WORD", "else as FILE ends") \
	X(SIZE, "size", 0, "CxR", "columns and rows, 0x0 to 1000x300; else 80x24") \
	X(OUTPUT, "output", 'o', "FILE", "write it there, whole or not at all") \
	X(TEXT, "text", 0, NULL, "write FILE.txt beside it, too: the frame as text") \
	X(VIEW, "view", 0, "VIEW", "help, syslog, why THING, menu THING, asdm PANE") \
	X(CURSOR, "cursor", 0, "THING", "what the cursor is on; in the ASDM view a field") \
	X(ON, "on", 0, "UNIT[/CONTEXT]", "at whose console") \
	X(AT, "at", 0, "TIME", "the instant that is shown; else 0") \
	X(UNTIL, "until", 0, "TIME|CONDITION", "run on to a time, or until a condition is met") \
	X(IDLE, "idle", 0, "TIME", "show no more of a stretch in which nothing happens") \
	X(JSON, "json", 0, NULL, "one JSON object a line, with all that is known") \
	X(SYSLOG, "syslog", 0, NULL, "the syslog messages of both units instead, one a line") \
	X(CONSOLE, "console", 0, NULL, "what both units print on their consoles instead") \
	X(ALL, "all", 0, NULL, "also what is not notable: beliefs and replication") \
	X(BOOT, "boot", 0, NULL, "also how the units booted, before the lab opened") \
	X(THEME, "theme", 0, "WORD", "dark, light, projector or mono; else as the lab says") \
	X(PRESENT, "present", 0, NULL, "as the presenter shows it: large, for the back row") \
	X(ASCII, "ascii", 0, NULL, "draw lines and marks in ASCII") \
	X(DO, "do", 0, "\"TIME COMMAND\"", "do this at that time; any number of times") \
	X(SCRIPT, "script", 0, "FILE", "do what the file says: such a line each, # comments") \
	X(COLOR, "color", 0, "WHEN", "never, auto or always; auto obeys NO_COLOR") \
	X(HELP, "help", 'h', NULL, "this page")
/* clang-format on */

enum option_id {
#define OPTION(id, ...) OPTION_##id,
	OPTIONS(OPTION)
#undef OPTION
	    OPTION_COUNT
};

struct option_row {
	const char *word;
	char letter;          /* 0: none */
	const char *argument; /* NULL: it takes none */
	const char *help;
};

extern const struct option_row option_rows[OPTION_COUNT];

enum color { COLOR_AUTO, COLOR_NEVER, COLOR_ALWAYS };

struct sub;

struct request {
	const struct sub *sub;
	bool version;                    /* nothing but that is asked */
	uint32_t given;                  /* bits by enum option_id */
	const char *value[OPTION_COUNT]; /* the last one of each; NULL: none */
	const char *lab;                 /* NULL: the page's pair */
	int word_count;
	const char *const *words; /* files, the words of a CLI command, a topic */
	enum color color;
	int columns, rows; /* of --size; else 80x24 */
	uint32_t at_ms, until_ms;
	uint32_t idle_ms; /* of --idle; 0: not given */
	const char *condition; /* what --until says, where it is no time; NULL: none */
	struct stories stories;
	struct memory memory; /* for the sub-command to work with */
};

/* Reads the arguments. Returns false, with a sentence in `why`, where they make no sense; r->sub is
 * set all the same. Where help or the version is asked for, nothing but the options' names is
 * looked at. */
bool request_read(struct request *r, int argc, char **argv, char why[REQUEST_WHY_LEN]);

/* Is the option in the request? */
static inline bool is_given(const struct request *r, enum option_id option)
{
	return r->given & (1u << option);
}

/* Where --at and --until end the run of an opened session; the last of both counts. False, with a
 * sentence on standard error, where that is not to be found. */
bool request_stop(const struct request *r, struct session *s, struct stop *stop);

/* Are colours not wanted, by --color or by NO_COLOR? */
bool request_mono(const struct request *r);

/* Over the theme and the characters that the lab says, those of --theme and --ascii. */
void request_look(const struct request *r, enum theme *theme, enum charset *charset);

/* The same on a terminal: no colours where they are not wanted, no lines where its character set has none. */
void request_terminal_look(const struct request *r, const struct screen_conf *screen, enum theme *theme,
    enum charset *charset);

#endif
