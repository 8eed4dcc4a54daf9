package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;

/// The grouped fields that KiCad 8 exports (Tools, Generate Bill of Materials), with maker and number behind.
final class KicadTable implements SheetTable {
    private static final List<String> HEADER = List.of("Reference", "Value", "Datasheet", "Footprint", "Qty", "DNP",
            "Manufacturer", "MPN", "Description");

    @Override
    public List<List<String>> cells(BomSheet sheet) {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        for (SheetRow row : sheet.parts()) {
            BomLine line = row.line();
            String value = row.attribute("Value");
            cells.add(List.of(String.join(",", row.references()), value.isEmpty() ? line.part() : value,
                    row.attribute("Datasheet"), row.attribute("Footprint", "Package"), row.number(),
                    line.fitted() ? "" : "DNP", line.manufacturer(), line.mpn(), line.description()));
        }
        return cells;
    }
}
