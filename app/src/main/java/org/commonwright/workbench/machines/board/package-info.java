/// The page of an Arduino board: monitor, plotter, and writing into it.
@NullMarked
package org.commonwright.workbench.machines.board;

import org.jspecify.annotations.NullMarked;
