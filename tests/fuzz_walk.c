/* Anything may stand in a walkthrough: whatever the bytes, reading and doing it ends, what is said of it is clean, and what
 * is called good can be shown step by step.
 *
 * `fuzz_walk [RUNS [SEED]]` spoils the compiled-in walkthroughs, the same way every time. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/spoil.h"
#include "ui/conf/labs.h"
#include "ui/walk/play.h"

enum { TEXT_MAX = 1 << 17, POOL = 48 << 20, DONE_EVERY = 8 };

static struct walk walk;
static struct walk_run run;
static struct app app;
static struct lab lab;
static struct screen_conf screen;
static struct diag diag;
static struct canvas canvas;
static uint8_t pool[POOL];
static char text[TEXT_MAX];

/* Can everything that was said be printed as it is, and is it something? */
static void check_said(void)
{
	assert(diag.count <= DIAG_MAX);
	for (int i = 0; i < diag.count; i++) {
		assert(diag.rows[i].sentence[0]);
		for (const char *c = diag.rows[i].sentence; *c; c++)
			assert((unsigned char)*c >= 0x20 && *c != 0x7f);
	}
}

/* Reads a walkthrough; does it where it is good, as that takes time only now and then. */
static void try_text(bool done)
{
	bool good;

	diag_init(&diag);
	good = walk_read_text(&walk, "fuzz.ini", text, &lab, &screen, &diag);
	assert(good == (diag.errors == 0));
	check_said();
	if (!good || !done)
		return;
	app_open(&app, &lab, &screen, "fuzz", pool, sizeof pool);
	good = walk_run(&run, &walk, &app, &diag);
	assert(good == (diag.errors == 0));
	check_said();
	for (int n = walk.step_count - 1; n >= -1 && good; n--) {
		walk_go(&run, n, walk.columns, walk.rows);
		app_draw(&app, &canvas, walk.columns, walk.rows);
	}
}

int main(int count, char **words)
{
	long runs = count > 1 ? atol(words[1]) : 2000;
	uint64_t seed = count > 2 ? strtoull(words[2], NULL, 10) : 1;
	uint32_t walks = 0;

	while (builtin_walks[walks].name)
		walks++;
	assert(walks > 0);
	for (long n = 0; n < runs; n++) {
		uint64_t state = seed + (uint64_t)n;
		const char *from = builtin_walks[spoil_random(&state, walks)].text;
		size_t size = strlen(from);

		memcpy(text, from, size);
		for (uint32_t times = 1 + spoil_random(&state, 8); times > 0 && size + 64 < sizeof text; times--)
			size = spoil_text(text, size, &spoil_ini, &state);
		text[size] = '\0';
		try_text(n % DONE_EVERY == 0);
	}
	printf("%ld walkthroughs from seed %llu\n", runs, (unsigned long long)seed);
	return 0;
}
