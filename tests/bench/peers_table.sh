#!/bin/sh
# The figures of bench_peers.sh (corpus, name, engine, value; with tabs) as
# Markdown tables, and as bars in an SVG picture.
#
#	peers_table.sh FIGURES [PICTURE.svg]
set -eu

tab=$(printf '\t')
# name, what it is called, unit
names="size${tab}size with index${tab}bytes
build${tab}building it${tab}s
open${tab}start to first article${tab}ms
open-instructions${tab}start to first article${tab}instructions
search-instructions${tab}start to first search${tab}instructions
search-p50${tab}search, p50${tab}us
search-p99${tab}search, p99${tab}us
search-word-p99${tab}search of one word, p99${tab}us
search-prefix-p99${tab}search of a prefix, p99${tab}us
search-two-p99${tab}search of two words, p99${tab}us
search-three-p99${tab}search of three words, p99${tab}us
listed-p50${tab}search, as it is listed, p50${tab}us
listed-p99${tab}search, as it is listed, p99${tab}us
search-empty${tab}searches that find nothing${tab}of all
key-instructions${tab}a key to the painted list${tab}instructions
cold-p50${tab}opened cold, one search, p50${tab}us
article-p50${tab}an article, p50${tab}us
article-p99${tab}an article, p99${tab}us
verify${tab}verifying it all${tab}ms
article-resident${tab}memory, first article${tab}kB
search-resident${tab}memory, searches${tab}kB
articles-resident${tab}memory, articles${tab}kB
long-early${tab}memory after a tenth of 100,000 articles and 10,000 searches${tab}kB
long-late${tab}memory after all of them${tab}kB
long-peak${tab}the most of it${tab}kB"

printf '%s\n' "$names" | awk -F '\t' -v svg="${2:-}" '
NR == FNR { order[++n] = $1; called[$1] = $2; unit[$1] = $3; next }
{
	value[$1, $2, $3] = $4
	if (!(($1) in corpora)) { corpora[$1] = 1; corpus[++c] = $1 }
	if (!(($3) in engines)) { engines[$3] = 1; engine[++m] = $3 }
}
function text(s) { return s == "" ? "-" : s }
function table(of,    i, k, v, line) {
	printf "\n%s:\n\n| what | unit |", of
	for (k = 1; k <= m; k++)
		printf " %s |", engine[k]
	printf " vereda : zim |\n|---|---|"
	for (k = 0; k <= m; k++)
		printf "---|"
	print ""
	for (i = 1; i <= n; i++) {
		printf "| %s | %s |", called[order[i]], unit[order[i]]
		for (k = 1; k <= m; k++)
			printf " %s |", text(value[of, order[i], engine[k]] "")
		v = value[of, order[i], "zim"]
		if (v + 0 > 0)
			printf " %.2f |\n", value[of, order[i], "vereda"] / v
		else
			print " - |"
	}
}
function name(i) { # what is measured in two ways says in which
	return called[i] (unit[i] == "instructions" ? ", instructions" : "")
}
function bars(of, y,    i, r, w) {
	printf("<text x=\"10\" y=\"%d\" class=\"h\">%s: Vereda as a part of " \
	    "ZIM (line: the same)</text>\n", y, of) >svg
	for (i = 1; i <= n; i++) {
		if (value[of, order[i], "zim"] + 0 == 0)
			continue
		r = value[of, order[i], "vereda"] / value[of, order[i], "zim"]
		w = r > 2 ? 400 : 200 * r
		y += 22
		printf("<text x=\"10\" y=\"%d\">%s</text><rect x=\"240\" " \
		    "y=\"%d\" width=\"%.1f\" height=\"14\" class=\"%s\"/>" \
		    "<text x=\"%.1f\" y=\"%d\">%.2f</text>\n", y, \
		    name(order[i]), y - 12, w, r > 1 ? "more" : "less", \
		    246 + w, y, r) >svg
	}
	return y + 40
}
END {
	for (k = 1; k <= c; k++)
		table(corpus[k])
	if (svg == "")
		exit
	printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" " \
	    "height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n" \
	    "<style>.less{fill:#00629b}.more{fill:#b3261e}" \
	    ".h{font-weight:bold}</style>\n" \
	    "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n" \
	    "<line x1=\"440\" x2=\"440\" y1=\"10\" y2=\"%d\" " \
	    "stroke=\"#888\"/>\n", c * (n * 22 + 50), c * (n * 22 + 50)) >svg
	y = 24
	for (k = 1; k <= c; k++)
		y = bars(corpus[k], y)
	print "</svg>" >svg
}' - "$1"
