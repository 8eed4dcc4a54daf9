/// `machine`: one class per verb, on the engine of the room `machine`.
@NullMarked
package org.commonwright.cli.machine;

import org.jspecify.annotations.NullMarked;
