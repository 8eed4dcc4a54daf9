/// The menu Publish: exports, instructions and releases of the open design.
@NullMarked
package org.commonwright.workbench.publish;

import org.jspecify.annotations.NullMarked;
