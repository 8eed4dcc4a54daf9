/// `bom`: one class per verb, on the engine of the room `bom`; and `git`, by which plain Git asks that engine.
@NullMarked
package org.commonwright.cli.bom;

import org.jspecify.annotations.NullMarked;
