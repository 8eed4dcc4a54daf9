/// Pictures of toolpaths and meshes without a GPU: a z-buffer on all cores into an array of pixels.
@NullMarked
package org.commonwright.raster;

import org.jspecify.annotations.NullMarked;
