/* The log as the devices would send it: the syslog of both units, newest last.
 *
 * What is too long for its line goes on below; a message is shown whole or not at all. */
#include <stdio.h>
#include <string.h>

#include "sim/syslog.h"
#include "sim/words.h"
#include "ui/views/face.h"

enum { MESSAGES_MAX = CANVAS_ROWS_MAX, TEXT_LEN = 320, TIME_END = 10, TEXT_AT = 18, INDENT = 2, WIDTH_LEAST = 20 };

/* Alerts stand out, what only informs is quiet; the number says it too. */
static enum style message_style(const struct syslog_line *m)
{
	uint32_t severity = syslog_rows[m->id].severity;

	return severity <= 2 ? STYLE_STRONG : severity <= 4 ? STYLE_PLAIN : STYLE_QUIET;
}

/* How many bytes of a text go on a line of that width: up to a blank, where there is one. */
static size_t fits(const char *text, int width)
{
	size_t n = strlen(text), cut = (size_t)width;

	if (n <= (size_t)width)
		return n;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	return cut > 0 ? cut : (size_t)width;
}

/* Draws a message from a line on, or only counts its lines where there is no canvas to draw on; returns how many. */
static int draw_text(struct area a, int y, int width, enum style style, const char *text, bool draw)
{
	char piece[TEXT_LEN];
	int lines = 0;

	if (width < WIDTH_LEAST)
		width = WIDTH_LEAST;
	while (*text) {
		int indent = lines > 0 ? INDENT : 0;
		size_t n = fits(text, width - indent);

		snprintf(piece, sizeof piece, "%.*s", (int)n, text);
		if (draw)
			area_text(a, TEXT_AT + indent, y + lines, style, piece);
		lines++;
		text += n;
		while (*text == ' ')
			text++;
	}
	return lines;
}

static int message_lines(const struct sim *s, struct area a, const struct syslog_line *m)
{
	char text[TEXT_LEN];

	return draw_text(a, 0, a.rect.w - TEXT_AT, STYLE_PLAIN, syslog_text(s, m, text, sizeof text), false);
}

/* The newest messages that fit, newest first. Returns how many; `total` is the lines that they take. */
static int collect(const struct scene *scene, struct area a, struct syslog_line messages[MESSAGES_MAX], int *total)
{
	uint32_t skip = scene->app->log_back;
	int n = 0, room = a.rect.h - 1;

	*total = 0;
	for (uint32_t id = scene->s->trace_id; id > 0; id--) {
		const struct entry *e = history_entry(scene->history, id);
		struct syslog_line own[SYSLOG_PER_ENTRY];
		int count;

		if (!e || e->at_ms < scene->s->open_ms)
			break;
		count = syslog_of(scene->s, e, own, SYSLOG_PER_ENTRY);
		while (count-- > 0) {
			int lines = message_lines(scene->s, a, &own[count]);

			if (skip > 0) {
				skip--;
				continue;
			}
			if (*total + lines > room || n == MESSAGES_MAX)
				return n;
			*total += lines;
			messages[n++] = own[count];
		}
	}
	return n;
}

uint32_t syslog_count(const struct scene *scene)
{
	struct syslog_line own[SYSLOG_PER_ENTRY];
	uint32_t n = 0;

	for (uint32_t id = scene->s->trace_id; id > 0; id--) {
		const struct entry *e = history_entry(scene->history, id);

		if (!e || e->at_ms < scene->s->open_ms)
			break;
		n += (uint32_t)syslog_of(scene->s, e, own, SYSLOG_PER_ENTRY);
	}
	return n;
}

static void draw_message(const struct scene *scene, struct area a, int y, const struct syslog_line *m)
{
	const struct sim *s = scene->s;
	bool fresh = m->e->id >= scene->changed_first;
	char time[32], text[TEXT_LEN];

	if (fresh)
		area_text(a, 0, y, STYLE_STRONG, ">");
	area_text_right(a, TIME_END, y, fresh ? STYLE_STRONG : STYLE_QUIET, time_text(s, m->e->at_ms, time, sizeof time));
	area_text(area_part(a, TIME_END + 1, y, TEXT_AT - TIME_END - 2, 1), 0, 0, STYLE_PLAIN,
	    who_word(s, syslog_unit(m)));
	draw_text(a, y, a.rect.w - TEXT_AT, message_style(m), syslog_text(s, m, text, sizeof text), true);
}

void view_syslog(const struct scene *scene, struct area a)
{
	struct syslog_line messages[MESSAGES_MAX];
	int total, n = collect(scene, a, messages, &total), y = 1 + total;

	area_across(a, 0, a.rect.w - 1, 0, WEIGHT_LIGHT, STYLE_FRAME);
	area_text(a, 1, 0, STYLE_QUIET, scene->app->log_back ? " SYSLOG of both units, scrolled back (PgDn) " :
	    " SYSLOG of both units, newest last ");
	if (n == 0)
		area_text(a, 1, 1, STYLE_QUIET, "No unit has sent a message since the lab opened.");
	for (int i = 0; i < n; i++) {
		y -= message_lines(scene->s, a, &messages[i]);
		draw_message(scene, a, y, &messages[i]);
	}
}
