package org.commonwright.workbench.review.forks;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
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
import org.jspecify.annotations.Nullable;

/// Looks at forks in the background and shows what it finds as it goes: names, then page by page figures, then conflicts.
final class ForkLooking {
    private static final int FIRST_PAGE = 50;
    private static final int PAGES = 10;
    private static final int MOST_NEIGHBOURS = 100;
    /// How many more pairs are merged when somebody asks for the others, and how many between two looks at the table.
    static final int MOST_OTHERS = 20_000;
    private static final int STEP = 200;

    private final AppFolders folders;
    private final InstantSource clock;
    private final int mostPairs;
    private final BiConsumer<List<ForkRow>, @Nullable Seen> show;

    /// What a look found, and of which branches.
    ///
    /// @param whole whether pairs were merged, too
    record Seen(ForkTable table, Map<String, CommitId> refs, boolean whole) {
        List<ForkRow> rows() {
            return table.forks().stream().map(fork -> ForkRow.of(fork, table)).toList();
        }
    }

    /// @param mostPairs how many pairs a look merges in memory
    /// @param show takes rows, and what is known from now on; null when that is not enough yet
    ForkLooking(AppFolders folders, InstantSource clock, int mostPairs,
            BiConsumer<List<ForkRow>, @Nullable Seen> show) {
        this.folders = folders;
        this.clock = clock;
        this.mostPairs = mostPairs;
        this.show = show;
    }

    /// @param before rows that are shown until their figures come
    /// @param seen what was known before
    /// @return whether there was a commit to compare with
    boolean look(Path folder, ForkNames names, Map<CommitId, ForkRow> before, @Nullable Seen seen, Progress watch) {
        try (GitRepository repository = GitRepository.open(folder);
                var workspace = new Workspace(folders.workspace())) {
            Optional<CommitId> main = repository.head();
            if (main.isEmpty()) {
                show.accept(List.of(), null);
                return false;
            }
            if (seen != null && seen.whole && seen.table.main().equals(main.get())
                    && seen.refs.equals(repository.refs().list("refs/"))) {
                return true;
            }
            ForkCache cache = ForkCache.open(folders.cache(), repository);
            ForkNames.Read read;
            List<Fork> forks;
            try (var scan = new ForkScan(repository, workspace, main.get(), cache, clock.instant(),
                    watch.silently())) {
                read = names.of(repository, scan, watch.silently());
                forks = figures(scan, read.tips(), before, watch);
            }
            // A look that is broken off, or takes long, begins from here.
            cache.save();
            var check = new PairCheck(repository, cache);
            ForkTable table = ForkTable.of(main.get(), forks, check, 0, watch);
            tell(table, read.refs(), false);
            table = table.withMain(check, ForkTable.MOST_WITH_MAIN, watch);
            tell(table, read.refs(), false);
            tell(table.more(check, mostPairs, watch), read.refs(), true);
            cache.save();
            return true;
        }
    }

    private List<Fork> figures(ForkScan scan, List<ForkTip> tips, Map<CommitId, ForkRow> before, Progress watch) {
        List<ForkRow> shown = new ArrayList<>(
                tips.stream().map(tip -> before.getOrDefault(tip.head(), ForkRow.of(tip))).toList());
        show.accept(shown, null);
        var forks = new ArrayList<Fork>(tips.size());
        int page = Math.max(FIRST_PAGE, tips.size() / PAGES);
        for (ForkTip tip : tips) {
            watch.check();
            watch.update((double) forks.size() / tips.size());
            Fork fork = scan.figures(tip, watch.silently());
            shown.set(forks.size(), ForkRow.of(fork));
            forks.add(fork);
            if (forks.size() == FIRST_PAGE || forks.size() % page == 0) {
                show.accept(shown, null);
            }
        }
        return forks;
    }

    private void tell(ForkTable table, Map<String, CommitId> refs, boolean whole) {
        var seen = new Seen(table, refs, whole);
        show.accept(seen.rows(), seen);
    }

    /// Merges in memory what the first look left; what was merged until it is cancelled stays known.
    ///
    /// @return how many pairs are still left
    long others(Path folder, Seen from, Progress watch) {
        ForkTable table = from.table;
        long most = Math.min(MOST_OTHERS, left(table));
        try (GitRepository repository = GitRepository.open(folder)) {
            ForkCache cache = ForkCache.open(folders.cache(), repository);
            var check = new PairCheck(repository, cache);
            try {
                long done = 0;
                while (done < most && left(table) > 0) {
                    watch.check();
                    watch.update((double) done / most);
                    int step = Math.clamp(most / PAGES, STEP, MOST_OTHERS);
                    long before = left(table);
                    table = table.withMain(check, step, watch.silently()).more(check, step, watch.silently());
                    done += before - left(table);
                    tell(table, from.refs, true);
                }
            } finally {
                cache.save();
            }
        }
        return left(table);
    }

    /// How many merges in memory are left.
    static long left(ForkTable table) {
        return table.unlooked() + table.unlookedWithMain();
    }

    List<Neighbour> neighbours(Path folder, Fork fork, ForkTable known, Progress watch) {
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
