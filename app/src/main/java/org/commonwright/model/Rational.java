package org.commonwright.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exact rational number in lowest terms: shares, weights and splits that must add up to the last digit.
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0, 1);
    public static final Rational ONE = of(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,18}))?\\s*(?:/\\s*(\\d{1,18})|(%))?");

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(long number) {
        return of(number, 1);
    }

    /// What a person wrote: `1/3`, `5 %`, `0.25`, `2`; not negative. Empty when it is none of these.
    public static Optional<Rational> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches() || m.group(2) != null && m.group(3) != null) {
            return Optional.empty();
        }
        String decimals = m.group(2) == null ? "" : m.group(2);
        BigInteger up = new BigInteger(m.group(1) + decimals);
        BigInteger down = BigInteger.TEN.pow(decimals.length())
                .multiply(m.group(4) == null ? BigInteger.ONE : BigInteger.valueOf(100))
                .multiply(m.group(3) == null ? BigInteger.ONE : new BigInteger(m.group(3)));
        return down.signum() == 0 ? Optional.empty() : Optional.of(new Rational(up, down));
    }

    public Rational plus(Rational other) {
        return new Rational(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// @throws ArithmeticException when `other` is zero
    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// The largest whole number that is not above it.
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /// With `digits` decimals, halves to the even neighbour: to be shown, not to be added up.
    public BigDecimal rounded(int digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// `4/7`, or `3` when it is whole.
    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
