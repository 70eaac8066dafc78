/* The list of sub-commands, and the pages of help that follow from it. */
#include "ui/command/commands.h"

#include <assert.h>
#include <string.h>

#include "sim/fault.h"
#include "ui/conf/labs.h"
#include "ui/output.h"
#include "ui/until.h"

#define HAS(id) (1u << OPTION_##id)

enum { MIB = 1 << 20, HELP_COLUMN = 26, CONDITION_COLUMN = 38, HELP_WIDTH = 80 };

/* What all take, and those that run a lab and can be given its story. */
enum { COMMON = HAS(COLOR) | HAS(HELP), STORY = COMMON | HAS(DO) | HAS(SCRIPT) };

static_assert(OPTION_COUNT <= 32, "a set of options is a bit each");
static_assert(8 * MIB >= 2 * sizeof(struct sim), "the smallest pool is large enough for a history");

/* clang-format off */
const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION(id, word, letter, argument, help) { word, letter, argument, help },
	OPTIONS(OPTION)
#undef OPTION
};

const struct sub subs[] = {
	{ "", "[LAB.ini]", POSITIONAL_LAB, STORY | HAS(AT) | HAS(UNTIL) | HAS(THEME) | HAS(PRESENT) | HAS(ASCII),
	  "The dashboard: run the pair, break it, step forward and back.",
	  "Without a terminal on standard output it prints the frame as text, as large as\n"
	  "COLUMNS and LINES say, or 80x24.\n",
	  "failscope --do \"10 fault power ASA1\"",
	  command_dashboard, 96 * MIB, 128 * MIB, NULL },
	{ "render", "[LAB.ini]", POSITIONAL_LAB,
	  STORY | HAS(FORMAT) | HAS(SIZE) | HAS(OUTPUT) | HAS(TEXT) | HAS(VIEW) | HAS(CURSOR) |
	  HAS(AT) | HAS(UNTIL) | HAS(THEME) | HAS(PRESENT) | HAS(ASCII),
	  "Draw one frame as text, with colours, or as a picture.",
	  "Text has no colours. ansi has none with --color=never, and only bold, underline\n"
	  "and reverse where NO_COLOR is set. -o FILE.png needs rsvg-convert installed.\n",
	  "failscope render --do \"10 fault power ASA1\" --at 30 -o down.svg",
	  command_render, 8 * MIB, 64 * MIB, "text ansi svg html" },
	{ "record", "[LAB.ini]", POSITIONAL_LAB,
	  STORY | HAS(FORMAT) | HAS(SIZE) | HAS(OUTPUT) | HAS(UNTIL) | HAS(IDLE) | HAS(THEME) | HAS(ASCII),
	  "Record a run: for asciinema, as a page to play, or as a script.",
	  "Without --until it ends 60 s after the last command. FILE.cast is asciicast v2\n"
	  "with markers, and can be given wherever a lab can: it is the lab and its script.\n"
	  "FILE.html is a player that needs no network; FILE.script only the commands.\n",
	  "failscope record --do \"10 fault power ASA1\" --idle 2 -o power.html",
	  command_record, 32 * MIB, 128 * MIB, "cast html script" },
	{ "walk", "[FILE...]", POSITIONAL_WALKS, COMMON | HAS(FORMAT) | HAS(OUTPUT) | HAS(THEME) | HAS(PRESENT) | HAS(ASCII),
	  "Play a walkthrough, or write it as pages with pictures.",
	  "FILE is a walkthrough, or the name of one that is compiled in; without FILE they\n"
	  "are listed. -o names the folder that they are written into (all of them, without\n"
	  "FILE): as Markdown with a picture of every step or, with --format html, as pages\n"
	  "with the recording in them. What is expected and is not true is told with file\n"
	  "and line, and ends with 1.\n",
	  "failscope walk 03-unit-fails -o pages",
	  command_walk, 96 * MIB, 64 * MIB, "markdown html" },
	{ "notes", "FILE", POSITIONAL_WALKS, COMMON | HAS(THEME) | HAS(ASCII),
	  "Show a walkthrough's notes for the presenter, on a second terminal.",
	  "They follow the dashboard of the same user that plays FILE (failscope walk FILE,\n"
	  "there P for the presenter), whichever was started first, over a socket in a\n"
	  "directory that nobody else can enter: failscope/ in XDG_RUNTIME_DIR, or else\n"
	  "/tmp/failscope-UID. While none plays it they are paged by hand. Without a terminal\n"
	  "on standard output all notes are printed.\n",
	  "failscope notes 03-unit-fails",
	  command_notes, 8 * MIB, 0, NULL },
	{ "state", "[LAB.ini]", POSITIONAL_LAB, STORY | HAS(AT) | HAS(UNTIL),
	  "Say in JSON how everything is at a time.",
	  "",
	  "failscope state --do \"10 fault carrier ASA1:CTX1/inside\" --at 12",
	  command_state, 8 * MIB, 0, NULL },
	{ "log", "[LAB.ini]", POSITIONAL_LAB, STORY | HAS(UNTIL) | HAS(JSON) | HAS(SYSLOG) | HAS(CONSOLE) | HAS(ALL) | HAS(BOOT),
	  "List what happened, an entry a line, each with its rule and causes.",
	  "Without --until it ends 60 s after the last command.\n"
	  "Columns: id, seconds, who, kind, what happened, [rule], <- ids of its causes.\n"
	  "With --syslog: seconds, the device's clock, its name : the message.\n"
	  "With --console: seconds, the unit's name : the line, as exactly as it is known.\n",
	  "failscope log --do \"10 fault power ASA1\" --do \"60 mend all\"",
	  command_log, 8 * MIB, 0, NULL },
	{ "show", "--on UNIT[/CONTEXT] [LAB.ini] WORDS...", POSITIONAL_WORDS, STORY | HAS(ON) | HAS(AT) | HAS(UNTIL),
	  "Print what a unit answers to `show WORDS...`.",
	  "It knows: failover history. The first word is a lab where it ends in .ini or has\n"
	  "a slash in it.\n",
	  "failscope show --on ASA2 --do \"10 fault power ASA1\" --at 30 failover history",
	  command_show, 8 * MIB, MIB, NULL },
	{ "why", "[LAB.ini] ABOUT", POSITIONAL_ABOUT, STORY | HAS(AT) | HAS(UNTIL),
	  "Say why: causes, rules, what each unit knew, and why not.",
	  "ABOUT is a unit, a link, a switch, UNIT:G1, G1 (at the unit that has it), a\n"
	  "context, UNIT:CONTEXT/NAMEIF, or an entry of the log as #47.\n",
	  "failscope why --do \"10 fault power ASA1\" --at 40 ASA2:G1",
	  command_why, 8 * MIB, 0, NULL },
	{ "check", "FILE...", POSITIONAL_FILES, STORY,
	  "Say everything that is wrong with lab files, as file:line: sentence.",
	  "--do and --script are checked against each of the labs; without a FILE, against\n"
	  "the compiled-in pair.\n",
	  "failscope check my-pair.ini",
	  command_check, 8 * MIB, 0, NULL },
	{ "defaults", "[LAB.ini]", POSITIONAL_LAB, STORY,
	  "Print an INI file with every key: its default, range and meaning.",
	  "",
	  "failscope defaults > my-pair.ini",
	  command_defaults, 8 * MIB, 0, NULL },
	{ "keys", "[LAB.ini]", POSITIONAL_LAB, STORY,
	  "Print the keys of the dashboard.",
	  "",
	  "failscope keys",
	  command_keys, 8 * MIB, 0, NULL },
	{ "help", "[SUB-COMMAND]", POSITIONAL_TOPIC, STORY,
	  "Print the page of a sub-command.",
	  "",
	  "failscope help render",
	  command_help, 8 * MIB, 0, NULL },
};
const int sub_count = sizeof subs / sizeof *subs;
/* clang-format on */

const struct sub *sub_find(const char *word)
{
	for (int i = 1; i < sub_count; i++)
		if (strcmp(subs[i].word, word) == 0)
			return &subs[i];
	return NULL;
}

bool sub_takes(const struct sub *sub, enum option_id option)
{
	return sub->options & (1u << option);
}

/* --- help ------------------------------------------------------------------------------------ */

/* "  -o, --output FILE", and what it does from a column on. */
static void print_option(const struct sub *sub, const struct option_row *o, FILE *out)
{
	char name[HELP_WIDTH], letter[8] = "";
	bool format = o == &option_rows[OPTION_FORMAT];

	if (o->letter)
		snprintf(letter, sizeof letter, "-%c, ", o->letter);
	snprintf(name, sizeof name, "%s--%s%s%s", letter, o->word, o->argument ? " " : "",
	    o->argument ? o->argument : "");
	fprintf(out, "  %-*s%s%s%s\n", HELP_COLUMN - 2, name, format ? sub->formats : "", format ? "; " : "", o->help);
}

static void print_options(const struct sub *sub, FILE *out)
{
	fprintf(out, "\nOptions:\n");
	for (int o = 0; o < OPTION_COUNT; o++)
		if (sub_takes(sub, (enum option_id)o))
			print_option(sub, &option_rows[o], out);
}

static void print_usage(const struct sub *sub, FILE *out)
{
	fprintf(out, "Usage: failscope %s%s[OPTION]... %s\n", sub->word, *sub->word ? " " : "",
	    sub->arguments);
}

static void print_example(const struct sub *sub, FILE *out)
{
	fprintf(out, "\nExample:\n  %s\n", sub->example);
}

void help_print_sub(const struct sub *sub, FILE *out)
{
	print_usage(sub, out);
	fprintf(out, "\n%s\n%s", sub->sentence, sub->more);
	print_options(sub, out);
	fprintf(out, "\nTIME, COMMAND and CONDITION are told by 'failscope --help'.\n");
	print_example(sub, out);
}

/* The words of the faults that fit one kind of target, behind the target. */
static void print_faults(unsigned target, const char *where, FILE *out)
{
	int used = fprintf(out, "  %-24s", where);

	for (int f = 0; f < FAULT_COUNT; f++) {
		int length = (int)strlen(faults[f].word) + 1;

		if (!(faults[f].targets & target))
			continue;
		if (used + 1 + length > HELP_WIDTH)
			used = fprintf(out, "\n%26s", "") - 1;
		used += fprintf(out, " %s", faults[f].word);
	}
	fputc('\n', out);
}

/* What --do and --script take. */
static void print_commands(FILE *out)
{
	fputs("\nTIME is 30, 30.5, 500ms or 2m, from the moment the lab opens; in a script also\n"
	      "TIME@STEP, after that event of the instant, as recordings say it. COMMAND is\n"
	      "  fault WORD TARGET                   break something\n"
	      "  mend WORD TARGET, mend all          mend it\n"
	      "  type UNIT[/CONTEXT] CLI LINE        type at a unit's console\n",
	    out);
	fputs("  TARGET                   WORD\n", out);
	print_faults(MASK_UNIT, "ASA1, primary", out);
	print_faults(MASK_LINK, "folink, ASA1:statelink", out);
	print_faults(MASK_LEG, "ASA1:CTX1/inside", out);
	print_faults(MASK_SWITCH, "SW-IN", out);
}

/* What --until takes. */
static void print_conditions(FILE *out)
{
	fputs("\nCONDITION is looked for at most an hour ahead; what holds already must first\n"
	      "end. GROUP is g1, g2 or any group.\n",
	    out);
	for (int f = 0; f < until_form_count; f++)
		fprintf(out, "  %-*s%s\n", CONDITION_COLUMN - 2, until_forms[f].words, until_forms[f].sentence);
}

/* The labs that need no file, as many a line as fit. */
static void print_labs(FILE *out)
{
	int used = HELP_WIDTH;

	fprintf(out, "\nLAB.ini is a file, a recording (FILE.cast), or one of these, compiled in:");
	for (const struct builtin_lab *lab = builtin_labs; lab->name; lab++) {
		int length = (int)strlen(lab->name) + 2;

		if (used + length > HELP_WIDTH)
			used = fprintf(out, "\n") - 1;
		used += fprintf(out, "  %s", lab->name);
	}
	fprintf(out, "\n");
}

void help_print(FILE *out)
{
	fprintf(out, "failscope: a terminal lab for Cisco ASA Active/Active failover\n\n");
	print_usage(&subs[0], out);
	fprintf(out, "       failscope SUB-COMMAND [OPTION]... [ARGUMENT]...\n\n%s\n%s\n",
	    subs[0].sentence, subs[0].more);
	for (int i = 1; i < sub_count; i++)
		fprintf(out, "  %-10s%s\n", subs[i].word, subs[i].sentence);
	print_options(&subs[0], out);
	fprintf(out, "  %-*s%s\n", HELP_COLUMN - 2, "--version", "print the version");
	print_commands(out);
	print_conditions(out);
	print_labs(out);
	fprintf(out,
	    "\nIt ends with 0, with 1 where the input was at fault, with 2 where the usage was.\n");
	print_example(&subs[0], out);
}

int command_help(const struct request *r, struct session *s)
{
	const struct sub *sub;

	(void)s;
	if (r->word_count == 0) {
		help_print(stdout);
		return EXIT_FINE;
	}
	sub = sub_find(r->words[0]);
	if (!sub)
		return output_complain(EXIT_USAGE,
		    "there is no sub-command '%s'; see 'failscope --help'", r->words[0]);
	help_print_sub(sub, stdout);
	return EXIT_FINE;
}
