package org.commonwright.bom.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class CellSearchTest {
    private static final List<String> WORDS = List.of("M3", "m3", "M3x10", "a.b", "aab", "\"q\"", "", " ", "écrou",
            "ÉCROU",
            "$1", "\\", "x,y", "two\nlines");

    @Test
    void aTextIsTakenAsItIsAndCapitalsCountWhenAsked() {
        assertTrue(new CellSearch("écrou", false, false).finds("un ÉCROU"));
        assertFalse(new CellSearch("écrou", true, false).finds("un ÉCROU"));
        assertFalse(new CellSearch("a.b", true, false).finds("aab"));
        assertEquals("$1-$1", new CellSearch("x", true, false).replaced("x-x", "$1"));
        assertEquals("nut M4", new CellSearch("m3", false, false).replaced("nut M3", "M4"));
        assertEquals("nut M3", new CellSearch("m3", false, true).replaced("nut M3", "M4"));
        assertEquals("M4", new CellSearch("m3", false, true).replaced("M3", "M4"));
        assertTrue(new CellSearch("", false, true).finds(" "));
        assertTrue(new CellSearch("", false, false).isNothing());
    }

    /// What holds it changes, nothing else; and one step takes it all back.
    @Test
    void replacingTouchesOnlyCellsThatHoldIt() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            String text = file(random);
            BomDocument before = parse(text);
            var search = new CellSearch(word(random), random.nextBoolean(), random.nextBoolean());
            String with = word(random);
            int only = random.nextInt(3) - 1;
            CellSearch.Scope scope = (_, column) -> only < 0 || column == only;
            List<CellValue> cells = search.replaceAll(before, scope, with);
            var stack = new UndoStack(before);
            stack.apply(new Edit.SetCells(Messages.Key.of("bom.step-replace", cells.size(), with), cells));
            BomDocument after = stack.document();
            Set<String> changed = new HashSet<>();
            cells.forEach(cell -> changed.add(cell.line() + ":" + cell.column()));
            assertEquals(cells.size(), changed.size(), "seed " + seed);
            for (int line = 0; line < Math.min(before.size(), after.size()) && before.size() == after.size(); line++) {
                for (int column = 0; column < before.columns().size(); column++) {
                    String was = before.cell(line, column);
                    boolean meant = scope.has(line, column) && search.finds(was);
                    String is = meant ? search.replaced(was, with).strip() : was;
                    assertEquals(is, after.cell(line, column), "seed " + seed + " " + line + ":" + column);
                    assertEquals(meant && !search.replaced(was, with).equals(was),
                            changed.contains(line + ":" + column),
                            "seed " + seed);
                }
                if (!changed.contains(line + ":0") && !changed.contains(line + ":1")) {
                    assertEquals(before.row(line).text(), after.row(line).text(), "seed " + seed);
                }
            }
            stack.undo();
            assertEquals(text, new String(stack.document().bytes(), StandardCharsets.UTF_8), "seed " + seed);
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String file(Random random) {
        var text = new StringBuilder("Part,Notes\n");
        for (int i = 0; i < 6; i++) {
            text.append(cell("p" + i + word(random))).append(random.nextBoolean() ? "," : ", ")
                    .append(cell(word(random) + word(random))).append(random.nextInt(5) == 0 ? "\r\n# M3\r\n" : "\n");
        }
        return text.toString();
    }

    private static String cell(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }

    private static BomDocument parse(String text) {
        return BomDocument.parse("bom.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
