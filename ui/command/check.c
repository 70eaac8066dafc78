/* `failscope check`, and the lists: defaults and keys. */
#include <stdio.h>

#include "ui/command/commands.h"
#include "ui/keys.h"
#include "ui/output.h"

/* Says everything that is wrong with a lab (NULL: the page's pair) and the stories about it. */
static bool check(struct session *s, const char *path, const struct stories *stories)
{
	bool good = session_read(s, path, stories);
	char name[DIAG_FILE_LEN];

	diag_print(&s->diag, stderr);
	if (!good)
		return false;
	diag_clean(name, sizeof name, s->name);
	if (s->diag.warnings > 0)
		printf("%s: ok, %d warning%s\n", name, s->diag.warnings,
		    s->diag.warnings == 1 ? "" : "s");
	else
		printf("%s: ok\n", name);
	return true;
}

int command_check(const struct request *r, struct session *s)
{
	bool good = true;

	if (r->word_count == 0)
		good = check(s, NULL, &r->stories);
	for (int i = 0; i < r->word_count; i++)
		good = check(s, r->words[i], &r->stories) && good;
	return good ? EXIT_FINE : EXIT_INPUT;
}

int command_defaults(const struct request *r, struct session *s)
{
	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	conf_print_defaults(stdout);
	return EXIT_FINE;
}

int command_keys(const struct request *r, struct session *s)
{
	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	keys_print(stdout);
	return EXIT_FINE;
}
