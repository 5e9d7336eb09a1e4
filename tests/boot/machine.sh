# A machine that QEMU makes, for check_boot.sh and check_touch.sh: what its image
# trusts, a stick for it, its switch, its screen.  Needs $image_options, in $font
# the one that the screen has, and in $vga what kind of screen that is; $pointer
# is what taps come from, if not a usb-tablet.
#
#	stick 3			stick.img, with edition 3
#	disk_new		a disk that is the image
#	switch_on, cut		$switched says when
#	at VERB...		before the machine (machine.c)
#	photograph NAME		boot-NAME.png
#	plug_in			the stick
#	leave			to the first screen
#	to_the_staff		from there
#	say_memory		a line of TAP
#	look_inside		the store of the machine that was cut, to $has
. "${srcdir:=.}/tests/lib.sh"
: "${ARCHITECTURE:=amd64}"
[ -z "${IMAGE:-}" ] || IMAGE=$(realpath "$IMAGE")
[ -z "${KEEP:-}" ] || KEEP=$(realpath "$KEEP")
PACKAGES=$(realpath "${PACKAGES:-packages}")
pack=$builddir/vereda-pack
load=$builddir/vereda-load
larger=$builddir/vereda-32x16.psf
pin=246810

case $ARCHITECTURE in
amd64) emulator="qemu-system-x86_64 -vga ${vga:-std}" ;;
arm64)
	emulator="qemu-system-aarch64 -machine virt -cpu cortex-a53
	    -bios /usr/share/AAVMF/AAVMF_CODE.fd"
	;;
armhf)
	emulator="qemu-system-arm -machine virt,highmem=off -cpu cortex-a15
	    -bios /usr/share/AAVMF/AAVMF32_CODE.fd"
	;;
esac
# A board has neither a screen nor a keyboard of its own, and its UEFI wants
# room for all that starts it, twice.
if [ "$ARCHITECTURE" = amd64 ]; then
	: "${MEMORY:=256}"
else
	: "${MEMORY:=512}"
	emulator="$emulator -device virtio-gpu-pci
	    -device qemu-xhci,id=first -device usb-kbd,bus=first.0"
fi
for program in ${emulator%% *} qemu-img mcopy mformat e2fsck debugfs \
    sfdisk pnmtopng; do
	command -v $program >/dev/null || {
		echo "1..0 # SKIP no $program"
		exit 0
	}
done
[ -s "$larger" ] || {
	echo "1..0 # SKIP no console fonts to read the screen with"
	exit 0
}

qemu=
end() {
	[ -z "$qemu" ] || kill -9 "$qemu" 2>/dev/null
	rm -rf "$scratch"
}
trap end EXIT
cd "$scratch" || exit 99

# --- whom it trusts, and what a stick brings

"$pack" key new --out holder --no-passphrase >said 2>&1 &&
    "$pack" key new --out editor --no-passphrase >said 2>&1 &&
    "$pack" root new --out root.1 --created 2026-01-01 --expires 2036-01-01 \
	--threshold 1 --key holder.pub >said 2>&1 &&
    "$pack" root add root.1 --channel crm --threshold 1 \
	--publisher editor.pub >said 2>&1 &&
    "$pack" root sign root.1 --key holder.key >said 2>&1 ||
    { cat said; exit 99; }
mkdir settings
cp root.1 settings
printf '[kiosk]\npin_file = %s/settings/pin\n' "$scratch" >pin.conf
printf '%s\n%s\n' $pin $pin | "$load" pin --set --config pin.conf >said 2>&1 ||
    { cat said; exit 99; }
cat >settings/vereda.conf <<'END'
[kiosk]
site = Albergue 1
country = GT
language = es
statistics = /var/lib/vereda/statistics
END
cp -R "$srcdir/data/channels/crm" crm && chmod -R u+w crm
mkdir crm/alerts/boot

title_of() { # EDITION
	echo "Piden dinero por el turno $1"
}
stick() { # EDITION: stick.img, with it
	for lang in es en; do
		sed -e "s/^title: .*/title: $(title_of "$1")/" \
		    -e 's/^severity: .*/severity: Extreme/' \
		    -e 's/^countries: .*/countries: [GT]/' \
		    "crm/alerts/visa-for-sale/$lang.md" >"crm/alerts/boot/$lang.md"
	done
	sed -i -e "s/^sequence: .*/sequence: $1/" crm/channel.yaml
	rm -f "crm-$1.vereda" stick.img
	"$pack" build crm -o "crm-$1.vereda" --key editor.key \
	    --roots root.1 >said 2>&1 || { cat said; exit 99; }
	truncate -s 64M stick.img
	mformat -i stick.img -F ::
	mmd -i stick.img ::VEREDA
	mcopy -i stick.img "crm-$1.vereda" ::VEREDA
}

# --- the machine

if [ -z "${IMAGE:-}" ]; then
	IMAGE=${KEEP:-$scratch/kiosk.img}
	# shellcheck disable=SC2086 # options
	ok "an image is built" "$srcdir/tools/image/build" $image_options \
	    --architecture "$ARCHITECTURE" \
	    ${MIRROR:+--mirror "$MIRROR"} "$PACKAGES" "$IMAGE"
fi
# the settings of this run; a technician does it with any PC
for file in vereda.conf root.1 pin; do
	mcopy -o -i "$IMAGE@@1M" settings/$file ::vereda
done
echo "# image: $(stat -c %s "$IMAGE") bytes," \
    "$(gzip -1 <"$IMAGE" | wc -c) compressed"

now() { # tenths of a second
	echo $(($(date +%s%N) / 100000000))
}

disk_new() {
	qemu-img create -q -f qcow2 -b "$(realpath "$IMAGE")" -F raw disk
}

switch_on() {
	rm -f monitor serial qemu.log
	# shellcheck disable=SC2086 # options
	$emulator -accel tcg,thread=multi -m "$MEMORY" -smp 2 \
	    -drive if=none,id=disk,file=disk,format=qcow2,cache=writeback \
	    -device virtio-blk-pci,drive=disk,bootindex=0 \
	    -drive if=none,id=stick,file=stick.img,format=raw \
	    -device qemu-xhci,id=usb -device "${pointer:-usb-tablet,bus=usb.0}" \
	    -device virtio-balloon-pci,id=balloon \
	    -display none -serial file:serial -nic none \
	    -trace usb_set_config \
	    -qmp unix:monitor,server,nowait >>qemu.log 2>&1 &
	qemu=$!
	switched=$(now)
	until [ -S monitor ]; do
		kill -0 $qemu 2>/dev/null || { cat qemu.log; return 1; }
		sleep 0.1
	done
}

cut() {
	kill -9 "$qemu"
	wait "$qemu" 2>/dev/null
	qemu=
}

at() { # VERB...: before the machine
	"$builddir/machine" monitor "$builddir/$font" "$@"
}

photograph() { # NAME
	at picture picture.ppm &&
	    pnmtopng picture.ppm >"$builddir/boot-$1.png" 2>/dev/null
}

plug_in() {
	at tell "device_add usb-storage,bus=usb.0,drive=stick,id=plugged"
}

# What the store of the machine that was switched off holds, to KIND and HAS.
# Its disk is not touched: that is for the machine to mend.
look_inside() {
	qemu-img convert -O raw disk whole || return 1
	set -- $(sfdisk -d whole |
	    sed -n 's/.*3 : start= *\([0-9]*\), size= *\([0-9]*\),.*/\1 \2/p')
	dd if=whole of=data bs=512 skip="$1" count="$2" conv=sparse \
	    status=none
	rm -rf whole store
	e2fsck -fy data >said 2>&1
	[ $? -le 1 ] || return 1
	e2fsck -fn data >said 2>&1 || return 1
	debugfs -R "rdump /store ." data >said 2>&1
	rm -f data
	set -- --store store --root root.1 --factory none
	"$load" verify "$@" >said 2>&1 || return 1
	"$load" status "$@" --json >status 2>&1
	has=$(awk '/"sequence"/ { n = $2 + 0 } /"shown": true/ { print n }' status)
}

# A second 0 too soon after the first is taken for one that bounces.
leave() {
	for _ in 1 2 3 4 5; do
		at press 0 wait 3 "9 Personal" >said 2>&1 && return
	done
	cat said
	return 1
}

to_the_staff() {
	at wait 120 "9 Personal" press 9 wait 20 "Clave:" type $pin press ret \
	    wait 60 "Memoria USB"
}

# What the kernel has in use, asked through the balloon.
say_memory() {
	at tell "qom-set /machine/peripheral/balloon guest-stats-polling-interval 1" \
	    >said
	sleep 3
	at tell "qom-get /machine/peripheral/balloon guest-stats" |
	    sed 's/\\r\\n/\n/g' >stats
	awk -v all="$MEMORY" '/stat-available/ { is = $2 } /stat-total/ { of = $2 }
	    END { printf "# memory: %.0f of %.0f MiB that the kernel has in use," \
		" machine of %d\n", (of - is) / 1048576, of / 1048576, all }' stats
}
