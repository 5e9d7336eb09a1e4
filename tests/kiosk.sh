# Playing the kiosk from a shell script: its real program on an emulated
# terminal (tests/screens/play.c), real keys, its screen as text.  Needs
# $builddir and $scratch; with lib.sh what a screen must have is a test.
#
#	kiosk_start [-s WxH] [OPTION...]	the kiosk, in the background
#	press 9					keys, one after the other
#	type 246810				the same for many characters
#	screen_has "TEXT"			wait until TEXT is on it
#	screen_lacks "TEXT"			TEXT is not on it now
#	show_screen				print it, for who reads the log
#	picture FILE				write it as SVG
#	kiosk_end
#
# $keys counts the keys that were pressed.
keys=0

kiosk_start() {
	kiosk_size=80x25
	if [ "$1" = -s ]; then
		kiosk_size=$2
		shift 2
	fi
	rm -f "$scratch/ask" "$scratch/answer"
	mkfifo "$scratch/ask" "$scratch/answer" || exit 99
	"$builddir/play" -s "$kiosk_size" "$builddir/vereda" "$@" \
	    <"$scratch/ask" >"$scratch/answer" &
	exec 8>"$scratch/ask" 9<"$scratch/answer"
}

kiosk_end() {
	exec 8>&- 9<&-
	wait
}

play() { # COMMAND: what it prints goes to $scratch/said
	printf '%s\n' "$1" >&8
	: >"$scratch/said"
	while IFS= read -r answer <&9; do
		case $answer in
		ok) return 0 ;;
		no) return 1 ;;
		*) printf '%s\n' "${answer#|}" >>"$scratch/said" ;;
		esac
	done
	return 1
}

press() {
	keys=$((keys + $#))
	play "press $*"
}

type() {
	keys=$((keys + ${#1}))
	play "type $1"
}

show_screen() {
	play screen
	awk 'NF || !blank { print "# |" $0 } { blank = !NF }' "$scratch/said"
}

picture() {
	play "picture $1"
}

screen_has() {
	found=0
	play "until $1" || found=1
	[ "$found" -eq 0 ] || play screen
	report "$found" "the screen says: $1"
}

screen_lacks() {
	found=0
	! play "has $1" || found=1
	[ "$found" -eq 0 ] || play screen
	report "$found" "the screen does not say: $1"
}
