/// Bills of materials and offers as they are in a design: lines, parts, prices. Formats are in `docs/formats/bom.md`.
@NullMarked
package org.commonwright.bom;

import org.jspecify.annotations.NullMarked;
