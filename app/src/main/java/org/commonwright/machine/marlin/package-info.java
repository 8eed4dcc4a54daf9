/// Marlin and its relatives: handshake, numbered lines with checksums, resends, waiting that says it is busy.
@NullMarked
package org.commonwright.machine.marlin;

import org.jspecify.annotations.NullMarked;
