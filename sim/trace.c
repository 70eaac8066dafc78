/* The trace, and the rules as data. */
#include "sim/trace.h"

#include <assert.h>

#include "sim/sim.h"

const struct rule rules[RULE_COUNT] = {
#define RULE(id, word, trust, source, sentence) { word, source, sentence, TRUST_##trust },
#include "sim/rules.def"
};

uint32_t trace(struct sim *s, struct entry e)
{
	assert(s->news_count < NEWS_MAX);
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
