/* What lies over the dashboard: the help, the menu of what can be done to a thing, the line where a condition is
 * typed. */
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "ui/keys.h"
#include "ui/menu.h"
#include "ui/until.h"
#include "ui/utf8.h"
#include "ui/views/face.h"

/* The legend, beside the words that say it in the picture. */
static const struct {
	const char *mark, *text;
	enum style style;
} legend[] = {
	{ "●", "active: a filled bar in the group's colour", STYLE_G1_ACTIVE },
	{ "○", "Standby Ready: no bar", STYLE_G1 },
	{ "►", "on the way to Active", STYLE_MOVING },
	{ "◌", "Cold Standby, Sync Config, Sync File System, Bulk Sync; booting", STYLE_SYNC },
	{ "✗", "failed; of an interface: failed its tests", STYLE_FAILED },
	{ "?", "Negotiation; not known", STYLE_UNKNOWN },
	{ "●", "interface Normal (Monitored)", STYLE_GOOD },
	{ "◐", "interface Normal (Waiting): its mate's end is not heard", STYLE_WARN },
	{ "◔", "interface Testing", STYLE_WARN },
	{ "╳", "No Link; a cable that is cut", STYLE_FAILED },
	{ "◯", "black hole: carrier stays, nothing passes", STYLE_FAILED },
	{ "h", "on a link: h hello, c configuration, u state update, t test", STYLE_MESSAGE },
	{ "!", "beside an age: older than it should be", STYLE_WARN },
	{ "1", "in the strips: active on the primary; 2 the secondary, S both, ! nobody", STYLE_G1_ACTIVE },
	{ "F", "in the strips: F fault, R mended, M typed, p preempt, b boot, ^ now", STYLE_FAILED },
};

enum { LEGEND_COUNT = sizeof legend / sizeof *legend };

/* The sections of the help: a heading, its lines, and a blank one. */
enum { SECTIONS = 3 };

int view_help_lines(void)
{
	return binding_count + present_binding_count + LEGEND_COUNT + 2 * SECTIONS;
}

static void help_key(struct area a, int y, const struct binding *b)
{
	area_text_right(a, 7, y, STYLE_KEY, b->shown);
	area_text(a, 9, y, STYLE_PLAIN, b->sentence);
}

static void help_line(struct area a, int y, int n)
{
	static const char *const headings[SECTIONS] = { "KEYS", "KEYS OF THE PRESENTER", "MARKS" };
	const int counts[SECTIONS] = { binding_count, present_binding_count, LEGEND_COUNT };
	int section = 0;

	while (section < SECTIONS - 1 && n > counts[section] + 1)
		n -= counts[section++] + 2;
	if (n == 0)
		area_text(a, 1, y, STYLE_STRONG, headings[section]);
	else if (n > counts[section])
		return;
	else if (section < SECTIONS - 1)
		help_key(a, y, section == 0 ? &bindings[n - 1] : &present_bindings[n - 1]);
	else {
		area_print(a, 6, y, legend[n - 1].style, "%s", legend[n - 1].mark);
		area_text(a, 9, y, STYLE_PLAIN, legend[n - 1].text);
	}
}

void view_help(const struct scene *scene, struct area a)
{
	int lines = view_help_lines();

	area_clear(a, 0, 0, a.rect.w, a.rect.h, STYLE_PLAIN);
	for (int y = 0; y < a.rect.h && scene->app->scroll + y < lines; y++)
		help_line(a, y, scene->app->scroll + y);
	if (scene->app->scroll + a.rect.h < lines)
		area_text_right(a, a.rect.w - 1, a.rect.h - 1, STYLE_QUIET, " more below ");
}

void view_menu(const struct scene *scene, struct area a)
{
	struct menu_item items[MENU_MAX];
	struct target t = scene->app->cursor;
	int n = menu_items(scene->s, t, items), w = a.rect.w < 78 ? a.rect.w : 78;
	int h = n + 2 < a.rect.h ? n + 2 : a.rect.h, first = scene->app->menu - (h - 3) > 0 ? scene->app->menu - (h - 3) : 0;
	struct area box = area_part(a, (a.rect.w - w) / 2, (a.rect.h - h) / 3 > 0 ? (a.rect.h - h) / 3 : 0, w, h);
	char name[96] = "";

	if (t.kind < TARGET_COUNT)
		target_name(&scene->s->lab, t, name, sizeof name);
	else
		snprintf(name, sizeof name, "%s", scene->s->lab.unit[t.unit].name);
	area_clear(box, 0, 0, w, h, STYLE_PLAIN);
	area_frame(box, 0, 0, w, box.rect.h, WEIGHT_HEAVY, STYLE_STRONG);
	area_print(box, 2, 0, STYLE_STRONG, " %s ", name);
	for (int i = first; i < n && i - first < h - 2; i++) {
		struct area row = area_part(box, 1, 1 + i - first, w - 2, 1);

		if (i == scene->app->menu)
			area_clear(row, 0, 0, w - 2, 1, STYLE_CURSOR);
		area_print(row, 1, 0, i == scene->app->menu ? STYLE_CURSOR : STYLE_PLAIN, "%*d  %s", n > 9 ? 2 : 1, i + 1,
		    items[i].label);
	}
}

/* What is wrong with the condition, or what it means, or examples. */
static void draw_hint(const struct scene *scene, struct area row)
{
	const struct prompt *p = &scene->app->prompt;
	struct until until;
	char why[PROMPT_WHY_LEN], example[UNTIL_LEN];
	int x = 1;

	area_clear(row, 0, 0, row.rect.w, 1, STYLE_PLAIN);
	if (p->why[0]) {
		area_text(row, 1, 0, STYLE_WARN, p->why);
	} else if (until_parse(&scene->s->lab, p->text, &until, why, sizeof why)) {
		area_print(row, 1, 0, STYLE_QUIET, "%s: %s", until_forms[until.form].words,
		    until_forms[until.form].sentence);
	} else {
		for (int f = 0; f < until_form_count && x < row.rect.w; f++)
			if (until_form_example(&scene->s->lab, f, 0, example))
				x += area_text(row, x, 0, STYLE_QUIET, example) + 3;
	}
}

/* The prompt takes the place of the status; of a line that is too long the end is seen. */
void view_until(const struct scene *scene, struct area a)
{
	const char *text = scene->app->prompt.text, label[] = "until: ";
	int y = a.rect.h > 2 ? a.rect.h - 2 : 0, x = (int)sizeof label, room = a.rect.w - x - 1;
	struct area row = area_part(a, 0, y, a.rect.w, 1);
	uint32_t rune;

	while (*text && utf8_cells(text) > room)
		text += utf8_decode(text, &rune);
	area_clear(row, 0, 0, a.rect.w, 1, STYLE_PLAIN);
	area_text(row, 1, 0, STYLE_KEY, label);
	area_text(row, x, 0, STYLE_YOU, text);
	area_clear(row, x + utf8_cells(text), 0, 1, 1, STYLE_CURSOR);
	if (y > 1)
		draw_hint(scene, area_part(a, 0, y - 1, a.rect.w, 1));
}
