/* The labs that are compiled in: every file of layouts/, as text, under its file name.
 *
 * The table is made by the Makefile; it ends with a row whose name is NULL. */
#ifndef FAILSCOPE_UI_LABS_H
#define FAILSCOPE_UI_LABS_H

struct builtin_lab {
	const char *name; /* "active-active.ini" */
	const char *text; /* the whole file */
};

extern const struct builtin_lab builtin_labs[];

#endif
