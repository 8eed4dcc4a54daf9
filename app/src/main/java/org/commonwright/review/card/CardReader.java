package org.commonwright.review.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.design.DesignModule;
import org.commonwright.design.Workspace;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Works out the card of a change. It reads no file that the figures do not need, so that it is there before the files are compared.
public final class CardReader {
    private final Workspace workspace;
    private final LocalDate today;

    /// @param workspace whose designs may use what is touched
    /// @param today what ends of life and prices are old against
    public CardReader(Workspace workspace, LocalDate today) {
        this.workspace = workspace;
        this.today = today;
    }

    /// @param problems what kept a figure from being worked out
    public Card of(Change change, long quantity, Consumer<Problem> problems, Progress progress) {
        Set<Problem> told = new HashSet<>();
        var reader = new FigureReader(today, problem -> {
            if (told.add(problem)) {
                problems.accept(problem);
            }
        });
        DesignFigures before = reader.of(change.before(), quantity);
        progress.check();
        DesignFigures after = reader.of(change.after(), quantity);
        progress.check();
        Set<RepoPath> touched = new HashSet<>();
        change.files().forEach(file -> touched.add(change.moduleAfter(file.path())
                .or(() -> change.moduleBefore(file.path())).map(DesignModule::path).orElse(RepoPath.ROOT)));
        List<Problem> alarms = new ArrayList<>(LicenceAlarms.of(change));
        alarms.addAll(LostSources.of(change));
        alarms.addAll(SingleVendors.of(before.durability(), after.durability()));
        alarms.sort(Comparator.comparing(Problem::severity));
        return new Card(quantity, before, after, touched.size(), change.files().size(),
                Hits.of(change.after(), touched, workspace, progress), alarms);
    }
}
