# Files to rows of CSV, one line each: "NAME","KEY","REASON","BODY".  A line end
# of a file becomes U+0001: so no line of ours begins with what a stick says,
# and none can be taken for psql's end of data.
#
#	awk -f incoming.awk FILE...			read each file
#	awk -v key=ID -f incoming.awk FILE...		whose signature is good
#	awk -v reason='too large' -f incoming.awk FILE...	only name them
function quoted(text) {
	gsub(/"/, "&&", text)
	return text
}

BEGIN {
	for (i = 1; i < ARGC; i++) {
		name = file = ARGV[i]
		gsub(/[^ -~]/, "?", name)
		why = reason
		if (why == "" && (got = (getline line < file)) < 0)
			why = "it cannot be read"
		printf "\"%s\",\"%s\",\"%s\",\"", quoted(name), key, \
		    quoted(why)
		if (why == "") {
			while (got > 0) {
				gsub(/"/, "&&", line)
				printf "%s\001", line
				got = (getline line < file)
			}
			close(file)
		}
		print "\""
	}
}
