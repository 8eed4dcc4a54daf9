package org.commonwright.review.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.design.DesignBoms;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;

/// Texts and lists that are edited by chance: a comment stays with its line or cell, or says that it cannot.
class RandomEditsTest {
    private static final int ROUNDS = Integer.getInteger("commonwright.comment-rounds", 20);
    private static final RepoPath PATH = new RepoPath("x.md");
    private static final String[] ORDINARY = {"", "}", "end"};

    private record Line(int id, String text) {}

    private static String sentence(Random random) {
        return IntStream.range(0, 6).mapToObj(_ -> Long.toString(random.nextLong(1L << 40), 36))
                .collect(Collectors.joining(" "));
    }

    private static List<Line> text(Random random) {
        return IntStream.range(0, 60).mapToObj(i -> new Line(i,
                random.nextInt(4) == 0 ? ORDINARY[random.nextInt(ORDINARY.length)] : sentence(random)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Line> edited(List<Line> lines, Random random) {
        var now = new ArrayList<>(lines);
        for (int n = 1 + random.nextInt(12); n > 0 && now.size() > 8; n--) {
            int at = random.nextInt(now.size() - 4);
            switch (random.nextInt(4)) {
                case 0 -> now.add(at, new Line(-1, random.nextBoolean() ? sentence(random) : "}"));
                case 1 -> now.remove(at);
                case 2 -> now.set(at, new Line(now.get(at).id(), now.get(at).text().replaceFirst("\\w+", "other")));
                default -> {
                    List<Line> block = new ArrayList<>(now.subList(at, at + 3));
                    now.subList(at, at + 3).clear();
                    now.addAll(random.nextInt(now.size()), block);
                }
            }
        }
        return now;
    }

    private static byte[] bytes(List<Line> lines) {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLineStaysOrSaysSo() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            List<Line> then = text(random);
            List<Line> now = edited(then, random);
            Set<String> unique = then.stream().map(Line::text).filter(t -> t.length() > 8).collect(Collectors.toSet());
            for (boolean known : new boolean[]{true, false}) {
                var finder = new LineFinder(bytes(now), known ? Optional.of(bytes(then)) : Optional.empty());
                for (int i = 0; i < then.size(); i++) {
                    check("seed " + seed + ", line " + (i + 1) + ", known " + known, finder, then, now, i,
                            unique.contains(then.get(i).text()));
                }
            }
        }
    }

    private static void check(String which, LineFinder finder, List<Line> then, List<Line> now, int i,
            boolean unique) {
        Line was = then.get(i);
        List<String> words = then.stream().map(Line::text).toList();
        Placement place = finder.find(new Anchor.Line(PATH, "", i + 1, List.of(was.text()),
                words.subList(Math.max(0, i - 3), i), words.subList(i + 1, Math.min(words.size(), i + 4))), PATH, "");
        Optional<Line> still = now.stream().filter(line -> line.id() == was.id()).findFirst();
        if (place.isGone()) {
            assertFalse(unique && still.filter(was::equals).isPresent(),
                    which + ": it is there, and is said to be gone");
            return;
        }
        int at = ((Anchor.Line) place.now()).line() - 1;
        if (place.state() == Placement.State.KEPT) {
            assertEquals(was.text(), now.get(at).text(), which);
        }
        if (unique) {
            assertEquals(was.id(), now.get(at).id(), which);
        }
    }

    @Test
    void aCellStaysOrSaysSo() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            List<String[]> rows = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                rows.add(new String[]{"part " + (char) ('a' + i) + Integer.toString(random.nextInt(99999), 36),
                        String.valueOf(1 + random.nextInt(9)), "note " + random.nextInt(5)});
            }
            byte[] then = list(rows, List.of("Part", "Quantity", "Notes"), List.of(0, 1, 2));
            List<String[]> now = new ArrayList<>(rows.stream().map(String[]::clone).toList());
            Set<String> removed = new HashSet<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                removed.add(now.remove(random.nextInt(now.size()))[0]);
            }
            for (int n = random.nextInt(8); n > 0; n--) {
                now.get(random.nextInt(now.size()))[1 + random.nextInt(2)] = "7" + random.nextInt(9);
            }
            if (random.nextBoolean()) {
                Collections.shuffle(now, random);
            }
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(order, random);
            byte[] edited = list(now, List.of("Part", random.nextBoolean() ? "Quantity" : "Qty", "Notes"), order);
            for (boolean known : new boolean[]{true, false}) {
                cells("seed " + seed + ", known " + known, then, edited, known, rows, now, removed);
            }
        }
    }

    private static void cells(String which, byte[] then, byte[] edited, boolean known, List<String[]> rows,
            List<String[]> now, Set<String> removed) {
        var old = new ReadRows(DesignBoms.read("bom.csv", then));
        var finder = new CellFinder(new ReadRows(DesignBoms.read("bom.csv", edited)),
                known ? Optional.of(old) : Optional.empty());
        for (int line = 0; line < rows.size(); line++) {
            for (int column = 1; column < 3; column++) {
                String part = rows.get(line)[0];
                Placement place = finder.find(old.cell(PATH, "", line, column), PATH, "");
                assertEquals(removed.contains(part), place.isGone(), which + ", " + part);
                if (!place.isGone()) {
                    String value = now.stream().filter(row -> row[0].equals(part)).findFirst().orElseThrow()[column];
                    Anchor.Cell cell = (Anchor.Cell) place.now();
                    assertEquals(part, cell.part(), which);
                    assertEquals(value, cell.value(), which);
                    assertTrue(value.equals(rows.get(line)[column]) == (place.state() == Placement.State.KEPT), which);
                }
            }
        }
    }

    private static byte[] list(List<String[]> rows, List<String> headers, List<Integer> order) {
        var out = new StringBuilder(order.stream().map(headers::get).collect(Collectors.joining(",", "", "\n")));
        rows.forEach(row -> out.append(order.stream().map(i -> row[i]).collect(Collectors.joining(",", "", "\n"))));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
