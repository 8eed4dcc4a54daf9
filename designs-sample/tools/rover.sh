#!/bin/sh
# Makes every export and every piece of fabrication code of the rover anew.
set -eu
cd "$(dirname "$0")"
tools=$PWD
cd ../rover/design
wheel=modules/drive/modules/wheel
tyre=$wheel/modules/tyre
part() { "$tools/export.sh" "$1/source/$2.scad" "$1/export/$2.stl"; }
coarse() { "$tools/slice.sh" "$1/export/$2.stl" "$1/fabrication/$2.gcode"; }
part modules/chassis deck
part modules/drive motor-bracket
part $wheel wheel
part $tyre tyre
coarse modules/drive motor-bracket
coarse $wheel wheel
"$tools/slice.sh" $tyre/export/tyre.stl $tyre/fabrication/tyre.gcode --load "$tools/tpu.ini"
mkdir -p modules/chassis/fabrication
python3 modules/chassis/source/deck_gcode.py > modules/chassis/fabrication/deck.nc
sh firmware/build.sh ../../pen-plotter/design/modules/controller
xvfb-run -a openscad -q --imgsize=1600,1000 --camera=95,70,5,62,0,35,620 --colorscheme=Tomorrow -o docs/rover.png source/rover.scad
convert docs/rover.png -resize 40% +dither -colors 48 docs/rover.png
