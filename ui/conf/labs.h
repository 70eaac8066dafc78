/* What is compiled in, as text under its file name: every lab of layouts/, every walkthrough of layouts/walkthroughs/.
 *
 * The tables are made by the Makefile; each ends with a row whose name is NULL. */
#ifndef FAILSCOPE_UI_CONF_LABS_H
#define FAILSCOPE_UI_CONF_LABS_H

struct builtin_lab {
	const char *name; /* "active-active.ini" */
	const char *text; /* the whole file */
};

extern const struct builtin_lab builtin_labs[], builtin_walks[];

#endif
