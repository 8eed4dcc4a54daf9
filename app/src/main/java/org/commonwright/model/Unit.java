package org.commonwright.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A unit of a bill of materials, with its dimension and its exact factor to that dimension's base unit.
public enum Unit {
    PIECE("pcs", Dimension.COUNT, "1"),
    METRE("m", Dimension.LENGTH, "1"),
    CENTIMETRE("cm", Dimension.LENGTH, "0.01"),
    MILLIMETRE("mm", Dimension.LENGTH, "0.001"),
    SQUARE_METRE("m2", Dimension.AREA, "1"),
    SQUARE_CENTIMETRE("cm2", Dimension.AREA, "0.0001"),
    SQUARE_MILLIMETRE("mm2", Dimension.AREA, "0.000001"),
    KILOGRAM("kg", Dimension.MASS, "1"),
    GRAM("g", Dimension.MASS, "0.001"),
    LITRE("l", Dimension.VOLUME, "1"),
    MILLILITRE("ml", Dimension.VOLUME, "0.001"),
    HOUR("h", Dimension.TIME, "1"),
    MINUTE("min", Dimension.TIME, "1/60");

    /// What is measured; quantities of different dimensions are never added.
    public enum Dimension {
        COUNT, LENGTH, AREA, MASS, VOLUME, TIME
    }

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal numerator;
    private final BigDecimal denominator;

    Unit(String symbol, Dimension dimension, String factor) {
        this.symbol = symbol;
        this.dimension = dimension;
        int slash = factor.indexOf('/');
        this.numerator = new BigDecimal(slash < 0 ? factor : factor.substring(0, slash));
        this.denominator = slash < 0 ? BigDecimal.ONE : new BigDecimal(factor.substring(slash + 1));
    }

    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /// Numerator of the exact factor to the dimension's base unit.
    public BigDecimal numerator() {
        return numerator;
    }

    /// Denominator of that factor.
    public BigDecimal denominator() {
        return denominator;
    }

    /// The unit that a person wrote, in English or French: `pcs`, `pieces`, `pièces`, `mm`, `m²`, …
    public static Optional<Unit> parse(String text) {
        String t = text.strip().toLowerCase(Locale.ROOT).replace("²", "2");
        return Optional.ofNullable(switch (t) {
            case "", "pcs", "pc", "pce", "piece", "pieces", "pièce", "pièces", "ea", "each", "unit", "units", "x", "st",
                    "stk" ->
                PIECE;
            case "m", "metre", "metres", "meter", "meters", "mètre", "mètres" -> METRE;
            case "cm" -> CENTIMETRE;
            case "mm" -> MILLIMETRE;
            case "m2", "sqm" -> SQUARE_METRE;
            case "cm2" -> SQUARE_CENTIMETRE;
            case "mm2" -> SQUARE_MILLIMETRE;
            case "kg" -> KILOGRAM;
            case "g", "gr", "gram", "grams" -> GRAM;
            case "l", "litre", "litres", "liter", "liters" -> LITRE;
            case "ml" -> MILLILITRE;
            case "h", "hr", "hour", "hours", "heure", "heures" -> HOUR;
            case "min", "minute", "minutes" -> MINUTE;
            default -> null;
        });
    }
}
