package org.commonwright.workbench.machines.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.arduino.LineEnding;
import org.commonwright.machine.arduino.Monitor;
import org.commonwright.machine.arduino.MonitorLine;
import org.commonwright.machine.arduino.MonitorLog;
import org.commonwright.machine.arduino.MonitorStamp;
import org.commonwright.workbench.tasks.Outcome;

/// What a board says, as far as it is shown: the newest lines, however many come.
final class MonitorViewModel {
    /// Lines in the window; the log keeps more, to be saved.
    static final int SHOWN = 5_000;

    private final Monitor monitor;
    private final BoardServices services;
    private final ObservableList<MonitorLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper unfinished = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<MonitorLog.Counts> counts = new ReadOnlyObjectWrapper<>(
            new MonitorLog.Counts(0, 0, 0));
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty follows = new SimpleBooleanProperty(true);
    private final BooleanProperty timestamps = new SimpleBooleanProperty();
    private final BooleanProperty hex = new SimpleBooleanProperty();
    private final ObjectProperty<LineEnding> ending;
    private final List<String> history = new ArrayList<>();
    private int at;
    private long last;

    MonitorViewModel(Monitor monitor, BoardServices services) {
        this.monitor = monitor;
        this.services = services;
        this.ending = new SimpleObjectProperty<>(services.memory().ending());
        ending.subscribe(chosen -> services.memory().ending(chosen));
    }

    ObservableList<MonitorLine> lines() {
        return lines;
    }

    /// What has come of a line without an end.
    ReadOnlyStringProperty unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MonitorLog.Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /// While it is true nothing new is shown; what comes is kept all the same.
    BooleanProperty paused() {
        return paused;
    }

    /// Whether the newest line stays in sight.
    BooleanProperty follows() {
        return follows;
    }

    BooleanProperty timestamps() {
        return timestamps;
    }

    BooleanProperty hex() {
        return hex;
    }

    ObjectProperty<LineEnding> ending() {
        return ending;
    }

    void refresh() {
        counts.set(monitor.log().counts());
        if (paused.get()) {
            return;
        }
        List<MonitorLine> fresh = monitor.log().after(last, SHOWN);
        unfinished.set(monitor.log().unfinished());
        if (!fresh.isEmpty()) {
            last = fresh.getLast().number();
            int tooMany = lines.size() + fresh.size() - SHOWN;
            if (tooMany >= lines.size()) {
                lines.setAll(fresh);
                return;
            }
            if (tooMany > 0) {
                lines.remove(0, tooMany);
            }
            lines.addAll(fresh);
        }
    }

    /// A line as it is shown and saved.
    String text(MonitorLine line) {
        return text(line, timestamps.get(), hex.get());
    }

    private static String text(MonitorLine line, boolean stamped, boolean asHex) {
        String text = asHex ? line.hex() : line.text();
        return (stamped ? MonitorStamp.of(line.at()) + "  " : "") + (line.sent() ? "› " : "") + text;
    }

    void send(String text) {
        history.remove(text);
        history.add(text);
        at = history.size();
        LineEnding sign = ending.get();
        services.quiet().submit(Messages.Key.of("boards.sending"), _ -> {
            monitor.send(text, sign);
            return text;
        }, Outcome.<String>of(_ -> {}, services.notices()::fault));
    }

    /// The line that was sent before, or after, the one that was recalled last; empty behind the newest.
    ///
    /// @param step -1 back, 1 forward
    String recall(int step) {
        at = Math.clamp(at + step, 0, history.size());
        return at == history.size() ? "" : history.get(at);
    }

    /// Looks for a line upwards from one, then from the end again.
    ///
    /// @return -1 when there is none
    int find(String words, int from) {
        String wanted = words.toLowerCase(Locale.ROOT);
        for (int i = 1; i <= lines.size(); i++) {
            int at = Math.floorMod(from - i, lines.size());
            if (text(lines.get(at)).toLowerCase(Locale.ROOT).contains(wanted)) {
                return at;
            }
        }
        return -1;
    }

    void clear() {
        monitor.log().clear();
        last = monitor.log().counts().lines();
        lines.clear();
    }

    /// Everything that is kept, as it is shown.
    void save(Path file) {
        List<MonitorLine> all = monitor.log().all();
        boolean stamped = timestamps.get();
        boolean asHex = hex.get();
        services.tasks().submit(Messages.Key.of("boards.saving", String.valueOf(file.getFileName())), _ -> {
            var text = new StringBuilder();
            all.forEach(line -> text.append(text(line, stamped, asHex)).append('\n'));
            AtomicFiles.replace(file, text.toString());
            return all.size();
        }, Outcome.<Integer>of(
                count -> services.notices().say("boards.saved-lines", count, String.valueOf(file.getFileName())),
                services.notices()::fault));
    }
}
