package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// Reads a bill of materials of any format that this room knows, by what it is, not by what it is called.
public final class BomReader {
    /// Chooses the delimiter under which the header has the most meanings.
    public static final DelimiterFinder DELIMITER = new DelimiterFinder(HeaderWords::known);

    /// The largest list, in bytes, that is read anywhere: a list, what is bought for it and what is in stock.
    public static final long LIMIT = CsvText.LIMIT;

    private BomReader() {}

    /// @param file its name, for places and sentences
    /// @throws Fault `bom.no-header`, `bom.empty`, `bom.not-text`, `bom.too-many-cells`, `bom.too-many-rows`,
    ///         `bom.cell-too-long`,
    ///         `bom.xml-unknown`, `bom.xml-broken`, `bom.workbook-unknown`, `bom.workbook-broken`,
    ///         `bom.workbook-encrypted`, `bom.workbook-too-large` or `files.too-large`
    public static Bom read(String file, byte[] bytes) {
        return read(file, bytes, ColumnMapping.NONE);
    }

    /// @param mapping what a person said about the file's columns
    /// @throws Fault as the other
    public static Bom read(String file, byte[] bytes, ColumnMapping mapping) {
        return open(file, bytes, mapping).read();
    }

    /// Finds out which format it is, and reads as much as that takes.
    ///
    /// @throws Fault as [#read]
    public static OpenedBom open(String file, byte[] bytes, ColumnMapping mapping) {
        return BomFormats.open(file, bytes, mapping);
    }

    /// Reads a table that is already cut into rows.
    public static Bom read(String file, CsvText text) {
        return read(file, text, ColumnMapping.NONE);
    }

    /// Reads a table that is already cut into rows.
    ///
    /// @param mapping what a person said about its columns
    public static Bom read(String file, CsvText text, ColumnMapping mapping) {
        return read(file, text, new TableLayout(Grid.of(text.rows()), mapping));
    }

    /// Reads a table whose layout is already known.
    public static Bom read(String file, CsvText text, TableLayout layout) {
        List<CsvRow> rows = new OpenedBom.Table(file, text, layout).withHeader().text().rows();
        var reader = new TableReader(file);
        if (text.encoding() == TextEncoding.WINDOWS_1252) {
            reader.problem(Problem.note(Place.file(file), "bom.windows-1252"));
        }
        reader.read(Grid.of(rows), layout);
        return reader.bom("csv", text.encoding().label());
    }

    /// Whether a column of this header may say how deep its rows stand.
    public static boolean isLevel(String header) {
        return LineParents.LEVELS.contains(HeaderWords.compact(header));
    }
}
