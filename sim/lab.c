/* The lab: its keys as a table, its defaults, its look-ups.
 *
 * Table and defaults both come from lab.def.  What a single key may say is checked where it is
 * read, what keys say together in lab_check.c. */
#include "sim/lab.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { ADDRESS_TEXT = 16 };

/* clang-format off */

/* The rows of one section: ROW(section, struct, field, key, type, default, least, most, unit, sentence). */
#define ROW(id, type_of, field, key, type, value, least, most, unit, sentence) \
	{ SECTION_##id, key, TYPE_##type, offsetof(struct type_of, field), \
	  sizeof(((struct type_of *)0)->field), least, most, unit, sentence },

const struct lab_key lab_keys[] = {
#define KEY_LAB(...) ROW(LAB, lab_conf, __VA_ARGS__)
#define KEY_UNIT(...) ROW(UNIT, unit_conf, __VA_ARGS__)
#define KEY_FAILOVER(...) ROW(FAILOVER, failover_conf, __VA_ARGS__)
#define KEY_GROUP(...) ROW(GROUP, group_conf, __VA_ARGS__)
#define KEY_CONTEXT(...) ROW(CONTEXT, context_conf, __VA_ARGS__)
#define KEY_INTERFACE(...) ROW(INTERFACE, interface_conf, __VA_ARGS__)
#define KEY_SWITCH(...) ROW(SWITCH, switch_conf, __VA_ARGS__)
#define KEY_TIMING(...) ROW(TIMING, timing_conf, __VA_ARGS__)
#define KEY_MODEL(...) ROW(MODEL, model_conf, __VA_ARGS__)
#include "sim/lab.def"
};
const size_t lab_key_count = sizeof lab_keys / sizeof *lab_keys;

#undef ROW

/* Sets a field of `x` to its default, by the type of its row. */
#define SET_TIME(f, v) x->f = (v);
#define SET_POWER(f, v) x->f = (v);
#define SET_NUMBER(f, v) x->f = (v);
#define SET_YES(f, v) x->f = (v);
#define SET_CHOICE(f, v) x->f = (v);
#define SET_CLOCK(f, v) x->f = (v);
#define SET_PREEMPT(f, v) x->f = (v);
#define SET_POLICY(f, v) x->f = (v);
#define SET_MONITOR(f, v) x->f = (v);
#define SET_SWITCH(f, v) x->f = (v);
#define SET_TITLE(f, v) copy_text(x->f, sizeof x->f, v);
#define SET_NAME(f, v) copy_text(x->f, sizeof x->f, v);
#define SET_PORT(f, v) copy_text(x->f, sizeof x->f, v);
#define SET_LINK(f, v) x->f = default_link(v);
#define SET_ADDRESS(f, v) x->f = default_address(v);
#define SET(field, key, type, value, ...) SET_##type(field, value)

/* clang-format on */

/* Copies a text, cut where the room ends; bytes behind it are cleared, as states are compared byte
 * by byte. */
static void copy_text(char *out, size_t size, const char *text)
{
	size_t length = strlen(text);

	if (length >= size)
		length = size - 1;
	memset(out, 0, size);
	memcpy(out, text, length);
}

/* A link of lab.def: "name port", or "none". */
static struct link_conf default_link(const char *text)
{
	struct link_conf link = { { 0 }, { 0 } };
	const char *blank = strchr(text, ' ');

	if (!blank)
		return link;
	assert((size_t)(blank - text) < sizeof link.name);
	memcpy(link.name, text, (size_t)(blank - text));
	copy_text(link.port, sizeof link.port, blank + 1);
	return link;
}

/* The next word of an address in lab.def, as a number. */
static uint32_t take_ip(const char **text)
{
	char word[ADDRESS_TEXT] = "";
	size_t length = strcspn(*text, " ");
	uint32_t ip = 0;
	bool fine;

	assert(length < sizeof word);
	memcpy(word, *text, length);
	*text += length + ((*text)[length] == ' ');
	fine = lab_ip_parse(word, &ip);
	assert(fine);
	return ip;
}

/* An address of lab.def: "IP MASK standby IP", or "none". */
static struct address default_address(const char *text)
{
	struct address a = { 0, 0, 0 };

	if (strcmp(text, "none") == 0)
		return a;
	a.ip = take_ip(&text);
	a.mask = take_ip(&text);
	assert(strncmp(text, "standby ", 8) == 0);
	text += 8;
	a.standby = take_ip(&text);
	return a;
}

static void init_head(struct lab_conf *x)
{
#define KEY_LAB SET
#include "sim/lab.def"
}

static void init_unit(struct unit_conf *x)
{
#define KEY_UNIT SET
#include "sim/lab.def"
}

static void init_failover(struct failover_conf *x)
{
#define KEY_FAILOVER SET
#include "sim/lab.def"
}

static void init_group(struct group_conf *x)
{
#define KEY_GROUP SET
#include "sim/lab.def"
}

static void init_context(struct context_conf *x)
{
#define KEY_CONTEXT SET
#include "sim/lab.def"
}

static void init_interface(struct interface_conf *x)
{
#define KEY_INTERFACE SET
#include "sim/lab.def"
}

static void init_switch(struct switch_conf *x)
{
#define KEY_SWITCH SET
#include "sim/lab.def"
}

static void init_timing(struct timing_conf *x)
{
#define KEY_TIMING SET
#include "sim/lab.def"
}

static void init_model(struct model_conf *x)
{
#define KEY_MODEL SET
#include "sim/lab.def"
}

void lab_group_default(struct group_conf *group)
{
	init_group(group);
}

void lab_init(struct lab *lab)
{
	memset(lab, 0, offsetof(struct lab, contexts));
	init_head(&lab->head);
	for (int u = 0; u < UNIT_COUNT; u++) {
		struct unit_conf *unit = &lab->unit[u];

		init_unit(unit);
		assert(strlen(unit->name) + 1 < sizeof unit->name);
		unit->name[strlen(unit->name)] = (char)('1' + u);
	}
	init_failover(&lab->failover);
	for (int g = 1; g < GROUP_COUNT; g++)
		init_group(&lab->group[g]);
	init_timing(&lab->timing);
	init_model(&lab->model);
	lab_add_context(lab, "admin");
}

int lab_add_context(struct lab *lab, const char *name)
{
	struct context_conf *context = &lab->contexts[lab->context_count];

	if (lab->context_count == CONTEXT_MAX)
		return -1;
	memset(context, 0, sizeof *context);
	init_context(context);
	copy_text(context->name, sizeof context->name, name);
	return (int)lab->context_count++;
}

int lab_add_iface(struct lab *lab, uint32_t context, const char *nameif)
{
	struct interface_conf *iface = &lab->ifaces[lab->iface_count];

	assert(context < lab->context_count);
	if (lab->iface_count == IFACE_MAX)
		return -1;
	memset(iface, 0, sizeof *iface);
	init_interface(iface);
	copy_text(iface->name, sizeof iface->name, nameif);
	iface->context = context;
	return (int)lab->iface_count++;
}

int lab_add_switch(struct lab *lab, const char *name)
{
	struct switch_conf *one = &lab->switches[lab->switch_count];

	if (lab->switch_count == SWITCH_MAX)
		return -1;
	memset(one, 0, sizeof *one);
	init_switch(one);
	copy_text(one->name, sizeof one->name, name);
	return (int)lab->switch_count++;
}

int lab_find_context(const struct lab *lab, const char *name)
{
	for (uint32_t i = 0; i < lab->context_count; i++)
		if (strcmp(lab->contexts[i].name, name) == 0)
			return (int)i;
	return -1;
}

int lab_find_iface(const struct lab *lab, uint32_t context, const char *nameif)
{
	for (uint32_t i = 0; i < lab->iface_count; i++)
		if (lab->ifaces[i].context == context && strcmp(lab->ifaces[i].name, nameif) == 0)
			return (int)i;
	return -1;
}

int lab_find_switch(const struct lab *lab, const char *name)
{
	for (uint32_t i = 0; i < lab->switch_count; i++)
		if (strcmp(lab->switches[i].name, name) == 0)
			return (int)i;
	return -1;
}

bool lab_monitored(const struct interface_conf *i)
{
	if (i->monitor == MONITOR_DEFAULT)
		return strchr(i->port, '.') == NULL;
	return i->monitor != 0;
}

bool failover_stateful(const struct failover_conf *f)
{
	return f->link.name[0] != '\0';
}

bool failover_link_shared(const struct failover_conf *f)
{
	return failover_stateful(f) && strcmp(f->link.name, f->lan.name) == 0;
}

bool lab_stateful(const struct lab *lab)
{
	return failover_stateful(&lab->failover);
}

bool lab_link_shared(const struct lab *lab)
{
	return failover_link_shared(&lab->failover);
}

const char *lab_section_word(enum lab_section section)
{
	static const char *const words[] = {
#define SECTION(id, word, many) word,
		LAB_SECTIONS(SECTION)
#undef SECTION
	};

	assert(section < SECTION_COUNT);
	return words[section];
}

bool lab_section_many(enum lab_section section)
{
	static const bool many_of[] = {
#define SECTION(id, word, many) many,
		LAB_SECTIONS(SECTION)
#undef SECTION
	};

	assert(section < SECTION_COUNT);
	return many_of[section];
}

void *lab_section_at(struct lab *lab, enum lab_section section, uint32_t index)
{
	const struct {
		void *first;
		size_t size;
		uint32_t count;
	} sections[SECTION_COUNT] = {
		[SECTION_LAB] = { &lab->head, sizeof lab->head, 1 },
		[SECTION_UNIT] = { lab->unit, sizeof *lab->unit, UNIT_COUNT },
		[SECTION_FAILOVER] = { &lab->failover, sizeof lab->failover, 1 },
		[SECTION_GROUP] = { lab->group, sizeof *lab->group, GROUP_COUNT },
		[SECTION_CONTEXT] = { lab->contexts, sizeof *lab->contexts, lab->context_count },
		[SECTION_INTERFACE] = { lab->ifaces, sizeof *lab->ifaces, lab->iface_count },
		[SECTION_SWITCH] = { lab->switches, sizeof *lab->switches, lab->switch_count },
		[SECTION_TIMING] = { &lab->timing, sizeof lab->timing, 1 },
		[SECTION_MODEL] = { &lab->model, sizeof lab->model, 1 },
	};

	assert(section < SECTION_COUNT);
	assert(index < sections[section].count);
	return (char *)sections[section].first + index * sections[section].size;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

const char *lab_port_kind(const char *text, size_t length)
{
	static const char *const kinds[] = { "GigabitEthernet", "TenGigabitEthernet", "FastEthernet", "Ethernet",
		"Management", "Port-channel", "Redundant", "FortyGigabitEthernet" };

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && length > 0; k++) {
		size_t same = 0;

		while (same < length && lower(kinds[k][same]) == lower(text[same]))
			same++;
		if (same == length)
			return kinds[k];
	}
	return NULL;
}

bool lab_ip_parse(const char *text, uint32_t *ip)
{
	uint32_t all = 0;

	for (int part = 0; part < 4; part++) {
		uint32_t value = 0;
		int digits = 0;

		for (; *text >= '0' && *text <= '9' && digits < 4; text++, digits++)
			value = value * 10 + (uint32_t)(*text - '0');
		if (digits == 0 || digits > 3 || value > 255)
			return false;
		if (*text != (part < 3 ? '.' : '\0'))
			return false;
		text++;
		all = all << 8 | value;
	}
	*ip = all;
	return true;
}

void lab_ip_print(uint32_t ip, char out[16])
{
	snprintf(out, ADDRESS_TEXT, "%u.%u.%u.%u", ip >> 24 & 255, ip >> 16 & 255, ip >> 8 & 255,
	    ip & 255);
}

void lab_copy(struct lab *to, const struct lab *from)
{
	memcpy(to, from, offsetof(struct lab, contexts));
	memcpy(to->contexts, from->contexts, from->context_count * sizeof from->contexts[0]);
	memcpy(to->ifaces, from->ifaces, from->iface_count * sizeof from->ifaces[0]);
}

bool lab_equal(const struct lab *a, const struct lab *b)
{
	return memcmp(a, b, offsetof(struct lab, contexts)) == 0 &&
	    memcmp(a->contexts, b->contexts, a->context_count * sizeof a->contexts[0]) == 0 &&
	    memcmp(a->ifaces, b->ifaces, a->iface_count * sizeof a->ifaces[0]) == 0;
}
