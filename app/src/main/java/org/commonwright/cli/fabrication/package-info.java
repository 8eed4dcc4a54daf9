/// `order`, `job`, `workshop` and `licence`: from a design to its parts, on the engines of the rooms `fabrication` and `licence`.
@NullMarked
package org.commonwright.cli.fabrication;

import org.jspecify.annotations.NullMarked;
