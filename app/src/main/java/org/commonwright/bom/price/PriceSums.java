package org.commonwright.bom.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.jspecify.annotations.Nullable;

/// Compares what the rows of a table add up to with the sum that the list names itself.
final class PriceSums {
    private final ListTotals totals;
    private final Set<String> currencies = new HashSet<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal written = BigDecimal.ZERO;

    PriceSums(ListTotals totals) {
        this.totals = totals;
    }

    /// Counts what a line costs as the list says.
    ///
    /// @param asWritten what the list says for the whole line; null where it says no such thing
    void add(BomLine line, Offer offer, @Nullable BigDecimal asWritten) {
        BigDecimal quantity = PriceScale.quantity(line);
        currencies.add(offer.unitPrice().currency());
        if (quantity != null && line.fitted()) {
            BigDecimal product = offer.unitPrice().amount().multiply(quantity);
            sum = sum.add(product);
            written = written.add(asWritten == null ? product : asWritten);
        }
    }

    /// Prices in several currencies are not one sum.
    void tell(PriceProblems problems) {
        Optional<BigDecimal> named = totals.nearest(sum);
        if (named.isPresent() && currencies.size() == 1 && !totals.has(sum) && !totals.has(written)) {
            problems.note("bom.price-sum-differs", cents(sum), cents(named.get()));
        }
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
