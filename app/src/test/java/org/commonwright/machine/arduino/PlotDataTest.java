package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlotDataTest {
    private static MonitorLine line(long number, String text) {
        return new MonitorLine(number, Instant.ofEpochMilli(number * 10), false, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whatever part is asked for: no peak is missing, and nothing is shown that lies farther off than one bucket of what is kept.
    @Test
    void aPyramidLosesNoPeak() {
        for (long seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            double[] all = new double[1 + random.nextInt(300_000)];
            var pyramid = new Pyramid();
            for (int i = 0; i < all.length; i++) {
                all[i] = random.nextInt(100) == 0 ? Double.NaN : random.nextGaussian();
                pyramid.add(all[i]);
            }
            for (int ask = 0; ask < 60; ask++) {
                int from = random.nextInt(all.length);
                int to = from + 1 + random.nextInt(ask % 2 == 0 ? 40 : all.length - from);
                Pyramid.Span span = pyramid.span(from, to);
                int coarse = Math.max(from < pyramid.firstExact() ? 4096 : 8, (to - from) / 2);
                Pyramid.Span inside = of(all, from, Math.min(to, all.length));
                Pyramid.Span around = of(all, Math.max(0, from - coarse), Math.min(all.length, to + coarse));
                String where = "seed " + seed + ", " + from + " to " + to + " of " + all.length;
                if (!Double.isNaN(inside.low())) {
                    assertTrue(span.low() <= inside.low() && span.high() >= inside.high(), where);
                    assertTrue(span.low() >= around.low() && span.high() <= around.high(), where);
                }
            }
        }
    }

    private static Pyramid.Span of(double[] all, int from, int to) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(all[i])) {
                low = low <= all[i] ? low : all[i];
                high = high >= all[i] ? high : all[i];
            }
        }
        return new Pyramid.Span(low, high);
    }

    @Test
    void curvesThatComeLaterAndLinesWithoutThemKeepTheirPlaces() {
        var data = new PlotData();
        data.add(line(1, "a:1"));
        data.add(line(2, "no numbers here"));
        data.add(line(3, "a:2,b:5"));
        data.add(line(4, "b:6"));
        assertEquals(List.of("a", "b"), data.names());
        assertEquals(Map.of("a", 2.0, "b", 5.0), data.at(1));
        assertEquals(Map.of("b", 6.0), data.at(2));
        assertEquals("line,seconds,a,b\r\n1,0,1,\r\n2,0.02,2,5\r\n3,0.03,,6\r\n", data.csv());
        data.clear();
        assertEquals(0, data.counts().places());
        assertEquals(List.of(), data.names());
    }

    @Test
    void moreCurvesThanCanBeShownAreCounted() {
        var data = new PlotData();
        for (int i = 0; i < 100; i++) {
            data.add(line(i, "curve" + i + ":1"));
        }
        assertEquals(PlotData.MOST_CURVES, data.names().size());
        assertEquals(76, data.counts().leftOut());
    }

    @Test
    void theWholeHistoryIsDrawnInAsManyColumnsAsThereAre() {
        var data = new PlotData();
        for (int i = 0; i < 150_000; i++) {
            data.add(line(i, i == 1234 ? "v:99" : "v:" + i % 7));
        }
        PlotData.Drawn drawn = data.draw(0, 150_000, 500).getFirst();
        assertEquals(500, drawn.lows().length);
        double highest = 0;
        for (double high : drawn.highs()) {
            highest = Math.max(highest, high);
        }
        assertEquals(99, highest);
        assertEquals(150_000 - Pyramid.EXACT, data.firstExact());
    }
}
