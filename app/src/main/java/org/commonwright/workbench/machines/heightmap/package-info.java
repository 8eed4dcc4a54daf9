/// The page of a machine on which a surface is probed and taken into the program.
@NullMarked
package org.commonwright.workbench.machines.heightmap;

import org.jspecify.annotations.NullMarked;
