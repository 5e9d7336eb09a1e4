#!/bin/sh
# guide.sh LANG OUT: the staff's guide in LANG as a page to be printed, with
# pictures of the real kiosk.  The screens are as low as all of them fits, so
# that they are large on paper.  `make guide` calls it.
lang=$1
out=$2
. "${srcdir:-.}/tests/lib.sh"
. "$srcdir/tests/kiosk.sh"
case $out in
/*) ;;
*) out=$PWD/$out ;;
esac
cd "$scratch" || exit 99

# A kiosk with the starter content, and a stick with an edition after it in
# which one article has changed and one is withdrawn.
cp -R "$srcdir/data/channels/crm" crm && chmod -R u+w crm
sed -e 's/^sequence: .*/sequence: 2/' -e 's/^created: .*/created: 2026-11-24/' \
    crm/channel.yaml >new.yaml && mv new.yaml crm/channel.yaml
rm -r crm/alerts/visa-for-sale
mkdir -p store stick/VEREDA
key=$builddir/development.key
root=$builddir/development.root
printf '[kiosk]\nstore = %s\npin_file = %s\n' "$scratch/store" "$scratch/pin" \
    >kiosk.conf
here="--config kiosk.conf --root $root --factory $scratch/none"
choose_pin() {
	printf '123456\n123456\n' | "$builddir/vereda-load" pin --set $here
}
ok "the next edition is built" "$builddir/vereda-pack" build crm \
    -o stick/VEREDA/crm-1-2.vereda --key "$key"
ok "the staff have a PIN" choose_pin
ok "the kiosk has its content" "$builddir/vereda-load" install \
    "$builddir/crm.vereda" $here

kiosk_start -s 80x16 --config kiosk.conf --root "$root" --store store \
    --stick stick --kiosk --lang "$lang"
press 9
type 1234
ok "a picture of the PIN" picture "$scratch/pin.svg"
type 56
press Enter
screen_has "2026-11-24"
screen_has "crm 2026-11-21"
ok "a picture of the stick" picture "$scratch/stick.svg"
press 1
screen_has "7 "
screen_has "  1  "
ok "a picture of the changes" picture "$scratch/changes.svg"
press 7
screen_has " 0002"
screen_has "8 "
ok "a picture of the result" picture "$scratch/result.svg"
kiosk_end

page() {
	"$builddir/guide-page" "$lang" "$srcdir/doc/staff-guide.$lang.md" \
	    "$scratch" >"$scratch/page"
}
ok "the page is made" page
ok "and is where it was asked for" cp "$scratch/page" "$out"
tests_done
