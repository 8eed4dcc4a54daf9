package org.commonwright.workbench.review.forks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.review.forks.ForkLooking.Seen;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// The forks of the open design. Their names come first, then page by page their figures, then with whom they overlap and conflict.
public final class ForksViewModel {
    private static final int MOST_PAIRS = 1_000;

    private final AppFolders folders;
    private final int mostPairs;
    private final Executor window;
    private final InstantSource clock;
    private final Loader<Boolean> table;
    private final Loader<List<Neighbour>> neighbours;
    private final Loader<Long> others;
    private final ReadOnlyLongWrapper left = new ReadOnlyLongWrapper();
    private final ObservableList<ForkRow> rows = FXCollections.observableArrayList();
    private @Nullable OpenDesign open;
    private @Nullable Seen known;
    private int generation;
    /// What was asked for last of the pairs that a look leaves out; what an older one still finds is dropped.
    private int merging;

    /// @param tasks where the status bar shows it, with cancel
    /// @param window the window's thread
    /// @param told hears why the other pairs could not be merged
    public ForksViewModel(AppFolders folders, Tasks tasks, Executor window, InstantSource clock,
            Consumer<Fault> told) {
        this(folders, tasks, window, clock, told, MOST_PAIRS);
    }

    /// @param mostPairs how many pairs are merged in memory before anybody asks for the others
    ForksViewModel(AppFolders folders, Tasks tasks, Executor window, InstantSource clock, Consumer<Fault> told,
            int mostPairs) {
        this.folders = folders;
        this.window = window;
        this.clock = clock;
        this.mostPairs = mostPairs;
        this.table = new Loader<>(tasks);
        this.neighbours = new Loader<>(tasks);
        this.others = new Loader<>(tasks);
        others.state().subscribe(state -> {
            if (state instanceof Loaded.Failed<Long>(Fault fault)) {
                told.accept(fault);
            }
        });
    }

    /// What is known of each fork so far, the latest first.
    public ObservableList<ForkRow> rows() {
        return rows;
    }

    /// Looking at all of them.
    Loader<Boolean> table() {
        return table;
    }

    /// With whom the chosen fork overlaps.
    Loader<List<Neighbour>> neighbours() {
        return neighbours;
    }

    Instant now() {
        return clock.instant();
    }

    public void load(@Nullable OpenDesign next) {
        load(next, new ForkNames());
    }

    /// @param names of the forks, which another page may read at the same time
    public void load(@Nullable OpenDesign next, ForkNames names) {
        int mine = ++generation;
        stopOthers();
        if (next == null || open != null && !open.folder().equals(next.folder())) {
            table.clear();
            neighbours.clear();
            rows.clear();
            known = null;
            left.set(0);
        }
        open = next;
        if (next != null) {
            Map<CommitId, ForkRow> before = rows.stream()
                    .collect(Collectors.toMap(row -> row.tip().head(), row -> row, (one, _) -> one));
            Seen seen = known;
            table.load(Messages.Key.of("forks.looking", next.name()), true,
                    watch -> looking(mine).look(next.folder(), names, before, seen,
                            watch));
        }
    }

    /// What is known of all forks so far; null while their figures are not there.
    @Nullable
    ForkTable known() {
        Seen seen = known;
        return seen == null ? null : seen.table();
    }

    /// Merges the pairs of a fork in memory, those that were not looked at yet.
    void choose(@Nullable ForkRow row) {
        ForkTable all = known();
        OpenDesign of = open;
        if (row == null || row.fork() == null || all == null || of == null) {
            neighbours.clear();
            return;
        }
        Fork fork = row.fork();
        int mine = generation;
        neighbours.load(Messages.Key.of("forks.pairing", fork.title()), true,
                watch -> looking(mine).neighbours(of.folder(), fork, all, watch));
    }

    /// Merges in memory what the first look left out, as far as it goes before somebody cancels it.
    public void mergeOthers() {
        OpenDesign of = open;
        Seen seen = known;
        if (of == null || seen == null || left.get() == 0) {
            return;
        }
        int mine = ++merging;
        var looking = new ForkLooking(folders, clock, mostPairs, (shown, more) -> window.execute(() -> {
            if (mine == merging) {
                become(shown, more);
            }
        }));
        others.load(Messages.Key.of("pairs.merging"), false, watch -> looking.others(of.folder(), seen, watch));
    }

    private void stopOthers() {
        merging++;
        others.clear();
    }

    /// How many merges in memory are left once all forks were looked at.
    ReadOnlyLongProperty left() {
        return left.getReadOnlyProperty();
    }

    /// Why the others cannot be merged now; empty when they can.
    public ObservableValue<Optional<Messages.Key>> othersBlocked() {
        return Bindings.createObjectBinding(() -> others.state().get() instanceof Loaded.Loading<Long>
                ? Optional.of(Messages.Key.of("pairs.are-merged"))
                : left.get() == 0 ? Optional.of(Messages.Key.of("pairs.none-left")) : Optional.empty(),
                others.state(), left);
    }

    private ForkLooking looking(int mine) {
        return new ForkLooking(folders, clock, mostPairs, (shown, seen) -> {
            List<ForkRow> now = List.copyOf(shown);
            window.execute(() -> {
                if (mine == generation) {
                    // Pairs that are merged meanwhile are those of forks as they were.
                    stopOthers();
                    become(now, seen);
                }
            });
        });
    }

    private void become(List<ForkRow> now, @Nullable Seen seen) {
        known = seen == null ? known : seen;
        left.set(known == null || !known.whole() ? 0 : ForkLooking.left(known.table()));
        rows.setAll(now);
    }
}
