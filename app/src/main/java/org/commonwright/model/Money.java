package org.commonwright.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/// An exact amount in one currency. Unit prices may carry more digits than the currency's cents; [#rounded] gives cents.
///
/// @param amount the amount, never a double
/// @param currency ISO 4217 code such as `EUR`
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    private static final int CENTS = 2;

    public Money {
        Objects.requireNonNull(amount);
        if (currency.length() != 3 || !isLetter(currency.charAt(0)) || !isLetter(currency.charAt(1))
                || !isLetter(currency.charAt(2))) {
            throw new IllegalArgumentException("not an ISO 4217 currency: " + currency);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency.toUpperCase(Locale.ROOT));
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// @throws IllegalArgumentException when the currencies differ: convert first, with a dated rate
    public Money plus(Money other) {
        sameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /// @throws IllegalArgumentException when the currencies differ
    public Money minus(Money other) {
        sameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /// Rounded to cents, half to even.
    public Money rounded() {
        return new Money(amount.setScale(CENTS, RoundingMode.HALF_EVEN), currency);
    }

    @Override
    public int compareTo(Money other) {
        sameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /// Equal in value: `1.0 EUR` equals `1.00 EUR`.
    @Override
    public boolean equals(Object o) {
        return o instanceof Money m && amount.compareTo(m.amount) == 0 && currency.equals(m.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private void sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies: " + currency + " and " + other.currency);
        }
    }
}
