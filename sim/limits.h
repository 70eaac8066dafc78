/* Every capacity, in one place.  -DSMALL makes them tiny, so that a test meets each border. */
#ifndef FAILSCOPE_SIM_LIMITS_H
#define FAILSCOPE_SIM_LIMITS_H

enum {
#ifdef SMALL
	CONTEXT_MAX = 3,
	IFACE_MAX = 6,
	SWITCH_MAX = 2,
	QUEUE_MAX = 96,
	MAIL_MAX = 24,
	POSTED_MAX = 4,
#else
	CONTEXT_MAX = 250, /* security contexts of a 5585-X */
	IFACE_MAX = 1025,  /* monitored interfaces of a pair, 9.12 and later [G912] */
	SWITCH_MAX = 8,
	QUEUE_MAX = 8192, /* events that wait at one time */
	MAIL_MAX = 128,   /* failover messages in flight */
	POSTED_MAX = 32,  /* configuration lines among them */
#endif
	UNIT_COUNT = 2,
	GROUP_COUNT = 3,  /* 0 is the system execution space */
	MAC_MAX = 8,      /* ports of a group with MAC addresses of their own */
	HISTORY_MAX = 20, /* rows of `show failover history` [KP] */
	CAUSE_MAX = 3,    /* causes of a trace entry */
	NAME_LEN = 32,
	NAMEIF_LEN = 24,
	PORT_LEN = 28,
	TITLE_LEN = 80,
	TIME_MAX_MS = 0x7ffffffe, /* a run ends after 24 days */
};

#endif
