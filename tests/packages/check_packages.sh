#!/bin/sh
# check_packages.sh - the Debian packages, built from what is committed, held
# against lintian, and installed, upgraded, removed and purged in a bare root.
#
#	make check-packages [MIRROR="deb http://HOST/debian bookworm main"]
#
# Needs root, git, dpkg-buildpackage, lintian, mmdebstrap and systemd-analyze;
# TAP on standard output.  The packages are left in packages/.
set -eu
. "${srcdir:-.}/tests/lib.sh"

packages=$(pwd)/packages
root=$packages/root
score_max=1.0

for program in git dpkg-buildpackage lintian mmdebstrap systemd-analyze; do
	command -v $program >/dev/null || {
		echo "1..0 # SKIP no $program"
		exit 0
	}
done
[ "$(id -u)" -eq 0 ] || { echo "1..0 # SKIP not root"; exit 0; }

in_root() { # COMMAND...
	env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
	    DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

# --- build ---

build() { # FOLDER [CHANGELOG-VERSION]: the packages in it
	rm -rf "$1"
	mkdir -p "$1/vereda"
	git -C "$srcdir" archive HEAD | tar -x -C "$1/vereda"
	[ $# -lt 2 ] || sed -i "1s/(.*)/($2)/" "$1/vereda/debian/changelog"
	(cd "$1/vereda" &&
	    DEB_BUILD_OPTIONS="${DEB_BUILD_OPTIONS:-nocheck} parallel=2" \
		dpkg-buildpackage -b -us -uc) >"$1/build.log" 2>&1 ||
	    { tail -n 20 "$1/build.log"; exit 1; }
	rm -rf "$1/vereda"
}

version=$(dpkg-parsechangelog -l "$srcdir/debian/changelog" -S Version)
build "$packages/old"
# the same once more under a later version, to upgrade to
rm -rf "$packages/new"
mkdir -p "$packages/new"
for deb in "$packages"/old/vereda-*_"$version"_*.deb; do
	case $deb in *-dbgsym_*) continue ;; esac
	dpkg-deb -R "$deb" "$packages/new/tree"
	sed -i "s/$version\([) ]\|\$\)/$version+1\1/g" \
	    "$packages/new/tree/DEBIAN/control"
	dpkg-deb -b "$packages/new/tree" "$packages/new" >/dev/null
	rm -rf "$packages/new/tree"
done

for name in kiosk kiosk-touch load pack common content-crm; do
	ok "there is a package vereda-$name" \
	    ls "$packages/old/" "$packages"/old/vereda-$name"_$version"_*.deb
done
for name in kiosk load pack; do
	ok "and what a debugger needs of vereda-$name" \
	    ls "$packages"/old/vereda-$name-dbgsym_"$version"_*.deb
done
ok "lintian has nothing to say" lintian --fail-on error,warning,info \
    --allow-root "$packages"/old/*.changes

# --- units ---

mkdir -p "$packages/units"
for deb in "$packages"/old/vereda-kiosk_*.deb "$packages"/old/vereda-load_*.deb
do
	dpkg-deb -x "$deb" "$packages/units"
done
score() { # UNIT: of systemd-analyze security
	systemd-analyze security --offline=true --no-pager \
	    --root="$packages/units" "$1" 2>/dev/null |
	    sed -n 's/.*exposure level for [^:]*: \([0-9.]*\).*/\1/p'
}
for unit in vereda-kiosk vereda-load vereda-scrub; do
	echo "# $unit.service: exposure $(score $unit.service)"
done
of_kiosk=$(score vereda-kiosk.service)
ok "the kiosk's exposure is at most $score_max" \
    awk -v is="${of_kiosk:-10}" -v max=$score_max 'BEGIN { exit is > max }'

dpkg-deb -x "$packages"/old/vereda-kiosk-touch_*.deb "$packages/units"
of_touch=$(score vereda-kiosk.service)
echo "# vereda-kiosk.service on a touch screen: exposure $of_touch"
ok "and so is that of one for a touch screen" \
    awk -v is="${of_touch:-10}" -v max=$score_max 'BEGIN { exit is > max }'

# --- install, upgrade, remove, purge ---

rm -rf "$root"
mmdebstrap --quiet --variant=minbase \
    --include=systemd,systemd-sysv,udev,dbus,kbd "${SUITE:-bookworm}" "$root" \
    ${MIRROR:+"$MIRROR"} >"$packages/mmdebstrap.log" 2>&1 ||
    { tail -n 20 "$packages/mmdebstrap.log"; exit 1; }

everything() { # what is there, but caches and logs of apt and dpkg
	(cd "$root" && find . \( -path ./proc -o -path ./sys -o -path ./debs \
	    -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt \
	    -o -path ./var/lib/dpkg -o -path ./tmp \
	    -o -path ./var/lib/systemd/deb-systemd-helper-masked \) -prune -o \
	    -print) | sort
}

install_from() { # FOLDER
	rm -rf "$root/debs"
	mkdir "$root/debs"
	cp "$packages/$1"/vereda-*.deb "$root/debs"
	rm -f "$root"/debs/*-dbgsym_*
	in_root sh -c 'apt-get install -y -q --no-install-recommends /debs/*.deb'
}

in_root apt-get update -q >/dev/null 2>&1
# what they depend on stays, and is not theirs
for name in kiosk kiosk-touch load pack; do
	dpkg-deb -f "$packages"/old/vereda-$name"_$version"_*.deb Depends
done >"$packages/deps"
tr ',' '\n' <"$packages/deps" | sed 's/^ *//; s/ .*//; /^vereda/d' | sort -u |
    xargs env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
	DEBIAN_FRONTEND=noninteractive chroot "$root" apt-get install -y -q \
	--no-install-recommends >/dev/null 2>&1
everything >"$packages/before"

ok "they can be installed" install_from old
ok "the kiosk begins with the machine" test -L \
    "$root/etc/systemd/system/multi-user.target.wants/vereda-kiosk.service"
ok "no key asks for another console or a restart" test \
    "$(readlink "$root/etc/systemd/system/ctrl-alt-del.target")" = /dev/null
ok "the programs start there" \
    in_root sh -c 'vereda --version && vereda-load --version &&
	vereda-pack --version'
ok "the starter content is there and good" in_root sh -c \
    'TERM=dumb vereda --line --lang es --find visa </dev/null'
ok "its user is nobody who can log in" in_root sh -c \
    'getent passwd vereda | grep -q nologin'
echo "# a change of the one who runs it" >>"$root/etc/vereda/vereda.conf"
mkdir -p "$root/var/lib/vereda/store"
echo kept >"$root/var/lib/vereda/store/something"
ok "they can be upgraded" install_from new
ok "to the new version" in_root sh -c \
    "dpkg-query -W -f '\${Version}\n' vereda-kiosk | grep -qxF '$version+1'"
ok "what was changed in the settings stays" \
    grep -q 'the one who runs it' "$root/etc/vereda/vereda.conf"
ok "they can be removed" in_root apt-get remove -y -q \
    'vereda-*'
ok "the settings stay then" test -f "$root/etc/vereda/vereda.conf"
ok "and the store, with its content" \
    test -f "$root/var/lib/vereda/store/something"
ok "they can be installed again" install_from new
ok "they can be purged" in_root apt-get purge -y -q 'vereda-*'
everything >"$packages/after"
diff "$packages/before" "$packages/after" >"$packages/difference" || true
ok "what is left is the store, and the user whose files it may hold" \
    sh -c "! grep '^[<>]' '$packages/difference' |
	grep -v -e '/var/lib/vereda' -e '/etc/passwd-\$' -e '/etc/group-\$' \
	    -e 'shadow-\$'"
cat "$root/var/log/dpkg.log" >"$packages/dpkg.log" 2>/dev/null || true

rm -rf "$root" "$packages/units"
tests_done
