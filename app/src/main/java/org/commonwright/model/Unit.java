package org.commonwright.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A unit of a bill of materials, with its dimension and its exact factor to that dimension's base unit.
public enum Unit {
    PIECE("pcs", Dimension.COUNT, "1"),
    PAIR("pair", Dimension.COUNT, "2"),
    DOZEN("dozen", Dimension.COUNT, "12"),
    METRE("m", Dimension.LENGTH, "1"),
    CENTIMETRE("cm", Dimension.LENGTH, "0.01"),
    MILLIMETRE("mm", Dimension.LENGTH, "0.001"),
    INCH("in", Dimension.LENGTH, "0.0254"),
    FOOT("ft", Dimension.LENGTH, "0.3048"),
    SQUARE_METRE("m2", Dimension.AREA, "1"),
    SQUARE_CENTIMETRE("cm2", Dimension.AREA, "0.0001"),
    SQUARE_MILLIMETRE("mm2", Dimension.AREA, "0.000001"),
    KILOGRAM("kg", Dimension.MASS, "1"),
    GRAM("g", Dimension.MASS, "0.001"),
    MILLIGRAM("mg", Dimension.MASS, "0.000001"),
    TONNE("t", Dimension.MASS, "1000"),
    LITRE("l", Dimension.VOLUME, "1"),
    CENTILITRE("cl", Dimension.VOLUME, "0.01"),
    MILLILITRE("ml", Dimension.VOLUME, "0.001"),
    CUBIC_METRE("m3", Dimension.VOLUME, "1000"),
    CUBIC_CENTIMETRE("cm3", Dimension.VOLUME, "0.001"),
    CUBIC_MILLIMETRE("mm3", Dimension.VOLUME, "0.000001"),
    HOUR("h", Dimension.TIME, "1"),
    MINUTE("min", Dimension.TIME, "1/60"),
    SECOND("s", Dimension.TIME, "1/3600"),
    KILOWATT_HOUR("kWh", Dimension.ENERGY, "1"),
    WATT_HOUR("Wh", Dimension.ENERGY, "0.001");

    /// What is measured; quantities of different dimensions are never added.
    public enum Dimension {
        COUNT, LENGTH, AREA, MASS, VOLUME, TIME, ENERGY
    }

    private static final int LONGEST = 40;

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

    /// The unit that a person wrote, in English, French or German: `pcs`, `pieces`, `pièces`, `mm`, `m²`, …
    public static Optional<Unit> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String t = text.strip().toLowerCase(Locale.ROOT).replace("²", "2").replace("³", "3");
        return Optional.ofNullable(switch (t) {
            case "", "pcs", "pc", "pce", "piece", "pieces", "pièce", "pièces", "ea", "each", "unit", "units", "x", "st",
                    "stk", "stück", "stueck", "off", "nos", "u", "un", "unité", "unités" ->
                PIECE;
            case "pair", "pairs", "paire", "paires", "pr" -> PAIR;
            case "dozen", "dozens", "douzaine", "douzaines", "dz" -> DOZEN;
            case "m", "metre", "metres", "meter", "meters", "mètre", "mètres" -> METRE;
            case "cm", "centimetre", "centimetres", "centimeter", "centimeters", "centimètre", "centimètres" ->
                CENTIMETRE;
            case "mm", "millimetre", "millimetres", "millimeter", "millimeters", "millimètre", "millimètres" ->
                MILLIMETRE;
            case "in", "inch", "inches", "pouce", "pouces" -> INCH;
            case "ft", "foot", "feet" -> FOOT;
            case "m2", "sqm" -> SQUARE_METRE;
            case "cm2" -> SQUARE_CENTIMETRE;
            case "mm2" -> SQUARE_MILLIMETRE;
            case "kg", "kilo", "kilogram", "kilograms", "kilogramme", "kilogrammes" -> KILOGRAM;
            case "g", "gr", "gram", "grams", "gramme", "grammes" -> GRAM;
            case "mg" -> MILLIGRAM;
            case "t", "tonne", "tonnes" -> TONNE;
            case "l", "litre", "litres", "liter", "liters" -> LITRE;
            case "cl" -> CENTILITRE;
            case "m3", "cbm" -> CUBIC_METRE;
            case "cm3", "ccm" -> CUBIC_CENTIMETRE;
            case "mm3" -> CUBIC_MILLIMETRE;
            case "ml", "millilitre", "millilitres", "milliliter", "milliliters" -> MILLILITRE;
            case "h", "hr", "hour", "hours", "heure", "heures" -> HOUR;
            case "min", "minute", "minutes" -> MINUTE;
            case "s", "sec", "second", "seconds", "seconde", "secondes" -> SECOND;
            case "kwh" -> KILOWATT_HOUR;
            case "wh" -> WATT_HOUR;
            default -> null;
        });
    }
}
