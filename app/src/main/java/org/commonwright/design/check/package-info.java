/// Whether what a design says in one place agrees with what it says in another.
@NullMarked
package org.commonwright.design.check;

import org.jspecify.annotations.NullMarked;
