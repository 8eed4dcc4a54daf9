package org.commonwright.design.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.design.fix.Fix;
import org.commonwright.model.Quantity;

/// Ways to put right what stands in two lines of a bill of materials.
final class TwiceFixes {
    /// More than anybody places on one line: a fix would hold the whole cell once more for each.
    private static final int MOST_REFERENCES = 2_000;

    private final CheckedModule module;
    private final BomLine line;

    TwiceFixes(CheckedModule module, BomLine line) {
        this.module = module;
        this.line = line;
    }

    /// Takes a reference out of one of the two.
    List<Fix> reference(String reference, String otherRow) {
        if (line.references().size() > MOST_REFERENCES) {
            return List.of();
        }
        List<Fix> fixes = new ArrayList<>();
        List<BomLine> both = new ArrayList<>(List.of(line));
        other(otherRow).filter(o -> o != line && o.references().size() <= MOST_REFERENCES).ifPresent(both::add);
        for (BomLine one : both) {
            fixes.addAll(Fix.choice(without(module, one, List.of(reference)), "design.fix-take-reference", reference,
                    one.part(), one.row()));
        }
        return fixes;
    }

    /// The edit that takes references out of a line, and lowers a quantity that counts them.
    static Optional<FileEdit> without(CheckedModule module, BomLine line, List<String> gone) {
        List<String> rest = line.references().stream().filter(r -> !gone.contains(r)).toList();
        return rest.isEmpty() && !gone.isEmpty() ? module.remove(line) : references(module, line, rest);
    }

    /// The edit that gives a line other references, and another quantity where that counts them.
    static Optional<FileEdit> references(CheckedModule module, BomLine line, List<String> references) {
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        String cell = module.cell(line, Column.REFERENCES);
        cells.put(Column.REFERENCES, String.join(cell.contains(",") ? "," : " ", references));
        Quantity quantity = line.quantity();
        boolean counts = quantity != null && module.has(Column.QUANTITY)
                && quantity.number().compareTo(BigDecimal.valueOf(line.references().size())) == 0;
        if (counts) {
            cells.put(Column.QUANTITY, String.valueOf(references.size()));
        }
        return module.has(Column.REFERENCES) ? module.set(line, cells) : Optional.empty();
    }

    /// Joins two lines of one part into the first.
    List<Fix> part(String otherRow) {
        Optional<BomLine> first = other(otherRow);
        Quantity here = line.quantity();
        Quantity there = first.map(BomLine::quantity).orElse(null);
        boolean possible = here != null && there != null && here.unit() == there.unit() && module.has(Column.QUANTITY)
                && first.get().files().equals(line.files()) && first.get().fitted() == line.fitted();
        if (!possible) {
            return List.of();
        }
        Quantity both = new Quantity(here.number().add(there.number()), here.unit());
        SequencedMap<Column, String> cells = new LinkedHashMap<>();
        cells.put(Column.QUANTITY, LineFixes.written(both));
        if (!line.references().isEmpty()) {
            List<String> references = new ArrayList<>(first.get().references());
            references.addAll(line.references());
            cells.put(Column.REFERENCES, String.join(" ", references));
        }
        // The row below first: taking it out does not move the other.
        List<FileEdit> edits = new ArrayList<>();
        module.remove(line).ifPresent(edits::add);
        module.set(first.get(), cells).ifPresent(edits::add);
        return edits.size() < 2
                ? List.of()
                : List.of(Fix.choice(edits, "design.fix-join-lines", line.row(), first.get().row(),
                        LineFixes.written(both)));
    }

    private Optional<BomLine> other(String row) {
        return row.matches("\\d{1,9}") ? module.line(Integer.parseInt(row)) : Optional.empty();
    }
}
