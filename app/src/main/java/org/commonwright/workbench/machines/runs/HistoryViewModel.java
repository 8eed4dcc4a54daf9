package org.commonwright.workbench.machines.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.PartSum;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.machine.history.RunTable;
import org.commonwright.machine.history.TrafficText;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;

/// The runs of this computer's machines.
public final class HistoryViewModel {
    private static final int MOST_LINES = 5000;

    private final History history;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObservableList<PartSum> parts = FXCollections.observableArrayList();
    private final Loader<List<String>> traffic;

    public HistoryViewModel(History history, Tasks tasks, Notices notices) {
        this.history = history;
        this.tasks = tasks;
        this.notices = notices;
        this.traffic = new Loader<>(tasks);
    }

    ObservableList<RunRecord> runs() {
        return runs;
    }

    /// Time, energy, material and waste of each program's parts.
    ObservableList<PartSum> parts() {
        return parts;
    }

    /// What was said in the run that is looked at.
    Loader<List<String>> traffic() {
        return traffic;
    }

    public void refresh() {
        tasks.submit(title(), _ -> history.list(), Outcome.of(this::show, notices::fault));
    }

    private void show(History.Listing listing) {
        runs.setAll(listing.runs());
        parts.setAll(PartSum.of(listing.runs()));
        listing.problems().forEach(problem -> notices.warn(problem.code(), problem.arguments().toArray()));
    }

    Path files(RunRecord run) {
        return history.files(run.id());
    }

    void look(RunRecord run) {
        traffic.load(title(), _ -> TrafficText.lines(files(run), MOST_LINES));
    }

    void check(RunRecord run, Check check) {
        change(() -> history.check(run.id(), check));
    }

    void meter(RunRecord run, double wattHours) {
        change(() -> history.meter(run.id(), wattHours));
    }

    private void change(Supplier<RunRecord> how) {
        tasks.submit(title(), _ -> how.get(), Outcome.of(_ -> refresh(), notices::fault));
    }

    /// As comma-separated values, or as JSON when the file is called so.
    void export(Path file) {
        List<RunRecord> all = List.copyOf(runs);
        tasks.submit(title(), _ -> {
            boolean json = file.toString().endsWith(".json");
            AtomicFiles.replace(file, json ? RunTable.json(all) : RunTable.csv(all));
            return all.size();
        }, Outcome.of(count -> notices.say("history.exported", count, String.valueOf(file.getFileName())),
                notices::fault));
    }

    private static Messages.Key title() {
        return Messages.Key.of("history.working");
    }
}
