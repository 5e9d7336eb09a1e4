# Catalogues, then a template: above each entry goes how many columns the
# longest translation of it has that is known to fit.
function text(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

# Letters, not bytes; a line that is broken counts by its longest part.
function columns(s,    parts, count, i, most) {
	gsub(/[\200-\277]/, "", s)
	gsub(/\\"/, "\"", s)
	count = split(s, parts, "\\\\n")
	for (i = 1; i <= count; i++)
		if (length(parts[i]) > most)
			most = length(parts[i])
	return most + 0
}

function note(    length_of) {
	length_of = columns(kind ~ /^msgid/ ? id : said)
	if (length_of > longest[id])
		longest[id] = length_of
}

FNR == 1 { reading = FILENAME; id = said = kind = "" }
reading != ARGV[ARGC - 1] {
	if ($0 ~ /^msg/) {
		if (kind != "")
			note()
		kind = $1
		if (kind == "msgid")
			id = ""
		said = ""
	}
	if ($0 ~ /^(msg|")/) {
		if (kind == "msgid")
			id = id text($0)
		else
			said = said text($0)
	} else if (kind != "") {
		note()
		kind = ""
	}
	next
}

# The template: an entry is held back until its msgid is whole.
/^$/ { flush() }
{ held[++count] = $0 }
/^msg/ { kind = $1 }
/^(msgid |")/ && kind == "msgid" { wanted = wanted text($0) }
END { flush() }

function flush(    i, told) {
	for (i = 1; i <= count; i++) {
		if (!told && held[i] ~ /^(#:|msgid)/ && longest[wanted] > 0) {
			print "#. Longest so far: " longest[wanted] " columns"
			told = 1
		}
		print held[i]
	}
	count = 0
	wanted = ""
}
