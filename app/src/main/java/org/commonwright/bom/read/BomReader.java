package org.commonwright.bom.read;

import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.DelimiterFinder;
import org.commonwright.bom.csv.TextEncoding;
import org.commonwright.bom.sheet.Workbooks;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// Reads a bill of materials of any format that this room knows, by what it is, not by what it is called.
public final class BomReader {
    /// Chooses the delimiter under which the header has the most meanings.
    public static final DelimiterFinder DELIMITER = new DelimiterFinder(HeaderWords::known);

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
        if (Workbooks.isWorkbook(bytes)) {
            return WorkbookBom.read(file, Workbooks.read(file, bytes), mapping);
        }
        TextEncoding.Decoded decoded = CsvText.decode(file, bytes);
        if (startsWith(decoded.text(), '<')) {
            return Workbooks.isFlat(decoded.text())
                    ? WorkbookBom.read(file, Workbooks.readFlat(file, decoded.text()), mapping)
                    : KicadNetlist.read(file, decoded);
        }
        String label = decoded.encoding().label();
        return MarkdownBom.read(file, decoded.text(), label, mapping).orElseGet(() -> {
            CsvText text = CsvText.parse(decoded, DELIMITER);
            var layout = new TableLayout(Grid.of(text.rows()), mapping);
            return isWeak(layout) && isList(decoded.text())
                    ? PlainList.read(file, lines(decoded.text()), label)
                    : read(file, text, layout);
        });
    }

    /// Whether what looks like a header may be the heading of a plain list.
    private static boolean isWeak(TableLayout layout) {
        return layout.header().filter(h -> h.columns().size() > 1).isEmpty();
    }

    /// Whether a file is a separated table, which is edited in place; everything else is read only.
    ///
    /// @throws Fault as [#read]
    public static boolean isTable(String file, byte[] bytes) {
        if (Workbooks.isWorkbook(bytes)) {
            return false;
        }
        TextEncoding.Decoded decoded = CsvText.decode(file, bytes);
        if (startsWith(decoded.text(), '<')
                || MarkdownBom.read(file, decoded.text(), "", ColumnMapping.NONE).isPresent()) {
            return false;
        }
        // The look at a few lines first: it spares most files from being cut into rows twice.
        return !isList(decoded.text()) || !isWeak(new TableLayout(CsvText.parse(decoded, DELIMITER).rows()));
    }

    private static List<String> lines(String text) {
        List<String> lines = text.lines().limit(CsvText.MOST_ROWS + 1L).toList();
        if (lines.size() > CsvText.MOST_ROWS) {
            throw new Fault("bom.too-many-rows", CsvText.MOST_ROWS);
        }
        return lines;
    }

    private static boolean isList(String text) {
        return PlainList.isOne(text.lines().limit(PlainList.LOOK).toList());
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
        List<CsvRow> rows = text.rows();
        if (layout.header().isEmpty()) {
            throw new Fault(rows.stream().allMatch(CsvRow::isBlank) ? "bom.empty" : "bom.no-header", file);
        }
        var reader = new TableReader(file);
        if (text.encoding() == TextEncoding.WINDOWS_1252) {
            reader.problem(Problem.note(Place.file(file), "bom.windows-1252"));
        }
        reader.read(Grid.of(rows), layout);
        return reader.bom("csv", text.encoding().label());
    }

    private static boolean startsWith(String text, char c) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == c;
    }
}
