/* What can be done to a thing. */
#include "ui/menu.h"

#include <stdio.h>

#include "sim/fault.h"
#include "sim/words.h"
#include "ui/target.h"

struct command menu_typed(uint32_t unit, uint32_t group, const char *words)
{
	struct command c = { .kind = COMMAND_TYPE, .unit = (uint8_t)unit };

	snprintf(c.line, sizeof c.line, "%s group %u", words, (unsigned)group);
	return c;
}

/* What else can be typed at a unit. */
static int unit_items(const struct sim *s, uint32_t unit, struct menu_item *items)
{
	const char *const lines[] = { s->unit[unit].off ? "failover" : "no failover", "write standby",
		"failover reload-standby", "reload" };

	for (int n = 0; n < 4; n++) {
		items[n].command = (struct command){ .kind = COMMAND_TYPE, .unit = (uint8_t)unit };
		snprintf(items[n].command.line, sizeof items[n].command.line, "%s", lines[n]);
		snprintf(items[n].label, sizeof items[n].label, "%s%s# %s", s->lab.unit[unit].name,
		    n == 0 ? "(config)" : "", lines[n]);
	}
	return 4;
}

static int typed_items(const struct sim *s, struct target t, struct menu_item *items)
{
	static const char *const lines[] = { "failover active", "no failover active", "failover reset" };

	for (int n = 0; n < 3; n++) {
		items[n].command = menu_typed(t.unit, t.index, lines[n]);
		snprintf(items[n].label, sizeof items[n].label, "%s# %s", s->lab.unit[t.unit].name, items[n].command.line);
	}
	return 3;
}

int menu_items(const struct sim *s, struct target t, struct menu_item items[MENU_MAX])
{
	int n = 0;

	if (t.kind == SPOT_GROUP)
		return typed_items(s, t, items);
	if (t.kind == SPOT_CONTEXT) {
		t.index = (uint16_t)context_group(s, t.unit, t.index);
		return typed_items(s, t, items);
	}
	for (int f = 0; f < FAULT_COUNT && n < MENU_MAX && t.kind != TARGET_NONE && t.kind < TARGET_COUNT; f++) {
		bool present;

		if (!fault_fits((enum fault_id)f, t))
			continue;
		present = fault_present(s, (enum fault_id)f, t);
		items[n].command = (struct command){ .kind = present ? COMMAND_MEND : COMMAND_FAULT, .fault = (uint8_t)f,
			.target = t };
		snprintf(items[n].label, sizeof items[n].label, "%s%s: %s", present ? "mend " : "", faults[f].word,
		    present ? faults[f].mends : faults[f].does);
		n++;
	}
	if (t.kind == TARGET_UNIT && s->unit[t.unit].run == RUN_UP)
		n += unit_items(s, t.unit, &items[n]);
	return n;
}

bool menu_commonest(const struct sim *s, struct target t, struct command *command)
{
	struct menu_item items[MENU_MAX];
	int n = t.kind < TARGET_COUNT ? menu_items(s, t, items) : 0;

	for (int i = 0; i < n; i++)
		if (items[i].command.kind == COMMAND_MEND) {
			*command = items[i].command;
			return true;
		}
	if (n > 0)
		*command = items[0].command;
	return n > 0;
}
