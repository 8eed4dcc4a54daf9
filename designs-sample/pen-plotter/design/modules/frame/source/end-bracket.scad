// End bracket: holds both X rods and one motor, shaft up. Two are needed; they are the same part turned by 180 degrees.
// Millimetres. In use the X rods lie along x at z = 0; the desk is at z = -48 with rubber feet on.
// Printed as exported: top plate on the bed, no supports.

rod          = 8;      // X rod diameter
rod_fit      = 0.2;    // added to the bore
rod_pitch    = 64;     // distance between the two X rods
rod_grip     = 30;     // how deep a rod sits in the bracket
length       = 60;     // along x
wall         = 18;     // width of the rod carrier
plate        = 5;      // thickness of the motor plate
plate_bottom = 5;      // motor flange above the rod axis
leg          = 12;
leg_bottom   = -45;
nema_pitch   = 31;     // NEMA 17 screw square
nema_boss    = 23;
insert       = 4.0;    // hole for an M3 heat-set insert, 4.6 x 5.7

$fn = 32;

half_width = rod_pitch / 2 + wall / 2;

module carrier(side) {
    y = side * rod_pitch / 2;
    translate([0, y - wall / 2, -10]) cube([length, wall, 10 + plate_bottom + plate]);
    // Leg with a window, flush with the outer face.
    difference() {
        translate([0, side > 0 ? half_width - leg : -half_width, leg_bottom]) cube([length, leg, -leg_bottom - 9]);
        translate([length / 2, side * (half_width - leg / 2), leg_bottom + 18])
            rotate([90, 0, 0]) cylinder(d = 26, h = leg + 2, center = true);
    }
}

module bracket() {
    difference() {
        union() {
            translate([0, -half_width, plate_bottom]) cube([length, 2 * half_width, plate]);
            carrier(1);
            carrier(-1);
        }
        for (side = [-1, 1]) {
            // Rod, and the clamp screw above it.
            translate([-1, side * rod_pitch / 2, 0]) rotate([0, 90, 0]) cylinder(d = rod + rod_fit, h = rod_grip + 1);
            translate([15, side * rod_pitch / 2, 0]) cylinder(d = insert, h = plate_bottom + plate + 1);
            // Screw-on rubber foot.
            translate([length / 2 + 20, side * (half_width - leg / 2), leg_bottom - 1]) cylinder(d = 2.6, h = 11);
            translate([length / 2 - 20, side * (half_width - leg / 2), leg_bottom - 1]) cylinder(d = 2.6, h = 11);
        }
        translate([length / 2, 0, plate_bottom - 1]) {
            cylinder(d = nema_boss, h = plate + 2);
            for (x = [-1, 1], y = [-1, 1])
                translate([x * nema_pitch / 2, y * nema_pitch / 2, 0]) cylinder(d = 3.4, h = plate + 2);
        }
    }
}

rotate([180, 0, 0]) translate([-length / 2, 0, -plate_bottom - plate]) bracket();
