/* What the devices would send to a syslog server.
 *
 * A message follows from one trace entry: the unit that the entry is about sends it, then.  Nothing is kept; whoever
 * goes through the trace goes through the syslog of both units. */
#ifndef FAILSCOPE_SIM_SYSLOG_H
#define FAILSCOPE_SIM_SYSLOG_H

#include "sim/sim.h"

enum syslog_id {
#define SYSLOG(number, ...) SYSLOG_##number,
#define NOT_YET(number, ...) SYSLOG_##number,
#include "sim/syslog.def"
	SYSLOG_COUNT
};

enum { SYSLOG_PER_ENTRY = 4 }; /* no entry causes more */

struct syslog_row {
	uint32_t number;
	uint8_t severity;
	enum trust trust;
	bool (*when)(const struct sim *s, const struct entry *e); /* NULL: nothing causes it yet */
	const char *template;
	const char *cause; /* what causes it; or what is missing for that */
};

extern const struct syslog_row syslog_rows[SYSLOG_COUNT];

/* A message, and the entry that made the unit send it. */
struct syslog_line {
	enum syslog_id id;
	const struct entry *e;
};

/* The messages that an entry makes its unit send, in order, at most `most`; returns how many. Of `s` only the lab is
 * read, so that it may stand at another time than the entry. */
int syslog_of(const struct sim *s, const struct entry *e, struct syslog_line out[], int most);

/* Who sends it. */
uint32_t syslog_unit(const struct syslog_line *line);

/* "%ASA-1-104001: (Primary_group_1) Switching to ACTIVE - HELLO not heard from mate." */
const char *syslog_text(const struct sim *s, const struct syslog_line *line, char *out, size_t size);

#endif
