/// Short messages that block nothing, and how a fault is shown.
@NullMarked
package org.commonwright.workbench.notice;

import org.jspecify.annotations.NullMarked;
