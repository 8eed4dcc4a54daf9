/// The area Design: module tree, module card, files with previews.
@NullMarked
package org.commonwright.workbench.design;

import org.jspecify.annotations.NullMarked;
