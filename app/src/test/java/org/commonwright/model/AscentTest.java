package org.commonwright.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AscentTest {
    private static boolean[] longest(long... values) {
        return Ascent.longest(values.length, i -> values[i], i -> values[i] >= 0);
    }

    @Test
    void equalValuesStayAndWhatDoesNotCountGoes() {
        assertArrayEquals(new boolean[]{true, true, false, true, true}, longest(3, 3, -1, 4, 4));
        assertEquals(0, longest().length);
    }

    /// Beside all subsequences there are.
    @Test
    void noSubsequenceIsLonger() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            long[] values = random.longs(9, -2, 6).toArray();
            int most = 0;
            for (int set = 0; set < 1 << values.length; set++) {
                if (rises(values, set)) {
                    most = Math.max(most, Integer.bitCount(set));
                }
            }
            boolean[] stays = longest(values);
            int chosen = 0;
            for (int i = 0; i < stays.length; i++) {
                chosen |= stays[i] ? 1 << i : 0;
            }
            assertTrue(rises(values, chosen), "seed " + seed);
            assertEquals(most, Integer.bitCount(chosen), "seed " + seed);
        }
    }

    private static boolean rises(long[] values, int set) {
        long last = 0;
        for (int i = 0; i < values.length; i++) {
            if ((set & 1 << i) != 0) {
                if (values[i] < last) {
                    return false;
                }
                last = values[i];
            }
        }
        return true;
    }
}
