#!/bin/sh
# check_touch.sh - the image for a touch screen, started under QEMU, with taps of
# an absolute pointer (usb-tablet) and with the keys that a terminal has for itself.
#
#	make check-touch IMAGE=FILE
#	make check-touch PACKAGES=FOLDER [MIRROR="deb http://HOST/debian ..."]
#
# As check_boot.sh, but with a virtio screen: cage needs one whose driver takes
# memory of others (PRIME), which real ones and that of UEFI do.  foot has the letters of the console there, so the screen is
# read in the same way.
font=vereda-32x16.psf
vga=virtio
image_options='--console --touch'
: "${MEMORY:=384}"
. "${srcdir:=.}/tests/boot/machine.sh"

stick 2
disk_new
ok "it starts" switch_on
ok "into the first screen, in foot, in cage" at wait 400 "Kreyòl"
echo "# from the switch to the first screen:" \
    "$(($(now) - switched)) tenths of a second"
photograph touch-attract
say_memory
ok "a tap on a language opens Home in it" at tap "Español" wait 20 "Inicio"
photograph touch-home
ok "a tap on an entry opens it" at tap "Ayuda y" wait 20 "Atrás"
photograph touch-topic
ok "a tap on the foot goes back" at tap "0 Atrás" wait 20 "Inicio"
# what foot would do of its own: terminals, a search, letters, links (but
# Ctrl-0, which is a 0 to the kiosk)
for key in ctrl-shift-n ctrl-shift-r ctrl-shift-u ctrl-shift-v \
    ctrl-minus ctrl-equal shift-insert ctrl-shift-c ctrl-shift-x \
    ctrl-shift-z alt-f4 alt-esc meta_l ctrl-alt-delete ctrl-alt-f2 \
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
ok "and installed, by taps" at tap "INSTALAR" wait 120 "BIEN"
cut
ok "the store is whole" look_inside
ok "and shows it" test "${has:-none}" = 2
switch_on
ok "it starts again" at wait 400 "Kreyòl"
cut
tests_done
