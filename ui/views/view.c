/* The list of views, and how they break text. */
#include "ui/views/view.h"

#include "ui/utf8.h"

/* clang-format off */
#define view_TITLE    view_title
#define view_TOPOLOGY view_topology
#define view_GROUPS   view_groups
#define view_TIMELINE view_timeline
#define view_LOG      view_log
#define view_ABOUT    view_about
#define view_NARRATION view_narration
#define view_STATUS   view_status
#define view_KEYS     view_keys
/* clang-format on */

const struct view_row views[VIEW_COUNT] = {
#define VIEW(id, name, sentence) { name, sentence, view_##id },
#include "ui/views/views.def"
};

enum { WRAP_LEAST_W = 8 };

int view_wrap(struct area a, int x, int y, enum style style, const char *text)
{
	int columns = a.rect.w - x - 1, lines;

	if (columns <= WRAP_LEAST_W || y >= a.rect.h)
		return y;
	lines = area_wrap(a, x, y, columns, a.rect.h - y, style, text);
	return lines < a.rect.h - y ? y + lines : a.rect.h;
}

int view_wrap_lines(int columns, const char *text)
{
	return columns > WRAP_LEAST_W ? utf8_lines(text, columns) : 0;
}
