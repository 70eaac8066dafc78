/* Things to rectangles, and entries of the log to things. */
#include "ui/spotlight.h"

#include <string.h>

#include "sim/words.h"

enum { LOOKED_MAX = 400 };

void spotlight_add_rect(struct spotlight *l, struct rect r)
{
	if (r.w <= 0 || r.h <= 0 || l->count == SPOTLIGHT_MAX)
		return;
	for (int i = 0; i < l->count; i++)
		if (memcmp(&l->lit[i], &r, sizeof r) == 0)
			return;
	l->lit[l->count++] = r;
}

/* Is a spot of the screen the thing, or one end of it? */
static bool is_meant(struct target spot, struct target t)
{
	bool ends = t.kind == TARGET_LAN || t.kind == TARGET_STATE || t.kind == TARGET_LEG || t.kind == SPOT_GROUP ||
	    t.kind == SPOT_CONTEXT;

	if (ends && t.unit == UNIT_BOTH)
		return spot.kind == t.kind && spot.index == t.index;
	return target_equal(spot, t);
}

/* Lights those of the places where the thing is. */
static bool add_places(struct spotlight *l, const struct target_spot *places, int count, struct target t)
{
	bool any = false;

	for (int i = 0; i < count; i++) {
		if (!is_meant(places[i].target, t))
			continue;
		spotlight_add_rect(l, places[i].rect);
		any = true;
	}
	return any;
}

bool spotlight_add(struct spotlight *l, const struct target_list *seen, struct target t)
{
	return add_places(l, seen->extents, seen->extent_count, t) || add_places(l, seen->spots, seen->count, t);
}

/* What an entry is about; TARGET_NONE where it is nothing that can be pointed at. */
static struct target about(const struct entry *e)
{
	const struct target none = { TARGET_NONE, 0, 0 }, unit = { TARGET_UNIT, e->who, 0 };
	const struct target group = { SPOT_GROUP, e->who, e->group }, leg = { TARGET_LEG, e->who, e->iface };

	switch ((enum entry_kind)e->kind) {
	case ENTRY_FAULT:
	case ENTRY_MEND:
		return entry_target(e);
	case ENTRY_TYPE:
		return e->group == GROUP_NONE || e->group == 0 ? (struct target){ TARGET_UNIT, (uint8_t)e->a, 0 }
							       : (struct target){ SPOT_GROUP, (uint8_t)e->a, e->group };
	case ENTRY_REFUSED:
		return none;
	case ENTRY_LINK:
		return (struct target){ e->from == WIRE_STATE ? TARGET_STATE : TARGET_LAN, UNIT_BOTH, 0 };
	case ENTRY_LANTEST:
		return (struct target){ TARGET_LAN, UNIT_BOTH, 0 };
	case ENTRY_IFACE:
	case ENTRY_TEST:
	case ENTRY_CONFIG:
	case ENTRY_REPORT:
		return e->iface == IFACE_NONE ? unit : leg;
	case ENTRY_STATE:
	case ENTRY_BELIEF:
	case ENTRY_RULE:
	case ENTRY_PREEMPT:
	case ENTRY_CONNS:
		return e->group == GROUP_NONE || e->group == 0 ? unit : group;
	case ENTRY_UNIT:
	case ENTRY_MATE:
	case ENTRY_SYNC:
	case ENTRY_AGREE:
	case ENTRY_MODULE:
	case ENTRY_KIND_COUNT:
		break;
	}
	return e->who < UNIT_COUNT ? unit : none;
}

void spotlight_add_news(struct spotlight *l, const struct target_list *seen, const struct history *h, uint32_t first)
{
	uint32_t last = h->now.trace_id;

	if (last >= LOOKED_MAX && first < last - LOOKED_MAX + 1)
		first = last - LOOKED_MAX + 1;
	for (uint32_t id = first > 0 ? first : 1; id <= last; id++) {
		const struct entry *e = history_entry(h, id);

		if (!e || !entry_notable(e))
			continue;
		spotlight_add(l, seen, about(e));
		spotlight_add(l, seen, target_log(id));
	}
}

void spotlight_shade(const struct spotlight *l, struct area all)
{
	if (l->count > 0)
		area_shade(all, l->lit, l->count);
}
