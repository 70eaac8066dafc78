/* A recording, whole: a reel and the run that it shows, in each of the forms in which it is kept. */
#ifndef FAILSCOPE_UI_RECORD_RECORDING_H
#define FAILSCOPE_UI_RECORD_RECORDING_H

#include "ui/app.h"
#include "ui/record/cast.h"
#include "ui/record/reel.h"

/* RECORDING(ID, word, "ending"): the forms; the word is what --format takes. */
#define RECORDINGS(X) \
	X(CAST, cast, ".cast") \
	X(HTML, html, ".html") \
	X(SCRIPT, script, ".script")

enum recording_form {
#define RECORDING(id, ...) RECORDING_##id,
	RECORDINGS(RECORDING)
#undef RECORDING
	RECORDING_COUNT
};

/* How a file's name ends. */
const char *recording_ending(enum recording_form form);

/* The form of that word, as --format takes it; the form that a file's ending names. RECORDING_COUNT where there is none. */
enum recording_form recording_find(const char *word);
enum recording_form recording_by_ending(const char *path);

/* Writes the reel, which shows the run of the app's branch up to `end`; NULL: as far as it has been run. */
void recording_emit(const struct app *a, const struct reel *r, const struct cast_end *end, enum recording_form form,
    struct sink *sink);

#endif
