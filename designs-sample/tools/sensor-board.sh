#!/bin/sh
# Makes every export and every piece of fabrication code of the sensor board anew.
set -eu
cd "$(dirname "$0")"
tools=$PWD
cd ../sensor-board/design
case=modules/case
"$tools/export.sh" $case/source/case.scad $case/export/tray.stl
"$tools/export.sh" $case/source/case.scad $case/export/lid.stl -D lid=true
"$tools/slice.sh" $case/export/tray.stl $case/fabrication/tray.gcode
"$tools/slice.sh" $case/export/lid.stl $case/fabrication/lid.gcode
sh firmware/build.sh
xvfb-run -a openscad -q --imgsize=1600,1000 --camera=0,0,20,62,0,30,250 --colorscheme=Tomorrow -o docs/sensor-board.png source/sensor-board.scad
convert docs/sensor-board.png -resize 40% +dither -colors 48 docs/sensor-board.png
