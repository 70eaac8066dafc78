/* Random lives of random labs, with what must hold looked at after every event: fuzz_sim SEEDS [FIRST].
 *
 * A seed that fails is printed with its step and what does not hold, then cut down to the shortest list of commands
 * that fails still; that is printed as a lab and a script. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/chaos.h"

static struct chaos life;

/* Lives one seed; returns whether it went well. */
static bool live_seed(uint32_t seed, uint64_t *events)
{
	bool well = chaos_draw(&life, seed) && chaos_live(&life);

	*events += life.events;
	if (well)
		return true;
	printf("seed %" PRIu32 " step %" PRIu32 ": %s\n", seed, life.failed_step, life.sentence);
	fflush(stdout);
	chaos_shrink(&life);
	chaos_print(&life, stdout);
	return false;
}

int main(int argc, char **argv)
{
	uint32_t seeds = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
	uint32_t first = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1, failed = 0;
	uint64_t events = 0;

	if (seeds == 0) {
		fprintf(stderr, "usage: fuzz_sim SEEDS [FIRST]\n");
		return 2;
	}
	for (uint32_t n = 0; n < seeds; n++)
		failed += !live_seed(first + n, &events);
	printf("%" PRIu32 " seeds, %" PRIu64 " events, %" PRIu32 " failed\n", seeds, events, failed);
	return failed > 0;
}
