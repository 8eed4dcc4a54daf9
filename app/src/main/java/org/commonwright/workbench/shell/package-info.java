/// The frame: top bar, rail, centre, inspector, bottom panel, status bar.
@NullMarked
package org.commonwright.workbench.shell;

import org.jspecify.annotations.NullMarked;
