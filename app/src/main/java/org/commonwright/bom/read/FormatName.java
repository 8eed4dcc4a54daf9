package org.commonwright.bom.read;

import java.util.Set;
import org.commonwright.bom.Column;

/// What kind of program wrote a table, by its header.
final class FormatName {
    private static final Set<String> SHOPS = Set.of("digikey", "mouser", "rs", "newark", "farnell", "lcsc",
            "jlcassembly");

    /// What no known program wrote.
    static final String UNKNOWN = "";

    private FormatName() {}

    static String of(HeaderMap header) {
        Set<String> words = Set.copyOf(header.compact().stream().distinct().toList());
        if (header.isCanonical()) {
            return "commonwright";
        }
        if (header.isSbom()) {
            return "sbom";
        }
        if (words.contains("component") && (words.contains("quantityperpcb") || words.contains("buildquantity"))) {
            return "kibom";
        }
        if (words.contains("bomlevel") || words.contains("partipn") || words.contains("parentpartid")) {
            return "inventree";
        }
        if (words.contains("designator") && (words.contains("comment") || words.contains("designation"))) {
            return words.contains("comment") ? "jlcpcb" : "kicad";
        }
        if (header.has(Column.REFERENCES) && words.stream().anyMatch(SHOPS::contains)) {
            return "1-click-bom";
        }
        return words.contains("footprint") && words.contains("value") ? "kicad" : UNKNOWN;
    }
}
