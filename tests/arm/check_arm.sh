#!/bin/sh
# check_arm.sh - the programs for 32-bit ARM, built here and run under QEMU.
#
#	make check-arm [ARM_TESTS="unit_image unit_search"]
#
# Builds a folder of Debian's armhf libraries (only unpacked, nothing of it is
# run), cross-compiles into arm/, runs the unit tests, and counts what opening,
# a query and an installation take.  The figures are instructions, not times:
# no ARM machine is at hand.  Needs mmdebstrap, gcc-arm-linux-gnueabihf and
# qemu-user; TAP on standard output.  The root stays for the next time.
set -eu
. "${srcdir:-.}/tests/lib.sh"

build=$(pwd)
root=$build/arm-root
triplet=arm-linux-gnueabihf
libraries=libc6-dev,linux-libc-dev,libgcc-12-dev,libncurses-dev,\
libsqlite3-dev,zlib1g-dev,libsodium-dev,libmd4c-dev,libunistring-dev,\
libyaml-dev,libcsv-dev,libinih-dev,libxml2-dev,libstemmer-dev,\
libqrencode-dev,libcmocka-dev,libvterm-dev

for program in mmdebstrap $triplet-gcc qemu-arm; do
	command -v $program >/dev/null || {
		echo "1..0 # SKIP no $program"
		exit 0
	}
done

if [ ! -e "$root/complete" ]; then
	rm -rf "$root"
	# Debian's own addresses, or those of ARM_MIRROR
	mmdebstrap --quiet --variant=extract --architectures=armhf \
	    --include="$libraries" bookworm "$root" \
	    "deb ${ARM_MIRROR:-http://deb.debian.org/debian} bookworm main" >&2
	touch "$root/complete"
fi

gcc -Wall -Wextra -Werror -O2 -shared -fPIC -o "$build/insns.so" \
    "$srcdir/tests/arm/insns.c"
mkdir -p "$build/arm"
cd "$build/arm"
PKG_CONFIG_SYSROOT_DIR=$root
PKG_CONFIG_LIBDIR=$root/usr/lib/$triplet/pkgconfig:$root/usr/share/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR
if [ ! -f Makefile ] || [ "$srcdir/configure" -nt config.status ]; then
	"$srcdir/configure" -q --enable-werror --host=$triplet \
	    CC="$triplet-gcc --sysroot=$root" CFLAGS='-O2 -g' \
	    EMULATOR="qemu-arm -L $root" >&2
fi
make -s -j"$(nproc)" >&2
report 0 "everything builds for $triplet, warnings are errors"

# Where the kernel does not know QEMU (binfmt_misc), a test that starts another
# of our programs cannot pass.
tests=${ARM_TESTS:-$(make -s print-unit-tests)}
status=0
make -s -j"$(nproc)" check TESTS="$tests" >check.log 2>&1 || status=$?
grep -E '^(FAIL|ERROR):' check.log | sed 's/^/# /' || true
grep -E '^# (TOTAL|PASS|SKIP|FAIL|ERROR):' check.log
report $status "the unit tests pass under QEMU ($(echo $tests | wc -w) programs)"

# --- what it takes ---

counted() { # COMMAND...: millions of instructions of it and of its children
	qemu-arm -L "$root" -plugin file="$build/insns.so" "$@" </dev/null \
	    >"$scratch/said" 2>"$scratch/counts" || return 1
	awk '/^instructions/ { n += $2 } END { printf "%.1f", n / 1e6 }' \
	    "$scratch/counts"
}

# An ARM1176 of 1 GHz (Raspberry Pi Zero) ends one instruction in two cycles
# where code and data come from its caches, and is slower where they do not:
# between 250 and 500 million instructions a second.
figure() { # WHAT MILLIONS
	awk -v what="$1" -v m="$2" 'BEGIN {
		printf "# %-42s %8.1f M instructions; Pi Zero %.0f-%.0f ms\n",
		    what, m, m / 500 * 1000, m / 250 * 1000 }'
}

extract() { # BUNDLE KEYS DATABASE
	"$build/vereda-pack" extract "$1" --root "$2" -o "$3" >/dev/null
}

same_database() { # the content of the bundles is the same on both machines
	extract "$build/crm.vereda" "$build/development.root" \
	    "$scratch/here.db" &&
	extract crm.vereda development.root "$scratch/there.db" &&
	cmp "$scratch/here.db" "$scratch/there.db"
}

store=$scratch/store
mkdir "$store"
status=0
install=$(counted ./vereda-load install --store "$store" \
    --root development.root crm.vereda) || status=$?
report $status "vereda-load installs a bundle"
status=0
open=$(counted ./vereda --line --store "$store" --root development.root) ||
    status=$?
report $status "the kiosk opens what was installed"
status=0
query=$(counted ./vereda --store "$store" --root development.root \
    --lang es --find 'bisa de travajo') || status=$?
[ -s "$scratch/said" ] || status=1
report $status "a misspelled query finds something"
if [ -x "$build/vereda-pack" ] && [ -f "$build/crm.vereda" ]; then
	status=0
	same_database || status=$?
	report $status "the database is the same byte for byte as built here"
fi
figure 'from start to the first screen' "${open:-0}"
figure 'from start to the answer of a query' "${query:-0}"
figure "installation of $(wc -c <crm.vereda) bytes" "${install:-0}"
tests_done
