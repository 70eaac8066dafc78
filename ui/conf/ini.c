/* INI text in; see ini.h. */
#include "ui/conf/ini.h"

#include <assert.h>
#include <ini.h>
#include <stdarg.h>
#include <string.h>

enum { SENTENCE_LEN = 240 };

/* A text under way. */
struct ini {
	struct lines *lines;
	const struct ini_hooks *hooks;
	void *context;
	bool opened; /* a section was seen */
	int sentences;
};

static void complain(struct ini *i, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void complain(struct ini *i, const char *format, ...)
{
	char sentence[SENTENCE_LEN];
	va_list list;

	va_start(list, format);
	vsnprintf(sentence, sizeof sentence, format, list);
	va_end(list);
	i->sentences++;
	i->hooks->complain(i->context, sentence);
}

void ini_squeeze(char *text)
{
	char *out = text;

	text += strspn(text, " ");
	for (; *text; text++)
		if (*text != ' ' || (text[1] != ' ' && text[1] != '\0'))
			*out++ = *text;
	*out = '\0';
}

/* A line that begins with a bracket.  One that is not closed opens its section all the same, so that the keys below it
 * are not blamed. */
static void take_section(struct ini *i, char *line)
{
	char *end = strchr(line, ']'), *behind = end ? end + 1 : line + strlen(line);

	behind += strspn(behind, " ");
	if (!end)
		complain(i, "the section is not closed: ']' is missing");
	else if (*behind && *behind != ';' && *behind != '#')
		complain(i, "'%.60s' behind the section's ']'", behind);
	if (end)
		*end = '\0';
	i->opened = true;
	i->hooks->section(i->context, line + 1);
}

/* Has the line what makes it a key, a `=` or `:` before any comment? */
static bool has_separator(const char *line)
{
	for (const char *at = line; *at; at++) {
		if (*at == '=' || *at == ':')
			return true;
		if (*at == ';' && at > line && at[-1] == ' ')
			return false;
	}
	return false;
}

/* libinih's reader: the next line that is a key, or an empty one for all else. */
static char *next_line(char *out, int size, void *stream)
{
	struct ini *i = stream;
	char line[LINES_LENGTH_MAX + 1];

	assert(size >= (int)sizeof line);
	if (!lines_next(i->lines, line))
		return NULL;
	out[0] = '\0';
	if (i->lines->why[0])
		complain(i, "%s", i->lines->why);
	else if (line[0] == '[')
		take_section(i, line);
	else if (line[0] == '\0' || line[0] == ';' || line[0] == '#')
		return out;
	else if (!has_separator(line))
		complain(i, "'%.60s' is neither a section nor a key with a value (KEY = VALUE)", line);
	else
		memcpy(out, line, sizeof line);
	return out;
}

/* libinih's handler: one key. */
static int take_key(void *user, const char *section, const char *name, const char *value)
{
	struct ini *i = user;
	char key[LINES_LENGTH_MAX + 1];

	(void)section;
	snprintf(key, sizeof key, "%s", name);
	ini_squeeze(key);
	if (!i->opened)
		complain(i, "the key '%.60s' stands outside a section", key);
	else if (!key[0])
		complain(i, "a key is missing before the '='");
	else
		i->hooks->key(i->context, key, value);
	return 1;
}

bool ini_read(struct lines *lines, const struct ini_hooks *hooks, void *context)
{
	struct ini i = { .lines = lines, .hooks = hooks, .context = context };
	int result = ini_parse_stream(next_line, &i, take_key, &i);

	/* Every line it gets is a key, so it has nothing to complain of; were it so, it must not be lost. */
	if (i.sentences == 0 && result != 0)
		complain(&i, "the file cannot be understood");
	return i.opened;
}
