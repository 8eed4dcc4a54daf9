package org.commonwright.review.fork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Which forks change the same files. Paths that differ only in case are the same here: only one of them fits on many disks. Files that
/// the same forks change count as one with a weight, and so do forks that change the same files, so that ten thousand forks of
/// a thousand files are looked at in seconds.
public final class Overlaps {
    private static final int WORD = 64;

    private final List<Fork> forks = new ArrayList<>();
    private final Map<CommitId, Integer> numbers = new HashMap<>();
    private final List<Own> files = new ArrayList<>();

    /// Two forks that change some of the same files.
    ///
    /// @param files what both change, as the first has it
    public record Overlap(Fork other, List<RepoPath> files) {
        public Overlap {
            files = List.copyOf(files);
        }
    }

    /// What one fork, or several alike, change.
    private static final class Own {
        /// Who changes each file, in the files' order.
        final Changers[] files;
        /// How many files have the same changers.
        final Map<Changers, Integer> weights = new IdentityHashMap<>();
        int others = -1;

        Own(Changers[] files) {
            this.files = files;
        }
    }

    private record Counted(Own own, int[] counts) {}

    /// Forks that change the same files follow each other often.
    private volatile @Nullable Counted last;

    private Overlaps() {}

    public static Overlaps of(Collection<Fork> forks) {
        var overlaps = new Overlaps();
        forks.forEach(overlaps::add);
        overlaps.index();
        return overlaps;
    }

    /// One whose changes are in the branch, or not known, overlaps with nothing.
    private void add(Fork fork) {
        if (fork.kind().isComparable() && numbers.putIfAbsent(fork.head(), forks.size()) == null) {
            forks.add(fork);
        }
    }

    private void index() {
        var byFile = new HashMap<String, Changers>();
        var byPath = new HashMap<RepoPath, Changers>();
        var alike = new HashMap<List<RepoPath>, Own>();
        for (int number = 0; number < forks.size(); number++) {
            Own own = alike.computeIfAbsent(forks.get(number).files(), paths -> new Own(paths.stream()
                    .map(path -> byPath.computeIfAbsent(path,
                            _ -> byFile.computeIfAbsent(MainFiles.folded(path), _ -> new Changers())))
                    .toArray(Changers[]::new)));
            for (Changers changers : own.files) {
                changers.add(number);
            }
            files.add(own);
        }
        var known = new HashMap<Changers, Changers>();
        var one = new IdentityHashMap<Changers, Changers>();
        for (Changers changers : byFile.values()) {
            changers.seal(forks.size());
            one.put(changers, known.computeIfAbsent(changers, same -> same));
        }
        for (Own own : alike.values()) {
            for (int i = 0; i < own.files.length; i++) {
                own.files[i] = one.get(own.files[i]);
                own.weights.merge(own.files[i], 1, Integer::sum);
            }
        }
    }

    /// With how many others a fork overlaps.
    public int count(Fork fork) {
        Integer number = numbers.get(fork.head());
        if (number == null) {
            return 0;
        }
        Own own = files.get(number);
        if (own.others < 0) {
            var all = new long[(forks.size() + WORD - 1) / WORD];
            own.weights.keySet().forEach(changers -> changers.addTo(all));
            int sum = 0;
            for (long word : all) {
                sum += Long.bitCount(word);
            }
            own.others = Math.max(0, sum - 1);
        }
        return own.others;
    }

    /// With whom a fork overlaps, those with the most files in common first.
    ///
    /// @param most how many to tell
    public List<Overlap> of(Fork fork, int most) {
        Integer own = numbers.get(fork.head());
        if (own == null || most <= 0) {
            return List.of();
        }
        int[] counts = counts(files.get(own));
        Comparator<Integer> best = Comparator.comparingInt((Integer i) -> -counts[i]).thenComparing(i -> i);
        var kept = new PriorityQueue<Integer>(best.reversed());
        int least = 0;
        for (int i = 0; i < counts.length; i++) {
            // Of two with as many files the earlier is better, so that a later one has to have more than the worst that is kept.
            if (counts[i] > least && i != own) {
                kept.add(i);
                if (kept.size() > most) {
                    kept.poll();
                }
                least = kept.size() < most ? 0 : counts[kept.element()];
            }
        }
        return kept.stream().sorted(best).map(i -> new Overlap(forks.get(i), both(own, i))).toList();
    }

    /// How many files each fork has in common with one, itself included.
    private int[] counts(Own own) {
        Counted before = last;
        if (before != null && before.own() == own) {
            return before.counts();
        }
        var shared = new SharedFiles(forks.size());
        own.weights.forEach((changers, weight) -> changers.count(shared, weight));
        int[] counts = shared.counts();
        last = new Counted(own, counts);
        return counts;
    }

    private List<RepoPath> both(int own, int other) {
        Changers[] changed = files.get(own).files;
        List<RepoPath> paths = forks.get(own).files();
        var both = new ArrayList<RepoPath>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i].has(other)) {
                both.add(paths.get(i));
            }
        }
        return both;
    }
}
