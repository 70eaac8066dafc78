/* Configuration lines: what they do, and their way to the mate; see conf_line.h. */
#include "sim/cli/conf_line.h"

#include <assert.h>
#include <string.h>

#include "sim/conf.h"
#include "sim/group.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/unit.h"

enum { UNIT_HOLD_LEAST_MS = 800, IF_HOLD_LEAST_MS = 5000 };

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
	uint32_t m = conf_mac_row(conf, line->group, line->port);
	struct mac_conf *row = &conf->mac[line->group][m < MAC_MAX ? m : conf_mac_row(conf, line->group, "")];

	memcpy(row->port, line->port, sizeof row->port);
	memcpy(row->active, line->active, sizeof row->active);
	memcpy(row->standby, line->standby, sizeof row->standby);
}

static void drop_mac(struct running_conf *conf, const struct conf_line *line)
{
	uint32_t m = conf_mac_row(conf, line->group, line->port);

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
