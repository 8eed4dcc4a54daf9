package org.commonwright.bom.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Column;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.error.Fault;

/// What a mapping makes of a file, for a person who says what its columns mean and sees what comes of it.
///
/// @param columns those of the first table, in their order; where no header was found, those of the row that may be one
/// @param headerRow the row of the first table's header, from 1; 0 where none was found
/// @param lines how many lines are read so
/// @param aside how many rows are set aside so
/// @param fault why the file cannot be read so; empty when it can
/// @param first the first rows of the file, to choose a header from
public record ColumnsPreview(List<Seen> columns, int headerRow, int lines, int aside, Optional<Fault> fault,
        List<FirstRows.Row> first) {
    private static final int SAMPLES = 3;
    private static final int LOOK = 10;

    /// One column.
    ///
    /// @param index from 0
    /// @param samples the first values under the header that say something, three at most
    /// @param meaning what it was taken for; empty when its cells are kept as they are
    public record Seen(int index, String header, List<String> samples, Optional<Column> meaning) {}

    public ColumnsPreview {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
    }

    /// @param file its name, for sentences
    /// @param mapping what is said about the columns
    /// @throws Fault when the file cannot be read whatever is said about its columns
    public static ColumnsPreview of(String file, byte[] bytes, ColumnMapping mapping) {
        List<FirstRows.Row> first = FirstRows.of(file, bytes);
        try {
            Bom bom = BomReader.read(file, bytes, mapping);
            List<Seen> columns = bom.tables().isEmpty() ? List.of() : columns(bom);
            int row = bom.tables().isEmpty() ? 0 : bom.tables().getFirst().row();
            return new ColumnsPreview(columns, row, bom.lines().size(), bom.skipped().size(), Optional.empty(), first);
        } catch (Fault fault) {
            if (first.isEmpty()) {
                throw fault;
            }
            return new ColumnsPreview(proposed(file, bytes, mapping, first), 0, 0, 0, Optional.of(fault), first);
        }
    }

    /// Where no header is found, the first row with most cells may be one: once a person says what two of its columns mean, it
    /// is.
    private static List<Seen> proposed(String file, byte[] bytes, ColumnMapping mapping, List<FirstRows.Row> first) {
        if (mapping.headerRow() > 0) {
            return List.of();
        }
        int row = first.stream().limit(LOOK).max(Comparator.comparingInt(FirstRows.Row::cells)
                .thenComparingInt(r -> -r.number())).orElseThrow().number();
        try {
            Bom read = BomReader.read(file, bytes, mapping.withHeaderRow(row));
            return read.tables().isEmpty() ? List.of() : columns(read);
        } catch (Fault _) {
            // The fault that is told already is why.
            return List.of();
        }
    }

    private static List<Seen> columns(Bom bom) {
        Bom.Table table = bom.tables().getFirst();
        List<Bom.ColumnAt> prices = ListedOffers.of(bom).columns(0);
        return IntStream.range(0, table.headers().size()).mapToObj(i -> new Seen(i, table.headers().get(i),
                i < table.samples().size() ? table.samples().get(i).stream().limit(SAMPLES).toList() : List.of(),
                table.meaning(i).or(() -> prices.stream().filter(at -> at.index() == i).map(Bom.ColumnAt::column)
                        .findFirst())))
                .toList();
    }
}
