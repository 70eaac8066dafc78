/* The trace, and the rules as data. */
#include "sim/trace.h"

#include <assert.h>

#include "sim/sim.h"

const struct rule rules[RULE_COUNT] = {
#define RULE(id, word, trust, source, sentence) { word, source, sentence, TRUST_##trust },
#include "sim/rules.def"
};

/* Causes without holes and without the same one twice. */
static void tidy_causes(struct entry *e)
{
	uint32_t n = 0;

	for (uint32_t c = 0; c < CAUSE_MAX; c++) {
		uint32_t cause = e->cause[c];
		bool known = cause == 0;

		for (uint32_t k = 0; k < n; k++)
			known |= e->cause[k] == cause;
		e->cause[c] = 0;
		if (!known)
			e->cause[n++] = cause;
	}
}

uint32_t trace(struct sim *s, struct entry e)
{
	assert(s->news_count < NEWS_MAX);
	tidy_causes(&e);
	e.id = ++s->trace_id;
	e.at_ms = s->now_ms;
	e.step = s->step;
	s->news[s->news_count++] = e;
	return e.id;
}

bool entry_notable(const struct entry *e)
{
	static const bool notable[ENTRY_KIND_COUNT] = {
#define KIND(id, word, yes) yes,
		ENTRY_KINDS(KIND)
#undef KIND
	};

	return notable[e->kind];
}
