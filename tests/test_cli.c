/* The command line, from outside: what goes to which stream, what it ends with, and that all ways
 * of asking agree.
 *
 * FAILSCOPE names the program.  Each test runs it as a shell would, without a terminal. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { OUT_MAX = 4 << 20, ARGS_MAX = 24, PATH_LEN = 64 };

/* How it ended, and all that it wrote. */
static int code;
static char out[OUT_MAX], err[OUT_MAX];

/* --- running it ------------------------------------------------------------------------------ */

static const char *program(void)
{
	const char *path = getenv("FAILSCOPE");

	return path && *path ? path : "build/release/failscope";
}

/* A file without a name, for one of the program's streams. */
static int scratch(void)
{
	char path[] = "/tmp/failscope-cli.XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	unlink(path);
	return fd;
}

static void slurp(int fd, char *text)
{
	ssize_t n = pread(fd, text, OUT_MAX - 1, 0);

	assert_true(n >= 0);
	text[n] = '\0';
	close(fd);
}

/* Becomes the program; signals are as a shell leaves them. */
static void become(char *const argv[], int to_out, int to_err)
{
	signal(SIGPIPE, SIG_DFL);
	if (to_out >= 0)
		dup2(to_out, STDOUT_FILENO);
	else
		close(STDOUT_FILENO);
	dup2(to_err, STDERR_FILENO);
	execv(argv[0], argv);
	_exit(127);
}

/* Runs it with standard output to a descriptor (-1: closed); its messages come into `err`. */
static void run_to(int to_out, const char *const args[])
{
	char *argv[ARGS_MAX + 2] = { (char *)(uintptr_t)program() };
	int to_err = scratch(), status, n = 0;
	pid_t pid;

	for (; args[n]; n++) {
		assert_true(n < ARGS_MAX);
		argv[n + 1] = (char *)(uintptr_t)args[n];
	}
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		become(argv, to_out, to_err);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	slurp(to_err, err);
	code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Runs it; what it wrote stands in `out` and `err`. */
static void run_args(const char *const args[])
{
	int to_out = scratch();

	run_to(to_out, args);
	slurp(to_out, out);
}

#define RUN(...) run_args((const char *const[]){ __VA_ARGS__, NULL })

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("there is no '%s' in:\n%s", part, text);
}

/* It did what it was asked, and had nothing to say. */
static void assert_fine(void)
{
	if (code != 0 || err[0])
		fail_msg("it ended with %d: %s", code, err);
}

/* It refused, with nothing on standard output. */
static void assert_refused(int with, const char *sentence)
{
	assert_has(err, sentence);
	assert_int_equal(code, with);
	assert_string_equal(out, "");
}

/* A path for a file of a test. */
static void name_file(char path[PATH_LEN], const char *name)
{
	snprintf(path, PATH_LEN, "/tmp/failscope-cli-%d-%s", (int)getpid(), name);
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const char *read_file(const char *path)
{
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	slurp(fd, out);
	return out;
}

/* --- JSON ------------------------------------------------------------------------------------ */

static const char *json_value(const char *at);

static const char *json_blanks(const char *at)
{
	return at + strspn(at, " \n");
}

static const char *json_string(const char *at)
{
	assert_int_equal(*at, '"');
	for (at++; *at != '"'; at++) {
		assert_true((unsigned char)*at >= 0x20);
		if (*at == '\\')
			assert_non_null(strchr("\"\\/bfnrtu", *++at));
	}
	return at + 1;
}

/* An object or an array: values with a comma between, each with a key in an object. */
static const char *json_list(const char *at, char close, bool keys)
{
	at = json_blanks(at + 1);
	while (*at != close) {
		if (keys) {
			at = json_blanks(json_string(at));
			assert_int_equal(*at++, ':');
		}
		at = json_blanks(json_value(json_blanks(at)));
		assert_true(*at == close || *at == ',');
		if (*at == ',') {
			at = json_blanks(at + 1);
			assert_int_not_equal(*at, close);
		}
	}
	return at + 1;
}

/* One value; returns what stands behind it. */
static const char *json_value(const char *at)
{
	static const char *const words[] = { "true", "false", "null" };
	char *end;

	if (*at == '{')
		return json_list(at, '}', true);
	if (*at == '[')
		return json_list(at, ']', false);
	if (*at == '"')
		return json_string(at);
	for (int i = 0; i < 3; i++)
		if (strncmp(at, words[i], strlen(words[i])) == 0)
			return at + strlen(words[i]);
	assert_true(*at == '-' || (*at >= '0' && *at <= '9'));
	strtod(at, &end);
	return end;
}

/* The text behind a path of keys, each searched behind the one before. */
static const char *json_find(const char *text, const char *const keys[])
{
	for (; *keys; keys++) {
		char key[64];

		snprintf(key, sizeof key, "\"%s\": ", *keys);
		text = strstr(text, key);
		if (!text)
			fail_msg("there is no key %s", key);
		text += strlen(key);
	}
	return text;
}

#define AT(text, ...) json_find(text, (const char *const[]){ __VA_ARGS__, NULL })

/* The string that stands there. */
static void json_word(const char *at, char word[64])
{
	snprintf(word, 64, "%.*s", (int)strcspn(at + 1, "\""), at + 1);
}

/* --- usage ----------------------------------------------------------------------------------- */

static const char *const subs[] = { "render", "record", "state", "log", "show", "why", "check", "defaults", "keys",
	"help" };

enum { SUB_COUNT = sizeof subs / sizeof *subs };

/* Not wider than a terminal, and the last thing is an example. */
static void assert_page(void)
{
	const char *example = strstr(out, "\nExample:\n  failscope");

	assert_fine();
	assert_non_null(example);
	assert_null(strstr(example + 1, "\n\n"));
	for (const char *line = out; *line; line += strcspn(line, "\n") + 1)
		if (strcspn(line, "\n") > 80)
			fail_msg("too wide: %.*s", (int)strcspn(line, "\n"), line);
}

static void every_page_of_help_fits_and_ends_with_an_example(void **state)
{
	static char page[OUT_MAX];

	(void)state;
	RUN("--help");
	assert_page();
	for (int i = 0; i < SUB_COUNT; i++)
		assert_has(out, subs[i]);
	for (int i = 0; i < SUB_COUNT; i++) {
		RUN(subs[i], "--help");
		assert_page();
		strcpy(page, out);
		RUN("help", subs[i]);
		assert_string_equal(out, page);
	}
}

static void the_version_is_told(void **state)
{
	(void)state;
	RUN("--version");
	assert_fine();
	assert_true(strncmp(out, "failscope ", 10) == 0);
}

/* Wrong usage ends with 2, a sentence and a pointer to --help, and nothing on standard output. */
static void wrong_usage_ends_with_2(void **state)
{
	/* clang-format off */
	static const char *const rows[][5] = {
		{ "there is no option '--boom'", "--boom" },
		{ "there is no option '-x'", "state", "-x" },
		{ "did you mean '--format'?", "render", "--fromat" },
		{ "--at wants an argument", "state", "--at" },
		{ "-o wants an argument", "render", "-o" },
		{ "--ascii takes no argument", "render", "--ascii=yes" },
		{ "check takes no option --until", "check", "--until", "3" },
		{ "the dashboard takes no option --json", "--json" },
		{ "--at: 'x' is no time", "state", "--at", "x" },
		{ "--until: '-1' is no time", "log", "--until", "-1" },
		{ "--until: '5' is before --at", "state", "--at=6", "--until=5" },
		{ "--size: '80' is no size", "render", "--size", "80" },
		{ "--size: '1001x24' is no size, such as 80x24, from 0x0 to 1000x300", "render", "--size", "1001x24" },
		{ "--size: '80x301' is no size", "render", "--size", "80x301" },
		{ "--size: '-1x2' is no size", "render", "--size=-1x2" },
		{ "--format: 'png' is none of", "render", "--format", "png" },
		{ "--theme: 'pink' is none of", "render", "--theme", "pink" },
		{ "--color: 'maybe' is none of", "state", "--color", "maybe" },
		{ "'b.ini' is one argument too many", "state", "a.ini", "b.ini" },
		{ "'a.script' is a script: --script a.script, with the lab", "state", "a.script" },
		{ "'a.script' is a script", "a.script" },
		{ "'a.html' is a page, for a browser", "a.html" },
		{ "did you mean 'render'?", "rendr" },
		{ "which FILE", "check" },
		{ "what is to be shown", "show", "--on", "ASA1" },
		{ "--on UNIT is missing", "show", "failover", "history" },
		{ "there is no sub-command 'boom'", "help", "boom" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run_args(&rows[i][1]);
		assert_refused(2, rows[i][0]);
		assert_has(err, "--help");
	}
}

/* --- input ----------------------------------------------------------------------------------- */

static void input_at_fault_ends_with_1(void **state)
{
	char path[PATH_LEN], line[PATH_LEN + 80];

	(void)state;
	RUN("state", "/nowhere/lab.ini");
	assert_refused(1, "/nowhere/lab.ini: there is no such file");
	RUN("state", "--do", "1 mend all", "--do", "5 boom");
	assert_refused(1, "--do:2: there is no command 'boom'");
	name_file(path, "story");
	write_file(path, "# a story\n5 fault power ASA1\n6 boom\n");
	RUN("log", "--script", path);
	snprintf(line, sizeof line, "%s:3: there is no command 'boom'", path);
	assert_refused(1, line);
	write_file(path, "[failover]\nunit polltime = 99 h\nboom = 1\n");
	RUN("render", path);
	snprintf(line, sizeof line, "%s:3: ", path);
	assert_refused(1, line);
	snprintf(line, sizeof line, "%s:2: ", path);
	assert_has(err, line);
	RUN(path);
	assert_refused(1, line);
	unlink(path);
}

static void check_tells_everything_and_what_is_fine(void **state)
{
	char path[PATH_LEN], line[PATH_LEN + 20];

	(void)state;
	name_file(path, "lab.ini");
	write_file(path, "[lab]\nbase = active-active.ini\n");
	RUN("check", path);
	assert_int_equal(code, 0);
	snprintf(line, sizeof line, "%s: ok", path);
	assert_has(out, line);
	RUN("check", path, "/nowhere.ini", "--do", "1 boom");
	assert_refused(1, "/nowhere.ini: ");
	assert_has(err, "--do:1: ");
	unlink(path);
}

static void defaults_are_a_lab(void **state)
{
	char path[PATH_LEN];

	(void)state;
	RUN("defaults");
	assert_fine();
	name_file(path, "defaults.ini");
	write_file(path, out);
	RUN("check", path);
	assert_int_equal(code, 0);
	unlink(path);
	RUN("keys");
	assert_fine();
	assert_true(strlen(out) > 100);
}

/* Where the options stand is of no matter, nor is POSIXLY_CORRECT. */
static void options_stand_anywhere(void **state)
{
	static char first[OUT_MAX];

	(void)state;
	RUN("state", "--at", "12", "--do", "10 fault power ASA1", "no-preempt.ini");
	assert_fine();
	strcpy(first, out);
	RUN("--do=10 fault power ASA1", "state", "no-preempt", "--at=12");
	assert_string_equal(out, first);
	setenv("POSIXLY_CORRECT", "1", 1);
	RUN("state", "no-preempt.ini", "--at", "12", "--do", "10 fault power ASA1");
	unsetenv("POSIXLY_CORRECT");
	assert_string_equal(out, first);
}

/* --do and --script are done by time, whatever their order. */
static void stories_are_done_by_time(void **state)
{
	char path[PATH_LEN];

	(void)state;
	name_file(path, "story");
	write_file(path, "8 fault carrier folink # first\n");
	RUN("log", "--do", "10 mend all", "--script", path, "--do", "9 fault down SW-IN", "--until",
	    "10");
	unlink(path);
	assert_fine();
	assert_true(strstr(out, "8.000") < strstr(out, "9.000"));
	assert_true(strstr(out, "9.000") < strstr(out, "10.000"));
	assert_has(strstr(out, "10.000"), "MEND");
}

/* --- output ---------------------------------------------------------------------------------- */

/* Without a terminal: a frame as large as the environment says, and one line of advice. */
static void without_a_terminal_it_prints_one_frame(void **state)
{
	int lines = 0;

	(void)state;
	RUN("--do", "10 fault power ASA1", "--at", "30");
	assert_int_equal(code, 0);
	assert_has(out, "T+30.000");
	assert_has(err, "--help");
	assert_ptr_equal(strchr(err, '\n'), err + strlen(err) - 1);
	assert_null(strchr(out, '\033'));
	setenv("COLUMNS", "40", 1);
	setenv("LINES", "7", 1);
	RUN("--ascii");
	unsetenv("COLUMNS");
	unsetenv("LINES");
	for (const char *at = out; *at; at++) {
		assert_true((unsigned char)*at < 0x80);
		lines += *at == '\n';
	}
	assert_int_equal(lines, 7);
}

static void a_frame_comes_in_every_format(void **state)
{
	(void)state;
	RUN("render");
	assert_fine();
	assert_has(out, "T+0.000");
	assert_null(strchr(out, '\033'));
	RUN("render", "--format", "svg", "--size", "120x36");
	assert_fine();
	assert_has(out, "<svg");
	assert_has(out, "Group 1 is active on ASA1, group 2 on ASA2.");
	RUN("render", "--format", "html");
	assert_fine();
	assert_has(out, "<html");
	RUN("render", "--size", "0x0");
	assert_fine();
	assert_string_equal(out, "");
	RUN("render", "--size", "1000x300", "--format", "svg");
	assert_fine();
	assert_has(out, "</svg>");
}

/* ansi has colours unless somebody says no: --color more than NO_COLOR, and that more than nothing.
 */
static void any_view_can_be_drawn(void **state)
{
	(void)state;
	RUN("render", "--view", "asdm groups at ASA2", "--cursor", "delay 2");
	assert_fine();
	assert_has(out, " ASA2 secondary ");
	assert_has(out, ">Preempt Delay ");
	RUN("render", "--view", "why ASA1:G1");
	assert_fine();
	assert_has(out, "WHY ASA1:G1");
	RUN("render", "--view", "asdm grops");
	assert_refused(1, "--view: the ASDM view has no pane 'grops'; did you mean 'groups'?");
	RUN("render", "--view", "asdm groups", "--cursor", "dealy");
	assert_refused(1, "--cursor: the pane groups has no field 'dealy'; it has role, preempt, delay, policy, ");
}

static void colours_are_obeyed(void **state)
{
	(void)state;
	RUN("render", "--format", "ansi");
	assert_has(out, "\033[0;1;38;5;");
	RUN("render", "--format", "ansi", "--color", "never");
	assert_null(strchr(out, '\033'));
	setenv("NO_COLOR", "1", 1);
	RUN("render", "--format", "ansi");
	assert_has(out, "\033[0;1");
	assert_null(strstr(out, "38;5;"));
	RUN("render", "--format", "ansi", "--color", "always");
	assert_has(out, "38;5;");
	setenv("NO_COLOR", "", 1);
	RUN("render", "--format", "ansi");
	assert_has(out, "38;5;");
	unsetenv("NO_COLOR");
}

/* The new file is whole and has the old one's permissions; nothing is left beside it. */
static void a_file_is_replaced_whole(void **state)
{
	char path[PATH_LEN], pattern[3 * PATH_LEN];
	struct stat info;

	(void)state;
	name_file(path, "frame.svg");
	write_file(path, "old");
	chmod(path, 0640);
	RUN("render", "-o", path);
	assert_fine();
	assert_string_equal(out, "");
	assert_has(read_file(path), "</svg>"); /* the ending tells the format */
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0640);
	snprintf(pattern, sizeof pattern, "test \"$(ls %s*)\" = %s", path, path);
	assert_int_equal(system(pattern), 0);
	unlink(path);
}

static void a_file_that_cannot_be_written_leaves_the_old_one(void **state)
{
	char path[PATH_LEN], link_path[PATH_LEN];

	(void)state;
	RUN("render", "-o", "/nowhere/frame.txt");
	assert_refused(1, "/nowhere/frame.txt: cannot be written: No such file or directory");
	RUN("render", "-o", "/tmp");
	assert_refused(1, "/tmp: cannot be written: Is a directory");
	RUN("render", "-o", "/dev/full");
	assert_refused(1, "/dev/full: cannot be written: No space left on device");
	name_file(path, "kept.txt");
	name_file(link_path, "link.txt");
	write_file(path, "old");
	RUN("render", "-o", path, "--do", "1 boom");
	assert_int_equal(code, 1);
	assert_string_equal(read_file(path), "old");
	assert_int_equal(symlink(path, link_path), 0);
	RUN("render", "-o", link_path);
	assert_fine();
	assert_has(read_file(path), "T+0.000");
	unlink(path);
	unlink(link_path);
}

/* Runs it so that it finds a rsvg-convert of ours, which is this script; or none at all (NULL). */
static void convert_by(const char *script, const char *path)
{
	char directory[] = "/tmp/failscope-cli-XXXXXX", program_path[PATH_LEN], *old = strdup(getenv("PATH"));

	assert_non_null(mkdtemp(directory));
	snprintf(program_path, sizeof program_path, "%s/rsvg-convert", directory);
	if (script) {
		write_file(program_path, script);
		chmod(program_path, 0755);
	}
	setenv("PATH", directory, 1);
	RUN("render", "-o", path, "--size", "1000x300");
	setenv("PATH", old, 1);
	free(old);
	unlink(program_path);
	rmdir(directory);
}

/* A PNG is what rsvg-convert makes of the picture; where it makes none, the old file stays and the reason is told. */
static void a_png_is_made_by_rsvg_convert(void **state)
{
	char path[PATH_LEN];

	(void)state;
	name_file(path, "frame.png");
	convert_by("#!/bin/sh\necho PNG; exec /bin/cat\n", path);
	assert_fine();
	assert_memory_equal(read_file(path), "PNG\n<svg ", 9);
	assert_has(out, "</svg>\n");
	write_file(path, "old");
	convert_by(NULL, path);
	assert_refused(1, "frame.png: a PNG is made by rsvg-convert, which is not installed: apt-get install librsvg2-bin");
	convert_by("#!/bin/sh\nexit 3\n", path);
	assert_refused(1, "frame.png: rsvg-convert could not make a PNG of the picture");
	convert_by("#!/bin/sh\necho half; exit 1\n", path);
	assert_refused(1, "frame.png: rsvg-convert could not make a PNG of the picture");
	assert_string_equal(read_file(path), "old");
	unlink(path);
}

/* With --text there is the same frame as text beside the picture. */
static void text_is_written_beside_a_picture(void **state)
{
	static char text[OUT_MAX];
	char path[PATH_LEN], beside[PATH_LEN];

	(void)state;
	RUN("render", "--text");
	assert_refused(2, "-o FILE is wanted");
	RUN("render", "--at", "3");
	strcpy(text, out);
	name_file(path, "frame.svg");
	name_file(beside, "frame.txt");
	RUN("render", "--at", "3", "--text", "-o", path);
	assert_fine();
	assert_has(read_file(path), "</svg>");
	assert_string_equal(read_file(beside), text);
	unlink(path);
	RUN("render", "--at", "3", "--text", "-o", beside);
	assert_fine();
	assert_string_equal(read_file(beside), text);
	unlink(beside);
}

/* The ending of a file says what it is; an ending that means nothing is asked about, not written as text. */
static void an_ending_says_the_format(void **state)
{
	char path[PATH_LEN];

	(void)state;
	name_file(path, "frame.ansi");
	RUN("render", "-o", path, "--color", "always");
	assert_fine();
	assert_has(read_file(path), "\033[");
	unlink(path);
	name_file(path, "frame.pdf");
	RUN("render", "-o", path);
	assert_refused(2, "frame.pdf' ends in none of .txt, .ans, .svg, .html and .png");
	assert_int_equal(access(path, F_OK), -1);
	RUN("render", "-o", path, "--format", "svg");
	assert_fine();
	assert_has(read_file(path), "</svg>");
	unlink(path);
}

/* The title says whole names or none: no half of the lab's name, no branch that would be another one. */
static void names_in_the_title_are_whole(void **state)
{
	(void)state;
	RUN("render", "--size", "60x15", "--at", "13.1");
	assert_has(out, " T+13.100 s  PAUSED x1  active-active.ini ");
	RUN("render", "--size", "60x15", "--at", "13.1", "--do", "0 fault power ASA1");
	assert_has(out, " T+13.100 s  PAUSED x1         1 fault   G1 nobody  G2 ASA2\n");
	RUN("render", "--size", "40x12", "--view", "asdm contexts", "--do", "0 fault power ASA1", "--at", "13.1");
	assert_has(out, " ASA1 off: ASDM could not connect\n");
}

/* /dev/null stays what it is. */
static void a_device_is_written_into(void **state)
{
	struct stat info;

	(void)state;
	RUN("render", "-o", "/dev/null");
	assert_fine();
	assert_int_equal(stat("/dev/null", &info), 0);
	assert_true(S_ISCHR(info.st_mode));
	RUN("render", "-o", "-");
	assert_has(out, "T+0.000");
}

/* clang-format off */
static const char *const writers[][4] = {
	{ "render" }, { "state" }, { "log", "--boot", "--all" }, { "show", "--on=ASA1", "failover", "history" },
	{ "check", "no-preempt" }, { "defaults" }, { "keys" }, { "help" }, { "--version" },
};
/* clang-format on */

/* Whoever reads may stop reading: that is no failure, and nothing is said about it. */
static void a_closed_pipe_ends_quietly(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
		const char *args[5] = { writers[i][0], writers[i][1], writers[i][2], writers[i][3],
			NULL };
		int ends[2];

		assert_int_equal(pipe(ends), 0);
		close(ends[0]);
		run_to(ends[1], args);
		close(ends[1]);
		assert_fine();
	}
}

static void a_full_disk_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
		const char *args[5] = { writers[i][0], writers[i][1], writers[i][2], writers[i][3],
			NULL };
		int full = open("/dev/full", O_WRONLY);

		assert_true(full >= 0);
		run_to(full, args);
		close(full);
		assert_has(err, "standard output: No space left on device");
		assert_int_equal(code, 1);
	}
	run_to(-1, (const char *const[]){ "state", NULL });
	assert_has(err, "standard output: ");
	assert_int_equal(code, 1);
}

/* --- what the pair is like ------------------------------------------------------------------- */

static void state_is_json_with_all_its_keys(void **state)
{
	(void)state;
	RUN("state", "--at", "40", "--do", "10 fault power ASA1", "--do",
	    "11 fault blackhole ASA2:CTX1/inside");
	assert_fine();
	assert_string_equal(json_value(out), "\n");
	assert_true(strncmp(out, "{\n  \"time\": 40.000,\n", 20) == 0);
	assert_true(strncmp(AT(out, "primary", "up"), "false", 5) == 0);
	assert_true(strncmp(AT(out, "primary", "run"), "\"off\"", 5) == 0);
	assert_true(strncmp(AT(out, "secondary", "groups", "1", "state"), "\"Active\"", 8) == 0);
	assert_true(strncmp(AT(out, "secondary", "groups", "1", "mate"), "\"Failed\"", 8) == 0);
	assert_true(strncmp(AT(out, "secondary", "groups", "1", "last_reason"), "\"HELLO not heard",
			16) == 0);
	assert_true(strncmp(AT(out, "secondary", "interfaces", "CTX1/inside", "monitored"), "true",
			4) == 0);
	assert_true(strncmp(AT(out, "links", "folink", "status"), "\"down\"", 6) == 0);
	assert_true(strncmp(AT(out, "contexts", "CTX1", "group"), "1", 1) == 0);
	assert_has(AT(out, "contexts", "CTX1", "active_on"), "\"secondary\"");
	assert_true(strncmp(AT(out, "contexts", "CTX2", "outage_s"), "0.000", 5) == 0);
	assert_has(AT(out, "faults"), "\"power ASA1\"");
	assert_has(AT(out, "faults"), "\"blackhole ASA2:CTX1/inside\"");
}

/* A link without its carrier is down; one that swallows what is sent has failed. */
static void links_are_told_apart(void **state)
{
	(void)state;
	RUN("state");
	assert_true(strncmp(AT(out, "links", "folink", "status"), "\"up\"", 4) == 0);
	RUN("state", "--do", "0 fault carrier folink", "--at", "5");
	assert_true(strncmp(AT(out, "links", "folink", "status"), "\"down\"", 6) == 0);
	assert_true(strncmp(AT(out, "links", "statelink", "status"), "\"up\"", 4) == 0);
	RUN("state", "--do", "0 fault oneway ASA1:folink", "--at", "30");
	assert_true(strncmp(AT(out, "links", "folink", "status"), "\"failed\"", 8) == 0);
	assert_true(strncmp(AT(out, "links", "folink", "secondary"), "\"failed\"", 8) == 0);
	RUN("state", "no-state-link");
	assert_null(strstr(out, "statelink"));
}

static void every_line_of_the_log_is_json(void **state)
{
	(void)state;
	RUN("log", "--json", "--all", "--boot", "--do", "10 fault power ASA1", "--do",
	    "40 mend all");
	assert_fine();
	assert_true(strlen(out) > 10000);
	for (const char *line = out; *line; line++) {
		assert_int_equal(*line, '{');
		line = json_value(line);
		assert_int_equal(*line, '\n');
	}
	assert_has(out, "\"rule\": \"mate-dead\"");
	assert_has(out, "\"notable\": false");
}

/* The devices' own messages, as text and as objects. */
static void the_log_can_be_the_devices_syslog(void **state)
{
	(void)state;
	RUN("log", "--syslog", "--do", "10 fault power ASA1");
	assert_fine();
	assert_has(out, "     25.005  10:00:25 UTC Jan 15 2026  ASA2  : %ASA-1-103001: (Secondary) No response from other "
	    "firewall (reason code = 4).\n");
	assert_null(strstr(out, "FAULT"));
	RUN("log", "--syslog", "--json", "--do", "10 fault power ASA1");
	assert_fine();
	for (const char *line = out; *line; line++) {
		assert_int_equal(*line, '{');
		line = json_value(line);
		assert_int_equal(*line, '\n');
	}
	assert_has(out, "\"unit\": \"ASA2\", \"number\": 104001, \"severity\": 1, \"group\": 1,");
}

/* What both units print on their consoles: a line each on its own, as objects whole. */
static void the_log_can_be_the_consoles(void **state)
{
	(void)state;
	RUN("log", "--console", "--do", "10 type primary failover active group 2");
	assert_fine();
	assert_string_equal(out, "     10.000  ASA1  :\n     10.000  ASA1  : \tSwitching to Active\n"
	    "     10.005  ASA2  :\n     10.005  ASA2  : \tSwitching to Standby\n");
	RUN("log", "--console", "--json", "--do", "10 fault power ASA1");
	assert_fine();
	assert_has(out, "{\"time\": 25.005, \"clock\": \"10:00:25 UTC Jan 15 2026\", \"unit\": \"ASA2\", \"group\": 1, "
	    "\"interface\": null, \"text\": \"Group 1 No Response from Mate, Switch to Active\", ");
	assert_int_equal(*json_value(out), '\n');
	RUN("log", "--console", "--syslog");
	assert_refused(2, "--syslog and --console are two logs");
}

/* --until takes a time or a condition; the state there is the one that --at would show. */
static void a_run_goes_on_until_a_condition_is_met(void **state)
{
	static char there[OUT_MAX];

	(void)state;
	RUN("state", "--do", "10 fault power ASA1", "--at", "25.205");
	strcpy(there, out);
	RUN("state", "--do", "10 fault power ASA1", "--until", "25.205");
	assert_fine();
	assert_string_equal(out, there);
	RUN("state", "--do", "10 fault power ASA1", "--do", "60 mend all", "--do", "61 mend all", "--until",
	    "G1 active on ASA2");
	assert_fine();
	assert_string_equal(out, there);
	RUN("state", "--do", "10 fault power ASA1", "--do", "60 mend all", "--at", "30", "--until", "any group moves");
	assert_fine();
	assert_has(out, "\"time\": 162.210,");
	RUN("render", "--do", "10 fault power ASA1", "--at", "25.205");
	strcpy(there, out);
	RUN("render", "--do", "10 fault power ASA1", "--until", "g1 moves");
	assert_fine();
	assert_string_equal(out, there);
	RUN("log", "--do", "10 fault power ASA1", "--until", "folink failed");
	assert_fine();
	assert_has(out, "failover link folink has failed");
	assert_null(strstr(out, "LANTEST"));
	RUN("show", "--on", "ASA2", "--do", "10 fault power ASA1", "--until", "g1 just active", "failover", "history");
	assert_fine();
	assert_has(out, "Just Active");
}

static void a_condition_that_is_not_met_ends_with_1(void **state)
{
	(void)state;
	RUN("state", "--until", "split");
	assert_refused(1, "failscope: --until: 'split' is not met within an hour of T+0.000 s\n");
	RUN("log", "--until", "ASA1 up");
	assert_refused(1, "--until: 'ASA1 up' holds already, and does not begin anew within an hour of T+0.000 s");
	RUN("render", "--until", "g1 actve on ASA2");
	assert_refused(1, "--until: 'actve' is nothing that group 1 can be; did you mean 'Active'?");
	RUN("log", "--at", "1", "--until", "split");
	assert_refused(2, "log takes no option --at");
}

/* Entries from the opening on, an entry a line, in the order of their ids. */
static void the_log_begins_at_the_opening(void **state)
{
	long last = 0;

	(void)state;
	RUN("log", "--do", "10 fault carrier ASA1:CTX1/inside", "--until", "12");
	assert_fine();
	assert_has(out, "10.000  you    FAULT    carrier ASA1:CTX1/inside");
	assert_has(out, "[if-move]  <- ");
	assert_null(strstr(out, " -1"));
	for (const char *line = out; *line; line += strcspn(line, "\n") + 1) {
		assert_true(strtol(line, NULL, 10) > last);
		last = strtol(line, NULL, 10);
	}
	RUN("log");
	assert_fine();
	assert_string_equal(out, "");
	RUN("log", "--boot");
	assert_has(out, "Failover state check");
	RUN("log", "--do", "1 type ASA1 no failover", "--do", "2 type ASA1 failover group 1", "--do", "3 type ASA1 exit", "--do",
	    "4 type ASA1/CTX1 interface inside", "--do", "5 type ASA1/CTX1 end");
	assert_has(out, "ASA1(config)# failover group 1 ");
	assert_has(out, "ASA1(config-fover-group)# exit ");
	assert_has(out, "ASA1/CTX1(config-if)# end ");
}

static void a_unit_shows_its_history_as_the_device_does(void **state)
{
	(void)state;
	RUN("show", "--on", "secondary", "--at", "30", "--do", "10 fault power ASA1", "fail",
	    "hist");
	assert_fine();
	assert_true(
	    strncmp(out,
		"==========================================================================\n"
		"Group     From State                 To State                   Reason\n"
		"==========================================================================\n",
		2 * 75 + 71) == 0);
	assert_has(out, " UTC Jan 15 2026\n"
			"    1     Standby Ready              Just Active                HELLO not "
			"heard from mate\n\n");
	assert_has(out,
	    "\n\n==========================================================================\n");
}

static void a_unit_refuses_what_it_does_not_know(void **state)
{
	(void)state;
	RUN("show", "--on", "ASA1", "failover", "histrory");
	assert_refused(1, "show failover histrory\n              ^\nERROR: % Invalid input "
			  "detected at '^' marker.\n");
	RUN("why", "#167");
	assert_has(out, " WHY #167  T-0.795 s  CONNS\n");
	RUN("show", "--on", "ASA1", "failover");
	assert_has(err, "what it knows of show is told by 'failscope show --help'\n");
	assert_refused(1, "ERROR: % Incomplete command");
	RUN("show", "--on", "ASA3", "failover", "history");
	assert_refused(1, "--on: there is no unit 'ASA3'; they are ASA1 and ASA2");
	RUN("show", "--on", "ASA1/CTX9", "failover", "history");
	assert_refused(1, "--on: there is no context 'CTX9'");
	RUN("show", "--on", "ASA1", "--do", "0 fault power ASA1", "failover", "history");
	assert_refused(1, "ASA1 does not answer at its console: it is off");
	RUN("show", "--on", "ASA1", "no-preempt.ini", "failover", "history");
	assert_fine();
}

/* A target may have a slash, which only before another word makes it a lab. */
static void why_is_told_within_80_columns(void **state)
{
	(void)state;
	RUN("why", "no-preempt.ini", "--do", "10 fault power ASA1", "--at", "40", "ASA2:G1");
	assert_fine();
	assert_has(out, "10.000 you FAULT power ASA1");
	for (const char *line = out; *line; line += strcspn(line, "\n") + 1)
		assert_true(strcspn(line, "\n") <= 80);
	RUN("why", "ASA1:CTX1/inside");
	assert_fine();
	RUN("why", "group", "2");
	assert_fine();
	RUN("why", "ASA9");
	assert_refused(1, "nothing is called 'ASA9'");
	RUN("why", "#400");
	assert_refused(1, "there is no entry #400");
	RUN("why");
	assert_refused(2, "why what?");
}

/* What the lab refuses is told, and does not stop the story. */
static void a_refused_command_is_told(void **state)
{
	(void)state;
	RUN("state", "--do", "1 fault power ASA1", "--do", "2 fault power ASA1", "--at", "3");
	assert_int_equal(code, 0);
	assert_has(err, "T+2.000 fault power ASA1: warning: ");
	assert_string_equal(json_value(out), "\n");
}

/* --- all agree ------------------------------------------------------------------------------- */

#define STORY "--do", "5 fault power ASA1", "--do", "25 mend power ASA1"

/* A recording is a lab with its script, wherever a lab can stand. */
static void a_recording_is_a_lab_with_its_script(void **state)
{
	static char expected[OUT_MAX];
	char path[PATH_LEN];

	(void)state;
	name_file(path, "run.cast");
	RUN("record", "no-preempt.ini", "--do", "10.5 fault power ASA1", "--do", "20 mend all", "--until", "95", "-o", path);
	assert_fine();
	assert_string_equal(out, "");
	RUN("state", "no-preempt.ini", "--do", "10.5 fault power ASA1", "--do", "20 mend all", "--at", "80");
	strcpy(expected, out);
	RUN("state", path, "--at", "80");
	assert_fine();
	assert_string_equal(out, expected);
	RUN("log", "no-preempt.ini", "--do", "10.5 fault power ASA1", "--do", "20 mend all", "--until", "95");
	strcpy(expected, out);
	RUN("log", path);
	assert_fine();
	assert_string_equal(out, expected);
	RUN("record", path, "--until", "95", "-o", "-");
	strcpy(expected, out);
	assert_has(read_file(path), "\"script\": [\"10.500@");
	/* The same run once more; only what the title says of the file differs. */
	assert_string_equal(strstr(out, "\"failscope\""), strstr(read_file(path), "\"failscope\""));
	assert_has(expected, "\"failscope\"");
	RUN("render", path);
	assert_fine();
	assert_has(out, "T+0.000 s");
	RUN("check", path);
	assert_fine();
	unlink(path);
}

/* A recording comes in each form, by the file's ending or by word. */
static void a_recording_comes_in_every_form(void **state)
{
	char path[PATH_LEN];

	(void)state;
	RUN("record", "--until", "1");
	assert_fine();
	assert_has(out, "{\"version\": 2, \"width\": 80, \"height\": 24, ");
	RUN("record", "--until", "1", "--format", "script", "--do", "0.5 fault loss folink");
	assert_fine();
	assert_has(out, " fault loss folink\n");
	name_file(path, "run.html");
	RUN("record", "--until", "30", "--do", "10 fault power ASA1", "--size", "60x20", "--idle", "1s", "-o", path);
	assert_fine();
	assert_has(read_file(path), "<!DOCTYPE html>");
	assert_has(out, "you: fault power ASA1");
	unlink(path);
}

/* The largest screen is recorded as quickly as a small one that shows as much: blanks cost nothing. */
static void the_largest_screen_is_recorded(void **state)
{
	(void)state;
	alarm(120);
	RUN("record", "twelve-contexts.ini", "--do", "10 fault power primary", "--until", "30", "--size", "1000x300");
	alarm(0);
	assert_fine();
	assert_has(out, "\"width\": 1000, \"height\": 300");
	assert_has(out, "\"you: fault power ");
}

/* What cannot be recorded, or is no recording. */
static void mistakes_with_recordings_are_told(void **state)
{
	char path[PATH_LEN], place[PATH_LEN + 80];

	(void)state;
	RUN("record", "-o", "x.mp4");
	assert_refused(2, "'x.mp4' ends in none of .cast, .html and .script: which is it, by --format?");
	RUN("record", "--format", "svg");
	assert_refused(2, "--format: 'svg' is none of these: cast html script");
	RUN("record", "--size", "0x5");
	assert_refused(2, "--size: a recording has a column and a row at least");
	RUN("record", "--idle", "0");
	assert_refused(2, "--idle: '0' is less than 100 ms");
	RUN("record", "--idle", "long");
	assert_refused(2, "--idle: 'long' is no time");
	RUN("render", "--idle", "1");
	assert_refused(2, "render takes no option --idle");
	RUN("record", "--until", "20000");
	assert_refused(1, "the recording is full after ");
	RUN("state", "/nowhere/x.cast");
	assert_refused(1, "/nowhere/x.cast: cannot be read: No such file or directory");
	name_file(path, "bad.cast");
	write_file(path, "hello\n");
	RUN("state", path);
	snprintf(place, sizeof place, "%s:1: this is no asciicast: '{' is missing at character 1", path);
	assert_refused(1, place);
	unlink(path);
}

/* Without a file they are listed, without a terminal they are done and judged, with -o they are written. */
static void walkthroughs_are_listed_judged_and_written(void **state)
{
	char folder[PATH_LEN], path[2 * PATH_LEN];

	(void)state;
	RUN("walk");
	assert_fine();
	assert_has(out, "03-unit-fails.ini");
	RUN("walk", "03-unit-fails");
	assert_fine();
	assert_has(out, "03-unit-fails.ini: ok, ");
	RUN("walk", "3");
	assert_fine();
	assert_has(out, "03-unit-fails.ini: ok, ");
	RUN("walk", "03");
	assert_fine();
	assert_has(out, "03-unit-fails.ini: ok, ");
	RUN("walk", "0");
	assert_refused(1, "0: there is no such file, nor a compiled-in walkthrough of that name; 'failscope walk' lists them");
	name_file(folder, "walks");
	RUN("walk", "03-unit-fails", "08-manual-move", "-o", folder);
	assert_fine();
	snprintf(path, sizeof path, "%s/README.md", folder);
	assert_has(read_file(path), "](03-unit-fails.md)");
	RUN("walk", "03-unit-fails", "08-manual-move", "--format", "html", "-o", folder);
	assert_fine();
	assert_has(read_file(path), "](03-unit-fails.md)"); /* each form has its list */
	snprintf(path, sizeof path, "%s/index.html", folder);
	assert_has(read_file(path), "<li><a href=\"03-unit-fails.html\">A unit fails: takeover and preempt</a></li>");
	snprintf(path, sizeof path, "%s/03-unit-fails.html", folder);
	assert_has(read_file(path), "<!DOCTYPE html>");
	snprintf(path, sizeof path, "rm -r %s", folder);
	assert_int_equal(system(path), 0);
}

/* What a walkthrough expects of a lab that has changed is told with its line. */
static void a_walkthrough_that_is_not_true_is_told(void **state)
{
	char lab[PATH_LEN], file[PATH_LEN], text[600], wanted[200];

	(void)state;
	name_file(lab, "timer.ini");
	name_file(file, "walk.ini");
	write_file(lab, "[lab]\nbase = active-active.ini\n[failover]\nholdtime = 10\n");
	snprintf(text, sizeof text, "[walkthrough]\ntitle = A\nlab = %s\ntext = x\n[step One]\ntext = x\n"
				    "do = 10 fault power ASA1\nuntil = g1 active on ASA2\nexpect = time 25 to 26\n", lab);
	write_file(file, text);
	RUN("walk", file);
	snprintf(wanted, sizeof wanted, "%s:9: expect: 'time 25 to 26' is not true at T+20.205 s: the time is 20.205 s", file);
	assert_refused(1, wanted);
	unlink(lab);
	RUN("check", file);
	snprintf(wanted, sizeof wanted, "%s:1: [walkthrough]: this is a walkthrough, not a lab: 'failscope walk FILE' plays it", file);
	assert_refused(1, wanted);
	assert_null(strstr(err, "[step"));
	unlink(file);
	RUN("03-unit-fails");
	assert_refused(1, "03-unit-fails: is a walkthrough, not a lab: 'failscope walk 03-unit-fails' plays it");
	RUN("walk", "no-preempt");
	assert_refused(1, "no-preempt: is a lab, not a walkthrough: 'failscope no-preempt' opens it");
	RUN("walk", "nowhere");
	assert_refused(1, "nowhere: there is no such file, nor a compiled-in walkthrough of that name");
	RUN("walk", "03-unit-fails", "--do", "1 mend all");
	assert_refused(2, "walk takes no option --do");
	RUN("walk", "03-unit-fails", "--format", "pdf", "-o", "/tmp");
	assert_refused(2, "--format: 'pdf' is none of these: markdown html");
	name_file(file, "twice");
	RUN("walk", "03-unit-fails", "03-unit-fails", "-o", file);
	assert_refused(1, "03-unit-fails: a walkthrough of that name has been written into");
	snprintf(wanted, sizeof wanted, "rm -r %s", file);
	assert_int_equal(system(wanted), 0);
	RUN("walk", "03-unit-fails", "-o", "/dev/null/x");
	assert_refused(1, "/dev/null/x: cannot be made");
	RUN("walk", "03-unit-fails", "08-manual-move");
	assert_refused(2, "one walkthrough is played at a time");
}

/* Without a terminal all notes of a walkthrough are printed, each below its step. */
static void notes_are_printed(void **state)
{
	char file[PATH_LEN];

	(void)state;
	name_file(file, "walk.ini");
	write_file(file, "[walkthrough]\ntitle = A talk\nlab = active-active.ini\ntext = x\n[step One]\ntext = told\n"
			 "notes = Ask them.\nnotes =\nnotes = Wait for `G1`.\n[step Two]\ntext = told\n");
	RUN("notes", file);
	assert_fine();
	assert_string_equal(out, "A talk\n\n1 of 2  One\n  Ask them.\n  Wait for G1.\n\n2 of 2  Two\n");
	write_file(file, "[walkthrough]\ntitle = A talk\nlab = nowhere.ini\ntext = x\n[step One]\ntext = told\n");
	RUN("notes", file);
	assert_int_equal(code, 1);
	assert_has(err, "walk.ini:3: lab: ");
	unlink(file);
	RUN("notes", "nowhere");
	assert_refused(1, "nowhere: there is no such file, nor a compiled-in walkthrough of that name");
	RUN("notes");
	assert_refused(2, "which walkthrough?");
	RUN("notes", "03-unit-fails", "08-manual-move");
	assert_refused(2, "notes are shown of one walkthrough at a time");
	RUN("notes", "03-unit-fails", "--at", "3");
	assert_refused(2, "notes takes no option --at");
}

/* The presenter's stage can be rendered, too. */
static void the_stage_is_rendered(void **state)
{
	(void)state;
	RUN("render", "--present", "--do", "10 fault power ASA1", "--at", "28", "--size", "20x6");
	assert_fine();
	assert_has(out, "NO POWER G1 ACTIVE");
	assert_has(out, "NO POWER G2 ACTIVE");
	RUN("state", "--present");
	assert_refused(2, "state takes no option --present");
}

/* The state of a unit's group by the log's last word of it; a unit that stopped has forgotten
 * everything. */
static void state_by_log(const char *log, const char *unit, int group, char word[64])
{
	char who[32], member[32];

	snprintf(who, sizeof who, "\"who\": \"%s\"", unit);
	snprintf(member, sizeof member, "\"group\": %d,", group);
	for (const char *line = log; *line; line += strcspn(line, "\n") + 1) {
		char text[2048];

		snprintf(text, sizeof text, "%.*s", (int)strcspn(line, "\n"), line);
		if (!strstr(text, who))
			continue;
		if (strstr(text, "\"kind\": \"UNIT\""))
			strcpy(word, "Disabled");
		else if (strstr(text, "\"kind\": \"STATE\"") && strstr(text, member))
			json_word(AT(text, "to"), word);
	}
}

/* The drawing's first line says who holds the group, or that nobody does. */
static void assert_drawn(const char *frame, int second, int group, const char *holder)
{
	char line[400], expect[48];

	snprintf(line, sizeof line, "%.*s", (int)strcspn(frame, "\n"), frame);
	snprintf(expect, sizeof expect, "T+%d.000 s", second);
	assert_has(line, expect);
	snprintf(expect, sizeof expect, "G%d %s", group, holder);
	assert_has(line, expect);
}

static void drawing_state_and_log_agree_at_every_second(void **state)
{
	static const char *const units[] = { "ASA1", "ASA2" }, *const roles[] = { "primary",
		"secondary" };
	static char log[OUT_MAX], json[OUT_MAX];

	(void)state;
	for (int second = 0; second <= 100; second += second < 30 ? 1 : 5) {
		char at[16];

		snprintf(at, sizeof at, "%d", second);
		RUN("log", "--json", "--boot", "--until", at, STORY);
		assert_fine();
		strcpy(log, out);
		RUN("state", "--at", at, STORY);
		assert_fine();
		strcpy(json, out);
		RUN("render", "--at", at, STORY);
		assert_fine();
		for (int group = 1; group <= 2; group++) {
			const char *holder = "nobody";

			for (int u = 0; u < 2; u++) {
				char key[2] = { (char)('0' + group), '\0' }, told[64],
				     logged[64] = "Disabled";

				json_word(AT(json, roles[u], "groups", key, "state"), told);
				state_by_log(log, units[u], group, logged);
				assert_string_equal(told, logged);
				if (strcmp(told, "Active") == 0)
					holder = units[u];
			}
			assert_drawn(out, second, group, holder);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_of_help_fits_and_ends_with_an_example),
		cmocka_unit_test(the_version_is_told),
		cmocka_unit_test(wrong_usage_ends_with_2),
		cmocka_unit_test(input_at_fault_ends_with_1),
		cmocka_unit_test(check_tells_everything_and_what_is_fine),
		cmocka_unit_test(defaults_are_a_lab),
		cmocka_unit_test(options_stand_anywhere),
		cmocka_unit_test(stories_are_done_by_time),
		cmocka_unit_test(without_a_terminal_it_prints_one_frame),
		cmocka_unit_test(a_frame_comes_in_every_format),
		cmocka_unit_test(any_view_can_be_drawn),
		cmocka_unit_test(colours_are_obeyed),
		cmocka_unit_test(a_file_is_replaced_whole),
		cmocka_unit_test(a_png_is_made_by_rsvg_convert),
		cmocka_unit_test(text_is_written_beside_a_picture),
		cmocka_unit_test(a_file_that_cannot_be_written_leaves_the_old_one),
		cmocka_unit_test(an_ending_says_the_format),
		cmocka_unit_test(names_in_the_title_are_whole),
		cmocka_unit_test(a_device_is_written_into),
		cmocka_unit_test(a_closed_pipe_ends_quietly),
		cmocka_unit_test(a_full_disk_is_told),
		cmocka_unit_test(state_is_json_with_all_its_keys),
		cmocka_unit_test(links_are_told_apart),
		cmocka_unit_test(every_line_of_the_log_is_json),
		cmocka_unit_test(the_log_can_be_the_devices_syslog),
		cmocka_unit_test(the_log_can_be_the_consoles),
		cmocka_unit_test(a_run_goes_on_until_a_condition_is_met),
		cmocka_unit_test(a_condition_that_is_not_met_ends_with_1),
		cmocka_unit_test(the_log_begins_at_the_opening),
		cmocka_unit_test(a_unit_shows_its_history_as_the_device_does),
		cmocka_unit_test(a_unit_refuses_what_it_does_not_know),
		cmocka_unit_test(why_is_told_within_80_columns),
		cmocka_unit_test(a_refused_command_is_told),
		cmocka_unit_test(a_recording_is_a_lab_with_its_script),
		cmocka_unit_test(a_recording_comes_in_every_form),
		cmocka_unit_test(the_largest_screen_is_recorded),
		cmocka_unit_test(mistakes_with_recordings_are_told),
		cmocka_unit_test(walkthroughs_are_listed_judged_and_written),
		cmocka_unit_test(notes_are_printed),
		cmocka_unit_test(the_stage_is_rendered),
		cmocka_unit_test(a_walkthrough_that_is_not_true_is_told),
		cmocka_unit_test(drawing_state_and_log_agree_at_every_second),
	};

	unsetenv("NO_COLOR");
	unsetenv("COLUMNS");
	unsetenv("LINES");
	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
