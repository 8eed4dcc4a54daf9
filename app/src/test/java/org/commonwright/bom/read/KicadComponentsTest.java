package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;

/// What KiCad itself keeps out of the bill of materials, and what it would never write.
class KicadComponentsTest {
    @Test
    void aReferenceWithTwoValuesAndOneWithoutANumberAreToldInNetlists() {
        Bom bom = read("""
                <export><components>
                <comp ref="R1"><value>10k</value></comp>
                <comp ref="R1"><value>22k</value></comp>
                <comp ref="R?"><value>1k</value></comp>
                <comp ref="H1"><value>hole</value><property name="exclude_from_bom"/></comp>
                <comp ref="C1"><value>1u</value><property name="dnp"/></comp>
                </components></export>""");
        assertEquals(List.of("10k true", "1u false"),
                bom.lines().stream().map(l -> l.part() + " " + l.fitted()).toList());
        assertEquals(List.of("3 bom.skipped-reference-again", "4 bom.skipped-unnumbered", "5 bom.skipped-excluded"),
                bom.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList());
        assertEquals(List.of("m:3 bom.reference-two-values", "m:4 bom.unnumbered"),
                bom.problems().stream().map(p -> p.place() + " " + p.code()).toList());
    }

    @Test
    void rowsThatExcludeThemselvesAreSetAside() {
        Bom bom = read("""
                "Reference","Value","Footprint","Qty","DNP","Exclude from BOM","Exclude from Board"
                "R1,R2","10k","R_0603","2","","",""
                "H1,H2","MountingHole","M3","2","","Excluded from BOM",""
                "C1","1u","C_0603","1","DNP","","Excluded from board"
                "C2","1u","C_0603","1","","No",""
                "J1","Conn","","1","1","1",""
                """);
        assertEquals(List.of("10k R_0603 true", "1u C_0603 false", "1u C_0603 true"),
                bom.lines().stream().map(l -> l.part() + " " + l.fitted()).toList());
        assertEquals(List.of("3 bom.skipped-excluded", "6 bom.skipped-excluded"),
                bom.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList());
        assertEquals(List.of(), bom.problems().stream().filter(p -> p.severity() != Problem.Severity.NOTE).toList());
        assertEquals(5, bom.rows());
    }

    @Test
    void doNotPopulateUnderAnyOfItsNames() {
        for (String header : List.of("DNP", "Do not populate", "${DNP}", "do_not_populate", "DNF")) {
            Bom bom = read("Reference,Value,Footprint,Qty," + header + "\nR1,1k,R_0603,1,1\nR2,2k,R_0603,1,0\n");
            assertEquals(List.of(false, true), bom.lines().stream().map(l -> l.fitted()).toList(), header);
        }
    }

    private static Bom read(String text) {
        return BomReader.read("m", text.getBytes(StandardCharsets.UTF_8));
    }
}
