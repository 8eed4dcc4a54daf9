#!/bin/sh
# export.sh SOURCE.scad PART.stl [OPENSCAD OPTIONS]: a binary STL; says so when the part is no closed solid.
set -eu
scad=$1
stl=$2
shift 2
mkdir -p "$(dirname "$stl")"
openscad -q --export-format binstl "$@" -o "$stl" "$scad"
"$(dirname "$0")/sorted_stl.py" "$stl"
prusa-slicer --info "$stl" 2>/dev/null | grep -q 'manifold = yes' || { echo "$stl is no closed solid" >&2; exit 1; }
