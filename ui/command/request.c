/* Arguments, by getopt_long and the two lists; see request.h. */
#include "ui/command/request.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/command/commands.h"
#include "ui/conf/value.h"
#include "ui/nearest.h"
#include "ui/output.h"
#include "ui/path.h"
#include "ui/record/cast.h"

/* What getopt_long returns: a letter, a word that is no option, or one of the long options. */
enum { WORD = 1, LETTER_LONG = 256, VERSION = LETTER_LONG + OPTION_COUNT };

enum { IDLE_LEAST_MS = 100 };

/* --- reading options ------------------------------------------------------------------------- */

/* The tables of getopt, from the list of options. */
static void fill_options(struct option longs[OPTION_COUNT + 2], char letters[2 * OPTION_COUNT + 3])
{
	size_t used = 0;

	letters[used++] = '-'; /* words come in their turn */
	letters[used++] = ':'; /* a missing argument is told apart */
	for (int o = 0; o < OPTION_COUNT; o++) {
		const struct option_row *row = &option_rows[o];

		longs[o] = (struct option){ row->word,
			row->argument ? required_argument : no_argument, NULL, LETTER_LONG + o };
		if (row->letter) {
			letters[used++] = row->letter;
			if (row->argument)
				letters[used++] = ':';
		}
	}
	letters[used] = '\0';
	longs[OPTION_COUNT] = (struct option){ "version", no_argument, NULL, VERSION };
	longs[OPTION_COUNT + 1] = (struct option){ NULL, 0, NULL, 0 };
}

/* The option that getopt has found; -1 for what is none. */
static int find_option(int found)
{
	if (found >= LETTER_LONG)
		return found - LETTER_LONG;
	for (int o = 0; o < OPTION_COUNT; o++)
		if (option_rows[o].letter && option_rows[o].letter == found)
			return o;
	return -1;
}

/* Keeps an option; false where there are too many stories. */
static bool keep(struct request *r, enum option_id option, const char *value)
{
	r->given |= 1u << option;
	r->value[option] = value;
	if (option != OPTION_DO && option != OPTION_SCRIPT)
		return true;
	if (r->stories.count == SCRIPT_MAX)
		return false;
	r->stories.story[r->stories.count++] = (struct story){ option == OPTION_SCRIPT, value };
	return true;
}

/* What getopt complains of, as a sentence. */
static void tell_mistake(int found, const char *text, char why[REQUEST_WHY_LEN])
{
	struct nearest nearest = nearest_to(text + strspn(text, "-"));
	char letter[2] = { (char)optopt, '\0' };
	bool is_long = optopt >= LETTER_LONG, is_letter = optopt != 0 && !is_long;
	const char *name = is_letter                     ? letter
			   : is_long && optopt < VERSION ? option_rows[optopt - LETTER_LONG].word
							 : text;

	for (int o = 0; o < OPTION_COUNT; o++)
		nearest_try(&nearest, option_rows[o].word);
	if (found == ':')
		snprintf(
		    why, REQUEST_WHY_LEN, "%s%s wants an argument", is_letter ? "-" : "--", name);
	else if (is_long)
		snprintf(why, REQUEST_WHY_LEN, "--%s takes no argument", name);
	else if (is_letter)
		snprintf(why, REQUEST_WHY_LEN, "there is no option '-%s'", name);
	else
		snprintf(why, REQUEST_WHY_LEN, "there is no option '%.60s'%s%s%s", name,
		    nearest.best ? "; did you mean '--" : "", nearest.best ? nearest.best : "",
		    nearest.best ? "'?" : "");
}

/* Reads all options, and moves the other words to the front of argv, whatever POSIXLY_CORRECT says.
 */
static bool read_options(struct request *r, int argc, char **argv, char why[REQUEST_WHY_LEN])
{
	struct option longs[OPTION_COUNT + 2];
	char letters[2 * OPTION_COUNT + 3];
	int found;

	fill_options(longs, letters);
	opterr = 0;
	while ((found = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (found == WORD)
			argv[r->word_count++] = optarg;
		else if (found == VERSION)
			r->version = true;
		else if (why[0])
			continue;
		else if (find_option(found) < 0)
			tell_mistake(found, argv[optind - 1], why);
		else if (!keep(r, (enum option_id)find_option(found), optarg))
			snprintf(
			    why, REQUEST_WHY_LEN, "there are more than %d commands", SCRIPT_MAX);
	}
	while (optind < argc)
		argv[r->word_count++] = argv[optind++];
	r->words = (const char *const *)argv;
	return !why[0];
}

/* --- what they say --------------------------------------------------------------------------- */

static bool parse_time(
    const char *text, uint32_t *ms, const char *option, char why[REQUEST_WHY_LEN])
{
	if (value_parse_time(text, ms))
		return true;
	snprintf(why, REQUEST_WHY_LEN,
	    "--%s: '%.60s' is no time, such as 30, 30.5, 500ms or 2m, up to 24 days", option, text);
	return false;
}

/* --until is a time, or else a condition, which only the lab can tell more about. */
static bool parse_until(struct request *r, char why[REQUEST_WHY_LEN])
{
	const char *text = r->value[OPTION_UNTIL];

	if (!text)
		return true;
	if (!value_parse_time(text, &r->until_ms) && strcspn(text, "+-.0123456789") > 0) {
		r->condition = text;
		return true;
	}
	if (!parse_time(text, &r->until_ms, "until", why))
		return false;
	if (r->until_ms < r->at_ms)
		snprintf(why, REQUEST_WHY_LEN, "--until: '%.60s' is before --at", text);
	return r->until_ms >= r->at_ms;
}

static bool parse_idle(struct request *r, char why[REQUEST_WHY_LEN])
{
	const char *text = r->value[OPTION_IDLE];

	if (!text)
		return true;
	if (!parse_time(text, &r->idle_ms, "idle", why))
		return false;
	if (r->idle_ms < IDLE_LEAST_MS)
		snprintf(why, REQUEST_WHY_LEN, "--idle: '%.60s' is less than %d ms", text, IDLE_LEAST_MS);
	return r->idle_ms >= IDLE_LEAST_MS;
}

static bool parse_color(const char *text, enum color *color, char why[REQUEST_WHY_LEN])
{
	static const char *const words[] = { "auto", "never", "always" };

	for (int c = 0; c < 3; c++) {
		if (strcmp(words[c], text) == 0) {
			*color = (enum color)c;
			return true;
		}
	}
	snprintf(why, REQUEST_WHY_LEN, "--color: '%.60s' is none of never, auto and always", text);
	return false;
}

/* Is the word one of the formats that the sub-command writes? */
static bool has_format(const struct sub *sub, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = sub->formats; at && *at; at += strcspn(at, " "), at += *at == ' ')
		if (length > 0 && strcspn(at, " ") == length && strncmp(at, word, length) == 0)
			return true;
	return false;
}

/* Turns the options' texts into values. */
static bool understand(struct request *r, char why[REQUEST_WHY_LEN])
{
	const char *const *value = r->value;
	enum theme theme;

	if (is_given(r, OPTION_SIZE) && !value_parse_size(value[OPTION_SIZE], &r->columns, &r->rows)) {
		snprintf(why, REQUEST_WHY_LEN,
		    "--size: '%.60s' is no size, such as 80x24, from 0x0 to %dx%d",
		    value[OPTION_SIZE], CANVAS_COLUMNS_MAX, CANVAS_ROWS_MAX);
		return false;
	}
	if (is_given(r, OPTION_FORMAT) && !has_format(r->sub, value[OPTION_FORMAT])) {
		snprintf(why, REQUEST_WHY_LEN, "--format: '%.60s' is none of these: %s",
		    value[OPTION_FORMAT], r->sub->formats);
		return false;
	}
	if (is_given(r, OPTION_THEME) && !theme_find(value[OPTION_THEME], &theme)) {
		snprintf(why, REQUEST_WHY_LEN,
		    "--theme: '%.60s' is none of dark, light, projector and mono",
		    value[OPTION_THEME]);
		return false;
	}
	return (!is_given(r, OPTION_AT) || parse_time(value[OPTION_AT], &r->at_ms, "at", why)) &&
	       parse_until(r, why) && parse_idle(r, why) &&
	       (!is_given(r, OPTION_COLOR) || parse_color(value[OPTION_COLOR], &r->color, why));
}

/* --- what the other words say ---------------------------------------------------------------- */

/* Is a word of `show` a lab rather than a word of the device's? */
static bool looks_like_lab(const char *word)
{
	return strchr(word, '/') || cast_is_name(word) || path_ends(word, ".ini");
}

/* Was a sub-command meant by what is no lab? */
static bool is_misspelt(const char *word, char why[REQUEST_WHY_LEN])
{
	struct nearest nearest = nearest_to(word);
	char hint[NEAREST_HINT_LEN];

	if (looks_like_lab(word) || conf_find_builtin(word) || access(word, F_OK) == 0)
		return false;
	for (int i = 1; i < sub_count; i++)
		nearest_try(&nearest, subs[i].word);
	snprintf(why, REQUEST_WHY_LEN, "there is no sub-command and no lab '%.60s'%s", word,
	    nearest_hint(&nearest, hint));
	return nearest.best != NULL;
}

static bool too_many(const char *word, char why[REQUEST_WHY_LEN])
{
	snprintf(why, REQUEST_WHY_LEN, "'%.80s' is one argument too many", word);
	return false;
}

/* What a recording leaves beside its cast is no lab: its script knows the lab by name only, and its page is for a
 * browser. */
static bool is_of_recording(const char *word, char why[REQUEST_WHY_LEN])
{
	bool script = path_ends(word, ".script"), page = path_ends(word, ".html");

	if (script)
		snprintf(why, REQUEST_WHY_LEN, "'%.60s' is a script: --script %.60s, with the lab that its second line names",
		    word, word);
	else if (page)
		snprintf(why, REQUEST_WHY_LEN, "'%.60s' is a page, for a browser: a recording is opened again by its .cast", word);
	return script || page;
}

/* Sorts the words by what they mean to the sub-command. */
static bool sort_words(struct request *r, char why[REQUEST_WHY_LEN])
{
	enum positional positional = r->sub->positional;
	bool lab =
	    positional == POSITIONAL_LAB ||
	    (positional == POSITIONAL_ABOUT && r->word_count > 1 && looks_like_lab(r->words[0])) ||
	    (positional == POSITIONAL_WORDS && r->word_count > 0 && looks_like_lab(r->words[0]));

	if (lab && r->word_count > 0) {
		r->lab = *r->words++;
		r->word_count--;
	}
	if (r->lab && is_of_recording(r->lab, why))
		return false;
	if (positional == POSITIONAL_LAB && r->word_count > 0)
		return too_many(r->words[0], why);
	if (positional == POSITIONAL_TOPIC && r->word_count > 1)
		return too_many(r->words[1], why);
	if (positional == POSITIONAL_WORDS && r->word_count == 0)
		snprintf(
		    why, REQUEST_WHY_LEN, "what is to be shown? For example: failover history");
	else if (positional == POSITIONAL_WORDS && !is_given(r, OPTION_ON))
		snprintf(why, REQUEST_WHY_LEN, "--on UNIT is missing: at whose console?");
	else if (positional == POSITIONAL_ABOUT && r->word_count == 0)
		snprintf(why, REQUEST_WHY_LEN, "why what? For example: ASA2:G1");
	else if (positional == POSITIONAL_FILES && r->word_count == 0 && r->stories.count == 0)
		snprintf(why, REQUEST_WHY_LEN, "which FILE is to be checked?");
	else
		return !*r->sub->word && r->lab ? !is_misspelt(r->lab, why) : true;
	return false;
}

/* Does the sub-command take all the options that were given? */
static bool check_options(const struct request *r, char why[REQUEST_WHY_LEN])
{
	for (int o = 0; o < OPTION_COUNT; o++) {
		if (!is_given(r, (enum option_id)o) || sub_takes(r->sub, (enum option_id)o))
			continue;
		snprintf(why, REQUEST_WHY_LEN, "%s takes no option --%s",
		    *r->sub->word ? r->sub->word : "the dashboard", option_rows[o].word);
		return false;
	}
	return true;
}

bool request_stop(const struct request *r, struct session *s, struct stop *stop)
{
	*stop = (struct stop){ is_given(r, OPTION_UNTIL) ? r->until_ms : r->at_ms, 0 };
	return !r->condition || session_find(s, r->at_ms, r->condition, stop);
}

bool request_mono(const struct request *r)
{
	const char *wish = getenv("NO_COLOR");

	return r->color == COLOR_NEVER || (r->color == COLOR_AUTO && wish && *wish);
}

void request_look(const struct request *r, enum theme *theme, enum charset *charset)
{
	if (is_given(r, OPTION_THEME))
		theme_find(r->value[OPTION_THEME], theme);
	if (is_given(r, OPTION_ASCII))
		*charset = CHARSET_ASCII;
}

void request_terminal_look(const struct request *r, const struct screen_conf *screen, enum theme *theme,
    enum charset *charset)
{
	request_look(r, theme, charset);
	if (request_mono(r))
		*theme = THEME_MONO;
	if (screen->charset == SCREEN_CHARSET_AUTO && !output_is_utf8())
		*charset = CHARSET_ASCII;
}

/* The sub-command that the first word names, or else the dashboard. */
static void find_sub(struct request *r)
{
	r->sub = r->word_count > 0 ? sub_find(r->words[0]) : NULL;
	if (r->sub) {
		r->words++;
		r->word_count--;
	} else
		r->sub = &subs[0];
}

bool request_read(struct request *r, int argc, char **argv, char why[REQUEST_WHY_LEN])
{
	bool good;

	memset(r, 0, sizeof *r);
	r->columns = 80;
	r->rows = 24;
	why[0] = '\0';
	good = read_options(r, argc, argv, why);
	find_sub(r);
	if (!good || r->version || is_given(r, OPTION_HELP))
		return good;
	return check_options(r, why) && understand(r, why) && sort_words(r, why);
}
