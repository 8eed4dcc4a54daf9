package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.commonwright.Seed;
import org.commonwright.Soon;
import org.commonwright.bom.Bom;
import org.commonwright.bom.SkippedRow;
import org.commonwright.bom.rollup.ListedNode;
import org.commonwright.bom.rollup.Rollup;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

/// Tables whose rows stand under each other: the same tree, however it is written, and each quantity multiplied exactly once.
class LevelsTest {
    /// A lift of two motors; a motor has four screws; the lift three more.
    private static final List<String> NEEDED = List.of("frame 1", "motor body 4", "rod 6", "screw 22");

    private static Bom read(String text) {
        Bom bom = BomReader.read("bom.csv", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(text.lines().count() - 1, bom.rows(), "every row is a line or set aside");
        return bom;
    }

    private static List<String> needed(Bom bom) {
        return Rollup.of(ListedNode.of(bom), 1, null).lines().stream()
                .map(l -> l.part() + " " + l.total().number().stripTrailingZeros().toPlainString()).sorted().toList();
    }

    private static List<String> codes(Bom bom) {
        return bom.problems().stream().map(Problem::code).filter(c -> !c.equals("bom.levels")).toList();
    }

    private static List<String> tree(Bom bom) {
        return bom.lines().stream().map(l -> l.section() + "/" + l.part() + l.module()).toList();
    }

    @Test
    void levelsOfInvenTree() {
        Bom bom = read("""
                BOM Level,Part ID,Part Name,Quantity,Reference
                1,101,lift,2,
                2,102,motor,2,
                3,103,motor body,1,
                3,104,screw,4,
                2,105,rod,3,
                2,104,screw,3,
                1,106,frame,1,
                """);
        assertEquals("inventree", bom.format());
        assertEquals(List.of("/lift#lift", "lift/motor#motor", "motor/motor body", "motor/screw", "lift/rod",
                "lift/screw", "/frame"), tree(bom));
        assertEquals(NEEDED, needed(bom));
        assertEquals(List.of(), codes(bom));
    }

    @Test
    void theWholeAboveAllIsNotCounted() {
        Bom bom = read(
                "Level,Part,Qty\n0,Plotter,\n1,lift,2\n2,motor,2\n3,motor body,1\n3,screw,4\n2,rod,3\n2,screw,3\n"
                        + "1,frame,1\n");
        assertEquals(NEEDED, needed(bom));
        assertEquals(List.of("2 bom.skipped-whole"), asides(bom));
        assertEquals(List.of(), codes(bom));
        Bom two = read("Level,Part,Qty\n0,Plotter,2\n1,frame,3\n");
        assertEquals(List.of("frame 6"), needed(two), "two of the whole are two");
    }

    private static List<String> asides(Bom bom) {
        return bom.skipped().stream().map(s -> s.row() + " " + s.reason().key()).toList();
    }

    @Test
    void numbersOfFreeCad() {
        Bom bom = read("""
                Index,Name,Description,File Name,Quantity
                1,lift,,lift.FCStd,2
                1.1,motor,,motor.FCStd,2
                1.1.1,motor body,,b.FCStd,1
                1.1.2,screw,,s.FCStd,4
                1.2,rod,,r.FCStd,3
                1.10,screw,,s.FCStd,3
                2,frame,,f.FCStd,1
                """);
        assertEquals(NEEDED, needed(bom));
        assertEquals(List.of(), codes(bom));
    }

    @Test
    void numbersInAnyOrderAndWithoutAnotherName() {
        Bom bom = read("Item No,Description,Qty\n1,lift,2\n2,frame,1\n1.1.1,motor body,1\n1.1,motor,2\n1.1.2,screw,4\n"
                + "1.3,screw,3\n1.2,rod,3\n");
        assertEquals(NEEDED, needed(bom));
    }

    @Test
    void parentsByName() {
        Bom bom = read("Part,Parent,Qty\nlift,Plotter,2\nframe,Plotter,1\nmotor,lift,2\nrod,lift,3\nscrew,lift,3\n"
                + "motor body,motor,1\nscrew,motor,4\n");
        assertEquals(NEEDED, needed(bom));
        assertEquals(List.of(), codes(bom));
    }

    @Test
    void parentsByNumber() {
        Bom bom = read("Part ID,Parent Part ID,Part Name,Quantity\n10,9,lift,2\n11,10,motor,2\n12,11,motor body,1\n"
                + "13,11,screw,4\n14,10,rod,3\n13,10,screw,3\n15,9,frame,1\n");
        assertEquals(NEEDED, needed(bom));
    }

    @Test
    void indentedNames() {
        Bom bom = read("Part,Qty\nlift,2\n  motor,2\n    motor body,1\n    screw,4\n  rod,3\n  screw,3\nframe,1\n");
        assertEquals(NEEDED, needed(bom));
        assertTrue(codes(read("Part,Qty\nlift,2\n rod,3\n screw,3\n")).isEmpty());
        assertEquals(List.of("lift 2", "rod 3", "screw 3"), needed(read("Part,Qty\nlift,2\n rod,3\n screw,3\n")),
                "one space is a slip");
    }

    @Test
    void dotsAndLettersBeforeLevels() {
        assertEquals(List.of("rod 6"), needed(read("Level,Part,Qty\n.1,lift,2\n..2,rod,3\n")));
        assertEquals(List.of("rod 6"), needed(read("Ebene,Teil,Menge\nL1,lift,2\nL2,rod,3\n")));
        assertEquals(List.of("rod 6"), needed(read("Niveau,Pièce,Quantité\n1.0,lift,2\n2.0,rod,3\n")));
    }

    @Test
    void anAssemblyListedTwiceIsOneModule() {
        Bom bom = read("Level,Part,Qty\n1,left,1\n2,motor,1\n3,screw,4\n1,right,1\n2,motor,2\n3,screw,4\n");
        assertEquals(List.of("/left#left", "left/motor#motor", "motor/screw", "/right#right", "right/motor#motor"),
                tree(bom));
        assertEquals(List.of("screw 12"), needed(bom));
        assertEquals(List.of("7 bom.skipped-listed-again"), asides(bom));
    }

    @Test
    void assembliesOfOneNameThatDifferStayTwo() {
        Bom bom = read("Level,Part,Qty\n1,left,1\n2,motor,1\n3,screw,4\n1,right,1\n2,motor,2\n3,screw,5\n");
        assertEquals(List.of("screw 14"), needed(bom));
        assertTrue(tree(bom).contains("right/motor#motor (2)"), tree(bom)::toString);
    }

    @Test
    void totalsAreNotMultipliedAgain() {
        Bom bom = read(
                "Level,Part,Total Quantity\n1,lift,2\n2,motor,4\n3,motor body,4\n3,screw,16\n2,rod,6\n2,screw,6\n"
                        + "1,frame,1\n");
        assertEquals(NEEDED, needed(bom));
        assertEquals(List.of("bom.levels-total"), codes(bom));
    }

    @Test
    void levelsThatLeapAreToldWithTheirRow() {
        Bom bom = read("Level,Part,Qty\n1,lift,2\n3,rod,3\n2,screw,1\n-1,odd,1\nx,odder,1\n1,frame,1\n");
        assertEquals(List.of("bom.level-jump 3", "bom.level-unclear 5", "bom.level-unclear 6"), bom.problems().stream()
                .filter(p -> p.code().startsWith("bom.level-")).map(p -> p.code() + " " + p.place().line()).toList());
        assertEquals(List.of("frame 1", "odd 2", "odder 2", "rod 6", "screw 2"), needed(bom));
    }

    @Test
    void numbersWithoutTheirRowAndTwiceAreTold() {
        Bom bom = read("Pos,Part,Qty\n1,lift,2\n1.1,rod,3\n1.1,screw,1\n2.1.1,foot,1\n2,frame,1\n1.2,bolt,1\n");
        assertEquals(List.of("bom.index-twice 4", "bom.index-orphan 5"), bom.problems().stream()
                .filter(p -> p.code().startsWith("bom.index-")).map(p -> p.code() + " " + p.place().line()).toList());
        assertEquals(List.of("bolt 2", "foot 1", "rod 6", "screw 2"), needed(bom));
    }

    @Test
    void parentsInACircleAreTold() {
        Bom bom = read("Part,Parent,Qty\na,c,1\nb,a,2\nc,b,3\nd,a,5\n");
        assertEquals(List.of("bom.parent-circle"), codes(bom));
    }

    @Test
    void whatCountsSomethingElseIsAFlatList() {
        assertEquals(List.of("a 1", "b 1", "c 1"), needed(read("Part,Qty,Level\na,1,100\nb,1,3\nc,1,250\n")));
        assertEquals(List.of("a 1", "b 1", "c 1"), needed(read("Pos,Part,Qty\n1,a,1\n1.5,b,1\n2,c,1\n")));
        assertEquals(List.of("a 1", "b 1"), needed(read("Part,Qty,Parent\na,1,sheet 1\nb,1,sheet 2\n")));
        assertEquals(List.of("a 1", "b 1"), needed(read("Part,Qty,Level\na,1,1\nb,1,1\n")));
    }

    @Test
    void tenThousandLevelsAreReadInTime() throws Exception {
        var text = new StringBuilder("Level,Part,Qty\n");
        for (int i = 1; i <= 10_000; i++) {
            text.append(i).append(",p").append(i).append(",1\n");
        }
        Soon.done(Duration.ofSeconds(30), () -> {
            Bom bom = read(text.toString());
            assertEquals(10_000, bom.lines().size());
            assertEquals("p9999", bom.lines().getLast().section());
        });
    }

    /// Random trees, written by level, by number and by indentation: the same parts as counted by hand.
    @Test
    void everyWayOfWritingATreeGivesTheSameParts() {
        long seed = Seed.chosen();
        for (int n = 0; n < 300; n++) {
            var random = new Random(seed + n);
            var level = new StringBuilder("Level,Part,Qty\n");
            var index = new StringBuilder("Index,Part,Qty\n");
            var indent = new StringBuilder("Part,Qty\n");
            List<Integer> numbers = new ArrayList<>();
            List<Long> factors = new ArrayList<>();
            var sums = new TreeMap<String, Long>();
            int rows = 6 + random.nextInt(30);
            int[] depths = new int[rows + 1];
            for (int i = 1; i < rows; i++) {
                depths[i] = random.nextInt(Math.min(depths[i - 1] + 2, 7));
            }
            for (int i = 0; i < rows; i++) {
                int depth = depths[i];
                boolean opens = i + 1 < rows && depths[i + 1] > depth;
                long each = 1 + random.nextInt(4);
                while (numbers.size() > depth + 1) {
                    numbers.removeLast();
                }
                if (numbers.size() == depth + 1) {
                    numbers.set(depth, numbers.get(depth) + 1);
                } else {
                    numbers.add(1);
                }
                while (factors.size() > depth) {
                    factors.removeLast();
                }
                long total = each * (factors.isEmpty() ? 1 : factors.getLast());
                String part = opens ? "m" + i : "part" + random.nextInt(5);
                if (opens) {
                    factors.add(total);
                } else {
                    sums.merge(part, total, Long::sum);
                }
                level.append(depth + 1).append(',').append(part).append(',').append(each).append('\n');
                index.append(String.join(".", numbers.stream().map(String::valueOf).toList())).append(',').append(part)
                        .append(',').append(each).append('\n');
                indent.append("  ".repeat(depth)).append(part).append(',').append(each).append('\n');
            }
            List<String> wanted = sums.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
            for (var text : List.of(level, index, indent)) {
                boolean nested = Arrays.stream(depths).filter(d -> d > 0).count() > 1;
                if (nested) {
                    assertEquals(wanted, needed(read(text.toString())), "seed " + (seed + n) + "\n" + text);
                }
            }
        }
    }

    @Test
    void theReasonsAreSentences() {
        var messages = new Messages(Locale.UK);
        Bom bom = read("Level,Part,Qty\n1,left,1\n2,motor,1\n3,screw,4\n1,right,1\n2,motor,2\n3,screw,4\n");
        SkippedRow row = bom.skipped().getFirst();
        assertEquals("belongs to an assembly that is listed again: motor of row 3, counted as often as it is asked for",
                messages.get(row.reason().key(), row.reason().arguments()));
    }
}
