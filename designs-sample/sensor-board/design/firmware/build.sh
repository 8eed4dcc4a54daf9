#!/bin/sh
# Compiles the sketch for the Arduino Uno with avr-gcc alone: build.sh
# Needs avr-gcc, avr-libc and the Arduino AVR core (Debian: gcc-avr avr-libc arduino-core-avr). Writes sensors.hex here.
set -eu
cd "$(dirname "$0")"
avr=${ARDUINO_AVR:-/usr/share/arduino/hardware/arduino/avr}
wire=$avr/libraries/Wire/src
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
flags="-mmcu=atmega328p -DF_CPU=16000000L -DARDUINO=10819 -DARDUINO_AVR_UNO -DARDUINO_ARCH_AVR -DDECIMAL_DIG=9 -Os -w
  -ffunction-sections -fdata-sections -flto -fno-fat-lto-objects
  -I$avr/cores/arduino -I$avr/variants/standard -I$wire -I$wire/utility"
n=0
for f in "$avr"/cores/arduino/*.c "$avr"/cores/arduino/*.cpp "$avr"/cores/arduino/*.S "$wire"/*.cpp "$wire"/utility/*.c sensors/*.ino; do
  n=$((n + 1))
  case $f in
    *.c) avr-gcc $flags -std=gnu11 -c "$f" -o "$tmp/$n.o" ;;
    *.S) avr-gcc $flags -x assembler-with-cpp -c "$f" -o "$tmp/$n.o" ;;
    *) avr-g++ $flags -std=gnu++11 -fno-exceptions -fno-threadsafe-statics -x c++ -c "$f" -o "$tmp/$n.o" ;;
  esac
done
avr-gcc $flags -fuse-linker-plugin -Wl,--gc-sections "$tmp"/*.o -lm -o "$tmp/sketch.elf"
avr-objcopy -O ihex -R .eeprom "$tmp/sketch.elf" "$tmp/sketch.hex"
tr -d "\r" <"$tmp/sketch.hex" >sensors.hex
avr-size "$tmp/sketch.elf"
