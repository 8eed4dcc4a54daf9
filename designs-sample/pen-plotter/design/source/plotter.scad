// The whole plotter, to look at: openscad -o docs/pen-plotter.png source/plotter.scad
// Millimetres; x to the right, y to the back; z = 0 is the axis of the X rods, the desk is at z = -48.

use <../modules/frame/source/end-bracket.scad>
use <../modules/gantry/source/gantry-plate.scad>
use <../modules/gantry/source/block-shim.scad>
use <../modules/gantry/source/arm-end.scad>
use <../modules/gantry/modules/pen-lift/source/lift-plate.scad>
use <../modules/gantry/modules/pen-lift/source/pen-slide.scad>

at        = [-40, 20];     // where the pen is, from the middle
free      = 440;           // X rod between the brackets
y_axis    = 31;
x_rods    = 64;
y_rods    = 56;
belt_z    = 22.5;
run       = 6.37;          // belt from its pulleys' centre line

$fn = 32;

module steel() color("silver") children();
module printed() color("steelblue") children();
module black() color([0.2, 0.2, 0.22]) children();
module belt_run(a, b) black() hull() {
    for (p = [a, b]) translate([p[0], p[1], belt_z - 3]) cylinder(d = 1.4, h = 6);
}
module motor() {
    black() translate([-21, -21, -39]) cube([42, 42, 39]);
    steel() cylinder(d = 5, h = 24);
    steel() translate([0, 0, 7]) cylinder(d = 16, h = 14);
}

for (side = [0, 180]) rotate(side) translate([free / 2, 0, 0]) {
    printed() bracket();
    translate([30, 0, 5]) motor();
}
steel() for (y = [-1, 1]) translate([-250, y * x_rods / 2, 0]) rotate([0, 90, 0]) cylinder(d = 8, h = 500);

translate([at[0], 0, 0]) {
    color("gainsboro") translate([0, 0, 11]) gantry_plate();
    steel() for (x = [-59, 59], y = [-32, 32]) translate([x - 15, y - 17, -11]) cube([30, 34, 22]);
    for (x = [-28, 28], y = [-40, 40]) {
        printed() translate([x, y, 17]) block_shim();
        steel() translate([x - 17, y - 15, 20]) cube([34, 30, 22]);
    }
    steel() for (x = [-1, 1], y = [-1, 1]) translate([x * 12.73, y * 12.73, 18]) cylinder(d = 16, h = 8.5);
    translate([0, at[1], 0]) {
        steel() for (x = [-1, 1]) translate([x * y_rods / 2, 175, y_axis]) rotate([90, 0, 0]) cylinder(d = 8, h = 350);
        printed() translate([0, -179, y_axis]) front_end();
        printed() translate([0, 179, y_axis]) rotate(180) rear_end();
        translate([0, -179, y_axis]) {
            color("orange") lift_plate();
            color("gold") translate([0, -12, -30]) pen_slide();
            color("royalblue") translate([30.5 - 6, -9, -23.5]) cube([12, 25, 22.5]);
            color("crimson") translate([0, -26, -79]) {
                cylinder(d1 = 1, d2 = 9, h = 14);
                translate([0, 0, 14]) cylinder(d = 9, h = 126);
            }
            steel() for (x = [-14, 14]) translate([x, -12, -38]) cylinder(d = 3, h = 60);
        }
        for (x = [-run, run]) {
            belt_run([x, -13 - at[1]], [x, -160]);
            belt_run([x, 13 - at[1]], [x, 166]);
        }
    }
}
for (y = [-run, run]) {
    belt_run([-250, y], [at[0] - 13, y]);
    belt_run([at[0] + 13, y], [250, y]);
}
color("wheat") translate([-148, -310, -48]) cube([297, 210, 0.5]);
