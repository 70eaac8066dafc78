/* The values of the fields; the one file of the ASDM view that reads the model. */
#include "ui/asdm/values.h"

#include <stdio.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/unit.h"
#include "sim/words.h"
#include "ui/conf/value.h"

static const char *const none = "none";

static const struct running_conf *conf_of(const struct sim *s, uint32_t u)
{
	return &s->unit[u].conf;
}

static void put(char *out, const char *text)
{
	snprintf(out, ASDM_VALUE_LEN, "%s", text);
}

static void put_yes(char *out, bool yes)
{
	put(out, yes ? "yes" : "no");
}

static void put_time(char *out, uint32_t ms)
{
	value_format_time(ms, out, ASDM_VALUE_LEN);
}

static void put_ip(char *out, uint32_t ip)
{
	char text[16];

	lab_ip_print(ip, text);
	put(out, ip == 0 ? none : text);
}

static void put_policy(char *out, uint32_t policy)
{
	policy_text(policy, out, ASDM_VALUE_LEN);
}

static void put_role(char *out, uint32_t role)
{
	put(out, role == PRIMARY ? "Primary" : "Secondary");
}

/* --- contexts ---------------------------------------------------------------------------------------------- */

void asdm_get_context_group(const struct sim *s, uint32_t u, uint32_t c, char out[ASDM_VALUE_LEN])
{
	snprintf(out, ASDM_VALUE_LEN, "%u", context_group(s, u, c));
}

/* The ports of a context, as short as they are drawn: "g0/0 g0/1". */
void asdm_get_context_ports(const struct sim *s, uint32_t u, uint32_t c, char out[ASDM_VALUE_LEN])
{
	size_t used = 0;

	(void)u;
	put(out, none);
	for (uint32_t i = 0; i < s->lab.iface_count && used < ASDM_VALUE_LEN - PORT_LEN; i++) {
		char port[ASDM_VALUE_LEN];

		if (s->lab.ifaces[i].context != c)
			continue;
		asdm_get_mac_port(s, u, i, port);
		used += (size_t)snprintf(out + used, ASDM_VALUE_LEN - used, used ? " %s" : "%s", port);
	}
}

/* --- groups ------------------------------------------------------------------------------------------------ */

void asdm_get_group_role(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_role(out, conf_of(s, u)->group[g].preferred);
}

void asdm_get_group_preempt(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_yes(out, conf_of(s, u)->group[g].preempt != PREEMPT_OFF);
}

void asdm_get_group_delay(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	uint32_t delay_ms = conf_of(s, u)->group[g].preempt;

	if (delay_ms == PREEMPT_OFF)
		put(out, none);
	else
		put_time(out, delay_ms);
}

void asdm_get_group_policy(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_policy(out, conf_of(s, u)->group[g].policy);
}

void asdm_get_group_poll(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_time(out, conf_of(s, u)->group[g].polltime);
}

void asdm_get_group_hold(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_time(out, conf_of(s, u)->group[g].holdtime);
}

void asdm_get_group_http(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put_yes(out, conf_of(s, u)->http[g]);
}

/* --- setup ------------------------------------------------------------------------------------------------- */

void asdm_get_enabled(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_yes(out, !s->unit[u].off);
}

/* The key itself is not kept; that there is one is shown as a device shows it. */
void asdm_get_key(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put(out, conf_of(s, u)->key != 0 ? "*****" : none);
}

void asdm_get_role(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_role(out, s->unit[u].role);
}

void asdm_get_lan_port(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put(out, conf_of(s, u)->failover.lan.port);
}

void asdm_get_lan_name(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put(out, conf_of(s, u)->failover.lan.name);
}

void asdm_get_lan_ip(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, conf_of(s, u)->failover.lan_ip.ip);
}

void asdm_get_lan_mask(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, conf_of(s, u)->failover.lan_ip.mask);
}

void asdm_get_lan_standby(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, conf_of(s, u)->failover.lan_ip.standby);
}

void asdm_get_link_shared(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_yes(out, unit_link_shared(s, u));
}

void asdm_get_link_port(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	if (unit_link_shared(s, u))
		asdm_get_lan_port(s, u, 0, out);
	else
		put(out, unit_stateful(s, u) ? conf_of(s, u)->failover.link.port : none);
}

void asdm_get_link_name(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put(out, unit_stateful(s, u) ? conf_of(s, u)->failover.link.name : none);
}

/* The addresses of the link that carries the state. */
static const struct address *link_address(const struct sim *s, uint32_t u)
{
	const struct failover_conf *f = &conf_of(s, u)->failover;

	return unit_link_shared(s, u) ? &f->lan_ip : &f->link_ip;
}

void asdm_get_link_ip(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, link_address(s, u)->ip);
}

void asdm_get_link_mask(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, link_address(s, u)->mask);
}

void asdm_get_link_standby(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_ip(out, link_address(s, u)->standby);
}

void asdm_get_http(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_yes(out, conf_of(s, u)->http[0]);
}

/* --- criteria ---------------------------------------------------------------------------------------------- */

void asdm_get_unit_poll(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_time(out, conf_of(s, u)->failover.polltime);
}

void asdm_get_unit_hold(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_time(out, conf_of(s, u)->failover.holdtime);
}

void asdm_get_link_state(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_time(out, conf_of(s, u)->failover.link_state);
}

/* What is without effect is kept as it was typed; until then the device's defaults count, which are those of a group
 * [3.1]. */
static struct group_conf defaults(void)
{
	struct group_conf group;

	lab_group_default(&group);
	return group;
}

void asdm_get_unit_policy(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	uint32_t policy = conf_of(s, u)->interface_policy;

	(void)index;
	put_policy(out, policy == 0 ? defaults().policy : policy);
}

void asdm_get_if_poll(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	uint32_t poll_ms = conf_of(s, u)->interface_poll;

	(void)index;
	put_time(out, poll_ms == 0 ? defaults().polltime : poll_ms);
}

void asdm_get_if_hold(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	uint32_t hold_ms = conf_of(s, u)->interface_hold;

	(void)index;
	put_time(out, hold_ms == 0 ? defaults().holdtime : hold_ms);
}

/* --- MAC addresses ----------------------------------------------------------------------------------------- */

void asdm_get_mac_auto(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_yes(out, conf_of(s, u)->mac_auto != MAC_AUTO_OFF);
}

void asdm_get_mac_prefix(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	uint32_t prefix = conf_of(s, u)->mac_auto;

	(void)index;
	if (prefix == MAC_AUTO_OFF || prefix == MAC_AUTO_NO_PREFIX)
		put(out, none);
	else
		snprintf(out, ASDM_VALUE_LEN, "%u", prefix);
}

/* "g0/4" of GigabitEthernet0/4.100: MAC addresses are given to physical ports. */
void asdm_get_mac_port(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	const char *port = s->lab.ifaces[i].port;
	size_t digits = strcspn(port, "0123456789"), length = strcspn(port, ".");

	(void)u;
	snprintf(out, ASDM_VALUE_LEN, "%c%.*s", port[0] | 0x20, (int)(length > digits ? length - digits : 0), port + digits);
}

/* The row of the group's table for an interface's port; NULL where there is none. */
static const struct mac_conf *mac_row(const struct sim *s, uint32_t u, uint32_t i)
{
	const struct mac_conf *rows = conf_of(s, u)->mac[iface_group(s, u, i)];
	const char *port = s->lab.ifaces[i].port;
	size_t length = strcspn(port, ".");

	for (int n = 0; n < MAC_MAX; n++)
		if (strlen(rows[n].port) == length && strncmp(rows[n].port, port, length) == 0)
			return &rows[n];
	return NULL;
}

static void put_mac(char *out, const uint8_t *mac)
{
	snprintf(out, ASDM_VALUE_LEN, "%02x%02x.%02x%02x.%02x%02x", mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]);
}

/* What the group's table gives the interface, or else the default 00a0.c9PP.GG01 and 02 with the port's number and the
 * group's [7.1]. */
static void put_group_mac(const struct sim *s, uint32_t u, uint32_t i, bool standby, char *out)
{
	const struct mac_conf *row = mac_row(s, u, i);
	const char *port = s->lab.ifaces[i].port, *slash = strchr(port, '/');
	unsigned number = 0;

	for (slash = slash ? slash + 1 : port; *slash >= '0' && *slash <= '9'; slash++)
		number = number * 10 + (unsigned)(*slash - '0');
	if (row)
		put_mac(out, standby ? row->standby : row->active);
	else
		snprintf(out, ASDM_VALUE_LEN, "00a0.c9%02x.%02x0%d", number & 0xff, iface_group(s, u, i), standby ? 2 : 1);
}

/* The address that counts: `auto` goes before the group's. What that counts up behind its prefix is the device's own
 * business [7.3]. */
static void get_mac(const struct sim *s, uint32_t u, uint32_t i, bool standby, char *out)
{
	uint32_t prefix = conf_of(s, u)->mac_auto;

	if (prefix == MAC_AUTO_OFF)
		put_group_mac(s, u, i, standby, out);
	else if (prefix == MAC_AUTO_NO_PREFIX)
		put(out, "a2..");
	else
		snprintf(out, ASDM_VALUE_LEN, "a2%02x.%02x..", prefix & 0xff, prefix >> 8 & 0xff);
}

void asdm_get_its_active(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_group_mac(s, u, i, false, out);
}

void asdm_get_its_standby(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_group_mac(s, u, i, true, out);
}

void asdm_get_mac_active(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	get_mac(s, u, i, false, out);
}

void asdm_get_mac_standby(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	get_mac(s, u, i, true, out);
}

void asdm_get_set_active(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	const struct mac_conf *row = mac_row(s, u, i);

	put(out, none);
	if (row)
		put_mac(out, row->active);
}

void asdm_get_set_standby(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	const struct mac_conf *row = mac_row(s, u, i);

	put(out, none);
	if (row)
		put_mac(out, row->standby);
}

void asdm_get_mac_from(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put(out, conf_of(s, u)->mac_auto != MAC_AUTO_OFF ? "auto" : mac_row(s, u, i) ? "set" : none);
}

/* --- interfaces of the contexts ---------------------------------------------------------------------------- */

void asdm_get_iface_active(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_ip(out, s->legs[i][u].conf.address.ip);
}

void asdm_get_iface_mask(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_ip(out, s->legs[i][u].conf.address.mask);
}

void asdm_get_iface_standby(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_ip(out, s->legs[i][u].conf.address.standby);
}

void asdm_get_iface_monitored(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	put_yes(out, s->legs[i][u].conf.monitored);
}

void asdm_get_iface_asr(const struct sim *s, uint32_t u, uint32_t i, char out[ASDM_VALUE_LEN])
{
	if (s->legs[i][u].conf.asr == 0)
		put(out, none);
	else
		snprintf(out, ASDM_VALUE_LEN, "%u", s->legs[i][u].conf.asr);
}

/* --- monitoring -------------------------------------------------------------------------------------------- */

void asdm_get_button(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)s, (void)u, (void)index;
	out[0] = '\0';
}

void asdm_get_failover(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put(out, s->unit[u].off ? "Off" : "On");
}

/* A link's name and port, and how the unit takes it. */
static void put_link(char *out, const struct link_conf *link, bool up)
{
	snprintf(out, ASDM_VALUE_LEN, "%s %s (%s)", link->name, link->port, up ? "up" : "Failed");
}

void asdm_get_lan(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	(void)index;
	put_link(out, &conf_of(s, u)->failover.lan, s->unit[u].lan == LINK_UP);
}

void asdm_get_link(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	const struct failover_conf *f = &conf_of(s, u)->failover;

	(void)index;
	if (unit_link_shared(s, u))
		put_link(out, &f->lan, s->unit[u].lan == LINK_UP);
	else if (unit_stateful(s, u))
		put_link(out, &f->link, s->unit[u].state == LINK_UP);
	else
		put(out, "Unconfigured");
}

void asdm_get_unit_timers(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	char poll[ASDM_VALUE_LEN], hold[ASDM_VALUE_LEN];

	asdm_get_unit_poll(s, u, index, poll);
	asdm_get_unit_hold(s, u, index, hold);
	snprintf(out, ASDM_VALUE_LEN, "%.30s, %.30s", poll, hold);
}

void asdm_get_monitored(const struct sim *s, uint32_t u, uint32_t index, char out[ASDM_VALUE_LEN])
{
	uint32_t n = 0;

	(void)index;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		n += s->member_count[u][g];
	snprintf(out, ASDM_VALUE_LEN, "%u", n);
}

void asdm_get_this_host(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put(out, s->unit[u].run == RUN_UP ? state_word(s->unit[u].machine[g].state) : run_word(s->unit[u].run));
}

void asdm_get_other_host(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	put(out, s->unit[u].run == RUN_UP ? state_word(unit_believes(&s->unit[u], g)) : "not known");
}

void asdm_get_active_time(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	const struct machine *m = &s->unit[u].machine[g];
	bool active = s->unit[u].run == RUN_UP && m->state == STATE_ACTIVE;

	snprintf(out, ASDM_VALUE_LEN, "%u (sec)", active ? (s->now_ms - m->since_ms) / 1000 : 0);
}

void asdm_get_last_failover(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	clock_text(s, s->unit[u].machine[g].last_failover_ms, out, ASDM_VALUE_LEN);
}

/* The same where there is room for the time of day only. */
void asdm_get_last_time(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	asdm_get_last_failover(s, u, g, out);
	out[strcspn(out, " ")] = '\0';
}

void asdm_get_failed_count(const struct sim *s, uint32_t u, uint32_t g, char out[ASDM_VALUE_LEN])
{
	char policy[ASDM_VALUE_LEN];

	asdm_get_group_policy(s, u, g, policy);
	snprintf(out, ASDM_VALUE_LEN, "%u of %u, policy %.20s", s->unit[u].failed[g], s->member_count[u][g], policy);
}
