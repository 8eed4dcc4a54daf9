package org.commonwright.workbench.text;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A number as people type it: up to six digits on either side of a point or a comma.
public final class TypedNumber {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,6}(\\.[0-9]{0,6})?");

    private TypedNumber() {}

    /// Empty when it is none.
    public static OptionalDouble read(String typed) {
        String text = typed.strip().replace(',', '.').replace('\u2212', '-');
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /// Empty also when it is below zero.
    public static OptionalDouble notNegative(String typed) {
        OptionalDouble read = read(typed);
        return read.isPresent() && read.getAsDouble() >= 0 ? read : OptionalDouble.empty();
    }
}
