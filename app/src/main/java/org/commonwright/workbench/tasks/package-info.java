/// Running work as the window shows it, and values that are loaded in the background.
@NullMarked
package org.commonwright.workbench.tasks;

import org.jspecify.annotations.NullMarked;
