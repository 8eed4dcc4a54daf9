/// Changes a bill of materials in place: what was not touched stays byte for byte.
@NullMarked
package org.commonwright.bom.edit;

import org.jspecify.annotations.NullMarked;
