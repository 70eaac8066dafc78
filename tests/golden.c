/* Kept texts. */
#include "tests/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GOLDEN_MAX = 1 << 20, SHOWN = 8 };

static bool update(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (!f)
		return false;
	fputs(text, f);
	return fclose(f) == 0;
}

/* Prints the lines that differ, a few of them. */
static void show(const char *path, const char *kept, const char *text)
{
	int line = 1, shown = 0;

	while ((*kept || *text) && shown < SHOWN) {
		size_t a = strcspn(kept, "\n"), b = strcspn(text, "\n");

		if (a != b || strncmp(kept, text, a) != 0) {
			printf("%s:%d\n- %.*s\n+ %.*s\n", path, line, (int)a, kept, (int)b, text);
			shown++;
		}
		kept += a + (kept[a] != '\0');
		text += b + (text[b] != '\0');
		line++;
	}
}

bool golden_equal(const char *path, const char *text)
{
	static char kept[GOLDEN_MAX];
	FILE *f;
	size_t n = 0;

	if (getenv("UPDATE"))
		return update(path, text);
	f = fopen(path, "r");
	if (f) {
		n = fread(kept, 1, sizeof kept - 1, f);
		fclose(f);
	}
	kept[n] = '\0';
	if (strcmp(kept, text) == 0)
		return true;
	show(path, kept, text);
	return false;
}
