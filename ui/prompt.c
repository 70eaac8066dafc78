/* The line in which a condition is typed; see prompt.h. */
#include "ui/prompt.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "ui/typing.h"

/* Puts something else on the line. */
static void show(struct prompt *p, const char *text)
{
	if (text != p->text)
		snprintf(p->text, sizeof p->text, "%s", text);
}

/* What is on the line now is what was typed. */
static void settle(struct prompt *p)
{
	snprintf(p->typed, sizeof p->typed, "%s", p->text);
	p->at_last = p->at_example = 0;
}

void prompt_open(struct prompt *p)
{
	p->text[0] = '\0';
	p->why[0] = '\0';
	settle(p);
}

static void add(struct prompt *p, uint32_t code)
{
	if (typing_add(p->text, sizeof p->text, code))
		settle(p);
}

static void erase(struct prompt *p)
{
	typing_erase(p->text);
	settle(p);
}

/* To an older line, or a newer one; the newest is what was typed. */
static void recall(struct prompt *p, int direction)
{
	int at = p->at_last + direction;

	if (at < 0 || at > p->last_count)
		return;
	p->at_last = at;
	p->at_example = 0;
	show(p, at == 0 ? p->typed : p->last[at - 1]);
}

/* The n-th example that begins as what was typed, from 1; false behind the last. */
static bool find_example(const struct prompt *p, const struct lab *lab, int n, char out[UNTIL_LEN])
{
	for (int i = 0; until_example(lab, i, out); i++)
		if (strncasecmp(out, p->typed, strlen(p->typed)) == 0 && --n == 0)
			return true;
	return false;
}

/* To the next example, or the one before; between the last and the first comes what was typed. */
static void try_example(struct prompt *p, const struct lab *lab, int direction)
{
	char example[UNTIL_LEN];
	int count = 0;

	while (find_example(p, lab, count + 1, example))
		count++;
	p->at_last = 0;
	p->at_example = (p->at_example + direction + count + 1) % (count + 1);
	if (count == 0)
		snprintf(p->why, sizeof p->why, "no example begins so");
	show(p, p->at_example > 0 && find_example(p, lab, p->at_example, example) ? example : p->typed);
}

/* Goes on with the line, or with the last one. */
static enum prompt_wish go(struct prompt *p, enum prompt_wish wish)
{
	if (p->text[strspn(p->text, " ")] == '\0' && p->last_count > 0)
		show(p, p->last[0]);
	return wish;
}

enum prompt_wish prompt_key(struct prompt *p, const struct lab *lab, uint32_t code)
{
	p->why[0] = '\0';
	if (code == KEYCODE_ENTER)
		return go(p, PROMPT_FORWARD);
	if (code == key_ctrl('r'))
		return go(p, PROMPT_BACK);
	if (code == KEYCODE_ESCAPE || code == key_ctrl('c'))
		return PROMPT_CLOSE;
	if (code == KEYCODE_BACKSPACE)
		erase(p);
	else if (code == key_ctrl('u'))
		prompt_open(p);
	else if (code == KEYCODE_UP || code == KEYCODE_DOWN)
		recall(p, code == KEYCODE_UP ? 1 : -1);
	else if (code == KEYCODE_TAB || code == KEYCODE_BACKTAB)
		try_example(p, lab, code == KEYCODE_TAB ? 1 : -1);
	else
		add(p, code);
	return PROMPT_NOTHING;
}

void prompt_keep(struct prompt *p)
{
	int old = 0;

	while (old < p->last_count && strcmp(p->last[old], p->text) != 0)
		old++;
	if (old == p->last_count && p->last_count < PROMPT_LAST)
		p->last_count++;
	if (old == PROMPT_LAST)
		old--;
	memmove(p->last[1], p->last[0], (size_t)old * sizeof p->last[0]);
	snprintf(p->last[0], sizeof p->last[0], "%s", p->text);
}
