package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The size and weight in a manifest. OKH-LOSH has had several ways to write them: `[outer-dimensions]` with three numbers; an
/// OpenSCAD cube, as a text or with its unit; `mass` in grams or with its unit; the unit in the key.
final class Measures {
    private static final String NUMBER = "\\s*(\\d{1,7}(?:\\.\\d{1,6})?)\\s*";
    /// The closing brackets are missing in manifests out there.
    private static final Pattern CUBE = Pattern
            .compile("\\s*cube\\s*\\(\\s*(?:size\\s*=\\s*)?\\[" + NUMBER + "," + NUMBER + "," + NUMBER + "].*");

    private Measures() {}

    /// In millimetres; all three or none, with a problem where they are written in a way that is not known.
    static @Nullable Dimensions dimensions(TomlTable t) {
        String key = t.has("outer-dimensions") ? "outer-dimensions" : "outer-dimensions-mm";
        Optional<TomlTable> box = t.table(key);
        if (box.isEmpty()) {
            return cube(t, key, t.text(key), BigDecimal.ONE);
        }
        TomlTable b = box.get();
        if (b.has("openSCAD")) {
            return cube(t, key, b.text("openSCAD"), millimetres(b.text("unit")));
        }
        // `widht` is what manifests out there really say
        Optional<BigDecimal> width = b.number(b.has("width") ? "width" : "widht");
        Optional<BigDecimal> depth = b.number("depth");
        Optional<BigDecimal> height = b.number("height");
        if (width.isEmpty() || depth.isEmpty() || height.isEmpty()) {
            t.wrongSort(key);
            return null;
        }
        return new Dimensions(width.get(), depth.get(), height.get());
    }

    private static @Nullable Dimensions cube(TomlTable t, String key, String text, @Nullable BigDecimal scale) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher cube = CUBE.matcher(text);
        if (scale == null || !cube.matches()) {
            t.wrongSort(key);
            return null;
        }
        return new Dimensions(scaled(cube.group(1), scale), scaled(cube.group(2), scale), scaled(cube.group(3), scale));
    }

    private static BigDecimal scaled(String number, BigDecimal scale) {
        return new BigDecimal(number).multiply(scale);
    }

    private static @Nullable BigDecimal millimetres(String unit) {
        return switch (unit) {
            case "mm" -> BigDecimal.ONE;
            case "cm" -> BigDecimal.TEN;
            case "m" -> BigDecimal.valueOf(1000);
            default -> null;
        };
    }

    /// In grams.
    static @Nullable BigDecimal mass(TomlTable t) {
        if (t.has("mass-g")) {
            return t.number("mass-g").orElse(null);
        }
        if (t.has("mass-kg")) {
            return t.number("mass-kg").map(kg -> kg.multiply(BigDecimal.valueOf(1000))).orElse(null);
        }
        Optional<TomlTable> table = t.table("mass");
        if (table.isEmpty()) {
            return t.number("mass").orElse(null);
        }
        Optional<BigDecimal> value = table.get().number("value");
        String unit = table.get().text("unit");
        if (value.isEmpty() || !unit.equals("g") && !unit.equals("kg")) {
            t.wrongSort("mass");
            return null;
        }
        return unit.equals("g") ? value.get() : value.get().multiply(BigDecimal.valueOf(1000));
    }
}
