/// Machines of software that keep their firmware's buffers and words, to learn and to test on.
@NullMarked
package org.commonwright.machine.virtual;

import org.jspecify.annotations.NullMarked;
