/* `failscope why`: the causes of something, the rules, what each unit knew, and why not otherwise. */
#include <stdio.h>

#include "ui/command/commands.h"
#include "ui/output.h"
#include "ui/why/subject.h"
#include "ui/why/why.h"

enum { COLUMNS = 80, ABOUT_LEN = 160 };

int command_why(const struct request *r, struct session *s)
{
	static struct why why;
	char text[ABOUT_LEN] = "", reason[2 * ABOUT_LEN];
	struct target about;
	struct stop stop;
	size_t used = 0;

	for (int i = 0; i < r->word_count && used < sizeof text; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", i > 0 ? " " : "", r->words[i]);
	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	session_open_run(s, &r->memory);
	if (!request_stop(r, s, &stop) || !session_stop(s, stop))
		return EXIT_INPUT;
	if (!subject_parse(&s->app.history, text, &about, reason, sizeof reason))
		return output_complain(EXIT_INPUT, "%s", reason);
	why_build(&why, &s->app.history, about, COLUMNS);
	for (int n = 0; n < why.count; n++)
		printf("%s\n", why.lines[n].text);
	return EXIT_FINE;
}
