/* Look-up and printing of key bindings. */
#include "ui/keys.h"

#include "ui/key.h"

const struct binding bindings[] = {
#define BIND(action, code, shown, word, sentence) { ACTION_##action, code, shown, word, sentence },
#include "ui/keys.def"
};

const int binding_count = sizeof bindings / sizeof *bindings;

const struct binding present_bindings[] = {
#define BIND(...)
#define PRESENT(action, code, shown, word, sentence) { ACTION_##action, code, shown, word, sentence },
#include "ui/keys.def"
};

const int present_binding_count = sizeof present_bindings / sizeof *present_bindings;

/* The action of a key in a list, or ACTION_NONE. */
static enum action find(const struct binding *list, int count, uint32_t code)
{
	for (int b = 0; b < count; b++)
		if (list[b].code == code)
			return list[b].action;
	return ACTION_NONE;
}

enum action keys_find(uint32_t code, bool presenting)
{
	enum action action = presenting ? find(present_bindings, present_binding_count, code) : ACTION_NONE;

	return action != ACTION_NONE ? action : find(bindings, binding_count, code);
}

static void print(FILE *out, const struct binding *list, int count, const char *what)
{
	fprintf(out, "| key | %s |\n| --- | --- |\n", what);
	for (int b = 0; b < count; b++)
		fprintf(out, "| `%s` | %s |\n", list[b].shown, list[b].sentence);
}

void keys_print(FILE *out)
{
	print(out, bindings, binding_count, "what it does");
	fprintf(out, "\n");
	print(out, present_bindings, present_binding_count, "what it does while presenting");
}
