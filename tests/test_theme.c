/* Colours that mean different things are told apart, whoever looks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "ui/backs/back.h"

/* A colour as the light of its three parts; as lightness and two pairs of opposite hues (CIE L*a*b*). */
struct colour {
	double part[3];
};

/* What an eye makes of the light: the matrices of Viénot, Brettel and Mollon, 1999. */
static const struct eye {
	const char *word;
	double matrix[3][3];
} eyes[] = {
	{ "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
	{ "protan", { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } } },
	{ "deutan", { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } } },
};

/* As many of these as that apart, two colours are different at a glance; 2 are just seen side by side. */
enum { APART = 15 };

/* A root of a number from 0 to 1: power `n` of it gives the number. */
static double root(double x, int n)
{
	double low = 0, high = 1;

	for (int i = 0; i < 50; i++) {
		double middle = (low + high) / 2, power = 1;

		for (int k = 0; k < n; k++)
			power *= middle;
		if (power < x)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The light of a part of a colour, 0 to 255; 2.4 is twelve fifths. */
static double light_of(int32_t part)
{
	double c = part / 255.0, fifth;

	if (c <= 0.04045)
		return c / 12.92;
	fifth = root((c + 0.055) / 1.055, 5);
	return fifth * fifth * fifth * fifth * fifth * fifth * fifth * fifth * fifth * fifth * fifth * fifth;
}

static struct colour multiply(const double matrix[3][3], struct colour c)
{
	struct colour result = { { 0 } };

	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++)
			result.part[i] += matrix[i][j] * c.part[j];
	return result;
}

/* What an eye sees of a colour, as L*a*b*. */
static struct colour seen(int32_t rgb, const struct eye *eye)
{
	static const double to_xyz[3][3] = { { 0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505 },
		{ 0.2126, 0.7152, 0.0722 }, { 0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089 } };
	struct colour c = { { light_of(rgb >> 16), light_of(rgb >> 8 & 255), light_of(rgb & 255) } };

	c = multiply(to_xyz, multiply(eye->matrix, c));
	for (int i = 0; i < 3; i++)
		c.part[i] = c.part[i] > 0.008856 ? root(c.part[i], 3) : 7.787 * c.part[i] + 16.0 / 116;
	return (struct colour){ { 116 * c.part[1] - 16, 500 * (c.part[0] - c.part[1]), 200 * (c.part[1] - c.part[2]) } };
}

/* How far apart two colours are to an eye, squared. */
static double distance(int32_t a, int32_t b, const struct eye *eye)
{
	struct colour one = seen(a, eye), other = seen(b, eye);
	double sum = 0;

	for (int i = 0; i < 3; i++)
		sum += (one.part[i] - other.part[i]) * (one.part[i] - other.part[i]);
	return sum;
}

/* The colour that stands for a style: of its text, or of its fill. */
static int32_t hue(enum style style, enum theme theme)
{
	struct cell cell = { .rune = 'x', .style = (uint8_t)style };
	struct look look = back_paint(&cell, theme);

	return look.bg >= 0 ? look.bg : look.fg;
}

/* The distance itself is right: black and white are a hundred apart, and red and green that nobody with such eyes can
 * tell apart come out as close. */
static void distances_are_those_of_the_books(void **state)
{
	(void)state;
	for (size_t e = 0; e < sizeof eyes / sizeof *eyes; e++)
		assert_in_range((long)distance(0x000000, 0xffffff, &eyes[e]), 9900, 10100);
	assert_true(distance(0xff0000, 0x008000, &eyes[0]) > 100 * 100);
	assert_true(distance(0xb06000, 0x808000, &eyes[2]) < APART * APART);
}

/* Groups, what is fine, what waits and what has failed differ in hue, in each theme with colours, also to eyes that
 * see no red or no green.  (A mark or a word tells them apart as well.) */
static void what_differs_in_meaning_differs_to_every_eye(void **state)
{
	static const enum style pairs[][2] = {
		{ STYLE_G1, STYLE_G2 }, { STYLE_G1_ACTIVE, STYLE_G2_ACTIVE }, { STYLE_GOOD, STYLE_FAILED },
		{ STYLE_GOOD, STYLE_WARN }, { STYLE_WARN, STYLE_FAILED }, { STYLE_G1_ACTIVE, STYLE_SPLIT },
		{ STYLE_G2_ACTIVE, STYLE_SPLIT }, { STYLE_MOVING, STYLE_SPLIT }, { STYLE_YOU, STYLE_FAILED },
	};

	(void)state;
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		for (size_t p = 0; theme != THEME_MONO && p < sizeof pairs / sizeof *pairs; p++) {
			for (size_t e = 0; e < sizeof eyes / sizeof *eyes; e++) {
				int32_t a = hue(pairs[p][0], (enum theme)theme), b = hue(pairs[p][1], (enum theme)theme);

				if (distance(a, b, &eyes[e]) < APART * APART)
					fail_msg("%s, %s eyes: '%c' #%06x and '%c' #%06x", theme_word((enum theme)theme),
					    eyes[e].word, style_letter(pairs[p][0]), (unsigned)a, style_letter(pairs[p][1]),
					    (unsigned)b);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distances_are_those_of_the_books),
		cmocka_unit_test(what_differs_in_meaning_differs_to_every_eye),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
