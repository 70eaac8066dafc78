/* Rows, medians and clocks; see bench.h. */
#include "tests/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void bench_head(const char *title)
{
	printf("\n%-45s %14s %14s %7s %8s\n", title, "figure", "yardstick", "ratio", "aim");
	fflush(stdout);
}

/* A number with as many digits as say something. */
static void put_number(char *out, size_t size, double value, const char *unit)
{
	int digits = value >= 100 || value == (double)(long)value ? 0 : value >= 1 ? 2 : 4;

	snprintf(out, size, "%.*f %s", digits, value, unit);
}

void bench_print(const struct bench_row *row)
{
	double held = row->yardstick > 0 ? row->figure / row->yardstick : row->figure;
	bool met = row->at_least ? held >= row->aim : held <= row->aim;
	char figure[32], yardstick[32] = "-", ratio[32] = "-";

	put_number(figure, sizeof figure, row->figure, row->unit);
	if (row->yardstick > 0) {
		put_number(yardstick, sizeof yardstick, row->yardstick, row->unit);
		snprintf(ratio, sizeof ratio, "%.3f", held);
	}
	printf("%-45s %14s %14s %7s %2s %5g  %s\n", row->name, figure, yardstick, ratio,
	    row->at_least ? ">=" : "<=", row->aim, met ? "ok" : "MISSED");
	fflush(stdout);
}

void bench_skip(const char *name, const char *why)
{
	printf("%-45s not measured: %s\n", name, why);
	fflush(stdout);
}

/* Order for qsort. */
static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double bench_median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

/* A clock in seconds. */
static double seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double bench_wall_s(void)
{
	return seconds(CLOCK_MONOTONIC);
}

double bench_cpu_s(void)
{
	return seconds(CLOCK_PROCESS_CPUTIME_ID);
}
