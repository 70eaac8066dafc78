/* Pictures as they come out: every kept screen in every theme and character set, drawn by rsvg-convert, and in one theme
 * by a browser too, and compared with the text of the same screen cell by cell; and the pictures that readers are given,
 * of the walkthroughs and of the README.
 *
 * What a cell shows is found by taking the same picture without its lines and words from it (the fills and underlines
 * that stand before them): a pixel that differs is ink.  The browser reads the pixels of both renderers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/browser.h"
#include "ui/canvas.h"
#include "ui/backs/png.h"
#include "ui/utf8.h"

enum { BYTES = 4 << 20, ROWS = 100, COLUMNS = 300, CELL_W = 9, CELL_H = 19, MARGIN = 9, RENDERERS = 2 };

static const char *const renderers[RENDERERS] = { "rsvg-convert", "the browser" };

static struct browser *browser;
static glob_t gallery; /* paths of the pictures of kept screens, */
static glob_t given;   /* and of those that readers are given */

/* A picture, and the glyphs of the same screen. */
static char svg[BYTES];
static uint32_t glyphs[ROWS][COLUMNS];
static int columns, rows;

/* What the page can do: tell of each cell whether there is ink well inside it ('#'), only at its border ('+'), or none
 * ('.'), row by row, and behind each row's "=" the last pixel with ink, counted from the cells' left edge. */
static const char page[] =
    "<!DOCTYPE html><meta charset=utf-8><title>pixels</title><script>\n"
    "async function pixels(url) {\n"
    "  const image = new Image(); image.src = url; await image.decode();\n"
    "  const c = new OffscreenCanvas(image.width, image.height).getContext('2d');\n"
    "  c.drawImage(image, 0, 0);\n"
    "  return c.getImageData(0, 0, image.width, image.height);\n"
    "}\n"
    "function look(ink, width, x, y, w, h) {\n"
    "  let edge = false;\n"
    "  for (let j = 0; j < h; j++) for (let i = 0; i < w; i++)\n"
    "    if (ink[(y + j) * width + x + i]) {\n"
    "      if (i > 0 && i < w - 1 && j > 0 && j < h - 1) return '#';\n"
    "      edge = true;\n"
    "    }\n"
    "  return edge ? '+' : '.';\n"
    "}\n"
    "let ground = ['', null];\n"
    "async function cells(picture, below, w, h, margin) {\n"
    "  if (ground[0] != below) ground = [below, await pixels(below)];\n"
    "  const a = await pixels(picture), b = ground[1], ink = new Uint8Array(a.width * a.height);\n"
    "  if (a.width != b.width || a.height != b.height) return 'sizes ' + [a.width, a.height, b.width, b.height];\n"
    "  for (let p = 0; p < ink.length; p++)\n"
    "    for (let c = 0; c < 3; c++) if (Math.abs(a.data[4 * p + c] - b.data[4 * p + c]) > 24) ink[p] = 1;\n"
    "  let out = '';\n"
    "  for (let y = 0; margin + (y + 1) * h + margin <= a.height; y++) {\n"
    "    let last = -1;\n"
    "    for (let x = 0; margin + (x + 1) * w + margin <= a.width; x++)\n"
    "      out += look(ink, a.width, margin + x * w, margin + y * h, w, h);\n"
    "    for (let j = 0; j < h; j++) for (let x = 0; x < a.width; x++)\n"
    "      if (ink[(margin + y * h + j) * a.width + x]) last = Math.max(last, x);\n"
    "    out += '=' + (last - margin) + '\\n';\n"
    "  }\n"
    "  return out;\n"
    "}\n"
    "</script>\n";

/* Themes differ in their colours alone: what the browser makes of shapes and words is looked at in one of them. */
static int is_dark(const char *path)
{
	return strstr(path, "-dark-") != NULL;
}

/* --- files ----------------------------------------------------------------------------------- */

static void read_file(const char *path, char *out)
{
	FILE *f = fopen(path, "r");
	size_t n;

	if (!f)
		fail_msg("%s is not there", path);
	n = fread(out, 1, BYTES - 1, f);
	out[n] = '\0';
	fclose(f);
}

/* Takes in the text of a screen: a glyph a cell. */
static void take_text(const char *text)
{
	int x = 0, y = 0, n;
	uint32_t rune;

	memset(glyphs, 0, sizeof glyphs);
	for (; (n = utf8_decode(text, &rune)) > 0; text += n) {
		assert_in_range(y, 0, ROWS - 1);
		assert_in_range(x, 0, COLUMNS - 1);
		if (rune == '\n') {
			x = 0;
			y++;
		} else {
			glyphs[y][x++] = rune == ' ' ? 0 : rune;
		}
	}
	rows = y;
}

/* The path without an ending, where it has it. */
static int without(const char *path, int length, const char *ending)
{
	int n = (int)strlen(ending);

	return length > n && strncmp(path + length - n, ending, (size_t)n) == 0 ? length - n : length;
}

/* Opens one of them: the picture, and the text beside it, which one for the light and one for the dark may share. */
static void take(const char *path)
{
	static char text[BYTES];
	char beside[PATH_MAX];
	int width, length = without(path, (int)strlen(path), ".svg");

	read_file(path, svg);
	snprintf(beside, sizeof beside, "%.*s.txt", length, path);
	if (access(beside, R_OK) != 0)
		snprintf(beside, sizeof beside, "%.*s.txt", without(path, without(path, length, "-dark"), "-light"), path);
	read_file(beside, text);
	take_text(text);
	assert_int_equal(sscanf(strstr(svg, " width="), " width=\"%d\"", &width), 1);
	columns = (width - 2 * MARGIN) / CELL_W;
	assert_in_range(columns, 1, COLUMNS);
}

/* Has the program write all walkthroughs, and finds their pictures and those of the README. */
static void find_given(void)
{
	char command[2 * PATH_MAX], pattern[PATH_MAX + 16];
	const char *program = getenv("FAILSCOPE"), *folder = browser_directory(browser);

	snprintf(command, sizeof command, "%s walk -o %s/walks >/dev/null", program ? program : "build/release/failscope", folder);
	assert_int_equal(system(command), 0);
	snprintf(pattern, sizeof pattern, "%s/walks/*.svg", folder);
	assert_int_equal(glob(pattern, 0, NULL, &given), 0);
	assert_true(given.gl_pathc >= 200);
	assert_int_equal(glob("layouts/pictures/*.svg", GLOB_APPEND, NULL, &given), 0);
}

/* Starts the browser; has the tests of screens write them into the browser's directory. */
static int start(void **state)
{
	char command[2 * PATH_MAX], pattern[PATH_MAX + 8];
	const char *screens = getenv("SCREENS");

	(void)state;
	browser = browser_start();
	snprintf(command, sizeof command, "for t in %s; do GALLERY=%s $t >/dev/null 2>&1 || exit 1; done",
	    screens ? screens : "build/release/test_screens build/release/test_asdm build/release/test_present", browser_directory(browser));
	if (system(command) != 0)
		fail_msg("%s fails", command);
	snprintf(pattern, sizeof pattern, "%s/*.svg", browser_directory(browser));
	assert_int_equal(glob(pattern, 0, NULL, &gallery), 0);
	assert_true(gallery.gl_pathc >= 150);
	find_given();
	return 0;
}

static int end(void **state)
{
	(void)state;
	globfree(&gallery);
	globfree(&given);
	browser_end(browser);
	return 0;
}

/* --- pixels ---------------------------------------------------------------------------------- */

/* Adds bytes as base64. */
static void add_base64(FILE *out, const char *bytes, size_t n)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		unsigned bits = 0;

		for (size_t k = i; k < i + 3; k++)
			bits = bits << 8 | (k < n ? (unsigned char)bytes[k] : 0);
		for (int k = 0; k < 4; k++)
			fputc(i + (size_t)k <= n ? letters[bits >> (18 - 6 * k) & 63] : '=', out);
	}
}

/* Adds the picture's fills and underlines alone: all that stands before the first group's end. */
static void add_ground(FILE *out)
{
	static char ground[BYTES];
	const char *end_of_group = strstr(svg, "</g>\n");

	assert_non_null(end_of_group);
	snprintf(ground, sizeof ground, "%.*s</g></svg>", (int)(end_of_group - svg), svg);
	fputs("data:image/svg+xml;base64,", out);
	add_base64(out, ground, strlen(ground));
}

/* Adds the picture, drawn by rsvg-convert or for the browser to draw. */
static void add_picture(FILE *out, int renderer)
{
	static char bytes[BYTES];
	struct sink png = { bytes, sizeof bytes, 0 };
	char why[PNG_WHY_LEN];

	if (renderer == 1) {
		fputs("data:image/svg+xml;base64,", out);
		add_base64(out, svg, strlen(svg));
		return;
	}
	if (!png_from_svg(svg, strlen(svg), &png, why))
		fail_msg("%s", why);
	fputs("data:image/png;base64,", out);
	add_base64(out, bytes, png.length);
}

/* What the page finds in the picture as a renderer draws it. */
static const char *look_at(int renderer)
{
	char *expression;
	const char *found;
	size_t length;
	FILE *out = open_memstream(&expression, &length);

	assert_non_null(out);
	fputs("cells('", out);
	add_picture(out, renderer);
	fputs("', '", out);
	add_ground(out);
	fprintf(out, "', %d, %d, %d)", CELL_W, CELL_H, MARGIN);
	fclose(out);
	found = browser_eval(browser, expression);
	free(expression);
	return found;
}

static void open_page(void)
{
	char path[PATH_MAX];
	FILE *f;

	snprintf(path, sizeof path, "%s/pixels.html", browser_directory(browser));
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(page, f);
	fclose(f);
	browser_open(browser, path);
}

/* One row of what was found against the row of glyphs. */
static void compare_row(const char *found, int y, const char *path, int renderer)
{
	for (int x = 0; x < columns; x++) {
		char glyph[5] = "";

		utf8_encode(glyphs[y][x], glyph);
		if (glyphs[y][x] && found[x] != '#')
			fail_msg("%s by %s: row %d column %d has no '%s'", path, renderers[renderer], y, x, glyph);
		if (!glyphs[y][x] && found[x] == '#')
			fail_msg("%s by %s: row %d column %d should be blank", path, renderers[renderer], y, x);
	}
}

/* The picture that was taken, as a renderer draws it, against its text. */
static void compare(const char *path, int renderer)
{
	const char *found = look_at(renderer);

	for (int y = 0; y < rows; y++) {
		if ((int)strcspn(found, "=") != columns)
			fail_msg("%s by %s: %.80s", path, renderers[renderer], found);
		compare_row(found, y, path, renderer);
		found = strchr(found, '\n') + 1;
	}
	assert_string_equal(found, "");
}

/* Where a cell shows something the text has a glyph, and nowhere else. */
static void every_cell_is_where_the_text_has_it(void **state)
{
	(void)state;
	open_page();
	for (size_t p = 0; p < gallery.gl_pathc; p++) {
		take(gallery.gl_pathv[p]);
		compare(gallery.gl_pathv[p], 0);
		if (is_dark(gallery.gl_pathv[p]))
			compare(gallery.gl_pathv[p], 1);
	}
}

/* The same of every picture of the walkthroughs and of the README, with what is shaded in them. */
static void so_are_the_pictures_that_readers_are_given(void **state)
{
	(void)state;
	open_page();
	for (size_t p = 0; p < given.gl_pathc; p++) {
		take(given.gl_pathv[p]);
		compare(given.gl_pathv[p], 0);
	}
}

/* How far right the ink of a row's last glyph goes, where that is the right border of a frame; else -1. */
static int right_edge(int y)
{
	int x = columns - 1;

	while (x >= 0 && !glyphs[y][x])
		x--;
	return x >= 0 && glyphs[y][x] == U'║' ? x * CELL_W + 6 : x >= 0 && glyphs[y][x] == U'│' ? x * CELL_W + 4 : -1;
}

/* The right border of a wide frame lands within a pixel of its place, in both renderers. */
static void the_right_border_lands_within_a_pixel(void **state)
{
	int borders = 0;

	(void)state;
	open_page();
	for (size_t p = 0; p < gallery.gl_pathc; p++) {
		if (!strstr(gallery.gl_pathv[p], "120x36-dark-utf8"))
			continue;
		take(gallery.gl_pathv[p]);
		for (int renderer = 0; renderer < RENDERERS; renderer++) {
			const char *found = look_at(renderer);

			for (int y = 0; y < rows; y++) {
				int wanted = right_edge(y), last = atoi(strchr(found, '=') + 1);

				found = strchr(found, '\n') + 1;
				if (wanted < 0)
					continue;
				borders++;
				if (abs(last - wanted) > 1)
					fail_msg("%s by %s: the border of row %d ends at %d, not %d", gallery.gl_pathv[p],
					    renderers[renderer], y, last, wanted);
			}
		}
	}
	assert_true(borders > 100);
}

/* --- words ----------------------------------------------------------------------------------- */

/* Fails where, in the page that is open, a character that is placed does not begin within half a pixel of its column, or
 * a word does not end within a pixel of the column behind it. */
static void expect_words_at_their_columns(const char *path)
{
	static const char script[] =
	    "[...document.querySelectorAll('tspan')].map(t => {"
	    "  const at = t.getAttribute('x').split(' ').map(Number), text = t.textContent.trimEnd();"
	    "  const n = t.textContent.length, s = i => t.getStartPositionOfChar(i).x;"
	    "  const starts = at.map((x, i) => Math.abs(s(i) - x));"
	    "  const end = at.length > 1 ? 0 : Math.abs(t.getEndPositionOfChar(text.length - 1).x - at[0] - 9 * text.length);"
	    "  return Math.max(...starts) > .5 || end > 1 ? `'${text}' at ${s(0)}, not ${at}, ends ${end} off` : '';"
	    "}).filter(t => t).join('; ') + ' of ' + document.querySelectorAll('tspan').length";
	const char *found = browser_eval(browser, script);

	if (strncmp(found, " of ", 4) != 0 || atoi(found + 4) < 5)
		fail_msg("%s: %.300s", path, found);
}

static void words_stand_and_end_at_their_columns(void **state)
{
	(void)state;
	for (size_t p = 0; p < gallery.gl_pathc; p++) {
		if (!is_dark(gallery.gl_pathv[p]))
			continue;
		browser_open(browser, gallery.gl_pathv[p]);
		expect_words_at_their_columns(gallery.gl_pathv[p]);
		browser_expect_clean(browser);
	}
}

/* A page has the picture and, as text, the whole screen; it asks for nothing and needs no script. */
static void a_page_shows_picture_and_text(void **state)
{
	static char text[BYTES];
	char command[3 * PATH_MAX], path[PATH_MAX];
	const char *program = getenv("FAILSCOPE");

	(void)state;
	snprintf(path, sizeof path, "%s/page.html", browser_directory(browser));
	snprintf(command, sizeof command, "%s render --at 28 --do '10 fault power primary' --size 120x36 --text -o %s",
	    program ? program : "build/release/failscope", path);
	assert_int_equal(system(command), 0);
	browser_scripts(browser, false);
	browser_open(browser, path);
	browser_scripts(browser, true);
	browser_expect_clean(browser);
	expect_words_at_their_columns(path);
	snprintf(path, sizeof path, "%s/page.txt", browser_directory(browser));
	read_file(path, text);
	assert_string_equal(browser_eval(browser, "document.querySelector('details pre').textContent"), text);
	assert_string_equal(browser_eval(browser, "find('NO POWER')"), "true");
}

/* Is the glyph a piece of a line or of a big letter, which a picture in UTF-8 draws? */
static int is_line(uint32_t rune)
{
	bool block = rune >= 0x2580 && rune <= 0x259f && !(rune >= U'░' && rune <= U'▓');

	return block || (rune >= 0x2500 && rune <= 0x257f && rune != U'╳' && rune != U'╌');
}

/* The words of a row with one blank between them, as `y: words` and a line end. */
static void add_words(FILE *out, int y, int draws_lines)
{
	int begun = 0, blank = 0;

	for (int x = 0; x < columns; x++) {
		char glyph[5] = "";

		if (!glyphs[y][x] || (draws_lines && is_line(glyphs[y][x]))) {
			blank = begun;
			continue;
		}
		if (!begun)
			fprintf(out, "%d: ", y);
		utf8_encode(glyphs[y][x], glyph);
		fprintf(out, "%s%s", blank ? " " : "", glyph);
		begun = 1;
		blank = 0;
	}
	if (begun)
		fputc('\n', out);
}

/* What is copied from a picture is the row's words with blanks between them. */
static void copied_text_is_the_rows_words(void **state)
{
	static const char script[] =
	    "[...document.querySelectorAll('text')].map(t => (t.getAttribute('y') - 14) / 19 + ': ' + "
	    "t.textContent.replace(/\\s+/g, ' ').trim() + '\\n').join('')";

	(void)state;
	for (size_t p = 0; p < gallery.gl_pathc; p++) {
		const char *path = gallery.gl_pathv[p];
		char *words;
		size_t length;
		FILE *out;

		if (!is_dark(path))
			continue;
		take(path);
		out = open_memstream(&words, &length);
		for (int y = 0; y < rows; y++)
			add_words(out, y, strstr(path, "-utf8.svg") != NULL);
		fclose(out);
		browser_open(browser, path);
		assert_string_equal(browser_eval(browser, script), words);
		free(words);
	}
}

/* Words can be found and selected as in any page. */
static void text_can_be_searched_and_selected(void **state)
{
	char path[PATH_MAX];

	(void)state;
	snprintf(path, sizeof path, "%s/power-80x24-dark-utf8.svg", browser_directory(browser));
	browser_open(browser, path);
	assert_string_equal(browser_eval(browser, "find('nowhere to be found')"), "false");
	assert_string_equal(browser_eval(browser, "find('NO POWER')"), "true");
	assert_string_equal(browser_eval(browser, "getSelection().toString()"), "NO POWER");
	browser_eval(browser, "getSelection().selectAllChildren(document.querySelector('text'))");
	assert_string_equal(browser_eval(browser, "getSelection().toString().replace(/\\s+/g, ' ').trim()"),
	    "T+28.000 s PAUSED x1 active-active.ini 1 fault G1 ASA2 G2 ASA2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_is_where_the_text_has_it),
		cmocka_unit_test(so_are_the_pictures_that_readers_are_given),
		cmocka_unit_test(the_right_border_lands_within_a_pixel),
		cmocka_unit_test(words_stand_and_end_at_their_columns),
		cmocka_unit_test(a_page_shows_picture_and_text),
		cmocka_unit_test(copied_text_is_the_rows_words),
		cmocka_unit_test(text_can_be_searched_and_selected),
	};

	return cmocka_run_group_tests(tests, start, end) != 0;
}
