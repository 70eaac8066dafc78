/* A lab and its script, ready to run: what every sub-command starts from. */
#ifndef FAILSCOPE_UI_SESSION_H
#define FAILSCOPE_UI_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/app.h"
#include "ui/record/recorder.h"
#include "ui/script.h"

/* What --do and --script gave, in their order. */
struct story {
	bool is_file;
	const char *text; /* the line, or the file's name */
};

struct stories {
	int count;
	struct story story[SCRIPT_MAX];
};

/* The one allocation of the program: keyframes, and text that is written whole. */
struct memory {
	void *pool;
	size_t pool_size;
	char *text;
	size_t text_size;
};

struct session {
	struct app app; /* where only the run counts, only its history is used */
	struct recorder recorder; /* works with the memory for text: not where that is needed for something else */
	struct lab lab;
	struct screen_conf screen;
	struct script script;
	struct diag diag;
	const char *name;   /* of the lab, or of the recording that it came with */
	uint32_t told_ms;   /* how far that recording went; 0 for a lab */
};

/* Reads the lab (NULL: the page's pair), or a recording with its lab and its script, and the stories; every mistake is
 * in s->diag. False where there was one. */
bool session_read(struct session *s, const char *lab, const struct stories *stories);

/* The same, for a run: mistakes are printed, warnings are not. */
bool session_load(struct session *s, const char *lab, const struct stories *stories);

/* Opens the lab; with the whole dashboard around it, or the run alone. */
void session_open_app(struct session *s, const struct memory *memory);
void session_open_run(struct session *s, const struct memory *memory);

/* Lets the app record what is seen. */
void session_lend_recorder(struct session *s, const struct memory *memory);

/* Runs the script up to a time since the opening, and on to that time. False, with a sentence on
 * standard error, where the run does not go so far. Commands that were refused are told on standard
 * error, and stay in s->diag. */
bool session_run(struct session *s, uint32_t until_ms);

/* Where a run ends: at a time since the opening, after all that is due then; or right after a step
 * at that time. */
struct stop {
	uint32_t at_ms, step; /* step 0: none */
};

/* Finds the first instant from a time on at which a condition of until.h is met, and leaves the run
 * at its opening. False, with a sentence on standard error, where it is none, or is not met in an
 * hour. */
bool session_find(
    struct session *s, uint32_t from_ms, const char *condition, struct stop *stop);

/* The same as session_run, to such an end; nothing lies ahead of it then. */
bool session_stop(struct session *s, struct stop stop);

/* When the last command of the script is given; 0 where there is none. */
uint32_t session_script_end(const struct session *s);

/* Where a run ends that is told whole and nobody says how far: a minute after the last command, and not before a
 * recording ends that was opened. */
uint32_t session_story_end(const struct session *s);

#endif
