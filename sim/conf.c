/* The running configuration of each unit; see conf.h. */
#include "sim/conf.h"

#include <string.h>

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

	return wire == WIRE_LAN ? strcmp(a->lan.port, b->lan.port) == 0 : strcmp(a->link.port, b->link.port) == 0;
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
