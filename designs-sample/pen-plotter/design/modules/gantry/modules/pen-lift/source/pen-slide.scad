// Pen slide: runs on two 3 mm rods, holds a pen of 7 to 12 mm by a thumb screw, and is lifted by the servo's horn under its
// tab. Millimetres; x across, y to the back, z up. Printed standing, the tab upwards, no supports.

body       = [38, 11, 28];
rod        = 3;
rod_fit    = 0.3;       // runs freely
rod_pitch  = 28;
pen        = 12.4;      // largest pen
ring_wall  = 4;
tab        = [12, 6, 4];
insert     = 4.0;       // hole for an M3 heat-set insert

$fn = 24;

ring = pen + 2 * ring_wall;
ring_y = -body[1] / 2 - ring / 2 + 2;

module pen_slide() {
    difference() {
        union() {
            translate([-body[0] / 2, -body[1] / 2, 0]) cube(body);
            translate([0, ring_y, 0]) cylinder(d = ring, h = body[2]);
            // Boss of the thumb screw.
            translate([-6, ring_y - ring / 2 - 3, 0]) cube([12, ring / 2, body[2] / 2 + 6]);
            // Tab over the servo's horn, on a slope that prints without supports.
            hull() {
                translate([body[0] / 2 - 1, -body[1] / 2, body[2] - tab[2]]) cube([tab[0], tab[1], tab[2]]);
                translate([body[0] / 2 - 1, -body[1] / 2, body[2] - tab[2] - 10]) cube([1, tab[1], 1]);
            }
        }
        for (side = [-1, 1]) translate([side * rod_pitch / 2, 0, -1]) cylinder(d = rod + rod_fit, h = body[2] + 2);
        translate([0, ring_y, -1]) cylinder(d = pen, h = body[2] + 2);
        translate([0, ring_y, body[2] / 2]) rotate([90, 0, 0]) cylinder(d = insert, h = ring);
    }
}

pen_slide();
