/* Places on the screen, and the cursor's way between them. */
#include "ui/target.h"

#include <limits.h>
#include <stdlib.h>

bool target_equal(struct target a, struct target b)
{
	return a.kind == b.kind && a.unit == b.unit && a.index == b.index;
}

void target_clear(struct target_list *list)
{
	list->contexts = 0;
	list->count = 0;
	list->extent_count = 0;
}

/* Adds a place to a list of them, clipped to the area. */
static void add(struct target_spot *spots, int *count, int most, struct area area, struct rect r, struct target target)
{
	int right = area.rect.x + area.rect.w, bottom = area.rect.y + area.rect.h;

	if (r.x < 0 || r.y < 0 || *count == most)
		return;
	r.x += area.rect.x;
	r.y += area.rect.y;
	if (r.x + r.w > right)
		r.w = right - r.x;
	if (r.y + r.h > bottom)
		r.h = bottom - r.y;
	if (r.w > 0 && r.h > 0)
		spots[(*count)++] = (struct target_spot){ target, r };
}

void target_note(struct target_list *list, struct area area, int x, int y, int w, int h, struct target target)
{
	add(list->spots, &list->count, TARGET_LIST_MAX, area, (struct rect){ x, y, w, h }, target);
}

void target_extent(struct target_list *list, struct area area, int x, int y, int w, int h, struct target target)
{
	add(list->extents, &list->extent_count, EXTENT_MAX, area, (struct rect){ x, y, w, h }, target);
}

static const struct target_spot *find(const struct target_list *list, struct target target)
{
	for (int i = 0; i < list->count; i++)
		if (target_equal(list->spots[i].target, target))
			return &list->spots[i];
	return NULL;
}

/* How far it is from one thing to another in a direction: along it, and three times across it, so that straight is
 * nearer than slanted. INT_MAX for what does not lie there. */
static int distance(struct rect a, struct rect b, int dx, int dy)
{
	int ax = 2 * a.x + a.w, ay = 2 * (2 * a.y + a.h), bx = 2 * b.x + b.w, by = 2 * (2 * b.y + b.h);
	int along = dx != 0 ? (bx - ax) * dx : (by - ay) * dy;
	int across = dx != 0 ? abs(by - ay) : abs(bx - ax);

	return along <= 0 ? INT_MAX : along + 3 * across;
}

struct target target_move(const struct target_list *list, struct target from, int dx, int dy)
{
	const struct target_spot *at = find(list, from), *best = NULL;
	int nearest = INT_MAX;

	if (!at)
		return list->count > 0 ? list->spots[0].target : from;
	for (int i = 0; i < list->count; i++) {
		int d = distance(at->rect, list->spots[i].rect, dx, dy);

		if (d < nearest && !target_equal(list->spots[i].target, from)) {
			nearest = d;
			best = &list->spots[i];
		}
	}
	return best ? best->target : from;
}

struct target target_under(const struct target_list *list, int x, int y)
{
	struct target best = { TARGET_NONE, 0, 0 };
	int size = INT_MAX;

	for (int i = 0; i < list->count; i++) {
		struct rect r = list->spots[i].rect;

		if (x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h && r.w * r.h < size) {
			best = list->spots[i].target;
			size = r.w * r.h;
		}
	}
	return best;
}
