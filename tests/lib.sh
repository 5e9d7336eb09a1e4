# What every shell test reads first: TAP (https://testanything.org/), a
# scratch folder that goes away, and the programs of the build folder.  It may
# be read under "set -e".
#
#	. "${srcdir:-.}/tests/lib.sh"
#	ok "a sentence that is true" command args...
#	ends_with STATUS "a sentence that is true" command that must fail...
#	tests_done

tests_count=0
tests_failed=0
: "${srcdir:=.}"
: "${builddir:=.}"
srcdir=$(cd "$srcdir" && pwd)
builddir=$(cd "$builddir" && pwd)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/vereda-test-XXXXXX") || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' INT TERM HUP

languages=$(sed '/^#/d' "$srcdir/po/LINGUAS")

report() { # STATUS SENTENCE
	tests_count=$((tests_count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests_count - $2"
	else
		tests_failed=$((tests_failed + 1))
		echo "not ok $tests_count - $2"
		[ ! -s "$scratch/said" ] || sed 's/^/# /' "$scratch/said"
	fi
}

ok() {
	sentence=$1
	shift
	got=0
	"$@" >"$scratch/said" 2>&1 || got=$?
	report $got "$sentence"
}

# The command must end with STATUS.
ends_with() { # STATUS SENTENCE COMMAND...
	want=$1
	sentence=$2
	shift 2
	got=0
	"$@" >"$scratch/said" 2>&1 || got=$?
	wrong=0
	[ "$got" -eq "$want" ] || wrong=1
	report $wrong "$sentence (status $got)"
}

says() { # SENTENCE PATTERN: in what the last command printed
	got=0
	grep -q -e "$2" "$scratch/said" || got=$?
	report $got "$1"
}

says_not() { # SENTENCE PATTERN
	got=0
	! grep -q -e "$2" "$scratch/said" || got=1
	report $got "$1"
}

skip() { # SENTENCE REASON
	tests_count=$((tests_count + 1))
	echo "ok $tests_count - $1 # SKIP $2"
}

# For scripts that run nothing of what was compiled: with VEREDA_CHECK_LIGHT=1
# (unit/light.h) they are left to the build that is checked beside this one.
runs_nothing_compiled() {
	[ -z "${VEREDA_CHECK_LIGHT:-}" ] || {
		echo "1..0 # SKIP it runs nothing that was compiled"
		exit 0
	}
}

tests_done() {
	echo "1..$tests_count"
	[ "$tests_failed" -eq 0 ]
	exit $?
}
