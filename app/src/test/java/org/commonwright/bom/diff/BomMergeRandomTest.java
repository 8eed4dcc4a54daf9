package org.commonwright.bom.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Many pairs of concurrent edits: every cell of the result is what the three-way rule says, or a conflict that is
/// reported; nothing is lost.
@Execution(ExecutionMode.CONCURRENT)
class BomMergeRandomTest {
    private static final int CASES = Integer.getInteger("commonwright.merges", 1000);

    @Test
    void everyCellIsByTheRuleOrAReportedConflict() {
        int conflicts = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            Table base = Table.random(random);
            Table ours = base.edited(random);
            Table theirs = base.edited(random);
            Set<String> noted = notes(Set.of("# b0", "# b1"), "# b2", random);
            Set<String> notedByOurs = notes(noted, "# ours", random);
            Set<String> notedByTheirs = notes(noted, "# theirs", random);
            MergeResult result = BomMerge.merge(base.parse(noted, random), ours.parse(notedByOurs, random),
                    theirs.parse(notedByTheirs, random));
            String context = "seed " + seed + "\nbase\n" + base + "ours\n" + ours + "theirs\n" + theirs + "merged\n"
                    + new String(result.merged().bytes(), StandardCharsets.UTF_8) + result.conflicts();
            new Check(base, ours, theirs, result, context).run();
            notes(noted, notedByOurs, notedByTheirs, result.merged(), context);
            order(ours, result.merged(), context);
            conflicts += result.conflicts().size();
        }
        assertTrue(conflicts > CASES / 4, "too few conflicts to mean anything: " + conflicts);
    }

    /// Some of these comments, and perhaps one more.
    private static Set<String> notes(Set<String> before, String more, Random random) {
        var notes = new TreeSet<>(before);
        notes.removeIf(_ -> random.nextInt(4) == 0);
        if (random.nextBoolean()) {
            notes.add(more);
        }
        return notes;
    }

    /// A comment goes when a side took it out, and comes when a side brought it.
    private static void notes(Set<String> base, Set<String> ours, Set<String> theirs, BomDocument merged,
            String context) {
        Set<String> all = new TreeSet<>(ours);
        all.addAll(theirs);
        all.removeIf(note -> base.contains(note) && !(ours.contains(note) && theirs.contains(note)));
        assertEquals(List.copyOf(all), merged.text().rows().stream().map(CsvRow::text)
                .filter(text -> text.startsWith("#")).sorted().toList(), context);
    }

    /// The rows of ours follow each other as they do there.
    private static void order(Table ours, BomDocument merged, String context) {
        int part = merged.columns().indexOf("Part");
        List<String> parts = IntStream.range(0, merged.size()).mapToObj(line -> merged.cell(line, part)).toList();
        assertEquals(ours.parts.stream().filter(parts::contains).toList(),
                parts.stream().filter(ours.parts::contains).toList(), context);
    }

    /// A table with unique parts and headers. Cells that are not there are null.
    private record Table(List<String> columns, List<String> parts, Map<String, String> cells) {
        static Table random(Random random) {
            var table = new Table(new ArrayList<>(List.of("Quantity", "Notes", "X", "Y")), new ArrayList<>(),
                    new HashMap<>());
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                table.parts.add("p" + i);
                for (String column : table.columns) {
                    table.cells.put("p" + i + " " + column, "b" + random.nextInt(3));
                }
            }
            return table;
        }

        @Nullable
        String cell(String part, String column) {
            return parts.contains(part) && columns.contains(column)
                    ? cells.getOrDefault(part + " " + column, "")
                    : null;
        }

        Table edited(Random random) {
            var t = new Table(new ArrayList<>(columns), new ArrayList<>(parts), new HashMap<>(cells));
            for (int n = random.nextInt(7); n > 0; n--) {
                String part = t.parts.isEmpty() ? "n0" : t.parts.get(random.nextInt(t.parts.size()));
                String column = t.columns.get(random.nextInt(t.columns.size()));
                switch (random.nextInt(9)) {
                    case 0 -> t.parts.remove(part);
                    case 1 -> t.add("n" + random.nextInt(3), random);
                    case 2 -> Collections.shuffle(t.parts, random);
                    case 3 -> Collections.shuffle(t.columns, random);
                    case 4 -> {
                        String name = random.nextBoolean() ? "A" : "B";
                        if (!t.columns.contains(name)) {
                            t.columns.add(name);
                        }
                    }
                    case 5 -> {
                        if (t.columns.size() > 2 && random.nextInt(3) == 0) {
                            t.columns.remove(column.equals("Quantity") ? "X" : column);
                        }
                    }
                    default -> t.cells.put(part + " " + column, random.nextInt(4) == 0 ? "" : "e" + random.nextInt(3));
                }
            }
            return t;
        }

        private void add(String part, Random random) {
            if (!parts.contains(part)) {
                parts.add(random.nextInt(parts.size() + 1), part);
                for (String column : columns) {
                    cells.put(part + " " + column, "a" + random.nextInt(2));
                }
            }
        }

        /// @param notes comments, each behind some row
        BomDocument parse(Set<String> notes, Random random) {
            List<String> left = new ArrayList<>(notes);
            Collections.shuffle(left, random);
            var text = new StringBuilder("Part,Kind");
            columns.forEach(c -> text.append(',').append(c));
            text.append('\n');
            for (String part : parts) {
                text.append(random.nextBoolean() ? part : "\"" + part + "\"").append(",buy");
                columns.forEach(c -> text.append(random.nextInt(4) == 0 ? ", " : ",").append(cell(part, c)));
                text.append('\n');
                if (!left.isEmpty() && random.nextBoolean()) {
                    text.append(left.removeLast()).append('\n');
                }
            }
            left.forEach(note -> text.append(note).append('\n'));
            return BomDocument.parse("bom.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            var text = new StringBuilder("Part " + String.join(" ", columns) + "\n");
            parts.forEach(p -> {
                text.append(p);
                columns.forEach(c -> text.append(' ').append(cell(p, c)));
                text.append('\n');
            });
            return text.toString();
        }
    }

    private static final class Check {
        private final Table base;
        private final Table ours;
        private final Table theirs;
        private final BomDocument merged;
        private final Map<String, CellConflict> conflicts = new HashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final String context;

        Check(Table base, Table ours, Table theirs, MergeResult result, String context) {
            this.base = base;
            this.ours = ours;
            this.theirs = theirs;
            this.merged = result.merged();
            this.context = context;
            for (CellConflict conflict : result.conflicts()) {
                assertTrue(conflicts.put(conflict.part() + " " + conflict.cell(), conflict) == null, context);
            }
            int part = merged.columns().indexOf("Part");
            for (int line = 0; line < merged.size(); line++) {
                assertTrue(lines.put(merged.cell(line, part), line) == null, "twice\n" + context);
            }
        }

        void run() {
            Set<String> columns = new TreeSet<>(base.columns);
            columns.addAll(ours.columns);
            columns.addAll(theirs.columns);
            Set<String> parts = new TreeSet<>(base.parts);
            parts.addAll(ours.parts);
            parts.addAll(theirs.parts);
            Set<String> expected = new HashSet<>();
            for (String part : parts) {
                boolean whole = row(part, columns, expected);
                if (!whole) {
                    columns.forEach(column -> cell(part, column, expected));
                }
            }
            assertEquals(expected, conflicts.keySet(), context);
        }

        /// Whether the row as a whole is decided: taken out, or in conflict with having been taken out.
        private boolean row(String part, Set<String> columns, Set<String> expected) {
            boolean b = base.parts.contains(part);
            boolean o = ours.parts.contains(part);
            boolean t = theirs.parts.contains(part);
            if (!b || o && t) {
                assertTrue(lines.containsKey(part), part + "\n" + context);
                return false;
            }
            Table other = o ? ours : theirs;
            boolean touched = (o || t) && columns.stream().anyMatch(c -> other.columns.contains(c)
                    && !Objects.requireNonNullElse(other.cell(part, c), "")
                            .equals(Objects.requireNonNullElse(base.cell(part, c), "")));
            assertEquals(touched, lines.containsKey(part), part + "\n" + context);
            if (touched) {
                expected.add(part + " ");
                if (o) {
                    columns.forEach(c -> columnTakenOut(part, c, expected));
                }
            }
            return true;
        }

        /// Theirs took the row and the column out; what ours wrote there is told twice.
        private void columnTakenOut(String part, String column, Set<String> expected) {
            String b = base.cell(part, column);
            String o = ours.cell(part, column);
            if (b != null && o != null && !theirs.columns.contains(column) && !o.equals(b)) {
                expected.add(part + " " + column);
            }
        }

        private void cell(String part, String column, Set<String> expected) {
            String b = Objects.requireNonNullElse(base.cell(part, column), "");
            String o = Objects.requireNonNullElse(ours.cell(part, column), "");
            String t = Objects.requireNonNullElse(theirs.cell(part, column), "");
            boolean inOurs = ours.columns.contains(column);
            boolean inTheirs = theirs.columns.contains(column);
            boolean old = base.columns.contains(column);
            if (!ours.parts.contains(part)) {
                o = b;
            } else if (!theirs.parts.contains(part)) {
                t = b;
            }
            boolean oursChanged = !o.equals(b) && (inOurs || !ours.parts.contains(part));
            boolean theirsChanged = !t.equals(b) && (inTheirs || !theirs.parts.contains(part));
            boolean conflict = old && !inOurs && inTheirs && theirsChanged
                    || old && !inTheirs && inOurs && oursChanged
                    || inOurs && inTheirs && oursChanged && theirsChanged && !o.equals(t);
            if (conflict) {
                expected.add(part + " " + column);
                CellConflict told = conflicts.get(part + " " + column);
                assertTrue(told != null, "untold: " + part + " " + column + "\n" + context);
                assertEquals(inTheirs ? t : null, told.theirs(), context);
                assertEquals(inOurs ? o : null, told.ours(), context);
            }
            int at = merged.columns().indexOf(column);
            String value = at < 0 ? null : merged.cell(lines.get(part), at);
            String rule = conflict ? o : theirsChanged ? t : o;
            if (old && (!inOurs || !inTheirs)) {
                assertTrue(value == null || value.equals(o), part + " " + column + "\n" + context);
            } else {
                assertEquals(rule, Objects.requireNonNullElse(value, ""), part + " " + column + "\n" + context);
            }
            if (conflict && inOurs) {
                assertEquals(o, merged.cell(merged.lineAt(told(part, column).row()), at), context);
            }
        }

        private CellConflict told(String part, String column) {
            return Objects.requireNonNull(conflicts.get(part + " " + column));
        }
    }
}
