/* The list of views, and how they break text. */
#include "ui/views/view.h"

#include <stdio.h>
#include <string.h>

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

/* How much of the text goes on one line: up to a blank, where there is one. */
static size_t line_end(const char *text, size_t columns)
{
	size_t cut;

	if (strlen(text) <= columns)
		return strlen(text);
	for (cut = columns; cut > 0 && text[cut] != ' '; cut--)
		;
	return cut > 0 ? cut : columns;
}

enum { WRAP_LEAST_W = 8 };

int view_wrap(struct area a, int x, int y, enum style style, const char *text)
{
	int columns = a.rect.w - x - 1;

	while (*text && y < a.rect.h && columns > WRAP_LEAST_W) {
		size_t n = line_end(text, (size_t)columns);
		char piece[256];

		snprintf(piece, sizeof piece, "%.*s", (int)n, text);
		area_text(a, x, y++, style, piece);
		text += n;
		text += strspn(text, " ");
	}
	return y;
}

int view_wrap_lines(int columns, const char *text)
{
	int lines = 0;

	for (; *text && columns > WRAP_LEAST_W; lines++) {
		text += line_end(text, (size_t)columns);
		text += strspn(text, " ");
	}
	return lines;
}
