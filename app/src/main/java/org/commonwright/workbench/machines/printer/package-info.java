/// A printer's pages: temperatures and filament, what it asks, its card.
@NullMarked
package org.commonwright.workbench.machines.printer;

import org.jspecify.annotations.NullMarked;
