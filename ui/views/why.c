/* Why, over the whole picture: the lines of ui/why/why.h, scrolled, with one that stands for an entry marked. */
#include "ui/views/view.h"
#include "ui/why/why.h"

void view_why(const struct scene *scene, struct area a)
{
	const struct app *app = scene->app;
	struct why why;

	area_clear(a, 0, 0, a.rect.w, a.rect.h, STYLE_PLAIN);
	why_build(&why, scene->history, app->why, a.rect.w);
	for (int y = 0; y < a.rect.h && app->scroll + y < why.count; y++) {
		int n = app->scroll + y;
		const struct why_line *line = &why.lines[n];

		if (line->style == STYLE_TITLE)
			area_clear(a, 0, y, a.rect.w, 1, STYLE_TITLE);
		area_text(a, 0, y, (enum style)line->style, line->text);
		while (n > 0 && why.lines[n].more)
			n--;
		if (line->id != 0 && n == app->why_line)
			area_flag(a, 0, y, a.rect.w, 1, CELL_CURSOR);
	}
	if (app->scroll + a.rect.h < why.count)
		area_text_right(a, a.rect.w - 1, a.rect.h - 1, STYLE_QUIET, " more below ");
}
