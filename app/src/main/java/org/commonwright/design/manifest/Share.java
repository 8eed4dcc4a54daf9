package org.commonwright.design.manifest;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exact part of something: `1/3`, `5 %`, `0.25`, `2`.
public record Share(BigInteger numerator, BigInteger denominator) {
    public static final Share NONE = of(0, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.(\\d{1,18}))?\\s*(?:/\\s*(\\d{1,18})|(%))?");

    public Share {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// What a person wrote; empty when it is no share.
    public static Optional<Share> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches() || m.group(2) != null && m.group(3) != null) {
            return Optional.empty();
        }
        String decimals = m.group(2) == null ? "" : m.group(2);
        BigInteger up = new BigInteger(m.group(1) + decimals);
        BigInteger down = BigInteger.TEN.pow(decimals.length())
                .multiply(m.group(4) == null ? BigInteger.ONE : BigInteger.valueOf(100))
                .multiply(m.group(3) == null ? BigInteger.ONE : new BigInteger(m.group(3)));
        return down.signum() == 0 ? Optional.empty() : Optional.of(new Share(up, down));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
