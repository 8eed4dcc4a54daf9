/// A program tried on a virtual machine before it is sent to a real one.
@NullMarked
package org.commonwright.machine.trial;

import org.jspecify.annotations.NullMarked;
