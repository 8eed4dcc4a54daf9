/// What the window looked like when it was left.
@NullMarked
package org.commonwright.workbench.state;

import org.jspecify.annotations.NullMarked;
