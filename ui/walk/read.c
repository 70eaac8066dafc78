/* Walkthrough files in: sections and keys, kept as they are written. What they mean shows when they are run. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "ui/conf/ini.h"
#include "ui/conf/labs.h"
#include "ui/conf/value.h"
#include "ui/nearest.h"
#include "ui/path.h"
#include "ui/walk/walk.h"

enum { HEAD, STEP };

/* clang-format off */
static const struct row {
	const char *word;
	int section, many, least;
	const char *takes, *sentence;
} known[WALK_KEY_COUNT] = {
#define WALK(id, section, word, many, least, takes, sentence) { word, section, many, least, takes, sentence },
#include "ui/walk/walk.def"
};
/* clang-format on */

/* A file under way. */
struct reading {
	struct walk *walk;
	struct diag *diag;
	struct lines lines;
	struct walk_part *part; /* that is open; NULL: its keys go by */
	int section;
};

static void complain(struct reading *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(struct reading *r, const char *format, ...)
{
	char sentence[DIAG_SENTENCE_LEN];
	va_list list;

	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	diag_add(r->diag, false, r->walk->path, r->lines.line, "%s", sentence);
}

/* --- sections ---------------------------------------------------------------------------------------------- */

/* [walkthrough]: once, and first, so that everything behind it is steps. */
static void open_head(struct reading *r)
{
	struct walk *w = r->walk;

	r->section = HEAD;
	r->part = NULL;
	if (w->head.line > 0)
		complain(r, "[walkthrough] stands here a second time; the first is line %d", w->head.line);
	else if (w->step_count > 0)
		complain(r, "[walkthrough] must stand before the first step");
	else
		r->part = &w->head;
}

/* [step TITLE] */
static void open_step(struct reading *r, const char *title)
{
	struct walk *w = r->walk;

	r->section = STEP;
	r->part = NULL;
	if (!*title)
		complain(r, "a step has a title: [step ASA1 loses its power]");
	else if (strlen(title) >= WALK_TITLE_LEN)
		complain(r, "the title of a step has room for %d bytes", WALK_TITLE_LEN - 1);
	if (w->step_count == WALK_STEP_MAX) {
		complain(r, "a walkthrough has room for %d steps", WALK_STEP_MAX);
		return;
	}
	r->part = &w->steps[w->step_count++];
	*r->part = (struct walk_part){ .first = w->item_count };
	snprintf(r->part->title, sizeof r->part->title, "%s", title);
}

static void take_section(void *context, char *title)
{
	struct reading *r = context;

	ini_squeeze(title);
	if (strcmp(title, "walkthrough") == 0)
		open_head(r);
	else if (strncmp(title, "step", 4) == 0 && (title[4] == ' ' || !title[4]))
		open_step(r, title + 4 + (title[4] == ' '));
	else {
		r->part = NULL;
		complain(r, "[%.60s]: the sections of a walkthrough are [walkthrough] and [step TITLE]", title);
	}
	if (r->part)
		r->part->line = r->lines.line;
}

/* --- keys -------------------------------------------------------------------------------------------------- */

/* The key of that name in the section that is open, or -1 with a complaint. */
static int find_key(struct reading *r, const char *name)
{
	struct nearest nearest = nearest_to(name);
	char hint[NEAREST_HINT_LEN];

	for (int k = 0; k < WALK_KEY_COUNT; k++)
		if (known[k].section == r->section && strcmp(known[k].word, name) == 0)
			return k;
	for (int k = 0; k < WALK_KEY_COUNT; k++)
		if (known[k].section == r->section)
			nearest_try(&nearest, known[k].word);
	complain(r, "there is no key '%.60s' in %s%s", name, r->section == HEAD ? "[walkthrough]" : "a step",
	    nearest_hint(&nearest, hint));
	return -1;
}

/* Keeps a value; false, with a complaint, where there is no room. */
static bool keep(struct reading *r, enum walk_key key, const char *value)
{
	struct walk *w = r->walk;
	size_t size = strlen(value) + 1;

	if (w->item_count == WALK_ITEM_MAX || size > WALK_BYTES_MAX - w->used) {
		complain(r, "a walkthrough has room for %d keys and %d bytes of text", WALK_ITEM_MAX, WALK_BYTES_MAX);
		return false;
	}
	w->items[w->item_count++] = (struct walk_item){ (uint8_t)key, r->lines.line, w->used };
	memcpy(w->texts + w->used, value, size);
	w->used += (uint32_t)size;
	r->part->count++;
	return true;
}

static bool takes_text(enum walk_key key)
{
	return key == WALK_INTRO || key == WALK_TEXT || key == WALK_NOTES;
}

static void take_key(void *context, const char *name, const char *value)
{
	struct reading *r = context;
	int key, line;

	if (!r->part || (key = find_key(r, name)) < 0)
		return;
	if (!*value && !takes_text((enum walk_key)key))
		complain(r, "%s: the value is missing", name);
	else if (!known[key].many && walk_value(r->walk, r->part, (enum walk_key)key, 0, &line))
		complain(r, "%s stands here a second time; the first is line %d", name, line);
	else
		keep(r, (enum walk_key)key, value);
}

static void take_complaint(void *context, const char *sentence)
{
	complain(context, "%s", sentence);
}

/* --- what was kept ----------------------------------------------------------------------------------------- */

const char *walk_value(const struct walk *w, const struct walk_part *p, enum walk_key key, int n, int *line)
{
	for (int i = p->first; i < p->first + p->count; i++)
		if (w->items[i].key == key && n-- == 0) {
			if (line)
				*line = w->items[i].line;
			return w->texts + w->items[i].at;
		}
	return NULL;
}

bool walk_paragraph(const struct walk *w, const struct walk_part *p, enum walk_key key, int n, char *out, size_t size)
{
	bool open = false; /* a line of the paragraph has been seen */
	size_t used = 0;

	out[0] = '\0';
	for (int i = p->first; i < p->first + p->count; i++) {
		const char *text = w->texts + w->items[i].at;

		if (w->items[i].key != key)
			continue;
		if (!*text && open && n-- == 0)
			return true;
		open = *text;
		if (open && n == 0 && used < size)
			used += (size_t)snprintf(out + used, size - used, "%s%s", used ? " " : "", text);
	}
	return open && n == 0;
}

void walk_plain(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++)
		if (*from != '`')
			*to++ = *from;
	*to = '\0';
}

const char *walk_title(const struct walk *w)
{
	const char *title = walk_value(w, &w->head, WALK_TITLE, 0, NULL);

	return title ? title : w->path;
}

bool walk_timed(const char *text, uint32_t *at_ms, const char **command)
{
	size_t length = strcspn(text, " ");
	char word[32];

	*command = text;
	if (*text < '0' || *text > '9' || length >= sizeof word)
		return false;
	snprintf(word, sizeof word, "%.*s", (int)length, text);
	if (!value_parse_time(word, at_ms))
		return false;
	*command = text + length + strspn(text + length, " ");
	return true;
}

void walk_print_reference(FILE *out)
{
	for (int section = HEAD; section <= STEP; section++) {
		fprintf(out, "%s### `[%s]`\n\n| key | takes | meaning |\n| --- | --- | --- |\n", section == STEP ? "\n" : "",
		    section == HEAD ? "walkthrough" : "step TITLE");
		for (int k = 0; k < WALK_KEY_COUNT; k++)
			if (known[k].section == section)
				fprintf(out, "| `%s` | %s%s | %s |\n", known[k].word, known[k].takes,
				    known[k].many ? ", many" : known[k].least ? ", must be given" : "", known[k].sentence);
	}
}

/* --- the file ---------------------------------------------------------------------------------------------- */

/* Complains of the keys that a part lacks. */
static void check_part(struct walk *w, const struct walk_part *p, int section, struct diag *diag)
{
	for (int k = 0; k < WALK_KEY_COUNT; k++)
		if (known[k].section == section && known[k].least > 0 && !walk_value(w, p, (enum walk_key)k, 0, NULL))
			diag_add(diag, false, w->path, p->line, "%s is missing", known[k].word);
}

/* Two pictures of one name would be one file. */
static void check_shots(struct walk *w, struct diag *diag)
{
	for (int s = 0; s < w->step_count; s++) {
		int line, first;
		const char *name = walk_value(w, &w->steps[s], WALK_SHOT, 0, &line);
		char why[VALUE_WHY_LEN];

		if (name && !value_check_name(name, WALK_NAME_LEN - 1, why, sizeof why))
			diag_add(diag, false, w->path, line, "shot: %s", why);
		for (int before = 0; name && before < s; before++) {
			const char *other = walk_value(w, &w->steps[before], WALK_SHOT, 0, &first);

			if (other && strcmp(name, other) == 0)
				diag_add(diag, false, w->path, line, "the picture '%s' is taken in line %d already", name, first);
		}
	}
}

static void check_whole(struct walk *w, struct diag *diag)
{
	int line;
	const char *size = walk_value(w, &w->head, WALK_SIZE, 0, &line);

	if (w->head.line == 0) {
		diag_add(diag, false, w->path, 0, "there is no section [walkthrough]");
		return;
	}
	check_part(w, &w->head, HEAD, diag);
	if (w->step_count == 0)
		diag_add(diag, false, w->path, 0, "there is no section [step TITLE]");
	for (int s = 0; s < w->step_count; s++)
		check_part(w, &w->steps[s], STEP, diag);
	if (size && (!value_parse_size(size, &w->columns, &w->rows) || w->columns == 0 || w->rows == 0))
		diag_add(diag, false, w->path, line, "size: '%.40s' is no size, such as 80x24", size);
	check_shots(w, diag);
}

/* Where the lab is: beside the file that names it, or else one that is compiled in under its base name. False where it
 * is nowhere. */
static bool place_lab(struct walk *w, const char *name, bool compiled_in)
{
	const char *folder_end = *name == '/' ? w->path : path_name(w->path);
	FILE *there;

	snprintf(w->lab, sizeof w->lab, "%.*s%s", (int)(folder_end - w->path), w->path, name);
	there = compiled_in ? NULL : fopen(w->lab, "r");
	if (there)
		fclose(there);
	else if (conf_find_builtin(path_name(name)))
		snprintf(w->lab, sizeof w->lab, "%s", path_name(name));
	else
		return false;
	return true;
}

/* Reads the lab; what is wrong with it is told under its own name. */
static void read_lab(struct walk *w, bool compiled_in, struct lab *lab, struct screen_conf *screen, struct diag *diag)
{
	char hint[NEAREST_HINT_LEN];
	int line;
	const char *name = walk_value(w, &w->head, WALK_LAB, 0, &line);

	if (!name)
		return;
	if (!place_lab(w, name, compiled_in))
		diag_add(diag, false, w->path, line, "lab: there is no file '%.100s', nor a compiled-in lab of that name%s", w->lab,
		    conf_hint(name, hint));
	else if (compiled_in)
		conf_read_builtin(w->lab, lab, screen, diag);
	else
		conf_read_file(w->lab, lab, screen, diag);
}

/* The compiled-in walkthrough of that name, or of that number (03, 3), or NULL. */
static const struct builtin_lab *find_builtin(const char *name)
{
	size_t length = strlen(name), digits = strspn(name, "0123456789");

	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		if (length > 0 && strncmp(b->name, name, length) == 0 &&
		    (!b->name[length] || strcmp(b->name + length, ".ini") == 0))
			return b;
		if (digits > 0 && digits == length && length < 4 && atoi(b->name) == atoi(name))
			return b;
	}
	return NULL;
}

/* Complains of a walkthrough that is nowhere, with the nearest that is somewhere. */
static void refuse_name(const char *path, struct diag *diag)
{
	struct nearest nearest = nearest_to(path);
	char hint[NEAREST_HINT_LEN];

	if (conf_find_builtin(path)) {
		diag_add(diag, false, path, 0, "is a lab, not a walkthrough: 'failscope %.60s' opens it", path);
		return;
	}
	for (const struct builtin_lab *b = builtin_walks; b->name; b++)
		nearest_try(&nearest, b->name);
	diag_add(diag, false, path, 0, "there is no such file, nor a compiled-in walkthrough of that name%s",
	    nearest.best ? nearest_hint(&nearest, hint) : "; 'failscope walk' lists them");
}

/* Reads the lines that are open. */
static bool read_lines(struct reading *r, bool compiled_in, struct lab *lab, struct screen_conf *screen)
{
	static const struct ini_hooks hooks = { take_section, take_key, take_complaint };
	int errors = r->diag->errors;

	ini_read(&r->lines, &hooks, r);
	check_whole(r->walk, r->diag);
	read_lab(r->walk, compiled_in, lab, screen, r->diag);
	return r->diag->errors == errors;
}

/* Empties a walkthrough, and gives it its name. */
static void begin(struct walk *w, const char *path)
{
	memset(w, 0, offsetof(struct walk, steps));
	w->columns = 80;
	w->rows = 24;
	snprintf(w->path, sizeof w->path, "%s", path);
}

bool walk_read_text(struct walk *w, const char *name, const char *text, struct lab *lab, struct screen_conf *screen,
    struct diag *diag)
{
	struct reading r = { .walk = w, .diag = diag };

	begin(w, name);
	lines_from_text(&r.lines, text);
	return read_lines(&r, true, lab, screen);
}

bool walk_read(struct walk *w, const char *path, struct lab *lab, struct screen_conf *screen, struct diag *diag)
{
	struct reading r = { .walk = w, .diag = diag };
	FILE *file = fopen(path, "r");
	const struct builtin_lab *b;
	bool good;

	begin(w, path);
	if (file) {
		lines_from_file(&r.lines, file);
		good = read_lines(&r, false, lab, screen);
		fclose(file);
		return good;
	}
	if (errno != ENOENT && errno != ENOTDIR) {
		diag_add(diag, false, path, 0, "cannot be read: %s", strerror(errno));
		return false;
	}
	b = find_builtin(path);
	if (b)
		return walk_read_text(w, b->name, b->text, lab, screen, diag);
	refuse_name(path, diag);
	return false;
}
