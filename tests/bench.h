/* How a measurement is told: a row with a figure, the yardstick next to it, their ratio, and the
 * aim.
 *
 * Machines differ and are busy; what is compared is measured in turns, on the same machine, in the
 * same minute, and a median stands for many. */
#ifndef FAILSCOPE_TESTS_BENCH_H
#define FAILSCOPE_TESTS_BENCH_H

#include <stdbool.h>

struct bench_row {
	const char *name, *unit;
	double figure;
	double yardstick; /* 0: none; the figure itself is held against the aim */
	double aim;
	bool at_least; /* the aim is a floor, else a ceiling */
};

/* The line above the rows. */
void bench_head(const char *title);

/* Prints a row with its verdict. */
void bench_print(const struct bench_row *row);

/* Prints a row that could not be measured, and why. */
void bench_skip(const char *name, const char *why);

/* The median; sorts the values. */
double bench_median(double *values, int count);

/* Seconds: of a clock that nobody sets, and of this process's own work. */
double bench_wall_s(void);
double bench_cpu_s(void);

#endif
