/// Meshes and toolpaths, drawn by the software renderer.
@NullMarked
package org.commonwright.workbench.viewer;

import org.jspecify.annotations.NullMarked;
