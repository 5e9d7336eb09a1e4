# make bench-observatory: how long a large fleet takes.  KIOSKS and DAYS may
# be set; the folder, and the database in it, are gone afterwards.
set -eu
: "${srcdir:=.}" "${KIOSKS:=5000}" "${DAYS:=365}"
here=$srcdir/tools/observatory
today=2026-11-28
. "$here/cluster.sh"
cluster_find || { echo "PostgreSQL is not installed" >&2; exit 1; }
scratch=$(mktemp -d "${TMPDIR:-/tmp}/vereda-bench-XXXXXX")
cluster_folder=$scratch/cluster
trap 'cluster_stop || true; rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
chmod 711 "$scratch"
mkdir "$scratch/fleet"

timed() { # NAME COMMAND...: what it took, in seconds, to the variable NAME
	what=$1
	shift
	from=$(date +%s)
	"$@"
	eval "$what=$(($(date +%s) - from))"
}
fleet() { # MORE
	awk -v kiosks="$KIOSKS" -v days="$DAYS" -v today=$today \
	    -v out="$scratch/fleet" "$@" -f "$here/fleet.awk"
}
load() {
	"$here/observatory" load "$scratch/fleet" | tee "$scratch/loaded"
}
report() { # FILE
	"$here/observatory" report --today $today --weeks 53 >"$scratch/$1"
}
ask() {
	psql -X -q -A -t -c "SELECT $1"
}

echo "== $KIOSKS kiosks, $DAYS days, load $(cut -d ' ' -f 1-3 /proc/loadavg)"
fleet -v folders=yes | xargs mkdir
timed generated fleet
echo "generated in $generated s: $(du -sk "$scratch/fleet" |
    cut -f 1) kB"
cluster_start "$scratch/cluster" 'shared_buffers = 512MB' \
    'max_wal_size = 4GB' 'work_mem = 64MB' 'synchronous_commit = off'
"$here/observatory" init
"$here/observatory" register "$scratch/fleet/register.csv"
timed first load
totals=$(sed -n 's/.*; \([0-9]*\) totals/\1/p' "$scratch/loaded")
files=$(sed -n 's/ files: .*//p' "$scratch/loaded")
echo "loaded in $first s: $((files / (first + 1))) files/s," \
    "$((totals / (first + 1))) totals/s," \
    "$(ask "pg_size_pretty(pg_database_size('postgres'))")"
psql -X -q -c ANALYZE
timed reported report first.html
echo "report of 53 weeks in $reported s: $(wc -c <"$scratch/first.html") bytes"
timed second load
echo "loaded a second time in $second s: $((files / (second + 1))) files/s"
report second.html
cmp "$scratch/first.html" "$scratch/second.html"
echo "the report is the same, byte by byte"
[ -z "${KEEP:-}" ] || cp "$scratch/first.html" "$KEEP"
