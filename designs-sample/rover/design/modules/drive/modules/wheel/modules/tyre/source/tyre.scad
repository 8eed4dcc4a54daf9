// Tyre: a ring of TPU for a 62 mm rim bed, 12 mm wide. Millimetres; lies as printed.

bed    = 61;       // a millimetre less than the rim: it must be stretched on
outer  = 72;
width  = 11.6;
treads = 20;
groove = 1.6;

$fn = 80;

module tyre() difference() {
    cylinder(d = outer, h = width);
    translate([0, 0, -1]) cylinder(d = bed, h = width + 2);
    for (i = [0 : treads - 1]) rotate(i * 360 / treads)
        translate([outer / 2, 0, -1]) cylinder(r = groove, h = width + 2, $fn = 6);
}

tyre();
