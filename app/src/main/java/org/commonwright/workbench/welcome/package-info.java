/// The page before a design is open.
@NullMarked
package org.commonwright.workbench.welcome;

import org.jspecify.annotations.NullMarked;
