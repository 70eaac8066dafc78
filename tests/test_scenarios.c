/* Stories: tests/scenarios/NAME.story, one text each.
 *
 * The first line says what is learnt.  Then comes `lab = FILE`, and lines of an INI file where the story's lab differs
 * from that one; then what is done and when, and `until TIME`.  Below the line of dashes stands what must come of it: the notable entries of the log, and how it all ends.  UPDATE=1 writes
 * that part anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/group.h"
#include "sim/service.h"
#include "sim/unit.h"
#include "sim/words.h"
#include "tests/pair.h"
#include "ui/conf/value.h"
#include "ui/script.h"
#include "ui/views/log.h"

enum { STORY_MAX = 256, TEXT_MAX = 1 << 16, PATH_LEN = 300, LOG_ROOM = 80 - 17 };

static const char folder[] = "tests/scenarios";

/* A text that grows. */
struct text {
	size_t used;
	char bytes[TEXT_MAX];
};

static void add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void add(struct text *t, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	t->used += (size_t)vsnprintf(t->bytes + t->used, TEXT_MAX - t->used, format, list);
	va_end(list);
	assert_true(t->used < TEXT_MAX);
}

/* --- what came of it --------------------------------------------------------------------------------------- */

/* Does it repeat what a person typed? */
static bool quotes(const struct entry *e)
{
	return e->kind == ENTRY_REFUSED || e->kind == ENTRY_TYPE || e->kind == ENTRY_CONFIG;
}

/* What the dashboard's log shows is never cut at 80 columns. A refusal is answered in full elsewhere, and
 * the lines that people type are as long as they like. */
static void check_log(const char *path)
{
	const struct scene scene = { .history = &pair, .s = &pair.now };
	struct log_line lines[LOG_LINES_MAX];
	char text[240], more[32] = "";
	int n;

	for (uint32_t skip = 0; (n = log_collect(&scene, lines, LOG_LINES_MAX, skip)) > 0; skip += (uint32_t)n)
		for (int i = 0; i < n; i++) {
			log_text(&pair.now, lines[i].e, text, sizeof text);
			if (lines[i].more > 0)
				snprintf(more, sizeof more, " (and %u more)", lines[i].more);
			if (!quotes(lines[i].e) && strlen(text) + strlen(lines[i].more ? more : "") > LOG_ROOM)
				fail_msg("%s: the log has no room at 80 columns for '%s%s'", path, text, lines[i].more ? more : "");
		}
}

static void add_log(struct text *t)
{
	char time[24], text[240];

	for (uint32_t id = history_first_at(&pair, pair.now.open_ms); id <= pair.now.trace_id; id++) {
		const struct entry *e = history_entry(&pair, id);

		if (entry_notable(e))
			add(t, "%9s  %-5s %-8s%s\n", time_text(&pair.now, e->at_ms, time, sizeof time),
			    who_word(&pair.now, e->who), kind_word(e->kind),
			    entry_text(&pair.now, e, text, sizeof text));
	}
}

static void add_groups(struct text *t)
{
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {
		add(t, "group %u      ", (unsigned)g);
		for (uint32_t u = 0; u < UNIT_COUNT; u++) {
			const struct unit *unit = &pair.now.unit[u];
			char both[64];

			snprintf(both, sizeof both, "%s (mate: %s)", state_word(unit->machine[g].state),
			    state_word(unit_believes(unit, g)));
			add(t, u == 0 ? "%-40s" : "%s\n", both);
		}
	}
}

static void add_ifaces(struct text *t)
{
	char name[80], status[64];

	for (uint32_t i = 0; i < pair.now.lab.iface_count; i++) {
		add(t, "%-13s", iface_name(&pair.now, i, name, sizeof name));
		add(t, "%-40s", status_text(&pair.now, PRIMARY, i, status, sizeof status));
		add(t, "%s\n", status_text(&pair.now, SECONDARY, i, status, sizeof status));
	}
}

static void add_users(struct text *t)
{
	for (uint32_t c = 0; c < pair.now.lab.context_count; c++) {
		uint32_t ms = service_outage_ms(&pair.now, c);

		add(t, "%-13s%u.%03u s out of service, %u connections lost\n", pair.now.lab.contexts[c].name, ms / 1000,
		    ms % 1000, pair.now.services[c].lost);
	}
}

/* Everything that the lower half of a story says. */
static void add_outcome(struct text *t)
{
	const struct sim *s = &pair.now;
	char time[24], unit[2][64];

	add_log(t);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		snprintf(unit[u], sizeof unit[u], "%s %s, %s", s->lab.unit[u].name, role_word(u),
		    run_word(s->unit[u].run));
	add(t, "\n%-13s%-40s%s\n", time_text(s, s->now_ms, time, sizeof time), unit[0], unit[1]);
	add(t, "its mate     %-40s%s\n", mate_word(s->unit[0].belief.mate), mate_word(s->unit[1].belief.mate));
	add_groups(t);
	add_ifaces(t);
	add_users(t);
}

/* --- reading and telling ----------------------------------------------------------------------------------- */

static uint32_t time_of(const char *path, const char *text)
{
	uint32_t ms = 0;

	if (!value_parse_time(text, &ms))
		fail_msg("%s: '%s' is no time", path, text);
	return ms;
}

/* Takes the next line of the upper half off a story; NULL at the line of dashes. */
static const char *take_line(const char **story)
{
	static char line[200];
	size_t n = strcspn(*story, "\n");

	snprintf(line, sizeof line, "%.*s", (int)(n < sizeof line ? n : sizeof line - 1), *story);
	*story += n + ((*story)[n] == '\n');
	return strcmp(line, "---") == 0 ? NULL : line;
}

/* Opens the lab: its file, and what is said behind it. Leaves the story at its first time. */
static void open_lab(const char *path, const char **story)
{
	static struct text ini;
	const char *line = take_line(story);

	if (!line || strncmp(line, "lab = ", 6) != 0)
		fail_msg("%s: the second line is `lab = FILE`", path);
	ini.used = 0;
	add(&ini, "[lab]\nbase = %s\n", line + 6);
	while (**story != '-' && strncmp(*story, "until", 5) != 0 && strspn(*story, "0123456789") == 0 &&
	    (line = take_line(story)) != NULL)
		add(&ini, "%s\n", line);
	pair_open_text(path, ini.bytes);
}

/* One line of what is done. */
static void tell_line(const char *path, const char *line)
{
	const char *rest = line + strcspn(line, " ");
	struct command c;
	char first[64], why[256];

	snprintf(first, sizeof first, "%.*s", (int)(rest - line < 63 ? rest - line : 63), line);
	rest += strspn(rest, " ");
	if (first[0] == '\0' || first[0] == '#')
		return;
	if (strcmp(first, "until") == 0) {
		run_to(time_of(path, rest));
		return;
	}
	run_to(time_of(path, first));
	if (!script_command(&pair.now.lab, rest, &c, why, sizeof why))
		fail_msg("%s: '%s': %s", path, line, why);
	history_command(&pair, &c, why, sizeof why);
}

/* Tells the upper half, and writes it down with what comes of it. */
static void tell(const char *path, const char *story, struct text *told)
{
	const char *end = strstr(story, "\n---\n"), *rest = story, *line;

	if (!end || story[0] != '#')
		fail_msg("%s: a story begins with '# what is learnt' and has a line '---'", path);
	take_line(&rest);
	open_lab(path, &rest);
	while ((line = take_line(&rest)) != NULL)
		tell_line(path, line);
	check_log(path);
	told->used = 0;
	add(told, "%.*s", (int)(end + 5 - story), story);
	add_outcome(told);
}

/* --- files ------------------------------------------------------------------------------------------------- */

static void read_file(const char *path, char text[TEXT_MAX])
{
	FILE *f = fopen(path, "r");
	size_t n;

	assert_non_null(f);
	n = fread(text, 1, TEXT_MAX - 1, f);
	text[n] = '\0';
	fclose(f);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* Shows the first line that differs, with the one before it. */
static void show_difference(const char *path, const char *told, const char *kept)
{
	size_t at = 0, line = 0, before = 0;

	for (size_t i = 0; told[i] != '\0' && told[i] == kept[i]; i++)
		if (told[i] == '\n') {
			before = line;
			line = at = i + 1;
		}
	print_error("%s differs:\n   %.*s\n  -%.*s\n  +%.*s\n", path, (int)strcspn(told + before, "\n"), told + before,
	    (int)strcspn(kept + at, "\n"), kept + at, (int)strcspn(told + at, "\n"), told + at);
}

/* One story, by its path. */
static void a_story_comes_out_as_it_is_told(void **state)
{
	static char kept[TEXT_MAX];
	static struct text told;
	const char *path = *state;

	read_file(path, kept);
	tell(path, kept, &told);
	if (strcmp(told.bytes, kept) == 0)
		return;
	if (getenv("UPDATE")) {
		write_file(path, told.bytes);
		return;
	}
	show_difference(path, told.bytes, kept);
	fail_msg("%s: UPDATE=1 writes it anew", path);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* The paths of all stories, sorted; returns how many there are. */
static size_t list_stories(char paths[STORY_MAX][PATH_LEN])
{
	DIR *d = opendir(folder);
	struct dirent *e;
	size_t count = 0;

	while (d && (e = readdir(d)) != NULL && count < STORY_MAX) {
		size_t n = strlen(e->d_name);

		if (n > 6 && strcmp(e->d_name + n - 6, ".story") == 0)
			snprintf(paths[count++], PATH_LEN, "%s/%s", folder, e->d_name);
	}
	if (d)
		closedir(d);
	qsort(paths, count, PATH_LEN, by_name);
	return count;
}

int main(void)
{
	static char paths[STORY_MAX][PATH_LEN];
	static struct CMUnitTest tests[STORY_MAX];
	size_t count = list_stories(paths);

	for (size_t i = 0; i < count; i++)
		tests[i] = (struct CMUnitTest){ .name = paths[i] + sizeof folder,
			.test_func = a_story_comes_out_as_it_is_told, .initial_state = paths[i] };
	if (count == 0) {
		fprintf(stderr, "no stories in %s\n", folder);
		return 1;
	}
	return _cmocka_run_group_tests("stories", tests, count, NULL, NULL) != 0;
}
