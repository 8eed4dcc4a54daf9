// Wheel: a rim with a bed for the tyre and a hub for a 5 mm D-shaft. Millimetres; lies as printed, no supports.

rim      = 66;      // over the flanges
bed      = 62;      // where the tyre sits
width    = 15;
flange   = 1.5;
wall     = 3;
hub      = 18;
hub_h    = 20;
shaft    = 5.1;
flat     = 0.5;     // the D-shaft's flat
spokes   = 5;

$fn = 60;

module wheel() {
    difference() {
        union() {
            difference() {
                cylinder(d = rim, h = width);
                translate([0, 0, flange]) difference() {
                    cylinder(d = rim + 1, h = width - 2 * flange);
                    translate([0, 0, -1]) cylinder(d = bed, h = width);
                }
                translate([0, 0, 4]) cylinder(d = bed - 2 * wall, h = width);
            }
            cylinder(d = hub, h = hub_h);
        }
        for (i = [0 : spokes - 1]) rotate(i * 360 / spokes) translate([19.5, 0, -1]) cylinder(d = 15, h = 6, $fn = 24);
        difference() {
            translate([0, 0, -1]) cylinder(d = shaft, h = hub_h + 2, $fn = 24);
            translate([shaft / 2 - flat, -5, -2]) cube([5, 10, hub_h + 4]);
        }
        // Set screw on the flat, in an M3 heat-set insert.
        translate([0, 0, hub_h - 4]) rotate([0, 90, 0]) cylinder(d = 4, h = hub, $fn = 16);
    }
}

wheel();
