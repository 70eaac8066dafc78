/* INI files in: which files are read, in which order, and what is checked at the end.
 *
 * ini.c hands out sections and keys, reading.c gives them their meaning.  A base file is read in the
 * middle of the file that names it, at its first key.  For each key it is remembered where it was
 * said last: what lab_check finds at the end is filed under that line. */
#include "ui/conf/conf.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "ui/conf/ini.h"
#include "ui/conf/lines.h"
#include "ui/conf/reading.h"
#include "ui/nearest.h"

/* Where a reading starts from: a file, or a text. */
struct origin {
	FILE *file;
	const char *text;
};

static struct work the_work;

static void read_origin(struct work *w, struct origin from, const char *name);

/* The path of a base: beside the file that names it. */
static bool base_path(const struct reading *r, const char *base, char *path, size_t size)
{
	const char *from = r->work->files[r->file], *slash = strrchr(from, '/');
	int folder =
	    slash && base[0] != '/' && !r->work->compiled_in[r->file] ? (int)(slash - from) + 1 : 0;

	return snprintf(path, size, "%.*s%s", folder, from, base) < (int)size;
}

/* Complains where a base cannot be read; true where it may be tried. */
static bool check_base(struct reading *r, const char *base, char path[CONF_PATH_LEN])
{
	struct work *w = r->work;

	if (r->section_count > 1 || r->key_count > 1)
		reading_complain(r, "base must be the first key of the file");
	else if (!*base)
		reading_complain(r, "base: the value is missing");
	else if (!base_path(r, base, path, CONF_PATH_LEN))
		reading_complain(r, "base: the path is too long");
	else if (w->file_count == FILES_MAX)
		reading_complain(r, "base: more than %d files stand on each other", CONF_BASE_MAX);
	else
		return true;
	return false;
}

/* Is the file being read already, further out? */
static bool in_circle(const struct work *w, const char *path, bool compiled_in)
{
	for (int i = 0; i < w->file_count; i++)
		if (w->compiled_in[i] == compiled_in && strcmp(w->files[i], path) == 0)
			return true;
	return false;
}

const char *conf_hint(const char *name, char *hint)
{
	struct nearest nearest = nearest_to(name);

	for (const struct builtin_lab *lab = builtin_labs; lab->name; lab++)
		nearest_try(&nearest, lab->name);
	return nearest_hint(&nearest, hint);
}

/* Opens a base: a file, or else a compiled-in lab, whose name the path then is. */
static bool open_base(
    struct reading *r, const char *base, char path[CONF_PATH_LEN], struct origin *from)
{
	const struct builtin_lab *lab;
	bool compiled_in = r->work->compiled_in[r->file];
	char hint[NEAREST_HINT_LEN];

	if (!compiled_in)
		from->file = fopen(path, "r");
	if (from->file)
		return true;
	if (!compiled_in && errno != ENOENT && errno != ENOTDIR) {
		reading_complain(r, "base: '%.100s' cannot be read: %s", path, strerror(errno));
		return false;
	}
	lab = conf_find_builtin(base);
	if (!lab) {
		reading_complain(r, "base: there is no %s'%.100s'%s%s",
		    compiled_in ? "compiled-in lab " : "file ", path,
		    compiled_in ? "" : ", nor a compiled-in lab of that name", conf_hint(base, hint));
		return false;
	}
	from->text = lab->text;
	snprintf(path, CONF_PATH_LEN, "%s", lab->name);
	return true;
}

/* `base = FILE`: reads another file first. */
static void take_base(struct reading *r, const char *base)
{
	struct work *w = r->work;
	struct origin from = { NULL, NULL };
	char path[CONF_PATH_LEN];

	if (!check_base(r, base, path) || !open_base(r, base, path, &from))
		return;
	if (!in_circle(w, path, from.text != NULL)) {
		read_origin(w, from, path);
		return;
	}
	if (from.file)
		fclose(from.file);
	reading_complain(r,
	    "base: '%.100s' is being read already: the files stand on each other in a circle",
	    path);
}

/* What ini.c hands out. */
static void take_section(void *context, char *title)
{
	reading_open_section(context, title);
}

static void take_key(void *context, const char *name, const char *value)
{
	struct reading *r = context;

	r->key_count++;
	if (r->ignored)
		return;
	if (r->section == SECTION_LAB && strcmp(name, "base") == 0)
		take_base(r, value);
	else
		reading_set_key(r, name, value);
}

static void take_complaint(void *context, const char *sentence)
{
	reading_complain(context, "%s", sentence);
}

/* Reads one file or text, under the name that is given. */
static void read_origin(struct work *w, struct origin from, const char *name)
{
	static const struct ini_hooks hooks = { take_section, take_key, take_complaint };
	struct reading r = { .work = w, .file = w->file_count++ };
	int errors = w->diag->errors;
	bool any;

	snprintf(w->files[r.file], sizeof w->files[r.file], "%s", name);
	w->compiled_in[r.file] = from.text != NULL;
	if (from.file)
		lines_from_file(&r.lines, from.file);
	else
		lines_from_text(&r.lines, from.text);
	any = ini_read(&r.lines, &hooks, &r);
	if (from.file)
		fclose(from.file);
	if (w->diag->errors == errors && !any)
		diag_add(w->diag, false, name, 0, "the file is empty: there is no section in it");
}

/* Interfaces of contexts that no section declares. */
static void check_declared(struct work *w)
{
	struct lab *lab = w->lab;

	for (uint32_t i = 0; i < lab->iface_count; i++) {
		uint32_t context = lab->ifaces[i].context;
		const struct place *place = reading_place(w, SECTION_INTERFACE, i, 0);
		const char *name = lab->contexts[context].name;
		struct nearest nearest = nearest_to(name);
		char hint[NEAREST_HINT_LEN];

		if (w->declared[context])
			continue;
		for (uint32_t c = 0; c < lab->context_count; c++)
			if (w->declared[c])
				nearest_try(&nearest, lab->contexts[c].name);
		diag_add(w->diag, false, w->files[place->file], place->line,
		    "there is no section [context %s]%s", name, nearest_hint(&nearest, hint));
	}
}

/* Files what lab_check found under the line it is about.  Where the section goes on in a file that
 * stands on the key's, it is that file which brought the trouble. */
static void file_problem(struct work *w, const struct lab_problem *p)
{
	size_t number = p->key ? reading_key_number(p->section, p->key) : 0;
	const struct place *key = reading_place(w, p->section, p->index, number);
	const struct place *section = reading_place(w, p->section, p->index, 0);

	if (key->line > 0 && key->bad)
		return;
	if (section->line > 0 && (key->line == 0 || section->file < key->file))
		key = section;
	diag_add(w->diag, p->warning, w->files[key->file], key->line, "%s", p->sentence);
}

/* Makes a lab of defaults, for a file to change. */
static struct work *begin(struct lab *lab, struct screen_conf *screen, struct diag *diag)
{
	struct work *w = &the_work;

	if (w->lab) /* it is large, and zero before its first use */
		memset(w, 0, sizeof *w);
	w->lab = lab;
	w->screen = screen;
	w->diag = diag;
	w->declared[0] = true;
	lab_init(lab);
	screen_init(screen);
	return w;
}

/* Checks the whole, once everything is read. */
static bool end(struct work *w, int errors)
{
	struct failover_conf *f = &w->lab->failover;
	size_t count;

	if (lab_link_shared(w->lab) && !f->link.port[0])
		memcpy(f->link.port, f->lan.port, sizeof f->link.port);
	check_declared(w);
	count = lab_check(w->lab, w->problems, PROBLEM_MAX);
	for (size_t i = 0; i < count && i < PROBLEM_MAX; i++)
		file_problem(w, &w->problems[i]);
	return w->diag->errors == errors;
}

bool conf_read_text(const char *name, const char *text, struct lab *lab, struct screen_conf *screen,
    struct diag *diag)
{
	struct work *w = begin(lab, screen, diag);
	int errors = diag->errors;
	struct origin from = { NULL, text };

	read_origin(w, from, name);
	return end(w, errors);
}

/* What is compiled in under a name, with or without its .ini; NULL where nothing is. */
static const struct builtin_lab *find_in(const struct builtin_lab *list, const char *name)
{
	size_t length = strlen(name);

	for (; list->name; list++)
		if (strncmp(list->name, name, length) == 0 &&
		    (!list->name[length] || strcmp(list->name + length, ".ini") == 0))
			return list;
	return NULL;
}

const struct builtin_lab *conf_find_builtin(const char *name)
{
	return find_in(builtin_labs, name);
}

/* Complains of a lab that is nowhere. */
static bool refuse_name(const char *name, const char *what, struct diag *diag)
{
	char hint[NEAREST_HINT_LEN];

	if (find_in(builtin_walks, name)) {
		diag_add(diag, false, name, 0, "is a walkthrough, not a lab: 'failscope walk %.60s' plays it", name);
		return false;
	}
	diag_add(diag, false, name, 0, "there is no %s%s", what, conf_hint(name, hint));
	return false;
}

bool conf_read_builtin(
    const char *name, struct lab *lab, struct screen_conf *screen, struct diag *diag)
{
	const struct builtin_lab *found = conf_find_builtin(name);

	if (found)
		return conf_read_text(found->name, found->text, lab, screen, diag);
	begin(lab, screen, diag);
	return refuse_name(name, "compiled-in lab of that name", diag);
}

bool conf_read_file(
    const char *path, struct lab *lab, struct screen_conf *screen, struct diag *diag)
{
	struct work *w = begin(lab, screen, diag);
	int errors = diag->errors;
	struct origin from = { fopen(path, "r"), NULL };

	if (!from.file && (errno == ENOENT || errno == ENOTDIR)) {
		if (conf_find_builtin(path))
			return conf_read_builtin(path, lab, screen, diag);
		return refuse_name(path, "such file, nor a compiled-in lab of that name", diag);
	}
	if (!from.file) {
		diag_add(diag, false, path, 0, "cannot be read: %s", strerror(errno));
		return false;
	}
	read_origin(w, from, path);
	return end(w, errors);
}
