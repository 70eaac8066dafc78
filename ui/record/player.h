/* A reel as one page that is all there is: a player where scripts run, and a plain sequence of frames where they do not.
 *
 * The page asks for nothing: no font, no picture, no address; its own policy forbids any request.  Each frame to step to
 * (reel_is_stop) is a <section> with its heading, its narration and the screen as text; the script makes a player of
 * them.  The frames between are kept as rows that change, and thinned out where there are very many.
 *
 * Texts are paragraphs with a blank line between them.  A paragraph that begins with four blanks is what somebody types,
 * one that begins with "> " is a quotation (a reason and its source), `words` in back-quotes are code: all as in
 * Markdown, of which nothing else is known. */
#ifndef FAILSCOPE_UI_RECORD_PLAYER_H
#define FAILSCOPE_UI_RECORD_PLAYER_H

#include <stdbool.h>

#include "ui/backs/back.h"
#include "ui/record/reel.h"

struct player_page {
	const char *title;        /* one line */
	const char *introduction; /* paragraphs; may be "" */
	enum charset charset;
	bool stops; /* playing stops at each frame with a narration, for the reader to go on */
};

/* Writes the page. Where the sink is too small its length says so, as with all back ends. */
void player_emit(const struct reel *r, const struct player_page *page, struct sink *sink);

#endif
