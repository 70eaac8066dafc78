/* Anything may stand in a recording's header: whatever the bytes, reading ends, what is said of them is clean, and what is
 * called fine is a lab with a script.
 *
 * LLVMFuzzerTestOneInput is for libFuzzer.  With -DFUZZ_MAIN there is a main that spoils a good header, the same way every
 * time: `fuzz_cast [RUNS [SEED]]`. */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/spoil.h"
#include "ui/record/cast.h"

enum { TEXT_MAX = 1 << 16 };

static struct lab lab;
static struct screen_conf screen;
static struct script script;
static struct diag diag;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char text[TEXT_MAX];
	struct cast_run run = { &lab, &screen, &script, 0 };
	bool fine;

	if (size >= sizeof text)
		return 0;
	memcpy(text, data, size);
	text[size] = '\0';
	diag_init(&diag);
	script.count = 0;
	fine = cast_read_text("fuzz.cast", text, &run, &diag);
	assert(fine == (diag.errors == 0));
	assert(fine || diag.count > 0);
	for (int i = 0; i < diag.count; i++)
		for (const char *at = diag.rows[i].sentence; *at; at++)
			assert((unsigned char)*at >= 0x20 && *at != 0x7f);
	if (fine) {
		struct lab_problem problem = { .warning = true };

		lab_check(&lab, &problem, 1);
		assert(problem.warning);
		assert(script.count <= SCRIPT_MAX);
	}
	return 0;
}

#ifdef FUZZ_MAIN
static const char good[] =
    "{\"version\": 2, \"width\": 80, \"height\": 24, \"title\": \"A \\u00e9 \\ud83d\\ude00\", \"env\": {\"a\": [1, {}, null]}, "
    "\"failscope\": {\"lab\": \"[lab]\\ntitle = t\\n[context CTX1]\\n[interface CTX1/inside]\\nport = "
    "GigabitEthernet0/0\\nip address = 10.1.1.1 255.255.255.0 standby 10.1.1.2\\n\", \"script\": "
    "[\"10.000@902 fault power ASA1\", \"60 mend all\", \"61.5@7 type ASA1 failover active\"], \"until\": 200.000}}";

int main(int count, char **words)
{
	long runs = count > 1 ? atol(words[1]) : 2000;
	uint64_t seed = count > 2 ? strtoull(words[2], NULL, 10) : 1;
	static char text[TEXT_MAX];

	for (long run = 0; run < runs; run++) {
		uint64_t state = seed + (uint64_t)run;
		size_t size = sizeof good - 1;

		memcpy(text, good, size);
		for (uint32_t n = spoil_random(&state, 6); n > 0; n--)
			size = spoil_text(text, size, &spoil_json, &state);
		LLVMFuzzerTestOneInput((const uint8_t *)text, size);
	}
	printf("%ld runs from seed %llu\n", runs, (unsigned long long)seed);
	return 0;
}
#endif
