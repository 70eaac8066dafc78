/* Screens of tests as pictures; see gallery.h. */
#include "tests/gallery.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/backs/back.h"

static const char *const charsets[] = { "utf8", "ascii" };

static void write_one(const char *path, const char *format, const struct canvas *canvas, enum theme theme,
    enum charset charset)
{
	static char bytes[1 << 20];
	struct sink sink = { bytes, sizeof bytes, 0 };
	FILE *f = fopen(path, "w");

	assert(f);
	back_find(format)->emit(canvas, theme, charset, NULL, &sink);
	assert(sink.length <= sink.size);
	fwrite(bytes, 1, sink.length, f);
	fclose(f);
}

void gallery_add(const char *name, const struct canvas *canvas)
{
	const char *directory = getenv("GALLERY");
	char path[PATH_MAX];

	for (int i = 0; directory && *directory && i < THEME_COUNT * 2; i++) {
		enum theme theme = (enum theme)(i / 2);
		enum charset charset = (enum charset)(i % 2);
		int n = snprintf(path, sizeof path - 4, "%s/%s-%s-%s", directory, name, theme_word(theme), charsets[charset]);

		snprintf(path + n, 5, ".svg");
		write_one(path, "svg", canvas, theme, charset);
		snprintf(path + n, 5, ".txt");
		write_one(path, "text", canvas, theme, charset);
	}
}
