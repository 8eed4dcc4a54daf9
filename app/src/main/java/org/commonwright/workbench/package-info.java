/// The window: its composition root, the gate to its thread, and what every area is given.
@NullMarked
package org.commonwright.workbench;

import org.jspecify.annotations.NullMarked;
