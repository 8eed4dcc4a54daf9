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
        return new Purchase(offer, new Quantity(amount, unit), price.times(amount), exchange);
    }

    /// What one unit of the need costs, to compare offers that count differently.
    BigDecimal priceIn(Unit needed) {
        return price.amount().multiply(new Quantity(BigDecimal.ONE, needed).in(unit).number(), MathContext.DECIMAL128);
    }

    boolean isSameSource(Priced other) {
        return offer.supplier().equals(other.offer.supplier()) && offer.sku().equals(other.offer.sku());
    }
}
