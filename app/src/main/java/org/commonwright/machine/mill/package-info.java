/// What an operator of a mill does besides running programs: work coordinates, probing, tool length, modes, checking first.
@NullMarked
package org.commonwright.machine.mill;

import org.jspecify.annotations.NullMarked;
