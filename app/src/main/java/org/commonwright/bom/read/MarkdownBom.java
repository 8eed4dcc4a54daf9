package org.commonwright.bom.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.Bom;
import org.commonwright.bom.sheet.Sheet;

/// The bills of materials among the tables of a Markdown text. Its rows are the text's lines.
final class MarkdownBom {
    private MarkdownBom() {}

    /// @return empty when no table of the text lists parts
    static Optional<Bom> read(String file, String text, String encoding, ColumnMapping mapping) {
        if (!MarkdownTables.isLikely(text)) {
            return Optional.empty();
        }
        MarkdownTables.Found found = MarkdownTables.read(file, text);
        var reader = new TableReader(file);
        if (!WorkbookBom.read(file, found.tables(), mapping, reader)) {
            return Optional.empty();
        }
        Set<Integer> rows = new HashSet<>();
        for (Sheet table : found.tables()) {
            for (int number : table.numbers()) {
                rows.add(number);
            }
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!rows.contains(i + 1)) {
                reader.setAside(i + 1, lines.get(i), lines.get(i).isBlank()
                        ? "bom.skipped-blank"
                        : found.inTable().get(i) ? "bom.skipped-rule" : "bom.skipped-outside");
            }
        }
        return Optional.of(reader.bom("markdown", encoding));
    }
}
