package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import org.commonwright.bom.BomLine;
import org.jspecify.annotations.Nullable;

/// A part that a step uses.
///
/// @param name as the text calls it
/// @param count how many, in the unit of the bill of materials; null when the text does not say
/// @param line the row of the module's bill of materials; null when it has none for it
public record Need(String name, @Nullable BigDecimal count, @Nullable BomLine line) {}
