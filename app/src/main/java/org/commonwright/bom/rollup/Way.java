package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.model.Money;

/// One way to buy what is needed.
///
/// @param positions one, or two of different suppliers or order numbers
public record Way(List<Purchase> positions, Money cost) {
    public Way {
        positions = List.copyOf(positions);
    }

    static Way of(Purchase one) {
        return new Way(List.of(one), one.cost());
    }

    static Way of(Purchase one, Purchase other) {
        return new Way(List.of(one, other), one.cost().plus(other.cost()));
    }
}
