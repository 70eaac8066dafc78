/* The app's walkthrough as something told. */
#include "ui/present/telling.h"

#include <assert.h>
#include <stdio.h>

#include "ui/views/face.h"
#include "ui/walk/play.h"

/* Who holds a group, in a word. */
static const char *holder_word(const struct sim *s, uint32_t group)
{
	uint32_t holder = face_holder(s, group);

	return holder < UNIT_COUNT ? s->lab.unit[holder].name : holder == HOLDER_NONE ? "nobody" : "both";
}

void telling_of(const struct app *a, const char *name, struct told *told)
{
	static const enum told_phase phases[] = {
		[PLAY_READ] = TOLD_READ, [PLAY_WATCH] = TOLD_WATCH, [PLAY_DONE] = TOLD_DONE
	};
	const struct sim *s = &a->history.now;
	const struct play *p = a->play;

	assert(p != NULL);
	told_init(told);
	told->version = TOLD_VERSION;
	snprintf(told->file, sizeof told->file, "%s", name);
	told->step = p->step;
	told->phase = phases[p->phase];
	told->since_ms = s->now_ms - s->open_ms;
	told->runs = a->playing;
	told->away = play_is_away(p);
	if (told->runs)
		told->since_ms -= told->since_ms % 1000;
	for (uint32_t g = 1; g < GROUP_COUNT; g++)
		snprintf(told->holder[g], sizeof told->holder[g], "%s", holder_word(s, g));
}
