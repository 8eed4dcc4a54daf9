package org.commonwright.review.fork;

import java.util.HashMap;
import java.util.Map;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.commonwright.task.Progress;

/// Merges pairs of forks in memory until it has merged as many, or as many files, as it was given.
final class PairLook {
    private final ForkTable table;
    private final PairCheck check;
    private final int most;
    private final long mostFiles;
    private final Map<CommitId, Map<CommitId, Pair>> pairs = new HashMap<>();
    private int looked;
    private long files;

    PairLook(ForkTable table, PairCheck check, int most, long mostFiles) {
        this.table = table;
        this.check = check;
        this.most = most;
        this.mostFiles = mostFiles;
        table.pairs().forEach((fork, known) -> pairs.put(fork, new HashMap<>(known)));
    }

    private boolean isDone() {
        return looked >= most || files > mostFiles;
    }

    /// Those of one fork that were not merged yet.
    ///
    /// @param each how many of its pairs are known at most after that
    void of(Fork fork, int each, Progress progress) {
        int known = pairs.getOrDefault(fork.head(), Map.of()).size();
        int all = table.overlaps().count(fork);
        if (isDone() || known >= all) {
            return;
        }
        progress.check();
        int wanted = Math.min(each, (int) Math.min(all, (long) known + most - looked));
        for (Overlap overlap : table.overlaps().of(fork, wanted)) {
            CommitId other = overlap.other().head();
            if (!isDone() && !pairs.getOrDefault(fork.head(), Map.of()).containsKey(other)) {
                progress.update((double) looked++ / most);
                files += overlap.files().size();
                Pair pair = check.of(table.main(), fork, overlap.other(), progress);
                pairs.computeIfAbsent(fork.head(), _ -> new HashMap<>()).put(other, pair);
                pairs.computeIfAbsent(other, _ -> new HashMap<>()).put(fork.head(), pair);
            }
        }
    }

    Map<CommitId, Map<CommitId, Pair>> pairs() {
        return pairs;
    }

    int looked() {
        return looked;
    }
}
