/* Stories about a pair, told in words: open a lab, do things to it at times, say what must be true.
 *
 * There is one pair at a time.  Times are milliseconds since the lab opened.  Units are "primary" and "secondary", or
 * what the lab calls them; states, statuses and reasons are the device's own words.  What does not hold ends the test,
 * with the last lines of the log. */
#ifndef FAILSCOPE_TESTS_PAIR_H
#define FAILSCOPE_TESTS_PAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/history.h"

extern struct history pair;

/* Opens a compiled-in lab; or a changed one. What lab_check calls an error, or the INI reader does, fails. */
void pair_open(const char *name);
void pair_open_with(const char *name, void (*change)(struct lab *lab));

/* Opens what the text of an INI file says. */
void pair_open_text(const char *name, const char *text);

/* Opens a lab that is given as it is, without looking whether it is allowed. */
void pair_open_lab(const struct lab *lab);

/* Runs, back or forth, to a time. */
void run_to(uint32_t ms);

/* Runs to a time and does something there, as a script line says it: "fault power primary". It must be obeyed; or it
 * must be refused, with a reply that has `sentence` in it. */
void at(uint32_t ms, const char *command);
void refused_at(uint32_t ms, const char *command, const char *sentence);

/* Runs to a time and looks: the state of a unit in a group; who is Active for groups 1 and 2: a unit, "both" or
 * "nobody". */
void expect_state(uint32_t ms, const char *unit, uint32_t group, const char *state);
void expect_owners(uint32_t ms, const char *group_1, const char *group_2);

/* Looks at the present: what the unit believes of its mate's group, and of its mate ("alive", "failed", "silent"). */
void expect_belief(const char *unit, uint32_t group, const char *state);
void expect_mate(const char *unit, const char *mate);

/* Status of an interface as `show failover` has it, the brackets too where the status has any. */
void expect_status(const char *unit, const char *iface, const char *status);

/* A unit's view of the failover link ("lan") or the state link: "up" or "lost". */
void expect_link(const char *unit, const char *link, const char *view);

/* Why the unit's group is in the state that it is in. */
void expect_reason(const char *unit, uint32_t group, const char *reason);

/* Looks at the log up to now. A line is "KIND text", without time and name: "STATE G1 Active -> Failed (Interface
 * check)"; a part of it is enough. `who` is a unit, "you", or NULL for anybody. */
void expect_told(const char *who, const char *part);
void expect_not_told(const char *who, const char *part);
uint32_t times_told(const char *who, const char *part);

/* When that was told last, and whether that was from one time to another. */
int32_t told_at(const char *who, const char *part);
void expect_told_between(const char *who, const char *part, int32_t from_ms, int32_t to_ms);

/* Connections that a context has lost so far, and how long it was out of service. */
uint32_t lost_connections(const char *context);
uint32_t outage_ms(const char *context);

/* Prints the last lines of the log, and both units' states. */
void pair_print(void);

#endif
