/* Lines as their trace entries keep them, and as text again. */
#include "sim/cli/conf_line.h"

#include <stdio.h>
#include <string.h>

#include "sim/words.h"

/* Both times of a line are one number of its entry, of 15 and 17 bits. */
static uint32_t both_times(const struct conf_line *line)
{
	return line->poll_ms | line->hold_ms << 15;
}

static uint32_t poll_of(uint32_t both)
{
	return both & 0x7fff;
}

static uint32_t hold_of(uint32_t both)
{
	return both >> 15;
}

void conf_line_note(const struct conf_line *line, struct entry *e)
{
	enum row_mode mode = cli_rows[line->typed].mode;
	bool leg = mode == ROW_INTERFACE || line->typed == TYPED_MONITOR || line->typed == TYPED_NO_MONITOR ||
	    line->typed == TYPED_INTERFACE;

	e->from = line->typed;
	e->to = (uint8_t)line->context;
	e->group = (uint8_t)(line->group ? line->group : (uint32_t)GROUP_NONE);
	e->iface = (uint16_t)(leg ? line->iface : (uint32_t)IFACE_NONE);
	e->b = line->poll_ms ? both_times(line) : line->address.ip ? line->address.ip : line->number;
}

/* A line that is being written. */
struct writing {
	char *out;
	size_t size, used;
};

static void put(struct writing *w, const char *text, size_t length)
{
	int n = snprintf(w->out + w->used, w->size - w->used, "%s%.*s", w->used && length ? " " : "", (int)length, text);

	w->used += n > 0 ? (size_t)n : 0;
	if (w->used >= w->size)
		w->used = w->size - 1;
}

static void put_word(struct writing *w, const char *word)
{
	put(w, word, strlen(word));
}

static void put_number(struct writing *w, uint32_t number)
{
	char text[16];

	snprintf(text, sizeof text, "%u", (unsigned)number);
	put_word(w, text);
}

/* A time as it is typed: whole seconds, or milliseconds, which the word msec stands before. */
static void put_ms(struct writing *w, uint32_t ms)
{
	if (ms % 1000 != 0)
		put_word(w, "msec");
	put_number(w, ms % 1000 ? ms : ms / 1000);
}

/* The words of a form up to its first value or bracket. */
static size_t plain_words(const char *form)
{
	size_t length = 0;

	while (form[length] && !strchr("[{", form[length]) && !(form[length] >= 'A' && form[length] <= 'Z'))
		length++;
	while (length > 0 && form[length - 1] == ' ')
		length--;
	return length;
}

/* --- values, as far as an entry keeps them ------------------------------------------------------------------ */

static void put_group_named(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	if (e->group == GROUP_NONE)
		return;
	put_word(w, "group");
	put_number(w, e->group);
}

static void put_group(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	put_number(w, e->group);
}

static void put_times(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	put_ms(w, poll_of(e->b));
	if (hold_of(e->b) == 0)
		return;
	put_word(w, "holdtime");
	put_ms(w, hold_of(e->b));
}

/* The word msec is one of the line's own here. */
static void put_link_poll(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	put_number(w, poll_of(e->b));
}

static void put_delay(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	if (e->b)
		put_number(w, e->b / 1000);
}

static void put_policy(struct writing *w, const struct sim *s, const struct entry *e)
{
	char text[16];

	(void)s;
	put_word(w, policy_text(e->b, text, sizeof text));
}

static void put_role(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	put_word(w, role_word(e->b));
}

static void put_value(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s;
	put_number(w, e->b);
}

static void put_context(struct writing *w, const struct sim *s, const struct entry *e)
{
	put_word(w, s->lab.contexts[e->to].name);
}

static void put_iface(struct writing *w, const struct sim *s, const struct entry *e)
{
	put_word(w, s->lab.ifaces[e->iface].name);
}

static void put_more(struct writing *w, const struct sim *s, const struct entry *e)
{
	(void)s, (void)e;
	put_word(w, "...");
}

static void put_address(struct writing *w, const struct sim *s, const struct entry *e)
{
	char ip[16];

	lab_ip_print(e->b, ip);
	put_word(w, ip);
	put_more(w, s, e);
}

/* What stands behind the plain words of a line; NULL: nothing. */
static void (*const values[TYPED_COUNT])(struct writing *w, const struct sim *s, const struct entry *e) = {
	[TYPED_ACTIVE] = put_group_named,
	[TYPED_STANDBY] = put_group_named,
	[TYPED_RESET] = put_group_named,
	[TYPED_POLLTIME] = put_times,
	[TYPED_LINK_POLL] = put_link_poll,
	[TYPED_IF_POLLTIME] = put_times,
	[TYPED_LAN_UNIT] = put_role,
	[TYPED_LAN_INTERFACE] = put_more,
	[TYPED_LINK] = put_more,
	[TYPED_LINK_IP] = put_more,
	[TYPED_KEY] = put_more,
	[TYPED_POLICY] = put_policy,
	[TYPED_MAC_PREFIX] = put_value,
	[TYPED_GROUP] = put_group,
	[TYPED_NO_GROUP] = put_group,
	[TYPED_CONTEXT] = put_context,
	[TYPED_PREEMPT] = put_delay,
	[TYPED_GROUP_POLICY] = put_policy,
	[TYPED_GROUP_POLLTIME] = put_times,
	[TYPED_MAC] = put_more,
	[TYPED_NO_MAC] = put_more,
	[TYPED_JOIN] = put_group,
	[TYPED_MONITOR] = put_iface,
	[TYPED_NO_MONITOR] = put_iface,
	[TYPED_INTERFACE] = put_iface,
	[TYPED_ADDRESS] = put_address,
	[TYPED_ASR] = put_value,
};

const char *conf_line_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	struct writing w = { out, size, 0 };
	const char *form = cli_rows[e->from].form;

	out[0] = '\0';
	put(&w, form, plain_words(form));
	if (values[e->from])
		values[e->from](&w, s, e);
	return out;
}
