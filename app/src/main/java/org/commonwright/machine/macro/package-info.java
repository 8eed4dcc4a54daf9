/// Macros: named lines with parameters, kept in a file, filled in, shown, and sent one by one.
@NullMarked
package org.commonwright.machine.macro;

import org.jspecify.annotations.NullMarked;
