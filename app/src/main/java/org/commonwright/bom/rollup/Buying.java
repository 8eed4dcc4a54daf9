package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.bom.Offer;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Finds the cheapest way to buy a quantity: over suppliers, price breaks (more can cost less), packs and minimum orders.
final class Buying {
    private Buying() {}

    /// @param need in any unit of the dimension that the offers count
    /// @return empty when no offer is in this currency and dimension
    static Optional<Purchase> cheapest(Quantity need, Collection<Offer> offers, String currency) {
        Stream<Purchase> ways = offers.stream().filter(o -> o.unitPrice().currency().equals(currency))
                .filter(o -> counts(o, need)).map(o -> buy(need, o));
        return ways.min(Comparator.comparing(Purchase::cost).thenComparingInt(Buying::leadTime)
                .thenComparing(p -> p.ordered().number()));
    }

    /// Whether an offer counts in the dimension of what is needed.
    static boolean counts(Offer offer, Quantity need) {
        Unit unit = offer.unit();
        return unit == null || unit.dimension() == need.unit().dimension();
    }

    private static Purchase buy(Quantity need, Offer offer) {
        Unit unit = offer.unit() == null ? need.unit() : offer.unit();
        BigDecimal amount = need.in(unit).number();
        if (amount.signum() == 0) {
            return new Purchase(offer, new Quantity(BigDecimal.ZERO, unit), offer.unitPrice().times(BigDecimal.ZERO));
        }
        amount = amount.max(offer.minimum());
        BigDecimal pack = offer.pack();
        if (pack == null && unit == Unit.PIECE) {
            pack = BigDecimal.ONE;
        }
        if (pack != null) {
            amount = amount.divide(pack, 0, RoundingMode.CEILING).multiply(pack);
        }
        return new Purchase(offer, new Quantity(amount, unit), offer.unitPrice().times(amount));
    }

    private static int leadTime(Purchase purchase) {
        Integer days = purchase.offer().leadTimeDays();
        return days == null ? Integer.MAX_VALUE : days;
    }
}
