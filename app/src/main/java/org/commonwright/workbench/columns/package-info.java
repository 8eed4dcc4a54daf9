/// The page on which a person says what the columns of a list mean.
@NullMarked
package org.commonwright.workbench.columns;

import org.jspecify.annotations.NullMarked;
