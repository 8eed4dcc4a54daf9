/// Moving a machine by hand, and when that ends.
@NullMarked
package org.commonwright.workbench.machines.jog;

import org.jspecify.annotations.NullMarked;
