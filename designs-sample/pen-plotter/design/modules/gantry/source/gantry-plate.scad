// Gantry plate: carries the X bearing blocks below, the Y bearing blocks above and the four belt idlers.
// Millimetres, seen from above, origin in the middle. Cut from 6 mm EN AW-5083 by fabrication/gantry-plate.nc,
// which source/gantry_plate_gcode.py writes from the same numbers.

size        = [152, 116, 6];
corner      = 8;
block_long  = 18;             // screw pattern of an SCS8UU block, along its rod
block_cross = 24;             // and across it
x_block     = [59, 32];       // centre of an X block (below; rod along x)
y_block     = [28, 40];       // centre of a Y block (above; rod along y)
m4          = 4.5;
m5          = 5.3;
idler       = 12.73;          // pitch diameter of a 20-tooth GT2 idler: both belt runs touch it

$fn = 24;

module holes(centre, pattern, d) {
    for (sx = [-1, 1], sy = [-1, 1], px = [-1, 1], py = [-1, 1])
        translate([sx * centre[0] + px * pattern[0] / 2, sy * centre[1] + py * pattern[1] / 2]) circle(d = d);
}

module gantry_plate() linear_extrude(size[2]) difference() {
    offset(corner) square([size[0] - 2 * corner, size[1] - 2 * corner], center = true);
    holes(x_block, [block_long, block_cross], m4);
    holes(y_block, [block_cross, block_long], m4);
    for (sx = [-1, 1], sy = [-1, 1]) translate([sx * idler, sy * idler]) circle(d = m5);
}

gantry_plate();
