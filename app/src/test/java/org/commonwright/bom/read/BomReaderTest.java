package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;
import org.junit.jupiter.api.Test;

class BomReaderTest {
    @Test
    void readsTheCanonicalFormat() {
        Bom bom = read("""
                Part,Kind,Quantity,Unit,Description,Manufacturer,MPN,References,File,Process,Material,Module,Alternates,Notes,Colour
                # the frame
                rail,buy,0.8,m,Linear rail,HIWIN,MGN12,,,,,,Acme: R12; R12-B,cut it,
                plate,,1,,Plate,,,,fabrication/p.nc; export/p.stl,mill,EN AW-5083,,,,blue

                pen lift,,2,,,,,,,,,modules/pen-lift,,,
                M3x10,standard,12,pcs,Screw,,,,,,,,,,
                """);
        assertEquals("commonwright", bom.format());
        BomLine rail = bom.lines().getFirst();
        assertEquals(Quantity.of("0.8", Unit.METRE), rail.quantity());
        assertEquals(List.of(new Alternate("Acme", "R12"), new Alternate("", "R12-B")), rail.alternates());
        BomLine plate = bom.lines().get(1);
        assertEquals(LineKind.MAKE, plate.kind());
        assertEquals(List.of("fabrication/p.nc", "export/p.stl"), plate.files());
        assertEquals(Map.of("Colour", "blue"), plate.attributes());
        assertEquals(LineKind.MODULE, bom.lines().get(2).kind());
        assertEquals("modules/pen-lift", bom.lines().get(2).module());
        assertEquals(new Place("t.csv", 4, 3), bom.place(plate, Column.QUANTITY));
        assertEquals(List.of("2 bom.skipped-comment", "5 bom.skipped-blank"), skipped(bom));
        assertEquals(List.of(), bom.problems());
    }

    @Test
    void readsWhatBoardDesignProgramsWrite() {
        BomLine jlc = read(
                "Comment,Designator,Footprint,LCSC Part #\n10k,\"R1,R2, R5-R7\",Resistor_SMD:R_0603,C25804\n")
                .lines().getFirst();
        assertEquals("10k R_0603", jlc.part());
        assertEquals(Quantity.pieces(5), jlc.quantity());
        assertEquals("C25804", jlc.attributes().get("LCSC Part #"));
        Bom kicad = read("\"Id\";\"Designator\";\"Package\";\"Quantity\";\"Designation\";\"Supplier and ref\";\n"
                + "1;\"R4,R5\";\"R_0805\";2;\"4k7\";;;\n");
        assertEquals("kicad", kicad.format());
        assertEquals("4k7 R_0805", kicad.lines().getFirst().part());
        Bom kibom = read("Component,Description,Part,References,Value,Footprint,Quantity Per PCB\n"
                + "1,Capacitor,C,C1 C2,10uF,C_0805,2\n2,Capacitor,C,C3,22uF,C_0805,1\n\n\nComponent Groups:,2\n");
        assertEquals(List.of("10uF C_0805", "22uF C_0805"), kibom.lines().stream().map(BomLine::part).toList());
        assertEquals(List.of("4 bom.skipped-blank", "5 bom.skipped-blank", "6 bom.skipped-summary"), skipped(kibom));
        Bom inventree = read("Part IPN,Part Name,Part Description,Quantity,Reference,Note,Units\n"
                + "R-001,Resistor,10k,3,\"R1, R2, R3\",,\n,Wire,red,0.25,,,m\n");
        assertEquals("inventree", inventree.format());
        assertEquals(List.of("R-001", "Wire"), inventree.lines().stream().map(BomLine::part).toList());
        assertEquals(Quantity.of("0.25", Unit.METRE), inventree.lines().get(1).quantity());
    }

    @Test
    void readsFrenchAndGermanSpreadsheets() {
        Bom french = BomReader.read("t.csv", """
                Projet : traceur;;;;
                ;;;;
                Référence;Désignation;Qté;Unité;Matière
                T-01;Tige filetée;0,35;m;acier
                T-02;Écrou;1 200;pièces;
                Total;;1201;;
                """.getBytes(Charset.forName("windows-1252")));
        assertEquals("windows-1252", french.encoding());
        assertEquals(List.of("T-01", "T-02"), french.lines().stream().map(BomLine::part).toList());
        assertEquals("Tige filetée", french.lines().getFirst().description());
        assertEquals(Quantity.of("0.35", Unit.METRE), french.lines().getFirst().quantity());
        assertEquals(Quantity.pieces(1200), french.lines().get(1).quantity());
        assertEquals(List.of("1 bom.skipped-before-header", "2 bom.skipped-blank", "6 bom.skipped-summary"),
                skipped(french));
        Bom german = BomReader.read("t.csv",
                "Pos\tBauteil\tMenge\tEinheit\tHersteller\tBemerkung\n1\tMutter M3\t4\tStk\tWürth\tverzinkt\n"
                        .getBytes(StandardCharsets.UTF_16LE));
        assertEquals("UTF-16LE", german.encoding());
        assertEquals("Mutter M3", german.lines().getFirst().part());
        assertEquals("Würth", german.lines().getFirst().manufacturer());
        assertEquals(Map.of("Pos", "1"), german.lines().getFirst().attributes());
    }

    @Test
    void setsAsideHeadersHeadingsAndSumsButNoPart() {
        Bom bom = read("Item,Part Number,Description,Qty\nMechanics,,,\n1,A,rod,2\nItem,Part Number,Description,Qty\n"
                + "2,B,Total station,1\nElectronics,,,\nRef,Part,MPN,Count\nU1,chip,LM358,1\nTOTAL,,,4\n");
        assertEquals(List.of("A", "B", "chip"), bom.lines().stream().map(BomLine::part).toList());
        assertEquals(List.of("2 bom.skipped-heading", "4 bom.skipped-header-again", "6 bom.skipped-heading",
                "7 bom.skipped-new-header", "9 bom.skipped-summary"), skipped(bom));
        assertEquals("LM358", bom.lines().get(2).mpn());
    }

    @Test
    void readsSeveralNumbersAndTheirMakers() {
        BomLine line = read(
                "Part,Qty,Manufacturer 1,Manufacturer Part Number 1,Manufacturer 2,Manufacturer Part Number 2\n"
                        + "cap,1,Murata,GRM188R71E104KA01D,Yageo,CC0603KRX7R8BB104\n")
                .lines().getFirst();
        assertEquals("Murata", line.manufacturer());
        assertEquals(List.of(new Alternate("Yageo", "CC0603KRX7R8BB104")), line.alternates());
        BomLine pair = read("Ref,Qty,Manufacturer,MPN,Manufacturer,MPN\nC1,1,Murata,GRM188,Yageo,CC0603\n").lines()
                .getFirst();
        assertEquals("GRM188", pair.mpn());
        assertEquals(List.of(new Alternate("Yageo", "CC0603")), pair.alternates());
    }

    @Test
    void tellsWhatItCannotUnderstandAndKeepsTheRow() {
        Bom bom = read("Part,Quantity,Unit\na,-3,\nb,NaN,\nc,1e308,\nd,2,rolls\ne,2 m,mm\nf,,\ng,some,\nh,1,pcs,x,y\n");
        assertEquals(8, bom.lines().size());
        assertEquals(List.of("bom.quantity-negative", "bom.quantity-unclear", "bom.quantity-out-of-range",
                "bom.unit-unknown", "bom.unit-twice", "bom.quantity-absent", "bom.quantity-unclear",
                "bom.row-too-long"),
                bom.problems().stream().map(p -> p.code()).toList());
        bom.lines().subList(0, 7).forEach(line -> assertNull(line.quantity()));
        assertEquals(Map.of("+1", "x", "+2", "y"), bom.lines().get(7).attributes());
    }

    @Test
    void knowsWhatIsNotFitted() {
        Bom bom = read(
                "Designator,Value,Qty,DNP\n\"R1, R2\",10k,2,\"R1, R2\"\n\"R3, R4\",1k,2,R3\nR5,2k,1,0\nR6,2k,1,DNP\n");
        assertEquals(List.of(false, true, true, false), bom.lines().stream().map(BomLine::fitted).toList());
    }

    @Test
    void readsTheListsThatPeopleKeep() {
        Bom vague = read(
                "Qty,Component,Specification,Notes,Cost\n12,Screw,M2x12,,$6.59\n6,Screw,M3x4,,$5.69\n1,PCB,Custom,,\n"
                        + ",,,,\n,,,Total,$12.28\n");
        assertEquals(List.of("Screw M2x12", "Screw M3x4", "PCB Custom"),
                vague.lines().stream().map(BomLine::part).toList());
        assertEquals(List.of("5 bom.skipped-blank", "6 bom.skipped-summary"), skipped(vague));
        Bom notes = read(
                "Part Name,Quantity,Part Type,Note\nfilament,1.2,FIL,Units in kg. Print in black.\ncable,~2m,,\n");
        assertEquals(List.of(Quantity.of("1.2", Unit.KILOGRAM), Quantity.of("2", Unit.METRE)),
                notes.lines().stream().map(BomLine::quantity).toList());
        Bom bags = read("POS,QTY,PART NAME,PART MANUFACTURER,PART CODE,DESIGNATORS,\n1,4,Standoff,Fascomp,FM2101,A1,\n"
                + "2,1,Pump,n/a,n/a,n/a,http://x\n3,8,Screw,BafaSa,CHI2.505,A4,\n");
        assertEquals(List.of("FM2101", "", "CHI2.505"), bags.lines().stream().map(BomLine::mpn).toList());
        assertEquals(List.of(), bags.lines().get(1).references());
        assertEquals(List.of(), bags.problems());
        Bom markdown = read("| Part | Qty | Notes |\n| :--- | ---: | --- |\n| nut | 4 | M3 |\n");
        assertEquals(List.of("nut"), markdown.lines().stream().map(BomLine::part).toList());
        assertEquals(List.of("2 bom.skipped-rule"), skipped(markdown));
    }

    @Test
    void tellsThatLevelsAreNotMultiplied() {
        Bom bom = read("BOM Level,Part IPN,Part Name,Quantity\n1,A,Frame,1\n2,B,Screw,4\n");
        assertEquals(List.of("bom.levels"), bom.problems().stream().map(p -> p.code()).toList());
    }

    @Test
    void aUnitPriceIsNoUnit() {
        BomLine line = read("Part,Qty,Unit,Total\nnut,3,0.207,0.62\n").lines().getFirst();
        assertEquals(Quantity.pieces(3), line.quantity());
        assertEquals("0.207", line.attributes().get("Unit"));
    }

    @Test
    void aPartNumberWithControlCharactersIsCleanedAndTold() {
        Bom bom = read("Part,Quantity,MPN\nx,1,\t68016\u0007-208\n");
        assertEquals("68016 -208", bom.lines().getFirst().mpn());
        assertEquals("bom.control-characters", bom.problems().getFirst().code());
    }

    @Test
    void refusesWhatIsNoTable() {
        assertEquals("bom.empty", refusal(""));
        assertEquals("bom.empty", refusal("\n\n  \n"));
        assertEquals("bom.no-header", refusal("just a text\nabout something\n"));
        assertEquals("bom.xml-unknown", refusal("<?xml version=\"1.0\"?><svg><g/></svg>"));
        assertEquals("bom.xml-broken", refusal("<export><components><comp ref=\"R1\"><value>"));
        assertEquals("bom.xml-broken", refusal("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<export><components><comp ref=\"R1\"><value>&e;</value></comp></components></export>"));
        assertEquals("bom.xml-broken", refusal("<a>".repeat(1000)));
    }

    @Test
    void readsANetlistComponentByComponent() {
        Bom bom = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <export version="E"><components>
                <comp ref="R1"><value>10k</value><footprint>R:R_0603</footprint>
                  <fields><field name="MPN">RC0603</field><field name="Manufacturer">Yageo</field></fields>
                  <libsource lib="Device" part="R" description="Resistor"/></comp>
                <comp ref="J1"><value>USB &amp; power</value><property name="dnp"/></comp>
                </components></export>
                """);
        assertEquals("kicad-xml", bom.format());
        BomLine r1 = bom.lines().getFirst();
        assertEquals(List.of("10k R_0603", "Yageo", "RC0603", "Resistor"),
                List.of(r1.part(), r1.manufacturer(), r1.mpn(), r1.description()));
        assertEquals(3, r1.row());
        assertEquals("USB & power", bom.lines().get(1).part());
        assertFalse(bom.lines().get(1).fitted());
        assertTrue(bom.problems().isEmpty());
    }

    private static List<String> skipped(Bom bom) {
        return bom.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList();
    }

    private static String refusal(String text) {
        return assertThrows(Fault.class, () -> read(text)).code();
    }

    private static Bom read(String text) {
        return BomReader.read("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
