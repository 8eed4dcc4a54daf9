package org.commonwright.publish.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.edit.CanonicalBom;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.page.HtmlPage;
import org.commonwright.publish.page.PdfPage;

/// Writes a sheet in any format. The same sheet gives the same bytes. In the tables for spreadsheets, cells that one would run as
/// a formula are made harmless; our own `bom.csv` holds every cell as it is.
public final class SheetWriter {
    private final Messages messages;

    /// @param messages the language of the pages to print
    public SheetWriter(Messages messages) {
        this.messages = messages;
    }

    /// @throws Fault `publish.nothing-to-write` where the format can say nothing about any row
    public byte[] write(BomSheet sheet, SheetFormat format) {
        return switch (format) {
            case CANONICAL -> canonical(sheet);
            case KICAD -> table(new KicadTable(), sheet, ',', format);
            case JLCPCB -> table(new JlcpcbTable(), sheet, ',', format);
            case ONE_CLICK -> table(new OneClickTable(), sheet, '\t', format);
            case INVENTREE -> table(new InventreeTable(), sheet, ',', format);
            case SBOM -> table(new SbomTable(), sheet, ',', format);
            case CYCLONEDX -> json(CycloneDx.node(sheet));
            case JSON -> json(SheetJson.node(sheet));
            case HTML -> utf8(HtmlPage.write(new SheetPage(messages).page(sheet)));
            case PDF -> PdfPage.write(new SheetPage(messages).page(sheet));
        };
    }

    /// As [#write], into a file that is replaced at once.
    public void save(BomSheet sheet, SheetFormat format, Path target) {
        AtomicFiles.replace(target, write(sheet, format));
    }

    /// A sheet of one level is a list; one of several keeps its levels in a column of their own.
    private static byte[] canonical(BomSheet sheet) {
        boolean flat = sheet.rows().stream().allMatch(row -> row.level() == 1);
        List<BomLine> lines = sheet.rows().stream().map(SheetRow::written).toList();
        var bom = new Bom("bom.csv", "commonwright", "csv", "UTF-8", List.of(), lines, List.of(), List.of());
        return (flat
                ? CanonicalBom.document(bom)
                : CanonicalBom.document(bom, sheet.rows().stream().map(SheetRow::level).toList())).bytes();
    }

    private static byte[] table(SheetTable table, BomSheet sheet, char delimiter, SheetFormat format) {
        List<List<String>> cells = table.cells(sheet);
        if (cells.size() == 1 && !sheet.rows().isEmpty()) {
            throw new Fault("publish.nothing-to-write", format.id());
        }
        return utf8(SpreadsheetCsv.write(cells, delimiter));
    }

    private static byte[] json(ObjectNode node) {
        return utf8(node.toPrettyString().replace("\r\n", "\n") + "\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
