package org.commonwright.workbench.machines;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The last lines that were said both ways. Lives on the window's thread.
final class ConsoleLog {
    /// More than anybody scrolls through, less than a flood could fill a memory with.
    static final int REMEMBERED = 2000;
    /// A minute or two of them; more would push out what a person wants to read again.
    private static final int REPORTS = 500;

    private final ObservableList<ConsoleLine> lines = FXCollections.observableArrayList();

    ObservableList<ConsoleLine> lines() {
        return lines;
    }

    void add(List<ConsoleLine> said) {
        int over = Math.max(0, lines.size() + said.size() - REMEMBERED);
        if (over > 0) {
            lines.remove(0, Math.min(over, lines.size()));
        }
        lines.addAll(said.subList(Math.max(0, said.size() - REMEMBERED), said.size()));
        long reports = lines.stream().filter(ConsoleLine::isReport).count();
        if (reports > 2 * REPORTS) {
            forget(reports - REPORTS);
        }
    }

    /// Drops the oldest reports, so many.
    private void forget(long many) {
        List<ConsoleLine> kept = new ArrayList<>();
        long left = many;
        for (ConsoleLine line : lines) {
            boolean dropped = line.isReport() && left > 0;
            left -= dropped ? 1 : 0;
            if (!dropped) {
                kept.add(line);
            }
        }
        lines.setAll(kept);
    }
}
