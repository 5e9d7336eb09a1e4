#!/bin/sh
# check_boot.sh - the image of a kiosk, started under QEMU: what stands on its
# screen, what its keys do, a stick, and power that goes when it likes.
#
#	make check-boot IMAGE=FILE [CUTS=50] [SEED=1]
#	make check-boot PACKAGES=FOLDER [MIRROR="deb http://HOST/debian ..."]
#
# With ARCHITECTURE=arm64 it is a board that QEMU calls "virt".  IMAGE is one of
# an earlier run (KEEP=FILE keeps it).  The processor is emulated, so times are
# for comparing.  TAP on standard output; boot-*.png are photographs of the
# screen.  Needs root, qemu-system-x86_64, qemu-img,
# mtools, e2fsprogs, fdisk, pnmtopng, and what tools/image/build needs.
#
# A power cut is the end of QEMU by SIGKILL.  The disk is a qcow2 over the
# image: its tables stay in QEMU's memory until the machine flushes, so new
# clusters that were not flushed are lost, as in the cache of a real disk.
font=vereda-28x16.psf
vga=std
image_options=--console
. "${srcdir:=.}/tests/boot/machine.sh"
: "${CUTS:=50}" "${SEED:=1}"

# --- it starts

stick 2
disk_new
ok "it starts" switch_on
ok "into the first screen, without a login" at wait 300 "Kreyòl"
echo "# from the switch to the first screen:" \
    "$(($(now) - switched)) tenths of a second"
sed -n 's/.*\(Startup finished.*\)/# \1/p' serial
photograph attract
say_memory

# --- no key leads anywhere

at press 1
ok "a digit opens Home in a language" at wait 20 "Inicio"
photograph home
for key in ctrl-c ctrl-backslash ctrl-z ctrl-s ctrl-d ctrl-alt-delete \
    alt-f2 ctrl-alt-f3 alt-left alt-right alt-up alt-sysrq-b alt-sysrq-i \
    alt-sysrq-k scroll_lock shift-scroll_lock ctrl-scroll_lock pause \
    ctrl-alt-esc ctrl-alt-shift-esc; do
	at press $key >said 2>&1
done
for _ in 1 2 3 4 5 6 7 8; do
	at press ctrl-alt-delete
done
sleep 3
ok "after all that other consoles have, Home is there" at wait 1 "Inicio"
at press 6
ok "and its keys do what they say" at wait 20 "Ayuda"
at press 0

# --- larger letters

at press asterisk
ok "the languages and the comfort" at wait 20 "Français"
at read >said
switch=$(sed -n 's/^[ >]*\([^ ]\)  *Letras más grandes.*/\1/p' said)
ok "larger letters can be had on this screen" test -n "$switch"
if [ -n "$switch" ]; then
	case $switch in '*') switch=asterisk ;; esac
	at press "$switch"
	ok "and are there" \
	    "$builddir/machine" monitor "$larger" wait 10 "Français"
	photograph larger
	at press "$switch"
	ok "and are the usual ones again" at wait 10 "Français"
fi
leave

# --- what else may be plugged in

# QEMU says when the system gives a device a configuration, and takes it away.
is_refused() { # DEVICE
	: >qemu.log
	at tell "device_add $1,bus=usb.0,id=other" >said
	sleep 5
	at tell "device_del other" >said
	sleep 1
	grep -o 'usb_set_config.*config [0-9]*' qemu.log >said
	tail -n 1 said | grep -q 'config 0$'
}
is_taken() { # DEVICE
	! is_refused "$1" && grep -q 'config 1$' said
}
ok "a network in a stick is turned away" is_refused usb-net
ok "a keyboard is not" is_taken usb-kbd

# --- a stick, through the screens of the staff

ok "the staff get in" to_the_staff
plug_in
ok "the stick is found" at wait 60 "válida"
photograph stick
at press 1
ok "its edition is looked at" at wait 60 "INSTALAR"
started=$(now)
at press 7
ok "and installed" at wait 120 "BIEN"
took=$(($(now) - started))
echo "# the installation took $took tenths of a second"
photograph installed
at press 1
ok "the public sees its alert" at wait 20 "$(title_of 2)"
photograph alert
cut
ok "the store is whole" look_inside
ok "and shows it" test "${has:-none}" = 2

# --- power that goes

edition=2 # that is shown
survived=0
olds=0
ended=0
round=0
why=
while [ $round -lt "$CUTS" ]; do
	round=$((round + 1))
	stick $((edition + 1))
	switch_on || { why="does not start"; break; }
	at wait 300 "9 Personal" >said 2>&1 || { why="shows nothing"; break; }
	at press 1 wait 20 "$(title_of $edition)" >said 2>&1 ||
	    { why="shows another edition"; break; }
	leave >said && to_the_staff >said 2>&1 || { why="lets no staff in"; break; }
	plug_in >said
	at wait 60 "válida" press 1 wait 60 "INSTALAR" tell "sendkey 7" \
	    >said 2>&1 || { why="does not install"; break; }
	# somewhere in it
	sleep "$(awk -v seed="$SEED$round" -v most="$took" 'BEGIN {
		srand(seed); rand(); printf "%.3f", rand() * most * 0.1 }')"
	cut
	look_inside || { why="has no whole store"; break; }
	case ${has:-none} in
	"$edition") olds=$((olds + 1)) ;;
	$((edition + 1))) ended=$((ended + 1)) edition=$((edition + 1)) ;;
	*) why="shows edition ${has:-none}"; break ;;
	esac
	survived=$((survived + 1))
	echo "# cut $round: edition $edition, whole"
done
[ -z "$why" ] || echo "# after cut $round the machine $why"
echo "# power cuts: $survived survived of $CUTS; the old edition stood after" \
    "$olds, the new one after $ended"
ok "each time the store is whole, old or new, and the kiosk shows it" \
    test $survived -eq "$CUTS"
[ -z "$qemu" ] || cut
switch_on
ok "it starts after the last cut" at wait 300 "9 Personal"
cut

# --- a disk that has gone bad

start_of() { # PARTITION: its first sector
	sfdisk -d "$IMAGE" | sed -n "s/.*$1 : start= *\([0-9]*\),.*/\1/p"
}
qemu-img convert -O raw disk bad
dd if=/dev/urandom of=bad bs=512 seek="$(start_of 3)" count=4096 conv=notrunc \
    status=none
qemu-img convert -f raw -O qcow2 bad disk
rm -f bad
switch_on
ok "without a store that can be read it starts with its own content" \
    at wait 300 "9 Personal"
to_the_staff >said
plug_in >said
ok "and takes a stick again" at wait 60 "válida" press 1 wait 60 "INSTALAR" \
    press 7 wait 120 "BIEN"
cut
ok "into a store made anew" look_inside
tests_done
