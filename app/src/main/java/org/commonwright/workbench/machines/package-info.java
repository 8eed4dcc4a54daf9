/// The area Machines: connect, move, run, stop.
@NullMarked
package org.commonwright.workbench.machines;

import org.jspecify.annotations.NullMarked;
