package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;

/// What JLCPCB's assembly takes: one row for each part that is fitted at a place, places by commas without ranges, at most 200
/// in a row. (JLCPCB help centre, "Bill of materials for PCB assembly".)
final class JlcpcbTable implements SheetTable {
    private static final List<String> HEADER = List.of("Comment", "Designator", "Footprint", "JLCPCB Part #");
    private static final int MOST = 200;

    @Override
    public List<List<String>> cells(BomSheet sheet) {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        for (SheetRow row : sheet.parts()) {
            if (!row.line().fitted()) {
                continue;
            }
            String value = row.attribute("Value", "Comment");
            String footprint = row.attribute("Footprint", "Package");
            List<String> places = row.references().stream().distinct().toList();
            for (int from = 0; from < places.size(); from += MOST) {
                cells.add(List.of(value.isEmpty() ? row.line().part() : value,
                        String.join(",", places.subList(from, Math.min(places.size(), from + MOST))),
                        footprint.substring(footprint.indexOf(':') + 1),
                        row.attribute("JLCPCB Part #", "LCSC Part #", "LCSC", "LCSC Part Number", "LCSC Part")));
            }
        }
        return cells;
    }
}
