/* Panes and their rows, from panes.def and fields.def. */
#include "ui/asdm/panes.h"

#include <string.h>

#include "sim/words.h"
#include "ui/asdm/values.h"

const struct asdm_pane_row asdm_panes[ASDM_PANE_COUNT] = {
#define PANE(id, word, set, group, tab, path, steps, sentence) \
	[ASDM_##id] = { word, tab, path, steps, sentence, SET_##set, group },
#include "ui/asdm/panes.def"
};

static const struct {
	enum asdm_pane pane;
	const char *word;
} aliases[] = {
#define PANE(...)
#define PANE_ALIAS(id, word) { ASDM_##id, word },
#include "ui/asdm/panes.def"
};

const struct asdm_field asdm_fields[] = {
#define PANE_FIELD(set, get, ...) { SET_##set, asdm_get_##get, __VA_ARGS__ },
#define PANE_HEAD(set, label) \
	{ SET_##set, NULL, "", label, EACH_ONCE, 0, EDIT_HEAD, "", CONTEXT_SYSTEM, "", "", TRUST_DOC, "" },
#include "ui/asdm/fields.def"
};

const int asdm_field_count = sizeof asdm_fields / sizeof *asdm_fields;

/* How often a field of that kind is there. */
static int instances(const struct sim *s, enum asdm_each each)
{
	switch (each) {
	case EACH_ONCE:
		return 1;
	case EACH_GROUP:
		return GROUP_COUNT - 1;
	case EACH_CONTEXT:
		return (int)s->lab.context_count;
	case EACH_IFACE:
		return (int)s->lab.iface_count;
	}
	return 0;
}

/* How many neighbours from a field on make one block of rows. */
static int block_fields(int first)
{
	const struct asdm_field *f = &asdm_fields[first];
	int n = 1;

	while (f->each != EACH_ONCE && first + n < asdm_field_count && f[n].set == f->set && f[n].each == f->each)
		n++;
	return n;
}

/* The n-th row of the block of fields; a head of columns goes before the rows. */
static struct asdm_row block_row(int first, int count, int n)
{
	enum asdm_each each = asdm_fields[first].each;

	if (asdm_fields[first].edit == EDIT_HEAD)
		return (struct asdm_row){ ROW_HEADING, first, 1, 0 };
	if (each == EACH_ONCE)
		return (struct asdm_row){ ROW_ONCE, first, 1, 0 };
	if (each == EACH_GROUP)
		return n == 0 ? (struct asdm_row){ ROW_GROUPS_HEAD, first, count, 0 } :
		    (struct asdm_row){ ROW_GROUPS, first + n - 1, 1, 0 };
	return n == 0 ? (struct asdm_row){ ROW_TABLE_HEAD, first, count, 0 } :
	    (struct asdm_row){ ROW_TABLE, first, count, (uint32_t)(n - 1) };
}

/* How many rows the block of fields has. */
static int block_rows(const struct sim *s, int first, int count)
{
	enum asdm_each each = asdm_fields[first].each;

	return each == EACH_ONCE ? 1 : 1 + (each == EACH_GROUP ? count : instances(s, each));
}

/* The block behind one of a pane; the first behind -1; -1 at the end. */
static int next_block(enum asdm_pane pane, int block)
{
	int f = block < 0 ? 0 : block + block_fields(block);

	while (f < asdm_field_count && asdm_fields[f].set != asdm_panes[pane].set)
		f++;
	return f < asdm_field_count ? f : -1;
}

bool asdm_row(const struct sim *s, enum asdm_pane pane, int n, struct asdm_row *row)
{
	for (int first = next_block(pane, -1); first >= 0 && n >= 0; first = next_block(pane, first)) {
		int count = block_fields(first), rows = block_rows(s, first, count);

		if (n < rows) {
			*row = block_row(first, count, n);
			return true;
		}
		n -= rows;
	}
	return false;
}

int asdm_row_count(const struct sim *s, enum asdm_pane pane)
{
	int n = 0;

	for (int first = next_block(pane, -1); first >= 0; first = next_block(pane, first))
		n += block_rows(s, first, block_fields(first));
	return n;
}

int asdm_columns(const struct asdm_row *row)
{
	switch (row->kind) {
	case ROW_HEADING:
	case ROW_GROUPS_HEAD:
	case ROW_TABLE_HEAD:
		return 0;
	case ROW_ONCE:
		return 1;
	case ROW_GROUPS:
		return GROUP_COUNT - 1;
	case ROW_TABLE:
		return row->count;
	}
	return 0;
}

struct asdm_cell asdm_cell_of(enum asdm_pane pane, const struct asdm_row *row, int column)
{
	if (row->kind == ROW_GROUPS)
		return (struct asdm_cell){ row->first, (uint32_t)column + 1 };
	if (row->kind == ROW_TABLE)
		return (struct asdm_cell){ row->first + column, row->index };
	return (struct asdm_cell){ row->first, asdm_panes[pane].group };
}

int asdm_find(const char *word)
{
	for (int p = 0; p < ASDM_PANE_COUNT; p++)
		if (strcmp(asdm_panes[p].word, word) == 0)
			return p;
	for (size_t n = 0; n < sizeof aliases / sizeof *aliases; n++)
		if (strcmp(aliases[n].word, word) == 0)
			return aliases[n].pane;
	return -1;
}

void asdm_print(FILE *out)
{
	fprintf(out, "| pane | in ASDM | step of the page | what it is for |\n| --- | --- | --- | --- |\n");
	for (int p = 0; p < ASDM_PANE_COUNT; p++) {
		const char *steps = asdm_panes[p].steps, *numbers = strpbrk(steps, "0123456789");

		fprintf(out, "| `%s` | %s | %s | %s |\n", asdm_panes[p].word, asdm_panes[p].path, numbers ? numbers : "none",
		    asdm_panes[p].sentence);
	}
}

/* Is the cell the one that is called so: a group's number, a context, an interface? Nothing means the first. */
static bool is_called(const struct sim *s, struct asdm_cell cell, const char *name)
{
	char own[NAME_LEN + NAMEIF_LEN + 2];

	switch (asdm_fields[cell.field].each) {
	case EACH_ONCE:
		return name[0] == '\0';
	case EACH_GROUP:
		own[0] = (char)('0' + cell.index);
		own[1] = '\0';
		break;
	case EACH_CONTEXT:
		strcpy(own, s->lab.contexts[cell.index].name);
		break;
	case EACH_IFACE:
		iface_name(s, cell.index, own, sizeof own);
		break;
	}
	return name[0] == '\0' || strcmp(name, own) == 0;
}

bool asdm_find_field(const struct sim *s, enum asdm_pane pane, const char *name, int *row, int *column)
{
	size_t length = strcspn(name, " ");
	const char *which = name + length + strspn(name + length, " ");
	struct asdm_row r;

	for (int n = 0; asdm_row(s, pane, n, &r); n++)
		for (int c = 0; c < asdm_columns(&r); c++) {
			struct asdm_cell cell = asdm_cell_of(pane, &r, c);
			const char *word = asdm_fields[cell.field].word;

			if (strlen(word) == length && strncmp(word, name, length) == 0 && is_called(s, cell, which)) {
				*row = n;
				*column = c;
				return true;
			}
		}
	return false;
}
