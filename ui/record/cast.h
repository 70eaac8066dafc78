/* Recordings as asciicast v2, which asciinema plays: a header line, then an event a line.
 *
 *   {"version": 2, "width": 80, "height": 24, "title": "...", "failscope": {"lab": "...", "script": [...], "until": 70.000}}
 *   [0.250, "o", "what a terminal is to be sent"]      only what changed since the frame before
 *   [10.000, "m", "what happened"]                     a marker, behind the frame that shows it
 *
 * Nothing in it comes from a clock, so the same run gives the same bytes on every machine.  The header's key "failscope",
 * which players pass over, is the run itself: the lab as INI text, the journal as lines of a script, and how far it went.
 * So a recording is opened again as a run, and not only watched. */
#ifndef FAILSCOPE_UI_RECORD_CAST_H
#define FAILSCOPE_UI_RECORD_CAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/backs/back.h"
#include "ui/conf/conf.h"
#include "ui/record/reel.h"
#include "ui/script.h"

enum {
	CAST_LAB_MAX = 1 << 20,    /* bytes of a lab as INI text; the largest has a quarter of it */
	CAST_HEADER_MAX = 4 << 20, /* bytes of a header line: a lab and a full journal fit, escaped */
};

/* How far of its branch a recording goes, in steps and in time of the run: what was done later is not in it. */
struct cast_end {
	uint32_t step, at_ms;
};

/* What a recording is of, and how it is drawn. */
struct cast_head {
	const char *title;
	enum theme theme;
	enum charset charset;
	const struct lab *lab;            /* as it was opened */
	const struct screen_conf *screen;
	const struct history *history;    /* its branch is the run */
	struct cast_end end;
};

/* How many commands of the branch that the run stands on are in it. */
uint32_t cast_commands(const struct history *h, const struct cast_end *end);

/* Writes a recording. Where the sink is too small its length says so, as with all back ends. */
void cast_emit(const struct reel *r, const struct cast_head *head, struct sink *sink);

/* Writes the run alone, as a script: a line a command, below comments that say which lab it is for. */
void cast_emit_script(const struct cast_head *head, const char *lab_name, struct sink *sink);

/* Is the file one of ours, by its ending? */
bool cast_is_name(const char *path);

/* A run that was read back. */
struct cast_run {
	struct lab *lab;
	struct screen_conf *screen;
	struct script *script; /* its commands are added */
	uint32_t until_ms;     /* since the opening */
};

/* Reads the header of a recording. Every mistake goes to `diag`, as file:1: sentence where the header is at fault, and
 * under the names "FILE: lab" and "FILE: script" with the lines of those. Returns false where there was one. Not
 * re-entrant: the header lies in one buffer. */
bool cast_read_file(const char *path, struct cast_run *run, struct diag *diag);

/* The same for the text of a header, which is written over. */
bool cast_read_text(const char *name, char *text, struct cast_run *run, struct diag *diag);

#endif
