// Shim under a Y bearing block: lifts the Y rods over the belt that runs along X. Millimetres.

size      = [34, 30, 3];
pattern   = [24, 18];
m4        = 4.5;

$fn = 32;

module block_shim() difference() {
    translate([-size[0] / 2, -size[1] / 2, 0]) cube(size);
    for (x = [-1, 1], y = [-1, 1])
        translate([x * pattern[0] / 2, y * pattern[1] / 2, -1]) cylinder(d = m4, h = size[2] + 2);
}

block_shim();
