/// Reads bills of materials as they are in the wild; no row is dropped in silence.
@NullMarked
package org.commonwright.bom.read;

import org.jspecify.annotations.NullMarked;
