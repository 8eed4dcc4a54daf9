/// What N pieces of a module need, over all its modules, and what that costs.
@NullMarked
package org.commonwright.bom.rollup;

import org.jspecify.annotations.NullMarked;
