/* The forms of a recording: what a player plays, what a browser opens, what the program runs again. */
#include "ui/record/recording.h"

#include <string.h>

#include "ui/path.h"
#include "ui/record/player.h"
#include "ui/text.h"

enum { INTRODUCTION_LEN = 4096, COMMANDS_MOST = 16, LINE_LEN = 256 };

static const struct form {
	const char *word, *ending;
} forms[RECORDING_COUNT] = {
#define RECORDING(id, word, ending) [RECORDING_##id] = { #word, ending },
	RECORDINGS(RECORDING)
#undef RECORDING
};

const char *recording_ending(enum recording_form form)
{
	return forms[form].ending;
}

enum recording_form recording_find(const char *word)
{
	int f = 0;

	while (f < RECORDING_COUNT && strcmp(forms[f].word, word) != 0)
		f++;
	return (enum recording_form)f;
}

enum recording_form recording_by_ending(const char *path)
{
	int f = 0;

	while (f < RECORDING_COUNT && !path_ends(path, forms[f].ending))
		f++;
	return (enum recording_form)f;
}

/* What the page says before the first frame: whose run it is, and what is done in it. */
static void introduce(const struct app *a, const struct cast_end *end, char out[INTRODUCTION_LEN])
{
	const struct branch *b = &a->history.branches[a->history.branch];
	uint32_t count = cast_commands(&a->history, end);
	struct text t = text_begin(out, INTRODUCTION_LEN);

	text_add(&t, "A run of the lab `%s`. %s", a->lab_name,
	    count > 0 ? "What is done in it, by seconds:" : "Nothing is done to the pair.");
	for (uint32_t n = 0; n < count && n < COMMANDS_MOST; n++) {
		uint32_t at_ms = b->journal[n].at_ms - a->history.now.open_ms;
		char line[LINE_LEN];

		script_text(&a->lab, &b->journal[n].command, line, sizeof line);
		text_add(&t, "%s    %u.%03u  %s", n == 0 ? "\n\n" : "\n", at_ms / 1000, at_ms % 1000, line);
	}
	if (count > COMMANDS_MOST)
		text_add(&t, "\n    and %u more", count - COMMANDS_MOST);
}

void recording_emit(const struct app *a, const struct reel *r, const struct cast_end *end, enum recording_form form,
    struct sink *sink)
{
	const struct cast_end all = { history_end_step(&a->history), history_end_ms(&a->history) };
	const char *title = *a->lab.head.title ? a->lab.head.title : a->lab_name;
	const struct cast_head head = { title, a->theme, a->charset, &a->lab, &a->screen, &a->history,
		end ? *end : all };
	char introduction[INTRODUCTION_LEN];
	const struct player_page page = { title, introduction, a->charset, false };

	switch (form) {
	case RECORDING_CAST:
		cast_emit(r, &head, sink);
		break;
	case RECORDING_HTML:
		introduce(a, &head.end, introduction);
		player_emit(r, &page, sink);
		break;
	case RECORDING_SCRIPT:
		cast_emit_script(&head, a->lab_name, sink);
		break;
	case RECORDING_COUNT:
		break;
	}
}
