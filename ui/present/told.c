/* Lines to what is told, and back. */
#include "ui/present/told.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/path.h"

static const char *const phases[TOLD_PHASE_COUNT] = { "read", "watch", "done" };

void told_init(struct told *t)
{
	memset(t, 0, sizeof *t);
	t->step = -1;
}

bool told_equal(const struct told *a, const struct told *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* What stands around the names: words, numbers at their longest, ends of lines. */
enum { TOLD_AROUND = 160 };
static_assert(TOLD_FILE_LEN + (GROUP_COUNT - 1) * NAME_LEN + TOLD_AROUND <= TOLD_BYTES, "all of it fits");

size_t told_write(const struct told *t, char out[TOLD_BYTES])
{
	size_t n = (size_t)snprintf(out, TOLD_BYTES, "failscope %d\nfile %s\nstep %d %s\ntime %lu %s\n", TOLD_VERSION, t->file,
	    t->step, phases[t->phase], (unsigned long)t->since_ms, t->runs ? "run" : "pause");

	for (int g = 1; g < GROUP_COUNT; g++)
		n += (size_t)snprintf(out + n, TOLD_BYTES - n, "holder %d %s\n", g, t->holder[g]);
	n += (size_t)snprintf(out + n, TOLD_BYTES - n, "%send\n", t->away ? "away\n" : "");
	return n;
}

/* The rest of a line behind a word and a blank, or NULL. */
static const char *after(const char *line, const char *word)
{
	size_t n = strlen(word);

	return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

static void take_step(struct told *t, const char *rest)
{
	char *end;
	long step = strtol(rest, &end, 10);

	if (end == rest || step < -1 || step > INT_MAX)
		return;
	t->step = (int)step;
	for (int p = 0; p < TOLD_PHASE_COUNT; p++)
		if (*end == ' ' && strcmp(end + 1, phases[p]) == 0)
			t->phase = p;
}

static void take_time(struct told *t, const char *rest)
{
	char *end;
	unsigned long ms = strtoul(rest, &end, 10);

	if (end == rest || *rest < '0' || *rest > '9' || ms > UINT32_MAX)
		return;
	t->since_ms = (uint32_t)ms;
	t->runs = strcmp(end, " run") == 0;
}

static void take_holder(struct told *t, const char *rest)
{
	int g = rest[0] - '0';

	if (g > 0 && g < GROUP_COUNT && rest[1] == ' ')
		snprintf(t->holder[g], sizeof t->holder[g], "%.*s", NAME_LEN - 1, rest + 2);
}

bool told_line(struct told *t, const char *line)
{
	const char *rest;

	if ((rest = after(line, "failscope")) != NULL) {
		told_init(t);
		t->version = atoi(rest);
	} else if ((rest = after(line, "file")) != NULL) {
		memset(t->file, 0, sizeof t->file);
		snprintf(t->file, sizeof t->file, "%.*s", TOLD_FILE_LEN - 1, rest);
	} else if ((rest = after(line, "step")) != NULL) {
		take_step(t, rest);
	} else if ((rest = after(line, "time")) != NULL) {
		take_time(t, rest);
	} else if ((rest = after(line, "holder")) != NULL) {
		take_holder(t, rest);
	} else if (strcmp(line, "away") == 0) {
		t->away = 1;
	}
	return strcmp(line, "end") == 0 && t->version == TOLD_VERSION;
}

void told_name(const char *path, char out[TOLD_FILE_LEN])
{
	char real[PATH_MAX];

	memset(out, 0, TOLD_FILE_LEN);
	if (realpath(path, real) && strlen(real) < TOLD_FILE_LEN)
		snprintf(out, TOLD_FILE_LEN, "%.*s", TOLD_FILE_LEN - 1, real);
	else
		path_stem(path, out, TOLD_FILE_LEN);
	for (char *c = out; *c; c++)
		if (*c == '\n')
			*c = '?';
}

bool told_same(const char *one, const char *other)
{
	char a[TOLD_FILE_LEN], b[TOLD_FILE_LEN];

	if (strcmp(one, other) == 0)
		return true;
	path_stem(one, a, sizeof a);
	path_stem(other, b, sizeof b);
	return (!strchr(one, '/') || !strchr(other, '/')) && strcmp(a, b) == 0;
}
