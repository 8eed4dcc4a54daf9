package org.commonwright.bom;

import java.util.Locale;
import java.util.Optional;

/// What sort of thing a line asks for.
public enum LineKind {
    /// Another bill of materials.
    MODULE,
    /// Made from a file of the design.
    MAKE,
    /// A product of one maker.
    BUY,
    /// Anybody's product made to a standard: screws, bearings, resistors.
    STANDARD;

    private static final int LONGEST = 40;

    /// The word in the `Kind` column.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that a person wrote, in English, French or German, or by the letters of sBoM (`MOSH`, `POSH`, `STD`, `BUY`).
    public static Optional<LineKind> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "module", "mosh", "assembly", "subassembly", "sub-assembly", "sous-ensemble", "baugruppe" -> MODULE;
            case "make", "made", "posh", "fabricate", "fabricated", "printed", "custom", "fabriqué", "à fabriquer",
                    "eigenfertigung" ->
                MAKE;
            case "buy", "bought", "purchase", "purchased", "acheté", "à acheter", "kaufteil" -> BUY;
            case "standard", "std", "norm", "norme", "normteil" -> STANDARD;
            default -> null;
        });
    }
}
