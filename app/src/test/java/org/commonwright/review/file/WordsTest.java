package org.commonwright.review.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonwright.Seed;
import org.commonwright.git.TextDiff;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsThatChangedAreMarkedAndNothingElse() {
        assertEquals(List.of("-Tighten the [four] screws to [2] Nm.", "+Tighten the [six] screws to [3] Nm."),
                marked("Tighten the four screws to 2 Nm.\n", "Tighten the six screws to 3 Nm.\n"));
    }

    @Test
    void aParagraphThatWasBrokenAnewShowsOnlyWhatCame() {
        assertEquals(List.of("-one two", "-three four", "+one two three", "+[new ]four"),
                marked("one two\nthree four\n", "one two three\nnew four\n"));
    }

    @Test
    void whatWasWrittenAnewHasNoMarks() {
        assertEquals(List.of("-alpha beta", "+gamma delta"), marked("alpha beta\n", "gamma delta\n"));
        assertEquals(List.of("+only new"), marked("", "only new\n"));
    }

    @Test
    void aLineOfMillionsOfLettersIsShownWithoutMarks() {
        String long1 = "a 1 ".repeat(150_000);
        assertEquals(List.of("-" + long1 + "b", "+" + long1 + "c"), marked(long1 + "b\n", long1 + "c\n"));
    }

    @Test
    void theLinesAreTheSameWithAndWithoutMarks() {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            TextDiff diff = TextDiff.of(text(random), text(random), 2);
            for (TextDiff.Hunk hunk : diff.hunks()) {
                assertEquals(hunk.lines().stream().map(l -> l.kind() + l.text()).toList(),
                        Words.of(hunk).stream().map(l -> l.kind() + l.text()).toList(), "seed " + seed);
            }
        }
    }

    private static String text(Random random) {
        String letters = "ab \u00A0\n.é😀\u202e\0";
        return random.ints(random.nextInt(60), 0, letters.codePointCount(0, letters.length()))
                .mapToObj(i -> Character.toString(letters.codePoints().toArray()[i])).collect(Collectors.joining());
    }

    private static List<String> marked(String before, String after) {
        return TextDiff.of(before, after, 0).hunks().stream().flatMap(hunk -> Words.of(hunk).stream())
                .map(line -> (line.kind() == TextDiff.Kind.ONLY_OLD ? "-" : "+") + line.spans().stream()
                        .map(s -> s.changed() ? "[" + s.text() + "]" : s.text()).collect(Collectors.joining()))
                .toList();
    }
}
