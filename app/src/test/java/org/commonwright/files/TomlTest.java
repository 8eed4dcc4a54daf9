package org.commonwright.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.Random;
import org.commonwright.Seed;
import org.junit.jupiter.api.Test;

class TomlTest {
    private static final String LETTERS = "ab\"\\\t\n\r'#=\u00e9\u200f\u2066\u0000\u0007\u007f\u0085 ";

    @Test
    void anyTextIsReadAsItWasWritten() throws JsonProcessingException {
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(random.nextInt(9) == 0
                        ? "\ud83d\udd27"
                        : String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))));
            }
            String written = "a = " + Toml.quoted(text.toString()) + "\nb = " + Toml.paragraphs(text.toString()) + "\n";
            var read = new TomlMapper().readTree(written);
            assertEquals(text.toString(), read.path("a").asText(), "seed " + seed);
            assertEquals(text.toString().replace("\r\n", "\n"), read.path("b").asText(), "seed " + seed);
            assertTrue(written.chars().noneMatch(c -> c == 0x200f || c == 0x2066 || c == 0x85 || c == 0),
                    "seed " + seed);
        }
    }

    @Test
    void halfACharacterIsLeftOut() {
        assertEquals("\"ab\"", Toml.quoted("a\ud83db"));
    }
}
