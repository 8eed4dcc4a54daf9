package org.commonwright.publish.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.Offer;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetWriterTest {
    private static final String BOARD = """
            Reference,Value,Footprint,Datasheet,Qty,DNP,Manufacturer,MPN,LCSC
            "R1,R2,R3",10k,Resistor_SMD:R_0603_1608Metric,,3,,Yageo,RC0603FR-0710KL,C98220
            C1,100n,Capacitor_SMD:C_0603_1608Metric,https://example.org/c.pdf,1,,,,C14663
            U1,=2+5,Package_SO:SOIC-8,,1,DNP,Example,"@SUM(A1)",
            """;
    private static final String FRAME = """
            Part,Kind,Quantity,Unit,Description,File,Process,Material
            Bracket,make,2,pcs,"holds the rod, “left”",export/bracket.stl,3D printing,PETG
            M3x10,standard,8,pcs,,,,
            Belt GT2,buy,1.25,m,,,,
            """;

    private final SheetWriter writer = new SheetWriter(new Messages(Locale.ENGLISH));

    private static BomSheet sheet(String text) {
        Bom bom = BomReader.read("list.csv", text.getBytes(StandardCharsets.UTF_8));
        return BomSheet.of(new BomSheet.About("Plotter", "1.2", "CERN-OHL-S-2.0", "a".repeat(40)), bom);
    }

    private String text(String of, SheetFormat format) {
        return new String(writer.write(sheet(of), format), StandardCharsets.UTF_8);
    }

    @Test
    void kicadsTable() {
        assertEquals("""
                Reference,Value,Datasheet,Footprint,Qty,DNP,Manufacturer,MPN,Description\r
                "R1,R2,R3",10k,,Resistor_SMD:R_0603_1608Metric,3,,Yageo,RC0603FR-0710KL,\r
                C1,100n,https://example.org/c.pdf,Capacitor_SMD:C_0603_1608Metric,1,,,,\r
                U1,'=2+5,,Package_SO:SOIC-8,1,DNP,Example,'@SUM(A1),\r
                """, text(BOARD, SheetFormat.KICAD));
    }

    @Test
    void jlcpcbTakesWhatIsFittedWithAtMostTwoHundredPlacesInARow() {
        assertEquals("""
                Comment,Designator,Footprint,JLCPCB Part #\r
                10k,"R1,R2,R3",R_0603_1608Metric,C98220\r
                100n,C1,C_0603_1608Metric,C14663\r
                """, text(BOARD, SheetFormat.JLCPCB));
        String many = IntStream.rangeClosed(1, 401).mapToObj(i -> "R" + i).collect(Collectors.joining(" "));
        List<String> rows = text("References,Value,Footprint,Qty\n" + many + ",1k,0402,401\n", SheetFormat.JLCPCB)
                .lines()
                .toList();
        assertEquals(4, rows.size());
        assertTrue(rows.get(3).startsWith("1k,R401,"), rows.get(3));
    }

    @Test
    void theTableOfABoardSaysNothingAboutAFrame() {
        Fault fault = assertThrows(Fault.class, () -> text(FRAME, SheetFormat.JLCPCB));
        assertEquals("publish.nothing-to-write", fault.code());
    }

    @Test
    void oneClickHasAColumnForEachShop() {
        String text = text(BOARD, SheetFormat.ONE_CLICK);
        assertTrue(text.startsWith("References\tQty\tDescription\tManufacturer\tMPN\tDigikey\t"), text);
        assertTrue(text.contains("R1 R2 R3\t3\t"), text);
        assertTrue(text.contains("\tC98220\t"), text);
    }

    @Test
    void sbomRefersToFiles() {
        assertEquals("""
                POS,NAME,UNITS,TYPE,REFERENCE\r
                1,Bracket,2,POSH,/export/bracket.stl\r
                2,M3x10,8,STD,\r
                3,Belt GT2,1.25,BUY,\r
                """, text(FRAME, SheetFormat.SBOM));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANONICAL", "KICAD", "ONE_CLICK", "INVENTREE", "SBOM"})
    void whatIsWrittenIsReadAgain(SheetFormat format) {
        for (String text : List.of(BOARD, FRAME)) {
            BomSheet sheet = sheet(text);
            Bom again = BomReader.read("again." + format.extension(), writer.write(sheet, format));
            assertEquals(sheet.rows().size(), again.lines().size(), format + " " + again.skipped());
            for (int i = 0; i < sheet.rows().size(); i++) {
                Quantity quantity = again.lines().get(i).quantity();
                assertEquals(sheet.rows().get(i).number(),
                        quantity == null ? "" : quantity.number().stripTrailingZeros().toPlainString());
            }
        }
    }

    @Test
    void cycloneDxKeepsToItsSchemaAndNestsModules() throws IOException {
        for (BomSheet sheet : List.of(sheet(BOARD), sheet(FRAME),
                BomSheet.tree(BomSheet.About.named("Two"), twoLevels()),
                BomSheet.of(BomSheet.About.named("Empty"),
                        BomReader.read("e.csv", "Part,Quantity\n".getBytes(StandardCharsets.UTF_8))))) {
            String text = new String(writer.write(sheet, SheetFormat.CYCLONEDX), StandardCharsets.UTF_8);
            assertEquals(List.of(), new JsonParser().validate(text, Version.VERSION_16), text);
        }
        JsonNode nested = new ObjectMapper().readTree(
                writer.write(BomSheet.tree(BomSheet.About.named("Two"), twoLevels()), SheetFormat.CYCLONEDX));
        assertEquals("M3x10", nested.at("/components/0/components/0/name").asText());
        assertEquals("4", nested.at("/components/0/components/0/properties/0/value").asText());
        assertEquals("Plate", nested.at("/components/1/name").asText());
    }

    @ParameterizedTest
    @EnumSource
    void theSameSheetGivesTheSameBytes(SheetFormat format) {
        assertArrayEquals(writer.write(sheet(BOARD), format), writer.write(sheet(BOARD), format));
    }

    @Test
    void aPageSaysWhatTheListSaysInTheReadersLanguage() throws IOException {
        var french = new SheetWriter(new Messages(Locale.FRENCH));
        String html = new String(french.write(sheet(FRAME), SheetFormat.HTML), StandardCharsets.UTF_8);
        assertTrue(html.contains("<html lang=\"fr\">"));
        assertTrue(html.contains("Quantité") && html.contains("1,25"), html);
        assertTrue(html.contains("holds the rod, “left”"), html);
        assertFalse(html.contains("Référence fabricant"), "an empty column");
        try (var pdf = Loader.loadPDF(french.write(sheet(FRAME), SheetFormat.PDF))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Bracket") && text.contains("Quantité") && text.contains("“left”"), text);
            assertEquals("Plotter\u00a0: nomenclature", pdf.getDocumentInformation().getTitle());
        }
    }

    @Test
    void aPageShowsMarkupAsText() {
        String html = text("Part,Quantity\n<script>alert(1)</script>,2\n", SheetFormat.HTML);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
        assertFalse(html.contains("<script"), html);
    }

    @Test
    void whatNPiecesNeedIsAFlatList() {
        BomSheet flat = BomSheet.flat(BomSheet.About.named("Two"), Rollup.of(twoLevels(), 5, null));
        assertEquals("""
                POS,NAME,UNITS,TYPE,REFERENCE\r
                1,Plate,5,STD,\r
                2,M3x10,40,STD,\r
                """, new String(writer.write(flat, SheetFormat.SBOM), StandardCharsets.UTF_8));
    }

    /// Two carriages with four screws each, and a plate.
    private static BomNode twoLevels() {
        BomNode carriage = new Node("carriage",
                List.of(BomLine.builder(2, "M3x10").quantity(Quantity.pieces(4)).build()), null);
        return new Node("", List.of(
                BomLine.builder(2, "Carriage").kind(LineKind.MODULE).module("carriage").quantity(Quantity.pieces(2))
                        .build(),
                BomLine.builder(3, "Plate").quantity(Quantity.pieces(1)).build()), carriage);
    }

    private record Node(String path, List<BomLine> lines, @org.jspecify.annotations.Nullable BomNode inside)
            implements
                BomNode {
        @Override
        public String name() {
            return path.isEmpty() ? "Two" : path;
        }

        @Override
        public String bomFile() {
            return path + "/bom.csv";
        }

        @Override
        public List<Offer> offers() {
            return List.of();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public @org.jspecify.annotations.Nullable BomNode child(BomLine line) {
            return inside;
        }
    }
}
