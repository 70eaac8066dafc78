/* The running configuration of each unit; see conf.h. */
#include "sim/conf.h"

#include <string.h>

#include "sim/iface.h"
#include "sim/link.h"
#include "sim/unit.h"

static void start_unit(struct sim *s, uint32_t u)
{
	struct running_conf *conf = &s->unit[u].conf;

	*conf = (struct running_conf){ .failover = s->lab.failover, .mac_auto = MAC_AUTO_OFF };
	memcpy(conf->group, s->lab.group, sizeof conf->group);
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		conf->exists[g] = 1;
	s->unit[u].role = (uint8_t)u;
	for (uint32_t c = 0; c < s->lab.context_count; c++)
		s->joined[c][u] = (struct joined){ .group = (uint8_t)s->lab.contexts[c].group };
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		s->legs[i][u] = (struct leg){ .conf = { .address = s->lab.ifaces[i].address,
		    .monitored = lab_monitored(&s->lab.ifaces[i]) } };
}

void conf_start(struct sim *s)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		start_unit(s, u);
}

bool unit_stateful(const struct sim *s, uint32_t u)
{
	return failover_stateful(&s->unit[u].conf.failover);
}

bool unit_link_shared(const struct sim *s, uint32_t u)
{
	return failover_link_shared(&s->unit[u].conf.failover);
}

/* Who gives a link a port plugs the cable into it: there is one where both units name the same port. */
bool conf_links_plugged(const struct sim *s, enum wire wire)
{
	const struct failover_conf *a = &s->unit[PRIMARY].conf.failover, *b = &s->unit[SECONDARY].conf.failover;

	if (wire == WIRE_LAN)
		return strcmp(a->lan.port, b->lan.port) == 0;
	return failover_stateful(a) && failover_stateful(b) && strcmp(a->link.port, b->link.port) == 0;
}

bool conf_links_agree(const struct sim *s, enum wire wire)
{
	const struct running_conf *a = &s->unit[PRIMARY].conf, *b = &s->unit[SECONDARY].conf;
	const struct failover_conf *x = &a->failover, *y = &b->failover;

	if (s->unit[PRIMARY].role == s->unit[SECONDARY].role || a->key != b->key)
		return false;
	if (wire == WIRE_LAN)
		return memcmp(&x->lan_ip, &y->lan_ip, sizeof x->lan_ip) == 0;
	return memcmp(&x->link_ip, &y->link_ip, sizeof x->link_ip) == 0 &&
	    failover_link_shared(x) == failover_link_shared(y);
}

uint32_t conf_mac_row(const struct running_conf *conf, uint32_t g, const char *port)
{
	uint32_t m = 0;

	while (m < MAC_MAX && strcmp(conf->mac[g][m].port, port) != 0)
		m++;
	return m;
}

void conf_copy(struct sim *s, uint32_t u, uint32_t g)
{
	if (g == 0) {
		s->unit[u].copy = s->unit[u].conf;
		for (uint32_t c = 0; c < s->lab.context_count; c++)
			s->joined[c][u].copy = s->joined[c][u].group;
		return;
	}
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		if (iface_group(s, u, i) == g) {
			s->legs[i][u].copy = s->legs[i][u].conf;
			s->legs[i][u].copy.group = (uint8_t)g;
		}
}

/* The system space: itself, and which group each context is in. Returns whether anything was different. */
static bool take_system(struct sim *s, uint32_t u, uint32_t mate)
{
	struct unit *unit = &s->unit[u];
	bool differs = memcmp(&unit->conf, &s->unit[mate].copy, sizeof unit->conf) != 0;

	unit->conf = s->unit[mate].copy;
	for (uint32_t c = 0; c < s->lab.context_count; c++) {
		differs |= s->joined[c][u].group != s->joined[c][mate].copy;
		s->joined[c][u].group = s->joined[c][mate].copy;
	}
	return differs;
}

/* The interfaces of the contexts that the mate has in the group. */
static bool take_contexts(struct sim *s, uint32_t u, uint32_t mate, uint32_t g, uint32_t cause)
{
	bool differs = false;

	for (uint32_t i = 0; i < s->lab.iface_count; i++) {
		struct leg_conf *own = &s->legs[i][u].conf, had = *own, copy = s->legs[i][mate].copy;

		if (copy.group != g)
			continue;
		copy.group = 0;
		differs |= memcmp(&had, &copy, sizeof had) != 0;
		*own = copy;
		if (memcmp(&had.address, &copy.address, sizeof had.address) != 0)
			iface_address_changed(s, u, i, cause);
	}
	return differs;
}

void conf_take(struct sim *s, uint32_t u, uint32_t g, uint32_t cause)
{
	uint32_t mate = mate_of(u);

	if (!(g == 0 ? take_system(s, u, mate) : take_contexts(s, u, mate, g, cause)))
		return;
	cause = trace(s, (struct entry){ .kind = ENTRY_CONFIG, .who = (uint8_t)u, .group = (uint8_t)g,
	    .iface = IFACE_NONE, .rule = RULE_CONF_TAKEN, .from = TYPED_COUNT, .cause = { cause } });
	for (uint32_t all = 0; all < GROUP_COUNT; all++) {
		s->unit[u].conf_cause[all] = cause;
		unit_look(s, u, all);
	}
	iface_members_changed(s, u, cause);
	world_touch(s, cause);
}
