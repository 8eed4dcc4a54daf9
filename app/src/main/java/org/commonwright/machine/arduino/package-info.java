/// Arduino boards: what can be written into them, by which tools, and what they say.
@NullMarked
package org.commonwright.machine.arduino;

import org.jspecify.annotations.NullMarked;
