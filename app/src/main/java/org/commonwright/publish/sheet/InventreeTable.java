package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;

/// A table for InvenTree's import: the level of each row, the name and number of its part, how many the part above needs.
final class InventreeTable implements SheetTable {
    private static final List<String> HEADER = List.of("BOM Level", "Part IPN", "Part Name", "Part Description",
            "Quantity",
            "Units", "Reference", "Note", "Optional", "Manufacturer", "MPN");

    @Override
    public List<List<String>> cells(BomSheet sheet) {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        for (SheetRow row : sheet.rows()) {
            BomLine line = row.line();
            cells.add(List.of(String.valueOf(row.level()), row.attribute("IPN", "Part IPN"), line.part(),
                    line.description(), row.number(), row.quantity() == null ? "" : row.quantity().unit().symbol(),
                    String.join(",", row.references()), line.notes(), line.fitted() ? "False" : "True",
                    line.manufacturer(), line.mpn()));
        }
        return cells;
    }
}
