/// `mesh` and `gcode`: one class per verb, and how a shape is written as JSON, for whoever shows one.
@NullMarked
package org.commonwright.cli.shape;

import org.jspecify.annotations.NullMarked;
