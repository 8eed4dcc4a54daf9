package org.commonwright.bom.rollup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.commonwright.bom.Offer;
import org.commonwright.bom.supply.Exchange;
import org.commonwright.model.Money;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// An offer for a part that is needed in `need`'s dimension, in the currency that is added up.
///
/// @param unit what the offer counts
/// @param price of one `unit`
/// @param step sold in multiples of this many `unit`; null when any amount is sold
record Priced(Offer offer, Unit unit, Money price, @Nullable BigDecimal step, @Nullable Exchange exchange) {
    private static final int MOST_DECIMALS = 24;
    private static final int EVEN_DECIMALS = 12;

    static Priced of(Offer offer, Unit needed, @Nullable Exchange exchange) {
        Unit own = offer.unit();
        Unit unit = own == null ? needed : own;
        BigDecimal pack = offer.pack();
        BigDecimal step = pack == null && unit.dimension() == Unit.Dimension.COUNT ? BigDecimal.ONE : pack;
        Money price = exchange == null ? offer.unitPrice() : exchange.convert(offer.unitPrice());
        return new Priced(offer, unit, price, step, exchange);
    }

    /// The least that can be ordered of which there is at least `amount`, both in this offer's unit.
    BigDecimal atLeast(BigDecimal amount) {
        BigDecimal wanted = amount.max(offer.minimum());
        return step == null ? wanted : wanted.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    Purchase buy(BigDecimal amount) {
        return new Purchase(offer, new Quantity(amount, unit), settled(price.times(amount)), exchange);
    }

    /// A price for one that was divided out of the price for many (10.00 for 3) never comes out even; times the many it does again.
    private static Money settled(Money cost) {
        return cost.amount().scale() <= MOST_DECIMALS
                ? cost
                : new Money(cost.amount().setScale(EVEN_DECIMALS, RoundingMode.HALF_EVEN), cost.currency());
    }

    /// What one unit of the need costs, to compare offers that count differently.
    BigDecimal priceIn(Unit needed) {
        return price.amount().multiply(new Quantity(BigDecimal.ONE, needed).in(unit).number(), MathContext.DECIMAL128);
    }

    boolean isSameSource(Priced other) {
        return offer.supplier().equals(other.offer.supplier()) && offer.sku().equals(other.offer.sku());
    }
}
