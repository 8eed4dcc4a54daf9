/// What can be known to go wrong with a program before it is sent to a machine.
@NullMarked
package org.commonwright.machine.preflight;

import org.jspecify.annotations.NullMarked;
