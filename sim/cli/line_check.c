/* Whether the device takes a configuration line: what single values cannot say. */
#include "sim/cli/conf_line.h"

#include <string.h>

#include "sim/conf.h"

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
	enum refusal refusal = check_address(&line->address);

	for (uint32_t i = 0; i < s->lab.iface_count && refusal == REFUSAL_NONE; i++) {
		const struct address *a = &s->legs[i][u].conf.address;
		uint32_t mask = a->mask & line->address.mask;

		if (i != line->iface && s->lab.ifaces[i].context == line->context && a->ip != 0 &&
		    (a->ip & mask) == (line->address.ip & mask))
			refusal = REFUSAL_OVERLAP;
	}
	return refusal;
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

/* While mac-address auto is on, a MAC may not begin with A2 [CREF]. */
static enum refusal check_mac(const struct running_conf *conf, const struct conf_line *line)
{
	if (conf->mac_auto != MAC_AUTO_OFF && (line->active[0] == 0xa2 || line->standby[0] == 0xa2))
		return REFUSAL_MAC_A2;
	if (conf_mac_row(conf, line->group, line->port) == MAC_MAX && conf_mac_row(conf, line->group, "") == MAC_MAX)
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
		return conf_mac_row(conf, line->group, line->port) == MAC_MAX ? REFUSAL_NO_MAC : REFUSAL_NONE;
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
