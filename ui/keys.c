/* Look-up and printing of key bindings. */
#include "ui/keys.h"

#include "ui/key.h"

const struct binding bindings[] = {
#define BIND(action, code, shown, word, sentence) { ACTION_##action, code, shown, word, sentence },
#include "ui/keys.def"
};

const int binding_count = sizeof bindings / sizeof *bindings;

enum action keys_find(uint32_t code)
{
	for (int b = 0; b < binding_count; b++)
		if (bindings[b].code == code)
			return bindings[b].action;
	return ACTION_NONE;
}

void keys_print(FILE *out)
{
	fprintf(out, "| key | what it does |\n| --- | --- |\n");
	for (int b = 0; b < binding_count; b++)
		fprintf(out, "| `%s` | %s |\n", bindings[b].shown, bindings[b].sentence);
}
