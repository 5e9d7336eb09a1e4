#!/bin/sh
# make_font.sh - a console font for the kiosk out of one of Terminus Font.
#
#	make_font.sh Lat15-Terminus32x16.psf.gz vereda-32x16.psf
#
# Terminus Font is under the SIL Open Font License, and so is what is made of
# it: see OFL.txt.  Its name is reserved, so this has another.
set -eu
here=$(dirname "$0")
numbers=$(gzip -dc "$1" | od -An -v -tu1 |
    LC_ALL=C ${AWK:-awk} -f "$here/font.awk")
# shellcheck disable=SC2059,SC2086 # octal escapes, each a byte
printf "$(printf '\\%s' $numbers)" >"$2.new"
mv "$2.new" "$2"
