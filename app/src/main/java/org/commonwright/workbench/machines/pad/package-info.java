/// A gamepad beside the jog pad: the switch, what it says, and which button does what.
@NullMarked
package org.commonwright.workbench.machines.pad;

import org.jspecify.annotations.NullMarked;
