/* What the titles of sections and the keys below them mean.
 *
 * A title opens a section: the unit, group, context, interface or switch that it names is found, or
 * comes into being.  A key is looked up among the section's, and its value goes into the section's
 * struct.  Where each was said last is kept, for a second mention in one file and for what shows
 * only at the end. */
#include "ui/conf/reading.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include "ui/conf/ini.h"
#include "ui/conf/value.h"
#include "ui/nearest.h"

/* clang-format off */
const struct lab_key screen_keys[] = {
#define KEY_SCREEN(field, key, type, value, ...) \
	{ (enum lab_section)SECTION_SCREEN, key, TYPE_##type, offsetof(struct screen_conf, field), \
	  sizeof(((struct screen_conf *)0)->field), __VA_ARGS__ },
#include "ui/conf/screen.def"
};
const size_t screen_key_count = sizeof screen_keys / sizeof *screen_keys;

void screen_init(struct screen_conf *screen)
{
#define KEY_SCREEN(field, key, type, value, ...) screen->field = (value);
#include "ui/conf/screen.def"
}
/* clang-format on */

void reading_complain(struct reading *r, const char *format, ...)
{
	char sentence[DIAG_SENTENCE_LEN];
	va_list list;

	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	diag_add(r->work->diag, false, r->work->files[r->file], r->lines.line, "%s", sentence);
}

static const char *section_word(unsigned section)
{
	return section == SECTION_SCREEN ? "screen" : lab_section_word((enum lab_section)section);
}

/* The keys of a section, in a row; how many there are. */
static size_t section_keys(unsigned section, const struct lab_key **first)
{
	const struct lab_key *keys = section == SECTION_SCREEN ? screen_keys : lab_keys;
	size_t count = section == SECTION_SCREEN ? screen_key_count : lab_key_count, from = 0,
	       n = 0;

	while (from < count && keys[from].section != section)
		from++;
	while (from + n < count && keys[from + n].section == section)
		n++;
	assert(n + 1 <= KEY_SLOTS);
	*first = keys + from;
	return n;
}

size_t reading_key_number(unsigned section, const char *name)
{
	const struct lab_key *keys;
	size_t count = section_keys(section, &keys);

	for (size_t i = 0; i < count; i++)
		if (strcmp(keys[i].name, name) == 0)
			return i + 1;
	return 0;
}

struct place *reading_place(struct work *w, unsigned section, uint32_t index, size_t number)
{
	static const uint32_t most[SECTION_ALL] = {
		[SECTION_LAB] = 1,
		[SECTION_UNIT] = UNIT_COUNT,
		[SECTION_FAILOVER] = 1,
		[SECTION_GROUP] = GROUP_COUNT,
		[SECTION_CONTEXT] = CONTEXT_MAX,
		[SECTION_INTERFACE] = IFACE_MAX,
		[SECTION_SWITCH] = SWITCH_MAX,
		[SECTION_TIMING] = 1,
		[SECTION_MODEL] = 1,
		[SECTION_SCREEN] = 1,
	};
	uint32_t at = index;

	assert(index < most[section]);
	assert(number < KEY_SLOTS);
	for (unsigned s = 0; s < section; s++)
		at += most[s];
	assert(at * KEY_SLOTS + number < PLACE_MAX);
	return &w->places[at * KEY_SLOTS + number];
}

/* Notes that the key is said here; complains where the same file has said it before.  A section
 * that goes on further down is where it began. */
static struct place *note_place(struct reading *r, size_t number, const char *what)
{
	struct place *p = reading_place(r->work, r->section, r->index, number);

	if (p->line > 0 && p->file == r->file) {
		reading_complain(
		    r, "%s stands here a second time; the first is line %d", what, p->line);
		if (number == 0)
			return p;
	}
	p->file = r->file;
	p->line = r->lines.line;
	p->bad = false;
	return p;
}

/* Says that a section is none, and lets its keys go by. */
static void refuse_section(struct reading *r, const char *why)
{
	reading_complain(r, "[%s]: %s", r->title, why);
	r->ignored = true;
}

static void open_unit(struct reading *r, const char *name)
{
	if (strcmp(name, "primary") != 0 && strcmp(name, "secondary") != 0) {
		refuse_section(r, "there are two units, primary and secondary");
		return;
	}
	r->index = strcmp(name, "primary") == 0 ? PRIMARY : SECONDARY;
}

static void open_group(struct reading *r, const char *name)
{
	if (strcmp(name, "1") != 0 && strcmp(name, "2") != 0)
		refuse_section(r, "there are two failover groups, 1 and 2");
	else
		r->index = (uint32_t)(name[0] - '0');
}

/* The context of that name, new where it is mentioned first; -1 with a complaint where it cannot
 * be. */
static int take_context(struct reading *r, const char *name)
{
	struct lab *lab = r->work->lab;
	char why[VALUE_WHY_LEN];
	int index = lab_find_context(lab, name);

	if (index >= 0)
		return index;
	if (!value_check_name(name, NAME_LEN - 1, why, sizeof why)) {
		refuse_section(r, why);
	} else if (strcasecmp(name, "system") == 0 || strcasecmp(name, "null") == 0) {
		refuse_section(r, "no context can be called system or null");
	} else if ((index = lab_add_context(lab, name)) < 0) {
		snprintf(why, sizeof why, "there is room for %d contexts", CONTEXT_MAX);
		refuse_section(r, why);
	}
	return index;
}

static void open_context(struct reading *r, const char *name)
{
	int index = take_context(r, name);

	if (index < 0)
		return;
	r->index = (uint32_t)index;
	r->work->declared[index] = true;
}

static void open_interface(struct reading *r, char *name)
{
	struct lab *lab = r->work->lab;
	char *slash = strchr(name, '/'), why[VALUE_WHY_LEN];
	int context, index;

	if (!slash) {
		refuse_section(
		    r, "an interface is written CONTEXT/NAMEIF, as in [interface CTX1/inside]");
		return;
	}
	*slash = '\0';
	if (!value_check_name(slash + 1, NAMEIF_LEN - 1, why, sizeof why)) {
		refuse_section(r, why);
		return;
	}
	context = take_context(r, name);
	if (context < 0)
		return;
	index = lab_find_iface(lab, (uint32_t)context, slash + 1);
	if (index < 0)
		index = lab_add_iface(lab, (uint32_t)context, slash + 1);
	r->index = (uint32_t)index;
	if (index < 0) {
		snprintf(why, sizeof why, "there is room for %d interfaces", IFACE_MAX);
		refuse_section(r, why);
	}
}

/* The switch of that name, new where it is mentioned first; -1 where there is no more room. */
static int take_switch(struct lab *lab, const char *name)
{
	int index = lab_find_switch(lab, name);

	return index >= 0 ? index : lab_add_switch(lab, name);
}

static void open_switch(struct reading *r, const char *name)
{
	char why[VALUE_WHY_LEN];
	int index = -1;

	if (!value_check_name(name, NAME_LEN - 1, why, sizeof why)) {
		refuse_section(r, why);
		return;
	}
	index = take_switch(r->work->lab, name);
	r->index = (uint32_t)index;
	if (index < 0) {
		snprintf(why, sizeof why, "there is room for %d switches", SWITCH_MAX);
		refuse_section(r, why);
	}
}

/* Complains of a section that nobody knows, and says which one may be meant; of a walkthrough once, not of every step. */
static void refuse_unknown(struct reading *r, const char *word)
{
	struct nearest nearest = nearest_to(word);
	char hint[NEAREST_HINT_LEN], why[VALUE_WHY_LEN];

	r->ignored = true;
	if (strcmp(word, "step") == 0 && r->is_walk)
		return;
	if (strcmp(word, "walkthrough") == 0) {
		r->is_walk = true;
		refuse_section(r, "this is a walkthrough, not a lab: 'failscope walk FILE' plays it and checks it");
		return;
	}
	for (unsigned s = 0; s < SECTION_ALL; s++)
		nearest_try(&nearest, section_word(s));
	snprintf(
	    why, sizeof why, "there is no section of that name%s", nearest_hint(&nearest, hint));
	refuse_section(r, why);
}

/* Finds what the name behind the section's word stands for. */
static void open_named(struct reading *r, char *name)
{
	static const char *const missing[SECTION_ALL] = {
		[SECTION_UNIT] = "which unit? [unit primary] or [unit secondary]",
		[SECTION_GROUP] = "which group? [group 1] or [group 2]",
		[SECTION_CONTEXT] = "a context needs a name, as in [context CTX1]",
		[SECTION_INTERFACE] = "which interface? As in [interface CTX1/inside]",
		[SECTION_SWITCH] = "a switch needs a name, as in [switch SW-IN]",
	};

	if (missing[r->section] && !*name)
		refuse_section(r, missing[r->section]);
	else if (!missing[r->section] && *name)
		refuse_section(r, "nothing can stand behind the section's word");
	else if (r->section == SECTION_UNIT)
		open_unit(r, name);
	else if (r->section == SECTION_GROUP)
		open_group(r, name);
	else if (r->section == SECTION_CONTEXT)
		open_context(r, name);
	else if (r->section == SECTION_INTERFACE)
		open_interface(r, name);
	else if (r->section == SECTION_SWITCH)
		open_switch(r, name);
}

void reading_open_section(struct reading *r, const char *title)
{
	char word[TITLE_ROOM], what[TITLE_ROOM + 8], *name;

	snprintf(r->title, sizeof r->title, "%s", title);
	ini_squeeze(r->title);
	memcpy(word, r->title, sizeof word);
	name = word + strcspn(word, " ");
	if (*name)
		*name++ = '\0';
	r->ignored = false;
	r->section_count++;
	r->index = 0;
	for (r->section = 0; r->section < SECTION_ALL; r->section++)
		if (strcmp(word, section_word(r->section)) == 0)
			break;
	if (r->section == SECTION_ALL)
		refuse_unknown(r, word);
	else
		open_named(r, name);
	if (r->ignored)
		return;
	snprintf(what, sizeof what, "[%s]", r->title);
	note_place(r, 0, what);
}

/* Complains of a key that the section does not have, and says which one may be meant, or where it
 * belongs. */
static void refuse_key(struct reading *r, const char *name)
{
	struct nearest nearest = nearest_to(name);
	const struct lab_key *keys;
	size_t count = section_keys(r->section, &keys);
	char hint[NEAREST_HINT_LEN];

	for (size_t i = 0; i < count; i++)
		nearest_try(&nearest, keys[i].name);
	nearest_hint(&nearest, hint);
	for (unsigned s = 0; s < SECTION_ALL && !hint[0]; s++)
		if (reading_key_number(s, name) > 0)
			snprintf(hint, sizeof hint, "; it belongs to [%s%s]", section_word(s),
			    s != SECTION_SCREEN && lab_section_many((enum lab_section)s) ? " ..."
											 : "");
	reading_complain(r, "[%s] has no key '%.60s'%s", r->title, name, hint);
}

/* Sets the switch of an interface, which comes into being where it is named. */
static bool plug_in(struct reading *r, const char *value, uint32_t *field, char *why, size_t size)
{
	int index;

	if (*field == SWITCH_NONE && strcmp(value, "none") == 0)
		return true;
	index = take_switch(r->work->lab, value);
	if (index < 0) {
		snprintf(why, size, "there is room for %d switches", SWITCH_MAX);
		return false;
	}
	*field = (uint32_t)index + 1;
	return true;
}

void reading_set_key(struct reading *r, const char *name, const char *value)
{
	struct work *w = r->work;
	size_t number = reading_key_number(r->section, name);
	const struct lab_key *key;
	char why[VALUE_WHY_LEN];
	struct place *place;
	char *field;
	bool fine;

	if (number == 0) {
		refuse_key(r, name);
		return;
	}
	section_keys(r->section, &key);
	key += number - 1;
	place = note_place(r, number, name);
	field = r->section == SECTION_SCREEN
		    ? (char *)w->screen
		    : (char *)lab_section_at(w->lab, (enum lab_section)r->section, r->index);
	field += key->offset;
	fine = value_parse(key, value, field, why, sizeof why);
	if (fine && key->type == TYPE_SWITCH)
		fine = plug_in(r, value, (uint32_t *)(void *)field, why, sizeof why);
	place->bad = !fine;
	if (!fine)
		reading_complain(r, "%s: %s", name, why);
}
