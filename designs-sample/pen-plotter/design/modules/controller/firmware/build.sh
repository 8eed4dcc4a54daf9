#!/bin/sh
# Compiles the sketch for the Arduino Uno with avr-gcc alone: build.sh [OUT.hex [COMPILER OPTIONS]]
# For another machine: build.sh rover.hex -DMM_PER_TURN=226.2 '-DLIMITS=-5000,5000,-5000,5000'
# Needs avr-gcc, avr-libc and the Arduino AVR core (Debian: gcc-avr avr-libc arduino-core-avr).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sketch=$here/plotter
out=${1:-$sketch.hex}
[ $# -eq 0 ] || shift
avr=${ARDUINO_AVR:-/usr/share/arduino/hardware/arduino/avr}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
flags="-mmcu=atmega328p -DF_CPU=16000000L -DARDUINO=10819 -DARDUINO_AVR_UNO -DARDUINO_ARCH_AVR -Os -w
  -DDECIMAL_DIG=9 -ffunction-sections -fdata-sections -flto -fno-fat-lto-objects -I$avr/cores/arduino -I$avr/variants/standard -I$sketch $*"
n=0
for f in "$avr"/cores/arduino/*.c "$avr"/cores/arduino/*.cpp "$avr"/cores/arduino/*.S "$sketch"/*.ino "$sketch"/*.cpp; do
  [ -e "$f" ] || continue
  n=$((n + 1))
  case $f in
    *.c) avr-gcc $flags -std=gnu11 -c "$f" -o "$tmp/$n.o" ;;
    *.S) avr-gcc $flags -x assembler-with-cpp -c "$f" -o "$tmp/$n.o" ;;
    *) avr-g++ $flags -std=gnu++11 -fno-exceptions -fno-threadsafe-statics -x c++ -c "$f" -o "$tmp/$n.o" ;;
  esac
done
avr-gcc $flags -fuse-linker-plugin -Wl,--gc-sections "$tmp"/*.o -lm -o "$tmp/sketch.elf"
avr-objcopy -O ihex -R .eeprom "$tmp/sketch.elf" "$tmp/sketch.hex"
tr -d "\r" <"$tmp/sketch.hex" >"$out"
avr-size "$tmp/sketch.elf"
