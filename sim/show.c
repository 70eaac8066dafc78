/* The `show` commands, one row a command; a page is a function that writes it. */
#include "sim/show.h"

#include <stdio.h>
#include <string.h>

#include "sim/cli/split.h"
#include "sim/words.h"

enum { ROW_WORDS = 4, RULER = 74 };

/* A page that is being written. */
struct page {
	char *out;
	size_t size, used;
};

/* A word of a command, and how many of its letters tell it from others. */
struct show_word {
	const char *word;
	size_t least;
};

struct show_row {
	struct show_word words[ROW_WORDS]; /* behind `show`; the first without a word is the end */
	bool in_context;                   /* do we know what it prints inside a context? */
	void (*print)(struct page *p, const struct sim *s, uint32_t unit);
};

/* --- writing --------------------------------------------------------------------------------- */

/* Counts what snprintf has put behind the page, or would have. */
static void wrote(struct page *p, int n)
{
	p->used += (size_t)n;
	if (p->used >= p->size)
		p->used = p->size - 1;
}

static char *tail(const struct page *p)
{
	return p->out + p->used;
}

static size_t room(const struct page *p)
{
	return p->size - p->used;
}

/* A line of `=`. */
static void ruler(struct page *p)
{
	char line[RULER + 1];

	memset(line, '=', RULER);
	line[RULER] = '\0';
	wrote(p, snprintf(tail(p), room(p), "%s\n", line));
}

/* --- pages ----------------------------------------------------------------------------------- */

/* `show failover history` of a unit with groups [9.5, transcript A of 2.5]. */
static void print_history(struct page *p, const struct sim *s, uint32_t unit)
{
	const struct unit *u = &s->unit[unit];
	char stamp[40];

	ruler(p);
	wrote(p,
	    snprintf(tail(p), room(p), "Group     %-27s%-27sReason\n", "From State", "To State"));
	ruler(p);
	for (uint32_t i = 0; i < u->history_count; i++) {
		const struct history_row *row = &u->history[i];

		wrote(p, snprintf(tail(p), room(p), "%s\n    %u     %-27s%-27s%s\n\n",
			     clock_text(s, row->at_ms, stamp, sizeof stamp), row->group,
			     state_word(row->from), state_word(row->to), reason_word(row->reason)));
	}
	ruler(p);
}

static const struct show_row rows[] = {
	{ { { "failover", 4 }, { "history", 1 } }, false, print_history },
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* --- reading --------------------------------------------------------------------------------- */

/* Is it the word, or enough letters of it? */
static bool is(const char *typed, struct show_word known)
{
	size_t length = strlen(typed);

	return known.word && length >= known.least && strncmp(typed, known.word, length) == 0;
}

/* How many words of the line, `show` included, are those of the row? */
static int fits(const struct split *w, const struct show_row *row)
{
	int n = 1;

	while (n < w->count && n <= ROW_WORDS && is(w->word[n], row->words[n - 1]))
		n++;
	return n;
}

/* Are these all the words that the row has? */
static bool is_whole(const struct show_row *row, int n)
{
	return n > ROW_WORDS || !row->words[n - 1].word;
}

/* The row that the line means; NULL, with how many words of it are known, where there is none. */
static const struct show_row *find_row(const struct split *w, int *good)
{
	*good = 0;
	if (w->count == 0 || !is(w->word[0], (struct show_word){ "show", 2 }))
		return NULL;
	for (int i = 0; i < ROW_COUNT; i++) {
		int n = fits(w, &rows[i]);

		if (n == w->count && is_whole(&rows[i], n))
			return &rows[i];
		if (n > *good)
			*good = n;
	}
	return NULL;
}

bool show_print(
    const struct sim *s, uint32_t unit, uint32_t context, const char *line, char *out, size_t size)
{
	const char *name = s->lab.unit[unit].name;
	struct page page = { out, size, 0 };
	const struct show_row *row;
	struct split w;
	int good;

	out[0] = '\0';
	if (s->unit[unit].run != RUN_UP) {
		snprintf(out, size, "%s does not answer at its console: it is %s", name,
		    run_word(s->unit[unit].run));
		return false;
	}
	split_line(&w, line);
	row = find_row(&w, &good);
	if (!row)
		return split_refuse(&w, good, out, size);
	if (context != 0 && !row->in_context) {
		snprintf(out, size,
		    "what this command prints inside a context is not known; ask %s in the system "
		    "space",
		    name);
		return false;
	}
	row->print(&page, s, unit);
	return true;
}
