#!/bin/sh
# Who may include what, and what sim/ may call: `make rooms`. The argument is the library of sim/.
set -u
bad=0
complain() { echo "rooms: $*"; bad=1; }

# sim/ knows nobody: its own headers and a short list of the C library's.
for f in sim/*.[ch] sim/*/*.[ch]; do
	[ -e "$f" ] || continue
	sed -n 's/^#include *[<"]\([^>"]*\)[>"].*/\1/p' "$f" | while read -r h; do
		case $h in
		sim/*|stdint.h|stdbool.h|stddef.h|stdio.h|string.h|assert.h) ;;
		*) echo "$f includes $h" ;;
		esac
	done
done | grep . && bad=1

# One door a library.
door() {
	found=$(grep -l "^#include *<$1" ui/*.[ch] ui/*/*.[ch] sim/*.[ch] sim/*/*.[ch] 2>/dev/null | tr '\n' ' ')
	[ "$found" = "$2 " ] || complain "<$1> belongs in $2, and is in: $found"
}
door curses.h ui/backs/curses.c
door event2/ ui/loop.c
door ini.h ui/conf/ini.c
if grep -l '^#include *<cmocka.h>' ui/*.[ch] ui/*/*.[ch] sim/*.[ch] sim/*/*.[ch] 2>/dev/null; then complain "cmocka belongs in tests/"; fi

# What the simulator may call: memory it was given, and text into it.
allowed=' memcpy memmove bcmp memset memcmp strlen strcmp strncmp strchr strcspn strspn snprintf __snprintf_chk __assert_fail __stack_chk_fail __memcpy_chk __memset_chk '
defined=$(nm --defined-only "$1" | awk 'NF == 3 {print $3}' | tr '\n' ' ')
for symbol in $(nm -u "$1" | awk '$1 == "U" {print $2}' | sort -u); do
	case " $defined $allowed " in
	*" $symbol "*) ;;
	*) complain "sim/ calls $symbol" ;;
	esac
done

# No global of sim/ outlives a call: no writable data.
size -A "$1" | awk '$1 ~ /^\.(data|bss)$/ && $2 > 0' | grep . && complain "sim/ has writable globals"

# Structs of the state have no hidden padding: they are copied and compared as bytes.
printf '%s\n' '#pragma GCC diagnostic push' '#pragma GCC diagnostic ignored "-Wpadded"' '#include "sim/lab.h"' '#include "sim/trace.h"' \
	'#pragma GCC diagnostic pop' '#include "sim/sim.h"' | ${CC:-cc} -std=c11 -I. -Werror=padded -fsyntax-only -xc - ||
	complain "a struct of the state is padded"

# Only history moves the model, and only group_enter writes a state.
grep -n 'sim_step(\|sim_run(\|sim_command(\|sim_unpack(' ui/*.c ui/*/*.c && complain "only history_* moves the model"
[ "$(grep -c 'm->state = ' sim/group.c)" = 1 ] || complain "a group's state has more than one writer"

[ $bad = 0 ] && echo "rooms: every include and call is where it belongs"
exit $bad
