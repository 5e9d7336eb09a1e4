#!/bin/sh
# make bench: the finder with OPTIONS options more than the starter content
# has.  Prints rows for the table of bench.sh, who calls it; needs valgrind.
set -eu
: "${srcdir:=.}" "${builddir:=.}"

. "$srcdir/tests/bench/figures.sh"

# What the keys of the finder cost behind Home, with many options invented.
steps() { # NAME BUNDLE
	finder="$builddir/vereda --bundle $2 --root $builddir/development.root
	    --lang es --line"
	before=0
	for keys in '1\n' '1\n4\n' '1\n4\n2\n' '1\n4\n2\n1\n'; do
		# shellcheck disable=SC2059,SC2086 # keys are a format
		now=$(printf "$keys" | instructions $finder)
		case $keys in
		'1\n') step= ;;
		'1\n4\n') step='the six facets' ;;
		'1\n4\n2\n') step='one facet' ;;
		*) step='a value marked' ;;
		esac
		[ -z "$step" ] ||
		    row "instructions, $step, $1" "$((now - before))"
		before=$now
	done
	# shellcheck disable=SC2086
	row "resident at most, to the list, $1" \
	    "$(printf '1\n4\n2\n1\n0\n8\n' |
	    "$builddir/bench-options" resident $finder)"
}

if [ -x "$builddir/bench-options" ] && command -v valgrind >/dev/null; then
	many=$builddir/bench-many.vereda
	trap 'rm -f "$many"' EXIT # a kiosk beside it would show it
	trap 'exit 1' INT TERM HUP
	for count in 0 "${OPTIONS:-100000}"; do
		"$builddir/bench-options" make "$count" \
		    "$srcdir/data/channels/crm" "$builddir/development.key" \
		    "$many"
		steps "$count options more" "$many"
	done
fi
