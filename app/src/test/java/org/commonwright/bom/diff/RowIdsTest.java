package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonwright.Seed;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A line is known by the same whether all lines are read or it alone.
class RowIdsTest {
    private static final Path CORPUS = Path.of(System.getProperty("commonwright.corpus",
            System.getProperty("commonwright.root", "..") + "/../shared/corpus"));
    private static BomDocument document(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static final List<String> HEADS = List.of("Reference,Value,Footprint,MPN,Manufacturer,DNP,Quantity",
            "Part,Quantity,Unit,Notes,MPN,Maker", "Name;Qty;Designator;Description;Part number;Supplier",
            "Level,Part,Quantity,MPN,Notes,Designator", "Item,Part,Quantity,MPN,Notes,Designator",
            "Parent,Part,Quantity,MPN,Notes,Designator", "part,quantity,kind,notes,mpn,manufacturer");
    private static final List<String> CELLS = List.of("R{0} R1{0}", "R{0}-{1}", "10k", "", "", "n/a", "1.5", "\"a b\"",
            "M3x10",
            "#", "Total", "Total", "{1}", "{1}", "\"1,25\"", "\"1,250\"", "1.250", "screw {1}", "screw {1}", "Screws:");

    private static String list(Random random) {
        String head = HEADS.get(random.nextInt(HEADS.size()));
        String delimiter = head.indexOf(';') < 0 ? "," : ";";
        boolean indented = random.nextInt(4) == 0;
        boolean numbered = random.nextBoolean();
        boolean plain = random.nextBoolean();
        var text = new StringBuilder(head).append('\n');
        for (int row = 0; row < 5 + random.nextInt(40); row++) {
            List<String> cells = new ArrayList<>();
            for (String column : head.split(delimiter)) {
                String any = CELLS.get(random.nextInt(CELLS.size())).replace("{0}", "" + row)
                        .replace("{1}", "" + random.nextInt(9));
                boolean keeps = random.nextInt(9) > 0;
                cells.add(keeps && column.equals("Level")
                        ? "" + (row == 0 ? 0 : 1 + random.nextInt(2))
                        : keeps && column.equals("Item") && numbered
                                ? row / 4 + 1 + (row % 4 == 0 ? "" : "." + row % 4)
                                : keeps && column.equals("Parent")
                                        ? "screw " + random.nextInt(4)
                                        : keeps && column.equals("Part")
                                                ? " ".repeat(indented ? 2 * (row % 2) : 0) + "screw "
                                                        + random.nextInt(3)
                                                : plain ? column.equals("Quantity") ? "1" : "" : any);
            }
            text.append(random.nextInt(9) == 0 ? "Section" : String.join(delimiter, cells)).append('\n');
        }
        return text.toString();
    }

    /// How many lines are known by something else.
    private static int differences(BomDocument document) {
        List<RowId> whole = RowId.of(document);
        List<RowId> apart = RowIds.apart(document);
        int different = 0;
        for (int line = 0; line < document.size(); line++) {
            RowId one = whole.get(line);
            RowId other = apart.get(line);
            boolean same = one.key().equals(other.key()) && one.name().equals(other.name())
                    && one.text().equals(other.text()) && references(one).equals(references(other));
            different += same ? 0 : 1;
        }
        return different;
    }

    private static List<String> references(RowId row) {
        return row.line() == null ? List.of() : row.line().references();
    }

    @Test
    void readByItselfALineIsKnownByTheSame() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        int oneByOne = 0;
        int others = 0;
        for (int i = 0; i < Integer.getInteger("commonwright.lists", 150); i++) {
            String text = list(random);
            BomDocument document = document(text);
            int different = differences(document);
            if (document.isOneTable()) {
                assertEquals(0, different, "seed " + seed + ", list " + i + ":\n" + text);
                oneByOne++;
            } else {
                others += different == 0 ? 0 : 1;
            }
        }
        assertTrue(oneByOne > 0 && others > 0, oneByOne + " read line by line, " + others + " that must not be");
    }

    @Test
    void linesThatHangOnOthersAreNotReadByThemselves() {
        for (String text : List.of("Level,Part,Quantity\n0,plotter,1\n1,arm,2\n1,nut,2\n",
                "Level,Part,Quantity\n1,arm,1\n2,bolt,2\n1,leg,1\n2,arm,1\n3,bolt,2\n",
                "Item,Part,Quantity\n1,arm,1\n1.1,bolt,2\n2,leg,1\n2.1,arm,1\n2.1.1,bolt,2\n",
                "Parent,Part,Quantity\n,arm,1\narm,bolt,2\n,leg,1\nleg,nut,2\n",
                "Part,Quantity\narm,1\n  bolt,2\nleg,1\n  arm,1\n    bolt,2\n",
                "Designator,Part,Quantity\nD2-5,diode,\"1,250\"\nR1,resistor,\"0,5\"\n")) {
            assertFalse(document(text).isOneTable(), text);
        }
        for (String text : List.of("Item,Part,Quantity\n1,arm,1\n2,bolt,2\n3.,leg,1\n",
                "Designator,Part,Quantity\nD2-5,diode,4\nR1,resistor,1\n",
                "Part,Quantity\nSection:,\narm,1\nTotal,1\n")) {
            BomDocument document = document(text);
            assertTrue(document.isOneTable(), text);
            assertEquals(0, differences(document), text);
        }
        String ranges = "R1-R9999,many,9999\n".repeat(52);
        BomDocument many = document("Designator,Part,Quantity\n" + ranges);
        assertTrue(differences(many) > 0);
        assertFalse(many.isOneTable());
    }

    @Test
    void realListsAreReadLineByLineAsWhole() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "the real files are not here");
        List<Path> files;
        try (Stream<Path> found = Files.walk(CORPUS)) {
            files = found.filter(file -> file.toString().matches("(?i).*\\.(csv|tsv)")).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            BomDocument document;
            try {
                document = BomDocument.parse(file.toString(), bytes);
            } catch (Fault _) {
                continue; // no bill of materials
            }
            if (document.isOneTable()) {
                assertEquals(0, differences(document), file.toString());
            }
        }
    }

    @Test
    void linesUnderSeveralHeadersAreNotReadByThemselves() {
        assertTrue(document("Part,Quantity\nbolt,1\nnut,2\n").isOneTable());
        assertFalse(document("Part,Quantity\nbolt,1\nPart,Quantity\nnut,2\n").isOneTable());
        assertFalse(document("Name,Qty\nbolt,1\nDescription,Manufacturer,MPN,Qty\nnut,A,B,2\n").isOneTable());
    }
}
