#!/bin/sh
# asciinema reads our recordings: `make test-cast`. It prints exactly what the recording says a terminal is sent, and
# plays it to its end. Skipped where it is not installed.
set -eu
program=${FAILSCOPE:-build/release/failscope}
if ! command -v asciinema >/dev/null 2>&1; then
	echo "  skipped cast.sh: asciinema is not installed"
	exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PYTHONIOENCODING=utf-8 LC_ALL=C.UTF-8 HOME="$folder" TERM=xterm-256color

# asciinema wants a terminal for its keys, which `script` is.
in_terminal() { script -qec "$1" /dev/null </dev/null >"$folder/screen" 2>&1; }

"$program" record --do "10 fault power ASA1" --do "40 mend all" --until 100 --idle 1 -o "$folder/a.cast"
"$program" record no-preempt.ini --size 120x36 --theme light --do "3 fault carrier folink" --until 20 -o "$folder/b.cast"
for cast in "$folder"/*.cast; do
	in_terminal "asciinema cat '$cast' >'$folder/printed'" || { cat "$folder/screen"; echo "cast.sh: asciinema cat failed"; exit 1; }
	# What it is to print, by a reader of JSON that is not ours.
	python3 -c 'import json, sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
head = json.loads(lines[0])
events = [json.loads(line) for line in lines[1:]]
assert head["version"] == 2 and head["width"] > 0 and head["height"] > 0 and head["failscope"]["lab"]
assert all(len(e) == 3 and e[1] in ("o", "m") for e in events)
assert all(a[0] <= b[0] for a, b in zip(events, events[1:]))
assert any(e[1] == "m" for e in events)
sys.stdout.buffer.write("".join(e[2] for e in events if e[1] == "o").encode())' "$cast" >"$folder/expected"
	cmp "$folder/printed" "$folder/expected" || { echo "cast.sh: asciinema cat prints something else"; exit 1; }
	in_terminal "asciinema play -s 1000 -i 0.01 '$cast'" || { cat "$folder/screen"; echo "cast.sh: asciinema play failed"; exit 1; }
	echo "  ok     cast.sh: ${cast##*/}, $(wc -l <"$cast") lines"
done
