package org.commonwright.machine.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.commonwright.machine.protocol.Temperature;
import org.jspecify.annotations.Nullable;

/// Temperatures as a table: seconds since the start, heater, actual, target. At most one row each five seconds and heater, more
/// when a target changes; none at all for machines without heaters.
final class TemperatureFile implements AutoCloseable {
    private static final double EVERY_SECONDS = 5;
    private static final int MOST_ROWS = 200_000;

    private final Path file;
    private final Map<String, Double> wrote = new HashMap<>();
    private final Map<String, Double> targets = new HashMap<>();
    private @Nullable BufferedWriter out;
    private int rows;

    TemperatureFile(Path file) {
        this.file = file;
    }

    void add(double seconds, Temperature heater) throws IOException {
        boolean due = seconds - wrote.getOrDefault(heater.heater(), -EVERY_SECONDS) >= EVERY_SECONDS;
        Double target = targets.put(heater.heater(), heater.target());
        boolean changed = target == null || target != heater.target();
        if (!due && !changed || rows >= MOST_ROWS) {
            return;
        }
        BufferedWriter writer = out;
        if (writer == null) {
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            writer.write("seconds,heater,actual,target\n");
            out = writer;
        }
        rows++;
        wrote.put(heater.heater(), seconds);
        writer.write(String.format(Locale.ROOT, "%.1f,%s,%.1f,%.1f\n", seconds, heater.heater(), heater.actual(),
                heater.target()));
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
