package org.commonwright.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
    @Test
    void keysAreSortedAndNothingIsBetween() throws IOException {
        var json = new ObjectMapper().readTree("""
                { "b" : [ 1, -2, true, null, "é\\u0001\\n\\/\\u20ac\\ud83d\\ude00" ], "a" : {}, "B": "10.50" }
                """);
        assertEquals("{\"B\":\"10.50\",\"a\":{},\"b\":[1,-2,true,null,\"é\\u0001\\n/€😀\"]}",
                new String(Canonical.bytes(json), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":1,\"a\":2}", "{\"a\": 1}", "{\"a\":1}\n", "{\"a\":1,\"a\":1}", "{\"a\":1.0}",
            "{\"a\":1e3}", "{\"a\":9007199254740992}", "{\"a\":-9223372036854775808}", "{\"a\":-0}",
            "{\"a\":\"\\u0041\"}", "{\"a\":\"\\ud800\"}", "{\"a\":1}{}", "", "{", "\uFEFF{}", "{\"a\":\"\\/\"}"})
    void whatIsWrittenOtherwiseIsNotCanonical(String text) {
        assertEquals(Optional.empty(), Canonical.parse(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    @Test
    void brokenBytesAndDeepNestsAreNotCanonical() {
        assertEquals(Optional.empty(), Canonical.parse(new byte[]{'"', (byte) 0xc3, '"'}));
        assertEquals(Optional.empty(), Canonical.parse("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        String deep = "[".repeat(70) + "]".repeat(70);
        assertEquals(Optional.empty(), Canonical.parse(deep.getBytes(StandardCharsets.UTF_8)));
        assertThrows(IllegalArgumentException.class,
                () -> Canonical.bytes(JsonNodeFactory.instance.numberNode(0.5)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenIsReadBackAndWrittenTheSame(long seed) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            ObjectNode value = JsonNodeFactory.instance.objectNode();
            for (int n = 0; n < 6; n++) {
                value.put(word(random), random.nextLong() >> 11);
                value.put(word(random), word(random));
                value.putArray(word(random)).add(random.nextBoolean()).add(word(random)).addNull();
            }
            byte[] bytes = Canonical.bytes(value);
            assertTrue(Canonical.parse(bytes).isPresent(), "seed " + seed);
            assertEquals(new ObjectMapper().readTree(bytes), new ObjectMapper().readTree(value.toString()),
                    "seed " + seed);
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(128);
            word.appendCodePoint(Character.isSurrogate((char) point) && point < 0x10000 ? 'x' : point);
        }
        return word.toString();
    }
}
