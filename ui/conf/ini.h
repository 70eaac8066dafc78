/* INI text in, as sections and keys; the one door to libinih.
 *
 * libinih splits keys from values; it gives its handler no line numbers and loses or cuts what it does not understand.
 * So lines come from lines.c, checked and counted, sections are opened here, and libinih is handed only lines that are
 * keys. Whoever is called back finds the number of the line in the lines that it handed in. */
#ifndef FAILSCOPE_UI_CONF_INI_H
#define FAILSCOPE_UI_CONF_INI_H

#include <stdbool.h>

#include "ui/conf/lines.h"

/* What a file says, in its order. */
struct ini_hooks {
	/* A section: what stands between the brackets, which may be changed in place. */
	void (*section)(void *context, char *title);
	/* A key below it, with blanks taken off both ends and single ones inside; the value likewise. Keys outside of any
	 * section and keys without a name are complained of and not handed out. */
	void (*key)(void *context, const char *name, const char *value);
	/* Something in the line that is being read cannot be understood: a sentence. The rest of the file goes on. */
	void (*complain)(void *context, const char *sentence);
};

/* Reads all the lines. Returns whether there was a section at all. */
bool ini_read(struct lines *lines, const struct ini_hooks *hooks, void *context);

/* Takes blanks off both ends, and makes one of many between words. */
void ini_squeeze(char *text);

#endif
