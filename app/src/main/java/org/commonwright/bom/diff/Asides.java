package org.commonwright.bom.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// Comments and other rows that are no lines, merged by their characters: what theirs added comes, what theirs took out goes.
final class Asides {
    private final Set<String> base;
    private final Set<String> ours;
    private final Set<String> theirs;

    Asides(@Nullable Side base, Side ours, Side theirs) {
        this.base = base == null ? Set.of() : texts(base.document());
        this.ours = texts(ours.document());
        this.theirs = texts(theirs.document());
    }

    boolean comes(CsvRow rowOfTheirs) {
        return !rowOfTheirs.isBlank() && !base.contains(rowOfTheirs.text()) && !ours.contains(rowOfTheirs.text());
    }

    boolean goes(CsvRow rowOfOurs) {
        return !rowOfOurs.isBlank() && base.contains(rowOfOurs.text()) && !theirs.contains(rowOfOurs.text());
    }

    private static Set<String> texts(BomDocument document) {
        Set<String> texts = new HashSet<>();
        List<CsvRow> rows = document.text().rows();
        for (int i = 0; i < rows.size(); i++) {
            if (document.lineAt(i + 1) < 0 && i != document.headerRow()) {
                texts.add(rows.get(i).text());
            }
        }
        return texts;
    }
}
