/* Anything may stand in a file: whatever the bytes, reading ends, and what is said of them is
 * clean.
 *
 * LLVMFuzzerTestOneInput is for libFuzzer.  With -DFUZZ_MAIN there is a main that spoils the
 * compiled-in labs, the same way every time: `fuzz_conf [RUNS [SEED]]`. */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/spoil.h"
#include "ui/conf/conf.h"

enum { TEXT_MAX = 1 << 16 };

static struct lab lab, again;
static struct screen_conf screen;
static struct diag diag;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Can the text be printed as it is? */
static bool is_clean(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			return false;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char text[TEXT_MAX];
	bool fine;

	if (size >= sizeof text)
		return 0;
	memcpy(text, data, size);
	text[size] = '\0';
	diag_init(&diag);
	fine = conf_read_text("fuzz.ini", text, &lab, &screen, &diag);
	assert(fine == (diag.errors == 0));
	assert(diag.count <= DIAG_MAX);
	assert(diag.count <= diag.errors + diag.warnings);
	assert(fine || diag.count > 0);
	for (int i = 0; i < diag.count; i++) {
		assert(is_clean(diag.rows[i].file));
		assert(is_clean(diag.rows[i].sentence));
		assert(diag.rows[i].sentence[0]);
	}
	/* What is called fine is fine, and is read the same a second time. */
	if (fine) {
		struct lab_problem problem = { .warning = true };

		lab_check(&lab, &problem, 1);
		assert(problem.warning);
		conf_read_text("fuzz.ini", text, &again, &screen, &diag);
		assert(lab_equal(&lab, &again));
	}
	return 0;
}

#ifdef FUZZ_MAIN
int main(int count, char **words)
{
	long runs = count > 1 ? atol(words[1]) : 2000;
	uint64_t seed = count > 2 ? strtoull(words[2], NULL, 10) : 1;
	static char text[TEXT_MAX];
	size_t labs = 0;

	while (builtin_labs[labs].name)
		labs++;
	for (long run = 0; run < runs; run++) {
		uint64_t state = seed + (uint64_t)run;
		const char *from = builtin_labs[spoil_random(&state, (uint32_t)labs)].text;
		size_t size = strlen(from);

		memcpy(text, from, size);
		for (uint32_t n = 1 + spoil_random(&state, 12); n > 0; n--)
			size = spoil_text(text, size, &spoil_ini, &state);
		LLVMFuzzerTestOneInput((const uint8_t *)text, size);
	}
	printf("%ld runs from seed %llu\n", runs, (unsigned long long)seed);
	return 0;
}
#endif
