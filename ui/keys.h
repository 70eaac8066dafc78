/* Key bindings, from keys.def. */
#ifndef FAILSCOPE_UI_KEYS_H
#define FAILSCOPE_UI_KEYS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Every action once, in the order in which it is first bound. */
enum action {
	ACTION_NONE,
	ACTION_RUN,
	ACTION_STEP,
	ACTION_BACK,
	ACTION_NEXT,
	ACTION_LAST,
	ACTION_ASDM,
	ACTION_UNTIL,
	ACTION_NEXT_SECOND,
	ACTION_LAST_SECOND,
	ACTION_START,
	ACTION_END,
	ACTION_RESTART,
	ACTION_FASTER,
	ACTION_SLOWER,
	ACTION_UP,
	ACTION_DOWN,
	ACTION_LEFT,
	ACTION_RIGHT,
	ACTION_FAULTS,
	ACTION_WHY,
	ACTION_BREAK,
	ACTION_MEND,
	ACTION_MEND_ALL,
	ACTION_QUICK_1,
	ACTION_QUICK_2,
	ACTION_QUICK_3,
	ACTION_QUICK_4,
	ACTION_QUICK_5,
	ACTION_QUICK_6,
	ACTION_ACTIVE,
	ACTION_STANDBY,
	ACTION_RESET,
	ACTION_DEVICE,
	ACTION_LOG_UP,
	ACTION_LOG_DOWN,
	ACTION_SYSLOG,
	ACTION_FOLD_DOWN,
	ACTION_BRANCH,
	ACTION_THEME,
	ACTION_CHARSET,
	ACTION_PRESENT,
	ACTION_EXPORT,
	ACTION_RECORD,
	ACTION_LAB,
	ACTION_CLOSE,
	ACTION_HELP,
	ACTION_SUSPEND,
	ACTION_REDRAW,
	ACTION_QUIT,
	ACTION_FORWARD,
	ACTION_BACKWARD,
	ACTION_BLANK,
	ACTION_SHOW_LOG,
	ACTION_SPOTLIGHT,
	ACTION_LEAVE,
	ACTION_COUNT
};

struct binding {
	enum action action;
	uint32_t code;
	const char *shown, *word, *sentence;
};

extern const struct binding bindings[];
extern const int binding_count;

/* Those that go first while presenting. */
extern const struct binding present_bindings[];
extern const int present_binding_count;

/* The action of a key code, or ACTION_NONE. */
enum action keys_find(uint32_t code, bool presenting);

/* The bindings as Markdown tables: `failscope keys`, and the README. */
void keys_print(FILE *out);

#endif
