// Deck of the rover, seen from above. Millimetres; the lower left corner is the origin, the front is at the right.
// Cut from 4 mm plywood by fabrication/deck.nc, which source/deck_gcode.py writes from the same numbers.

size      = [200, 140, 4];
corner    = 12;
axle_x    = 60;                 // the wheels' axis
bracket_y = 24;                 // centre of a motor bracket's screws, from each side
bracket   = [40, 24];           // its screws
caster_x  = 176;
caster    = 38;                 // between the caster's screws
board_x   = 150;                // sensor board, two screws
board     = 40;
slot      = [4, 22];            // straps of the battery and the controller's case
slots     = [[18, 70], [100, 30], [100, 110]];
m3        = 3.3;

$fn = 24;

module at(points) for (p = points) translate(p) children();

module deck() linear_extrude(size[2]) difference() {
    translate([corner, corner]) offset(corner) square([size[0] - 2 * corner, size[1] - 2 * corner]);
    for (y = [bracket_y, size[1] - bracket_y], px = [-1, 1], py = [-1, 1])
        translate([axle_x + px * bracket[0] / 2, y + py * bracket[1] / 2]) circle(d = m3);
    at([[caster_x, size[1] / 2 - caster / 2], [caster_x, size[1] / 2 + caster / 2]]) circle(d = m3);
    at([[board_x, size[1] / 2 - board / 2], [board_x, size[1] / 2 + board / 2]]) circle(d = m3);
    at(slots) square(slot, center = true);
}

deck();
