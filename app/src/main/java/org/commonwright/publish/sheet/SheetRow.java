package org.commonwright.publish.sheet;

import java.util.List;
import java.util.Locale;
import org.commonwright.bom.BomLine;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One row to write.
///
/// @param level 1 for the rows of the sheet's own list, 2 for those of a module in it, and so on
/// @param line what the bill of materials says
/// @param quantity how many are needed: on a sheet with levels for one piece of the module above, on a flat one for all
/// pieces; null when that is not known
/// @param references where it sits; only of a part that stands in a single row, since those of other modules mean others
public record SheetRow(int level, BomLine line, @Nullable Quantity quantity, List<String> references) {
    public SheetRow {
        references = List.copyOf(references);
    }

    static SheetRow of(int level, BomLine line) {
        return new SheetRow(level, line, line.quantity(), line.references());
    }

    /// The number without its unit; empty when it is not known.
    public String number() {
        return quantity == null ? "" : quantity.number().stripTrailingZeros().toPlainString();
    }

    /// The line with the quantity and the references of this row.
    BomLine written() {
        if (line.quantity() == quantity && line.references().equals(references)) {
            return line;
        }
        return line.with(quantity, references);
    }

    /// The first of the columns that the file has under one of these names, in any capitals; empty when it has none.
    public String attribute(String... names) {
        for (String name : names) {
            for (var attribute : line.attributes().entrySet()) {
                if (plain(attribute.getKey()).equals(plain(name)) && !attribute.getValue().isEmpty()) {
                    return attribute.getValue();
                }
            }
        }
        return "";
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}#]", "");
    }
}
