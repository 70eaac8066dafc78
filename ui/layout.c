/* Size -> rectangles. */
#include "ui/layout.h"

enum {
	PICTURE_LEAST_W = 68,
	PICTURE_LEAST_H = 12, /* frame, switches, legs, both groups, two contexts */
	TABLE_H = 4,
	TALL_H = 16,          /* from here on groups and contexts have two lines */
	TIMELINE_H = 3,
	LOG_LEAST_H = 2,
	ABOUT_LEAST_W = 100,
	NARRATION_LEAST_H = 6,
	NARRATION_GOOD_H = 8, /* what is told beside timeline and log has so much, */
	TOLD_LOG_H = 4,       /* and the log the rest, but no more than it needs to be looked at */
};

static struct rect strip(int y, int columns, int h)
{
	return (struct rect){ 0, y, columns, h };
}

static int between(int n, int least, int most)
{
	return n < least ? least : n > most ? most : n;
}

bool layout_tall(int height)
{
	return height >= TALL_H;
}

/* How tall the picture is, of the rows that title, status and keys leave: the rest is the timeline's and the log's,
 * which get more of a big screen. */
static int picture_height(int rows, int contexts)
{
	int want = 10 + contexts, tall = 12 + 2 * contexts;

	if (rows >= 30 && rows - between(tall, TALL_H, rows * 3 / 5) >= TIMELINE_H + 6)
		return between(tall, TALL_H, rows * 3 / 5);
	return between(want, PICTURE_LEAST_H, rows - TIMELINE_H - 3 > PICTURE_LEAST_H ? rows - TIMELINE_H - 3 :
	    PICTURE_LEAST_H);
}

/* The log takes what is left, and shares it with the about panel where the screen is wide. */
static void place_log(struct layout *l, int y, int columns, int h)
{
	int left = columns * 2 / 3;

	if (h < LOG_LEAST_H)
		return;
	if (columns >= ABOUT_LEAST_W && h >= 5) {
		l->at[VIEW_LOG] = (struct rect){ 0, y, left, h };
		l->at[VIEW_ABOUT] = (struct rect){ left, y, columns - left, h };
	} else {
		l->at[VIEW_LOG] = strip(y, columns, h);
	}
}

/* What is told stands between picture and status; it needs some lines, and the picture gives them. */
static void place_narration(struct layout *l, int y, int columns, int bottom)
{
	struct rect *table = &l->at[VIEW_GROUPS];

	if (bottom - y < NARRATION_LEAST_H && table->h > 2) {
		int h = between(bottom - table->y - NARRATION_LEAST_H, 2, table->h);

		y -= table->h - h;
		table->h = h;
	}
	if (bottom - y >= 2)
		l->at[VIEW_NARRATION] = strip(y, columns, bottom - y);
}

/* Where a screen has room for it, timeline and log stay above what is told. Returns the row below them. */
static int place_beside_narration(struct layout *l, int y, int columns, int bottom)
{
	int room = bottom - y - NARRATION_GOOD_H - TIMELINE_H;

	if (room < LOG_LEAST_H + 1)
		return y;
	l->at[VIEW_TIMELINE] = strip(y, columns, TIMELINE_H);
	l->at[VIEW_LOG] = strip(y + TIMELINE_H, columns, between(room, 0, TOLD_LOG_H + room / 4));
	return y + TIMELINE_H + l->at[VIEW_LOG].h;
}

struct layout layout_solve(int columns, int rows, int contexts, bool told)
{
	struct layout l = { 0 };
	int top = 0, bottom = rows, body;

	if (columns <= 0 || rows <= 0)
		return l;
	l.at[VIEW_TITLE] = strip(top++, columns, 1);
	if (rows >= 2)
		l.at[VIEW_KEYS] = strip(--bottom, columns, 1);
	if (rows >= 7)
		l.at[VIEW_STATUS] = strip(--bottom, columns, 1);
	body = bottom - top;
	if (columns >= PICTURE_LEAST_W && body >= PICTURE_LEAST_H + (told ? NARRATION_LEAST_H : 0)) {
		int h = picture_height(body, contexts);

		if (told && body - h < NARRATION_LEAST_H)
			h = body - NARRATION_LEAST_H;

		l.at[VIEW_TOPOLOGY] = strip(top, columns, h);
		top += h;
	} else if (body >= 2) {
		int h = between(body, 2, TABLE_H + (body >= 8 ? between(contexts, 0, body - 8) : 0));

		l.at[VIEW_GROUPS] = strip(top, columns, h);
		top += h;
	}
	if (told) {
		top = place_beside_narration(&l, top, columns, bottom);
		place_narration(&l, top, columns, bottom);
		return l;
	}
	if (bottom - top >= TIMELINE_H) {
		l.at[VIEW_TIMELINE] = strip(top, columns, TIMELINE_H);
		top += TIMELINE_H;
	}
	place_log(&l, top, columns, bottom - top);
	return l;
}
