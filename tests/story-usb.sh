#!/bin/sh
# The whole story of an update, with the real programs: five holders make a
# root, an editor builds and signs, a reviewer looks and signs, and a person
# with a stick brings the edition to a kiosk, looks at it, installs it, and
# goes back.  Every key that this person presses is counted.
#
# After `./bootstrap build` it runs by hand, too:
#
#	make -C build play && tests/story-usb.sh
srcdir=${srcdir:-$(dirname "$0")/..}
builddir=${builddir:-$srcdir/build}
. "$srcdir/tests/lib.sh"
. "$srcdir/tests/kiosk.sh"
pack=$builddir/vereda-pack
load=$builddir/vereda-load
chapter() {
	printf '#\n# %s\n' "$1"
}

if [ ! -x "$builddir/play" ]; then
	skip "the story" "no player: it needs libvterm and make -C build play"
	tests_done
fi
cd "$scratch" || exit 99

chapter "1. The root ceremony: five holders, of whom three sign (doc/keys.md)"
# In earnest each key has a passphrase and each holder a machine.
new_key() {
	"$pack" key new --out "$1" --no-passphrase
}
for person in holder-1 holder-2 holder-3 holder-4 holder-5 editor reviewer; do
	ok "$person makes a key" new_key $person
done
ok "a root is drafted that names the holders" "$pack" root new --out root.1 \
    --created 2026-01-01 --expires 2030-01-01 --threshold 3 \
    --key holder-1.pub --key holder-2.pub --key holder-3.pub \
    --key holder-4.pub --key holder-5.pub
ok "and for the channel two publishers, who both must sign" \
    "$pack" root add root.1 --channel crm --threshold 2 \
    --publisher editor.pub --publisher reviewer.pub
ok "the first holder signs" "$pack" root sign root.1 --key holder-1.key
ok "the third holder signs" "$pack" root sign root.1 --key holder-3.key
ok "all look at it" "$pack" root show root.1
says "two of five are not enough" "^Signatures are missing"
ok "the fourth holder signs" "$pack" root sign root.1 --key holder-4.key
ok "all look at it again" "$pack" root show root.1
says "three of five are enough" "^The chain holds"

chapter "2. The kiosk is set up: root 1, a PIN, and the first edition"
cp -R "$srcdir/data/channels/crm" crm && chmod -R u+w crm
"$pack" build crm -o first.vereda --key editor.key --roots root.1 >built 2>&1
"$pack" sign first.vereda --key reviewer.key --root root.1 >built 2>&1
mkdir store
cat >kiosk.conf <<END
[kiosk]
store = $scratch/store
pin_file = $scratch/pin
site = Albergue 1
country = GT
END
here="--config kiosk.conf --root root.1 --factory $scratch/none"
set_pin() {
	printf '246810\n246810\n' | "$load" pin --set $here
}
ok "the staff choose a PIN" set_pin
ok "the first edition is installed" "$load" install first.vereda $here

chapter "3. The editor writes an alert, builds edition 2 and signs it"
mkdir crm/alerts/story
for lang in es en; do
	case $lang in
	es) title="Piden dinero por un turno que es gratis" ;;
	en) title="They ask for money for a turn that is free" ;;
	esac
	sed -e "s/^title: .*/title: $title/" \
	    -e 's/^severity: .*/severity: Extreme/' \
	    -e 's/^countries: .*/countries: [GT]/' \
	    -e 's/^effective: .*/effective: 2026-11-24/' \
	    "crm/alerts/visa-for-sale/$lang.md" >"crm/alerts/story/$lang.md"
done
sed -e 's/^sequence: .*/sequence: 2/' -e 's/^created: .*/created: 2026-11-24/' \
    crm/channel.yaml >new.yaml && mv new.yaml crm/channel.yaml
ok "the editor builds and signs" "$pack" build crm -o second.vereda \
    --key editor.key --roots root.1
ends_with 1 "one signature is not enough for a kiosk" \
    "$load" preview second.vereda $here
says "which says so" "E09"

chapter "4. The reviewer looks at what is new, and signs what was seen"
ok "the reviewer compares the two editions" \
    "$pack" diff first.vereda second.vereda --root root.1
says "one alert is new" "^+.*story"
ok "the reviewer signs" "$pack" sign second.vereda --key reviewer.key \
    --root root.1
ok "now it would be installed" "$load" preview second.vereda $here

chapter "5. A stranger's stick comes first: a copy with one changed byte"
mkdir -p usb/VEREDA strange/VEREDA
cp second.vereda usb/VEREDA/crm-1-2.vereda
cp second.vereda strange/VEREDA/crm-1-2.vereda && chmod u+w strange/VEREDA/*
printf X | dd of=strange/VEREDA/crm-1-2.vereda bs=1 seek=4300 conv=notrunc \
    2>dd
kiosk_start --config kiosk.conf --root root.1 --stick stick --kiosk --lang es
screen_has "9 Personal"
mv strange stick
press 9
screen_has "Clave:"
type 246810
press Enter
screen_has "NO VÁLIDA: archivo cambiado"
press 1
screen_has "No se puede instalar  E10"
screen_has "Todavía no se ha cambiado nada."
show_screen
press 0 0
screen_has "9 Personal"
mv stick strange

chapter "6. The right stick goes in.  From here on the keys are counted"
mv usb stick
keys=0
press 9
screen_has "Clave:"
show_screen
type 246810
press Enter
screen_has "válida"
label=$("$load" status $here | grep -o '[0-9A-F]\{4\}\( [0-9A-F]\{4\}\)\{3\}')
screen_has "La etiqueta de este quiosco debe decir: $label"
show_screen
press 1
screen_has "INSTALAR"
screen_has "Todavía no se ha cambiado nada."
show_screen
press 7
screen_has "BIEN"
screen_has "1 nuevo · 0 cambiados · 0 retirados"
show_screen
update_keys=$keys
ok "nothing is written on the stick" test ! -e stick/VEREDA/receipts
press 9
screen_has "Informe en la memoria: albergue-1-"
show_screen

chapter "7. The public sees the new alert"
press 1
screen_has "Piden dinero por un turno que es gratis"
show_screen

chapter "8. The staff go back, for something in it is wrong"
press 0 0
screen_has "9 Personal"
press 9
type 246810
press Enter
screen_has "8 Volver a una versión anterior"
press 8
screen_has "completa, firma válida"
press 1 1
screen_has "Confirmar"
press 7
screen_has "BIEN"
show_screen
press 1
screen_has "Inicio"
screen_lacks "Piden dinero por un turno que es gratis"
kiosk_end

chapter "9. What is written down"
ok "the store has one line for each" test "$(wc -l <store/records)" -eq 3
ok "the last one is the way back" grep -q '	rollback	crm	1	1	ok	' \
    store/records
ok "the report of the installation is on the stick" \
    grep -q '"result": "ok"' stick/VEREDA/receipts/albergue-1-*.json
says_nobody() {
	! grep -rq 246810 stick store kiosk.conf pin
}
ok "and the PIN is nowhere" says_nobody
ok "an update takes three keys and the PIN" test "$update_keys" -eq $((3 + 7))
echo "# From the stick to BIEN: $update_keys keys: 9, the PIN (6 and Enter)," \
    "the bundle, 7."
tests_done
