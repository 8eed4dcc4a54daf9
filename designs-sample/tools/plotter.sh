#!/bin/sh
# Makes every export and every piece of fabrication code of the pen plotter anew.
set -eu
cd "$(dirname "$0")"
tools=$PWD
cd ../pen-plotter/design/modules
part() { # FOLDER SOURCE PART [OPENSCAD OPTIONS]
  folder=$1 source=$2 name=$3
  shift 3
  "$tools/export.sh" "$folder/source/$source.scad" "$folder/export/$name.stl" "$@"
}
coarse() { "$tools/slice.sh" "$1/export/$2.stl" "$1/fabrication/$2.gcode"; }
fine() { "$tools/slice.sh" "$1/export/$2.stl" "$1/fabrication/$2.gcode" --load "$tools/fine.ini"; }

part frame end-bracket end-bracket
part gantry arm-end arm-end-rear
part gantry arm-end arm-end-front -D front=true
part gantry block-shim block-shim
part gantry gantry-plate gantry-plate
part gantry/modules/pen-lift lift-plate lift-plate
part gantry/modules/pen-lift pen-slide pen-slide
part drive belt-clip belt-clip
part controller case case-base
part controller case case-lid -D lid=true
coarse frame end-bracket
coarse gantry arm-end-rear
coarse gantry arm-end-front
coarse gantry block-shim
coarse gantry/modules/pen-lift lift-plate
coarse gantry/modules/pen-lift pen-slide
fine drive belt-clip
coarse controller case-base
coarse controller case-lid
python3 gantry/source/gantry_plate_gcode.py > gantry/fabrication/gantry-plate.nc
controller/firmware/build.sh
cd ..
xvfb-run -a openscad -q --imgsize=1600,1000 --camera=10,-60,-20,55,0,25,1010 --colorscheme=Tomorrow -o docs/pen-plotter.png source/plotter.scad
convert docs/pen-plotter.png -resize 50% +dither -colors 48 docs/pen-plotter.png
