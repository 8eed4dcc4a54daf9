package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_WITH_MAIN = 200;
    private static final int EACH_FIRST = 20;

    /// Merges pairs that overlap in memory, those of the latest forks first.
    ///
    /// @param most how many pairs
    public static ForkTable of(CommitId main, List<Fork> forks, PairCheck check, int most, Progress progress) {
        Overlaps overlaps = Overlaps.of(forks);
        var pairs = new HashMap<CommitId, Map<CommitId, Pair>>();
        var withMain = new HashMap<CommitId, Pair>();
        long all = 0;
        for (Fork fork : forks) {
            progress.check();
            all += overlaps.count(fork);
            if (fork.kind().isComparable() && withMain.size() < Math.min(most, MOST_WITH_MAIN)) {
                withMain.put(fork.head(), check.of(main, fork.head(), progress));
            }
        }
        // Each of the latest gets some first, so that one that touches everything does not take all.
        int looked = 0;
        for (int each : List.of(EACH_FIRST, most)) {
            for (Fork fork : forks) {
                for (Overlap overlap : looked < most ? overlaps.of(fork, Math.min(each, most)) : List.<Overlap>of()) {
                    CommitId other = overlap.other().head();
                    if (looked < most && !pairs.getOrDefault(fork.head(), Map.of()).containsKey(other)) {
                        progress.update((double) looked++ / most);
                        Pair pair = check.of(main, fork, overlap.other(), progress);
                        pairs.computeIfAbsent(fork.head(), _ -> new HashMap<>()).put(other, pair);
                        pairs.computeIfAbsent(other, _ -> new HashMap<>()).put(fork.head(), pair);
                    }
                }
            }
        }
        return new ForkTable(main, forks, overlaps, pairs, withMain, all / 2 - looked);
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
