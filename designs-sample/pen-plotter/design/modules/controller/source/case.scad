// Case of the controller: an Arduino Uno R3 with a CNC shield, USB and power reachable, a 40 mm fan in the lid.
// Millimetres; the board's corner beside the power jack is the origin. Both halves print open side up, no supports.

lid       = false;    // openscad -D lid=true for the lid

board     = [68.6, 53.4];
standoff  = 5;
wall      = 2;
floor_    = 2;
play      = [9, 9];   // free space round the board for the corner posts
base_h    = 24;
lid_h     = 34;
post      = 10;
insert    = 4.0;      // hole for an M3 heat-set insert
fan       = 40;
fan_pitch = 32;
uno_holes = [[14.0, 2.5], [15.2, 50.8], [66.0, 7.6], [66.0, 35.5]];

$fn = 32;

inner = [board[0] + 2 * play[0], board[1] + 2 * play[1]];
outer = [inner[0] + 2 * wall, inner[1] + 2 * wall];

module shell(h) {
    difference() {
        translate([-play[0] - wall, -play[1] - wall, 0]) cube([outer[0], outer[1], h]);
        translate([-play[0], -play[1], floor_]) cube([inner[0], inner[1], h]);
    }
}

module corners() {
    for (x = [-play[0], inner[0] - play[0] - post], y = [-play[1], inner[1] - play[1] - post])
        translate([x, y, 0]) children();
}

module case_base() {
    difference() {
        union() {
            shell(base_h);
            corners() cube([post, post, base_h]);
            for (h = uno_holes) translate([h[0], h[1], 0]) cylinder(d = 6, h = floor_ + standoff);
        }
        corners() translate([post / 2, post / 2, base_h - 8]) cylinder(d = insert, h = 9);
        for (h = uno_holes) translate([h[0], h[1], floor_]) cylinder(d = 2.5, h = standoff + 1);
        // USB and power, at the x = 0 side.
        translate([-play[0] - wall - 1, 31, floor_ + standoff]) cube([wall + 2, 14, 14]);
        translate([-play[0] - wall - 1, 2, floor_ + standoff]) cube([wall + 2, 11, 14]);
    }
}

module case_lid() {
    middle = [inner[0] / 2 - play[0], inner[1] / 2 - play[1]];
    difference() {
        union() {
            shell(lid_h);
            corners() cube([post, post, lid_h]);
        }
        // The screws' heads sink to 6 mm above the joint.
        corners() translate([post / 2, post / 2, -1]) {
            cylinder(d = 3.4, h = lid_h + 2);
            cylinder(d = 6.2, h = lid_h - 6 + 1);
        }
        translate([middle[0], middle[1], -1]) {
            cylinder(d = fan - 3, h = floor_ + 2);
            for (x = [-1, 1], y = [-1, 1])
                translate([x * fan_pitch / 2, y * fan_pitch / 2, 0]) cylinder(d = 3.4, h = floor_ + 2);
        }
        // Motor and servo cables leave through a slot in the joint.
        translate([inner[0] - play[0] - 1, 8, lid_h - 10]) cube([wall + 2, 36, 11]);
    }
}

if (lid) case_lid(); else case_base();
