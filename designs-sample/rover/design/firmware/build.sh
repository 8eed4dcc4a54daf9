#!/bin/sh
# Compiles the controller's firmware with the rover's wheels: build.sh CONTROLLER_FOLDER
# 72 mm wheels: 226.2 mm a turn. X is straight ahead, Y turns on the spot (mm of wheel).
set -eu
sh "$1/firmware/build.sh" "$(dirname "$0")/rover.hex" -DMM_PER_TURN=226.2 -DLIMITS=-5000,5000,-5000,5000
