// The whole rover, to look at. Millimetres; the ground is at z = -36, the wheels' axis at z = 0.

use <../modules/chassis/source/deck.scad>
use <../modules/drive/source/motor-bracket.scad>
use <../modules/drive/modules/wheel/source/wheel.scad>
use <../modules/drive/modules/wheel/modules/tyre/source/tyre.scad>

$fn = 40;

translate([0, 0, 24]) color("burlywood") deck();
for (side = [0, 1]) translate([60, side * 140, 0]) rotate([90, 0, side * 180]) {
    // The bracket's own z points inwards; its -y is up.
    rotate([0, 180, 0]) rotate([0, 0, 180]) translate([0, 0, 0]) color("steelblue") motor_bracket();
    color([0.2, 0.2, 0.22]) translate([-21, -21, -38]) cube([42, 42, 34]);
    color("silver") cylinder(d = 5, h = 24);
    translate([0, 0, 4]) {
        color("gold") wheel();
        color([0.25, 0.25, 0.27]) translate([0, 0, 1.7]) tyre();
    }
}
color("silver") translate([176, 70, -11]) cylinder(d = 6, h = 35);
color("silver") for (y = [-19, 19]) translate([176, 70 + y, -11]) cylinder(d = 5.5, h = 35);
color([0.3, 0.3, 0.3]) translate([176, 70, -13.5]) cube([16, 46, 5], center = true);
color("silver") translate([176, 70, -23.5]) sphere(d = 25);
color("steelblue") translate([60, 32, 28]) cube([92, 76, 40]);
color("teal") translate([158, 41, 31]) cube([18, 58, 3]);
color("firebrick") translate([6, 36, 28]) cube([36, 68, 22]);
