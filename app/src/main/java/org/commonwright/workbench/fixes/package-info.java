/// Checking the open design, and putting right what is found.
@NullMarked
package org.commonwright.workbench.fixes;

import org.jspecify.annotations.NullMarked;
