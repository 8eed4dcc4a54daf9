#!/bin/sh
# slice.sh PART.stl PART.gcode [MORE PRUSA-SLICER OPTIONS]: coarse G-code, without the slicer's settings in its comments.
set -eu
here=$(dirname "$0")
stl=$1
out=$2
shift 2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
prusa-slicer --load "$here/coarse.ini" "$@" --center 110,110 -g -o "$tmp/part.gcode" "$stl" >/dev/null
mkdir -p "$(dirname "$out")"
value() { sed -n "s/^; $1 = //p" "$tmp/part.gcode" | head -n 1; }
{
  echo "; $(basename "$stl" .stl), sliced from export/$(basename "$stl") for a 220 x 220 x 250 mm printer with Marlin"
  echo "; $(value nozzle_diameter) mm nozzle, $(value layer_height) mm layers, $(value 'filament used \[cm3\]') cm3 of $(value filament_type), about $(value 'estimated printing time (normal mode)')"
  # Hundredths of a millimetre are finer than the machine.
  sed -e 's/;.*//' -e 's/[ \t]*$//' -e '/^$/d' -e '/^M73/d' -e '/^G92 E0/d' -e 's/\([XYZ][0-9-]*\.[0-9][0-9]\)[0-9]*/\1/g' \
    -e 's/\(E-*[0-9]*\.[0-9][0-9][0-9][0-9]\)[0-9]*/\1/' "$tmp/part.gcode"
} >"$out"
