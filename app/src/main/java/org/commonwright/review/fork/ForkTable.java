package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.commonwright.task.Progress;

/// Forks side by side: with whom each overlaps, and with whom it conflicts as far as that was looked at.
///
/// @param main the branch that they are compared with
/// @param forks the latest first
/// @param overlaps which change the same files
/// @param pairs of each fork those that were merged in memory, by the other's last commit
/// @param withMain of the latest forks what merging them into the branch would ask
/// @param unlooked pairs that overlap and were not merged in memory
public record ForkTable(CommitId main, List<Fork> forks, Overlaps overlaps, Map<CommitId, Map<CommitId, Pair>> pairs,
        Map<CommitId, Pair> withMain, long unlooked) {
    /// How many forks a look merges into the branch.
    public static final int MOST_WITH_MAIN = 200;
    private static final int EACH_FIRST = 20;
    /// A pair that both change a thousand files takes as long as a hundred others.
    private static final int FILES_EACH = 10;

    /// Merges pairs that overlap in memory, those of the latest forks first.
    ///
    /// @param most how many pairs; fewer where they have many files in common
    public static ForkTable of(CommitId main, List<Fork> forks, PairCheck check, int most, Progress progress) {
        Overlaps overlaps = Overlaps.of(forks);
        long all = 0;
        for (Fork fork : forks) {
            progress.check();
            all += overlaps.count(fork);
        }
        var bare = new ForkTable(main, List.copyOf(forks), overlaps, Map.of(), Map.of(), all / 2);
        return most == 0
                ? bare
                : bare.withMain(check, Math.min(most, MOST_WITH_MAIN), progress).more(check, most, progress);
    }

    /// The same with so many more pairs merged in memory.
    ///
    /// @param most how many; fewer where they have many files in common, and at least one
    public ForkTable more(PairCheck check, int most, Progress progress) {
        var looking = new PairLook(this, check, most, (long) most * FILES_EACH);
        // Each of the latest gets some first, so that one that touches everything does not take all.
        for (int each : List.of(EACH_FIRST, Integer.MAX_VALUE)) {
            for (Fork fork : forks) {
                looking.of(fork, each, progress);
            }
        }
        return new ForkTable(main, forks, overlaps, looking.pairs(), withMain, unlooked - looking.looked());
    }

    /// The same with so many more forks merged into the branch in memory.
    ///
    /// @param most how many; fewer where they change many files, and at least one
    public ForkTable withMain(PairCheck check, int most, Progress progress) {
        var found = new HashMap<>(withMain);
        long files = 0;
        int looked = 0;
        for (Fork fork : forks) {
            if (looked == most || files > (long) most * FILES_EACH) {
                break;
            }
            if (fork.kind().isComparable() && !found.containsKey(fork.head())) {
                progress.update((double) looked++ / most);
                files += fork.files().size();
                found.put(fork.head(), check.of(main, fork.head(), progress));
            }
        }
        return new ForkTable(main, forks, overlaps, pairs, found, unlooked);
    }

    /// Whether merging a fork into the branch would ask something; empty where nobody looked yet.
    public Optional<Boolean> conflictsWithMain(Fork fork) {
        return Optional.ofNullable(withMain.get(fork.head())).map(Pair::conflicts);
    }

    /// Of how many forks nobody looked yet what merging them into the branch would ask.
    public long unlookedWithMain() {
        return forks.stream().filter(fork -> fork.kind().isComparable() && !withMain.containsKey(fork.head())).count();
    }

    /// The pairs of a fork that conflict, by the order of its overlaps.
    public List<Overlap> conflicts(Fork fork) {
        Map<CommitId, Pair> own = pairs.getOrDefault(fork.head(), Map.of());
        var found = new ArrayList<Overlap>();
        for (Overlap overlap : overlaps.of(fork, Integer.MAX_VALUE)) {
            Pair pair = own.get(overlap.other().head());
            if (pair != null && pair.conflicts()) {
                found.add(overlap);
            }
        }
        return found;
    }
}
