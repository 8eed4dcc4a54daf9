package org.commonwright.gcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReaderTest {
    /// Numbers of any shape, at any place of the array, whatever lies behind the line's end.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void numbersAreReadExactly(long seed) {
        var random = new Random(seed);
        var reader = new BlockReader();
        var block = new Block();
        for (int i = 0; i < 20_000; i++) {
            String whole = digits(random, random.nextInt(10));
            String part = digits(random, random.nextInt(whole.length() > 8 ? 3 : 7));
            String number = (random.nextInt(3) == 0 ? "-" : random.nextInt(9) == 0 ? "+" : "") + whole
                    + (part.isEmpty() && random.nextBoolean() ? "" : "." + part);
            boolean any = whole.length() + part.length() > 0;
            String blank = random.nextInt(5) == 0 ? " " : "";
            String before = "9".repeat(random.nextInt(5));
            String line = "X" + blank + number + (random.nextBoolean() ? "Y1" : "");
            String behind = random.nextInt(3) == 0 ? "" : "123.456789012345".substring(random.nextInt(10));
            byte[] bytes = (before + line + behind).getBytes(StandardCharsets.US_ASCII);
            reader.read(bytes, before.length(), before.length() + line.length(), block);
            String which = "seed " + seed + ", " + line + " | " + behind;
            assertEquals(any, block.hasValue('X'), which);
            if (any) {
                assertEquals(Double.parseDouble(number), block.value('X'), which);
                assertEquals(line.endsWith("Y1"), block.has('Y'), which);
                assertTrue(block.isClean(), which);
            }
        }
    }

    private static String digits(Random random, int n) {
        var digits = new StringBuilder();
        for (int i = 0; i < n; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// Any bytes at all make a block, and never anything else.
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void anyBytesAreALine(long seed) {
        var random = new Random(seed);
        var reader = new BlockReader();
        var block = new Block();
        String likely = "GMXYZEFIJKRNPST0123456789.-+ ();*%$\"";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (random.nextInt(8) == 0
                        ? random.nextInt(256)
                        : likely.charAt(random.nextInt(likely.length())));
            }
            reader.read(bytes, 0, bytes.length, block);
            assertTrue(block.gCount() <= Block.MAX_CODES && block.mCount() <= Block.MAX_CODES, "seed " + seed);
        }
    }

    @Test
    void codesAreCountedInTenths() {
        var block = new Block();
        byte[] line = "g38.2 G1M862.3 G-1".getBytes(StandardCharsets.US_ASCII);
        new BlockReader().read(line, 0, line.length, block);
        assertTrue(block.hasG(382) && block.hasG(10) && block.hasM(8623) && block.hasG(-10));
        assertFalse(block.hasG(38));
    }
}
