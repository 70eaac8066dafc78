/* Recordings as asciicast: what a terminal is sent draws every frame again, and the run comes back out of the header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/json_read.h"
#include "tests/stage.h"
#include "tests/vt.h"
#include "ui/app.h"
#include "ui/record/cast.h"
#include "ui/record/recording.h"
#include "ui/record/take.h"
#include "ui/script.h"

enum { TEXT_MAX = 16 << 20, FRAME_MAX = 1 << 16 };

static struct app app, again;
static struct reel reel;
static struct canvas canvas;
static struct vt vt;
static struct diag diag;
static struct script script;
static struct lab read_lab;
static struct screen_conf read_screen;
static uint8_t other_pool[16 << 20], memory[16 << 20];
static char text[TEXT_MAX], other[TEXT_MAX];

/* Opens a compiled-in lab, and runs a story to a time, where it ends; nothing has been read or said yet. */
static void open_lab(const char *name, const char *story, uint32_t until_ms)
{
	diag_init(&diag);
	script.count = 0;
	stage_open(&app, name, story, until_ms);
	history_cut(&app.history);
}

/* Takes the run into the reel, and writes it as a cast into `text`. */
static void take_and_emit(int columns, int rows, uint32_t idle_ms)
{
	const struct take take = { columns, rows, idle_ms };
	struct sink sink = { text, sizeof text - 1, 0 };

	reel_begin(&reel, memory, sizeof memory);
	assert_true(take_run(&app, &take, &reel));
	recording_emit(&app, &reel, NULL, RECORDING_CAST, &sink);
	assert_true(sink.length < sizeof text);
	text[sink.length] = '\0';
}

/* --- lines ------------------------------------------------------------------------------------------------- */

/* One event of a cast. */
struct event_line {
	char kind;
	uint32_t at_ms;
	char *data; /* to be freed */
};

/* The line behind the header or behind another; NULL behind the last. */
static char *next_line(char *line)
{
	line = strchr(line, '\n');
	return line && line[1] ? line + 1 : NULL;
}

/* Reads an event; a line that is none fails the test. */
static struct event_line read_event(const char *line)
{
	struct event_line e = { 0, 0, json_copy(line, "2") };
	char *time = json_copy(line, "0"), *kind = json_copy(line, "1"), *point;

	assert_non_null(time);
	assert_non_null(kind);
	assert_non_null(e.data);
	assert_null(json_at(line, "3"));
	point = strchr(time, '.');
	assert_non_null(point);
	assert_int_equal(strlen(point), 4);
	e.at_ms = (uint32_t)(strtoul(time, NULL, 10) * 1000 + strtoul(point + 1, NULL, 10));
	e.kind = kind[0];
	free(time);
	free(kind);
	return e;
}

/* --- replaying --------------------------------------------------------------------------------------------- */

/* Does the terminal show the canvas? */
static bool shows(const struct canvas *c)
{
	static char frame[FRAME_MAX], row[4 * VT_COLUMNS_MAX + 1];
	struct sink sink = { frame, sizeof frame - 1, 0 };
	const char *at = frame;

	back_find("text")->emit(c, THEME_DARK, CHARSET_UTF8, NULL, &sink);
	assert_true(sink.length < sizeof frame);
	frame[sink.length] = '\0';
	for (int y = 0; y < c->rows; y++) {
		size_t length = strcspn(at, "\n"), n = vt_row(&vt, y, row, sizeof row);

		if (n != length || memcmp(row, at, n) != 0)
			return false;
		at += length + 1;
	}
	return true;
}

/* Sends event after event until the terminal shows the frame; every event must belong to some frame. */
static void expect_frames(void)
{
	char *line = next_line(text);
	uint32_t last_ms = 0;

	vt_init(&vt, reel.columns, reel.rows);
	for (uint32_t n = 0; n < reel.count; n++) {
		struct reel_frame f = reel_get(&reel, n, &canvas);

		while (n == 0 ? line && vt.cells[0][1] == ' ' : !shows(&canvas)) {
			struct event_line e;

			if (!line)
				fail_msg("frame %u is never shown", n);
			e = read_event(line);
			assert_true(e.at_ms >= last_ms && e.at_ms <= f.at_ms);
			last_ms = e.at_ms;
			if (e.kind == 'o')
				vt_feed(&vt, e.data, strlen(e.data));
			free(e.data);
			line = next_line(line);
		}
		assert_true(shows(&canvas));
	}
	assert_string_equal(vt.wrong, "");
}

/* Played in a terminal, every frame is there as it was taken. */
static void a_cast_draws_every_frame(void **state)
{
	(void)state;
	open_lab("active-active.ini", "10 fault power primary; 40 mend all", 120000);
	take_and_emit(80, 24, 0);
	assert_in_range(reel.count, 400, 700);
	expect_frames();
	assert_int_equal(vt.modes & VT_HIDDEN_CURSOR, 0);
	take_and_emit(120, 36, 0);
	expect_frames();
}

/* A number that chance gives, the same every time. */
static uint32_t chance(uint32_t *state, uint32_t bound)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % bound;
}

/* Whatever is written over whatever: halves of wide characters, lines, blanks, frames of another size. */
static void a_cast_draws_wide_characters_and_sizes(void **state)
{
	static const char *const pieces[] = { "日本語", "x", "  ", "●é", "──", "long words in a row", "한" };
	struct sink sink = { text, sizeof text - 1, 0 };
	static struct canvas drawn;
	uint32_t seed = 7;

	(void)state;
	open_lab("active-active.ini", "", 0);
	reel_begin(&reel, memory, sizeof memory);
	for (uint32_t n = 0; n < 400; n++) {
		if (n % 100 == 0)
			canvas_reset(&drawn, n == 200 ? 30 : 41, n == 200 ? 7 : 9);
		area_text(canvas_area(&drawn), 0, 0, STYLE_PLAIN, n % 100 == 0 ? "|begin" : "|");
		for (int i = 0; i < 3; i++)
			area_text(canvas_area(&drawn), (int)chance(&seed, 45) + 1, (int)chance(&seed, 9), (enum style)chance(&seed, STYLE_COUNT),
			    pieces[chance(&seed, sizeof pieces / sizeof *pieces)]);
		assert_true(reel_add(&reel, &drawn, n * 10, "", ""));
	}
	recording_emit(&app, &reel, NULL, RECORDING_CAST, &sink);
	text[sink.length] = '\0';
	expect_frames();
}

/* --- lines and times --------------------------------------------------------------------------------------- */

/* Every line is JSON, the header says what players need, times never go back, and what is notable has a marker. */
static void a_cast_is_what_players_read(void **state)
{
	uint32_t last_ms = 0, markers = 0, outputs = 0, told = 0;
	char *width, *height, *title, *lab;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary", 40000);
	take_and_emit(80, 24, 0);
	width = json_copy(text, "width");
	height = json_copy(text, "height");
	title = json_copy(text, "title");
	lab = json_copy(text, "failscope.lab");
	assert_string_equal(width, "80");
	assert_string_equal(height, "24");
	assert_string_equal(title, app.lab.head.title);
	assert_non_null(strstr(lab, "[context CTX1]\n"));
	assert_non_null(strstr(text, "\"script\": [\"10.000@"));
	for (char *line = next_line(text); line; line = next_line(line)) {
		struct event_line e = read_event(line);

		assert_true(e.at_ms >= last_ms);
		last_ms = e.at_ms;
		markers += e.kind == 'm';
		outputs += e.kind == 'o';
		told += e.kind == 'm' && strcmp(e.data, "you: fault power ASA1") == 0 && e.at_ms == 10000;
		free(e.data);
	}
	assert_int_equal(last_ms, 40000);
	assert_int_equal(told, 1);
	assert_in_range(markers, 5, 40);
	assert_in_range(outputs, 160, 250);
	free(width);
	free(height);
	free(title);
	free(lab);
}

/* The same run gives the same bytes. */
static void a_cast_is_the_same_every_time(void **state)
{
	(void)state;
	open_lab("no-preempt.ini", "3 fault carrier folink; 9.25 mend all", 30000);
	take_and_emit(80, 24, 0);
	memcpy(other, text, strlen(text) + 1);
	open_lab("no-preempt.ini", "3 fault carrier folink; 9.25 mend all", 30000);
	take_and_emit(80, 24, 0);
	assert_string_equal(text, other);
}

/* Idle stretches are shown in the time that is wanted, at most, and nothing notable is lost. */
static void idle_time_is_squeezed(void **state)
{
	uint32_t frames, stops = 0, gap_from = 0;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary; 60 mend all", 200000);
	take_and_emit(80, 24, 0);
	frames = reel.count;
	assert_int_equal(reel_end_ms(&reel), 200000);
	for (uint32_t n = 0; n < reel.count; n++)
		stops += reel_is_stop(&reel, n);
	take_and_emit(80, 24, 2000);
	assert_in_range(reel_end_ms(&reel), 10000, 50000);
	assert_in_range(reel.count, stops, frames / 3);
	for (uint32_t n = 0; n < reel.count; n++) {
		struct reel_frame f = reel_get(&reel, n, NULL);

		if (!reel_is_stop(&reel, n))
			continue;
		stops--;
		assert_in_range(f.at_ms - gap_from, 0, 2000);
		gap_from = f.at_ms;
	}
	assert_int_equal(stops, 0);
	expect_frames();
}

/* --- runs -------------------------------------------------------------------------------------------------- */

static void give(const char *command)
{
	struct command c;
	char why[256];

	assert_true(script_command(&app.lab, command, &c, why, sizeof why));
	history_command(&app.history, &c, why, sizeof why); /* what the device refuses is part of the story, too */
}

/* Reads the header that is in `text`; false where it is at fault. */
static bool read_back(struct cast_run *run)
{
	*run = (struct cast_run){ &read_lab, &read_screen, &script, 0 };
	script.count = 0;
	diag_init(&diag);
	memcpy(other, text, strlen(text) + 1);
	*strchr(other, '\n') = '\0';
	return cast_read_text("x.cast", other, run, &diag);
}

/* Commands that were given by hand, in the middle of an instant and in the past, are given again at the very step: the run
 * that comes out of the header is the run that was recorded, to the byte. */
static void a_run_comes_back_to_the_byte(void **state)
{
	struct history *h = &app.history;
	struct cast_run run;
	uint32_t step, at_ms;
	uint64_t hash;

	(void)state;
	open_lab("active-active.ini", "", 4321);
	for (int i = 0; i < 37; i++)
		history_step(h);
	give("fault carrier ASA1:CTX1/inside");
	give("fault loss folink 30");
	for (int i = 0; i < 3; i++)
		history_step(h);
	give("type ASA1 failover active group 2 # not a comment");
	history_go_ms(h, h->now.open_ms + 50000);
	give("mend all");
	history_go_step(h, h->branches[h->branch].journal[2].after_step + 1);
	give("fault power ASA2"); /* a branch */
	history_go_ms(h, h->now.open_ms + 70123);
	for (int i = 0; i < 5; i++)
		history_step(h);
	step = h->now.step;
	at_ms = h->now.now_ms - h->now.open_ms;
	hash = sim_hash(&h->now);
	assert_int_equal(h->branches[h->branch].count, 4);
	take_and_emit(80, 24, 0);
	assert_int_equal(sim_hash(&h->now), hash);

	assert_true(read_back(&run));
	assert_true(lab_equal(&app.lab, &read_lab));
	assert_int_equal(script.count, 4);
	assert_int_equal(run.until_ms, at_ms);
	app_open(&again, &read_lab, &read_screen, "x.cast", other_pool, sizeof other_pool);
	script_run(&script, &again.history, run.until_ms, &diag);
	assert_int_equal(diag.errors, 0);
	history_go_step(&again.history, step);
	assert_int_equal(again.history.now.now_ms - again.history.now.open_ms, at_ms);
	assert_true(sim_hash(&again.history.now) == hash);
	assert_memory_equal(again.history.branches[0].journal, h->branches[h->branch].journal, 4 * sizeof(struct journalled));
}

/* A step that does not come at its time is told, and the command is given at the time. */
static void a_step_that_is_not_met_is_told(void **state)
{
	char why[256];

	(void)state;
	open_lab("active-active.ini", "", 0);
	assert_true(script_add(&script, &app.lab, "10@999999 fault power ASA1", why, sizeof why));
	assert_true(script_add(&script, &app.lab, "20@3 mend all", why, sizeof why));
	script_run(&script, &app.history, 30000, &diag);
	assert_int_equal(diag.warnings, 2);
	assert_string_equal(diag.rows[0].file, "T+10.000 fault power ASA1");
	assert_string_equal(
	    diag.rows[0].sentence, "the step behind '@' is not met at that time: this is not the run that was told");
	assert_int_equal(app.history.branches[0].count, 2);
	assert_int_equal(app.history.branches[0].journal[0].at_ms, app.history.now.open_ms + 10000);
	assert_int_equal(app.history.branches[0].journal[1].at_ms, app.history.now.open_ms + 20000);
	assert_false(script_add(&script, &app.lab, "10@ mend all", why, sizeof why));
	assert_string_equal(why, "'' is no step: behind '@' stands the number of an event, as in 10.5@1234");
	assert_false(script_add(&script, &app.lab, "10@4294967295 mend all", why, sizeof why));
	assert_false(script_add(&script, &app.lab, "@7 mend all", why, sizeof why));
	assert_true(script_add(&script, &app.lab, "10.5@7 mend all", why, sizeof why));
}

/* The script form is the run, too. */
static void a_recorded_script_is_the_run(void **state)
{
	struct sink sink = { text, sizeof text - 1, 0 };
	char path[] = "/tmp/failscope-script-XXXXXX";
	FILE *file = fdopen(mkstemp(path), "w");
	uint64_t hash;

	(void)state;
	open_lab("active-active.ini", "10 fault power primary; 30 mend all", 29000);
	history_step(&app.history);
	give("fault down SW-IN");
	history_go_ms(&app.history, app.history.now.open_ms + 60000);
	hash = sim_hash(&app.history.now);
	recording_emit(&app, &reel, NULL, RECORDING_SCRIPT, &sink);
	text[sink.length] = '\0';
	assert_non_null(strstr(text, "failscope active-active.ini --script"));
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	script.count = 0;
	assert_true(script_read(&script, &app.lab, path, &diag));
	remove(path);
	app_open(&again, &app.lab, &app.screen, "x", other_pool, sizeof other_pool);
	script_run(&script, &again.history, 60000, &diag);
	assert_int_equal(diag.warnings, 0);
	assert_true(sim_hash(&again.history.now) == hash);
}

/* --- mistakes ---------------------------------------------------------------------------------------------- */

#define LAB "\"lab\": \"[lab]\\ntitle = t\\n\""

/* Every way in which a header can be wrong has its sentence. */
static void every_mistake_of_a_header_has_its_sentence(void **state)
{
	static const struct {
		const char *header, *file, *sentence;
		int line;
	} mistakes[] = {
		{ "", "x.cast", "this is no asciicast: '{' is missing at character 1", 1 },
		{ "[1, \"o\", \"x\"]", "x.cast", "this is no asciicast: '{' is missing at character 1", 1 },
		{ "{\"version\": 2, \"width\": 80}", "x.cast",
		    "there is no run in this recording, as failscope did not make it: it can only be watched", 1 },
		{ "{\"version\": 1, \"failscope\": {" LAB "}}", "x.cast", "this is version '1' of asciicast; only 2 can be opened", 1 },
		{ "{\"failscope\": {" LAB "}}", "x.cast", "this is version '' of asciicast; only 2 can be opened", 1 },
		{ "{\"version\": 2, \"failscope\": {" LAB "}", "x.cast", "this is no asciicast: '}' is missing at character 58", 1 },
		{ "{\"version\": 2} x", "x.cast", "something stands behind the header at character 16", 1 },
		{ "{\"version\": 2, \"title\": \"abc", "x.cast", "a text is not closed at character 29", 1 },
		{ "{\"version\": 2, \"title\": \"a\\qc\"}", "x.cast", "an escape is unknown at character 28", 1 },
		{ "{\"version\": 2, \"title\": \"a\\u00zz\"}", "x.cast",
		    "four hexadecimal digits are missing behind \\u at character 29", 1 },
		{ "{\"version\": 2, \"title\": \"a\\u0000\"}", "x.cast", "a text has a NUL in it at character 33", 1 },
		{ "{\"version\": 2, \"failscope\": {\"script\": [1]}}", "x.cast",
		    "this is no asciicast: a text is missing at character 41", 1 },
		{ "{\"version\": 2, \"x\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]", "x.cast",
		    "values lie too deep in each other at character 53", 1 },
		{ "{\"version\": 2, \"x\": ~}", "x.cast", "this is no asciicast: a value is missing at character 21", 1 },
		{ "{\"version\": 2, \"failscope\": {" LAB ", \"until\": -3}}", "x.cast", "until: '-3' is no time", 1 },
		{ "{\"version\": 2, \"failscope\": {\"lab\": \"[lab]\\ntitel = t\\n\"}}", "x.cast: lab",
		    "[lab] has no key 'titel'; did you mean 'title'?", 2 },
		{ "{\"version\": 2, \"failscope\": {" LAB ", \"script\": [\"1 mend all\", \"2 mend\"]}}", "x.cast: script",
		    "what is to be mended? mend WORD TARGET, or mend all", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct cast_run run;

		snprintf(text, sizeof text, "%s\n", mistakes[i].header);
		assert_false(read_back(&run));
		assert_int_equal(diag.errors, 1);
		assert_string_equal(diag.rows[0].file, mistakes[i].file);
		assert_string_equal(diag.rows[0].sentence, mistakes[i].sentence);
		assert_int_equal(diag.rows[0].line, mistakes[i].line);
	}
}

/* Keys of others are passed over, and texts are read as JSON writes them. */
static void a_header_is_read_as_json_is_written(void **state)
{
	struct cast_run run;

	(void)state;
	snprintf(text, sizeof text,
	    " { \"env\" : {\"SHELL\": \"/bin/\\\"sh\", \"a\": [1, {}, [], true, null, -1.5e3]}, \"version\":2,\t\"failscope\": "
	    "{\"until\": 12.5, \"script\": [ \"\\u0031 mend all\" ], \"lab\": \"[lab]\\u000atitle = \\u00e9\\ud83d\\ude00\\n\", \"more\": 1} } \n");
	assert_true(read_back(&run));
	assert_string_equal(read_lab.head.title, "é😀");
	assert_int_equal(script.count, 1);
	assert_int_equal(script.lines[0].at_ms, 1000);
	assert_int_equal(run.until_ms, 12500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cast_draws_every_frame),
		cmocka_unit_test(a_cast_draws_wide_characters_and_sizes),
		cmocka_unit_test(a_cast_is_what_players_read),
		cmocka_unit_test(a_cast_is_the_same_every_time),
		cmocka_unit_test(idle_time_is_squeezed),
		cmocka_unit_test(a_run_comes_back_to_the_byte),
		cmocka_unit_test(a_step_that_is_not_met_is_told),
		cmocka_unit_test(a_recorded_script_is_the_run),
		cmocka_unit_test(every_mistake_of_a_header_has_its_sentence),
		cmocka_unit_test(a_header_is_read_as_json_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
