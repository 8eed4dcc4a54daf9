package org.commonwright.bom.price;

import java.math.BigDecimal;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// What a cell says about a price.
sealed interface MoneyReading {
    /// A price.
    ///
    /// @param number from 0 on
    /// @param many for how many pieces it is, where the cell says so; else 1
    /// @param unit what it is for, where the cell says so (`2.50/m`)
    /// @param each whether the cell says that it is for one (`0.80/pcs`)
    /// @param currency null where the cell names none
    /// @param about whether it is only about right (`~5`)
    /// @param ambiguous whether its one separator could be meant the other way (`1,234`)
    record Amount(BigDecimal number, BigDecimal many, @Nullable Unit unit, boolean each,
            @Nullable CurrencySign currency, boolean about, boolean ambiguous) implements MoneyReading {
        boolean saysMany() {
            return many.compareTo(BigDecimal.ONE) > 0;
        }
    }

    /// Nothing is said: an empty cell, `-`, `n/a`.
    record Nothing() implements MoneyReading {}

    /// Something else than a price.
    ///
    /// @param reason a text of the program
    record Unclear(String reason) implements MoneyReading {}
}
