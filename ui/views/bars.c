/* The lines around the picture: title, status, keys; and the table that stands for the picture where that does not
 * fit. */
#include <stdio.h>
#include <string.h>

#include "sim/fault.h"
#include "sim/service.h"
#include "sim/words.h"
#include "ui/keys.h"
#include "ui/record/recorder.h"
#include "ui/utf8.h"
#include "ui/views/face.h"
#include "ui/walk/play.h"

/* Who holds each group, right-aligned: the last thing to leave the screen. Returns the columns left of it. */
static int draw_holders(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	int right = a.rect.w;

	for (uint32_t g = GROUP_COUNT - 1; g >= 1; g--) {
		uint32_t holder = face_holder(s, g);
		char text[64];

		snprintf(text, sizeof text, " G%u %.12s ", g, holder < UNIT_COUNT ? s->lab.unit[holder].name :
		    holder == HOLDER_NONE ? "nobody" : "SPLIT");
		right -= area_text_right(a, right, 0, holder < UNIT_COUNT ? (g == 2 ? STYLE_G2_ACTIVE : STYLE_G1_ACTIVE) :
		    STYLE_SPLIT, text);
		if (right < 0)
			right = 0;
	}
	return right;
}

/* The lab and the branch, each whole or not at all: half a name would be another one. The branch has the room first, as
 * it changes under one's hands. */
static void draw_story_names(const struct scene *scene, struct area a)
{
	const struct history *h = scene->history;
	const char *branch = h->branch_count > 1 ? h->branches[h->branch].name : "";
	char lab[48];
	int w, left;

	snprintf(lab, sizeof lab, "%.40s", scene->app->lab_name);
	w = utf8_cells(lab);
	left = a.rect.w - (*branch ? utf8_cells(branch) + 2 : 0);
	if (left < 0)
		return;
	if (w <= left)
		a = area_part(a, area_text(a, 0, 0, STYLE_TITLE, lab) + 2, 0, a.rect.w, 1);
	if (*branch)
		area_text(a, 0, 0, STYLE_TITLE, branch);
}

void view_title(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	const struct app *app = scene->app;
	uint32_t broken = fault_count(s);
	const char *rec = app->recorder && app->recorder->on ? "● REC " : "";
	char time[32], text[64], speed[24];
	int right, x;

	area_clear(a, 0, 0, a.rect.w, 1, STYLE_TITLE);
	right = draw_holders(scene, a);
	time_text(s, s->now_ms, time, sizeof time);
	snprintf(speed, sizeof speed, app->speed_tenths % 10 ? "%u.%u" : "%u", app->speed_tenths / 10,
	    app->speed_tenths % 10);
	if (a.rect.w < 60) {
		area_print(area_part(a, 0, 0, right, 1), 0, 0, STYLE_TITLE, " %sT+%s%s", rec, time,
		    a.rect.w < 40 ? "" : app->playing ? " RUN" : " PAUSED");
		return;
	}
	if (broken > 0) {
		snprintf(text, sizeof text, " %u fault%s ", broken, broken == 1 ? "" : "s");
		right -= 1 + area_text_right(a, right - 1, 0, STYLE_SPLIT, text);
	}
	a = area_part(a, 0, 0, right, 1);
	x = area_print(a, 0, 0, STYLE_TITLE, " %sT+%s s  %s x%s", rec, time, app->playing ? "▶ RUN" : "PAUSED", speed);
	draw_story_names(scene, area_part(a, x + 2, 0, right - x - 2, 1));
}

/* One line of a context: its group and name, and for each unit the marks of its interfaces. */
static void draw_context_marks(const struct scene *scene, struct area a, uint32_t c, int y, int w)
{
	const struct sim *s = scene->s;
	int at[UNIT_COUNT] = { 14, 4 + w + 1 };

	area_print(a, 1, y, face_hue(served_group(s, c)), "G%u", served_group(s, c));
	area_text(area_part(a, 4, y, 9, 1), 0, 0, STYLE_QUIET, s->lab.contexts[c].name);
	for (uint32_t i = 0; i < s->lab.iface_count; i++)
		for (uint32_t u = 0; u < UNIT_COUNT && s->lab.ifaces[i].context == c; u++) {
			struct face f = face_side(s, u, i);

			at[u] += area_text(a, at[u], y, f.style, f.mark);
		}
}

/* Groups as rows, units as columns: state, and what the unit takes its mate for. */
void view_groups(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	int w = (a.rect.w - 4) / 2, y = a.rect.h > 2;

	for (uint32_t u = 0; u < UNIT_COUNT; u++) {
		int x = 4 + (int)u * w;

		if (y > 0) {
			area_print(area_part(a, x, 0, w - 1, 1), 0, 0, STYLE_STRONG, "%s", s->lab.unit[u].name);
			target_note(scene->targets, a, x, 0, w - 1, 1, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
			target_extent(scene->targets, a, x, 0, w - 1, a.rect.h, (struct target){ TARGET_UNIT, (uint8_t)u, 0 });
		}
		for (uint32_t g = 1; g < GROUP_COUNT; g++) {
			struct face f = face_group(s, u, g), mate = face_belief(s, u, g);
			struct area cell = area_part(a, x, y + (int)g - 1, w - 1, 1);
			bool plain = f.style == STYLE_G1 || f.style == STYLE_G2;

			area_print(a, 1, y + (int)g - 1, face_hue(g), "G%u", g);
			if (!plain)
				area_clear(cell, 0, 0, w - 1, 1, f.style);
			area_print(cell, 0, 0, f.style, " %s %s", f.mark, f.word);
			if (w >= 30)
				area_print(cell, 20, 0, face_belief_true(s, u, g) ? mate.style : STYLE_SPLIT, "%s %s", mate.mark,
				    mate.word);
			if (face_group_changed(scene, u, g))
				area_flag(cell, 0, 0, w - 1, 1, CELL_CHANGED);
			target_note(scene->targets, a, x, y + (int)g - 1, w - 1, 1,
			    (struct target){ SPOT_GROUP, (uint8_t)u, (uint16_t)g });
		}
	}
	for (uint32_t c = 0; c < s->lab.context_count && y + 2 + (int)c < a.rect.h; c++)
		draw_context_marks(scene, a, c, y + 2 + (int)c, w);
}

/* --- status ------------------------------------------------------------------------------------------------ */

/* What users noticed: contexts that are down now first, then the longest outages. Returns the columns left of it. */
static int draw_outages(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	int right = a.rect.w - 1;

	for (int down = 1; down >= 0; down--)
		for (uint32_t c = s->lab.context_count; c-- > 0;) {
			uint32_t ms = service_outage_ms(s, c), tenths = (ms + 50) / 100;
			char text[64];

			if (s->services[c].up == down || ms == 0 || right < a.rect.w / 2)
				continue;
			snprintf(text, sizeof text, "  %.12s %s%u.%u s", s->lab.contexts[c].name, down ? "DOWN " : "out ",
			    tenths / 10, tenths % 10);
			right -= area_text_right(a, right, 0, down ? STYLE_FAILED : STYLE_QUIET, text);
		}
	return right;
}

void view_status(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	const char *message = scene->app->message;
	int w = utf8_cells(message) + 2, right;
	char text[200];

	/* What is told to the reader has the line first; then what users noticed; what happened last, where there is room. */
	if (message[0] != '\0') {
		area_text(a, 1, 0, STYLE_YOU, message);
		draw_outages(scene, area_part(a, w, 0, a.rect.w - w, 1));
		return;
	}
	right = draw_outages(scene, a);
	event_text(s, &s->did, text, sizeof text);
	if (right == a.rect.w - 1 || utf8_cells(text) + 2 < right)
		area_text(a, 1, 0, STYLE_QUIET, text);
}

void view_long_message(const struct scene *scene, struct area all, int y)
{
	const char *message = scene->app->message;
	int lines = utf8_lines(message, all.rect.w - 2), first = y + 1 - lines;

	if (message[0] == '\0' || lines < 2 || first < 1)
		return;
	area_clear(all, 0, first, all.rect.w, lines, STYLE_PLAIN);
	area_wrap(all, 1, first, all.rect.w - 2, lines, STYLE_YOU, message);
}

/* --- keys -------------------------------------------------------------------------------------------------- */

/* Can the key do anything now? */
static bool useful(const struct scene *scene, enum action action)
{
	const struct app *app = scene->app;
	bool at_start = scene->s->now_ms <= scene->s->open_ms;

	switch (action) {
	case ACTION_BACK:
	case ACTION_LAST:
	case ACTION_BACKWARD:
		return !at_start;
	case ACTION_MEND_ALL:
		return fault_count(scene->s) > 0;
	case ACTION_FAULTS:
	case ACTION_BREAK:
		return action == ACTION_FAULTS || (app->cursor.kind != TARGET_NONE && app->cursor.kind != SPOT_LOG);
	default:
		return true;
	}
}

struct key_word {
	const char *key, *word;
};

/* Keys and their words, as many as fit. */
static void draw_key_words(struct area a, const struct key_word *keys, size_t count)
{
	int x = 1;

	for (size_t k = 0; k < count; k++) {
		int w = utf8_cells(keys[k].key) + 1 + utf8_cells(keys[k].word);

		if (x + w > a.rect.w)
			continue;
		area_text(a, x, 0, STYLE_KEY, keys[k].key);
		area_text(a, x + utf8_cells(keys[k].key) + 1, 0, STYLE_QUIET, keys[k].word);
		x += w + 2;
	}
}

/* The keys of the prompt. */
static void draw_prompt_keys(struct area a)
{
	static const struct key_word keys[] = { { "Enter", "forward" }, { "^R", "back" }, { "Tab", "examples" },
		{ "Up", "last" }, { "Esc", "close" } };

	draw_key_words(a, keys, sizeof keys / sizeof *keys);
}

/* The keys of the ASDM view, the most wanted first. */
static void draw_asdm_keys(const struct scene *scene, struct area a)
{
	static const struct key_word typing[] = { { "Enter", "give" }, { "Esc", "leave it" }, { "^U", "empty the line" } };
	const struct app *app = scene->app;
	const struct key_word keys[] = { { "Esc", "close" }, { app->play ? "f" : "Enter", "change" }, { "Tab", "pane" },
		{ "d", scene->s->lab.unit[mate_of(app->asdm.unit)].name }, { "SPC", app->playing ? "pause" : "run" },
		{ ".", "step" }, { ",", "back" }, { "]", "next" }, { "[", "last" }, { ">", "second" }, { "?", "help" },
		{ "arrows", "field" }, { "1-6", "faults" }, { "M", "mend" } };

	if (app->asdm.editing)
		draw_key_words(a, typing, sizeof typing / sizeof *typing);
	else
		draw_key_words(a, keys, sizeof keys / sizeof *keys);
}

/* Has the action another key while presenting, or does its key do something else then? */
static bool hidden(const struct app *app, const struct binding *k)
{
	if (!app->present.on)
		return false;
	return k->action == ACTION_NEXT || k->action == ACTION_LAST || k->action == ACTION_BACK ||
	    keys_find(k->code, true) != k->action;
}

/* The words of a list of keys, as far as they fit. Returns the column behind them. */
static int draw_words(const struct scene *scene, struct area a, int x, int right, const struct binding *list, int count)
{
	const struct app *app = scene->app;

	for (int b = 0; b < count; b++) {
		const struct binding *k = &list[b];
		bool shown = right < a.rect.w && (k->action == ACTION_HELP || k->action == ACTION_QUIT);
		bool pause = k->action == ACTION_RUN && app->playing;
		const char *word = pause ? "pause" : k->word;
		int w = utf8_cells(k->shown) + 1 + utf8_cells(word);

		if (k->word[0] == '\0' || shown || hidden(app, k) || !useful(scene, k->action) || x + w > right - 1)
			continue;
		area_text(a, x, 0, STYLE_KEY, k->shown);
		area_text(a, x + utf8_cells(k->shown) + 1, 0, STYLE_QUIET, word);
		x += w + 2;
	}
	return x;
}

/* The keys of what lies over the picture, the way out first; in a walkthrough that shows it itself, those that page go on
 * with that. */
static void draw_overlay_keys(const struct app *app, struct area a)
{
	bool paged = !app->play || play_is_covered(app->play, app);
	const char *arrows = paged ? "Up/Down PgUp/PgDn" : "Up/Down";
	const struct key_word why[] = { { "Esc", "close" }, { "Enter", "go to its instant" }, { arrows, "choose a cause" } };
	const struct key_word covered[] = { { "Esc", "close" }, { arrows, "choose a cause" } };
	const struct key_word help[] = { { "Esc", "close" }, { arrows, "scroll" } };
	const struct key_word menu[] = { { "Esc", "close" }, { paged ? "Enter" : "f", "do it" }, { "Up/Down", "choose" } };

	if (app->overlay == OVERLAY_WHY && paged)
		draw_key_words(a, why, sizeof why / sizeof *why);
	else if (app->overlay == OVERLAY_WHY)
		draw_key_words(a, covered, sizeof covered / sizeof *covered);
	else if (app->overlay == OVERLAY_MENU)
		draw_key_words(a, menu, sizeof menu / sizeof *menu);
	else
		draw_key_words(a, help, sizeof help / sizeof *help);
}

void view_keys(const struct scene *scene, struct area a)
{
	const struct app *app = scene->app;
	int x = 1, right = a.rect.w;

	if (app->overlay == OVERLAY_UNTIL) {
		draw_prompt_keys(a);
		return;
	}
	if (app->overlay == OVERLAY_ASDM) {
		draw_asdm_keys(scene, a);
		return;
	}
	if (app->overlay != OVERLAY_NONE) {
		draw_overlay_keys(app, a);
		return;
	}
	/* The way out and the way to help are on every screen that has room for them. */
	if (a.rect.w >= 24) {
		right -= 15;
		area_text(a, right, 0, STYLE_KEY, "?");
		area_text(a, right + 2, 0, STYLE_QUIET, "help");
		area_text(a, right + 8, 0, STYLE_KEY, "q");
		area_text(a, right + 10, 0, STYLE_QUIET, "quit");
	}
	if (app->present.on)
		x = draw_words(scene, a, x, right, present_bindings, present_binding_count);
	x = draw_words(scene, a, x, right, bindings, binding_count);
	if (app->cursor.kind == TARGET_NONE && x + 14 < right) {
		area_text(a, x, 0, STYLE_KEY, "arrows");
		area_text(a, x + 7, 0, STYLE_QUIET, "choose");
	}
}
