/* Typed values, written: what value_parse reads back, and what a key takes in words. */
#include "ui/conf/value.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sim/words.h"

void value_format_time(uint32_t ms, char *out, size_t size)
{
	if (ms % 1000 == 0)
		snprintf(out, size, "%u s", ms / 1000);
	else
		snprintf(out, size, "%u ms", ms);
}

bool value_choice(const struct lab_key *key, uint32_t index, char word[VALUE_WORD_LEN])
{
	const char *at = key->unit;
	size_t length;

	for (; index > 0 && at; index--) {
		at = strchr(at, '|');
		at += at != NULL;
	}
	word[0] = '\0';
	if (!at)
		return false;
	length = strcspn(at, "|");
	assert(length < VALUE_WORD_LEN);
	memcpy(word, at, length);
	word[length] = '\0';
	return true;
}

/* All choices in a row: "dark, light or mono". */
static void format_choices(const struct lab_key *key, char *out, size_t size)
{
	char word[VALUE_WORD_LEN], next[VALUE_WORD_LEN];
	size_t used = 0;

	for (uint32_t i = 0; value_choice(key, i, word); i++) {
		const char *before = value_choice(key, i + 1, next) ? ", " : " or ";

		assert(used + strlen(word) + 4 < size);
		used +=
		    (size_t)snprintf(out + used, size - used, "%s%s", i == 0 ? "" : before, word);
	}
}

/* Seconds since 1970 as a date and a time of day. */
static void format_clock(uint32_t seconds, char *out, size_t size)
{
	static const unsigned lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	unsigned days = seconds / 86400, year = 1970, month = 0, length;
	bool leap;

	for (;; year++, days -= length) {
		leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
		length = leap ? 366 : 365;
		if (days < length)
			break;
	}
	for (; days >= (length = lengths[month] + (month == 1 && leap)); month++)
		days -= length;
	seconds %= 86400;
	snprintf(out, size, "%04u-%02u-%02u %02u:%02u:%02u", year, month + 1, days + 1,
	    seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static void format_address(const struct address *a, char *out, size_t size)
{
	char ip[16], mask[16], standby[16];

	lab_ip_print(a->ip, ip);
	lab_ip_print(a->mask, mask);
	lab_ip_print(a->standby, standby);
	if (!a->ip)
		snprintf(out, size, "none");
	else if (!a->standby)
		snprintf(out, size, "%s %s", ip, mask);
	else
		snprintf(out, size, "%s %s standby %s", ip, mask, standby);
}

static void format_link(const struct link_conf *link, char *out, size_t size)
{
	if (!link->name[0])
		snprintf(out, size, "none");
	else
		snprintf(out, size, "%s%s%s", link->name, link->port[0] ? " " : "", link->port);
}

/* The values that are numbers. */
static void format_number(const struct lab_key *key, uint32_t value, char *out, size_t size)
{
	char word[VALUE_WORD_LEN];

	if ((key->type == TYPE_POWER && value == TIME_NEVER))
		snprintf(out, size, "never");
	else if (key->type == TYPE_PREEMPT && (value == PREEMPT_OFF || value == 0))
		snprintf(out, size, "%s", value == 0 ? "yes" : "no");
	else if (key->type == TYPE_TIME || key->type == TYPE_POWER || key->type == TYPE_PREEMPT)
		value_format_time(value, out, size);
	else if (key->type == TYPE_YES)
		snprintf(out, size, "%s", value ? "yes" : "no");
	else if (key->type == TYPE_MONITOR)
		snprintf(out, size, "%s",
		    value == MONITOR_DEFAULT ? "default"
		    : value                  ? "yes"
					     : "no");
	else if (key->type == TYPE_CHOICE)
		snprintf(out, size, "%s", value_choice(key, value, word) ? word : "?");
	else if (key->type == TYPE_CLOCK)
		format_clock(value, out, size);
	else if (key->type == TYPE_POLICY)
		policy_text(value, out, size);
	else if (key->type == TYPE_SWITCH && value == SWITCH_NONE)
		snprintf(out, size, "none");
	else if (key->type == TYPE_TENTHS && value % 10)
		snprintf(out, size, "%u.%u", value / 10, value % 10);
	else
		snprintf(out, size, "%u", key->type == TYPE_TENTHS ? value / 10 : value);
}

void value_format(const struct lab_key *key, const void *field, char *out, size_t size)
{
	switch (key->type) {
	case TYPE_TITLE:
	case TYPE_NAME:
	case TYPE_PORT:
		snprintf(out, size, "%s", (const char *)field);
		break;
	case TYPE_LINK:
		format_link(field, out, size);
		break;
	case TYPE_ADDRESS:
		format_address(field, out, size);
		break;
	case TYPE_TIME:
	case TYPE_POWER:
	case TYPE_NUMBER:
	case TYPE_YES:
	case TYPE_CHOICE:
	case TYPE_CLOCK:
	case TYPE_PREEMPT:
	case TYPE_POLICY:
	case TYPE_MONITOR:
	case TYPE_SWITCH:
	case TYPE_TENTHS:
		format_number(key, *(const uint32_t *)field, out, size);
		break;
	}
}

void value_range(const struct lab_key *key, char *out, size_t size)
{
	char least[24], most[24];
	bool never = key->type == TYPE_POWER;

	switch (key->type) {
	case TYPE_TIME:
	case TYPE_POWER:
	case TYPE_NUMBER:
	case TYPE_TENTHS:
		format_number(key, key->least, least, sizeof least);
		format_number(key, key->most, most, sizeof most);
		snprintf(out, size, "%s to %s%s", least, most, never ? ", or never" : "");
		break;
	case TYPE_POLICY:
		snprintf(out, size, "%u to %u, or 1%% to 100%%", key->least, key->most);
		break;
	case TYPE_CHOICE:
	case TYPE_YES:
	case TYPE_MONITOR:
		format_choices(key, out, size);
		break;
	case TYPE_CLOCK:
	case TYPE_PREEMPT:
	case TYPE_SWITCH:
	case TYPE_TITLE:
	case TYPE_NAME:
	case TYPE_PORT:
	case TYPE_LINK:
	case TYPE_ADDRESS:
		snprintf(out, size, "%s", key->unit);
		break;
	}
}
