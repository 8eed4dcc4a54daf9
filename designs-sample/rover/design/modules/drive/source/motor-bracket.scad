// Motor bracket: hangs a NEMA 17 motor under the rover's deck, shaft to the outside. Millimetres; as printed: the motor's face is
// on the bed, no supports.

width      = 50;
face       = 4;        // thickness of the motor's face plate
base       = 5;        // thickness of the plate under the deck
depth      = 40;       // how far the base reaches inwards
axle       = 24;       // motor axle below the deck
nema_pitch = 31;
nema_boss  = 23;
pattern    = [40, 24]; // screws to the deck

$fn = 28;

module motor_bracket() {
    difference() {
        union() {
            translate([-width / 2, -axle + 1, 0]) cube([width, axle + 21, face]);
            translate([-width / 2, -axle, 0]) cube([width, base, depth]);
            // Ribs beside the motor.
            for (x = [-width / 2, width / 2 - 3]) hull() {
                translate([x, -axle, 0]) cube([3, base, depth]);
                translate([x, 10, 0]) cube([3, 1, face]);
            }
        }
        translate([0, 0, -1]) cylinder(d = nema_boss, h = face + 2);
        for (x = [-1, 1], y = [-1, 1])
            translate([x * nema_pitch / 2, y * nema_pitch / 2, -1]) cylinder(d = 3.4, h = face + 2);
        for (x = [-1, 1], z = [-1, 1]) translate([x * pattern[0] / 2, -axle - 1, 24 + z * pattern[1] / 2])
            rotate([-90, 0, 0]) cylinder(d = 3.4, h = base + 2);
    }
}

motor_bracket();
