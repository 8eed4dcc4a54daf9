/// The area Parts: the bill of materials of a module, edited in place, and what N of a design need and cost.
@NullMarked
package org.commonwright.workbench.parts;

import org.jspecify.annotations.NullMarked;
