package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;

/// The sBoM of Open Know-How: a module refers to its folder, a made part to its file, what is bought to its maker's number.
final class SbomTable implements SheetTable {
    private static final List<String> HEADER = List.of("POS", "NAME", "UNITS", "TYPE", "REFERENCE");

    @Override
    public List<List<String>> cells(BomSheet sheet) {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        for (SheetRow row : sheet.parts()) {
            cells.add(List.of(String.valueOf(cells.size()), row.line().part(), row.number(), type(row.line()),
                    reference(row.line())));
        }
        return cells;
    }

    private static String type(BomLine line) {
        return switch (line.kind()) {
            case MODULE -> "MOSH";
            case MAKE -> "POSH";
            case BUY -> "BUY";
            case STANDARD -> "STD";
        };
    }

    private static String reference(BomLine line) {
        return switch (line.kind()) {
            case MODULE -> line.module();
            case MAKE -> line.file().isEmpty() ? "" : "/" + line.file();
            case BUY -> (line.manufacturer() + " " + line.mpn()).strip();
            case STANDARD -> line.description();
        };
    }
}
