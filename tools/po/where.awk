# where.txt, then a template: above each entry goes where it is seen and what
# shows it.  A picture if there is one, else the screen as the tests have it.
FILENAME == ARGV[1] {
	if ($0 !~ /^#/ && split($0, part, "|") == 3) {
		where[part[1]] = part[2]
		pictures[part[1]] = part[3]
	}
	next
}

# The path in where.txt that FILE begins with, the longest.
function row_of(file,    length_of) {
	for (length_of = length(file); length_of > 0; length_of--)
		if (substr(file, 1, length_of) in where)
			return substr(file, 1, length_of)
	return ""
}

function is_there(file,    line, found) {
	found = (getline line <file) > 0
	close(file)
	return found
}

function picture(name,    file) {
	file = "doc/screens/" name "-es-80.svg"
	if (!is_there(file))
		file = "tests/screens/golden/" name ".txt"
	if (!is_there(file)) {
		print "where.txt: nothing shows " name >"/dev/stderr"
		failed = 1
	}
	return file
}

function tell(files,    count, file, i, j, row, names, n) {
	count = split(files, file, " ")
	for (i = 2; i <= count && i <= 4; i++) {
		row = row_of(file[i])
		if (row == "") {
			print "where.txt: no row for " file[i] >"/dev/stderr"
			failed = 1
		} else if (!((row, NR) in told)) {
			print "#. Where: " where[row]
			n = split(pictures[row], names, " ")
			for (j = 1; j <= n; j++)
				print "#. Picture: " picture(names[j])
			told[row, NR] = 1
		}
	}
}

/^#: / && !done {
	tell($0)
	done = 1
}
/^$/ { done = 0 }
{ print }
END { exit failed }
