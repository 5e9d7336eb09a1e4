# Two catalogues: the entries of the second in the order of the first, and what
# only the second has behind them.
function text(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

function key_of(entry,    lines, count, i, key, inside) {
	count = split(entry, lines, "\n")
	for (i = 1; i <= count; i++) {
		if (lines[i] ~ /^msg(ctxt|id) /)
			inside = 1
		else if (lines[i] !~ /^"/)
			inside = 0
		if (inside)
			key = key (lines[i] ~ /^m/ ? "\n" : "") \
			    text(lines[i])
	}
	return key
}

BEGIN { RS = "" }
/(^|\n)msgid / {
	key = key_of($0)
	if (FILENAME == ARGV[1] && !(key in place)) {
		place[key] = ++last
		at[last] = key
	} else if (FILENAME == ARGV[2]) {
		if (!(key in place)) {
			place[key] = ++last
			at[last] = key
		}
		entry[key] = $0
	}
}
END {
	for (i = 1; i <= last; i++)
		if (at[i] in entry)
			print (printed++ ? "\n" : "") entry[at[i]]
}
