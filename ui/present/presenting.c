/* What the presenter's keys do, and the frame of it: the stage, the log below where it is asked for, the keys. */
#include "ui/present/presenting.h"

#include "ui/spotlight.h"
#include "ui/walk/play.h"

enum { LOG_SHARE = 3, LOG_LEAST_H = 3 };

void presenting_toggle(struct app *a)
{
	a->present.on = !a->present.on;
	a->present.blank = false;
}

void presenting_blank(struct app *a)
{
	a->present.blank = true;
}

void presenting_toggle_log(struct app *a)
{
	a->present.log = !a->present.log;
}

void presenting_toggle_spotlight(struct app *a)
{
	a->present.all_lit = !a->present.all_lit;
}

void presenting_leave(struct app *a)
{
	if (a->cursor.kind != TARGET_NONE)
		a->cursor = (struct target){ TARGET_NONE, 0, 0 };
	else
		presenting_toggle(a);
}

bool presenting_wakes(struct app *a, enum action action)
{
	a->present.blank = false;
	a->redraw |= action == ACTION_REDRAW;
	return action != ACTION_QUIT && action != ACTION_SUSPEND;
}

/* Shades all but what a walkthrough points at, or else what changed; where neither is to be seen, and while it runs, all
 * is lit. */
static void draw_spotlight(const struct scene *scene, struct area all, struct area stage, struct area keys)
{
	struct spotlight l = { 0 };
	struct rect sentence = view_stage_sentence(scene, stage);

	for (int i = 0; i < scene->app->lit_count; i++)
		if (scene->app->lit[i].view >= VIEW_COUNT)
			spotlight_add(&l, scene->targets, scene->app->lit[i].thing);
	if (l.count == 0)
		spotlight_add_news(&l, scene->targets, scene->history, scene->changed_first);
	if (l.count == 0)
		return;
	spotlight_add_rect(&l, sentence);
	spotlight_add_rect(&l, keys.rect);
	spotlight_shade(&l, all);
}

void presenting_draw(const struct scene *scene, struct area all)
{
	const struct app *a = scene->app;
	int keys_h = all.rect.h > 1, h = all.rect.h - keys_h, log_h = a->present.log ? h / LOG_SHARE : 0;
	struct area stage, keys = area_part(all, 0, h, all.rect.w, keys_h);

	if (log_h < LOG_LEAST_H)
		log_h = 0;
	stage = area_part(all, 0, 0, all.rect.w, h - log_h);
	if (a->play)
		a->play->shown = 0; /* its text is on the second screen: none of it waits to be read here */
	view_stage(scene, stage);
	if (log_h > 0)
		view_log(scene, area_part(all, 0, h - log_h, all.rect.w, log_h));
	if (keys_h > 0)
		view_keys(scene, keys);
	if (!a->playing && !a->present.all_lit)
		draw_spotlight(scene, all, stage, keys);
}
