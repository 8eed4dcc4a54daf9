package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Column;
import org.commonwright.bom.sheet.Sheet;
import org.commonwright.bom.sheet.Workbook;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// Finds the bills of materials among the sheets of a workbook. A sheet is one when its header names parts and how many;
/// where some of these sheets are called so (`BOM`, `Parts list`), only those are. Sheets that the workbook hides are none.
final class WorkbookBom {
    private static final Pattern NAMED = Pattern.compile(
            "(?i).*(?:\\bs?boms?\\b|\\bbom|bill.of.material|parts?.?list|st(?:ü|ue)ckliste|nomenclature).*");
    private static final List<Column> NAMES = List.of(Column.PART, Column.DESCRIPTION, Column.MPN, Column.VALUE,
            Column.REFERENCES);
    private static final List<Column> COUNTS = List.of(Column.QUANTITY, Column.REFERENCES);

    private WorkbookBom() {}

    static Bom read(String file, Workbook workbook, ColumnMapping mapping) {
        Map<Sheet, TableLayout> layouts = new LinkedHashMap<>();
        for (Sheet sheet : workbook.sheets()) {
            if (!sheet.hidden() && !sheet.rows().isEmpty()) {
                layouts.put(sheet, new TableLayout(Grid.of(sheet), mapping));
            }
        }
        if (layouts.isEmpty()) {
            throw new Fault("bom.empty", file);
        }
        List<Sheet> boms = boms(layouts);
        if (boms.isEmpty()) {
            throw new Fault("bom.no-header", file);
        }
        var reader = new TableReader(file);
        for (Sheet sheet : workbook.sheets()) {
            if (boms.contains(sheet)) {
                sheet.problems().forEach(reader::problem);
                reader.read(Grid.of(sheet), layouts.get(sheet));
            } else {
                String reason = sheet.hidden() ? "bom.skipped-hidden-sheet" : "bom.skipped-other-sheet";
                reader.setAside(Grid.of(sheet), Messages.Key.of(reason));
            }
        }
        if (boms.size() > 1) {
            reader.problem(Problem.note(Place.file(file), "bom.several-sheets",
                    String.join(", ", boms.stream().map(Sheet::name).toList())));
        }
        return reader.bom(workbook.container(), workbook.encoding());
    }

    private static List<Sheet> boms(Map<Sheet, TableLayout> layouts) {
        List<Sheet> fits = which(layouts, l -> l.header().stream()
                .anyMatch(h -> NAMES.stream().anyMatch(h::has) && COUNTS.stream().anyMatch(h::has)));
        List<Sheet> named = new ArrayList<>(fits);
        named.removeIf(sheet -> !NAMED.matcher(sheet.name()).matches());
        if (!named.isEmpty()) {
            return named;
        }
        return fits.isEmpty() ? which(layouts, l -> l.header().isPresent()) : fits;
    }

    private static List<Sheet> which(Map<Sheet, TableLayout> layouts, Predicate<TableLayout> fits) {
        return layouts.entrySet().stream().filter(e -> fits.test(e.getValue())).map(Map.Entry::getKey).toList();
    }
}
