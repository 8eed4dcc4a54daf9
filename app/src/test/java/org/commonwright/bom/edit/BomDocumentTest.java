package org.commonwright.bom.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BomDocumentTest {
    private static final String MESSY = "\uFEFFQuantity , Part,\"Kind\"\r\n# frame, do not sort\r\n  2,\"rail\" ,buy\r\n"
            + "1,plate\n\r\n4,\"nut, M3\",standard,extra";

    @Test
    void anEditTouchesOneRowOnly() {
        BomDocument d = parse(MESSY);
        assertEquals(List.of("Quantity", "Part", "Kind"), d.columns());
        assertEquals(3, d.size());
        assertEquals("nut, M3", d.cell(2, 1));
        assertEquals(MESSY, text(d));
        assertEquals(MESSY.replace("  2,", "3,"), text(d.apply(new Edit.SetCell(0, 0, "3"))));
        assertEquals(MESSY.replace("1,plate\n", "1,plate,make\n"), text(d.apply(new Edit.SetCell(1, 2, "make"))));
        assertEquals(MESSY.replace("\"nut, M3\"", "\"nut \"\"M3\"\"\""),
                text(d.apply(new Edit.SetCell(2, 1, "nut \"M3\""))));
        assertSame(d, d.apply(new Edit.SetCell(0, 1, "rail")));
    }

    @Test
    void linesComeGoAndMoveWhileCommentsAndTheEndStay() {
        BomDocument d = parse(MESSY);
        assertEquals(MESSY.replace("1,plate\n", "1,\"a,b\",\r\n1,plate\n"),
                text(d.apply(new Edit.InsertLine(1, List.of("1", "a,b")))));
        assertEquals(MESSY + "\r\n5,rod,", text(d.apply(new Edit.InsertLine(3, List.of("5", "rod")))));
        assertEquals(MESSY.replace("1,plate\n", ""), text(d.apply(new Edit.DeleteLine(1))));
        assertEquals(MESSY.replace("\n4,\"nut, M3\",standard,extra", ""), text(d.apply(new Edit.DeleteLine(2)))
                + (char) 13);
        assertEquals("\uFEFFQuantity , Part,\"Kind\"\r\n# frame, do not sort\r\n1,plate\n  2,\"rail\" ,buy\r\n"
                + "\r\n4,\"nut, M3\",standard,extra", text(d.apply(new Edit.MoveLine(1, 0))));
        assertEquals("\uFEFFQuantity , Part,\"Kind\"\r\n# frame, do not sort\r\n1,plate\n\r\n"
                + "4,\"nut, M3\",standard,extra\r\n  2,\"rail\" ,buy", text(d.apply(new Edit.MoveLine(0, 2))));
    }

    @Test
    void columnsAreRenamedAddedAndTakenOut() {
        BomDocument d = parse(MESSY);
        assertEquals(MESSY.replace(" Part", "Name"), text(d.apply(new Edit.RenameColumn(1, "Name"))));
        assertEquals(
                "\uFEFFQuantity ,Notes, Part,\"Kind\"\r\n# frame, do not sort\r\n  2,,\"rail\" ,buy\r\n1,,plate\n\r\n"
                        + "4,,\"nut, M3\",standard,extra",
                text(d.apply(new Edit.AddColumn(1, "Notes"))));
        assertEquals("\uFEFF Part,\"Kind\"\r\n# frame, do not sort\r\n\"rail\" ,buy\r\nplate\n\r\n"
                + "\"nut, M3\",standard,extra", text(d.apply(new Edit.RemoveColumn(0))));
        BomDocument added = d.apply(new Edit.AddColumn(3, "Notes"));
        assertEquals("", added.cell(2, 3));
        assertEquals("extra", added.cell(2, 4));
    }

    @Test
    void keepsItsEncodingAndSaysWhatDoesNotFitIt() {
        byte[] bytes = "Part;Quantity\nécrou;2\n".getBytes(Charset.forName("windows-1252"));
        BomDocument d = BomDocument.parse("b.csv", bytes);
        assertArrayEquals("Part;Quantity\nécrou;3\n".getBytes(Charset.forName("windows-1252")),
                d.apply(new Edit.SetCell(0, 1, "3")).bytes());
        assertEquals("bom.not-encodable",
                assertThrows(Fault.class, () -> d.apply(new Edit.SetCell(0, 0, "шайба")).bytes()).code());
        assertEquals("bom.cell-control",
                assertThrows(Fault.class, () -> d.apply(new Edit.SetCell(0, 0, "a\u0000"))).code());
        assertEquals("bom.cell-too-long",
                assertThrows(Fault.class, () -> d.apply(new Edit.SetCell(0, 0, "a".repeat(40_000)))).code());
    }

    @Test
    void aQuoteLeftOpenNeverSwallowsWhatIsWrittenBehindIt() {
        BomDocument d = parse("Part,Quantity\n\"5 inch,1\nrod,2\n");
        BomDocument risky = d.apply(new Edit.SetCell(1, 0, ","));
        Fault fault = assertThrows(Fault.class, risky::bytes);
        assertEquals("bom.open-quote-row", fault.code());
        assertEquals(2, fault.arguments().get(1));
        assertEquals("Part,Quantity\n\"\"\"5 inch\",1\n\",\",2\n",
                text(risky.apply(new Edit.SetCell(0, 0, "\"5 inch"))));
    }

    @Test
    void undoAndRedoAreExactForAnyEdits() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var stack = new UndoStack(parse(MESSY));
            List<String> states = new ArrayList<>(List.of(MESSY));
            for (int n = 0; n < 12; n++) {
                String before = text(stack.document());
                stack.apply(anyEdit(stack.document(), random));
                String now = text(stack.document());
                assertEquals(now, text(parse(now)), "seed " + seed);
                assertEquals(parse(now).size(), stack.document().size(), "seed " + seed + "\n" + now);
                if (!now.equals(before)) {
                    states.add(now);
                }
            }
            assertEquals(states.size() > 1, stack.isChanged(), "seed " + seed);
            for (int i = states.size() - 2; i >= 0; i--) {
                stack.undo();
                assertEquals(states.get(i), text(stack.document()), "seed " + seed);
            }
            assertTrue(stack.undoName().isEmpty());
            assertFalse(stack.isChanged());
            for (int i = 1; i < states.size(); i++) {
                stack.redo();
                assertEquals(states.get(i), text(stack.document()), "seed " + seed);
            }
            assertTrue(stack.redoName().isEmpty());
        }
    }

    @Test
    void stepsHaveNames() {
        var stack = new UndoStack(BomDocument.empty("bom.csv"));
        stack.apply(new Edit.InsertLine(0, List.of("rail")));
        stack.saved();
        assertEquals(Messages.Key.of("bom.step-insert-line", "rail"), stack.undoName().orElseThrow());
        stack.undo();
        assertTrue(stack.isChanged());
        stack.apply(new Edit.InsertLine(0, List.of("rod")));
        assertTrue(stack.isChanged());
        assertEquals(1, stack.document().size());
    }

    @Test
    void theLastHeaderThatSaysSomethingStays() {
        BomDocument d = BomDocument.parse("bom.csv", "Part,Quantity\nrod,2\n".getBytes(StandardCharsets.UTF_8));
        Fault fault = assertThrows(Fault.class, () -> d.apply(new Edit.Together(Messages.Key.of("bom.step-move-line"),
                List.of(new Edit.RenameColumn(0, "a\nb"), new Edit.RenameColumn(1, "c"),
                        new Edit.AddColumn(2, "")))));
        assertEquals("bom.header-lost", fault.code());
        BomDocument one = d.apply(new Edit.RemoveColumn(1));
        assertEquals("bom.header-lost", assertThrows(Fault.class, () -> one.apply(new Edit.RemoveColumn(0))).code());
    }

    @Test
    void savesWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bom.csv");
        Files.writeString(file, MESSY);
        BomDocument read = BomDocument.parse("bom.csv", Files.readAllBytes(file));
        BomDocument edited = read.apply(new Edit.SetCell(0, 0, "9"));
        edited.save(file, read);
        assertEquals(MESSY.replace("  2,", "9,"), Files.readString(file));
        Files.writeString(file, "somebody else's");
        Fault fault = assertThrows(Fault.class, () -> edited.save(file, read));
        assertEquals("files.changed-since", fault.code());
        assertEquals("somebody else's", Files.readString(file));
    }

    private static Edit anyEdit(BomDocument d, Random random) {
        String value = List.of("x", "a,b", "q\"", "line\nbreak", "", " sp ", "#c").get(random.nextInt(7));
        int column = random.nextInt(d.columns().size());
        if (d.size() == 0 || random.nextInt(4) == 0) {
            return new Edit.InsertLine(random.nextInt(d.size() + 1), List.of("1", "p" + value));
        }
        int line = random.nextInt(d.size());
        Messages.Key name = Messages.Key.of("bom.step-move-line");
        return switch (random.nextInt(11)) {
            case 6 -> new Edit.SetCells(name, List.of(new CellValue(line, column, value),
                    new CellValue(random.nextInt(d.size()), column, value + "2")));
            case 7 -> new Edit.DeleteLines(name, Set.copyOf(List.of(line, 0)));
            case 8 -> new Edit.InsertLines(name, line, List.of(List.of("1", "p" + value), List.of("2", "q")));
            case 9 -> new Edit.OrderLines(name, IntStream.range(0, d.size()).mapToObj(i -> d.size() - 1 - i).toList());
            case 10 -> new Edit.RenameColumn(column, d.columns().get(column));
            case 0 -> new Edit.DeleteLine(line);
            case 1 -> new Edit.MoveLine(line, random.nextInt(d.size()));
            case 2 -> new Edit.AddColumn(column, "new" + random.nextInt(9));
            case 3 -> new Edit.Together(Messages.Key.of("bom.step-move-line"),
                    List.of(new Edit.SetCell(line, column, value), new Edit.MoveLine(line, 0)));
            default -> new Edit.SetCell(line, column, value);
        };
    }

    private static BomDocument parse(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(BomDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
