/// Light and dark, text size, icons.
@NullMarked
package org.commonwright.workbench.theme;

import org.jspecify.annotations.NullMarked;
