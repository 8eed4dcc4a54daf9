/// Machines on a wire: ports, one owner per port, sessions that stream a program and answer for it.
@NullMarked
package org.commonwright.machine;

import org.jspecify.annotations.NullMarked;
