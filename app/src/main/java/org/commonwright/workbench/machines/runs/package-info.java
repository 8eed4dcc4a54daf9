/// What machines make next and what they made: queues, history, and what a person says of a machine.
@NullMarked
package org.commonwright.workbench.machines.runs;

import org.jspecify.annotations.NullMarked;
