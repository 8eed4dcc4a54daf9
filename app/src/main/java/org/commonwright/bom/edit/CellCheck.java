package org.commonwright.bom.edit;

import java.util.List;
import java.util.Optional;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.TableLayout;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// What would be wrong with a cell, before it is written.
public final class CellCheck {
    private CellCheck() {}

    /// @param line from 0
    /// @param column from 0
    /// @return a sentence; empty when there is nothing to say
    public static Optional<Messages.Key> of(BomDocument document, int line, int column, String value) {
        CsvRow row;
        try {
            row = document.row(line).with(column, CellText.checked(value));
        } catch (Fault fault) {
            return Optional.of(new Messages.Key(fault.code(), fault.arguments()));
        }
        List<CsvRow> both = List.of(document.text().rows().get(document.headerRow()), row);
        TableLayout layout = document.layout().ofTwo(both);
        if (!layout.isLine(1)) {
            return Optional.empty();
        }
        return BomReader.read(document.file(), document.text().withRows(both), layout).problems().stream()
                .filter(p -> p.severity() != Problem.Severity.NOTE && p.place() != null
                        && p.place().column() == column + 1)
                .findFirst().map(p -> new Messages.Key(p.code(), p.arguments()));
    }
}
