package org.commonwright.machine.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.commonwright.machine.protocol.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureHistoryTest {
    private final TemperatureHistory history = new TemperatureHistory();

    @Test
    void daysStayInBoundedMemoryAndASpikeStaysVisible() {
        int seconds = 200_000;
        for (int i = 0; i < seconds; i++) {
            history.add(i * 1000L, List.of(new Temperature("T", i == 4321 ? 263 : 200, 200)));
        }
        assertTrue(history.size() < 20_000, () -> "kept " + history.size());
        List<TemperatureBucket> all = history.of("T", 0, seconds * 1000L, 800);
        assertTrue(all.size() <= 1600, () -> "shown " + all.size());
        assertEquals(263, all.stream().mapToDouble(TemperatureBucket::most).max().orElseThrow());
        assertEquals(0, all.getFirst().from());
        assertEquals((seconds - 1) * 1000L, all.getLast().to());
        List<TemperatureBucket> recent = history.of("T", (seconds - 600) * 1000L, seconds * 1000L, 800);
        assertEquals(600, recent.size(), "the last ten minutes are as they came");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLostOrInventedByJoining(long seed) {
        var random = new Random(seed);
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        int readings = 1 + random.nextInt(20_000);
        for (int i = 0; i < readings; i++) {
            double celsius = random.nextDouble() * 300 - 15;
            least = Math.min(least, celsius);
            most = Math.max(most, celsius);
            history.add(i * 500L, List.of(new Temperature("B", celsius, 60)));
        }
        List<TemperatureBucket> all = history.of("B", 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        assertEquals(least, all.stream().mapToDouble(TemperatureBucket::least).min().orElseThrow(), "seed " + seed);
        assertEquals(most, all.stream().mapToDouble(TemperatureBucket::most).max().orElseThrow(), "seed " + seed);
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i).from() > all.get(i - 1).to(), "in order, seed " + seed);
        }
    }

    @Test
    void aMachineThatMakesUpHeatersFillsNothing() {
        for (int i = 0; i < 5000; i++) {
            history.add(i, List.of(new Temperature("T" + i, 20, 0)));
        }
        assertEquals(16, history.heaters().size());
    }

    @Test
    void csvHasEverything() throws IOException {
        history.add(0, List.of(new Temperature("T", 20.25, 0), new Temperature("B", Double.NaN, 0)));
        history.add(1000, List.of(new Temperature("T", 21.5, 200)));
        var text = new StringBuilder();
        history.csv(text);
        assertEquals("""
                from,to,heater,lowest_c,highest_c,last_c,target_c\r
                1970-01-01T00:00:00Z,1970-01-01T00:00:00Z,T,20.25,20.25,20.25,0.00\r
                1970-01-01T00:00:01Z,1970-01-01T00:00:01Z,T,21.50,21.50,21.50,200.00\r
                """, text.toString());
    }
}
