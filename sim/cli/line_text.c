/* Lines as their trace entries keep them, and as text again. */
#include "sim/cli/conf_line.h"

#include <stdio.h>
#include <string.h>

/* Both times of a line in one number: 15 and 17 bits. */
static uint32_t both_times(const struct conf_line *line)
{
	return line->poll_ms | line->hold_ms << 15;
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

/* A time as it is typed: whole seconds, or milliseconds, which the word msec stands before. */
static void put_number(struct writing *w, uint32_t number, const char *behind)
{
	char text[16];

	put(w, text, (size_t)snprintf(text, sizeof text, "%u%s", (unsigned)number, behind));
}

static void put_ms(struct writing *w, uint32_t ms)
{
	if (ms % 1000 != 0)
		put(w, "msec", 4);
	put_number(w, ms % 1000 ? ms : ms / 1000, "");
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

/* The values behind them, as far as an entry keeps them. */
static void put_values(struct writing *w, const struct sim *s, const struct entry *e)
{
	char ip[16];

	switch ((enum typed)e->from) {
	case TYPED_ACTIVE:
	case TYPED_STANDBY:
	case TYPED_RESET:
		if (e->group != GROUP_NONE) {
			put(w, "group", 5);
			put_number(w, e->group, "");
		}
		break;
	case TYPED_GROUP:
	case TYPED_NO_GROUP:
	case TYPED_JOIN:
		put_number(w, e->group, "");
		break;
	case TYPED_POLLTIME:
	case TYPED_IF_POLLTIME:
	case TYPED_GROUP_POLLTIME:
		put_ms(w, e->b & 0x7fff);
		if (e->b >> 15) {
			put(w, "holdtime", 8);
			put_ms(w, e->b >> 15);
		}
		break;
	case TYPED_LINK_POLL:
		put_number(w, e->b & 0x7fff, "");
		break;
	case TYPED_PREEMPT:
		if (e->b)
			put_number(w, e->b / 1000, "");
		break;
	case TYPED_POLICY:
	case TYPED_GROUP_POLICY:
		put_number(w, e->b & 0xffff, e->b & POLICY_PERCENT ? "%" : "");
		break;
	case TYPED_LAN_UNIT:
		put(w, e->b == PRIMARY ? "primary" : "secondary", e->b == PRIMARY ? 7 : 9);
		break;
	case TYPED_MAC_PREFIX:
	case TYPED_ASR:
		put_number(w, e->b, "");
		break;
	case TYPED_CONTEXT:
		put(w, s->lab.contexts[e->to].name, strlen(s->lab.contexts[e->to].name));
		break;
	case TYPED_MONITOR:
	case TYPED_NO_MONITOR:
	case TYPED_INTERFACE:
		put(w, s->lab.ifaces[e->iface].name, strlen(s->lab.ifaces[e->iface].name));
		break;
	case TYPED_ADDRESS:
		lab_ip_print(e->b, ip);
		put(w, ip, strlen(ip));
		put(w, "...", 3);
		break;
	case TYPED_LAN_INTERFACE:
	case TYPED_LINK:
	case TYPED_LINK_IP:
	case TYPED_KEY:
	case TYPED_MAC:
	case TYPED_NO_MAC:
		put(w, "...", 3);
		break;
	default:
		break;
	}
}

const char *conf_line_text(const struct sim *s, const struct entry *e, char *out, size_t size)
{
	struct writing w = { out, size, 0 };
	const char *form = cli_rows[e->from].form;

	out[0] = '\0';
	put(&w, form, plain_words(form));
	put_values(&w, s, e);
	return out;
}
