/// What a machine is to make next. It outlives the program, and nothing in it ever starts by itself.
@NullMarked
package org.commonwright.machine.queue;

import org.jspecify.annotations.NullMarked;
