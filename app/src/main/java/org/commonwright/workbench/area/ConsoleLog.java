package org.commonwright.workbench.area;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was done, line by line: the Console panel. Keeps the last 2,000 lines; may be called from any thread.
public final class ConsoleLog {
    private static final int MOST = 2_000;

    private final Executor window;
    private final InstantSource clock;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    public ConsoleLog(Executor window, InstantSource clock) {
        this.window = window;
        this.clock = clock;
    }

    /// One line.
    ///
    /// @param source who speaks: an area's id, a machine's name
    public record Line(Instant at, String source, String text) {}

    public ObservableList<Line> lines() {
        return lines;
    }

    public void add(String source, String text) {
        var line = new Line(clock.instant(), source, text);
        window.execute(() -> {
            if (lines.size() >= MOST) {
                lines.remove(0, MOST / 10);
            }
            lines.add(line);
        });
    }

    public void clear() {
        window.execute(lines::clear);
    }
}
