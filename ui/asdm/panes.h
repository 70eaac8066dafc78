/* The panes of the ASDM view as data: which fields they have, and in which rows.
 *
 * A pane shows the fields of its set from top to bottom.  One that is there ONCE is a row of its own; neighbours that
 * are there for each GROUP stand in rows with a column for each group; neighbours that are there for each CONTEXT or
 * IFACE are the columns of a table.  Nothing here knows a value or a screen. */
#ifndef FAILSCOPE_UI_ASDM_PANES_H
#define FAILSCOPE_UI_ASDM_PANES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/sim.h"

enum asdm_pane {
#define PANE(id, ...) ASDM_##id,
#include "ui/asdm/panes.def"
	ASDM_PANE_COUNT
};

enum asdm_set { SET_CONTEXTS, SET_GROUPS, SET_SETUP, SET_CRITERIA, SET_MAC, SET_INTERFACES, SET_SYSTEM, SET_MONITOR };
enum asdm_each { EACH_ONCE, EACH_GROUP, EACH_CONTEXT, EACH_IFACE };
enum asdm_edit { EDIT_HEAD, EDIT_READ, EDIT_YES, EDIT_CHOICE, EDIT_TEXT, EDIT_TIME, EDIT_NUMBER, EDIT_BUTTON };
enum asdm_where { CONTEXT_SYSTEM, CONTEXT_CONTEXT }; /* the console where its lines are typed */

struct asdm_pane_row {
	const char *word, *tab, *path, *steps, *sentence;
	enum asdm_set set;
	uint32_t group;
};

/* Writes a field's value at a unit, at most ASDM_VALUE_LEN bytes; `index` is a group, a context or an interface. */
enum { ASDM_VALUE_LEN = 80 };
typedef void asdm_getter(const struct sim *s, uint32_t unit, uint32_t index, char out[ASDM_VALUE_LEN]);

struct asdm_field {
	enum asdm_set set;
	asdm_getter *get;
	const char *word, *label;
	enum asdm_each each;
	int width;
	enum asdm_edit edit;
	const char *takes;
	enum asdm_where where;
	const char *lines, *lines_off;
	enum trust trust;
	const char *sentence;
};

extern const struct asdm_pane_row asdm_panes[ASDM_PANE_COUNT];
extern const struct asdm_field asdm_fields[];
extern const int asdm_field_count;

/* One row: a heading, the head of columns, or fields. */
enum asdm_row_kind { ROW_HEADING, ROW_GROUPS_HEAD, ROW_TABLE_HEAD, ROW_ONCE, ROW_GROUPS, ROW_TABLE };
struct asdm_row {
	enum asdm_row_kind kind;
	int first, count; /* its fields; of a GROUPS row one, with two columns */
	uint32_t index;   /* of a table: which context or interface */
};

/* A field, and which group, context or interface it is about; the group of its pane, or 0, where it is there once. */
struct asdm_cell {
	int field;
	uint32_t index;
};

/* The n-th row of a pane from 0; false behind the last. */
bool asdm_row(const struct sim *s, enum asdm_pane pane, int n, struct asdm_row *row);

/* How many rows a pane has. */
int asdm_row_count(const struct sim *s, enum asdm_pane pane);

/* How many fields stand beside each other in a row; 0: none, it is a heading. */
int asdm_columns(const struct asdm_row *row);

/* The field at a column of a row. */
struct asdm_cell asdm_cell_of(enum asdm_pane pane, const struct asdm_row *row, int column);

/* The pane of that word ("setup", "group-1"); -1 where there is none. */
int asdm_find(const char *word);

/* The panes as a Markdown table, for the README. */
void asdm_print(FILE *out);

/* Where a field stands in a pane. `name` is its word, and behind a blank which one, where there are several: "preempt 2",
 * "group CTX1", "monitored CTX1/inside"; without it the first. False where there is none. */
bool asdm_find_field(const struct sim *s, enum asdm_pane pane, const char *name, int *row, int *column);

#endif
