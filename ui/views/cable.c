/* A cable between the units, what is under way on it, and where it is broken. */
#include "ui/views/cable.h"

#include "sim/words.h"
#include "ui/views/face.h"

/* A message that one unit sent, while it is under way: its letter, so far along as it has come. */
static void draw_message(const struct scene *scene, struct area gap, int y, const struct cable *c, uint32_t from)
{
	const struct sim *s = scene->s;
	const struct app *app = scene->app;
	uint32_t age_ms = s->now_ms - c->last_ms[from], way_ms = s->lab.timing.link_delay;
	uint32_t seen_ms = app->speed_tenths * 30; /* at least 0.3 s of ours, while it runs */
	int w = gap.rect.w - 2, x;
	char letter[2] = { message_letter(c->last[from]), '\0' };

	if (app->playing && seen_ms > way_ms)
		way_ms = seen_ms;
	if (c->last_ms[from] == 0 || age_ms > way_ms || app->speed_tenths > 100)
		return;
	x = (int)((uint32_t)(w - 1) * age_ms / (way_ms + 1));
	area_text(gap, 1 + (from == PRIMARY ? x : w - 1 - x), y, STYLE_MESSAGE, letter);
}

void cable_draw(const struct scene *scene, struct area gap, int y, const struct cable *c, enum weight weight,
    struct target target)
{
	int last = gap.rect.w - 1;
	const char *mark[UNIT_COUNT] = { face_leg_mark(c->faults[PRIMARY]), face_leg_mark(c->faults[SECONDARY]) };
	bool fine = !mark[PRIMARY] && !mark[SECONDARY];
	bool up = c->carrier[PRIMARY];
	enum style style = !fine ? STYLE_FAILED : up ? STYLE_LINK : STYLE_UNKNOWN;

	if (up || fine) {
		area_across(gap, 0, last, y, up ? weight : WEIGHT_LIGHT, style);
	} else {
		area_across(gap, 0, 2, y, WEIGHT_LIGHT, style);
		area_across(gap, last - 2, last, y, WEIGHT_LIGHT, style);
	}
	if (mark[PRIMARY] && mark[SECONDARY]) {
		area_text(gap, last / 2, y, STYLE_FAILED, mark[PRIMARY]);
	} else {
		for (uint32_t u = 0; u < UNIT_COUNT; u++)
			if (mark[u])
				area_text(gap, u == PRIMARY ? 3 : last - 3, y, STYLE_FAILED, mark[u]);
	}
	for (uint32_t u = 0; u < UNIT_COUNT; u++)
		draw_message(scene, gap, y, c, u);
	target.unit = UNIT_BOTH;
	target_note(scene->targets, gap, last / 2 - 2, y, 5, 1, target);
	target_extent(scene->targets, gap, 0, y - 1, gap.rect.w, 3, target);
	for (uint8_t u = 0; u < UNIT_COUNT; u++) {
		target.unit = u;
		target_note(scene->targets, gap, u == PRIMARY ? 1 : last - 3, y, 3, 1, target);
	}
}
