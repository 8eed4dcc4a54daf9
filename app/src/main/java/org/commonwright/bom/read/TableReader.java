package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Bom.Table;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// Reads the tables of one file, one after the other, to one list of lines.
final class TableReader {
    private static final int NAMED = 5;
    private static final int LOOK = 40;
    private static final int SAMPLES = 3;

    private final String file;
    private final ReferenceBudget budget = new ReferenceBudget();
    private final List<Table> tables = new ArrayList<>();
    private final List<BomLine> lines = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> said = new LinkedHashSet<>();
    private String program = "";

    TableReader(String file) {
        this.file = file;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /// Sets all rows aside for one reason.
    void setAside(Grid grid, Messages.Key reason) {
        for (int i = 0; i < grid.rows().size(); i++) {
            skip(grid, i, reason);
        }
    }

    /// Sets a row aside that is in no table.
    void setAside(int row, String text, String reason) {
        skipped.add(new SkippedRow(row, Messages.Key.of(reason), text));
    }

    /// Reads the lines under a header that was found.
    ///
    /// @param layout must have a header
    void read(Grid grid, TableLayout layout) {
        HeaderMap first = layout.header().orElseThrow();
        said.addAll(layout.mapping().columns().keySet());
        boolean again = !tables.isEmpty();
        if (!again) {
            program = FormatName.of(first);
        }
        if (!first.has(Column.QUANTITY) && !first.has(Column.REFERENCES)) {
            problems.add(Problem.note(place(grid, layout.headerRow()), "bom.no-quantity-column"));
        }
        layout.conflicts().conflicts().forEach(c -> problems.add(Problem.error(place(grid, c.first()), "bom.conflict",
                String.valueOf(grid.number(c.first())), String.valueOf(grid.number(c.last())))));
        var collated = new Collated(layout);
        int firstLine = lines.size();
        int firstSkipped = skipped.size();
        int[] at = new int[grid.rows().size()];
        int found = 0;
        boolean oneHeader = true;
        Map<HeaderMap, LineReader> readers = new IdentityHashMap<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            switch (layout.roles().get(i)) {
                case RowRole.Line(HeaderMap h) -> {
                    LineReader reader = readers.get(h);
                    if (reader == null) {
                        reader = new LineReader(file, grid.sheet(), h, style(h, grid.rows(), layout), budget,
                                problems::add);
                        readers.put(h, reader);
                    }
                    if (reader.isExcluded(grid.rows().get(i))) {
                        skip(grid, i, Messages.Key.of("bom.skipped-excluded"));
                        continue;
                    }
                    Optional<BomLine> line = reader.read(grid.rows().get(i), grid.number(i));
                    if (line.isPresent() && collated.repeats(line.get())) {
                        skip(grid, i, Messages.Key.of("bom.skipped-collated"));
                    } else if (line.isPresent()) {
                        lines.add(line.get());
                        at[found++] = i;
                        oneHeader &= h == first;
                    } else {
                        skip(grid, i, Messages.Key.of("bom.skipped-nothing"));
                    }
                }
                case RowRole.Aside(Messages.Key reason) -> {
                    skip(grid, i, reason);
                    collated.aside(reason);
                }
                case RowRole.Header(HeaderMap h) -> {
                    collated.header();
                    tables.add(new Table(grid.sheet(), grid.number(i), h.headers(), h.columns(), h.more(),
                            samples(grid, i, h), h.offersSaid()));
                    if (again || h != first) {
                        skip(grid, i, Messages.Key.of("bom.skipped-new-header"));
                    }
                }
            }
        }
        if (oneHeader) {
            levels(grid, first, layout.headerRow(), lines.subList(firstLine, lines.size()), at);
            skipped.subList(firstSkipped, skipped.size()).sort(Comparator.comparingInt(SkippedRow::row));
        }
        readers.values().forEach(reader -> problems.addAll(reader.afterwards()));
    }

    /// The first values under each header of a row.
    private static List<List<String>> samples(Grid grid, int header, HeaderMap map) {
        List<CsvRow> below = grid.rows().subList(header + 1, Math.min(grid.rows().size(), header + 1 + LOOK));
        return IntStream.range(0, map.headers().size()).mapToObj(column -> below.stream()
                .map(row -> row.value(column).strip()).filter(cell -> !cell.isEmpty()).limit(SAMPLES).toList())
                .toList();
    }

    /// Everything that was read.
    Bom bom(String container, String encoding) {
        if (budget.isSpent()) {
            problems.add(Problem.warning(Place.file(file), "bom.references-too-many", ReferenceBudget.MOST));
        }
        List<String> gone = said.stream()
                .filter(header -> tables.stream().noneMatch(t -> ColumnMapping.names(header, t)))
                .toList();
        if (!gone.isEmpty()) {
            problems.add(Problem.warning(Place.file(file), "bom.mapping-no-column", gone.size(),
                    String.join(", ", gone.subList(0, Math.min(NAMED, gone.size())))));
        }
        if (container.equals("markdown")) {
            skipped.sort(Comparator.comparingInt(SkippedRow::row));
        }
        String format = program.isEmpty() || program.equals(FormatName.UNKNOWN) ? container : program;
        return new Bom(file, format, container, encoding, tables, lines, skipped, problems);
    }

    /// Rows of several levels in one list, as InvenTree and FreeCAD export them, become assemblies.
    private void levels(Grid grid, HeaderMap header, int headerRow, List<BomLine> read, int[] at) {
        var table = new LineParents.Table(header, read.size(), line -> grid.rows().get(at[line]),
                (line, column) -> new Place(file, grid.number(at[line]), column + 1, grid.sheet()),
                line -> read.get(line).part(), problems::add);
        Optional<LineParents> parents = LineParents.of(table);
        if (parents.isEmpty()) {
            return;
        }
        Levels.Placed placed = Levels.place(List.copyOf(read), parents.get(), header.countsWhole());
        problems.add(Problem.note(place(grid, headerRow), header.countsWhole() ? "bom.levels-total" : "bom.levels",
                parents.get().column(), placed.assemblies()));
        read.clear();
        for (int i = 0; i < placed.lines().size(); i++) {
            BomLine line = placed.lines().get(i);
            Messages.Key reason = placed.asides().get(i);
            if (line != null) {
                read.add(line);
            } else if (reason != null) {
                skip(grid, at[i], reason);
                forget(grid.number(at[i]), grid.sheet());
            }
        }
    }

    /// What is set aside needs no quantity.
    private void forget(int row, String sheet) {
        problems.removeIf(p -> p.code().equals("bom.quantity-absent") && p.place() != null && p.place().line() == row
                && p.place().sheet().equals(sheet));
    }

    private static NumberStyle style(HeaderMap header, List<CsvRow> rows, TableLayout layout) {
        if (!header.has(Column.QUANTITY)) {
            return NumberStyle.POINT;
        }
        int quantity = header.index(Column.QUANTITY).getAsInt();
        return NumberStyle.of(IntStream.range(0, rows.size())
                .filter(i -> layout.roles().get(i) instanceof RowRole.Line(HeaderMap h) && h == header)
                .mapToObj(i -> rows.get(i).value(quantity)));
    }

    private Place place(Grid grid, int index) {
        return new Place(file, grid.number(index), 0, grid.sheet());
    }

    private void skip(Grid grid, int index, Messages.Key reason) {
        skipped.add(new SkippedRow(grid.sheet(), grid.number(index), reason, grid.rows().get(index).text()));
    }
}
