/* `failscope state`: how everything is at a time, as JSON with the same keys in the same order
 * every time. */
#include <stdio.h>

#include "sim/conf.h"
#include "sim/fault.h"
#include "sim/iface.h"
#include "sim/link.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/command/commands.h"
#include "ui/json.h"
#include "sim/unit.h"
#include "ui/output.h"

enum { NAME_ROOM = 96 };

/* --- units ----------------------------------------------------------------------------------- */

static void write_group(struct json *j, const struct sim *s, uint32_t u, uint32_t g)
{
	const struct machine *m = &s->unit[u].machine[g];
	char key[12];

	snprintf(key, sizeof key, "%u", g);
	json_open_object(j, key);
	json_text(j, "state", state_word(m->state));
	json_seconds(j, "since", (int64_t)m->since_ms - s->open_ms);
	json_text(j, "mate", state_word(unit_believes(&s->unit[u], g)));
	json_text(j, "last_reason", reason_word(m->reason));
	json_close_object(j);
}

static void write_interface(struct json *j, const struct sim *s, uint32_t u, uint32_t i)
{
	const struct side *side = &s->sides[i][u];
	char name[NAME_ROOM], status[NAME_ROOM];

	json_open_object(j, iface_name(s, i, name, sizeof name));
	json_text(j, "status", status_text(s, u, i, status, sizeof status));
	json_bool(j, "monitored", side->flags & SIDE_MONITORED);
	json_bool(j, "failed", side_failed(side));
	json_close_object(j);
}

static void write_unit(struct json *j, const struct sim *s, uint32_t u)
{
	const struct unit *unit = &s->unit[u];

	json_open_object(j, role_word(u));
	json_text(j, "name", s->lab.unit[u].name);
	json_bool(j, "up", unit->run == RUN_UP);
	json_text(j, "run", run_word(unit->run));
	json_open_object(j, "groups");
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		write_group(j, s, u, g);
	json_close_object(j);
	json_text(j, "believes", mate_word(unit->belief.mate));
	json_open_object(j, "interfaces");
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		write_interface(j, s, u, i);
	json_close_object(j);
	json_close_object(j);
}

/* --- links ----------------------------------------------------------------------------------- */

/* How a cable is, whatever the units think: only a fault of its own makes it fail. */
static const char *cable_status(const struct cable *c)
{
	uint8_t swallows = 1u << FAULT_BLACKHOLE | 1u << FAULT_ONEWAY;

	if (!c->carrier[PRIMARY] || !c->carrier[SECONDARY])
		return "down";
	return (c->faults[PRIMARY] | c->faults[SECONDARY]) & swallows ? "failed" : "up";
}

/* What a unit takes a link for; one that does not run takes it for nothing. */
static const char *link_belief(const struct unit *unit, enum wire wire)
{
	if (unit->run != RUN_UP)
		return "unknown";
	return (wire == WIRE_LAN ? unit->lan : unit->state) == LINK_UP ? "up" : "failed";
}

static void write_link(struct json *j, const struct sim *s, const char *name, enum wire wire)
{
	json_open_object(j, name);
	json_text(j, "status", cable_status(wire_cable(s, PRIMARY, wire)));
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		json_text(j, role_word(u), link_belief(&s->unit[u], wire));
	json_close_object(j);
}

/* --- contexts and faults --------------------------------------------------------------------- */

static void write_context(struct json *j, const struct sim *s, uint32_t c)
{
	uint32_t group = served_group(s, c);

	json_open_object(j, s->lab.contexts[c].name);
	json_number(j, "group", group);
	json_open_array(j, "active_on");
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		if (s->unit[u].run == RUN_UP && s->unit[u].machine[context_group(s, u, c)].holds)
			json_text(j, NULL, role_word(u));
	json_close_array(j);
	json_seconds(j, "outage_s", service_outage_ms(s, c));
	json_number(j, "connections", service_connections(s, c));
	json_close_object(j);
}

/* Each as a script would break it. */
static void write_faults(struct json *j, const struct sim *s)
{
	char name[NAME_ROOM], text[NAME_ROOM + 32];
	uint32_t cursor = 0;
	enum fault_id fault;
	struct target target;

	json_open_array(j, "faults");
	while (fault_next(s, &cursor, &fault, &target)) {
		snprintf(text, sizeof text, "%s %s", faults[fault].word,
		    target_name(&s->lab, target, name, sizeof name));
		json_text(j, NULL, text);
	}
	json_close_array(j);
}

static void write_state(struct json *j, const struct sim *s)
{
	json_open_object(j, NULL);
	json_seconds(j, "time", (int64_t)s->now_ms - s->open_ms);
	json_open_object(j, "units");
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		write_unit(j, s, u);
	json_close_object(j);
	json_open_object(j, "links");
	write_link(j, s, s->unit[PRIMARY].conf.failover.lan.name, WIRE_LAN);
	if (unit_stateful(s, PRIMARY) && !unit_link_shared(s, PRIMARY))
		write_link(j, s, s->unit[PRIMARY].conf.failover.link.name, WIRE_STATE);
	json_close_object(j);
	json_open_object(j, "contexts");
	for (uint32_t c = 0; c < s->lab.context_count; c++)
		write_context(j, s, c);
	json_close_object(j);
	write_faults(j, s);
	json_close_object(j);
	json_end(j);
}

int command_state(const struct request *r, struct session *s)
{
	struct json j;
	struct stop stop;

	if (!session_load(s, r->lab, &r->stories))
		return EXIT_INPUT;
	session_open_run(s, &r->memory);
	if (!request_stop(r, s, &stop) || !session_stop(s, stop))
		return EXIT_INPUT;
	json_begin(&j, stdout, true);
	write_state(&j, &s->app.history.now);
	return EXIT_FINE;
}
