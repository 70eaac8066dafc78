/* INI files in: a lab, its picture, and everything that is wrong with them.
 *
 * What a file may say is declared in sim/lab.def and ui/conf/screen.def.  Every mistake becomes a row of
 * the diag, all at once; the rest of the file counts.  A file that begins with `base = other.ini`
 * under [lab] is a variant: the other file is read first.  Not re-entrant: places of keys are kept
 * in one table while reading. */
#ifndef FAILSCOPE_UI_CONF_CONF_H
#define FAILSCOPE_UI_CONF_CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/lab.h"
#include "ui/conf/labs.h"
#include "ui/diag.h"

enum {
	CONF_BASE_MAX = 8, /* files that stand on each other */
	CONF_PATH_LEN = 1024,
};

/* The choice `charset`; `theme` counts as enum theme does, `speed` is in tenths. */
enum screen_charset { SCREEN_CHARSET_AUTO, SCREEN_CHARSET_UTF8, SCREEN_CHARSET_ASCII };

struct screen_conf {
#define KEY_SCREEN FIELD
#include "ui/conf/screen.def"
};

/* The rows of screen.def; their section counts on behind those of a lab. */
enum { SECTION_SCREEN = SECTION_COUNT };
extern const struct lab_key screen_keys[];
extern const size_t screen_key_count;

void screen_init(struct screen_conf *screen);

/* Reads a lab from a file; a path that is no file but names a compiled-in lab (`no-preempt.ini`,
 * `no-preempt`) means that one.  Lab and screen are set whatever the file says; false where there
 * was an error.  Warnings do not count. */
bool conf_read_file(
    const char *path, struct lab *lab, struct screen_conf *screen, struct diag *diag);

/* The same for a compiled-in lab, and for a text; `name` is what complaints are filed under.  A
 * base of these is a compiled-in lab. */
bool conf_read_builtin(
    const char *name, struct lab *lab, struct screen_conf *screen, struct diag *diag);
bool conf_read_text(const char *name, const char *text, struct lab *lab, struct screen_conf *screen,
    struct diag *diag);

/* The compiled-in lab of that name, with or without its `.ini`; NULL where there is none. */
const struct builtin_lab *conf_find_builtin(const char *name);

/* Which compiled-in lab may be meant by a name that is none: what to add to a sentence, as nearest_hint says it. Returns
 * `hint`, which has room for NEAREST_HINT_LEN bytes. */
const char *conf_hint(const char *name, char *hint);

/* A lab as the shortest INI text that gives it again when it is read: its names, and every key that differs from the
 * default; the picture's keys too where `screen` is not NULL. Comments and bases are not part of a lab. */
struct sink;
void conf_print_lab(const struct lab *lab, const struct screen_conf *screen, struct sink *out);

/* Every key with its default, range and sentence: as an INI file that can be read back, and as the
 * tables of the README. */
void conf_print_defaults(FILE *out);
void conf_print_reference(FILE *out);

#endif
