package org.commonwright.machine.macro;

import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// What a macro asks for.
///
/// @param usual what it is when nobody says otherwise; empty when somebody must
/// @param unit for people, such as `mm`
/// @param least the least number that it may be; null for any, or for a word
/// @param most the greatest
public record MacroParameter(String name, String about, String usual, String unit, @Nullable Double least,
        @Nullable Double most) {
    /// A word that can do nothing but stand in a line: no blanks, no line's end, nothing that a firmware obeys at once.
    private static final String WORD = "[A-Za-z0-9.+-]{1,40}";
    private static final String NUMBER = "[-+]?[0-9]{1,9}(\\.[0-9]{0,9})?";

    /// The value as it goes into a line.
    ///
    /// @param given empty for the usual one
    /// @throws Fault `macros.no-value`, `macros.bad-value`, `macros.not-in-range`
    String checked(String given) {
        String value = given.isBlank() ? usual : given.strip().replace(',', '.');
        if (value.isEmpty()) {
            throw new Fault("macros.no-value", name);
        }
        boolean number = least != null || most != null;
        if (!value.matches(number ? NUMBER : WORD)) {
            throw new Fault("macros.bad-value", name, value);
        }
        if (number) {
            double there = Double.parseDouble(value);
            if (least != null && there < least || most != null && there > most) {
                throw new Fault("macros.not-in-range", name, value, least == null ? "" : least,
                        most == null ? "" : most);
            }
        }
        return value;
    }
}
