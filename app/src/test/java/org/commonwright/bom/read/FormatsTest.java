package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A small file of each program, written here.
@Execution(ExecutionMode.CONCURRENT)
class FormatsTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("kicad", "\"Reference\",\"Value\",\"Datasheet\",\"Footprint\",\"Qty\",\"DNP\"\n"
                        + "\"R1-R3,R5\",\"1k\",\"~\",\"Resistor_SMD:R_0603\",\"4\",\"\"\n\"C1\",\"1u\",\"~\",\"\",\"1\",\"DNP\"\n",
                        "4 1k R_0603 R1,R2,R3,R5; 1 1u C1 unfitted"),
                Arguments.of("kicad",
                        "\"Id\";\"Designator\";\"Footprint\";\"Quantity\";\"Designation\";\"Supplier and ref\"\n"
                                + "1;\"R1,R2\";\"R_0603\";2;\"1k\";;;\n",
                        "2 1k R_0603 R1,R2"),
                Arguments.of("kibom", "Component,Description,Part,References,Value,Footprint,Quantity Per PCB\n"
                        + "1,Resistor,R,R1 R2,1k,R_0603,2 (DNF)\n2,LED,LED,D1,red,LED_0603,1\n,,\nComponent Count:,3\n",
                        "? 1k R_0603 R1,R2; 1 red LED_0603 D1"),
                Arguments.of("1-click-bom", "References\tQty\tDescription\tDigikey\nR1,R2\t2\t1k\t311-1\n",
                        "2 1k R1,R2"),
                Arguments.of("jlcpcb", "Comment,Designator,Footprint,JLCPCB Part #\n1k,\"R1,R2\",R_0603,C21190\n",
                        "2 1k R_0603 R1,R2"),
                Arguments.of("inventree", "BOM Level,BOM Item ID,Part IPN,Part,Quantity,Reference\n1,4,IPN-7,rod,2.0,\n"
                        + "1,5,IPN-8,nut,4.0,\n", "2.0 rod ; 4.0 nut "),
                Arguments.of("sbom", "POS\tNAME\tUNITS\tTYPE\tREFERENCE\n1\trod\t2\tSTD\tDIN 975\n", "2 rod "),
                Arguments.of("csv", "Index,Name,File Name,Quantity\n1,plate,plate.FCStd,1\n2,screw,screw.FCStd,4\n",
                        "1 plate ; 4 screw "),
                Arguments.of("csv",
                        "Qty;Value;Device;Package;Parts;Description\n2;100n;C-EU;C0603;C1, C2;CAP\n1;;PINHD;1X02;JP1;PIN\n",
                        "2 100n C0603 C1,C2; 1 PINHD 1X02 JP1"),
                Arguments.of("inventree",
                        "BOM Level,Part,Part IPN,Part Name,Quantity\n1,5,A-1,lift,2\n1,6,B-1,rod,3\n",
                        "2 A-1 ; 3 B-1 "),
                Arguments.of("csv", "Name,Link,Price\nESP32,http://x,5\nRelay,http://y,2\n", "1 ESP32 ; 1 Relay "),
                Arguments.of("csv", "Part,Qty,Price\na,2,1\nShipping,,4\nTax,,1\n,,Total:\n", "2 a "),
                Arguments.of("csv", "Item|Menge|Bemerkung\nStab|0,8 m|x\nRolle|2|y\n", "0.8 Stab ; 2 Rolle "),
                Arguments.of("csv", "\"sep=;\"\nPart;Qty\n\"=\"\"0603\"\"\";2x\n", "2 0603 "),
                Arguments.of("csv",
                        "Part,Qty,Notes\nrope,3,Units in meters\ntape,-,\nPart,Qty,Notes\nbolt,2,\nTotal,5,\n",
                        "3 rope ; ? tape ; 2 bolt "));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachProgramsTable(String format, String text, String said) {
        Bom bom = read(text, StandardCharsets.UTF_8);
        assertEquals(format, bom.format());
        assertEquals(said, String.join("; ", bom.lines().stream().map(FormatsTest::said).toList()));
    }

    @Test
    void everyEncodingGivesTheSameLines() {
        String text = "Pièce;Quantité\nécrou M3;4\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"))) {
            Bom bom = read(charset.name().startsWith("UTF") ? "\uFEFF" + text : text, charset);
            assertEquals("4 écrou M3 ", said(bom.lines().getFirst()), charset.name());
        }
        assertEquals("UTF-16LE", read(text, StandardCharsets.UTF_16LE).encoding());
    }

    @Test
    void componentsThatAreListedAgainGatheredCountOnce() {
        String header = "\"Item\",\"Qty\",\"Reference(s)\",\"Value\",\"Footprint\"\n";
        Bom bom = read(
                "\"Source:\",\"/x.sch\"\n" + header + ",,R1,1k,R_0603\n,,R2,1k,R_0603\n\n\"Collated Components:\"\n"
                        + header + "1,2,\"R1, R2\",1k,R_0603\n",
                StandardCharsets.UTF_8);
        assertEquals(List.of("1 1k R_0603 R1", "1 1k R_0603 R2"), bom.lines().stream().map(FormatsTest::said).toList());
        assertEquals("bom.skipped-collated", bom.skipped().getLast().reason().key());
    }

    @Test
    void whatIsNoTableIsRefusedAtOnce() {
        refused("bom.too-many-rows", "Part,Qty\n" + "\n".repeat(5_000_000));
        refused("bom.too-many-cells", ",".repeat(20_000));
        refused("bom.cell-too-long", "\"".repeat(1 << 21));
        refused("bom.too-many-rows", "- 2 x nut\n".repeat(5_000_001));
    }

    private static void refused(String code, String text) {
        assertEquals(code, assertThrows(Fault.class, () -> read(text, StandardCharsets.UTF_8)).code());
    }

    @Test
    void levelsInOneListAreTold() {
        Bom bom = read("Index,Name,Quantity\n1,lift,2\n1.1,rod,1\n", StandardCharsets.UTF_8);
        assertEquals(List.of("bom.levels"), bom.problems().stream().map(Problem::code).toList());
    }

    private static Bom read(String text, Charset charset) {
        return BomReader.read("b.csv", text.getBytes(charset));
    }

    private static String said(BomLine line) {
        return (line.quantity() == null ? "?" : line.quantity().number().toPlainString()) + " " + line.part() + " "
                + String.join(",", line.references()) + (line.fitted() ? "" : " unfitted");
    }
}
