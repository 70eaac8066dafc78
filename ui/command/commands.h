/* The sub-commands, declared once: main.c calls them by this list, and help is printed from it.
 *
 * The dashboard is a sub-command without a word. */
#ifndef FAILSCOPE_UI_COMMAND_COMMANDS_H
#define FAILSCOPE_UI_COMMAND_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "ui/command/request.h"
#include "ui/session.h"

/* What the words of a command line that are no options mean. */
enum positional { POSITIONAL_LAB, POSITIONAL_FILES, POSITIONAL_WALKS, POSITIONAL_WORDS, POSITIONAL_ABOUT, POSITIONAL_TOPIC };

/* One sub-command. */
struct sub {
	const char *word;      /* "" is the dashboard */
	const char *arguments; /* for the usage line */
	enum positional positional;
	uint32_t options; /* bits by enum option_id */
	const char *sentence;
	const char *more; /* lines below it in its help; may be empty */
	const char *example;
	int (*run)(const struct request *r, struct session *s); /* returns an exit code */
	size_t pool_size, text_size;                            /* the memory it works with */
	const char *formats; /* what its --format takes, with blanks between; NULL where it takes none */
};

extern const struct sub subs[];
extern const int sub_count;

/* The sub-command of that word, or NULL. */
const struct sub *sub_find(const char *word);

/* Does it take the option? */
bool sub_takes(const struct sub *sub, enum option_id option);

/* The page of a sub-command; `failscope --help`. */
void help_print_sub(const struct sub *sub, FILE *out);
void help_print(FILE *out);

/* What each does: an exit code. */
int command_dashboard(const struct request *r, struct session *s);
int command_render(const struct request *r, struct session *s);
int command_record(const struct request *r, struct session *s);
int command_state(const struct request *r, struct session *s);
int command_log(const struct request *r, struct session *s);
int command_show(const struct request *r, struct session *s);
int command_walk(const struct request *r, struct session *s);
int command_notes(const struct request *r, struct session *s);
int command_why(const struct request *r, struct session *s);
int command_check(const struct request *r, struct session *s);
int command_defaults(const struct request *r, struct session *s);
int command_keys(const struct request *r, struct session *s);
int command_help(const struct request *r, struct session *s);

#endif
