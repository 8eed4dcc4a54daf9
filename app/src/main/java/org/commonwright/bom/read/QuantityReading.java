package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.model.Quantity;

/// What a quantity cell turned out to say.
sealed interface QuantityReading {
    /// A quantity.
    ///
    /// @param ambiguous whether another reader could have read a thousands separator as a decimal mark
    record Known(Quantity quantity, boolean ambiguous) implements QuantityReading {}

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
