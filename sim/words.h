/* The model in words: states, reasons, statuses, times, and a line for each trace entry.
 *
 * Pure: text into the caller's bytes, always ended by NUL, and returned. */
#ifndef FAILSCOPE_SIM_WORDS_H
#define FAILSCOPE_SIM_WORDS_H

#include <stddef.h>

#include "sim/fault.h"
#include "sim/sim.h"

/* The device's own words. */
const char *state_word(uint32_t state);   /* "Standby Ready" */
const char *state_in(uint32_t state);     /* "in ", where a group is in that state rather than is it; "" else */
const char *reason_word(uint32_t reason); /* "HELLO not heard from mate" */
const char *status_word(uint32_t status); /* "No Link" */

/* Ours. */
const char *run_word(uint32_t run);         /* "up" */
const char *mate_word(uint32_t mate);       /* "alive" */
const char *role_word(uint32_t role);       /* "primary" */
const char *kind_word(uint32_t kind);       /* "STATE" */
const char *trust_word(uint32_t trust);     /* "doc" */
const char *message_word(uint32_t message); /* "hello" */
char message_letter(uint32_t message);      /* 'h' */

/* Status of an interface as `show failover` has it: "Normal (Monitored)" [3.4]. */
const char *status_text(const struct sim *s, uint32_t unit, uint32_t iface, char *out, size_t size);

/* A time of the run as seconds since the lab opened: "30.520", "-12.000". */
const char *time_text(const struct sim *s, uint32_t at_ms, char *out, size_t size);

/* The device's clock at a time of the run: "16:43:08 UTC Aug 8 2017". */
const char *clock_text(const struct sim *s, uint32_t at_ms, char *out, size_t size);

/* An interface-policy as it is typed: "2", "50%". */
const char *policy_text(uint32_t policy, char *out, size_t size);

/* Who did it: a unit's name, "you", "world". */
const char *who_word(const struct sim *s, uint32_t who);

/* "CTX1/inside". */
const char *iface_name(const struct sim *s, uint32_t iface, char *out, size_t size);

/* What an entry tells, without time, who and kind: "G1 Standby Ready -> Active (HELLO not heard from mate)". */
const char *entry_text(const struct sim *s, const struct entry *e, char *out, size_t size);

/* What a person broke or mended, of an entry that tells of a fault, a mending or a refusal of one. */
struct target entry_target(const struct entry *e);

/* What the last event was: "hello of ASA1 reaches ASA2". */
const char *event_text(const struct sim *s, const struct event *e, char *out, size_t size);

#endif
