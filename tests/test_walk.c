/* Walkthroughs: every mistake has its sentence and line, every step is where it says, what is not true is told, and the
 * pages and the player show the same story. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/fault.h"
#include "tests/pair.h"
#include "ui/conf/labs.h"
#include "ui/layout.h"
#include "ui/session.h"
#include "ui/walk/expect.h"
#include "ui/walk/markdown.h"
#include "ui/walk/play.h"
#include "ui/walk/tell.h"

enum { POOL = 48 << 20, TEXT = 8 << 20, LINES_LEN = 6000, PRESSES_MAX = 400 };

static struct walk walk;
static struct walk_run run;
static struct play play;
static struct app app;
static struct lab lab;
static struct screen_conf screen;
static struct diag diag;
static struct canvas canvas;
static uint8_t pool[POOL];
static char text[TEXT], file[TEXT];

/* All rows of the diag, a line each. */
static const char *told(void)
{
	static char lines[LINES_LEN];
	char row[DIAG_SENTENCE_LEN + DIAG_FILE_LEN];
	size_t used = 0;

	lines[0] = '\0';
	for (int i = 0; i < diag.count; i++) {
		diag_format(&diag.rows[i], row, sizeof row);
		used += (size_t)snprintf(lines + used, used < sizeof lines ? sizeof lines - used : 0, "%s\n", row);
	}
	return lines;
}

/* Reads a walkthrough, whatever is wrong with it. */
static bool read_text(const char *content)
{
	diag_init(&diag);
	return walk_read_text(&walk, "x.ini", content, &lab, &screen, &diag);
}

/* Opens its lab and does all steps. */
static bool do_all(void)
{
	app_open(&app, &lab, &screen, "lab", pool, sizeof pool);
	return walk_run(&run, &walk, &app, &diag);
}

static const char story[] =
    "[walkthrough]\ntitle = A unit fails\nlab = active-active.ini\ntext = One.\ntext = Two.\ntext =\ntext = Three.\n"
    "[step At rest]\ntext = Both are up.\nshot = rest\nexpect = g1 active on ASA1\nexpect = g2 active on ASA2\n"
    "[step Power]\ntext = It goes.\ndo = 10 fault power ASA1\nuntil = entry LANTEST\nshot = silent\nhighlight = ASA2\n"
    "expect = time 13 to 13.1\nexpect = not g1 active on ASA2\n"
    "[step Takeover]\ntext = It takes over.\nuntil = g1 active on ASA2\nwhy = ASA2:G1\nshot = over\n"
    "expect = time 25.205\nexpect = outage CTX1 15.2 to 15.3\nexpect = mate g1 Failed on ASA2\nexpect = lost CTX1 0\n";

static void open_story(void)
{
	assert_true(read_text(story));
	if (!do_all())
		fail_msg("%s", told());
}

/* --- files ------------------------------------------------------------------------------------------------- */

/* Texts are paragraphs: lines that follow each other are one, an empty one ends it. */
static void lines_make_paragraphs(void **state)
{
	char out[100];

	(void)state;
	assert_true(read_text(story));
	assert_true(walk_paragraph(&walk, &walk.head, WALK_INTRO, 0, out, sizeof out));
	assert_string_equal(out, "One. Two.");
	assert_true(walk_paragraph(&walk, &walk.head, WALK_INTRO, 1, out, sizeof out));
	assert_string_equal(out, "Three.");
	assert_false(walk_paragraph(&walk, &walk.head, WALK_INTRO, 2, out, sizeof out));
	assert_int_equal(walk.step_count, 3);
	assert_string_equal(walk.steps[1].title, "Power");
}

/* All mistakes of a file are told at once, each with its line. */
static void every_mistake_is_told(void **state)
{
	(void)state;
	assert_false(read_text("key = 1\n[walkthrough]\ntitle = A\ntitle = B\nlab = nowhere.ini\nsize = 80\ntxt = x\n"
			       "[step]\ntext = x\nshot = a/b\n[step Two]\ndo =\nshot = two\n[other]\nx = 1\n[step Three]\n"
			       "text = x\nshot = two\n[walkthrough]\n"));
	assert_string_equal(told(),
	    "x.ini:1: the key 'key' stands outside a section\n"
	    "x.ini:2: text is missing\n"
	    "x.ini:4: title stands here a second time; the first is line 3\n"
	    "x.ini:5: lab: there is no file 'nowhere.ini', nor a compiled-in lab of that name\n"
	    "x.ini:6: size: '80' is no size, such as 80x24\n"
	    "x.ini:7: there is no key 'txt' in [walkthrough]; did you mean 'text'?\n"
	    "x.ini:8: a step has a title: [step ASA1 loses its power]\n"
	    "x.ini:10: shot: 'a/b' is not a name: letters, digits, '-', '_', '.', and first a letter or a digit\n"
	    "x.ini:11: text is missing\n"
	    "x.ini:12: do: the value is missing\n"
	    "x.ini:14: [other]: the sections of a walkthrough are [walkthrough] and [step TITLE]\n"
	    "x.ini:18: the picture 'two' is taken in line 13 already\n"
	    "x.ini:19: [walkthrough] stands here a second time; the first is line 2\n");
}

/* A file that says nothing, and one that is nowhere. */
static void nothing_is_told_too(void **state)
{
	(void)state;
	assert_false(read_text(""));
	assert_string_equal(told(), "x.ini: there is no section [walkthrough]\n");
	diag_init(&diag);
	assert_false(walk_read(&walk, "/nowhere/unit.ini", &lab, &screen, &diag));
	assert_non_null(strstr(told(), "there is no such file, nor a compiled-in walkthrough of that name"));
	diag_init(&diag);
	assert_false(walk_read(&walk, "/proc/self/mem", &lab, &screen, &diag));
	assert_int_equal(diag.errors > 0, 1);
}

/* More than there is room for is refused, and nothing is written beyond it. */
static void what_is_too_much_is_refused(void **state)
{
	size_t used = (size_t)snprintf(text, sizeof text, "[walkthrough]\ntitle = A\nlab = active-active.ini\ntext = x\n");

	(void)state;
	for (int n = 0; n < WALK_STEP_MAX + 3; n++)
		used += (size_t)snprintf(text + used, sizeof text - used, "[step %d]\ntext = x\n", n);
	assert_false(read_text(text));
	assert_int_equal(walk.step_count, WALK_STEP_MAX);
	assert_non_null(strstr(told(), "a walkthrough has room for 60 steps"));
	used = (size_t)snprintf(text, sizeof text, "[walkthrough]\ntitle = A\nlab = active-active.ini\n");
	for (int n = 0; n < WALK_ITEM_MAX + 3; n++)
		used += (size_t)snprintf(text + used, sizeof text - used, "text = x\n");
	assert_false(read_text(text));
	assert_int_equal(walk.item_count, WALK_ITEM_MAX);
}

/* --- running ----------------------------------------------------------------------------------------------- */

/* Each step ends at its event, and what it expects is looked at there. */
static void steps_end_at_their_events(void **state)
{
	(void)state;
	open_story();
	assert_int_equal(run.ends[0].at_ms - run.start.at_ms, 0);
	assert_int_equal(run.ends[1].at_ms - run.start.at_ms, 13005);
	assert_int_equal(run.ends[2].at_ms - run.start.at_ms, 25205);
}

/* A timer of the lab that changes makes what is expected untrue: told with the line, and what is so instead. */
static void a_changed_timer_is_told_with_its_line(void **state)
{
	(void)state;
	assert_true(read_text(story));
	lab.failover.holdtime = 10000;
	assert_false(do_all());
	assert_string_equal(told(), "x.ini:26: expect: 'time 25.205' is not true at T+20.205 s: the time is 20.205 s\n"
				    "x.ini:27: expect: 'outage CTX1 15.2 to 15.3' is not true at T+20.205 s: the outage of "
				    "CTX1 is 10.205 s\n");
	assert_true(read_text(story));
	lab.failover.polltime = 2000;
	assert_false(do_all());
	if (!strstr(told(), "x.ini:19: expect: 'time 13 to 13.1' is not true"))
		fail_msg("%s", told());
}

/* Reads a story of one step below a line that is the same in all. */
static void expect_complaint(const char *keys, const char *sentence)
{
	snprintf(text, sizeof text, "[walkthrough]\ntitle = A\nlab = active-active.ini\ntext = x\n[step One]\ntext = x\n%s",
	    keys);
	assert_true(read_text(text));
	if (do_all())
		fail_msg("'%s' is taken", keys);
	if (!strstr(told(), sentence))
		fail_msg("'%s': %s", keys, told());
}

/* What is wrong with a step only shows when it is done, and is told with the line all the same. */
static void mistakes_of_a_step_have_their_line(void **state)
{
	(void)state;
	expect_complaint("do = fault power ASA9\n", "x.ini:7: do: ");
	expect_complaint("do = fault power ASA1\ndo = fault power ASA1\n", "x.ini:8: refused: fault power ASA1: ");
	expect_complaint("until = 5\ndo = 7 fault power ASA1\n", "x.ini:7: until: that time is over");
	expect_complaint("do = 7 fault power ASA1\ndo = 5 fault power ASA2\n", "x.ini:8: do: that time is over; it is T+7.000 s");
	expect_complaint("do = 2147483646ms fault power ASA1\n", "x.ini:7: do: that time is after the end of all runs");
	expect_complaint("do = type ASA1 failover active group 1\ndo = type ASA1 failover active group 1\nexpect = refused\n",
	    "x.ini:7: refused: ");
	expect_complaint("until = g1 active on ASA2\n", "x.ini:7: until: 'g1 active on ASA2' is not met within an hour");
	expect_complaint("until = g1 active on ASA1\n", "holds already, and does not begin anew");
	expect_complaint("until = g9 active\n", "x.ini:7: until: ");
	expect_complaint("show = dashbord\n", "x.ini:7: show: there is no view 'dashbord'; did you mean 'dashboard'?");
	expect_complaint("show = why\n", "x.ini:7: show: why: of what?");
	expect_complaint("show = help me\n", "x.ini:7: show: nothing stands behind help");
	expect_complaint("cursor = ASA3\n", "x.ini:7: cursor: nothing is called 'ASA3'");
	expect_complaint("highlight = view logs\n", "x.ini:7: highlight: the dashboard has no view 'logs'; did you mean 'log'?");
	expect_complaint("why = ASA3\n", "x.ini:7: why: ");
	expect_complaint("expect = refused\n", "x.ini:7: expect: 'refused' is not true at T+0.000 s: no command is given");
	expect_complaint("do = fault power ASA1\nexpect = refused\n", "the command was taken");
}

/* A command may be meant to be refused: then it is expected, and its words can be. */
static void a_refusal_may_be_expected(void **state)
{
	(void)state;
	assert_true(read_text("[walkthrough]\ntitle = A\nlab = active-active.ini\ntext = x\n[step One]\ntext = x\n"
			      "do = type ASA1 failover active group 1\nexpect = refused ASA1 group 1 is Active\n"));
	if (!do_all())
		fail_msg("%s", told());
	expect_complaint("do = type ASA1 failover active group 1\nexpect = refused moon\n", "the answer was: ");
}

/* Each form of an expectation, true and untrue, at rest. */
static void every_expectation_can_be_untrue(void **state)
{
	static const struct {
		const char *yes, *no, *instead;
	} rows[] = {
		{ "g1 active on ASA1", "g1 active on ASA2", "ASA1 G1 Active, ASA2 G1 Standby Ready" },
		{ "not split", "split", "ASA1 G1 Active" },
		{ "CTX1/inside Normal on ASA1", "CTX1/inside Failed on ASA1", "it is Normal (Monitored) on ASA1" },
		{ "folink up", "folink failed", "ASA1 G1" },
		{ "mate g1 Active on ASA2", "mate g1 Failed on ASA2", "ASA2 believes that its mate's group 1 is Active" },
		{ "time 0", "time 1 to 2", "the time is 0.000 s" },
		{ "outage CTX1 0", "outage CTX1 1", "the outage of CTX1 is 0.000 s" },
		{ "lost CTX2 0 to 5", "lost CTX2 1 to 5", "CTX2 has lost 0 connections" },
		{ "time 0 to 1", "time 2 to 1", "no number" },
		{ "time 0", "time", "no number" },
		{ "lost CTX1 0", "lost CTX9 0", "there is no context 'CTX9'" },
		{ "lost CTX1 0", "lost CTX1 0 1", "too much" },
		{ "mate g1 Active on ASA2", "mate split", "a belief is" },
		{ "g1 active on ASA1", "g1 moves", "that happens, and never holds" },
		{ "g1 active on ASA1", "not g1 moves", "that happens, and never holds" },
		{ "g1 active on ASA1", "not entry LANTEST", "that happens, and never holds" },
	};
	struct expect_last last = { 0 };
	char why[EXPECT_WHY_LEN];

	(void)state;
	open_story();
	walk_go(&run, 0, 80, 24);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		if (!expect_holds(&app.history.now, &last, rows[r].yes, why))
			fail_msg("'%s': %s", rows[r].yes, why);
		if (expect_holds(&app.history.now, &last, rows[r].no, why))
			fail_msg("'%s' holds", rows[r].no);
		if (!strstr(why, rows[r].instead))
			fail_msg("'%s': %s", rows[r].no, why);
	}
}

/* Forward and back through all steps, in any order: the same bytes as when they were done. */
static void any_step_is_the_same_again(void **state)
{
	static const int order[] = { 2, 0, 1, -1, 2, 1, 0 };
	uint64_t first[4] = { 0 };

	(void)state;
	open_story();
	for (int n = -1; n < 3; n++) {
		walk_go(&run, n, 80, 24);
		first[n + 1] = sim_hash(&app.history.now);
	}
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		walk_go(&run, order[i], 80, 24);
		assert_true(sim_hash(&app.history.now) == first[order[i] + 1]);
	}
}

/* Every walkthrough that comes with the program is whole, and all that it expects is true. */
static void all_that_come_with_it_are_true(void **state)
{
	int count = 0;

	(void)state;
	for (const struct builtin_lab *b = builtin_walks; b->name; b++, count++) {
		diag_init(&diag);
		if (!walk_read(&walk, b->name, &lab, &screen, &diag) || !do_all())
			fail_msg("%s: %s", b->name, told());
		for (int n = 0; n < walk.step_count; n++) {
			walk_go(&run, n, walk.columns, walk.rows);
			app_draw(&app, &canvas, walk.columns, walk.rows);
		}
	}
	assert_true(count > 0);
}

/* The example of the README is a walkthrough, and true. */
static void the_example_of_the_readme_is_true(void **state)
{
	FILE *f = fopen("README.md", "r");
	static char line[1000];
	size_t used = 0;
	bool inside = false;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		inside = inside ? line[0] == ' ' || line[0] == '\n' : strcmp(line, "    [walkthrough]\n") == 0;
		if (inside)
			used += (size_t)snprintf(text + used, sizeof text - used, "%s", line + strspn(line, " "));
	}
	fclose(f);
	assert_true(used > 0);
	if (!read_text(text) || !do_all())
		fail_msg("%s", told());
	assert_true(walk.step_count > 0);
	assert_non_null(walk_value(&walk, &walk.steps[0], WALK_EXPECT, 0, NULL));
}

/* --- pages ------------------------------------------------------------------------------------------------- */

/* The whole of a file. */
static const char *content_of(const char *folder, const char *name)
{
	char path[200];
	FILE *from;
	size_t n;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	from = fopen(path, "r");
	if (!from)
		fail_msg("there is no %s", path);
	n = fread(file, 1, sizeof file - 1, from);
	fclose(from);
	file[n] = '\0';
	return file;
}

/* Counts the sources among what is told. */
static void count_source(void *context, enum tell_kind kind, const char *paragraph)
{
	int *count = context;

	*count += kind >= TELL_NOT && strchr(paragraph, '[') && strchr(paragraph, ']');
}

/* The steps of those that come with the program have their reason with its source; power that goes or comes, and a line
 * that is typed, have none, and few steps are about nothing else. */
static void reasons_have_their_sources(void **state)
{
	int steps = 0, without = 0;

	(void)state;
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		diag_init(&diag);
		assert_true(walk_read(&walk, b->name, &lab, &screen, &diag) && do_all());
		for (int n = 0; n < walk.step_count; n++) {
			int count = 0;

			walk_go(&run, n, walk.columns, walk.rows);
			walk_tell(&run, n, count_source, &count);
			steps++;
			without += count == 0;
		}
	}
	assert_true(steps > 100);
	assert_in_range(without, 0, steps / 30);
}

/* The page has each step's text, command, key, picture and reason; its pictures are there in both grounds and as text. */
static void a_page_has_everything_of_a_step(void **state)
{
	char folder[] = "/tmp/failscope-walk.XXXXXX", remove[80];
	struct memory memory = { pool, sizeof pool, text, sizeof text };
	const char *page;

	(void)state;
	open_story();
	assert_non_null(mkdtemp(folder));
	assert_int_equal(walk_write_markdown(&run, folder, &memory), 0);
	page = content_of(folder, "x.md");
	assert_non_null(strstr(page, "# A unit fails\n\nOne. Two.\n\nThree.\n"));
	assert_non_null(strstr(page, "## 2. Power\n\nIt goes.\n\n```text\nT+10.000 s    fault power ASA1   or the key 1\n```\n"));
	assert_non_null(strstr(page, "srcset=\"x-silent-dark.svg\""));
	assert_non_null(strstr(page, "<img src=\"x-silent.svg\" alt=\"Power. "));
	assert_non_null(strstr(page, "> **Why?** G1 is Active on ASA2 since 25.205: HELLO not heard from mate."));
	assert_non_null(strstr(page, "\n>\n> **Why not?** G1 is not active on ASA1. It is off.\n> G1 stays on ASA2."));
	assert_non_null(strstr(page, "> - `mate-dead` No hello for the holdtime and no answer on any interface"));
	/* A rule stands with the step in which it was used, and not again with what it led to. */
	assert_non_null(strstr(page, "`hello-missed`"));
	assert_null(strstr(strstr(page, "`mate-dead`"), "`hello-missed`"));
	assert_null(strstr(strstr(page, "`hello-missed`") + 1, "`hello-missed`"));
	assert_non_null(strstr(page, "[G912: doc]"));
	/* The text that stands in the page is the one that stands beside it, and does not tell the end. */
	snprintf(text, sizeof text, "```text\n%s```\n", content_of(folder, "x-rest.txt"));
	assert_non_null(strstr(content_of(folder, "x.md"), text));
	assert_null(strstr(text, "!2"));
	assert_non_null(strstr(content_of(folder, "x-over.svg"), "<title"));
	assert_non_null(strstr(content_of(folder, "x-over-dark.svg"), "#12161a"));
	snprintf(remove, sizeof remove, "rm -r %s", folder);
	assert_int_equal(system(remove), 0);
}

/* --- playing ----------------------------------------------------------------------------------------------- */

static void press(uint32_t code)
{
	app_key(&app, (struct key){ .code = code });
	app_draw(&app, &canvas, 80, 24);
}

static void open_play(void)
{
	open_story();
	app.present.on = false;
	app_draw(&app, &canvas, 80, 24);
	play_open(&play, &run);
	app_draw(&app, &canvas, 80, 24);
}

/* Read, Enter, watch, the reason; what does not happen is not watched. */
static void a_step_is_read_then_watched(void **state)
{
	(void)state;
	open_play();
	assert_int_equal(play.step, -1);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 0);
	assert_int_equal(play.phase, PLAY_DONE);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 1);
	assert_int_equal(play.phase, PLAY_READ);
	assert_int_equal(app.history.now.now_ms, run.start.at_ms);
	press(KEYCODE_ENTER);
	assert_int_equal(play.phase, PLAY_WATCH);
	assert_true(app.playing);
	for (int n = 0; n < 400 && play.phase == PLAY_WATCH; n++)
		app_tick(&app, 33);
	assert_int_equal(play.phase, PLAY_DONE);
	assert_false(app.playing);
	assert_int_equal(app.history.now.step, run.ends[1].step);
	assert_int_equal(app.speed_tenths, 10);
	press(KEYCODE_PAGE_DOWN);
	press(KEYCODE_PAGE_DOWN);
	press(KEYCODE_PAGE_DOWN); /* to its end at once */
	assert_int_equal(play.step, 2);
	assert_int_equal(app.history.now.step, run.ends[2].step);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 2);
	assert_non_null(strstr(app.message, "last step"));
}

/* Keys may come faster than the screen is drawn: the way is the same, and no text is scrolled away behind its end. A screen
 * that became larger shows what it has room for. */
static void keys_without_a_frame_go_the_same_way(void **state)
{
	static struct play_line lines[PLAY_LINES];
	int slow = 0, fast = 0;

	(void)state;
	open_play();
	app_draw(&app, &canvas, 40, 12);
	for (; !strstr(app.message, "last step") && slow < 100; slow++) {
		app_key(&app, (struct key){ .code = KEYCODE_ENTER });
		app_draw(&app, &canvas, 40, 12);
	}
	assert_in_range(slow, 9, 99);
	open_play();
	app_draw(&app, &canvas, 40, 12);
	for (; !strstr(app.message, "last step") && fast < 100; fast++)
		app_key(&app, (struct key){ .code = KEYCODE_ENTER });
	assert_int_equal(fast, slow);
	assert_int_equal(play.step, 2);
	assert_true(play.scroll > 0);
	assert_true(play.scroll < play_lines(&play, play.columns, play.shown, lines));
	app_draw(&app, &canvas, 120, 60);
	assert_int_equal(play.scroll, 0);
}

/* PgUp goes the same way back, to the introduction. */
static void back_is_the_same_way(void **state)
{
	(void)state;
	open_play();
	for (int n = 0; n < 7; n++)
		press(KEYCODE_ENTER);
	assert_int_equal(play.step, 2);
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.phase, PLAY_READ);
	assert_int_equal(app.history.now.step, run.ends[1].step);
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, 1);
	assert_int_equal(play.phase, PLAY_DONE);
	for (int n = 0; n < 3; n++)
		press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, -1);
	press(KEYCODE_BACKSPACE);
	assert_int_equal(play.step, -1);
	assert_non_null(strstr(app.message, "begins"));
}

/* Whoever breaks something of his own leaves the story, and Enter goes back to it. */
static void one_may_leave_and_come_back(void **state)
{
	(void)state;
	open_play();
	press(KEYCODE_ENTER);
	press(KEYCODE_ENTER);
	press('2');
	assert_true(play_is_away(&play));
	press(']');
	press(KEYCODE_ENTER);
	assert_false(play_is_away(&play));
	assert_int_equal(play.step, 1);
	assert_int_equal(app.history.now.now_ms, run.start.at_ms);
	press(KEYCODE_ENTER);
	press(KEYCODE_ENTER);
	assert_int_equal(app.history.now.step, run.ends[1].step);
}

/* A presenter's slides: one key forward watches the next step, one back shows how the step before ended. */
static void slides_go_step_by_step(void **state)
{
	(void)state;
	open_play();
	press('P');
	press(KEYCODE_PAGE_DOWN);
	assert_int_equal(play.step, 0);
	press(KEYCODE_PAGE_DOWN);
	assert_int_equal(play.step, 1);
	assert_int_equal(play.phase, PLAY_WATCH);
	press(KEYCODE_PAGE_DOWN);
	assert_int_equal(play.phase, PLAY_DONE);
	assert_int_equal(app.history.now.step, run.ends[1].step);
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, 0);
	assert_int_equal(app.history.now.step, run.ends[0].step);
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, -1);
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, -1);
}

/* Enter alone goes through each that comes with the program, forward to its end, and PgUp back to its beginning: nobody
 * who reads on does anything to the pair. */
static void each_is_played_to_its_end_and_back(void **state)
{
	(void)state;
	for (const struct builtin_lab *b = builtin_walks; b->name; b++) {
		int presses = 0;

		diag_init(&diag);
		assert_true(walk_read(&walk, b->name, &lab, &screen, &diag) && do_all());
		app.present.on = false;
		play_open(&play, &run);
		app_draw(&app, &canvas, 80, 24);
		for (app.message[0] = '\0'; !strstr(app.message, "last step") && presses < PRESSES_MAX; presses++) {
			press(KEYCODE_ENTER);
			assert_false(play_is_away(&play));
		}
		assert_int_equal(play.step, walk.step_count - 1);
		assert_int_equal(app.history.now.step, run.ends[play.step].step);
		for (; !strstr(app.message, "begins") && presses < 2 * PRESSES_MAX; presses++) {
			press(KEYCODE_PAGE_UP);
			assert_false(play_is_away(&play));
		}
		assert_int_equal(play.step, -1);
		assert_int_equal(app.history.now.step, run.start.step);
	}
}

/* How many cells of some rows are shaded. */
static int count_shaded(int y, int rows)
{
	int count = 0;

	for (int row = y; row < y + rows; row++)
		for (int x = 0; x < canvas.columns; x++)
			count += (canvas_at(&canvas, x, row)->flags & CELL_SHADED) != 0;
	return count;
}

/* What is lit is lit in the picture: what is told of it, and the keys, are not shaded with the rest. */
static void what_is_told_is_not_shaded(void **state)
{
	const struct layout l = layout_solve(80, 24, 3, true);

	(void)state;
	open_play();
	press(KEYCODE_ENTER);
	assert_int_equal(count_shaded(0, 24), 0);
	for (int n = 0; n < 3; n++)
		press(KEYCODE_ENTER);
	assert_int_equal(play.step, 1);
	assert_int_equal(play.phase, PLAY_DONE);
	assert_true(count_shaded(0, l.at[VIEW_NARRATION].y) > 0);
	assert_int_equal(count_shaded(l.at[VIEW_NARRATION].y, 24 - l.at[VIEW_NARRATION].y), 0);
}

/* A wide and tall screen keeps timeline and log beside what is told; on a small one they give it their place, and where
 * nothing of what is lit is to be seen, nothing is shaded. */
static void log_and_timeline_stay_where_there_is_room(void **state)
{
	const struct layout large = layout_solve(120, 36, 3, true), small = layout_solve(80, 24, 3, true);

	(void)state;
	assert_true(large.at[VIEW_LOG].h >= 3);
	assert_true(large.at[VIEW_TIMELINE].h == 3);
	assert_true(large.at[VIEW_NARRATION].h >= 8);
	assert_int_equal(small.at[VIEW_LOG].h, 0);
	open_play();
	play.scroll = 3;
	app_draw(&app, &canvas, 80, 24);
	assert_int_equal(play.scroll, 0);
	open_play();
	app.lit[0] = (struct lit){ .view = VIEW_LOG };
	app.lit_count = 1;
	app_draw(&app, &canvas, 80, 24);
	assert_int_equal(count_shaded(0, 24), 0);
	app_draw(&app, &canvas, 120, 36);
	assert_true(count_shaded(0, 36) > 0);
}

/* The keys that page are the help's and a reason's, where the reader has opened it; what a step itself shows is left by
 * them. */
static void what_the_reader_opens_has_its_keys(void **state)
{
	(void)state;
	open_play();
	press('?');
	press(KEYCODE_PAGE_DOWN);
	assert_int_equal(play.scroll, 0);
	assert_true(app.scroll > 0);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 0);
	press('w');
	press(KEYCODE_PAGE_DOWN);
	assert_int_equal(play.step, 0);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 0);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 1);
	play.overlay = OVERLAY_HELP;
	press('?');
	press(KEYCODE_PAGE_UP);
	assert_int_equal(play.step, 0);
}

/* A menu that a step shows is there to be seen: Enter goes on, and gives no command. One that the reader opens gives it,
 * and even at the very end that is another story. */
static void a_menu_that_is_shown_is_not_obeyed(void **state)
{
	(void)state;
	assert_true(read_text("[walkthrough]\ntitle = A\nlab = active-active.ini\ntext = x\n[step One]\ntext = x\n"
			      "show = menu ASA1\n[step Two]\ntext = x\n"));
	assert_true(do_all());
	play_open(&play, &run);
	press(KEYCODE_ENTER);
	assert_int_equal(app.overlay, OVERLAY_MENU);
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 1);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	assert_int_equal(fault_count(&app.history.now), 0);
	assert_false(play_is_away(&play));
	press(KEYCODE_DOWN);
	press('f');
	press(KEYCODE_ENTER);
	assert_int_equal(play.step, 1);
	assert_int_equal(app.overlay, OVERLAY_NONE);
	assert_true(play_is_away(&play));
}

/* It is drawn at every size, whatever is told. */
static void it_is_drawn_at_every_size(void **state)
{
	(void)state;
	open_play();
	for (int n = 0; n < 6; n++) {
		press(KEYCODE_ENTER);
		for (int columns = 0; columns <= 130; columns += 13)
			for (int rows = 0; rows <= 45; rows++)
				app_draw(&app, &canvas, columns, rows);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_make_paragraphs),
		cmocka_unit_test(every_mistake_is_told),
		cmocka_unit_test(nothing_is_told_too),
		cmocka_unit_test(what_is_too_much_is_refused),
		cmocka_unit_test(steps_end_at_their_events),
		cmocka_unit_test(a_changed_timer_is_told_with_its_line),
		cmocka_unit_test(mistakes_of_a_step_have_their_line),
		cmocka_unit_test(a_refusal_may_be_expected),
		cmocka_unit_test(every_expectation_can_be_untrue),
		cmocka_unit_test(any_step_is_the_same_again),
		cmocka_unit_test(all_that_come_with_it_are_true),
		cmocka_unit_test(the_example_of_the_readme_is_true),
		cmocka_unit_test(reasons_have_their_sources),
		cmocka_unit_test(a_page_has_everything_of_a_step),
		cmocka_unit_test(a_step_is_read_then_watched),
		cmocka_unit_test(keys_without_a_frame_go_the_same_way),
		cmocka_unit_test(back_is_the_same_way),
		cmocka_unit_test(one_may_leave_and_come_back),
		cmocka_unit_test(slides_go_step_by_step),
		cmocka_unit_test(each_is_played_to_its_end_and_back),
		cmocka_unit_test(what_is_told_is_not_shaded),
		cmocka_unit_test(log_and_timeline_stay_where_there_is_room),
		cmocka_unit_test(what_the_reader_opens_has_its_keys),
		cmocka_unit_test(a_menu_that_is_shown_is_not_obeyed),
		cmocka_unit_test(it_is_drawn_at_every_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
