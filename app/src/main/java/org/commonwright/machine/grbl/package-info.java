/// GRBL 1.1 and its kin: handshake, window by counted characters, real-time commands.
@NullMarked
package org.commonwright.machine.grbl;

import org.jspecify.annotations.NullMarked;
