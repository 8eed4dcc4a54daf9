package org.commonwright.bom.shop;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.model.Money;

/// What is bought from one supplier.
///
/// @param supplier empty when the offers do not say who sells it
/// @param cost of all its lines
public record Basket(String supplier, BasketFormat format, List<BasketLine> lines, Money cost) {
    public Basket {
        lines = List.copyOf(lines);
    }

    /// As the supplier's page takes it: CSV in UTF-8, cells that a spreadsheet would run neutralised.
    public String csv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(format.header());
        lines.forEach(line -> rows.add(format.row(line)));
        return SpreadsheetCsv.write(rows);
    }
}
