package org.commonwright.review.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.design.DesignModule;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.commonwright.review.mass.MeshPieces;
import org.commonwright.task.Progress;

/// Works out the card of a change. It reads no file that the figures do not need, so that it is there before the files are compared,
/// and no other design: who uses what is touched elsewhere is found by [WhereUsed#elsewhere].
public final class CardReader {
    private final LocalDate today;
    private final CardMemory memory;

    /// @param today what ends of life and prices are old against
    /// @param memory of cards before
    public CardReader(LocalDate today, CardMemory memory) {
        this.today = today;
        this.memory = memory;
    }

    /// @param problems what kept a figure from being worked out
    public Card of(Change change, long quantity, Consumer<Problem> problems, Progress progress) {
        Set<Problem> told = new HashSet<>();
        var reader = new FigureReader(today, new MeshPieces(memory.volumes(), progress), problem -> {
            if (told.add(problem)) {
                problems.accept(problem);
            }
        });
        RollupResult needed = reader.rollup(change.before(), quantity);
        DesignFigures before = reader.of(change.before(), needed);
        progress.check();
        RollupResult needs = reader.rollup(change.after(), quantity);
        DesignFigures after = reader.of(change.after(), needs);
        progress.check();
        Set<RepoPath> modules = new HashSet<>();
        change.files().forEach(file -> modules.add(change.moduleAfter(file.path())
                .or(() -> change.moduleBefore(file.path())).map(DesignModule::path).orElse(RepoPath.ROOT)));
        List<Problem> alarms = new ArrayList<>(LicenceAlarms.of(change));
        alarms.addAll(LostSources.of(change));
        alarms.addAll(SingleVendors.of(before.durability(), after.durability()));
        alarms.sort(Comparator.comparing(Problem::severity));
        var touched = new Touched(change.after().root().source().name(), modules);
        return new Card(quantity, before, after, touched, change.files().size(), PartCosts.between(needed, needs),
                WhereUsed.inside(change.after(), touched), alarms);
    }
}
