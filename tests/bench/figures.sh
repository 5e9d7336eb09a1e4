# What the scripts of make bench share: rows of the table, and how to count.

row() { # WHAT FIGURE
	printf '| %s | %s |\n' "$1" "$2"
}

instructions() { # COMMAND...: instructions that it executes
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 \
	    >/dev/null </dev/stdin | sed -n 's/.*Collected : //p'
}
