/// Findings in a bill of materials.
@NullMarked
package org.commonwright.bom.check;

import org.jspecify.annotations.NullMarked;
