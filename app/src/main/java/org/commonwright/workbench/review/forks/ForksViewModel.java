package org.commonwright.workbench.review.forks;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkCache;
import org.commonwright.review.fork.ForkScan;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.commonwright.review.fork.Pair;
import org.commonwright.review.fork.PairCheck;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// The forks of the open design. Their names come first, then page by page their figures, then with whom they overlap and conflict.
public final class ForksViewModel {
    private static final int FIRST_PAGE = 50;
    private static final int PAGES = 10;
    private static final int MOST_PAIRS = 1_000;
    private static final int MOST_NEIGHBOURS = 100;

    private final AppFolders folders;
    private final Executor window;
    private final InstantSource clock;
    private final Loader<Boolean> table;
    private final Loader<List<Neighbour>> neighbours;
    private final ObservableList<ForkRow> rows = FXCollections.observableArrayList();
    private @Nullable OpenDesign open;
    private @Nullable Seen known;
    private int generation;

    /// What a look found, and of which branches.
    ///
    /// @param whole whether pairs were merged, too
    private record Seen(ForkTable table, Map<String, CommitId> refs, boolean whole) {}

    /// @param tasks where the status bar shows it, with cancel
    /// @param window the window's thread
    public ForksViewModel(AppFolders folders, Tasks tasks, Executor window, InstantSource clock) {
        this.folders = folders;
        this.window = window;
        this.clock = clock;
        this.table = new Loader<>(tasks);
        this.neighbours = new Loader<>(tasks);
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
        int mine = ++generation;
        if (next == null || open != null && !open.folder().equals(next.folder())) {
            table.clear();
            neighbours.clear();
            rows.clear();
            known = null;
        }
        open = next;
        if (next != null) {
            Map<CommitId, ForkRow> before = rows.stream()
                    .collect(Collectors.toMap(row -> row.tip().head(), row -> row, (one, _) -> one));
            Seen seen = known;
            table.load(Messages.Key.of("forks.looking", next.name()), true,
                    watch -> look(next.folder(), mine, before, seen, watch));
        }
    }

    /// What is known of all forks so far; null while their figures are not there.
    @Nullable
    ForkTable known() {
        Seen seen = known;
        return seen == null ? null : seen.table;
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
        neighbours.load(Messages.Key.of("forks.pairing", fork.name()), true,
                watch -> pair(of.folder(), fork, all, watch));
    }

    /// @return whether there was a commit to compare with
    private boolean look(Path folder, int mine, Map<CommitId, ForkRow> before, @Nullable Seen seen, Progress watch) {
        try (GitRepository repository = GitRepository.open(folder);
                var workspace = new Workspace(folders.workspace())) {
            Optional<CommitId> main = repository.head();
            Map<String, CommitId> refs = repository.refs().list("refs/");
            if (main.isEmpty()) {
                show(mine, List.of(), null);
                return false;
            }
            if (seen != null && seen.whole && seen.table.main().equals(main.get()) && seen.refs.equals(refs)) {
                return true;
            }
            ForkCache cache = ForkCache.open(folders.cache(), repository);
            List<Fork> forks = figures(repository, workspace, main.get(), refs, cache, mine, before, watch);
            // A look that is broken off, or takes long, begins from here.
            cache.save();
            var check = new PairCheck(repository, cache);
            show(mine, new Seen(ForkTable.of(main.get(), forks, check, 0, watch), refs, false));
            show(mine, new Seen(ForkTable.of(main.get(), forks, check, MOST_PAIRS, watch), refs, true));
            cache.save();
            return true;
        }
    }

    private List<Fork> figures(GitRepository repository, Workspace workspace, CommitId main,
            Map<String, CommitId> refs, ForkCache cache, int mine, Map<CommitId, ForkRow> before, Progress watch) {
        try (var scan = new ForkScan(repository, workspace, main, cache, now(), watch.silently())) {
            List<ForkTip> tips = scan.tips(refs, watch.silently());
            List<ForkRow> shown = new ArrayList<>(
                    tips.stream().map(tip -> before.getOrDefault(tip.head(), ForkRow.of(tip))).toList());
            show(mine, shown, null);
            var forks = new ArrayList<Fork>(tips.size());
            int page = Math.max(FIRST_PAGE, tips.size() / PAGES);
            for (ForkTip tip : tips) {
                watch.check();
                watch.update((double) forks.size() / tips.size());
                Fork fork = scan.figures(tip, watch.silently());
                shown.set(forks.size(), ForkRow.of(fork));
                forks.add(fork);
                if (forks.size() == FIRST_PAGE || forks.size() % page == 0) {
                    show(mine, shown, null);
                }
            }
            return forks;
        }
    }

    private void show(int mine, Seen seen) {
        show(mine, seen.table.forks().stream().map(fork -> row(fork, seen.table)).toList(), seen);
    }

    /// @param seen what is known from now on; null when that is not enough yet
    private void show(int mine, List<ForkRow> shown, @Nullable Seen seen) {
        List<ForkRow> now = List.copyOf(shown);
        window.execute(() -> {
            if (mine == generation) {
                known = seen == null ? known : seen;
                rows.setAll(now);
            }
        });
    }

    private static ForkRow row(Fork fork, ForkTable table) {
        Map<CommitId, Pair> pairs = table.pairs().getOrDefault(fork.head(), Map.of());
        int conflicting = (int) pairs.values().stream().filter(Pair::conflicts).count();
        int overlapping = table.overlaps().count(fork);
        return new ForkRow(fork.tip(), fork, overlapping,
                pairs.isEmpty() && overlapping > 0 ? null : Integer.valueOf(conflicting), pairs.size());
    }

    private List<Neighbour> pair(Path folder, Fork fork, ForkTable known, Progress watch) {
        List<Overlap> overlaps = known.overlaps().of(fork, MOST_NEIGHBOURS);
        var found = new ArrayList<Neighbour>();
        try (GitRepository repository = GitRepository.open(folder)) {
            ForkCache cache = ForkCache.open(folders.cache(), repository);
            var check = new PairCheck(repository, cache);
            for (Overlap overlap : overlaps) {
                watch.update((double) found.size() / overlaps.size());
                CommitId other = overlap.other().head();
                Pair pair = known.pairs().getOrDefault(fork.head(), Map.of()).get(other);
                Pair looked = pair == null ? check.of(known.main(), fork, overlap.other(), watch) : pair;
                found.add(new Neighbour(overlap.other(), overlap.files().size(), Optional.of(looked),
                        looked.a().equals(fork.head())));
            }
            cache.save();
        }
        found.sort(Comparator.comparing(Neighbour::conflicts).reversed());
        return found;
    }
}
