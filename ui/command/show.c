/* `failscope show`: what a unit answers at its console. */
#include <stdio.h>
#include <string.h>

#include "sim/show.h"
#include "ui/command/commands.h"
#include "ui/output.h"

enum { LINE_LEN = 160 };

/* "show" and the words, as they would be typed; false where they are too many. */
static bool join_words(const struct request *r, char line[LINE_LEN])
{
	int used = snprintf(line, LINE_LEN, "show");

	for (int i = 0; i < r->word_count && used < LINE_LEN; i++)
		used += snprintf(line + used, (size_t)(LINE_LEN - used), " %s", r->words[i]);
	return used < LINE_LEN;
}

int command_show(const struct request *r, struct session *s)
{
	char line[LINE_LEN], shown[4 * LINE_LEN], why[DIAG_SENTENCE_LEN];
	uint8_t unit, context;
	struct stop stop;

	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	if (!script_console(&s->lab, r->value[OPTION_ON], &unit, &context, why, sizeof why))
		return output_complain(EXIT_INPUT, "--on: %s", why);
	if (!join_words(r, line))
		return output_complain(
		    EXIT_INPUT, "a console line has room for %d characters", LINE_LEN - 1);
	session_open_run(s, &r->memory);
	if (!request_stop(r, s, &stop) || !session_stop(s, stop))
		return EXIT_INPUT;
	if (show_print(
		&s->app.history.now, unit, context, line, r->memory.text, r->memory.text_size)) {
		fputs(r->memory.text, stdout);
		return EXIT_FINE;
	}
	/* The device's marker points into the line, so that stands above it. */
	diag_clean(shown, sizeof shown, line);
	fprintf(stderr, "%s\n%s\n", shown, r->memory.text);
	if (strstr(r->memory.text, "ERROR: %"))
		output_complain(EXIT_INPUT, "what it knows of show is told by 'failscope show --help'");
	return EXIT_INPUT;
}
