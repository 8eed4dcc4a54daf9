package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.model.Quantity;

/// What a quantity cell turned out to say.
sealed interface QuantityReading {
    /// A quantity.
    ///
    /// @param doubt the key of a sentence that says what is doubtful about it; empty when nothing is
    /// @param saysUnit whether the quantity or the unit's cell names the unit
    record Known(Quantity quantity, String doubt, boolean saysUnit) implements QuantityReading {}

    /// Nothing: empty, `-`, `n/a`.
    record Absent() implements QuantityReading {}

    /// Something that is no quantity.
    ///
    /// @param code the key of the sentence that says why
    record Unclear(String code, List<Object> arguments) implements QuantityReading {
        static Unclear of(String code, Object... arguments) {
            return new Unclear(code, List.of(arguments));
        }
    }
}
