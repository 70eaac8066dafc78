/* Views: each draws one part of the dashboard from what it is shown, and moves nothing.
 *
 * A view gets its area and a scene; it writes cells, and notes what the cursor can stand on. */
#ifndef FAILSCOPE_UI_VIEWS_VIEW_H
#define FAILSCOPE_UI_VIEWS_VIEW_H

#include "sim/history.h"
#include "ui/app.h"
#include "ui/canvas.h"
#include "ui/layout.h"
#include "ui/target.h"

struct scene {
	const struct app *app;
	const struct history *history;
	const struct sim *s;
	struct target_list *targets;
	uint32_t changed_first; /* entries from this id on are marked as just changed */
	bool tall;              /* two lines for each group and context */
};

struct view_row {
	const char *name, *sentence;
	void (*draw)(const struct scene *scene, struct area area);
};

extern const struct view_row views[VIEW_COUNT];

void view_title(const struct scene *scene, struct area area);
void view_topology(const struct scene *scene, struct area area);
void view_groups(const struct scene *scene, struct area area);
void view_timeline(const struct scene *scene, struct area area);
void view_log(const struct scene *scene, struct area area);
void view_syslog(const struct scene *scene, struct area area); /* in the log's place, where it is asked for */
uint32_t syslog_count(const struct scene *scene);               /* all messages since the lab opened */
void view_about(const struct scene *scene, struct area area);
void view_narration(const struct scene *scene, struct area area); /* in the place of timeline, log and about */
void view_status(const struct scene *scene, struct area area);
void view_keys(const struct scene *scene, struct area area);

/* What is told to the reader, where it is longer than the status line, whose row is `y` of the whole: in the rows above, too,
 * over what stands there, until the next key. */
void view_long_message(const struct scene *scene, struct area all, int y);

/* The stage of the presenter, in the place of all of them; and where in its area the sentence is. */
void view_stage(const struct scene *scene, struct area area);
struct rect view_stage_sentence(const struct scene *scene, struct area area);

/* What lies over the dashboard. */
void view_help(const struct scene *scene, struct area area);
void view_menu(const struct scene *scene, struct area area);
void view_why(const struct scene *scene, struct area area);
void view_until(const struct scene *scene, struct area area);

/* Over the dashboard, title, status and keys left free: the ASDM view, and in it the pair as it is now with what happened
 * last. */
void view_asdm(const struct scene *scene, struct area area);
void view_pair(const struct scene *scene, struct area area);

/* Text from column x on over several lines, broken at blanks, its last column left free; returns the line behind it.
 * Lines that do not fit are not drawn. */
int view_wrap(struct area area, int x, int y, enum style style, const char *text);

/* How many lines that would take in so many columns. */
int view_wrap_lines(int columns, const char *text);

/* How many lines the help has. */
int view_help_lines(void);

#endif
