/// Adding modules and lines of this and of other designs to a list.
@NullMarked
package org.commonwright.design.add;

import org.jspecify.annotations.NullMarked;
