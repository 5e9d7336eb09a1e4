#!/bin/sh
# make bench-peers: the same text in a bundle of ours, in a ZIM that
# zimwriterfs makes, in plain SQLite and (the dictionary) in dictd; the same
# questions to each, in one run.  Prints Markdown tables for doc/quality.md
# and draws bench-peers.svg.  CORPORA names the folder of the text.  Our
# bundles are drafts; with RELEASE=yes they are releases, which takes long.
set -eu
: "${srcdir:=.}" "${builddir:=.}"
CORPORA=${CORPORA:-$builddir/corpora}
QUERIES=${QUERIES:-500}
ARTICLES=${ARTICLES:-2000}
export CORPORA VEREDA_ROOT="$builddir/development.root"

. "$srcdir/tests/bench/figures.sh"

figures=$CORPORA/figures
mkdir -p "$CORPORA" "$figures"
sh "$srcdir/tests/bench/corpora.sh" "$CORPORA"

have() {
	command -v "$1" >/dev/null
}

if have zimwriterfs && have c++ && pkg-config --exists libzim; then
	# shellcheck disable=SC2046 # flags are words
	c++ -std=c++17 -O2 -I"$builddir" -I"$srcdir/src" \
	    -o "$builddir/bench-zim" "$srcdir/tests/bench/bench_zim.cc" \
	    "$builddir/tests/bench/bench_peer.o" "$builddir/libvereda.a" \
	    $(pkg-config --cflags --libs libzim)
	engines='vereda zim plain'
else
	echo 'no libzim-dev or zim-tools: without ZIM' >&2
	engines='vereda plain'
fi

seconds() { # COMMAND...: of the processor, its own and its children's
	( "$@" >/dev/null 2>&1; times ) | awk 'NR == 2 {
		for (i = 1; i <= 2; i++) {
			split($i, t, /[ms]/)
			sum += 60 * t[1] + t[2]
		}
		printf "%.1f\n", sum }'
}

build() { # ENGINE CORPUS
	case $1 in
	vereda)
		"$builddir/bench-corpus" bundle "$CORPORA/$2.tsv" \
		    "$srcdir/tests/bench/bench" \
		    "$builddir/development.key" "$CORPORA/$2.vereda" ;;
	plain)
		"$builddir/bench-corpus" plain "$CORPORA/$2.tsv" \
		    "$CORPORA/$2.plain" ;;
	zim)
		zimwriterfs -w "$(first "$2").html" -I icon.png -l eng -n "$2" \
		    -t "$2" -d text -c nobody -p nobody \
		    "$CORPORA/$2.pages" "$CORPORA/$2.zim" ;;
	esac
}

first() { # CORPUS: the id of its first record
	head -n 1 "$CORPORA/$1.tsv" | cut -f 2
}

# A picture that zimwriterfs insists on: 1x1, PNG.
icon() {
	printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\0\0\0\0:~\233U'
	# shellcheck disable=SC2016 # bytes, not shell
	printf '\0\0\0\nIDATx\234c`\0\0\0\2\0\1H\257\244q\0\0\0\0IEND\256B`\202'
}

put() { # CORPUS NAME ENGINE VALUE
	printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$figures/all"
}

of() { # NAME: its value in what bench-ENGINE printed
	sed -n "s/^$1 \([0-9.]*\).*/\1/p" "$figures/out"
}

middle() { # NAME: the fifth of the nine values that it printed
	of "$1" | sort -n | sed -n 5p
}

lines_of() { # FILE KEYS: instructions of the kiosk that is given these
	printf '1\n/\n%s\n' "$2" | instructions "$builddir/vereda" \
	    --bundle "$1" --root "$VEREDA_ROOT" --lang en --line
}

a_key() { # FILE: instructions from a key to the painted list
	some=$(lines_of "$1" pe)
	all=$(lines_of "$1" 'person of the ship')
	echo $(((all - some) / 16))
}

measure() { # ENGINE CORPUS
	file=$CORPORA/$2.$1
	bench="$builddir/bench-$1"
	id=$(first "$2")
	rm -f "$file"
	put "$2" build "$1" "$(seconds build "$1" "$2")"
	put "$2" size "$1" "$(wc -c <"$file" | tr -d ' ')"
	for _ in 1 2 3 4 5 6 7 8 9; do
		"$bench" article "$file" "$id"
	done >"$figures/out"
	put "$2" article-resident "$1" "$(middle resident)"
	put "$2" open "$1" "$(middle processor)"
	if have valgrind; then
		put "$2" open-instructions "$1" \
		    "$(instructions "$bench" article "$file" "$id")"
		word=$(sed -n 's/^word\t//p' "$CORPORA/$2.queries" | head -n 1)
		put "$2" search-instructions "$1" "$(instructions "$bench" \
		    search "$file" "${word%%	*}" "${word#*	}")"
	fi
	"$bench" searches "$file" "$CORPORA/$2.queries" >"$figures/out"
	for kind in -word -prefix -two -three ''; do
		put "$2" "search$kind-p50" "$1" "$(of "search$kind-p50")"
		put "$2" "search$kind-p99" "$1" "$(of "search$kind-p99")"
	done
	put "$2" search-empty "$1" "$(of empty)"
	put "$2" search-resident "$1" "$(of resident)"
	if [ "$1" = zim ]; then
		SNIPPETS=1 "$bench" searches "$file" "$CORPORA/$2.queries" \
		    >"$figures/out"
	fi
	put "$2" listed-p50 "$1" "$(of search-p50)"
	put "$2" listed-p99 "$1" "$(of search-p99)"
	if [ "$1" = vereda ]; then
		# as one types, less what the kiosk costs without a key
		"$builddir/bench-worst" "$file" >&2
		put "$2" key-instructions vereda "$(a_key "$file")"
		"$bench" long "$file" "$CORPORA/$2.ids" "$CORPORA/$2.queries" \
		    "${TURNS:-100000}" "${SEARCHES:-10000}" >"$figures/out"
		put "$2" long-early vereda "$(of resident-at-a-tenth)"
		put "$2" long-late vereda "$(of resident-at-the-end)"
		put "$2" long-peak vereda "$(of resident)"
	fi
	"$bench" cold "$file" "$CORPORA/$2.queries" >"$figures/out"
	put "$2" cold-p50 "$1" "$(of cold-p50)"
	"$bench" articles "$file" "$CORPORA/$2.ids" >"$figures/out"
	put "$2" article-p50 "$1" "$(of article-p50)"
	put "$2" article-p99 "$1" "$(of article-p99)"
	put "$2" articles-resident "$1" "$(of resident)"
	"$bench" verify "$file" >"$figures/out"
	put "$2" verify "$1" "$(of processor)"
}

# The dictionary as Debian has it, by headwords alone: dictd knows no full
# text.  Each time one word is asked of a server that is started for it.
dictd_files() {
	for part in dict.dz index; do
		echo "$CORPORA/root/usr/share/dictd/gcide.$part"
	done
}

ask_dictd() { # COMMAND...: that runs dictd
	printf 'DEFINE gcide abacus\r\nQUIT\r\n' | "$@" -i \
	    -c "$figures/dictd.conf" --locale C.UTF-8
}

ask_dictd_often() { # 50 times
	for _ in 0 1 2 3 4 5 6 7 8 9; do
		for _ in 0 1 2 3 4; do
			ask_dictd dictd
		done
	done
}

measure_dictd() { # CORPUS
	dictd_files | sed -e '1s/.*/database gcide { data "&"/' \
	    -e '2s/.*/index "&" }/' >"$figures/dictd.conf"
	ask_dictd dictd | grep -q '^150 ' || return 0
	# shellcheck disable=SC2046 # names without blanks
	put "$1" size dictd "$(cat $(dictd_files) | wc -c | tr -d ' ')"
	put "$1" open dictd "$(seconds ask_dictd_often |
	    awk '{ printf "%.2f\n", 1000 * $1 / 50 }')"
	if have valgrind; then
		put "$1" open-instructions dictd \
		    "$(ask_dictd instructions dictd)"
	fi
}

rm -f "$figures/all"
for corpus in ${CORPUS:-long short}; do
	"$builddir/bench-corpus" queries "$CORPORA/$corpus.tsv" "$QUERIES" \
	    >"$CORPORA/$corpus.queries"
	"$builddir/bench-corpus" ids "$CORPORA/$corpus.tsv" "$ARTICLES" \
	    >"$CORPORA/$corpus.ids"
	case $engines in
	*zim*)
		if [ ! -d "$CORPORA/$corpus.pages" ]; then
			"$builddir/bench-corpus" pages \
			    "$CORPORA/$corpus.tsv" "$CORPORA/$corpus.pages"
			icon >"$CORPORA/$corpus.pages/icon.png"
		fi ;;
	esac
	for engine in $engines; do
		measure "$engine" "$corpus"
	done
	if [ "$corpus" = short ] && PATH=$PATH:/usr/sbin have dictd; then
		PATH=$PATH:/usr/sbin measure_dictd "$corpus"
	fi
done
sh "$srcdir/tests/bench/peers_table.sh" "$figures/all" \
    "$builddir/bench-peers.svg"
