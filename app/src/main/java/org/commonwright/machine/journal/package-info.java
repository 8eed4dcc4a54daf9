/// What a run writes down while it streams, and what can be said from it after a crash: done, perhaps done, and how to go on.
@NullMarked
package org.commonwright.machine.journal;

import org.jspecify.annotations.NullMarked;
