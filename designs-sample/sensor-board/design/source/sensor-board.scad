// The board in its open case, to look at.
use <../modules/case/source/case.scad>
color("steelblue") tray();
color("darkgreen") translate([-35, -15, 7]) cube([70, 30, 1.6]);
color("purple") translate([-8, -9, 11]) cube([18, 18, 1.6]);
color("silver") translate([0, -2, 12.6]) cube([2.5, 2.5, 1]);
color("darkblue") translate([14, -9, 11]) cube([14, 18, 1.6]);
color([0.2, 0.2, 0.2]) translate([-24, -8, 11]) cube([13, 16, 1.6]);
color("ivory") for (x = [-35, 29.3]) translate([x, -6, 8.6]) cube([5.7, 12, 7]);
color("lime") translate([-30, 11, 8.6]) cylinder(d = 3, h = 4, $fn = 20);
color([0.2, 0.2, 0.2]) translate([-26, 11, 8.6]) cylinder(d = 4.5, h = 5, $fn = 20);
color("lightsteelblue", 0.9) translate([0, 0, 52]) rotate([180, 0, 0]) lid_();
