/* What a walkthrough tells, below the picture: the step and what the next key does, then the text. */
#include <string.h>

#include "ui/utf8.h"
#include "ui/views/view.h"
#include "ui/walk/play.h"

enum { NARRATION_TITLE_LEN = WALK_TITLE_LEN + 24, BACK_W = 13 };

void view_narration(const struct scene *scene, struct area a)
{
	struct play *p = scene->app->play;
	static struct play_line lines[PLAY_LINES];
	char title[NARRATION_TITLE_LEN];
	int count, room = a.rect.h - 1, hint, title_w;

	if (!p)
		return;
	count = play_lines(p, a.rect.w - 2, room, lines);
	hint = utf8_cells(play_hint(p)) + 2;
	title_w = utf8_cells(play_title(p, title, sizeof title)) + 4;
	area_clear(a, 0, 0, a.rect.w, a.rect.h, STYLE_PLAIN);
	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_print(area_part(a, 0, 0, a.rect.w - hint - 3, 1), 2, 0, STYLE_STRONG, " %s ", play_title(p, title, sizeof title));
	area_print(a, a.rect.w - hint - 2, 0, play_is_away(p) ? STYLE_WARN : STYLE_KEY, " %s ", play_hint(p));
	if (play_goes_back(p) && a.rect.w - hint - 2 - BACK_W > title_w)
		area_text(a, a.rect.w - hint - 2 - BACK_W, 0, STYLE_KEY, " PgUp: back ");
	for (int y = 0; y < room && p->scroll + y < count; y++)
		area_text(a, 1, 1 + y, (enum style)lines[p->scroll + y].style, lines[p->scroll + y].text);
}
