/// The page from which modules and lines of this and of other designs are added to a list.
@NullMarked
package org.commonwright.workbench.adding;

import org.jspecify.annotations.NullMarked;
