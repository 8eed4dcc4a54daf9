package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// Lines of components whose fields have names of their own: a netlist's, a schematic's. Fields mean what headers of that name
/// mean.
public final class Components {
    private static final int LONGEST = 32_767;
    /// More components than any schematic has.
    private static final int MOST = 500_000;
    private static final List<String> HEADERS = List.of("Reference", "Value", "Footprint", "Description", "Datasheet");

    private static final int NAMED = 10;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<BomLine> lines = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final ReferenceBudget budget = new ReferenceBudget();
    private final Set<String> unnumberedNames = new TreeSet<>();
    private @Nullable Place firstUnnumbered;
    private int unnumbered;

    /// @param file its name, for places and sentences
    public Components(String file) {
        this.file = file;
    }

    /// Adds a component, or several alike.
    ///
    /// @param sheet the sheet's file, where it is not `file` itself; else empty
    /// @param row where it stands, from 1
    /// @param reference empty for a component without one, which is set aside
    /// @param fields its other fields by name
    /// @throws Fault `bom.too-many-rows` or `bom.cell-too-long`
    public void add(String sheet, int row, String reference, SequencedMap<String, String> fields) {
        if (lines.size() + skipped.size() == MOST) {
            throw new Fault("bom.too-many-rows", MOST);
        }
        if (reference.isEmpty()) {
            skipped.add(nothing(row, fields));
            return;
        }
        List<String> headers = new ArrayList<>(HEADERS);
        fields.keySet().stream().filter(k -> !HEADERS.contains(k)).forEach(headers::add);
        List<String> values = headers.stream().map(h -> h.equals("Reference") ? reference : fields.getOrDefault(h, ""))
                .toList();
        int longest = values.stream().mapToInt(String::length).max().orElse(0);
        if (longest > LONGEST) {
            throw new Fault("bom.cell-too-long", longest, LONGEST);
        }
        CsvRow cells = CsvRow.of(values, ',', "");
        var reader = new LineReader(file, sheet, HeaderMap.of(headers, List.of()), NumberStyle.POINT, budget,
                problems::add);
        if (reader.isExcluded(cells)) {
            skipped.add(new SkippedRow(sheet, row, Messages.Key.of("bom.skipped-excluded"), String.valueOf(fields)));
            return;
        }
        reader.read(cells, row)
                .ifPresentOrElse(lines::add, () -> skipped.add(nothing(row, fields)));
    }

    /// Sets a component aside that has no number yet (`R?`): nobody can say which one it is.
    public void unnumbered(String sheet, int row, String reference, String value) {
        aside(sheet, row, "bom.skipped-unnumbered", (reference + " " + value).strip());
        if (unnumbered++ == 0) {
            firstUnnumbered = new Place(file, row, 0, sheet);
        }
        if (unnumberedNames.size() < NAMED) {
            unnumberedNames.add(reference);
        }
    }

    /// Sets a component aside whose reference another one has already, and tells it.
    ///
    /// @param first the value of the one that counts
    /// @param where the row of that one, for people
    public void again(String sheet, int row, String reference, String value, String first, String where) {
        String code = value.equals(first) ? "bom.reference-again" : "bom.reference-two-values";
        aside(sheet, row, "bom.skipped-reference-again", (reference + " " + value).strip());
        problems.add(Problem.error(new Place(file, row, 0, sheet), code, reference, value, first, where));
    }

    private void aside(String sheet, int row, String reason, String text) {
        if (lines.size() + skipped.size() == MOST) {
            throw new Fault("bom.too-many-rows", MOST);
        }
        skipped.add(new SkippedRow(sheet, row, Messages.Key.of(reason), text));
    }

    /// What was added.
    public Bom bom(String format, String container, String encoding) {
        if (firstUnnumbered != null) {
            problems.add(Problem.warning(firstUnnumbered, "bom.unnumbered", unnumbered,
                    String.join(", ", unnumberedNames)));
        }
        return new Bom(file, format, container, encoding, List.of(), lines, skipped, problems);
    }

    private static SkippedRow nothing(int row, Map<String, String> fields) {
        return new SkippedRow(row, Messages.Key.of("bom.skipped-nothing"), String.valueOf(fields));
    }
}
