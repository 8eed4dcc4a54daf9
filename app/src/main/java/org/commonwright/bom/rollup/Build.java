package org.commonwright.bom.rollup;

import java.time.LocalDate;
import org.commonwright.bom.supply.Rates;
import org.commonwright.bom.supply.Stock;
import org.jspecify.annotations.Nullable;

/// What a roll-up is asked for, and what is known beside the design itself.
///
/// @param quantity how many pieces of the root
/// @param currency the currency to add up in; null for that of most offers
/// @param on the day for exchange rates and expiry dates; null: the newest rate, and nothing is too old
/// @param stock what is there and is used first; [Stock#NONE] to buy everything
/// @param rates what other currencies are worth
public record Build(long quantity, @Nullable String currency, @Nullable LocalDate on, Stock stock, Rates rates) {
    public Build {
        if (quantity < 0) {
            throw new IllegalArgumentException("negative: " + quantity);
        }
    }

    /// Everything bought, in one currency.
    public Build(long quantity, @Nullable String currency) {
        this(quantity, currency, null, Stock.NONE, Rates.NONE);
    }
}
