/* The ASDM view as it is used: which pane, connected to which unit, which field is marked, what was changed last.
 *
 * It lies over the dashboard.  A field that is changed becomes console lines, typed at the unit that the view is
 * connected to: the same door as everything else that a person does, and what the device refuses stays as it is. */
#ifndef FAILSCOPE_UI_ASDM_ASDM_H
#define FAILSCOPE_UI_ASDM_ASDM_H

#include "ui/asdm/lines.h"
#include "ui/key.h"
#include "ui/keys.h"
#include "ui/target.h"

struct app;

enum { ASDM_REPLY_LEN = 256 };

/* What was typed last, for which field. */
struct asdm_typed {
	struct asdm_lines lines; /* those that were given */
	uint32_t unit;
	uint32_t after_id, step; /* the newest entry before it; the step after it */
	int pane, row, column;   /* the field */
	bool refused;            /* the last of the lines was, */
	char reply[ASDM_REPLY_LEN]; /* with these words of the device */
};

struct asdm {
	uint8_t pane;  /* enum asdm_pane */
	uint8_t unit;  /* whose values are shown, and where lines are typed */
	bool editing;  /* a value is being typed: */
	char text[ASDM_VALUE_LEN];
	int row, column; /* of the marked field */
	struct asdm_typed typed; /* no lines: nothing yet */
};

/* Opens the view at a pane ("setup", "group-2", see panes.def), connected to a unit, with a field marked
 * (asdm_find_field; NULL: the first). False, and nothing changed, where there is no such pane or field. */
bool asdm_open(struct app *a, const char *pane, uint32_t unit, const char *field);

/* The key A: opens the view where it was left, or where the cursor of the dashboard is, or closes it. */
void asdm_toggle(struct app *a);

/* Gives the marked field a value, as Enter does. False where it cannot be changed, or the device refused: the
 * sentence is the program's message, the device's words are in asdm.typed. */
bool asdm_give(struct app *a, const char *value);

/* One key, before it is looked up: what is typed into a field. False where it is none of the view's own. */
bool asdm_key(struct app *a, uint32_t code);

/* One action while the view is open; false where it does the same here as on the dashboard: time, looks, faults. */
bool asdm_action(struct app *a, enum action action);

/* The mouse chose a tab (SPOT_PANE) or a field (SPOT_FIELD) of the view. */
void asdm_click(struct app *a, struct target t);

/* Is the present behind what was typed last, so that it is part of the story? */
bool asdm_has_typed(const struct app *a);

/* Did the device refuse it, and nothing has happened since? */
bool asdm_was_refused(const struct app *a);

/* The marked field. False where the pane has none. */
bool asdm_marked(const struct app *a, struct asdm_cell *cell);

/* Forgets what was typed: another run begins. */
void asdm_restart(struct app *a);

#endif
