#!/usr/bin/env python3
"""Writes the milling code of the gantry plate: gantry_plate_gcode.py > ../fabrication/gantry-plate.nc

For GRBL 1.1 and a 3 mm single-flute cutter in 6 mm EN AW-5083, held on a sacrificial board. Zero is the plate's lower left
corner, on top of the material. The numbers are those of gantry-plate.scad.
"""

import math

SIZE_X, SIZE_Y, THICK = 152.0, 116.0, 6.0
CORNER = 8.0
X_BLOCK, Y_BLOCK = (59.0, 32.0), (28.0, 40.0)   # centres of the bearing blocks
LONG, CROSS = 18.0, 24.0                         # their screw pattern
M4, M5, IDLER = 4.5, 5.3, 12.73

CUTTER = 3.0
THROUGH = 0.3          # deeper than the plate, into the board
SAFE = 5.0
FEED, PLUNGE = 420, 120
PITCH = 0.7            # depth of one turn of a helix
STEP = 0.45            # depth of one pass of the outline
TAB, TAB_TOP = 6.0, -4.8


def signs():
    return ((x, y) for x in (-1, 1) for y in (-1, 1))


def holes():
    for centre, pattern in ((X_BLOCK, (LONG, CROSS)), (Y_BLOCK, (CROSS, LONG))):
        for sx, sy in signs():
            for px, py in signs():
                yield sx * centre[0] + px * pattern[0] / 2, sy * centre[1] + py * pattern[1] / 2, M4
    for sx, sy in signs():
        yield sx * IDLER, sy * IDLER, M5


def nearest_first(points):
    rest, here = list(points), (-SIZE_X / 2, -SIZE_Y / 2)
    while rest:
        best = min(rest, key=lambda p: math.dist(here, p[:2]))
        rest.remove(best)
        here = best[:2]
        yield best


def number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-0", "0") if abs(value) < 0.0005 else \
        f"{value:.3f}".rstrip("0").rstrip(".")


def say(*words):
    print(" ".join(w if isinstance(w, str) else w[0] + number(w[1]) for w in words))


def mill_hole(x, y, diameter):
    x, y, r = x + SIZE_X / 2, y + SIZE_Y / 2, (diameter - CUTTER) / 2
    bottom, z = -THICK - THROUGH, 0.0
    say("G0", ("X", x + r), ("Y", y))
    say("G0", ("Z", 0.5))
    say("G1", ("Z", 0.0), ("F", PLUNGE))
    while z > bottom:
        z = max(bottom, z - PITCH)
        say("G2", ("X", x + r), ("Y", y), ("Z", z), ("I", -r), ("J", 0), ("F", FEED / 2))
    say("G2", ("X", x + r), ("Y", y), ("I", -r), ("J", 0))
    say("G1", ("X", x), ("Y", y))
    say("G0", ("Z", SAFE))


def tabbed(along, start, end, z, tab_at):
    """A straight side; below the tabs' top the cutter steps over one tab at `tab_at`."""
    if z >= TAB_TOP:
        say("G1", (along, end), ("F", FEED))
        return
    way = 1 if end > start else -1
    half = (TAB + CUTTER) / 2
    say("G1", (along, tab_at - way * half), ("F", FEED))
    say("G1", ("Z", TAB_TOP), ("F", PLUNGE))
    say("G1", (along, tab_at + way * half), ("F", FEED))
    say("G1", ("Z", z), ("F", PLUNGE))
    say("G1", (along, end), ("F", FEED))


def outline():
    r = CUTTER / 2
    left, right, low, high = -r, SIZE_X + r, -r, SIZE_Y + r
    c = CORNER + r
    say("G0", ("X", left), ("Y", low + c))
    say("G0", ("Z", 0.5))
    z, bottom = 0.0, -THICK - THROUGH
    while z > bottom:
        z = max(bottom, z - STEP)
        say("G1", ("Z", z), ("F", PLUNGE))
        tabbed("Y", low + c, high - c, z, SIZE_Y / 2)
        say("G2", ("X", left + c), ("Y", high), ("I", c), ("J", 0))
        tabbed("X", left + c, right - c, z, SIZE_X / 2)
        say("G2", ("X", right), ("Y", high - c), ("I", 0), ("J", -c))
        tabbed("Y", high - c, low + c, z, SIZE_Y / 2)
        say("G2", ("X", right - c), ("Y", low), ("I", -c), ("J", 0))
        tabbed("X", right - c, left + c, z, SIZE_X / 2)
        say("G2", ("X", left), ("Y", low + c), ("I", 0), ("J", c))
    say("G0", ("Z", SAFE))


def main():
    print("(Gantry plate, 152 x 116 x 6 mm EN AW-5083)")
    print("(3 mm single-flute cutter; zero: lower left corner, top of the plate)")
    print("(Clamp outside 158 x 122 mm; cut the four tabs by hand)")
    print("G21 G90 G17 G94")
    say("G0", ("Z", SAFE))
    print("M3 S12000")
    print("G4 P3")
    for hole in nearest_first(holes()):
        mill_hole(*hole)
    outline()
    print("M5")
    say("G0", ("X", 0), ("Y", 0))
    print("M30")


if __name__ == "__main__":
    main()
