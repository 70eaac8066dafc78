/* The keys, printed: as a file of defaults that can be read back, as the tables of the README, and
 * as a lab.
 *
 * The first two walk the same sections in the same order.  Sections of which a lab may have any number, and
 * none by default, stand in the file as comments. */
#include "ui/conf/conf.h"

#include <string.h>

#include "ui/backs/back.h"
#include "ui/conf/value.h"

/* A section as it is shown. */
struct shown {
	unsigned section;
	uint32_t index;
	const char *title;   /* in the file of defaults */
	const char *heading; /* of its table; NULL: it has the one before */
	bool example;        /* not in a lab of defaults: a comment */
};

static const struct shown shown[] = {
	{ SECTION_LAB, 0, "lab", "[lab]", false },
	{ SECTION_UNIT, PRIMARY, "unit primary", "[unit primary], [unit secondary]", false },
	{ SECTION_UNIT, SECONDARY, "unit secondary", NULL, false },
	{ SECTION_FAILOVER, 0, "failover", "[failover]", false },
	{ SECTION_GROUP, 1, "group 1", "[group 1], [group 2]", false },
	{ SECTION_GROUP, 2, "group 2", NULL, false },
	{ SECTION_CONTEXT, 0, "context admin", "[context NAME]", false },
	{ SECTION_INTERFACE, 0, "interface CTX1/inside", "[interface CONTEXT/NAMEIF]", true },
	{ SECTION_SWITCH, 0, "switch SW-IN", "[switch NAME]", true },
	{ SECTION_TIMING, 0, "timing", "[timing]", false },
	{ SECTION_MODEL, 0, "model", "[model]", false },
	{ SECTION_SCREEN, 0, "screen", "[screen]", false },
};

static const char base_sentence[] =
    "Another file that is read first; only as the first key of the file";

/* One of everything, with its defaults. */
struct sample {
	struct lab lab;
	struct screen_conf screen;
};

static struct sample *take_sample(void)
{
	static struct sample sample;

	lab_init(&sample.lab);
	lab_add_iface(&sample.lab, 0, "inside");
	lab_add_switch(&sample.lab, "SW-IN");
	screen_init(&sample.screen);
	return &sample;
}

/* The default of a key, as a file says it; empty where it must be given. */
static void format_default(
    struct sample *sample, const struct shown *s, const struct lab_key *key, char out[VALUE_LEN])
{
	const char *field =
	    s->section == SECTION_SCREEN
		? (const char *)&sample->screen
		: lab_section_at(&sample->lab, (enum lab_section)s->section, s->index);

	value_format(key, field + key->offset, out, VALUE_LEN);
}

/* Calls for each key of a shown section, in the order of the lists. */
static void each_key(const struct shown *s, FILE *out,
    void (*print)(const struct shown *, const struct lab_key *, FILE *))
{
	for (size_t i = 0; i < lab_key_count; i++)
		if (lab_keys[i].section == s->section)
			print(s, &lab_keys[i], out);
	for (size_t i = 0; i < screen_key_count && s->section == SECTION_SCREEN; i++)
		print(s, &screen_keys[i], out);
}

static void print_key(const struct shown *s, const struct lab_key *key, FILE *out)
{
	char value[VALUE_LEN], range[VALUE_LEN];
	const char *mark = s->example ? ";" : "";

	format_default(take_sample(), s, key, value);
	value_range(key, range, sizeof range);
	fprintf(out, "; %s\n;   %s\n", key->sentence, range);
	fprintf(out, "%s%s =%s%s\n", mark, key->name, value[0] ? " " : "", value);
}

void conf_print_defaults(FILE *out)
{
	fprintf(out,
	    "; Every key of a lab with its default.  A line that begins with ; is a comment.\n");
	fprintf(out, "; Times are 30, 1.5 s, 500 ms or 2 min; a number alone is seconds.\n");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		fprintf(out, "\n%s[%s]\n", shown[i].example ? ";" : "", shown[i].title);
		if (shown[i].section == SECTION_LAB)
			fprintf(
			    out, "; %s (file name)\n;base = active-active.ini\n", base_sentence);
		each_key(&shown[i], out, print_key);
	}
}

static void print_row(const struct shown *s, const struct lab_key *key, FILE *out)
{
	char value[VALUE_LEN], range[VALUE_LEN];

	format_default(take_sample(), s, key, value);
	value_range(key, range, sizeof range);
	if (s->section == SECTION_UNIT && key->type == TYPE_NAME)
		snprintf(value, sizeof value, "ASA1, ASA2");
	fprintf(out, "| `%s` | %s%s%s | %s | %s |\n", key->name, value[0] ? "`" : "",
	    value[0] ? value : "must be given", value[0] ? "`" : "", range, key->sentence);
}

void conf_print_reference(FILE *out)
{
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		if (!shown[i].heading)
			continue;
		fprintf(out,
		    "%s### `%s`\n\n| key | default | takes | meaning |\n| --- | --- | --- | --- "
		    "|\n",
		    i == 0 ? "" : "\n", shown[i].heading);
		if (shown[i].section == SECTION_LAB)
			fprintf(out, "| `base` | none | file name | %s |\n", base_sentence);
		each_key(&shown[i], out, print_row);
	}
}

/* --- a lab ----------------------------------------------------------------------------------- */

/* A lab being printed, and a section of another with everything at its default. */
struct printing {
	const struct lab *lab;
	struct sample *sample;
	struct sink *out;
	char title[NAME_LEN + NAMEIF_LEN + 32]; /* of the section, as long as it has not been printed */
};

/* Opens the section, where it is not open yet. */
static void open_section(struct printing *p)
{
	if (p->title[0])
		sink_print(p->out, "%s[%s]\n", p->out->length > 0 ? "\n" : "", p->title);
	p->title[0] = '\0';
}

/* The value of a key as a file says it: a switch has its name. */
static void format_field(const struct printing *p, const struct lab_key *key, const char *field, char out[VALUE_LEN])
{
	uint32_t number;

	value_format(key, field, out, VALUE_LEN);
	if (key->type != TYPE_SWITCH)
		return;
	memcpy(&number, field, sizeof number);
	if (number != SWITCH_NONE)
		snprintf(out, VALUE_LEN, "%s", p->lab->switches[number - 1].name);
}

/* Prints the keys of a section that differ from the default. */
static void print_fields(struct printing *p, const struct lab_key *keys, size_t count, unsigned section,
    const char *fields, const char *defaults)
{
	char value[VALUE_LEN];

	for (size_t i = 0; i < count; i++) {
		const struct lab_key *key = &keys[i];

		if (key->section != section || memcmp(fields + key->offset, defaults + key->offset, key->size) == 0)
			continue;
		open_section(p);
		format_field(p, key, fields + key->offset, value);
		sink_print(p->out, "%s = %s\n", key->name, value);
	}
}

/* Prints a section of the lab, where it has anything to say; the default stands at `like` in the sample. A section with
 * a name of its own is there because it is named. */
static void print_section(struct printing *p, enum lab_section section, uint32_t index, uint32_t like, const char *name)
{
	bool named = section == SECTION_CONTEXT || section == SECTION_INTERFACE || section == SECTION_SWITCH;
	/* lab_section_at gives write access, which is not used here. */
	struct lab *lab = (struct lab *)(uintptr_t)p->lab;

	snprintf(p->title, sizeof p->title, "%s%s%s", lab_section_word(section), *name ? " " : "", name);
	if (named)
		open_section(p);
	print_fields(p, lab_keys, lab_key_count, section, lab_section_at(lab, section, index),
	    lab_section_at(&p->sample->lab, section, like));
}

/* Switches stand before the interfaces that are plugged into them, so that they keep their order. */
static void print_tables(struct printing *p)
{
	const struct lab *lab = p->lab;
	char name[NAME_LEN + NAMEIF_LEN + 2];

	for (uint32_t c = 0; c < lab->context_count; c++)
		print_section(p, SECTION_CONTEXT, c, 0, lab->contexts[c].name);
	for (uint32_t w = 0; w < lab->switch_count; w++)
		print_section(p, SECTION_SWITCH, w, 0, lab->switches[w].name);
	for (uint32_t i = 0; i < lab->iface_count; i++) {
		snprintf(name, sizeof name, "%s/%s", lab->contexts[lab->ifaces[i].context].name, lab->ifaces[i].name);
		print_section(p, SECTION_INTERFACE, i, 0, name);
	}
}

void conf_print_lab(const struct lab *lab, const struct screen_conf *screen, struct sink *out)
{
	struct printing p = { .lab = lab, .sample = take_sample(), .out = out };

	print_section(&p, SECTION_LAB, 0, 0, "");
	print_section(&p, SECTION_UNIT, PRIMARY, PRIMARY, "primary");
	print_section(&p, SECTION_UNIT, SECONDARY, SECONDARY, "secondary");
	print_section(&p, SECTION_FAILOVER, 0, 0, "");
	print_section(&p, SECTION_GROUP, 1, 1, "1");
	print_section(&p, SECTION_GROUP, 2, 2, "2");
	print_tables(&p);
	print_section(&p, SECTION_TIMING, 0, 0, "");
	print_section(&p, SECTION_MODEL, 0, 0, "");
	if (!screen)
		return;
	snprintf(p.title, sizeof p.title, "screen");
	print_fields(&p, screen_keys, screen_key_count, SECTION_SCREEN, (const char *)screen,
	    (const char *)&p.sample->screen);
}
