package org.commonwright.bom.edit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.bom.read.TableLayout;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;

/// A bill of materials that is edited in place. It never changes; [#apply] gives the next one. Rows that an edit does not
/// touch keep their bytes: quotes, spaces, line ends, comments, the mark at the beginning, a missing line end at the end.
///
/// A *line* here is a row of the table that is neither header nor comment nor empty nor a sum, counted from 0.
public final class BomDocument {
    private final String file;
    private final CsvText text;
    private final TableLayout layout;
    private final int[] lines;

    private BomDocument(String file, CsvText text, TableLayout layout) {
        this(file, text, layout, IntStream.range(0, text.rows().size()).filter(layout::isLine).toArray());
    }

    private BomDocument(String file, CsvText text, TableLayout layout, int[] lines) {
        this.file = file;
        this.text = text;
        this.layout = layout;
        this.lines = lines;
    }

    /// @param file its name, for places and sentences
    /// @throws Fault `bom.no-header`, `bom.empty`, `bom.spreadsheet`, `bom.not-text`, `bom.too-many-cells`
    public static BomDocument parse(String file, byte[] bytes) {
        return parse(file, bytes, ColumnMapping.NONE);
    }

    /// @param mapping what a person said about its columns
    /// @throws Fault as the other
    public static BomDocument parse(String file, byte[] bytes, ColumnMapping mapping) {
        CsvText text = CsvText.parse(file, bytes, BomReader.DELIMITER);
        return of(new OpenedBom.Table(file, text, new TableLayout(text.rows(), mapping)));
    }

    /// A table that was opened.
    ///
    /// @throws Fault `bom.no-header`, `bom.empty`
    public static BomDocument of(OpenedBom.Table table) {
        return new BomDocument(table.file(), table.text(), table.withHeader().layout());
    }

    /// A canonical bill of materials without lines.
    public static BomDocument empty(String file) {
        String header = Arrays.stream(Column.values()).filter(Column::isCanonical).map(Column::header)
                .collect(Collectors.joining(",", "", "\n"));
        return parse(file, header.getBytes(StandardCharsets.UTF_8));
    }

    public String file() {
        return file;
    }

    /// The headers, in the order of the file.
    public List<String> columns() {
        return layout.headers();
    }

    /// How many lines there are.
    public int size() {
        return lines.length;
    }

    /// What a cell says; empty where the row is too short.
    public String cell(int line, int column) {
        return row(line).value(column).strip();
    }

    /// The row of a line in the file, from 1: what [org.commonwright.bom.BomLine#row()] says.
    public int rowNumber(int line) {
        return lines[line] + 1;
    }

    /// The line at a row of the file; negative when that row is none.
    public int lineAt(int rowNumber) {
        return Arrays.binarySearch(lines, rowNumber - 1);
    }

    /// What it says, with its problems.
    public Bom read() {
        return BomReader.read(file, text, layout);
    }

    /// Whether all lines stand under one header, and none under another line, so that [#readLine] reads each as [#read] does.
    public boolean isOneTable() {
        return layout.isOneTable(text.rows());
    }

    /// What one line says, read by itself; empty when it names no part.
    public Optional<BomLine> readLine(int line) {
        List<CsvRow> both = List.of(text.rows().get(layout.headerRow()), row(line));
        return BomReader.read(file, text.withRows(both), layout.ofTwo(both)).lines().stream().findFirst();
    }

    /// The file's bytes.
    ///
    /// @throws Fault `bom.not-encodable` when an edit brought a character that the file's encoding lacks; `bom.open-quote-row`
    ///         when a quote that was left open in another row would now swallow what an edit wrote
    public byte[] bytes() {
        for (int i = 0; i < text.rows().size(); i++) {
            if (text.rows().get(i).hasOpenQuote() && !text.isStable()) {
                throw new Fault("bom.open-quote-row", file, i + 1);
            }
        }
        return text.bytes();
    }

    /// Whether both would write the same bytes, and say the same about the columns.
    public boolean isWrittenLike(BomDocument other) {
        return text.isWrittenLike(other.text) && layout.isSaidLike(other.layout);
    }

    /// Replaces the file that this was made of, whole, or leaves it as it was.
    ///
    /// @param before the document as it was read from there
    /// @throws Fault `files.changed-since` when somebody changed the file meanwhile, `files.is-link`, `files.not-written`,
    ///         `bom.not-encodable`
    public void save(Path target, BomDocument before) {
        AtomicFiles.change(target, before.text.bytes(), bytes());
    }

    /// The document after an edit; this one when the edit changes nothing.
    ///
    /// @throws Fault `bom.header-lost` when nothing would tell any more which row holds the headers
    public BomDocument apply(Edit edit) {
        return apply(edit.on(this));
    }

    /// The document with other rows; rows that are the same objects keep their bytes. Line ends are put right.
    public BomDocument withRows(List<CsvRow> rows) {
        return apply(Splice.between(text.rows(), rows, text.ending()));
    }

    /// For each column a name that is the same in every file for the same meaning.
    public List<String> columnKeys() {
        return layout.columnKeys();
    }

    BomDocument apply(Splice splice) {
        if (splice.isNothing()) {
            return this;
        }
        List<CsvRow> rows = splice.on(text.rows());
        TableLayout next = layout.spliced(rows, splice.from(), splice.before().size(), splice.after().size());
        if (next.headerRow() < 0) {
            throw new Fault("bom.header-lost", file);
        }
        // Where every row is still what it was for, its lines are the same too.
        return next == layout
                ? new BomDocument(file, text.withRows(rows), layout, lines)
                : new BomDocument(file, text.withRows(rows), next);
    }

    /// A line as it stands in the file.
    public CsvRow row(int line) {
        return text.rows().get(lines[line]);
    }

    /// The line's place among all rows, from 0.
    public int rowIndex(int line) {
        return lines[line];
    }

    /// The header's place among all rows, from 0.
    public int headerRow() {
        return layout.headerRow();
    }

    /// All rows of the file.
    public CsvText text() {
        return text;
    }

    TableLayout layout() {
        return layout;
    }

    /// Where a new row goes so that it becomes line `at`.
    int insertionRow(int at) {
        if (at < lines.length) {
            return lines[at];
        }
        return (lines.length == 0 ? layout.headerRow() : lines[lines.length - 1]) + 1;
    }
}
