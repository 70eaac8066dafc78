/* What a unit prints for `show ...`, word for word as the device has it [section 9 of the facts].
 *
 * Pure: text into the caller's bytes, always ended by NUL. */
#ifndef FAILSCOPE_SIM_SHOW_H
#define FAILSCOPE_SIM_SHOW_H

#include <stdbool.h>
#include <stddef.h>

#include "sim/sim.h"

/* The longest page: room for every row of every table. */
enum { SHOW_MAX = 64 * 1024 };

/* Prints what the unit answers to a line that begins with "show", typed in the system space
 * (context 0) or in a context (index plus one). Words may be cut as on the device. Returns false,
 * with the device's words or our sentence in `out`, where it was refused. */
bool show_print(
    const struct sim *s, uint32_t unit, uint32_t context, const char *line, char *out, size_t size);

#endif
