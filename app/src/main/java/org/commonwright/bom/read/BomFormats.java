package org.commonwright.bom.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.csv.TextEncoding.Decoded;
import org.commonwright.bom.sheet.Workbooks;
import org.commonwright.error.Fault;

/// The one list of the formats in which bills of materials come. A file is held against them in this order, by what it is, not
/// by what it is called; the last one takes what no other takes.
final class BomFormats {
    private static final Pattern NETLIST = Pattern.compile("\\s*\\(export\\s+\\(version\\b");
    private static final List<Format> FORMATS = List.of(BomFormats::workbook, BomFormats::xml, BomFormats::netlist,
            BomFormats::markdown,
            BomFormats::bullets, BomFormats::list, BomFormats::table);

    private BomFormats() {}

    /// One of them.
    @FunctionalInterface
    private interface Format {
        /// @return empty when the file is none of this format
        Optional<OpenedBom> open(Content content);
    }

    /// The bytes of a file, and as text when a format asks for it.
    private static final class Content {
        private final String file;
        private final byte[] bytes;
        private final ColumnMapping mapping;
        private Optional<Decoded> decoded = Optional.empty();
        private Optional<OpenedBom.Table> table = Optional.empty();

        Content(String file, byte[] bytes, ColumnMapping mapping) {
            this.file = file;
            this.bytes = bytes;
            this.mapping = mapping;
        }

        Decoded decoded() {
            if (decoded.isEmpty()) {
                decoded = Optional.of(CsvText.decode(file, bytes));
            }
            return decoded.get();
        }

        String text() {
            return decoded().text();
        }

        OpenedBom.Table table() {
            if (table.isEmpty()) {
                CsvText text = CsvText.parse(decoded(), BomReader.DELIMITER);
                var layout = new TableLayout(Grid.of(text.rows()), mapping);
                table = Optional.of(new OpenedBom.Table(file, text, layout));
            }
            return table.get();
        }
    }

    static OpenedBom open(String file, byte[] bytes, ColumnMapping mapping) {
        var content = new Content(file, bytes, mapping);
        return FORMATS.stream().map(format -> format.open(content)).flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /// xlsx, xls, ods.
    private static Optional<OpenedBom> workbook(Content c) {
        return Workbooks.isWorkbook(c.bytes)
                ? Optional.of(other(WorkbookBom.read(c.file, Workbooks.read(c.file, c.bytes), c.mapping)))
                : Optional.empty();
    }

    /// fods and KiCad's netlist. A Markdown text may begin with a tag of HTML.
    private static Optional<OpenedBom> xml(Content c) {
        if (!startsWith(c.text(), '<') || c.file.toLowerCase(Locale.ROOT).endsWith(".md")
                && !c.text().stripLeading().startsWith("<?xml")) {
            return Optional.empty();
        }
        return Optional.of(other(Workbooks.isFlat(c.text())
                ? WorkbookBom.read(c.file, Workbooks.readFlat(c.file, c.text()), c.mapping)
                : KicadNetlist.read(c.file, c.decoded())));
    }

    /// KiCad's own notation of a netlist says less than its schematic, which is read as it is.
    private static Optional<OpenedBom> netlist(Content c) {
        if (NETLIST.matcher(c.text()).lookingAt()) {
            throw new Fault("bom.netlist-notation", c.file);
        }
        return Optional.empty();
    }

    private static Optional<OpenedBom> markdown(Content c) {
        return MarkdownBom.read(c.file, c.text(), c.decoded().encoding().label(), c.mapping).map(BomFormats::other);
    }

    /// `- 2 x [M3x10](https://…)` in a text that is called a list of parts, or below a heading that says so.
    private static Optional<OpenedBom> bullets(Content c) {
        return BulletList.read(c.file, c.text(), c.decoded().encoding().label()).map(BomFormats::other);
    }

    /// `2 x M3x10` in each line, where no row names columns.
    private static Optional<OpenedBom> list(Content c) {
        boolean named = c.table().layout().header().filter(h -> h.columns().size() > 1).isPresent();
        return !named && PlainList.isOne(c.text().lines().limit(PlainList.LOOK).toList())
                ? Optional.of(other(PlainList.read(c.file, lines(c.text()), c.decoded().encoding().label())))
                : Optional.empty();
    }

    /// Rows of cells with a separator between them. Sentences are none, unless a person said what their columns mean.
    private static Optional<OpenedBom> table(Content c) {
        if (c.mapping.isEmpty() && c.table().layout().header().isEmpty() && Prose.isOne(c.file, c.text())) {
            throw new Fault("bom.prose", c.file);
        }
        return Optional.of(c.table());
    }

    private static OpenedBom other(Bom bom) {
        return new OpenedBom.Other(bom);
    }

    private static List<String> lines(String text) {
        List<String> lines = text.lines().limit(CsvText.MOST_ROWS + 1L).toList();
        if (lines.size() > CsvText.MOST_ROWS) {
            throw new Fault("bom.too-many-rows", CsvText.MOST_ROWS);
        }
        return lines;
    }

    private static boolean startsWith(String text, char c) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == c;
    }
}
