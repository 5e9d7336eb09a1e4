#!/bin/sh
# Text that nobody here wrote, for make bench-peers: the manual pages of
# Debian's packages in four languages, and an English dictionary.
#
#	corpora.sh DIR
#
# Fetches the packages with apt-get into DIR/deb, unpacks them, and writes
# DIR/long.tsv and DIR/short.tsv: on each line a language, an id, a title and
# a text whose ends of line are written "\n".  What is there is not made
# again.  German pages are left out: no bundle can carry German.
set -eu
: "${builddir:=.}"
dir=$1
packages='manpages manpages-dev manpages-es manpages-es-dev manpages-fr
    manpages-fr-dev manpages-pt-br manpages-pt-br-dev dict-gcide'

mkdir -p "$dir/deb" "$dir/root"
if [ ! -d "$dir/root/usr/share/dictd" ]; then
	# shellcheck disable=SC2086 # a list of names
	(cd "$dir/deb" && apt-get download $packages)
	for deb in "$dir"/deb/*.deb; do
		dpkg-deb -x "$deb" "$dir/root"
	done
fi

page() { # LANG FILE: one record
	name=$(basename "$2" .gz)
	zcat "$2" | mandoc -Tutf8 -O width=1000 2>/dev/null | col -bx |
	    awk -v lang="$1" -v name="$name" '
	function text(s) {
		gsub(/[ \t]+/, " ", s)
		sub(/^ /, "", s)
		sub(/ $/, "", s)
		return s
	}
	NR == 1 || /^ *$/ { blank = 1; next }
	{
		line = text($0)
		if (line ~ / - / && title == "")
			title = line
		all = all (all == "" ? "" : blank ? "\\n\\n" : "\\n") line
		blank = 0
		last = line
	}
	END {
		all = substr(all, 1, length(all) - length(last))
		if (length(all) < 200)
			exit
		if (title == "" || length(title) > 100)
			title = name
		id = tolower(lang "-" name)
		gsub(/[^a-z0-9]+/, "-", id)
		printf "%s\t%s\t%s\t%s\n", lang, id, title, all
	}'
}

pages() { # LANG FOLDER...
	lang=$1
	shift
	find "$@" -name '*.[1-8]*.gz' -type f -size -128k | LC_ALL=C sort |
	    while read -r file; do
		page "$lang" "$file"
	    done
}

man=$dir/root/usr/share/man
if [ ! -f "$dir/long.tsv" ]; then
	{
		pages en "$man"/man*
		pages es "$man/es"
		pages fr "$man/fr"
		pages pt "$man/pt_BR"
	} | awk -F '\t' '!seen[$2]++' >"$dir/long.tmp"
	mv "$dir/long.tmp" "$dir/long.tsv"
fi
if [ ! -f "$dir/short.tsv" ]; then
	zcat <"$dir/root/usr/share/dictd/gcide.dict.dz" >"$dir/gcide.dict"
	"$builddir/bench-corpus" dictionary "$dir/gcide.dict" \
	    <"$dir/root/usr/share/dictd/gcide.index" >"$dir/short.tmp"
	mv "$dir/short.tmp" "$dir/short.tsv"
	rm "$dir/gcide.dict"
fi
