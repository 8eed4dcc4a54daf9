/// `design`: one class per verb, on the engine of the room `design`.
@NullMarked
package org.commonwright.cli.design;

import org.jspecify.annotations.NullMarked;
