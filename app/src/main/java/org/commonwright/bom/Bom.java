package org.commonwright.bom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// A bill of materials as it was read. `lines` and `skipped` together are all rows of the file but its first header.
///
/// @param file its name, for places
/// @param format what wrote it, such as `commonwright`, `kicad`, `1-click-bom`; where that does not show, its container
/// @param container how it is stored: `csv`, `xlsx`, `xls`, `ods`, `markdown`, `list`, `xml`
/// @param encoding such as `UTF-8`, `UTF-16LE`, `windows-1252`
/// @param tables the tables that lines were read from, in order; empty for files without headers
/// @param collective the assemblies of the file ("" for its own) whose lines count for all of them together, as a heading in
///        the plural says
public record Bom(String file, String format, String container, String encoding, List<Table> tables,
        List<BomLine> lines, List<SkippedRow> skipped, List<Problem> problems, Set<String> collective) {
    /// A column's meaning and where it stands, from 0.
    public record ColumnAt(Column column, int index) {}

    /// One header and what it means.
    ///
    /// @param sheet the sheet of a workbook; empty for files without sheets
    /// @param row the header's row, from 1
    /// @param headers the header's cells, in order
    /// @param columns what each of `headers` means; for a column without a meaning the index is absent
    /// @param more further columns of a meaning that another one has already, such as alternates' numbers
    /// @param samples for each of `headers` the first values under it
    /// @param said what a person said about prices and sellers in it
    public record Table(String sheet, int row, List<String> headers, List<ColumnAt> columns, List<ColumnAt> more,
            List<List<String>> samples, OffersSaid said) {
        public Table {
            headers = List.copyOf(headers);
            columns = List.copyOf(columns);
            more = List.copyOf(more);
            samples = List.copyOf(samples);
        }

        /// What a column, from 0, was taken for.
        public Optional<Column> meaning(int index) {
            return Stream.of(columns, more, said.columns()).flatMap(List::stream).filter(at -> at.index() == index)
                    .map(ColumnAt::column).findFirst();
        }

        /// What the cells of each column are called among a line's attributes.
        public List<String> attributeNames() {
            return attributeNames(headers);
        }

        /// What the cells of columns are called among a line's attributes: their header, with a number where it comes again;
        /// `+3` for the third column when it has none.
        public static List<String> attributeNames(List<String> headers) {
            Map<String, Integer> seen = new HashMap<>();
            List<String> names = new ArrayList<>();
            for (String header : headers) {
                String name = header.isEmpty() ? "+" + (names.size() + 1) : header;
                int n = seen.merge(name, 1, Integer::sum);
                names.add(n == 1 ? name : name + " (" + n + ")");
            }
            return names;
        }
    }

    /// What a person said about prices and sellers in a table.
    ///
    /// @param columns the columns that were named as such
    /// @param without the columns, from 0, that have no meaning
    /// @param currency the currency of prices that name none; empty when it was not said
    public record OffersSaid(List<ColumnAt> columns, List<Integer> without, String currency) {
        /// Nothing was said.
        public static final OffersSaid NOTHING = new OffersSaid(List.of(), List.of(), "");

        public OffersSaid {
            columns = List.copyOf(columns);
            without = List.copyOf(without);
        }
    }

    public Bom {
        tables = List.copyOf(tables);
        lines = List.copyOf(lines);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
        collective = Set.copyOf(collective);
    }

    /// A file whose lines count for one piece.
    public Bom(String file, String format, String container, String encoding, List<Table> tables,
            List<BomLine> lines, List<SkippedRow> skipped, List<Problem> problems) {
        this(file, format, container, encoding, tables, lines, skipped, problems, Set.of());
    }

    /// The same file with other lines.
    public Bom withLines(List<BomLine> others) {
        return new Bom(file, format, container, encoding, tables, others, skipped, problems, collective);
    }

    /// The same file with other problems.
    public Bom withProblems(List<Problem> others) {
        return new Bom(file, format, container, encoding, tables, lines, skipped, others, collective);
    }

    /// The lines of each assembly that the file lists, and of none; for whoever asks for many of them.
    public Map<String, List<BomLine>> sections() {
        return lines.stream().collect(Collectors.groupingBy(BomLine::section));
    }

    /// The part of the file that belongs to one of the assemblies it lists, or to none; the file's problems come with the
    /// latter.
    public Bom section(String section) {
        return new Bom(file, format, container, encoding, tables,
                lines.stream().filter(line -> line.section().equals(section)).toList(),
                section.isEmpty() ? skipped : List.of(), section.isEmpty() ? problems : List.of(), collective);
    }

    /// The first header's cells; empty for files without one.
    public List<String> headers() {
        return tables.isEmpty() ? List.of() : tables.getFirst().headers();
    }

    /// Where a value stands: the file, its sheet, its row and, where its table has such a column, its column from 1.
    public Place place(BomLine line, Column column) {
        List<ColumnAt> columns = List.of();
        for (Table table : tables) {
            if (table.sheet().equals(line.sheet()) && table.row() < line.row()) {
                columns = table.columns();
            }
        }
        int at = columns.stream().filter(c -> c.column() == column).mapToInt(c -> c.index() + 1).findFirst().orElse(0);
        return new Place(file, line.row(), at, line.sheet());
    }

    /// Rows read and rows set aside.
    public int rows() {
        return lines.size() + skipped.size();
    }
}
