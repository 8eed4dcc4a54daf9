/// Which key does what on a machine's page.
@NullMarked
package org.commonwright.workbench.machines.keys;

import org.jspecify.annotations.NullMarked;
