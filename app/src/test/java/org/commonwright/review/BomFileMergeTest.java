package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonwright.Seed;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.diff.BomMerge;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// Decisions about a bill of materials, in whatever order they are made: each is written where it belongs and nowhere else, whatever a
/// new header, a new column or a written cell makes of the rows.
class BomFileMergeTest {
    private static final int CASES = Integer.getInteger("commonwright.decided", 60);
    private static final List<String> HEADERS = List.of("Part", "Description", "Name", "Item", "Notes", "Quantity",
            "Qty",
            "Zzz", "Reference", "Supplier", "Price");
    private static final List<String> WORDS = List.of("", "1", "2", "Total", "total:", "Note:", "Shipping", "---",
            "Part",
            "# x", "glue", "12");

    @Test
    void eachDecisionIsWrittenWhereItBelongs() {
        int written = 0;
        int otherLines = 0;
        for (int i = 0; i < CASES; i++) {
            long seed = Seed.chosen() + i;
            var random = new Random(seed);
            Bill base = Bill.random(random);
            MergeResult result;
            try {
                result = BomMerge.merge(base.parse(), base.edited(random).parse(), base.edited(random).parse());
            } catch (Fault fault) {
                // A list without a header is no bill, and two renamed ones can come to one.
                assertTrue(List.of("bom.no-header", "bom.header-lost").contains(fault.code()), fault.code());
                continue;
            }
            if (result.merged().headerRow() > 0) {
                // Both sides took so much out of the header that another row is read as one.
                continue;
            }
            var merge = new BomFileMerge(new RepoPath("bom.csv"), result);
            List<MergeConflict> order = new ArrayList<>(merge.conflicts());
            Collections.shuffle(order, random);
            Map<MergeConflict, Resolution> choices = new HashMap<>();
            for (MergeConflict conflict : order) {
                choices.put(conflict, choice(conflict, random));
                Expected now = new Expected(result, merge.conflicts(), choices);
                for (MergeConflict at : List.of(conflict, order.get(random.nextInt(order.size())))) {
                    CellConflict cell = ((MergeConflict.Cell) at).cell();
                    assertEquals(now.row(cell.row() - 1), cells(merge.row(cell, choices)),
                            "seed " + seed + at + "\n"
                                    + new String(result.merged().text().bytes(), StandardCharsets.UTF_8)
                                    + result.merged().columns() + result.conflicts());
                }
            }
            byte[] said;
            try {
                said = merge.resolved(choices);
            } catch (Fault fault) {
                assertEquals("bom.header-lost", fault.code(), "seed " + seed);
                continue;
            }
            var expected = new Expected(result, merge.conflicts(), choices);
            List<List<String>> rows = CsvText.parse("bom.csv", said).rows().stream()
                    .map(BomFileMergeTest::cells).toList();
            assertEquals(expected.all(), rows, "seed " + seed);
            merge.canSay(said, Progress.NONE);
            written += choices.size();
            otherLines += BomDocument.parse("bom.csv", said).size() == result.merged().size() - expected.gone() ? 0 : 1;
        }
        assertTrue(written > CASES && otherLines > 0, written + " " + otherLines);
    }

    private static Resolution choice(MergeConflict conflict, Random random) {
        boolean row = conflict instanceof MergeConflict.Cell(_, _, var cell) && cell.cell().isEmpty();
        return switch (random.nextInt(row ? 2 : 3)) {
            case 0 -> new Resolution.Ours();
            case 1 -> new Resolution.Theirs();
            default -> new Resolution.Value(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    /// What the cells say, without empty ones at the end.
    private static List<String> trimmed(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }

    private static List<String> cells(CsvRow row) {
        return trimmed(row.values());
    }

    private static List<String> cells(String row) {
        return row.isEmpty() ? List.of() : cells(CsvRow.raw(row, ',', "\n"));
    }

    /// A table of cells into which the decisions are written one by one.
    private static final class Expected {
        private final List<List<String>> rows = new ArrayList<>();
        private final boolean[] gone;

        Expected(MergeResult result, List<MergeConflict> conflicts, Map<MergeConflict, Resolution> choices) {
            BomDocument merged = result.merged();
            merged.text().rows().forEach(row -> rows.add(new ArrayList<>(row.values())));
            gone = new boolean[rows.size()];
            List<String> headers = rows.get(merged.headerRow());
            List<Integer> written = conflicts.stream()
                    .filter(conflict -> conflict instanceof MergeConflict.Cell(_, _, var c) && c.column() < 0
                            && !(choices.getOrDefault(conflict, new Resolution.Ours()) instanceof Resolution.Ours))
                    .map(conflict -> ((MergeConflict.Cell) conflict).cell().row() - 1).toList();
            for (MergeConflict conflict : conflicts) {
                CellConflict c = ((MergeConflict.Cell) conflict).cell();
                Resolution choice = choices.getOrDefault(conflict, new Resolution.Ours());
                String value = switch (choice) {
                    case Resolution.Ours _ -> c.ours();
                    // A column that theirs took out: what ours wrote into it goes.
                    case Resolution.Theirs _ -> c.theirs() == null && c.column() >= 0 ? "" : c.theirs();
                    case Resolution.Value(String text) -> text;
                };
                if (c.cell().isEmpty()) {
                    gone[c.row() - 1] |= value == null;
                } else if (value != null && !value.equals(c.ours())) {
                    int column = c.column() >= 0 ? c.column() : headers.indexOf(c.cell());
                    if (column < 0) {
                        column = headers.size();
                        headers.add(c.cell());
                        // What stood beyond the last header still does.
                        for (int row = 0; row < rows.size(); row++) {
                            boolean line = merged.lineAt(row + 1) >= 0 || written.contains(row);
                            if (line && rows.get(row).size() > column) {
                                rows.get(row).add(column, "");
                            }
                        }
                    }
                    List<String> row = rows.get(c.row() - 1);
                    while (row.size() <= column) {
                        row.add("");
                    }
                    row.set(column, value);
                }
            }
        }

        List<String> row(int at) {
            return gone[at] ? List.of() : trimmed(rows.get(at));
        }

        int gone() {
            int count = 0;
            for (boolean one : gone) {
                count += one ? 1 : 0;
            }
            return count;
        }

        List<List<String>> all() {
            List<List<String>> all = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!gone[i]) {
                    all.add(row(i));
                }
            }
            return all;
        }
    }

    /// A bill as people write them: headers above cells, titles, notes and totals among the lines.
    private record Bill(List<List<String>> rows) {
        static Bill random(Random random) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(new ArrayList<>(List.of("Part", "Quantity", random.nextBoolean() ? "Notes" : "Item")));
            for (int i = 0; i < 3 + random.nextInt(6); i++) {
                rows.add(new ArrayList<>(switch (random.nextInt(7)) {
                    case 0 -> List.of("Frame " + i, "", "");
                    case 1 -> List.of("Total", "" + i, "");
                    case 2 -> List.of("# note " + i);
                    default -> List.of("p" + i, "1", "n" + i);
                }));
            }
            return new Bill(rows);
        }

        Bill edited(Random random) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> now = new ArrayList<>(row);
                boolean header = next.isEmpty();
                if (!header && random.nextInt(8) == 0) {
                    continue;
                }
                if (random.nextInt(header ? 2 : 3) > 0 && !now.getFirst().startsWith("#")) {
                    List<String> from = header ? HEADERS : WORDS;
                    now.set(header ? random.nextInt(now.size()) : 1 + random.nextInt(now.size() - 1),
                            from.get(random.nextInt(from.size())));
                }
                next.add(now);
                if (!header && random.nextInt(8) == 0) {
                    next.add(new ArrayList<>(List.of("new" + random.nextInt(3), "1", "x")));
                }
            }
            int width = next.getFirst().size();
            if (random.nextInt(3) == 0) {
                next.stream().filter(row -> row.size() == width).forEach(row -> row.removeLast());
            } else if (random.nextInt(3) == 0) {
                for (List<String> row : next) {
                    if (row.size() == width) {
                        row.add(row == next.getFirst() ? "Price" : "" + random.nextInt(3));
                    }
                }
            }
            return new Bill(next);
        }

        BomDocument parse() {
            var text = new StringBuilder();
            rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
            return BomDocument.parse("bom.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
