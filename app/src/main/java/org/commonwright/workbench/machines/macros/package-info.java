/// The page of a machine with its macros.
@NullMarked
package org.commonwright.workbench.machines.macros;

import org.jspecify.annotations.NullMarked;
