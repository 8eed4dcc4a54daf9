/// Pseudo-terminals, so that a virtual machine is a serial port to any program.
@NullMarked
package org.commonwright.machine.pty;

import org.jspecify.annotations.NullMarked;
