/* Configuration lines; see conf_line.h. */
#include "sim/cli/conf_line.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/group.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/unit.h"

enum { HOLD_POLLS = 3, IF_HOLD_POLLS = 5, UNIT_HOLD_LEAST_MS = 800, IF_HOLD_LEAST_MS = 5000 };

/* --- what the device takes --------------------------------------------------------------------------------- */

static bool same_port(const char *a, const char *b)
{
	size_t length = strcspn(a, ".");

	return length > 0 && length == strcspn(b, ".") && strncmp(a, b, length) == 0;
}

/* Has the port another use than the one that it is to have? */
static bool port_taken(const struct sim *s, uint32_t u, const char *port, enum wire wire)
{
	const struct failover_conf *f = &s->unit[u].conf.failover;

	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (same_port(s->lab.ifaces[i].port, port))
			return true;
	return same_port(wire == WIRE_LAN ? f->link.port : f->lan.port, port);
}

/* Ones, then zeros. */
static bool is_mask(uint32_t mask)
{
	return mask != 0 && (~mask & (~mask + 1)) == 0;
}

/* Networks of two addresses have none for the network and for broadcasts. */
static bool is_host(uint32_t ip, uint32_t mask)
{
	return ~mask <= 1 || ((ip & ~mask) != 0 && (ip | mask) != 0xffffffff);
}

static enum refusal check_address(const struct address *a)
{
	if (!is_mask(a->mask))
		return REFUSAL_BAD_MASK;
	if (a->ip == 0 || !is_host(a->ip, a->mask))
		return REFUSAL_BAD_ADDRESS;
	if (a->standby != 0 && (a->standby == a->ip || (a->standby & a->mask) != (a->ip & a->mask) ||
	    !is_host(a->standby, a->mask)))
		return REFUSAL_BAD_STANDBY;
	return REFUSAL_NONE;
}

/* An address of a data interface: its network belongs to no other interface of the context. */
static enum refusal check_own_network(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		const struct address *a = &s->legs[i][u].conf.address;
		uint32_t mask = a->mask & line->address.mask;

		if (i != line->iface && s->lab.ifaces[i].context == line->context && a->ip != 0 &&
		    (a->ip & mask) == (line->address.ip & mask))
			return REFUSAL_OVERLAP;
	}
	return check_address(&line->address);
}

static enum refusal check_link(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	const struct link_conf *lan = &s->unit[u].conf.failover.lan;

	if (strcmp(line->name, lan->name) == 0)
		return line->port[0] == '\0' || strcmp(line->port, lan->port) == 0 ? REFUSAL_NONE : REFUSAL_PORT_TAKEN;
	if (line->port[0] == '\0')
		return REFUSAL_NO_PORT;
	return port_taken(s, u, line->port, WIRE_STATE) ? REFUSAL_PORT_TAKEN : REFUSAL_NONE;
}

static enum refusal check_link_address(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	const struct failover_conf *f = &s->unit[u].conf.failover;

	if (strcmp(line->name, f->lan.name) != 0 && strcmp(line->name, f->link.name) != 0)
		return REFUSAL_NO_LINK;
	return check_address(&line->address);
}

/* Contexts of a group; admin is in group 1 and goes nowhere. */
static bool has_contexts(const struct sim *s, uint32_t u, uint32_t g)
{
	for (uint32_t c = 1; c < s->lab.context_count; c++)
		if (context_group(s, u, c) == g)
			return true;
	return false;
}

/* A group that contexts have joined stays, and group 1 is removed last [G84]. In group 1 a context is by default. */
static enum refusal check_no_group(const struct sim *s, uint32_t u, uint32_t g)
{
	const struct running_conf *conf = &s->unit[u].conf;

	if (!conf->exists[g])
		return REFUSAL_NO_GROUP;
	if (g == 1 && conf->exists[2])
		return REFUSAL_GROUP_1_LAST;
	return g == 2 && has_contexts(s, u, g) ? REFUSAL_GROUP_IN_USE : REFUSAL_NONE;
}

static enum refusal check_join(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	if (line->context == 0 && line->group != 1)
		return REFUSAL_ADMIN;
	return s->unit[u].conf.exists[line->group] ? REFUSAL_NONE : REFUSAL_NO_GROUP;
}

/* No two interfaces of one context are in the same asr group [G84]. */
static enum refusal check_asr(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (i != line->iface && s->lab.ifaces[i].context == line->context &&
		    s->legs[i][u].conf.asr == line->number)
			return REFUSAL_ASR_TWICE;
	return REFUSAL_NONE;
}

/* The row of a port in a group's table of MAC addresses; or, for "", the first free one. MAC_MAX where there is none. */
static uint32_t mac_row(const struct running_conf *conf, uint32_t g, const char *port)
{
	uint32_t m = 0;

	while (m < MAC_MAX && strcmp(conf->mac[g][m].port, port) != 0)
		m++;
	return m;
}

/* While mac-address auto is on, a MAC may not begin with A2 [CREF]. */
static enum refusal check_mac(const struct running_conf *conf, const struct conf_line *line)
{
	if (conf->mac_auto != MAC_AUTO_OFF && (line->active[0] == 0xa2 || line->standby[0] == 0xa2))
		return REFUSAL_MAC_A2;
	if (mac_row(conf, line->group, line->port) == MAC_MAX && mac_row(conf, line->group, "") == MAC_MAX)
		return REFUSAL_MAC_FULL;
	return REFUSAL_NONE;
}

enum refusal conf_line_check(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	const struct running_conf *conf = &s->unit[u].conf;

	if (line->context == IFACE_NONE || line->iface == IFACE_NONE)
		return line->context == IFACE_NONE ? REFUSAL_NO_CONTEXT : REFUSAL_NO_INTERFACE;
	switch ((enum typed)line->typed) {
	case TYPED_ON:
		return conf->exists[1] ? REFUSAL_NONE : REFUSAL_NO_GROUPS;
	case TYPED_POLLTIME:
		return line->hold_ms != 0 && line->hold_ms < HOLD_POLLS * line->poll_ms ? REFUSAL_HOLD_SHORT : REFUSAL_NONE;
	case TYPED_IF_POLLTIME:
	case TYPED_GROUP_POLLTIME:
		return line->hold_ms != 0 && line->hold_ms < IF_HOLD_POLLS * line->poll_ms ? REFUSAL_IF_HOLD_SHORT :
		    REFUSAL_NONE;
	case TYPED_LAN_INTERFACE:
		return port_taken(s, u, line->port, WIRE_LAN) ? REFUSAL_PORT_TAKEN : REFUSAL_NONE;
	case TYPED_LINK:
		return check_link(s, u, line);
	case TYPED_LINK_IP:
		return check_link_address(s, u, line);
	case TYPED_NO_GROUP:
		return check_no_group(s, u, line->group);
	case TYPED_MAC:
		return check_mac(conf, line);
	case TYPED_NO_MAC:
		return mac_row(conf, line->group, line->port) == MAC_MAX ? REFUSAL_NO_MAC : REFUSAL_NONE;
	case TYPED_JOIN:
		return check_join(s, u, line);
	case TYPED_ADDRESS:
		return check_own_network(s, u, line);
	case TYPED_ASR:
		return check_asr(s, u, line);
	default:
		return REFUSAL_NONE;
	}
}

/* --- the configuration ------------------------------------------------------------------------------------- */

/* What the device makes of the holdtime when only a polltime is typed is not known.  Here it stays where it may, and
 * is else the least that the device takes [inferred]. */
static uint32_t hold_for(uint32_t hold_ms, uint32_t least_ms, uint32_t floor_ms)
{
	if (hold_ms >= least_ms)
		return hold_ms;
	if (least_ms < floor_ms)
		least_ms = floor_ms;
	return least_ms < 1000 ? least_ms : (least_ms + 999) / 1000 * 1000;
}

static void set_polltime(struct failover_conf *f, const struct conf_line *line)
{
	f->polltime = line->poll_ms;
	f->holdtime = line->hold_ms ? line->hold_ms :
	    hold_for(f->holdtime, HOLD_POLLS * f->polltime, UNIT_HOLD_LEAST_MS);
}

static void set_if_polltime(uint32_t *poll_ms, uint32_t *hold_ms, const struct conf_line *line)
{
	*poll_ms = line->poll_ms;
	*hold_ms = line->hold_ms ? line->hold_ms : hold_for(*hold_ms, IF_HOLD_POLLS * line->poll_ms, IF_HOLD_LEAST_MS);
}

/* A name alone shares the failover link's port. */
static struct link_conf link_of(const struct failover_conf *f, const struct conf_line *line)
{
	struct link_conf link = f->lan;

	if (strcmp(line->name, f->lan.name) != 0) {
		memcpy(link.name, line->name, sizeof link.name);
		memcpy(link.port, line->port, sizeof link.port);
	}
	return link;
}

/* Another name or port of the failover link; a state link that shares it goes with it. */
static void set_lan(struct failover_conf *f, const struct conf_line *line)
{
	bool shared = failover_link_shared(f);

	memcpy(f->lan.name, line->name, sizeof f->lan.name);
	memcpy(f->lan.port, line->port, sizeof f->lan.port);
	if (shared)
		f->link = f->lan;
}

static void set_mac(struct running_conf *conf, const struct conf_line *line)
{
	uint32_t m = mac_row(conf, line->group, line->port);
	struct mac_conf *row = &conf->mac[line->group][m < MAC_MAX ? m : mac_row(conf, line->group, "")];

	memcpy(row->port, line->port, sizeof row->port);
	memcpy(row->active, line->active, sizeof row->active);
	memcpy(row->standby, line->standby, sizeof row->standby);
}

static void drop_mac(struct running_conf *conf, const struct conf_line *line)
{
	uint32_t m = mac_row(conf, line->group, line->port);

	if (m < MAC_MAX)
		memset(&conf->mac[line->group][m], 0, sizeof conf->mac[line->group][m]);
}

/* Lines of a failover group. */
static void write_group(struct running_conf *conf, const struct conf_line *line)
{
	struct group_conf *group = &conf->group[line->group];

	switch ((enum typed)line->typed) {
	case TYPED_GROUP:
		if (!conf->exists[line->group])
			lab_group_default(group);
		conf->exists[line->group] = 1;
		break;
	case TYPED_NO_GROUP:
		conf->exists[line->group] = conf->http[line->group] = 0;
		memset(conf->mac[line->group], 0, sizeof conf->mac[line->group]);
		break;
	case TYPED_PRIMARY:
	case TYPED_SECONDARY:
		group->preferred = line->typed == TYPED_PRIMARY ? PRIMARY : SECONDARY;
		break;
	case TYPED_PREEMPT:
		group->preempt = line->number;
		break;
	case TYPED_NO_PREEMPT:
		group->preempt = PREEMPT_OFF;
		break;
	case TYPED_GROUP_POLICY:
		group->policy = line->number;
		break;
	case TYPED_GROUP_POLLTIME:
		set_if_polltime(&group->polltime, &group->holdtime, line);
		break;
	case TYPED_GROUP_HTTP:
	case TYPED_NO_GROUP_HTTP:
		conf->http[line->group] = line->typed == TYPED_GROUP_HTTP;
		break;
	case TYPED_MAC:
		set_mac(conf, line);
		break;
	case TYPED_NO_MAC:
		drop_mac(conf, line);
		break;
	default:
		assert(0);
	}
}

/* Lines of the system space. */
static void write_system(struct unit *unit, const struct conf_line *line)
{
	struct running_conf *conf = &unit->conf;
	struct failover_conf *f = &conf->failover;

	switch ((enum typed)line->typed) {
	case TYPED_POLLTIME:
		set_polltime(f, line);
		break;
	case TYPED_LINK_POLL:
		f->link_state = line->poll_ms;
		break;
	case TYPED_IF_POLLTIME:
		set_if_polltime(&conf->interface_poll, &conf->interface_hold, line);
		break;
	case TYPED_LAN_UNIT:
		unit->role = (uint8_t)line->number;
		break;
	case TYPED_LAN_INTERFACE:
		set_lan(f, line);
		break;
	case TYPED_LINK:
		f->link = link_of(f, line);
		break;
	case TYPED_NO_LINK:
		f->link = (struct link_conf){ .name = "" };
		break;
	case TYPED_LINK_IP:
		*(strcmp(line->name, f->lan.name) == 0 ? &f->lan_ip : &f->link_ip) = line->address;
		break;
	case TYPED_KEY:
	case TYPED_NO_KEY:
		conf->key = line->typed == TYPED_KEY ? line->number : 0;
		break;
	case TYPED_HTTP:
	case TYPED_NO_HTTP:
		conf->http[0] = line->typed == TYPED_HTTP;
		break;
	case TYPED_POLICY:
		conf->interface_policy = line->number;
		break;
	case TYPED_MAC_AUTO:
		conf->mac_auto = MAC_AUTO_NO_PREFIX;
		break;
	case TYPED_MAC_PREFIX:
		conf->mac_auto = line->number;
		break;
	case TYPED_NO_MAC_AUTO:
		conf->mac_auto = MAC_AUTO_OFF;
		break;
	default:
		write_group(conf, line);
	}
}

/* --- what follows ------------------------------------------------------------------------------------------ */

/* Every machine looks again, by what its group is told to do now. */
static void look_again(struct sim *s, uint32_t u, uint32_t cause)
{
	for (uint32_t g = 0; g < GROUP_COUNT; g++) {
		s->unit[u].conf_cause[g] = cause;
		unit_look(s, u, g);
	}
}

/* An interface is monitored, or no longer, or its context has another group. */
static void move_members(struct sim *s, uint32_t u, uint32_t cause)
{
	iface_members_changed(s, u, cause);
	s->service_changed = s->dirty = 1;
}

static void set_leg(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause)
{
	struct leg_conf *leg = &s->legs[line->iface][u].conf;

	if (line->typed == TYPED_MONITOR || line->typed == TYPED_NO_MONITOR) {
		leg->monitored = line->typed == TYPED_MONITOR;
		move_members(s, u, cause);
	} else if (line->typed == TYPED_ASR || line->typed == TYPED_NO_ASR) {
		leg->asr = (uint8_t)(line->typed == TYPED_ASR ? line->number : 0);
	} else {
		leg->address = line->address;
		world_touch(s, cause);
		iface_address_changed(s, u, line->iface, cause);
	}
}

void conf_line_obey(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause)
{
	switch (cli_rows[line->typed].mode) {
	case ROW_INSIDE:
	case ROW_INTERFACE:
		set_leg(s, u, line, cause);
		break;
	case ROW_CONTEXT:
		s->joined[line->context][u].group = (uint8_t)line->group;
		move_members(s, u, cause);
		look_again(s, u, cause);
		break;
	case ROW_SYSTEM:
	case ROW_GROUP:
		write_system(&s->unit[u], line);
		world_touch(s, cause);
		look_again(s, u, cause);
		break;
	case ROW_ANY:
		break;
	}
}

/* --- replication ------------------------------------------------------------------------------------------- */

bool conf_line_owned(const struct sim *s, uint32_t u, const struct conf_line *line)
{
	enum row_mode mode = cli_rows[line->typed].mode;
	uint32_t g = mode == ROW_INSIDE || mode == ROW_INTERFACE ? context_group(s, u, line->context) : 1;

	return state_active(s->unit[u].machine[g].state);
}

static uint32_t free_post(const struct sim *s)
{
	uint32_t i = 0;

	while (i < POSTED_MAX && s->posted[i].number != 0)
		i++;
	return i;
}

static uint32_t note_conf(struct sim *s, uint32_t u, const struct conf_line *line, enum rule_id rule, uint32_t cause)
{
	struct entry e = { .kind = ENTRY_CONFIG, .who = (uint8_t)u, .rule = (uint8_t)rule, .cause = { cause } };

	conf_line_note(line, &e);
	return trace(s, e);
}

void conf_line_send(struct sim *s, uint32_t u, const struct conf_line *line, uint32_t cause)
{
	const struct belief *b = &s->unit[u].belief;
	uint32_t i = free_post(s);

	if (b->mate == MATE_ALIVE && b->said.state[0] == STATE_SYNC_CONFIG) {
		note_conf(s, u, line, RULE_LINE_IN_SYNC, cause);
		return;
	}
	if (b->mate != MATE_ALIVE || i == POSTED_MAX) {
		note_conf(s, u, line, RULE_LINE_LOST, cause);
		return;
	}
	cause = note_conf(s, u, line, RULE_LINE_SENT, cause);
	s->posted[i] = (struct posted){ .number = cause, .line = *line };
	wire_send(s, u, WIRE_LAN, MESSAGE_LINE, i, 0, 0, cause);
}

void conf_line_arrives(struct sim *s, const struct event *e)
{
	const struct conf_line line = s->posted[e->what].line;
	uint32_t cause;

	assert(s->posted[e->what].number != 0);
	memset(&s->posted[e->what], 0, sizeof s->posted[e->what]);
	if (!s->unit[e->unit].failover)
		return;
	cause = note_conf(s, e->unit, &line, RULE_LINE_OBEYED, e->cause);
	conf_line_obey(s, e->unit, &line, cause);
}

/* --- as text ----------------------------------------------------------------------------------------------- */

/* Both times of a line in one number: 15 and 17 bits. */
static uint32_t both_times(const struct conf_line *line)
{
	return line->poll_ms | line->hold_ms << 15;
}

void conf_line_note(const struct conf_line *line, struct entry *e)
{
	enum row_mode mode = cli_rows[line->typed].mode;
	bool leg = mode == ROW_INTERFACE || line->typed == TYPED_MONITOR || line->typed == TYPED_NO_MONITOR ||
	    line->typed == TYPED_INTERFACE;

	e->from = line->typed;
	e->to = (uint8_t)line->context;
	e->group = (uint8_t)(line->group ? line->group : (uint32_t)GROUP_NONE);
	e->iface = (uint16_t)(leg ? line->iface : (uint32_t)IFACE_NONE);
	e->b = line->poll_ms ? both_times(line) : line->address.ip ? line->address.ip : line->number;
}

/* A line that is being written. */
struct writing {
	char *out;
	size_t size, used;
};

static void put(struct writing *w, const char *text, size_t length)
{
	int n = snprintf(w->out + w->used, w->size - w->used, "%s%.*s", w->used && length ? " " : "", (int)length, text);

	w->used += n > 0 ? (size_t)n : 0;
	if (w->used >= w->size)
		w->used = w->size - 1;
}

/* A time as it is typed: whole seconds, or milliseconds, which the word msec stands before. */
static void put_number(struct writing *w, uint32_t number, const char *behind)
{
	char text[16];

	put(w, text, (size_t)snprintf(text, sizeof text, "%u%s", (unsigned)number, behind));
}

static void put_ms(struct writing *w, uint32_t ms)
{
	if (ms % 1000 != 0)
		put(w, "msec", 4);
	put_number(w, ms % 1000 ? ms : ms / 1000, "");
}

/* The words of a form up to its first value or bracket. */
static size_t plain_words(const char *form)
{
	size_t length = 0;

	while (form[length] && !strchr("[{", form[length]) && !(form[length] >= 'A' && form[length] <= 'Z'))
		length++;
	while (length > 0 && form[length - 1] == ' ')
		length--;
	return length;
}

/* The values behind them, as far as an entry keeps them. */
static void put_values(struct writing *w, const struct sim *s, const struct entry *e)
{
	char ip[16];

	switch ((enum typed)e->from) {
	case TYPED_ACTIVE:
	case TYPED_STANDBY:
	case TYPED_RESET:
		if (e->group != GROUP_NONE) {
			put(w, "group", 5);
			put_number(w, e->group, "");
		}
		break;
	case TYPED_GROUP:
	case TYPED_NO_GROUP:
	case TYPED_JOIN:
		put_number(w, e->group, "");
		break;
	case TYPED_POLLTIME:
	case TYPED_IF_POLLTIME:
	case TYPED_GROUP_POLLTIME:
		put_ms(w, e->b & 0x7fff);
		if (e->b >> 15) {
			put(w, "holdtime", 8);
			put_ms(w, e->b >> 15);
		}
		break;
	case TYPED_LINK_POLL:
		put_number(w, e->b & 0x7fff, "");
		break;
	case TYPED_PREEMPT:
		if (e->b)
			put_number(w, e->b / 1000, "");
		break;
	case TYPED_POLICY:
	case TYPED_GROUP_POLICY:
		put_number(w, e->b & 0xffff, e->b & POLICY_PERCENT ? "%" : "");
		break;
	case TYPED_LAN_UNIT:
		put(w, e->b == PRIMARY ? "primary" : "secondary", e->b == PRIMARY ? 7 : 9);
		break;
	case TYPED_MAC_PREFIX:
	case TYPED_ASR:
		put_number(w, e->b, "");
		break;
	case TYPED_CONTEXT:
		put(w, s->lab.contexts[e->to].name, strlen(s->lab.contexts[e->to].name));
		break;
	case TYPED_MONITOR:
	case TYPED_NO_MONITOR:
	case TYPED_INTERFACE:
		put(w, s->lab.ifaces[e->iface].name, strlen(s->lab.ifaces[e->iface].name));
		break;
	case TYPED_ADDRESS:
		lab_ip_print(e->b, ip);
		put(w, ip, strlen(ip));
		put(w, "...", 3);
		break;
	case TYPED_LAN_INTERFACE:
	case TYPED_LINK:
	case TYPED_LINK_IP:
	case TYPED_KEY:
	case TYPED_MAC:
	case TYPED_NO_MAC:
		put(w, "...", 3);
		break;
	default:
		break;
	}
}

const char *conf_line_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	struct writing w = { out, size, 0 };
	const char *form = cli_rows[e->from].form;

	out[0] = '\0';
	put(&w, form, plain_words(form));
	put_values(&w, s, e);
	return out;
}
