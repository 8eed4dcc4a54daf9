package org.commonwright.bom.sheet;

import static org.commonwright.bom.sheet.Samples.header;
import static org.commonwright.bom.sheet.Samples.odsRow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.sheet.Samples.XlsxSheet;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WorkbookTest {
    @Test
    void everySheetThatIsABillIsReadAndEveryOtherRowIsSetAside() {
        Bom bom = BomReader.read("b.xlsx", Samples.xlsx(
                new XlsxSheet("Electric", "", header(2) + row(3, "motor", "2")),
                new XlsxSheet("Prices", "", "<row r='7'><c r='B7'><v>1.5</v></c></row>"),
                new XlsxSheet("Old", "state='hidden'", header(1) + row(2, "motor", "4")),
                new XlsxSheet("Mechanic", "", header(1) + row(5, "rod", "0.8"))));
        assertEquals(List.of("Electric!3 motor 2 pcs", "Mechanic!5 rod 0.8 pcs"), said(bom));
        assertEquals(List.of("Prices!7 bom.skipped-other-sheet", "Old!1 bom.skipped-hidden-sheet",
                "Old!2 bom.skipped-hidden-sheet", "Mechanic!1 bom.skipped-new-header"), skipped(bom));
        assertEquals("b.xlsx Mechanic!B5", bom.place(bom.lines().getLast(), Column.QUANTITY).toString());
        assertEquals(List.of("bom.several-sheets"), codes(bom));
    }

    @Test
    void aSheetThatIsCalledSoIsTheBill() {
        Bom bom = BomReader.read("b.xlsx", Samples.xlsx(
                new XlsxSheet("Order", "", header(1) + row(2, "motor", "200")),
                new XlsxSheet("BOM rev 2", "", header(1) + row(2, "motor", "2"))));
        assertEquals(List.of("BOM rev 2!2 motor 2 pcs"), said(bom));
        assertEquals(2, bom.skipped().size());
    }

    @Test
    void cellsAreWhatASpreadsheetShows() {
        String cells = """
                <row r='2'><c r='A2' t='inlineStr'><is><t>day</t></is></c><c r='B2'><f>1+1</f><v>2</v></c>\
                <c r='C2' s='1'><v>45000</v></c></row>
                <row r='3'><c r='A3' s='2'><v>815</v></c><c r='B3'><f>A9</f></c><c r='C3' t='b'><v>1</v></c></row>
                <row><c t='str'><f>x</f><v>next</v></c><c t='e'><v>#REF!</v></c><c><v>8015347000000</v></c></row>
                <row r='9'><c r='A9' t='inlineStr'><is><t>bead</t></is></c><c r='B9'><v>0.30000000000000004</v></c></row>
                """;
        Bom bom = BomReader.read("b.xlsx", Samples.xlsx(new XlsxSheet("S", "", header(1) + cells)));
        assertEquals(List.of("S!2 day 2 pcs", "S!3 0815 -", "S!4 next -", "S!9 bead 0.3 pcs"), said(bom));
        assertEquals(List.of("2023-03-15", "TRUE", "8015347000000", ""),
                bom.lines().stream().map(BomLine::notes).toList());
        assertEquals(List.of("b.xlsx S!B3 bom.formula-unknown", "b.xlsx S!B4 bom.cell-error", "b.xlsx S bom.formulas",
                "b.xlsx S!B3 bom.quantity-absent", "b.xlsx S!B4 bom.quantity-absent"),
                bom.problems().stream()
                        .map(p -> p.place() + " " + p.code()).toList());
    }

    @Test
    void openDocumentRepeatsRowsAndCells() {
        String table = "<table:table table:name='Hidden' table:style-name='ta2'>" + odsRow("Part", "Qty")
                + "</table:table><table:table table:name='Teile'>" + odsRow("Teil", "Menge", "Bemerkung")
                + "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='string'>"
                + "<text:p>Ku<text:span>gel</text:span><text:s/>6</text:p></table:table-cell>"
                + "<table:table-cell office:value-type='float' office:value='0.8' table:formula='of:=1'><text:p>0,80</text:p>"
                + "</table:table-cell><table:table-cell><office:annotation><text:p>secret</text:p></office:annotation>"
                + "<text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell "
                + "table:number-columns-repeated='16384'/></table:table-row>" + odsRow("last", "1") + "</table:table>";
        for (byte[] file : List.of(Samples.ods(table), Samples.fods(table))) {
            Bom bom = BomReader.read("b.ods", file);
            assertEquals(List.of("Teile!2 Kugel 6 0.8 pcs", "Teile!3 Kugel 6 0.8 pcs", "Teile!1048004 last 1 pcs"),
                    said(bom));
            assertEquals("a\nb", bom.lines().getFirst().notes());
            assertEquals(List.of("Hidden!1 bom.skipped-hidden-sheet"), skipped(bom));
        }
    }

    @Test
    void excel97() {
        Bom bom = BomReader.read("b.xls", Samples.xls(new Object[]{"Part", "Qty", "Critical"},
                new Object[]{"washer", 12, true}, new Object[]{}, new Object[]{815, 0.5}));
        assertEquals(List.of("Parts!2 washer 12 pcs", "Parts!4 815 0.5 pcs"), said(bom));
        assertEquals("TRUE", bom.lines().getFirst().attributes().get("Critical"));
    }

    @Test
    void whatUnfoldsWithoutEndIsRefused() {
        String cell = "<table:table-cell office:value-type='string' table:number-columns-repeated='16000'><text:p>x</text:p>"
                + "</table:table-cell>";
        refused("bom.workbook-too-large", Samples.ods("<table:table><table:table-row "
                + "table:number-rows-repeated='1000000'>" + cell + "</table:table-row></table:table>"));
        refused("bom.too-many-cells", Samples.ods("<table:table><table:table-row>" + cell.repeat(2)
                + "</table:table-row></table:table>"));
        refused("bom.too-many-cells",
                Samples.xlsx(new XlsxSheet("S", "", "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>")));
        refused("bom.workbook-too-large", Samples.ods(" ".repeat((int) BoundedZip.MOST)));
        refused("bom.cell-too-long", Samples.ods("<table:table>" + odsRow("x".repeat(40_000)) + "</table:table>"));
    }

    @Test
    void entitiesAndDepthAreRefused() {
        String entity = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x xmlns:office='o'>&b;</x>";
        refused("bom.workbook-broken", Samples.zip(List.of(
                new String[]{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                new String[]{"content.xml", entity})));
        refused("bom.workbook-broken", Samples.ods("<table:table>".repeat(5000) + "</table:table>".repeat(5000)));
        refused("bom.xml-broken", ("<!DOCTYPE e SYSTEM 'file:///etc/passwd'><export>&e;</export>").getBytes());
    }

    @Test
    void otherPackedFilesAreNamed() {
        refused("bom.workbook-unknown", Samples.zip(List.of(new String[][]{{"readme.txt", "hello"}})));
        refused("bom.workbook-broken", new byte[]{'P', 'K', 3, 4, 0, 0});
        refused("bom.workbook-broken", new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
    }

    private static void refused(String code, byte[] bytes) {
        assertEquals(code, assertThrows(Fault.class, () -> BomReader.read("b", bytes)).code());
    }

    private static String row(int number, String part, String quantity) {
        return "<row r='%1$d'><c r='A%1$d' t='inlineStr'><is><t>%2$s</t></is></c><c r='B%1$d'><v>%3$s</v></c></row>"
                .formatted(number, part, quantity);
    }

    private static List<String> said(Bom bom) {
        return bom.lines().stream().map(l -> l.where() + " " + l.part() + " " + (l.quantity() == null
                ? "-"
                : l.quantity().number().toPlainString() + " " + l.quantity().unit().symbol())).toList();
    }

    private static List<String> skipped(Bom bom) {
        return bom.skipped().stream().map(s -> s.where() + " " + s.reason().key()).toList();
    }

    private static List<String> codes(Bom bom) {
        return bom.problems().stream().map(Problem::code).toList();
    }
}
