#!/bin/sh
# make bench: what bringing an edition costs: an installation against copying
# the same file and syncing it, and how long a person with a stick waits.
# Prints rows for the table of bench.sh, who calls it.  Both take turns in the
# same folder, so that both meet the same disk and the same other work.  With
# strace they do it again as on a slow card, where each sync takes 20 ms.
set -eu
: "${srcdir:=.}" "${builddir:=.}"
repeats=${REPEATS:-21}
srcdir=$(cd "$srcdir" && pwd)
builddir=$(cd "$builddir" && pwd)
scratch=$(mktemp -d "$builddir/bench-update-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
report() { # STATUS SENTENCE: what screen_has() says
	[ "$1" -eq 0 ] || { echo "bench: not so: $2" >&2; exit 1; }
}
. "$srcdir/tests/kiosk.sh"
. "$srcdir/tests/bench/figures.sh"
cd "$scratch"

now() { # microseconds
	echo $(($(date +%s%N) / 1000))
}

took() { # FILE COMMAND...: adds its microseconds to FILE
	times=$1
	shift
	began=$(now)
	"$@" >said 2>&1
	echo $(($(now) - began)) >>"$times"
}

# The same, up to the line that says that it is in use.
took_to_use() { # FILE COMMAND...
	times=$1
	shift
	began=$(now)
	"$@" 2>said | {
		read -r line
		echo $(($(now) - began)) >>"$times"
		cat
	} >>said
}

median() {
	sort -n "$1" | sed -n "$(($(wc -l <"$1") / 2 + 1))p"
}

# The edition after the starter content, for the way that is usual.
cp -R "$srcdir/data/channels/crm" crm && chmod -R u+w crm
sed -e 's/^sequence: .*/sequence: 2/' crm/channel.yaml >new.yaml
mv new.yaml crm/channel.yaml
root=$builddir/development.root
"$builddir/vereda-pack" build crm -o second.vereda \
    --key "$builddir/development.key" >said 2>&1
printf '[kiosk]\npin_file = %s\n' "$scratch/pin" >kiosk.conf
here="--config kiosk.conf --root $root --store store --factory none"

# So that no store is made in the time of an installation.
fresh_store() {
	rm -rf store copy
	mkdir store copy
	"$builddir/vereda-load" install "$builddir/crm.vereda" $here >said 2>&1
}
cat >copy_and_sync <<'END'
cp second.vereda copy/second.vereda && sync copy/second.vereda copy
END
install_it="$builddir/vereda-load install second.vereda $here"

slowly() { # COMMAND...
	strace -f --seccomp-bpf -qq -o calls -e trace=fsync,fdatasync \
	    -e inject=fsync,fdatasync:delay_exit=20000 "$@"
}

ratio() { # FILE FILE: of the medians
	awk "BEGIN { printf \"%.1f\", $(median "$1") / $(median "$2") }"
}

n=0
while [ "$n" -lt "$repeats" ]; do
	fresh_store
	took copied sh copy_and_sync
	took installed $install_it
	fresh_store
	took_to_use in_use $install_it
	n=$((n + 1))
done
row "install until it is in use : cp and sync (median of $repeats)" \
    "$(ratio in_use copied)"
row 'the whole command, which counts then what is new' \
    "$(ratio installed copied)"

if command -v strace >/dev/null; then
	n=0
	while [ "$n" -lt "$repeats" ]; do
		fresh_store
		took slowly_copied slowly sh copy_and_sync
		copy_syncs=$(grep -c sync calls)
		took_to_use slowly_in_use slowly $install_it
		n=$((n + 1))
	done
	row 'until it is in use, each sync taking 20 ms' \
	    "$(ratio slowly_in_use slowly_copied)"
	row 'syncs, install : cp and sync' "$(grep -c sync calls) : $copy_syncs"
fi
if command -v valgrind >/dev/null; then
	fresh_store
	row 'instructions, install over an older edition, with the count' \
	    "$(instructions $install_it </dev/null)"
	fresh_store
	row 'of them in the installation itself' \
	    "$(instructions --toggle-collect=store_install $install_it \
	    </dev/null)"
fi

[ -x "$builddir/play" ] || exit 0
printf '123456\n123456\n' | "$builddir/vereda-load" pin --set $here >said 2>&1
mkdir -p usb/VEREDA
cp second.vereda usb/VEREDA
n=0
while [ "$n" -lt "$repeats" ]; do
	fresh_store
	kiosk_start --config kiosk.conf --root "$root" --store store \
	    --stick stick --kiosk --lang es
	screen_has "9 Personal"
	began=$(now)
	mv usb stick
	keys=0
	press 9
	type 123456
	press Enter
	screen_has "1 Revisar"
	press 1
	screen_has "INSTALAR"
	press 7
	screen_has "BIEN"
	echo $(($(now) - began)) >>updated
	kiosk_end
	mv stick usb
	rm -rf usb/VEREDA/receipts
	n=$((n + 1))
done
row 'keys from the stick to done (three, and the PIN with Enter)' "$keys"
row "seconds from the stick to done, without the person's (median of $repeats)" \
    "$(awk "BEGIN { printf \"%.2f\", $(median updated) / 1000000 }")"
