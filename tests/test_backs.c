/* The back ends and the themes: the same screen in every format, no byte of a text that means
 * something to the format, and a look for every meaning in every theme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "ui/backs/back.h"
#include "ui/utf8.h"

enum { OUT_BYTES = 1 << 20 };

static struct canvas canvas;
static char out[OUT_BYTES], again[OUT_BYTES];

/* The canvas in a format, as a string in `buffer`. */
static const char *emit_to(char *buffer, const char *word, enum theme theme, enum charset charset)
{
	static const struct caption caption = { "A <title> & more", "\"What\" happened\033" };
	const struct back *back = back_find(word);
	struct sink sink = { buffer, OUT_BYTES - 1, 0 };

	assert_non_null(back);
	back->emit(&canvas, theme, charset, &caption, &sink);
	assert_true(sink.length < OUT_BYTES);
	buffer[sink.length] = '\0';
	return buffer;
}

static const char *emit(const char *word, enum theme theme, enum charset charset)
{
	return emit_to(out, word, theme, charset);
}

/* A canvas with a bit of everything: each style and flag, all lines, wide characters, what needs
 * escaping. */
static void draw_a_screen(void)
{
	struct area a;

	canvas_reset(&canvas, 60, 40);
	a = canvas_area(&canvas);
	for (int i = 0; i < STYLE_COUNT; i++) {
		area_print(a, 1, i, (enum style)i, " style%c ● new now", 'A' + i);
		area_flag(a, 11, i, 3, 1, CELL_CHANGED);
		area_flag(a, 15, i, 3, 1, CELL_CURSOR);
		area_flag(a, 10, i, 6, 1, i % 2 ? CELL_SHADED : 0);
	}
	for (int i = 0; i < 256; i++) {
		for (int shift = 0; shift < 8; shift += 2) {
			int weight = i >> shift & 3;

			if (weight > 0)
				area_stub(a, 26 + i % 32, i / 32, (enum line)shift,
				    (enum weight)weight, (enum style)(i % STYLE_COUNT));
		}
	}
	area_text(a, 30, 10, STYLE_PLAIN, "a<b> & \"c\" 漢字 x");
	area_frame(a, 30, 12, 12, 5, WEIGHT_DOUBLE, STYLE_FRAME);
	area_clear(a, 50, 20, 10, 2, STYLE_TITLE);
	area_text(a, 0, 39, STYLE_FAILED, "\033[2J漢");
}

/* Where a string stands in another, or the end of the test. */
static const char *find(const char *text, const char *part)
{
	const char *found = strstr(text, part);

	if (found == NULL)
		fail_msg("'%s' is missing", part);
	return found;
}

static int count_of(const char *text, const char *part)
{
	int count = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		count++;
	return count;
}

/* Takes SGR sequences out of a text in place, and the blanks that then end a line.  Other escapes
 * stay. */
static void strip_sgr(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++) {
		if (from[0] == '\033' && from[1] == '[') {
			size_t n = strspn(from + 2, "0123456789;");

			if (from[2 + n] == 'm') {
				from += 2 + n;
				continue;
			}
		}
		while (*from == '\n' && to > text && to[-1] == ' ')
			to--;
		*to++ = *from;
	}
	*to = '\0';
}

/* The list of formats can be asked by word, and says no to others. */
static void formats_are_found_by_word(void **state)
{
	(void)state;
	assert_int_equal(back_count, 4);
	for (int i = 0; i < back_count; i++)
		assert_ptr_equal(back_find(backs[i].word), &backs[i]);
	assert_string_equal(back_find("text")->ending, ".txt");
	assert_string_equal(back_find("svg")->ending, ".svg");
	assert_null(back_find("png"));
	assert_null(back_find(""));
}

/* A sink that is full goes on counting and writes no byte more. */
static void a_full_sink_counts_and_does_not_write(void **state)
{
	char small[8] = "-------";
	struct sink sink = { small, 4, 0 };

	(void)state;
	sink_text(&sink, "ab");
	sink_print(&sink, "%d", 345);
	sink_number(&sink, -2147483647 - 1);
	assert_int_equal(sink.length, 16);
	assert_string_equal(small, "ab34---");
	sink = (struct sink){ NULL, 0, 0 };
	sink_rgb(&sink, 0x0a0b0c);
	assert_int_equal(sink.length, 7);
}

/* Numbers and colours are written as anybody would. */
static void numbers_and_colours_are_written_plainly(void **state)
{
	char text[64];
	struct sink sink = { text, sizeof text, 0 };

	(void)state;
	for (int n = -105; n <= 1000; n += 1105)
		sink_number(&sink, n);
	sink_number(&sink, 0);
	sink_rgb(&sink, 0x0a0bfc);
	sink_bytes(&sink, "", 1);
	assert_string_equal(text, "-10510000#0a0bfc");
}

/* Text has the glyphs, row by row, without blanks at the end. */
static void text_is_the_glyphs_without_trailing_blanks(void **state)
{
	struct area a;

	(void)state;
	canvas_reset(&canvas, 6, 3);
	a = canvas_area(&canvas);
	area_text(a, 1, 0, STYLE_TITLE, "漢●  ");
	area_across(a, 0, 5, 2, WEIGHT_HEAVY, STYLE_LINK);
	assert_string_equal(emit("text", THEME_DARK, CHARSET_UTF8), " 漢●\n\n╺━━━━╸\n");
	assert_string_equal(emit("text", THEME_DARK, CHARSET_ASCII), " ??*\n\n======\n");
	canvas_reset(&canvas, 0, 0);
	assert_string_equal(emit("text", THEME_DARK, CHARSET_UTF8), "");
}

/* Every set of directions has a glyph one cell wide, and exact where Unicode has one. */
static void every_junction_has_a_glyph(void **state)
{
	static const struct {
		unsigned up, down, left, right;
		const char *glyph;
	} known[] = {
		{ 0, 0, 1, 1, "─" },
		{ 2, 2, 0, 0, "║" },
		{ 3, 0, 0, 3, "┗" },
		{ 0, 1, 0, 2, "╒" },
		{ 1, 1, 2, 2, "╪" },
		{ 2, 2, 1, 1, "╫" },
		{ 2, 2, 2, 2, "╬" },
		{ 1, 3, 1, 3, "╆" },
		{ 0, 0, 0, 1, "╶" },
		{ 0, 0, 2, 0, "═" },
		{ 0, 2, 0, 0, "║" },
		{ 0, 0, 1, 2, "═" },
		{ 1, 2, 1, 1, "╬" },
		{ 0, 1, 2, 3, "┳" },
		{ 2, 2, 0, 3, "┣" },
	};

	(void)state;
	for (int i = 0; i < 256; i++) {
		struct cell cell = { .lines = (uint8_t)i, .width = 1 };
		char glyph[5];

		assert_int_equal(back_glyph(&cell, CHARSET_UTF8, glyph), i == 0 ? 1 : 3);
		assert_int_equal(utf8_cells(glyph), 1);
		assert_int_equal(back_glyph(&cell, CHARSET_ASCII, glyph), 1);
		assert_non_null(strchr(" +-|=", glyph[0]));
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		unsigned lines = known[i].up << LINE_UP | known[i].down << LINE_DOWN |
				 known[i].left << LINE_LEFT | known[i].right << LINE_RIGHT;
		struct cell cell = { .lines = (uint8_t)lines, .width = 1 };
		char glyph[5];

		back_glyph(&cell, CHARSET_UTF8, glyph);
		assert_string_equal(glyph, known[i].glyph);
	}
}

/* In ASCII each symbol of the screens has its own sign, and each takes the cells it took. */
static void ascii_is_one_cell_for_one_cell(void **state)
{
	static const char symbols[] = "●○✗╳◌►◄▶◐◔◯·…–—→←↑↓⇄≈×▽█▓▒░▌▐▲▼✓⚠≥─│═║╬é";
	static const char expected[] = "*oXX~><>wto..--><^v=~xv##:.||^vv!>-|=|+?\n";

	(void)state;
	canvas_reset(&canvas, 60, 1);
	assert_int_equal(
	    area_text(canvas_area(&canvas), 0, 0, STYLE_PLAIN, symbols), (int)sizeof expected - 2);
	assert_string_equal(emit("text", THEME_DARK, CHARSET_ASCII), expected);
	draw_a_screen();
	for (const char *c = emit("text", THEME_DARK, CHARSET_ASCII); *c != '\0'; c++)
		assert_true(*c == '\n' || (*c >= ' ' && *c < 0x7f));
}

/* Without its escapes an ANSI screen is the text screen, in each theme and charset. */
static void ansi_without_escapes_is_text(void **state)
{
	(void)state;
	draw_a_screen();
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		for (int charset = CHARSET_UTF8; charset <= CHARSET_ASCII; charset++) {
			emit_to(again, "ansi", (enum theme)theme, (enum charset)charset);
			strip_sgr(again);
			assert_null(strchr(again, '\033'));
			emit("text", (enum theme)theme, (enum charset)charset);
			strip_sgr(out); /* text keeps no blanks at the end either way */
			assert_string_equal(again, out);
		}
	}
}

/* The look changes only where it changes, and is off at the end of a line. */
static void ansi_changes_the_look_only_where_it_changes(void **state)
{
	struct area a;

	(void)state;
	canvas_reset(&canvas, 12, 3);
	a = canvas_area(&canvas);
	area_text(a, 0, 0, STYLE_STRONG, "ab cd");
	area_text(a, 6, 0, STYLE_PLAIN, "e");
	area_text(a, 0, 1, STYLE_G1_ACTIVE, " A ");
	area_text(a, 0, 2, STYLE_PLAIN, "plain");
	assert_string_equal(emit("ansi", THEME_DARK, CHARSET_UTF8),
	    "\033[0;1;38;5;231mab cd \033[0me\n\033[0;1;38;5;16;48;5;75m A \033[0m\nplain\n");
	assert_string_equal(emit("ansi", THEME_MONO, CHARSET_UTF8),
	    "\033[0;1mab cd \033[0me\n\033[0;1;7m A \033[0m\nplain\n");
}

/* Monochrome has no colour in any format: attributes in a terminal, greys in pictures. */
static void mono_has_no_colour(void **state)
{
	static const char *const pictures[] = { "svg", "html" };

	(void)state;
	draw_a_screen();
	emit("ansi", THEME_MONO, CHARSET_UTF8);
	assert_null(strstr(out, "38;5"));
	assert_null(strstr(out, "48;5"));
	for (int i = 0; i < 2; i++) {
		for (const char *c = emit(pictures[i], THEME_MONO, CHARSET_UTF8);
		     (c = strchr(c, '#')) != NULL; c++) {
			assert_memory_equal(c + 1, c + 3, 2);
			assert_memory_equal(c + 1, c + 5, 2);
		}
	}
	for (int i = 0; i < STYLE_COUNT; i++) {
		struct look look = theme_look(THEME_DARK, DEPTH_MONO, (enum style)i, 0);

		assert_int_equal(look.fg, -1);
		assert_int_equal(look.bg, -1);
	}
}

/* A page and a picture show every word of the screen, and none of what means something to them. */
static void pictures_hold_every_word_escaped(void **state)
{
	static const char *const formats[] = { "svg", "html" };

	(void)state;
	draw_a_screen();
	for (int f = 0; f < 2; f++) {
		emit(formats[f], THEME_LIGHT, CHARSET_UTF8);
		for (int i = 0; i < STYLE_COUNT; i++) {
			char word[] = "style?";

			word[5] = (char)('A' + i);
			find(out, word);
		}
		find(out, "new");
		find(out, "now");
		find(out, "a&lt;b&gt;");
		find(out, "&amp;");
		find(out, "&quot;c&quot;");
		find(out, "漢字");
		find(out, ">A &lt;title&gt; &amp; more</title>");
		find(out, "&quot;What&quot; happened�");
		assert_null(strchr(out, '\033'));
		assert_int_equal(count_of(out, "http"), f == 0 ? 1 : 0); /* the name space */
	}
}

/* A picture is named by its title and its description, under names that differ from those of others. */
static void svg_is_named_by_title_and_description(void **state)
{
	char name[16] = "", part[80];

	(void)state;
	draw_a_screen();
	emit("svg", THEME_DARK, CHARSET_UTF8);
	assert_int_equal(sscanf(find(out, "aria-labelledby="), "aria-labelledby=\"t%8[0-9a-f]", name), 1);
	snprintf(part, sizeof part, "aria-labelledby=\"t%s d%s\"", name, name);
	find(out, part);
	snprintf(part, sizeof part, "<title id=\"t%s\">A ", name);
	find(out, part);
	snprintf(part, sizeof part, "<desc id=\"d%s\">&quot;What", name);
	find(out, part);
	back_emit_svg(&canvas, THEME_DARK, CHARSET_UTF8, NULL, &(struct sink){ again, OUT_BYTES - 1, 0 });
	assert_null(strstr(again, name));
	assert_null(strstr(again, "<desc"));
}

/* In a picture each word stands at its own column, lines are drawn and not written. */
static void svg_words_stand_at_their_columns(void **state)
{
	struct area a;

	(void)state;
	canvas_reset(&canvas, 30, 3);
	a = canvas_area(&canvas);
	area_text(a, 2, 0, STYLE_PLAIN, "two words●●end");
	area_frame(a, 0, 0, 2, 3, WEIGHT_LIGHT, STYLE_PLAIN);
	area_clear(a, 4, 1, 3, 1, STYLE_TITLE);
	emit("svg", THEME_DARK, CHARSET_UTF8);
	find(out, "<text y=\"14\"><tspan x=\"18\">two </tspan><tspan x=\"54\">words</tspan>"
		  "<tspan x=\"99 108\">●●</tspan><tspan x=\"117\">end</tspan></text>");
	find(out, "<rect x=\"36\" y=\"19\" width=\"27\" height=\"19\" fill=\"#9aa4ae\"/>");
	find(out, "M4 9h9");
	find(out, "M4 9v38");
	find(out, "M13 9v38");
	assert_null(strstr(out, "┌"));
	find(out, "role=\"img\"");
	find(out, "xml:space=\"preserve\"");
	emit("svg", THEME_DARK, CHARSET_ASCII);
	assert_null(strstr(out, "<path"));
	find(out, ">++");
}

/* The corners of double lines are drawn as nested corners. */
static void svg_double_corners_are_nested(void **state)
{
	(void)state;
	canvas_reset(&canvas, 3, 3);
	area_frame(canvas_area(&canvas), 0, 0, 3, 3, WEIGHT_DOUBLE, STYLE_PLAIN);
	emit("svg", THEME_DARK, CHARSET_UTF8);
	find(out, "M2 7h22");  /* outer, above */
	find(out, "M6 11h14"); /* inner, above */
	find(out, "M2 7v42");
	find(out, "M6 11v34");
	find(out, "M24 7v42");
	find(out, "M20 11v34");
}

/* Whatever size: every format comes out whole, and each row of a page is there. */
static void every_size_comes_out_whole(void **state)
{
	(void)state;
	for (int w = 0; w < 7; w++) {
		for (int h = 0; h < 4; h++) {
			canvas_reset(&canvas, w, h);
			area_frame(canvas_area(&canvas), 0, 0, w, h, WEIGHT_DOUBLE, STYLE_FAILED);
			area_text(canvas_area(&canvas), 1, 1, STYLE_WARN, "漢字");
			assert_int_equal(count_of(emit("text", THEME_DARK, CHARSET_UTF8), "\n"), h);
			assert_int_equal(count_of(emit("ansi", THEME_DARK, CHARSET_UTF8), "\n"), h);
			find(emit("svg", THEME_DARK, CHARSET_UTF8), "</svg>\n");
			assert_int_equal(count_of(out, "<g "), count_of(out, "</g>"));
			assert_int_equal(count_of(out, "<text "), count_of(out, "</text>"));
			find(emit("html", THEME_DARK, CHARSET_UTF8), "</html>\n");
			assert_int_equal(count_of(out, "<tspan"), count_of(out, "</tspan>"));
			find(out, "<pre>\n");
			assert_int_equal(count_of(strstr(out, "<pre>\n"), "\n"), h + 5);
		}
	}
}

/* The same canvas gives the same bytes, however often. */
static void the_same_canvas_gives_the_same_bytes(void **state)
{
	(void)state;
	draw_a_screen();
	for (int i = 0; i < back_count; i++) {
		emit(backs[i].word, THEME_PROJECTOR, CHARSET_UTF8);
		emit_to(again, backs[i].word, THEME_PROJECTOR, CHARSET_UTF8);
		assert_string_equal(out, again);
	}
}

/* A full screen is a picture small enough for a page. */
static void a_full_picture_is_small(void **state)
{
	(void)state;
	canvas_reset(&canvas, 120, 36);
	for (int y = 0; y < 36; y++) {
		for (int x = 0; x < 115; x += 8)
			area_text(canvas_area(&canvas), x, y, STYLE_PLAIN, "seven");
	}
	assert_in_range(strlen(emit("svg", THEME_DARK, CHARSET_UTF8)), 5000, 25000);
}

/* Themes are found by their words, and by no other. */
static void themes_are_found_by_word(void **state)
{
	enum theme theme;

	(void)state;
	for (int i = 0; i < THEME_COUNT; i++) {
		assert_true(theme_find(theme_word((enum theme)i), &theme));
		assert_int_equal(theme, i);
	}
	assert_false(theme_find("pink", &theme));
	assert_null(theme_word(THEME_COUNT));
}

/* The style grid of a test can be read: each style has a letter of its own. */
static void every_style_has_a_letter_of_its_own(void **state)
{
	struct sink sink = { out, sizeof out - 1, 0 };

	(void)state;
	for (int i = 0; i < STYLE_COUNT; i++) {
		for (int j = 0; j < i; j++)
			assert_int_not_equal(
			    style_letter((enum style)i), style_letter((enum style)j));
	}
	canvas_reset(&canvas, 5, 2);
	area_text(canvas_area(&canvas), 1, 0, STYLE_FAILED, "no");
	back_styles(&canvas, &sink);
	out[sink.length] = '\0';
	assert_string_equal(out, ".FF\n\n");
}

static int same(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

/* Without colour it can still be seen who is active, who stands by, and what failed. */
static void mono_tells_active_standby_and_failed_apart(void **state)
{
	static const enum style styles[] = { STYLE_G1, STYLE_G1_ACTIVE, STYLE_FAILED, STYLE_UNKNOWN,
		STYLE_STRONG, STYLE_WARN, STYLE_MOVING };

	(void)state;
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		for (size_t j = 0; j < i; j++) {
			struct look a = theme_look(THEME_MONO, DEPTH_RGB, styles[i], 0);
			struct look b = theme_look(THEME_MONO, DEPTH_RGB, styles[j], 0);

			assert_false(same(a, b));
		}
	}
}

/* In every theme and depth the cursor and a change show, on whatever they lie. */
static void cursor_and_change_show_on_every_style(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT * (DEPTH_RGB + 1) * STYLE_COUNT; i++) {
		enum style style = (enum style)(i % STYLE_COUNT);
		enum depth depth = (enum depth)(i / STYLE_COUNT % (DEPTH_RGB + 1));
		enum theme theme = (enum theme)(i / STYLE_COUNT / (DEPTH_RGB + 1));
		struct look rest = theme_look(theme, depth, style, 0);
		struct look cursor = theme_look(theme, depth, style, CELL_CURSOR);
		struct look changed = theme_look(theme, depth, style, CELL_CHANGED);

		assert_false(same(rest, cursor));
		assert_false(same(changed, cursor));
		assert_int_equal(
		    changed.attrs & (ATTR_BOLD | ATTR_UNDERLINE), ATTR_BOLD | ATTR_UNDERLINE);
		/* Without colours the mark of change is what these two are. */
		if (style != STYLE_CHANGED && (style != STYLE_FAILED || rest.fg >= 0))
			assert_false(same(rest, changed));
	}
}

/* A filled style has its hue as the ground, what is written on it differs, and plain text is left
 * to the terminal. */
static void filled_styles_fill_where_there_are_colours(void **state)
{
	(void)state;
	for (int theme = THEME_DARK; theme <= THEME_PROJECTOR; theme++) {
		for (int depth = DEPTH_8; depth <= DEPTH_RGB; depth++) {
			struct look fill =
			    theme_look((enum theme)theme, (enum depth)depth, STYLE_G1_ACTIVE, 0);
			struct look text =
			    theme_look((enum theme)theme, (enum depth)depth, STYLE_G1, 0);
			struct look plain =
			    theme_look((enum theme)theme, (enum depth)depth, STYLE_PLAIN, 0);

			assert_int_equal(fill.bg, text.fg);
			assert_int_equal(text.bg, -1);
			assert_int_not_equal(fill.fg, fill.bg);
			assert_int_equal(fill.attrs & ATTR_REVERSE, 0);
			assert_int_equal(plain.fg == -1, depth != DEPTH_RGB);
		}
	}
}

/* No index leaves its palette, and the projector dims nothing. */
static void looks_stay_in_their_palette(void **state)
{
	static const int32_t most[] = { -1, 7, 15, 255, 0xffffff };

	(void)state;
	for (int i = 0; i < THEME_COUNT * (DEPTH_RGB + 1) * STYLE_COUNT * 8; i++) {
		enum style style = (enum style)(i / 8 % STYLE_COUNT);
		int depth = i / 8 / STYLE_COUNT % (DEPTH_RGB + 1);
		enum theme theme = (enum theme)(i / 8 / STYLE_COUNT / (DEPTH_RGB + 1));
		int flags = (i & 3) | (i & 4 ? CELL_SHADED : 0);
		struct look look = theme_look(theme, (enum depth)depth, style, flags);

		assert_true(look.fg >= -1 && look.fg <= most[depth]);
		assert_true(look.bg >= -1 && look.bg <= most[depth]);
		if (theme == THEME_PROJECTOR && !(flags & CELL_SHADED))
			assert_int_equal(look.attrs & ATTR_DIM, 0);
	}
}

/* How light a colour is to the eye, 0 to 1, as WCAG has it; its power of 2.4 as a polynomial. */
static double lightness(int32_t rgb)
{
	static const double part[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double c = (rgb >> (16 - 8 * i) & 255) / 255.0;

		sum += part[i] * c * (c * (c * 0.3053 + 0.6822) + 0.0125);
	}
	return sum;
}

/* The contrast of a cell to what it stands on, in a picture. */
static double contrast_of(const struct cell *cell, enum theme theme)
{
	struct look look = back_paint(cell, theme);
	int32_t ground = look.bg >= 0 ? look.bg : (int32_t)theme_ground(theme);
	double a = lightness(look.fg) + 0.05, b = lightness(ground) + 0.05;

	return a > b ? a / b : b / a;
}

/* How far a cell stands out of the ground of the picture: by its fill, or by its letters. */
static double weight_of(const struct cell *cell, enum theme theme)
{
	struct look look = back_paint(cell, theme);
	double a = lightness(look.bg >= 0 ? look.bg : look.fg) + 0.05;
	double b = lightness((int32_t)theme_ground(theme)) + 0.05;

	return a > b ? a / b : b / a;
}

/* Whatever is shaded is quieter than it was, can still be read, and what was filled is. */
static void shaded_is_quieter_and_can_be_read(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT * STYLE_COUNT * 2; i++) {
		enum theme theme = (enum theme)(i / 2 / STYLE_COUNT);
		struct cell bright = { .rune = 'x', .style = (uint8_t)(i / 2 % STYLE_COUNT), .flags = i % 2 };
		struct cell dark = bright;

		dark.flags |= CELL_SHADED;
		if (contrast_of(&dark, theme) < 2.4 || weight_of(&dark, theme) >= weight_of(&bright, theme) * 0.97)
			fail_msg("%s: '%c' flags %d: contrast %.1f, weight %.1f of %.1f", theme_word(theme),
			    style_letter((enum style)dark.style), dark.flags, contrast_of(&dark, theme),
			    weight_of(&dark, theme), weight_of(&bright, theme));
		assert_int_equal(back_paint(&dark, theme).bg >= 0, back_paint(&bright, theme).bg >= 0);
		assert_int_equal(back_paint(&dark, theme).attrs & ATTR_BOLD, 0);
	}
}

/* At every depth the shade shows on what it lies, and the cursor stands in it as outside of it. */
static void shade_shows_at_every_depth(void **state)
{
	(void)state;
	for (int i = 0; i < THEME_COUNT * (DEPTH_RGB + 1) * STYLE_COUNT; i++) {
		enum style style = (enum style)(i % STYLE_COUNT);
		enum depth depth = (enum depth)(i / STYLE_COUNT % (DEPTH_RGB + 1));
		enum theme theme = (enum theme)(i / STYLE_COUNT / (DEPTH_RGB + 1));
		struct look rest = theme_look(theme, depth, style, 0);
		struct look dark = theme_look(theme, depth, style, CELL_SHADED);

		/* What is dim already has nothing left to give up where there are no hues for it. */
		if (!(rest.attrs & ATTR_DIM))
			assert_false(same(rest, dark));
		assert_true(depth >= DEPTH_256 && theme != THEME_MONO ? dark.bg >= 0 || dark.fg >= 0
								      : dark.attrs & ATTR_DIM);
		assert_true(same(theme_look(theme, depth, style, CELL_CURSOR),
		    theme_look(theme, depth, style, CELL_CURSOR | CELL_SHADED)));
	}
}

/* Everything can be read: its contrast to what it stands on is 4.5 to 1 at the least, a
 * frame's 3 to 1. */
static void every_style_can_be_read(void **state)
{
	(void)state;
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		for (int i = 0; i < STYLE_COUNT * 4; i++) {
			struct cell cell = {
				.rune = 'x', .style = (uint8_t)(i / 4), .flags = i % 4
			};

			if (contrast_of(&cell, (enum theme)theme) < (i / 4 == STYLE_FRAME ? 3 : 4.5))
				fail_msg("%s: '%c' flags %d: contrast %.1f", theme_word((enum theme)theme),
				    style_letter((enum style)(i / 4)), i % 4, contrast_of(&cell, (enum theme)theme));
		}
	}
}

/* The number of a look leads back to a cell with that look. */
static void every_look_has_a_number(void **state)
{
	(void)state;
	for (int key = 0; key < BACK_LOOKS; key++) {
		struct cell cell = back_look_cell(key);

		assert_int_equal(back_look_key(&cell), key);
	}
}

/* In the grid of styles a shaded cell is a blank. */
static void the_style_grid_shows_what_is_lit(void **state)
{
	struct sink sink = { out, sizeof out - 1, 0 };
	static const struct rect lit = { 1, 0, 2, 1 };

	(void)state;
	canvas_reset(&canvas, 5, 2);
	area_text(canvas_area(&canvas), 0, 0, STYLE_FAILED, "abcde");
	area_shade(canvas_area(&canvas), &lit, 1);
	back_styles(&canvas, &sink);
	out[sink.length] = '\0';
	assert_string_equal(out, " FF\n\n");
}

/* A line is never underlined, whether drawn or written; the word beside it is. */
static void lines_are_never_underlined(void **state)
{
	struct cell line = { .lines = 0xf0, .style = STYLE_FAILED, .width = 1 };
	struct cell box = { .rune = U'╳', .style = STYLE_FAILED, .width = 1 };
	struct cell word = { .rune = 'w', .style = STYLE_FAILED, .width = 1 };

	(void)state;
	assert_int_equal(back_look(&line, THEME_MONO, DEPTH_MONO).attrs, ATTR_BOLD);
	assert_int_equal(back_look(&box, THEME_DARK, DEPTH_256).attrs, ATTR_BOLD);
	assert_int_equal(back_look(&word, THEME_DARK, DEPTH_256).attrs, ATTR_BOLD | ATTR_UNDERLINE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_are_found_by_word),
		cmocka_unit_test(a_full_sink_counts_and_does_not_write),
		cmocka_unit_test(numbers_and_colours_are_written_plainly),
		cmocka_unit_test(text_is_the_glyphs_without_trailing_blanks),
		cmocka_unit_test(every_junction_has_a_glyph),
		cmocka_unit_test(ascii_is_one_cell_for_one_cell),
		cmocka_unit_test(ansi_without_escapes_is_text),
		cmocka_unit_test(ansi_changes_the_look_only_where_it_changes),
		cmocka_unit_test(mono_has_no_colour),
		cmocka_unit_test(pictures_hold_every_word_escaped),
		cmocka_unit_test(svg_is_named_by_title_and_description),
		cmocka_unit_test(svg_words_stand_at_their_columns),
		cmocka_unit_test(svg_double_corners_are_nested),
		cmocka_unit_test(every_size_comes_out_whole),
		cmocka_unit_test(the_same_canvas_gives_the_same_bytes),
		cmocka_unit_test(a_full_picture_is_small),
		cmocka_unit_test(themes_are_found_by_word),
		cmocka_unit_test(every_style_has_a_letter_of_its_own),
		cmocka_unit_test(mono_tells_active_standby_and_failed_apart),
		cmocka_unit_test(cursor_and_change_show_on_every_style),
		cmocka_unit_test(filled_styles_fill_where_there_are_colours),
		cmocka_unit_test(looks_stay_in_their_palette),
		cmocka_unit_test(every_style_can_be_read),
		cmocka_unit_test(shaded_is_quieter_and_can_be_read),
		cmocka_unit_test(shade_shows_at_every_depth),
		cmocka_unit_test(every_look_has_a_number),
		cmocka_unit_test(the_style_grid_shows_what_is_lit),
		cmocka_unit_test(lines_are_never_underlined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
