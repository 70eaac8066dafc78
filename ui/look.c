/* Views by their words; see look.h. */
#include "ui/look.h"

#include <stdio.h>
#include <string.h>

#include "ui/actions.h"
#include "ui/asking.h"
#include "ui/nearest.h"
#include "ui/script.h"
#include "ui/views/view.h"
#include "ui/why/subject.h"

/* --- what can be shown ------------------------------------------------------------------------------------- */

static bool show_dashboard(struct app *a, const char *rest, char *why, size_t size)
{
	(void)a, (void)rest, (void)why, (void)size;
	return true;
}

static bool show_help(struct app *a, const char *rest, char *why, size_t size)
{
	(void)rest, (void)why, (void)size;
	a->overlay = OVERLAY_HELP;
	return true;
}

static bool show_syslog(struct app *a, const char *rest, char *why, size_t size)
{
	(void)rest, (void)why, (void)size;
	a->syslog = true;
	return true;
}

/* Opens why about a thing; the cursor stays where it was. */
static bool show_why(struct app *a, const char *rest, char *why, size_t size)
{
	struct target cursor = a->cursor;

	if (!look_at(a, rest, why, size))
		return false;
	asking_open(a);
	a->cursor = cursor;
	return true;
}

static bool show_menu(struct app *a, const char *rest, char *why, size_t size)
{
	if (!look_at(a, rest, why, size))
		return false;
	action_open_menu(a);
	return true;
}

/* The ASDM view at a pane, and where " at UNIT" follows connected to that. */
static bool show_asdm(struct app *a, const char *rest, char *why, size_t size)
{
	size_t length = strcspn(rest, " ");
	char pane[64], name[NAME_LEN], hint[NEAREST_HINT_LEN];
	uint8_t unit = PRIMARY, context;
	struct nearest nearest;

	snprintf(pane, sizeof pane, "%.*s", (int)length, rest);
	nearest = nearest_to(pane);
	if (rest[length] && strncmp(rest + length, " at ", 4) != 0) {
		snprintf(why, size, "behind a pane comes nothing, or: at a unit");
		return false;
	}
	snprintf(name, sizeof name, "%s", rest[length] ? rest + length + 4 : "primary");
	if (!script_console(&a->lab, name, &unit, &context, why, size))
		return false;
	for (int p = 0; p < ASDM_PANE_COUNT; p++)
		nearest_try(&nearest, asdm_panes[p].word);
	if (asdm_open(a, pane, unit, NULL))
		return true;
	snprintf(why, size, "the ASDM view has no pane '%s'%s", pane, nearest_hint(&nearest, hint));
	return false;
}

/* What can be shown; `thing`: something stands behind the word. */
static const struct sight {
	const char *word;
	bool thing;
	bool (*show)(struct app *a, const char *rest, char *why, size_t size);
} sights[] = {
	{ "dashboard", false, show_dashboard },
	{ "help", false, show_help },
	{ "syslog", false, show_syslog },
	{ "why", true, show_why },
	{ "menu", true, show_menu },
	{ "asdm", true, show_asdm },
};

enum { SIGHT_COUNT = sizeof sights / sizeof *sights };

void look_reset(struct app *a)
{
	a->overlay = OVERLAY_NONE;
	a->scroll = 0;
	a->syslog = false;
	a->log_back = 0;
	a->fold_scroll = 0;
	a->lit_count = 0;
	a->cursor = (struct target){ TARGET_NONE, 0, 0 };
}

bool look_show(struct app *a, const char *text, int columns, int rows, char *why, size_t size)
{
	size_t length = strcspn(text, " ");
	const char *rest = text + length + strspn(text + length, " ");
	struct nearest nearest;
	char word[64], hint[NEAREST_HINT_LEN];

	snprintf(word, sizeof word, "%.*s", (int)length, text);
	nearest = nearest_to(word);
	a->columns = columns;
	a->rows = rows;
	for (int i = 0; i < SIGHT_COUNT; i++) {
		nearest_try(&nearest, sights[i].word);
		if (strcmp(sights[i].word, word) != 0)
			continue;
		if (sights[i].thing != (*rest != '\0')) {
			snprintf(why, size, sights[i].thing ? "%s: of what?" : "nothing stands behind %s", word);
			return false;
		}
		return sights[i].show(a, rest, why, size);
	}
	snprintf(why, size, "there is no view '%s'%s", word, nearest_hint(&nearest, hint));
	return false;
}

/* --- what is pointed at ------------------------------------------------------------------------------------ */

/* The complaint about a field of the ASDM view, with those that there are. */
static bool no_field(const struct app *a, const char *name, char *why, size_t size)
{
	const struct asdm_pane_row *pane = &asdm_panes[a->asdm.pane];
	const char *between = "; it has";
	size_t used = (size_t)snprintf(why, size, "the pane %s has no field '%.60s'", pane->word, name);

	for (int f = 0; f < asdm_field_count && used < size; f++) {
		if (asdm_fields[f].set != pane->set || asdm_fields[f].edit == EDIT_HEAD)
			continue;
		used += (size_t)snprintf(why + used, size - used, "%s %s", between, asdm_fields[f].word);
		between = ",";
	}
	return false;
}

bool look_at(struct app *a, const char *text, char *why, size_t size)
{
	if (a->overlay == OVERLAY_ASDM)
		return asdm_open(a, asdm_panes[a->asdm.pane].word, a->asdm.unit, text) || no_field(a, text, why, size);
	return subject_parse(&a->history, text, &a->cursor, why, size);
}

/* The view of that name, or VIEW_COUNT with a complaint. */
static enum view find_view(const char *name, char *why, size_t size)
{
	struct nearest nearest = nearest_to(name);
	char hint[NEAREST_HINT_LEN];

	for (int v = 0; v < VIEW_COUNT; v++) {
		if (strcmp(views[v].name, name) == 0)
			return (enum view)v;
		nearest_try(&nearest, views[v].name);
	}
	snprintf(why, size, "the dashboard has no view '%.60s'%s", name, nearest_hint(&nearest, hint));
	return VIEW_COUNT;
}

bool look_light(struct app *a, const char *text, char *why, size_t size)
{
	struct lit *lit = &a->lit[a->lit_count];

	if (a->lit_count == APP_LIT_MAX) {
		snprintf(why, size, "no more than %d things are lit at a time", APP_LIT_MAX);
		return false;
	}
	*lit = (struct lit){ .view = VIEW_COUNT };
	if (a->overlay == OVERLAY_ASDM && strncmp(text, "field ", 6) == 0) {
		int row, column;

		if (!asdm_find_field(&a->history.now, (enum asdm_pane)a->asdm.pane, text + 6, &row, &column))
			return no_field(a, text + 6, why, size);
		lit->thing = (struct target){ SPOT_FIELD, (uint8_t)column, (uint16_t)row };
		a->lit_count++;
		return true;
	}
	if (strncmp(text, "view ", 5) == 0)
		lit->view = (uint8_t)find_view(text + 5, why, size);
	else if (!subject_parse(&a->history, text, &lit->thing, why, size))
		return false;
	if (lit->view == VIEW_COUNT && strncmp(text, "view ", 5) == 0)
		return false;
	a->lit_count++;
	return true;
}
