package org.commonwright.bom.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/// Small workbooks, made here.
public final class Samples {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Samples() {}

    /// One sheet of an xlsx.
    ///
    /// @param attributes of its entry in the workbook, such as `state="hidden"`
    /// @param data the rows as XML
    public record XlsxSheet(String name, String attributes, String data) {}

    /// An xlsx with the shared texts `Part`, `Qty`, `Note` and three styles: general, a day, four digits.
    public static byte[] xlsx(XlsxSheet... sheets) {
        List<String[]> parts = new ArrayList<>();
        var types = new StringBuilder("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                """);
        var book = new StringBuilder("<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>");
        String rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
        var inBook = new StringBuilder(rels).append(relation("s", "sharedStrings", "sharedStrings.xml"))
                .append(relation("t", "styles", "styles.xml"));
        for (int i = 0; i < sheets.length; i++) {
            String target = "worksheets/sheet" + i + ".xml";
            types.append("<Override PartName='/xl/").append(target).append("' ContentType='application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>");
            book.append("<sheet name='").append(sheets[i].name()).append("' sheetId='").append(i + 1)
                    .append("' r:id='r")
                    .append(i).append("' ").append(sheets[i].attributes()).append("/>");
            inBook.append(relation("r" + i, "worksheet", target));
            parts.add(new String[]{"xl/" + target,
                    "<worksheet xmlns='" + MAIN + "'><sheetData>" + sheets[i].data() + "</sheetData></worksheet>"});
        }
        parts.add(new String[]{"[Content_Types].xml", types + "</Types>"});
        parts.add(new String[]{"_rels/.rels", rels + relation("w", "officeDocument", "xl/workbook.xml")
                + "</Relationships>"});
        parts.add(new String[]{"xl/workbook.xml", book + "</sheets></workbook>"});
        parts.add(new String[]{"xl/_rels/workbook.xml.rels", inBook + "</Relationships>"});
        parts.add(
                new String[]{"xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'><si><t>Part</t></si><si><r><t>Q</t></r>"
                        + "<r><t>ty</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si><si><t>Note</t></si></sst>"});
        parts.add(new String[]{"xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'><numFmts><numFmt numFmtId='170' "
                + "formatCode='0000'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
                + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/></cellXfs></styleSheet>"});
        return zip(parts);
    }

    /// The header `Part`, `Qty`, `Note` of [#xlsx] in row `row`.
    public static String header(int row) {
        return "<row r='%1$d'><c r='A%1$d' t='s'><v>0</v></c><c r='B%1$d' t='s'><v>1</v></c><c r='C%1$d' t='s'><v>2</v></c></row>"
                .formatted(row);
    }

    /// An ods of these tables as XML.
    public static byte[] ods(String tables) {
        return zip(List.of(new String[]{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                new String[]{"content.xml", content(tables, "document-content")}));
    }

    /// The same in one file of XML.
    public static byte[] fods(String tables) {
        return content(tables, "document").getBytes(StandardCharsets.UTF_8);
    }

    private static String content(String tables, String root) {
        return "<?xml version='1.0'?><office:" + root
                + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                + "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
                + "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
                + "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:automatic-styles>"
                + "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>"
                + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                + "</office:spreadsheet></office:body></office:" + root + ">";
    }

    /// A row of texts of an ods.
    public static String odsRow(String... cells) {
        var row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append("<table:table-cell office:value-type='string'><text:p>").append(cell)
                    .append("</text:p></table:table-cell>");
        }
        return row + "</table:table-row>";
    }

    /// An xls; numbers are written as numbers, texts that begin with `=` as formulas.
    public static byte[] xls(Object[]... rows) {
        try (var book = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            HSSFSheet sheet = book.createSheet("Parts");
            for (int r = 0; r < rows.length; r++) {
                HSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    Object value = rows[r][c];
                    switch (value) {
                        case Number n -> row.createCell(c).setCellValue(n.doubleValue());
                        case Boolean b -> row.createCell(c).setCellValue(b);
                        default -> row.createCell(c).setCellValue(value.toString());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(List<String[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String[] part : parts) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'/>";
    }
}
