/// A printer's operator: temperatures and their history, filament, overrides, levelling, the printer's own card.
@NullMarked
package org.commonwright.machine.printer;

import org.jspecify.annotations.NullMarked;
