package org.commonwright.bom.read;

import java.util.HashSet;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.i18n.Messages;

/// Knows rows that repeat what an earlier table of the same file listed: KiCad 5 writes the single components first and then,
/// under the header again, the same components gathered.
final class Collated {
    private final boolean severalTables;
    private final Set<String> before = new HashSet<>();
    private final Set<String> now = new HashSet<>();

    Collated(TableLayout layout) {
        severalTables = layout.roles().stream().anyMatch(role -> switch (role) {
            case RowRole.Aside(Messages.Key reason) -> isHeader(reason);
            case RowRole.Header(HeaderMap h) -> layout.header().filter(first -> first != h).isPresent();
            case RowRole.Line _ -> false;
        });
    }

    /// A further header was met.
    void header() {
        before.addAll(now);
        now.clear();
    }

    void aside(Messages.Key reason) {
        if (isHeader(reason)) {
            header();
        }
    }

    /// Whether every reference of a line was listed under an earlier header.
    boolean repeats(BomLine line) {
        if (!severalTables) {
            return false;
        }
        boolean repeats = !line.references().isEmpty() && before.containsAll(line.references());
        now.addAll(line.references());
        return repeats;
    }

    private static boolean isHeader(Messages.Key reason) {
        return reason.key().equals("bom.skipped-header-again");
    }
}
