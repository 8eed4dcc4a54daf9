// Belt clip: presses a GT2 belt end against the rib of the arm's front end. Two are needed, one each side, on two M3 x 25.
// Millimetres; lies as printed, teeth up.

length    = 22;
height    = 12.5;
thick     = 4;
belt      = 6.2;      // belt width, with play
belt_back = 0.9;      // belt thickness under the teeth
pitch     = 2;
tooth     = 0.62;     // radius of a tooth's groove
screws    = 14;

$fn = 20;

difference() {
    cube([length, height, thick + belt_back]);
    // The belt lies in a shallow bed with a groove for each tooth.
    translate([-1, height - belt, thick]) cube([length + 2, belt + 1, belt_back + 1]);
    for (x = [1 : pitch : length - 1])
        translate([x, height - belt, thick]) rotate([-90, 0, 0]) cylinder(r = tooth, h = belt + 1);
    for (side = [-1, 1])
        translate([length / 2 + side * screws / 2, 3, -1]) cylinder(d = 3.4, h = thick + belt_back + 2);
}
