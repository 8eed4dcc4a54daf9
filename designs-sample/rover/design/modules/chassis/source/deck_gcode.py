#!/usr/bin/env python3
"""Writes the laser code of the rover's deck: deck_gcode.py > ../fabrication/deck.nc

For GRBL 1.1 in laser mode ($32=1) and a 10 W diode laser in 4 mm poplar plywood. Zero is the deck's lower left corner. The numbers
are those of deck.scad.
"""

WIDTH, DEPTH, CORNER = 200.0, 140.0, 12.0
AXLE_X, BRACKET_Y, BRACKET = 60.0, 24.0, (40.0, 24.0)
CASTER_X, CASTER, BOARD_X, BOARD = 176.0, 38.0, 150.0, 40.0
SLOT, SLOTS = (4.0, 22.0), ((18, 70), (100, 30), (100, 110))
M3 = 3.3

KERF = 0.16           # width of the cut
PASSES, FEED, POWER = 4, 320, 950


def number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


def say(*words):
    print(" ".join(w if isinstance(w, str) else w[0] + number(w[1]) for w in words))


def holes():
    for y in (BRACKET_Y, DEPTH - BRACKET_Y):
        for px in (-1, 1):
            for py in (-1, 1):
                yield AXLE_X + px * BRACKET[0] / 2, y + py * BRACKET[1] / 2
    for side in (-1, 1):
        yield CASTER_X, DEPTH / 2 + side * CASTER / 2
        yield BOARD_X, DEPTH / 2 + side * BOARD / 2


def begin(x, y):
    say("G0", ("X", x), ("Y", y))
    say("M4", ("S", POWER), ("F", FEED))


def end():
    say("M5")


def hole(x, y):
    r = (M3 - KERF) / 2
    begin(x + r, y)
    for _ in range(PASSES):
        say("G2", ("X", x + r), ("Y", y), ("I", -r), ("J", 0))
    end()


def slot(x, y):
    half_x, half_y = (SLOT[0] - KERF) / 2, (SLOT[1] - KERF) / 2
    begin(x - half_x, y - half_y)
    for _ in range(PASSES):
        say("G1", ("X", x - half_x), ("Y", y + half_y))
        say("G1", ("X", x + half_x))
        say("G1", ("Y", y - half_y))
        say("G1", ("X", x - half_x))
    end()


def outline():
    k, c = KERF / 2, CORNER + KERF / 2
    left, right, low, high = -k, WIDTH + k, -k, DEPTH + k
    begin(left, low + c)
    for _ in range(PASSES):
        say("G1", ("X", left), ("Y", high - c))
        say("G2", ("X", left + c), ("Y", high), ("I", c), ("J", 0))
        say("G1", ("X", right - c))
        say("G2", ("X", right), ("Y", high - c), ("I", 0), ("J", -c))
        say("G1", ("Y", low + c))
        say("G2", ("X", right - c), ("Y", low), ("I", -c), ("J", 0))
        say("G1", ("X", left + c))
        say("G2", ("X", left), ("Y", low + c), ("I", 0), ("J", c))
    end()


def main():
    print("(Rover deck, 200 x 140 x 4 mm poplar plywood)")
    print("(10 W diode laser, GRBL in laser mode; air assist on, goggles on)")
    print("G21 G90 G17 G94")
    print("M5")
    for x, y in holes():
        hole(x, y)
    for x, y in SLOTS:
        slot(x, y)
    outline()
    say("G0", ("X", 0), ("Y", 0))
    print("M30")


if __name__ == "__main__":
    main()
