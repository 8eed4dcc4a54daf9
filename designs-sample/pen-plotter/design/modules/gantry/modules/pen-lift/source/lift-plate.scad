// Lift plate: bolts to the front end of the Y arm, carries the servo and the two 3 mm rods of the pen slide.
// Millimetres; x across, y to the back, z up; z = 0 is the axis of the Y rods. Printed on its back, no supports.

plate      = [68, 6, 62];
left       = -24;
bottom     = -40;
rod        = 3;
rod_fit    = 0.15;
rod_pitch  = 28;
rod_y      = -12;       // in front of the plate's back
lug        = [10, 14, 6];
arm_holes  = [[-18, -3.5], [18, -3.5], [-18, 6.5], [18, 6.5]];
servo      = [12.4, 23];   // body of a 9 g servo, upright
servo_at   = [30.5, -12];  // its middle
servo_holes = 27.8;

$fn = 32;

module lug(x, z) {
    translate([x - lug[0] / 2, -plate[1] - lug[1] + 2, z]) cube([lug[0], lug[1], lug[2]]);
}

module lift_plate() {
    difference() {
        union() {
            translate([left, -plate[1], bottom]) cube(plate);
            for (side = [-1, 1]) {
                lug(side * rod_pitch / 2, bottom);
                lug(side * rod_pitch / 2, bottom + plate[2] - lug[2]);
            }
        }
        // The rods stand in blind holes below and pass through above.
        for (side = [-1, 1])
            translate([side * rod_pitch / 2, rod_y, bottom + 2]) cylinder(d = rod + rod_fit, h = plate[2]);
        for (hole = arm_holes) translate([hole[0], 1, hole[1]]) rotate([90, 0, 0]) {
            cylinder(d = 3.4, h = plate[1] + 2);
            translate([0, 0, plate[1] - 2.2]) cylinder(d = 6.2, h = 4);
        }
        translate([servo_at[0] - servo[0] / 2, -plate[1] - 1, servo_at[1] - servo[1] / 2])
            cube([servo[0], plate[1] + 2, servo[1]]);
        for (side = [-1, 1]) translate([servo_at[0], 1, servo_at[1] + side * servo_holes / 2])
            rotate([90, 0, 0]) cylinder(d = 1.7, h = plate[1] + 2);
    }
}

rotate([-90, 0, 0]) lift_plate();
