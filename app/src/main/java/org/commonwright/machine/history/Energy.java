package org.commonwright.machine.history;

import java.util.Arrays;
import java.util.Locale;

/// What a run drew.
///
/// @param wattHours 0 when nobody knows
public record Energy(double wattHours, How how) {
    public static final Energy UNKNOWN = new Energy(0, How.UNKNOWN);

    /// How it is known.
    public enum How {
        UNKNOWN,
        /// Reckoned from what the machine's card says that it draws.
        MODEL,
        /// Read from a meter by a person.
        METER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static How of(String word) {
            return Arrays.stream(values()).filter(how -> how.word().equals(word)).findFirst().orElse(UNKNOWN);
        }
    }
}
