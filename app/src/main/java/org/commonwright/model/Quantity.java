package org.commonwright.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/// An exact number of a unit.
public record Quantity(BigDecimal number, Unit unit) {
    public Quantity {
        Objects.requireNonNull(number);
        Objects.requireNonNull(unit);
    }

    public static Quantity of(String number, Unit unit) {
        return new Quantity(new BigDecimal(number), unit);
    }

    public static Quantity pieces(long n) {
        return new Quantity(BigDecimal.valueOf(n), Unit.PIECE);
    }

    public Quantity times(BigDecimal factor) {
        return new Quantity(number.multiply(factor), unit);
    }

    /// The same quantity in another unit of the same dimension.
    ///
    /// @throws IllegalArgumentException when the dimensions differ
    public Quantity in(Unit other) {
        if (unit == other) {
            return this;
        }
        if (unit.dimension() != other.dimension()) {
            throw new IllegalArgumentException("no conversion from " + unit.symbol() + " to " + other.symbol());
        }
        BigDecimal up = number.multiply(unit.numerator()).multiply(other.denominator());
        BigDecimal down = unit.denominator().multiply(other.numerator());
        return new Quantity(up.divide(down, MathContext.DECIMAL128).stripTrailingZeros(), other);
    }

    /// The sum, in this quantity's unit.
    ///
    /// @throws IllegalArgumentException when the dimensions differ
    public Quantity plus(Quantity other) {
        return new Quantity(number.add(other.in(unit).number), unit);
    }

    /// Equal in value and unit: `2.0 m` equals `2 m`, but not `2000 mm`.
    @Override
    public boolean equals(Object o) {
        return o instanceof Quantity q && unit == q.unit && number.compareTo(q.number) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number.stripTrailingZeros(), unit);
    }

    @Override
    public String toString() {
        return number.stripTrailingZeros().toPlainString() + " " + unit.symbol();
    }
}
