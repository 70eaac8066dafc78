#!/bin/sh
# Runs the test programs given as arguments, one after the other; prints the names of those that fail.
set -u
passed=0 failed=0
for program; do
	log=$program.log
	if "$program" >"$log" 2>&1; then
		count=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
		passed=$((passed + ${count:-0}))
		printf '  ok     %-22s %s\n' "${program##*/}" "${count:-0}"
	else
		failed=$((failed + 1))
		printf '  FAILED %s\n' "${program##*/}"
		grep -v -e '^\[ RUN' -e '^\[       OK' "$log" | tail -n "${LINES_SHOWN:-60}"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
