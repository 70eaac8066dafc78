/* INI files: every mistake and its sentence, bases, the compiled-in labs, defaults that read back.
 */
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

#include "ui/backs/back.h"
#include "ui/conf/conf.h"
#include "ui/conf/lines.h"
#include "ui/conf/value.h"
#include "ui/diag.h"
#include "ui/nearest.h"

static struct lab lab, other_lab;
static struct screen_conf screen, other_screen;
static struct diag diag;

/* A folder of this test's own, and a file in it. */
static char folder[] = "/tmp/failscope-conf-XXXXXX";
static char path[200];

/* All complaints as they are shown; the caller frees. */
static char *all_complaints(void)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(out);
	diag_print(&diag, out);
	fclose(out);
	return text;
}

/* Are these the complaints, whole and in this order? */
static void expect_complaints(const char *expected)
{
	char *text = all_complaints();

	assert_string_equal(text, expected);
	free(text);
}

/* Reads a text as the file `t.ini`, and expects these complaints. */
static void expect_of_text(const char *text, const char *expected)
{
	diag_init(&diag);
	conf_read_text("t.ini", text, &lab, &screen, &diag);
	expect_complaints(expected);
}

/* The whole of a file; the caller frees. */
static char *slurp(const char *name)
{
	FILE *in = fopen(name, "r");
	char *text = calloc(1, 1 << 16);
	size_t size;

	assert_non_null(text);
	if (!in)
		return text;
	size = fread(text, 1, (1 << 16) - 1, in);
	text[size] = '\0';
	fclose(in);
	return text;
}

/* Writes a file into the folder, and leaves its path in `path`. */
static void write_bytes(const char *name, const char *bytes, size_t size)
{
	FILE *out;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	out = fopen(path, "w");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, size, out), size);
	fclose(out);
}

static void write_file(const char *name, const char *text)
{
	write_bytes(name, text, strlen(text));
}

/* Reads a file of the folder; the folder's name is taken out of the complaints before they are
 * compared. */
static void expect_of_file(const char *name, const char *expected)
{
	char *text, *at;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	diag_init(&diag);
	conf_read_file(path, &lab, &screen, &diag);
	text = all_complaints();
	while ((at = strstr(text, folder)) != NULL)
		memmove(at, at + strlen(folder) + 1, strlen(at + strlen(folder)));
	assert_string_equal(text, expected);
	free(text);
}

/* Every mistake that fits into one file; mistakes.expect is all that is said of it (UPDATE=1
 * rewrites it). */
static void every_mistake_is_reported(void **state)
{
	char *said, *expected;

	(void)state;
#ifdef SMALL
	skip(); /* its tables are too small for so many mistakes */
#endif
	diag_init(&diag);
	assert_false(conf_read_file("tests/mistakes.ini", &lab, &screen, &diag));
	said = all_complaints();
	expected = slurp("tests/mistakes.expect");
	if (getenv("UPDATE")) {
		FILE *out = fopen("tests/mistakes.expect", "w");

		assert_non_null(out);
		fputs(said, out);
		fclose(out);
	} else {
		assert_string_equal(said, expected);
	}
	/* The rest of the file counts. */
	assert_string_equal(lab.head.title, "a lab \xe2\x80\x94 with a dash");
	assert_int_equal(lab.head.seed, 8);
	assert_string_equal(lab.failover.link.name, "statelink");
	assert_string_equal(lab.ifaces[lab_find_iface(&lab, 1, "dmz")].port, "GigabitEthernet0/0");
	free(said);
	free(expected);
}

/* A line cannot do what mistakes.ini cannot hold: be a variant of itself, or end in a NUL. */
static void mistakes_around_a_base_are_reported(void **state)
{
	(void)state;
	expect_of_text("[lab]\nbase = nowhere.ini\n",
	    "t.ini:2: base: there is no compiled-in lab 'nowhere.ini'\n");
	expect_of_text("[lab]\nbase =\n", "t.ini:2: base: the value is missing\n");
	expect_of_text("[lab]\nseed = 5\nbase = active-active.ini\n",
	    "t.ini:3: base must be the first key of the file\n");
	expect_of_text("[model]\n[lab]\nbase = active-active.ini\n",
	    "t.ini:3: base must be the first key of the file\n");
	write_file("a.ini", "[lab]\nbase = b.ini\n");
	write_file("b.ini", "[lab]\nbase = a.ini\n");
	expect_of_file("a.ini",
	    "b.ini:2: base: 'a.ini' is being read already: the files stand on each "
	    "other in a circle\n");
	expect_of_file("nowhere.ini",
	    "nowhere.ini: there is no such file, nor a compiled-in lab of that name\n");
	write_file("c.ini", "[lab]\nbase = nopreempt.ini\n");
	expect_of_file("c.ini", "c.ini:2: base: there is no file 'nopreempt.ini', nor a compiled-in lab of that name; "
				"did you mean 'no-preempt.ini'?\n");
	write_file("c.ini", "[lab]\nbase = none.ini\n");
	expect_of_file("c.ini",
	    "c.ini:2: base: there is no file 'none.ini', nor a compiled-in lab of that name\n");
	write_file("d.ini", "[lab]\nbase = .\n");
	expect_of_file("d.ini", ".: cannot be read: Is a directory\n");
}

/* Files may stand on each other, but not without end. */
static void bases_have_a_depth(void **state)
{
	char name[24], text[200];

	(void)state;
	for (int i = 0; i <= CONF_BASE_MAX + 1; i++) {
		snprintf(name, sizeof name, "f%d.ini", i);
		snprintf(text, sizeof text, "[lab]\nbase = f%d.ini\nseed = %d\n", i + 1, i);
		write_file(
		    name, i == CONF_BASE_MAX + 1 ? "[lab]\nclock = 2030-01-01 00:00:00\n" : text);
	}
	expect_of_file("f0.ini", "f8.ini:2: base: more than 8 files stand on each other\n");
	expect_of_file("f1.ini", "");
	assert_int_equal(lab.head.seed, 1);
	assert_int_equal(lab.head.clock, 1893456000);
}

/* A base is looked for beside the file that names it, and then among the compiled-in labs. */
static void a_base_is_beside_its_file(void **state)
{
	char name[120];

	(void)state;
	snprintf(name, sizeof name, "%s/sub", folder);
	assert_int_equal(mkdir(name, 0700), 0);
	write_file("sub/base.ini", "[failover]\npolltime = 5\n[lab]\nseed = 1\n");
	write_file("sub/top.ini", "[lab]\nbase = base.ini\nseed = 2\n");
	write_file("variant.ini", "[lab]\nbase = sub/top.ini\n[group 1]\npreempt = yes\n");
	expect_of_file("variant.ini", "");
	assert_int_equal(lab.head.seed, 2);
	assert_int_equal(lab.failover.polltime, 5000);
	write_file("variant.ini", "[lab]\nbase = preempt-delay\n[group 1]\npreempt = yes\n");
	expect_of_file("variant.ini", "");
	assert_int_equal(lab.group[1].preempt, 0);
	assert_int_equal(lab.group[2].preempt, 30000);
}

/* What only shows at the end is filed where the trouble came from: in the variant, not in its base.
 */
static void late_complaints_have_a_line(void **state)
{
	(void)state;
	expect_of_text(
	    "[lab]\nbase = active-active.ini\n[failover]\nlink = statelink GigabitEthernet0/4\n",
	    "active-active.ini:45: GigabitEthernet0/4 is the state link statelink; it cannot be "
	    "allocated to "
	    "context CTX2\n");
	expect_of_text("[failover]\nholdtime = 20\n[failover]\npolltime = 10\n",
	    "t.ini:2: holdtime must be at least three times polltime\n"
	    "t.ini:3: [failover] stands here a second time; the first is line 1\n");
	expect_of_text("[lab]\nbase = fast-timers\n[failover]\npolltime = 5\n",
	    "t.ini:3: holdtime must be at least three times polltime\n");
	expect_of_text("[unit primary]\nname = ASA2\n", "t.ini: both units are called ASA2\n");
}

/* Sections may come in any order, and switches come into being where they are named. */
static void order_does_not_matter(void **state)
{
	(void)state;
	expect_of_text(
	    "[interface CTX1/inside]\nport = g0/0\nip address = 10.1.1.1/24 standby 10.1.1.2\n"
	    "switch = SW-IN\n[context CTX1]\njoin-failover-group = 2\n[screen]\nspeed = 0.5\n",
	    "");
	assert_int_equal(lab.context_count, 2);
	assert_int_equal(lab.contexts[1].group, 2);
	assert_int_equal(lab.ifaces[0].attached, 1);
	assert_string_equal(lab.switches[0].name, "SW-IN");
	assert_int_equal(screen.speed, 5);
	expect_of_text("[interface CTX1/inside]\nport = g0/0\nmonitor-interface = no\nswitch = "
		       "SW-IN\n[context CTX2]\n",
	    "t.ini:1: there is no section [context CTX1]; did you mean 'CTX2'?\n");
}

/* The table that is full says how much room there is. */
static void full_tables_are_reported(void **state)
{
	static char text[1 << 17];
	char expected[400];
	size_t used = 0;

	(void)state;
	for (int i = 1; i <= CONTEXT_MAX; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "[context c%d]\n", i);
	for (int i = 0; i <= IFACE_MAX; i++)
		used += (size_t)snprintf(text + used, sizeof text - used,
		    "[interface admin/i%d]\nport = g0/0.%d\nswitch = S\n", i, i + 1);
	for (int i = 1; i <= SWITCH_MAX; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "[switch s%d]\n", i);
	snprintf(expected, sizeof expected,
	    "t.ini:%d: [context c%d]: there is room for %d contexts\n"
	    "t.ini:%d: [interface admin/i%d]: there is room for %d interfaces\n"
	    "t.ini:%d: [switch s%d]: there is room for %d switches\n",
	    CONTEXT_MAX, CONTEXT_MAX, CONTEXT_MAX, CONTEXT_MAX + 3 * IFACE_MAX + 1, IFACE_MAX,
	    IFACE_MAX, CONTEXT_MAX + 3 * IFACE_MAX + 3 + SWITCH_MAX, SWITCH_MAX, SWITCH_MAX);
	expect_of_text(text, expected);
}

/* Things that are no files, and files that are no text. */
static void what_is_no_lab_is_said_so(void **state)
{
	char line[LINES_LENGTH_MAX + 20];

	(void)state;
	expect_of_text("", "t.ini: the file is empty: there is no section in it\n");
	expect_of_text("; nothing\n\n", "t.ini: the file is empty: there is no section in it\n");
	write_file("empty.ini", "");
	expect_of_file("empty.ini", "empty.ini: the file is empty: there is no section in it\n");
	expect_of_file(".", ".: cannot be read: Is a directory\n");
	write_bytes("nul.ini", "[lab]\nseed = 1\0\nseed = 2\n", 24);
	expect_of_file("nul.ini", "nul.ini:2: there is a NUL byte in the line\n");
	assert_int_equal(lab.head.seed, 2);
	write_file("mac.ini", "[lab]\rseed = 1\r");
	expect_of_file("mac.ini",
	    "mac.ini:1: a carriage return stands in the line; lines end in LF or CR LF\n");
	/* A line of 199 bytes is the longest. */
	memset(line, 'x', sizeof line);
	memcpy(line, "[lab]\n;", 7);
	line[6 + LINES_LENGTH_MAX] = '\0';
	expect_of_text(line, "");
	line[6 + LINES_LENGTH_MAX] = 'x';
	line[7 + LINES_LENGTH_MAX] = '\0';
	expect_of_text(line, "t.ini:2: the line is too long: more than 199 bytes\n");
}

/* Blanks, tabs, line ends and comments are as people write them. */
static void files_are_read_as_people_write_them(void **state)
{
	(void)state;
	expect_of_text("\xef\xbb\xbf  [ lab ] ; here\r\n\tseed\t=\t9 ; not 10\r\n[group   1]\n"
		       "polltime    interface: 1 s\n  ; a comment\n# and another\n\n",
	    "");
	assert_int_equal(lab.head.seed, 9);
	assert_int_equal(lab.group[1].polltime, 1000);
}

/* Each compiled-in lab loads without a complaint, under each of its names. */
static void layouts_load_without_complaint(void **state)
{
	char name[64];

	(void)state;
	for (const struct builtin_lab *b = builtin_labs; b->name; b++) {
#ifdef SMALL
		if (strcmp(b->name, "twelve-contexts.ini") == 0)
			continue;
#endif
		diag_init(&diag);
		assert_true(conf_read_builtin(b->name, &lab, &screen, &diag));
		expect_complaints("");
		assert_true(lab.iface_count > 0);
		snprintf(name, sizeof name, "%.*s", (int)strlen(b->name) - 4, b->name);
		assert_true(conf_read_file(name, &other_lab, &other_screen, &diag));
		assert_true(lab_equal(&lab, &other_lab));
		snprintf(path, sizeof path, "layouts/%s", b->name);
		assert_true(conf_read_file(path, &other_lab, &other_screen, &diag));
		assert_true(lab_equal(&lab, &other_lab));
		expect_complaints("");
	}
	assert_false(conf_read_builtin("active-activ.ini", &lab, &screen, &diag));
	expect_complaints(
	    "active-activ.ini: there is no compiled-in lab of that name; did you mean "
	    "'active-active.ini'?\n");
	assert_null(conf_find_builtin(""));
}

/* The pair of the page. */
static void the_pages_pair_is_as_on_the_page(void **state)
{
	const struct interface_conf *x;

	(void)state;
	diag_init(&diag);
	conf_read_file("active-active.ini", &lab, &screen, &diag);
	assert_string_equal(lab.unit[PRIMARY].name, "ASA1");
	assert_int_equal(lab.context_count, 3);
	assert_int_equal(lab.contexts[lab_find_context(&lab, "CTX2")].group, 2);
	assert_int_equal(lab.group[2].preferred, SECONDARY);
	assert_int_equal(lab.group[2].preempt, 0);
	assert_true(lab_stateful(&lab));
	assert_false(lab_link_shared(&lab));
	x = &lab.ifaces[lab_find_iface(&lab, 2, "inside")];
	assert_string_equal(x->port, "GigabitEthernet0/4");
	assert_true(lab_monitored(x));
	conf_read_file("shared-state-link", &lab, &screen, &diag);
	assert_true(lab_link_shared(&lab));
	assert_string_equal(lab.failover.link.port, "GigabitEthernet0/3");
	conf_read_file("no-state-link", &lab, &screen, &diag);
	assert_false(lab_stateful(&lab));
	conf_read_file("no-preempt", &lab, &screen, &diag);
	assert_int_equal(lab.group[1].preempt, PREEMPT_OFF);
	assert_int_equal(lab.model.both_boot, BOTH_BOOT_PREFERRED);
}

/* What `failscope defaults` prints is a file without a complaint, and says the defaults. */
static void printed_defaults_are_the_defaults(void **state)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	(void)state;
	conf_print_defaults(out);
	fclose(out);
	diag_init(&diag);
	assert_true(conf_read_text("defaults", text, &lab, &screen, &diag));
	expect_complaints("");
	lab_init(&other_lab);
	screen_init(&other_screen);
	assert_true(lab_equal(&lab, &other_lab));
	assert_memory_equal(&screen, &other_screen, sizeof screen);
	free(text);
}

/* Each key, with its sentence, is in the README's tables and in the file of defaults. */
static void every_key_is_printed(void **state)
{
	char *table = NULL, *file = NULL, key[80];
	size_t size = 0;
	FILE *out = open_memstream(&table, &size);

	(void)state;
	conf_print_reference(out);
	fclose(out);
	out = open_memstream(&file, &size);
	conf_print_defaults(out);
	fclose(out);
	for (size_t i = 0; i < lab_key_count + screen_key_count; i++) {
		const struct lab_key *k =
		    i < lab_key_count ? &lab_keys[i] : &screen_keys[i - lab_key_count];

		snprintf(key, sizeof key, "\n| `%s` |", k->name);
		assert_non_null(strstr(table, key));
		assert_non_null(strstr(table, k->sentence));
		snprintf(key, sizeof key, "%s =", k->name);
		assert_non_null(strstr(file, key));
		assert_non_null(strstr(file, k->sentence));
	}
	free(table);
	free(file);
}

/* Times, as files and the command line say them. */
static void times_are_read(void **state)
{
	static const struct {
		const char *text;
		uint32_t ms;
	} good[] = {
		{ "30", 30000 },
		{ "30 s", 30000 },
		{ "30s", 30000 },
		{ "1.5s", 1500 },
		{ "500ms", 500 },
		{ "500 ms", 500 },
		{ "msec 500", 500 },
		{ "2m", 120000 },
		{ "2 min", 120000 },
		{ "30.5", 30500 },
		{ "0", 0 },
		{ " 7 ", 7000 },
		{ "0.001", 1 },
		{ "1.5m", 90000 },
		{ "1.0000000000", 1000 },
		{ "0.05m", 3000 },
		{ "00030 sec", 30000 },
	};
	char last[24];
	static const char *const bad[] = { "", " ", "x", "-1", "+1", "1.", ".5", "1 h", "1 s s",
		"1e3", "0x10", "msec", "msec 5 s", "2147483647ms", "2147484", "35792m",
		"99999999999999999999", "1,5", "0.0001", "0.0000001", "1.5 ms", "0.5ms",
		"18446744073709551616", "1..5" };
	uint32_t ms;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		if (!value_parse_time(good[i].text, &ms) || ms != good[i].ms)
			fail_msg("'%s' is not read as %u ms", good[i].text, good[i].ms);
	}
	snprintf(last, sizeof last, "%dms", TIME_MAX_MS);
	assert_true(value_parse_time(last, &ms));
	assert_int_equal(ms, TIME_MAX_MS);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (value_parse_time(bad[i], &ms))
			fail_msg("'%s' is read as %u ms", bad[i], ms);
}

/* The screen's keys keep to their ranges. */
static void screen_keys_keep_to_their_range(void **state)
{
	(void)state;
	expect_of_text("[screen]\nspeed = 0.1\n", "");
	assert_int_equal(screen.speed, 1);
	expect_of_text("[screen]\nspeed = 1000\n", "");
	assert_int_equal(screen.speed, 10000);
	expect_of_text("[screen]\nspeed = 0.0\n", "t.ini:2: speed: 0.0 is outside 0.1 to 1000\n");
	expect_of_text(
	    "[screen]\nspeed = 1000.1\n", "t.ini:2: speed: 1000.1 is outside 0.1 to 1000\n");
	expect_of_text("[screen]\nspeed = 2x\n",
	    "t.ini:2: speed: '2x' is not a decimal number, such as 2 or 0.5\n");
	expect_of_text("[screen]\ntheme = mono\ncharset = ascii\n", "");
	assert_int_equal(screen.theme, 3);
	assert_int_equal(screen.charset, SCREEN_CHARSET_ASCII);
}

/* Nothing in a complaint can write on the screen. */
static void complaints_are_clean(void **state)
{
	char out[16];

	(void)state;
	diag_init(&diag);
	diag_add(
	    &diag, false, "a\033.ini", 3, "'%s'", "\x07 \xff \xe2\x82\xac \xe2\x80\xae \xc2\x9b");
	expect_complaints("a\\x1B.ini:3: '\\x07 \\xFF \xe2\x82\xac \\xE2\\x80\\xAE \\xC2\\x9B'\n");
	/* What is cut is cut between characters. */
	diag_clean(out, 4, "a\xe2\x82\xac");
	assert_string_equal(out, "a");
	diag_clean(out, 5, "a\xe2\x82\xac");
	assert_string_equal(out, "a\xe2\x82\xac");
	diag_clean(out, 4, "\x01");
	assert_string_equal(out, "");
}

/* Rows of a file stand together by line; a full list counts on, and gives up warnings for errors.
 */
static void complaints_are_in_order_and_bounded(void **state)
{
	(void)state;
	diag_init(&diag);
	diag_add(&diag, false, "a", 5, "five");
	diag_add(&diag, true, "b", 1, "one");
	diag_add(&diag, false, "a", 2, "two");
	diag_add(&diag, false, "a", 5, "five again");
	expect_complaints("a:2: two\na:5: five\na:5: five again\nb:1: warning: one\n");
	for (int i = 0; i < DIAG_MAX; i++)
		diag_add(&diag, true, "c", i, "w");
	assert_int_equal(diag.count, DIAG_MAX);
	diag_add(&diag, false, "d", 1, "the last error");
	assert_int_equal(diag.errors, 4);
	assert_int_equal(diag.warnings, DIAG_MAX + 1);
	assert_int_equal(diag.count, DIAG_MAX);
	assert_string_equal(diag.rows[DIAG_MAX - 1].sentence, "the last error");
}

/* A word is near to another when few letters differ. */
static void words_are_near_by_their_letters(void **state)
{
	struct nearest n = nearest_to("premept");
	char hint[NEAREST_HINT_LEN];

	(void)state;
	assert_int_equal(nearest_distance("preempt", "premept"), 1);
	assert_int_equal(nearest_distance("", "abc"), 3);
	assert_int_equal(nearest_distance("kitten", "sitting"), 3);
	nearest_try(&n, "preferred");
	assert_string_equal(nearest_hint(&n, hint), "");
	nearest_try(&n, "preempt");
	assert_string_equal(nearest_hint(&n, hint), "; did you mean 'preempt'?");
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	char command[80];

	(void)state;
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	return system(command);
}

/* A lab that is printed and read again is the same lab, whatever it was made of: each compiled-in one, and one that is
 * large and odd. */
static void a_printed_lab_reads_back(void **state)
{
	static const char odd[] = "[lab]\ntitle = Odd: a = b, [c]\nstart = boot\nseed = 3\n"
				  "[unit secondary]\nname = fw-2\npower-on = never\n"
				  "[failover]\nlan interface = f GigabitEthernet0/3\nlink = f\npolltime = 500 ms\nholdtime = 3\n"
				  "[group 2]\npreempt = 30\ninterface-policy = 50%\n"
				  "[interface B/x]\nport = GigabitEthernet0/0.7\nswitch = S2\nshutdown = yes\n"
				  "[context A]\njoin-failover-group = 2\n[context B]\nconnections = 0\n"
				  "[interface A/y]\nport = GigabitEthernet0/1\nip address = 10.0.9.1 255.255.255.0\nswitch = S1\n"
				  "[switch S3]\nplace = above\n[switch S1]\nportfast = no\n"
				  "[timing]\ntakeover = 1 s\n[model]\nlink-down = interface-poll\n[screen]\nspeed = 2.5\ntheme = light\n";
	static char text[1 << 20], once[1 << 20];

	(void)state;
#ifdef SMALL
	skip(); /* these labs are larger than the tables there */
#endif
	for (int n = -1; n < 0 || builtin_labs[n].name; n++) {
		struct sink sink = { text, sizeof text - 1, 0 };

		diag_init(&diag);
		assert_true(n >= 0 ? conf_read_builtin(builtin_labs[n].name, &lab, &screen, &diag)
				   : conf_read_text("odd.ini", odd, &lab, &screen, &diag));
		conf_print_lab(&lab, &screen, &sink);
		text[sink.length] = '\0';
		diag_init(&diag);
		assert_true(conf_read_text("printed.ini", text, &other_lab, &other_screen, &diag));
		assert_true(lab_equal(&lab, &other_lab));
		assert_memory_equal(&screen, &other_screen, sizeof screen);
		/* And printed again it is the same text. */
		memcpy(once, text, sizeof text);
		sink.length = 0;
		conf_print_lab(&other_lab, &other_screen, &sink);
		text[sink.length] = '\0';
		assert_string_equal(once, text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_mistake_is_reported),
		cmocka_unit_test(mistakes_around_a_base_are_reported),
		cmocka_unit_test(bases_have_a_depth),
		cmocka_unit_test(a_base_is_beside_its_file),
		cmocka_unit_test(late_complaints_have_a_line),
		cmocka_unit_test(order_does_not_matter),
		cmocka_unit_test(full_tables_are_reported),
		cmocka_unit_test(what_is_no_lab_is_said_so),
		cmocka_unit_test(files_are_read_as_people_write_them),
		cmocka_unit_test(layouts_load_without_complaint),
		cmocka_unit_test(the_pages_pair_is_as_on_the_page),
		cmocka_unit_test(printed_defaults_are_the_defaults),
		cmocka_unit_test(every_key_is_printed),
		cmocka_unit_test(times_are_read),
		cmocka_unit_test(screen_keys_keep_to_their_range),
		cmocka_unit_test(complaints_are_clean),
		cmocka_unit_test(complaints_are_in_order_and_bounded),
		cmocka_unit_test(words_are_near_by_their_letters),
		cmocka_unit_test(a_printed_lab_reads_back),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder) != 0;
}
