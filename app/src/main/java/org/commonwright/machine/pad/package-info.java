/// Gamepads as pendants: finding them through SDL 3, what their buttons do, and a jog by their sticks that wants a held button.
@NullMarked
package org.commonwright.machine.pad;

import org.jspecify.annotations.NullMarked;
