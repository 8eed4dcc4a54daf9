package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
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

    /// @throws Fault `bom.empty`, `bom.no-header` or `bom.mapping-header-row`
    static Bom read(String file, Workbook workbook, ColumnMapping mapping) {
        var reader = new TableReader(file);
        if (!read(file, workbook.sheets(), mapping, reader)) {
            boolean empty = workbook.sheets().stream().allMatch(s -> s.hidden() || s.rows().isEmpty());
            throw mapping.headerRow() > 0
                    ? new Fault("bom.mapping-header-row", file, mapping.headerRow())
                    : new Fault(empty ? "bom.empty" : "bom.no-header", file);
        }
        return reader.bom(workbook.container(), workbook.encoding());
    }

    /// @return whether one of the sheets is a bill; when none is, nothing was read
    static boolean read(String file, List<Sheet> sheets, ColumnMapping mapping, TableReader reader) {
        Map<Sheet, TableLayout> layouts = new IdentityHashMap<>();
        for (Sheet sheet : sheets) {
            if (!sheet.hidden() && !sheet.rows().isEmpty()) {
                layouts.put(sheet, new TableLayout(Grid.of(sheet), mapping));
            }
        }
        List<Sheet> boms = boms(sheets.stream().filter(layouts::containsKey).toList(), layouts);
        if (boms.isEmpty()) {
            return false;
        }
        for (Sheet sheet : sheets) {
            if (boms.stream().anyMatch(s -> s == sheet)) {
                sheet.problems().forEach(reader::problem);
                reader.read(Grid.of(sheet), layouts.get(sheet));
            } else {
                String reason = sheet.hidden()
                        ? "bom.skipped-hidden-sheet"
                        : sheet.name().isEmpty() ? "bom.skipped-other-table" : "bom.skipped-other-sheet";
                reader.setAside(Grid.of(sheet), Messages.Key.of(reason));
            }
        }
        if (boms.size() > 1 && !boms.getFirst().name().isEmpty()) {
            reader.problem(Problem.note(Place.file(file), "bom.several-sheets",
                    String.join(", ", boms.stream().map(Sheet::name).toList())));
        } else if (boms.size() > 1) {
            reader.problem(Problem.note(Place.file(file), "bom.several-tables", boms.size()));
        }
        return true;
    }

    private static List<Sheet> boms(List<Sheet> sheets, Map<Sheet, TableLayout> layouts) {
        List<Sheet> fits = which(sheets, layouts,
                h -> NAMES.stream().anyMatch(h::has) && COUNTS.stream().anyMatch(h::has));
        List<Sheet> named = new ArrayList<>(fits);
        named.removeIf(sheet -> !NAMED.matcher(sheet.name()).matches());
        if (!named.isEmpty()) {
            return named;
        }
        return fits.isEmpty() ? which(sheets, layouts, _ -> true) : fits;
    }

    private static List<Sheet> which(List<Sheet> sheets, Map<Sheet, TableLayout> layouts, Predicate<HeaderMap> fits) {
        return sheets.stream().filter(s -> layouts.get(s).header().filter(fits).isPresent()).toList();
    }
}
