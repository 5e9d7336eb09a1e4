#!/bin/sh
# Brings the catalogues up to the texts of the program.  From the root of the
# sources:
#
#	tools/po/update.sh [LANG...]	these, or all of po/LINGUAS
#	tools/po/update.sh --new LANG	begins po/LANG.po
#
# Entries stay where they are, new ones go to the end, what nobody says any
# more goes away.  Above each stands what a translator needs: the note of who
# wrote the code, where it is seen, a picture; in a new catalogue also how long
# the longest translation is that fits.  No line numbers, no dates: what has
# not changed stays as it is.
set -eu
LC_ALL=C
export LC_ALL
tools=$(dirname "$0")
folder=$(mktemp -d "${TMPDIR:-/tmp}/vereda-po-XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM HUP

template() { # all texts, with their notes
	xgettext --keyword=_ --keyword=N_ --keyword=P_:1,2 \
	    --add-comments=TRANSLATORS: --from-code=UTF-8 \
	    --add-location=file -o "$folder/plain.pot" -f po/POTFILES.in
	sed -i -e '/^"POT-Creation-Date/d' -e '/^"Project-Id-Version/d' \
	    -e '/^"Report-Msgid-Bugs-To/d' "$folder/plain.pot"
	awk -f "$tools/where.awk" "$tools/where.txt" "$folder/plain.pot" \
	    >"$folder/all.pot"
}

update() { # LANG
	msgmerge -q --previous -o "$folder/merged.po" "po/$1.po" \
	    "$folder/all.pot"
	msgattrib --no-obsolete -o "$folder/used.po" "$folder/merged.po"
	awk -f "$tools/order.awk" "po/$1.po" "$folder/used.po" \
	    >"$folder/new.po"
	msgfmt --check-format --check-domain -o /dev/null "$folder/new.po"
	cmp -s "$folder/new.po" "po/$1.po" || cp "$folder/new.po" "po/$1.po"
	printf '%s: ' "$1"
	msgfmt --statistics -o /dev/null "po/$1.po" 2>&1
}

begin() { # LANG
	if [ -e "po/$1.po" ]; then
		echo "po/$1.po is there already" >&2
		exit 1
	fi
	known=$(sed -e '/^#/d' -e 's/\<en\>//' -e 's/[^ ][^ ]*/po\/&.po/g' \
	    po/LINGUAS)
	awk -f "$tools/longest.awk" $known "$folder/all.pot" \
	    >"$folder/new.pot"
	msginit --no-translator --locale="$1" -i "$folder/new.pot" \
	    -o "po/$1.po" 2>/dev/null
	sed -i -e '/^"PO-Revision-Date/d' -e '/^"Last-Translator/d' \
	    -e '/^"Language-Team/d' -e 's/charset=ASCII/charset=UTF-8/' \
	    -e '1,/^msgid/{/^#/d}' "po/$1.po"
	echo "po/$1.po: now answer \"@lang@\" with \"$1\""
}

template
if [ "${1:-}" = --new ]; then
	begin "$2"
	exit
fi
[ $# -gt 0 ] || set -- $(sed -e '/^#/d' -e 's/\<en\>//' po/LINGUAS)
for lang; do
	update "$lang"
done
