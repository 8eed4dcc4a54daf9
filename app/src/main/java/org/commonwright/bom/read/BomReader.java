package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// Reads a bill of materials of any format that this room knows.
public final class BomReader {
    /// Chooses the delimiter under which the header has the most meanings.
    public static final DelimiterFinder DELIMITER = new DelimiterFinder(HeaderWords::known);

    private static final int SHOWN = 160;
    private static final Set<String> LEVEL = Set.of("bomlevel", "level", "ebene", "niveau", "indent");

    private BomReader() {}

    /// @param file its name, for places and sentences
    /// @throws Fault `bom.no-header`, `bom.empty`, `bom.spreadsheet`, `bom.not-text`, `bom.too-many-cells`,
    ///         `bom.xml-unknown`, `bom.xml-broken` or `files.too-large`
    public static Bom read(String file, byte[] bytes) {
        TextEncoding.Decoded decoded = CsvText.decode(file, bytes);
        return decoded.text().stripLeading().startsWith("<")
                ? KicadNetlist.read(file, decoded)
                : read(file, CsvText.parse(file, bytes, DELIMITER));
    }

    /// Reads a table that is already cut into rows.
    public static Bom read(String file, CsvText text) {
        return read(file, text, new TableLayout(text.rows()));
    }

    /// Reads a table whose layout is already known.
    public static Bom read(String file, CsvText text, TableLayout layout) {
        List<CsvRow> rows = text.rows();
        if (rows.stream().allMatch(CsvRow::isBlank)) {
            throw new Fault("bom.empty", file);
        }
        HeaderMap header = layout.header().orElseThrow(() -> new Fault("bom.no-header", file));
        List<BomLine> lines = new ArrayList<>();
        List<SkippedRow> skipped = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (text.encoding() == TextEncoding.WINDOWS_1252) {
            problems.add(Problem.note(Place.file(file), "bom.windows-1252"));
        }
        if (!header.has(Column.QUANTITY) && !header.has(Column.REFERENCES)) {
            problems.add(Problem.note(Place.line(file, layout.headerRow() + 1), "bom.no-quantity-column"));
        }
        var budget = new ReferenceBudget();
        Map<HeaderMap, LineReader> readers = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = i + 1;
            CsvRow row = rows.get(i);
            switch (layout.roles().get(i)) {
                case RowRole.Line(HeaderMap h) -> {
                    LineReader reader = readers.computeIfAbsent(h,
                            k -> new LineReader(file, k, style(k, rows, layout), budget, problems::add));
                    Optional<BomLine> line = reader.read(row, number);
                    line.ifPresentOrElse(lines::add,
                            () -> skipped.add(skip(number, Messages.Key.of("bom.skipped-nothing"), row)));
                }
                case RowRole.Aside(Messages.Key reason) -> skipped.add(skip(number, reason, row));
                case RowRole.Header(HeaderMap h) -> {
                    if (h != header) {
                        skipped.add(skip(number, Messages.Key.of("bom.skipped-new-header"), row));
                    }
                }
            }
        }
        if (budget.isSpent()) {
            problems.add(Problem.warning(Place.file(file), "bom.references-too-many", ReferenceBudget.MOST));
        }
        levels(file, header, layout.headerRow() + 1, lines).ifPresent(problems::add);
        readers.values().forEach(reader -> problems.addAll(reader.afterwards()));
        return new Bom(file, FormatName.of(header), text.encoding().label(), header.headers(), header.columns(), lines,
                skipped, problems);
    }

    /// Rows of several levels in one list, as InvenTree exports them: quantities count for the row above, not for the whole.
    private static Optional<Problem> levels(String file, HeaderMap header, int row, List<BomLine> lines) {
        return header.headers().stream().filter(h -> LEVEL.contains(HeaderWords.compact(h)))
                .filter(h -> lines.stream().map(line -> line.attributes().getOrDefault(h, "")).distinct().count() > 1)
                .findFirst().map(h -> Problem.warning(Place.line(file, row), "bom.levels", h));
    }

    private static NumberStyle style(HeaderMap header, List<CsvRow> rows, TableLayout layout) {
        if (!header.has(Column.QUANTITY)) {
            return NumberStyle.POINT;
        }
        int quantity = header.index(Column.QUANTITY).getAsInt();
        Stream<String> cells = Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .filter(i -> layout.roles().get(i) instanceof RowRole.Line(HeaderMap h) && h == header)
                .map(i -> rows.get(i).value(quantity));
        return NumberStyle.of(cells);
    }

    private static SkippedRow skip(int number, Messages.Key reason, CsvRow row) {
        String text = row.text();
        return new SkippedRow(number, reason, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
}
