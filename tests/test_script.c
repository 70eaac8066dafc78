/* Scripts: what can be written, what is refused and how, and in which order it is done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "sim/fault.h"
#include "ui/conf/conf.h"
#include "ui/script.h"

enum { POOL_SIZE = 8 << 20 };

static struct lab lab;
static struct screen_conf screen;
static struct script script;
static struct diag diag;
static struct history history;

/* The page's pair, and an empty script. */
static int begin(void **state)
{
	(void)state;
	diag_init(&diag);
	script.count = 0;
	return conf_read_builtin("active-active.ini", &lab, &screen, &diag) ? 0 : -1;
}

static void add(const char *line)
{
	char why[DIAG_SENTENCE_LEN] = "";

	if (!script_add(&script, &lab, line, why, sizeof why))
		fail_msg("'%s' was refused: %s", line, why);
}

/* Writes a file and reads it as a script; the complaints stand in `diag`. */
static bool read_text(const char *text, char path[32])
{
	bool good;
	FILE *file;

	snprintf(path, 32, "/tmp/failscope-script.XXXXXX");
	file = fdopen(mkstemp(path), "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	good = script_read(&script, &lab, path, &diag);
	unlink(path);
	return good;
}

/* --- what can be written --------------------------------------------------------------------- */

static void times_are_read_in_all_their_forms(void **state)
{
	static const struct {
		const char *line;
		uint32_t at_ms;
	} rows[] = {
		{ "0 mend all", 0 },
		{ "30 mend all", 30000 },
		{ "30.5 mend all", 30500 },
		{ "500ms mend all", 500 },
		{ "2m mend all", 120000 },
		{ "  1.001   mend \t all ", 1001 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		begin(state);
		add(rows[i].line);
		assert_int_equal(script.lines[0].at_ms, rows[i].at_ms);
	}
}

/* Every form of the grammar is understood, and written back by the lab's names. */
static void commands_are_read_and_written_back(void **state)
{
	static const struct {
		const char *text, *back;
	} rows[] = {
		{ "fault power primary", "fault power ASA1" },
		{ "fault crash ASA2", "fault crash ASA2" },
		{ "fault hang secondary", "fault hang ASA2" },
		{ "fault reload ASA1", "fault reload ASA1" },
		{ "fault carrier folink", "fault carrier folink" },
		{ "fault blackhole statelink", "fault blackhole statelink" },
		{ "fault oneway ASA1:folink", "fault oneway ASA1:folink" },
		{ "mend oneway secondary:statelink", "mend oneway ASA2:statelink" },
		{ "fault carrier ASA1:CTX1/inside", "fault carrier ASA1:CTX1/inside" },
		{ "fault down SW-IN", "fault down SW-IN" },
		{ "  mend   down  SW-OUT ", "mend down SW-OUT" },
		{ "mend all", "mend all" },
		{ "type ASA1 failover active group 2", "type ASA1 failover active group 2" },
		{ "type secondary/CTX1 show  failover ", "type ASA2/CTX1 show  failover" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char why[DIAG_SENTENCE_LEN] = "", back[200];
		struct command command;

		if (!script_command(&lab, rows[i].text, &command, why, sizeof why))
			fail_msg("'%s' was refused: %s", rows[i].text, why);
		assert_string_equal(script_text(&lab, &command, back, sizeof back), rows[i].back);
	}
}

/* Whatever the list of faults holds can be written in a script. */
static void every_fault_has_a_target(void **state)
{
	static const char *const targets[] = { "ASA1", "folink", "ASA1:CTX1/inside", "SW-IN" };

	(void)state;
	for (int f = 0; f < FAULT_COUNT; f++) {
		int count = 0;

		for (size_t t = 0; t < sizeof targets / sizeof *targets; t++) {
			char text[120], why[DIAG_SENTENCE_LEN];
			struct command command;

			snprintf(text, sizeof text, "fault %s %s", faults[f].word, targets[t]);
			count += script_command(&lab, text, &command, why, sizeof why);
		}
		assert_true(count > 0);
	}
}

static void a_console_line_of_full_length_is_taken(void **state)
{
	char line[160], why[DIAG_SENTENCE_LEN];
	struct command command;

	(void)state;
	snprintf(line, sizeof line, "type ASA1 %083d", 7);
	assert_true(script_command(&lab, line, &command, why, sizeof why));
	assert_int_equal(strlen(command.line), 83);
}

/* --- what is refused ------------------------------------------------------------------------- */

#define UNIT_FAULTS "power, crash, hang, reload, module, version, mode, licence, hardware, card or ports"
#define ALL_FAULTS \
	"power, crash, hang, reload, carrier, blackhole, oneway, loss, delay, blocked, module, version, mode, licence, " \
	"hardware, card, ports, split or down"
#define NO_TIME " is no time, such as 30, 30.5, 500ms or 2m, up to 24 days; a line is TIME COMMAND"

static void every_mistake_has_its_sentence(void **state)
{
	/* clang-format off */
	static const struct {
		const char *line, *sentence;
	} rows[] = {
		{ "", "there is nothing in it: TIME COMMAND is wanted" },
		{ "   ", "there is nothing in it: TIME COMMAND is wanted" },
		{ "mend all", "'mend'" NO_TIME },
		{ "-5 mend all", "'-5'" NO_TIME },
		{ "30x mend all", "'30x'" NO_TIME },
		{ "0.0001 mend all", "'0.0001'" NO_TIME },
		{ "99999999 mend all", "'99999999'" NO_TIME },
		{ "30", "there is no command: fault, mend or type" },
		{ "30 fualt power ASA1",
		  "there is no command 'fualt'; they are fault, mend and type; did you mean 'fault'?" },
		{ "30 boom", "there is no command 'boom'; they are fault, mend and type" },
		{ "30 fault", "what is to break? fault WORD TARGET, where WORD is " ALL_FAULTS },
		{ "30 fault power", "the target is missing: a unit, a link, a switch or UNIT:CONTEXT/NAMEIF" },
		{ "30 fault boom", "there is no fault 'boom'; things can have " ALL_FAULTS },
		{ "30 fault boom ASA1", "there is no fault 'boom'; ASA1 can have " UNIT_FAULTS },
		{ "30 fault carier folink",
		  "there is no fault 'carier'; folink can have carrier, blackhole, oneway, loss or delay; did you mean 'carrier'?" },
		{ "30 fault power SW-IN", "'power' is no fault of SW-IN, which can have split or down" },
		{ "30 fault carrier ASA1", "'carrier' is no fault of ASA1, which can have " UNIT_FAULTS },
		{ "30 mend down ASA1:CTX1/inside",
		  "'down' is no fault of ASA1:CTX1/inside, which can have carrier, blackhole, oneway, loss, delay or blocked" },
		{ "30 fault power ASA3", "nothing is called 'ASA3'; a target is a unit, a link, a switch or "
					 "UNIT:CONTEXT/NAMEIF; did you mean 'ASA1'?" },
		{ "30 fault carrier CTX1/inside", "nothing is called 'CTX1/inside'; a target is a unit, a link, a switch or "
						  "UNIT:CONTEXT/NAMEIF; did you mean 'ASA1:CTX1/inside'?" },
		{ "30 fault carrier ASA3:folink",
		  "there is no unit 'ASA3'; they are ASA1 and ASA2; did you mean 'ASA1:folink'?" },
		{ "30 fault power ASA1 now", "'now' is one word too many" },
		{ "30 mend", "what is to be mended? mend WORD TARGET, or mend all" },
		{ "30 mend all of it", "'of' is one word too many" },
		{ "30 mend power", "the target is missing: a unit, a link, a switch or UNIT:CONTEXT/NAMEIF" },
		{ "30 type", "where is it typed, and what? type UNIT[/CONTEXT] CLI LINE" },
		{ "30 type ASA1", "what is typed at ASA1? type UNIT[/CONTEXT] CLI LINE" },
		{ "30 type ASA1   ", "what is typed at ASA1? type UNIT[/CONTEXT] CLI LINE" },
		{ "30 type SW-IN failover", "there is no unit 'SW-IN'; they are ASA1 and ASA2" },
		{ "30 type ASA1/ failover", "there is no context ''" },
		{ "30 type ASA1/CTX3 failover", "there is no context 'CTX3'; did you mean 'CTX1'?" },
		{ "30 type ASA1 \033[31mred", "there is a control character (U+001B) in the line" },
		{ "30 type ASA1 \xff", "the line is not valid UTF-8" },
		{ "30 mend all\n31 mend all", "it has more than one line" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char why[DIAG_SENTENCE_LEN] = "";

		assert_false(script_add(&script, &lab, rows[i].line, why, sizeof why));
		assert_string_equal(why, rows[i].sentence);
	}
	assert_int_equal(script.count, 0);
}

static void lines_that_are_too_long_are_refused(void **state)
{
	char line[400], why[DIAG_SENTENCE_LEN];

	(void)state;
	snprintf(line, sizeof line, "1 type ASA1 %084d", 7);
	assert_false(script_add(&script, &lab, line, why, sizeof why));
	assert_string_equal(why, "what is typed has 84 bytes; a console line has room for 83");
	snprintf(line, sizeof line, "1 type ASA1 %0300d", 7);
	assert_false(script_add(&script, &lab, line, why, sizeof why));
	assert_string_equal(why, "the line is too long: more than 199 bytes");
}

/* A sentence is cut where its room ends, and always ended. */
static void sentences_stay_in_their_room(void **state)
{
	char why[8] = "xxxxxxx";
	struct command command;

	(void)state;
	assert_false(script_command(&lab, "fault boom ASA1", &command, why, sizeof why));
	assert_string_equal(why, "there i");
}

static void a_script_has_a_last_line(void **state)
{
	char why[DIAG_SENTENCE_LEN];

	(void)state;
	for (int i = 0; i < SCRIPT_MAX; i++)
		add("1 mend all");
	assert_false(script_add(&script, &lab, "1 mend all", why, sizeof why));
	assert_string_equal(why, "a script has room for 2048 commands");
}

/* --- files and order ------------------------------------------------------------------------- */

static void a_file_has_comments_and_either_line_end(void **state)
{
	char path[32], text[200];

	(void)state;
	assert_true(read_text(
	    "# a story\r\n\r\n 10 fault power ASA1 # it goes\r\n#\n20 type ASA1 a#b\n\n30 mend all",
	    path));
	assert_int_equal(script.count, 3);
	assert_string_equal(
	    script_text(&lab, &script.lines[0].command, text, sizeof text), "fault power ASA1");
	assert_string_equal(
	    script_text(&lab, &script.lines[1].command, text, sizeof text), "type ASA1 a#b");
	assert_string_equal(
	    script_text(&lab, &script.lines[2].command, text, sizeof text), "mend all");
}

static void every_mistake_of_a_file_is_told_with_its_line(void **state)
{
	char path[32];

	(void)state;
	assert_false(
	    read_text("10 fault power ASA1\nboom\n\x01\n20 mend all\n30 mend all now\n", path));
	assert_int_equal(diag.errors, 3);
	assert_string_equal(diag.rows[0].file, path);
	assert_int_equal(diag.rows[0].line, 2);
	assert_string_equal(diag.rows[0].sentence, "'boom'" NO_TIME);
	assert_int_equal(diag.rows[1].line, 3);
	assert_int_equal(diag.rows[2].line, 5);
	assert_int_equal(script.count, 2);
}

static void a_file_that_cannot_be_read_is_a_mistake(void **state)
{
	(void)state;
	assert_false(script_read(&script, &lab, "/nowhere/story", &diag));
	assert_string_equal(diag.rows[0].sentence, "cannot be read: No such file or directory");
	assert_false(script_read(&script, &lab, "/", &diag));
	assert_int_equal(diag.errors, 2);
}

/* By time, and lines of the same time as they were given. */
static void lines_are_done_in_the_order_of_their_times(void **state)
{
	static const char *const expect[] = { "fault power ASA1", "mend all", "fault power ASA2",
		"fault crash ASA2" };
	char path[32], text[200];

	(void)state;
	add("30 fault power ASA2");
	assert_true(read_text("10 fault power ASA1\n30 fault crash ASA2\n", path));
	add("20 mend all");
	for (size_t i = 0; i < sizeof expect / sizeof *expect; i++)
		assert_string_equal(
		    script_text(&lab, &script.lines[i].command, text, sizeof text), expect[i]);
}

/* --- running --------------------------------------------------------------------------------- */

static void open_history(void **state)
{
	*state = malloc(POOL_SIZE);
	assert_non_null(*state);
	history_open(&history, &lab, *state, POOL_SIZE);
}

/* A command at the very time is done; a later call goes on from there, and does nothing twice. */
static void a_script_runs_in_pieces(void **state)
{
	uint32_t open_ms;

	open_history(state);
	open_ms = history.now.open_ms;
	add("10 fault power ASA1");
	add("10 fault carrier folink");
	add("20 mend power ASA1");
	script_run(&script, &history, 9999, &diag);
	assert_int_equal(history.now.now_ms, open_ms + 9999);
	assert_int_equal(fault_count(&history.now), 0);
	script_run(&script, &history, 10000, &diag);
	assert_int_equal(history.now.unit[PRIMARY].run, RUN_OFF);
	assert_int_equal(fault_count(&history.now), 2);
	script_run(&script, &history, 10000, &diag);
	assert_int_equal(fault_count(&history.now), 2);
	script_run(&script, &history, 30000, &diag);
	assert_int_equal(history.now.unit[PRIMARY].run, RUN_BOOTING);
	assert_int_equal(history.now.now_ms, open_ms + 30000);
	assert_int_equal(diag.warnings, 0);
	free(*state);
}

/* What the lab refuses is told by its text, and the story goes on. */
static void a_refused_command_is_a_warning(void **state)
{
	char row[DIAG_FILE_LEN + DIAG_SENTENCE_LEN + 32];

	open_history(state);
	add("10 fault power ASA1");
	add("11.5 fault power ASA1");
	add("12 type ASA2 boom");
	add("13 mend power ASA1");
	script_run(&script, &history, 20000, &diag);
	assert_int_equal(diag.errors, 0);
	assert_int_equal(diag.warnings, 2);
	diag_format(&diag.rows[0], row, sizeof row);
	assert_string_equal(
	    row, "T+11.500 fault power ASA1: warning: ASA1 has that fault already: power");
	diag_format(&diag.rows[1], row, sizeof row);
	assert_string_equal(row,
	    "T+12.000 type ASA2 boom: warning: ERROR: % Invalid input detected at '^' marker.");
	assert_int_equal(history.now.unit[PRIMARY].run, RUN_BOOTING);
	free(*state);
}

#define STORY(name) cmocka_unit_test_setup(name, begin)

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(times_are_read_in_all_their_forms),
		STORY(commands_are_read_and_written_back),
		STORY(every_fault_has_a_target),
		STORY(a_console_line_of_full_length_is_taken),
		STORY(every_mistake_has_its_sentence),
		STORY(lines_that_are_too_long_are_refused),
		STORY(sentences_stay_in_their_room),
		STORY(a_script_has_a_last_line),
		STORY(a_file_has_comments_and_either_line_end),
		STORY(every_mistake_of_a_file_is_told_with_its_line),
		STORY(a_file_that_cannot_be_read_is_a_mistake),
		STORY(lines_are_done_in_the_order_of_their_times),
		STORY(a_script_runs_in_pieces),
		STORY(a_refused_command_is_a_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
