/// Bills of materials in the formats of other programs.
@NullMarked
package org.commonwright.publish.sheet;

import org.jspecify.annotations.NullMarked;
