package org.commonwright.review.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.Seed;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class WovenTest {
    @Test
    void everyWayIsFoundAndNothingElse() {
        long seed = Seed.chosen();
        for (int i = 0; i < 300; i++) {
            var random = new Random(seed + i);
            List<List<String>> pieces = Stream.generate(() -> Stream.generate(() -> word(random))
                    .limit(1 + random.nextInt(3)).toList()).limit(1 + random.nextInt(5)).toList();
            List<String> all = List.of("");
            for (List<String> either : pieces) {
                all = all.stream().flatMap(before -> either.stream().map(piece -> joined(before, piece))).distinct()
                        .toList();
            }
            List<String> tried = new ArrayList<>(all);
            all.forEach(text -> tried.add(text + word(random)));
            for (String text : tried) {
                assertEquals(all.contains(text), canBe(text, pieces),
                        () -> "seed " + seed + " " + pieces + " [" + text + "]");
            }
        }
    }

    @Test
    void takenOutSeveralInARowIsFound() {
        List<List<String>> pieces = List.of(List.of("a\n", "b\n"), List.of("c: 3\n", ""), List.of("c: 5\n", ""));
        assertTrue(canBe("a\n", pieces));
        assertTrue(canBe("b\nc: 5\n", pieces));
        assertFalse(canBe("c: 5\n", pieces));
    }

    @Test
    void whatCanBePutTogetherInTooManyWaysIsNotFollowed() {
        var woven = new Woven("a".repeat(100_000).getBytes(StandardCharsets.UTF_8), new byte[0]);
        List<byte[]> either = List.of(new byte[0], new byte[]{'a'});
        Fault fault = assertThrows(Fault.class, () -> {
            for (int i = 0; i < 100_000; i++) {
                woven.then(either);
            }
        });
        assertEquals("merging.too-alike", fault.code());
    }

    private static boolean canBe(String text, List<List<String>> pieces) {
        var woven = new Woven(text.getBytes(StandardCharsets.UTF_8), "\n".getBytes(StandardCharsets.UTF_8));
        pieces.forEach(either -> woven
                .then(either.stream().map(piece -> piece.getBytes(StandardCharsets.UTF_8)).toList()));
        return woven.isWhole();
    }

    private static String joined(String before, String piece) {
        return before + (before.isEmpty() || piece.isEmpty() || before.endsWith("\n") ? "" : "\n") + piece;
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(3), 0, 3).mapToObj(i -> "ab\n".substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
