/* Random lives; see chaos.h. */
#include "tests/chaos.h"

#include <inttypes.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>

#include "sim/fault.h"
#include "ui/conf/conf.h"
#include "ui/script.h"

enum { POWER_ON_MOST_MS = 40000 };

static struct sim sim;
static struct diag diag;

/* --- chance ------------------------------------------------------------------------------------------------ */

static uint32_t random_below(struct chaos *c, uint32_t n)
{
	c->random ^= c->random << 13;
	c->random ^= c->random >> 17;
	c->random ^= c->random << 5;
	return c->random % n;
}

static bool one_in(struct chaos *c, uint32_t n)
{
	return random_below(c, n) == 0;
}

static uint32_t between(struct chaos *c, uint32_t least, uint32_t most)
{
	return least + random_below(c, most - least + 1);
}

/* --- a lab ------------------------------------------------------------------------------------------------- */

static void say(struct chaos *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct chaos *c, const char *format, ...)
{
	size_t used = strlen(c->text);
	va_list list;

	va_start(list, format);
	vsnprintf(c->text + used, sizeof c->text - used, format, list);
	va_end(list);
}

/* One of the words, each as likely as the others; words are parted by '|'. */
static void say_choice(struct chaos *c, const char *key, const char *words)
{
	uint32_t count = 1, wanted;

	for (const char *w = words; *w; w++)
		count += *w == '|';
	for (wanted = random_below(c, count); wanted > 0; wanted--)
		words = strchr(words, '|') + 1;
	say(c, "%s = %.*s\n", key, (int)strcspn(words, "|"), words);
}

static void say_ms(struct chaos *c, const char *key, uint32_t least, uint32_t most)
{
	say(c, "%s = %" PRIu32 " ms\n", key, between(c, least, most));
}

/* Timers that go together, as `polltime` and `holdtime`. */
static void draw_timers(struct chaos *c, const char *poll_key, const char *pairs)
{
	char pair[24] = "";
	uint32_t count = 1, wanted, poll = 0, hold = 0;

	for (const char *p = pairs; *p; p++)
		count += *p == '|';
	for (wanted = random_below(c, count); wanted > 0; wanted--)
		pairs = strchr(pairs, '|') + 1;
	snprintf(pair, sizeof pair, "%.*s", (int)strcspn(pairs, "|"), pairs);
	sscanf(pair, "%" SCNu32 "/%" SCNu32, &poll, &hold);
	say(c, "%s = %" PRIu32 " ms\nholdtime = %" PRIu32 " ms\n", poll_key, poll, hold);
}

static void draw_group(struct chaos *c, uint32_t g)
{
	say(c, "[group %" PRIu32 "]\n", g);
	if (one_in(c, 4))
		say_choice(c, "preferred", "primary|secondary");
	say_choice(c, "preempt", "yes|yes|no|5 s|30 s");
	say_choice(c, "interface-policy", "1|1|2|50%|100%");
	draw_timers(c, "polltime interface", "5000/25000|500/5000|1000/5000|15000/75000");
}

static void draw_timing(struct chaos *c)
{
	bool slow_links = one_in(c, 6);

	say(c, "[timing]\n");
	say_ms(c, "negotiation", 0, 5000);
	say_ms(c, "group-stagger", 0, 2000);
	say_ms(c, "cold-standby", 0, 4000);
	say_ms(c, "sync-config", 0, 30000);
	say_ms(c, "sync-file-system", 0, 3000);
	say_ms(c, "bulk-sync", 0, 20000);
	say_ms(c, "takeover", 0, 2000);
	say_ms(c, "failover-link-delay", 1, slow_links ? 250 : 20);
	say_ms(c, "data-delay", 1, slow_links ? 250 : 5);
	say_ms(c, "neighbour-talk", 100, 10000);
	say_ms(c, "spanning-tree", 1000, 60000);
	say_ms(c, "module-check", 100, 5000);
}

static void draw_model(struct chaos *c)
{
	say(c, "[model]\n");
	say_choice(c, "both-boot", "one-unit|one-unit|preferred");
	say_choice(c, "link-down", "link-state-poll|interface-poll");
	say_choice(c, "test-start", "15s|half-hold|five-polls");
	say_choice(c, "test-length", "sixteenth|5s");
	say_choice(c, "compare-failed", "yes|yes|no");
	say_choice(c, "dead-link-takeover", "no|yes");
	say_choice(c, "preempt-after-manual", "no|yes");
	if (one_in(c, 4))
		say(c, "[switch %s]\nportfast = no\n", strstr(c->text, "twelve") ? "CORE" : "SW-IN");
}

/* Interfaces of the page's pair that are a little off. */
static void draw_ifaces(struct chaos *c)
{
	if (one_in(c, 3)) {
		say(c, "[interface CTX1/inside]\n");
		say_choice(c, "neighbour", "answers|quiet|silent|absent");
		say_choice(c, "monitor-interface", "yes|yes|no");
	}
	if (one_in(c, 6))
		say(c, "[interface CTX2/outside]\nip address = 192.0.2.5 255.255.255.252\n");
	if (one_in(c, 12))
		say(c, "[interface CTX1/outside]\nshutdown = yes\n");
}

static void draw_lab(struct chaos *c)
{
	static const char *const bases[] = { "active-active", "active-active", "no-state-link", "shared-state-link",
#ifndef SMALL
		"twelve-contexts",
#endif
	};
	const char *base = bases[random_below(c, sizeof bases / sizeof *bases)];

	c->text[0] = '\0';
	say(c, "[lab]\nbase = %s.ini\nseed = %" PRIu32 "\n", base, between(c, 1, 1000));
	say_choice(c, "start", "settled|boot");
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		say(c, "[unit %s]\n", u == PRIMARY ? "primary" : "secondary");
		say_ms(c, "power-on", 0, POWER_ON_MOST_MS);
		say_ms(c, "boot", 1000, one_in(c, 2) ? 5000 : 60000);
	}
	say(c, "[failover]\n");
	draw_timers(c, "polltime", "1000/15000|200/800|1000/3000|1000/4000|500/5000|15000/45000");
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		draw_group(c, g);
	draw_timing(c);
	draw_model(c);
	if (strcmp(base, "twelve-contexts") != 0)
		draw_ifaces(c);
}

/* --- commands ---------------------------------------------------------------------------------------------- */

static struct target draw_target(struct chaos *c)
{
	uint8_t u = (uint8_t)random_below(c, UNIT_COUNT);
	uint32_t kind = random_below(c, 10);

	if (kind < 3)
		return (struct target){ TARGET_UNIT, u, 0 };
	if (kind < 5)
		return (struct target){ TARGET_LAN, (uint8_t)random_below(c, UNIT_BOTH + 1), 0 };
	if (kind < 6 && lab_stateful(&c->lab))
		return (struct target){ TARGET_STATE, (uint8_t)random_below(c, UNIT_BOTH + 1), 0 };
	if (kind < 7)
		return (struct target){ TARGET_SWITCH, 0, (uint16_t)random_below(c, c->lab.switch_count) };
	return (struct target){ TARGET_LEG, u, (uint16_t)random_below(c, c->lab.iface_count) };
}

static struct command draw_fault(struct chaos *c)
{
	struct command command = { .kind = COMMAND_FAULT, .target = draw_target(c) };

	do
		command.fault = (uint8_t)random_below(c, FAULT_COUNT);
	while (!fault_fits((enum fault_id)command.fault, command.target));
	if (one_in(c, 2) && fault_most((enum fault_id)command.fault) > 0)
		command.amount = between(c, 1, command.fault == FAULT_LOSS ? 100 : 2000);
	return command;
}

static struct command draw_typed(struct chaos *c)
{
	static const char *const lines[] = { "failover active", "failover active group 1", "failover active group 2",
		"no failover active", "no failover active group 1", "no failover active group 2", "failover reset",
		"failover reset group 1", "failover reset group 2", "failover", "no failover", "write standby", "reload",
		"failover reload-standby" };
	struct command command = { .kind = COMMAND_TYPE, .unit = (uint8_t)random_below(c, UNIT_COUNT) };

	snprintf(command.line, sizeof command.line, "%s", lines[random_below(c, sizeof lines / sizeof *lines)]);
	return command;
}

static void add_line(struct chaos *c, uint32_t at_ms, uint8_t unit, uint8_t context, const char *line)
{
	struct command command = { .kind = COMMAND_TYPE, .unit = unit, .context = context };

	if (c->count == CHAOS_COMMANDS)
		return;
	snprintf(command.line, sizeof command.line, "%s", line);
	c->commands[c->count++] = (struct chaos_command){ at_ms, command };
}

/* A line of the system space. */
static void draw_system_line(struct chaos *c, uint32_t at_ms)
{
	static const char *const lines[] = { "failover polltime 1 holdtime 3", "failover polltime msec 200 holdtime msec 800",
		"failover polltime 15", "failover polltime 5 holdtime 15", "failover polltime link-state msec 300",
		"failover polltime interface 3", "failover key secret", "no failover key", "failover interface-policy 2",
		"failover link statelink GigabitEthernet0/6", "no failover link", "failover link folink",
		"mac-address auto prefix 77", "no mac-address auto", "failover replication http", "failover lan unit primary",
		"failover group 1", "preempt 5", "secondary", "end", "context CTX1", "join-failover-group 2",
		"failover interface ip folink 10.0.0.9 255.255.255.252 standby 10.0.0.10" };

	add_line(c, at_ms, (uint8_t)random_below(c, UNIT_COUNT), 0, lines[random_below(c, sizeof lines / sizeof *lines)]);
}

/* A line of a context, or one of an interface behind the line that leads there. */
static void draw_context_line(struct chaos *c, uint32_t at_ms)
{
	static const char *const lines[] = { "monitor-interface inside", "no monitor-interface inside",
		"no monitor-interface outside", "monitor-interface outside" };
	static const char *const deeper[] = { "asr-group 1", "no asr-group", "ip address 10.77.1.1 255.255.255.0",
		"ip address 10.77.1.1 255.255.255.0 standby 10.77.1.2", "no ip address" };
	uint8_t unit = (uint8_t)random_below(c, UNIT_COUNT), context = (uint8_t)(1 + random_below(c, c->lab.context_count));

	if (one_in(c, 2)) {
		add_line(c, at_ms, unit, context, lines[random_below(c, sizeof lines / sizeof *lines)]);
		return;
	}
	add_line(c, at_ms, unit, context, "interface inside");
	add_line(c, at_ms, unit, context, deeper[random_below(c, sizeof deeper / sizeof *deeper)]);
}

/* An edit that needs failover off, in a sub-mode, on one unit; then failover is on again, sooner or later. */
static void draw_edit(struct chaos *c, uint32_t at_ms)
{
	static const char *const modes[] = { "failover group 1", "failover group 2", "context CTX1", "context CTX2", "end" };
	static const char *const edits[] = { "primary", "secondary", "preempt", "preempt 10", "no preempt",
		"interface-policy 2", "interface-policy 50%", "polltime interface 1", "polltime interface msec 500 holdtime 5",
		"mac address gi0/1 0002.0002.0001 0002.0002.0002", "no mac address gi0/1", "replication http",
		"join-failover-group 1", "join-failover-group 2", "no join-failover-group", "failover lan unit primary",
		"failover lan unit secondary", "failover lan interface folink gi0/7", "failover lan interface folink gi0/3",
		"no failover group 2", "no failover group 1" };
	const char *lines[] = { "no failover", modes[random_below(c, sizeof modes / sizeof *modes)],
		edits[random_below(c, sizeof edits / sizeof *edits)], "failover" };
	uint8_t unit = (uint8_t)random_below(c, UNIT_COUNT);

	for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
		add_line(c, at_ms, unit, 0, lines[n]);
}

/* A configuration line, or a few. */
static void draw_configuration(struct chaos *c, uint32_t at_ms)
{
	uint32_t kind = random_below(c, 3);

	if (kind == 0)
		draw_system_line(c, at_ms);
	else if (kind == 1)
		draw_context_line(c, at_ms);
	else
		draw_edit(c, at_ms);
}

/* Mends one of the faults before; the newest are more likely. */
static struct command draw_mending(struct chaos *c)
{
	struct command command = { .kind = COMMAND_MEND_ALL };

	for (uint32_t n = c->count; n > 0; n--)
		if (c->commands[n - 1].command.kind == COMMAND_FAULT && one_in(c, 3)) {
			command = c->commands[n - 1].command;
			command.kind = COMMAND_MEND;
			break;
		}
	return command;
}

/* Faults, mendings and typing, some on each other's heels. */
static void draw_commands(struct chaos *c)
{
	static const uint32_t gaps_ms[] = { 2, 30, 700, 5000, 20000, 60000, 120000 };
	uint32_t at_ms = 0, wanted = between(c, 1, CHAOS_COMMANDS);
	bool types = one_in(c, 2), configures = types && one_in(c, 2);

	while (c->count < wanted) {
		uint32_t kind = random_below(c, 10);

		at_ms += random_below(c, gaps_ms[random_below(c, sizeof gaps_ms / sizeof *gaps_ms)]);
		if (configures && one_in(c, 3)) {
			draw_configuration(c, at_ms);
			continue;
		}
		c->commands[c->count] = (struct chaos_command){ at_ms, kind < 5 ? draw_fault(c) :
			kind < 8 || !types ? draw_mending(c) : draw_typed(c) };
		c->count++;
	}
}

bool chaos_draw(struct chaos *c, uint32_t seed)
{
	struct screen_conf screen;

	memset(c, 0, sizeof *c);
	c->seed = seed;
	c->random = seed * 2654435761u + 1;
	c->random += c->random == 0;
	for (int i = 0; i < 8; i++)
		random_below(c, 2);
	draw_lab(c);
	diag_init(&diag);
	if (!conf_read_text("chaos.ini", c->text, &c->lab, &screen, &diag)) {
		diag_format(&diag.rows[0], c->sentence, sizeof c->sentence);
		return false;
	}
	draw_commands(c);
	return true;
}

/* --- living ------------------------------------------------------------------------------------------------ */

/* Runs event by event to a time, and looks after each. */
static bool live_until(struct chaos *c, struct observer *o, uint32_t at_ms)
{
	while (sim_next_ms(&sim) <= at_ms) {
		sim_step(&sim);
		c->events++;
		if (!observer_look(o, &sim))
			return false;
	}
	sim_run(&sim, at_ms, UINT32_MAX);
	return true;
}

static bool do_command(struct observer *o, const struct command *command)
{
	char reply[256];

	sim_command(&sim, command, reply, sizeof reply);
	return observer_look(o, &sim);
}

/* Switches failover on again where it was switched off, by whom ever. */
static bool switch_on(struct observer *o)
{
	struct command on = { .kind = COMMAND_TYPE, .line = "failover" };

	for (on.unit = 0; on.unit < UNIT_COUNT; on.unit++)
		if (sim.unit[on.unit].off && !do_command(o, &on))
			return false;
	return true;
}

/* Mends all. What a unit only takes up when it boots needs that, too. */
static bool mend_all(struct chaos *c, struct observer *o)
{
	static const struct command mend = { .kind = COMMAND_MEND_ALL };
	struct command reload = { .kind = COMMAND_FAULT, .fault = FAULT_RELOAD };
	uint32_t boot_ms = c->lab.unit[PRIMARY].boot + c->lab.unit[SECONDARY].boot;

	if (!do_command(o, &mend) || !live_until(c, o, sim.now_ms + boot_ms))
		return false;
	for (uint8_t u = 0; u < UNIT_COUNT; u++) {
		reload.target = (struct target){ TARGET_UNIT, u, 0 };
		if ((sim.unit[u].traits & (uint8_t)~TRAIT_UNFIT) && !do_command(o, &reload))
			return false;
	}
	return live_until(c, o, sim.now_ms + boot_ms) && switch_on(o);
}

static bool type_at(struct observer *o, uint8_t unit, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool type_at(struct observer *o, uint8_t unit, const char *format, ...)
{
	struct command command = { .kind = COMMAND_TYPE, .unit = unit };
	va_list list;

	va_start(list, format);
	vsnprintf(command.line, sizeof command.line, format, list);
	va_end(list);
	return do_command(o, &command);
}

/* The links of a unit as the lab has them, so that it can hear its mate. */
static bool restore_links(struct chaos *c, struct observer *o, uint8_t u)
{
	const struct failover_conf *f = &c->lab.failover;
	char ip[16], mask[16], standby[16];

	lab_ip_print(f->lan_ip.ip, ip);
	lab_ip_print(f->lan_ip.mask, mask);
	lab_ip_print(f->lan_ip.standby, standby);
	return type_at(o, u, "end") && type_at(o, u, "failover group 1") && type_at(o, u, "failover group 2") &&
	    type_at(o, u, "failover lan unit %s", u == PRIMARY ? "primary" : "secondary") &&
	    type_at(o, u, "no failover link") && type_at(o, u, "failover lan interface %s %s", f->lan.name, f->lan.port) &&
	    (!lab_stateful(&c->lab) || type_at(o, u, "failover link %s %s", f->link.name, f->link.port)) &&
	    type_at(o, u, "failover interface ip %s %s %s standby %s", f->lan.name, ip, mask, standby) &&
	    type_at(o, u, "no failover key");
}

/* Is either unit configured in another way than the lab says, or than its mate? */
static bool is_configured(const struct chaos *c)
{
	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		if (sim.unit[u].role != u || memcmp(&sim.unit[u].conf.failover, &c->lab.failover, sizeof c->lab.failover) != 0 ||
		    memcmp(&sim.unit[u].conf, &sim.unit[PRIMARY].conf, sizeof sim.unit[u].conf) != 0)
			return true;
		for (uint32_t n = 0; n < c->lab.context_count; n++)
			if (context_group(&sim, u, n) != context_group(&sim, PRIMARY, n))
				return true;
		for (uint32_t i = 0; i < c->lab.iface_count; i++)
			if (memcmp(&sim.legs[i][u].conf, &sim.legs[i][PRIMARY].conf, sizeof sim.legs[i][u].conf) != 0)
				return true;
	}
	return false;
}

/* Configurations that have parted: failover off on both, the links as they were, and the primary goes first; the
 * secondary pulls what is left of the differences. */
static bool mend_configuration(struct chaos *c, struct observer *o)
{
	if (!is_configured(c))
		return true;
	for (uint8_t u = 0; u < UNIT_COUNT; u++)
		if (!type_at(o, u, "no failover") || !restore_links(c, o, u))
			return false;
	return type_at(o, PRIMARY, "failover") && live_until(c, o, sim.now_ms + settle_bound_ms(o, &sim)) &&
	    type_at(o, SECONDARY, "failover");
}

/* The whole life; `o` says what does not hold. */
static bool live(struct chaos *c, struct observer *o)
{
	uint32_t last_ms = 0;
	bool typed = false;

	for (uint32_t n = 0; n < c->count; n++) {
		const struct chaos_command *next = &c->commands[n];

		last_ms = next->at_ms;
		typed |= next->command.kind == COMMAND_TYPE;
		if (!live_until(c, o, sim.open_ms + last_ms) || !do_command(o, &next->command))
			return false;
	}
	if (c->lab.head.start == START_BOOT && last_ms < POWER_ON_MOST_MS)
		last_ms = POWER_ON_MOST_MS; /* both have power by then */
	return live_until(c, o, sim.open_ms + last_ms) && mend_all(c, o) && mend_configuration(c, o) &&
	    live_until(c, o, sim.now_ms + settle_bound_ms(o, &sim)) && observer_at_rest(o, &sim, typed);
}

/* An assert that fails ends a life as anything does that must not be, so that it can be cut short, too. */
static sigjmp_buf aborted;

static void on_abort(int signal)
{
	(void)signal;
	siglongjmp(aborted, 1);
}

static bool live_guarded(struct chaos *c, struct observer *o)
{
	struct sigaction guard = { .sa_handler = on_abort }, before;
	bool well = false;

	sigaction(SIGABRT, &guard, &before);
	if (sigsetjmp(aborted, 1) == 0) {
		if (c->lab.head.start == START_BOOT)
			sim_start(&sim, &c->lab);
		else
			sim_init(&sim, &c->lab);
		observer_init(o, &sim);
		well = live(c, o);
	} else {
		snprintf(o->sentence, sizeof o->sentence, "an assert fails");
	}
	sigaction(SIGABRT, &before, NULL);
	return well;
}

bool chaos_live(struct chaos *c)
{
	static struct observer o;

	c->events = 0;
	if (live_guarded(c, &o))
		return true;
	c->failed_step = sim.step;
	c->failed_ms = sim.now_ms - sim.open_ms;
	c->failed_hash = sim_hash(&sim);
	snprintf(c->sentence, sizeof c->sentence, "%s", o.sentence);
	return false;
}

/* --- when it fails ----------------------------------------------------------------------------------------- */

static void take_out(struct chaos *c, uint32_t n)
{
	memmove(&c->commands[n], &c->commands[n + 1], (c->count - n - 1) * sizeof c->commands[0]);
	c->count--;
}

void chaos_shrink(struct chaos *c)
{
	static struct chaos shorter;
	bool shrunk = true;

	while (shrunk) {
		shrunk = false;
		for (uint32_t n = c->count; n > 0; n--) {
			shorter = *c;
			take_out(&shorter, n - 1);
			if (chaos_live(&shorter))
				continue;
			*c = shorter;
			shrunk = true;
		}
	}
}

void chaos_print(const struct chaos *c, FILE *out)
{
	char text[200];

	fprintf(out, "seed %" PRIu32 " fails at step %" PRIu32 ", %" PRIu32 ".%03" PRIu32 " s, hash %016" PRIx64 ":\n  %s\n",
	    c->seed, c->failed_step, c->failed_ms / 1000, c->failed_ms % 1000, c->failed_hash, c->sentence);
	fprintf(out, "%s# the script\n", c->text);
	for (uint32_t n = 0; n < c->count; n++)
		fprintf(out, "%" PRIu32 "ms %s\n", c->commands[n].at_ms,
		    script_text(&c->lab, &c->commands[n].command, text, sizeof text));
}
