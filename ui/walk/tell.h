/* What is told of a walkthrough's step, paragraph by paragraph: the same for every form it is written in. */
#ifndef FAILSCOPE_UI_WALK_TELL_H
#define FAILSCOPE_UI_WALK_TELL_H

#include "ui/walk/run.h"

enum { TELL_LEN = 4096 };

enum tell_kind {
	TELL_TEXT,  /* narration; words in back-quotes are what is typed or shown */
	TELL_TYPED, /* a command, as a line of its own: when, what, the key that gives it */
	TELL_WHY,   /* the reason, as a sentence */
	TELL_NOT,   /* why a group is where it is and not on the other unit, where a step asks about a thing */
	TELL_RULE,  /* a rule of the device that the reason rests on, with its source and trust */
	TELL_COUNT
};

/* Hands out everything about a step that is being shown, in the order in which it is read. */
void walk_tell(const struct walk_run *r, int step, void (*tell)(void *context, enum tell_kind kind, const char *text),
    void *context);

/* The paragraphs of the introduction. */
void walk_tell_intro(const struct walk *w, void (*tell)(void *context, enum tell_kind kind, const char *text),
    void *context);

#endif
