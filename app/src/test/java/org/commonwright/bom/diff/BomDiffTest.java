package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.edit.BomDocument;
import org.junit.jupiter.api.Test;

class BomDiffTest {
    private static final String BASE = "Part,Quantity,Unit,MPN,Colour\nrail,2,m,MGN12,red\nnut,4,,,\nplate,1,,,blue\n";

    @Test
    void orderQuotesAndHeadersAreNoChange() {
        assertTrue(diff(BASE,
                "# moved\nColor,MPN,Unit,\"Quantity\",Part\nblue,,,1.0,plate\n,,,4,nut\nred,MGN12,m,2,rail\n")
                .isEmpty());
    }

    @Test
    void namesCellsPartsAndRows() {
        BomDiff diff = diff(BASE,
                "Part,Quantity,Unit,MPN,Colour,Notes\nrail,3,m,MGN12,red,\nplate,1,,,green,cut\nbolt,6,,,,\n");
        assertEquals(List.of("bolt"), diff.added().stream().map(BomLine::part).toList());
        assertEquals(List.of("nut"), diff.removed().stream().map(BomLine::part).toList());
        assertEquals(List.of(new CellChange("rail", "Quantity", "2", "3", 2),
                new CellChange("plate", "Colour", "blue", "green", 3), new CellChange("plate", "Notes", "", "cut", 3)),
                diff.changed());
    }

    @Test
    void aPartKeepsItsIdentityUnderANewNameOrANewNumber() {
        BomDiff renamed = diff(BASE, BASE.replace("rail,", "linear rail,"));
        assertEquals(List.of(new CellChange("linear rail", "Part", "rail", "linear rail", 2)), renamed.changed());
        BomDiff substituted = diff(BASE, BASE.replace("MGN12", "MGN9"));
        assertEquals(List.of(new CellChange("rail", "MPN", "MGN12", "MGN9", 2)), substituted.changed());
    }

    @Test
    void boardPartsAreFoundByTheirReferences() {
        String board = "Designator,Value,Footprint,Qty\n\"R1, R2\",10k,R_0603,2\nC1,1u,C_0603,1\n";
        BomDiff diff = diff(board, board.replace("10k", "12k"));
        assertEquals(List.of(new CellChange("12k R_0603", "Value", "10k", "12k", 2)), diff.changed());
    }

    @Test
    void twinsArePairedWithWhatIsWrittenAlike() {
        String twins = "Part,Quantity,Notes\nscrew,1,left\nscrew,2,right\nscrew,3,top\n";
        assertTrue(diff(twins, "Part,Quantity,Notes\nscrew,3,top\nscrew,1,left\nscrew,2,right\n").isEmpty());
        BomDiff diff = diff(twins, "Part,Quantity,Notes\nscrew,3,top\nscrew,9,left\nscrew,2,right\n");
        assertEquals(List.of(new CellChange("screw", "Quantity", "1", "9", 3)), diff.changed());
    }

    @Test
    void rowsThatMovedAreTheFewestThatExplainTheOrder() {
        String base = "Part,Quantity\na,1\nb,1\nc,1\nd,1\ne,1\n";
        BomDiff diff = diff(base, "Part,Quantity\nd,1\na,1\nb,2\nnew,1\nc,1\ne,1\n");
        assertEquals(List.of(new MovedRow("d", 5, 2)), diff.moved());
        assertEquals(List.of(new CellChange("b", "Quantity", "1", "2", 4)), diff.changed());
        assertTrue(diff(base, "Part,Quantity\ne,1\na,1\nb,1\nc,1\nd,1\n").isEmpty());
        // Columns and headers are no order of rows.
        assertEquals(List.of(), diff(base, "Qty,Item\n1,a\n1,b\n1,c\n1,d\n1,e\n").moved());
    }

    @Test
    void aNewSourceIsOneThingAndAlternatesAreItems() {
        String base = "Part,Quantity,Manufacturer,MPN,Supplier,SKU,Alternates\n"
                + "nut,4,,,,,\nbearing,2,SKF,608ZZ,Ada,A1,NSK: 608; 608-RS\n";
        BomDiff diff = diff(base, base.replace("SKF,608ZZ,Ada,A1,NSK: 608; 608-RS", "FAG,608,Bob,B7,608-RS; 609"));
        assertEquals(List.of("Manufacturer SKF→FAG", "MPN 608ZZ→608", "Supplier Ada→Bob", "SKU A1→B7"),
                diff.resourced().getFirst().cells().stream()
                        .map(c -> c.cell() + " " + c.before() + "→" + c.after()).toList());
        AlternatesChange alternates = diff.alternates().getFirst();
        assertEquals(List.of("609"), alternates.added().stream().map(Object::toString).toList());
        assertEquals(List.of("NSK: 608"), alternates.removed().stream().map(Object::toString).toList());
        assertEquals(List.of(), diff.otherCells());
        assertEquals(5, diff.changed().size());
        assertTrue(diff(base, base.replace("NSK: 608; 608-RS", "NSK: 608 ;608-RS")).isEmpty());
    }

    private static BomDiff diff(String before, String after) {
        return BomDiff.between(parse(before), parse(after));
    }

    private static BomDocument parse(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
