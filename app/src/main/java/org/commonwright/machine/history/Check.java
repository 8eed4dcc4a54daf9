package org.commonwright.machine.history;

import java.util.Arrays;
import java.util.Locale;

/// What a person found when they looked at what was made.
///
/// @param note in their own words; empty for none
public record Check(Verdict verdict, String note) {
    public static final Check NONE = new Check(Verdict.NONE, "");
    private static final int LONGEST = 2000;

    /// Cuts a note that is too long, and takes out what no one can see.
    public Check {
        String plain = note.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ").strip();
        note = plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    /// Their word.
    public enum Verdict {
        NONE, GOOD, SCRAP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @return `NONE` for a word that is none of these
        public static Verdict of(String word) {
            return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst().orElse(NONE);
        }
    }
}
