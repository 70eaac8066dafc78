/* What can be wrong with a lab as a whole: what only shows when every key is known.
 *
 * Rules between keys (from lab.def), ports that are used twice, addresses that cannot work.  Each
 * check ends in a sentence about one section and, mostly, one key of it, so that a reader of files
 * can say on which line. */
#include "sim/lab.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
	ADDRESS_TEXT = 16,
	LEG_TEXT = NAME_LEN + NAMEIF_LEN,
};

enum { ERROR = 0, WARNING = 1 };

/* A check under way: where problems go, and how many there were. */
struct check {
	const struct lab *lab;
	struct lab_problem *problems;
	size_t most, count;
	struct lab_problem spill; /* takes what is over */
};

/* A place for one more problem.  Where there is none, an error takes that of the last warning. */
static struct lab_problem *find_room(struct check *c, bool warning)
{
	if (c->count < c->most)
		return &c->problems[c->count];
	for (size_t i = c->most; i > 0 && !warning; i--)
		if (c->problems[i - 1].warning)
			return &c->problems[i - 1];
	return &c->spill;
}

/* The next problem, everything filled in but its sentence. */
static struct lab_problem *add_problem(
    struct check *c, enum lab_section section, uint32_t index, const char *key, bool warning)
{
	struct lab_problem *p = find_room(c, warning);

	c->count++;
	p->section = section;
	p->index = index;
	p->key = key;
	p->warning = warning;
	p->sentence[0] = '\0';
	return p;
}

/* Adds a problem with its sentence; the sentence is a format and its arguments. */
#define COMPLAIN(c, section, index, key, warning, ...)                                 \
	do {                                                                           \
		struct lab_problem *p_ = add_problem(c, section, index, key, warning); \
		snprintf(p_->sentence, sizeof p_->sentence, __VA_ARGS__);              \
	} while (0)

/* An interface in the words of a file: CONTEXT/NAMEIF. */
static const char *leg_name(
    const struct lab *lab, const struct interface_conf *i, char out[LEG_TEXT])
{
	assert(i->context < lab->context_count);
	snprintf(out, LEG_TEXT, "%s/%s", lab->contexts[i->context].name, i->name);
	return out;
}

/* Is it one port, or are they subinterfaces of one? */
static bool same_parent(const char *a, const char *b)
{
	size_t length = strcspn(a, ".");

	return length > 0 && length == strcspn(b, ".") && strncmp(a, b, length) == 0;
}

/* Do both networks have an address in common? */
static bool overlap(const struct address *a, const struct address *b)
{
	uint32_t mask = a->mask & b->mask;

	return a->ip && b->ip && (a->ip & mask) == (b->ip & mask);
}

/* Which special address of its network this is, in words; NULL where a host can have it.  Networks
 * of two addresses have none. */
static const char *special_address(uint32_t ip, uint32_t mask)
{
	if (~mask <= 1)
		return NULL;
	if ((ip & ~mask) == 0)
		return "network";
	return (ip | mask) == 0xffffffff ? "broadcast" : NULL;
}

/* Can both units have these addresses? */
static void check_address(struct check *c, enum lab_section section, uint32_t index,
    const char *key, const struct address *a)
{
	const char *special = special_address(a->ip, a->mask);
	char ip[ADDRESS_TEXT], standby[ADDRESS_TEXT];

	lab_ip_print(a->ip, ip);
	lab_ip_print(a->standby, standby);
	if (a->ip && special)
		COMPLAIN(c, section, index, key, ERROR, "%s is the %s address of its network", ip,
		    special);
	if (!a->ip || !a->standby)
		return;
	special = special_address(a->standby, a->mask);
	if (a->standby == a->ip)
		COMPLAIN(c, section, index, key, ERROR,
		    "the standby address %s is the active address as well", standby);
	else if ((a->standby & a->mask) != (a->ip & a->mask))
		COMPLAIN(c, section, index, key, ERROR,
		    "the standby address %s is outside the subnet of %s", standby, ip);
	else if (special)
		COMPLAIN(c, section, index, key, ERROR,
		    "the standby address %s is the %s address of its network", standby, special);
}

/* The n-th thing that a fault can name: units, both links, switches. NULL behind the last. */
static const char *nth_name(const struct lab *lab, uint32_t n, enum lab_section *section, uint32_t *index,
    const char **key)
{
	*key = NULL;
	*index = 0;
	*section = SECTION_FAILOVER;
	if (n < UNIT_COUNT) {
		*section = SECTION_UNIT;
		*index = n;
		*key = "name";
		return lab->unit[n].name;
	}
	n -= UNIT_COUNT;
	if (n < 2) {
		bool none = n == 1 && (!lab_stateful(lab) || lab_link_shared(lab));

		*key = n == 0 ? "lan interface" : "link";
		return none ? "" : n == 0 ? lab->failover.lan.name : lab->failover.link.name;
	}
	*section = SECTION_SWITCH;
	*index = n - 2;
	return *index < lab->switch_count ? lab->switches[*index].name : NULL;
}

/* What has the name of another thing, or of a word of commands, could not be meant by a fault. */
static void check_names(struct check *c)
{
	static const char *const words[] = { "primary", "secondary", "all" };
	enum lab_section section, ignored;
	uint32_t index, other;
	const char *key, *name, *same;

	for (uint32_t n = 0; (name = nth_name(c->lab, n, &section, &index, &key)) != NULL; n++) {
		for (size_t w = 0; w < sizeof words / sizeof *words; w++)
			if (strcmp(name, words[w]) == 0)
				COMPLAIN(c, section, index, key, ERROR, "'%s' is a word of commands and can be nobody's name", name);
		for (uint32_t before = 0; before < n && name[0] != '\0'; before++) {
			const char *other_key;

			same = nth_name(c->lab, before, &ignored, &other, &other_key);
			if (same && strcmp(same, name) == 0 && !(section == SECTION_UNIT && ignored == SECTION_UNIT))
				COMPLAIN(c, section, index, key, ERROR, "something else is called %s already", name);
		}
	}
}

static void check_units(struct check *c)
{
	const struct unit_conf *unit = c->lab->unit;

	if (strcmp(unit[PRIMARY].name, unit[SECONDARY].name) == 0)
		COMPLAIN(c, SECTION_UNIT, SECONDARY, "name", ERROR, "both units are called %s",
		    unit[PRIMARY].name);
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (unit[u].power_on != 0 && c->lab->head.start == START_SETTLED)
			COMPLAIN(c, SECTION_UNIT, u, "power-on", WARNING,
			    "power-on does nothing unless [lab] says start = boot");
}

/* The rules of lab.def. */
static void check_rules(struct check *c)
{
	const struct lab *lab = c->lab;

#define RULE_FAILOVER(key, condition, sentence)                                       \
	{                                                                             \
		const struct failover_conf *x = &lab->failover;                       \
		if (!(condition))                                                     \
			COMPLAIN(c, SECTION_FAILOVER, 0, key, ERROR, "%s", sentence); \
	}
#define RULE_GROUP(key, condition, sentence)                                       \
	for (uint32_t g = 1; g < GROUP_COUNT; g++) {                               \
		const struct group_conf *x = &lab->group[g];                       \
		if (!(condition))                                                  \
			COMPLAIN(c, SECTION_GROUP, g, key, ERROR, "%s", sentence); \
	}
#include "sim/lab.def"
}

/* A state link with a port of its own. */
static void check_own_link(struct check *c)
{
	const struct failover_conf *f = &c->lab->failover;

	if (!f->link.port[0])
		COMPLAIN(c, SECTION_FAILOVER, 0, "link", ERROR,
		    "the state link %s needs a port, or the failover link's name (%s) to share it",
		    f->link.name, f->lan.name);
	else if (strcmp(f->link.port, f->lan.port) == 0)
		COMPLAIN(c, SECTION_FAILOVER, 0, "link", ERROR,
		    "%s is the failover link %s already; to share it, the state link takes its "
		    "name",
		    f->link.port, f->lan.name);
	if (!f->link_ip.ip)
		COMPLAIN(c, SECTION_FAILOVER, 0, "interface ip link", ERROR,
		    "the state link %s has no addresses (interface ip link)", f->link.name);
	else if (overlap(&f->lan_ip, &f->link_ip))
		COMPLAIN(c, SECTION_FAILOVER, 0, "interface ip link", ERROR,
		    "the state link is in the network of the failover link");
}

/* The failover link and the state link, as to each other. */
static void check_links(struct check *c)
{
	const struct failover_conf *f = &c->lab->failover;
	bool shared = lab_link_shared(c->lab);

	if (!f->lan.name[0] || !f->lan.port[0])
		COMPLAIN(c, SECTION_FAILOVER, 0, "lan interface", ERROR,
		    "a pair needs a failover link: a name and a port");
	check_address(c, SECTION_FAILOVER, 0, "interface ip lan", &f->lan_ip);
	check_address(c, SECTION_FAILOVER, 0, "interface ip link", &f->link_ip);
	if (shared && f->link.port[0] && strcmp(f->link.port, f->lan.port) != 0)
		COMPLAIN(c, SECTION_FAILOVER, 0, "link", ERROR,
		    "%s is on %s; the state link cannot be %s on %s", f->lan.name, f->lan.port,
		    f->link.name, f->link.port);
	if (lab_stateful(c->lab) && !shared)
		check_own_link(c);
	else if (f->link_ip.ip)
		COMPLAIN(c, SECTION_FAILOVER, 0, "interface ip link", WARNING,
		    "there is no state link of its own that could have these addresses");
}

/* Can the group's policy ever be met? */
static void check_policy(struct check *c, uint32_t group)
{
	const struct lab *lab = c->lab;
	uint32_t policy = lab->group[group].policy, monitored = 0;

	for (uint32_t i = 0; i < lab->iface_count; i++)
		if (lab->contexts[lab->ifaces[i].context].group == group &&
		    lab_monitored(&lab->ifaces[i]))
			monitored++;
	if (!(policy & POLICY_PERCENT) && monitored > 0 && policy > monitored)
		COMPLAIN(c, SECTION_GROUP, group, "interface-policy", WARNING,
		    "interface-policy %u is never met: group %u has %u monitored interface%s",
		    policy, group, monitored, monitored == 1 ? "" : "s");
}

static void check_contexts(struct check *c)
{
	const struct lab *lab = c->lab;

	if (lab->context_count > 0 && lab->contexts[0].group != 1)
		COMPLAIN(c, SECTION_CONTEXT, 0, "join-failover-group", ERROR,
		    "the admin context is always in group 1");
	for (uint32_t i = 0; i < lab->context_count; i++) {
		const struct context_conf *x = &lab->contexts[i];

		if (x->group < 1 || x->group >= GROUP_COUNT)
			COMPLAIN(c, SECTION_CONTEXT, i, "join-failover-group", ERROR,
			    "there is no group %u: there are two failover groups, 1 and 2",
			    x->group);
		if (lab_find_context(lab, x->name) != (int)i)
			COMPLAIN(c, SECTION_CONTEXT, i, NULL, ERROR, "there are two contexts %s",
			    x->name);
	}
}

/* A port of a context that is a link of the failover pair; the page's own pair has that mistake. */
static void check_link_port(
    struct check *c, uint32_t index, const struct link_conf *link, const char *what)
{
	const struct interface_conf *x = &c->lab->ifaces[index];

	if (link->name[0] && same_parent(x->port, link->port))
		COMPLAIN(c, SECTION_INTERFACE, index, "port", ERROR,
		    "%s is the %s %s; it cannot be allocated to context %s", link->port, what,
		    link->name, c->lab->contexts[x->context].name);
}

/* What one interface lacks. */
static void check_iface(struct check *c, uint32_t index)
{
	const struct lab *lab = c->lab;
	const struct interface_conf *x = &lab->ifaces[index];
	char leg[LEG_TEXT];

	leg_name(lab, x, leg);
	if (!x->port[0])
		COMPLAIN(c, SECTION_INTERFACE, index, "port", ERROR, "%s has no port", leg);
	check_link_port(c, index, &lab->failover.lan, "failover link");
	if (!lab_link_shared(lab) && strcmp(lab->failover.lan.port, lab->failover.link.port) != 0)
		check_link_port(c, index, &lab->failover.link, "state link");
	if (x->attached == SWITCH_NONE)
		COMPLAIN(c, SECTION_INTERFACE, index, "switch", WARNING,
		    "%s is plugged into no switch: no hello can pass to its mate", leg);
	check_address(c, SECTION_INTERFACE, index, "ip address", &x->address);
	if (!lab_monitored(x))
		return;
	if (!x->address.ip)
		COMPLAIN(c, SECTION_INTERFACE, index, "ip address", WARNING,
		    "%s is monitored and has no address: such an interface cannot be heard by its "
		    "mate",
		    leg);
	else if (!x->address.standby)
		COMPLAIN(c, SECTION_INTERFACE, index, "ip address", WARNING,
		    "%s has no standby address: such an interface cannot be heard by its mate and "
		    "stays "
		    "Normal (Waiting)",
		    leg);
}

/* Is it one wire: the same switch, and the same tag or none? */
static bool same_wire(const struct interface_conf *a, const struct interface_conf *b)
{
	const char *tag_a = strchr(a->port, '.'), *tag_b = strchr(b->port, '.');

	if (a->attached == SWITCH_NONE || a->attached != b->attached)
		return false;
	return tag_a && tag_b ? strcmp(tag_a, tag_b) == 0 : tag_a == tag_b;
}

/* An address that both have, or 0. */
static uint32_t common_address(const struct address *a, const struct address *b)
{
	if (a->ip && (a->ip == b->ip || a->ip == b->standby))
		return a->ip;
	return a->standby && (a->standby == b->ip || a->standby == b->standby) ? a->standby : 0;
}

/* Two interfaces as to each other; the later one is to blame. */
static void check_two(struct check *c, uint32_t first, uint32_t later)
{
	const struct interface_conf *a = &c->lab->ifaces[first], *b = &c->lab->ifaces[later];
	bool one_context = a->context == b->context;
	bool one_name = one_context && strcmp(a->name, b->name) == 0;
	bool one_port = b->port[0] && strcmp(a->port, b->port) == 0;
	bool one_network = one_context && overlap(&a->address, &b->address);
	uint32_t common = same_wire(a, b) ? common_address(&b->address, &a->address) : 0;
	char leg[LEG_TEXT], ip[ADDRESS_TEXT];

	if (!one_name && !one_port && !one_network && !common)
		return;
	leg_name(c->lab, a, leg);
	if (one_name)
		COMPLAIN(
		    c, SECTION_INTERFACE, later, NULL, ERROR, "there are two interfaces %s", leg);
	if (one_port && one_context)
		COMPLAIN(c, SECTION_INTERFACE, later, "port", ERROR,
		    "%s is allocated to %s already", b->port, leg);
	else if (one_port)
		COMPLAIN(c, SECTION_INTERFACE, later, "port", WARNING, "%s is shared with %s",
		    b->port, leg);
	if (one_network) {
		COMPLAIN(c, SECTION_INTERFACE, later, "ip address", ERROR,
		    "%s is in the same network as %s", b->name, leg);
	} else if (common) {
		lab_ip_print(common, ip);
		COMPLAIN(c, SECTION_INTERFACE, later, "ip address", ERROR,
		    "%s is an address of %s as well, on the same wire", ip, leg);
	}
}

size_t lab_check(const struct lab *lab, struct lab_problem *problems, size_t most)
{
	struct check c = { .lab = lab, .problems = problems, .most = most };

	check_names(&c);
	check_units(&c);
	check_rules(&c);
	check_links(&c);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		check_policy(&c, g);
	check_contexts(&c);
	for (uint32_t i = 0; i < lab->iface_count; i++) {
		check_iface(&c, i);
		for (uint32_t earlier = 0; earlier < i; earlier++)
			check_two(&c, earlier, i);
	}
	return c.count;
}
