/* The ASDM view: our own design for what ASDM's panes say and do.
 *
 *      Contexts  Groups  [Setup]  Criteria  MAC  Interfaces  System  Group 1  Group 2     tabs
 *      ASA1 primary            our own view of what ASDM's panes say and do, not its looks   which unit
 *      where it is in ASDM, a sentence, the page's step            │ the pair as it is
 *      field           value           the line it stands for      │ what was refused, and why
 *      ─────────────────────────────────────────────────────────── │ what happened
 *      the marked field's lines whole, what it takes, what it is   │
 *
 * Where there is no room for all of it the pair goes first, then the head, then what is said of the field. */
#include <stdio.h>
#include <string.h>

#include "sim/words.h"
#include "ui/utf8.h"
#include "ui/views/face.h"

enum {
	PAIR_LEAST_W = 72, /* of the whole, for the pair beside the pane */
	PAIR_W = 26,
	PAIR_WIDE_W = 42,
	HEAD_LEAST_H = 16, /* of the body, for the pane's head, */
	PATH_LEAST_H = 8,  /* and for one line of it */
	SAID_H = 5,        /* what is said of the marked field, with the line above it */
	SCRIPT_LEAST_H = 5,
	NAME_W = 14,       /* the name in a table */
};

/* How the columns of fields lie: of the labels, of a value where there is one, of a group's. */
struct columns {
	int label_w, value_w, group_w;
};

static struct columns columns_of(int w)
{
	if (w >= 66)
		return (struct columns){ 22, 20, 11 };
	if (w >= 48)
		return (struct columns){ 22, 16, 10 };
	return (struct columns){ w / 2, w - w / 2 - 1, (w - w / 2 - 1) / 2 };
}

/* --- the lines above --------------------------------------------------------------------------------------- */

/* The tabs; where not all fit, the pane's own and how many there are. */
static void draw_tabs(const struct scene *scene, struct area a)
{
	int pane = scene->app->asdm.pane, w = 0, gap = a.rect.w >= 90 ? 2 : 1, x = 0;

	for (int p = 0; p < ASDM_PANE_COUNT; p++)
		w += utf8_cells(asdm_panes[p].tab) + 1 + gap;
	if (w > a.rect.w) {
		area_print(a, 0, 0, STYLE_CURSOR, " %s ", asdm_panes[pane].tab);
		area_print(a, utf8_cells(asdm_panes[pane].tab) + 3, 0, STYLE_QUIET, "pane %d of %d", pane + 1, ASDM_PANE_COUNT);
		return;
	}
	for (int p = 0; p < ASDM_PANE_COUNT; p++) {
		const char *tab = asdm_panes[p].tab;
		int tab_w = utf8_cells(tab) + 2;

		if (p == pane)
			area_clear(a, x, 0, tab_w, 1, STYLE_CURSOR);
		area_text(a, x + 1, 0, p == pane ? STYLE_CURSOR : STYLE_PLAIN, tab);
		target_note(scene->targets, a, x, 0, tab_w, 1, (struct target){ SPOT_PANE, 0, (uint16_t)p });
		x += tab_w + gap - 1;
	}
}

/* Which unit it is connected to, and that this is no picture of ASDM. */
static void draw_device(const struct scene *scene, struct area a)
{
	const struct sim *s = scene->s;
	uint32_t u = scene->app->asdm.unit;
	static const char own[] = "our own view of what ASDM's panes say and do, not its looks", short_own[] = "our own view";
	int x = 1, left;

	area_clear(a, 0, 0, a.rect.w, 1, STYLE_PLAIN);
	x += area_print(a, x, 0, STYLE_STRONG, "%.12s", s->lab.unit[u].name) + 1;
	if (s->unit[u].run == RUN_UP)
		x += area_text(a, x, 0, STYLE_QUIET, role_word(s->unit[u].role));
	else
		x += area_print(a, x, 0, STYLE_FAILED, "%s: ASDM could not connect", run_word(s->unit[u].run));
	left = a.rect.w - 1 - x - 1;
	if (left >= (int)sizeof own - 1)
		area_text_right(a, a.rect.w - 1, 0, STYLE_QUIET, own);
	else if (left >= (int)sizeof short_own - 1)
		area_text_right(a, a.rect.w - 1, 0, STYLE_QUIET, short_own);
}

/* Where the pane is in ASDM, its step of the page, and what it is for; returns the next free line. */
static int draw_head(const struct scene *scene, struct area a)
{
	const struct asdm_pane_row *pane = &asdm_panes[scene->app->asdm.pane];
	char text[320];
	int y;

	y = view_wrap(a, 1, 0, STYLE_STRONG, pane->path);
	snprintf(text, sizeof text, "%s of the page. %s", pane->steps, pane->sentence);
	y = view_wrap(a, 1, y, STYLE_PLAIN, text);
	area_across(a, 0, a.rect.w - 1, y, WEIGHT_LIGHT, STYLE_FRAME);
	return y + 1;
}

/* Where the pane is in ASDM, on one line: its end, where not all of it fits. */
static int draw_path(const struct scene *scene, struct area a)
{
	const char *path = asdm_panes[scene->app->asdm.pane].path, *next = path;
	int x = 1;

	while (next && utf8_cells(path) + 8 > a.rect.w) {
		next = strstr(path, " > ");
		path = next ? next + 3 : path;
	}
	if (path != asdm_panes[scene->app->asdm.pane].path)
		x += area_text(a, x, 0, STYLE_QUIET, "… > ");
	area_text(a, x, 0, STYLE_STRONG, path);
	return 1;
}

/* --- the fields -------------------------------------------------------------------------------------------- */

/* Everything that drawing a row needs. */
struct sheet {
	const struct scene *scene;
	struct area area;
	struct columns columns;
	int row, y; /* of the pane, of the area */
};

static bool is_marked(const struct sheet *t, int column)
{
	const struct asdm *v = &t->scene->app->asdm;

	return v->row == t->row && v->column == column;
}

/* Is it the field that was changed last? */
static bool just_given(const struct sheet *t, int column)
{
	const struct asdm *v = &t->scene->app->asdm;

	return asdm_has_typed(t->scene->app) && !v->typed.refused && v->typed.unit == v->unit && v->typed.pane == v->pane &&
	    v->typed.row == t->row && v->typed.column == column;
}

static enum style value_style(const struct asdm_field *field, const char *value)
{
	if (field->edit == EDIT_READ)
		return STYLE_QUIET;
	return strcmp(value, "none") == 0 ? STYLE_QUIET : STYLE_STRONG;
}

/* A field can be pointed at where its value is; all of its row belongs to it, but in a table. */
static void note_field(const struct sheet *t, int x, int w, int column)
{
	struct target field = { SPOT_FIELD, (uint8_t)column, (uint16_t)t->row };
	struct asdm_row row;

	target_note(t->scene->targets, t->area, x, t->y, w, 1, field);
	if (asdm_row(t->scene->s, (enum asdm_pane)t->scene->app->asdm.pane, t->row, &row) && row.kind != ROW_TABLE)
		target_extent(t->scene->targets, t->area, 0, t->y, t->area.rect.w, 1, field);
}

/* One value in its place; the marked one under the cursor. What is too long ends in dots, or is a dash. */
static void draw_value(const struct sheet *t, int x, int w, const struct asdm_row *row, int column)
{
	const struct scene *scene = t->scene;
	struct asdm_cell cell = asdm_cell_of(scene->app->asdm.pane, row, column);
	const struct asdm_field *field = &asdm_fields[cell.field];
	char value[ASDM_VALUE_LEN];
	struct area place = area_part(t->area, x, t->y, w, 1);

	field->get(scene->s, scene->app->asdm.unit, cell.index, value);
	area_text(place, 0, 0, value_style(field, value), w < 6 && strcmp(value, "none") == 0 ? "–" : value);
	if (utf8_cells(value) > w && w >= 6)
		area_text(place, w - 1, 0, STYLE_QUIET, "…");
	if (just_given(t, column))
		area_flag(place, 0, 0, w, 1, CELL_CHANGED);
	if (is_marked(t, column))
		area_flag(place, 0, 0, w, 1, CELL_CURSOR);
	note_field(t, x, w, column);
}

/* The console line of a value, as far as it fits. */
static void draw_line(const struct sheet *t, int x, const struct asdm_row *row, int column)
{
	const struct scene *scene = t->scene;
	struct asdm_cell cell = asdm_cell_of(scene->app->asdm.pane, row, column);
	const struct asdm_field *field = &asdm_fields[cell.field];
	struct asdm_lines lines;
	char value[ASDM_VALUE_LEN];
	int w = t->area.rect.w - x - 1;
	const char *text;

	if (w < 8)
		return;
	field->get(scene->s, scene->app->asdm.unit, cell.index, value);
	asdm_lines(scene->s, cell, scene->app->asdm.unit, value, &lines);
	text = asdm_lines_main(&lines);
	area_text(area_part(t->area, x, t->y, w, 1), 0, 0, STYLE_QUIET, text);
	if (utf8_cells(text) > w)
		area_text(t->area, x + w - 1, t->y, STYLE_QUIET, "…");
}

static void draw_label(const struct sheet *t, const struct asdm_field *field, bool marked)
{
	int w = area_text(area_part(t->area, 1, t->y, t->columns.label_w - 2, 1), 0, 0, marked ? STYLE_STRONG : STYLE_PLAIN,
	    field->label);

	if (field->trust == TRUST_RECALL)
		area_text(t->area, 1 + w, t->y, STYLE_QUIET, "*");
	if (marked)
		area_text(t->area, 0, t->y, STYLE_STRONG, ">");
}

/* A button is its label; what it does is the line. */
static void draw_button(const struct sheet *t, const struct asdm_row *row)
{
	const struct asdm_field *field = &asdm_fields[row->first];
	int w = utf8_cells(field->label);

	area_text(t->area, 1, t->y, STYLE_STRONG, field->label);
	if (is_marked(t, 0))
		area_flag(t->area, 1, t->y, w, 1, CELL_CURSOR);
	note_field(t, 1, w, 0);
	draw_line(t, t->columns.label_w, row, 0);
}

static void draw_once(const struct sheet *t, const struct asdm_row *row)
{
	const struct asdm_field *field = &asdm_fields[row->first];
	int x = t->columns.label_w;

	if (field->edit == EDIT_BUTTON) {
		draw_button(t, row);
		return;
	}
	draw_label(t, field, is_marked(t, 0));
	draw_value(t, x, field->edit == EDIT_READ ? t->area.rect.w - x : t->columns.value_w - 1, row, 0);
	if (field->edit != EDIT_READ)
		draw_line(t, x + t->columns.value_w, row, 0);
}

/* A field of each group, side by side, and the line of the marked one, or of group 1. */
static void draw_groups(const struct sheet *t, const struct asdm_row *row)
{
	int x = t->columns.label_w, w = t->columns.group_w;
	bool read = asdm_fields[row->first].edit == EDIT_READ;

	if (read)
		w = (t->area.rect.w - x) / 2;
	draw_label(t, &asdm_fields[row->first], t->scene->app->asdm.row == t->row);
	for (int column = 0; column < asdm_columns(row); column++)
		draw_value(t, x + column * w, w - 1, row, column);
	if (!read)
		draw_line(t, x + asdm_columns(row) * w, row, t->scene->app->asdm.column == 1);
}

static void draw_groups_head(const struct sheet *t, const struct asdm_row *row)
{
	int x = t->columns.label_w, w = t->columns.group_w;

	if (asdm_fields[row->first].edit == EDIT_READ)
		w = (t->area.rect.w - x) / 2;
	for (int g = 1; g < GROUP_COUNT; g++)
		area_print(area_part(t->area, x + (g - 1) * w, t->y, w - 1, 1), 0, 0, face_hue((uint32_t)g), "Group %d", g);
}

/* The first column of a table that is drawn, so that the marked one is seen. */
static int first_column(const struct sheet *t, const struct asdm_row *row)
{
	int first = 0, x = NAME_W;

	for (int c = 0; c <= t->scene->app->asdm.column && c < row->count; c++) {
		x += asdm_fields[row->first + c].width;
		while (x > t->area.rect.w && first < c)
			x -= asdm_fields[row->first + first++].width;
	}
	return first;
}

static void draw_table(const struct sheet *t, const struct asdm_row *row)
{
	const struct sim *s = t->scene->s;
	uint32_t u = t->scene->app->asdm.unit;
	bool contexts = asdm_fields[row->first].each == EACH_CONTEXT;
	uint32_t group = contexts ? context_group(s, u, row->index) : iface_group(s, u, row->index);
	char name[NAME_LEN + NAMEIF_LEN + 2];
	int x = NAME_W;

	if (contexts)
		snprintf(name, sizeof name, "%s", s->lab.contexts[row->index].name);
	else
		iface_name(s, row->index, name, sizeof name);
	area_text(area_part(t->area, 1, t->y, NAME_W - 2, 1), 0, 0, face_hue(group), name);
	if (t->scene->app->asdm.row == t->row)
		area_text(t->area, 0, t->y, STYLE_STRONG, ">");
	for (int c = first_column(t, row); c < row->count; c++) {
		int w = asdm_fields[row->first + c].width, room = t->area.rect.w - x;

		if (room >= 3)
			draw_value(t, x, room < w ? room : c + 1 < row->count ? w - 1 : w, row, c);
		x += w;
	}
}

static void draw_table_head(const struct sheet *t, const struct asdm_row *row)
{
	int x = NAME_W;

	area_text(t->area, 1, t->y, STYLE_QUIET, asdm_fields[row->first].each == EACH_CONTEXT ? "Context" : "Interface");
	for (int c = first_column(t, row); c < row->count; c++) {
		const struct asdm_field *field = &asdm_fields[row->first + c];
		int w = area_text(area_part(t->area, x, t->y, field->width, 1), 0, 0, STYLE_QUIET, field->label);

		if (field->trust == TRUST_RECALL)
			area_text(t->area, x + w, t->y, STYLE_QUIET, "*");
		x += field->width;
	}
}

static void draw_row(const struct sheet *t, const struct asdm_row *row)
{
	switch (row->kind) {
	case ROW_HEADING:
		area_text(t->area, 1, t->y, STYLE_QUIET, asdm_fields[row->first].label);
		break;
	case ROW_GROUPS_HEAD:
		draw_groups_head(t, row);
		break;
	case ROW_TABLE_HEAD:
		draw_table_head(t, row);
		break;
	case ROW_ONCE:
		draw_once(t, row);
		break;
	case ROW_GROUPS:
		draw_groups(t, row);
		break;
	case ROW_TABLE:
		draw_table(t, row);
		break;
	}
}

/* The rows of the pane, scrolled so that the marked one and, where it can be, the heading above it is seen. */
static void draw_rows(const struct scene *scene, struct area a)
{
	const struct asdm *v = &scene->app->asdm;
	int count = asdm_row_count(scene->s, v->pane), h = a.rect.h, first = 0;
	struct sheet t = { scene, a, columns_of(a.rect.w), 0, 0 };
	struct asdm_row row;

	if (h <= 0)
		return;
	if (count > h) {
		first = v->row - h / 2;
		first = first > count - h ? count - h : first;
		first = first < 0 ? 0 : first;
	}
	for (t.y = 0; t.y < h && asdm_row(scene->s, v->pane, first + t.y, &row); t.y++) {
		t.row = first + t.y;
		draw_row(&t, &row);
	}
	if (first > 0)
		area_text_right(a, a.rect.w, 0, STYLE_QUIET, "↑");
	if (first + h < count)
		area_text_right(a, a.rect.w, h - 1, STYLE_QUIET, "↓");
}

/* --- the pane as console lines ----------------------------------------------------------------------------- */

enum { SCRIPT_LINES = 64 };

/* What all fields of a pane stand for, as it would be typed. */
struct script_lines {
	int count;
	int depth[SCRIPT_LINES]; /* how many sub-modes deep */
	bool marked[SCRIPT_LINES];
	char line[SCRIPT_LINES][ASDM_LINE_LEN];
};

/* The line among the last ones that are so deep, or deeper; -1 where something else came since. */
static int find_line(const struct script_lines *script, int depth, const char *line)
{
	for (int n = script->count - 1; n >= 0 && script->depth[n] >= depth; n--)
		if (script->depth[n] == depth && strcmp(script->line[n], line) == 0)
			return n;
	return -1;
}

/* Adds a line, unless the same stands there already: several fields may share one. */
static void add_line(struct script_lines *script, int depth, const char *line, bool marked)
{
	int n = find_line(script, depth, line);

	if (n < 0 && script->count < SCRIPT_LINES) {
		n = script->count++;
		script->depth[n] = depth;
		script->marked[n] = false;
		strcpy(script->line[n], line);
	}
	if (n >= 0)
		script->marked[n] |= marked;
}

/* Adds the lines of one field: those of a sub-mode, or those without one. */
static void add_field(const struct scene *scene, struct script_lines *script, struct asdm_cell cell, bool in_mode)
{
	const struct asdm *v = &scene->app->asdm;
	const struct asdm_field *field = &asdm_fields[cell.field];
	struct asdm_cell mark = { -1, 0 };
	struct asdm_lines lines;
	char value[ASDM_VALUE_LEN], text[ASDM_LINE_LEN];
	int depth = 0;

	field->get(scene->s, v->unit, cell.index, value);
	asdm_lines(scene->s, cell, v->unit, value, &lines);
	if (field->edit == EDIT_BUTTON || field->edit == EDIT_READ || (lines.count > 2) != in_mode)
		return;
	asdm_marked(scene->app, &mark);
	if (lines.context != 0) {
		snprintf(text, sizeof text, "changeto context %.32s", scene->s->lab.contexts[lines.context - 1].name);
		add_line(script, depth++, text, false);
	}
	for (int n = 0; n < lines.count; n++)
		if (strcmp(lines.line[n], "exit") != 0)
			add_line(script, depth + (n > 0), lines.line[n], mark.field == cell.field && mark.index == cell.index);
}

/* Adds a row: its sub-modes first, so that each is entered once. Of groups only the one. */
static void add_row(const struct scene *scene, struct script_lines *script, const struct asdm_row *row, int group)
{
	for (int pass = 0; pass < 2; pass++)
		for (int c = 0; c < asdm_columns(row); c++)
			if (row->kind == ROW_GROUPS ? c + 1 == group : group == 1)
				add_field(scene, script, asdm_cell_of((enum asdm_pane)scene->app->asdm.pane, row, c), pass == 0);
}

/* Where a big screen has room left, all lines of the pane; those of the marked field stand out. */
static void draw_script(const struct scene *scene, struct area a)
{
	static struct script_lines script;
	struct asdm_row row;

	script.count = 0;
	for (int g = 1; g < GROUP_COUNT; g++)
		for (int n = 0; script.count < SCRIPT_LINES && asdm_row(scene->s, scene->app->asdm.pane, n, &row); n++)
			add_row(scene, &script, &row, g);
	if (script.count == 0)
		return;
	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 0, STYLE_QUIET, " all of this pane, as console lines ");
	for (int n = 0; n < script.count && n + 1 < a.rect.h; n++)
		area_text(a, 1 + script.depth[n], n + 1, script.marked[n] ? STYLE_STRONG : STYLE_QUIET, script.line[n]);
}

/* --- what is below, on a big screen ------------------------------------------------------------------------ */

/* What the unit remembers of its groups, or of the pane's, newest last. */
static void draw_history(const struct scene *scene, struct area a, uint32_t group)
{
	const struct sim *s = scene->s;
	const struct unit *unit = &s->unit[scene->app->asdm.unit];
	const struct history_row *rows[HISTORY_MAX];
	int count = 0, w;
	char time[40];

	for (int i = unit->history_count - 1; i >= 0 && count < a.rect.h - 1; i--)
		if (unit->history[i].group != 0 && (group == 0 || unit->history[i].group == group))
			rows[count++] = &unit->history[i];
	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 0, STYLE_QUIET, " of show failover history, newest last ");
	for (int y = 1; y <= count; y++) {
		const struct history_row *row = rows[count - y];

		clock_text(s, row->at_ms, time, sizeof time);
		area_print(a, 1, y, STYLE_QUIET, "%.8s", time);
		area_print(a, 11, y, face_hue(row->group), "G%u", row->group);
		w = area_print(a, 14, y, STYLE_PLAIN, "%s -> %s (%s)", state_word(row->from), state_word(row->to),
		    reason_word(row->reason));
		if (14 + w > a.rect.w)
			area_text_right(a, a.rect.w, y, STYLE_QUIET, "…");
	}
}

/* Of a pane that configures, its console lines; of one that watches, the unit's history. */
static void draw_rest(const struct scene *scene, struct area a)
{
	const struct asdm_pane_row *pane = &asdm_panes[scene->app->asdm.pane];

	if (pane->set == SET_SYSTEM || pane->set == SET_MONITOR)
		draw_history(scene, a, pane->group);
	else
		draw_script(scene, a);
}

/* --- what is said of the marked field ---------------------------------------------------------------------- */

/* The lines, each behind its prompt. A line too long for its row goes on below. */
static int draw_lines(const struct scene *scene, struct area a, int y, const struct asdm_lines *lines, enum style style)
{
	char text[160], prompt[64];

	for (int n = 0; n < lines->count; n++) {
		asdm_prompt(scene->s, scene->app->asdm.unit, lines, n, prompt, sizeof prompt);
		snprintf(text, sizeof text, "%s %s", prompt, lines->line[n]);
		if (strcmp(lines->line[n], "exit") != 0)
			y = view_wrap(a, 1, y, style, text);
	}
	return y;
}

/* The line in which a value is typed. */
static int draw_typing(const struct scene *scene, struct area a, int y, const struct asdm_field *field)
{
	const char *text = scene->app->asdm.text;
	int x = 1 + area_print(a, 1, y, STYLE_KEY, "%s: ", field->label), room = a.rect.w - x - 1;
	uint32_t rune;

	while (*text && utf8_cells(text) > room)
		text += utf8_decode(text, &rune);
	area_text(a, x, y, STYLE_YOU, text);
	area_clear(a, x + utf8_cells(text), y, 1, 1, STYLE_CURSOR);
	return y + 1;
}

static void draw_said(const struct scene *scene, struct area a)
{
	const struct asdm *v = &scene->app->asdm;
	const struct asdm_field *field;
	struct asdm_lines lines;
	struct asdm_cell cell;
	char value[ASDM_VALUE_LEN], text[400];
	int y = 1;

	if (a.rect.h < 2 || !asdm_marked(scene->app, &cell))
		return;
	field = &asdm_fields[cell.field];
	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	field->get(scene->s, v->unit, cell.index, value);
	if (v->editing)
		y = draw_typing(scene, a, y, field);
	asdm_lines(scene->s, cell, v->unit, v->editing ? v->text : value, &lines);
	y = draw_lines(scene, a, y, &lines, v->editing ? STYLE_YOU : STYLE_PLAIN);
	snprintf(text, sizeof text, "%s%s%s%s%s", field->edit == EDIT_READ ? "Read only. " : "", field->sentence,
	    field->takes[0] && field->edit != EDIT_CHOICE ? " Takes " : "", field->edit != EDIT_CHOICE ? field->takes : "",
	    field->takes[0] && field->edit != EDIT_CHOICE ? "." : "");
	y = view_wrap(a, 1, y, STYLE_QUIET, text);
	if (field->trust == TRUST_RECALL && y < a.rect.h)
		y = view_wrap(a, 1, y, STYLE_QUIET, "* from memory: no document at hand says so");
	if (a.rect.h - y >= SCRIPT_LEAST_H)
		draw_rest(scene, area_part(a, 0, y, a.rect.w, a.rect.h - y));
}

/* --- all of it --------------------------------------------------------------------------------------------- */

static void draw_pane(const struct scene *scene, struct area a)
{
	int y = a.rect.h >= HEAD_LEAST_H ? draw_head(scene, a) : a.rect.h >= PATH_LEAST_H ? draw_path(scene, a) : 0;
	int said = a.rect.h >= HEAD_LEAST_H ? SAID_H : a.rect.h >= 5 ? 3 : 0, rows = a.rect.h - y - said;
	int count = asdm_row_count(scene->s, scene->app->asdm.pane);

	/* What the rows do not need is for what is said. */
	if (rows > count && said > 0) {
		rows = count;
		said = a.rect.h - y - rows;
	}
	draw_rows(scene, area_part(a, 0, y, a.rect.w, rows));
	draw_said(scene, area_part(a, 0, y + rows, a.rect.w, said));
}

void view_asdm(const struct scene *scene, struct area a)
{
	int w = a.rect.w, top = a.rect.h >= 4 ? 2 : 1, pair_w = 0;

	area_clear(a, 0, 0, w, a.rect.h, STYLE_PLAIN);
	if (w <= 0 || a.rect.h <= 0)
		return;
	draw_tabs(scene, area_part(a, 0, 0, w, 1));
	if (top > 1)
		draw_device(scene, area_part(a, 0, 1, w, 1));
	if (w >= PAIR_LEAST_W)
		pair_w = w >= 110 ? PAIR_WIDE_W : PAIR_W;
	draw_pane(scene, area_part(a, 0, top, w - pair_w - (pair_w > 0), a.rect.h - top));
	if (pair_w > 0)
		view_pair(scene, area_part(a, w - pair_w, top, pair_w, a.rect.h - top));
}
