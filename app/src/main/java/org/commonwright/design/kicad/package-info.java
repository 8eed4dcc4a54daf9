/// Schematics of KiCad: the sheets that belong together, the places for components on them, and the bill of materials that they
/// are.
@NullMarked
package org.commonwright.design.kicad;

import org.jspecify.annotations.NullMarked;
