/* How fast the simulator is: an event, a day, a jump.
 *
 *   bench_sim events        events a second, next to the bare wheel, and large next to small
 *   bench_sim instructions  instructions an event, counted by valgrind
 *   bench_sim day           a day with and without history, and jumps in it
 *   bench_sim run N COUNT   so many events of a pair with N interfaces; what valgrind counts
 *
 * Times are of the process's own work, as other programs run beside it. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sim/fault.h"
#include "sim/history.h"
#include "tests/bench.h"
#include "tests/bench_wheel.h"

enum {
	LARGE = IFACE_MAX,
	SMALL_PAIR = 4,
	TURNS = 40,
	TURN_EVENTS =
	    200000, /* of a small pair all turns together are less than the 24 days of a run */
	HOUR_MS = 3600 * 1000,
	DAY_MS = 24 * HOUR_MS,
	SLICE_MS = 10 * 60 * 1000, /* the two ways of running a day take turns this often */
	SLICES = DAY_MS / SLICE_MS,
	DAYS = 5,
	JUMPS = 200,
	POOL_SIZE = 96 << 20,
};

static struct lab lab;
static struct sim large, small;
static struct history history;

/* --- labs ------------------------------------------------------------------------------------ */

/* A monitored interface with addresses of its own, on one of the two switches. */
static void add_iface(uint32_t n, uint32_t context)
{
	char nameif[NAMEIF_LEN];
	struct interface_conf *conf;
	int i;

	snprintf(nameif, sizeof nameif, "if%" PRIu32, n);
	i = lab_add_iface(&lab, context, nameif);
	assert(i >= 0);
	conf = &lab.ifaces[i];
	snprintf(conf->port, sizeof conf->port, "Port1/%" PRIu32, n);
	conf->address.ip = 0x0a100001u + (n << 8);
	conf->address.mask = 0xffffff00u;
	conf->address.standby = conf->address.ip + 1;
	conf->attached = 1 + n % 2;
	conf->monitor = 1;
}

/* Only warnings may be said of the lab. */
static void must_be_sound(void)
{
	static struct lab_problem problems[64];
	size_t count = lab_check(&lab, problems, 64);

	for (size_t p = 0; p < count && p < 64; p++)
		if (!problems[p].warning) {
			fprintf(stderr, "bench_sim: %s\n", problems[p].sentence);
			exit(1);
		}
}

/* A pair with so many interfaces, spread over as many contexts as there may be, in both groups; it
 * has a state link, and both groups preempt. */
static void make_lab(uint32_t ifaces)
{
	uint32_t contexts = ifaces / 2 < CONTEXT_MAX - 1 ? ifaces / 2 : CONTEXT_MAX - 1;
	char name[NAME_LEN];

	lab_init(&lab);
	snprintf(lab.unit[PRIMARY].name, NAME_LEN, "ASA1");
	snprintf(lab.unit[SECONDARY].name, NAME_LEN, "ASA2");
	snprintf(lab.failover.link.name, NAME_LEN, "statelink");
	snprintf(lab.failover.link.port, PORT_LEN, "GigabitEthernet0/6");
	lab.failover.link_ip = (struct address){ 0x0a000101u, 0xfffffffcu, 0x0a000102u };
	lab.group[1].preempt = lab.group[2].preempt = 0;
	lab.group[2].preferred = SECONDARY;
	lab_add_switch(&lab, "SW-IN");
	lab_add_switch(&lab, "SW-OUT");
	for (uint32_t c = 0; c < contexts; c++) {
		snprintf(name, sizeof name, "CTX%" PRIu32, c + 1);
		lab.contexts[lab_add_context(&lab, name)].group = 1 + c % 2;
	}
	for (uint32_t n = 0; n < ifaces; n++)
		add_iface(n, 1 + n % contexts);
	must_be_sound();
}

/* --- events ---------------------------------------------------------------------------------- */

/* Seconds an event, over one turn of the simulator. */
static double sim_turn(struct sim *s)
{
	uint32_t until = s->step + TURN_EVENTS, had = s->step;
	double begin = bench_cpu_s();

	while (s->step < until)
		if (sim_run(s, TIME_MAX_MS, until))
			assert(s->step == until);
	return (bench_cpu_s() - begin) / (s->step - had);
}

/* Seconds an event, over one turn of the wheel. */
static double wheel_turn(void)
{
	double begin = bench_cpu_s();
	uint64_t count = wheel_run(TURN_EVENTS);

	return (bench_cpu_s() - begin) / (double)count;
}

/* How dear an event is: large, small and in the wheel, in turns. */
static void events(void)
{
	static double large_s[TURNS], small_s[TURNS], wheel_s[TURNS];
	double l, m, w;

	make_lab(SMALL_PAIR);
	sim_init(&small, &lab);
	make_lab(LARGE);
	sim_init(&large, &lab);
	wheel_start(LARGE, lab.group[1].polltime, lab.timing.data_delay);
	for (int t = -1; t < TURNS; t++) { /* the first is to get warm */
		int at = t < 0 ? 0 : t;

		wheel_s[at] = wheel_turn();
		large_s[at] = sim_turn(&large);
		small_s[at] = sim_turn(&small);
	}
	assert(wheel_heard_ms(LARGE - 1, PRIMARY) > 0);
	l = bench_median(large_s, TURNS);
	m = bench_median(small_s, TURNS);
	w = bench_median(wheel_s, TURNS);
	bench_head("the simulator (own time, medians of 40)");
	bench_print(&(struct bench_row){
	    "events a second, 1025 interfaces, to a wheel", "M/s", 1e-6 / l, 1e-6 / w, 0.4, true });
	bench_print(&(struct bench_row){
	    "an event at 1025 interfaces, to one at 4", "ns", l * 1e9, m * 1e9, 1.3, false });
}

/* --- instructions ---------------------------------------------------------------------------- */

/* So many events of a pair, and nothing else. */
static void run(uint32_t ifaces, uint32_t count)
{
	uint32_t until;

	make_lab(ifaces);
	sim_init(&large, &lab);
	until = large.step + count;
	while (large.step < until)
		sim_run(&large, TIME_MAX_MS, until);
}

/* Instructions of a whole run, as valgrind counts them; 0 where it does not. */
static double counted(const char *self, uint32_t ifaces, uint32_t count)
{
	char command[512], line[256];
	double collected = 0;
	FILE *f;

	snprintf(command, sizeof command,
	    "valgrind --tool=callgrind --callgrind-out-file=/dev/null %s run %" PRIu32 " %" PRIu32
	    " 2>&1",
	    self, ifaces, count);
	f = popen(command, "r");
	while (f && fgets(line, sizeof line, f)) {
		char *at = strstr(line, "Collected :");

		if (at)
			collected = strtod(at + 11, NULL);
	}
	if (f)
		pclose(f);
	return collected;
}

/* What more events cost, so that the start does not count. */
static void instructions_at(const char *self, uint32_t ifaces, const char *name)
{
	enum { FEW = 20000, MANY = 520000 };
	double few = counted(self, ifaces, FEW), many = counted(self, ifaces, MANY);

	if (few <= 0 || many <= few)
		bench_skip(name, "valgrind did not count");
	else
		bench_print(&(struct bench_row){
		    name, "instr", (many - few) / (MANY - FEW), 0, 500, false });
}

/* Both pairs; says so where nobody can count. */
static void instructions(const char *self)
{
	static const char *large_name = "instructions an event, 1025 interfaces",
			  *small_name = "instructions an event, 4 interfaces";

	if (system("command -v valgrind >/dev/null 2>&1") != 0) {
		bench_skip(large_name, "no valgrind");
		bench_skip(small_name, "no valgrind");
		return;
	}
	instructions_at(self, LARGE, large_name);
	instructions_at(self, SMALL_PAIR, small_name);
}

/* --- a day ----------------------------------------------------------------------------------- */

/* Each hour a cable of one context is cut for ten minutes; once a day a unit loses power. */
static bool command_at(uint32_t slice, struct command *c)
{
	bool power = slice == 38 || slice == 39;

	*c = (struct command){ .kind = slice % 6 == 2 ? COMMAND_FAULT : COMMAND_MEND,
		.fault = FAULT_CARRIER,
		.target = { TARGET_LEG, PRIMARY, (uint16_t)(slice / 6) } };
	if (power) {
		c->fault = FAULT_POWER;
		c->target = (struct target){ TARGET_UNIT, SECONDARY, 0 };
	}
	return slice % 6 == 2 || slice % 6 == 3;
}

/* The next slice of the day with history, in seconds. */
static double history_slice(uint32_t slice)
{
	double begin = bench_cpu_s();
	struct command c;
	char reply[256];

	if (command_at(slice, &c))
		history_command(&history, &c, reply, sizeof reply);
	history_go_ms(&history, history.now.open_ms + (slice + 1) * SLICE_MS);
	return bench_cpu_s() - begin;
}

/* And without. */
static double bare_slice(uint32_t slice)
{
	double begin = bench_cpu_s();
	struct command c;
	char reply[256];

	if (command_at(slice, &c))
		sim_command(&large, &c, reply, sizeof reply);
	while (!sim_run(&large, large.open_ms + (slice + 1) * SLICE_MS, UINT32_MAX))
		;
	return bench_cpu_s() - begin;
}

/* Fresh memory, so that its first use counts. */
static void *fresh_pool(void)
{
	void *pool =
	    mmap(NULL, POOL_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert(pool != MAP_FAILED);
	return pool;
}

/* The lesser of what is known, 0 where nothing is, and another time. */
static double least(double known, double another)
{
	return known > 0 && known < another ? known : another;
}

/* A day both ways, in turns; the least seconds so far of each slice. The same story must come out.
 */
static void run_day(void *pool, double *with_s, double *without_s)
{
	history_open(&history, &lab, pool, POOL_SIZE);
	sim_init(&large, &lab);
	for (uint32_t slice = 0; slice < SLICES; slice++) {
		with_s[slice] = least(with_s[slice], history_slice(slice));
		without_s[slice] = least(without_s[slice], bare_slice(slice));
	}
	assert(sim_hash(&history.now) == sim_hash(&large));
}

/* All slices together. */
static double sum(const double *values)
{
	double all = 0;

	for (int i = 0; i < SLICES; i++)
		all += values[i];
	return all;
}

/* The most memory that the process has had, in MiB. */
static double peak_mib(void)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[128];
	double kib = 0;

	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kib = strtod(line + 6, NULL);
	if (f)
		fclose(f);
	return kib / 1024;
}

/* Jumps to instants drawn by a small generator, always the same ones; in milliseconds. */
static void jumps(double *ms)
{
	uint64_t chance = 1;

	for (int j = 0; j < JUMPS; j++) {
		double begin;

		chance = chance * 6364136223846793005u + 1442695040888963407u;
		begin = bench_cpu_s();
		history_go_ms(&history, history.now.open_ms + (uint32_t)(chance >> 33) % DAY_MS);
		ms[j] = (bench_cpu_s() - begin) * 1e3;
	}
}

/* Runs the same day some times over, each time into fresh memory. Returns the last, for jumps. */
static void *run_days(double *with_s, double *without_s)
{
	void *pool = NULL;

	for (int d = 0; d < DAYS; d++) {
		if (pool)
			munmap(pool, POOL_SIZE);
		pool = fresh_pool();
		run_day(pool, with_s, without_s);
	}
	return pool;
}

/* What keyframes cost, and what they are good for. */
static void day(void)
{
	static double with_s[SLICES], without_s[SLICES], ms[JUMPS];
	double median;
	void *pool;

	make_lab(LARGE);
	pool = run_days(with_s, without_s);
	jumps(ms);
	median = bench_median(ms, JUMPS); /* sorted now */
	printf("\na day at 1025 interfaces: %" PRIu32 " events; %" PRIu32
	       " keyframes, one every %" PRIu32 " events; pool %zu of %d MiB\n",
	    large.step, history.keyframe_count, history.interval, history.pool_used >> 20,
	    POOL_SIZE >> 20);
	bench_head("a day (own time, the least of 5 for each slice)");
	bench_print(&(struct bench_row){
	    "with keyframes, to the run alone", "s", sum(with_s), sum(without_s), 1.06, false });
	bench_print(&(struct bench_row){
	    "a jump into the day, the worst of 200", "ms", ms[JUMPS - 1], 0, 16, false });
	bench_print(
	    &(struct bench_row){ "a jump into the day, the median", "ms", median, 0, 16, false });
	bench_print(&(struct bench_row){
	    "memory at the most, pool of 96 MiB", "MiB", peak_mib(), 0, 128, false });
	munmap(pool, POOL_SIZE);
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	if (strcmp(what, "events") == 0)
		events();
	else if (strcmp(what, "instructions") == 0)
		instructions(argv[0]);
	else if (strcmp(what, "day") == 0)
		day();
	else if (strcmp(what, "run") == 0 && argc > 3)
		run((uint32_t)atoi(argv[2]), (uint32_t)atoi(argv[3]));
	else
		return fprintf(stderr, "usage: bench_sim events|instructions|day|run N COUNT\n"), 2;
	return 0;
}
