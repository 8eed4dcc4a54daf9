/// Compares and merges bills of materials by part and cell.
@NullMarked
package org.commonwright.bom.diff;

import org.jspecify.annotations.NullMarked;
