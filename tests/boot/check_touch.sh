#!/bin/sh
# check_touch.sh - the image for a touch screen, started under QEMU, with fingers
# and with the keys that a terminal has for itself.
#
#	make check-touch IMAGE=FILE [STARTS=1] [POINTER=yes]
#	make check-touch PACKAGES=FOLDER [SUITE=trixie]
#	    [MIRROR="deb http://HOST/debian ..."]
#
# QEMU has fingers since 8.1, foot since 1.16 (Debian 13).  With an older QEMU, or
# with POINTER=yes for an image of Debian 12, taps come from an absolute pointer
# (usb-tablet).  The first tap after a start is tried STARTS times more.
#
# As check_boot.sh, but with a virtio screen: cage needs one whose driver takes
# memory of others (PRIME), which real ones and that of UEFI do.  foot has the
# letters of the console there, so the screen is read in the same way.
font=vereda-32x16.psf
vga=virtio
image_options="--console --touch --suite ${SUITE:-bookworm}"
: "${MEMORY:=384}" "${STARTS:=1}" "${POINTER:=}"
finger=tap
if [ -z "$POINTER" ] && qemu-system-x86_64 -device help 2>/dev/null |
    grep -q virtio-multitouch-pci; then
	finger=touch
	pointer=virtio-multitouch-pci
fi
. "${srcdir:=.}/tests/boot/machine.sh"

does_nothing() { # VERB TEXT...: at Home
	at read >home && at "$@" >said || return 1
	sleep 3
	at read >after
	cmp home after && at wait 1 "Inicio"
}

stick 2
disk_new
ok "it starts" switch_on
ok "into the first screen, in foot, in cage" at wait 400 "Kreyòl"
echo "# from the switch to the first screen:" \
    "$(($(now) - switched)) tenths of a second"
photograph touch-attract
say_memory
echo "# taps: $finger"
ok "the first tap on a language opens Home in it" \
    at $finger "Español" wait 20 "Inicio"
photograph touch-home
ok "a tap on an entry opens it" at $finger "Ayuda y" wait 20 "Atrás"
photograph touch-topic
ok "a tap on the foot goes back" at $finger "0 Atrás" wait 20 "Inicio"
if [ $finger = touch ]; then
	ok "a finger that slips a little taps all the same" \
	    at slip "Ayuda y" wait 20 "Atrás" slip "0 Atrás" wait 20 "Inicio"
	ok "one that rests is one that taps" \
	    at hold "Ayuda y" wait 20 "Atrás" hold "0 Atrás" wait 20 "Inicio"
	ok "one that goes over the screen does nothing" \
	    does_nothing swipe "Ayuda y"
	ok "nor do two at once" does_nothing spread "Ayuda y"
	ok "and the next tap is one" \
	    at touch "Ayuda y" wait 20 "Atrás" touch "0 Atrás" wait 20 "Inicio"
fi
# what foot would do of its own: terminals, a search, letters, links (but
# Ctrl-0 and Alt-Escape, which are 0 and Escape to the kiosk)
for key in ctrl-shift-n ctrl-shift-r ctrl-shift-u ctrl-shift-v \
    ctrl-minus ctrl-equal shift-insert ctrl-shift-c ctrl-shift-x \
    ctrl-shift-z alt-f4 meta_l ctrl-alt-delete ctrl-alt-f2 \
    ctrl-c ctrl-backslash alt-sysrq-b; do
	at press $key >said 2>&1
done
sleep 3
ok "after all the keys of terminals, Home is there" at wait 1 "Inicio"
photograph touch-keys
leave
ok "the staff get in" to_the_staff
plug_in >said
ok "the stick is found" at wait 60 "válida"
photograph touch-stick
ok "its edition is looked at" at press 1 wait 60 "INSTALAR"
ok "and installed, by taps" at $finger "INSTALAR" wait 120 "BIEN"
cut
ok "the store is whole" look_inside
ok "and shows it" test "${has:-none}" = 2

heard=0
round=0
while [ $round -lt "$STARTS" ]; do
	round=$((round + 1))
	switch_on || break
	at wait 400 "Kreyòl" $finger "Español" wait 20 "$(title_of 2)" >said &&
	    heard=$((heard + 1))
	cut
done
echo "# the first tap after a start was heard in $heard of $STARTS more starts"
ok "it starts again, and the first tap is heard" test $heard -eq "$STARTS"
tests_done
