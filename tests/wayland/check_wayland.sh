#!/bin/sh
# check_wayland.sh - the kiosk as it stands on a touch screen: cage and foot.
#
#	make check-wayland
#
# cage 0.1.4 has no virtual pointers, so it runs in a window that fills a sway
# without a screen (WLR_BACKENDS=headless), whose pointer is ours: what reaches
# foot comes through cage.  Everything runs as a user without
# rights.  What the kiosk writes to the terminal is kept by script(1); where a
# thing stands is asked of the same kiosk on an emulated terminal (play).  TAP
# on standard output; wayland-*.png are photographs, to be looked at.  Needs
# sway, cage, foot, grim, libwayland-dev, a DejaVu font.
set -u
. "${srcdir:-.}/tests/lib.sh"

build=$(pwd)
# 80x25 cells of DejaVu Sans Mono with 24 dots
width=1120
height=725
limit=100 # tenths of a second that a thing may take

for program in sway cage foot grim script pkg-config setpriv; do
	command -v $program >/dev/null || {
		echo "1..0 # SKIP no $program"
		exit 0
	}
done
pkg-config --exists wayland-client || {
	echo "1..0 # SKIP no libwayland-dev"
	exit 0
}
[ -x "$build/play" ] || {
	echo "1..0 # SKIP no screen tests are built (libvterm)"
	exit 0
}

# shellcheck disable=SC2046 # options
${CC:-cc} -Wall -Wextra -Werror -o "$build/tap" "$srcdir/tests/wayland/tap.c" \
    $(pkg-config --cflags --libs wayland-client) || exit 1

run=$(mktemp -d) || exit 1
sway=
end() {
	[ -z "$sway" ] || kill "$sway" 2>/dev/null
	wait
	rm -rf "$run" "$scratch"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

as_nobody=
if [ "$(id -u)" -eq 0 ]; then
	chown 65534:65534 "$run"
	as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
XDG_RUNTIME_DIR=$run HOME=$run WLR_RENDERER=pixman
WLR_LIBINPUT_NO_DEVICES=1 LC_ALL=C.UTF-8
export XDG_RUNTIME_DIR HOME WLR_RENDERER WLR_LIBINPUT_NO_DEVICES LC_ALL
unset WAYLAND_DISPLAY DISPLAY

mkdir "$run/statistics" && chmod 777 "$run/statistics"
printf '[kiosk]\ncountry = GT\nvoice = no\nstatistics = %s\n' \
    "$run/statistics" >"$run/vereda.conf"
kiosk="$build/vereda --kiosk --touch --config $run/vereda.conf \
--bundle $build/crm.vereda --root $build/development.root --lang es"
cat >"$run/kiosk.sh" <<TXT
(while sleep 0.1; do stty size </dev/tty; done >"$run/size") &
script -qefc 'echo \$\$ >"$run/pid"; exec $kiosk' "$run/log"
kill \$!
TXT
cat >"$run/sway.conf" <<TXT
output * mode --custom ${width}x$height
default_border none
exec WLR_BACKENDS=wayland cage -- foot -o pad=0x0 -o csd.preferred=none \
    -f 'DejaVu Sans Mono:pixelsize=24' sh "$run/kiosk.sh"
TXT

# --- waiting

within() { # COMMAND...: is it true, soon?
	tries=$limit
	until "$@"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || return 1
		sleep 0.1
	done
}

marked=1
mark() { # from here on
	marked=$(($(stat -c %s "$run/log") + 1))
}

wrote() { # TEXT: since the mark
	tail -c "+$marked" "$run/log" 2>/dev/null | grep -aqF -e "$1"
}

# The same size for a second, and no longer what foot begins with.
is_settled() {
	[ "$(tail -n 10 "$run/size" 2>/dev/null | sort -u | wc -l)" -eq 1 ] &&
	    [ "$(wc -l <"$run/size")" -gt 20 ]
}

# --- where things stand

# What is on the screen behind KEYS, on an emulated terminal.
screen() { # KEYS
	# shellcheck disable=SC2086 # several words
	printf 'press %s\nscreen\n' "$1" |
	    "$build/play" -s "${columns}x$rows" -t foot $kiosk |
	    sed -n 's/^|//p'
}

tap() { # KEYS TEXT: the place of TEXT on the screen that KEYS lead to
	at=$(screen "$1" | grep -nF -m 1 -e "$2") || {
		echo "# \"$2\" is not on that screen"
		return 1
	}
	before=${at#*:}
	before=${before%%"$2"*}
	x=$((($(printf %s "$before" | wc -m) * 2 + 1) * (width / columns) / 2))
	y=$(((${at%%:*} * 2 - 1) * (height / rows) / 2))
	sleep 0.4 # the same key sooner than that is one that bounces
	mark
	echo "# a tap on \"$2\", at dot $x,$y"
	echo "$x $y" >&8
}

photograph() { # NAME
	WAYLAND_DISPLAY=$(cat "$run/cage") \
	    $as_nobody grim "$run/$1.png" 2>/dev/null &&
	    cp "$run/$1.png" "$build/wayland-$1.png"
}

# --- the test

WLR_BACKENDS=headless $as_nobody sway -c "$run/sway.conf" \
    >"$run/sway.log" 2>&1 &
sway=$!
within wrote "Kreyòl"
report $? "the kiosk runs in foot, in cage"
within is_settled
read -r rows columns <<TXT
$(tail -n 1 "$run/size")
TXT
echo "# $columns x $rows cells on $width x $height dots"
# sway's socket is the one that has its virtual pointers
for name in wayland-0 wayland-1 wayland-2; do
	[ -S "$run/$name" ] || continue
	if WAYLAND_DISPLAY=$name $as_nobody "$build/tap" $width $height \
	    </dev/null 2>/dev/null; then
		outer=$name
	else
		echo "$name" >"$run/cage"
	fi
done
mkfifo "$run/taps"
WAYLAND_DISPLAY=${outer:-none} "$build/tap" $width $height \
    <"$run/taps" >"$run/tapped" 2>&1 &
exec 8>"$run/taps"
photograph attract
report $? "cage is photographed"

home=$(screen "1" | sed -n 's/^.*>1 *\([^ ].*[^ ]\)   *2 .*$/\1/p')
tap "" "Español" && within wrote "$home"
report $? "a tap on a language opens Home in it"
photograph home
topic=$(screen "1 1" | sed -n 's/^.*>1 *\([^ ].*[^ ]\) *$/\1/p')
tap "1" "$home" && within wrote "$topic"
report $? "a tap on the first entry of Home opens it: $topic"
photograph topic
tap "1 1" "$topic" && within wrote "Fuente:"
report $? "and a tap on the first entry there that one"
photograph article
tap "1 1 1" "0 Atrás" && within wrote "México:" &&
    tap "1 1" "0 Atrás" && within wrote "Ayuda y"
report $? "taps on the foot go back"
photograph back
tap "1" "F9" && within wrote "Kreyòl"
report $? "a tap in the corner hides it"
photograph hidden
cmp -s "$build/wayland-home.png" "$build/wayland-topic.png"
[ $? -eq 1 ] && cmp -s "$build/wayland-home.png" "$build/wayland-back.png"
report $? "the photographs show the same: another page, and Home again"

counted() { # MEASURE KEY
	grep -hqE "^$1 $2 1\$" "$run"/statistics/*.day 2>/dev/null
}
kill "$(cat "$run/pid")"
within counted kinds article
report $? "and the kiosk counted one article that was opened"
exec 8>&-
tests_done
