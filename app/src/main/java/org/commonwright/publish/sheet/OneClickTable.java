package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;

/// 1-click-BOM's table: a row for each part, a column for each shop that it fills baskets of.
final class OneClickTable implements SheetTable {
    private static final List<String> SHOPS = List.of("Digikey", "Mouser", "RS", "Newark", "Farnell", "LCSC", "Rapid");

    @Override
    public List<List<String>> cells(BomSheet sheet) {
        List<String> header = new ArrayList<>(List.of("References", "Qty", "Description", "Manufacturer", "MPN"));
        header.addAll(SHOPS);
        List<List<String>> cells = new ArrayList<>(List.of(header));
        for (SheetRow row : sheet.parts()) {
            BomLine line = row.line();
            String references = String.join(" ", row.references());
            List<String> out = new ArrayList<>(List.of(references.isEmpty() ? line.part() : references, row.number(),
                    line.description().isEmpty() ? line.part() : line.description(), line.manufacturer(), line.mpn()));
            SHOPS.forEach(shop -> out.add(row.attribute(shop)));
            cells.add(out);
        }
        return cells;
    }
}
