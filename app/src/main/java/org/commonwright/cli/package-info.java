/// The command line: one class per noun, the same engine as the workbench.
@NullMarked
package org.commonwright.cli;

import org.jspecify.annotations.NullMarked;
