/// The page of the modules that a design takes from other repositories.
@NullMarked
package org.commonwright.workbench.pins;

import org.jspecify.annotations.NullMarked;
