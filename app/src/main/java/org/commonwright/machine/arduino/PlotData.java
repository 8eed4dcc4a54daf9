package org.commonwright.machine.arduino;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The curves in what a board says: one place for each line with numbers, however many come. At most 24 curves; more are counted
/// and left out. From any thread.
public final class PlotData {
    static final int MOST_CURVES = 24;

    /// Fair: a board that talks without end must not keep the window waiting.
    private final ReentrantLock lock = new ReentrantLock(true);
    private PlotNames names = new PlotNames();
    private final Map<String, Curve> curves = new LinkedHashMap<>();
    private Pyramid times = new Pyramid();
    private @Nullable Instant first;
    private long leftOut;

    /// A curve and the place where it began.
    private record Curve(long start, Pyramid values) {
        long end() {
            return start + values.count();
        }

        double at(long place) {
            return values.at(place - start);
        }
    }

    /// What is drawn of one curve: the lowest and highest of each column of pixels, NaN where there is none.
    public record Drawn(String name, double[] lows, double[] highs) {}

    /// How much there is.
    ///
    /// @param places lines with numbers
    /// @param leftOut values of curves that had no room
    public record Counts(long places, long leftOut) {}

    /// A line of the board.
    public void add(MonitorLine line) {
        lock.lock();
        try {
            names.next(line.text()).ifPresent(named -> add(named, line.at()));
        } finally {
            lock.unlock();
        }
    }

    private void add(PlotNames.Named named, Instant at) {
        if (first == null) {
            first = at;
        }
        long place = times.count();
        times.add(Duration.between(first, at).toNanos() / 1e9);
        for (int i = 0; i < named.names().size(); i++) {
            Curve curve = curve(named.names().get(i), place);
            if (curve == null) {
                leftOut++;
            } else if (curve.end() == place) {
                curve.values.add(named.values().get(i));
            }
        }
        for (Curve curve : curves.values()) {
            if (curve.end() == place) {
                curve.values.add(Double.NaN);
            }
        }
    }

    private @Nullable Curve curve(String name, long place) {
        Curve curve = curves.get(name);
        if (curve == null && curves.size() < MOST_CURVES) {
            curve = new Curve(place, new Pyramid());
            curves.put(name, curve);
        }
        return curve;
    }

    public List<String> names() {
        lock.lock();
        try {
            return List.copyOf(curves.keySet());
        } finally {
            lock.unlock();
        }
    }

    public Counts counts() {
        lock.lock();
        try {
            return new Counts(times.count(), leftOut);
        } finally {
            lock.unlock();
        }
    }

    /// Forgets all curves.
    public void clear() {
        lock.lock();
        try {
            curves.clear();
            times = new Pyramid();
            names = new PlotNames();
            first = null;
            leftOut = 0;
        } finally {
            lock.unlock();
        }
    }

    /// What to draw between two places, in that many columns.
    public List<Drawn> draw(double from, double to, int columns) {
        lock.lock();
        try {
            List<Drawn> drawn = new ArrayList<>();
            double step = (to - from) / columns;
            curves.forEach((name, curve) -> {
                double[] lows = new double[columns];
                double[] highs = new double[columns];
                Arrays.fill(lows, Double.NaN);
                Arrays.fill(highs, Double.NaN);
                for (int i = 0; i < columns; i++) {
                    long start = (long) Math.ceil(from + i * step) - curve.start;
                    long end = (long) Math.ceil(from + (i + 1) * step) - curve.start;
                    Pyramid.Span span = curve.values.span(start, end);
                    lows[i] = span.low();
                    highs[i] = span.high();
                }
                drawn.add(new Drawn(name, lows, highs));
            });
            return drawn;
        } finally {
            lock.unlock();
        }
    }

    /// The values at one place, by curve; none where they are not kept as they are any more.
    public Map<String, Double> at(long place) {
        lock.lock();
        try {
            Map<String, Double> values = new LinkedHashMap<>();
            curves.forEach((name, curve) -> {
                if (!Double.isNaN(curve.at(place))) {
                    values.put(name, curve.at(place));
                }
            });
            return values;
        } finally {
            lock.unlock();
        }
    }

    /// The seconds from the first line with numbers to one; NaN when it is not kept any more.
    public double seconds(long place) {
        lock.lock();
        try {
            return times.at(place);
        } finally {
            lock.unlock();
        }
    }

    /// A table (RFC 4180) of the lines whose values are kept as they are, at most the newest 131,072: place, seconds, and a column for
    /// each curve.
    public String csv() {
        lock.lock();
        try {
            var text = new StringBuilder();
            List<String> heads = new ArrayList<>(List.of("seconds"));
            heads.addAll(curves.keySet());
            text.append(PlotCsv.row("line", heads)).append(PlotCsv.END);
            for (long place = times.firstExact(); place < times.count(); place++) {
                List<String> row = new ArrayList<>(
                        List.of(PlotCsv.number(Math.round(times.at(place) * 1000) / 1000.0)));
                for (Curve curve : curves.values()) {
                    row.add(PlotCsv.number(curve.at(place)));
                }
                text.append(PlotCsv.row(String.valueOf(place + 1), row)).append(PlotCsv.END);
            }
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    /// The first place that [#csv] has.
    public long firstExact() {
        lock.lock();
        try {
            return times.firstExact();
        } finally {
            lock.unlock();
        }
    }
}
