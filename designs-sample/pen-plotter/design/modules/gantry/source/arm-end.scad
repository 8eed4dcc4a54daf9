// The two ends of the Y arm. Both grip the two Y rods; the rear one turns the belt round an idler, the front one holds both
// belt ends and carries the pen lift. Millimetres; rods along y, their axes at z = 0; the belt runs 8.75 below them.
// Printed as exported: the rods' side on the bed, no supports.

front      = false;   // openscad -D front=true for the front end

rod        = 8;
rod_fit    = 0.2;
rod_pitch  = 56;
width      = 80;
depth      = 26;      // along y
bottom     = -7;
top        = 10;
belt_z     = -8.75;
belt_gap   = 11.3;    // between the inner faces of the two belt runs
insert     = 4.0;     // hole for an M3 heat-set insert, 4.6 x 5.7
lift_holes = [[-18, -3.5], [18, -3.5], [-18, 6.5], [18, 6.5]];   // interface to the pen lift: x, z

$fn = 32;

module body() {
    translate([-width / 2, 0, bottom]) cube([width, depth, top - bottom]);
}

module rods() {
    for (side = [-1, 1]) translate([side * rod_pitch / 2, 0, 0]) {
        translate([0, 4, 0]) rotate([-90, 0, 0]) cylinder(d = rod + rod_fit, h = depth);
        translate([0, depth / 2 + 2, 0]) cylinder(d = insert, h = top + 1);
    }
}

module rear_end() {
    difference() {
        body();
        rods();
        // Room for the idler; its axle is an M5 x 30 from above.
        translate([-16, -1, bottom - 1]) cube([32, depth + 2, 1 - bottom - 3.5]);
        translate([0, depth / 2, bottom - 1]) cylinder(d = 5.2, h = top - bottom + 2);
    }
}

module front_end() {
    difference() {
        union() {
            body();
            // Rib between the belt ends; two belt clips press them on from both sides.
            translate([-belt_gap / 2, 4, -18]) cube([belt_gap, 22, 12]);
        }
        rods();
        for (y = [8, 22]) translate([0, y, -15]) rotate([0, 90, 0]) cylinder(d = 3.2, h = width, center = true);
        for (hole = lift_holes) translate([hole[0], -1, hole[1]]) rotate([-90, 0, 0]) cylinder(d = insert, h = 8);
    }
}

rotate([-90, 0, 0]) translate([0, -depth, 0]) if (front) front_end(); else rear_end();
