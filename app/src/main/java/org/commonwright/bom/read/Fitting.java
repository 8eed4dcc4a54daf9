package org.commonwright.bom.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a row is to be fitted, by its `DNP` (do not populate) cell.
final class Fitting {
    private static final Set<String> NO = Set.of("", "0", "no", "n", "false", "fitted", "non", "nein", "-");
    private static final Set<String> YES = Set.of("dnp", "dnf", "do not populate", "do not fit", "do not place", "yes",
            "y",
            "true", "1", "x", "oui", "ja", "excluded", "not fitted", "nofit");

    private static final Set<String> WORDS = Set.of("dnp", "dnf", "do not populate", "do not fit", "do not place",
            "not fitted", "nofit");

    /// Nobody says yes or no at greater length.
    private static final int LONGEST = 1000;

    private Fitting() {}

    /// Whether a component's value says in place of a value that it is not to be fitted.
    static boolean isWord(String value) {
        return !value.isEmpty() && "dDnN".indexOf(value.charAt(0)) >= 0
                && WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    /// Whether a row says that it belongs to no bill of materials: KiCad writes `Excluded from BOM`, or 1, in that column.
    static boolean isExcluded(String cell) {
        String text = lower(cell);
        return YES.contains(text) || text.startsWith("exclude");
    }

    private static String lower(String cell) {
        return (cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell).strip().toLowerCase(Locale.ROOT);
    }

    /// A list of references there means the whole row only when it names all of the row's references. KiBoM's `Config`
    /// has `DNF` among other words (`DNC`, do not change, is fitted).
    static boolean isFitted(String cell, List<String> references) {
        if (cell.isEmpty()) {
            return true;
        }
        String text = lower(cell);
        if (NO.contains(text)) {
            return true;
        }
        if (YES.contains(text)
                || List.of(text.split("[\\s,;]+")).stream().anyMatch(w -> w.equals("dnf") || w.equals("dnp"))) {
            return false;
        }
        return references.isEmpty() || !Set.copyOf(References.read(cell, -1)).containsAll(references);
    }
}
