package org.commonwright.bom.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.read.BomReader;
import org.commonwright.model.Quantity;

/// A bill of materials of any format as a canonical `bom.csv`. Columns without a meaning follow the canonical ones.
public final class CanonicalBom {
    private static final String LEVEL = "Level";

    private CanonicalBom() {}

    /// The lines of a netlist, one for each component, are gathered to one for each part. What is not fitted gets a column
    /// `DNP`; a quantity that was not understood stays empty.
    public static BomDocument document(Bom bom) {
        return document(bom.file(), gathered(bom).lines(), List.of());
    }

    /// The lines of a list with assemblies, each with its level from 1 in a column `Level`; the lines of an assembly follow its
    /// own.
    public static BomDocument document(Bom bom, List<Integer> levels) {
        return document(bom.file(), bom.lines(), levels);
    }

    private static BomDocument document(String file, List<BomLine> lines, List<Integer> levels) {
        boolean levelled = !levels.isEmpty();
        Set<String> more = new LinkedHashSet<>();
        lines.forEach(line -> more.addAll(line.attributes().keySet()));
        Arrays.stream(Column.values()).filter(c -> !c.isOffer()).map(Column::header).forEach(more::remove);
        if (levelled) {
            more.removeIf(BomReader::isLevel);
        }
        boolean dnp = lines.stream().anyMatch(line -> !line.fitted());
        List<String> header = new ArrayList<>(
                Arrays.stream(Column.values()).filter(Column::isCanonical).map(Column::header).toList());
        if (dnp) {
            header.add(Column.DNP.header());
        }
        if (levelled) {
            header.add(LEVEL);
        }
        header.addAll(more);
        var text = new StringBuilder(CsvRow.of(header, ',', "").text()).append('\n');
        for (int i = 0; i < lines.size(); i++) {
            BomLine line = lines.get(i);
            boolean opens = levelled && i + 1 < lines.size() && levels.get(i + 1) > levels.get(i);
            List<String> cells = cells(opens ? line.asModule("") : line);
            if (dnp) {
                cells.add(line.fitted() ? "" : Column.DNP.header());
            }
            if (levelled) {
                cells.add(String.valueOf(levels.get(i)));
            }
            more.forEach(name -> cells.add(line.attributes().getOrDefault(name, "")));
            text.append(CsvRow.of(cells, ',', "").text()).append('\n');
        }
        return BomDocument.parse(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The same bill; the lines of a netlist, one for each component, gathered to one for each part.
    public static Bom gathered(Bom bom) {
        return bom.format().equals("kicad-xml") ? bom.withLines(gathered(bom.lines())) : bom;
    }

    /// What a line says in each canonical column.
    static List<String> cells(BomLine line) {
        Quantity quantity = line.quantity();
        return new ArrayList<>(List.of(line.part(), line.kind().word(),
                quantity == null ? "" : quantity.number().toPlainString(),
                quantity == null ? "" : quantity.unit().symbol(), line.description(), line.manufacturer(), line.mpn(),
                String.join(" ", line.references()), String.join("; ", line.files()), line.process(), line.material(),
                line.module(), line.alternates().stream().map(Alternate::toString).collect(Collectors.joining("; ")),
                line.notes()));
    }

    private static List<BomLine> gathered(List<BomLine> lines) {
        Map<List<Object>, BomLine> groups = new LinkedHashMap<>();
        for (BomLine line : lines) {
            groups.merge(List.of(line.key(), line.part(), line.description(), line.alternates(), line.fitted(),
                    line.attributes()), line, CanonicalBom::together);
        }
        return List.copyOf(groups.values());
    }

    private static BomLine together(BomLine a, BomLine b) {
        List<String> references = new ArrayList<>(a.references());
        references.addAll(b.references());
        BomLine.Builder line = BomLine.builder(a.row(), a.part()).kind(a.kind())
                .quantity(Quantity.pieces(references.size())).description(a.description())
                .number(a.manufacturer(), a.mpn()).references(references).notes(a.notes()).fitted(a.fitted());
        a.alternates().forEach(line::alternate);
        a.attributes().forEach(line::attribute);
        return line.build();
    }
}
