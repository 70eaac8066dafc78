/* `failscope walk`: a walkthrough played in a terminal, or written as pages. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/command/commands.h"
#include "ui/conf/labs.h"
#include "ui/interact.h"
#include "ui/output.h"
#include "ui/path.h"
#include "ui/walk/markdown.h"
#include "ui/walk/page.h"
#include "ui/walk/play.h"

enum { PAGES_MAX = 64, NAME_ROOM = 80 };

/* The walkthroughs that were written, for the list of them. */
struct written {
	int count;
	char names[PAGES_MAX][NAME_ROOM], titles[PAGES_MAX][WALK_TITLE_LEN];
};

static struct walk walk;
static struct walk_run walk_runs;

/* The walkthroughs that need no file. */
static int list_walks(struct session *s)
{
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		diag_init(&s->diag);
		if (walk_read(&walk, b->name, &s->lab, &s->screen, &s->diag))
			printf("%-30s  %s\n", b->name, walk_title(&walk));
	}
	return EXIT_FINE;
}

/* Reads a walkthrough, opens its lab and does all its steps. What is wrong has been told. */
static bool open_walk(const struct request *r, struct session *s, const char *path)
{
	bool good;

	diag_init(&s->diag);
	good = walk_read(&walk, path, &s->lab, &s->screen, &s->diag);
	s->name = path_name(walk.lab);
	if (good) {
		session_open_app(s, &r->memory);
		request_look(r, &s->app.theme, &s->app.charset);
		good = walk_run(&walk_runs, &walk, &s->app, &s->diag);
	}
	diag_print(&s->diag, stderr);
	return good;
}

/* Makes the folder, where it is not there yet. */
static bool make_folder(const char *folder)
{
	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		return true;
	output_complain(EXIT_INPUT, "%s: cannot be made: %s", folder, strerror(errno));
	return false;
}

/* Pages with the recording in them, or Markdown. */
static bool is_html(const struct request *r)
{
	return is_given(r, OPTION_FORMAT) && strcmp(r->value[OPTION_FORMAT], "html") == 0;
}

/* Has a page of that name been written by this command already? */
static bool is_written(const struct written *written, const char *name)
{
	for (int i = 0; i < written->count; i++)
		if (strcmp(written->names[i], name) == 0)
			return true;
	return false;
}

static int write_page(const struct request *r, struct session *s, const char *path, struct written *written)
{
	const char *folder = r->value[OPTION_OUTPUT];
	char name[NAME_ROOM];
	int code;

	if (!open_walk(r, s, path))
		return EXIT_INPUT;
	if (is_written(written, path_stem(walk.path, name, sizeof name)))
		return output_complain(EXIT_INPUT, "%s: a walkthrough of that name has been written into %s already", path, folder);
	code = is_html(r) ? walk_write_page(&walk_runs, folder, &r->memory) :
	                    walk_write_markdown(&walk_runs, folder, &r->memory);
	if (code == EXIT_FINE && written->count < PAGES_MAX) {
		snprintf(written->names[written->count], NAME_ROOM, "%s", name);
		snprintf(written->titles[written->count++], WALK_TITLE_LEN, "%s", walk_title(&walk));
	}
	return code;
}

/* Writes each, or all that are compiled in where none is named; those that are wrong do not keep the others from being
 * written. More than one get a list. */
static int write_pages(const struct request *r, struct session *s)
{
	static struct written written;
	const char *names[PAGES_MAX], *titles[PAGES_MAX];
	int code = EXIT_FINE;

	if (!make_folder(r->value[OPTION_OUTPUT]))
		return EXIT_INPUT;
	for (int i = 0; i < r->word_count; i++)
		if (write_page(r, s, r->words[i], &written) != EXIT_FINE)
			code = EXIT_INPUT;
	for (const struct builtin_lab *b = builtin_walks; r->word_count == 0 && b->name; b++)
		if (write_page(r, s, b->name, &written) != EXIT_FINE)
			code = EXIT_INPUT;
	for (int i = 0; i < written.count; i++) {
		names[i] = written.names[i];
		titles[i] = written.titles[i];
	}
	if (written.count > 1 && code == EXIT_FINE)
		code = walk_write_index(r->value[OPTION_OUTPUT], names, titles, written.count, is_html(r), &r->memory);
	return code;
}

/* Plays it; without a terminal every step is checked all the same. */
static int play(const struct request *r, struct session *s)
{
	static struct play player;

	if (r->word_count > 1)
		return output_complain(EXIT_USAGE, "one walkthrough is played at a time; with -o several are written");
	if (!open_walk(r, s, r->words[0]))
		return EXIT_INPUT;
	if (!isatty(STDOUT_FILENO)) {
		printf("%s: ok, %d steps\n", walk.path, walk.step_count);
		return EXIT_FINE;
	}
	request_terminal_look(r, &s->screen, &s->app.theme, &s->app.charset);
	play_open(&player, &walk_runs);
	session_lend_recorder(s, &r->memory);
	s->app.present.on = is_given(r, OPTION_PRESENT);
	return app_interact(&s->app);
}

int command_walk(const struct request *r, struct session *s)
{
	if (is_given(r, OPTION_OUTPUT))
		return write_pages(r, s);
	if (r->word_count == 0)
		return list_walks(s);
	return play(r, s);
}
