package org.commonwright.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    private static final List<String> NAMES = List.of("Open a folder…", "Open the sample", "Theme: dark",
            "Theme: light",
            "Show or hide the panel below", "Go to Orders", "Langue : français", "Projets récents", "Larger text");

    private static String best(String query) {
        return NAMES.stream().filter(n -> Fuzzy.score(query, n).isPresent())
                .max(Comparator.comparingInt(n -> Fuzzy.score(query, n).getAsInt())).orElse("");
    }

    @Test
    void lettersThatBeginWordsWin() {
        assertEquals("Open a folder…", best("of"));
        assertEquals("Open the sample", best("ots"));
        assertEquals("Theme: dark", best("td"));
        assertEquals("Go to Orders", best("orders"));
        assertEquals("Larger text", best("lt"));
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertEquals("Langue : français", best("FRANCAIS"));
        assertEquals("Projets récents", best("rec"));
    }

    @Test
    void whatIsNotThereDoesNotFit() {
        assertEquals("", best("zebra"));
        assertTrue(Fuzzy.score("kd", "Theme: dark").isEmpty());
    }

    @Test
    void everyNameFitsEachOfItsSubsequences() {
        long seed = 20260101;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            var query = new StringBuilder();
            name.chars().filter(_ -> random.nextBoolean()).forEach(c -> query.append((char) c));
            assertTrue(Fuzzy.score(query.toString(), name).isPresent(), "seed " + seed + ": " + query + " in " + name);
        }
    }
}
