#!/bin/sh
# make bench: what the kiosk and its content cost, in bytes, instructions and
# wake-ups.  Prints a Markdown table for doc/quality.md.  Nothing here can
# fail a build: figures are read by people.
set -eu
: "${srcdir:=.}" "${builddir:=.}"
turns=${TURNS:-100000}
seconds=${SECONDS_QUIET:-60}

. "$srcdir/tests/bench/figures.sh"

bytes() {
	wc -c <"$1" | tr -d ' '
}

printf 'Date: %s. Machine: %s, %s.\n\n' "$(date -u +%Y-%m-%d)" \
    "$(uname -m)" "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
echo '| what | figure |'
echo '|---|---|'

text=$(cat "$srcdir"/data/channels/crm/articles/*/*.md \
    "$srcdir"/data/channels/crm/alerts/*/*.md \
    "$srcdir"/data/channels/crm/*.csv | wc -c | tr -d ' ')
bundle=$(bytes "$builddir/crm.vereda")
"$builddir/vereda-pack" extract "$builddir/crm.vereda" \
    --root "$builddir/development.root" -o "$builddir/bench.db" >/dev/null
database=$(bytes "$builddir/bench.db")
rm -f "$builddir/bench.db"
row 'sources of the starter content (bytes of Markdown and CSV)' "$text"
row 'database with full-text index (bytes)' "$database"
row 'bundle (bytes)' "$bundle"
row 'bundle : sources' "$(awk "BEGIN { printf \"%.2f\", $bundle / $text }")"
row 'database : bundle' "$(awk "BEGIN { printf \"%.2f\", $database / $bundle }")"

for program in vereda vereda-load vereda-pack; do
	cp "$builddir/$program" "$builddir/bench.bin"
	strip "$builddir/bench.bin"
	row "$program, stripped (bytes)" "$(bytes "$builddir/bench.bin")"
	rm -f "$builddir/bench.bin"
done

if command -v valgrind >/dev/null; then
	kiosk="$builddir/vereda --bundle $builddir/crm.vereda
	    --root $builddir/development.root --lang es"
	# shellcheck disable=SC2086 # a list of words
	row 'instructions, --version' "$(instructions \
	    "$builddir/vereda" --version </dev/null)"
	# shellcheck disable=SC2086
	row 'instructions, start to home (line mode)' \
	    "$(printf '1\n' | instructions $kiosk --line)"
	# shellcheck disable=SC2086
	row 'instructions, start to first article (line mode)' \
	    "$(printf '1\n1\n1\n' | instructions $kiosk --line)"
	# shellcheck disable=SC2086
	row 'instructions, --find pasaporte' \
	    "$(instructions $kiosk --find pasaporte </dev/null)"
	row 'instructions, whole verification (vereda-load check)' \
	    "$(instructions "$builddir/vereda-load" check \
	    --root "$builddir/development.root" "$builddir/crm.vereda" \
	    </dev/null)"
fi

sh "$srcdir/tests/bench/bench_update.sh"

sh "$srcdir/tests/bench/bench_options.sh"

if [ -x "$builddir/bench-kiosk" ]; then
	"$builddir/bench-kiosk" "$turns" "$seconds" |
	    while read -r name value; do
		row "$name" "$value"
	    done
fi
