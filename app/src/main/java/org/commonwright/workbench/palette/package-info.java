/// The command palette: every action by a few letters of its name.
@NullMarked
package org.commonwright.workbench.palette;

import org.jspecify.annotations.NullMarked;
