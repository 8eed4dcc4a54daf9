/// Triangle meshes: read, weld, measure, compare.
@NullMarked
package org.commonwright.mesh;

import org.jspecify.annotations.NullMarked;
