/* Names, ports and addresses: the values that have a form of their own.
 *
 * They are read in the ASA's words (`10.1.1.1 255.255.255.0 standby 10.1.1.2`, `gi0/1`) and kept in
 * one spelling, so that two of them can be compared. */
#include "ui/conf/value.h"

#include <stdio.h>
#include <string.h>

#include "ui/conf/value_reader.h"

enum { VLAN_MAX = 4094 };

bool value_check_name(const char *text, size_t most, char *why, size_t why_size)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	static const char marks[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
	size_t length = strlen(text);

	if (length == 0)
		snprintf(why, why_size, "a name is missing");
	else if (length > most)
		snprintf(
		    why, why_size, "the name '%.40s' is longer than %zu characters", text, most);
	else if (!strchr(letters, text[0]) || strspn(text, marks) != length)
		snprintf(why, why_size,
		    "'%.40s' is not a name: letters, digits, '-', '_', '.', and first a letter or "
		    "a digit",
		    text);
	else
		return true;
	return false;
}

bool value_read_name(struct value_reader *p)
{
	if (!value_check_name(p->text, p->key->size - 1, p->why, p->why_size))
		return false;
	return value_set_text(p, p->text, strlen(p->text));
}

bool value_read_switch(struct value_reader *p)
{
	if (strcmp(p->text, "none") == 0)
		return value_set_number(p, SWITCH_NONE);
	return value_check_name(p->text, NAME_LEN - 1, p->why, p->why_size);
}

/* Is this the number of a port: slots and ports with slashes, then perhaps a VLAN? */
static bool is_port_number(const char *text)
{
	uint64_t value;
	int parts = 0;

	do {
		text += parts > 0;
		if (!value_take_digits(&text, 9999, &value))
			return false;
		parts++;
	} while (*text == '/' && parts < 3);
	if (*text == '.') {
		text++;
		if (!value_take_digits(&text, VLAN_MAX, &value) || value == 0)
			return false;
	}
	return *text == '\0';
}

/* Reads a port; words are written out, as the ASA does: g0/1 is GigabitEthernet0/1. */
static bool read_port(struct value_reader *p, const char *text, char out[PORT_LEN])
{
	size_t length = strcspn(text, " 0123456789");
	const char *kind = lab_port_kind(text, length), *number = value_skip_blanks(text + length);
	char full[VALUE_WORD_LEN];

	if (!kind || !is_port_number(number))
		return value_refuse(
		    p, "'%.60s' is not a port, such as GigabitEthernet0/1, or .10 behind it", text);
	snprintf(full, sizeof full, "%s%s", kind, number);
	if (strlen(full) >= PORT_LEN)
		return value_refuse(
		    p, "the port '%.60s' is longer than %d characters", full, PORT_LEN - 1);
	memset(out, 0, PORT_LEN);
	memcpy(out, full, strlen(full));
	return true;
}

bool value_read_port(struct value_reader *p)
{
	char port[PORT_LEN];

	if (!read_port(p, p->text, port))
		return false;
	memcpy(p->field, port, sizeof port);
	return true;
}

/* Does the key say that there may be nothing? */
static bool may_be_none(const struct lab_key *key)
{
	return strstr(key->unit, "none") != NULL;
}

bool value_read_link(struct value_reader *p)
{
	size_t length = strcspn(p->text, " ");
	const char *port = value_skip_blanks(p->text + length);
	struct link_conf link = { { 0 }, { 0 } };
	char name[VALUE_WORD_LEN];

	if (strcmp(p->text, "none") == 0 && may_be_none(p->key)) {
		memset(p->field, 0, sizeof link);
		return true;
	}
	snprintf(name, sizeof name, "%.*s",
	    (int)(length < VALUE_WORD_LEN ? length : VALUE_WORD_LEN), p->text);
	if (!value_check_name(name, NAME_LEN - 1, p->why, p->why_size))
		return false;
	memcpy(link.name, name, strlen(name));
	if (*port) {
		if (!read_port(p, port, link.port))
			return false;
	} else if (!may_be_none(p->key)) {
		return value_refuse(p,
		    "'%.60s' is not a name and a port, as in 'folink GigabitEthernet0/3'", p->text);
	}
	memcpy(p->field, &link, sizeof link);
	return true;
}

/* The next word of the text; false where there is none. */
static bool take_word(const char **text, char word[VALUE_WORD_LEN])
{
	size_t length;

	*text = value_skip_blanks(*text);
	length = strcspn(*text, " \t");
	snprintf(word, VALUE_WORD_LEN, "%.*s",
	    (int)(length < VALUE_WORD_LEN ? length : VALUE_WORD_LEN), *text);
	*text += length;
	return length > 0;
}

/* Reads an address that a unit can have. */
static bool read_host(struct value_reader *p, const char *word, uint32_t *ip)
{
	if (!lab_ip_parse(word, ip))
		return value_refuse(p, "'%s' is not an IPv4 address", word);
	if (*ip >> 24 == 0 || *ip >> 24 == 127 || *ip >> 24 >= 224)
		return value_refuse(p, "%s is not an address that a unit can have", word);
	return true;
}

/* Reads a mask, a.b.c.d or the number of its bits. */
static bool read_mask(struct value_reader *p, const char *word, bool bits, uint32_t *mask)
{
	const char *at = word;
	uint64_t count;

	if (bits) {
		if (!value_take_digits(&at, 32, &count) || *at || count == 0)
			return value_refuse(
			    p, "'/%s' is not the length of a mask, /1 to /32", word);
		*mask = 0xffffffffu << (32 - count);
		return true;
	}
	if (!lab_ip_parse(word, mask) || *mask == 0 || (~*mask & (~*mask + 1)) != 0)
		return value_refuse(p, "'%s' is not a subnet mask, such as 255.255.255.0", word);
	return true;
}

/* Reads the part behind the mask: `standby IP`, or nothing where that is allowed. */
static bool read_standby(struct value_reader *p, const char *text, uint32_t *standby)
{
	char word[VALUE_WORD_LEN];

	if (!take_word(&text, word)) {
		if (strstr(p->key->unit, "[standby"))
			return true;
		return value_refuse(
		    p, "the standby address is missing: both ends of a link need one");
	}
	if (strcmp(word, "standby") != 0)
		return value_refuse(p, "'%s' is not 'standby'", word);
	if (!take_word(&text, word))
		return value_refuse(p, "the address behind 'standby' is missing");
	if (!read_host(p, word, standby))
		return false;
	if (take_word(&text, word))
		return value_refuse(p, "'%s' is too much: IP MASK standby IP", word);
	return true;
}

bool value_read_address(struct value_reader *p)
{
	struct address a = { 0, 0, 0 };
	const char *text = p->text;
	char word[VALUE_WORD_LEN], *slash;

	if (strcmp(text, "none") == 0 && may_be_none(p->key)) {
		memcpy(p->field, &a, sizeof a);
		return true;
	}
	take_word(&text, word);
	slash = strchr(word, '/');
	if (slash)
		*slash = '\0';
	if (!read_host(p, word, &a.ip))
		return false;
	if (!slash && !take_word(&text, word))
		return value_refuse(p, "the mask behind %s is missing", p->text);
	if (!read_mask(p, slash ? slash + 1 : word, slash != NULL, &a.mask))
		return false;
	if (!read_standby(p, text, &a.standby))
		return false;
	memcpy(p->field, &a, sizeof a);
	return true;
}
