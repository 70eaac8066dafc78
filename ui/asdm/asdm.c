/* The ASDM view as it is used; see asdm.h. */
#include "ui/asdm/asdm.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "ui/app.h"
#include "ui/target.h"
#include "ui/typing.h"

/* --- where one is ------------------------------------------------------------------------------------------ */

static const struct sim *present(const struct app *a)
{
	return &a->history.now;
}

/* The marked row; false where there is none. */
static bool marked_row(const struct app *a, struct asdm_row *row)
{
	return asdm_row(present(a), a->asdm.pane, a->asdm.row, row) && asdm_columns(row) > 0;
}

bool asdm_marked(const struct app *a, struct asdm_cell *cell)
{
	struct asdm_row row;

	if (!marked_row(a, &row))
		return false;
	*cell = asdm_cell_of(a->asdm.pane, &row, a->asdm.column < asdm_columns(&row) ? a->asdm.column : 0);
	return true;
}

bool asdm_has_typed(const struct app *a)
{
	return a->asdm.typed.lines.count > 0 && present(a)->trace_id > a->asdm.typed.after_id;
}

bool asdm_was_refused(const struct app *a)
{
	return a->asdm.typed.refused && asdm_has_typed(a) && present(a)->step == a->asdm.typed.step;
}

/* To the next row with fields in a direction; stays where there is none. */
static bool move_row(struct app *a, int direction)
{
	struct asdm_row row;

	for (int n = a->asdm.row + direction; asdm_row(present(a), a->asdm.pane, n, &row); n += direction)
		if (asdm_columns(&row) > 0) {
			a->asdm.row = n;
			if (a->asdm.column >= asdm_columns(&row))
				a->asdm.column = asdm_columns(&row) - 1;
			return true;
		}
	return false;
}

/* A pane, with its first field marked. */
static void show_pane(struct app *a, int pane)
{
	a->asdm.pane = (uint8_t)((pane + ASDM_PANE_COUNT) % ASDM_PANE_COUNT);
	a->asdm.row = -1;
	a->asdm.column = 0;
	a->asdm.editing = false;
	if (!move_row(a, 1))
		a->asdm.row = 0;
}

/* Beside the marked field; behind the last, and before the first, come the other panes. */
static void move_column(struct app *a, int direction)
{
	struct asdm_row row;
	int to = a->asdm.column + direction;

	if (marked_row(a, &row) && to >= 0 && to < asdm_columns(&row))
		a->asdm.column = to;
	else
		show_pane(a, a->asdm.pane + direction);
}

bool asdm_open(struct app *a, const char *pane, uint32_t unit, const char *field)
{
	int found = asdm_find(pane), row, column;
	size_t length = strlen(pane);

	if (found < 0 || unit >= UNIT_COUNT)
		return false;
	if (field && !asdm_find_field(present(a), (enum asdm_pane)found, field, &row, &column))
		return false;
	show_pane(a, found);
	a->overlay = OVERLAY_ASDM;
	a->asdm.unit = (uint8_t)unit;
	if (field) {
		a->asdm.row = row;
		a->asdm.column = column;
	} else if (found == ASDM_GROUPS && pane[length - 1] == '2') {
		a->asdm.column = 1;
	}
	return true;
}

void asdm_toggle(struct app *a)
{
	struct target t = a->cursor;

	if (a->overlay == OVERLAY_ASDM) {
		a->overlay = OVERLAY_NONE;
		return;
	}
	a->overlay = OVERLAY_ASDM;
	a->asdm.editing = false;
	if (t.kind != TARGET_UNIT && t.kind != TARGET_LEG && t.kind != SPOT_GROUP && t.kind != SPOT_CONTEXT)
		return;
	a->asdm.unit = t.unit;
	show_pane(a, t.kind == SPOT_GROUP ? ASDM_MONITOR_1 + t.index - 1 : t.kind == TARGET_LEG ? ASDM_INTERFACES :
	    t.kind == SPOT_CONTEXT ? ASDM_CONTEXTS : ASDM_SYSTEM);
}

void asdm_restart(struct app *a)
{
	a->asdm.typed.lines.count = 0;
	a->asdm.editing = false;
	if (!marked_row(a, &(struct asdm_row){ 0 }))
		show_pane(a, a->asdm.pane);
}

/* --- changing ---------------------------------------------------------------------------------------------- */

static_assert(sizeof((struct command *)0)->line == ASDM_LINE_LEN, "a line of the view is one of a console");

/* Types one line; what the device answers is kept. */
static bool type_line(struct app *a, const char *line, char *reply, size_t size)
{
	struct command c = { .kind = COMMAND_TYPE, .unit = a->asdm.unit, .context = (uint8_t)a->asdm.typed.lines.context };

	snprintf(c.line, sizeof c.line, "%s", line);
	return history_command(&a->history, &c, reply, size);
}

/* Types the lines up to the first that is refused, and the last of all, which leaves a sub-mode, if one was entered. */
static bool type_lines(struct app *a, const struct asdm_lines *lines)
{
	struct asdm_typed *typed = &a->asdm.typed;
	char reply[ASDM_REPLY_LEN];

	*typed = (struct asdm_typed){ .unit = a->asdm.unit, .after_id = present(a)->trace_id, .pane = a->asdm.pane,
		.row = a->asdm.row, .column = a->asdm.column };
	typed->lines.context = lines->context;
	for (int n = 0; n < lines->count && !typed->refused; n++) {
		typed->lines.count = n + 1;
		strcpy(typed->lines.line[n], lines->line[n]);
		typed->refused = !type_line(a, lines->line[n], typed->reply, sizeof typed->reply);
		if (typed->refused && n > 0 && n < lines->count - 1)
			type_line(a, lines->line[lines->count - 1], reply, sizeof reply);
	}
	typed->step = present(a)->step;
	return !typed->refused;
}

bool asdm_give(struct app *a, const char *value)
{
	const char *unit = a->lab.unit[a->asdm.unit].name;
	uint32_t branch = a->history.branch, step = present(a)->step;
	const struct asdm_field *field;
	struct asdm_lines lines;
	struct asdm_cell cell;

	if (!asdm_marked(a, &cell))
		return false;
	field = &asdm_fields[cell.field];
	asdm_lines(present(a), cell, a->asdm.unit, value, &lines);
	if (field->edit == EDIT_READ || lines.count == 0) {
		app_say(a, "%s", field->sentence[0] ? field->sentence : "There is no line that takes it away");
		return false;
	}
	if (lines.cut) {
		app_say(a, "A console line has room for %d characters", ASDM_LINE_LEN - 1);
		return false;
	}
	if (!type_lines(a, &lines))
		app_say(a, "%s", a->asdm.typed.reply + strspn(a->asdm.typed.reply, " ^\n"));
	else if (a->history.branch != branch)
		app_say(a, "%s: %s; a new branch of the story begins here, B goes to the old one", unit,
		    asdm_lines_main(&lines));
	else
		app_say(a, "%s: %s", unit, asdm_lines_main(&lines));
	a->changed_step = step;
	return !a->asdm.typed.refused;
}

/* Enter on a field: what has two ways takes the other, what is typed opens its line. */
static void change(struct app *a)
{
	const struct asdm_field *field;
	char value[ASDM_VALUE_LEN], next[ASDM_VALUE_LEN];
	struct asdm_cell cell;

	if (!asdm_marked(a, &cell))
		return;
	field = &asdm_fields[cell.field];
	field->get(present(a), a->asdm.unit, cell.index, value);
	switch (field->edit) {
	case EDIT_YES:
	case EDIT_CHOICE:
		asdm_next_value(field, value, next);
		asdm_give(a, next);
		break;
	case EDIT_TEXT:
	case EDIT_TIME:
	case EDIT_NUMBER:
		a->asdm.editing = true;
		snprintf(a->asdm.text, sizeof a->asdm.text, "%s", strcmp(value, "none") == 0 ? "" : value);
		break;
	case EDIT_BUTTON:
	case EDIT_READ:
		asdm_give(a, value);
		break;
	case EDIT_HEAD:
		break;
	}
}

/* --- keys -------------------------------------------------------------------------------------------------- */

bool asdm_key(struct app *a, uint32_t code)
{
	struct asdm *v = &a->asdm;

	if (!v->editing) {
		if (code == KEYCODE_BACKTAB)
			show_pane(a, v->pane - 1);
		return code == KEYCODE_BACKTAB;
	}
	if (code == KEYCODE_MOUSE || code == key_ctrl('z') || code == key_ctrl('l'))
		return false;
	if (code == KEYCODE_ENTER) {
		v->editing = false;
		asdm_give(a, v->text);
	} else if (code == KEYCODE_ESCAPE || code == key_ctrl('c')) {
		v->editing = false;
	} else if (code == KEYCODE_BACKSPACE) {
		typing_erase(v->text);
	} else if (code == key_ctrl('u')) {
		v->text[0] = '\0';
	} else {
		typing_add(v->text, sizeof v->text, code);
	}
	return true;
}

bool asdm_action(struct app *a, enum action action)
{
	int page = a->rows > 12 ? a->rows / 2 : 4;

	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
		move_row(a, action == ACTION_UP ? -1 : 1);
		return true;
	case ACTION_LOG_UP:
	case ACTION_LOG_DOWN:
		while (page-- > 0 && move_row(a, action == ACTION_LOG_UP ? -1 : 1))
			;
		return true;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		move_column(a, action == ACTION_LEFT ? -1 : 1);
		return true;
	case ACTION_FOLD_DOWN:
		show_pane(a, a->asdm.pane + 1);
		return true;
	case ACTION_FAULTS:
		change(a);
		return true;
	case ACTION_DEVICE:
		a->asdm.unit = (uint8_t)mate_of(a->asdm.unit);
		return true;
	case ACTION_WHY:
	case ACTION_BREAK:
	case ACTION_MEND:
	case ACTION_ACTIVE:
	case ACTION_STANDBY:
	case ACTION_RESET:
	case ACTION_SYSLOG:
		return true; /* they are for what the dashboard's cursor is on, which is not to be seen */
	default:
		return false;
	}
}

void asdm_click(struct app *a, struct target t)
{
	a->asdm.editing = false;
	if (t.kind == SPOT_PANE) {
		show_pane(a, t.index);
	} else if (t.kind == SPOT_FIELD && t.index == a->asdm.row && t.unit == a->asdm.column) {
		change(a);
	} else if (t.kind == SPOT_FIELD) {
		a->asdm.row = t.index;
		a->asdm.column = t.unit;
	}
}
