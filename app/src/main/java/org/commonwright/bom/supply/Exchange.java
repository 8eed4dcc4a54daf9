package org.commonwright.bom.supply;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.commonwright.model.Money;

/// How one currency is turned into another: by one rate of the table, the right way or the other way round, or by two.
///
/// @param factor what one `from` is worth in `to`; 34 digits where a rate had to be turned round
/// @param rates the rows that were used, one or two
public record Exchange(String from, String to, BigDecimal factor, List<Rate> rates) {
    public Exchange {
        rates = List.copyOf(rates);
    }

    /// The day of the older row.
    public LocalDate date() {
        return rates.stream().map(Rate::date).min(LocalDate::compareTo).orElseThrow();
    }

    /// @throws IllegalArgumentException when the money is not in `from`
    public Money convert(Money money) {
        if (!money.currency().equals(from)) {
            throw new IllegalArgumentException(money + " is not in " + from);
        }
        return new Money(money.amount().multiply(factor), to);
    }

    static Exchange of(Rate rate, String from) {
        return rate.from().equals(from)
                ? new Exchange(from, rate.to(), rate.rate(), List.of(rate))
                : new Exchange(from, rate.from(), BigDecimal.ONE.divide(rate.rate(), MathContext.DECIMAL128),
                        List.of(rate));
    }

    Exchange then(Exchange next) {
        List<Rate> both = List.of(rates.getFirst(), next.rates.getFirst());
        return new Exchange(from, next.to, factor.multiply(next.factor, MathContext.DECIMAL128), both);
    }
}
