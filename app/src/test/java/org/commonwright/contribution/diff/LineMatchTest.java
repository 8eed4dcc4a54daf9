package org.commonwright.contribution.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.Seed;
import org.commonwright.contribution.GitProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class LineMatchTest {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

    private static final int PAIRS = Integer.getInteger("commonwright.pairs", 120);

    @TempDir
    Path folder;

    @Test
    void insertedLinesAreNew() {
        assertArrayEquals(new int[]{0, -1, 1, 2}, match("a\nb\nc\n", "a\nx\nb\nc\n"));
        assertArrayEquals(new int[]{-1, -1}, match("", "a\nb"));
        assertArrayEquals(new int[]{}, match("a\n", ""));
    }

    @Test
    void aMissingLastLineBreakMakesAnotherLine() {
        assertArrayEquals(new int[]{0, -1}, match("a\nb", "a\nb\n"));
    }

    @Test
    void spaceCountsUnlessIgnored() {
        assertArrayEquals(new int[]{-1, 1}, match("\tif (x)\nend\n", "if (x)\r\nend\n"));
        assertArrayEquals(new int[]{0, 1}, LineMatch.match(lines("\tif (x)\nend\n", true),
                lines("if(x)\r\nend\n", true)));
    }

    /// Files that are cut with the help of another version are cut as they are alone.
    @Test
    void anotherVersionOnlyMakesItFaster() {
        var random = new Random(Seed.chosen());
        for (int i = 0; i < 2_000; i++) {
            byte[] older = few(random, random.nextInt(40), new byte[0]);
            byte[] newer = few(random, random.nextInt(6), older);
            boolean ignoreSpace = random.nextBoolean();
            TextLines alone = TextLines.of(newer, ignoreSpace);
            TextLines helped = TextLines.of(newer, TextLines.of(older, ignoreSpace));
            assertEquals(alone.count(), helped.count());
            for (int line = 0; line < alone.count(); line++) {
                assertEquals(alone.start(line), helped.start(line));
                assertEquals(alone.end(line), helped.end(line));
                assertEquals(alone.hash(line), helped.hash(line));
                assertTrue(alone.same(line, helped, line));
            }
        }
    }

    /// Some bytes cut out of others and some put in their place, many of them line breaks.
    private static byte[] few(Random random, int more, byte[] from) {
        int cut = random.nextInt(from.length + 1);
        int on = Math.min(from.length, cut + random.nextInt(6));
        byte[] bytes = new byte[cut + more + from.length - on];
        System.arraycopy(from, 0, bytes, 0, cut);
        for (int i = cut; i < cut + more; i++) {
            bytes[i] = (byte) "a \n\nbb\r\u00e9".charAt(random.nextInt(8));
        }
        System.arraycopy(from, on, bytes, cut + more, from.length - on);
        return bytes;
    }

    /// Hundreds of pairs of files with few different lines, blocks moved and repeated, indented and blank lines: all the
    /// ambiguity there is. The installed git must give the same answer for each line of each.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithGit(long seed) throws IOException, InterruptedException {
        GitProgram git = GitProgram.in(folder);
        var random = new Random(seed);
        Map<String, List<String>> pairs = new HashMap<>();
        git.run("init", "-q");
        for (int i = 0; i < PAIRS; i++) {
            String old = file(random, i % 40 == 0 ? 3000 : i % 5 == 0 ? 300 : 30);
            pairs.put("f" + i, List.of(old, edited(random, old)));
        }
        for (int side = 0; side < 2; side++) {
            for (var pair : pairs.entrySet()) {
                Files.writeString(folder.resolve(pair.getKey()), pair.getValue().get(side), StandardCharsets.UTF_8);
            }
            git.run("add", "-A");
            git.run("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x");
        }
        String diff = git.run("diff", "-U0", "--no-renames", "--no-color", "HEAD~1", "HEAD");
        Map<String, int[]> expected = expected(diff, pairs);
        for (var pair : pairs.entrySet()) {
            List<String> sides = pair.getValue();
            int[] ours = match(sides.getFirst(), sides.getLast());
            int[] theirs = expected.get(pair.getKey());
            if (!sides.getFirst().equals(sides.getLast())) {
                assertArrayEquals(theirs, ours, () -> "seed " + seed + ", " + pair.getKey() + "\n" + sides.getFirst()
                        + "-----\n" + sides.getLast());
            }
        }
    }

    private static Map<String, int[]> expected(String diff, Map<String, List<String>> pairs) {
        Map<String, int[]> expected = new HashMap<>();
        String name = "";
        int oldNext = 0;
        int newNext = 0;
        for (String line : diff.split("\n")) {
            Matcher hunk = HUNK.matcher(line);
            if (line.startsWith("diff --git ")) {
                rest(expected.get(name), oldNext, newNext);
                name = line.substring(line.lastIndexOf('/') + 1);
                oldNext = 0;
                newNext = 0;
                int[] match = new int[lines(pairs.get(name).getLast(), false).count()];
                Arrays.fill(match, -1);
                expected.put(name, match);
            } else if (hunk.matches()) {
                int oldCount = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
                int newCount = hunk.group(4) == null ? 1 : Integer.parseInt(hunk.group(4));
                int newStart = Integer.parseInt(hunk.group(3)) - (newCount == 0 ? 0 : 1);
                while (newNext < newStart) {
                    expected.get(name)[newNext++] = oldNext++;
                }
                newNext += newCount;
                oldNext += oldCount;
            }
        }
        rest(expected.get(name), oldNext, newNext);
        return expected;
    }

    private static void rest(int[] match, int oldNext, int newNext) {
        int old = oldNext;
        for (int i = newNext; match != null && i < match.length; i++) {
            match[i] = old++;
        }
    }

    private static String file(Random random, int most) {
        int count = random.nextInt(most);
        int words = 2 + random.nextInt(random.nextBoolean() ? 6 : Math.max(1, count));
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line(random, words));
        }
        return text.toString();
    }

    private static String line(Random random, int words) {
        return switch (random.nextInt(6)) {
            case 0 -> "\n";
            case 1 -> "}\n";
            case 2 -> "\t".repeat(random.nextInt(3)) + "w" + random.nextInt(words) + "\n";
            default -> "  ".repeat(random.nextInt(3)) + "w" + random.nextInt(words) + " and some more text\n";
        };
    }

    private static String edited(Random random, String old) {
        List<String> lines = new ArrayList<>(old.lines().map(l -> l + "\n").toList());
        int edits = random.nextInt(random.nextInt(10) == 0 ? Math.max(1, lines.size() * 2) : 8);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(lines.size() + 1);
            int length = Math.min(random.nextInt(8), lines.size() - at);
            switch (random.nextInt(4)) {
                case 0 -> lines.add(at, line(random, 5));
                case 1 -> lines.subList(at, at + length).clear();
                case 2 -> {
                    List<String> block = new ArrayList<>(lines.subList(at, at + length));
                    lines.subList(at, at + length).clear();
                    lines.addAll(random.nextInt(lines.size() + 1), block);
                }
                default -> lines.addAll(at, List.copyOf(lines.subList(at, at + length)));
            }
        }
        String text = String.join("", lines);
        return random.nextInt(10) == 0 && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
    }

    private static int[] match(String older, String newer) {
        return LineMatch.match(lines(older, false), lines(newer, false));
    }

    private static TextLines lines(String text, boolean ignoreSpace) {
        return TextLines.of(text.getBytes(StandardCharsets.UTF_8), ignoreSpace);
    }
}
