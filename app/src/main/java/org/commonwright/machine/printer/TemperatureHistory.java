package org.commonwright.machine.printer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.machine.protocol.Temperature;

/// Every heater's temperatures since the machine was connected, however long ago that was; see [TemperatureSeries]. Not
/// thread-safe.
public final class TemperatureHistory {
    /// More than any firmware has; a machine that makes up names does not fill the memory.
    private static final int HEATERS = 16;

    private final SequencedMap<String, TemperatureSeries> heaters = new LinkedHashMap<>();
    private long first = -1;
    private long last = -1;

    /// @param at in ms since 1970; earlier than the last reading counts as the same time
    public void add(long at, List<Temperature> temperatures) {
        if (temperatures.isEmpty()) {
            return;
        }
        first = first < 0 ? at : first;
        last = Math.max(last, at);
        for (Temperature heater : Heaters.distinct(temperatures)) {
            boolean room = heaters.size() < HEATERS || heaters.containsKey(heater.heater());
            if (room && Double.isFinite(heater.actual())) {
                heaters.computeIfAbsent(heater.heater(), _ -> new TemperatureSeries())
                        .add(new TemperatureBucket(last, last, heater.actual(), heater.actual(), heater.actual(),
                                heater.target()));
            }
        }
    }

    /// The heaters in the order in which they were first heard of.
    public List<String> heaters() {
        return List.copyOf(heaters.keySet());
    }

    public OptionalLong first() {
        return first < 0 ? OptionalLong.empty() : OptionalLong.of(first);
    }

    public OptionalLong last() {
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /// One heater's readings in a stretch of time.
    ///
    /// @param most no more than about so many stretches, joined where there are more
    public List<TemperatureBucket> of(String heater, long from, long to, int most) {
        TemperatureSeries series = heaters.get(heater);
        if (series == null) {
            return List.of();
        }
        List<TemperatureBucket> all = series.between(from, to);
        if (all.size() <= most) {
            return all;
        }
        // By time, not by count: what is joined already is as wide as it was long.
        long width = Math.max(1, (to - Math.max(from, first)) / most);
        List<TemperatureBucket> joined = new ArrayList<>();
        TemperatureBucket open = all.getFirst();
        for (TemperatureBucket next : all.subList(1, all.size())) {
            if (next.to() - open.from() <= width) {
                open = open.and(next);
            } else {
                joined.add(open);
                open = next;
            }
        }
        joined.add(open);
        return joined;
    }

    /// How many stretches are kept of all heaters together.
    public int size() {
        return heaters.values().stream().mapToInt(TemperatureSeries::size).sum();
    }

    /// Writes everything as CSV (RFC 4180): times in UTC, temperatures in °C with a point.
    public void csv(Appendable out) throws IOException {
        out.append(SpreadsheetCsv.row(List.of("from", "to", "heater", "lowest_c", "highest_c", "last_c", "target_c")));
        for (var heater : heaters.entrySet()) {
            for (TemperatureBucket b : heater.getValue().between(Long.MIN_VALUE, Long.MAX_VALUE)) {
                out.append(SpreadsheetCsv.row(List.of(Instant.ofEpochMilli(b.from()).toString(),
                        Instant.ofEpochMilli(b.to()).toString(), heater.getKey(), celsius(b.least()),
                        celsius(b.most()), celsius(b.last()), celsius(b.target()))));
            }
        }
    }

    private static String celsius(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
