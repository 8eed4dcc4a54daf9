/// Pictures of the window and of views, saved without a display.
@NullMarked
package org.commonwright.workbench.pictures;

import org.jspecify.annotations.NullMarked;
