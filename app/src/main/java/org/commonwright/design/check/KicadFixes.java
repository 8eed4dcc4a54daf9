package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.design.fix.Fix;
import org.commonwright.design.kicad.KicadPlace;

/// Ways to make a bill of materials say what the schematic says.
final class KicadFixes {
    private final CheckedModule module;

    KicadFixes(CheckedModule module) {
        this.module = module;
    }

    /// Components of one value and footprint that no line has: into the line of the same value and footprint, or a new one.
    List<Fix> list(List<KicadPlace> group) {
        KicadPlace first = group.getFirst();
        List<BomLine> same = module.lines().stream().filter(line -> line.fitted() && isSame(line, first)).toList();
        List<Fix> fixes = new ArrayList<>();
        for (BomLine line : same) {
            List<String> references = new ArrayList<>(line.references());
            group.forEach(place -> references.add(place.reference()));
            TwiceFixes.references(module, line, references)
                    .map(edit -> Fix.clear(edit, "design.fix-add-references", KicadCheck.some(group), line.part(),
                            line.row()))
                    .map(fix -> same.size() == 1 ? fix : fix.asChoice()).ifPresent(fixes::add);
        }
        return fixes.isEmpty() ? added(group) : fixes;
    }

    private List<Fix> added(List<KicadPlace> group) {
        KicadPlace first = group.getFirst();
        if (first.value().isEmpty() || !module.has(Column.REFERENCES)) {
            return List.of();
        }
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        cells.put(module.has(Column.VALUE) ? Column.VALUE : Column.PART, first.value());
        cells.put(Column.REFERENCES, String.join(" ", group.stream().map(KicadPlace::reference).toList()));
        cells.put(Column.QUANTITY, String.valueOf(group.size()));
        if (module.has(Column.FOOTPRINT) && !first.footprint().isEmpty()) {
            cells.put(Column.FOOTPRINT, first.footprint());
        }
        return Fix.choice(module.add(cells), "design.fix-add-line", first.value(), group.size());
    }

    private boolean isSame(BomLine line, KicadPlace place) {
        String value = module.has(Column.VALUE) ? module.cell(line, Column.VALUE) : line.part();
        String footprint = module.cell(line, Column.FOOTPRINT);
        boolean sameFootprint = footprint.isEmpty() || place.footprint().isEmpty()
                || Names.plain(last(footprint)).equals(Names.plain(last(place.footprint())));
        return !place.value().isEmpty() && Names.plain(value).equals(Names.plain(place.value())) && sameFootprint
                && !line.references().isEmpty();
    }

    /// A footprint without its library.
    private static String last(String footprint) {
        return footprint.substring(footprint.indexOf(':') + 1);
    }

    /// Marks a whole line as not fitted, or takes the mark away; of a part of it, its references out.
    List<Fix> fit(BomLine line, List<KicadPlace> group) {
        List<String> references = group.stream().map(KicadPlace::reference).toList();
        if (references.size() == line.references().size() && module.has(Column.DNP)) {
            return Fix.choice(module.set(line, Column.DNP, line.fitted() ? "DNP" : ""), "design.fix-fitting",
                    KicadCheck.some(group));
        }
        return line.fitted()
                ? Fix.choice(TwiceFixes.without(module, line, references), "design.fix-take-reference",
                        KicadCheck.some(group), line.part(), line.row())
                : List.of();
    }
}
