package org.commonwright.workbench.machines;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The last lines that were said both ways. Lives on the window's thread.
final class ConsoleLog {
    /// More than anybody scrolls through, less than a flood could fill a memory with.
    static final int REMEMBERED = 2000;

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
    }
}
