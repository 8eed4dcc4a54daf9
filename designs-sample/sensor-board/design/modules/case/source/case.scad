// Case of the sensor board: a tray for a board of 30 x 70 mm and a lid with louvres. Millimetres; both print open side up, no supports.

lid      = false;     // openscad -D lid=true for the lid

board    = [70, 30];
play     = 1;
wall     = 2;
floor_   = 2;
tray_h   = 12;
lid_h    = 16;
board_z  = 5;         // underside of the board above the floor
pins     = [66, 26];  // the board's holes, 2 mm
mount    = 40;        // two M3 screws through the floor, under the board
slot     = 2;

$fn = 24;

inner = [board[0] + 2 * play, board[1] + 2 * play];
outer = [inner[0] + 2 * wall, inner[1] + 2 * wall];

module box(size, h) translate([-size[0] / 2, -size[1] / 2, 0]) cube([size[0], size[1], h]);

module tray() difference() {
    union() {
        difference() {
            box(outer, tray_h);
            translate([0, 0, floor_]) box(inner, tray_h);
        }
        for (x = [-1, 1], y = [-1, 1]) translate([x * pins[0] / 2, y * pins[1] / 2, 0]) {
            cylinder(d = 5, h = floor_ + board_z);
            cylinder(d = 1.8, h = floor_ + board_z + 1.6);
        }
    }
    for (x = [-1, 1]) translate([x * mount / 2, 0, -1]) cylinder(d = 3.4, h = floor_ + 2);
    // The connectors at both ends.
    translate([0, 0, floor_ + board_z]) box([outer[0] + 2, 12], tray_h);
}

module lid_() {
    difference() {
        union() {
            box(outer, lid_h);
        }
        translate([0, 0, floor_]) box(inner, lid_h);
        // Louvres above the sensors and in both long sides.
        for (x = [-24 : 6 : 24]) {
            translate([x, 0, -1]) box([slot, 18], floor_ + 2);
            translate([x, 0, floor_ + 3]) box([slot, outer[1] + 2], 7);
        }
    }
    // Lip that grips inside the tray.
    for (y = [-1, 1]) translate([-20, y * (inner[1] / 2 - 0.75) - 0.6, lid_h - 2]) cube([40, 1.2, 5]);
}

if (lid) lid_(); else tray();
