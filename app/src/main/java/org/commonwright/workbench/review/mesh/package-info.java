/// Two revisions of a mesh, looked at in several ways.
@NullMarked
package org.commonwright.workbench.review.mesh;

import org.jspecify.annotations.NullMarked;
