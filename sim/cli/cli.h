/* What a person types at a unit's console. */
#ifndef FAILSCOPE_SIM_CLI_H
#define FAILSCOPE_SIM_CLI_H

#include "sim/sim.h"

/* Obeys a line typed at a unit, in the system space (context 0) or a context (index plus one); part of a command's
 * step. Returns false, with the device's words or our sentence in `reply`, where it was refused. */
bool cli_type(struct sim *s, uint32_t u, uint32_t context, const char *line, char *reply, size_t size);

#endif
